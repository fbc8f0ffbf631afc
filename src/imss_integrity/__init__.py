"""Competitiveness and integrity of the units of the IMSS: exact, explained, honest.

SDK no oficial para el trabajo de la Unidad de Integridad y Transparencia del Instituto
Mexicano del Seguro Social. This face holds the names used every day; everything else is in
its room: `kernel`, `organization`, `privacy`, `statistics`, `competitiveness`, `pdca`,
`conflicts`, `initiatives`, `catalog`, `rollup`, `codec`, `columns`, `strategies`. Names load their
rooms on first use, so importing the package costs next to nothing.
"""

from __future__ import annotations

from ._lazy import lazily

# Type checkers know this name; importing it from `typing` would cost more than all the rest.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import (
        catalog,
        codec,
        columns,
        competitiveness,
        conflicts,
        initiatives,
        kernel,
        organization,
        pdca,
        privacy,
        rollup,
        statistics,
        strategies,
    )
    from .codec import Decoder, dumps, loads
    from .competitiveness import (
        Assessment,
        Framework,
        apply_gate,
        assessments,
        change,
        cheapest_route,
        consensus,
        score,
    )
    from .conflicts import Questionnaire, Response, Screening, prove, screen
    from .initiatives import Initiative, Programme
    from .kernel import ImssIntegrityError, PublishedFigure, Score, Text
    from .organization import Ooad, Unit
    from .pdca import Cycle, advance, verify
    from .rollup import Panorama, panorama
else:  # so that they refuse a name that is not there
    __getattr__, __dir__ = lazily(
        __name__,
        {
            "": (
                "catalog",
                "codec",
                "columns",
                "competitiveness",
                "conflicts",
                "initiatives",
                "kernel",
                "organization",
                "pdca",
                "privacy",
                "rollup",
                "statistics",
                "strategies",
            ),
            "codec": ("Decoder", "dumps", "loads"),
            "competitiveness": (
                "Assessment",
                "Framework",
                "apply_gate",
                "assessments",
                "change",
                "cheapest_route",
                "consensus",
                "score",
            ),
            "conflicts": ("Questionnaire", "Response", "Screening", "prove", "screen"),
            "initiatives": ("Initiative", "Programme"),
            "kernel": ("ImssIntegrityError", "PublishedFigure", "Score", "Text"),
            "organization": ("Ooad", "Unit"),
            "pdca": ("Cycle", "advance", "verify"),
            "rollup": ("Panorama", "panorama"),
        },
    )

__version__ = "0.1.0"

__all__ = [
    "Assessment",
    "Cycle",
    "Decoder",
    "Framework",
    "ImssIntegrityError",
    "Initiative",
    "Ooad",
    "Panorama",
    "Programme",
    "PublishedFigure",
    "Questionnaire",
    "Response",
    "Score",
    "Screening",
    "Text",
    "Unit",
    "__version__",
    "advance",
    "apply_gate",
    "assessments",
    "catalog",
    "change",
    "cheapest_route",
    "codec",
    "columns",
    "competitiveness",
    "conflicts",
    "consensus",
    "dumps",
    "initiatives",
    "kernel",
    "loads",
    "organization",
    "panorama",
    "pdca",
    "privacy",
    "prove",
    "rollup",
    "score",
    "screen",
    "statistics",
    "strategies",
    "verify",
]
