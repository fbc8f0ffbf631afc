"""The samples of which the golden documents of `catalog` were made; they never change."""

from __future__ import annotations

from datetime import date

from imss_integrity.catalog.awards import AwardYear
from imss_integrity.kernel.provenance import Source, Status
from imss_integrity.kernel.text import Text

__all__ = ["SAMPLES"]

SAMPLES: dict[str, object] = {
    "award-year": AwardYear(
        year=2152,
        counts=(
            (
                Text(
                    es="ttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bHttkg\xe1Ac\xe1bH",
                    en=None,
                ),
                657,
            ),
        ),
        note=Text(es="\xb5\u010d", en="anhoej-2014"),
        sources=(
            Source(code="Bi7NvtJ", title=Text(es="<b>", en=None), issued=date(2086, 10, 16)),
            Source(code="efTWXk0oya", title=Text(es="if", en="'\"&"), issued=date(1913, 12, 12)),
            Source(
                code="r7P53N",
                title=Text(es="YM\xed", en="BblANb\xc1\xf3V"),
                issued=date(1985, 1, 7),
            ),
        ),
        status=Status.REPORTED,
    ),
}
