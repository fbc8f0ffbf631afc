"""One fixed sample of every type of document, by the name of its golden document."""

from __future__ import annotations

from typing import Any, cast

import attrs
import samples_catalog
import samples_codec
import samples_competitiveness
import samples_conflicts
import samples_initiatives
import samples_kernel
import samples_organization
import samples_pdca
import samples_privacy
import samples_rollup
import samples_statistics

from imss_integrity.competitiveness import Assessment
from imss_integrity.conflicts import Response
from imss_integrity.kernel.values import Value

__all__ = ["SAMPLES", "definitions_in"]

SAMPLES: dict[str, object] = {
    **samples_kernel.SAMPLES,
    **samples_organization.SAMPLES,
    **samples_conflicts.SAMPLES,
    **samples_competitiveness.SAMPLES,
    **samples_pdca.SAMPLES,
    **samples_initiatives.SAMPLES,
    **samples_privacy.SAMPLES,
    **samples_statistics.SAMPLES,
    **samples_rollup.SAMPLES,
    **samples_catalog.SAMPLES,
    **samples_codec.SAMPLES,
}


def definitions_in(value: object) -> list[Any]:
    """Find the definitions that *value* refers to: they are given to whoever reads it."""
    if isinstance(value, Response | Assessment):
        return [value.questionnaire if isinstance(value, Response) else value.framework]
    if isinstance(value, tuple):
        return [found for one in value for found in definitions_in(one)]
    if isinstance(value, Value):
        names = [field.name for field in attrs.fields(cast("Any", type(value))) if field.init]
        return [found for name in names for found in definitions_in(getattr(value, name))]
    return []
