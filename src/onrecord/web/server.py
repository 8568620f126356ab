"""The server that ``onrecord serve`` starts: no log of what was asked."""

from __future__ import annotations

import socket
from collections.abc import Callable, Collection
from pathlib import Path

import uvicorn

from onrecord.errors import FatalError
from onrecord.web.app import LOCAL, create_app
from onrecord.web.making import set_up


def run(
    archive: Path,
    *,
    host: str,
    port: int,
    names: Collection[str],
    token: str | None,
    makers: int,
    say: Callable[[str], None],
) -> None:
    """Serve until interrupted; ``say`` is told the address once the port is taken.

    ``makers``: processes that make pages; with none this one does.

    Raises:
        FatalError: the port is taken, or the address does not belong to this machine.
    """
    set_up()
    shown = as_host(host)
    app = create_app(archive, hosts=(*LOCAL, shown, *names), token=token, makers=makers)
    try:
        listening = socket.create_server((host, port), family=_family(host))
    except OSError as error:
        raise FatalError(f"cannot listen at {host}:{port}: {error.strerror or error}") from error
    with listening:
        say(f"http://{shown}:{listening.getsockname()[1]}/")
        config = uvicorn.Config(app, access_log=False, log_level="warning", server_header=False)
        uvicorn.Server(config).run(sockets=[listening])


def as_host(host: str) -> str:
    """An address as it stands in a URL and in a Host header."""
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
