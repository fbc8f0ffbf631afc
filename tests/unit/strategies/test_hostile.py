"""Hostile documents: one twist away from a sound one, and what must become of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
from imss_integrity.conflicts import Absence, Response
from imss_integrity.kernel import ImssIntegrityError, parse_json
from imss_integrity.strategies import (
    HostileDocument,
    Twist,
    hostile_documents,
    hostile_responses,
    questionnaires,
    responses,
)
from imss_integrity.strategies.hostile import plain_answers

JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats(-1, 1) | st.text("ab", min_size=1),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text("xyz"), inside),
    max_leaves=6,
).filter(lambda one: one is not None)
LOOKING = settings(max_examples=5000, database=None, phases=[Phase.generate])
NESTED: st.SearchStrategy[Any] = st.just({"a": 1, "b": [True, "x"], "c": {"d": None}})
ON_THE_REFERENCE = st.tuples(
    st.just(CONFLICT_QUESTIONNAIRE), hostile_responses(CONFLICT_QUESTIONNAIRE)
)
ON_ANY = questionnaires().flatmap(lambda asked: st.tuples(st.just(asked), hostile_responses(asked)))


def reads(reader: Callable[..., object], *arguments: Any) -> bool:
    """Say whether *reader* accepts; the error of the library is the only one it may raise."""
    try:
        reader(*arguments)
    except ImssIntegrityError:
        return False
    return True


def differences(before: Any, after: Any) -> int:
    """Count the places in which two documents differ, by type as well, naively."""
    if type(before) is not type(after):
        return 1
    if isinstance(before, dict) and before.keys() == after.keys():
        return sum(differences(before[key], after[key]) for key in before)
    if isinstance(before, list) and len(before) == len(after):
        return sum(map(differences, before, after))
    return int(repr(before) != repr(after))


@given(hostile_documents(JSON))
def test_one_place_is_twisted_and_the_original_comes_with_it(hostile: HostileDocument) -> None:
    """Two where two values of an object were swapped; the text alone for a double key."""
    found = differences(hostile.sound, hostile.document)

    if hostile.twist is Twist.SWAPPED:
        assert found >= 1
    else:
        assert found == int(hostile.twist is not Twist.DUPLICATE_KEY)


@given(hostile_documents(JSON))
def test_the_text_is_the_document(hostile: HostileDocument) -> None:
    """Read by a reader that refuses nothing; a double key is there to be refused."""
    assert hostile.text.isascii()
    twice: list[str] = []

    def read(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in pairs]
        twice.extend(key for key in set(keys) if keys.count(key) > 1)
        return dict(pairs)

    assert repr(json.loads(hostile.text, object_pairs_hook=read)) == repr(hostile.document)
    assert bool(twice) is (hostile.twist is Twist.DUPLICATE_KEY)


@given(st.data())
def test_the_original_holds_every_answer(data: st.DataObject) -> None:
    """Reading it gives the response again, without what its person stated as absent."""
    response = data.draw(responses(data.draw(questionnaires())))
    document = plain_answers(response)

    again = Response.from_answers(response.questionnaire, document)

    assert again.values == without_absences(response.values)
    assert document == json.loads(json.dumps(document))


def without_absences(values: Any) -> Any:
    """Give *values* with nothing where an absence was stated."""
    if isinstance(values, tuple):
        return tuple(map(without_absences, values))
    return None if isinstance(values, Absence) else values


@pytest.mark.parametrize("drawn", [ON_ANY, ON_THE_REFERENCE])
def test_a_strict_reader_refuses_in_its_own_words(drawn: st.SearchStrategy[Any]) -> None:
    """Or reads what happens to be sound; a fatal twist never is."""

    @given(drawn)
    def check(pair: Any) -> None:
        asked, hostile = pair
        # No other exception passes through; of a double key the document knows nothing.
        accepted = reads(Response.from_answers, asked, hostile.document)
        assert not (accepted and hostile.twist.is_fatal) or hostile.twist is Twist.DUPLICATE_KEY

    check()


@given(ON_ANY)
def test_a_strict_reader_of_text_refuses_what_no_document_can_hold(drawn: Any) -> None:
    """A key that is there twice, NaN, infinity, and what is too deep."""
    _, hostile = drawn
    in_text_only = {Twist.DUPLICATE_KEY, Twist.NOT_FINITE, Twist.TOO_DEEP}
    if reads(parse_json, hostile.text):
        assert hostile.twist not in in_text_only
        assert repr(parse_json(hostile.text)) == repr(hostile.document)


@pytest.mark.parametrize("twist", Twist)
def test_every_twist_comes_up(twist: Twist) -> None:
    """Given a document on which each of them fits."""
    hostile = find(hostile_documents(NESTED), lambda one: one.twist is twist, settings=LOOKING)

    assert hostile.sound == {"a": 1, "b": [True, "x"], "c": {"d": None}}
    assert twist.is_fatal is hostile.twist.is_fatal


def test_a_careless_reader_is_found_out() -> None:
    """The documents are of use: a reader that trusts what it is given does not survive them."""

    def careless(document: Any) -> date:
        return date(document["a"], len(document["b"]), 1)

    def fails(hostile: HostileDocument) -> bool:
        try:
            careless(hostile.document)
        except (TypeError, ValueError, LookupError, OverflowError):
            return True
        return False

    assert careless({"a": 1, "b": [True, "x"]}) == date(1, 2, 1)
    assert fails(find(hostile_documents(NESTED), fails, settings=LOOKING))
