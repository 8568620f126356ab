"""Connections to one archive, lent to one request at a time; pages kept while it answers the same."""

from __future__ import annotations

import time
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Lock
from typing import TYPE_CHECKING

from onrecord.errors import TooLongError
from onrecord.queries import Queries
from onrecord.store.noting import Notes
from onrecord.web.turns import Turns

if TYPE_CHECKING:
    from onrecord.store.columns import Columns

# Pages kept, with notes of what they were made of. Deflated, a story's page of 100 to 900 kB takes a tenth.
MOST_OF_PAGES = 48 << 20
# So much of that may be taken by pages that nobody asked for yet.
_AHEAD = 0.75
# Requests that ask at once: one processor makes all pages, so that more would only be late together, and each
# holds an archive open, with some megabytes of it. Two, as SQLite works beside whoever draws: of the pages of
# a server that 20 readers find just started half came within 0.6 s in the first 25 s, with four within 2.7 s.
MOST_AT_ONCE = 2
# Seconds after which a page that is not there yet is given up, and its reader told so.
LONGEST = 20.0
# zlib's quickest: 2 ms for a page of 300 kB, and a quarter more room than its usual takes 6 ms for.
_LEVEL = 1


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page as it was made, gzipped; ``state``: of the archive when it was last found to be so still.

    ``at``: when that was, at the earliest.
    """

    state: int
    at: float
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


@dataclass(slots=True)
class _Making:
    """A page that is being made, and how many want it."""

    lock: Lock = field(default_factory=Lock)
    wanted_by: int = 0


class Readers:
    """Archives open for reading: as many as were ever lent at once, ``MOST_AT_ONCE`` at most."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._free: LifoQueue[Queries] = LifoQueue()
        self._watch = Queries(path)
        self._lock, self._watching = Lock(), Lock()
        self._turns = Turns(MOST_AT_ONCE)
        self._making: dict[str, _Making] = {}
        self._pages: OrderedDict[str, KeptPage] = OrderedDict()
        self._size = 0
        self._columns: Columns | None = None

    @contextmanager
    def lend(self, kind: str = "", *, later: float = 0.0) -> Iterator[Queries]:
        """An archive to ask, in one state of it; whoever holds one asks for no other.

        Args:
            kind: of the request, by which it is known about how long it takes.
            later: how many seconds those that come after it may go before it.

        Raises:
            TooLongError: no archive was free for so long, or what was asked of it takes so long.
        """
        end = time.monotonic() + LONGEST
        with self._turns.turn(kind, later=later, patience=LONGEST):
            try:
                queries = self._free.get_nowait()
            except Empty:
                queries = Queries(self._path)
                queries.database.columns = self._columns_of
            try:
                with queries.database.until(end), queries.snapshot():
                    yield queries
            finally:
                self._free.put(queries)

    def _columns_of(self) -> Columns:
        """The columns that all connections share."""
        from onrecord.store.columns import Columns  # noqa: PLC0415 - numpy, which no first page waits for

        with self._lock:
            if self._columns is None:
                self._columns = Columns()
            return self._columns

    def state(self) -> int:
        """Changes whenever somebody has written to the archive."""
        with self._watching:
            return self._watch.state()

    def page(self, address: str, make: Callable[[Queries], bytes]) -> KeptPage:
        """The page at ``address``, made anew only where the archive would not answer as it did."""
        came = time.monotonic()
        kept = self._kept(address)
        if kept is not None and (kept.state == self.state() or self._still_holds(address, kept)):
            return kept
        with self._alone_with(address):
            kept = self._kept(address)  # somebody may have made it while this one waited
            if kept is not None and (kept.at >= came or kept.state == self.state()):
                return kept
            return self._made(address, make, kept)

    def _still_holds(self, address: str, kept: KeptPage) -> bool:
        """Whether a page that is asked for by ids alone holds: known in a moment, without a turn."""
        if kept.notes.answered:
            return False
        at = time.monotonic()
        with self._watching:
            state = self._watch.state()
            with self._watch.snapshot():
                holds = self._watch.database.answers_as(kept.notes)
        if holds:
            with self._lock:
                self._keep(address, replace(kept, state=state, at=at))
        return holds

    def _made(self, address: str, make: Callable[[Queries], bytes], kept: KeptPage | None) -> KeptPage:
        """The page as it is now: the one that was kept, or made anew."""
        kind = "/".join(address.partition("?")[0].split("/")[:2])
        with self.lend(kind if kept is None else f"{kind} again") as queries:
            # Nothing was asked yet: a page may be newer than it says, never older.
            at, state = time.monotonic(), self.state()
            if kept is None or (kept.state != state and not queries.database.answers_as(kept.notes)):
                with queries.database.noting() as notes:
                    body = make(queries)
                kept = KeptPage(state, at, _gzipped(body), f'W/"{sha256(body).hexdigest()[:24]}"', notes)
            found = replace(kept, state=state, at=at)
        with self._lock:
            self._keep(address, found)
        return found

    @contextmanager
    def _alone_with(self, address: str) -> Iterator[None]:
        """Lets one at a time make a page, so that others who want it have no turns meanwhile."""
        with self._lock:
            making = self._making.setdefault(address, _Making())
            making.wanted_by += 1
        try:
            if not making.lock.acquire(timeout=LONGEST):
                raise TooLongError(f"this page was being made for {LONGEST:.0f} s")
            try:
                yield
            finally:
                making.lock.release()
        finally:
            with self._lock:
                making.wanted_by -= 1
                if not making.wanted_by:
                    del self._making[address]

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

    def has(self, address: str) -> bool:
        """Whether a page is kept, be it out of date."""
        return address in self._pages

    def shown(self, address: str) -> bytes | None:
        """A page as it was made last, be it out of date; None where none is kept."""
        with self._lock:
            kept = self._pages.get(address)
        return None if kept is None else kept.plain()

    def has_room(self) -> bool:
        """Whether there is room for pages that nobody asked for yet."""
        return self._size < _AHEAD * MOST_OF_PAGES

    def close(self) -> None:
        """Close what is not lent."""
        self._watch.close()
        while not self._free.empty():
            self._free.get_nowait().close()


def _gzipped(body: bytes) -> bytes:
    deflater = zlib.compressobj(_LEVEL, wbits=zlib.MAX_WBITS | 16)
    return deflater.compress(body) + deflater.flush()
