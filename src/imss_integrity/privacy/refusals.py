"""Faults that name the field and the rule, and never what was given.

In this room any value may be personal, a short code or a number too, so that even what
`kernel.errors.must` shows would be too much.
"""

from __future__ import annotations

from ..kernel.errors import Fault, ImssIntegrityError, duty_of
from ..kernel.text import Text

__all__ = ["NotPublishableError", "discreet_fault"]


class NotPublishableError(ImssIntegrityError):
    """A table cannot be published as it is; the faults name what to merge (no publicable)."""


def discreet_fault(path: str, code: str, rule: Text) -> Fault:
    """Compose *subject* must *rule*, without the value; the subject is the argument in *path*.

    >>> rule = Text("ser texto", "be text")
    >>> str(discreet_fault("fields[2]", "type", rule).text), discreet_fault("x", "type", rule).path
    ("'fields' debe ser texto", 'x')
    """
    return Fault(path, code, duty_of(path.partition("[")[0], rule))
