"""The schema of the ratings by one framework: each subcriterion by its code.

Esquema de las calificaciones. A subcriterion that is left out, or ``null``, is not yet rated.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..competitiveness.frameworks import Framework
from .schema_limits import Schema, closed_object

__all__ = ["ratings_schema"]


def ratings_schema(framework: Framework) -> tuple[Schema, Mapping[str, Schema]]:
    """Give the schema of the ratings by *framework*, and what it refers to by name."""
    step = framework.scale.step
    name = f"PercentBy{step}"  # of two frameworks in one page of OpenAPI each has its own
    percent: Schema = {
        "description": f"A multiple of {step} from 0 to 100; null: not yet rated.",
        "enum": [*range(0, 101, step), None],
    }
    rated = {
        one.code: {"title": one.name.es, "$ref": f"#/$defs/{name}"} for one in framework.subcriteria
    }
    return closed_object(rated, []), {name: percent}
