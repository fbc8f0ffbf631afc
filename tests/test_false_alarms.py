"""The script of false alarms: the same bytes for the same seed, and figures that make sense."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "docs" / "examples" / "false_alarms.py"
ROW = re.compile(r"^ +(\w+) +(\d+) +([\d.]+) % +([\d.]+) % +([\d.]+) %$", re.MULTILINE)


def printed(*arguments: str) -> str:
    """Run the script in a process of its own."""
    command = [sys.executable, str(SCRIPT), *arguments]
    done = subprocess.run(  # noqa: S603 - our own example
        command, check=True, capture_output=True, text=True, encoding="utf-8"
    )
    return done.stdout


@pytest.mark.parametrize("flags", [(), ("--en",)])
def test_false_alarms_are_the_same_for_the_same_seed(flags: tuple[str, ...]) -> None:
    """And others for another."""
    few = ("--series", "10", *flags)

    assert printed(*few, "--seed", "1") == printed(*few, "--seed", "1")
    assert ROW.findall(printed(*few, "--seed", "1")) != ROW.findall(printed(*few, "--seed", "2"))


def test_shifts_are_found_more_often_than_they_are_made_up() -> None:
    """For every set, both kinds of limits and every length; more points help to find them."""
    text = printed("--series", "120")
    rows = [(name, int(n), *map(float, shares)) for name, n, *shares in ROW.findall(text)]

    assert "Porcentaje de 120 series" in text
    assert len(rows) == 2 * 5 * 3
    for _, _, stable, one, two in rows:
        assert stable < one < two
    for short, long in zip(rows[::3], rows[2::3], strict=True):
        assert short[-1] <= long[-1]
