"""Write the JSON Schema of every type of document: one file each, as they are committed.

Run ``python docs/examples/write_schemas.py docs/reference/schemas``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from imss_integrity.codec import schema_of
from imss_integrity.codec.registry import SCHEMAS, document_types


def schema_texts() -> Mapping[str, str]:
    """Give the text of every file by its name."""
    return {
        name.removeprefix(SCHEMAS) + ".json": json.dumps(
            schema_of(cls), ensure_ascii=False, indent=1
        )
        + "\n"
        for name, cls in document_types().items()
    }


def main(folder: Path) -> None:
    """Write them into *folder*."""
    texts = schema_texts()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    print(f"{len(texts)} schemas in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
