"""How initiatives, their reach, learning and institution-wide indices are shown and copied."""

from __future__ import annotations

import copy
import pickle
from datetime import date
from fractions import Fraction

import attrs
import pytest

from imss_integrity.catalog import (
    FIVE_ACTIONS_ENROLLED,
    FIVE_ACTIONS_REACHED,
    FIVE_ACTIONS_SHARED,
    SELECTION_2019,
)
from imss_integrity.initiatives import (
    ActionKind,
    Axis,
    CriterionSide,
    FulfilmentCriterion,
    IndexComponent,
    IndexDeduction,
    IndexDimension,
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
    acrc_index_since_2022,
    balanced_index,
    fulfilment_index,
    growth_of,
    perception_index,
    reach_rates,
)
from imss_integrity.kernel import (
    Language,
    Period,
    PublishedFigure,
    Relation,
    Report,
    Source,
    Status,
    Text,
)

SOURCE = Source(code="nota", title=Text("Nota de prensa", "Press note"))
FIVE = Initiative(
    code="cinco-acciones",
    name=Text("5 Acciones"),
    axis=Axis.CULTURE,
    actions=(
        InitiativeAction(code="A1", name=Text("Identidad IMSS"), kind=ActionKind.COURSE),
        InitiativeAction(
            code="A2", name=Text("=norma"), kind=ActionKind.NORMATIVE, document="1000-001-015"
        ),
    ),
    principles=(Principle.INTEGRITY, Principle.TRANSPARENCY),
    modules=(LearningModule(code="M1", name=Text("Valores", "Values")),),
    audience=Text("todo el personal", "all staff"),
    period=Period.year(2022),
    owner="uit",
    status=Status.OWN,
    sources=(SOURCE,),
)
PUBLISHED = Reach(
    initiative="cinco-acciones",
    stages=(
        ReachStage(figure=FIVE_ACTIONS_REACHED),
        ReachStage(figure=FIVE_ACTIONS_ENROLLED, nested=True),
        ReachStage(figure=FIVE_ACTIONS_SHARED),
    ),
)
SELECTION = Reach(
    initiative="seleccion-2019",
    stages=tuple(
        ReachStage(figure=figure, nested=place > 0) for place, figure in enumerate(SELECTION_2019)
    ),
)
FIRST = PublishedFigure(
    600, Relation.EXACTLY, code="c1", what=Text("cuestionarios", "questionnaires"),
    sources=(SOURCE,), status=Status.REPORTED, on=date(2022, 12, 12),
)  # fmt: skip
LEARNING = LearningEvaluation(
    module="CLIMSS-1",
    results=(
        LevelResult(
            level=LearningLevel.BEHAVIOUR, on=date(2026, 9, 1), people=30, after=Fraction(61)
        ),
        LevelResult(
            level=LearningLevel.LEARNING, on=date(2026, 3, 2), people=80, before=Fraction(40),
            after=Fraction(70),
        ),
        LevelResult(
            level=LearningLevel.RESULTS, on=date(2026, 9, 1), people=80, before=Fraction(100),
            after=Fraction(90),
        ),
    ),
    status=Status.OWN,
)  # fmt: skip
CRITERIA = tuple(
    FulfilmentCriterion(code=f"C{n}", name=Text("criterio", "criterion"), side=side, fulfilled=met)
    for n, (side, met) in enumerate(
        ((CriterionSide.DE_JURE, True), (CriterionSide.DE_FACTO, None),
         (CriterionSide.DE_JURE, False)), start=1
    )
)  # fmt: skip
INDEX = balanced_index(
    [
        IndexComponent(
            code="programa", name=Text("Programa", "Programme"), share=Fraction(1, 10),
            dimension=IndexDimension.COMPLIANCE, weight=Fraction(1),
        )
    ],
    subject="IMSS",
    deductions=[
        IndexDeduction(code="quejas", name=Text("Quejas", "Complaints"), points=Fraction(25)),
        IndexDeduction(code="actas", name=Text("Actas", "Records"), points=Fraction(15)),
    ],
)  # fmt: skip
REPORTS: list[Report] = [
    FIVE,
    PUBLISHED,
    reach_rates(PUBLISHED),
    reach_rates(SELECTION),
    growth_of(FIRST, attrs.evolve(FIRST, value=880, on=date(2023, 12, 12))),
    LEARNING,
    fulfilment_index(CRITERIA, subject="IMSS", unknown="zero"),
    INDEX,
    acrc_index_since_2022(subject="KR", perceived=80, effort=85),
    perception_index([0, 1, 2, 3, 4], subject="IMSS", invited=40, sources=[SOURCE]),
]


