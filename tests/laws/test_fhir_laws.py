"""Laws of the exchange with HL7 FHIR: what is not listed as lost comes back as it was."""

from __future__ import annotations

import contextlib
import copy
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

import attrs
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity.codec import (
    FhirRelease,
    export_questionnaire,
    export_response,
    import_questionnaire,
    import_response,
)
from imss_integrity.conflicts import (
    Condition,
    Match,
    MonthsBack,
    Option,
    Question,
    Questionnaire,
    QuestionType,
    Response,
    Sensitivity,
    evaluate,
)
from imss_integrity.kernel import ImssIntegrityError, Language, Period, Text, parse_json
from imss_integrity.strategies import questionnaires, responses, rules

ON = date(2026, 5, 4)
PLANTED = "XEXX010101HNEXXXA4"
RELEASES = st.sampled_from(FhirRelease)
FIELDS = ("least", "most", "max_answers", "not_before", "role", "sensitivity", "rule", "status")


@st.composite
def rich(draw: st.DrawFn) -> Questionnaire:
    """Give definitions with what FHIR can carry, and with what it cannot."""
    whole = draw(questionnaires())
    sections = tuple(
        attrs.evolve(section, questions=tuple(draw(changed(one)) for one in section.questions))
        for section in whole.sections
    )
    if draw(st.booleans()) and len(sections) == 1:
        sections = (attrs.evolve(sections[0], code=whole.code, title=whole.title),)
    elif draw(st.booleans()):  # a section and a question may have the same code
        sections = (attrs.evolve(sections[0], code=whole.questions[0].code), *sections[1:])
    period = draw(st.none() | st.just(Period.year(2026)))
    return attrs.evolve(whole, sections=sections, period=period)


@st.composite
def changed(draw: st.DrawFn, question: Question) -> Question:
    """Give the same question with another bound, weight, wording, or mark."""
    inside = tuple(draw(changed(below)) for below in question.questions)
    changes: list[dict[str, Any]] = [
        {}, {}, {"text": Text("sólo español")}, {"max_answers": 1000},
        {"sensitivity": draw(st.sampled_from(Sensitivity))}, {"rule": draw(rules())},
    ]  # fmt: skip
    if question.type is QuestionType.DATE:
        changes.append({"least": MonthsBack(24), "most": MonthsBack(0)})
    if question.type is QuestionType.INTEGER:
        changes.append({"most": 2**31})
    if question.type is QuestionType.MONEY:
        changes.append({"most": Decimal("1E+9"), "least": Decimal("0.000000001")})
    if question.type is QuestionType.CHOICE:
        weight = draw(st.sampled_from([Fraction(-3, 8), Fraction(1, 3), Fraction(0)]))
        options = [attrs.evolve(option, weight=weight) for option in question.options]
        changes.append({"options": tuple(options)})
    return attrs.evolve(question, questions=inside, **draw(st.sampled_from(changes)))


def is_lost(condition: Condition, whole: Questionnaire) -> bool:
    """Say whether a condition compares by weights that are no decimals."""
    weights = {option.weight for option in whole.question(condition.question).options}
    return condition.operator in {">", "<", ">=", "<="} and Fraction(1, 3) in weights


def carried(question: Question, whole: Questionnaire) -> Question:
    """Give what FHIR can say of a question, told a second time."""
    kind = question.type
    when = tuple(one for one in question.when if not is_lost(one, whole))
    is_all = len(when) == len(question.when) or question.match is not Match.ANY
    return attrs.evolve(
        question,
        type=QuestionType.CHOICE if kind is QuestionType.KINSHIP else kind,
        options=tuple(
            Option(
                code=option.code,
                name=option.name,
                exclusive=option.exclusive,
                weight=None if option.weight == Fraction(1, 3) else option.weight,
            )
            for option in question.options
        ),
        most=None if question.most == 2**31 else question.most,
        max_answers=question.max_answers if question.repeats else 1000,
        sensitivity=Sensitivity.PERSONAL,
        rule=None,
        when=when if is_all else (),
        questions=tuple(carried(below, whole) for below in question.questions),
    )


def all_carried(whole: Questionnaire) -> Questionnaire:
    """Give what FHIR can say of a definition."""
    sections = tuple(
        attrs.evolve(section, questions=tuple(carried(one, whole) for one in section.questions))
        for section in whole.sections
    )
    return attrs.evolve(whole, sections=sections)


def differences(one: Questionnaire, other: Questionnaire) -> Iterator[str]:
    """Give the paths at which two definitions of the same questions differ."""
    for old, new in zip(one.questions, other.questions, strict=True):
        path = f"questions[{old.code}]"
        for field in ("type", *FIELDS):
            if getattr(old, field) != getattr(new, field):
                yield f"{path}.{field}"
        lost = [n for n, condition in enumerate(old.when) if is_lost(condition, one)]
        yield from (f"{path}.when[{n}]" for n in lost)
        if len(lost) + len(new.when) < len(old.when):
            yield f"{path}.when"
        for first, second in zip(old.options, new.options, strict=True):
            if first.weight != second.weight:
                yield f"{path}.options[{first.code}].weight"
            for field in ("kinship", "proximity"):
                if getattr(first, field) != getattr(second, field):
                    yield f"{path}.options.{field}"


