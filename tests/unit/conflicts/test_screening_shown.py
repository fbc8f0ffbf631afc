"""What a screening shows: text, notebook, rows, record, days; and what it refuses to screen."""

from __future__ import annotations

import copy
import importlib.util
import json
import pickle
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest

from imss_integrity.conflicts import (
    Absence,
    Band,
    Condition,
    ConflictType,
    InterestRule,
    Kinship,
    Level,
    Link,
    Operator,
    Option,
    Proximity,
    Question,
    Questionnaire,
    QuestionType,
    Recency,
    Response,
    Review,
    Role,
    SafeguardRule,
    Screening,
    ScreeningPolicy,
    Section,
    Trigger,
    YesNo,
    screen,
)
from imss_integrity.kernel import (
    Calendar,
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    Language,
    MissingDataError,
    NotInForceError,
    Period,
    Rule,
    Source,
    Status,
    Text,
)

T = QuestionType
ON = date(2026, 5, 4)
LAW = Rule(
    code="LEY-1", text=Text("contradicción <i>", "contradiction <i>"), status=Status.OFFICIAL,
    source=Source(code="ley", title=Text("Ley <b>", "Law <b>")), first_day=date(2020, 1, 1),
)  # fmt: skip
SECRETS = ("Proveedora Secreta", "HER", "decides", "2019-03-02", "91234.5", "critico", "72")


