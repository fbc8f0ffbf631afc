"""The one error of the library, its faults, and its leaves.

Every refusal is an `ImssIntegrityError` that carries one or more `Fault`, each with the
path of the value, a code that programs can rely on, and a sentence in both languages:
*subject* must *rule*: got *value*. Numbers and short codes may be shown; any other text
is described by its length, so that no personal value can surface in a message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Self

import attrs

from .text import Language, Text
from .values import Value

__all__ = [
    "Fault",
    "ImssIntegrityError",
    "InconsistentError",
    "InvalidValueError",
    "MissingDataError",
    "NotInForceError",
    "OutOfReachError",
    "UnknownCodeError",
]

MAX_FAULTS = 50
_MAX_TYPE = 40
# A digit or a mark makes a code of it; letters alone could be somebody's name.
_SHORT_CODE = r"(?=.*[0-9._/-])[A-Za-z0-9._/-]{1,8}|[A-Za-z]{1,2}"
_LAST_NAME = r"[^.\[\]]+(?:\[[^\]]*\])*\Z"
MAX_SHOWN = 8


@attrs.frozen(weakref_slot=False)
class Fault(Value):
    """One thing that is wrong, and where.

    Falta: una causa de rechazo.

    Attributes:
        path: Where: a field, or a path such as ``rows[3].percent`` (indices count from 0).
        code: What kind of fault, for programs: ``type``, ``range``, ``duplicate`` ...
        text: The sentence for people, in both languages; it never holds personal values.

    >>> Fault("due", "type", Text("'due' debe ser una fecha", "'due' must be a date")).path
    'due'
    """

    path: str
    code: str
    text: Text

    def sentence(self, language: Language) -> str:
        """Give the sentence, with the path behind it where the path says more than a field."""
        nested = "." in self.path or "[" in self.path
        return self.text.to(language) + (f" @ {self.path}" if nested else "")


class ImssIntegrityError(ValueError):
    """Root of every error that the library raises on purpose.

    Error raíz de la biblioteca. Built from its faults, so it pickles as it is.

    Attributes:
        faults: What is wrong, at least one `Fault`, in the order of the input.
        text: All faults in both languages; ``str(error)`` is the English one.

    >>> error = ImssIntegrityError(Fault("a", "type", Text("mal", "wrong")))
    >>> str(error), error.text.es, error.faults[0].code
    ('wrong', 'mal', 'type')
    """

    def __init__(self, fault: Fault, *more: Fault) -> None:
        super().__init__(fault, *more)
        self.faults: tuple[Fault, ...] = (fault, *more)

    @property
    def text(self) -> Text:
        """All faults, one line each, in both languages."""
        return Text(*(self._lines(language) for language in Language))

    def _lines(self, language: Language) -> str:
        sentences = [fault.sentence(language) for fault in self.faults]
        if len(sentences) == 1:
            return sentences[0]
        head = Text("{n} faltas:", "{n} faults:").format(n=len(sentences)).to(language)
        return "\n- ".join([head, *sentences])

    def __str__(self) -> str:
        return self._lines(Language.EN)

    def to_record(self) -> dict[str, object]:
        """Give plain values for a service: the error's name and its faults in both languages."""
        return {
            "error": type(self).__name__,
            "faults": [
                {"path": fault.path, "code": fault.code, "es": fault.text.es, "en": fault.text.en}
                for fault in self.faults
            ],
        }

    def under(self, prefix: str) -> Self:
        """Give the same error with *prefix* before the path of each fault."""
        return type(self)(*(placed(fault, prefix) for fault in self.faults))


class InvalidValueError(ImssIntegrityError):
    """A value breaks the rule of its field: type, range, grammar (valor inválido)."""


class InconsistentError(ImssIntegrityError):
    """Values that are sound one by one do not fit together (valores incompatibles)."""


class UnknownCodeError(ImssIntegrityError, LookupError):
    """A code names nothing that is known here (clave desconocida)."""


class MissingDataError(ImssIntegrityError):
    """Something that is needed is absent, and the policy refuses absence (faltan datos)."""


class NotInForceError(ImssIntegrityError, LookupError):
    """A rule or a value does not exist on the day that was asked for (no vigente)."""


class OutOfReachError(ImssIntegrityError):
    """No allowed choice reaches what was asked for (fuera de alcance)."""


def placed(fault: Fault, prefix: str) -> Fault:
    """Give *fault* with *prefix* before its path."""
    path = f"{prefix}.{fault.path}" if fault.path else prefix
    return Fault(path, fault.code, fault.text)


def raise_any(faults: Iterable[Fault], kind: type[ImssIntegrityError] = InvalidValueError) -> None:
    """Raise one *kind* with all *faults*, if there are any; past 50 they are only counted."""
    found = tuple(faults)
    if not found:
        return
    hidden = len(found) - MAX_FAULTS
    if hidden > 0:
        more = Text("y {n} faltas más", "and {n} more faults").format(n=hidden)
        found = (*found[:MAX_FAULTS], Fault("", "more", more))
    raise kind(*found)


def must(path: str, code: str, rule: Text, value: object, *, subject: str = "") -> Fault:
    """Compose *subject* must *rule*: got *value*; the subject is the path's last field."""
    sentence = Text("{duty}: se recibió {value}", "{duty}: got {value}")
    duty = duty_of(subject or _last_name(path), rule)
    return Fault(path, code, sentence.format(duty=duty, value=shown(value)))


def duty_of(subject: str, rule: Text) -> Text:
    """Compose *subject* must *rule*.

    In Spanish a rule that begins with *no* denies the duty itself: *no debe*.

    >>> str(duty_of("codes", Text("no repetir claves", "repeat no code")))
    "'codes' no debe repetir claves"
    """
    spanish = rule.es.removeprefix("no ")
    verb = "debe" if spanish == rule.es else "no debe"
    duty = Text(f"{verb} {spanish}", f"must {rule.to(Language.EN)}")
    return Text("'{subject}' {duty}").format(subject=subject, duty=duty)


def _last_name(path: str) -> str:
    """Give the last field of *path* with its index: ``percent`` of ``rows[2].percent``."""
    name = re.search(_LAST_NAME, path)
    return name[0] if name else path


def shown(value: object, longest: int = MAX_SHOWN) -> Text:
    """Describe *value* without giving away what could be personal.

    Numbers and codes of at most 8 characters are shown; any other text (a name, a CURP, an
    RFC) is described by its length, anything else by its type. A number that the library
    worked out itself is nobody's social security number: for it, *longest* may be more.
    """
    if value is None:
        return Text("un valor vacío", "nothing")
    if isinstance(value, str):
        if re.fullmatch(_SHORT_CODE, value):
            return Text(f"'{value}'")
        return Text("un texto de {n} caracteres", "a text of {n} characters").format(n=len(value))
    if type(value) in {int, float, Decimal, Fraction, bool}:
        return _shown_number(value, longest)
    kind = type(value).__name__[:_MAX_TYPE]
    return Text(f"un valor de tipo {kind}", f"a value of type {kind}")


def _shown_number(value: object, longest: int) -> Text:
    # An integer of thousands of digits, above or below a fraction bar, cannot even be
    # turned into text safely.
    huge = isinstance(value, int | Fraction) and (
        max(abs(value.numerator), value.denominator) >= 10**longest
    )
    if huge or len(number := str(value)) > longest:
        long = Text("un número de más de {n} caracteres", "a number of more than {n} characters")
        return long.format(n=longest)
    return Text(number)
