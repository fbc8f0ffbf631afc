"""The conflict questionnaire: the bank of 28 questions, its follow-ups, and how it is screened."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.catalog import (
    CONFLICT_QUESTIONNAIRE,
    RELATION_OPTIONS,
    RELATIONS,
    Relation,
    get_radius,
)
from imss_integrity.catalog.conflict_rules import CONFLICT_RULES, rule_of
from imss_integrity.conflicts import (
    Absence,
    ConflictType,
    InterestRule,
    Level,
    Link,
    MonthsBack,
    Proximity,
    Question,
    QuestionType,
    Recency,
    Response,
    Role,
    Screening,
    ScreeningPolicy,
    Sensitivity,
    evaluate,
    screen,
    within,
)
from imss_integrity.kernel import InvalidValueError, Rule, Status, Text, UnknownCodeError
from imss_integrity.kernel.values import Value

ON = date(2026, 5, 4)

# The table of the bank: code, category, base, follow-ups, anchor. A small l is a link that the
# bank does not ask for and the words do not fix; it is asked for all the same (own).
TABLE = """
FAM1 familia        4 KULD  LGRA-7-XII
FAM2 familia        8 KLU   LGRA-63-Bis
FAM3 familia        8 KL    LFPA-21-III
FAM4 familia        9 KDUN  LGRA-63-Bis
FAM5 familia        8 KOVDl LAASSP-71-I
BUS1 negocios       5 O%VDl PDN-participacion
BUS2 negocios       4 ODl   PDN-participacionTomaDecisiones
BUS3 negocios       5 ODVl  PDN-representacion
BUS4 negocios       5 OVDl  PDN-clientesPrincipales
PRO1 contrataciones 9 OLVD  LGRA-58
EMP1 empleo         5 ODVNl LGRA-7-XI
EMP2 empleo         5 ODl   LAASSP-71-I
EMP3 empleo         7 OD    LGRA-52-72
EMP4 empleo         3 OVDl  LGRA-37
GIF1 regalos        7 OVDEl LGRA-40
GIF2 regalos        6 OVDl  LFAR-21-IV
FIN1 finanzas       5 OVDl  PDN-beneficiosPrivados
FIN2 finanzas       4 ODl   PDN-fideicomisos
FIN3 finanzas       7 OVDL  LGRA-3-VI
FIN4 finanzas       4 VD    PDN-apoyos
POL1 politica       4 ODl   PDN-tipoInstitucion-PP
POL2 sindical       4 ODl   PDN-tipoInstitucion-GS
PER1 personal       4 LN    LFPA-21-IV
PER2 personal       5 DNl   LFPA-21-I-IV
HEA1 salud          8 O%VD  LGRA-58
HEA2 salud          7 OVDl  LGRA-52
INF1 informacion    7 DNl   LGRA-55-56
OTH1 otros          3 Nl    LGRA-47
"""
BANK = {row.split()[0]: row.split()[1:] for row in TABLE.strip().splitlines()}
EVERY_QUESTION = pytest.mark.parametrize("code", BANK)

PARTS = {
    "K": {"parentesco": (QuestionType.KINSHIP, True)},
    "D": {"inicio": (QuestionType.DATE, True), "fin": (QuestionType.DATE, False)},
    "V": {"valor": (QuestionType.MONEY, False)},
    "O": {"organizacion": (QuestionType.TEXT, True)},
    "%": {"porcentaje": (QuestionType.DECIMAL, False)},
    "L": {"vinculo": (QuestionType.CHOICE, True)},
    "U": {"unidad": (QuestionType.TEXT, False)},
    "N": {"relato": (QuestionType.TEXT, False)},
    "E": {"evidencia": (QuestionType.TEXT, False)},
}
FURTHER = {"GIF1": "aceptado", "PER1": "manifiesta", "PER2": "manifiesta"}
NONE: dict[str, object] = dict.fromkeys(BANK, "no")


def follow_ups(code: str) -> dict[str, tuple[QuestionType, bool]]:
    """Give what a yes to *code* asks for: its type, and whether it is required."""
    letters = BANK[code][2].upper()
    asked = {part: kind for letter in letters for part, kind in PARTS[letter].items()}
    if code == "OTH1":
        asked["relato"] = (QuestionType.TEXT, True)
    if code in FURTHER:
        asked[FURTHER[code]] = (QuestionType.YES_NO, True)
    return asked


def policy() -> ScreeningPolicy:
    """Give the policy of the questionnaire."""
    assert CONFLICT_QUESTIONNAIRE.policy is not None
    return CONFLICT_QUESTIONNAIRE.policy


def interest(code: str) -> InterestRule:
    """Give how a question declares an interest."""
    return next(rule for rule in policy().interests if rule.question == code)


def details(code: str) -> Question:
    """Give the group of follow-ups of a question."""
    return CONFLICT_QUESTIONNAIRE.question(f"{code}.detalle")


def respond(interests: Mapping[str, Mapping[str, object] | None]) -> Response:
    """Answer no to all but *interests*, whose single instance is given by part."""
    answers = dict(NONE)
    for code, parts in interests.items():
        answers[code] = "si"
        if parts is not None:
            row = {f"{code}.{part}": answer for part, answer in parts.items()}
            answers[f"{code}.detalle"] = [row]
    return Response.from_answers(CONFLICT_QUESTIONNAIRE, answers)


def screened(code: str, **parts: object) -> Screening:
    """Screen one interest, all else answered no; what it needs and is not given is filled in."""
    plain = {"organizacion": "Proveedora inventada", "inicio": "2015-01-01", "relato": "Un caso"}
    needed = {part: plain[part] for part in follow_ups(code) if part in plain}
    found = screen(respond({code: {**needed, **parts}}), on=ON)
    assert found.is_complete
    return found


def fired(found: Screening) -> list[str]:
    """Give the codes of the triggers that fired, which are what makes a level critical."""
    codes = [trigger.code for trigger in found.triggers]
    assert bool(codes) is (found.level is Level.CRITICAL)
    return codes


def texts(value: object) -> Iterator[Text]:
    """Go through every text of a value."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for member in cast("tuple[object, ...]", value):
            yield from texts(member)
    elif isinstance(value, Value):
        for field in attrs.fields(cast("Any", type(value))):
            yield from texts(getattr(value, field.name))


