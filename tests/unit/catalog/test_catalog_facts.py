"""Awards, figures, frameworks, examples and sources: published facts, typed here again."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, cast

import attrs
import pytest

from imss_integrity import catalog
from imss_integrity.catalog import (
    ACTION_LINES,
    ACTION_LINES_COMPLIANCE,
    AWARDS,
    CRITERIA_2021,
    EXAMPLE_ASSESSMENTS,
    EXAMPLE_COSTS,
    EXAMPLE_STANDING,
    EXAMPLE_UNIT,
    FIVE_ACTIONS_ENROLLED,
    FIVE_ACTIONS_REACHED,
    FIVE_ACTIONS_SHARED,
    OOADS,
    OOADS_IN_MODEL_2023,
    OOADS_TOTAL,
    QUESTIONNAIRES,
    REFERENCE_FRAMEWORK,
    REFERENCE_GATE,
    SELECTION_2019,
    UNITS_IN_MODEL_2023,
    AwardYear,
)
from imss_integrity.catalog import sources as documents
from imss_integrity.competitiveness import apply_gate, cheapest_route, route_faults, score
from imss_integrity.kernel import (
    InvalidValueError,
    Language,
    PublishedFigure,
    Relation,
    Source,
    Status,
    Text,
    ratio_of,
)
from imss_integrity.kernel.values import Value

FIGURES = (
    UNITS_IN_MODEL_2023,
    OOADS_IN_MODEL_2023,
    OOADS_TOTAL,
    FIVE_ACTIONS_REACHED,
    FIVE_ACTIONS_ENROLLED,
    FIVE_ACTIONS_SHARED,
    QUESTIONNAIRES,
    ACTION_LINES,
    ACTION_LINES_COMPLIANCE,
    *SELECTION_2019,
)

# Names that have no English form: they are what the award and its rungs are called.
PROPER_NAMES = {
    "Premio",
    "Oro",
    "Doble Oro",
    "Triple Oro",
    "Platino",
    "Distintivo Águila",
}


def entries() -> dict[str, object]:
    """Give every public value of the catalogue that is data."""
    return {name: getattr(catalog, name) for name in catalog.__all__ if name.isupper()}


def inside(value: object) -> Iterator[object]:
    """Go through *value* and all that it is made of."""
    yield value
    if isinstance(value, tuple):
        for member in cast("tuple[object, ...]", value):
            yield from inside(member)
    elif isinstance(value, Mapping):
        for pair in cast("Mapping[object, object]", value).items():
            yield from inside(pair)
    elif attrs.has(type(value)):
        for field in attrs.fields(cast("Any", type(value))):
            yield from inside(getattr(value, field.name))


def cited() -> set[Source]:
    """Give every source that the catalogue rests on."""
    return {one for value in entries().values() for one in inside(value) if isinstance(one, Source)}


class TestAwards:
    """Awards by year, as published: rungs in 2018, modalities in 2020, else totals."""

    def test_years_and_totals(self) -> None:
        """2018: 24 + 13 + 18 + 4 + 2 = 61; 2020: 28 + 27 = 55."""
        assert {2011: 11, 2018: 61, 2019: 52, 2020: 55, 2021: 51} == {
            edition.year: edition.total for edition in AWARDS
        }
        years = [edition.year for edition in AWARDS]
        assert sorted(set(years)) == years

    def test_rungs_and_modalities(self) -> None:
        """The ENSAT recognitions of 2018 are no part of the award."""
        counts = {edition.year: {what.es: n for what, n in edition.counts} for edition in AWARDS}
        assert {
            "Premio": 24,
            "Oro": 13,
            "Doble Oro": 18,
            "Triple Oro": 4,
            "Platino": 2,
        } == counts[2018]
        assert {"Premio": 28, "Distintivo Águila": 27} == counts[2020]
        assert [1, 1, 1] == [len(counts[year]) for year in (2011, 2019, 2021)]
        assert "ENSAT" in AWARDS[1].note.es

    def test_all_are_reported(self) -> None:
        """By the press, at least one source each; two totals have two."""
        assert {Status.REPORTED} == {edition.status for edition in AWARDS}
        assert [1, 1, 2, 1, 2] == [len(edition.sources) for edition in AWARDS]

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("year", 1998),
            ("year", "2018"),
            ("counts", ()),
            ("counts", [("a", 1)]),
            ("note", "nota"),
            ("sources", ()),
            ("status", "reportado"),
        ],
    )
    def test_a_field_that_breaks_its_rule_is_named(self, field: str, value: Any) -> None:
        """An edition before the award was born, or without source."""
        with pytest.raises(InvalidValueError) as caught:
            attrs.evolve(AWARDS[0], **{field: value})
        assert [field] == [fault.path for fault in caught.value.faults]


class TestFigures:
    """Published figures: value, relation, source, day; a bound stays a bound."""

    def test_values_and_relations(self) -> None:
        """Read again from the press."""
        at_least, exactly = Relation.AT_LEAST, Relation.EXACTLY
        expected = [
            (880, exactly),
            (21, exactly),
            (35, exactly),
            (400_000, at_least),
            (80_000, at_least),
            (60_000, at_least),
            (600, at_least),
            (62, exactly),
            (96, at_least),
            (2637, exactly),
            (984, exactly),
            (194, exactly),
            (159, exactly),
            (35, exactly),
        ]
        assert expected == [(figure.value, figure.relation) for figure in FIGURES]

    def test_codes_are_unique_and_all_are_reported(self) -> None:
        """One code each, at least one source each."""
        assert len(FIGURES) == len({figure.code for figure in FIGURES})
        assert {Status.REPORTED} == {figure.status for figure in FIGURES}

    def test_21_of_35_is_three_fifths(self) -> None:
        """The model reached 60 % of the OOADs in 2023."""
        share = ratio_of(OOADS_IN_MODEL_2023, OOADS_TOTAL)
        assert (Fraction(3, 5), Relation.EXACTLY) == (share.nominal, share.relation)
        assert OOADS_TOTAL.value == len(OOADS)

    @pytest.mark.parametrize("figure", [FIVE_ACTIONS_ENROLLED, FIVE_ACTIONS_SHARED])
    def test_a_ratio_of_two_bounds_has_no_direction(self, figure: PublishedFigure) -> None:
        """80/400 and 60/400 are nominal only."""
        assert ratio_of(figure, FIVE_ACTIONS_REACHED).relation is None

    def test_the_selection_narrows(self) -> None:
        """Each stage lies within the one before."""
        values = [figure.value for figure in SELECTION_2019]
        assert sorted(values, reverse=True) == values
        assert len(OOADS) == values[-1]

    def test_what_is_not_known_is_said(self) -> None:
        """Figures that invite a false reading carry a note."""
        for figure in (
            UNITS_IN_MODEL_2023,
            OOADS_IN_MODEL_2023,
            FIVE_ACTIONS_SHARED,
            QUESTIONNAIRES,
            ACTION_LINES_COMPLIANCE,
        ):
            assert figure.note is not None
            assert figure.note.es in figure.describe()

    def test_days_are_those_of_the_sources(self) -> None:
        """No day is made up: it is that of the publication, or not stated."""
        for figure in FIGURES:
            assert figure.on == figure.sources[0].issued
        assert date(2023, 7, 17) == UNITS_IN_MODEL_2023.on
        assert date(2022, 12, 12) == QUESTIONNAIRES.on


class TestFramework:
    """Names of 2021 are reported; points and subcriteria are the library's own."""

    def test_names_and_order(self) -> None:
        """Eight criteria in the printed order."""
        assert [
            "Planeación",
            "Derechohabiencia y Población Usuaria",
            "Liderazgo",
            "Procesos",
            "Talento Humano",
            "Conocimiento Organizacional e Innovación",
            "Responsabilidad Social",
            "Evaluación",
        ] == [name.es for name in CRITERIA_2021]
        assert CRITERIA_2021 == tuple(c.name for c in REFERENCE_FRAMEWORK.criteria)

    def test_points(self) -> None:
        """Eight times 125 are 1000, over 24 subcriteria."""
        assert [125] * 8 == [criterion.points for criterion in REFERENCE_FRAMEWORK.criteria]
        assert [40, 40, 45] * 8 == [sub.points for sub in REFERENCE_FRAMEWORK.subcriteria]
        assert 1000 == REFERENCE_FRAMEWORK.total

    def test_it_says_that_it_is_not_official(self) -> None:
        """In its code, its name and its status, in both languages; so does the gate."""
        assert REFERENCE_FRAMEWORK.status is Status.OWN
        assert REFERENCE_GATE.status is Status.OWN
        assert "no-oficial" in REFERENCE_FRAMEWORK.code
        for name in (REFERENCE_FRAMEWORK.name, REFERENCE_GATE.name):
            assert "no oficial" in name.to(Language.ES)
            assert "not official" in name.to(Language.EN)

    def test_the_gate_asks_three_things(self) -> None:
        """Questionnaires in full, programme and risks to nine tenths."""
        assert {
            "cuestionarios": Fraction(1),
            "programa": Fraction(9, 10),
            "riesgos": Fraction(9, 10),
        } == {one.code: one.full for one in REFERENCE_GATE.requirements}


