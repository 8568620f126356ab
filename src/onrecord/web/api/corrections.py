"""Corrections that come by the API: read, held against the archive, handed on."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from http import HTTPStatus

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from onrecord import store
from onrecord.queries import Queries
from onrecord.records import Correction, schema
from onrecord.reports.files import json_bytes
from onrecord.web.api.problems import ProblemError

Lend = Callable[[], AbstractContextManager[Queries]]
Correct = Callable[[Correction], None]

# A correction names some statements and why; more is no correction.
MOST_OF_CORRECTION = 1 << 20


async def read_correction(request: Request) -> Correction:
    """The correction that a request brings.

    Raises:
        ProblemError: it is not JSON, too large, or no correction.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise ProblemError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "send a correction as application/json")
    parts, size = [], 0
    async for part in request.stream():
        parts.append(part)
        size += len(part)
        if size > MOST_OF_CORRECTION:
            raise ProblemError(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"that is more than {MOST_OF_CORRECTION} bytes"
            )
    try:
        told = json.loads(b"".join(parts))
        json.dumps(told, ensure_ascii=False).encode()  # halves of characters cannot be kept
        return store.convert(Correction, told)
    except (ValueError, RecursionError, msgspec.ValidationError) as error:
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, f"this is not a correction: {error}") from None


def write(lend: Lend, correct: Correct, told: Correction) -> Response:
    """Keep a correction that speaks of what the archive holds.

    Raises:
        ProblemError: it speaks of what is not there.
    """
    with lend() as queries:
        named = {*(p.article_id for p in told.places), *told.articles, *told.apart_from}
        unknown = named - queries.bare_articles(named).keys()
    if unknown:
        raise ProblemError(HTTPStatus.CONFLICT, f"no article has the id {min(unknown)}")
    try:
        correct(told)
    except ValueError as error:
        raise ProblemError(HTTPStatus.CONFLICT, str(error)) from None
    return Response(json_bytes(schema.row(told)), HTTPStatus.CREATED, media_type="application/json")
