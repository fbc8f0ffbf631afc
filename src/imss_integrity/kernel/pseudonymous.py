"""The code of a person: pseudonymous, so that it gives nobody away.

Clave seudónima. A folio, or what `privacy.pseudonym` gives; never what names a person.
"""

from __future__ import annotations

import re

from .characters import CODE_LIMIT, CODE_PATTERN
from .fields import CODE, Pattern
from .text import Text

__all__ = ["PSEUDONYM", "SUBJECT"]

# The shapes of a CURP, an RFC and a social security number; letters alone could be a name.
_DAY = r"[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_PERSONAL = (
    rf"(?i:[A-Z]{{4}}{_DAY}[A-Z]{{6}}[A-Z0-9][0-9]|[A-Z]{{3,4}}{_DAY}[A-Z0-9]{{3}}|[0-9]{{11}})\Z"
)
_KEYED = r"(?::[0-9a-f]{64})?"  # a keyed pseudonym: the code of its key, then the digits

PSEUDONYM = Pattern(
    re.compile(rf"(?=.*[0-9])(?!{_PERSONAL}){CODE_PATTERN.pattern}{_KEYED}", re.ASCII),
    Text(
        "ser una clave seudónima con algún dígito, no un nombre, CURP, RFC ni NSS",
        "be a pseudonymous code with a digit, not a name, CURP, RFC or social security number",
    ),
    2 * CODE_LIMIT + 1,
)
"""A code with a digit of at most 64 characters, or the pseudonym that `privacy.pseudonym` gives."""

SUBJECT = Pattern(
    re.compile(CODE_PATTERN.pattern + _KEYED, re.ASCII), CODE.rule, 2 * CODE_LIMIT + 1
)
"""The code of what a result speaks of: of a unit, or of a person under a pseudonym."""
