"""How results of competitiveness are shown: in both languages, as rows, and in a notebook."""

from __future__ import annotations

from fractions import Fraction
from html import escape

import attrs
import pytest

from imss_integrity.catalog import (
    EXAMPLE_ASSESSMENTS,
    EXAMPLE_COSTS,
    EXAMPLE_STANDING,
    REFERENCE_GATE,
)
from imss_integrity.competitiveness import (
    Adjustment,
    Assessment,
    Change,
    Consensus,
    Framework,
    MissingPolicy,
    Rung,
    StageRule,
    YearResult,
    apply_gate,
    change,
    cheapest_route,
    consensus,
    recognize,
    score,
)
from imss_integrity.kernel import Aggregation, Language, Period, Report, Text

BEFORE, NOW = EXAMPLE_ASSESSMENTS
SMALL = Framework.from_records(
    [
        {"criterion": "A", "criterion_points": 600, "subcriterion": "A1",
         "subcriterion_points": 600, "name_es": "Planeación", "name_en": "Planning"},
        {"criterion": "B", "criterion_points": 400, "subcriterion": "B1",
         "subcriterion_points": 400, "name_es": "<i>Procesos</i>", "name_en": "Processes"},
    ],
    version="2026",
)  # fmt: skip


def sheet(*percents: int | None, year: int = 2025, evaluator: str = "E1") -> Assessment:
    """Give an assessment by the small framework."""
    return Assessment(
        unit="UMF-900",
        period=Period.year(year),
        evaluator=evaluator,
        framework=SMALL,
        percents=percents,
    )


def agreement(*adjustments: Adjustment) -> Consensus:
    """Give the consensus of two evaluators, of whom one left something open."""
    return consensus(
        [sheet(50, None, evaluator="E1"), sheet(60, None, evaluator="E2")], adjustments=adjustments
    )


def gated_change() -> Change:
    """Give a change in which a gate takes points away."""
    gate = REFERENCE_GATE
    return change(score(sheet(50, 40)), apply_gate(score(sheet(80, 40)), EXAMPLE_STANDING, gate))


REPORTS: dict[str, Report] = {
    "score": score(sheet(50, None), missing="zero"),
    "gated": apply_gate(score(sheet(100, 40)), EXAMPLE_STANDING, REFERENCE_GATE),
    "change": gated_change(),
    "route": cheapest_route(sheet(50, 40), costs={"B1": {60: Fraction(7, 2)}}, target=500),
    "consensus": agreement(),
    "recognition": recognize(
        YearResult(year=year, points=points, won=year == 2020)
        for year, points in (
            (2019, None),
            (2020, Fraction(700)),
            (2021, Fraction(1401, 2)),
            (2023, None),
        )
    ),
}
ALL = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)


def lines(report: Report, language: Language = Language.ES) -> list[str]:
    """Give the lines of an explanation, without status and sources."""
    return report.describe(language).splitlines()[:-2]


class TestAll:
    """Every result explains itself."""

    @ALL
    @pytest.mark.parametrize(("language", "word"), [("es", "Estatus"), ("en", "Status")])
    def test_status_and_sources_stand_below(
        self, report: Report, language: Language, word: str
    ) -> None:
        """In both languages."""
        *_, status, sources = report.describe(language).splitlines()

        assert f"{word}: {report.status.label.to(Language(language))}" == status
        assert report.sources[0].citation(Language(language)) in sources

    @ALL
    def test_a_notebook_shows_the_same_escaped(self, report: Report) -> None:
        """No text of a user opens a tag."""
        html = report._repr_html_()

        assert "<i>" not in html
        assert escape(report.describe().splitlines()[0]) in html
        assert html.count("<tr>") == html.count("</tr>")

    @ALL
    def test_rows_have_the_same_keys(self, report: Report) -> None:
        """Exact numbers become floats unless they are asked for."""
        plain, exact = report.to_records(), report.to_records(exact=True)

        assert len({tuple(row) for row in (*plain, *exact)}) == 1
        assert not any(isinstance(cell, Fraction) for row in plain for cell in row.values())

    def test_choices_have_names_in_both_languages(self) -> None:
        """Methods, rules; a rung has its official name alone."""
        for label in (one.label for kind in (Aggregation, StageRule) for one in kind):
            assert label.en is not None
            assert label.es != label.en
        assert [rung.label.es for rung in Rung][1] == "Distintivo Águila Oro"
        assert len({rung.label for rung in Rung}) == len(Rung)
        assert list(MissingPolicy) == ["refuse", "zero", "reweight"]


