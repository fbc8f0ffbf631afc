"""What documents refuse and how they say it: the path, the code, and nothing of the value."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any, get_args

import attrs
import pytest

from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE, REFERENCE_FRAMEWORK
from imss_integrity.codec import (
    Decoder,
    answer_tables,
    decoder,
    dumps,
    loads,
    reading,
    structure,
    twins,
    unstructure,
    writers,
)
from imss_integrity.codec.answering import RESPONSE
from imss_integrity.codec.converters import reader_of, union_readers
from imss_integrity.codec.documents import detailed_document, quick_document
from imss_integrity.codec.doubt import Unsure
from imss_integrity.codec.kinds import class_of, is_union, json_types, union_members
from imss_integrity.codec.listing import BAD, Listing
from imss_integrity.codec.reading import parse_bytes
from imss_integrity.codec.records import field_types
from imss_integrity.codec.references import Definitions
from imss_integrity.codec.registry import document_types
from imss_integrity.codec.unions import family_of
from imss_integrity.codec.writing import writer_of
from imss_integrity.competitiveness import Assessment, Stage
from imss_integrity.conflicts import (
    Absence,
    Answer,
    Condition,
    MonthsBack,
    Operator,
    Option,
    Question,
    Questionnaire,
    QuestionType,
    Response,
    Section,
    YesNo,
)
from imss_integrity.kernel import (
    Commitment,
    ImssIntegrityError,
    Part,
    Period,
    Source,
    Text,
    UmaValue,
    parse_day,
)
from imss_integrity.kernel.json_limits import MAX_LENGTH
from imss_integrity.organization import Unit
from imss_integrity.pdca import Action, Cycle, CycleEvent, Measurement
from imss_integrity.privacy import PseudonymKey
from imss_integrity.statistics import RankInterval, SurveyMargin

CURP = "PEPJ800101HDFRRN09"
PROMISE = {"code": "A1", "what": {"es": "medir"}, "owner": "calidad", "due": "2026-03-31"}


@contextmanager
def without_orjson() -> Iterator[None]:
    """Take orjson away, as where the extra ``fast`` is not installed."""
    kept: Any = vars(reading)["orjson"]
    vars(reading)["orjson"] = None
    try:
        yield
    finally:
        vars(reading)["orjson"] = kept


# The quick way raises whatever comes first; the detailed way is asked then.
UNSURE = (Unsure, ImssIntegrityError, KeyError, TypeError, ValueError)


def faults(plain: object, cls: Any, *, known: tuple[object, ...] = ()) -> list[tuple[str, str]]:
    """Give path and code of what is wrong with *plain* as a value of *cls*."""
    with pytest.raises(ImssIntegrityError) as caught:
        structure(plain, cls, definitions=known)
    told = f"{caught.value}{caught.value.text.es}{caught.value.to_record()!r}"
    assert CURP not in told
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    return [(fault.path, fault.code) for fault in caught.value.faults]


def slowly(plain: object, cls: Any, *known: object) -> object:
    """Read *plain* the detailed way."""
    listing = Listing(Definitions(known))
    value = reader_of(cls).read(plain, "$", listing)
    listing.raise_any()
    return value


class TestLeaves:
    """Both ways of a reader accept the same values."""

    @pytest.mark.parametrize(
        ("kind", "right", "wrong"),
        [
            (str, ["", "a"], [1, None, "x" * 4001]),
            (int, [0, -(2**53 - 1)], [2**53, True, 1.0, "1", None]),
            (bool, [True, False], [0, 1, "no", None]),
            (float, [1.5, 1, -0.0], [2**53, 1e300, float("nan"), True, "1"]),
            (Fraction, [3, "1/3", "5/1"], ["0.5", "1/0", 0.5, True, 2**53]),
            (Decimal, ["1.50", "-0"], [1, "1e5", "", None]),
            (int | Fraction, [3, "3/1"], ["3", 0.5, None]),
            (date, ["2024-02-29"], ["2023-02-29", "2024-W09-4", "20240229", 5, None]),
            (YesNo, ["si"], ["Si", "", 1, None, []]),
            (Absence, ["no_se"], ["NO_SE", None]),
            (int | None, [None, 3], ["3"]),
            (tuple[int, ...], [[], [1, 2]], [(1,), "12", {"a": 1}, [None]]),
            (tuple[str, int], [["a", 1]], [["a"], ["a", 1, 2], [1, "a"], "ab"]),
        ],
    )
    def test_of_every_kind(self, kind: Any, right: list[Any], wrong: list[Any]) -> None:
        """Nothing is turned into something else."""
        reader, known = reader_of(kind), Definitions()
        for value in right:
            assert reader.quick()(value, known) == reader.read(value, "$", Listing(known))
        for value in wrong:
            listing = Listing(known)
            if value != 1e300:  # the quick way only says that it is unsure
                assert reader.read(value, "$", listing) is BAD
                assert listing.found
            with pytest.raises(UNSURE):
                reader.quick()(value, known)

    def test_what_has_no_texts_is_composed_already(self) -> None:
        """Composing changes readers of texts, alone, optional or in lists."""
        assert reader_of(date).composing() is reader_of(date)
        for kind, plain, made in (
            (str | None, "e\u0301", "\u00e9"),
            (tuple[str, ...], ["e\u0301"], ("\u00e9",)),
        ):
            reader = reader_of(kind).composing()
            assert reader.quick()(plain, Definitions()) == made
            assert reader.read(plain, "$", Listing(Definitions())) == made

    def test_a_long_list(self) -> None:
        """A list has a limit of its own."""
        reader = reader_of(tuple[int, ...])
        with pytest.raises(UNSURE):
            reader.quick()([0] * 100_001, Definitions())


class TestFields:
    """Each wrong field is named once, with every other."""

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            ({"progress": "1"}, ("$.progress", "type")),
            ({"progress": True}, ("$.progress", "type")),
            ({"progress": 1.0}, ("$.progress", "type")),
            ({"progress": 101}, ("$.progress", "range")),
            ({"progress": 2**60}, ("$.progress", "range")),
            ({"progress": None}, ("$.progress", "type")),
            ({"code": 1}, ("$.code", "type")),
            ({"code": "a b"}, ("$.code", "grammar")),
            ({"code": "\u212aA-1"}, ("$.code", "grammar")),
            ({"due": "2026-02-30"}, ("$.due", "day")),
            ({"due": "2026-W01-1"}, ("$.due", "day")),
            ({"due": "9999-12-31"}, ("$.due", "range")),
            ({"due": 20260331}, ("$.due", "type")),
            ({"what": "medir"}, ("$.what", "type")),
            ({"what": {}}, ("$.what.es", "missing")),
            ({"what": {"es": "a\u202e"}}, ("$.what.es", "text")),
            ({"what": {"es": "a", "en": 1}}, ("$.what.en", "type")),
            ({"what": {"es": "x" * 5000}}, ("$.what.es", "limit")),
            ({"what": {"es": "a", "fr": "b"}}, ("$.what[#1]", "unknown")),
            ({"what": {"es": "a", "en": "b", "fr": "c"}}, ("$.what[#2]", "unknown")),
            ({"what": {"es": " a"}}, ("$.what.es", "text")),
            ({"what": {"es": "a", "en": "b "}}, ("$.what.en", "text")),
            ({"evidence": "abc"}, ("$.evidence", "type")),
            ({"evidence": {"a": 1}}, ("$.evidence", "type")),
            ({"evidence": ["a", 1]}, ("$.evidence[1]", "type")),
            ({"evidence": ("a",)}, ("$.evidence", "type")),
            ({"evidence": ["a"] * 100_001}, ("$.evidence", "limit")),
            ({CURP: 1}, ("$[#4]", "unknown")),
            ({"__class__": "os.system"}, ("$[#4]", "unknown")),
        ],
    )
    def test_one_at_a_time(self, change: dict[str, Any], expected: tuple[str, str]) -> None:
        """A type, a bound, a grammar, an unknown key."""
        assert faults({**PROMISE, **change}, Commitment) == [expected]

    @pytest.mark.parametrize(
        ("cls", "plain", "expected"),
        [
            (Part, {"share": 2}, ("$.share", "range")),
            (Part, {"note": {"es": "a "}}, ("$.note.es", "text")),
            (Unit, {"clues": "x"}, ("$.clues", "type")),
            (Measurement, {"numerator": -1, "denominator": 2}, ("$.numerator", "range")),
            (Measurement, {"numerator": 1, "denominator": 0}, ("$.denominator", "range")),
        ],
    )
    def test_what_may_be_left_out_keeps_its_rule(
        self, cls: Any, plain: dict[str, object], expected: tuple[str, str]
    ) -> None:
        """Where it is given, it is checked as any other."""
        sound: dict[Any, dict[str, object]] = {
            Part: {"code": "a", "name": {"es": "a"}, "value": 0, "out_of": 0},
            Unit: {"code": "U-1", "name": {"es": "a"}, "kind": "umf"},
            Measurement: {"period": {"start": "2026-01-01", "end": "2026-01-31"}},
        }
        assert expected in faults({**sound[cls], **plain}, cls)

    def test_all_at_once(self) -> None:
        """Nothing hides behind the first fault."""
        wrong = {"code": 1, "what": 2, "due": CURP, "x": 3}
        assert faults(wrong, Commitment) == [
            ("$[#3]", "unknown"), ("$.code", "type"), ("$.what", "type"),
            ("$.owner", "missing"), ("$.due", "day"),
        ]  # fmt: skip

    @pytest.mark.parametrize("plain", [None, [], "a", 1, (), [[]]])
    def test_what_is_no_object(self, plain: object) -> None:
        """A record is an object."""
        assert faults(plain, Commitment) == [("$", "type")]

    def test_defaults_may_be_left_out(self) -> None:
        """A key whose field has a default need not be there."""
        full = {**PROMISE, "progress": 0, "evidence": []}
        assert structure(PROMISE, Commitment) == structure(full, Commitment)

    def test_names_are_composed_and_codes_are_not(self) -> None:
        """A name in NFD comes in as NFC; its length is bounded before that."""
        made = structure({**PROMISE, "what": {"es": "educacio\u0301n"}}, Commitment)
        assert made.what.es == "educaci\u00f3n"
        given = {**PROMISE, "evidence": ["Quere\u0301taro"]}
        assert structure(given, Commitment).evidence == ("Quer\u00e9taro",)
        assert faults({**PROMISE, "code": "Quere\u0301taro"}, Commitment)

    def test_many_faults_are_counted(self) -> None:
        """Fifty are told; the rest is a number, and a hostile list is not read to its end."""
        found = faults({**PROMISE, "evidence": [1] * 60}, Commitment)
        assert len(found) == 51
        assert found[-1] == ("", "more")
        with pytest.raises(ImssIntegrityError, match="and at least 950 more faults"):
            structure({**PROMISE, "evidence": [1] * 90_000}, Commitment)
        keys = {str(n): n for n in range(5000)}
        assert len(faults({**PROMISE, **keys}, Commitment)) == 51

    def test_the_constructor_has_the_last_word(self) -> None:
        """What fits one by one may not fit together; its paths are those of the document."""
        assert faults({"start": "2026-02-01", "end": "2026-01-01"}, Period) == [("$.end", "order")]
        action = {**PROMISE, "days": 1, "after": ["A2", "A2"]}
        assert faults(action, Action) == [("$.after", "duplicate")]

    def test_numbers(self) -> None:
        """Exact numbers, amounts and finite numbers have one form each."""
        period = {"start": "2026-01-01", "end": "2026-01-31"}
        for wrong in ("0.5", "1/0", 0.5, True, "1" * 5000, 2**53):
            given = {"period": period, "value": wrong}
            assert faults(given, Measurement) == [("$.value", "type")]
        assert structure({"period": period, "value": "6/4"}, Measurement).value == Fraction(3, 2)
        uma = {"period": period, "source": {"code": "s", "title": {"es": "t"}}, "status": "propio"}
        for amount in (1, 1.5, "nan", "1E+1000000", "1e2", "", "\u0661"):
            assert faults({**uma, "daily": amount}, UmaValue) == [("$.daily", "type")]
        assert faults({**uma, "daily": "-1"}, UmaValue) == [("$.daily", "range")]
        assert str(structure({**uma, "daily": "1.50"}, UmaValue).daily) == "1.50"
        assert faults({**uma, "daily": "1", "status": "OFICIAL"}, UmaValue) == [
            ("$.status", "choice")
        ]
        margin = {"answered": 1, "invited": 2, "confidence": 0.95, "half_width": 0}
        assert structure(margin, SurveyMargin).half_width == 0.0
        for number in ("1", True, float("nan"), 2**53):
            assert faults({**margin, "half_width": number}, SurveyMargin) == [
                ("$.half_width", "type")
            ]
        assert faults({**margin, "half_width": 2}, SurveyMargin) == [("$.half_width", "range")]

    def test_rules_that_are_functions(self) -> None:
        """A validator that is no rule by name is asked as well."""
        ask = {"code": "Q1", "text": {"es": "?"}, "type": "decimal"}
        wrong = {**ask, "least": {"type": "decimal", "value": "1" * 30}}
        assert faults(wrong, Question) == [("$.least", "type")]
        option = {"code": "a", "name": {"es": "a"}, "exclusive": 1}
        assert faults(option, Option) == [("$.exclusive", "type")]

    def test_a_pair_has_two(self) -> None:
        """Where a list stands for a pair, its length is fixed."""
        tally: Any = document_types()["imss-integrity/tally"]
        given = {"units": 1, "scored": 0, "kinds": [["umf"]]}
        assert ("$.kinds[0]", "limit") in faults(given, tally)

    def test_depth(self) -> None:
        """A class that holds itself is read to a depth, not to the end of the stack."""
        deep: dict[str, Any] = {"code": "a", "name": {"es": "a"}, "value": 0, "out_of": 0}
        for _ in range(200):
            deep = {**deep, "parts": [deep]}
        assert set(faults(deep, Part)) == {("$", "depth")}
        part = Part(code="a", name=Text("a"), value=Fraction(0), out_of=Fraction(0))
        for _ in range(25):  # too deep for the quick way, which cannot count
            part = attrs.evolve(part, parts=(part,))
        assert part == structure(unstructure(part), Part)


class TestUnions:
    """What may be of several classes bears a tag where its JSON type does not tell."""

    def test_of_values(self) -> None:
        """A plain text is bare; yes and no, days and amounts are tagged."""
        for value, plain in (
            ("si", "si"),
            (YesNo.YES, {"type": "yes-no", "value": "si"}),
            (True, True),
            (3, 3),
            (Decimal("1.50"), {"type": "decimal", "value": "1.50"}),
            (Decimal("1E-9"), {"type": "decimal", "value": "0.000000001"}),
            (date(2026, 5, 4), {"type": "date", "value": "2026-05-04"}),
            (MonthsBack(24), {"type": "months-back", "months": 24}),
        ):
            condition = Condition("Q1", Operator.EQUAL, value)
            written = unstructure(condition)
            assert written["value"] == plain
            back = structure(written, Condition)
            assert (back.value, type(back.value)) == (value, type(value))

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (None, ("$.value", "type")),
            ([], ("$.value", "type")),
            ({}, ("$.value.type", "choice")),
            ({"type": CURP}, ("$.value.type", "choice")),
            ({"type": []}, ("$.value.type", "choice")),
            ({"type": "date"}, ("$.value", "shape")),
            ({"type": "date", "value": "x", "more": 1}, ("$.value", "shape")),
            ({"type": "date", "value": CURP}, ("$.value.value", "day")),
            ({"type": "months-back", "months": -1}, ("$.value.months", "range")),
        ],
    )
    def test_refusals(self, value: object, expected: tuple[str, str]) -> None:
        """A wrong tag is told by the tags there are."""
        given = {"question": "Q1", "operator": "=", "value": value}
        assert faults(given, Condition) == [expected]

    def test_a_bare_union(self) -> None:
        """Where nothing needs a tag, none is read."""
        figure: Any = document_types()["imss-integrity/pdn-flag"]
        assert faults({"name": "n", "path": "p", "value": {}}, figure) == [("$.value", "type")]

    def test_writing_what_is_of_no_member(self) -> None:
        """Nothing is written that could not be read."""
        condition = Condition("Q1", Operator.EQUAL, "x")
        object.__setattr__(condition, "value", 1.5)
        with pytest.raises(ImssIntegrityError, match="'value' must be one of"):
            unstructure(condition)


class TestSecretsAndStrangers:
    """What no document holds."""

    def test_a_key_of_pseudonyms(self) -> None:
        """A secret is never written."""
        key = PseudonymKey(key_id="llave", secret=b"0" * 32)
        for refused in (lambda: dumps(key), lambda: unstructure(key)):
            with pytest.raises(ImssIntegrityError):
                refused()
        assert "imss-integrity/pseudonym-key" not in document_types()

    @pytest.mark.parametrize("value", [object(), 3, {1}, "a", None, [], Commitment])
    def test_strangers(self, value: object) -> None:
        """Only records and definitions of the library are documents."""
        with pytest.raises(ImssIntegrityError, match="'value' must be a record"):
            dumps(value)

    def test_one_of_a_class_below(self) -> None:
        """An action where a commitment is meant would lose its own fields, so it is refused."""
        plan = structure({**PROMISE, "days": 3}, Action)
        with pytest.raises(ImssIntegrityError, match="be exactly of type Commitment"):
            writer_of(Commitment)(plan)

    def test_one_of_a_class_below_in_a_field(self) -> None:
        """Also where another record holds it."""

        class Mine(Period):
            __slots__ = ()

        period = Mine(start=date(2026, 1, 1), end=date(2026, 1, 31))
        with pytest.raises(ImssIntegrityError, match="be exactly of type Period"):
            dumps(Measurement(period=period, value=Fraction(1)))

    def test_records_of_many_definitions(self) -> None:
        """More than are remembered: each is written by its own."""
        question = Question(code="Q1", text=Text("?"), type=QuestionType.YES_NO)
        section = Section(code="A", title=Text("A"), questions=(question,))
        asked = [
            Questionnaire(code="propio", version=str(n), title=Text("?"), sections=(section,))
            for n in range(70)
        ]
        for one in [*asked, *asked]:
            response = Response.from_answers(one, {"Q1": "si"})
            plain = unstructure(response)
            assert {"questionnaire", "answers"} == set(plain)
            assert one.version == plain["questionnaire"]["version"]
        writer = RESPONSE.record_writer(writer_of)
        for one in asked:
            response = Response.from_answers(one, {})
            writer(response)
            remembered = dict(vars(writer)["_by_definition"])
            writer(response)
            assert remembered == vars(writer)["_by_definition"]
            assert 0 < len(remembered) < len(asked)

    def test_what_is_not_finite(self) -> None:
        """A number that JSON cannot write."""
        margin = structure(
            {"answered": 1, "invited": 2, "confidence": 0.95, "half_width": 0.1}, SurveyMargin
        )
        object.__setattr__(margin, "half_width", float("inf"))
        with pytest.raises(ImssIntegrityError, match="finite"):
            dumps(margin)

    def test_what_does_not_fit_in_a_document(self) -> None:
        """Too many levels, or too many bytes: `loads` would refuse them."""
        deep = Part(code="a", name=Text("a"), value=Fraction(1), out_of=Fraction(1))
        for _ in range(3000):
            deep = attrs.evolve(deep, parts=(deep,))
        for write in (dumps, unstructure):
            with pytest.raises(ImssIntegrityError) as caught:
                write(deep)
            assert [("value", "limit")] == [(one.path, one.code) for one in caught.value.faults]

        long = "x" * 500
        many = tuple(
            Part(code=f"a{n}", name=Text(long, long), value=Fraction(0), out_of=Fraction(1))
            for n in range(2000)
        )
        wide = Part(code="a", name=Text("a"), value=Fraction(0), out_of=Fraction(1), parts=many)
        with pytest.raises(ImssIntegrityError, match="fit in a document: at most 2 MiB"):
            dumps(wide)
        fitting = attrs.evolve(wide, parts=many[:1900])
        assert fitting == loads(dumps(fitting))

    def test_an_unpaired_surrogate(self) -> None:
        """A text that UTF-8 cannot write; it is not shown."""
        with pytest.raises(ImssIntegrityError, match="JSON can write") as caught:
            dumps(Text("\ud800" + CURP))
        assert CURP not in repr(caught.value.__context__)

    def test_an_unknown_type(self) -> None:
        """A type that has no reader."""
        for kind in (bytes, object, PseudonymKey):
            with pytest.raises(ImssIntegrityError):
                reader_of(kind).quick()


class TestEnvelope:
    """The schema names the class, the version its form."""

    BODY = dumps(Period.year(2026))

    def altered(self, **changes: object) -> bytes:
        """Give the document with other parts."""
        document = {**json.loads(self.BODY), **changes}
        return json.dumps({k: v for k, v in document.items() if v != "absent"}).encode()

    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({"schema": "imss-integrity/otro"}, ("$.schema", "unknown")),
            ({"schema": 1}, ("$.schema", "unknown")),
            ({"schema": "absent"}, ("$.schema", "missing")),
            ({"version": 2}, ("$.version", "version")),
            ({"version": True}, ("$.version", "version")),
            ({"version": "absent"}, ("$.version", "missing")),
            ({"data": "absent"}, ("$.data", "missing")),
            ({"data": None}, ("$.data", "type")),
            ({"more": 1}, ("$[#3]", "unknown")),
            ({"data": {"start": "2026-01-01"}}, ("$.data.end", "missing")),
        ],
    )
    def test_refusals(self, changes: dict[str, object], expected: tuple[str, str]) -> None:
        """With and without orjson the same."""
        body = self.altered(**changes)
        for context in (pytest.MonkeyPatch.context, without_orjson):
            with context(), pytest.raises(ImssIntegrityError) as caught:
                loads(body)
            assert [(fault.path, fault.code) for fault in caught.value.faults] == [expected]

    @pytest.mark.parametrize(
        "body",
        [
            *(b"", b"{", b"[1]x", b"{'a': 1}", b'{"a": 1,}', b"// c", b"\xef\xbb\xbf{}", b"\xff"),
            *('{"a": 1}'.encode("utf-16"), b'{"a": NaN}', b'{"a": -Infinity}', b'{"a": 1e400}'),
            *(b'{"a": 1, "a": 1}', b'{"a": 1, "\\u0061": 1}', b'{"a": "\\ud800"}', b'{"a": 01}'),
            *(b'{"a": 9007199254740993}', b"9" * 5000, b"[" * 100_000, b" " * (2**21 + 1)),
            *("\ud800", 3, None, bytearray(b"{}")),
        ],
    )
    def test_no_strict_json(self, body: Any) -> None:
        """Whatever is not strict JSON has one fault of the code ``json``."""
        with pytest.raises(ImssIntegrityError) as caught:
            loads(body)
        assert [(fault.path, fault.code) for fault in caught.value.faults] == [("$", "json")]
        with pytest.raises(ImssIntegrityError):
            parse_bytes(body)

    def test_a_text_is_read_as_well(self) -> None:
        """What a framework has decoded already."""
        assert loads(self.BODY.decode()) == Period.year(2026)

    def test_the_extra_may_be_absent(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The module loads without orjson and reads with what the language has."""
        monkeypatch.setitem(sys.modules, "orjson", None)
        spec = importlib.util.find_spec("imss_integrity.codec.reading")
        assert spec is not None
        assert spec.loader is not None
        again = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(again)
        assert again.parse_bytes(b"[1]") == [1]
        with without_orjson():
            assert self.BODY == dumps(Period.year(2026))


