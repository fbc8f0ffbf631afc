"""Privacy: what holds of every reserved value, every pseudonym and every table of records."""

from __future__ import annotations

import copy
import hashlib
import hmac
import json
import pickle
import traceback
import unicodedata
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from imss_integrity import strategies
from imss_integrity.kernel import ImssIntegrityError
from imss_integrity.kernel.pseudonymous import PSEUDONYM
from imss_integrity.privacy import PseudonymKey, Sensitive, k_anonymity, pseudonym

CURP = "PEPJ800101HDFRRN09"  # of no person
MASK = "\u2039reservado\u203a"

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
FIELDS = strategies.identifying_fields()
SECRETS = st.binary(min_size=32, max_size=140)
CODES = strategies.codes()
KEYS = strategies.pseudonym_keys()
KEY = PseudonymKey(key_id="k", secret=bytes(range(32)))


def naive_hmac(secret: bytes, message: bytes) -> str:
    """Compute HMAC-SHA-256 from the hash alone, by the letter of RFC 2104."""
    block = (hashlib.sha256(secret).digest() if len(secret) > 64 else secret).ljust(64, b"\0")
    inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in block) + message).digest()
    return hashlib.sha256(bytes(byte ^ 0x5C for byte in block) + inner).hexdigest()


def normal(fields: Sequence[str]) -> list[str]:
    """Give the texts as a reader sees them."""
    return [unicodedata.normalize("NFC", text) for text in fields]


