"""The API over an archive of invented articles, as an app mounts it."""

from __future__ import annotations

import pytest

import builders
import invented

starlette = pytest.importorskip("starlette")


@pytest.fixture(scope="session")
def tunnel_archive(tmp_path_factory):
    """The invented storyline of the reports' tests, as an archive."""
    return builders.archived(tmp_path_factory.mktemp("api") / "onrecord.db", invented.tunnel())


@pytest.fixture
def kept():
    """Corrections that were handed on."""
    return []


@pytest.fixture
def client(tunnel_archive, kept):
    from starlette.applications import Starlette
    from starlette.exceptions import HTTPException
    from starlette.routing import Mount
    from starlette.testclient import TestClient

    from onrecord.queries import Queries
    from onrecord.web.api import create_api
    from onrecord.web.api.problems import of_http

    def correct(told):
        if not told.names:
            raise ValueError("nobody is named")
        kept.append(told)

    api = create_api(lambda: Queries(tunnel_archive), correct)
    with TestClient(
        Starlette(routes=[Mount("/v1", app=api)], exception_handlers={HTTPException: of_http})
    ) as opened:
        yield opened
