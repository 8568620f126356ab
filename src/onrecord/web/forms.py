"""The pages that change something: adding articles, and showing the token once."""

from __future__ import annotations

import hmac

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.web.adding import Pasted
from onrecord.web.guard import LOGIN, digest_of
from onrecord.web.state import state_of

_MOST_FILES = 2000
_MOST_FIELDS = 200
_DAYS = 30 * 24 * 3600


async def form_of(request: Request) -> FormData | Response:
    """A form that was sent, or the answer to one that is none of ours."""
    state = state_of(request)
    form = await request.form(max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=8 << 20)
    if not state.is_from_form(request, form.get("secret")):
        told = "This form is older than the server, or not ours. Open the page again and send it once more."
        return state.problem(request, told, 403)
    return form


def text_of(form: FormData, name: str) -> str:
    """A field's text, empty when there is none."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


def add(request: Request) -> Response:
    """The form for adding articles, with what was added before."""
    state = state_of(request)
    return state.form("add.html.j2", request, jobs=state.adder.jobs())


async def put(request: Request) -> Response:
    """Take in files and a pasted article."""
    form = await form_of(request)
    if isinstance(form, Response):
        return form
    files = [f for f in form.getlist("files") if isinstance(f, UploadFile)]
    read = [(f.filename or "upload.txt", await f.read()) for f in files]
    fields = {name: text_of(form, name) for name in ("title", "outlet", "date", "url")}
    state = state_of(request)
    job = await run_in_threadpool(state.adder.keep, read, Pasted(text_of(form, "text"), **fields))
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
    return state.form("job.html.j2", request, job=job)


def login(request: Request) -> Response:
    """The form that asks for the token."""
    return state_of(request).form("login.html.j2", request)


async def enter(request: Request) -> Response:
    """Let in whoever knows the token."""
    form = await form_of(request)
    if isinstance(form, Response):
        return form
    state, told = state_of(request), text_of(form, "token")
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
        Route("/add", put, methods=["POST"]),
        Route("/add/{job}", progress),
        Route("/login", login),
        Route("/login", enter, methods=["POST"]),
    ]
