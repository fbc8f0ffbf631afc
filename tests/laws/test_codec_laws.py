"""The laws of documents: nothing is lost on the way out, nothing wrong gets in, readers agree."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_integrity import catalog, competitiveness, conflicts, kernel, pdca, strategies
from imss_integrity.codec import Decoder, dumps, loads, migrate, reading, structure, unstructure
from imss_integrity.codec.converters import reader_of
from imss_integrity.codec.documents import quick_document
from imss_integrity.codec.listing import Listing
from imss_integrity.codec.reading import parse_bytes
from imss_integrity.codec.references import Definitions
from imss_integrity.codec.registry import document_types
from imss_integrity.competitiveness import Assessment
from imss_integrity.conflicts import Response
from imss_integrity.kernel import ImssIntegrityError, Text
from imss_integrity.kernel.values import Value

own: Any = strategies

# Strategies of records and definitions that need nothing but themselves.
PLAIN = (
    *("action_programmes", "budget_keys", "calendars", "candidates", "clues"),
    *("commitments", "complaints", "control_charts", "cycles", "frameworks", "gates"),
    *("indicators", "information_requests", "initiative_records", "kinships", "legal_radii"),
    *("ooads", "periods", "plans", "procedures", "published_figures", "questionnaires"),
    *("risk_controls", "risk_valuations", "rules", "run_charts", "scores", "sources"),
    *("screened_questionnaires", "selection_processes", "staged_reaches", "stage_scales"),
    *("standings", "subdelegations", "suppressed_tables", "texts", "umaes", "units"),
    "valued_risks",
)
HOSTILE: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2**53, 2**63, 2**64, 1.0, 1.5, -0.0, 1e300, "", "si", "no", "a"),
    *("2026-02-30", "2026-W01-1", "1/0", "1/2", "1E+9999", "e\u0301", "\u202e", "a" * 5000),
    *([], {}, [[]], {"type": "date"}, {"type": "date", "value": "2026-01-01"}, [None], {"a": 1}),
    {"type": "absence", "value": "declinado"},
)


@contextmanager
def only_the_standard_reader() -> Iterator[None]:
    """Take orjson away, as where the extra ``fast`` is not installed."""
    kept: Any = vars(reading)["orjson"]
    vars(reading)["orjson"] = None
    try:
        yield
    finally:
        vars(reading)["orjson"] = kept


def definitions_in(value: object) -> list[Any]:
    """Find the definitions that *value* refers to."""
    if isinstance(value, Response | Assessment):
        return [value.questionnaire if isinstance(value, Response) else value.framework]
    if isinstance(value, tuple):
        return [found for one in value for found in definitions_in(one)]
    if isinstance(value, Value):
        kind: Any = type(value)
        names = [field.name for field in attrs.fields(kind) if field.init]
        return [found for name in names for found in definitions_in(getattr(value, name))]
    return []


def check_round_trip(value: Any) -> None:
    """Write and read *value*, in every way."""
    body, known = dumps(value), definitions_in(value)
    plain = json.loads(body)
    # As short as JSON can be, and with nothing in it that JSON reads otherwise.
    assert body == json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()
    assert plain["data"] == unstructure(value)
    assert value == loads(body, definitions=known)
    assert value == structure(unstructure(value), type(value), definitions=known)
    listing = Listing(Definitions(known))
    assert value == reader_of(type(value)).read(unstructure(value), "$", listing)
    if vars(reading)["orjson"] and b"\\" not in body:  # else the strict reader has the word
        assert value == quick_document(body, Definitions(known))
    with only_the_standard_reader():
        assert value == loads(dumps(value), definitions=known)


def drawn(data: st.DataObject, name: str) -> Any:
    """Draw a record by the name of its strategy."""
    value = data.draw(getattr(own, name)())
    return value[0] if isinstance(value, tuple) else value


def outcome(body: bytes, known: list[Any]) -> Any:
    """Read *body*: the value, or the faults of the library's error; any other error is raised."""
    try:
        return loads(body, definitions=known)
    except ImssIntegrityError as error:
        faults = error.faults
    assert len(faults) <= 51
    assert all(len(fault.text.es) < 500 for fault in faults)
    return faults


