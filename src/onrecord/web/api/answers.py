"""Answers: JSON with a tag of its content, and 304 where the asker has it already."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from onrecord.reports.files import json_bytes
from onrecord.web.keeping import holds

# Whoever keeps an answer asks whether it still holds; nobody else keeps it.
_CACHE = "private, no-cache"


def answer(request: Request, value: object, headers: Mapping[str, str] | None = None) -> Response:
    """``value`` as JSON; nothing where the asker's copy is the same."""
    return answer_bytes(request, json_bytes(value), headers)


def answer_bytes(request: Request, body: bytes, headers: Mapping[str, str] | None = None) -> Response:
    """The same of what is JSON already."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    told = {"etag": tag, "cache-control": _CACHE, **(headers or {})}
    if holds(request.headers.get("if-none-match", ""), tag):
        return Response(None, HTTPStatus.NOT_MODIFIED, told)
    return Response(body, HTTPStatus.OK, told, "application/json")