class TestHmac:
    """RFC 4231, test cases 1 to 3; and the pseudonym is that HMAC."""

    @pytest.mark.parametrize(
        ("secret", "message", "digits"),
        [
            (
                b"\x0b" * 20,
                b"Hi There",
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
            ),
            (
                b"Jefe",
                b"what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            ),
            (
                b"\xaa" * 20,
                b"\xdd" * 50,
                "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
            ),
        ],
    )
    def test_known_answers(self, secret: bytes, message: bytes, digits: str) -> None:
        """The naive computation and the primitive of the standard library both give them."""
        assert digits == naive_hmac(secret, message)
        assert digits == hmac.digest(secret, message, "sha256").hex()

    @given(KEYS, CODES, FIELDS)
    def test_a_pseudonym_names_a_person_everywhere(
        self, key: PseudonymKey, domain: str, fields: list[str]
    ) -> None:
        """Wherever a person is named by a code, a pseudonym is one, unless it looks personal."""
        code = pseudonym(fields, key=key, domain=domain)

        assert (PSEUDONYM.fault("code", code) is None) is any(sign.isdigit() for sign in code)

    @given(SECRETS, CODES, CODES, FIELDS)
    def test_a_pseudonym_is_the_hmac_of_domain_and_fields(
        self, secret: bytes, key_id: str, domain: str, fields: list[str]
    ) -> None:
        """Recomputed from the hash alone and from JSON without space."""
        listed = json.dumps(normal(fields), ensure_ascii=False, separators=(",", ":"))
        expected = naive_hmac(secret, f"{domain}{listed}".encode())
        key = PseudonymKey(key_id=key_id, secret=secret)
        assert f"{key_id}:{expected}" == pseudonym(fields, key=key, domain=domain)


class TestPseudonyms:
    """One person, one code; two persons, two codes."""

    @given(FIELDS, FIELDS, CODES)
    def test_other_fields_have_another_pseudonym(
        self, one: list[str], other: list[str], domain: str
    ) -> None:
        """Exactly where they differ for a reader: length, order and borders count."""
        same = pseudonym(one, key=KEY, domain=domain) == pseudonym(other, key=KEY, domain=domain)
        assert (normal(one) == normal(other)) == same

    @given(TEXTS, TEXTS, TEXTS)
    def test_the_borders_of_fields_count(self, a: str, b: str, c: str) -> None:
        """The same letters, divided otherwise, are another person."""
        lists = [[a + b, c], [a, b + c], [a + b + c], [a, b, c], [a, b, c, ""], ["", a + b + c]]
        codes = {pseudonym(fields, key=KEY, domain="d") for fields in lists}
        assert len({tuple(normal(fields)) for fields in lists}) == len(codes)

    @given(st.lists(TEXTS, min_size=2, max_size=4), st.randoms(use_true_random=False))
    def test_order_counts(self, fields: list[str], chance: Any) -> None:
        """Another order is another list."""
        turned = chance.sample(fields, len(fields))
        assume(normal(turned) != normal(fields))
        assert pseudonym(fields, key=KEY, domain="d") != pseudonym(turned, key=KEY, domain="d")

    @given(FIELDS, st.sampled_from(["NFC", "NFD"]))
    def test_the_normal_form_makes_no_difference(self, fields: list[str], form: Any) -> None:
        """Composed or decomposed accents, a list or a tuple."""
        spelled = tuple(unicodedata.normalize(form, text) for text in fields)
        assert pseudonym(fields, key=KEY, domain="d") == pseudonym(spelled, key=KEY, domain="d")

    @given(FIELDS, CODES, CODES, KEYS, KEYS)
    def test_domain_and_key_part_the_codes(
        self, fields: list[str], domain: str, other: str, key: PseudonymKey, second: PseudonymKey
    ) -> None:
        """Tables of two uses, or of two keys, cannot be joined."""
        digits = {
            (made_with.secret, used_in): pseudonym(fields, key=made_with, domain=used_in)[-64:]
            for made_with in (key, second)
            for used_in in (domain, other)
        }
        # HMAC pads a short secret with zeros: two that differ by them alone are one.
        padded = {(secret.reveal().ljust(64, b"\0"), used_in) for secret, used_in in digits}
        assert len(padded) == len(set(digits.values()))

    @given(KEYS, FIELDS)
    def test_a_copy_of_the_key_is_the_key(self, key: PseudonymKey, fields: list[str]) -> None:
        """Copied, pickled: the same codes."""
        code = pseudonym(fields, key=key, domain="d")
        assert code == pseudonym(fields, key=copy.deepcopy(key), domain="d")
        read = pickle.loads(pickle.dumps(key))  # noqa: S301 - our own
        assert code == pseudonym(fields, key=read, domain="d")


def shown(value: object) -> str:
    """Give every text in which *value* may be read without being asked for."""
    return f"{value} {value!r} {[value]} {value:>9}"


class TestDiscretion:
    """A planted CURP surfaces nowhere."""

    @given(st.lists(TEXTS | st.just(CURP), max_size=3), st.integers(0, 3), st.data())
    def test_no_refusal_shows_a_text(self, texts: list[str], at: int, data: st.DataObject) -> None:
        """Whatever else is wrong, on whichever side of it the CURP stands."""
        bad = data.draw(
            st.sampled_from([None, CURP.encode(), [CURP], {CURP: CURP}, CURP * 60, CURP + "\ud800"])
        )
        given_texts: Any = [*texts[:at], bad, CURP, *texts[at:]]
        for refused in (
            lambda: pseudonym(given_texts, key=KEY, domain="d"),
            lambda: pseudonym(CURP, key=KEY, domain="d"),
            lambda: pseudonym([CURP], key=KEY, domain=f"{CURP} "),
            lambda: pseudonym([CURP], key=PseudonymKey(key_id="k", secret=given_texts), domain="d"),
            lambda: k_anonymity([[CURP], [CURP, CURP]]),
            lambda: k_anonymity([[CURP, {CURP}]]),  # type: ignore[list-item]
            lambda: k_anonymity([CURP]),
        ):
            with pytest.raises(ImssIntegrityError) as caught:
                refused()
            assert not [text for text in channels(caught.value) if CURP in text]

    @given(st.text() | st.binary() | st.integers() | st.dates())
    def test_two_reserved_values_look_alike(self, value: object) -> None:
        """What is shown of any value is what is shown of any other."""
        assert shown(Sensitive(CURP)) == shown(Sensitive(value))
        assert MASK == repr(Sensitive(value))

    @given(strategies.sensitive_texts(), strategies.sensitive_texts())
    def test_two_values_look_alike(self, one: Sensitive[str], other: Sensitive[str]) -> None:
        """Whatever is inside, the outside is the same; what is equal inside is equal."""
        assert (repr(one), str(one), f"{one:>9}") == (repr(other), str(other), f"{other:>9}")
        assert (one == other) is (one.reveal() == other.reveal())

    @given(st.text() | st.binary() | st.integers() | st.booleans(), st.data())
    def test_reserved_values_are_equal_as_their_values_are(
        self, value: object, data: st.DataObject
    ) -> None:
        """Of one type; and revealing gives back what was closed in."""
        other = data.draw(st.just(value) | st.text() | st.binary() | st.integers() | st.booleans())
        same = type(value) is type(other) and value == other
        assert same == (Sensitive(value) == Sensitive(other))
        assert value == Sensitive(value).reveal()
        if same:
            assert 1 == len({Sensitive(value), Sensitive(other)})


def channels(error: BaseException) -> list[str]:
    """Give every text in which an error can be read, with the lines of the library."""
    texts = [str(error), repr(error), repr(error.args), repr(error.__dict__)]
    texts += [*getattr(error, "__notes__", ()), *traceback.format_exception_only(error)]
    if isinstance(error, ImssIntegrityError):
        texts += [error.text.es, str(error.text.en), repr(error.to_record())]
    frames = traceback.extract_tb(error.__traceback__)
    texts += [str(frame) + str(frame.line) for frame in frames if frame.filename != __file__]
    for other in (error.__cause__, error.__context__):
        if other is not None:
            texts += channels(other)
    return texts


def alike(one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    """Say whether no column tells two records apart."""
    return all(
        a is None or b is None or (type(a) is type(b) and a == b)
        for a, b in zip(one, other, strict=True)
    )


class TestAnonymity:
    """Class sizes are counts of the records that look alike."""

    @given(strategies.quasi_identifier_tables())
    def test_it_is_the_count_of_all_pairs(self, records: list[tuple[Any, ...]]) -> None:
        """The naive count goes through every pair."""
        naive = tuple(sum(alike(one, other) for other in records) for one in records)
        found = k_anonymity(records)
        assert naive == found.class_sizes
        assert min(naive) == found.k

    @given(strategies.quasi_identifier_tables())
    def test_every_record_looks_like_itself(self, records: list[tuple[Any, ...]]) -> None:
        """From 1 to all."""
        assert all(1 <= size <= len(records) for size in k_anonymity(records).class_sizes)

    @given(strategies.quasi_identifier_tables(), st.data())
    def test_one_more_record_never_shrinks_a_class(
        self, records: list[tuple[Any, ...]], data: st.DataObject
    ) -> None:
        """And grows the classes of those it looks like by exactly one."""
        columns = [st.none() | st.sampled_from(column) for column in zip(*records, strict=True)]
        more = data.draw(st.tuples(*columns))
        before = k_anonymity(records).class_sizes
        after = k_anonymity([*records, more]).class_sizes
        grown = [new - old for new, old in zip(after[:-1], before, strict=True)]
        assert [int(alike(record, more)) for record in records] == grown
        assert after[-1] == 1 + sum(grown)

    @given(strategies.quasi_identifier_tables(), st.randoms(use_true_random=False))
    def test_the_order_of_records_makes_no_difference(
        self, records: list[tuple[Any, ...]], chance: Any
    ) -> None:
        """Sizes go with their records."""
        order = chance.sample(range(len(records)), len(records))
        sizes = k_anonymity(records).class_sizes
        turned = k_anonymity([records[i] for i in order]).class_sizes
        assert tuple(sizes[i] for i in order) == turned

    @given(strategies.quasi_identifier_tables(), st.randoms(use_true_random=False))
    def test_the_order_of_columns_makes_no_difference(
        self, records: list[tuple[Any, ...]], chance: Any
    ) -> None:
        """Nor do lists in the place of tuples."""
        order = chance.sample(range(len(records[0])), len(records[0]))
        turned = [[record[i] for i in order] for record in records]
        assert k_anonymity(records) == k_anonymity(turned)

    @given(strategies.quasi_identifier_tables())
    def test_forgetting_never_shrinks_a_class(self, records: list[tuple[Any, ...]]) -> None:
        """Suppressing a column hides; knowing one more tells apart."""
        fewer = [(None, *record[1:]) for record in records]
        before, after = k_anonymity(records).class_sizes, k_anonymity(fewer).class_sizes
        assert all(new >= old for new, old in zip(after, before, strict=True))

    @given(strategies.quasi_identifier_tables())
    def test_without_gaps_the_classes_are_a_partition(self, records: list[tuple[Any, ...]]) -> None:
        """Each class is counted once by each of its members."""
        complete = [record for record in records if None not in record]
        assume(complete)
        sizes = k_anonymity(complete).class_sizes
        distinct = {tuple((type(value), value) for value in record) for record in complete}
        assert len(distinct) == sum(Fraction(1, size) for size in sizes)
