"""Processes that make pages: the server listens and writes, and they only read the archive.

One Python process makes one page at a time; two processors are used by two processes. Each is started as a
new Python, runs the same app, and is sent the requests that only look, as frames on its standard input. It
ends when its standard input ends. If none can answer, the server makes the page itself.
"""

from __future__ import annotations

import asyncio
import ctypes
import os
import signal
import struct
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import IO
from zlib import crc32

import msgspec
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.tasks import cancel

# glibc's number for "how many heaps". By default each of forty threads has its own, and each heap keeps what
# its largest page took: 160 MiB after 360 pages, 122 with one heap for all.
_ARENAS = -8
# Seconds after which a busy thread gives way to a waiting one. A page asks SQLite some fifty questions, and
# after each its thread may have to wait this long for the other thread that makes a page.
_SWITCH = 0.001
_LENGTH = struct.Struct(">I")
_AGAIN = 1.0  # seconds until a process that ended is started again
# A page is asked of the same process each time, which may still have it, unless that one has at least so many
# requests more to answer than another.
_BEHIND = 2
_LOOKS = ("/stories", "/storylines", "/speakers", "/articles", "/compare", "/search", "/v1")
_HEADERS = (b"accept-encoding", b"if-none-match")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for a page."""

    number: int
    path: str
    query: bytes
    headers: tuple[tuple[bytes, bytes], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of it; number 0 tells that the process is there."""

    number: int
    status: int = 0
    headers: tuple[tuple[bytes, bytes], ...] = ()
    body: bytes = b""


def set_up() -> None:
    """What a process that makes pages does before all else."""
    sys.setswitchinterval(_SWITCH)
    with suppress(OSError, AttributeError, TypeError):  # another system's memory is left as it is
        ctypes.CDLL(None).mallopt(_ARENAS, 1)


class Makers:
    """Processes that make pages."""

    def __init__(self, archive: Path, number: int) -> None:
        self._all = [_Maker(archive) for _ in range(number)]
        self._number = 0

    async def start(self) -> None:
        """Start them; until they are there the server makes pages itself."""
        for maker in self._all:
            maker.start()

    async def close(self) -> None:
        """End them, whatever they are at."""
        for maker in self._all:
            await maker.close()

    async def answer(self, scope: Scope) -> Answer | None:
        """What a process answers to a request; None where none is there."""
        there = [maker for maker in self._all if maker.is_there]
        if not there:
            return None
        path, query = str(scope["path"]), bytes(scope["query_string"])
        chosen = there[crc32(path.encode("utf-8", "replace") + query) % len(there)]
        idle = min(there, key=lambda maker: maker.waiting)
        self._number += 1
        headers = tuple((name, value) for name, value in scope["headers"] if name in _HEADERS)
        asked = Asked(self._number, path, query, headers)
        return await (idle if chosen.waiting >= idle.waiting + _BEHIND else chosen).ask(asked)


class Delegating:
    """The app, whose pages that are only looked at are made by ``makers``."""

    def __init__(self, app: ASGIApp, makers: Makers) -> None:
        self._app, self._makers = app, makers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on to a process, or make its page here."""
        answer = await self._makers.answer(scope) if only_looks(scope) else None
        if answer is None:
            await self._app(scope, receive, send)
            return
        headers = list(answer.headers)
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        await send({"type": "http.response.body", "body": answer.body})


def only_looks(scope: Scope) -> bool:
    """Whether a request is for a page or an answer that nothing is written for."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    path = str(scope["path"])
    return path == "/" or "/" + path[1:].partition("/")[0] in _LOOKS


