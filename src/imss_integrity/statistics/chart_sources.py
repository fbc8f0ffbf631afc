"""The publications that the control charts rest on.

Fuentes de las cartas de control.
"""

from __future__ import annotations

from ..kernel.provenance import Source
from ..kernel.text import Text

__all__ = ["LANEY", "MONTGOMERY", "NELSON", "PAGE"]

LANEY = Source(
    code="laney-2002",
    title=Text("Laney (2002), Improved control charts for attributes, Quality Engineering 14(4)"),
)
MONTGOMERY = Source(
    code="montgomery-spc", title=Text("Montgomery, Introduction to Statistical Quality Control")
)
NELSON = Source(
    code="nelson-1982",
    title=Text("Nelson (1982), Control charts for individual measurements, J. Quality Technology"),
)
PAGE = Source(
    code="page-1954", title=Text("Page (1954), Continuous inspection schemes, Biometrika 41")
)