FAMILY = Questionnaire(
    code="propio", version="1", title=Text("Propio"),
    sections=(Section(code="A", title=Text("A"), questions=(
        Question(code="Q1", text=Text("?"), type=QuestionType.YES_NO),
        Question(code="Q2", text=Text("?"), type=QuestionType.CHOICE, repeats=True, max_answers=2,
            options=tuple(Option(code=code, name=Text(code)) for code in ("a1", "b1", "c1"))),
        Question(code="Q3", text=Text("?"), type=QuestionType.INTEGER, least=0, most=9),
        Question(code="Q4", text=Text("?"), type=QuestionType.DECIMAL, most=Decimal("2.5")),
        Question(code="Q5", text=Text("?"), type=QuestionType.TEXT),
        Question(code="Q6", text=Text("?"), type=QuestionType.GROUP, repeats=True, max_answers=2,
            questions=(
                Question(code="R1", text=Text("?"), type=QuestionType.DATE),
                Question(code="R2", text=Text("?"), type=QuestionType.DATE, not_before="R1"),
            )),
        Question(code="Q7", text=Text("?"), type=QuestionType.GROUP, questions=(
            Question(code="S1", text=Text("?"), type=QuestionType.DATE,
                least=date(2020, 1, 1), most=MonthsBack(0)),)),
    )),),
)  # fmt: skip
FULL: dict[str, Any] = {
    "Q1": "si", "Q2": ["a1", "b1"], "Q3": 3, "Q4": "1.50", "Q5": "educacio\u0301n: s\u00ed",
    "Q6": [{"R1": "2024-01-01", "R2": "2024-01-02"}, {}], "S1": "2024-05-04",
}  # fmt: skip


