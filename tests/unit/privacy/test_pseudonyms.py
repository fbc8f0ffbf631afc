"""Pseudonyms: what is refused, what is never shown, and what the code looks like."""

from __future__ import annotations

import copy
import hmac
import json
import pickle
import re
import traceback
from typing import Any

import attrs
import pytest

from imss_integrity import privacy
from imss_integrity.kernel import ImssIntegrityError, InvalidValueError
from imss_integrity.privacy import PseudonymKey, Sensitive, pseudonym

CURP = "PEPJ800101HDFRRN09"
SECRET = b"Not-A-Real-Secret-But-Long-Enough"
KEY = PseudonymKey(key_id="2026-a", secret=SECRET)
ANYTHING: Any = None


def channels(error: BaseException) -> str:
    """Give all texts of an error and of what it hangs on, its own lines of code included."""
    texts = [str(error), repr(error), repr(error.args), repr(error.__dict__)]
    texts += [*getattr(error, "__notes__", ()), *traceback.format_exception_only(error)]
    if isinstance(error, ImssIntegrityError):
        texts += [error.text.es, str(error.text.en), repr(error.to_record())]
    frames = traceback.extract_tb(error.__traceback__)
    texts += [str(frame.line) for frame in frames if frame.filename != __file__]
    texts += [channels(other) for other in (error.__cause__, error.__context__) if other]
    return "\n".join(texts)


class TestKeys:
    """A key shows its name and nothing else."""

    def test_only_the_name_is_shown(self) -> None:
        """In its text, in a dictionary of its fields, in a copy."""
        shown = [repr(KEY), str(KEY), f"{KEY}", repr(attrs.asdict(KEY)), repr(copy.copy(KEY))]

        assert "PseudonymKey(key_id='2026-a')" == repr(KEY)
        assert not [text for text in shown if "Secret" in text]

    def test_it_is_held_closed(self) -> None:
        """Bytes go in; a closed secret goes in too, so that copies are made."""
        assert Sensitive(SECRET) == KEY.secret
        assert KEY == PseudonymKey(key_id="2026-a", secret=Sensitive(SECRET))
        assert KEY == copy.deepcopy(KEY) == pickle.loads(pickle.dumps(KEY))  # noqa: S301 - our own
        assert "2026-b" == attrs.evolve(KEY, key_id="2026-b").key_id
        assert hash(KEY) == hash(copy.deepcopy(KEY))

    def test_two_keys_differ_by_name_and_by_secret(self) -> None:
        """Either makes another key."""
        assert KEY != attrs.evolve(KEY, key_id="2026-b")
        assert KEY != attrs.evolve(KEY, secret=SECRET + b"x")

    @pytest.mark.parametrize("length", [32, 33, 64, 65, 131])
    def test_long_secrets_are_taken(self, length: int) -> None:
        """32 bytes are enough; longer than a block of the hash is sound as well."""
        assert pseudonym(["x"], key=PseudonymKey(key_id="k", secret=b"s" * length), domain="d")

    @pytest.mark.parametrize(
        ("secret", "code"),
        [
            (b"", "short"), (b"s3cret", "short"), (b"s3cret" * 5 + b"x", "short"),
            ("", "type"), ("s3cret", "type"), ("s3cret" * 20, "type"),
            (bytearray(b"s3" * 50), "type"),
            (memoryview(b"s3" * 50), "type"), (5, "type"), (None, "type"), ([83] * 40, "type"),
            (Sensitive("s3cret" * 20), "type"), (Sensitive(b"s3cret"), "short"),
        ],
    )  # fmt: skip
    def test_short_and_textual_secrets_are_refused(self, secret: Any, code: str) -> None:
        """In the library's own error, which shows nothing of them, even of a few characters."""
        with pytest.raises(InvalidValueError) as caught:
            PseudonymKey(key_id="k", secret=secret)
        fault = caught.value.faults[0]

        assert ("secret", code) == (fault.path, fault.code)
        assert fault.text.es != fault.text.en
        assert "s3" not in channels(caught.value)

    @pytest.mark.parametrize("key_id", ["", "a:b", "a b", "ñ", "a" * 65, 5, None])
    def test_names_are_codes(self, key_id: Any) -> None:
        """So that the name and the digits of a pseudonym can be told apart."""
        with pytest.raises(InvalidValueError, match="key_id"):
            PseudonymKey(key_id=key_id, secret=SECRET)

    def test_it_is_frozen(self) -> None:
        """The next key is another key."""
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            KEY.key_id = "x"  # type: ignore[misc]


