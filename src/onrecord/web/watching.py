"""Watches in the browser: what they found, new ones, and both as Atom feeds."""

from __future__ import annotations

import datetime as dt
from typing import cast, get_args

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.records import AlertKind, Watch
from onrecord.views import watches
from onrecord.web.forms import Sent, posted
from onrecord.web.state import state_of

_MOST_NAME = 120


def show(request: Request) -> Response:
    """What all watches found, or one of them."""
    state = state_of(request)
    chosen = request.query_params.get("watch") or None
    with state.readers.lend() as queries:
        kept = queries.watches()
        found = watches.news(queries, chosen)
    asked = {"q": "", "watch": chosen or "", **{n: request.query_params.get(n, "")[:200] for n in _FIELDS}}
    return state.form("watches.html.j2", request, watches=kept, news=found, asked=asked, words=watches.WORDS)


_FIELDS = ("words", "speaker", "outlet")


def atom(request: Request) -> Response:
    """The same as an Atom feed."""
    state, key = state_of(request), request.path_params.get("watch")
    with state.readers.lend() as queries:
        watch = next((w for w in queries.watches() if w.id == key), None)
        if key is not None and watch is None:
            return state.problem(request, "No watch is known by that name.", 404)
        found = watches.news(queries, key)
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    base = f"{request.url.scheme}://{request.url.netloc}"
    return Response(watches.as_feed(found, watch, base, now), media_type="application/atom+xml")


def _put(request: Request, form: Sent) -> Response:
    """Begin a watch, or end one."""
    from onrecord.archive import Archive  # noqa: PLC0415 - loads what reading takes

    state, ended = state_of(request), form.text("end")
    fields = {name: form.text(name)[:200] for name in _FIELDS}
    if not ended and not any(fields.values()):
        return state.problem(request, "Say what to watch for: words, a speaker or an outlet.", 400)
    kinds = tuple(cast("AlertKind", k) for k in form.texts("kinds") if k in get_args(AlertKind))
    with Archive(state.path) as archive:
        if ended:
            archive.unwatch(ended)
        else:
            name = form.text("name")[:_MOST_NAME] or ", ".join(filter(None, fields.values()))
            archive.watch(Watch("", name, **fields, kinds=kinds))
    return RedirectResponse("/watches", 303)


def routes() -> list[Route]:
    """Addresses of watches."""
    return [
        Route("/watches", show),
        posted("/watches", _put),
        Route("/watches.atom", atom),
        Route("/watches/{watch}.atom", atom),
    ]
