"""Cells as data frames hand them over, without needing a data frame library."""

from __future__ import annotations

from datetime import date, datetime

from imss_integrity.kernel.rows import read_rows


class Timestamp(datetime):
    """Like the time stamps of data frames: its smallest value is not at midnight."""

    min = datetime(1677, 9, 21, 0, 12, 43)  # noqa: DTZ001 - as a data frame gives it


def test_a_time_stamp_at_midnight_is_a_day() -> None:
    """What counts is midnight itself, not the smallest time of the class."""
    rows = [{"day": Timestamp(2026, 3, 1)}]
    assert (date(2026, 3, 1),) == read_rows(
        rows, lambda row: row.required("day", row.day), fields=["day"]
    )
