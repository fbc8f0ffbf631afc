"""How long each step of a request for information may take, as data.

Plazos de una solicitud. The rules of the law are data of the catalogue; another law brings its
own.
"""

from __future__ import annotations

import attrs

from ..kernel.deadline import DeadlineRule
from ..kernel.fields import InstanceOf
from ..kernel.provenance import Source, merged_sources
from ..kernel.values import Value

__all__ = ["RequestRules"]

_RULE = InstanceOf(DeadlineRule)


@attrs.frozen(kw_only=True, weakref_slot=False)
class RequestRules(Value):
    """How long each step of a request for information may take.

    Plazos de una solicitud de información.

    Attributes:
        answer: To answer it.
        extension: More of that, once, from the end of *answer*.
        already_public: To say where the information is public already.
        not_competent: To say that another body has it.
        clarification: To ask what is meant, from the day of filing.
        clarification_answer: To answer that.
        appeal: To appeal.
        decision: To decide the appeal.
        decision_extension: More of that, from the end of *decision*.

    Raises:
        InvalidValueError: If a field breaks its rule.

    >>> from imss_integrity.catalog import REQUEST_RULES
    >>> REQUEST_RULES.answer.amount, REQUEST_RULES.extension.amount
    (20, 10)
    >>> attrs.evolve(REQUEST_RULES, appeal=15)
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.InvalidValueError: 'appeal' must be of type DeadlineRule: got 15
    """

    answer: DeadlineRule = attrs.field(validator=_RULE)
    extension: DeadlineRule = attrs.field(validator=_RULE)
    already_public: DeadlineRule = attrs.field(validator=_RULE)
    not_competent: DeadlineRule = attrs.field(validator=_RULE)
    clarification: DeadlineRule = attrs.field(validator=_RULE)
    clarification_answer: DeadlineRule = attrs.field(validator=_RULE)
    appeal: DeadlineRule = attrs.field(validator=_RULE)
    decision: DeadlineRule = attrs.field(validator=_RULE)
    decision_extension: DeadlineRule = attrs.field(validator=_RULE)

    @property
    def sources(self) -> tuple[Source, ...]:
        """What the rules rest on, each document once."""
        rules: tuple[DeadlineRule, ...] = attrs.astuple(self, recurse=False)
        return merged_sources(one.rule.source for one in rules)
