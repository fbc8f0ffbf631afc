"""What is frozen when a response is handed in: the effective answers, and under which notice.

Presentación. Only what counts is handed in; answers to disabled questions are listed and
left out.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Self

import attrs

from ..kernel.canonical import digest
from ..kernel.errors import Fault, MissingDataError, raise_any
from ..kernel.fields import CODE, DAY, NAME, Each, InstanceOf
from ..kernel.plain import plain
from ..kernel.text import Text
from ..kernel.values import Value
from .evaluation import evaluate
from .responses import Response
from .views import effective_view

__all__ = ["Submission"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Submission(Value):
    """A response as it was handed in.

    Presentación de una respuesta. Usually made by `of`, or by a filing.

    Attributes:
        on: The day.
        response: The effective answers, complete, with their definition.
        dropped: Paths of the answers that were entered but disabled, and so left out.
        purpose: Code of the purpose of the treatment, as the privacy notice names it.
        notice_version: Version of the privacy notice that the person was shown.

    Raises:
        MissingDataError: If a required, enabled answer is missing, with every such path.
        NotInForceError: If *on* lies outside the period of the questionnaire.
        InvalidValueError: If a field breaks its rule, or a day breaks a bound on the day *on*.

    Source:
        Own; purpose and notice after LGPDPPSO 10, 12, 20 to 22.

    >>> from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE
    >>> draft = Response.from_answers(CONFLICT_QUESTIONNAIRE, {"EMP1": "no"})
    >>> Submission.of(draft, on=date(2026, 5, 4), purpose="nombramiento", notice_version="2026")
    Traceback (most recent call last):
        ...
    imss_integrity.kernel.errors.MissingDataError: 27 faults:
    - 'FAM1' must be answered before it is submitted
    ...
    """

    on: date = attrs.field(validator=DAY)
    response: Response = attrs.field(validator=InstanceOf(Response))
    dropped: tuple[str, ...] = attrs.field(validator=Each(NAME))
    purpose: str = attrs.field(validator=CODE)
    notice_version: str = attrs.field(validator=CODE)

    def __attrs_post_init__(self) -> None:
        missing = evaluate(self.response, on=self.on).missing
        rule = Text(
            "'{path}' debe responderse antes de presentar",
            "'{path}' must be answered before it is submitted",
        )
        raise_any(
            (Fault(path, "missing", rule.format(path=path)) for path in missing), MissingDataError
        )

    @classmethod
    def of(cls, response: Response, *, on: date, purpose: str, notice_version: str) -> Self:
        """Hand in what counts of *response* on the day *on*; see the class for the rest."""
        return cls(
            on=on,
            response=effective_view(response, on=on),
            dropped=evaluate(response, on=on).dropped,
            purpose=purpose,
            notice_version=notice_version,
        )

    @property
    def identity(self) -> tuple[str, str, str]:
        """Code, version and digest of the definition that was answered."""
        return self.response.questionnaire.identity

    @cached_property
    def digest(self) -> str:
        """The digest of what was handed in: definition, answers, day, purpose and notice.

        It shows that nothing was altered. It is as personal as the answers: who has it can
        guess short ones, so it is never shown, and must not be published.
        """
        answers = tuple(self.response.answers())
        content = (self.identity, self.on, self.purpose, self.notice_version, answers)
        return digest(plain(content, path="submission"))
