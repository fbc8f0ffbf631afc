"""Answers read quickly: one table for each place of a frame, looked up one behind the other.

Plan de respuestas. Made once for a questionnaire. Each question has its place in a tuple, so
nothing is searched for; a page on which every question is answered is read by straight code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, cast

from ..conflicts.answers import Absence
from ..conflicts.layout import Frame, Layout, Place
from .answer_tables import Plain, absence_of, table_of
from .doubt import Unsure
from .straight import Lines

__all__ = ["quick_answers"]

Values = tuple[object, ...]
Take = Callable[[Any], Values]


def quick_answers(layout: Layout) -> Take:
    """Give what reads the answers to a questionnaire of that *layout*, or raises."""
    rows = {position: _frame_taker(frame, {}) for position, frame in layout.rows.items()}
    top = _frame_taker(layout.top, rows)
    orders = tuple(_orders(layout))
    if not orders:
        return top

    def ordered(given: Any) -> Values:  # noqa: ANN401
        values = top(given)
        for order in orders:
            order(values)
        return values

    return ordered


class _Rows:
    """The table of a group that repeats."""

    __slots__ = ("most", "row")

    def __init__(self, most: int, row: Take) -> None:
        self.most = most
        self.row = row

    def __getitem__(self, given: Any) -> Values:  # noqa: ANN401
        if given is None:
            return ()
        if given.__class__ is not list or len(given) > self.most:
            raise Unsure
        return tuple([self.row(one) for one in given])


def _frame_taker(frame: Frame, rows: Mapping[int, Take]) -> Take:
    keys: list[str | None] = []
    tables: list[Any] = []
    for place in frame.places:
        question = place.question
        # No key of a document is None: a group that does not repeat has nothing of its own.
        is_asked = place.position in rows or not question.is_group
        keys.append(question.code if is_asked else None)
        if place.position in rows:
            tables.append(_Rows(question.max_answers, rows[place.position]))
        else:
            tables.append(table_of(question) if is_asked else {None: None})
    codes = frozenset(keys) - {None}

    def part(given: Any) -> Values:  # noqa: ANN401
        if not given.keys() <= codes:
            raise Unsure
        pairs = zip(tables, keys, strict=True)
        return tuple([_item(table, given.get(key)) for table, key in pairs])

    return _page_function(keys, tables, part)


def _page_function(keys: Sequence[str | None], tables: Sequence[Any], part: Take) -> Take:
    """Make what reads a page on which every question is answered; *part* reads any other.

    An object, which states an absence, is in no dictionary: such a page is left to *part* too.
    """
    lines, values = Lines(), list[str]()
    count, other = sum(key is not None for key in keys), lines.name(part)
    lines.refuse_if("d.__class__ is not dict")
    lines.put(f"if len(d) != {count}: return {other}(d)")
    lines.put("try:")
    for number, (key, table) in enumerate(zip(keys, tables, strict=True)):
        if key is None:
            values.append("None")
            continue
        given, held = f"d[{lines.name(key)}]", lines.name(table)
        if isinstance(table, Plain):
            lines.put(f"a{number} = {given}", 1)
            lines.put(f"if {table.check(f'a{number}')}: a{number} = {held}[a{number}]", 1)
            values.append(f"a{number}")
        else:
            values.append(f"{held}[{given}]")
    lines.put(f"return ({', '.join(values)}, )", 1)
    lines.put(f"except {lines.name(TypeError)}: return {other}(d)")
    made: Take = lines.make("d")
    return made


def _item(table: Any, given: Any) -> Absence | object:  # noqa: ANN401
    # Nobody states the absence of a whole group: instances are a list.
    is_absence = given.__class__ is dict and table.__class__ is not _Rows
    return absence_of(given) if is_absence else table[given]


def _orders(layout: Layout) -> Iterator[Callable[[Values], None]]:
    """Go through the checks that a day does not precede another."""
    for place in layout.places.values():
        if place.question.not_before is not None:
            yield _order(place, layout.places[place.question.not_before])


def _order(place: Place, other: Place) -> Callable[[Values], None]:
    def check(values: Values) -> None:
        rows = (values,) if place.frame is None else cast("tuple[Values, ...]", values[place.frame])
        for row in rows:
            day = row[place.position]
            before = (values if other.frame is None else row)[other.position]
            if type(day) is date and type(before) is date and day < before:
                raise Unsure

    return check
