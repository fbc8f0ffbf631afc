"""How the compliance of a programme is shown, kept and copied."""

from __future__ import annotations

import copy
import pickle
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest

from imss_integrity.initiatives import (
    ActionLine,
    Compliance,
    ComplianceReading,
    Forecast,
    LineStanding,
    LineState,
    Programme,
    ProgrammeStrategy,
    StateChange,
    TargetKind,
    Weighting,
    compliance,
)
from imss_integrity.kernel import Commitment, Language, Period, Source, Text

LINE = ActionLine(
    code="L1", strategy="E1", what=Text("Capacitar", "Train"), owner="uit",
    start=date(2026, 1, 1), due=date(2026, 6, 30), indicator=Text("personas", "people"),
    target=Fraction(300), risks=("R1",),
)  # fmt: skip


def line(code: str, advance: int, state: LineState, **fields: Any) -> ActionLine:
    """Give a line that came to *state* in February."""
    change = StateChange(state=state, on=date(2026, 2, 1))
    return attrs.evolve(LINE, code=code, advance=Fraction(advance), changes=(change,), **fields)


PROGRAMME = Programme(
    code="P-1",
    name=Text("Programa"),
    period=Period.year(2026),
    strategies=(
        ProgrammeStrategy(code="E1", name=Text("Prevenir", "Prevent")),
        ProgrammeStrategy(code="E2", name=Text("Simplificar", "Simplify")),
    ),
    lines=(
        line("L1", 300, LineState.MET, evidence=("Listas",)),
        line("L2", 100, LineState.UNDER_WAY),
        attrs.evolve(
            LINE, code="L3", strategy="E2", start=date(2026, 6, 1), due=date(2026, 12, 31)
        ),
        line("L4", 150, LineState.CANCELLED, strategy="E2"),
        line("L5", 300, LineState.MET, strategy="E2", weight=Fraction(2), risks=()),
    ),
    risks=("R1", "R2"),
    sources=(Source(code="acuerdo", title=Text("Acuerdo", "Agreement")),),
)
MEAN = compliance(PROGRAMME, on=date(2026, 7, 1), reading="avance_medio")
MET = compliance(PROGRAMME, on=date(2026, 12, 31), reading="lineas_cumplidas")
BARE = compliance(
    attrs.evolve(PROGRAMME, lines=PROGRAMME.lines[:1], strategies=PROGRAMME.strategies[:1],
        risks=("R1",)),
    on=date(2026, 7, 1), reading="avance_medio",
)  # fmt: skip
METHOD = (
    "Método del pronóstico (propio): cada línea sigue al ritmo medio que lleva desde su inicio"
    " previsto, hasta su meta y aun vencida; una cancelada se queda donde está y una que empieza"
    " después no cuenta. Antes de una cuarta parte de su plazo es pronto para decir: puede quedar"
    " como está o cumplirse."
)


