"""When declarations of interests fall due under the LGRA.

Plazos de la declaración de intereses: LGRA 33 y 48 (official). A lawyer must confirm before a
document cites an article.
"""

from __future__ import annotations

from ..conflicts.renewal_rules import RenewalRules, YearlyWindow
from ..kernel.provenance import Rule, Status
from ..kernel.text import Text
from .deadlines import LGRA, get_deadline

__all__ = ["RENEWAL_RULES"]


RENEWAL_RULES = RenewalRules(
    initial=get_deadline("LGRA-33-I"),
    yearly=YearlyWindow(
        rule=Rule(
            code="LGRA-33-II",
            text=Text(
                "declaración de modificación, en mayo de cada año",
                "declaration of modification, in May of each year",
            ),
            source=LGRA,
            status=Status.OFFICIAL,
        ),
        month=5,
    ),
    conclusion=get_deadline("LGRA-33-III"),
    change=Rule(
        code="LGRA-48",
        text=Text(
            "declaración en cualquier momento en que aparezca un posible conflicto",
            "declaration at any moment when a possible conflict appears",
        ),
        source=LGRA,
        status=Status.OFFICIAL,
    ),
)
"""Initial and final declaration, the one of May, and the one of any moment."""
