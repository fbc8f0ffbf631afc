"""No wrong argument brings out a foreign error: every public function refuses it by its own.

Each function is called as its docstring calls it, with one argument replaced by something else.
"""

from __future__ import annotations

import contextlib
import doctest
import functools
import inspect
from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Any

import pytest

import imss_integrity
from imss_integrity.kernel import ImssIntegrityError

ROOMS = (
    "catalog", "codec", "columns", "competitiveness", "conflicts", "initiatives", "kernel",
    "organization", "pdca", "privacy", "rollup", "statistics",
)  # fmt: skip
WRONG: tuple[Any, ...] = (
    "x", b"x", 3, -1, 1.5, float("nan"), True, None, (), [1], [None], ["a"], {}, {"a": 1},
    {"1": None}, object(), dict,
)  # fmt: skip


def functions() -> Iterator[Any]:
    """Go through the public functions of every room."""
    for name in ROOMS:
        room = getattr(imss_integrity, name)
        for function in (getattr(room, public) for public in room.__all__):
            if isinstance(function, FunctionType):
                yield pytest.param(function, id=f"{name}.{function.__name__}")


def documented_call(function: Callable[..., Any]) -> inspect.BoundArguments:
    """Give the first call in the docstring of *function* that answers, or else is refused."""
    answered: list[inspect.BoundArguments] = []
    refused: list[inspect.BoundArguments] = []
    signature = inspect.signature(function)

    @functools.wraps(function)
    def noted(*args: Any, **named: Any) -> Any:
        call = signature.bind(*args, **named)
        try:
            answer = function(*args, **named)
        except ImssIntegrityError:
            refused.append(call)
            raise
        answered.append(call)
        return answer

    home = vars(inspect.getmodule(function))
    for example in doctest.DocTestFinder(recurse=False).find(function, globs=dict(home)):
        example.globs[function.__name__] = noted
        doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS).run(
            example, out=lambda _: None
        )
    return [*answered, *refused][0]


@pytest.mark.parametrize("function", [*functions()])
def test_a_wrong_argument_is_answered_or_refused_by_the_library(
    function: Callable[..., Any],
) -> None:
    """Whatever stands in the place of one argument."""
    call = documented_call(function)
    for name in call.arguments:
        for wrong in WRONG:
            changed = inspect.BoundArguments(
                call.signature, type(call.arguments)({**call.arguments, name: wrong})
            )
            with contextlib.suppress(ImssIntegrityError):  # anything else fails the test
                function(*changed.args, **changed.kwargs)
