"""Connections to one archive, lent to one request at a time; and pages kept while the archive is the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Lock, Semaphore

from onrecord.queries import Queries

# Pages kept: 64 MiB of them at most. A story's page is 100 to 400 kB.
MOST_OF_PAGES = 64 << 20
# Requests that ask at once: one processor makes all pages, so that more would only be late together, and each
# holds an archive open, with some megabytes of it.
MOST_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page as it was made; ``state``: of the archive at that time."""

    state: int
    body: bytes
    etag: str


class Readers:
    """Archives open for reading: as many as were ever lent at once, ``MOST_AT_ONCE`` at most."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._free: LifoQueue[Queries] = LifoQueue()
        self._watch = Queries(path)
        self._lock = Lock()
        self._turns = Semaphore(MOST_AT_ONCE)
        self._pages: OrderedDict[str, DrawnPage] = OrderedDict()
        self._size = 0

    @contextmanager
    def lend(self) -> Iterator[Queries]:
        """An archive to ask, in one state of it; whoever holds one asks for no other."""
        with self._turns:
            try:
                queries = self._free.get_nowait()
            except Empty:
                queries = Queries(self._path)
            try:
                with queries.snapshot():
                    yield queries
            finally:
                self._free.put(queries)

    def state(self) -> int:
        """Changes whenever somebody has written to the archive."""
        with self._lock:
            return self._watch.state()

    def page(self, address: str, make: Callable[[Queries], str]) -> DrawnPage:
        """The page at ``address``, made anew only when the archive has changed since."""
        kept = self._kept(address)
        if kept is not None:
            return kept
        with self.lend() as queries:
            kept = self._kept(address)  # somebody may have made it while this one waited
            if kept is not None:
                return kept
            state = self.state()  # nothing was asked yet: a page may be newer than it says, never older
            body = make(queries).encode("utf-8", "replace")
            made = DrawnPage(state, body, f'"{sha256(body).hexdigest()[:24]}"')
            with self._lock:  # before the next one is let in, who looks for it
                self._keep(address, made)
        return made

    def _kept(self, address: str) -> DrawnPage | None:
        """The page as it was made, if nothing was written since."""
        state = self.state()
        with self._lock:
            kept = self._pages.get(address)
            if kept is None or kept.state != state:
                return None
            self._pages.move_to_end(address)
            return kept

    def _keep(self, address: str, made: DrawnPage) -> None:
        old = self._pages.pop(address, None)
        self._size += len(made.body) - (len(old.body) if old else 0)
        self._pages[address] = made
        while self._size > MOST_OF_PAGES and len(self._pages) > 1:
            _, dropped = self._pages.popitem(last=False)
            self._size -= len(dropped.body)

    def close(self) -> None:
        """Close what is not lent."""
        self._watch.close()
        while not self._free.empty():
            self._free.get_nowait().close()
