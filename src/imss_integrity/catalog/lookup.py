"""How every look-up of the catalogue finds a code, and what it says of one it does not know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import TypeVar

from ..kernel.characters import CODE_LIMIT
from ..kernel.errors import Fault, UnknownCodeError, shown
from ..kernel.text import Text, join

__all__ = ["find_by_code", "unknown_code"]

_NEAR = 3
_LEADING_ZEROS = re.compile(r"\b0+(?=[0-9])", re.ASCII)

T = TypeVar("T")


def find_by_code(known: Mapping[str, T], code: object) -> T | None:
    """Give what *code* names among *known*; ``None`` if nothing, whatever *code* is."""
    return known.get(code) if isinstance(code, str) else None


def unknown_code(
    kind: Text, code: object, known: Iterable[str], *, hints: Mapping[str, str] | None = None
) -> UnknownCodeError:
    """Make the error for an unknown *code*, naming the nearest known ones.

    Args:
        kind: What the code would name, in both languages.
        code: The code; only a short one is shown.
        known: All known codes.
        hints: Old code, or name -> the code that is meant; it comes before any near match, as
            does the code whose leading zeros were lost.
    """
    near: list[str] = []
    if isinstance(code, str):
        near = _near(code[:CODE_LIMIT], tuple(known), hints or {})
    sentence = Text("{kind} desconocida: {code}{hint}", "unknown {kind}: {code}{hint}")
    hint = Text("")
    if near:
        question = Text("; ¿quiso decir {near}?", "; did you mean {near}?")
        hint = question.format(near=join((Text(f"'{one}'") for one in near), ", "))
    return UnknownCodeError(
        Fault("code", "unknown", sentence.format(kind=kind, code=shown(code), hint=hint))
    )


def _near(code: str, known: Sequence[str], hints: Mapping[str, str]) -> list[str]:
    if code in hints:
        return [hints[code]]
    bare = _LEADING_ZEROS.sub("", code)
    same = [one for one in known if _LEADING_ZEROS.sub("", one) == bare]
    return same or get_close_matches(code, known, _NEAR, 0.5)
