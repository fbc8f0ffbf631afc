"""What action lines, programmes and their compliance refuse, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any

import attrs
import pytest

from imss_integrity.initiatives import (
    ActionLine,
    LineState,
    Programme,
    ProgrammeStrategy,
    StateChange,
    TargetKind,
    Weighting,
    action_lines,
    compliance,
)
from imss_integrity.kernel import (
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    Period,
    Text,
)

LINE = ActionLine(
    code="L1", strategy="E1", what=Text("Capacitar"), owner="uit", start=date(2026, 2, 1),
    due=date(2026, 6, 30), indicator=Text("personas"), target=Fraction(300), risks=("R1",),
)  # fmt: skip
PROGRAMME = Programme(
    code="P-1", name=Text("Programa"), period=Period.year(2026), lines=(LINE,),
    strategies=(ProgrammeStrategy(code="E1", name=Text("Prevenir")),), risks=("R1",),
)  # fmt: skip


def says(kind: type[ImssIntegrityError], call: Callable[[], object], en: str, es: str) -> None:
    """Check that *call* is refused with these words in both languages."""
    with pytest.raises(kind) as caught:
        call()
    assert en in str(caught.value)
    assert es in caught.value.text.es


def faults_of(call: Callable[[], object]) -> list[tuple[str, str]]:
    """Give path and code of every fault of what *call* is refused for."""
    with pytest.raises(ImssIntegrityError) as caught:
        call()
    return [(fault.path, fault.code) for fault in caught.value.faults]


def changed(*states: str, day: date = date(2026, 3, 1)) -> tuple[StateChange, ...]:
    """Give changes to these states, all on one day."""
    return tuple(StateChange(state=LineState(state), on=day) for state in states)


def other(value: Any, **fields: Any) -> Callable[[], object]:
    """Give what makes *value* again with other fields."""
    return partial(attrs.evolve, value, **fields)


class TestFields:
    """Every field keeps its rule."""

    @pytest.mark.parametrize(
        ("field", "value", "code"),
        [
            ("code", "L 1", "grammar"),
            ("strategy", "", "grammar"),
            ("owner", "Nombre Apellido", "grammar"),
            ("what", "Capacitar", "type"),
            ("indicator", Text(" "), "text"),
            ("target", Fraction(0), "range"),
            ("target", Fraction(-1), "range"),
            ("target", 300, "type"),
            ("target", 300.0, "type"),
            ("advance", Fraction(-1), "range"),
            ("advance", float("nan"), "type"),
            ("weight", Fraction(0), "range"),
            ("weight", True, "type"),
            ("target_kind", "total", "choice"),
            ("start", "2026-02-01", "type"),
            ("verification", "acta", "type"),
            ("risks", ["R1"], "type"),
            ("changes", (LineState.MET,), "type"),
        ],
    )
    def test_of_lines(self, field: str, value: object, code: str) -> None:
        """One fault, at the field."""
        with pytest.raises(InvalidValueError) as caught:
            other(LINE, **{field: value})()
        assert caught.value.faults[0].path.startswith(field)
        assert code == caught.value.faults[0].code

    def test_a_target_of_zero_in_words(self) -> None:
        """Nothing can be divided by it."""
        says(
            InvalidValueError,
            lambda: attrs.evolve(LINE, target=Fraction(0)),
            "'target' must be above 0: got 0",
            "'target' debe ser mayor que 0: se recibió 0",
        )

    def test_progress_cannot_be_stated(self) -> None:
        """It is worked out."""
        stated: Any = {"progress": 50}
        with pytest.raises(TypeError):
            ActionLine(code="L1", **stated)
        with pytest.raises(AttributeError):
            LINE.progress = 50  # type: ignore[misc]

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("code", "Á"),
            ("name", "Programa"),
            ("period", 2026),
            ("strategies", ()),
            ("lines", ()),
            ("lines", [LINE]),
            ("risks", ("R 1",)),
            ("weighting", "proporcion"),
            ("status", "propio"),
            ("sources", ("dof",)),
        ],
    )
    def test_of_programmes(self, field: str, value: object) -> None:
        """One fault, at the field."""
        with pytest.raises(InvalidValueError) as caught:
            other(PROGRAMME, **{field: value})()
        assert caught.value.faults[0].path.startswith(field)


class TestLines:
    """What fits one by one must fit together."""

    def test_a_deadline_before_the_start(self) -> None:
        """The day itself is allowed."""
        attrs.evolve(LINE, due=LINE.start)
        says(
            InconsistentError,
            lambda: attrs.evolve(LINE, due=date(2026, 1, 31)),
            "'due' must not precede the start 2026-02-01: got 2026-01-31",
            "'due' no debe preceder al inicio 2026-02-01: se recibió 2026-01-31",
        )

    def test_progress_above_a_target_that_is_the_whole(self) -> None:
        """Allowed only where the target says that it is the least that is wanted."""
        above: dict[str, Any] = {"advance": Fraction(301), "changes": changed("cumplida")}
        says(
            InconsistentError,
            other(LINE, **above),
            "'advance' must not exceed the target 300, which is the whole (if it can be,"
            " target_kind='minimo'): got 301",
            "'advance' debe ser a lo más la meta 300, que es el total (si puede rebasarse,"
            " target_kind='minimo'): se recibió 301",
        )
        passed = attrs.evolve(LINE, target_kind=TargetKind.AT_LEAST, **above)
        assert 1 == passed.share
        assert 100 == passed.progress

    @pytest.mark.parametrize(
        ("states", "en", "es"),
        [
            (
                ("programada",),
                "a line that is planned must go on to under way, met, cancelled: got planned",
                "una línea programada debe pasar a en curso, cumplida, cancelada",
            ),
            (
                ("en_curso", "en_curso"),
                "a line that is under way must go on to met, cancelled: got under way",
                "una línea en curso debe pasar a cumplida, cancelada: se recibió en curso",
            ),
            (
                ("cancelada", "en_curso"),
                "a line that is cancelled must not change any more: got under way",
                "una línea cancelada no debe cambiar más: se recibió en curso",
            ),
            (
                ("cumplida", "cancelada"),
                "a line that is met must not change any more: got cancelled",
                "una línea cumplida no debe cambiar más: se recibió cancelada",
            ),
        ],
    )
    def test_illegal_changes(self, states: tuple[str, ...], en: str, es: str) -> None:
        """The message names what is legal."""
        says(InconsistentError, lambda: attrs.evolve(LINE, changes=changed(*states)), en, es)

    def test_changes_go_with_their_days(self) -> None:
        """Two on one day are in order."""
        two = (*changed("en_curso"), *changed("cancelada"))
        assert LineState.CANCELLED is attrs.evolve(LINE, changes=two).state
        back = (*changed("en_curso"), *changed("cancelada", day=date(2026, 2, 28)))
        says(
            InconsistentError,
            lambda: attrs.evolve(LINE, changes=back),
            "changes must be in order of their days: 2026-02-28 precedes 2026-03-01",
            "los cambios deben ir por fecha: 2026-02-28 precede a 2026-03-01",
        )

    @pytest.mark.parametrize(
        ("advance", "states"),
        [
            (300, ()),
            (300, ("en_curso",)),
            (300, ("en_curso", "cancelada")),
            (299, ("cumplida",)),
            (0, ("en_curso", "cumplida")),
            (1, ()),
        ],
    )
    def test_state_and_advance_agree(self, advance: int, states: tuple[str, ...]) -> None:
        """Met when the target is reached, and only then; nothing is done before it begins."""
        call = other(LINE, advance=Fraction(advance), changes=changed(*states))

        assert {("changes", "state")} == {*faults_of(call)}

    def test_everything_at_once(self) -> None:
        """Deadline, advance, risk, change and state."""
        wrong = other(
            LINE,
            due=date(2026, 1, 1),
            advance=Fraction(400),
            risks=("R1", "R1"),
            changes=changed("programada"),
        )

        assert [
            ("due", "order"),
            ("risks", "duplicate"),
            ("changes[0].state", "move"),
            ("advance", "range"),
        ] == faults_of(wrong)

    @pytest.mark.parametrize("states", [(), ("en_curso",), ("en_curso", "cancelada")])
    def test_one_slip_is_one_fault(self, states: tuple[str, ...]) -> None:
        """Whoever passes the target, or reaches it, and tells no such state, hears it once."""
        for advance, fault in ((301, ("advance", "range")), (300, ("changes", "state"))):
            call = other(LINE, advance=Fraction(advance), changes=changed(*states))
            assert [fault] == faults_of(call)


class TestProgrammes:
    """Lines, strategies, risks, days and weights fit together."""

    @pytest.mark.parametrize(
        ("field", "value", "path", "code"),
        [
            ("strategies", PROGRAMME.strategies * 2, "strategies", "duplicate"),
            ("lines", (LINE, attrs.evolve(LINE, code="l1")), "lines", "duplicate"),
            ("risks", ("R1", "R1"), "risks", "duplicate"),
            ("risks", ("R2",), "lines[L1].risks", "foreign"),
            (
                "strategies",
                (*PROGRAMME.strategies, ProgrammeStrategy(code="E2", name=Text("Otra"))),
                "strategies[E2]",
                "empty",
            ),
            (
                "period",
                Period(start=date(2026, 2, 2), end=date(2026, 12, 31)),
                "lines[L1].start",
                "period",
            ),
            (
                "period",
                Period(start=date(2026, 1, 1), end=date(2026, 6, 29)),
                "lines[L1].due",
                "period",
            ),
        ],
    )
    def test_one_fault(self, field: str, value: object, path: str, code: str) -> None:
        """At its path."""
        assert [(path, code)] == faults_of(other(PROGRAMME, **{field: value}))

    def test_thirds_add_up(self) -> None:
        """Because they are exact."""
        thirds = (attrs.evolve(LINE, code=f"L{n}", weight=Fraction(1, 3)) for n in range(3))
        programme = attrs.evolve(PROGRAMME, lines=tuple(thirds), weighting=Weighting.SHARES)

        assert 1 == programme.weight

    def test_shares_that_do_not_add_up(self) -> None:
        """Nothing is rounded and nothing is shared out; relative weights add up to anything."""
        lines = (
            attrs.evolve(LINE, weight=Fraction(1, 3)),
            attrs.evolve(LINE, code="L2", weight=Fraction("0.667")),
        )
        attrs.evolve(PROGRAMME, lines=lines)
        says(
            InconsistentError,
            lambda: attrs.evolve(PROGRAMME, lines=lines, weighting=Weighting.SHARES),
            "the weights of 'P-1' must add up to 1: they add up to 3001/3000",
            "las ponderaciones de 'P-1' deben sumar 1: suman 3001/3000",
        )

    def test_everything_at_once(self) -> None:
        """Every fault, each with its line."""
        stray = attrs.evolve(
            LINE, code="L2", strategy="E9", risks=("R9",), start=date(2025, 1, 1),
            due=date(2027, 1, 1),
        )  # fmt: skip
        wrong = other(PROGRAMME, lines=(stray, LINE, LINE), weighting=Weighting.SHARES)

        assert [
            ("lines", "duplicate"),
            ("lines[L2].strategy", "foreign"),
            ("lines[L2].risks", "foreign"),
            ("lines[L2].start", "period"),
            ("lines[L2].due", "period"),
            ("lines", "sum"),
        ] == faults_of(wrong)

    def test_a_day_outside_in_words(self) -> None:
        """With the period and the day."""
        says(
            InconsistentError,
            lambda: attrs.evolve(PROGRAMME, period=Period.year(2025)),
            "'due' must lie in the period 2025 of the programme: got 2026-06-30",
            "'due' debe estar en el periodo 2025 del programa: se recibió 2026-06-30",
        )


class TestCompliance:
    """The day and the reading are always told."""

    def test_the_score_is_of_the_programme(self) -> None:
        """One of other lines could not be shown beside these."""
        result = compliance(PROGRAMME, on=date(2026, 5, 4), reading="avance_medio")
        lines = tuple(attrs.evolve(line, code=f"{line.code}-b") for line in PROGRAMME.lines)
        with pytest.raises(InconsistentError, match="'score' must hold the lines") as caught:
            attrs.evolve(result, programme=attrs.evolve(PROGRAMME, lines=lines))
        assert [(fault.path, fault.code) for fault in caught.value.faults] == [
            ("score.parts", "foreign")
        ]

    @pytest.mark.parametrize(
        ("arguments", "path"),
        [
            ({"programme": "P-1"}, "programme"),
            ({"on": "2026-05-04"}, "on"),
            ({"on": None}, "on"),
            ({"reading": "ambas"}, "reading"),
            ({"reading": None}, "reading"),
        ],
    )
    def test_arguments(self, arguments: dict[str, object], path: str) -> None:
        """Wrong kinds are refused by name."""
        given: Any = {
            "programme": PROGRAMME, "on": date(2026, 5, 4), "reading": "avance_medio", **arguments
        }  # fmt: skip

        assert path == faults_of(lambda: compliance(**given))[0][0]

    def test_reading_and_day_have_no_default(self) -> None:
        """A figure of compliance says nothing without them."""
        bare: Any = compliance
        with pytest.raises(TypeError):
            bare(PROGRAMME, on=date(2026, 5, 4))
        with pytest.raises(TypeError):
            bare(PROGRAMME, reading="avance_medio")

    def test_a_day_before_what_is_known(self) -> None:
        """A record must not tell of its own future; the day of the change itself may."""
        line = attrs.evolve(LINE, advance=Fraction(300), changes=changed("en_curso", "cumplida"))
        programme = attrs.evolve(PROGRAMME, lines=(line, attrs.evolve(LINE, code="L2")))
        compliance(programme, on=date(2026, 3, 1), reading="avance_medio")
        call = partial(compliance, programme, on=date(2026, 2, 28), reading="avance_medio")

        assert [("lines[L1].changes", "order")] == faults_of(call)
        says(
            InconsistentError,
            call,
            "'on' must not precede the last change of 'L1', of 2026-03-01: got 2026-02-28",
            "'on' no debe preceder al último cambio de 'L1', del 2026-03-01: se recibió 2026-02-28",
        )


ROW: dict[str, object] = {
    "strategy": "E1", "code": "L1", "what_es": "Capacitar", "owner": "uit", "start": "2026-02-01",
    "due": date(2026, 6, 30), "indicator_es": "personas", "target": 300,
}  # fmt: skip
WHOLE: dict[str, object] = {
    **ROW, "what_en": "Train", "indicator_en": "people", "advance": 12.1, "target_kind": "minimo",
    "weight": "1/3", "verification_es": "Listas", "verification_en": "Lists",
    "evidence": "Lista, enero | Lista, marzo", "risks": "R1; R2\nR3|R4 R5", "begun": "2026-03-01",
    "met": None, "cancelled": float("nan"),
}  # fmt: skip


class TestRows:
    """Rows of a spreadsheet: forgiving in shape, strict in meaning."""

    def test_the_least(self) -> None:
        """What must be there; the rest is planned, of weight 1, without progress."""
        assert (attrs.evolve(LINE, risks=()),) == action_lines([ROW])

    def test_the_whole(self) -> None:
        """Every column; the 12.1 of a sheet is 121/10."""
        expected = attrs.evolve(
            LINE,
            what=Text("Capacitar", "Train"),
            indicator=Text("personas", "people"),
            advance=Fraction(121, 10),
            target_kind=TargetKind.AT_LEAST,
            weight=Fraction(1, 3),
            verification=Text("Listas", "Lists"),
            evidence=("Lista, enero", "Lista, marzo"),
            risks=("R1", "R2", "R3", "R4", "R5"),
            changes=changed("en_curso"),
        )

        assert (expected,) == action_lines([WHOLE])

    def test_the_three_days(self) -> None:
        """In the order in which they can come."""
        met = {**ROW, "advance": 300, "begun": "2026-02-01", "met": "2026-05-01"}
        gone = {**ROW, "code": "L2", "advance": 0, "cancelled": "2026-05-01"}
        one, two = action_lines([met, gone])

        assert [LineState.UNDER_WAY, LineState.MET] == [change.state for change in one.changes]
        assert [LineState.CANCELLED] == [change.state for change in two.changes]

    def test_every_bad_row_is_named(self) -> None:
        """With its column; a line that began must tell its advance."""
        rows = [
            {**ROW, "target": 0},
            ROW,
            {**ROW, "begun": "2026-03-01"},
            {**ROW, "due": "2026-01-01"},
            {**ROW, "code": 7},
            {**ROW, "target_kind": "tope"},
            {**ROW, "what_es": ""},
            {**ROW, "advance": 5},
            {**ROW, "weight": 0},
            {**ROW, "advance": 300, "begun": "2026-03-02", "met": "2026-03-01"},
            {**ROW, "risks": "R1 R1"},
            {**ROW, "advance": 301, "begun": "2026-03-01"},
        ]

        assert [
            ("rows[0].target", "range"),
            ("rows[2].advance", "missing"),
            ("rows[3].due", "order"),
            ("rows[4].code", "type"),
            ("rows[5].target_kind", "choice"),
            ("rows[6].what_es", "missing"),
            ("rows[7].changes", "state"),
            ("rows[8].weight", "range"),
            ("rows[9].changes[1].on", "order"),
            ("rows[10].risks", "duplicate"),
            ("rows[11].advance", "range"),
        ] == faults_of(lambda: action_lines(rows))

    def test_columns_are_asked_for(self) -> None:
        """A missing column is no blank cell."""
        bare = {field: cell for field, cell in ROW.items() if field != "target"}

        assert [("rows", "missing")] == faults_of(lambda: action_lines([bare]))
        assert [("rows", "empty")] == faults_of(lambda: action_lines([]))
        assert ("columns", "unknown") in faults_of(
            lambda: action_lines([ROW], columns={"meta": "target"})
        )