@pytest.mark.parametrize("report", REPORTS, ids=lambda one: type(one).__name__)
def test_every_result_is_shown_in_both_languages_and_survives_copies(report: Report) -> None:
    """Text, notebook, rows of one shape; equal after copy and pickle; status and sources told."""
    spanish, english = (report.describe(language) for language in Language)
    assert spanish != english
    assert "Estatus: " in spanish
    assert "Status: " in english
    assert all(source.title.es in spanish for source in report.sources)
    html = report._repr_html_()
    assert html.startswith("<div>")
    rows = report.to_records(exact=True)
    assert rows
    assert all(list(row) == list(rows[0]) for row in rows)
    assert copy.deepcopy(report) == report
    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301 - our own bytes
    assert hash(report) == hash(copy.copy(report))


def test_an_initiative_tells_what_is_stated() -> None:
    """And leaves out what is not."""
    assert FIVE.describe(Language.EN) == (
        "5 Acciones (cinco-acciones)\n"
        "Axis: integrity culture as prevention\n"
        "Principles: integrity, transparency\n"
        "CLIMSS modules: Values\n"
        "Audience: all staff\n"
        "Period: 2022\n"
        "Owner: uit\n"
        "  action  name            kind                            document\n"
        "  A1      Identidad IMSS  course\n"
        "  A2      =norma          change of a normative document  1000-001-015\n"
        "Status: own, not official\n"
        "Sources: Press note"
    )
    bare = Initiative(code="x", name=Text("X"), axis=Axis.MANAGEMENT, status=Status.REPORTED)
    assert bare.describe() == ("X (x)\nEje: mejor gestión pública\nEstatus: reportado, no oficial")
    (row,) = bare.to_records()
    assert (row["start"], row["actions"], row["axis"]) == (None, "", "mejor_gestion")


def test_principles_name_the_texts_they_stand_in() -> None:
    """Thirteen in the law, twelve in the code of ethics, ten in both."""
    named = [{source.code for source in principle.sources} for principle in Principle]
    assert sum("lgra-7" in codes for codes in named) == 13
    assert sum("codigo-etica-2025" in codes for codes in named) == 12
    assert sum(len(codes) == 2 for codes in named) == 10
    assert all(principle.label.en for principle in Principle)


def test_rates_say_why_there_is_none() -> None:
    """By the bounds, or because nesting is not stated; nobody in the stage before."""
    shown = reach_rates(PUBLISHED).describe()
    assert "sin tasa: las cotas publicadas no dan ninguna dirección" in shown
    assert "sin tasa: no consta que esté dentro de la anterior" in shown
    assert "Wilson" not in shown
    nobody = attrs.evolve(FIRST, value=0)
    empty = Reach(
        initiative="x",
        stages=(
            ReachStage(figure=nobody),
            ReachStage(figure=attrs.evolve(nobody, code="c2"), nested=True),
        ),
    )
    assert not reach_rates(empty).rates
    assert "sin tasa: nadie en la etapa anterior" in reach_rates(empty).describe()
    assert "no consta" in PUBLISHED.describe()


def test_exact_rates_are_shown_with_their_interval() -> None:
    """159 of 194, and what the interval does not tell."""
    shown = reach_rates(SELECTION, confidence=0.9).describe()
    assert "81.96 %" in shown
    assert "Intervalo de Wilson (90 %)" in shown
    assert shown.count(" - ") == 4