def reply(answers: object, **reference: str) -> bytes:
    """Give the document of a response to the questionnaire."""
    draft = json.loads(dumps(Response.from_answers(FAMILY, {})))
    draft["data"]["answers"] = answers
    draft["data"]["questionnaire"].update(reference)
    return json.dumps(draft, ensure_ascii=False).encode()


def refused(body: bytes) -> list[tuple[str, str]]:
    """Give path and code of what a decoder finds in *body*, with and without orjson."""
    found = []
    for context in (pytest.MonkeyPatch.context, without_orjson):
        with context(), pytest.raises(ImssIntegrityError) as caught:
            Decoder(FAMILY).loads(body)
        assert CURP not in str(caught.value)
        found.append([(fault.path, fault.code) for fault in caught.value.faults])
    assert found[0] == found[1]
    return found[0]


class TestResponses:
    """Answers by the code of their question, each as its type has it."""

    def test_every_type(self) -> None:
        """What is read is what `from_answers` reads, and comes out in NFC."""
        read = Decoder(FAMILY).loads(reply(FULL))
        assert read == Response.from_answers(FAMILY, FULL)
        assert read == quick_document(reply(FULL), Definitions([FAMILY]))
        assert read == slowly(json.loads(reply(FULL))["data"], Response, FAMILY)
        assert read == Decoder(FAMILY).loads(reply(FULL).decode())
        assert read.answer("Q5").values == ("educaci\u00f3n: s\u00ed",)

    @pytest.mark.parametrize("absence", [one for one in Absence if one.is_stated])
    @pytest.mark.parametrize("code", ["Q1", "Q2", "Q3", "Q4", "Q5", "S1"])
    def test_absences(self, absence: Absence, code: str) -> None:
        """A person states them, under whatever question."""
        answers = {**FULL, code: {"type": "absence", "value": absence.value}}
        read = Decoder(FAMILY).loads(reply(answers))
        assert read.answer(code).absence is absence
        assert read == Decoder(FAMILY).loads(dumps(read))
        assert read == slowly(json.loads(reply(answers))["data"], Response, FAMILY)

    @pytest.mark.parametrize("number", ["1E+3", "0E+3", "-1E+2", "1.50", "0.00", "2.5"])
    def test_decimals_of_any_exponent(self, number: str) -> None:
        """As digits, which is how answers are read."""
        question = Question(code="Q1", text=Text("?"), type=QuestionType.DECIMAL)
        section = Section(code="A", title=Text("A"), questions=(question,))
        asked = Questionnaire(code="propio", version="1", title=Text("?"), sections=(section,))
        response = Response(questionnaire=asked, values=(Decimal(number),))
        assert response == Decoder(asked).loads(dumps(response))

    @pytest.mark.parametrize(
        "content",
        [b'{"Q1":"si"}', b' {"Q1" : "si"}\n', b"{}", b'{"Q1":"si","Q1":"no"}', b"[]", b"null", b"",
         b'{"Q1":"si"},"answers":{"Q1":"no"}', b'{"Q5":"a: b"}', b'{"Q5":"a: b","Q5":"a: b"}',
         b'{"Q5":"\\u003a","Q1":"si","Q1":"no"}', b'{"Q\\u0031":"si"}', b'{"Q5":"\\ud800"}',
         b'{"Q1":"si"}}}', b'{"Q1":"si"', '{"Q5":"a\u00f1o: s\u00ed"}'.encode(), b'{"Q5":"\xff"}'],
    )  # fmt: skip
    def test_what_stands_where_the_answers_stand(self, content: bytes) -> None:
        """A document that begins and ends as `dumps` writes it is read as any other."""
        whole = dumps(Response.from_answers(FAMILY, {}))
        body = whole.removesuffix(b"{}}}") + content + b"}}"

        def outcome(read: Callable[[], object]) -> object:
            try:
                return read()
            except ImssIntegrityError as error:
                return error.faults

        for given in (body, b" " + body):  # one of which begins otherwise
            found = outcome(partial(Decoder(FAMILY).loads, given))
            known = Definitions([FAMILY])
            assert found == outcome(partial(detailed_document, given, known, of=Response))

    @pytest.mark.parametrize(
        ("answers", "path", "code"),
        [
            ({"Q1": "Si"}, "[Q1]", "answer"),
            ({"Q1": True}, "[Q1]", "answer"),
            ({"Q1": "no_se"}, "[Q1]", "answer"),
            ({"Q1": ["si"]}, "[Q1]", "answer"),
            ({"Q1": {"type": "absence", "value": "no_preguntado"}}, "[Q1]", "absence"),
            ({"Q1": {"type": "ausencia", "value": "no_se"}}, "[Q1]", "absence"),
            ({"Q1": {"type": "absence"}}, "[Q1]", "absence"),
            ({"Q2": "a1"}, "[Q2]", "type"),
            ({"Q2": []}, "[Q2]", "type"),
            ({"Q2": ["a1", "a1"]}, "[Q2]", "duplicate"),
            ({"Q2": ["a1", "z9"]}, "[Q2][1]", "option"),
            ({"Q2": ["a1", "b1", "c1"]}, "[Q2]", "limit"),
            ({"Q2": ["a1", None]}, "[Q2][1]", "answer"),
            ({"Q3": 10}, "[Q3]", "range"),
            ({"Q3": True}, "[Q3]", "answer"),
            ({"Q3": 1.0}, "[Q3]", "answer"),
            ({"Q4": "2.6"}, "[Q4]", "range"),
            ({"Q4": 1.5}, "[Q4]", "answer"),
            ({"Q5": ""}, "[Q5]", "answer"),
            ({"Q5": "x" * 4001}, "[Q5]", "answer"),
            ({"Q5": "\u202e" + CURP}, "[Q5]", "answer"),
            ({"Q5": 1}, "[Q5]", "answer"),
            ({"Q6": {}}, "[Q6]", "type"),
            ({"Q6": "x"}, "[Q6]", "type"),
            ({"Q6": [1]}, "[Q6][0]", "type"),
            ({"Q6": [{}, {}, {}]}, "[Q6]", "limit"),
            ({"Q6": [{"R1": "2024-01-02", "R2": "2024-01-01"}]}, "[Q6][0][R2]", "order"),
            ({"Q6": [{"R9": 1}]}, "[Q6][0][#0]", "unknown"),
            ({"Q7": "x"}, "[#0]", "unknown"),
            ({"S1": "2019-12-31"}, "[S1]", "range"),
            ({"S1": 20240504}, "[S1]", "answer"),
            ({CURP: "si"}, "[#0]", "unknown"),
            ([], "", "type"),
        ],
    )
    def test_refusals(self, answers: object, path: str, code: str) -> None:
        """By the path of the question, alone or on a full page."""
        assert refused(reply(answers)) == [(f"$.data.answers{path}", code)]
        if isinstance(answers, dict) and "unknown" not in code:
            assert refused(reply({**FULL, **answers})) == [(f"$.data.answers{path}", code)]

    @pytest.mark.parametrize(
        "answers", [{}, {"Q1": "si"}, {"Q2": ["b1"]}, {"Q6": [{}]}, {"Q6": [{"R2": "2024-01-02"}]}]
    )
    def test_what_is_not_answered_is_left_out(self, answers: dict[str, Any]) -> None:
        """Neither ``null`` nor an empty list is written."""
        response = Response.from_answers(FAMILY, answers)
        assert answers == unstructure(response)["answers"]

    def test_nobody_states_the_absence_of_a_whole_group(self) -> None:
        """Instances are a list, also on a page with other answers left out."""
        asked = Question(
            code="G", text=Text("?"), type=QuestionType.GROUP, repeats=True,
            questions=(Question(code="R", text=Text("?"), type=QuestionType.TEXT),),
        )  # fmt: skip
        alone = Question(code="Q", text=Text("?"), type=QuestionType.YES_NO)
        section = Section(code="A", title=Text("A"), questions=(asked, alone))
        whole = Questionnaire(code="propio", version="1", title=Text("?"), sections=(section,))
        plain = unstructure(Response.from_answers(whole, {}))
        plain["answers"] = {"G": {"type": "absence", "value": "declinado"}}
        assert faults(plain, Response, known=(whole,)) == [("$.answers[G]", "type")]

    def test_all_at_once(self) -> None:
        """Answers that cannot be read and answers that break a rule, together."""
        assert refused(reply({"Q1": CURP, "Q3": 10, "S1": "x", "z": 1})) == [
            ("$.data.answers[#3]", "unknown"), ("$.data.answers[Q1]", "answer"),
            ("$.data.answers[S1]", "answer"), ("$.data.answers[Q3]", "range"),
        ]  # fmt: skip

    def test_references(self) -> None:
        """Another version or digest has the code ``version``; another definition is unknown."""
        assert refused(reply({}, version="2")) == [("$.data.questionnaire.version", "version")]
        assert refused(reply({}, digest="x")) == [("$.data.questionnaire.digest", "version")]
        assert refused(reply({}, code="otro")) == [("$.data.questionnaire.code", "unknown")]
        assert refused(reply({}, more="x")) == [("$.data.questionnaire", "type")]
        plain = unstructure(Response.from_answers(FAMILY, {}))
        strange: list[Any] = [None, [], {}, {"code": 1, "version": "1", "digest": "x"}]
        for wrong in strange:
            given = {**plain, "questionnaire": wrong}
            assert faults(given, Response, known=(FAMILY,)) == [("$.questionnaire", "type")]
        assert faults({}, Response) == [("$.questionnaire", "missing"), ("$.answers", "missing")]
        assert faults([], Response) == [("$", "type")]
        assert faults({**plain, "answers": {}}, Response) == [("$.questionnaire.code", "unknown")]

    def test_another_document(self) -> None:
        """A decoder reads the records of its definition only."""
        assert refused(dumps(Period.year(2026))) == [("$.schema", "unknown")]
        with pytest.raises(ImssIntegrityError, match="be 'imss-integrity/response'"):
            Decoder(FAMILY).loads(dumps(FAMILY))
        assert refused(reply({}).replace(b'"version": 1', b'"version": true')) == [
            ("$.version", "version")
        ]
        assert refused(reply({})[:-1] + b', "more": 1}') == [("$[#3]", "unknown")]
        assert refused(reply({})[:-1] + b', "version": 1}') == [("$", "json")]

    @pytest.mark.parametrize("definition", [None, FULL, Period.year(2026), "propio"])
    def test_no_definition(self, definition: Any) -> None:
        """Neither a questionnaire nor a framework."""
        with pytest.raises(ImssIntegrityError):
            Decoder(definition)
        with pytest.raises(ImssIntegrityError):
            loads(reply({}), definitions=[definition])


