"""How orders of merit and counts are shown, kept and copied."""

from __future__ import annotations

import copy
import pickle

import attrs
import pytest

from imss_integrity.catalog import SELECTION_2019
from imss_integrity.initiatives import (
    Candidate,
    MeritOrder,
    Outcome,
    Seat,
    SelectionProcess,
    StageCounts,
    TieRule,
    merit_order,
    stage_counts,
)
from imss_integrity.kernel import Language, Relation, Report, Source, Status, Text

SOURCE = Source(code="convocatoria", title=Text("Convocatoria", "Call"))
PROCESS = attrs.evolve(
    SelectionProcess.of(
        {"examen": "0.4", "ensayo": "0.2", "entrevista": "1/3", "curriculum": "1/15"},
        code="TOOAD-9", profile="titular_ooad", seats=2, tie_rule="por_etapas",
        tie_stages=["examen", "ensayo"], minimums={"examen": 60},
    ),
    sources=(SOURCE,),
)  # fmt: skip
STAGES = [stage.code for stage in PROCESS.stages]
PEOPLE = [
    Candidate.of(code, dict(zip(STAGES, points, strict=False)))
    for code, *points in (
        ("C-01", 90, 80, 85, 70),
        ("C-02", 80, 90, 90, 60),
        ("C-03", 80, 90, 90, 60),
        ("C-04", 55, 100, 100, 100),
        ("C-05", 95, 95, 95, 95),
        ("C-06", 99, 99, 99, 99),
        ("C-07", 90, 80),
        ("C-08", 70),
        ("C-09", 60),
    )
]
CLEARED: dict[str, bool | None] = {one.code: True for one in PEOPLE}
GATE = {**CLEARED, "C-05": False, "C-06": None, "C-08": None, "C-09": False}
ORDER = merit_order(PROCESS, PEOPLE, eligible=GATE)
COUNTS = StageCounts.from_figures(SELECTION_2019, nested=True)
REPORTS: dict[str, Report] = {
    "order": ORDER,
    "counts": COUNTS,
    "apart": StageCounts.from_figures(SELECTION_2019, nested=False),
    "own_counts": stage_counts(PROCESS, PEOPLE),
}
ALL = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)


class TestPlaces:
    """Who stands where."""

    ONE_SEAT = attrs.evolve(PROCESS, seats=1)

    def test_who_follows_the_last_seat_has_none(self) -> None:
        """A seat is disputed only by those who share its place."""
        order = merit_order(self.ONE_SEAT, PEOPLE, eligible=GATE)
        seats = [entry.seat for entry in order.entries if entry.outcome is Outcome.RANKED]

        assert [Seat.TAKEN, Seat.NONE, Seat.NONE] == seats

    def test_who_may_only_equal_the_last_seat_may_still_get_it(self) -> None:
        """A draw is decided by nobody here."""
        twin = attrs.evolve(PEOPLE[0], code="C-10")
        order = merit_order(self.ONE_SEAT, [PEOPLE[0], twin], eligible={"C-01": True, "C-10": None})

        assert [Seat.TAKEN, Seat.POSSIBLE] == [entry.seat for entry in order.entries]

    def test_the_others_stand_by_outcome_then_by_code(self) -> None:
        """Those under review, those incomplete, those below a minimum, those not eligible."""
        others = [one.candidate.code for one in ORDER.entries if one.outcome is not Outcome.RANKED]

        assert ["C-06", "C-08", "C-07", "C-04", "C-05", "C-09"] == others


class TestAll:
    """Every result explains itself."""

    @ALL
    @pytest.mark.parametrize(("language", "word"), [("es", "Estatus"), ("en", "Status")])
    def test_status_and_sources_stand_below(self, report: Report, language: str, word: str) -> None:
        """In both languages."""
        chosen = Language(language)
        *_, status, sources = report.describe(chosen).splitlines()

        assert f"{word}: {report.status.label.to(chosen)}" == status
        assert report.sources[0].citation(chosen) in sources

    @ALL
    def test_rows_have_the_same_keys(self, report: Report) -> None:
        """Exact or not."""
        rows = (*report.to_records(), *report.to_records(exact=True))

        assert 1 == len({tuple(row) for row in rows})

    @ALL
    def test_copies_and_pickles_are_equal(self, report: Report) -> None:
        """They go through the constructor again."""
        assert report == pickle.loads(pickle.dumps(report))  # noqa: S301 - our own
        assert report == copy.deepcopy(report)
        assert hash(report) == hash(copy.copy(report))

    def test_a_notebook_shows_the_same_escaped(self) -> None:
        """No text of a user opens a tag."""
        stage = attrs.evolve(PROCESS.stages[0], name=Text("<i>Examen</i>"))
        process = attrs.evolve(PROCESS, stages=(stage, *PROCESS.stages[1:]))
        html = merit_order(process, PEOPLE, eligible=GATE)._repr_html_()

        assert "<i>" not in html
        assert "&lt;i&gt;Examen&lt;/i&gt; (de 40)" in html


