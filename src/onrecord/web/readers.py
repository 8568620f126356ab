"""Connections to one archive, lent to one request at a time; pages kept while it answers the same."""

from __future__ import annotations

import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Lock, Semaphore

from onrecord.queries import Queries
from onrecord.store.noting import Notes

# Pages kept, with notes of what they were made of. Deflated, a story's page of 100 to 900 kB takes a tenth.
MOST_OF_PAGES = 24 << 20
# Requests that ask at once: one processor makes all pages, so that more would only be late together, and each
# holds an archive open, with some megabytes of it.
MOST_AT_ONCE = 4
# zlib's quickest: 2 ms for a page of 300 kB, and a quarter more room than its usual takes 6 ms for.
_LEVEL = 1


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page as it was made, gzipped; ``state``: of the archive when it was last found to be so still."""

    state: int
    body: bytes
    etag: str
    notes: Notes

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return len(self.body) + self.notes.size

    def plain(self) -> bytes:
        """The page, not gzipped."""
        return zlib.decompress(self.body, zlib.MAX_WBITS | 16)


class Readers:
    """Archives open for reading: as many as were ever lent at once, ``MOST_AT_ONCE`` at most."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._free: LifoQueue[Queries] = LifoQueue()
        self._watch = Queries(path)
        self._lock = Lock()
        self._turns = Semaphore(MOST_AT_ONCE)
        self._pages: OrderedDict[str, KeptPage] = OrderedDict()
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

    def page(self, address: str, make: Callable[[Queries], bytes]) -> KeptPage:
        """The page at ``address``, made anew only where the archive would not answer as it did."""
        kept = self._kept(address)
        if kept is not None and kept.state == self.state():
            return kept
        with self.lend() as queries:
            state = self.state()  # nothing was asked yet: a page may be newer than it says, never older
            kept = self._kept(address)  # somebody may have made it while this one waited
            if kept is None or (kept.state != state and not queries.database.answers_as(kept.notes)):
                with queries.database.noting() as notes:
                    body = make(queries)
                kept = KeptPage(state, _gzipped(body), f'W/"{sha256(body).hexdigest()[:24]}"', notes)
            found = replace(kept, state=state)
            with self._lock:  # before the next one is let in, who looks for it
                self._keep(address, found)
        return found

    def kept(self, address: str, make: Callable[[Queries], bytes]) -> bytes:
        """The same, not gzipped."""
        return self.page(address, make).plain()

    def _kept(self, address: str) -> KeptPage | None:
        """The page as it was made, if it is there."""
        with self._lock:
            kept = self._pages.get(address)
            if kept is not None:
                self._pages.move_to_end(address)
        return kept

    def _keep(self, address: str, made: KeptPage) -> None:
        old = self._pages.pop(address, None)
        self._size += made.size + len(address) - (old.size + len(address) if old else 0)
        self._pages[address] = made
        while self._size > MOST_OF_PAGES and len(self._pages) > 1:
            oldest, dropped = self._pages.popitem(last=False)
            self._size -= dropped.size + len(oldest)

    def close(self) -> None:
        """Close what is not lent."""
        self._watch.close()
        while not self._free.empty():
            self._free.get_nowait().close()


def _gzipped(body: bytes) -> bytes:
    deflater = zlib.compressobj(_LEVEL, wbits=zlib.MAX_WBITS | 16)
    return deflater.compress(body) + deflater.flush()
