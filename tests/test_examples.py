"""The example prints the same bytes on every run, in both languages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"


@pytest.mark.parametrize(("language", "flags"), [("es", []), ("en", ["--en"])])
def test_the_panorama_is_byte_identical(language: str, flags: list[str]) -> None:
    """Hash seed, locale, time zone and optimisation change nothing."""
    expected = (EXAMPLES / f"panorama.{language}.txt").read_bytes()
    for seed, python_flags in (("0", []), ("12345", ["-O"])):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": "Asia/Kolkata",
            "LC_ALL": "C",
            "PYTHONIOENCODING": "utf-8",
        }
        command = [sys.executable, *python_flags, str(EXAMPLES / "panorama.py"), *flags]
        printed = subprocess.run(  # noqa: S603 - our own example
            command, check=True, capture_output=True, env=environment
        )
        assert expected == printed.stdout


def test_the_panorama_shows_what_is_published_and_what_is_not() -> None:
    """The published numbers are there, with bounds as bounds and no forbidden rate."""
    text = (EXAMPLES / "panorama.es.txt").read_text(encoding="utf-8")
    for expected in (
        "880 unidades en el modelo de competitividad del Instituto en 2023 [heraldo-2023]",
        "[heraldo-2023] (reportado, no oficial; 2023-07-17)",
        "OOAD que participan: 60 % (derivado)",
        "al menos 400 000 personas alcanzadas",
        "al menos 600 cuestionarios",
        "60 de 62 = 96.77 %",
        "(inferida), avance medio",
        "2637 personas registradas en la selección de titulares de OOAD de 2019",
        "[financiero-2019] (reportado, no oficial; sin fecha)",
        "(PIABP)",
        "INVENTADA",
    ):
        assert expected in text
    reach = text[text.index("5 Acciones") : text.index("Prevención")]
    assert "%" not in reach
