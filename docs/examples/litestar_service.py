"""A service that hears from strangers, with Litestar: units, and answers to a questionnaire.

``uvicorn litestar_service:service`` serves it; ``/schema`` shows its types.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from litestar import Litestar, Request, Response, post
from litestar.params import Body
from pydantic import RootModel

import imss_integrity as ii
from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE

DECODER = ii.Decoder(CONFLICT_QUESTIONNAIRE)


class UnitBody(RootModel[ii.Unit]):
    """A unit as a body."""


class AnswersBody(RootModel[Annotated[ii.Response, DECODER]]):
    """Answers to the questionnaire as a body."""


@post("/units", status_code=200)
async def receive_unit(data: Annotated[UnitBody, Body()]) -> UnitBody:
    """Take a unit, and give it back as it was understood."""
    return data


@post("/screenings", status_code=200)
async def screen_response(data: Annotated[AnswersBody, Body()], on: date) -> dict[str, object]:
    """Screen answers that came as a plain object."""
    return ii.screen(data.root, on=on).to_record()


@post("/documents", status_code=200)
async def screen_document(body: bytes, on: date) -> dict[str, object]:
    """Screen answers that came as a document; a key that is repeated is refused too."""
    return ii.screen(DECODER.loads(body), on=on).to_record()


def refuse(_: Request[Any, Any, Any], error: ii.ImssIntegrityError) -> Response[dict[str, object]]:
    """Tell every fault, with path and code, in both languages."""
    return Response(error.to_record(), status_code=422)


service = Litestar(
    [receive_unit, screen_response, screen_document],
    exception_handlers={ii.ImssIntegrityError: refuse},
)
