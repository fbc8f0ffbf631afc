"""Growth of one figure between two days, as far as its bounds tell.

Crecimiento. From "more than 400 thousand" to "more than 450 thousand" nothing has grown for
certain: the first may have been more than the second.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from ..kernel.errors import Fault, InconsistentError, MissingDataError, must, raise_any
from ..kernel.exact import shown_number
from ..kernel.fields import Each, ExactNumber, InstanceOf, OneOf, Optional
from ..kernel.figures import FigureRatio, PublishedFigure, ratio_of
from ..kernel.provenance import Source, Status, merged_sources, weakest
from ..kernel.report import Report, Table
from ..kernel.text import Language, Text
from ..kernel.values import Value
from .figure_bounds import bounds_of, check_order

__all__ = ["Growth", "growth_of"]

_END = Optional(ExactNumber())


@attrs.frozen(kw_only=True, weakref_slot=False)
class Growth(Report, Value):
    """How much one figure grew from one day to a later one.

    Crecimiento de una cifra.

    Attributes:
        earlier, later: The figure on both days.
        lowest, highest: The range of the true difference, both included, exact, in what is
            counted; negative: it fell. ``None``: without end on that side.
        ratio: The later by the earlier, with the direction that it still has; ``None``: the
            earlier was published as 0.
        status: ``DERIVED`` or the weaker status of the two.
        sources: Where both were published.

    Raises:
        InvalidValueError: If a field breaks its rule.
        InconsistentError: If *lowest* is above *highest*.
    """

    earlier: PublishedFigure = attrs.field(validator=InstanceOf(PublishedFigure))
    later: PublishedFigure = attrs.field(validator=InstanceOf(PublishedFigure))
    lowest: Fraction | None = attrs.field(validator=_END)
    highest: Fraction | None = attrs.field(validator=_END)
    ratio: FigureRatio | None = attrs.field(validator=Optional(InstanceOf(FigureRatio)))
    status: Status = attrs.field(validator=OneOf(Status))
    sources: tuple[Source, ...] = attrs.field(validator=Each(InstanceOf(Source)))

    def __attrs_post_init__(self) -> None:
        check_order(self.lowest, self.highest)

    def _verdict(self) -> Text:
        low, high = self.lowest, self.highest
        if low is not None and low == high:
            return Text("{n} exactamente", "{n} exactly").format(n=shown_number(low))
        if low is not None and low >= 0:
            return _AT_LEAST.format(n=shown_number(low)) if low else _NOT_FALLEN
        if high is not None and high <= 0:
            return _FELL.format(n=shown_number(-high)) if high else _NOT_RISEN
        return _OPEN

    def _table(self, language: Language) -> Table:
        title = Text("Crecimiento: {verdict}", "Growth: {verdict}").format(verdict=self._verdict())
        days = ((figure.on, figure) for figure in (self.earlier, self.later))
        lines = [f"{on}: {figure.sentence(language)}" for on, figure in days]
        if self.ratio is not None:
            words = _NO_RATIO if self.ratio.relation is None else _RATIO
            lines.append(words.format(share=self.ratio.sentence(language)).to(language))
        return Table(title=title.to(language), lines=tuple(lines))

    def _records(self) -> list[dict[str, object]]:
        return [
            {
                "earlier": self.earlier.code,
                "later": self.later.code,
                "from": self.earlier.on,
                "to": self.later.on,
                "lowest": self.lowest,
                "highest": self.highest,
                "status": self.status.value,
            }
        ]


_RATIO = Text("La segunda es {share} de la primera", "The second is {share} of the first")
_NO_RATIO = Text(
    "La razón de ambas no tiene dirección, por sus cotas",
    "The ratio of the two has no direction, by their bounds",
)
_AT_LEAST = Text("al menos {n}", "at least {n}")
_FELL = Text("bajó al menos {n}", "it fell by at least {n}")
_NOT_FALLEN = Text("no bajó", "it did not fall")
_NOT_RISEN = Text("no subió", "it did not rise")
_OPEN = Text(
    "sin dirección: las cotas no dicen si subió o bajó",
    "no direction: the bounds do not say whether it rose or fell",
)


def growth_of(earlier: PublishedFigure, later: PublishedFigure) -> Growth:
    """Say how much one figure grew between the days on which it was published.

    Crecimiento. Two figures of one thing: both must count the same, by the same words.

    Args:
        earlier: The figure on its first day.
        later: The same on a later day.

    Returns:
        The range of the true difference, exact: every pair of true numbers that fits both
        figures gives a difference inside it. A figure that is only "about" bounds nothing.

    Raises:
        InvalidValueError: If an argument is no `PublishedFigure`.
        MissingDataError: If one of them has no day.
        InconsistentError: If the days are not in order, or the two do not count the same.

    Source:
        Own; interval arithmetic.

    >>> from datetime import date
    >>> from imss_integrity.kernel import Relation
    >>> first = PublishedFigure(600, Relation.EXACTLY, code="c-2022", what=Text("cuestionarios"),
    ...     sources=(Source(code="nota", title=Text("Nota")),), status=Status.REPORTED,
    ...     on=date(2022, 12, 12))
    >>> later = attrs.evolve(first, value=880, relation=Relation.AT_LEAST, on=date(2023, 12, 12))
    >>> growth_of(first, later).lowest, growth_of(first, later).highest
    (Fraction(280, 1), None)
    >>> growth_of(later, first)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InconsistentError: 'later' must be of a later day than 'earlier'...
    """
    InstanceOf(PublishedFigure).check("earlier", earlier)
    InstanceOf(PublishedFigure).check("later", later)
    _check_pair(earlier, later)
    (low, high), (least, most) = bounds_of(earlier), bounds_of(later)
    return Growth(
        earlier=earlier,
        later=later,
        lowest=None if high is None else least - high,
        highest=None if most is None else most - low,
        ratio=ratio_of(later, earlier) if earlier.value else None,
        status=weakest((earlier.status, later.status, Status.DERIVED)),
        sources=merged_sources(earlier.sources, later.sources),
    )


def _check_pair(earlier: PublishedFigure, later: PublishedFigure) -> None:
    dated = Text("tener un día", "have a day")
    raise_any(
        (
            must(f"{name}.on", "missing", dated, None)
            for name, figure in (("earlier", earlier), ("later", later))
            if figure.on is None
        ),
        MissingDataError,
    )
    faults: list[Fault] = []
    if earlier.on is not None and later.on is not None and later.on <= earlier.on:
        order = Text(
            "'later' debe ser de un día posterior a 'earlier'",
            "'later' must be of a later day than 'earlier'",
        )
        faults.append(Fault("later.on", "order", order))
    if earlier.what != later.what:
        same = Text(
            "'later' debe contar lo mismo que 'earlier'", "'later' must count the same as 'earlier'"
        )
        faults.append(Fault("later.what", "what", same))
    raise_any(faults, InconsistentError)