class TestExamples:
    """One invented unit that shows what the library does."""

    def test_it_is_invented(self) -> None:
        """And says so."""
        assert "inventada" in EXAMPLE_UNIT.name
        assert {EXAMPLE_UNIT.code} == {sheet.unit for sheet in EXAMPLE_ASSESSMENTS}

    def test_two_years_complete(self) -> None:
        """2024 and 2025, every subcriterion rated, and better in the second year."""
        assert ["2024", "2025"] == [str(sheet.period) for sheet in EXAMPLE_ASSESSMENTS]
        before, now = (score(sheet) for sheet in EXAMPLE_ASSESSMENTS)
        assert before.value < now.value

    def test_the_gate_bites(self) -> None:
        """Integrity limits its score, so the example shows the gate at work."""
        total = score(EXAMPLE_ASSESSMENTS[-1])
        gated = apply_gate(total, EXAMPLE_STANDING, REFERENCE_GATE)
        assert gated.value < total.value

    def test_costs_lead_to_a_proved_route(self) -> None:
        """Something above today's score is within reach."""
        sheet = EXAMPLE_ASSESSMENTS[-1]
        target = score(sheet).value + 20
        route = cheapest_route(sheet, costs=EXAMPLE_COSTS, target=target)
        assert route.cost > 0
        assert () == route_faults(route, sheet, costs=EXAMPLE_COSTS)

    def test_costs_cannot_be_changed(self) -> None:
        """Shared by everybody who imports them."""
        with pytest.raises(TypeError):
            EXAMPLE_COSTS["1.1"] = {}  # type: ignore[index]
        with pytest.raises(TypeError):
            EXAMPLE_COSTS["1.1"][100] = 0  # type: ignore[index]


