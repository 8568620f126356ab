"""The pages that change something: adding articles, and giving the token."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.views import index
from onrecord.web.adding import Pasted
from onrecord.web.guard import LOGIN, digest_of
from onrecord.web.state import state_of

_MOST_FILES = 2000
_MOST_FIELDS = 200
_MOST_FIELD = 8 << 20  # bytes: a pasted article
_MOST_TOLD = 20  # files of an upload whose articles are named
_DAYS = 30 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form held: (field, text) in its order, and (name, bytes) of its files."""

    fields: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, bytes], ...]

    def text(self, name: str) -> str:
        """A field's text, empty when there is none."""
        return next((text.strip() for key, text in self.fields if key == name), "")

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of a field that may occur several times, those left out that hold nothing."""
        return tuple(text.strip() for key, text in self.fields if key == name and text.strip())


def posted(path: str, answer: Callable[[Request, Sent], Response]) -> Route:
    """An address that takes a form, answered in a thread of its own."""

    async def taken(request: Request) -> Response:
        form = await _sent(request)
        return form if isinstance(form, Response) else await run_in_threadpool(answer, request, form)

    return Route(path, taken, methods=["POST"])


async def _sent(request: Request) -> Sent | Response:
    """A form that was sent, or the answer to one that is not ours."""
    state = state_of(request)
    async with request.form(
        max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=_MOST_FIELD
    ) as form:
        fields = tuple((key, value) for key, value in form.multi_items() if isinstance(value, str))
        uploads = [value for _, value in form.multi_items() if isinstance(value, UploadFile)]
        files = tuple([(upload.filename or "upload.txt", await upload.read()) for upload in uploads])
    found = Sent(fields, files)
    if not state.is_from_form(request, found.text("secret")):
        told = "This form is older than the server, or not ours. Open the page again and send it once more."
        return state.problem(request, told, 403)
    return found


def add(request: Request) -> Response:
    """The form for adding articles, with what was added before."""
    state = state_of(request)
    return state.form("add.html.j2", request, jobs=state.adder.jobs())


def _put(request: Request, form: Sent) -> Response:
    """Take in files and a pasted article."""
    fields = {name: form.text(name) for name in ("title", "outlet", "date", "url")}
    state = state_of(request)
    job = state.adder.keep(form.files, Pasted(form.text("text"), **fields))
    if job is None:
        told = "There was nothing in it: choose files, or paste the text of an article."
        return state.problem(request, told, 400)
    return RedirectResponse(f"/add/{job.id}", 303)


def progress(request: Request) -> Response:
    """How far an upload is."""
    state = state_of(request)
    job = state.adder.job(request.path_params["job"])
    if job is None:
        return state.problem(request, "No upload is known by that name since the server was started.", 404)
    with state.readers.lend() as queries:
        added = index.read_from(queries, job.paths[:_MOST_TOLD]) if job.run else ()
    return state.form("job.html.j2", request, job=job, added=added)


def login(request: Request) -> Response:
    """The form that asks for the token."""
    return state_of(request).form("login.html.j2", request)


def _enter(request: Request, form: Sent) -> Response:
    """Let in whoever knows the token."""
    state, told = state_of(request), form.text("token")
    if state.token is None or not hmac.compare_digest(digest_of(told), state.token):
        return state.form("login.html.j2", request, 401, wrong=True)
    response = RedirectResponse("/", 303)
    response.set_cookie(
        LOGIN, told, max_age=_DAYS, httponly=True, samesite="strict", secure=request.url.scheme == "https"
    )
    return response


def routes() -> list[Route]:
    """Addresses of the forms."""
    return [
        Route("/add", add),
        posted("/add", _put),
        Route("/add/{job}", progress),
        Route("/login", login),
        posted("/login", _enter),
    ]
