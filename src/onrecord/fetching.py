"""The only code that uses the network: it fetches one address that a user gave, within limits.

Nothing is sent but the request for that address. A redirection is followed a few times, over http and https
alone, and to no machine of a private network unless the address given was that machine itself.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from onrecord.errors import LimitError, UnreadableError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# A feed with the whole text of 500 entries is some 5 MB.
MOST_BYTES = 16 * 1024 * 1024
# For all of it, redirections included: those 5 MB over a line of 2 Mbit/s take 20.
SECONDS = 30.0
MOST_REDIRECTIONS = 5
_MOST_TAG = 1000
_CHUNK = 64 * 1024
_MOVED = frozenset((301, 302, 303, 307, 308))
_ACCEPTED = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
)
_SCHEMES = ("http", "https")
_NO_ADDRESS = "not an address that can be asked for"


@dataclass(frozen=True, slots=True)
class Tags:
    """What a server said of an answer, to be asked again only for another one."""

    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of an address; ``url`` is where it came from in the end."""

    url: str
    data: bytes
    tags: Tags


def is_address(text: str) -> bool:
    """Whether ``text`` is an address of the web."""
    return text.lower().startswith(("http://", "https://"))


def fetch(url: str, known: Tags | None = None, *, seconds: float = SECONDS) -> Fetched | None:
    """What stands at ``url``; None where it is still what ``known`` tells of.

    Raises:
        UnreadableError: it cannot be had; the message says why.
        LimitError: it is too long, or takes too long.
    """
    until, current, given = time.monotonic() + seconds, url, None
    for _ in range(MOST_REDIRECTIONS + 1):
        parts = _checked(url, current)
        with _failures(url, until, seconds), closing(_connected(url, parts, given, until)) as connection:
            given = given or _address(connection.sock.getpeername()[0])
            with _cut_off(connection.sock, until), _answer(connection, parts, known or Tags()) as answer:
                if answer.status in _MOVED and answer.getheader("location"):
                    current = _next(url, current, answer)
                    continue
                if answer.status == HTTPStatus.NOT_MODIFIED and known is not None:
                    return None
                if answer.status != HTTPStatus.OK:
                    raise UnreadableError(url, f"the server answers {_status(answer)}")
                return Fetched(current, _body(url, answer, until), _tags(answer))
    raise LimitError(url, f"it leads on more than {MOST_REDIRECTIONS} times")


def _checked(url: str, current: str) -> SplitResult:
    """The parts of an address that may be asked for."""
    try:
        parts = urlsplit(current.strip())
        port = parts.port
    except ValueError:
        raise UnreadableError(url, _NO_ADDRESS) from None
    if parts.scheme.lower() not in _SCHEMES:
        raise UnreadableError(url, f"only http and https are asked for, and it leads to {parts.scheme}:")
    if not parts.hostname or port == 0:
        raise UnreadableError(url, _NO_ADDRESS)
    if parts.username is not None:
        raise UnreadableError(url, "an address with a name or password in it is not asked for")
    return parts


def _next(url: str, current: str, answer: HTTPResponse) -> str:
    """Where an answer leads."""
    try:
        found = urljoin(current, str(answer.getheader("location")))
    except ValueError:
        raise UnreadableError(url, _NO_ADDRESS) from None
    if current.lower().startswith("https:") and found.lower().startswith("http:"):
        raise UnreadableError(url, "it leads from https to http, where others could change it")
    return found


def _connected(url: str, parts: SplitResult, given: Address | None, until: float) -> HTTPConnection:
    """A connection to the first machine of that name that may be asked; ``given``: the one asked first."""
    host, secure = str(parts.hostname), parts.scheme.lower() == "https"
    name = host if ":" in host else host.encode("idna").decode("ascii")
    port = parts.port or (443 if secure else 80)
    found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    allowed = [at for *_, at in found if _may_be_asked(_address(at[0]), given)]
    if not allowed:
        raise UnreadableError(url, "it leads to a machine that is not on the public network")
    failed: OSError | None = None
    for machine, *_ in allowed:
        try:
            plain = socket.create_connection(
                (str(machine), port), timeout=max(0.01, until - time.monotonic())
            )
        except OSError as error:
            failed = error
            continue
        if not secure:
            connection = HTTPConnection(name, port)
            connection.sock = plain
        else:
            context = ssl.create_default_context()
            connection = HTTPSConnection(name, port, context=context)
            connection.sock = _secured(plain, name, context, until)
        return connection
    raise failed or OSError("no address")


