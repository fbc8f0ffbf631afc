"""Which subcriteria of two frameworks stand for the same thing.

Equivalencias entre marcos.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from ..kernel.arguments import check_series
from ..kernel.errors import InconsistentError, must, raise_any
from ..kernel.text import Text

__all__ = ["Crosswalk", "later_codes", "matched_codes"]

Crosswalk = Mapping[str, str | Sequence[str]]
"""Earlier code -> the later code, or the later codes, that took its place; none: it left."""

_Group = tuple[tuple[str, ...], tuple[str, ...]]


def later_codes(later: str | Sequence[str]) -> tuple[str, ...]:
    """Give the later codes of one earlier code, of which a single one may stand alone."""
    if isinstance(later, str):
        return (later,)
    check_series("crosswalk", later, "str")
    return tuple(later)


def matched_codes(
    old: Collection[str], new: Collection[str], crosswalk: Crosswalk
) -> tuple[_Group, ...]:
    """Group earlier and later codes that stand for the same, in the order of the later ones.

    Codes that the crosswalk ties, directly or through others, form one group; a code on both
    sides that the crosswalk does not mention is tied to itself; any other stands alone.

    Raises:
        InconsistentError: Naming every code of the crosswalk that is not there.
    """
    links = {earlier: later_codes(later) for earlier, later in crosswalk.items()}
    rule = Text("nombrar un subcriterio presente", "name a subcriterion that is there")
    strangers = [code for code in links if code not in old]
    strangers += [code for later in links.values() for code in later if code not in new]
    raise_any((must("crosswalk", "foreign", rule, code) for code in strangers), InconsistentError)
    linked_later = {code for later in links.values() for code in later}
    for code in old:
        if code in new and code not in links and code not in linked_later:
            links[code] = (code,)
    groups = _joined({earlier: later for earlier, later in links.items() if later})
    grouped = {code for codes, _ in groups for code in codes}
    reached = {code for _, codes in groups for code in codes}
    entered: list[_Group] = [((), (code,)) for code in new if code not in reached]
    left: list[_Group] = [((code,), ()) for code in old if code not in grouped]
    place = {code: number for number, code in enumerate(new)}
    present = sorted([*groups, *entered], key=lambda group: place[group[1][0]])
    return (*present, *left)


def _joined(links: Mapping[str, tuple[str, ...]]) -> list[_Group]:
    """Join links that share a later code into one group (connected components)."""
    groups: list[tuple[list[str], list[str]]] = []
    for earlier, later in links.items():
        tied = [group for group in groups if not set(later).isdisjoint(group[1])]
        olds = [code for group in tied for code in group[0]]
        news = [code for group in tied for code in group[1]]
        groups = [group for group in groups if group not in tied]
        groups.append(([*olds, earlier], [*dict.fromkeys([*news, *later])]))
    return [(tuple(olds), tuple(news)) for olds, news in groups]
