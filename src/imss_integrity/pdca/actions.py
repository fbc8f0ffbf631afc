"""Actions of a plan: commitments that may have to wait for each other, but never in a ring.

Acciones del plan. The order in which actions wait for each other is checked here; how long
the whole takes is worked out by `critical_path`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

import attrs

from ..kernel.arguments import alike_codes, members_of, repeated_codes
from ..kernel.commitment import Commitment
from ..kernel.errors import Fault, InconsistentError, must, raise_any
from ..kernel.fields import CODE, Each, WholeNumber
from ..kernel.text import Text

__all__ = ["Action", "action_faults", "check_actions"]

_MOST_NAMED = 8


@attrs.frozen(kw_only=True, weakref_slot=False)
class Action(Commitment):
    """What a role will do in a cycle by a day, after what, and for how long.

    Acción. Beside its own attributes it has those of a `Commitment`: code, what, owner, due,
    progress, evidence.

    Attributes:
        after: Codes of the actions that must end before it starts, none twice; empty: it waits
            for none.
        days: How long it is planned to take, in business days, 1 to 1000, both included.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If *after* repeats a code.

    Source:
        Own.

    >>> from datetime import date
    >>> survey = Action(code="A2", what=Text("Aplicar encuesta"), owner="calidad",
    ...     due=date(2026, 3, 31), after=("A1",), days=5)
    >>> survey.is_overdue(on=date(2026, 4, 1))
    True
    >>> attrs.evolve(survey, days=0)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'days' must be a whole number from 1 to 1000...
    """

    after: tuple[str, ...] = attrs.field(default=(), validator=Each(CODE))
    days: int = attrs.field(validator=WholeNumber(1, 1000))

    def __attrs_post_init__(self) -> None:
        if len(self.after) > 1:  # nearly always an action waits for one at most
            raise_any(repeated_codes("after", self.after), InconsistentError)


def check_actions(actions: Iterable[Action]) -> None:
    """Refuse actions that do not make a plan, naming everything that is wrong at once.

    Acciones de un plan. An action that is due before one it waits for is no fault here:
    `critical_path` tells.

    Args:
        actions: The actions of one plan, in any order; there may be none.

    Raises:
        InvalidValueError: If a member is no `Action`.
        InconsistentError: If a code appears twice or two differ by case alone (``duplicate``);
            an action waits for one that is not there (``unknown``); actions wait for each
            other, or one for itself (``ring``). Every action that lies in a ring is named (of a
            ring past 8 actions, the first 8); a ring is a shortest one through its first action.

    Source:
        Own.

    >>> from datetime import date
    >>> first = Action(code="A1", what=Text("Convocar"), owner="calidad",
    ...     due=date(2026, 3, 31), days=2)
    >>> second = attrs.evolve(first, code="A2", after=("A1",))
    >>> check_actions([second, first])
    >>> check_actions([second, attrs.evolve(first, after=("A2",))])
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: actions must not wait for each other in a ri...
    """
    raise_any(action_faults(members_of("actions", actions, Action)), InconsistentError)


def action_faults(actions: Sequence[Action]) -> Iterator[Fault]:
    """Go through what `check_actions` refuses in actions that are known to be such."""
    yield from alike_codes("actions", (action.code for action in actions))
    if _stand_in_order(actions):
        return
    awaited: dict[str, set[str]] = {}
    for action in actions:  # those that share a code by mistake are taken together
        awaited.setdefault(action.code, set()).update(action.after)
    rule = Text("nombrar acciones del plan", "name actions of the plan")
    for action in actions:
        for code in action.after:
            if code not in awaited:
                yield must(f"actions[{action.code}].after", "unknown", rule, code)
    yield from _ring_faults({code: sorted(codes) for code, codes in awaited.items()})


def _stand_in_order(actions: Sequence[Action]) -> bool:
    """Say whether each waits only for actions before it, as most plans have it: in no ring."""
    before: set[str] = set()
    for action in actions:
        if action.after and not before.issuperset(action.after):
            return False
        before.add(action.code)
    return True


def _ring_faults(awaited: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    try:
        TopologicalSorter(awaited).prepare()
    except CycleError:
        pass  # its ring depends on the order of the actions, and it is only one
    else:
        return
    text = Text(
        "las acciones no deben esperarse en círculo: {ring}",
        "actions must not wait for each other in a ring: {ring}",
    )
    named: set[str] = set()
    for code in sorted(awaited):
        if code not in named and (ring := _ring_through(code, awaited)):
            named.update(ring)
            more = ["..."] if len(ring) > _MOST_NAMED else [code]
            shown = " -> ".join([*ring[:_MOST_NAMED], *more])
            yield Fault(f"actions[{code}].after", "ring", text.format(ring=shown))


def _ring_through(start: str, awaited: Mapping[str, Sequence[str]]) -> list[str]:
    """Give the codes of a shortest ring, each waiting for the next; none: *start* is in none."""
    found_from: dict[str, str] = {}
    pending = deque([start])
    while pending and start not in found_from:
        here = pending.popleft()
        for code in awaited.get(here, ()):
            if code not in found_from:
                found_from[code] = here
                pending.append(code)
    if start not in found_from:
        return []
    ring = [found_from[start]]
    while ring[-1] != start:
        ring.append(found_from[ring[-1]])
    return ring[::-1]
