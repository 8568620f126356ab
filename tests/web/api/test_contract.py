"""Whatever is sent, the API answers as it says of itself: no crash, no undocumented status, shape or type."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, assume, given, settings

from onrecord.queries import Queries
from onrecord.records import check_days
from onrecord.web.api.openapi import description

# Few here; ONRECORD_EXAMPLES=200 looks longer, and at HEAD, too.
EXAMPLES = int(os.environ.get("ONRECORD_EXAMPLES", "0"))
OPERATIONS = [
    (method, path)
    for path, found in description("/v1", writes=True)["paths"].items()
    for method in found
    if EXAMPLES or method != "head"
]


@pytest.fixture(scope="module")
def schemathesis():
    """Imported where it is asked for: it takes a second, which runs without this file need not spend."""
    return pytest.importorskip("schemathesis")


@pytest.fixture(scope="module")
def described(schemathesis, tunnel_archive):
    from starlette.applications import Starlette
    from starlette.exceptions import HTTPException
    from starlette.routing import Mount

    from onrecord.web.api import create_api
    from onrecord.web.api.problems import of_http

    api = create_api(lambda: Queries(tunnel_archive), lambda _: None)
    return schemathesis.openapi.from_asgi(
        "/v1/openapi.json",
        Starlette(routes=[Mount("/v1", app=api)], exception_handlers={HTTPException: of_http}),
    )


def begins_before_it_ends(query):
    try:
        for clock in ("said", "published"):
            check_days((query or {}).get(f"{clock}_since"), (query or {}).get(f"{clock}_until"))
    except ValueError as error:
        return "is after" not in str(error)
    return True


def looked_at(cases, *, right):
    @given(case=cases)
    @settings(max_examples=EXAMPLES or 2, suppress_health_check=list(HealthCheck), database=None)
    def hold(case):
        # No schema says of two parameters that one is not before the other.
        assume(not right or begins_before_it_ends(case.query))
        case.call_and_validate()

    hold()


@pytest.mark.slow
@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_answers_are_as_described(schemathesis, described, method, path):
    operation = described[path][method.upper()]
    for mode in schemathesis.GenerationMode:
        try:
            cases = operation.as_strategy(generation_mode=mode)
            looked_at(cases, right=mode.is_positive)
        except Exception as error:
            if "negative" in type(error).__name__.lower() or "Unsatisfiable" in type(error).__name__:
                continue  # nothing about this operation can be wrong
            raise
