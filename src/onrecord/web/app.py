"""The app as one object, for any server that speaks ASGI."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.errors import FatalError, RetryError, TooLongError
from onrecord.records import Correction
from onrecord.views.rewriting import write_anew
from onrecord.web import correcting, forms, pages, watching
from onrecord.web.adding import Adder
from onrecord.web.ahead import Ahead, Following
from onrecord.web.api import create_api
from onrecord.web.api.problems import of_http
from onrecord.web.guard import HEADERS, Guard, TooMuchError, is_loopback, is_of_api
from onrecord.web.making import Delegating, Makers
from onrecord.web.readers import LONGEST, Readers
from onrecord.web.state import State, state_of

API = "/v1"
# Seconds that a program which pages through lists lets those who look at pages go before it.
_PROGRAMS_WAIT = 0.3
LOCAL = ("127.0.0.1", "localhost", "[::1]")


def create_app(
    archive: Path, *, hosts: Collection[str] = LOCAL, token: str | None = None, makers: int = 0
) -> Starlette:
    """The app over one archive.

    Args:
        archive: The archive's file; made when it is not there yet.
        hosts: Names by which browsers may call the server, without port.
        token: ``guard.digest_of`` the token that everybody must show; None when only this machine can ask.
        makers: How many processes make pages, beside this one; with none this one does.

    Raises:
        ArchiveError: the file is no archive.
    """
    state = State(archive, Readers(archive), Adder(archive), token)
    made_by, ahead = Makers(archive, makers), Ahead(state.readers)

    lists = partial(state.readers.lend, "lists", later=_PROGRAMS_WAIT)
    api = create_api(lists, partial(_correct, archive), state.readers.kept)
    app = Starlette(
        routes=[
            *pages.routes(),
            *forms.routes(),
            *correcting.routes(),
            *watching.routes(),
            Route(API, endpoint=_Bare(api)),
            Mount(API, app=api),
        ],
        middleware=[
            Middleware(Guard, hosts=hosts, token=token),
            Middleware(Delegating, makers=made_by) if makers else Middleware(Following, ahead=ahead),
        ],
        exception_handlers={
            HTTPException: _http,
            TooMuchError: _too_much,
            RetryError: _busy,
            TooLongError: _too_long,
            FatalError: _fatal,
            Exception: _unforeseen,
        },
        lifespan=partial(_life, state, made_by, ahead),
    )
    app.state.onrecord = state
    return app


@asynccontextmanager
async def _life(state: State, made_by: Makers, ahead: Ahead, app: Starlette) -> AsyncIterator[None]:
    """What begins before the first request and ends behind the last."""
    del app
    await made_by.start()
    await ahead.start()
    yield
    await ahead.close()
    await made_by.close()
    state.adder.close()
    state.readers.close()


def _correct(archive: Path, told: Correction) -> None:
    from onrecord.archive import Archive  # noqa: PLC0415 - loads the models, which asking never does

    with Archive(archive) as opened:
        opened.correct(told)
        write_anew(opened)


class _Bare:
    """The API at its address without the stroke, which a mount answers with an empty page that leads on."""

    def __init__(self, api: ASGIApp) -> None:
        self._api = api

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._api({**scope, "path": f"{API}/", "root_path": API}, receive, send)


def _http(request: Request, error: Exception) -> Response:
    if is_of_api(request.scope):  # an address with a line end, which no mount takes
        return of_http(request, error)
    status = error.status_code if isinstance(error, HTTPException) else 500
    told = {404: "There is no such page.", 405: "That cannot be done with this page."}
    return state_of(request).problem(request, told.get(status, "That could not be understood."), status)


def _too_much(request: Request, error: Exception) -> Response:
    del error
    return state_of(request).problem(request, "That is more than one upload may hold.", 413)


def _busy(request: Request, error: Exception) -> Response:
    del error
    told = "Somebody else is writing to this archive just now. Nothing was changed; send it once more."
    return state_of(request).problem(request, told, 503)


def _too_long(request: Request, error: Exception) -> Response:
    del error
    told = f"This page was not there within {LONGEST:.0f} s and was given up. Ask again a little later."
    return state_of(request).problem(request, told, 503)


def _fatal(request: Request, error: Exception) -> Response:
    return state_of(request).problem(request, str(error), 500)


def _unforeseen(request: Request, error: Exception) -> Response:
    told = f"This page could not be made ({type(error).__name__}). The archive is as it was."
    response = state_of(request).problem(request, told, 500)
    response.headers.update(HEADERS)  # sent from outside the guard, which gives them to all other answers
    return response


def check_exposure(host: str, token: str | None) -> None:
    """Refuse to be asked by other machines without a token.

    Raises:
        FatalError: ``host`` is open to other machines and there is no token.
    """
    if not is_loopback(host) and token is None:
        raise FatalError(
            f"{host} can be reached from other machines: make a token first,"
            " with: onrecord serve ARCHIVE --new-token"
        )