class TestAssessments:
    """Ratings by the code of their subcriterion."""

    CODES = tuple(sub.code for sub in REFERENCE_FRAMEWORK.subcriteria)

    def sheet(self, ratings: object) -> bytes:
        """Give the document of an assessment."""
        empty = Assessment.of(
            REFERENCE_FRAMEWORK, {}, unit="U-1", period=Period.year(2025), evaluator="E1"
        )
        document = json.loads(dumps(empty))
        document["data"]["ratings"] = ratings
        return json.dumps(document).encode()

    @pytest.mark.parametrize("percent", [0, 5, 100])
    def test_full_and_partial(self, percent: int) -> None:
        """All, some, or none; ``null`` is not yet rated."""
        sheets: tuple[dict[str, int | None], ...] = (
            dict.fromkeys(self.CODES, percent),
            {self.CODES[3]: percent},
            {**dict.fromkeys(self.CODES, percent), self.CODES[0]: None},
            {},
        )
        for ratings in sheets:
            read = Decoder(REFERENCE_FRAMEWORK).loads(self.sheet(ratings))
            plain = json.loads(self.sheet(ratings))["data"]
            assert read == slowly(plain, Assessment, REFERENCE_FRAMEWORK)
            assert {k: v for k, v in read.ratings.items() if v is not None} == {
                k: v for k, v in ratings.items() if v is not None
            }

    def test_what_is_not_rated_is_left_out(self) -> None:
        """Rather than written as ``null``."""
        some = {self.CODES[1]: 5, self.CODES[-1]: 0}
        sheet = Decoder(REFERENCE_FRAMEWORK).loads(self.sheet(some))
        assert some == unstructure(sheet)["ratings"]

    @pytest.mark.parametrize("wrong", [True, False, 3, 105, -5, 5.0, "5", [], 2**60])
    @pytest.mark.parametrize("is_full", [True, False])
    def test_refusals(self, wrong: Any, *, is_full: bool) -> None:
        """What is off the lattice, and what only equals a number on it."""
        others = dict.fromkeys(self.CODES, 0) if is_full else {}
        with pytest.raises(ImssIntegrityError) as caught:
            Decoder(REFERENCE_FRAMEWORK).loads(self.sheet({**others, self.CODES[1]: wrong}))
        path = f"$.data.ratings[{self.CODES[1]}]"
        if wrong != 2**60:  # no number of JSON
            assert [(one.path, one.code) for one in caught.value.faults] == [(path, "lattice")]

    def test_truths_where_one_is_on_the_lattice(self) -> None:
        """In a scale of single percents 1 is a percent, and ``true`` is none."""
        bounds = {"baja": (0, 49), "alta": (50, 100)}
        stages = tuple(
            Stage(code=code, name=Text(code), low=low, high=high)
            for code, (low, high) in bounds.items()
        )
        scale = attrs.evolve(REFERENCE_FRAMEWORK.scale, step=1, stages=stages)
        fine = attrs.evolve(REFERENCE_FRAMEWORK, scale=scale)
        empty = Assessment.of(fine, {}, unit="U-1", period=Period.year(2025), evaluator="E1")
        plain = unstructure(empty)
        for right in (0, 1):
            plain["ratings"] = dict.fromkeys(self.CODES, right)
            assert structure(plain, Assessment, definitions=[fine]).percents[0] == right
        plain["ratings"] = {**dict.fromkeys(self.CODES, 1), self.CODES[-1]: True}
        assert len(faults(plain, Assessment, known=(fine,))) == 1

    def test_foreign_subcriteria(self) -> None:
        """A code that the framework lacks is told by its number."""
        wrong: list[Any] = [{CURP: 5}, [], dict.fromkeys((*self.CODES[1:], CURP), 5)]
        for ratings in wrong:
            with pytest.raises(ImssIntegrityError) as caught:
                Decoder(REFERENCE_FRAMEWORK).loads(self.sheet(ratings))
            assert CURP not in str(caught.value)