class TestTheBank:
    """28 questions in twelve categories, each answered yes, no or "no sé"."""

    def test_the_questions_are_those_of_the_bank_in_order(self) -> None:
        """No question depends on another; each is followed by its details."""
        tops = [one for part in CONFLICT_QUESTIONNAIRE.sections for one in part.questions]

        assert [one for code in BANK for one in (code, f"{code}.detalle")] == [
            question.code for question in tops
        ]
        assert not any(question.when for question in tops if not question.is_group)

    @EVERY_QUESTION
    def test_category_base_and_anchor(self, code: str) -> None:
        """As the table says; the section is the category."""
        category, base, _, anchor = BANK[code]
        question, rule = CONFLICT_QUESTIONNAIRE.question(code), interest(code)
        home = next(s for s in CONFLICT_QUESTIONNAIRE.sections if question in s.questions)

        assert (category, category) == (rule.category, home.code)
        assert int(base) == rule.base
        assert question.rule is not None
        assert anchor == question.rule.code
        assert (QuestionType.YES_NO, True) == (question.type, question.required)

    @EVERY_QUESTION
    def test_the_source_is_that_of_the_anchor(self, code: str) -> None:
        """A law is official or, where fractions were split, derived; the platform is reported."""
        rule = CONFLICT_QUESTIONNAIRE.question(code).rule
        assert rule is not None

        assert rule.code.partition("-")[0].lower() == rule.source.code
        assert (rule.status is Status.REPORTED) is (rule.source.code == "pdn")
        assert rule.status is not Status.OWN
        assert rule.source in CONFLICT_QUESTIONNAIRE.sources
        assert rule.first_day is None  # none is stated in the facts

    def test_every_text_is_in_both_languages(self) -> None:
        """Wordings, options, rules, safeguards and sources; English is not Spanish."""
        found = list(texts(CONFLICT_QUESTIONNAIRE))

        assert len(found) > 28
        assert [] == [text for text in found if text.en is None or text.en == text.es]

    def test_wordings_differ(self) -> None:
        """No question of the bank is asked twice, in either language."""
        asked = [CONFLICT_QUESTIONNAIRE.question(code).text for code in BANK]

        assert len({text.es for text in asked}) == len({text.en for text in asked}) == 28

    def test_it_is_labelled_own(self) -> None:
        """In its title, its status and its policy."""
        title = CONFLICT_QUESTIONNAIRE.title

        assert "propio, no oficial" in title.es
        assert "own, not official" in str(title.en)
        assert Status.OWN is CONFLICT_QUESTIONNAIRE.status is policy().status
        assert CONFLICT_QUESTIONNAIRE.period is None
        assert {one.status for one in CONFLICT_QUESTIONNAIRE.questions} == {Status.OWN}


