"""A kept page as it is sent: gzipped to whoever takes that, and not again to whoever has it."""

from __future__ import annotations

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.readers import KeptPage


def as_kept(request: Request, kept: KeptPage) -> Response:
    """A kept page; it holds nothing secret, so that its length may tell of what stands in it."""
    # Whoever keeps it asks whether it still holds; nobody else keeps it.
    told = {"etag": kept.etag, "cache-control": "private, no-cache", "vary": "accept-encoding"}
    if holds(request.headers.get("if-none-match", ""), kept.etag):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=told)
    if not _takes_gzip(request.headers.get("accept-encoding", "")):
        return Response(kept.plain(), media_type="text/html", headers=told)
    return Response(kept.body, media_type="text/html", headers={**told, "content-encoding": "gzip"})


def _takes_gzip(accepted: str) -> bool:
    """Whether a header of accepted encodings names gzip, and not only to refuse it."""
    named = (one.replace(" ", "").partition(";") for one in accepted.lower().split(","))
    return any(name == "gzip" and weight.rstrip("0") not in ("q=", "q=0.") for name, _, weight in named)


def holds(held: str, tag: str) -> bool:
    """Whether a header of tags names this one, or any."""
    tags = [one.strip().removeprefix("W/") for one in held.split(",")]
    return "*" in tags or tag.removeprefix("W/") in tags
