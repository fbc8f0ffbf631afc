"""What initiatives, reaches and their rates refuse, in both languages, all faults at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest

from imss_integrity.initiatives import (
    ActionKind,
    Axis,
    Initiative,
    InitiativeAction,
    LearningEvaluation,
    LearningLevel,
    LearningModule,
    LevelResult,
    Principle,
    Reach,
    ReachRate,
    ReachStage,
    growth_of,
    normalised_gain,
    reach_rates,
)
from imss_integrity.kernel import (
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    MissingDataError,
    PublishedFigure,
    Relation,
    Source,
    Status,
    Text,
)

LOOSE: Any = attrs.evolve
SOURCE = Source(code="nota", title=Text("Nota"))
FIGURE = PublishedFigure(
    100, Relation.EXACTLY, code="f1", what=Text("personas", "people"), sources=(SOURCE,),
    status=Status.REPORTED, on=date(2025, 1, 1),
)  # fmt: skip
LATER = attrs.evolve(FIGURE, value=120, code="f2", on=date(2026, 1, 1))
REACH = Reach(initiative="ini-1", stages=(ReachStage(figure=FIGURE),))
COURSE = InitiativeAction(code="A1", name=Text("Identidad IMSS"), kind=ActionKind.COURSE)
MODULE = LearningModule(code="M1", name=Text("Módulo"))
INITIATIVE = Initiative(code="ini-1", name=Text("Iniciativa"), axis=Axis.ETHICS, status=Status.OWN)
TEST = LevelResult(
    level=LearningLevel.LEARNING, on=date(2026, 3, 2), people=5, before=Fraction(40),
    after=Fraction(70),
)  # fmt: skip
SEEN = attrs.evolve(TEST, level=LearningLevel.BEHAVIOUR, on=date(2026, 6, 1), before=None)


def says(kind: type[ImssIntegrityError], call: Callable[[], object], *words: str) -> None:
    """Check that *call* is refused with these words: code and path of each fault, en, es."""
    with pytest.raises(kind) as caught:
        call()
    faults, en, es = words
    assert " ".join(f"{fault.code}@{fault.path}" for fault in caught.value.faults) == faults
    assert en in str(caught.value)
    assert es in caught.value.text.es


class TestInitiative:
    """Exactly one axis; no code twice; a change names its document."""

    def test_repeated_codes_all_at_once(self) -> None:
        """Actions, principles and modules."""
        says(
            InconsistentError,
            lambda: attrs.evolve(
                INITIATIVE, actions=(COURSE,) * 2, modules=(MODULE,) * 2,
                principles=(Principle.HONESTY,) * 2,
            ),
            "duplicate@actions duplicate@principles duplicate@modules",
            "must repeat no code",
            "no debe repetir claves",
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("field", "value", "faults"),
        [
            ("axis", None, "choice@axis"),
            ("axis", (Axis.ETHICS, Axis.CULTURE), "choice@axis"),
            ("principles", ("honradez",), "choice@principles[0]"),
            ("actions", [COURSE], "type@actions"),
            ("owner", "Juana Pérez", "grammar@owner"),
        ],
    )
    def test_fields(self, field: str, value: object, faults: str) -> None:
        """One axis and no more; members of the enumerations; codes of roles."""
        says(InvalidValueError, lambda: LOOSE(INITIATIVE, **{field: value}), faults, "must", "debe")

    @pytest.mark.parametrize(
        ("kind", "document"), [(ActionKind.NORMATIVE, None), (ActionKind.COURSE, "1000-001-015")]
    )
    def test_documents(self, kind: ActionKind, document: str | None) -> None:
        """A change of a document names it; nothing else names one."""
        says(
            InconsistentError,
            lambda: attrs.evolve(COURSE, kind=kind, document=document),
            "document@document",
            "must name the document of a change of one, and of nothing else",
            "debe nombrar el documento de un cambio normativo",
        )


class TestReach:
    """Stages fit together; whole numbers of people; nothing nested in nothing."""

    def test_first_stage_and_codes_all_at_once(self) -> None:
        """The first stage has none before it, and no code comes twice."""
        nested = ReachStage(figure=FIGURE, nested=True)
        says(
            InconsistentError,
            lambda: attrs.evolve(REACH, stages=(nested, nested)),
            "duplicate@stages first@stages[0].nested",
            "the first stage must not be nested",
            "la primera etapa no debe estar anidada",
        )

    def test_a_stage_larger_than_the_one_it_is_nested_in(self) -> None:
        """Exact counts that contradict each other."""
        stages = (ReachStage(figure=FIGURE), ReachStage(figure=LATER, nested=True))
        says(
            InconsistentError,
            lambda: attrs.evolve(REACH, stages=stages),
            "order@stages[1].figure.value",
            "must not pass the stage that it is nested in: got 120",
            "no debe rebasar la etapa en la que está anidada",
        )

    def test_people_are_whole(self) -> None:
        """Half a person is none."""
        half = attrs.evolve(FIGURE, value=Fraction(1, 2))
        says(
            InvalidValueError,
            lambda: ReachStage(figure=half),
            "type@figure.value",
            "must be a whole number",
            "debe ser un entero",
        )

    def test_figures_and_nested_codes_all_at_once(self) -> None:
        """Whole numbers, and no code but those of the figures."""
        half = attrs.evolve(FIGURE, value=Fraction(1, 2))
        says(
            InvalidValueError,
            lambda: Reach.from_figures(
                [LATER, half], initiative="ini-1", nested=["f1", "f9", "Ana de ejemplo"]
            ),
            "type@figures[1].value unknown@nested[1] unknown@nested[2]",
            "'nested' must name figures that are given: got 'f9' @ nested[1]",
            "'nested' debe nombrar cifras dadas: se recibió un texto de 14 caracteres @ nested[2]",
        )

    @pytest.mark.parametrize(
        ("changed", "faults"),
        [
            ({"figures": []}, "empty@stages"),
            ({"figures": FIGURE}, "type@figures"),
            ({"nested": "f1"}, "type@nested"),
            ({"nested": [1]}, "type@nested[0]"),
            ({"nested": ["f1"]}, "first@stages[0].nested"),
            ({"figures": [FIGURE, LATER], "nested": ["f2"]}, "order@stages[1].figure.value"),
            ({"initiative": "?"}, "grammar@initiative"),
        ],
    )
    def test_what_is_no_reach_of_figures(self, changed: dict[str, Any], faults: str) -> None:
        """The same rules as those of the class."""
        loose: Any = Reach.from_figures
        given = {"figures": [FIGURE], "initiative": "ini-1"} | changed
        says(ImssIntegrityError, lambda: loose(given.pop("figures"), **given), faults, "", "")

    def test_no_stage_and_no_reach(self) -> None:
        """At least one stage; a reach and nothing else."""
        says(InvalidValueError, lambda: attrs.evolve(REACH, stages=()), "empty@stages", "1", "1")
        loose: Any = reach_rates
        says(InvalidValueError, lambda: loose([REACH]), "type@reach", "must be", "debe ser")

    @pytest.mark.parametrize("confidence", [0, 1, float("nan"), True])
    def test_confidence(self, confidence: float) -> None:
        """Refused even where no interval is made."""
        with pytest.raises(InvalidValueError, match="confidence"):
            reach_rates(REACH, confidence=confidence)

    def test_shares(self) -> None:
        """A share is an exact number from 0 to 1."""
        rate = ReachRate(stage="b", before="a", lowest=Fraction(0), highest=Fraction(1))
        with pytest.raises(InvalidValueError, match="'highest' must be at most 1"):
            attrs.evolve(rate, highest=Fraction(3, 2))

    def test_ends_in_order(self) -> None:
        """A range never ends below where it begins; one number is a range too."""
        rate = ReachRate(stage="b", before="a", lowest=Fraction(1, 2), highest=Fraction(1, 2))
        says(
            InconsistentError,
            lambda: attrs.evolve(rate, lowest=Fraction(51, 100)),
            "order@lowest",
            "'lowest' must not be above 'highest'",
            "'lowest' no debe pasar de 'highest'",
        )


class TestGrowth:
    """Two days in order, one thing counted."""

    def test_order_and_thing_all_at_once(self) -> None:
        """A later day, and the same words."""
        other = attrs.evolve(FIGURE, what=Text("cursos"))
        says(
            InconsistentError,
            lambda: growth_of(FIGURE, other),
            "order@later.on what@later.what",
            "'later' must be of a later day than 'earlier'",
            "'later' debe contar lo mismo que 'earlier'",
        )

    def test_ends_in_order(self) -> None:
        """Open on a side, or in order."""
        growth = growth_of(FIGURE, LATER)
        wide = attrs.evolve(growth, lowest=Fraction(1), highest=None)
        assert attrs.evolve(wide, lowest=None, highest=Fraction(1)).highest == 1
        with pytest.raises(InconsistentError, match="'lowest' must not be above"):
            attrs.evolve(wide, highest=Fraction(0))

    def test_days_are_needed(self) -> None:
        """Both are named."""
        first, later = (attrs.evolve(one, on=None) for one in (FIGURE, LATER))
        says(
            MissingDataError,
            lambda: growth_of(first, later),
            "missing@earlier.on missing@later.on",
            "must have a day",
            "debe tener un día",
        )

    @pytest.mark.parametrize("place", [0, 1])
    def test_figures(self, place: int) -> None:
        """No bare numbers."""
        given: list[Any] = [FIGURE, LATER]
        given[place] = 100
        with pytest.raises(InvalidValueError, match="be of type PublishedFigure"):
            growth_of(*given)


class TestLearning:
    """Learning is a change; behaviour comes later; no level twice."""

    def test_learning_needs_both_measurements(self) -> None:
        """Level 2 alone."""
        says(
            InconsistentError,
            lambda: attrs.evolve(TEST, before=None),
            "missing@before",
            "learning is a change",
            "aprender es un cambio",
        )
        assert attrs.evolve(TEST, level=LearningLevel.REACTION, before=None).gain is None

    def test_levels_and_days_all_at_once(self) -> None:
        """One result for each level; behaviour is observed later than learning is measured."""
        same_day = attrs.evolve(SEEN, on=TEST.on)
        says(
            InconsistentError,
            lambda: LearningEvaluation(
                module="M", results=(TEST, same_day, TEST), status=Status.OWN
            ),
            "duplicate@results order@results",
            "behaviour must be observed later",
            "la conducta debe observarse después",
        )
        assert LearningEvaluation(module="M", results=(SEEN, TEST), status=Status.OWN).missing

    def test_percents_all_at_once(self) -> None:
        """Exact numbers from 0 to 100."""
        loose: Any = normalised_gain
        says(
            InvalidValueError,
            lambda: loose(before=-1, after=0.5),
            "range@before type@after",
            "'before' must be at least 0",
            "'after' debe ser un número exacto",
        )