class TestTheRules:
    """The rules of law and of the platform, by code."""

    def test_a_code_names_one_rule(self) -> None:
        """And every rule is found by it."""
        codes = [rule.code for rule in CONFLICT_RULES]

        assert len(codes) == len(set(codes))
        assert all(rule_of(rule.code) is rule for rule in CONFLICT_RULES)

    def test_every_rule_has_a_user(self) -> None:
        """A question, a trigger, a safeguard, or the contradiction with the declaration."""
        used: set[Rule | None] = {CONFLICT_QUESTIONNAIRE.question(code).rule for code in BANK}
        used |= {trigger.rule for trigger in policy().triggers}
        used |= {safeguard.rule for safeguard in policy().safeguards}
        used |= {policy().contradiction}

        assert set(CONFLICT_RULES) == used - {None}

    def test_an_unknown_code_is_refused(self) -> None:
        """With a near one."""
        with pytest.raises(UnknownCodeError, match="did you mean 'LGRA-60'"):
            rule_of("LGRA-6")


class TestFollowUps:
    """Every yes opens its details, up to twenty interests under one question."""

    @EVERY_QUESTION
    def test_what_is_asked_for(self, code: str) -> None:
        """The letters of the bank, and the link where neither letters nor words fix it."""
        group = details(code)
        found = {one.code: (one.type, one.required) for one in group.questions}

        assert {f"{code}.{part}": kind for part, kind in follow_ups(code).items()} == found
        assert (True, True, 20) == (group.required, group.repeats, group.max_answers)
        assert [f"{code} = si"] == [str(condition) for condition in group.when]

    @EVERY_QUESTION
    def test_the_link_is_known_once(self, code: str) -> None:
        """It is asked for, or the words of the question say that the person decides."""
        is_asked = "vinculo" in follow_ups(code)

        assert interest(code).link is (None if is_asked else Link.DECIDES)

    @EVERY_QUESTION
    def test_the_role_is_the_name(self, code: str) -> None:
        """A part is named by its role; what has no role is asked for by a trigger."""
        roles = {one.code.partition(".")[2]: one.role for one in details(code).questions}
        plain = {part for part, role in roles.items() if role is None}

        assert ({FURTHER[code]} if code in FURTHER else set()) == plain
        assert all(role == part for part, role in roles.items() if role is not None)

    @EVERY_QUESTION
    def test_bounds(self, code: str) -> None:
        """No start in the future, no end before the start, a share of 0 to 100 percent."""
        expected = {
            "inicio": (None, MonthsBack(0), None),
            "fin": (None, None, f"{code}.inicio"),
            "porcentaje": (Decimal(0), Decimal(100), None),
        }
        for one in details(code).questions:
            bounds = (one.least, one.most, one.not_before)
            assert expected.get(one.code.partition(".")[2], (None, None, None)) == bounds

    @EVERY_QUESTION
    def test_options(self, code: str) -> None:
        """Kin by the national catalogue, links by their names; nothing else is a choice."""
        links = {link.value: link.label for link in Link}
        for one in details(code).questions:
            if one.role is Role.KINSHIP:
                assert RELATION_OPTIONS == one.options
            else:
                offered = {option.code: option.name for option in one.options}
                assert (links if one.role is Role.LINK else {}) == offered

    @EVERY_QUESTION
    def test_how_far_answers_are_kept_back(self, code: str) -> None:
        """Health, politics, unions, friendship, enmity and every narrative are sensitive."""
        is_sensitive = code[:3] in {"HEA", "POL", "PER"}
        for one in (CONFLICT_QUESTIONNAIRE.question(code), *details(code).walk()):
            kept_back = is_sensitive or one.role is Role.NARRATIVE
            wanted = Sensitivity.SENSITIVE if kept_back else Sensitivity.PERSONAL
            assert wanted is one.sensitivity

    def test_relations_are_the_options(self) -> None:
        """Code, name and kinship are the same, and kinship alone tells how close they are."""
        assert [(one.code, one.name, one.kinship) for one in RELATIONS] == [
            (option.code, option.name, option.kinship) for option in RELATION_OPTIONS
        ]
        assert {option.proximity for option in RELATION_OPTIONS} == {None}


