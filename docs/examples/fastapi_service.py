"""A service that hears from strangers, with FastAPI: units, and answers to a questionnaire.

``uvicorn fastapi_service:service`` serves it; ``/docs`` shows its types, ``/openapi.json`` too.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Body, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

import imss_integrity as ii
from imss_integrity.catalog import CONFLICT_QUESTIONNAIRE

DECODER = ii.Decoder(CONFLICT_QUESTIONNAIRE)

service = FastAPI(title="imss_integrity")


@service.post("/units")
def receive_unit(unit: Annotated[ii.Unit, Body()]) -> ii.Unit:
    """Take a unit, and give it back as it was understood."""
    return unit


@service.post("/screenings")
def screen_response(
    response: Annotated[ii.Response, DECODER, Body()], on: date
) -> dict[str, object]:
    """Screen answers that came as a plain object."""
    return ii.screen(response, on=on).to_record()


@service.post("/documents")
async def screen_document(request: Request, on: date) -> dict[str, object]:
    """Screen answers that came as a document; a key that is repeated is refused too."""
    response = DECODER.loads(await request.body())
    return ii.screen(response, on=on).to_record()


@service.exception_handler(ii.ImssIntegrityError)
def refuse(_: Request, error: ii.ImssIntegrityError) -> JSONResponse:
    """Tell every fault, with path and code, in both languages."""
    return JSONResponse(error.to_record(), status_code=422)


@service.exception_handler(RequestValidationError)
def refuse_request(_: Request, error: RequestValidationError) -> JSONResponse:
    """Tell what FastAPI found wrong without what came in."""
    faults = [{key: one[key] for key in ("type", "loc", "msg")} for one in error.errors()]
    return JSONResponse({"detail": faults}, status_code=422)
