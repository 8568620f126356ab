"""The server that ``onrecord serve`` starts: one process, no log of what was asked."""

from __future__ import annotations

import ctypes
import socket
import sys
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

import uvicorn

from onrecord.errors import FatalError
from onrecord.web.app import LOCAL, create_app

# The number of glibc's setting of how many heaps there are. It gives each of forty threads one of its own, in
# which stays what its largest page took: 160 MiB after 360 pages, with one heap for all 122.
_ARENAS = -8
# Seconds after which a thread that draws gives way to one that waits. A page asks SQLite some fifty things,
# and after each its thread waits so long for the other that makes one, as does whatever comes and goes.
_SWITCH = 0.001


def run(
    archive: Path,
    *,
    host: str,
    port: int,
    names: Collection[str],
    token: str | None,
    say: Callable[[str], None],
) -> None:
    """Serve until interrupted; ``say`` is told the address once the port is taken.

    Raises:
        FatalError: the port is taken by somebody else, or the address is none of this machine.
    """
    sys.setswitchinterval(_SWITCH)
    with suppress(OSError, AttributeError, TypeError):  # another system's memory is left as it is
        ctypes.CDLL(None).mallopt(_ARENAS, 1)
    shown = as_host(host)
    app = create_app(archive, hosts=(*LOCAL, shown, *names), token=token)
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