EXPECTED = {
    ("score", Language.ES): [
        "UMF-900 (2025): 300 de 1000 puntos",
        "Marco: marco 2026; método: media aritmética ponderada",
        "Sin calificar: B1; aún puede quedar entre 300 y 700 puntos",
        "  clave  nombre           puntos   de   %  nota",
        "  A      A                   300  600  50",
        "    A1   Planeación          300  600  50",
        "  B      B                     0  400   0",
        "    B1   <i>Procesos</i>       0  400      sin calificar: cuenta como 0 %",
    ],
    ("score", Language.EN): [
        "UMF-900 (2025): 300 out of 1000 points",
        "Framework: marco 2026; method: weighted arithmetic mean",
        "Not rated: B1; it can still end from 300 to 700 points",
        "  code  name       points   of   %  note",
        "  A     A             300  600  50",
        "    A1  Planning      300  600  50",
        "  B     B               0  400   0",
        "    B1  Processes       0  400      not rated: counts as 0 %",
    ],
    ("change", Language.ES): [
        "UMF-900: de 460 a 550 puntos (+90)",
        "  clave  nombre                  antes %  después %  puntos",
        "  A1     Planeación                   50         80     180",
        "         descuentos (compuerta)                         -90",
    ],
    ("change", Language.EN): [
        "UMF-900: from 460 to 550 points (+90)",
        "  code  name               before %  after %  points",
        "  A1    Planning                 50       80     180",
        "        deductions (gate)                        -90",
    ],
    ("route", Language.ES): [
        "UMF-900: de 460 a 540 puntos con un costo de 3.5 (meta: 500)",
        "  clave  nombre           %         costo  puntos",
        "  B1     <i>Procesos</i>  40 -> 60    3.5      80",
        "Ningún otro conjunto de mejoras llega a la meta por menos (certificado incluido).",
    ],
    ("route", Language.EN): [
        "UMF-900: from 460 to 540 points at a cost of 3.5 (target: 500)",
        "  code  name       %         cost  points",
        "  B1    Processes  40 -> 60   3.5      80",
        "No other set of raises reaches the target for less (certificate included).",
    ],
    ("consensus", Language.ES): [
        "UMF-900 (2025): consenso de 2 evaluadores",
        "Concordancia (alfa de Krippendorff): ordinal 0.000, de intervalo 0.000",
        "Totales individuales: de 300 a 760 puntos",
        "  tipo         clave  del desacuerdo  inclinación",
        "  subcriterio  A1              100 %",
        "  evaluador    E1               50 %        -10.0",
        "  evaluador    E2               50 %        +10.0",
    ],
    ("consensus", Language.EN): [
        "UMF-900 (2025): consensus of 2 evaluators",
        "Agreement (Krippendorff's alpha): ordinal 0.000, interval 0.000",
        "Individual totals: from 300 to 760 points",
        "  kind          code  of the disagreement   lean",
        "  subcriterion  A1                  100 %",
        "  evaluator     E1                   50 %  -10.0",
        "  evaluator     E2                   50 %  +10.0",
    ],
    ("recognition", Language.ES): [
        "Reconocimientos por año",
        "   año  reconocimiento                   motivo",
        "  2019  ninguno                          sin Premio en los años dados",
        "  2020  Premio IMSS a la Competitividad  ganó el Premio",
        "  2021  Distintivo Águila Oro            mantuvo o elevó su puntaje: 700 -> 700.5",
        "  2023  sin determinar                   falta un año o un puntaje para comparar",
    ],
    ("recognition", Language.EN): [
        "Recognitions by year",
        "  year  recognition                      reason",
        "  2019  none                             no Premio in the years given",
        "  2020  Premio IMSS a la Competitividad  won the Premio",
        "  2021  Distintivo Águila Oro            kept or raised its score: 700 -> 700.5",
        "  2023  undetermined                     a year or a score to compare with is missing",
    ],
}