@pytest.mark.parametrize(
    ("lowest", "highest", "about", "words"),
    [
        ("1/4", "1/4", None, ("25 %", "25 %")),
        ("1/4", "1/2", None, ("de 25 % a 50 %", "from 25 % to 50 %")),
        ("1/4", "1", None, ("al menos 25 %", "at least 25 %")),
        ("0", "1/4", None, ("a lo más 25 %", "at most 25 %")),
        ("0", "1", "1/4", ("alrededor de 25 %", "about 25 %")),
        ("0", "1", None, ("sin tasa: las cotas", "no rate: the published bounds")),
    ],
)
def test_a_range_in_words(
    lowest: str, highest: str, about: str | None, words: tuple[str, str]
) -> None:
    """Each kind of range has its words; ``str`` is the Spanish one."""
    rate = ReachRate(
        stage="b", before="a", lowest=Fraction(lowest), highest=Fraction(highest),
        about=None if about is None else Fraction(about),
    )  # fmt: skip
    assert str(rate).startswith(words[0])
    assert rate.sentence(Language.EN).startswith(words[1])


@pytest.mark.parametrize(
    ("relations", "values", "words"),
    [
        (("exactamente", "exactamente"), (600, 880), "280 exactamente"),
        (("exactamente", "al_menos"), (600, 880), "al menos 280"),
        (("exactamente", "a_lo_mas"), (600, 80), "bajó al menos 520"),
        (("al_menos", "al_menos"), (600, 880), "sin dirección"),
        (("exactamente", "alrededor"), (600, 880), "sin dirección"),
        (("exactamente", "al_menos"), (600, 600), "no bajó"),
        (("exactamente", "a_lo_mas"), (600, 600), "no subió"),
        (("exactamente", "exactamente"), (0, 5), "5 exactamente"),
    ],
)
def test_growth_in_words(relations: tuple[str, str], values: tuple[int, int], words: str) -> None:
    """What is certain, and that nothing is."""
    first, later = (
        attrs.evolve(FIRST, value=value, relation=Relation(relation), on=date(2022 + n, 1, 1))
        for n, (value, relation) in enumerate(zip(values, relations, strict=True))
    )
    growth = growth_of(first, later)
    assert growth.describe().startswith(f"Crecimiento: {words}")
    assert growth.describe().count("La segunda es") + growth.describe().count(
        "La razón de ambas no tiene dirección, por sus cotas\n"
    ) == (values[0] > 0)
    assert "tasa" not in growth.describe()
    assert "no rate" not in growth.describe(Language.EN)


def test_learning_shows_every_level_and_what_was_not_measured() -> None:
    """No level is left out, and no gain is made up."""
    shown = LEARNING.describe()
    assert [level.value for level in LEARNING.missing] == ["reaccion"]
    assert "1 reacción" in shown
    assert "sin medir" in shown
    assert "sin margen de mejora" in shown
    assert [row["gain"] for row in LEARNING.to_records(exact=True)] == [None, Fraction(1, 2), None]


def test_two_sides_are_shown_apart() -> None:
    """With what is not known, and without a total."""
    index = fulfilment_index(CRITERIA, subject="IMSS", unknown="zero")
    shown = index.describe()
    assert "normas (de jure): 50 de 100 puntos\n" in shown
    assert "práctica (de facto): 0 de 100 puntos; puede llegar a 100" in shown
    assert "sin dato" in shown
    rules, practice = index.to_records(exact=True)
    assert (rules["value"], rules["highest"], rules["missing"]) == (50, 50, "")
    assert (practice["value"], practice["highest"], practice["missing"]) == (0, 100, "C2")


def test_deductions_that_do_not_fit_are_cut_in_proportion() -> None:
    """Of 25 and 15 points only 10 are there to take: 6.25 and 3.75."""
    assert [part.value for part in INDEX.parts] == [10, Fraction(-25, 4), Fraction(-15, 4)]
    assert INDEX.value == 0
    shown = INDEX.describe()
    assert "incidentes; de 25 puntos, lo que cabe hasta 0" in shown
    assert "cumplimiento; ponderación 1" in shown


def test_perception_tells_who_answered() -> None:
    """The number, the rate and the margin stand with the mean."""
    index = perception_index([0, 1, 2, 3, 4], subject="IMSS", invited=40)
    assert index.score.value == 75
    assert index.response_rate == Fraction(1, 4)
    shown = index.describe()
    assert "Respondieron 10 de 40 (25 %); margen de error: 27.18 puntos (95 %)" in shown
    assert "quienes no respondieron" in shown
