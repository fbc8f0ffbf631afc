"""The two readings of how far a programme is met, which are never mixed.

Lecturas del cumplimiento. "A little over 96 %" of 62 lines can be 60 lines met, or any mix of
partial progress: a figure of compliance says nothing until its reading is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from fractions import Fraction

from ..kernel.exact import exact_sum
from ..kernel.text import Text
from .lines import ActionLine

__all__ = ["ComplianceReading", "weighted_share"]


class ComplianceReading(StrEnum):
    """What counts as compliance (lectura del cumplimiento). Own, not official.

    Attributes:
        LINES_MET: All or nothing: a line counts when its target is reached.
        MEAN_PROGRESS: A line counts as far as its target is reached.
    """

    LINES_MET = "lineas_cumplidas"
    MEAN_PROGRESS = "avance_medio"

    @property
    def label(self) -> Text:
        """The name for people, in both languages."""
        return _LABELS[self]

    def counted(self, share: Fraction) -> Fraction:
        """Give what counts of a line of whose target that *share* is reached, 0 to 1."""
        return Fraction(share == 1) if self is ComplianceReading.LINES_MET else share


_LABELS = {
    ComplianceReading.LINES_MET: Text("líneas cumplidas", "lines met"),
    ComplianceReading.MEAN_PROGRESS: Text("avance medio", "mean progress"),
}


def weighted_share(
    lines: Sequence[ActionLine], shares: Iterable[Fraction], reading: ComplianceReading
) -> Fraction:
    """Give the weighted mean of what counts of *lines*, of whose targets *shares* are reached."""
    counted = (
        line.weight * reading.counted(share) for line, share in zip(lines, shares, strict=True)
    )
    return exact_sum(counted) / exact_sum(line.weight for line in lines)
