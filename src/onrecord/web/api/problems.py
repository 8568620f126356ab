"""Errors as ``application/problem+json`` (RFC 9457): what is wrong with a request, in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import OnRecordError, RetryError
from onrecord.reports.files import json_bytes

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = "5"


class ProblemError(Exception):
    """A request that cannot be answered as it is; ``detail`` says why."""

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = headers


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """The answer that tells of a problem."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    kept = {k: v for k, v in (headers or {}).items() if k.lower() not in ("content-type", "content-length")}
    return Response(json_bytes(body), status, kept, MEDIA_TYPE)


def of_problem(request: Request, error: Exception) -> Response:
    """What a handler raised on purpose."""
    del request
    assert isinstance(error, ProblemError)  # noqa: S101 - registered for this class alone
    return problem(error.status, error.detail, error.headers)


def of_http(request: Request, error: Exception) -> Response:
    """No such address, or a method that it does not have."""
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this class alone
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        detail = f"{request.method} cannot be used here; Allow names what can"
    else:
        detail = f"there is nothing at {request.url.path}; openapi.json lists what there is"
    return problem(error.status_code, detail, error.headers)


def of_archive(request: Request, error: Exception) -> Response:
    """The archive is held by another process, or is damaged."""
    del request
    assert isinstance(error, OnRecordError)  # noqa: S101 - registered for this class alone
    headers = {"retry-after": RETRY_SECONDS} if isinstance(error, RetryError) else None
    return problem(HTTPStatus.SERVICE_UNAVAILABLE, str(error), headers)
