"""From the sections of a declaration to the answers of a questionnaire.

Secciones de la declaración. What a section says about a question has three values: yes, no, and
not decided; the last leaves the question open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

import attrs

from ..conflicts import Absence, MonthsBack, YesNo
from ..kernel.calendar import Calendar
from ..kernel.errors import NotInForceError
from ..kernel.text import Text
from .foreign_nodes import Node, Notes
from .pdn_codes import BENEFICIARIES, CODED, PARTNERS, PLAIN
from .pdn_results import PdnFlag, Scalar
from .pdn_sheets import Fact, Sheet, window_start
from .pdn_tables import (
    CLIENT_LIMIT_UMA,
    DEPENDANTS,
    JOB,
    WINDOW_MONTHS,
    PdnSection,
    Reading,
)

__all__ = ["SectionReader"]


@attrs.frozen
class _Record:
    """What was read of one record, each thing once.

    Attributes:
        node: Where it stands.
        codes: Its coded fields.
        facts: What it says for follow-ups.
        amount: Pesos a month; ``None``: not known.
        end: Its last day; ``None``: none, or not known.
    """

    node: Node
    codes: Mapping[str, str | None]
    facts: tuple[Fact, ...]
    amount: Decimal | None
    end: date | None


class SectionReader:
    """Reads the parts of one declaration into a sheet of answers."""

    def __init__(self, sheet: Sheet, notes: Notes, on: date, calendar: Calendar) -> None:
        self.sheet: Sheet = sheet
        self.notes: Notes = notes
        self.on: date = on
        self.calendar: Calendar = calendar
        self.partner: Scalar = Absence.UNKNOWN

    def relatives(self, situation: Node) -> None:
        """Read who the partner and the dependants are, and who of them sells to the government.

        Comes before the sections, in which the partner is named by that word alone.
        """
        partner = situation.node("datosPareja")
        if partner is not None:
            code = partner.plain_code("relacionConDeclarante", PLAIN["relacionConDeclarante"])
            self.partner = Absence.UNKNOWN if code is None else PARTNERS[code]
            is_none = partner.boolean("ninguno")
            job = partner.node(JOB.keys[0])
            if job is not None:  # without one there may still be a partner
                self._compare(partner, 1, is_none=is_none)
            self._supplier(job, self.partner, partner.path_of("relacionConDeclarante"))
        dependants = situation.spelled(DEPENDANTS)
        if dependants is not None:
            is_none = dependants.boolean("ninguno")
            records, unread = dependants.nodes("dependienteEconomico")
            self._compare(dependants, len(records) + unread, is_none=is_none)
            for record in records:
                field = "parentescoRelacion"
                code = record.coded(field, CODED[field])
                whose = Absence.UNKNOWN if code is None else code
                self._supplier(record.node(JOB.keys[0]), whose, record.path_of(field))

    def section(self, block: Node, section: PdnSection) -> None:
        """Read the records that a section of *block* lists."""
        node = block.spelled(section.keys)
        if node is None:
            return
        is_none = node.boolean("ninguno")
        found, unread = node.nodes(section.records)
        self._compare(node, len(found) + unread, is_none=is_none)
        self._remarks(node)
        records = [self._record(record, section) for record in found]
        is_whole = not unread and (bool(records) or is_none is True)
        for target in section.targets:
            meant = [record for record in records if target.is_meant_by(record.codes)]
            outcomes = [self._outcome(record, target.reading, section) for record in meant]
            for record, outcome in zip(meant, outcomes, strict=True):
                if outcome is not False:
                    self.sheet.detail(target.question, record.facts, record.node.path)
            self._conclude(node, target.question, outcomes, may_deny=target.closes and is_whole)

    def _conclude(
        self, node: Node, question: str, outcomes: list[bool | None], *, may_deny: bool
    ) -> None:
        """Answer *question* as the outcomes of its records decide it, or leave it open."""
        if True in outcomes:
            self.sheet.say(question, YesNo.YES, node.path)
        elif None in outcomes:
            rule = Text(
                "completarse con la respuesta a {code}, que sus registros no deciden",
                "be completed by the answer to {code}, which its records do not decide",
            )
            self.notes.must(node.path, "undecided", rule.format(code=question))
        elif may_deny:
            self.sheet.say(question, YesNo.NO, node.path)

    def _outcome(self, record: _Record, reading: Reading, section: PdnSection) -> bool | None:
        """Give what one record says: yes, no, or ``None``, not decided."""
        if reading is Reading.LISTED:
            return True
        if reading is Reading.RECENT:
            start = window_start(MonthsBack(WINDOW_MONTHS), self.on)
            return False if record.end is not None and record.end < start else None
        if reading is Reading.OPEN or record.amount is None or self._client_limit is None:
            return None
        if record.amount > self._client_limit:
            return True
        rule = Text(
            "pasar de 250 UMA al mes para contar como cliente principal",
            "exceed 250 UMA a month to count as a main client",
        )
        self.notes.must(record.node.path_of(section.amount or ""), "below_limit", rule)
        return False

    @cached_property
    def _client_limit(self) -> Fraction | None:
        try:
            return CLIENT_LIMIT_UMA * Fraction(self.calendar.uma_on(self.on).daily)
        except NotInForceError as error:
            self.notes.add(error.faults[0])
            return None

    def _supplier(self, job: Node | None, whose: Scalar, path: str) -> None:
        """Read the private job of a relative, which matters if it is with a supplier."""
        if job is None:
            return
        record = self._record(job, JOB)
        if self._flag(job, "proveedorContratistaGobierno"):
            question = JOB.targets[0].question
            self.sheet.say(question, YesNo.YES, job.path_of("proveedorContratistaGobierno"))
            self.sheet.detail(question, [Fact("parentesco", whose, path), *record.facts], job.path)

    def _record(self, node: Node, section: PdnSection) -> _Record:
        """Read all of a record that matters, and note what is wrong with it."""
        operation = node.plain_code("tipoOperacion", PLAIN["tipoOperacion"])
        for home, key in node.reached(section.plain):
            home.plain_code(key, PLAIN[key])
        codes = {key: node.coded(key, CODED[key]) for key in section.coded}
        self._flag(node, "recibeRemuneracion")
        amount = None if section.amount is None else node.pesos(section.amount)
        facts = [*self._name(node, section), *self._share(node, section)]
        if amount is not None:
            facts.append(Fact("valor", f"{amount:f}", node.path_of(section.amount or "")))
        days, end = self._days(node, section, is_dropped=operation == "BAJA")
        facts.extend([*days, *self._whose(node, section)])
        return _Record(node, codes, tuple(facts), amount, end)

    def _name(self, node: Node, section: PdnSection) -> Iterator[Fact]:
        """Give the organisation: its first name that is filled, or else an identifier."""
        named = [(home, key, home.text(key)) for home, key in node.reached(section.names)]
        known = [
            (home, key, home.identifier(key)) for home, key in node.reached(section.identifiers)
        ]
        for home, key, text in [*named, *known]:
            if text is not None:
                yield Fact("organizacion", text, home.path_of(key))
                return

    def _share(self, node: Node, section: PdnSection) -> Iterator[Fact]:
        share = None if section.share is None else node.number(section.share, 1, 100)
        if section.share is not None and share is not None:
            path = node.path_of(section.share)
            self.notes.flags.append(PdnFlag(name=section.share, path=path, value=share))
            yield Fact("porcentaje", f"{share:f}", path)

    def _days(
        self, node: Node, section: PdnSection, *, is_dropped: bool
    ) -> tuple[list[Fact], date | None]:
        """Give the first and last day; a last day that cannot be told is unknown, not none."""
        start = None if section.start is None else node.day(section.start)
        end = None if section.end is None else node.day(section.end)
        facts: list[Fact] = []
        if section.start is not None and start is not None:
            facts.append(Fact("inicio", start.isoformat(), node.path_of(section.start)))
        if section.end is not None and start is not None and end is not None and end < start:
            rule = Text("no preceder a '{start}'", "not precede '{start}'")
            self.notes.must(node.path_of(section.end), "order", rule.format(start=section.start))
            end = None
        if section.end is not None and node.has(section.end):
            last = Absence.UNKNOWN if end is None else end.isoformat()
            facts.append(Fact("fin", last, node.path_of(section.end)))
        elif is_dropped:
            facts.append(Fact("fin", Absence.UNKNOWN, node.path_of("tipoOperacion")))
        return facts, end

    def _whose(self, node: Node, section: PdnSection) -> Iterator[Fact]:
        """Say whose interest it is, unless it is the declarant's own, too."""
        field = section.whose
        if field is None or not node.has(field):
            return
        kin = set(self._kin(node, field))
        if None not in kin:
            whose = kin.pop() if len(kin) == 1 else None
            yield Fact("parentesco", whose or Absence.UNKNOWN, node.path_of(field))

    def _kin(self, node: Node, field: str) -> Iterable[Scalar | None]:
        """Give the codes of kinship that a field names; ``None`` is the declarant."""
        if field in PLAIN:
            code = node.plain_code(field, PLAIN[field])
            relations = {"DECLARANTE": None, "PAREJA": self.partner}
            return [relations.get(code or "", Absence.UNKNOWN)]
        pairs = node.nodes(field)[0] if field == "beneficiario" else [node.node(field)]
        codes = [pair.plain_code("clave", CODED[field]) for pair in pairs if pair is not None]
        return [BENEFICIARIES[code] if code else Absence.UNKNOWN for code in codes]

    def _flag(self, node: Node, name: str) -> bool:
        value = node.boolean(name)
        if value is not None:
            self.notes.flags.append(PdnFlag(name=name, path=node.path_of(name), value=value))
        return value is True

    def _compare(self, node: Node, records: int, *, is_none: bool | None) -> None:
        """Note where *ninguno* and the records contradict each other; the records are believed."""
        if is_none is not None and is_none is bool(records):
            rule = Text("concordar con los registros", "agree with the records")
            self.notes.must(node.path_of("ninguno"), "contradiction", rule)

    def _remarks(self, node: Node) -> None:
        if node.text("aclaracionesObservaciones") is not None:
            rule = Text("leerse aparte: no se importa", "be read apart: it is not imported")
            self.notes.must(node.path_of("aclaracionesObservaciones"), "remarks", rule)
