"""Pages made ahead: while nobody asks, those that the pages looked at last link to.

Over many articles a page takes a tenth of a second to make. Whoever follows a link need not wait for that.
Such pages are kept like those that were asked for, in a part of the same memory.
"""

from __future__ import annotations

import asyncio
import re
import time
import traceback
from collections import deque
from contextlib import suppress

from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.web.guard import is_of_api
from onrecord.web.making import Asked, answer_of, only_looks
from onrecord.web.readers import Readers
from onrecord.web.tasks import cancel

# Seconds without any request after which nobody is taken to ask, and how often that is looked at.
QUIET, _LOOK = 1.0, 0.2
# Links of one page that are followed: of an index of forty storylines, these and some of their stories.
_MOST_LINKS = 120
# Pages of which it is known that they were looked at, and whose links wait.
_MOST_LOOKED_AT = 32
_LINK = re.compile(rb'href="(/(?:stories|storylines|speakers|articles)/[\w-]+)"')
# Those that everybody begins with.
_FIRST = ("/?", "/speakers?")


class Ahead:
    """Makes pages ahead; begins once somebody has asked for a page."""

    def __init__(self, readers: Readers) -> None:
        self._readers = readers
        self._app: ASGIApp | None = None
        self._busy, self._last = 0, time.monotonic()
        self._looked_at = deque[str](maxlen=_MOST_LOOKED_AT)
        self._links = deque[str]()
        self._running: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to look for quiet."""
        self._running = asyncio.create_task(self._run())

    async def close(self) -> None:
        """Make nothing any more."""
        await cancel(self._running)

    async def answer(self, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on to the app that is to be asked, and see who asks for what, and when."""
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        if self._app is None:
            self._app = _inside(app, scope)
            self._looked_at.extend(_FIRST)
            self._links.extend(_FIRST)
        self._busy += 1
        try:
            await app(scope, receive, send)
        finally:
            self._busy -= 1
            self._last = time.monotonic()
        if only_looks(scope) and not is_of_api(scope):  # a program's answers link to no page
            self._look_at(f"{scope['path']}?{bytes(scope['query_string']).decode('latin-1')}")

    def _look_at(self, address: str) -> None:
        with suppress(ValueError):
            self._looked_at.remove(address)
        self._looked_at.append(address)

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(_LOOK)
            try:
                await self._make_some()
            except Exception:  # noqa: BLE001 - whatever it was, the next page may do; the log tells
                traceback.print_exc()

    async def _make_some(self) -> None:
        while self._app is not None and self._is_quiet() and (address := self._next()) is not None:
            await _make(self._app, address)

    def _is_quiet(self) -> bool:
        return not self._busy and time.monotonic() - self._last >= QUIET and self._readers.has_room()

    def _next(self) -> str | None:
        """The next page that is not there: the first links of what was looked at last come first."""
        while True:
            while self._links:
                if not self._readers.has(address := self._links.popleft()):
                    return address
            if not self._looked_at:
                return None
            shown = self._readers.shown(self._looked_at.pop())
            found = dict.fromkeys(_LINK.findall(shown or b""))
            self._links.extend(f"{link.decode('ascii')}?" for link in list(found)[:_MOST_LINKS])


class Following:
    """The app, seen by whoever makes pages ahead."""

    def __init__(self, app: ASGIApp, ahead: Ahead) -> None:
        self._app, self._ahead = app, ahead

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on."""
        await self._ahead.answer(self._app, scope, receive, send)


def _inside(app: ASGIApp, seen: Scope) -> ASGIApp:
    """The app for requests of our own, which come by no server."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "app": seen["app"]}, receive, send)

    return answer


async def _make(app: ASGIApp, address: str) -> None:
    path, _, query = address.partition("?")
    await answer_of(app, Asked(0, path, query.encode(), ((b"accept-encoding", b"gzip"),)))
