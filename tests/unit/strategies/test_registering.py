"""The hook of ``import hypothesis``: it loads nothing, never raises, and minds its own classes."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from typing import Any, TypeVar
from unittest.mock import Mock

import pytest
from hypothesis import strategies as st
from hypothesis.strategies._internal import types

from imss_integrity.strategies import register
from imss_integrity.strategies.by_type import TYPES

PLACE = "_global_extra_lookup"


def run(code: str) -> str:
    """Run *code* in a fresh interpreter whose environment has no plug-ins; give what it prints."""
    done = subprocess.run(  # noqa: S603 - our own interpreter, our own code
        [sys.executable, "-c", textwrap.dedent(code)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={"HYPOTHESIS_NO_PLUGINS": "1"},
    )
    assert (0, "") == (done.returncode, done.stderr)
    return done.stdout


def test_the_hook_loads_no_room() -> None:
    """Whoever imports Hypothesis for another project pays for the hook alone."""
    loaded = run(
        """
        import sys
        import hypothesis
        from imss_integrity.strategies.registering import register
        register()
        print(*sorted(name for name in sys.modules if name.startswith("imss_integrity")))
        """
    )

    assert loaded.split() == [
        "imss_integrity",
        "imss_integrity._lazy",
        "imss_integrity.strategies",
        "imss_integrity.strategies.registering",
    ]


def test_what_a_user_registered_wins() -> None:
    """Before the hook or after it, before a value was drawn or after."""
    told = run(
        """
        from hypothesis import strategies as st
        from imss_integrity.organization import Clues, Unit
        from imss_integrity.strategies import register
        st.register_type_strategy(Clues, st.just("mine"))
        register()
        print(st.from_type(Clues).map(str).validate(), repr(st.from_type(Clues)))
        st.from_type(Unit).validate()
        st.register_type_strategy(Unit, st.just("mine"))
        print(repr(st.from_type(Unit)))
        """
    )

    assert told.splitlines() == ["None just('mine')", "just('mine')"]


def test_without_the_place_everything_is_registered_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A release of Hypothesis that keeps no place for extras is served by its public function."""
    registered: dict[Any, Any] = {}
    monkeypatch.delattr(types, PLACE)
    monkeypatch.setattr(st, "register_type_strategy", registered.__setitem__)

    register()

    assert TYPES == registered


def test_it_never_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither where a room cannot be loaded nor where Hypothesis has changed."""
    monkeypatch.delattr(types, PLACE)
    monkeypatch.setitem(sys.modules, "imss_integrity.strategies.by_type", None)
    register()

    monkeypatch.setitem(sys.modules, "hypothesis.strategies._internal", None)
    register()


class Odd:
    """Something that names no module as others do."""

    __module__ = Mock()


@pytest.mark.parametrize(
    "thing", [int, 1, "imss_integrity", None, list[int], TypeVar("T"), Odd, Odd(), Mock(), type]
)
def test_it_answers_for_the_library_alone(thing: object) -> None:
    """Whatever Hypothesis may ask about; a class of another project is not ours."""
    register()

    assert getattr(types, PLACE)["imss_integrity"](thing) is None


def test_private_classes_are_left_to_hypothesis() -> None:
    """What the library does not offer it does not generate."""
    from imss_integrity.conflicts.questionnaires import Questionnaire  # noqa: PLC0415
    from imss_integrity.conflicts.screening_shown import __name__ as other  # noqa: PLC0415

    register()
    answer = getattr(types, PLACE)["imss_integrity"]

    assert answer(Questionnaire) is TYPES[Questionnaire]
    assert answer(type("Private", (), {"__module__": other})) is None