EXPECTED = {
    ("order", Language.ES): [
        "TOOAD-9 (titular de OOAD): orden de mérito, 3 de 9 candidaturas con lugar; plazas: 2",
        "Empates: decide el puntaje por etapa: Examen, Ensayo",
        (
            "La elegibilidad es una compuerta: no da ni quita puntos. Los lugares se deciden antes"
            " de redondear."
        ),
        (
            "  lugar  clave  Examen (de 40)  Ensayo (de 20)  Entrevista (de 33.33)"
            "  Currículum (de 6.67)  puntos  situación"
        ),
        (
            "      1  C-01               36              16                  28.33"
            "                  4.67      85  toma plaza"
        ),
        (
            "      2  C-02               32              18                     30"
            "                     4      84  plaza en disputa"
        ),
        (
            "      2  C-03               32              18                     30"
            "                     4      84  plaza en disputa"
        ),
        (
            "         C-06             39.6            19.8                     33"
            "                   6.6      99  elegibilidad en revisión"
        ),
        (
            "         C-08               28                                       "
            "                                elegibilidad en revisión; falta Ensayo, Entrevista,"
            " Currículum; puede quedar entre 28 y 88 puntos"
        ),
        (
            "         C-07               36              16                       "
            "                                incompleta; falta Entrevista, Currículum; puede quedar"
            " entre 52 y 92 puntos"
        ),
        (
            "         C-04               22              20                  33.33"
            "                  6.67      82  bajo el mínimo: Examen"
        ),
        (
            "         C-05               38              19                  31.67"
            "                  6.33      95  no elegible"
        ),
        (
            "         C-09               24                                       "
            "                                no elegible"
        ),
        "Empate sin decidir en el lugar 2: C-02, C-03; plazas en disputa: 1",
        "Provisional: aún pueden tomar plaza C-06, C-08, C-07",
    ],
    ("order", Language.EN): [
        "TOOAD-9 (head of OOAD): order of merit, 3 of 9 candidates with a place; seats: 2",
        "Ties: the points by stage decide: Exam, Essay",
        (
            "Eligibility is a gate: it gives no points and takes none. Places are decided before"
            " rounding."
        ),
        (
            "  place  code  Exam (of 40)  Essay (of 20)  Interview (of 33.33)  Curriculum (of 6.67)"
            "  points  outcome"
        ),
        (
            "      1  C-01            36             16                 28.33                  4.67"
            "      85  takes a seat"
        ),
        (
            "      2  C-02            32             18                    30                     4"
            "      84  seat in dispute"
        ),
        (
            "      2  C-03            32             18                    30                     4"
            "      84  seat in dispute"
        ),
        (
            "         C-06          39.6           19.8                    33                   6.6"
            "      99  eligibility under review"
        ),
        (
            "         C-08            28                                                           "
            "          eligibility under review; Essay, Interview, Curriculum missing; can end from"
            " 28 to 88 points"
        ),
        (
            "         C-07            36             16                                            "
            "          incomplete; Interview, Curriculum missing; can end from 52 to 92 points"
        ),
        (
            "         C-04            22             20                 33.33                  6.67"
            "      82  below the minimum: Exam"
        ),
        (
            "         C-05            38             19                 31.67                  6.33"
            "      95  not eligible"
        ),
        (
            "         C-09            24                                                           "
            "          not eligible"
        ),
        "Tie left open at place 2: C-02, C-03; seats in dispute: 1",
        "Provisional: C-06, C-08, C-07 can still take a seat",
    ],
    ("counts", Language.ES): [
        "Conteo por etapa: 2637 -> 984 -> 194 -> 159 -> 35",
        "Cada etapa está dentro de la anterior, de la que se da el porcentaje.",
        (
            "  etapa                                                                            "
            " personas  % de la anterior"
        ),
        (
            "  personas registradas en la selección de titulares de OOAD de 2019                "
            "     2637"
        ),
        (
            "  personas que completaron el registro a la selección de titulares de OOAD de 2019 "
            "      984           37.32 %"
        ),
        (
            "  personas que cumplieron requisitos en la selección de titulares de OOAD de 2019  "
            "      194           19.72 %"
        ),
        (
            "  personas que presentaron el examen en la selección de titulares de OOAD de 2019  "
            "      159           81.96 %"
        ),
        (
            "  plazas de titular en la selección de titulares de OOAD de 2019                   "
            "       35           22.01 %"
        ),
    ],
    ("own_counts", Language.EN): [
        "Counts by stage: 9 -> 9 -> 7 -> 6 -> 6",
        "Each stage is within the one before, of which the percentage is given.",
        "  stage       people  % of the one before",
        "  candidates       9",
        "  Exam             9                100 %",
        "  Essay            7              77.78 %",
        "  Interview        6              85.71 %",
        "  Curriculum       6                100 %",
    ],
}


@pytest.mark.parametrize(("name", "language"), EXPECTED)
def test_an_explanation_reads_well(name: str, language: Language) -> None:
    """In full, as a reader sees it."""
    assert REPORTS[name].describe(language).splitlines()[:-2] == EXPECTED[name, language]


