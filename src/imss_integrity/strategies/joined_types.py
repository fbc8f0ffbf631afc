"""Classes of privacy, catalogue, rollup and codec, each with the strategy of its values."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from ..catalog import AwardYear
from ..codec import PdnFlag, PdnImport, import_declaration
from ..kernel import Text
from ..privacy import (
    KAnonymity,
    PseudonymKey,
    Sensitive,
    SuppressedTable,
    SuppressionAudit,
    k_anonymity,
)
from ..rollup import Panorama, PanoramaGroup, StageSupport, Tally
from .kernel import days, texts
from .panoramas import joined_panoramas, tallies
from .privacy import (
    pseudonym_keys,
    quasi_identifier_tables,
    sensitive_texts,
    suppressed_tables,
    suppression_audits,
)
from .ruled import Types, built

__all__ = ["JOINED_TYPES"]

_WHAT: st.SearchStrategy[tuple[Text, int]] = st.tuples(texts(), st.integers(0, 10**6))


def _declarations() -> st.SearchStrategy[dict[str, Any]]:
    """Give declarations of interests of which each section says that there is none, or not."""
    sections = ("participacion", "tomaDecisiones", "clientesPrincipales", "beneficiosPrivados")
    said = st.fixed_dictionaries({"ninguno": st.booleans() | st.none()})
    block = st.dictionaries(st.sampled_from(sections), said)
    kinds = st.sampled_from(("INICIAL", "MODIFICACIÓN", "CONCLUSIÓN", "otra"))
    return st.fixed_dictionaries(
        {
            "metadata": st.fixed_dictionaries({"tipo": kinds}),
            "declaracion": st.fixed_dictionaries({"interes": block}),
        }
    )


JOINED_TYPES: Types = {
    AwardYear: built(AwardYear, counts=st.lists(_WHAT, min_size=1, max_size=3).map(tuple)),
    KAnonymity: quasi_identifier_tables().map(k_anonymity),
    Panorama: joined_panoramas(),
    PanoramaGroup: built(PanoramaGroup, tally=tallies()),
    PdnFlag: built(PdnFlag, value=st.booleans() | st.decimals(1, 100, places=2)),
    PdnImport: st.builds(import_declaration, _declarations(), on=days()),
    PseudonymKey: pseudonym_keys(),
    Sensitive: sensitive_texts(),
    StageSupport: built(StageSupport),
    SuppressedTable: suppressed_tables(),
    SuppressionAudit: suppression_audits(),
    Tally: tallies(),
}
