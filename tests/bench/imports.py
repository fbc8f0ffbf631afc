"""What importing the package costs, beside importing attrs and cattrs.

Each import runs in a fresh interpreter; the cost of an empty one is taken away from both
sides; the ratio is that of the best of several tries. The limit is 0.1.
"""

from __future__ import annotations

import subprocess
import sys
import time

TRIES = 15
LIMIT = 0.1


def seconds(statement: str) -> float:
    """Time one fresh interpreter that runs *statement*."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-I", "-c", statement], check=True)  # noqa: S603 - own text
    return time.perf_counter() - start


def main() -> int:
    """Print the ratio; fail above the limit."""
    statements = ("pass", "import imss_integrity", "import attrs, cattrs")
    # The three take turns, so that a drift of the machine's speed hits all alike.
    runs = [tuple(seconds(statement) for statement in statements) for _ in range(TRIES)]
    empty, ours, theirs = (min(column) for column in zip(*runs, strict=True))
    ratio = max(0.0, ours - empty) / (theirs - empty)
    print(
        f"import imss_integrity: {1000 * (ours - empty):.1f} ms over an empty interpreter;"
        f" import attrs, cattrs: {1000 * (theirs - empty):.1f} ms; ratio {ratio:.3f}"
        f" (limit {LIMIT})"
    )
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