@pytest.mark.parametrize(("name", "language"), EXPECTED)
def test_an_explanation_reads_well(name: str, language: Language) -> None:
    """In full, as a reader sees it."""
    assert lines(REPORTS[name], language) == EXPECTED[name, language]


class TestScore:
    """Leaves as rows; the total in words."""

    def test_rows_are_the_leaves(self) -> None:
        """With the criterion they belong to; a gate is a row of its own."""
        rows = REPORTS["gated"].to_records(exact=True)

        assert [("A", "A1"), ("B", "B1"), (REFERENCE_GATE.code, REFERENCE_GATE.code)] == [
            (row["part"], row["leaf"]) for row in rows
        ]
        assert [600, 160, -210] == [row["value"] for row in rows]
        assert "=" not in str(rows)

    def test_the_gate_is_explained(self) -> None:
        """The points it leaves and the requirement that sets them."""
        shown = lines(REPORTS["gated"], Language.EN)

        assert shown[0] == "UMF-900 (2025): 550 out of 1000 points"
        assert "cap of 550 points set by 'conflict-of-interest" in shown[-1]

    def test_a_formula_in_a_name_is_not_run_by_a_spreadsheet(self) -> None:
        """An apostrophe stands before it."""
        criterion = SMALL.criteria[0]
        sub = attrs.evolve(criterion.subcriteria[0], name=Text("=1+1"))
        criteria = (attrs.evolve(criterion, subcriteria=(sub,)), SMALL.criteria[1])
        framework = attrs.evolve(SMALL, criteria=criteria)
        total = score(attrs.evolve(sheet(50, 50), framework=framework))

        assert "'=1+1" == total.to_records()[0]["name"]


class TestChange:
    """Rows add up to the difference."""

    def test_deductions_are_a_row_of_no_subcriterion(self) -> None:
        """So that a data frame adds up too."""
        split = gated_change()
        rows = split.to_records(exact=True)

        assert ["A1", "B1", None] == [row["subcriterion"] for row in rows]
        assert split.difference == sum(Fraction(str(row["total"])) for row in rows)

    def test_a_loss_has_one_sign(self) -> None:
        """What did not change is left out; what was not rated has no percent."""
        before, after = (score(sheet(percent, 40), missing="zero") for percent in (50, None))

        assert lines(change(before, after)) == [
            "UMF-900: de 460 a 160 puntos (-300)",
            "  clave  nombre      antes %  después %  puntos",
            "  A1     Planeación       50               -300",
        ]
        assert lines(change(before, before)) == [
            "UMF-900: de 460 a 460 puntos (0)",
            "  clave  nombre  antes %  después %  puntos",
        ]

    def test_rows_without_deductions(self) -> None:
        """There is one for each subcriterion, and no more."""
        assert 2 == len(change(score(sheet(50, 40)), score(sheet(55, 40))).to_records())


