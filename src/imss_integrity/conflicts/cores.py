"""The smallest reason why something is impossible.

Núcleo mínimo (QuickXplain).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

__all__ = ["minimal_core"]

Member = TypeVar("Member")


def minimal_core(
    members: Sequence[Member], is_possible: Callable[[frozenset[Member]], bool]
) -> tuple[Member, ...]:
    """Give some of *members* that together are impossible, though without any one they are not.

    Args:
        members: Together they are impossible.
        is_possible: Says whether some of them are possible; fewer are never less possible.

    Returns:
        The members in their order; none, where nothing at all is already impossible.

    Source:
        U. Junker, QuickXplain (AAAI 2004).

    >>> minimal_core("abcdef", lambda kept: not {"b", "e"} <= kept)
    ('b', 'e')
    >>> minimal_core("abc", lambda kept: False)
    ()
    """

    def within(
        background: tuple[Member, ...], more: Sequence[Member], *, grown: bool
    ) -> tuple[Member, ...]:
        if grown and not is_possible(frozenset(background)):
            return ()
        if len(more) == 1:
            return tuple(more)
        first, second = more[: len(more) // 2], more[len(more) // 2 :]
        late = within((*background, *first), second, grown=True)
        early = within((*background, *late), first, grown=bool(late))
        return (*early, *late)

    return within((), members, grown=True) if members else ()
