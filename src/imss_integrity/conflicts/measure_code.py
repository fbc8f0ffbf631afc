"""How an instance is measured: one straight-line function, made once for each rule.

Código de las medidas. Each measure is fixed by the rule, or read from its follow-up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from ..kernel.codegen import make_function
from .answers import Absence

__all__ = ["Reading", "Way", "measuring_function"]

Way = Mapping[object, object] | Callable[[Any, Any], object]
"""How an answer becomes a measure: by a table, or by the clock."""

_NIL = frozenset({type(None), Absence})


class Reading(NamedTuple):
    """How a follow-up states a measure."""

    measure: int
    position: int
    unsettled: frozenset[object]
    way: Way


def measuring_function(
    make: Callable[[tuple[Any, ...]], Any], fixed: Sequence[object], readings: Iterable[Reading]
) -> Callable[..., Any]:
    """Make a function of the answers of an instance, the bits of its places, and the clock.

    Args:
        make: Makes what it gives of one value for each measure.
        fixed: The measures where no follow-up states them.
        readings: The measures that follow-ups state; an absence that is unsettled leaves
            one open (``None``).
    """
    space: dict[str, object] = {"nil": _NIL, "make": make}
    space |= {f"fixed{n}": value for n, value in enumerate(fixed)}
    lines = [f"x{n} = fixed{n}" for n in range(len(fixed))]
    for n, position, unsettled, way in readings:
        read = f"way{n}[y]" if isinstance(way, Mapping) else f"way{n}(c, y)"
        lines += [
            f"if m >> {position} & 1:",
            f" y = r[{position}]",
            f" if y.__class__ not in nil: x{n} = {read}",
            f" elif y in open{n}: x{n} = None",
        ]
        space |= {f"way{n}": way, f"open{n}": unsettled}
    lines.append(f"return make(({''.join(f'x{n}, ' for n in range(len(fixed)))}))")
    return make_function("r, m, c", lines, space)