class TestSources:
    """Every statement has a source; every source has one code and one title."""

    def test_codes_and_titles_are_unique(self) -> None:
        """In each language."""
        found = cited()
        assert len(found) == len({source.code for source in found})
        for language in Language:
            assert len(found) == len({source.title.to(language) for source in found})

    def test_every_listed_document_is_cited(self) -> None:
        """No idle entry in the list of documents."""
        listed = {
            one for name in documents.__all__ if isinstance(one := getattr(documents, name), Source)
        }
        assert set() == listed - cited()

    def test_codes_and_names_of_documents_are_in_order(self) -> None:
        """The list of public names is sorted."""
        assert sorted(documents.__all__) == documents.__all__
        assert sorted(name for name in catalog.__all__ if name.isupper()) == [
            name for name in catalog.__all__ if name.isupper()
        ]

    def test_no_day_lies_ahead_of_the_year_in_the_code(self) -> None:
        """A code that ends in a year names that of its day."""
        for source in cited():
            year = source.code.rpartition("-")[2]
            if source.issued is not None and len(year) == 4:
                assert str(source.issued.year) == year


@pytest.mark.parametrize(("name", "value"), entries().items())
def test_every_label_has_both_languages(name: str, value: object) -> None:
    """Proper names apart, no label stands in Spanish alone, and no wording is blank."""
    for text in inside(value):
        if isinstance(text, Text):
            assert text.es.strip(), name
            assert text.en is not None or text.es in PROPER_NAMES
            assert text.en != ""


@pytest.mark.parametrize(("name", "value"), entries().items())
def test_every_entry_is_a_value(name: str, value: object) -> None:
    """Hashable, and every copy and pickle passes the constructors again."""
    if isinstance(value, Mapping):
        assert name in {"EXAMPLE_COSTS", "EXAMPLE_RESPONSES"}
        return
    assert hash(value) == hash(copy.deepcopy(value))
    assert value == pickle.loads(pickle.dumps(value))  # noqa: S301
    for one in inside(value):
        if attrs.has(type(one)):
            assert isinstance(one, Value)


def test_an_edition_is_a_value() -> None:
    """`AwardYear` is the one class of the room."""
    assert all(isinstance(edition, AwardYear) for edition in AWARDS)
