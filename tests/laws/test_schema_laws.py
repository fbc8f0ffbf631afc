"""The laws of schemas: what the codec writes they allow, and what they refuse the codec refuses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from samples import SAMPLES, definitions_in
from write_schemas import schema_texts

from imss_integrity import strategies
from imss_integrity.codec import dumps, loads, schema_of
from imss_integrity.codec.registry import SCHEMAS, document_types
from imss_integrity.conflicts import Response
from imss_integrity.kernel import ImssIntegrityError
from imss_integrity.strategies.by_type import TYPES
from imss_integrity.strategies.twists import Twist

COMMITTED = Path(__file__).parents[2] / "docs" / "reference" / "schemas"
DRAWN = {name: cls for name, cls in document_types().items() if cls in TYPES}
# There are more than two hundred classes: a tenth of the profile for each.
PROFILE = settings.get_profile(settings.get_current_profile_name())
LIGHT = settings(max_examples=max(1, PROFILE.max_examples // 10))
STRANGE: tuple[Any, ...] = ({"desconocida": 1}, [[[[]]]])
OPEN = ("answers", "ratings")  # what they hold depends on the definition


def is_refused(text: str, known: list[Any]) -> bool:
    """Say whether the codec refuses a document, in its own words."""
    try:
        loads(text.encode("utf-8", "surrogatepass"), definitions=known)
    except ImssIntegrityError:
        return True
    return False


def closed_places(plain: Any) -> Iterator[dict[str, Any]]:
    """Go through the objects of a document whose keys are those of a class."""
    if isinstance(plain, list):
        for one in plain:
            yield from closed_places(one)
    if isinstance(plain, dict):
        yield plain
        for key, member in plain.items():
            if key not in OPEN:
                yield from closed_places(member)


class TestWhatIsCommitted:
    """The files are what the code gives."""

    def test_every_type_has_its_file_and_no_file_is_left_over(self) -> None:
        """To the byte: ``python docs/examples/write_schemas.py docs/reference/schemas``."""
        files = {one.name: one.read_text(encoding="utf-8") for one in COMMITTED.iterdir()}

        assert schema_texts() == files

    @pytest.mark.parametrize("name", sorted(document_types()))
    def test_each_is_a_schema_and_names_its_envelope(self, name: str) -> None:
        """Of the dialect it says, with the name and the version that `dumps` writes."""
        schema: Any = schema_of(document_types()[name])
        Draft202012Validator.check_schema(schema)

        assert {"const": name} == schema["properties"]["schema"]
        assert {"const": 1} == schema["properties"]["version"]
        assert schema["$id"] == f"urn:imss-integrity:{name.removeprefix(SCHEMAS)}:1"

    def test_no_two_share_a_value(self) -> None:
        """What a caller does with one changes no other."""
        first, second = schema_of(Response), schema_of(Response)
        first.clear()

        assert second == schema_of(Response)


class TestAgainstTheCodec:
    """A schema is the weaker of the two, and never wrong."""

    @pytest.mark.parametrize("name", sorted(DRAWN))
    def test_what_is_written_is_allowed_and_what_is_refused_is_refused(self, name: str) -> None:
        """Sound values of the class, and the same with one twist."""
        validator = Draft202012Validator(schema_of(DRAWN[name]))

        @LIGHT
        @given(st.data())
        def check(data: st.DataObject) -> None:
            value = data.draw(TYPES[DRAWN[name]])
            plain, known = json.loads(dumps(value)), definitions_in(value)
            validator.validate(plain)
            hostile = data.draw(strategies.hostile_documents(st.just(plain)))
            unseen = hostile.twist in {Twist.NOT_FINITE, Twist.DUPLICATE_KEY}
            if unseen or not validator.is_valid(hostile.document):
                assert is_refused(hostile.text, known), hostile.twist

        check()


@pytest.mark.parametrize("name", sorted(SAMPLES))
class TestStrength:
    """A schema that allowed everything would keep the laws above."""

    def test_no_object_takes_another_key(self, name: str) -> None:
        """At whatever depth of a sound document."""
        plain = json.loads(dumps(SAMPLES[name]))
        validator = Draft202012Validator(schema_of(type(SAMPLES[name])))
        validator.validate(plain)
        for place in closed_places(plain):
            place["desconocida"] = None
            assert not validator.is_valid(plain)
            del place["desconocida"]

    def test_no_value_may_be_of_a_strange_shape(self, name: str) -> None:
        """No field of any class takes an object without its keys, nor a list of lists of lists."""
        plain = json.loads(dumps(SAMPLES[name]))
        validator = Draft202012Validator(schema_of(type(SAMPLES[name])))
        for place in closed_places(plain):
            for key in set(place) - set(OPEN):
                kept = place[key]
                for strange in STRANGE:
                    place[key] = strange
                    assert not validator.is_valid(plain), key
                place[key] = kept

    def test_what_a_class_needs_must_be_there(self, name: str) -> None:
        """A key that the codec asks for is required, and no other."""
        plain, known = json.loads(dumps(SAMPLES[name])), definitions_in(SAMPLES[name])
        validator = Draft202012Validator(schema_of(type(SAMPLES[name])))
        for key in plain["data"]:
            rest = {one: member for one, member in plain["data"].items() if one != key}
            without = {**plain, "data": rest}
            asked = f"'{key}' must be given" in sentences(json.dumps(without), known)
            assert asked == (not validator.is_valid(without))


def sentences(text: str, known: list[Any]) -> set[str]:
    """Give what the codec says of a document; nothing where it is sound."""
    try:
        loads(text, definitions=known)
    except ImssIntegrityError as error:
        return {str(fault.text.en) for fault in error.faults}
    return set()