class TestAnswers:
    """What responses to it amount to."""

    def test_no_everywhere_is_complete_and_clean(self) -> None:
        """Nothing else is asked."""
        found = evaluate(respond({}), on=ON)

        assert found.is_complete
        assert tuple(BANK) == found.enabled
        assert screen(respond({}), on=ON).is_clean

    def test_yes_everywhere_asks_for_every_detail(self) -> None:
        """Each group wants an instance, and all that it holds is enabled."""
        found = evaluate(respond(dict.fromkeys(BANK)), on=ON)

        assert tuple(f"{code}.detalle" for code in BANK) == found.missing
        assert {one.code for one in CONFLICT_QUESTIONNAIRE.questions} == set(found.enabled)

    @EVERY_QUESTION
    def test_an_empty_detail_misses_what_is_required(self, code: str) -> None:
        """And nothing that is optional."""
        found = evaluate(respond({code: {}}), on=ON)
        required = {part for part, (_, is_required) in follow_ups(code).items() if is_required}

        assert {f"{code}.detalle[0].{code}.{part}" for part in required} == set(found.missing)

    @EVERY_QUESTION
    def test_unknown_is_pending_and_never_no(self, code: str) -> None:
        """It opens no details, and the screening is not clean."""
        unknown = Response.from_answers(CONFLICT_QUESTIONNAIRE, {**NONE, code: Absence.UNKNOWN})

        assert (code,) == evaluate(unknown, on=ON).pending
        assert not screen(unknown, on=ON).is_clean

    @given(st.dates(min_value=ON - timedelta(days=3), max_value=ON + timedelta(days=3)))
    def test_no_interest_starts_in_the_future(self, day: date) -> None:
        """The day of evaluation itself is allowed."""
        response = respond({"EMP3": {"organizacion": "Otra", "inicio": day}})
        if day <= ON:
            assert evaluate(response, on=ON).is_complete
        else:
            with pytest.raises(InvalidValueError, match=r"EMP3\.inicio"):
                evaluate(response, on=ON)

    @pytest.mark.parametrize(
        ("end", "recency"),
        [
            (None, Recency.CURRENT),
            ("2026-05-05", Recency.CURRENT),
            ("2026-05-03", Recency.ENDED_1Y),
        ],
    )
    def test_an_end_in_the_future_is_current(self, end: str | None, recency: Recency) -> None:
        """As is an interest without end."""
        found = screened("EMP3", fin=end)

        assert [recency] == [finding.interest.recency for finding in found.findings]

    def test_an_end_before_its_start_is_refused(self) -> None:
        """Within one instance."""
        with pytest.raises(InvalidValueError, match=r"'EMP3\.fin' must not precede"):
            respond({"EMP3": {"inicio": "2025-05-02", "fin": "2025-05-01"}})

    @pytest.mark.parametrize("share", ["-0.01", "100.01"])
    def test_a_share_is_a_percent(self, share: str) -> None:
        """0 and 100 are included, see the bounds; beyond them it is refused."""
        with pytest.raises(InvalidValueError, match=r"'BUS1\.porcentaje' must lie"):
            respond({"BUS1": {"porcentaje": share}})


