"""The API in the words of OpenAPI 3.1, drawn from the record types: no second list of fields."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from onrecord import __version__
from onrecord.records import Correction, Facet, Timex, schema
from onrecord.views.kinds import FILTERED, KINDS, RecordKind
from onrecord.web.api import problems
from onrecord.web.api.parameters import CURSOR, LIMIT, Parameter, parameters

Json = dict[str, Any]

_PROBLEM: Json = {
    "type": "object",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
    },
    "required": ["title", "status", "detail"],
}
_OR_NULL: Json = {"anyOf": [{"type": "string"}, {"type": "null"}]}
_COUNT: Json = {"type": "integer", "minimum": 0}
_TAG: Json = {
    "name": "If-None-Match",
    "in": "header",
    "description": "The ETag of the answer you already have.",
    "schema": {"type": "string"},
}


@cache
def description(root: str, *, writes: bool) -> Json:
    """The whole description.

    Args:
        root: Where the API is mounted.
        writes: Whether corrections can be posted.
    """
    paths: Json = {
        "/": _reading("What there is.", _object({"links": {"type": "object"}})),
        "/openapi.json": _reading("This description.", {"type": "object"}),
        "/search": _search(),
        "/articles/{id}/timexes": _of_one(
            "Time expressions of one article.", _list(schema.json_schema(Timex))
        ),
        "/corrections": _corrections(writes=writes),
    }
    for kind in KINDS.values():
        paths[f"/{kind.name}"] = _page(kind)
        paths[f"/{kind.name}/{{id}}"] = _of_one(f"One of {kind.name}.", _ref(kind.name))
    schemas = {kind.name: kind.row_schema for kind in KINDS.values()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "OnRecord",
            "version": __version__,
            "description": "Who said what, across outlets, tied to the exact characters of its source.",
        },
        "servers": [{"url": root or "/"}],
        "paths": paths,
        "components": {
            "schemas": schemas | {"problem": _PROBLEM, "correction": schema.json_schema(Correction)},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        # A token is asked for only by a server that other machines can reach.
        "security": [{}, {"token": []}],
    }


def _page(kind: RecordKind) -> Json:
    item = _ref(kind.name) if kind.listed is None else kind.page_schema
    body = _object({"data": {"type": "array", "items": item}, "next": _OR_NULL})
    if kind.name in FILTERED:
        body["properties"]["perhaps"] = _COUNT
    asked = (*parameters(kind.name, kind.parameters), LIMIT, CURSOR)
    return _reading(f"A page of {kind.name}, in the order of their ids.", body, asked)


def _search() -> Json:
    row = KINDS["statements"].row_schema
    more: Json = {"story_id": _OR_NULL, "claim_id": _OR_NULL, "told_by": _COUNT}
    hit = {
        "type": "object",
        "properties": row["properties"] | more,
        "required": [*row["required"], *more],
    }
    facets = {"type": "object", "additionalProperties": {"type": "array", "items": schema.json_schema(Facet)}}
    body = _object(
        {
            "data": {"type": "array", "items": hit},
            "total": _COUNT,
            "complete": {"type": "boolean"},
            "perhaps": _COUNT,
            "facets": facets,
            "next": _OR_NULL,
        }
    )
    asked = (*parameters("search", KINDS["statements"].parameters), LIMIT, CURSOR)
    return _reading("Statements, the best first, with what they can be narrowed to.", body, asked)


def _corrections(*, writes: bool) -> Json:
    found = _reading("What readers have corrected, oldest first.", _list(_ref("correction")))
    if writes:
        wanted = schema.json_schema(Correction) | {"required": ["action"]}
        found["post"] = {
            "summary": "Add a correction; it is kept and applied to every later reading.",
            "requestBody": {"required": True, "content": {"application/json": {"schema": wanted}}},
            "responses": {
                "201": _content("It is kept and applied.", _ref("correction")),
                **_refusals("400", "401", "403", "409", "413", "415", "422", "429", "503"),
            },
        }
    return found


def _of_one(summary: str, body: Json) -> Json:
    found = _reading(summary, body)
    for method in ("get", "head"):
        found[method]["parameters"].insert(
            0, {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
        )
        found[method]["responses"] |= _refusals("404")
    return found


def _reading(summary: str, body: Json, asked: Iterable[Parameter] = ()) -> Json:
    """What can be read at an address, by GET and, without its body, by HEAD."""

    def operation(told: Json) -> Json:
        return {
            "summary": summary,
            "parameters": [*(_parameter(p) for p in asked_for), _TAG],
            "responses": {
                "200": told,
                "304": {"description": "The answer you already have is still valid."},
                **_refusals("400", "401", "503"),
            },
        }

    asked_for = tuple(asked)
    return {"get": operation(_content("Found.", body)), "head": operation({"description": "Found."})}


def _parameter(one: Parameter) -> Json:
    return {"name": one.name, "in": "query", "description": one.meaning, "schema": dict(one.schema)}


def _refusals(*codes: str) -> Json:
    body = {problems.MEDIA_TYPE: {"schema": _ref("problem")}}
    return {code: {"description": "The reason for the refusal.", "content": body} for code in codes}


def _content(told: str, body: Json) -> Json:
    return {"description": told, "content": {"application/json": {"schema": body}}}


def _object(properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list(item: Json) -> Json:
    return _object({"data": {"type": "array", "items": item}})


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}
