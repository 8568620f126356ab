"""The API as one object that an app mounts: its routes, and how errors are told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.errors import OnRecordError
from onrecord.queries import Queries
from onrecord.records import Filter, schema
from onrecord.reports.files import json_bytes
from onrecord.views import kinds
from onrecord.views.kinds import KINDS, RecordKind
from onrecord.views.search import search
from onrecord.web.api import problems
from onrecord.web.api.answers import answer, answer_bytes
from onrecord.web.api.corrections import Correct, Lend, read_correction, write
from onrecord.web.api.openapi import description
from onrecord.web.api.parameters import CURSOR, LIMIT, USUAL, parameters, read
from onrecord.web.api.problems import ProblemError

Handler = Callable[[Request], Response]

# Offsets of searches: whoever pages further should narrow, or page /statements.
MOST_OFFSET = 20_000


# Gives what is made of the archive for an address, made anew where it may be otherwise by now.
Keep = Callable[[str, Callable[[Queries], bytes]], bytes]


def create_api(lend: Lend, correct: Correct | None = None, keep: Keep | None = None) -> Starlette:
    """The API over one archive.

    Args:
        lend: Lends the archive to one request, in one state.
        correct: Keeps a correction and applies it; without it nothing can be written.
        keep: Keeps answers that take long; without it each is made anew.
    """

    def anew(address: str, make: Callable[[Queries], bytes]) -> bytes:
        del address
        with lend() as queries:
            return make(queries)

    routes = [
        Route("/", _index),
        Route("/openapi.json", _openapi(writes=correct is not None)),
        Route("/search", _search(keep or anew)),
        Route("/articles/{id}/timexes", _timexes(lend)),
        *_corrections(lend, correct),
    ]
    for kind in KINDS.values():
        routes += [Route(f"/{kind.name}", _page(lend, kind)), Route(f"/{kind.name}/{{id}}", _one(lend, kind))]
    return Starlette(
        routes=routes,
        exception_handlers={
            ProblemError: problems.of_problem,
            HTTPException: problems.of_http,
            OnRecordError: problems.of_archive,
        },
    )


def _index(request: Request) -> Response:
    read(request.query_params, ())
    root = request.url.path.rstrip("/")
    there = {name: f"{root}/{name}" for name in (*KINDS, "search", "corrections", "openapi.json")}
    return answer(request, {"links": there})


def _openapi(*, writes: bool) -> Handler:
    def handler(request: Request) -> Response:
        read(request.query_params, ())
        return answer(request, description(request.scope.get("root_path", ""), writes=writes))

    return handler


def _page(lend: Lend, kind: RecordKind) -> Handler:
    allowed = (*parameters(kind.name, kind.parameters), LIMIT, CURSOR)

    def handler(request: Request) -> Response:
        asked = read(request.query_params, allowed)
        after, limit = asked.pop("cursor", ""), asked.pop("limit", USUAL)
        with lend() as queries:
            page = kinds.page(queries, kind, asked, after=after, limit=limit)
        body: dict[str, object] = {"data": page.rows, "next": page.after}
        if page.perhaps is not None:
            body["perhaps"] = page.perhaps
        return answer(request, body, _next_link(request, page.after))

    return handler


def _one(lend: Lend, kind: RecordKind) -> Handler:
    def handler(request: Request) -> Response:
        read(request.query_params, ())
        with lend() as queries:
            found = kinds.one(queries, kind, request.path_params["id"])
        if found is None:
            raise _unknown(kind.name, request)
        return answer(request, found)

    return handler


def _unknown(name: str, request: Request) -> ProblemError:
    return ProblemError(HTTPStatus.NOT_FOUND, f"{name}: none has the id {request.path_params['id']}")


def _timexes(lend: Lend) -> Handler:
    def handler(request: Request) -> Response:
        read(request.query_params, ())
        with lend() as queries:
            found = queries.articles_by_id([request.path_params["id"]])
        if not found:
            raise _unknown("articles", request)
        return answer(request, {"data": [schema.row(t) for item in found.values() for t in item.timexes]})

    return handler


def _search(keep: Keep) -> Handler:
    kind = KINDS["statements"]
    allowed = (*parameters("search", kind.parameters), LIMIT, CURSOR)

    def handler(request: Request) -> Response:
        asked = read(request.query_params, allowed)
        offset, limit = _offset(asked.pop("cursor", "")), asked.pop("limit", USUAL)
        address = f"{request.url.path}?{request.url.query}"
        told = keep(address, lambda queries: _found(queries, Filter(**asked), offset, limit))
        following, _, body = told.partition(b"\n")
        return answer_bytes(request, body, _next_link(request, following.decode() or None))

    return handler


def _found(queries: Queries, asked: Filter, offset: int, limit: int) -> bytes:
    """The cursor to go on from in a line of its own, empty at the end; the answer."""
    found = search(queries, asked, offset=offset, limit=limit)
    told, result = offset + len(found.statements), found.result
    following = str(told) if found.statements and told < min(result.total, MOST_OFFSET) else None
    body = {
        "data": found.rows,
        "total": result.total,
        "complete": result.complete,
        "perhaps": result.perhaps,
        "facets": {name: [schema.row(f) for f in values] for name, values in found.facets.items()},
        "next": following,
    }
    return (following or "").encode() + b"\n" + json_bytes(body)


def _offset(cursor: str) -> int:
    """Where a search goes on; what is no cursor of ours leads nowhere, and so to the beginning."""
    digits = cursor if cursor.isascii() and cursor.isdigit() and len(cursor) < 9 else "0"
    return min(int(digits), MOST_OFFSET)


def _next_link(request: Request, cursor: str | None) -> Mapping[str, str]:
    if cursor is None:
        return {}
    query = [(k, v) for k, v in request.query_params.multi_items() if k != "cursor"]
    return {"link": f'<{request.url.path}?{urlencode([*query, ("cursor", cursor)])}>; rel="next"'}


def _corrections(lend: Lend, correct: Correct | None) -> list[Route]:
    def listed(request: Request) -> Response:
        read(request.query_params, ())
        with lend() as queries:
            return answer(request, {"data": [schema.row(c) for c in queries.corrections()]})

    async def handler(request: Request) -> Response:
        if correct is None or request.method != "POST":
            return await run_in_threadpool(listed, request)
        read(request.query_params, ())
        return await run_in_threadpool(write, lend, correct, await read_correction(request))

    return [Route("/corrections", handler, methods=["GET", "POST"] if correct else ["GET"])]


__all__ = ["Correct", "Keep", "Lend", "create_api"]