class TestDefinitions:
    """A definition goes out and comes back, but for what is listed."""

    @given(rich(), RELEASES)
    def test_what_is_not_lost_comes_back(self, whole: Questionnaire, release: FhirRelease) -> None:
        """Nothing else is lost, nothing is added, and coming in loses no more."""
        done = export_questionnaire(whole, release=release)
        back = import_questionnaire(done.resource, release=release)

        assert all_carried(whole) == back.questionnaire
        assert {"ambiguous"} >= {loss.code for loss in back.losses}

    @given(rich(), RELEASES)
    def test_the_losses_are_what_differs(self, whole: Questionnaire, release: FhirRelease) -> None:
        """Each by its place, once."""
        done = export_questionnaire(whole, release=release)
        back = import_questionnaire(done.resource, release=release).questionnaire
        paths = [loss.path for loss in done.losses]

        assert set(differences(whole, back)) == set(paths)
        assert len(set(paths)) == len(paths)
        assert (whole == back) is (not paths)

    @given(rich())
    def test_both_releases_say_the_same(self, whole: Questionnaire) -> None:
        """Though not in the same words; what is said of ``!=`` in R4 is a note."""
        old, new = (export_questionnaire(whole, release=one) for one in FhirRelease)
        read = [
            import_questionnaire(done.resource, release=release).questionnaire
            for done, release in zip((old, new), FhirRelease, strict=True)
        ]

        assert read[0] == read[1]
        assert old.losses == new.losses

    @given(rich())
    def test_floats_of_a_parser_say_the_same(self, whole: Questionnaire) -> None:
        """A decimal of few digits survives every reader of JSON."""
        done = export_questionnaire(whole)
        read = cast("dict[str, object]", parse_json(done.text))

        assert import_questionnaire(done.resource) == import_questionnaire(read)


@st.composite
def answered(draw: st.DrawFn) -> Response:
    """Give a response to any definition of few bounds."""
    return draw(responses(draw(questionnaires())))


class TestResponses:
    """What a person entered goes out and comes back whole."""

    @given(answered())
    def test_answers_come_back(self, response: Response) -> None:
        """Under disabled questions too, with every absence and every instance."""
        done = export_response(response)
        back = import_response(done.resource, response.questionnaire)

        assert response == back.response
        assert ((), ()) == (done.losses, back.losses)

    @given(answered(), RELEASES)
    def test_evaluation_agrees(self, response: Response, release: FhirRelease) -> None:
        """Before and after, though the definition may have lost what evaluation does not read."""
        done = export_questionnaire(response.questionnaire, release=release)
        definition = import_questionnaire(done.resource, release=release).questionnaire
        back = import_response(export_response(response).resource, definition).response

        assert evaluate(response, on=ON) == evaluate(back, on=ON)


JUNK: st.SearchStrategy[Any] = st.sampled_from(
    [
        *(
            None,
            True,
            0,
            -1,
            10**400,
            1e308,
            float("nan"),
            float("inf"),
            "",
            " ",
            PLANTED,
            "\ud800",
        ),
        *([], {}, [[]], [None], [{}], {"x": 1}, "2025-13", "2025", "urn:", "today()", "group"),
        *("integer", "!=", "any", Decimal("NaN"), Decimal("1E+999999"), b"", date(2026, 1, 1)),
    ]
)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give the way to every member of a resource."""
    members: Any = value.items() if hasattr(value, "items") else enumerate(value)
    for key, one in members:
        yield (*path, key)
        if isinstance(one, dict | list):
            yield from places(cast("Any", one), (*path, key))


@st.composite
def mangled(draw: st.DrawFn, resource: dict[str, Any]) -> dict[str, Any]:
    """Give a resource with some members dropped, replaced, doubled, or put beside others."""
    made = copy.deepcopy(resource)
    for _ in range(draw(st.integers(1, 3))):
        ways = list(places(made))
        if not ways:
            break
        *inwards, last = draw(st.sampled_from(ways))
        home: Any = made
        for step in inwards:
            home = home[step]
        change = draw(st.sampled_from(["drop", "junk", "double", "add"]))
        if change == "drop":
            del home[last]
        elif change == "junk":
            home[last] = draw(JUNK)
        elif change == "double" and hasattr(home, "append"):
            home.append(copy.deepcopy(home[last]))
        elif change == "add" and isinstance(home, dict):
            home[draw(st.sampled_from(["extension", "modifierExtension", PLANTED]))] = draw(JUNK)
    return made


class TestStrangers:
    """Whatever the resource: a result with losses, or the one error of the library."""

    @given(st.data(), questionnaires(), RELEASES)
    def test_definitions(
        self, data: st.DataObject, whole: Questionnaire, release: FhirRelease
    ) -> None:
        """A mangled definition is read or refused; what is read can be used."""
        resource = data.draw(mangled(export_questionnaire(whole, release=release).resource))
        with contextlib.suppress(ImssIntegrityError):
            read = import_questionnaire(resource, release=release, code="x", version="1")
            made = export_questionnaire(read.questionnaire, release=release)
            again = import_questionnaire(made.resource, release=release)
            assert all_carried(read.questionnaire) == again.questionnaire

    @given(st.data(), answered())
    def test_responses(self, data: st.DataObject, response: Response) -> None:
        """No answer is shown, whether they are read or refused."""
        resource = data.draw(mangled(export_response(response).resource))
        shown = ""
        try:
            done = import_response(resource, response.questionnaire)
        except ImssIntegrityError as error:
            shown = f"{error} {error.text.es} {error!r} {error.to_record()}"
        else:
            tables = [done.describe(language) for language in Language]
            shown = f"{done!r} {tables} {done.to_records()}"
        assert PLANTED not in shown