def load() -> ModuleType:
    """Load the runner of bad inputs, which knows all channels of an error."""
    path = Path(__file__).parents[2] / "bad_inputs" / "run.py"
    spec = importlib.util.spec_from_file_location("bad_inputs_run", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


runner = load()


def ask(code: str, kind: QuestionType = T.YES_NO, **more: Any) -> Question:
    """Give a question of that type."""
    return Question(code=code, text=Text(f"¿{code} <b>?", f"{code} <b>?"), type=kind, **more)


SIBLING = Option(code="HER", name=Text("hermana"), kinship=Kinship.blood(up=1, down=1))
PARTNER = Option(code="SOC", name=Text("socia"), proximity=Proximity.ASSOCIATE)
LINKS = tuple(Option(code=link.value, name=link.label) for link in Link)
YES = (Condition("fam", Operator.EQUAL, YesNo.YES),)
QUESTIONS = (
    ask("fam", required=True),
    ask("fam.detalle", T.GROUP, repeats=True, when=YES, questions=(
        ask("quien", T.KINSHIP, required=True, role=Role.KINSHIP, options=(
            SIBLING, attrs.evolve(PARTNER, kinship=Kinship.none()))),
        ask("fin", T.DATE, role=Role.ENDED),
        ask("vinculo", T.CHOICE, options=LINKS, role=Role.LINK, required=True),
        ask("valor", T.MONEY, role=Role.VALUE),
        ask("nombre", T.TEXT, role=Role.ORGANISATION),
        ask("aceptado"),
    )),
    ask("neg", T.BOOLEAN, required=True),
    ask("otro", T.TEXT, when=(Condition("neg", Operator.EQUAL, value=True),)),
)  # fmt: skip
POLICY = ScreeningPolicy(
    interests=(
        InterestRule(question="fam", category="familia", base=8, details="fam.detalle"),
        InterestRule(question="neg", category="negocios", base=4, link=Link.SAME_UNIT),
    ),
    triggers=(
        Trigger(code="T1", questions=("fam",), rule=LAW,
                effect=Text("turnar <u>", "refer <u>"),
                when=(Condition("aceptado", Operator.EQUAL, YesNo.YES),)),
    ),
    bands=(
        Band(level=Level.MINIMAL, low=Fraction(0), high=Fraction(10)),
        Band(level=Level.LOW, low=Fraction(10), high=Fraction(50)),
        Band(level=Level.HIGH, low=Fraction(50), high=Fraction(100)),
    ),
    safeguards=(
        SafeguardRule(code="S0", level=Level.CRITICAL, what=Text("apartar <s>", "remove <s>"),
                      owner="superior", days=0, rule=LAW),
        SafeguardRule(code="S1", level=Level.LOW, what=Text("revelar", "disclose"),
                      owner="declarante", days=30),
        SafeguardRule(code="S2", level=Level.LOW, what=Text("registrar", "register"),
                      owner="unidad", days=1000),
    ),
    reviews=(
        Review(level=Level.CRITICAL, when=Text("antes <s>", "before <s>")),
        Review(level=Level.LOW, months=1, when=Text("cada mes", "monthly")),
    ),
    contradiction=LAW,
)  # fmt: skip
ASKED = Questionnaire(
    code="propio", version="1", title=Text("Propio <b>", "Own <b>"), period=Period.year(2026),
    policy=POLICY, sections=(Section(code="A", title=Text("A"), questions=QUESTIONS),),
)  # fmt: skip
CLEAN = {"fam": "no", "neg": False}
ROW = {"quien": "HER", "vinculo": "decides", "fin": "2019-03-02", "nombre": "Proveedora Secreta",
       "valor": "91234.5", "aceptado": "si"}  # fmt: skip


def screened(
    answers: Any, *, on: date = ON, asked: Questionnaire = ASKED, **more: Any
) -> Screening:
    """Screen answers."""
    return screen(Response.from_answers(asked, answers), on=on, **more)


BOTH = screened({"fam": "si", "fam.detalle": [ROW], "neg": True, "otro": Absence.UNKNOWN})
LOW = screened({"fam": "no", "neg": True})
OPEN = screened({"fam": "si", "fam.detalle": [{"vinculo": "decides"}]})


FORMULA = (
    "Puntaje combinado (propio, no aditivo): 100 x [1 - (1 - 10/100) x (1 - 24/100)] = 31.6 de 100"
)
FIRST = "  fam.detalle[0]  familia    real       10  1     10  crítico  LEY-1       apartar <s>"
NOTE = Text(
    "El puntaje es una propuesta propia, no oficial. La detección turna el caso a quien debe"
    " revisarlo; no declara culpable a nadie."
)


class TestText:
    """What it says, in both languages."""

    def test_a_critical_one(self) -> None:
        """Level, formula, triggers, what is pending, safeguards, review, findings."""
        assert [
            "Conflicto de intereses: nivel crítico",
            FORMULA,
            "Por ley, LEY-1: turnar <u>",
            "Pendiente: otro",
            "Medida del nivel, S0: apartar <s> (superior, a más tardar 2026-05-04) [LEY-1]",
            "Revisión: antes <s>",
            "  lugar           categoría  tipo        I  R  I x R  nivel    fundamento  medida",
            FIRST,
            "  neg             negocios   potencial   4  6     24  bajo     neg         revelar",
        ] == BOTH.describe().splitlines()[:9]  # fmt: skip

    def test_it_ends_with_what_it_is_not(self) -> None:
        """An own proposal, which declares nobody guilty; status and sources."""
        assert [
            NOTE.es,
            "Estatus: propio, no oficial",
            "Fuentes: Ley <b>; Propio <b>",
        ] == BOTH.describe().splitlines()[-3:]

    def test_english(self) -> None:
        """Line by line the same."""
        lines = BOTH.describe(Language.EN).splitlines()

        assert len(lines) == len(BOTH.describe().splitlines())
        assert "Conflict of interest: level critical" == lines[0]
        assert "By law, LEY-1: refer <u>" == lines[2]
        assert "Pending: otro" == lines[3]
        assert lines[4].startswith(
            "Safeguard of the level, S0: remove <s> (superior, by 2026-05-04)"
        )
        assert "Review: before <s>" == lines[5]
        assert lines[-1] == "Sources: Law <b>; Own <b>"

    def test_days_are_counted_from_the_screening(self) -> None:
        """Of each safeguard and of the review; the first stands beside the finding."""
        lines = LOW.describe().splitlines()

        assert "Medida del nivel, S1: revelar (declarante, a más tardar 2026-06-03)" in lines
        assert "Medida del nivel, S2: registrar (unidad, a más tardar 2029-01-28)" in lines
        assert "Revisión: cada mes (2026-06-04)" in lines

    def test_an_open_one(self) -> None:
        """The range stands in the title: pending is not clean."""
        assert (
            "Conflicto de intereses: pendiente; lo declarado da nivel bajo, y aún puede quedar de"
            " bajo a alto"
        ) == OPEN.describe().splitlines()[0]
        assert (
            "Conflict of interest: pending; what is stated gives level low, and it can still end"
            " from low to high"
        ) == OPEN.describe(Language.EN).splitlines()[0]
        assert "Pendiente: fam.detalle[0].quien, neg" in OPEN.describe()
        assert "sin precisar" in OPEN.findings[0].reason.es
        assert "not stated" in OPEN.findings[0].reason.to(Language.EN)

    def test_a_clean_one(self) -> None:
        """Nothing declared, nothing open."""
        found = screened(CLEAN)

        assert found.is_clean
        assert ["Conflicto de intereses: nivel mínimo", "Sin intereses declarados"] == (
            found.describe().splitlines()[:2]
        )
        assert "No interest declared" in found.describe(Language.EN)
        assert found.review is None
        assert found.review_on is None
        assert () == found.safeguards
        assert () == found.findings

    def test_what_is_dropped_is_listed(self) -> None:
        """And counts for nothing."""
        found = screened({**CLEAN, "otro": "Proveedora Secreta", "fam.detalle": [ROW]})

        assert found.is_clean
        assert (
            "Fuera por condición: fam.detalle[0].quien, fam.detalle[0].fin,"
            " fam.detalle[0].vinculo, fam.detalle[0].valor, fam.detalle[0].nombre,"
            " fam.detalle[0].aceptado, otro"
        ) in found.describe()
        assert "Proveedora Secreta" not in found.describe()

    @pytest.mark.parametrize("language", ["fr", "ES", None, 1])
    def test_another_language_is_refused(self, language: Any) -> None:
        """With the two that there are."""
        with pytest.raises(InvalidValueError, match="'language' must be one of es, en"):
            BOTH.describe(language)


class TestNotebook:
    """Spanish, and escaped throughout."""

    def test_every_text_is_escaped(self) -> None:
        """Whoever wrote the definition, it runs nothing."""
        shown = BOTH._repr_html_()

        for tag in ("<b>", "<u>", "<s>", "<i>"):
            assert tag not in shown
        assert "<td>apartar &lt;s&gt;</td>" in shown
        assert "<p>Por ley, LEY-1: turnar &lt;u&gt;</p>" in shown
        assert "<th>fundamento</th>" in shown


class TestRows:
    """Rows for a frame, and a record for a service."""

    def test_rows(self) -> None:
        """One for each finding, with the same keys."""
        assert [
            {"place": "fam.detalle[0]", "question": "fam", "category": "familia", "type": "real",
             "impact": 10, "probability": 1, "score": 10, "highest": 10, "level": "critico",
             "rule": "LEY-1", "source": "ley", "triggers": "T1", "safeguard": "S0"},
            {"place": "neg", "question": "neg", "category": "negocios", "type": "potencial",
             "impact": 4, "probability": 6, "score": 24, "highest": 24, "level": "bajo",
             "rule": "neg", "source": "propio", "triggers": "", "safeguard": "S1"},
        ] == BOTH.to_records()  # fmt: skip
        assert [] == screened(CLEAN).to_records()

    def test_a_level_without_safeguard(self) -> None:
        """The cell is empty."""
        bare = attrs.evolve(ASKED, policy=attrs.evolve(POLICY, safeguards=()))
        found = screened({"fam": "no", "neg": True}, asked=bare)

        assert "" == found.to_records()[0]["safeguard"]
        assert found.findings[0].safeguard is None
        assert found.describe().splitlines()[4].rstrip().endswith("neg")

    def test_the_record_is_plain_json(self) -> None:
        """All of it, exact, without reading anything back."""
        record = BOTH.to_record()

        assert record == json.loads(json.dumps(record))
        assert ["propio", "1", ASKED.digest] == record["questionnaire"]
        assert ("2026-05-04", "critico", "158/5") == tuple(
            record[key] for key in ("on", "level", "total")
        )
        assert ["critico", "critico"] == record["possible_levels"]
        assert (False, ["otro"], []) == tuple(
            record[key] for key in ("is_complete", "pending", "contradictions")
        )
        assert [{"code": "S0", "owner": "superior", "due": "2026-05-04", "rule": "LEY-1"}] == (
            record["safeguards"]
        )
        assert BOTH.to_records() == record["findings"]
        assert "propio" == record["status"]


class TestFindings:
    """What each finding holds."""

    def test_an_interest_has_its_measures(self) -> None:
        """Who, how long ago, the link, and both ends of the score."""
        first, second = BOTH.findings

        assert (Proximity.DEGREE_2, Recency.OLDER, Link.DECIDES) == (
            first.interest.proximity, first.interest.recency, first.interest.link,
        )  # fmt: skip
        assert (Proximity.SELF, Recency.CURRENT, Link.SAME_UNIT) == (
            second.interest.proximity, second.interest.recency, second.interest.link,
        )  # fmt: skip
        assert (0, None) == (first.interest.row, second.interest.row)
        assert ConflictType.REAL is first.type
        assert LAW == first.rule

    def test_a_rule_stands_where_the_question_cites_none(self) -> None:
        """The question itself, own, of this questionnaire."""
        rule = BOTH.findings[1].rule

        assert ("neg", "propio", Status.OWN) == (rule.code, rule.source.code, rule.status)
        cited = attrs.evolve(
            ASKED,
            sections=(
                Section(
                    code="A",
                    title=Text("A"),
                    questions=tuple(
                        attrs.evolve(one, rule=LAW) if one.code == "neg" else one
                        for one in QUESTIONS
                    ),
                ),
            ),
        )
        assert LAW == screened({"fam": "no", "neg": True}, asked=cited).findings[0].rule

    def test_the_reason_in_both_languages(self) -> None:
        """Measures, product, and what the law demands."""
        assert (
            Text(
                "conflicto real: segundo grado; terminó hace más de cinco años; decide o"
                " decidiría; impacto 10 x probabilidad 1 = 10 (propio); LEY-1: turnar <u>",
                "real conflict: second degree; ended more than five years ago; decides or would"
                " decide; impact 10 x probability 1 = 10 (own); LEY-1: refer <u>",
            )
            == BOTH.findings[0].reason
        )

    @pytest.mark.parametrize(
        ("value", "impact"), [(None, 8), ("0", 8), ("0.01", 9), ("29327.50", 9), ("29327.51", 10)]
    )
    def test_a_value_is_measured_in_uma(self, value: Any, impact: int) -> None:
        """Up to 250 daily UMA of the day adds one, more adds two."""
        row = {"quien": "HER", "vinculo": "none", "valor": value}
        found = screened({"fam": "si", "fam.detalle": [row], "neg": False}).findings[0]

        assert impact == found.interest.score.impact

    def test_an_option_may_tell_how_close_somebody_is(self) -> None:
        """Where kinship does not."""
        row = {"quien": "SOC", "vinculo": "decides"}
        found = screened({"fam": "si", "fam.detalle": [row], "neg": False}).findings[0]

        assert Proximity.ASSOCIATE is found.interest.proximity

    def test_no_interest_where_false_was_answered(self) -> None:
        """A truth value declares by being true, as yes does."""
        assert () == screened(CLEAN).findings
        assert ["neg"] == [one.question for one in LOW.findings]


class TestDeclaration:
    """Compared where it answers the same definition."""

    def test_a_contradiction_is_listed_and_referred(self) -> None:
        """With its rule, as a trigger that comes last."""
        declared = Response.from_answers(ASKED, {"fam": "si"})
        found = screened(CLEAN, declaration=declared)

        assert ("fam",) == found.contradictions
        assert Level.CRITICAL is found.level
        assert ["LEY-1"] == [one.code for one in found.triggers]
        assert "Contradice la declaración de intereses (se turna): fam" in found.describe()
        assert "Contradicts the declaration of interests (referred): fam" in (
            found.describe(Language.EN)
        )
        assert "LEY-1: contradicción <i>" in found.describe()

    @pytest.mark.parametrize("answers", [{"fam": "no"}, {"fam": "no_se"}, {}])
    def test_nothing_else_contradicts(self, answers: Any) -> None:
        """Neither the same answer nor none."""
        found = screened(CLEAN, declaration=Response.from_answers(ASKED, answers))

        assert () == found.contradictions
        assert found.is_clean

    @pytest.mark.parametrize(
        "policy",
        [{"contradiction": None},
         {"contradiction": attrs.evolve(LAW, first_day=date(2026, 5, 5))}],
    )  # fmt: skip
    def test_without_a_rule_in_force_it_is_only_listed(self, policy: Any) -> None:
        """Never clean, yet not referred."""
        asked = attrs.evolve(ASKED, policy=attrs.evolve(POLICY, **policy))
        declared = Response.from_answers(asked, {"fam": "si"})
        found = screened(CLEAN, asked=asked, declaration=declared)

        assert ("fam",) == found.contradictions
        assert Level.MINIMAL is found.level
        assert () == found.triggers
        assert not found.is_clean

    def test_open_answers_leave_it_critical(self) -> None:
        """Whatever is answered yet."""
        declared = Response.from_answers(ASKED, {"fam": "si"})
        found = screened({"fam": "no"}, declaration=declared)

        assert (Level.CRITICAL, Level.CRITICAL) == found.possible_levels

    def test_another_definition_is_refused(self) -> None:
        """Even where only a wording differs."""
        other = attrs.evolve(ASKED, title=Text("otro"))
        with pytest.raises(InconsistentError) as caught:
            screened(CLEAN, declaration=Response.from_answers(other, {}))
        (fault,) = caught.value.faults

        assert ("declaration", "foreign") == (fault.path, fault.code)
        assert "'declaration' must answer the same definition" == str(caught.value)
        assert "'declaration' debe responder la misma definición" == fault.text.es


class TestRefused:
    """What is not screened."""

    def test_a_questionnaire_without_policy(self) -> None:
        """There is nothing to screen by."""
        with pytest.raises(MissingDataError) as caught:
            screened(CLEAN, asked=attrs.evolve(ASKED, policy=None))
        (fault,) = caught.value.faults

        assert ("questionnaire.policy", "missing") == (fault.path, fault.code)
        assert "'questionnaire' debe tener una política" == fault.text.es
        assert str(caught.value).startswith("'questionnaire' must have a policy")

    @pytest.mark.parametrize("on", [date(2025, 12, 31), date(2027, 1, 1)])
    def test_a_day_outside_its_period(self, on: date) -> None:
        """Of either side."""
        with pytest.raises(NotInForceError, match="'on' must lie in the period"):
            screened(CLEAN, on=on)

    def test_a_value_on_a_day_without_uma(self) -> None:
        """Only where a value must be measured."""
        row = {"quien": "HER", "vinculo": "none", "valor": "1"}
        late, on = attrs.evolve(ASKED, period=None), date(2190, 1, 1)

        assert screened(CLEAN, asked=late, on=on).is_clean
        with pytest.raises(NotInForceError) as caught:
            screened({"fam": "si", "fam.detalle": [row]}, asked=late, on=on)
        assert not [one for one in SECRETS if one in "".join(runner._channels(caught.value))]

    @pytest.mark.parametrize(
        ("fields", "path"),
        [({"on": None}, "on"), ({"on": "2026-05-04"}, "on"), ({"calendar": 0}, "calendar"),
         ({"calendar": "UMA"}, "calendar"), ({"declaration": {}}, "declaration")],
    )  # fmt: skip
    def test_arguments_have_types(self, fields: Any, path: str) -> None:
        """Nothing false stands for a default."""
        with pytest.raises(InvalidValueError) as caught:
            screen(Response.from_answers(ASKED, CLEAN), **{"on": ON} | fields)

        assert path == caught.value.faults[0].path

    @pytest.mark.parametrize("response", [None, CLEAN, ASKED])
    def test_only_a_response_is_screened(self, response: Any) -> None:
        """Not the answers."""
        with pytest.raises(InvalidValueError, match="'response' must be of type Response"):
            screen(response, on=ON)


class TestDiscretion:
    """Nothing personal is shown by accident."""

    def test_repr_shows_no_result(self) -> None:
        """Of the screening, its parts, and its findings."""
        shown = [BOTH, BOTH.counted, BOTH.counted.instances, BOTH.findings, BOTH.evaluation,
                 [one.interest for one in BOTH.findings], BOTH.response]  # fmt: skip

        assert not [secret for secret in SECRETS for one in shown if secret in repr(one)]
        assert "Screening(response=Response(questionnaire=<propio 1>), on=" in repr(BOTH)

    def test_copies_are_equal(self) -> None:
        """Made again from what they are views of."""
        for again in (copy.deepcopy(BOTH), pickle.loads(pickle.dumps(BOTH))):  # noqa: S301 - our own
            assert BOTH == again
            assert BOTH.to_record() == again.to_record()

    def test_a_tampered_copy_is_refused(self) -> None:
        """The counts cannot be handed in."""
        rebuild, (cls, names, *values) = BOTH.__reduce__()
        with pytest.raises(ImssIntegrityError):
            rebuild(cls, names, *values[:1], "hoy", *values[2:])
        assert "counted" not in names  # type: ignore[operator]

    def test_the_calendar_of_the_caller_counts(self) -> None:
        """A later UMA makes the same value smaller."""
        row = {"quien": "HER", "vinculo": "none", "valor": "29327.51"}
        answers = {"fam": "si", "fam.detalle": [row], "neg": False}
        old = Calendar().uma_on(ON)
        richer = Calendar(uma=(attrs.evolve(old, daily=old.daily * Decimal(2)),))

        assert 10 == screened(answers).findings[0].interest.score.impact
        assert 9 == screened(answers, calendar=richer).findings[0].interest.score.impact
