"""The effective view of a response: what is left when disabled questions are emptied.

Vista efectiva. What was entered stays as it is; every rule and every comparison reads this.
"""

from __future__ import annotations

from datetime import date

from ..kernel.fields import DAY, InstanceOf
from .evaluation import effective
from .layout import Place
from .responses import Response

__all__ = ["effective_view"]


def effective_view(response: Response, *, on: date) -> Response:
    """Give *response* with the places emptied that are disabled on the day *on*.

    Vista efectiva de una respuesta. A group that is off holds no instances.

    Raises:
        NotInForceError: If *on* lies outside the period of the questionnaire.
        InvalidValueError: If a day breaks a bound that depends on *on*; none is shown.

    Source:
        Own; a disabled question counts as unanswered (HL7 FHIR R5).
    """
    InstanceOf(Response).check("response", response)
    DAY.check("on", on)
    questionnaire = response.questionnaire
    questionnaire.check_day(on, response.values)
    layout, state = questionnaire.layout, questionnaire.plan.enabled(response.values, on=on)

    def kept(place: Place) -> object:
        value = effective(response, state, place, None)
        frame = layout.rows.get(place.position)
        if frame is None:
            return value
        count = 0 if value is None else len(response.rows(place.position))
        return tuple(
            tuple(effective(response, state, below, row) for below in frame.places)
            for row in range(count)
        )

    values = tuple(kept(place) for place in layout.top.places)
    return Response(questionnaire=questionnaire, values=values)