class TestOrder:
    """Rows, groups, and what is not shown."""

    def test_rows(self) -> None:
        """One for each candidate; what is missing is empty, not 0."""
        rows = {str(row["candidate"]): row for row in ORDER.to_records()}

        assert [2, "en_orden", "en_disputa", 84.0] == [
            rows["C-02"][key] for key in ("place", "outcome", "seat", "points")
        ]
        assert [None, None, "entrevista curriculum", 52.0, 92.0] == [
            rows["C-07"][key] for key in ("place", "points", "missing", "lowest", "highest")
        ]
        assert "examen" == rows["C-04"]["below"]
        assert "sin_plaza" == rows["C-05"]["seat"]

    def test_each_is_listed_with_its_outcome(self) -> None:
        """And in one of them only."""
        found = {
            outcome: [entry.candidate.code for entry in ORDER.with_outcome(outcome)]
            for outcome in Outcome
        }

        assert {
            Outcome.RANKED: ["C-01", "C-02", "C-03"],
            Outcome.PENDING: ["C-06", "C-08"],
            Outcome.INCOMPLETE: ["C-07"],
            Outcome.BELOW_MINIMUM: ["C-04"],
            Outcome.NOT_ELIGIBLE: ["C-05", "C-09"],
        } == found

    def test_the_score_of_each_explains_itself(self) -> None:
        """By stage, from the points to the total."""
        score = ORDER.entries[0].score
        assert score is not None

        assert "85 de 100 puntos" == str(score)
        assert "TOOAD-9" == score.definition
        assert Status.OWN is score.status
        assert (SOURCE,) == score.sources

    def test_it_is_own_whatever_the_process_claims(self) -> None:
        """The index is a proposal."""
        process = attrs.evolve(PROCESS, status=Status.OFFICIAL)

        assert Status.OWN is merit_order(process, PEOPLE, eligible=GATE).status
        assert Status.DERIVED is stage_counts(process, PEOPLE).status

    def test_no_verdict_and_no_points_in_repr(self) -> None:
        """A screening is nobody's business in a log."""
        for shown in (repr(ORDER), repr(ORDER.entries[0]), repr(PEOPLE[0])):
            assert "no_elegible" not in shown
            assert "en_orden" not in shown
            assert "points" not in shown
        assert "Candidate(code='C-01')" == repr(PEOPLE[0])
        assert "C-05" not in repr(ORDER)

    def test_without_open_ends_nothing_is_provisional(self) -> None:
        """Two seats, two who take them, nobody who could still come."""
        few = merit_order(PROCESS, PEOPLE[:2], eligible={"C-01": True, "C-02": True})

        assert ("C-01", "C-02") == few.seated
        assert () == few.contenders
        assert () == few.ties
        assert "Provisional" not in few.describe()
        assert "Empate sin" not in few.describe()

    def test_who_cannot_reach_a_seat_is_no_contender(self) -> None:
        """However the screening ends."""
        gate = {"C-01": True, "C-02": True, "C-03": None}
        low = Candidate.of("C-03", dict.fromkeys(STAGES, 60))
        order = merit_order(PROCESS, [*PEOPLE[:2], low], eligible=gate)

        assert Seat.NONE is order.entries[-1].seat
        assert () == order.contenders

    def test_a_shared_place_is_told_by_its_rule(self) -> None:
        """And nobody at all is an order too."""
        process = attrs.evolve(PROCESS, tie_rule=TieRule.SHARED, tie_stages=())
        empty: MeritOrder = merit_order(process, [], eligible={})

        assert "Empates: comparten lugar" in empty.describe()
        assert "0 of 0 candidates" in empty.describe(Language.EN)
        assert [] == empty.to_records()
        assert () == empty.entries

    @pytest.mark.parametrize("kind", [Outcome, Seat])
    def test_labels_differ_by_language(self, kind: type[Outcome | Seat]) -> None:
        """Each has its own."""
        labels = [member.label for member in kind]

        assert all(label.en and label.en != label.es for label in labels)
        assert len({*labels}) == len(labels)


class TestCounts:
    """Bounds stay bounds; without nesting there is no percentage."""

    def test_without_nesting_it_is_said(self) -> None:
        """In both languages."""
        apart = REPORTS["apart"]

        assert "Sin porcentajes: la fuente no dice" in apart.describe()
        assert "No percentages: the source does not say" in apart.describe(Language.EN)
        assert " %\n" not in apart.describe()

    def test_bounds_are_told(self) -> None:
        """At least and at most leave no share; at least of exactly is at least."""
        first, second, third = SELECTION_2019[:3]
        counts = StageCounts.from_figures(
            [
                first,
                attrs.evolve(second, relation=Relation.AT_LEAST),
                attrs.evolve(third, relation=Relation.AT_LEAST),
            ],
            nested=True,
        )

        assert "2637 -> al menos 984 -> al menos 194" in counts.describe()
        assert "at least 37.32 %" in counts.describe(Language.EN)
        assert [None, "al_menos", None] == [row["share_relation"] for row in counts.to_records()]
        assert counts.shares[1] is None
