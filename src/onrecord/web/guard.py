"""What every request passes: whose host it asks for, who it is, where it comes from, how much, how often.

A page of another site may make a reader's browser ask this server, by its own name bound to 127.0.0.1 or by a
form: the first is refused by its Host, the second by its Origin and for want of the form's secret.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Collection
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.api.problems import problem

SAFE = ("GET", "HEAD", "OPTIONS")
VISITOR, LOGIN = "onrecord-visitor", "onrecord-token"
# A page needs some images, scripts and styles, all ours; nothing inline, nothing from elsewhere, no frame.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with "no-referrer" a browser's own forms come with the Origin "null"
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
# What one upload may hold: some thousand articles. More belongs into `onrecord read`.
MOST_OF_REQUEST = 64 << 20
# What is sent to /login, by whoever cannot show a token yet: a form with one.
MOST_OF_LOGIN = 16 << 10
# Writes of one address: a person's pace with some room, then one in two seconds.
BURST, PER_SECOND = 30.0, 0.5
MOST_ADDRESSES = 4096


def digest_of(token: str) -> str:
    """What is kept of a token: enough to know it again, not enough to use it."""
    return hashlib.sha256(token.encode()).hexdigest()


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server bound to ``host``."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


class Pace:
    """A bucket of permits for each address, filled at ``PER_SECOND``."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, address: str) -> bool:
        """Take a permit, if there is one."""
        now = self._clock()
        left, since = self._left.pop(address, (BURST, now))
        left = min(BURST, left + (now - since) * PER_SECOND)
        self._left[address] = (max(left - 1, 0.0) if left >= 1 else left, now)
        while len(self._left) > MOST_ADDRESSES:
            self._left.popitem(last=False)
        return left >= 1


class Secrets:
    """What a form of ours carries and no other site can know, made of the visitor's cookie."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)

    def of(self, visitor: str) -> str:
        """The secret of a visitor's forms."""
        return hmac.new(self._key, visitor.encode("utf-8", "replace"), hashlib.sha256).hexdigest()

    def knows(self, visitor: str, told: str) -> bool:
        """Whether ``told`` is the visitor's secret."""
        return bool(visitor) and hmac.compare_digest(
            self.of(visitor).encode(), told.encode("utf-8", "replace")
        )


class Guard:
    """Wraps the app.

    Args:
        app: what is guarded.
        hosts: names under which the server may be asked for, without port.
        token: ``digest_of`` the token that everybody must show; None on this machine alone.
    """

    def __init__(self, app: ASGIApp, *, hosts: Collection[str], token: str | None = None) -> None:
        self._app = app
        self._hosts = frozenset(name.lower() for name in hosts)
        self._token = token
        self._pace = Pace()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or hand on with security headers on whatever comes back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            if is_of_api(scope):
                refusal = problem(refusal.status_code, bytes(refusal.body).decode(), refusal.headers)
            await refusal(scope, receive, _with_headers(send))
            return
        await self._app(scope, _bounded(receive, _most(scope)), _with_headers(send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if host_of(headers.get("host", "")) not in self._hosts:
            return PlainTextResponse("This server is not known by that name.", 421)
        if not self._is_known(headers) and scope["path"] != "/login" and not _is_static(scope):
            if is_of_api(scope) or scope["method"] not in SAFE:
                return PlainTextResponse("A token is needed.", 401, {"www-authenticate": "Bearer"})
            return RedirectResponse("/login", 303)
        if scope["method"] in SAFE:
            return None
        return self._of_write(scope, headers)

    def _of_write(self, scope: Scope, headers: Headers) -> Response | None:
        if not _is_own(scope, headers):
            return PlainTextResponse("Only this server's own pages may write.", 403)
        if _length(headers) > _most(scope):
            return PlainTextResponse("That is more than one upload may hold.", 413)
        client = scope.get("client") or ("", 0)
        if not self._pace.allows(str(client[0])):
            return PlainTextResponse("Too many changes at once; wait a little.", 429, {"retry-after": "10"})
        return None

    def _is_known(self, headers: Headers) -> bool:
        if self._token is None:
            return True
        scheme, _, told = headers.get("authorization", "").partition(" ")
        shown = told.strip() if scheme.lower() == "bearer" else cookie(headers, LOGIN)
        return hmac.compare_digest(digest_of(shown), self._token)


def host_of(host: str) -> str:
    """A Host header without its port."""
    if host.startswith("["):
        return host.partition("]")[0].lower() + "]"
    return host.partition(":")[0].lower()


def cookie(headers: Headers, name: str) -> str:
    """A cookie's value, empty when there is none."""
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return "" if found is None else found.value


def is_of_api(scope: Scope) -> bool:
    """Whether a request is for the API, which tells of problems in a form of its own."""
    path = str(scope["path"])
    return path == "/v1" or path.startswith("/v1/")


def _is_static(scope: Scope) -> bool:
    return str(scope["path"]).startswith("/static/")


def _is_own(scope: Scope, headers: Headers) -> bool:
    """Whether a write comes from a page of this server, or from no page at all (a script, a command)."""
    if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or origin == f"{scope['scheme']}://{headers.get('host', '')}"


def _most(scope: Scope) -> int:
    """Bytes that a request may hold."""
    return MOST_OF_LOGIN if scope["path"] == "/login" else MOST_OF_REQUEST


def _length(headers: Headers) -> int:
    told = headers.get("content-length", "0")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 19 else MOST_OF_REQUEST + 1


class TooMuchError(Exception):
    """A body went on beyond what it may hold."""


def _bounded(receive: Receive, most: int) -> Receive:
    """``receive`` that stops where a body is larger than ``most``, whatever its head says."""
    seen = 0

    async def bounded() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            raise TooMuchError
        return message

    return bounded


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return sending
