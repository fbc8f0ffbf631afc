"""How every look-up of the catalogue finds a code, and what it says of one it does not know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TypeVar

from ..kernel.errors import Fault, UnknownCodeError, shown
from ..kernel.text import Text, join

_NEAR = 3

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
        hints: Old code -> the code that took its place; it comes before any near match.
    """
    near: list[str] = []
    if isinstance(code, str):
        replacement = (hints or {}).get(code)
        near = [replacement] if replacement else get_close_matches(code[:64], known, _NEAR, 0.5)
    sentence = Text("{kind} desconocida: {code}{hint}", "unknown {kind}: {code}{hint}")
    hint = Text("")
    if near:
        question = Text("; ¿quiso decir {near}?", "; did you mean {near}?")
        hint = question.format(near=join((Text(f"'{one}'") for one in near), ", "))
    return UnknownCodeError(
        Fault("code", "unknown", sentence.format(kind=kind, code=shown(code), hint=hint))
    )
