"""Write the golden documents of the samples that have none yet; those there never change.

Run ``python tests/golden/write.py`` after adding a sample, or a version of one.
"""

from __future__ import annotations

from pathlib import Path

from samples import SAMPLES

from imss_integrity.codec import dumps
from imss_integrity.codec.registry import name_of
from imss_integrity.codec.versions import version_of


def main(folder: Path) -> None:
    """Write each into *folder*, in the version that its type has today."""
    for name, sample in SAMPLES.items():
        path = folder / f"{name}-v{version_of(name_of(type(sample)))}.json"
        if not path.exists():
            path.write_bytes(dumps(sample) + b"\n")


if __name__ == "__main__":
    main(Path(__file__).parent)