class TestWords:
    """The reading stands in the title; what is open is said to be open."""

    def test_in_spanish(self) -> None:
        """Mean progress at half a year."""
        assert [
            "P-1 (2026) al 2026-07-01: 63.89 %, avance medio",
            "Líneas: 5; cumplidas: 2, en plazo: 1, vencidas: 1, canceladas: 1",
            "La otra lectura, líneas cumplidas, da 50 %; las dos no se mezclan",
            "Pronóstico al 2026-12-31: pronto para decir, entre 69.47 y 86.14 % (por L3)",
            "  clave  estrategia o línea  avance %  cuenta %  previsto %  vence       situación",
            "  E1     Prevenir                         66.67",
            "    L1   Capacitar                100       100         100  2026-06-30  cumplida",
            "    L2   Capacitar              33.33     33.33       66.85  2026-06-30  vencida",
            "  E2     Simplificar                       62.5",
            "    L3   Capacitar                  0         0              2026-12-31  en plazo",
            "    L4   Capacitar                 50        50          50  2026-06-30  cancelada",
            "    L5   Capacitar                100       100         100  2026-06-30  cumplida",
            "Vencidas, primero la más antigua: L2",
            "Cumplidas sin evidencia: L5",
            "Riesgos sin línea: R2",
            METHOD,
            "Estatus: propio, no oficial",
            "Fuentes: Acuerdo",
        ] == MEAN.describe().splitlines()

    def test_in_english(self) -> None:
        """Lines met at the end of the year: a line that is half done counts nothing."""
        words = MET.describe(Language.EN).splitlines()

        assert [
            "P-1 (2026) on 2026-12-31: 50 %, lines met",
            "Lines: 5; complete: 2, on track: 1, late: 1, cancelled: 1",
            "The other reading, mean progress, gives 63.89 %; the two are not mixed",
            "Forecast for 2026-12-31: 50 %",
            "  code  strategy or line  reached %  counts %  expected %  due         standing",
            "  E1    Prevent                            50",
            "    L1  Train                   100       100         100  2026-06-30  complete",
            "    L2  Train                 33.33         0       33.33  2026-06-30  late",
        ] == words[:8]
        assert "Late, the longest first: L2" in words
        assert "Met without evidence: L5" in words
        assert "Risks without a line: R2" in words

    def test_too_early_in_english(self) -> None:
        """With the range and what leaves it open."""
        assert (
            "Forecast for 2026-12-31: too early to tell, from 69.47 to 86.14 % (because of L3)"
            in MEAN.describe(Language.EN)
        )

    def test_nothing_to_note(self) -> None:
        """But the method of the forecast."""
        notes = BARE.describe().splitlines()[-3:]

        assert METHOD == notes[0]
        assert not {"Vencidas", "Cumplidas", "Riesgos"} & {
            words.split()[0] for words in BARE.describe().splitlines()
        }

    def test_the_score_names_its_reading(self) -> None:
        """And shows parts that add up to what it shows."""
        words = MEAN.score.describe().splitlines()

        assert "P-1 (2026): 63.89 de 100 puntos" == words[0]
        assert "Marco: avance_medio; método: media aritmética ponderada" == words[1]
        assert "    L2   Capacitar      5.55  16.67  33.33  vencida" == words[5]

    def test_a_notebook_shows_it_escaped(self) -> None:
        """No text of a user opens a tag."""
        tagged = attrs.evolve(PROGRAMME.lines[0], what=Text("<i>Capacitar</i>"))
        programme = attrs.evolve(PROGRAMME, lines=(tagged, *PROGRAMME.lines[1:]))
        html = compliance(programme, on=MEAN.on, reading=MEAN.reading)._repr_html_()

        assert "<i>" not in html
        assert "&lt;i&gt;Capacitar&lt;/i&gt;" in html


class TestValues:
    """Rows, copies, labels."""

    def test_rows(self) -> None:
        """One for each line, by strategy, with exact numbers on demand."""
        exact, plain = MEAN.to_records(exact=True), MEAN.to_records()

        assert {
            "programme": "P-1", "on": date(2026, 7, 1), "reading": "avance_medio",
            "strategy": "E1", "line": "L2", "what": "Capacitar", "owner": "uit",
            "due": date(2026, 6, 30), "state": "en_curso", "standing": "vencida",
            "reached": Fraction(1, 3), "points": Fraction(50, 9), "out_of": Fraction(50, 3),
            "expected": Fraction(365, 546), "status": "propio",
        } == exact[1]  # fmt: skip
        assert [None, pytest.approx(1 / 3)] == [plain[2]["expected"], plain[1]["reached"]]
        assert 1 == len({tuple(row) for row in (*exact, *plain)})

    @pytest.mark.parametrize("value", [MEAN, PROGRAMME, LINE, MEAN.forecast])
    def test_copies_and_pickles_are_equal(
        self, value: Compliance | Programme | ActionLine | Forecast
    ) -> None:
        """They go through the constructor again."""
        assert value == pickle.loads(pickle.dumps(value))  # noqa: S301 - our own
        assert value == copy.deepcopy(value)
        assert hash(value) == hash(copy.copy(value))

    def test_a_copied_line_keeps_its_percent(self) -> None:
        """Which is worked out again."""
        two = PROGRAMME.lines[1]

        assert 33 == two.progress == copy.deepcopy(two).progress
        assert isinstance(two, Commitment)

    def test_late_lines_and_missing_evidence(self) -> None:
        """By the clock of the argument, not of the machine."""
        assert [PROGRAMME.lines[1]] == list(MEAN.late)
        assert () == compliance(PROGRAMME, on=date(2026, 6, 30), reading=MEAN.reading).late
        assert ("L5",) == MEAN.unproved
        assert ("R2",) == PROGRAMME.risks_without_line
        assert [2, 1, 1, 1] == [*MEAN.counts.values()]

    @pytest.mark.parametrize(
        "enum", [ComplianceReading, LineStanding, LineState, TargetKind, Weighting]
    )
    def test_labels_in_both_languages(self, enum: type[ComplianceReading]) -> None:
        """Every member has its own."""
        labels = [member.label for member in enum]

        assert len(labels) == len({label.es for label in labels})
        assert all(label.en not in {None, label.es} for label in labels)