class TestRoundTrip:
    """``loads(dumps(x)) == x`` for every class."""

    @pytest.mark.parametrize("name", PLAIN)
    @given(data=st.data())
    def test_of_what_the_strategies_give(self, name: str, data: st.DataObject) -> None:
        """Whatever a strategy of the library draws comes back equal."""
        check_round_trip(drawn(data, name))

    @pytest.mark.parametrize("name", sorted(catalog.__all__))
    def test_of_the_catalogue(self, name: str) -> None:
        """Every record of the catalogue."""
        found = getattr(catalog, name)
        for value in found if isinstance(found, tuple) else [found]:
            if type(value) in document_types().values():
                check_round_trip(value)

    @given(data=st.data())
    def test_of_responses(self, data: st.DataObject) -> None:
        """A response comes back by its questionnaire, and so does what is made of it."""
        questionnaire = data.draw(own.questionnaires())
        response = data.draw(own.responses(questionnaire))
        check_round_trip(response)
        assert response == Decoder(questionnaire).loads(dumps(response))

    @given(data=st.data())
    def test_of_assessments(self, data: st.DataObject) -> None:
        """An assessment comes back by its framework, rated in full or in part."""
        assessment = data.draw(own.assessments())
        check_round_trip(assessment)
        assert assessment == Decoder(assessment.framework).loads(dumps(assessment))

    @given(data=st.data())
    def test_of_results(self, data: st.DataObject) -> None:
        """What scores, screenings and evaluations give are records too."""
        questionnaire = data.draw(own.screened_questionnaires())
        response = data.draw(own.responses(questionnaire))
        assessment = data.draw(own.assessments())
        check_round_trip(conflicts.evaluate(response, on=kernel.parse_day("2026-05-04")))
        check_round_trip(competitiveness.score(assessment, missing="zero"))

    def test_of_the_examples(self) -> None:
        """A change, a verdict and a screening come back by what they are made of."""
        before, after = (
            competitiveness.score(one, missing="zero")
            for one in (catalog.EXAMPLE_ASSESSMENTS[0], catalog.EXAMPLE_ASSESSMENTS[-1])
        )
        check_round_trip(competitiveness.change(before, after))
        check_round_trip(pdca.verify(catalog.EXAMPLE_CYCLE, on=catalog.EXAMPLE_CYCLE.on))
        draft = Response.from_answers(catalog.CONFLICT_QUESTIONNAIRE, {"EMP1": "no"})
        check_round_trip(conflicts.screen(draft, on=kernel.parse_day("2026-05-04")))

    @pytest.mark.parametrize("number", [5, Fraction(5), Fraction(1, 3)])
    def test_of_either_of_two_kinds_of_number(self, number: int | Fraction) -> None:
        """Where a field holds either, equal numbers of two types come back as they were."""
        source = kernel.Source(code="nota", title=Text("Nota"))
        figure = kernel.PublishedFigure(
            number, kernel.Relation.ABOUT, code="f", what=Text("x"), sources=(source,),
            status=kernel.Status.OWN,
        )  # fmt: skip
        assert type(number) is type(loads(dumps(figure)).value)


def nodes(plain: Any) -> Iterator[tuple[Any, Any]]:
    """Go through every place of a plain value: its container and its key or number."""
    keys = list(plain) if isinstance(plain, dict) else range(len(plain))
    for key in keys:
        yield plain, key
        if isinstance(plain[key], dict | list):
            yield from nodes(plain[key])


@st.composite
def mutated(draw: st.DrawFn) -> tuple[bytes, list[Any]]:
    """Give a sound document with one thing in it that may be wrong."""
    kind = draw(st.sampled_from(["response", "assessment", *PLAIN]))
    if kind == "response":
        value = draw(own.responses(draw(own.questionnaires())))
    else:
        value = draw(own.assessments() if kind == "assessment" else getattr(own, kind)())
    value = value[0] if isinstance(value, tuple) else value
    document = json.loads(dumps(value))
    place, key = draw(st.sampled_from(list(nodes(document))))
    change = draw(st.sampled_from(["replace", "remove", "add", "twice", "bytes"]))
    if change == "replace":
        place[key] = draw(st.sampled_from(HOSTILE))
    elif change == "remove":
        del place[key]
    elif change == "add" and isinstance(place, dict):
        place[draw(st.sampled_from(["x", "PEPJ800101HDFRRN09", "type", "es", "__class__"]))] = 1
    elif change == "add":
        place.append(draw(st.sampled_from(HOSTILE)))
    text = json.dumps(document, ensure_ascii=draw(st.booleans()))
    if change == "twice":
        at = draw(st.sampled_from([n for n, c in enumerate(text) if c == "{"]))
        text = f'{text[: at + 1]}"schema": 1, {text[at + 1 :]}'
    body = text.encode("utf-8", "surrogatepass")
    if change == "bytes":
        at = draw(st.integers(0, len(body) - 1))
        body = body[:at] + draw(st.binary(max_size=3)) + body[at + draw(st.integers(0, 3)) :]
    return body, definitions_in(value)


class TestStrictness:
    """A mutated document gives a value that is written the same, or the library's error."""

    @given(case=mutated())
    def test_nothing_else_comes_of_it(self, case: tuple[bytes, list[Any]]) -> None:
        """What gets in comes out and gets in again; nothing foreign is raised."""
        body, known = case
        found = outcome(body, known)
        if isinstance(found, Value):
            assert found == loads(dumps(found), definitions=known)

    @given(case=mutated())
    def test_the_readers_agree(self, case: tuple[bytes, list[Any]]) -> None:
        """With and without orjson: the same value, or the same faults."""
        body, known = case
        quick = outcome(body, known)
        with only_the_standard_reader():
            assert quick == outcome(body, known)

    @given(case=mutated())
    def test_what_the_quick_way_accepts_the_detailed_one_does(
        self, case: tuple[bytes, list[Any]]
    ) -> None:
        """And gives the same value: the quick way only says what the detailed one would."""
        body, known = case
        found = outcome(body, known)
        if isinstance(found, Value):
            document: Any = parse_bytes(body)
            listing = Listing(Definitions(known))
            assert found == reader_of(type(found)).read(migrate(document)["data"], "$", listing)

    @given(body=st.binary(max_size=40) | st.text(max_size=40).map(str.encode))
    def test_noise_is_refused(self, body: bytes) -> None:
        """Whatever the bytes, the error is the library's."""
        assert isinstance(outcome(body, []), tuple)

    @given(data=st.data())
    def test_the_detailed_way_accepts_what_the_quick_one_does(self, data: st.DataObject) -> None:
        """A document that must be read slowly, because of an escape, gives the same value."""
        value = drawn(data, data.draw(st.sampled_from(PLAIN)))
        body = dumps(value).replace(b'"schema"', b'"\\u0073chema"', 1)
        assert value == loads(body, definitions=definitions_in(value))
