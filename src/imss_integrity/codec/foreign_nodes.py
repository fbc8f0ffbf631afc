"""Reading a document of another standard: what is there, and a note of what is not as it should be.

Lectura tolerante, of the PDN as of FHIR. Every path is made of keys of the standard and of
positions; no value and no foreign key ever enters a note.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import cast

from ..conflicts.answers import DECIMAL_TEXT, LONGEST_TEXT, answer_fault
from ..kernel.characters import normal_form
from ..kernel.days import parse_day
from ..kernel.errors import MAX_FAULTS, Fault, ImssIntegrityError
from ..kernel.fields import MAX_DIGITS, MAX_WHOLE
from ..kernel.text import Text
from .pdn_results import PdnFlag

__all__ = ["MOST_RECORDS", "Node", "Notes"]

MOST_RECORDS = 1000
"""Records of a list that are read; as many as a question takes answers."""

_PARTIAL = re.compile(r"[0-9]{4}(?:-[0-9]{2})?", re.ASCII)
_LENGTHS = {"MORAL": (12,), "FISICA": (13,)}
_ANY_LENGTH = (12, 13)
_PESOS = "MXN"


class Notes:
    """What an import gathers beside the answers."""

    def __init__(self) -> None:
        self.findings: list[Fault] = []
        self.more: int = 0
        self.flags: list[PdnFlag] = []
        self.spellings: list[str] = []

    def add(self, fault: Fault) -> None:
        """Keep a finding; past 50 they are only counted."""
        if len(self.findings) < MAX_FAULTS:
            self.findings.append(fault)
        else:
            self.more += 1

    def must(self, path: str, code: str, rule: Text) -> None:
        """Note what the field at *path* must do and does not."""
        self.add(answer_fault(path, code, rule, subject=path.rpartition(".")[2]))

    def closed(self) -> tuple[Fault, ...]:
        """Give the findings, the count of those that were not kept last."""
        text = Text("y {n} hallazgos más", "and {n} more findings").format(n=self.more)
        return (*self.findings, *([Fault("", "more", text)] if self.more else []))


class Node:
    """A mapping of the document, with its path.

    Each reader gives ``None`` for what is absent or null, without a note, and for what has
    another shape than the standard, with one.
    """

    def __init__(self, value: Mapping[object, object], path: str, notes: Notes) -> None:
        self.value: Mapping[object, object] = value
        self.path: str = path
        self.notes: Notes = notes
        self._below: dict[str, Node | None] = {}

    def path_of(self, key: str) -> str:
        """Give the path of what lies at *key*."""
        return f"{self.path}.{key}" if self.path else key

    def has(self, key: str) -> bool:
        """Say whether something lies at *key*; null is nothing."""
        return self.value.get(key) is not None

    def node(self, key: str) -> Node | None:
        """Give the mapping at *key*."""
        if key not in self._below:
            self._below[key] = self._read_node(self.value.get(key), self.path_of(key))
        return self._below[key]

    def _read_node(self, given: object, path: str) -> Node | None:
        if isinstance(given, Mapping):
            return Node(cast("Mapping[object, object]", given), path, self.notes)
        if given is not None:
            self.notes.must(path, "type", Text("ser un objeto", "be an object"))
        return None

    def spelled(self, keys: Iterable[str]) -> Node | None:
        """Give the mapping at the first of *keys*, spellings of one name, that is there."""
        spellings = tuple(keys)
        found = [key for key in spellings if self.has(key)]
        if len(spellings) > 1:
            self.notes.spellings.extend(found)
        for key in found[1:]:
            rule = Text("venir con una sola grafía", "come in one spelling only")
            self.notes.must(self.path_of(key), "spelling", rule)
        return self.node(found[0]) if found else None

    def nodes(self, key: str) -> tuple[list[Node], int]:
        """Give the mappings of the list at *key*, and how many members could not be read."""
        given, path = self.value.get(key), self.path_of(key)
        if given is None:
            return [], 0
        if not isinstance(given, list | tuple):
            self.notes.must(path, "type", Text("ser una lista", "be a list"))
            return [], 1
        members = cast("list[object]", given)
        if len(members) > MOST_RECORDS:
            rule = Text("tener a lo más {n} registros", "hold at most {n} records")
            self.notes.must(path, "limit", rule.format(n=MOST_RECORDS))
        found: list[Node] = []
        for number, member in enumerate(members[:MOST_RECORDS]):
            # Null is no record, but it is not the absence of one either.
            below = self._read_node(() if member is None else member, f"{path}[{number}]")
            found.extend([] if below is None else [below])
        return found, len(members) - len(found)

    def reached(self, paths: Iterable[str]) -> Iterator[tuple[Node, str]]:
        """Go through what *paths* lead to: the mapping there is, and the last key."""
        for dotted in paths:
            *inwards, key = dotted.split(".")
            node: Node | None = self
            for step in inwards:
                node = None if node is None else node.node(step)
            if node is not None:
                yield node, key

    def boolean(self, key: str) -> bool | None:
        """Give the truth value at *key*."""
        given = self.value.get(key)
        if given is None or type(given) is bool:
            return given
        rule = Text("ser verdadero o falso", "be true or false")
        self.notes.must(self.path_of(key), "type", rule)
        return None

    def text(self, key: str) -> str | None:
        """Give the text at *key*, in NFC, without space at its ends; an empty one is absent."""
        given = self.value.get(key)
        if type(given) is str:
            return normal_form(given, LONGEST_TEXT) or None
        if given is not None:
            self.notes.must(self.path_of(key), "type", Text("ser texto", "be text"))
        return None

    def plain_code(self, key: str, known: Container[str]) -> str | None:
        """Give the code that stands at *key* as a bare text, one of *known*."""
        given = self.text(key)
        if given is None or given in known:
            return given
        rule = Text("ser una clave del estándar", "be a code of the standard")
        self.notes.must(self.path_of(key), "unknown", rule)
        return None

    def coded(self, key: str, known: Container[str]) -> str | None:
        """Give the code of the pair of code and name at *key*, one of *known*."""
        pair = self.node(key)
        return None if pair is None else pair.plain_code("clave", known)

    def identifier(self, key: str) -> str | None:
        """Give the RFC at *key*, of whatever length; a wrong one is noted."""
        given = self.text(key)
        kind = self.value.get("tipoPersona")
        lengths = _LENGTHS.get(kind, _ANY_LENGTH) if isinstance(kind, str) else _ANY_LENGTH
        if given is not None and len(given) not in lengths:
            rule = Text("tener {n} caracteres", "have {n} characters")
            wanted = Text(" o ".join(map(str, lengths)), " or ".join(map(str, lengths)))
            self.notes.must(self.path_of(key), "length", rule.format(n=wanted))
        return given

    def day(self, key: str) -> date | None:
        """Give the day at *key*; a year or a month alone is noted as lost."""
        given = self.value.get(key)
        if given is None or given == "":
            return None
        if type(given) is str and _PARTIAL.fullmatch(given):
            rule = Text(
                "ser un día completo: un año o un mes no se importan",
                "be a whole day: a year or a month alone is not imported",
            )
            self.notes.must(self.path_of(key), "partial", rule)
            return None
        try:
            return parse_day(given)
        except ImssIntegrityError:  # its message may show a short text; this one shows none
            rule = Text(
                "ser un día existente con la forma AAAA-MM-DD",
                "be an existing day of the form YYYY-MM-DD",
            )
            self.notes.must(self.path_of(key), "day", rule)
            return None

    def number(self, key: str, low: int, high: int) -> Decimal | None:
        """Give the number at *key*, from *low* to *high*, both included."""
        given = self.value.get(key)
        if given is None:
            return None
        number = _exact(given)
        if number is not None and low <= number <= high:
            return number
        rule = Text("ser un número de {low} a {high}", "be a number from {low} to {high}")
        self.notes.must(self.path_of(key), "number", rule.format(low=low, high=high))
        return None

    def pesos(self, key: str) -> Decimal | None:
        """Give the pesos of the amount at *key*; another currency is noted, never converted."""
        amount = self.node(key)
        value = None if amount is None else amount.number("valor", 0, MAX_WHOLE)
        if amount is None or value is None or amount.text("moneda") == _PESOS:
            return value
        rule = Text(
            "ser MXN: otra moneda no se convierte", "be MXN: another currency is not converted"
        )
        self.notes.must(amount.path_of("moneda"), "currency", rule)
        return None


def _exact(given: object) -> Decimal | None:
    """Read a number of JSON; a float stands for its shortest decimal, as it was written."""
    if type(given) is int:
        return Decimal(given) if abs(given) <= MAX_WHOLE else None
    if type(given) is float:
        return Decimal(repr(given)) if isfinite(given) else None
    if type(given) is str and DECIMAL_TEXT.fullmatch(given):
        return Decimal(given)
    is_short = type(given) is Decimal and given.is_finite() and _is_short(given)
    return cast("Decimal", given) if is_short else None


def _is_short(number: Decimal) -> bool:
    # Written out, a number of a huge exponent would fill the memory.
    _, digits, exponent = number.as_tuple()
    return len(digits) <= MAX_DIGITS and abs(int(exponent)) <= MAX_DIGITS
