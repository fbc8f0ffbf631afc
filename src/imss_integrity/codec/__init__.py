"""What comes in from other systems and what goes out to them, checked at the edge.

Códec. An import reports what it could not read; it never guesses and never stops half-way.
"""

from __future__ import annotations

from .pdn import import_declaration
from .pdn_results import DeclarationKind, PdnFlag, PdnImport

__all__ = ["DeclarationKind", "PdnFlag", "PdnImport", "import_declaration"]
