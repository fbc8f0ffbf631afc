"""Write the JSON Schema of every type of document: one file each, as they are committed.

Responses to the catalogue's questionnaire and assessments by its framework have theirs as well.

Run ``python docs/examples/write_schemas.py docs/reference/schemas``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE, REFERENCE_FRAMEWORK
from imss_integrity.codec import schema_of
from imss_integrity.codec.registry import SCHEMAS, document_types
from imss_integrity.competitiveness import Assessment
from imss_integrity.conflicts import Response

DEFINED = ((Response, CONFLICT_QUESTIONNAIRE), (Assessment, REFERENCE_FRAMEWORK))


def schema_texts() -> Mapping[str, str]:
    """Give the text of every file by its name."""
    schemas = {name.removeprefix(SCHEMAS): schema_of(cls) for name, cls in document_types().items()}
    for cls, definition in DEFINED:
        schema = schema_of(cls, definition=definition)
        schemas[f"{cls.__name__.lower()}.{definition.code}"] = schema
    return {
        f"{name}.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in schemas.items()
    }


def main(folder: Path) -> None:
    """Write them into *folder*."""
    texts = schema_texts()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    print(f"{len(texts)} schemas in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
