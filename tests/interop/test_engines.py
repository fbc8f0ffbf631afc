"""Dask and Spark give the tally of one process, byte by byte; skipped where they cannot run."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from imss_integrity.codec import loads

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "tally_on_engines.py"
UNITS = 301  # not divisible by the number of parts


def printed(engine: str) -> list[bytes]:
    """Run the example by one engine: the tally from documents, and that from columns."""
    command = [sys.executable, str(EXAMPLE), engine, "--units", str(UNITS)]
    done = subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - our example
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def expected() -> bytes:
    """Give the document of the tally by one process, the same from objects and from columns."""
    from_objects, from_columns = printed("one")
    assert from_objects == from_columns
    return from_objects


def test_the_tally_is_of_all_units(expected: bytes) -> None:
    """All of them are counted, of several kinds and stages."""
    tally = loads(expected)
    assert tally.units == tally.scored == UNITS
    assert len(tally.kinds) == 3
    assert len(tally.stages) > 1


@pytest.mark.parametrize("scheduler", ["threads", "processes"])
def test_dask(scheduler: str, expected: bytes) -> None:
    """A folded bag of documents, and delayed blocks of columns."""
    pytest.importorskip("dask.bag", reason="dask is not installed")
    assert [expected, expected] == printed(scheduler)


def test_spark(expected: bytes) -> None:
    """A tree of documents, and frames of columns."""
    if find_spec("pyspark") is None or shutil.which("java") is None:
        pytest.skip("pyspark is not installed, or there is no Java for it")
    pytest.importorskip("pandas", reason="mapInPandas needs pandas")
    pytest.importorskip("pyarrow", reason="mapInPandas needs pyarrow")
    assert [expected, expected] == printed("spark")