class TestCodes:
    """The name of the key, a colon and the digits of the HMAC."""

    def test_the_form(self) -> None:
        """64 lower-case hexadecimal digits."""
        assert re.fullmatch(r"2026-a:[0-9a-f]{64}", pseudonym([CURP], key=KEY, domain="padron"))

    def test_the_recipe(self) -> None:
        """Anyone with the key gets the same: domain, then canonical JSON, under HMAC-SHA-256."""
        message = 'padron["Ñáñez","PEPJ800101HDFRRN09"]'.encode()
        expected = hmac.new(SECRET, message, "sha256").hexdigest()

        for given in (["Ñáñez", CURP], ("N\u0303a\u0301n\u0303ez", CURP)):
            assert f"2026-a:{expected}" == pseudonym(given, key=KEY, domain="padron")

    def test_a_known_answer(self) -> None:
        """It stays what it is in every version: tables of other years hang on it."""
        key = PseudonymKey(key_id="k1", secret=bytes(range(32)))
        digits = "d2deca9588b8139fc542a3565e9d01f6bfe395235c0e31f6ab253d6a6abc96a5"
        assert f"k1:{digits}" == pseudonym(["ab", "c"], key=key, domain="padron")

    def test_space_and_case_count(self) -> None:
        """One spelling is the caller's business; an empty text is a field too."""
        fields = [["x"], ["X"], [" x"], ["x", ""], ["", "x"]]
        assert 5 == len({pseudonym(one, key=KEY, domain="d") for one in fields})

    def test_no_hash_without_key_is_offered(self) -> None:
        """A CURP can be found by trying them all."""
        offered = {name for name in privacy.__all__ if name.islower()}
        assert {"audit_suppression", "k_anonymity", "pseudonym", "suppress"} == offered
        with pytest.raises(TypeError):
            pseudonym([CURP], domain="d")  # type: ignore[call-arg]


class TestRefusals:
    """One clear error, which never shows a text."""

    @pytest.mark.parametrize(
        ("fields", "path", "code"),
        [
            (CURP, "fields", "type"), (CURP.encode(), "fields", "type"), ({CURP}, "fields", "type"),
            ({CURP: CURP}, "fields", "type"), (iter([CURP]), "fields", "type"),
            (None, "fields", "type"), ([], "fields", "empty"), ((), "fields", "empty"),
            ([CURP] * 65, "fields", "limit"), ([CURP.encode()], "fields[0]", "type"),
            ([CURP, None], "fields[1]", "type"), ([CURP, [CURP]], "fields[1]", "type"),
            ([CURP, 8001019], "fields[1]", "type"), ([Sensitive(CURP)], "fields[0]", "type"),
            ([type("Text", (str,), {})(CURP)], "fields[0]", "type"),
            (["x" * 983 + CURP], "fields[0]", "limit"), ([CURP + "\ud800"], "fields", "json"),
        ],
    )  # fmt: skip
    def test_fields(self, fields: Any, path: str, code: str) -> None:
        """A list or tuple of 1 to 64 texts; a bare text would be a list of letters."""
        with pytest.raises(InvalidValueError) as caught:
            pseudonym(fields, key=KEY, domain="padron")
        fault = caught.value.faults[0]

        assert (path, code) == (fault.path, fault.code)
        assert fault.text.es != fault.text.en
        assert CURP not in channels(caught.value)
        assert "8001019" not in channels(caught.value)

    def test_the_limits_are_included(self) -> None:
        """64 texts of 1,000 characters each."""
        assert pseudonym(["x" * 1000] * 64, key=KEY, domain="d")

    def test_all_faults_are_told_at_once(self) -> None:
        """By their place."""
        with pytest.raises(InvalidValueError) as caught:
            pseudonym(["x", ANYTHING, "y" * 1001], key=KEY, domain="d")
        assert ["fields[1]", "fields[2]"] == [fault.path for fault in caught.value.faults]

    def test_length_comes_before_the_normal_form(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Normalising a long run of combining marks would take minutes."""
        with monkeypatch.context() as patch:
            patch.setattr("unicodedata.normalize", ANYTHING)
            with pytest.raises(InvalidValueError):
                pseudonym(["a" + "\u0301" * 1_000_000], key=KEY, domain="d")

    @pytest.mark.parametrize("key", [None, "s3cret", b"s3cret" * 9, 5, {"secret": "s3cret"}])
    def test_keys(self, key: Any) -> None:
        """A bare secret is no key, and is not shown."""
        with pytest.raises(InvalidValueError) as caught:
            pseudonym([CURP], key=key, domain="d")
        assert ("key", "type") == (caught.value.faults[0].path, caught.value.faults[0].code)
        assert "s3cret" not in channels(caught.value)
        assert CURP not in channels(caught.value)

    @pytest.mark.parametrize("domain", ["", 'd["x', "a b", "ñ", "a" * 65, 5, None])
    def test_domains(self, domain: Any) -> None:
        """A code: with a bracket in it, two domains could share a message."""
        with pytest.raises(InvalidValueError, match="domain"):
            pseudonym([CURP], key=KEY, domain=domain)

    def test_a_record_of_the_error_holds_no_value(self) -> None:
        """What a service would answer with."""
        with pytest.raises(ImssIntegrityError) as caught:
            pseudonym([CURP, ANYTHING], key=KEY, domain="d")
        assert CURP not in json.dumps(caught.value.to_record())
