"""What the tests of web frameworks share: twisted documents, and where planted values may hide."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import strategies as st

from imss_integrity import strategies
from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
from imss_integrity.codec import structure, unstructure
from imss_integrity.conflicts import Response
from imss_integrity.kernel import ImssIntegrityError
from imss_integrity.organization import Unit
from imss_integrity.strategies import HostileDocument

PLANTED = "PEGJ800101HDFRRN09"
JSON = {"content-type": "application/json"}
ON = {"on": "2026-05-04"}

# Each is asked by a framework for its own words, and none may hold what was sent.
BROKEN = [
    f'{{"{PLANTED}'.encode(),
    f'{{"name": {PLANTED}}}'.encode(),
    f'"{PLANTED}"'.encode() + b"\xff\xfe",
    b"NaN",
    b"",
]
DEEP = b"[" * 5000

units: st.SearchStrategy[Unit] = strategies.units()
hostile_units: st.SearchStrategy[HostileDocument] = strategies.hostile_documents(
    strategies.units().map(unstructure)
)


def answers() -> dict[str, Any]:
    """Give answers with a planted text in one of them, as plain values."""
    given = {"GIF1": "si", "GIF1.detalle": [{"GIF1.organizacion": PLANTED}]}
    plain: dict[str, Any] = unstructure(Response.from_answers(CONFLICT_QUESTIONNAIRE, given))
    return plain


def accepted(plain: object) -> bool:
    """Say whether the library itself takes *plain* for a unit."""
    try:
        structure(plain, Unit)
    except ImssIntegrityError:
        return False
    return True


def with_planted(plain: Any) -> list[Any]:
    """Give *plain* with the planted text in each place in turn, as a value and as a key."""
    if not isinstance(plain, dict):
        return [PLANTED, [PLANTED]]
    inner = [{**plain, key: one} for key, value in plain.items() for one in with_planted(value)]
    return [{**plain, PLANTED: PLANTED}, *inner]


def sent(client: Any, path: str, body: bytes, **query: str) -> Any:
    """Post a body that says that it is JSON."""
    return client.post(path, content=body, headers=JSON, params=query)


def check_nothing_surfaces(
    post: Callable[[bytes], Any],
    sound: Any,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Send the planted text everywhere: no refusal holds it, in body or header, and no log."""
    caplog.set_level("DEBUG")
    refused = 0
    for body in [*(json.dumps(one).encode() for one in with_planted(sound)), *BROKEN]:
        caplog.clear()
        answer = post(body)
        assert PLANTED not in caplog.text
        if answer.status_code != 200:  # a sound body is answered to who sent it
            refused += 1
            assert answer.status_code in {400, 422}
            assert PLANTED not in answer.text
            assert PLANTED not in str(answer.headers)
            assert "Attribute(" not in answer.text
    assert refused > len(BROKEN) + 5
    assert PLANTED not in "".join(capfd.readouterr())  # logs that do not pass by pytest
