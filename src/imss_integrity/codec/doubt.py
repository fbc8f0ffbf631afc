"""The doubt of a quick way, which sends a document the slow one.

Duda.
"""

from __future__ import annotations

__all__ = ["Unsure"]


class Unsure(Exception):  # noqa: N818 - it is no error: it sends a document the slow way
    """The quick way cannot vouch for a document; the strict way decides."""
