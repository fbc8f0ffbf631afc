"""A project downstream, apart from ours, tests with ``st.from_type`` and imports no strategies.

It needs the library to be installed, because Hypothesis finds the hook in its metadata.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

import pytest

DOWNSTREAM = Path(__file__).parent / "downstream"
HOOK = "imss_integrity.strategies.registering:register"


def run(project: Path, *command: str) -> str:
    """Run a module in the project, in an interpreter of its own; give what it prints."""
    done = subprocess.run(  # noqa: S603 - our own interpreter, our own project
        [sys.executable, "-m", *command],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Copy the project to where none of our settings reach it."""
    return Path(shutil.copytree(DOWNSTREAM, tmp_path / "downstream"))


def test_the_project_tests_with_our_classes(project: Path) -> None:
    """Every public class, and laws of its own."""
    if HOOK not in {one.value for one in entry_points(group="hypothesis")}:
        pytest.skip("the metadata knows no hook: install the library again (pip install -e .)")

    assert "passed" in run(project, "pytest", "-q")


def test_the_project_is_typed(project: Path) -> None:
    """Strictly, with the types that the library ships."""
    if find_spec("mypy") is None:
        pytest.skip("mypy is not installed")

    assert "Success" in run(project, "mypy")