class TestQuickDecoders:
    """A decoder reads what `dumps` wrote at once, and knows a repeated key by the colons."""

    RESPONSE = Response.from_answers(FAMILY, FULL)
    ASSESSMENT = Assessment.of(
        REFERENCE_FRAMEWORK,
        dict.fromkeys(TestAssessments.CODES, 5),
        unit="U-1",
        period=Period.year(2025),
        evaluator="E1",
    )
    DECODERS = ((RESPONSE, Decoder(FAMILY)), (ASSESSMENT, Decoder(REFERENCE_FRAMEWORK)))

    @pytest.mark.parametrize(("record", "reader"), DECODERS)
    def test_nothing_is_read_twice(
        self, record: object, reader: Decoder[Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What is sound never goes the detailed way."""
        pytest.importorskip("orjson")
        monkeypatch.setattr(decoder, "detailed_document", None)
        assert record == reader.loads(dumps(record))

    @pytest.mark.parametrize(("record", "reader"), DECODERS)
    def test_a_repeated_key(self, record: object, reader: Decoder[Any]) -> None:
        """Whichever it is, and though it says the same again."""
        body = dumps(record)
        pairs = list(re.finditer(rb'"[^":]+":("[^"]*"|[0-9]+)', body))
        assert len(pairs) > 10
        for pair in pairs:
            twice = body[: pair.end()] + b"," + pair[0] + body[pair.end() :]
            with pytest.raises(ImssIntegrityError) as caught:
                reader.loads(twice)
            assert [(fault.path, fault.code) for fault in caught.value.faults] == [("$", "json")]

    @pytest.mark.parametrize(("record", "reader"), DECODERS)
    def test_a_foreign_key(self, record: object, reader: Decoder[Any]) -> None:
        """Beside the definition and the content."""
        document = json.loads(dumps(record))
        document["data"]["more"] = 1
        body = json.dumps(document, separators=(",", ":")).encode()
        for read in (reader.loads, lambda it: loads(it, definitions=[FAMILY, REFERENCE_FRAMEWORK])):
            with pytest.raises(ImssIntegrityError) as caught:
                read(body)
            (fault,) = caught.value.faults
            assert (f"$.data[#{len(document['data']) - 1}]", "unknown") == (fault.path, fault.code)

    @pytest.mark.parametrize(("record", "reader"), DECODERS)
    def test_another_head(self, record: object, reader: Decoder[Any]) -> None:
        """The same data under another name, or of another version."""
        document = json.loads(dumps(record))
        for change, expected in (
            ({"schema": "imss-integrity/unit"}, ("$.schema", "unknown")),
            ({"version": 2}, ("$.version", "version")),
        ):
            with pytest.raises(ImssIntegrityError) as caught:
                reader.loads(json.dumps({**document, **change}, separators=(",", ":")).encode())
            assert expected in [(fault.path, fault.code) for fault in caught.value.faults]

    @pytest.mark.parametrize("end", [b"]]", b"}x", b"x}", b"  ", b"} ", b"}", b"", b"}}}", b"}}\0"])
    @pytest.mark.parametrize(("record", "reader"), DECODERS)
    def test_another_end(self, record: object, reader: Decoder[Any], end: bytes) -> None:
        """Both brackets must be there, and nothing behind them."""
        with pytest.raises(ImssIntegrityError) as caught:
            reader.loads(dumps(record)[:-2] + end)
        assert [(fault.path, fault.code) for fault in caught.value.faults] == [("$", "json")]

    @pytest.mark.parametrize(("record", "reader"), DECODERS)
    def test_what_is_no_bytes_or_too_long(self, record: object, reader: Decoder[Any]) -> None:
        """Though it begins and ends as a sound document does."""
        body = dumps(record)
        wrong: Any
        for wrong in (bytearray(body), body[:-2] + b" " * MAX_LENGTH + body[-2:]):
            with pytest.raises(ImssIntegrityError):
                reader.loads(wrong)


class TestTwins:
    """Where an interpreter does not take a twin for its class, slots are filled one by one."""

    def test_every_class_has_one_here(self) -> None:
        """The fast way is the usual way."""
        for cls in document_types().values():
            assert twins.twin_of(cls) is not None

    def test_without(self) -> None:
        """The other way gives the same."""
        source = Source(code="a", title=Text("b"))
        fill = twins.filler_of(Source, ["code", "title", "issued"])
        assert source == fill("a", Text("b"), None)

    def test_they_are_of_no_family(self) -> None:
        """A twin lies below the same class; who asks later for its family does not find it."""
        before = family_of(CycleEvent)
        for cls in before:
            reader_of(cls).quick()

        assert any(one.__name__.endswith("Twin") for one in CycleEvent.__subclasses__())
        assert before == family_of(CycleEvent)
        assert not any(one.__name__.endswith("Twin") for one in before)

    def test_days_are_kept_up_to_a_number(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A questionnaire remembers days, but not every day that a stranger sends."""
        monkeypatch.setattr(answer_tables, "_MOST_DAYS", 2)
        table = answer_tables.table_of(Question(code="Q", text=Text("?"), type=QuestionType.DATE))
        for day in ("2024-01-01", "2024-01-02", "2024-01-03"):
            assert table[day].isoformat() == day
        assert len(table) == 2

    def test_days_written_are_kept_up_to_a_number(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """As those that are read."""
        monkeypatch.setattr(writers, "_MOST_DAYS", len(writers.DAYS))
        before = len(writers.DAYS)
        for text in ("1901-02-03", "1901-02-04"):
            assert f'"{text}"' == writers.DAYS[parse_day(text)]
        assert before == len(writers.DAYS)

    def test_other_layouts(self) -> None:
        """A class without slots has no twin of the same layout."""

        class Loose:
            def __init__(self) -> None:
                self.a = 1

        assert twins.twin_of(Loose) is None

    def test_straight_code_without_twins(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whole records are read the same without twins."""
        from imss_integrity.codec import straight  # noqa: PLC0415 - to be patched
        from imss_integrity.codec.converters import _record_reader  # noqa: PLC0415 - made anew

        monkeypatch.setattr(straight, "twin_of", lambda *_: None)
        read = _record_reader(Commitment).quick()
        assert read(PROMISE, Definitions()) == structure(PROMISE, Commitment)


class TestTheTable:
    """Which classes documents may hold."""

    def test_every_public_record_is_there(self) -> None:
        """And nothing that is only built on."""
        types = document_types()
        assert {Unit, Cycle, Response, Questionnaire, Answer, RankInterval} <= set(types.values())
        assert "imss-integrity/cycle-event" not in types
        assert len(set(types.values())) == len(types)

    def test_every_type_has_a_reader_and_a_writer(self) -> None:
        """No class of the library is left out."""
        for cls in document_types().values():
            assert callable(reader_of(cls).quick())
            assert callable(writer_of(cls))

    def test_members_of_unions_are_told_apart_by_what_their_readers_take(self) -> None:
        """Who writes and who reads a union must add the same tags."""
        seen: set[object] = set()

        def look(kind: Any) -> None:
            if is_union(kind):
                members, _ = union_members(kind)
                for cls, reader in union_readers(members).items():
                    (member,) = (one for one in members if class_of(one) is cls)
                    assert set(reader.kinds) == set(json_types(member, beside=members))
                    seen.add(cls)
            for one in get_args(kind):
                look(one)

        for document in document_types().values():
            for kind in field_types(document).values():
                look(kind)
        assert {str, int, bool, Fraction, Decimal, date, tuple} <= seen

    def test_every_record_has_a_key(self) -> None:
        """So a tag stands before another key, and has a comma behind it."""
        assert all(field_types(cls) for cls in document_types().values())

    def test_a_class_of_that_name_from_elsewhere(self) -> None:
        """A name is not enough."""

        @attrs.frozen
        class Response:
            a: int = 1

        @attrs.frozen
        class Assessment:
            a: int = 1

        for value in (Response(), Assessment()):
            with pytest.raises(ImssIntegrityError):
                dumps(value)
            with pytest.raises(ImssIntegrityError):
                structure({"a": "x"}, type(value))

    def test_the_questionnaire_of_the_catalogue(self) -> None:
        """A definition is a document too, and is read back the same."""
        assert loads(dumps(CONFLICT_QUESTIONNAIRE)).identity == CONFLICT_QUESTIONNAIRE.identity


def test_a_full_listing_stops_reading() -> None:
    """Past a thousand faults nothing is read."""
    listing = Listing(Definitions())
    for number in range(1000):
        listing.unknown_key("$", number)
    assert listing.is_full
