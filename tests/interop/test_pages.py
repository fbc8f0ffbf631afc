"""The pages show the examples as they are: what needs a framework is run from there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLES = {
    "fastapi": ("fastapi_service", "sql_documents"),
    "litestar": ("litestar_service",),
    "spark-and-dask": ("tally_on_engines",),
}
_BLOCK = re.compile(r"^```py\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("page", EXAMPLES)
def test_each_block_stands_in_its_example(page: str, language: str) -> None:
    """To the letter."""
    sources = [(DOCS / "examples" / f"{name}.py").read_text("utf-8") for name in EXAMPLES[page]]
    blocks = _BLOCK.findall((DOCS / "how-to" / f"{page}.{language}.md").read_text("utf-8"))
    assert len(blocks) > 1
    for block in blocks:
        assert any(block in source for source in sources), block
