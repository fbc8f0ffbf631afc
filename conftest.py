"""Run every Python block of the README and of the pages in docs/."""

from __future__ import annotations

from doctest import ELLIPSIS

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS)],
    patterns=["README.md", "docs/**/*.md"],
).pytest()

# Examples of what needs a framework: tests/interop runs them where it is installed. Benchmarks
# hold no tests, and need their rivals.
collect_ignore = [
    "tests/bench",
    *(
        f"docs/examples/{name}.py"
        for name in ("fastapi_service", "litestar_service", "sql_documents", "tally_on_engines")
    ),
]
