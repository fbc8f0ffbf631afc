"""Laws of the proof of questionnaires: it says of small definitions what trying all answers says.

The evaluator here is a second one: recursive, without cells, plans or layouts.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations, product
from typing import Any

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from imss_integrity.conflicts import (
    Band,
    Condition,
    Defect,
    DefectKind,
    InterestRule,
    Level,
    Link,
    Match,
    MonthsBack,
    Operator,
    Option,
    Proof,
    Question,
    Questionnaire,
    QuestionType,
    Role,
    ScreeningPolicy,
    Section,
    YesNo,
    combined_score,
    evaluate,
    interest_score,
    prove,
    screen,
)
from imss_integrity.kernel import Period, Text

MOST_WORLDS = 4000
ON = date(2026, 3, 31)
DAYS = Period(start=date(2026, 3, 27), end=ON)
# Around both ends of a window of a month, with a short February before it.
CANDIDATES = [date(2026, 2, 25) + timedelta(days=n) for n in (*range(8), *range(28, 38))]
COMPARE: Mapping[Operator, Callable[[Any, Any], bool]] = {
    Operator.EQUAL: operator.eq,
    Operator.GREATER: operator.gt,
    Operator.LESS: operator.lt,
    Operator.AT_LEAST: operator.ge,
    Operator.AT_MOST: operator.le,
}
Rows = Mapping[str, int]
Spot = tuple[str, int | None]


@attrs.frozen(eq=False)
class Small:
    """A definition that is small enough to try every answer."""

    questionnaire: Questionnaire
    known: Mapping[str, Question]
    parents: Mapping[str, str | None]
    days: Sequence[date]
    read: frozenset[str]

    @classmethod
    def of(cls, tops: Sequence[Question], days: Sequence[date] = (ON,)) -> Small:
        """Make the questionnaire of some questions; *days*: those of its period."""
        known = {below.code: below for top in tops for below in top.walk()}
        parents = {below.code: one.code for one in known.values() for below in one.questions}
        questionnaire = Questionnaire(
            code="chico",
            version="1",
            title=Text("Chico", "Small"),
            period=Period(start=min(days), end=max(days)),
            sections=(Section(code="A", title=Text("A"), questions=tuple(tops)),),
        )
        read = {condition.question for one in known.values() for condition in one.when}
        return cls(
            questionnaire,
            known,
            {code: parents.get(code) for code in known},
            days,
            frozenset(read | {one.not_before for one in known.values() if one.not_before}),
        )

    def row_group(self, code: str) -> str | None:
        """Give the group that repeats and holds a question."""
        parent = self.parents[code]
        if parent is None or self.known[parent].repeats:
            return parent
        return self.row_group(parent)

    def worlds(self, rules: Mapping[str, Rule] | None = None) -> Iterator[World]:
        """Try every answer on every day, under the conditions of the definition or *rules*."""
        chosen = rules or {code: Rule.of(one) for code, one in self.known.items()}
        groups = [code for code, one in self.known.items() if one.is_group and one.repeats]
        for on in self.days:
            for counts in product(*(range(self.known[g].max_answers + 1) for g in groups)):
                rows = dict(zip(groups, counts, strict=True))
                spots = [spot for code in self.known for spot in self.spots(code, rows)]
                for given_ in product(*(self.answers(code, on) for code, _ in spots)):
                    answers = dict(zip(spots, given_, strict=True))
                    if self.keeps_order(answers):
                        yield World(self, chosen, on, rows, answers)

    def size(self) -> int:
        """Count the worlds, those that break an order of days included."""
        total = 0
        groups = [code for code, one in self.known.items() if one.is_group and one.repeats]
        for counts in product(*(range(self.known[g].max_answers + 1) for g in groups)):
            rows = dict(zip(groups, counts, strict=True))
            size = len(self.days)
            for code in self.known:
                size *= len(self.answers(code, self.days[0])) ** len(self.spots(code, rows))
            total += size
        return total

    def spots(self, code: str, rows: Rows) -> list[Spot]:
        """Give where a question is answered, for so many instances of each group."""
        if self.known[code].is_group:
            return []
        group = self.row_group(code)
        return [(code, None)] if group is None else [(code, row) for row in range(rows[group])]

    def answers(self, code: str, on: date) -> list[tuple[Any, ...]]:
        """Give every answer to a question; none comes first. What nobody reads has none."""
        question = self.known[code]
        if code not in self.read:
            return [()]
        single = [one for one in _values(question) if _in_bounds(question, one, on)]
        if not question.repeats:
            return [(), *((one,) for one in single)]
        exclusive = {option.code for option in question.options if option.exclusive}
        return [
            chosen
            for size in range(min(question.max_answers, len(single)) + 1)
            for chosen in combinations(single, size)
            if size < 2 or not exclusive & set(chosen)
        ]

    def keeps_order(self, answers: Mapping[Spot, tuple[Any, ...]]) -> bool:
        """Say whether no day precedes one that it must not precede."""
        for (code, row), given_ in answers.items():
            other = self.known[code].not_before
            if other is not None and given_:
                earlier = answers[other, None if self.row_group(other) is None else row]
                if earlier and given_[0] < earlier[0]:
                    return False
        return True


@attrs.frozen
class Rule:
    """The conditions of a question; *empty* says whether none at all hold."""

    when: tuple[Condition, ...]
    is_any: bool

    @classmethod
    def of(cls, question: Question) -> Rule:
        """Give those of *question*."""
        return cls(question.when, question.match is Match.ANY and len(question.when) > 1)


@attrs.frozen(eq=False)
class World:
    """One way to answer everything, on one day."""

    small: Small
    rules: Mapping[str, Rule]
    on: date
    rows: Rows
    answers: Mapping[Spot, tuple[Any, ...]]

    def places(self, code: str) -> list[int | None]:
        """Give the instances in which a question or group stands."""
        group = self.small.row_group(code)
        return [None] if group is None else list(range(self.rows[group]))

    def group_shown(self, code: str, row: int | None) -> bool:
        """Say whether the group of a question is shown."""
        parent = self.small.parents[code]
        if parent is None:
            return True
        return self.shown(parent, None if self.small.row_group(parent) is None else row)

    def shown(self, code: str, row: int | None) -> bool:
        """Say whether a question is shown."""
        return self.group_shown(code, row) and self.rule_holds(code, row)

    def rule_holds(self, code: str, row: int | None) -> bool:
        """Say whether the own conditions of a question hold; without any they do."""
        rule = self.rules[code]
        met = [self.holds(code, condition, row) for condition in rule.when]
        return not met or (any(met) if rule.is_any else all(met))

    def holds(self, reader: str, condition: Condition, row: int | None) -> bool:
        """Say whether one condition holds for whoever reads it."""
        source = self.small.known[condition.question]
        group = self.small.row_group(source.code)
        same = group is not None and group == self.small.row_group(reader)
        rows = [row] if same else self.places(source.code)
        given_ = [
            one
            for at in rows
            if self.shown(source.code, at)
            for one in self.answers[source.code, at]
        ]
        return _compares(source, condition, given_, self.on)


def _compares(source: Question, condition: Condition, answers: list[Any], on: date) -> bool:
    value: Any = condition.value
    if condition.operator is Operator.EXISTS:
        return bool(answers) is value
    if isinstance(value, MonthsBack):
        value = value.day(on=on)
    if condition.operator is Operator.NOT_EQUAL:
        return value not in answers
    if source.options and condition.operator is not Operator.EQUAL:
        weights = {option.code: option.weight for option in source.options}
        answers, value = [weights[one] for one in answers], weights[value]
    return any(COMPARE[condition.operator](one, value) for one in answers)


def _values(question: Question) -> Sequence[Any]:
    if question.options:
        return [option.code for option in question.options]
    values: dict[QuestionType, Sequence[Any]] = {
        QuestionType.YES_NO: list(YesNo),
        QuestionType.BOOLEAN: [False, True],
        QuestionType.INTEGER: list(range(-1, 4)),
        QuestionType.DATE: CANDIDATES,
        QuestionType.TEXT: ["uno", "dos", "tres"],
    }
    return values[question.type]


def _in_bounds(question: Question, value: Any, on: date) -> bool:
    least, most = (
        bound.day(on=on) if isinstance(bound, MonthsBack) else bound
        for bound in (question.least, question.most)
    )
    return bool((least is None or least <= value) and (most is None or value <= most))


# ---------------------------------------------------------------- what the naive evaluator says


def is_possible(small: Small, defect: Defect, rules: Mapping[str, Rule]) -> bool:
    """Say whether what a defect says to be impossible is possible under *rules*."""
    code, question = defect.subject, small.known[defect.subject]

    def happens(world: World, row: int | None) -> bool:
        if defect.kind is DefectKind.NEVER_SHOWN:
            return world.shown(code, row)
        if not world.group_shown(code, row):
            return False
        if defect.kind is DefectKind.ALWAYS_TRUE:
            rule = rules[code]
            met = [world.holds(code, condition, row) for condition in rule.when]
            return not any(met) if rule.is_any else not all(met)
        assert defect.condition is not None
        met_one = world.holds(code, question.when[defect.condition], row)
        wanted = defect.kind is DefectKind.CONDITION_NEVER_TRUE
        is_removed = wanted and question.when[defect.condition] not in rules[code].when
        return is_removed or met_one is wanted

    return any(happens(world, row) for world in small.worlds(rules) for row in world.places(code))


def kept_rules(small: Small, defect: Defect, kept: set[tuple[str, int | None]]) -> dict[str, Rule]:
    """Give the conditions of the definition with none but those *kept*."""
    rules: dict[str, Rule] = {}
    for code, question in small.known.items():
        rule = Rule.of(question)
        if defect.kind is DefectKind.ALWAYS_TRUE and code == defect.subject and not rule.is_any:
            rules[code] = rule  # its own conditions are what the defect speaks of
        elif (code, None) in kept:
            rules[code] = rule
        else:
            when = tuple(one for n, one in enumerate(rule.when) if (code, n) in kept)
            rules[code] = Rule(when, rule.is_any)
    return rules


def check_core(small: Small, defect: Defect) -> None:
    """Check that the core alone is enough, and that each of its members is needed."""
    core = {(member.question, member.condition) for member in defect.core}
    assert not is_possible(small, defect, kept_rules(small, defect, core))
    for member in core:
        assert is_possible(small, defect, kept_rules(small, defect, core - {member})), member


def check_proof(small: Small) -> Proof:
    """Check that a proof says what trying all answers says."""
    proof = prove(small.questionnaire)
    assert not proof.undecided
    worlds = list(small.worlds())
    ever: set[str] = set()
    off: set[str] = set()
    for world in worlds:
        for code in small.known:
            for row in world.places(code):
                (ever if world.shown(code, row) else off).add(code)
    never = [code for code in small.known if code not in ever]
    always = [code for code, one in small.known.items() if one.when and code not in off]
    assert list(proof.never_shown) == never
    assert list(proof.always_shown) == always
    rules = {code: Rule.of(one) for code, one in small.known.items()}
    told = {(one.kind, one.subject, one.condition) for one in proof.defects}
    asked = [
        Defect(kind=kind, subject=code, condition=number)
        for code, one in small.known.items()
        for kind, number in _questions(one)
    ]
    for defect in asked:
        key = (defect.kind, defect.subject, defect.condition)
        covered = defect.subject in never or (
            defect.condition is not None and (DefectKind.ALWAYS_TRUE, defect.subject, None) in told
        )
        if key in told:
            check_core(
                small, next(d for d in proof.defects if (d.kind, d.subject, d.condition) == key)
            )
        elif not covered and _is_offered(small, defect):
            assert is_possible(small, defect, rules), key
    for defect in proof.defects:
        check_witness(defect)
    return proof


def _questions(question: Question) -> Iterator[tuple[DefectKind, int | None]]:
    yield DefectKind.NEVER_SHOWN, None
    if question.when:
        yield DefectKind.ALWAYS_TRUE, None
    rule = Rule.of(question)
    kind = DefectKind.CONDITION_NEVER_TRUE if rule.is_any else DefectKind.CONDITION_ALWAYS_TRUE
    if len(question.when) > 1:
        yield from ((kind, number) for number in range(len(question.when)))


def _is_offered(small: Small, defect: Defect) -> bool:
    if defect.condition is None:
        return True
    condition = small.known[defect.subject].when[defect.condition]
    source = small.known[condition.question]
    codes = {option.code for option in source.options}
    return not codes or condition.operator is Operator.EXISTS or condition.value in codes


def check_witness(defect: Defect) -> None:
    """Check that a witness replays: what it says to be shown is enabled."""
    holding = {DefectKind.ALWAYS_TRUE, DefectKind.CONDITION_ALWAYS_TRUE}
    assert (defect.witness is not None) is (defect.kind in holding)
    if defect.witness is not None:
        enabled = evaluate(defect.witness.response, on=defect.witness.on).enabled
        assert set(defect.witness.shown) <= set(enabled)
        assert defect.subject in defect.witness.shown
    assert defect.witness is not None or defect.core


# ----------------------------------------------------------------------- small definitions


@st.composite
def conditions(draw: st.DrawFn, source: Question) -> Condition:
    """Give a condition that fits its source, though it may never hold."""
    if draw(st.integers(0, 4)) == 0:
        return Condition(source.code, Operator.EXISTS, draw(st.booleans()))
    operators = [Operator.EQUAL, Operator.NOT_EQUAL]
    weighted = bool(source.options) and all(one.weight is not None for one in source.options)
    if source.type.has_order or weighted:
        operators += COMPARE
    chosen = draw(st.sampled_from(operators))
    values: st.SearchStrategy[Any] = st.sampled_from(_values(source))
    if source.type is QuestionType.DATE:
        near = st.sampled_from(CANDIDATES[2:-2])
        values = near | st.sampled_from([MonthsBack(0), MonthsBack(1)])
    elif source.type is QuestionType.TEXT:
        values = st.sampled_from(["uno", "dos"])
    elif source.options and chosen in {Operator.EQUAL, Operator.NOT_EQUAL}:
        values |= st.just("z")
    return Condition(source.code, chosen, draw(values))


def options(*, weighted: bool, exclusive: bool) -> tuple[Option, ...]:
    """Give two options, and a third that cannot be combined."""
    return tuple(
        Option(
            code=code,
            name=Text(code),
            weight=Fraction(n % 2) if weighted else None,
            exclusive=exclusive and code == "c",
        )
        for n, code in enumerate("abc" if exclusive else "ab")
    )


@st.composite
def leaves(draw: st.DrawFn, code: str) -> Question:
    """Give a question without conditions."""
    kinds = ("si_no", "booleano", "opcion", "opciones", "entero", "enteros", "texto")
    kind = draw(st.sampled_from(kinds))
    text = Text(code)
    if kind in {"si_no", "booleano", "texto"}:
        return Question(code=code, text=text, type=QuestionType(kind))
    several = kind in {"opciones", "enteros"}
    most = draw(st.integers(1, 2)) if several else 1
    if kind in {"entero", "enteros"}:
        bounds = sorted(draw(st.tuples(st.integers(0, 2), st.integers(0, 2))))
        return Question(
            code=code,
            text=text,
            type=QuestionType.INTEGER,
            least=bounds[0],
            most=bounds[1],
            repeats=several,
            max_answers=most,
        )
    return Question(
        code=code,
        text=text,
        type=QuestionType.CHOICE,
        options=options(weighted=draw(st.booleans()), exclusive=several),
        repeats=several,
        max_answers=most,
    )


@st.composite
def smalls(draw: st.DrawFn) -> Small:
    """Give small definitions: up to five questions in up to two groups, one within the other."""
    codes = [f"q{n}" for n in range(draw(st.sampled_from([4, 5, 3, 2])))]
    made = {code: draw(leaves(code)) for code in codes}
    homes: dict[str, str | None] = {code: draw(st.sampled_from(["G", None, "H"])) for code in codes}
    repeats = not draw(st.booleans())
    homes["H"] = draw(st.sampled_from([None, "G"])) if "H" in homes.values() else None
    inside = {g: [code for code, home in homes.items() if home == g] for g in ("H", "G")}
    if not inside["H"]:
        inside["G"] = [code for code in inside["G"] if code != "H"]
        homes.pop("H")
    for group in ("H", "G"):
        if inside[group]:
            homes.setdefault(group, None)
            made[group] = Question(
                code=group,
                text=Text(group),
                type=QuestionType.GROUP,
                repeats=group == "G" and repeats,
                max_answers=2,
                questions=tuple(made[code] for code in inside[group]),
            )
    ranks = {code: n for n, code in enumerate(draw(st.permutations(list(made))))}

    def chain(code: str | None) -> list[str]:
        return [] if code is None else [code, *chain(homes.get(code))]

    key = {code: (max(ranks[c] for c in chain(code)), len(chain(code))) for code in made}
    order = sorted(made, key=lambda code: (key[code], ranks[code]))
    for number, code in enumerate(order):
        held = {below.code for below in made[code].walk()}
        sources = [one for one in order[:number] if one in codes and one not in held]
        if sources:
            made[code] = attrs.evolve(made[code], **draw(rules([made[s] for s in sources])))

    def rebuilt(code: str) -> Question:
        return attrs.evolve(made[code], questions=tuple(rebuilt(c) for c in inside.get(code, ())))

    tops = draw(st.permutations([code for code in made if homes[code] is None]))
    small = Small.of([rebuilt(code) for code in tops])
    assume(small.size() <= MOST_WORLDS)
    return small


@st.composite
def rules(draw: st.DrawFn, sources: Sequence[Question]) -> dict[str, Any]:
    """Give the fields of up to three conditions on some *sources*."""
    one = st.sampled_from(sources).flatmap(conditions)
    size = draw(st.sampled_from([1, 2, 2, 3, 0]))
    when = draw(st.lists(one, min_size=size, max_size=size))
    return {"when": tuple(when), "match": draw(st.sampled_from(Match))}


@st.composite
def dated(draw: st.DrawFn) -> Small:
    """Give two or three days that follow each other, with windows, and who reads them."""
    bounds: list[Any] = [MonthsBack(0), MonthsBack(1), *CANDIDATES[4:14]]
    bound = st.none() | st.sampled_from(bounds)
    days: list[Question] = []
    for code in ("d0", "d1")[: draw(st.integers(1, 2))]:
        least, most = draw(bound), draw(bound)
        if isinstance(least, date) and isinstance(most, date):
            least, most = min(least, most), max(least, most)
        if isinstance(least, MonthsBack) and isinstance(most, MonthsBack):
            least, most = MonthsBack(1), MonthsBack(0)
        days.append(
            Question(
                code=code,
                text=Text(code),
                type=QuestionType.DATE,
                least=least or CANDIDATES[0],
                most=most or CANDIDATES[-1],
                not_before="d0" if code == "d1" and draw(st.booleans()) else None,
            )
        )
    readers = [
        Question(code=code, text=Text(code), type=QuestionType.TEXT, **draw(rules(days)))
        for code in ("x0", "x1")
    ]
    period = [DAYS.start + timedelta(days=n) for n in range(DAYS.days)]
    first = draw(st.integers(0, len(period) - 1))
    return Small.of([*days, *readers], period[first:])


# ------------------------------------------------------------------------------------ levels

LINKS = {Link.SAME_UNIT: "same_unit", Link.SAME_INSTITUTE: "same_institute"}
EDGES = st.lists(st.integers(1, 99), min_size=1, max_size=3, unique=True).map(sorted)


@st.composite
def screened(draw: st.DrawFn) -> Small:
    """Give questions that declare interests, some with a group of details that may repeat."""
    tops: list[Question] = []
    made: list[InterestRule] = []
    for n in range(draw(st.integers(1, 3))):
        code = f"q{n}"
        asked = Question(code=code, text=Text(code), type=QuestionType.YES_NO)
        if tops:
            sources = [one for one in tops if not one.is_group]
            asked = attrs.evolve(asked, **draw(rules(sources)))
        tops.append(asked)
        details = draw(st.sampled_from([None, f"g{n}"]))
        link = None if details else draw(st.sampled_from([*LINKS, None]))
        base = draw(st.integers(1, 10))
        made.append(
            InterestRule(question=code, category="c", base=base, details=details, link=link)
        )
        if details:
            follow = Question(
                code=f"l{n}",
                text=Text("l"),
                type=QuestionType.CHOICE,
                role=Role.LINK,
                options=tuple(Option(code=one.value, name=Text("l")) for one in LINKS),
                required=draw(st.booleans()),
            )
            follow = attrs.evolve(follow, **draw(rules([t for t in tops if not t.is_group])))
            several = draw(st.booleans())
            tops.append(
                Question(
                    code=details,
                    text=Text(details),
                    type=QuestionType.GROUP,
                    repeats=several,
                    max_answers=2 if several else 1000,
                    questions=(follow,),
                )
            )
    edges = [0, *draw(EDGES), 100]
    bands = tuple(
        Band(level=level, low=Fraction(low), high=Fraction(high))
        for level, low, high in zip(Level, edges, edges[1:], strict=False)
    )
    steps = draw(st.integers(0, 2))
    policy = ScreeningPolicy(interests=tuple(made), bands=bands, most_steps=steps)
    small = Small.of(tops)
    everything = frozenset(code for code, one in small.known.items() if not one.is_group)
    asked_of = attrs.evolve(small.questionnaire, policy=policy)
    return attrs.evolve(small, questionnaire=asked_of, read=everything)


def level_of(world: World, policy: ScreeningPolicy) -> Level | None:
    """Give the level of a world; ``None`` where a required link is left open."""
    scores: list[int] = []
    for rule in policy.interests:
        known = world.small.known
        if not (world.shown(rule.question, None) and world.answers[rule.question, None]):
            continue
        if world.answers[rule.question, None][0] is not YesNo.YES:
            continue
        follow = known[rule.details].questions[0] if rule.details else None
        rows: list[int | None] = [None] if follow is None else world.places(follow.code)
        if not rows:
            return None  # declared, but not detailed yet
        for row in rows:
            if follow is not None and world.shown(follow.code, row):
                given_ = world.answers[follow.code, row]
                if follow.required and not given_:
                    return None
                link = Link(given_[0]) if given_ else Link.NONE
            else:
                link = rule.link or Link.NONE
            one = interest_score(rule.base, proximity="self", recency="current", link=link)
            scores.append(one.score)
    total = combined_score(scores)
    places = [
        max(n for n, band in enumerate(policy.bands) if band.low <= score)
        for score in (total, max(scores, default=0))
    ]
    return policy.bands[min(places[0], places[1] + policy.most_steps)].level


class TestAProofSaysWhatTryingAllAnswersSays:
    """`prove` agrees with enumeration: verdicts, cores and witnesses (own)."""

    @given(smalls())
    def test_of_questions_in_groups(self, small: Small) -> None:
        """Yes and no, options, numbers and texts, single or several, in groups that may repeat."""
        check_proof(small)

    @given(dated())
    def test_of_days_and_windows(self, small: Small) -> None:
        """Days that follow each other, under windows that move with the day of evaluation."""
        check_proof(small)

    @given(screened())
    def test_of_levels(self, small: Small) -> None:
        """The highest level, and answers that are screened to it."""
        policy = small.questionnaire.policy
        assert policy is not None
        reached = {level_of(world, policy) for world in small.worlds()} - {None}
        top = max(level.rank for level in reached if level is not None)
        beyond = [band.level.value for band in policy.bands if band.level.rank > top]
        proof = prove(small.questionnaire)
        kind = DefectKind.LEVEL_BEYOND_REACH
        found = [one for one in proof.defects if one.kind is kind]
        assert [one.subject for one in found] == beyond
        for defect in found:
            assert defect.witness is not None
            replayed = screen(defect.witness.response, on=defect.witness.on)
            assert replayed.level.rank == top