class TestRoute:
    """What to raise, or that there is nothing to raise."""

    def test_without_raises_there_is_no_table(self) -> None:
        """The sentence says that the target is met."""
        route = cheapest_route(sheet(50, 40), costs={}, target=450)

        assert [] == route.to_records()
        assert lines(route) == [
            "UMF-900: de 460 a 460 puntos con un costo de 0 (meta: 450)",
            "Ningún otro conjunto de mejoras llega a la meta por menos (certificado incluido).",
        ]
        assert "<table>" not in route._repr_html_()

    def test_a_certificate_is_not_printed(self) -> None:
        """It may be long."""
        route = cheapest_route(NOW, costs=EXAMPLE_COSTS, target=700)

        assert "certificate=" not in repr(route)
        assert ["subject", "subcriterion", "before", "after", "cost", "points"] == [
            *route.to_records()[0]
        ]


class TestConsensus:
    """Agreement, spread, chances, drivers, raises and cuts."""

    def test_raises_and_cuts_are_told_with_their_reasons(self) -> None:
        """A rating that nobody gave is a raise from nothing."""
        why = Text("evidencia", "evidence")
        made = agreement(
            Adjustment(subcriterion="B1", percent=20, reason=why),
            Adjustment(subcriterion="A1", percent=45, reason=why),
        )

        assert ["A1: baja de 50 a 45 %: evidencia", "B1: sube de - a 20 %: evidencia"] == lines(
            made
        )[-2:]
        assert [
            "A1: cut from 50 to 45 %: evidence",
            "B1: raised from - to 20 %: evidence",
        ] == lines(made, Language.EN)[-2:]

    def test_chances_are_told_by_the_name_of_the_stage(self) -> None:
        """Under the rule they were decided by; a gap is named."""
        sheets = [sheet(60, 60, evaluator="E1"), sheet(65, 60, evaluator="E2")]

        assert (
            "Probabilidad de cada etapa (dentro del rango de la tabla): Consolidado 50.0 %,"
            " sin etapa 50.0 %"
        ) in lines(consensus(sheets, rule="en_rango"))
        assert (
            "Chance of each stage (lower end reached; own, not official): Consolidated 100.0 %"
        ) in lines(consensus(sheets), Language.EN)

    def test_a_chance_is_not_rounded_to_certainty(self) -> None:
        """Neither one in thousands to none, nor the rest to all."""
        low = attrs.evolve(NOW, percents=(20,) * 24)
        high = attrs.evolve(NOW, percents=(25,) * 24, evaluator="E2")
        found = consensus([low, high])

        assert Fraction(1, 2**24) == dict(found.chances)["desarrollo"]
        assert (
            "Chance of each stage (lower end reached; own, not official): Design > 99.9 %,"
            " Development < 0.1 %"
        ) in lines(found, Language.EN)

    def test_without_disagreement_there_is_no_table(self) -> None:
        """And alpha is undefined where nothing differs."""
        made = consensus([sheet(50, 50), sheet(50, 50, evaluator="E2")])

        assert lines(made, Language.EN) == [
            "UMF-900 (2025): consensus of 2 evaluators",
            "Agreement (Krippendorff's alpha): ordinal undefined, interval undefined",
            "Individual totals: from 500 to 500 points",
            "Chance of each stage (lower end reached; own, not official): Consolidated 100.0 %",
        ]

    def test_rows_are_the_drivers(self) -> None:
        """Subcriteria first, then evaluators, with their lean."""
        rows = agreement().to_records(exact=True)

        assert [
            ("subcriterion", "A1", 1, None),
            ("subcriterion", "B1", 0, None),
            ("evaluator", "E1", Fraction(1, 2), -10),
            ("evaluator", "E2", Fraction(1, 2), 10),
        ] == [(row["kind"], row["code"], row["share"], row["lean"]) for row in rows]


class TestRecognition:
    """One row a year."""

    def test_rows(self) -> None:
        """A rung by its code; whether it is determined, and why."""
        rows = REPORTS["recognition"].to_records()

        assert [None, "premio", "oro", None] == [row["rung"] for row in rows]
        assert [True, True, True, False] == [row["determined"] for row in rows]
        assert "ganó el Premio" == rows[1]["reason"]