class _Maker:
    """One process, kept running."""

    def __init__(self, archive: Path) -> None:
        self._archive = archive
        self._process: asyncio.subprocess.Process | None = None
        self._running: asyncio.Task[None] | None = None
        self._waiting: dict[int, asyncio.Future[Answer | None]] = {}
        self.is_there = False

    @property
    def waiting(self) -> int:
        """How many requests wait for its answers."""
        return len(self._waiting)

    def start(self) -> None:
        self._running = asyncio.create_task(self._run())

    async def close(self) -> None:
        await cancel(self._running)
        await self._end()

    async def ask(self, asked: Asked) -> Answer | None:
        """Its answer; None where it ended before it gave one."""
        pipe = self._process.stdin if self._process is not None else None
        if pipe is None:
            return None
        answer: asyncio.Future[Answer | None] = asyncio.get_running_loop().create_future()
        self._waiting[asked.number] = answer
        try:
            pipe.write(_frame(asked))
            await pipe.drain()
            return await answer
        except OSError:
            return None
        finally:
            self._waiting.pop(asked.number, None)

    async def _run(self) -> None:
        """Keep a process running: one that ends, or cannot be started, is started again a little later."""
        code = f"import sys; sys.path[:] = {sys.path!r}; from onrecord.web.making import main; main()"
        while True:
            try:
                # A group of its own: Ctrl-C is for the server, which ends it.
                self._process = await asyncio.create_subprocess_exec(
                    *(sys.executable, "-c", code, str(self._archive)),
                    stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, process_group=0,
                )  # fmt: skip
                await self._listen(self._process.stdout)
            except (asyncio.IncompleteReadError, OSError, msgspec.MsgspecError):
                pass
            finally:
                self.is_there = False
                for answer in self._waiting.values():
                    if not answer.done():
                        answer.set_result(None)
            await self._end()
            await asyncio.sleep(_AGAIN)

    async def _end(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()

    async def _listen(self, pipe: asyncio.StreamReader | None) -> None:
        """Hand its answers to those who wait for them, until it ends."""
        while pipe is not None:
            (size,) = _LENGTH.unpack(await pipe.readexactly(_LENGTH.size))
            answer = msgspec.msgpack.decode(await pipe.readexactly(size), type=Answer)
            self.is_there = True
            if (waiting := self._waiting.get(answer.number)) is not None and not waiting.done():
                waiting.set_result(answer)


def main() -> None:
    """Answer requests until the input ends; both pipes are for frames, what is printed goes elsewhere."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this process ends it
    set_up()
    from onrecord.web.app import create_app  # noqa: PLC0415 - the app of the server that starts this imports it

    app = create_app(Path(sys.argv[1]))
    with os.fdopen(os.dup(1), "wb") as answers, os.fdopen(os.dup(0), "rb") as requests:
        os.dup2(2, 1)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        with suppress(OSError):  # nobody is there any more
            asyncio.run(_work(app, requests, answers))
        os._exit(0)  # threads may still be at a page that nobody waits for


async def _work(app: ASGIApp, requests: IO[bytes], answers: IO[bytes]) -> None:
    loop, ended, working = asyncio.get_running_loop(), asyncio.Event(), set[asyncio.Task[None]]()

    def tell(answer: Answer) -> None:
        answers.write(_frame(answer))
        answers.flush()

    async def answer(asked: Asked) -> None:
        tell(await answer_of(app, asked))

    def begin(asked: Asked) -> None:
        working.add(task := loop.create_task(answer(asked)))
        task.add_done_callback(working.discard)

    def listen() -> None:
        for asked in _read(requests):
            loop.call_soon_threadsafe(begin, asked)
        loop.call_soon_threadsafe(ended.set)

    tell(Answer(0))
    Thread(target=listen, daemon=True).start()
    await ended.wait()


async def answer_of(app: ASGIApp, asked: Asked) -> Answer:
    """What the app answers."""
    told: list[Message] = []

    async def send(message: Message) -> None:
        told.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": asked.path,
        "raw_path": asked.path.encode("utf-8", "replace"),
        "root_path": "",
        "query_string": asked.query,
        "headers": [(b"host", b"127.0.0.1"), *asked.headers],
        "client": None,
        "server": None,
    }
    try:
        await app(scope, receive, send)
    except Exception:  # noqa: BLE001 - it has been answered as an error; why, the log tells as the server's does
        traceback.print_exc()
    nothing: Message = {"status": 500, "headers": ()}
    head = next((m for m in told if m["type"] == "http.response.start"), nothing)
    body = b"".join(m.get("body", b"") for m in told if m["type"] == "http.response.body")
    return Answer(asked.number, head["status"], tuple(head["headers"]), body)


def _frame(message: Asked | Answer) -> bytes:
    packed = msgspec.msgpack.encode(message)
    return _LENGTH.pack(len(packed)) + packed


def _read(pipe: IO[bytes]) -> Iterator[Asked]:
    """The requests that a pipe holds, until it ends, or breaks off because the server was killed."""
    while len(head := pipe.read(_LENGTH.size)) == _LENGTH.size:
        (size,) = _LENGTH.unpack(head)
        if len(body := pipe.read(size)) < size:
            return
        yield msgspec.msgpack.decode(body, type=Asked)
