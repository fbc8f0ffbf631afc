"""How much a JSON document may hold.

Límites de un documento. Apart from what reads and digests JSON: many look at these alone.
"""

from __future__ import annotations

__all__ = ["MAX_DEPTH", "MAX_LENGTH"]

MAX_DEPTH = 64
"""Levels, the document itself the first."""
MAX_LENGTH = 2 * 1024 * 1024
"""Characters of its text, or bytes."""