class TestInterests:
    """Whose interest it is, and how it is measured where the words of the question tell."""

    @EVERY_QUESTION
    def test_proximity(self, code: str) -> None:
        """Kin are asked for; a friend or an enemy is an associate; all else is one's own."""
        asked = "K" in BANK[code][2]
        fixed = Proximity.ASSOCIATE if code in {"PER1", "PER2"} else Proximity.SELF

        assert interest(code).proximity is (None if asked else fixed)

    @EVERY_QUESTION
    def test_recency(self, code: str) -> None:
        """Days are asked for, or the question speaks of today."""
        asked = "D" in BANK[code][2]

        assert interest(code).recency is (None if asked else Recency.CURRENT)
        assert asked is (code not in {"FAM2", "FAM3", "PER1", "OTH1"})

    def test_perceptions(self) -> None:
        """Friendship, enmity, and what another person would see."""
        assert {"PER1", "PER2", "OTH1"} == {
            rule.question for rule in policy().interests if rule.perception
        }

    def test_radii_are_those_of_the_anchors(self) -> None:
        """Kin are the person's own circle as far as the law of the question reaches."""
        assert {
            "FAM1": get_radius("LGRA-7-XII"),
            "FAM2": get_radius("LGRA-63-Bis"),
            "FAM3": get_radius("LFPA-21"),
            "FAM4": get_radius("LGRA-63-Bis"),
            "FAM5": get_radius("LAASSP-71-I"),
        } == {rule.question: rule.radius for rule in policy().interests if rule.radius}
        degrees = {rule.question: rule.affinity_degree for rule in policy().interests}
        assert {"FAM5": 2} == {code: degree for code, degree in degrees.items() if degree}

    @pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: relation.code)
    def test_every_radius_decides_every_relation(self, relation: Relation) -> None:
        """Where a law has no degree of affinity, the policy gives it."""
        radii = [(rule.radius, rule.affinity_degree) for rule in policy().interests]
        radii += [(trigger.radius, trigger.affinity_degree) for trigger in policy().triggers]
        for radius, degree in radii:
            if radius is not None:
                assert within(relation.kinship, radius, affinity_degree=degree).reason

    @pytest.mark.parametrize(
        ("code", "parts", "score", "level"),
        [
            ("FAM1", {"parentesco": "TIOA", "vinculo": "same_institute"}, 8, Level.MINIMAL),
            ("PER1", {"vinculo": "same_unit", "manifiesta": "no"}, 12, Level.LOW),
            ("BUS1", {"vinculo": "decides", "valor": "29327.51"}, 70, Level.HIGH),
            ("BUS1", {"vinculo": "decides", "valor": "29327.50"}, 60, Level.HIGH),
            ("BUS1", {"vinculo": "decides"}, 50, Level.MEDIUM),
            ("FAM2", {"parentesco": "PAD", "vinculo": "decides"}, 72, Level.CRITICAL),
        ],
    )
    def test_worked_cases(
        self, code: str, parts: dict[str, object], score: int, level: Level
    ) -> None:
        """Uncle elsewhere, close friend, own share in a supplier, parent as subordinate."""
        found = screened(code, **parts)

        assert (Fraction(score), level) == (found.total, found.level)


