"""The grammar of characters: what a code, a name and a narrative may hold.

Length is checked first, because normalising a hostile text takes quadratic time. Names and
labels must arrive in Unicode normal form C, without control, invisible or unassigned
characters and without space at the ends; a narrative may hold line breaks as well.

Source: own, after Unicode UAX #15 and the categories of UAX #44.
"""

from __future__ import annotations

import re
import unicodedata

from .text import Text

__all__ = ["BEYOND_LATIN", "CODE_LIMIT", "CODE_PATTERN", "normal_form", "problem_of"]

CODE_LIMIT = 64
CODE_PATTERN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?", re.ASCII)

_REFUSED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
BEYOND_LATIN = "[^\x00-\u02ff]"  # letters up to there are in NFC and carry no marks
_MAX_MARKS = 8


def normal_form(text: str, limit: int) -> str:
    """Give *text* without space at its ends and in NFC; one longer than *limit* stays as it is."""
    stripped = text.strip()
    return text if len(stripped) > limit else unicodedata.normalize("NFC", stripped)


def problem_of(
    text: str, limit: int, *, line_breaks: bool = False, outer_space: bool = False
) -> Text | None:
    """Say which rule of a text for people *text* breaks; ``None`` where it breaks none."""
    if len(text) > limit:
        rule = Text("tener a lo más {n} caracteres", "have at most {n} characters")
        return rule.format(n=limit)
    if not text or (text != text.strip() and not outer_space):
        return Text(
            "tener texto, sin espacios en los extremos",
            "hold text, without space at its ends",
        )
    if text.isprintable() and len(text.encode("latin-1", "ignore")) == len(text):
        return None  # nearly every text, told at once: Latin-1 is in NFC and carries no marks
    return _hidden_problem(text, {"\n"} if line_breaks else set())


def _hidden_problem(text: str, allowed: set[str]) -> Text | None:
    """Say what is wrong with characters that a reader may not see."""
    if _longest_run_of_marks(text) > _MAX_MARKS:
        return Text(
            "llevar a lo más 8 acentos seguidos", "carry at most 8 combining marks in a row"
        )
    if not unicodedata.is_normalized("NFC", text):
        return Text("estar en forma normal NFC", "be in normal form NFC")
    if text.isprintable():
        return None
    if any(unicodedata.category(c) in _REFUSED_CATEGORIES and c not in allowed for c in text):
        return Text(
            "estar libre de caracteres invisibles o de control",
            "be free of control and invisible characters",
        )
    return None


def _longest_run_of_marks(text: str) -> int:
    if not any(map(unicodedata.combining, text)):
        return 0
    longest = run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        longest = max(longest, run)
    return longest