def _secured(plain: socket.socket, name: str, context: ssl.SSLContext, until: float) -> ssl.SSLSocket:
    wrapped = context.wrap_socket(plain, server_hostname=name, do_handshake_on_connect=False)
    try:
        with _cut_off(wrapped, until):
            wrapped.do_handshake()
    except BaseException:
        wrapped.close()
        raise
    return wrapped


def _may_be_asked(address: Address, given: Address | None) -> bool:
    """Whether a redirection may lead to ``address``; whatever a person gave may be asked."""
    if given is None or address == given:
        return True
    return (address.is_global and not address.is_multicast) or (given.is_loopback and address.is_loopback)


def _address(text: str | int) -> Address:
    found = ipaddress.ip_address(str(text).partition("%")[0])
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return mapped or found


def _answer(connection: HTTPConnection, parts: SplitResult, known: Tags) -> HTTPResponse:
    told = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    headers = {"User-Agent": "OnRecord", "Accept": _ACCEPTED, "Connection": "close"}
    path = quote(parts.path or "/", safe="/%:=&~+!$,;'@()*") + (f"?{_query(parts)}" if parts.query else "")
    connection.request("GET", path, headers=headers | {k: v for k, v in told.items() if v})
    return connection.getresponse()


def _query(parts: SplitResult) -> str:
    return quote(parts.query, safe="/%:=&~+!$,;'@()*?[]")


def _body(url: str, answer: HTTPResponse, until: float) -> bytes:
    """All of an answer that is not too long."""
    expected = answer.length
    if expected is not None and expected > MOST_BYTES:
        raise LimitError(url, _too_long())
    data = bytearray()
    while chunk := answer.read(_CHUNK):
        data += chunk
        if len(data) > MOST_BYTES:
            raise LimitError(url, _too_long())
    if time.monotonic() >= until:
        raise TimeoutError
    if expected is not None and len(data) < expected:
        raise UnreadableError(url, "the answer broke off")
    return bytes(data)


def _too_long() -> str:
    return f"it is longer than {MOST_BYTES // (1024 * 1024)} MB, which no feed is"


def _tags(answer: HTTPResponse) -> Tags:
    etag, modified = (answer.getheader(name) or "" for name in ("etag", "last-modified"))
    return Tags(
        *(value if len(value) <= _MOST_TAG and value.isprintable() else "" for value in (etag, modified))
    )


def _status(answer: HTTPResponse) -> str:
    """A status as people know it; the server's own words for it are not repeated."""
    try:
        return f"{answer.status} ({HTTPStatus(answer.status).phrase})"
    except ValueError:
        return str(answer.status)


@contextmanager
def _failures(url: str, until: float, seconds: float) -> Iterator[None]:
    """What the system, TLS and HTTP say went wrong, in a sentence for people."""
    try:
        yield
    except (OSError, HTTPException, ValueError) as error:
        if time.monotonic() >= until or isinstance(error, TimeoutError):
            raise LimitError(url, f"it took longer than {seconds:g} seconds") from error
        raise UnreadableError(url, _reason(error)) from error


def _reason(error: Exception) -> str:
    if isinstance(error, socket.gaierror):
        return "no machine of that name is known, or there is no network"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate does not hold ({error.verify_message})"
    if isinstance(error, ConnectionRefusedError):
        return "nothing answers at that address"
    if isinstance(error, OSError):
        return error.strerror or "the connection broke off"
    return "the answer is not that of a web server"


@contextmanager
def _cut_off(sock: socket.socket, until: float) -> Iterator[None]:
    """End what ``sock`` is waited for at ``until``: a server that drips passes the bound of each read."""

    def end() -> None:
        with suppress(OSError):
            socket.socket.shutdown(sock, socket.SHUT_RDWR)  # of TLS, too, without taking it apart meanwhile

    timer = threading.Timer(max(0.0, until - time.monotonic()), end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
