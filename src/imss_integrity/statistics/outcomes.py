"""Reading what units report: successes out of trials, with the codes of the units.

Éxitos y ensayos. Whatever is wrong is reported at once: first what is no count, then what
does not fit together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar, cast

from ..kernel.arguments import repeated_codes
from ..kernel.errors import (
    Fault,
    ImssIntegrityError,
    InconsistentError,
    InvalidValueError,
    must,
    raise_any,
)
from ..kernel.fields import CODE
from ..kernel.text import Text
from .floats import read_counts
from .reading import read_series, whole_count

__all__ = ["check_same_length", "read_both", "read_codes", "read_outcome", "read_outcomes"]

First = TypeVar("First")
Second = TypeVar("Second")


def read_outcome(successes: object, trials: object) -> tuple[int, int]:
    """Read the successes and the trials of one unit; at least one trial.

    Raises:
        InvalidValueError: If one of them is no whole count, or there is no trial.
        InconsistentError: If there are more successes than trials.

    >>> read_outcome(17, 40)
    (17, 40)
    >>> read_outcome(13, 12)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'successes' must not exceed its trials (12):...
    """
    x, n = read_both(lambda: whole_count(successes, "successes"), lambda: _trial_count(trials))
    raise_any(_excess("successes", x, n), InconsistentError)
    return x, n


def read_outcomes(
    successes: object, trials: object, *, least: int = 1, most: int | None = None
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Read the successes and the trials of *least* to *most* units, each with a trial or more.

    Raises:
        InvalidValueError: If one of them is no list of whole counts, a unit has no trial, or
            there are too few or too many units.
        InconsistentError: If the lists differ in length, or a unit has more successes than
            trials.
    """
    xs, ns = read_both(
        lambda: read_counts(successes, path="successes"),
        lambda: read_counts(trials, path="trials", low=1),
    )
    check_same_length("trials", len(ns), "successes", len(xs))
    if len(xs) < least or (most is not None and len(xs) > most):
        rule = Text("tener {n} unidades o más", "have {n} units or more")
        if most is not None:
            rule = Text("tener {n} unidades", "have {n} units")
        code = "few" if len(xs) < least else "many"
        raise InvalidValueError(must("successes", code, rule.format(n=least), len(xs)))
    pairs = enumerate(zip(xs, ns, strict=True))
    excesses = (fault for i, (x, n) in pairs for fault in _excess(f"successes[{i}]", x, n))
    raise_any(excesses, InconsistentError)
    return xs, ns


def read_codes(codes: object, units: int) -> tuple[str, ...]:
    """Read one code for each of *units*, none twice; ``None`` numbers the units from 1."""
    if codes is None:
        return tuple(map(str, range(1, units + 1)))
    read = read_series(codes, path="codes", read=_code)
    check_same_length("codes", len(read), "successes", units)
    raise_any(repeated_codes("codes", read), InconsistentError)
    return read


def read_both(first: Callable[[], First], second: Callable[[], Second]) -> tuple[First, Second]:
    """Read two arguments; where both are bad, raise one error that names all faults of both."""
    try:
        one = first()
    except ImssIntegrityError as error:
        try:
            second()
        except ImssIntegrityError as other:
            raise InvalidValueError(*error.faults, *other.faults) from None
        raise
    return one, second()


def check_same_length(path: str, length: int, other: str, wanted: int) -> None:
    """Refuse a list of another length than that of the list *other*."""
    if length != wanted:
        rule = Text("tener tantos elementos como '{o}' ({n})", "be as many as '{o}' ({n})")
        raise InconsistentError(must(path, "length", rule.format(o=other, n=wanted), length))


def _trial_count(value: object) -> int:
    count = whole_count(value, "trials")
    if not count:
        rule = Text("ser al menos 1", "be at least 1")
        raise InvalidValueError(must("trials", "range", rule, value))
    return count


def _excess(path: str, successes: int, trials: int) -> Iterator[Fault]:
    if successes > trials:
        rule = Text("no exceder sus ensayos ({n})", "not exceed its trials ({n})")
        yield must(path, "range", rule.format(n=trials), successes)


def _code(value: object, path: str) -> str:
    CODE.check(path, value)
    return cast("str", value)
