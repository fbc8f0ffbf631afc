"""How cycles, verdicts and portfolios are shown, counted, copied and pickled."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from html import escape
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity import strategies
from imss_integrity.catalog import EXAMPLE_CYCLE
from imss_integrity.kernel import ImssIntegrityError, Language, Period, Report, Text
from imss_integrity.pdca import (
    Action,
    ActionCancelled,
    ActionDone,
    ActionProgressed,
    ActionStarted,
    ActionState,
    Cadence,
    CheckingEnded,
    Closed,
    Cycle,
    CycleEvent,
    CycleMove,
    CyclePolicy,
    Decided,
    Decision,
    DoingEnded,
    EvidenceAdded,
    Indicator,
    Measure,
    Measured,
    Measurement,
    NextOpened,
    Opened,
    Outcome,
    Phase,
    Plan,
    PlanApproved,
    PlanDrafted,
    Verified,
    advance,
    cycle_portfolio,
    phase_reached,
    phase_shares,
    replay,
    score_cycle,
    verify,
)
from imss_integrity.statistics import Improvement

START = date(2025, 1, 6)
CHANGE = START + timedelta(weeks=12)
CHECK = CHANGE + timedelta(weeks=20)
ES, EN = Language.ES, Language.EN
TAG = "<i>Espera</i>"


def indicator(code: str, measure: Measure = Measure.VALUE, **more: Any) -> Indicator:
    """Give a weekly indicator that should fall."""
    return Indicator(
        code=code,
        name=more.pop("name", Text("Caídas", "Falls")),
        unit=Text("minutos", "minutes"),
        measure=measure,
        wanted=Improvement.DOWN,
        cadence=Cadence.WEEKLY,
        **more,
    )


def weeks(levels: list[int]) -> tuple[Measurement, ...]:
    """Measure whole levels week by week."""
    return tuple(
        Measurement.of_value(Cadence.WEEKLY.period_from(START + timedelta(weeks=number)), level)
        for number, level in enumerate(levels)
    )


def action(code: str, day: date = date(2025, 6, 30)) -> Action:
    """Give an action of the shift."""
    return Action(code=code, what=Text("Paso", "Step"), owner="turno", due=day, days=5)


PLAN = Plan(
    aim=Text("Menos espera", "Less waiting"),
    indicator=indicator("espera", name=Text(TAG, "<i>Waiting</i>"), target=Fraction(8)),
    side_effects=(
        indicator("caidas", Measure.COUNT),
        indicator("quejas", Measure.COUNT, name=Text("Quejas", "Complaints")),
    ),
    actions=(action("A1"), action("A2", date(2025, 3, 1))),
)
LEVELS = weeks([*[10] * 8, *[12] * 4, *[6, 8] * 6, *[10, 12] * 4])
MADE: dict[str, Any] = {"on": CHANGE, "by": "turno"}
OPENED = Opened(
    on=START,
    by="calidad",
    code="C-1",
    unit="UMF-900",
    period=Period.year(2025),
    roles=("calidad", "turno"),
    subcriteria=("1.1",),
)
CANCELLED = ActionCancelled(**MADE, action="A2", reason=Text("Sin presupuesto", "No money"))
EVENTS: list[CycleEvent] = [
    OPENED,
    PlanDrafted(on=START, by="calidad", plan=PLAN),
    Measured(**MADE, indicator="espera", measurements=LEVELS[:12]),
    Measured(**MADE, indicator="caidas", measurements=weeks([8, 10] * 6)),
    PlanApproved(**MADE),
    ActionStarted(**MADE, action="A1"),
    ActionProgressed(**MADE, action="A1", progress=60),
    EvidenceAdded(**MADE, reference="MINUTA-1", action="A1"),
    ActionDone(**MADE, action="A1"),
    CANCELLED,
    DoingEnded(**MADE),
    Measured(on=CHECK, by="turno", indicator="espera", measurements=LEVELS[12:]),
    Measured(on=CHECK, by="turno", indicator="caidas", measurements=weeks([8, 19] * 16)[12:]),
]
VERDICT = verify(replay(EVENTS), on=CHECK)
EVENTS.extend(
    [
        Verified(on=CHECK, by="calidad", verdict=VERDICT),
        CheckingEnded(on=CHECK, by="calidad"),
        Decided(
            on=CHECK,
            by="calidad",
            decision=Decision.STANDARDISE,
            reason=Text("Así se acordó", "So it was agreed"),
        ),
        Closed(on=CHECK, by="calidad"),
        NextOpened(on=CHECK, by="calidad", code="C-2"),
    ]
)
CYCLE = replay(EVENTS)
OTHER = replay(
    [
        attrs.evolve(OPENED, code="B-1", subcriteria=("1.2",)),
        PlanDrafted(on=START, by="calidad", plan=PLAN),
    ]
)
PORTFOLIO = cycle_portfolio([CYCLE, OTHER], unit="UMF-900", on=CHECK)
REPORTS: dict[str, Report] = {
    "cycle": CYCLE,
    "verdict": VERDICT,
    "early": verify(replay(EVENTS[:11]), on=CHANGE, rules="nelson", confidence=0.9),
    "portfolio": PORTFOLIO,
    "classical": score_cycle(replay(EVENTS[:7])),
    "fine-tuned": score_cycle(replay(EVENTS[:7]), policy="afinada"),
}
ALL = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)


def lines(name: str, language: Language = ES) -> list[str]:
    """Give the lines of an explanation, without status and sources."""
    return REPORTS[name].describe(language).splitlines()[:-2]


@ALL
@pytest.mark.parametrize(("language", "word"), [(ES, "Estatus"), (EN, "Status")])
def test_status_and_sources_stand_below(report: Report, language: Language, word: str) -> None:
    """In both languages."""
    *_, status, sources = report.describe(language).splitlines()
    assert f"{word}: {report.status.label.to(language)}" == status
    assert report.sources[0].citation(language) in sources


@ALL
def test_a_notebook_shows_the_same_escaped(report: Report) -> None:
    """No text of a user opens a tag; every line and cell is there."""
    html = report._repr_html_()
    assert "<i>" not in html
    assert escape(report.describe().splitlines()[0]) in html
    assert html.count("<tr>") == html.count("</tr>") > 1


@ALL
def test_rows_have_the_same_keys(report: Report) -> None:
    """Exact numbers become floats unless they are asked for."""
    plain, exact = report.to_records(), report.to_records(exact=True)
    assert len({tuple(row) for row in (*plain, *exact)}) == 1
    assert not any(isinstance(cell, Fraction) for row in plain for cell in row.values())


@ALL
@pytest.mark.parametrize("language", ["ES", "fr", None])
def test_no_other_language(report: Report, language: Any) -> None:
    """Two, by their codes."""
    with pytest.raises(ImssIntegrityError, match="es, en"):
        report.describe(language)


EXPECTED = {
    ("verdict", ES): [
        "C-1, 2025-08-18: mejoró; empeoró: Caídas",
        (
            "Reglas del NHS (Making Data Count); el cambio pudo empezar el 2025-03-31; mínimo de"
            " puntos: 10 (propio)"
        ),
        "<i>Espera</i>: 12 puntos antes y 20 después",
        "Efecto: de 10.6667 a 8.6: -2.0667 (IC 95 %: -2.9126 a -1.2207)",
        "Avance hacia la meta: 77.5 %",
        "Antes del cambio el proceso no era estable: el efecto puede venir de antes",
        (
            "Señales: un punto fuera de los límites (favorable, 4 veces, 2025-03-31 a 2025-08-10);"
            " siete puntos del mismo lado del centro (favorable, 2025-03-31 a 2025-06-29); un punto"
            " fuera de los límites (desfavorable, 4 veces, 2025-06-30 a 2025-08-17)"
        ),
        "Caídas: 12 puntos antes y 20 después",
        "Efecto: de 9 a 13.7895: 4.7895 (IC 95 %: -0.071 a 9.6499)",
        "Señales: un punto fuera de los límites (desfavorable, 10 veces, 2025-04-07 a 2025-08-17)",
        "La evidencia no sustenta el cambio (lectura propia)",
        (
            "  indicador  resultado                  desde         antes  después  meta"
            "                    perdura"
        ),
        (
            "  espera     mejoró                     2025-03-31  10.6667      8.6"
            "  a veces sí, a veces no  no"
        ),
        (
            "  caidas     empeoró                    2025-04-07        9  13.7895"
            "                          sí"
        ),
        "  quejas     pocos puntos para decidir",
    ],
    ("verdict", EN): [
        "C-1, 2025-08-18: improved; worsened: Falls",
        (
            "NHS rules (Making Data Count); the change could begin on 2025-03-31; fewest points: 10"
            " (own)"
        ),
        "<i>Waiting</i>: 12 points before and 20 after",
        "Effect: from 10.6667 to 8.6: -2.0667 (95 % CI: -2.9126 to -1.2207)",
        "Way to the target: 77.5 %",
        "The process was not steady before the change: the effect may come from before",
        (
            "Signals: one point outside the limits (favourable, 4 times, 2025-03-31 to 2025-08-10);"
            " seven points on one side of the centre (favourable, 2025-03-31 to 2025-06-29);"
            " one point outside the limits (unfavourable, 4 times, 2025-06-30 to 2025-08-17)"
        ),
        "Falls: 12 points before and 20 after",
        "Effect: from 9 to 13.7895: 4.7895 (95 % CI: -0.071 to 9.6499)",
        "Signals: one point outside the limits (unfavourable, 10 times, 2025-04-07 to 2025-08-17)",
        "The evidence does not support the change (own reading)",
        "  indicator  outcome                 since        before    after  target        lasts",
        "  espera     improved                2025-03-31  10.6667      8.6  hit and miss  no",
        "  caidas     worsened                2025-04-07        9  13.7895                yes",
        "  quejas     too few points to tell",
    ],
    ("early", EN): [
        "C-1, 2025-03-31: too few points to tell",
        "Nelson rules; the change could begin on 2025-03-31; fewest points: 10 (own)",
        "<i>Waiting</i>: 12 points before and 0 after",
        "The process was not steady before the change: the effect may come from before",
        "The evidence does not support the change (own reading)",
        "  indicator  outcome                 since  before  after  target     lasts",
        "  espera     too few points to tell                        never met",
        "  caidas     too few points to tell",
        "  quejas     too few points to tell",
    ],
    ("portfolio", ES): [
        "Ciclos PHVA de UMF-900 al 2025-08-18: 2",
        (
            "  ciclo  periodo  fase     vencidas  resultado  decisión"
            "                            puntos CAF clásicos"
        ),
        (
            "  B-1       2025  Planear         2"
            "                                                                   8"
        ),
        (
            "  C-1       2025  Cerrado         0  mejoró     estandarizar (contra la evidencia)"
            "                 80.5"
        ),
    ],
    ("portfolio", EN): [
        "PDCA cycles of UMF-900 on 2025-08-18: 2",
        (
            "  cycle  period  phase   overdue  outcome   decision"
            "                            classical CAF points"
        ),
        (
            "  B-1      2025  Plan          2"
            "                                                                   8"
        ),
        (
            "  C-1      2025  Closed        0  improved  standardise (against the evidence)"
            "                  80.5"
        ),
    ],
    ("cycle", ES): [
        "Ciclo C-1 de UMF-900 (2025): Cerrado",
        "Objetivo: Menos espera",
        "<i>Espera</i>: 32 mediciones",
        "Caídas: 32 mediciones",
        "Quejas: 0 mediciones",
        "Veredicto del 2025-08-18: mejoró",
        "Decisión del 2025-08-18: estandarizar (contra la evidencia)",
        "  acción  qué   rol    vence       avance %  estado",
        "  A1      Paso  turno  2025-06-30       100  terminada",
        "  A2      Paso  turno  2025-03-01         0  cancelada",
    ],
    ("cycle", EN): [
        "Cycle C-1 of UMF-900 (2025): Closed",
        "Aim: Less waiting",
        "<i>Waiting</i>: 32 measurements",
        "Falls: 32 measurements",
        "Complaints: 0 measurements",
        "Verdict of 2025-08-18: improved",
        "Decision of 2025-08-18: standardise (against the evidence)",
        "  action  what  role   due         progress %  state",
        "  A1      Step  turno  2025-06-30         100  done",
        "  A2      Step  turno  2025-03-01           0  cancelled",
    ],
    ("classical", ES): [
        "C-1 (2025): 16.7 de 100 puntos",
        "Marco: CAF 2020 clásica; método: media aritmética ponderada",
        "  clave        nombre          puntos  de    %  nota",
        "  planear      Planear             11  11  100",
        "  hacer        Hacer              5.7  20   30",
        (
            "  verificar    Verificar            0  20    0"
            "  no cuenta: una fase anterior está incompleta"
        ),
        (
            "  actuar       Actuar               0  20    0"
            "  no cuenta: una fase anterior está incompleta"
        ),
        (
            "  otra_vuelta  Otra vuelta          0  20    0"
            "  no cuenta: una fase anterior está incompleta"
        ),
        (
            "  continua     Sigue otra más       0   9    0"
            "  no cuenta: una fase anterior está incompleta"
        ),
    ],
    ("fine-tuned", EN): [
        "C-1 (2025): 32.5 out of 100 points",
        "Framework: CAF 2020 afinada; method: weighted arithmetic mean",
        "  code       name   points  of    %  note",
        "  planear    Plan       25  25  100",
        "  hacer      Do        7.5  25   30",
        "  verificar  Check       0  25    0",
        "  actuar     Act         0  25    0",
    ],
}


@pytest.mark.parametrize(("name", "language"), EXPECTED)
def test_an_explanation_reads_well(name: str, language: Language) -> None:
    """In full, as a reader sees it."""
    assert EXPECTED[name, language] == lines(name, language)


def test_labels_have_both_languages() -> None:
    """Phases, outcomes, decisions, measures, cadences, policies: each its own name."""
    for kind in (Phase, Outcome, ActionState, Decision, Measure, Cadence, CyclePolicy):
        labels = [member.label for member in kind]
        assert len({label.es for label in labels}) == len({label.en for label in labels})
        assert len({label.es for label in labels}) == len(kind)
        assert None not in {label.en for label in labels}


class TestCycle:
    """What became of each action."""

    def test_rows(self) -> None:
        """One for each, with what the events brought."""
        done, cancelled = CYCLE.to_records()
        assert [("A1", 100, "terminada", 1), ("A2", 0, "cancelada", 0)] == [
            tuple(row[name] for name in ("action", "progress", "state", "evidence"))
            for row in (done, cancelled)
        ]
        assert ["pendiente", "pendiente"] == [row["state"] for row in OTHER.to_records()]
        assert ["en_curso", "pendiente"] == [
            row["state"] for row in replay(EVENTS[:7]).to_records()
        ]

    def test_evidence_belongs_to_the_cycle_or_to_an_action(self) -> None:
        """All of it in order; that of an action stands with the action too."""
        note = EvidenceAdded(on=CHECK, by="turno", reference="OFICIO-2")
        cycle = advance(replay(EVENTS[:13]), note)
        assert ["MINUTA-1", "OFICIO-2"] == [one.reference for one in cycle.evidence]
        assert [("MINUTA-1",), ()] == [one.evidence for one in cycle.actions]

    def test_a_cycle_without_a_plan(self) -> None:
        """Has a title and a status, and no table."""
        opened = replay(EVENTS[:1])
        assert [
            "Ciclo C-1 de UMF-900 (2025): Planear",
            "Estatus: propio, no oficial",
        ] == opened.describe().splitlines()
        assert [] == opened.to_records()
        assert "<table" not in opened._repr_html_()

    def test_it_rests_on_what_its_verdicts_rest_on(self) -> None:
        """None before there is any."""
        assert () == replay(EVENTS[:13]).sources
        assert VERDICT.sources == CYCLE.sources


class TestVerdictRows:
    """One row for each indicator, with everything that was found."""

    def test_rows(self) -> None:
        """The main indicator first; what was not measured is absent, never 0."""
        main, falls, complaints = VERDICT.to_records()
        assert ["espera", "principal"] == [main["indicator"], main["role"]]
        assert ["efecto_secundario"] * 2 == [row["role"] for row in (falls, complaints)]
        assert ["mejoro", "empeoro", "pocos_puntos"] == [
            row["outcome"] for row in (main, falls, complaints)
        ]
        assert {"cycle": "C-1", "on": CHECK, "rules": "nhs", "status": "propio"} == {
            name: main[name] for name in ("cycle", "on", "rules", "status")
        }
        assert (12, 20, CHANGE) == tuple(
            main[name] for name in ("points_before", "points_after", "changed_on")
        )
        assert ("inconsistente", False) == (main["assurance"], main["held"])
        empty = {name for name, cell in complaints.items() if cell is None}
        assert empty >= {"before", "after", "difference", "lower", "upper", "attainment", "held"}

    @given(strategies.cycles())
    def test_numbers_add_up(self, cycle: Cycle) -> None:
        """After less before is the difference, inside its interval."""
        for verdict in cycle.verdicts:
            for row in verdict.to_records():
                before, after, difference, low, high = (
                    row[name] for name in ("before", "after", "difference", "lower", "upper")
                )
                assert isinstance(before, float) is isinstance(after, float)
                if isinstance(before, float) and isinstance(after, float):
                    assert after - before == difference
                if isinstance(low, float) and isinstance(high, float):
                    assert isinstance(difference, float)
                    assert low < difference < high


class TestPortfolioRows:
    """One row for each cycle."""

    def test_rows(self) -> None:
        """By opening day and code; what has not happened is absent."""
        begun, done = PORTFOLIO.to_records(exact=True)
        assert [("B-1", "planear", None, None, None), ("C-1", "cerrado", "mejoro",
            "estandarizar", True)] == [
            tuple(row[name] for name in
                ("cycle", "phase", "outcome", "decision", "against_evidence"))
            for row in (begun, done)
        ]  # fmt: skip
        assert [(2, 2), (2, 0)] == [(row["actions"], row["overdue"]) for row in (begun, done)]
        assert [Fraction(8), Fraction(161, 2)] == [row["points"] for row in (begun, done)]
        assert (date(2025, 1, 1), date(2025, 12, 31)) == (done["start"], done["end"])

    def test_it_shows_what_was_known_that_day(self) -> None:
        """On the day before the check nothing was verified; one action was late."""
        earlier = cycle_portfolio([OTHER, CYCLE], unit="UMF-900", on=date(2025, 3, 2))
        assert ["planear", "planear"] == [row["phase"] for row in earlier.to_records()]
        assert [1, 1] == [row["overdue"] for row in earlier.to_records()]
        assert [0, 1] == [
            len(cycle_portfolio([OTHER], unit="UMF-900", on=day).cycles[0].overdue(on=day))
            for day in (date(2025, 3, 1), date(2025, 3, 2))
        ]


class TestScore:
    """Points by the evidence; both policies by hand, step by step."""

    # Events so far, share of the last phase begun, points of both policies, last phase complete.
    STEPS: tuple[tuple[int, str, str, str, Phase | None], ...] = (
        (1, "0", "0", "0", None),
        (2, "4/5", "8", "20", None),  # all but the baseline: 4/5 of 0 to 10
        (3, "1", "11", "25", Phase.PLAN),
        (7, "3/10", "167/10", "65/2", Phase.PLAN),  # 60 % of one of two: 11 + 0.3 x 19
        (9, "1/2", "41/2", "75/2", Phase.PLAN),
        (10, "1", "31", "50", Phase.DO),  # what was cancelled does not count
        (14, "1", "51", "75", Phase.CHECK),
        (16, "1/2", "121/2", "175/2", Phase.CHECK),  # decided, not closed: 51 + 0.5 x 19
        (17, "1", "71", "100", Phase.ACT),
        (18, "1", "161/2", "100", Phase.ACT),  # followed by another: half way to 90
    )

    @pytest.mark.parametrize(("number", "share", "classical", "fine", "reached"), STEPS)
    def test_step_by_step(
        self, number: int, share: str, classical: str, fine: str, reached: Phase | None
    ) -> None:
        """Each event that fills a phase, by hand."""
        cycle = replay(EVENTS[:number])
        shares = [*phase_shares(cycle).values()]
        assert Fraction(share) == next((one for one in shares[::-1] if one), Fraction(0))
        assert [Fraction(classical), Fraction(fine)] == [
            score_cycle(cycle, policy=policy).value for policy in CyclePolicy
        ]
        assert reached is phase_reached(cycle)

    @pytest.mark.parametrize(("number", "points"), [(17, 91), (18, 100), (16, Fraction(121, 2))])
    def test_a_cycle_that_follows_another(self, number: int, points: int | Fraction) -> None:
        """The last step of the classical policy, once it is complete."""
        opened = attrs.evolve(OPENED, previous="C-0")
        assert points == score_cycle(replay([opened, *EVENTS[1:number]])).value

    def test_too_few_points_are_half_a_check(self) -> None:
        """A verdict that tells nothing yet; the last one counts."""
        cycle = replay(EVENTS[:13])
        vague = verify(cycle, on=CHECK, least_points=13)
        cycle = advance(cycle, Verified(on=CHECK, by="turno", verdict=vague))
        assert Fraction(1, 2) == phase_shares(cycle)[Phase.CHECK]
        cycle = advance(cycle, Verified(on=CHECK, by="turno", verdict=VERDICT))
        assert 1 == phase_shares(cycle)[Phase.CHECK]

    def test_nothing_done_is_no_doing(self) -> None:
        """Where every action was cancelled."""
        cycle = replay([*EVENTS[:5], CANCELLED, attrs.evolve(CANCELLED, action="A1")])
        assert 0 == phase_shares(cycle)[Phase.DO]

    @pytest.mark.parametrize("policy", ["classical", "CLASICA", None, 1])
    def test_policies_have_names(self, policy: Any) -> None:
        """Two of them."""
        with pytest.raises(ImssIntegrityError, match="clasica, afinada"):
            score_cycle(CYCLE, policy=policy)


def grown(events: list[CycleEvent]) -> Cycle:
    """Give the cycle that grows event by event."""
    cycle = replay(events[:1])
    for event in events[1:]:
        cycle = advance(cycle, event)
    return cycle


COPIES: tuple[Callable[[Any], Any], ...] = (
    lambda value: pickle.loads(pickle.dumps(value)),  # noqa: S301 - our own
    copy.copy,
    copy.deepcopy,
)


class TestCopies:
    """Every copy goes through the constructor."""

    @given(cycle=strategies.cycles(), number=st.integers(1, 60))
    def test_a_cycle_that_grew_is_one_that_was_replayed(self, cycle: Cycle, number: int) -> None:
        """Equal, with one hash and one pickle, at every step."""
        events = [*cycle.events[:number]]
        slow, fast = replay(events), grown(events)
        assert slow == fast
        assert len({slow, fast}) == 1
        assert pickle.dumps(slow) == pickle.dumps(fast)
        assert repr(slow) == repr(fast)
        assert slow.standing == fast.standing

    @pytest.mark.parametrize("make", COPIES)
    @pytest.mark.parametrize("cycle", [CYCLE, grown(EVENTS), EXAMPLE_CYCLE])
    def test_a_copy_of_a_cycle_is_the_cycle(self, make: Callable[[Any], Any], cycle: Cycle) -> None:
        """With everything that follows from its events."""
        copied = make(cycle)
        assert copied == cycle
        assert hash(copied) == hash(cycle)
        assert copied.standing == cycle.standing

    @pytest.mark.parametrize("make", COPIES)
    def test_a_copy_of_a_lie_is_refused(self, make: Callable[[Any], Any]) -> None:
        """A cycle that was put together past its constructor does not survive."""
        forged = Cycle.__new__(Cycle)
        object.__setattr__(forged, "events", (EVENTS[0], EVENTS[-1]))
        with pytest.raises(ImssIntegrityError, match="'ciclo_siguiente'"):
            make(forged)

    @pytest.mark.parametrize("make", COPIES)
    @pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.move)
    def test_events(self, make: Callable[[Any], Any], event: CycleEvent) -> None:
        """Each is copied as it is, and checked again."""
        copied = make(event)
        assert copied == event
        assert (type(event), event.move) == (type(copied), copied.move)
        object.__setattr__(copied, "by", "una clave")
        with pytest.raises(ImssIntegrityError, match="be a code"):
            make(copied)

    def test_there_is_a_class_for_each_move(self) -> None:
        """And the life above has lived them all."""
        assert {*CycleMove} == {event.move for event in EVENTS}
        assert len({type(event) for event in EVENTS}) == len(CycleMove)

    @pytest.mark.parametrize("make", COPIES)
    @pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
    def test_reports(self, make: Callable[[Any], Any], report: Report) -> None:
        """Equal, and shown alike."""
        assert make(report) == report
        assert make(report).describe() == report.describe()
