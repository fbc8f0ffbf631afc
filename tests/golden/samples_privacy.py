"""The samples of which the golden documents of `privacy` were made; they never change."""

# ruff: noqa: E501 - texts of any length

from __future__ import annotations

from imss_integrity.kernel.provenance import Source, Status
from imss_integrity.kernel.text import Text
from imss_integrity.privacy.anonymity import KAnonymity
from imss_integrity.privacy.auditing import SuppressionAudit
from imss_integrity.privacy.suppression_results import SuppressedTable

__all__ = ["SAMPLES"]

SAMPLES: dict[str, object] = {
    "kanonymity": KAnonymity(class_sizes=(12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12)),
    "suppressed-table": SuppressedTable(
        row_names=("ZS", "a|b"),
        column_names=(
            "MrvS\xe9C",
            "aT\xa6w\xf3\xcdG1\xc4\u11ab",
            "ivVLtsctL aiH\xfagu\xcdM U",
            "\xfaO\xd1WtisJk\xdanB\xfaO\xd1WtisJk\xdanB\xfaO\xd1WtisJk\xdanB\xfaO\xd1WtisJk\xdanB\xfaO\xd1WtisJk\xdanB\xfaO\xd1WtisJk\xdanB\xfaO\xd1WtisJk\xdanB\xfaO\xd1WtisJk\xdanB\xfaO\xd1WtisJk\xdanB\xfaO\xd1WtisJk\xdanB\xfaO\xd1WtisJk\xdanB\xfaO\xd1WtisJk\xdanB\xfaO\xd1WtisJk\xdanB\xfaO\xd1WtisJk\xdanB\xfaO\xd1WtisJk\xdanB\xfaO\xd1WtisJk\xdanB\xfaO\xd1WtisJ",
            "\xb26e\U00017cff\U0001bc3fn\U00010993\u0135\xe7",
            "g\u0130\xa3=]",
        ),
        cells=((None, 323849, 8043, None, None, 28), (None, 1236, 30, None, None, 25)),
        row_totals=(642032, 415968022),
        column_totals=(415966706, 325085, 8073, 25, 310112, 53),
        threshold=12,
        status=Status.OWN,
        sources=(
            Source(
                code="gusfield-1988",
                title=Text(
                    es="Gusfield (1988), A graph theoretic approach to statistical data security, SIAM Journal on Computing 17(3)",
                    en=None,
                ),
                issued=None,
            ),
            Source(
                code="lgpdppso-3-disociacion",
                title=Text(es="LGPDPPSO, arts. 3 y 16-IX: disociaci\xf3n", en=None),
                issued=None,
            ),
        ),
    ),
    "suppression-audit": SuppressionAudit(
        hidden=((0, 0), (0, 2), (0, 4), (1, 0), (1, 1), (1, 2), (1, 3), (1, 5)),
        intervals=(
            (0, 20),
            (0, 6),
            (146552238, 146552238),
            (0, 20),
            (6319, 6319),
            (0, 6),
            (63094, 63094),
            (26, 26),
        ),
        status=Status.DERIVED,
        sources=(
            Source(
                code="gusfield-1988",
                title=Text(
                    es="Gusfield (1988), A graph theoretic approach to statistical data security, SIAM Journal on Computing 17(3)",
                    en=None,
                ),
                issued=None,
            ),
        ),
    ),
}
