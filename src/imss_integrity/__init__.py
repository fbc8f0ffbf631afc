"""Competitiveness and integrity of the units of the IMSS: exact, explained, honest.

SDK no oficial para el trabajo de la Unidad de Integridad y Transparencia del Instituto
Mexicano del Seguro Social. This face holds the names used every day; everything else is in
its room: `kernel`, `organization`, `privacy`, `statistics`, `competitiveness`, `pdca`,
`conflicts`, `initiatives`, `catalog`, `rollup`, `codec`, `columns`, `strategies`. Names load their
rooms on first use, so importing the package costs next to nothing.
"""

from __future__ import annotations

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

_ROOMS = frozenset(
    {
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
    }
)
_HOMES = {
    "Assessment": "competitiveness",
    "Cycle": "pdca",
    "Decoder": "codec",
    "Framework": "competitiveness",
    "ImssIntegrityError": "kernel",
    "Initiative": "initiatives",
    "Ooad": "organization",
    "Panorama": "rollup",
    "Programme": "initiatives",
    "PublishedFigure": "kernel",
    "Questionnaire": "conflicts",
    "Response": "conflicts",
    "Score": "kernel",
    "Screening": "conflicts",
    "Text": "kernel",
    "Unit": "organization",
    "advance": "pdca",
    "apply_gate": "competitiveness",
    "assessments": "competitiveness",
    "change": "competitiveness",
    "cheapest_route": "competitiveness",
    "consensus": "competitiveness",
    "dumps": "codec",
    "loads": "codec",
    "panorama": "rollup",
    "prove": "conflicts",
    "score": "competitiveness",
    "screen": "conflicts",
    "verify": "pdca",
}


def __getattr__(name: str) -> object:
    """Load the room of *name* on first use."""
    from importlib import import_module  # noqa: PLC0415 - only those who use a name pay for it

    if name in _ROOMS:
        return import_module(f".{name}", __name__)
    if name in _HOMES:
        value: object = getattr(import_module(f".{_HOMES[name]}", __name__), name)
        globals()[name] = value
        return value
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