class TestTriggers:
    """What no score outweighs, on both sides of each of its limits."""

    @pytest.mark.parametrize("code", ["FAM2", "FAM4"])
    @pytest.mark.parametrize(
        ("relation", "fires"),
        [("PRI", True), ("CUN", True), ("CONB", True), ("CONC", False), ("OTRO", False)],
    )
    def test_nepotism(self, code: str, relation: str, *, fires: bool) -> None:
        """LGRA 63 Bis: fourth degree of blood, second of affinity, spouse and concubine."""
        link = {"vinculo": "decides"} if code == "FAM2" else {}
        found = screened(code, parentesco=relation, **link)

        assert (["LGRA-63-Bis"] if fires else []) == fired(found)

    @pytest.mark.parametrize("link", ["same_unit", "same_institute", "none"])
    def test_nepotism_needs_power_to_decide(self, link: str) -> None:
        """A relative elsewhere is weighed."""
        assert [] == fired(screened("FAM2", parentesco="HIJ", vinculo=link))

    @pytest.mark.parametrize("code", ["PRO1", "FAM5"])
    @pytest.mark.parametrize(
        ("link", "end", "fires"),
        [
            ("decides", None, True),
            ("same_unit", None, True),
            ("same_institute", None, False),
            ("decides", "2024-05-04", True),
            ("decides", "2024-05-03", False),
        ],
    )
    def test_procurement(self, code: str, link: str, end: str | None, *, fires: bool) -> None:
        """LAASSP 71-I: whoever intervenes, in the two previous years."""
        kin = {"parentesco": "SUE"} if code == "FAM5" else {}
        found = screened(code, vinculo=link, fin=end, **kin)

        assert (["LAASSP-71-I"] if fires else []) == fired(found)

    @pytest.mark.parametrize(("relation", "fires"), [("PRI", True), ("CUN", True), ("AHI", False)])
    def test_procurement_of_kin(self, relation: str, *, fires: bool) -> None:
        """Fourth degree, and second of affinity by own reading."""
        found = screened("FAM5", vinculo="decides", parentesco=relation)

        assert (["LAASSP-71-I"] if fires else []) == fired(found)

    @pytest.mark.parametrize(("accepted", "fires"), [("si", True), ("no", False)])
    def test_a_gift(self, accepted: str, *, fires: bool) -> None:
        """LGRA 40: one that was accepted, whatever its value."""
        found = screened("GIF1", vinculo="none", valor="0", aceptado=accepted)

        assert (["LGRA-40"] if fires else []) == fired(found)

    @pytest.mark.parametrize(
        ("relation", "fires"), [("TATN", True), ("CONY", True), ("CONB", False), ("NIN", False)]
    )
    def test_kin_to_the_evaluator(self, relation: str, *, fires: bool) -> None:
        """LFPA 21 and 22, whatever the link; the concubine is outside by own reading."""
        found = screened("FAM3", parentesco=relation, vinculo="none")

        assert (["LFPA-22"] if fires else []) == fired(found)

    @pytest.mark.parametrize(
        ("code", "trigger"), [("PER1", "LFPA-21-IV"), ("PER2", "LFPA-21-I-IV")]
    )
    def test_friendship_and_enmity(self, code: str, trigger: str) -> None:
        """LFPA 21: real where facts show it, apparent where nothing does."""
        shown = screened(code, vinculo="decides", manifiesta="si")
        felt = screened(code, vinculo="decides", manifiesta="no")

        assert ([trigger], []) == (fired(shown), fired(felt))
        assert [ConflictType.REAL] == [finding.type for finding in shown.findings]
        assert [ConflictType.APPARENT] == [finding.type for finding in felt.findings]

    def test_nothing_else_makes_a_level_critical(self) -> None:
        """A question without trigger, at its worst, is weighed."""
        with_trigger = {code for trigger in policy().triggers for code in trigger.questions}
        for code in BANK.keys() - with_trigger:
            worst = {"parentesco": "CONY", "vinculo": "decides", "valor": "99999999"}
            asked = {part: worst[part] for part in follow_ups(code) if part in worst}
            assert [] == fired(screened(code, **asked))

    def test_a_contradiction_refers(self) -> None:
        """LGRA 60, without concluding guilt."""
        rule = policy().contradiction

        assert rule is not None
        assert ("LGRA-60", Status.OWN) == (rule.code, rule.status)
        assert "sin concluir culpa" in rule.text.es


class TestLevels:
    """Bands, safeguards and reviews: own defaults."""

    def test_bands(self) -> None:
        """0, 10, 30, 60, 100."""
        low = {band.level: band.low for band in policy().bands}

        assert {Level.MINIMAL: 0, Level.LOW: 10, Level.MEDIUM: 30, Level.HIGH: 60} == low
        assert policy().most_steps == 1

    def test_every_level_has_safeguards_and_one_review(self) -> None:
        """And cites the law where there is one."""
        cited = {
            (rule.level, rule.rule.code) for rule in policy().safeguards if rule.rule is not None
        }

        assert list(Level) == [review.level for review in policy().reviews]
        assert set(Level) == {rule.level for rule in policy().safeguards}
        assert {
            (Level.HIGH, "LGRA-58"),
            (Level.HIGH, "LFPA-22"),
            (Level.CRITICAL, "LFPA-22"),
            (Level.CRITICAL, "LGRA-40"),
            (Level.CRITICAL, "LGRA-7-XI"),
        } == cited

    def test_reviews(self) -> None:
        """A yearly look and one after six months have a day; the others follow the matter."""
        assert [None, 12, 6, None, None] == [review.months for review in policy().reviews]


class TestIdentity:
    """Code, version and digest."""

    def test_code_and_version(self) -> None:
        """They are part of every response."""
        assert ("conflictos-referencia", "2026.1") == CONFLICT_QUESTIONNAIRE.identity[:2]

    def test_the_digest_does_not_depend_on_the_process(self) -> None:
        """Made anew, here and in processes with other hashes, it is the same."""
        code = "from imss_integrity.catalog import *; print(CONFLICT_QUESTIONNAIRE.digest)"
        digests = {attrs.evolve(CONFLICT_QUESTIONNAIRE).digest} | {
            subprocess.run(  # noqa: S603 - this interpreter, this text
                [sys.executable, "-c", code],
                env={"PYTHONHASHSEED": seed},
                capture_output=True,
                check=True,
                text=True,
            ).stdout.strip()
            for seed in ("1", "2")
        }

        assert {CONFLICT_QUESTIONNAIRE.digest} == digests
