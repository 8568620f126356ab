"""Raw documents that an archive has already read with today's code, and need not be read again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator

from onrecord import stages, store
from onrecord.records import Article, RawDocument
from onrecord.versions import packages

# Documents passed over before that is written down: as many as articles are written at once.
_AT_ONCE = 64


def code() -> str:
    """What, besides itself, decides what is read off a document by the product's own reader."""
    parts = [stages.chain("dates"), stages.chain("stories"), stages.placing()]
    parts += [f"{name} {version}" for name, version in packages().items()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def made_of(raw: RawDocument, by: str) -> str:
    """The digest of all that an article is made of: the document as it was decoded, and the code ``by``."""
    told = (by, raw.path, raw.item, raw.sha256, raw.media_type, raw.region, sorted(raw.fields.items()))
    whole = hashlib.sha256(repr(told).encode("utf-8", "surrogatepass"))
    whole.update(raw.region.of(raw.text).encode("utf-8", "surrogatepass"))
    return whole.hexdigest()[:32]


class Unchanged:
    """Passes over documents of which the archive holds the article, made of the same by the same code.

    ``by``: as ``code`` gives it; ``number``: of this reading; ``tell``: told of every article passed over.
    """

    def __init__(
        self, database: store.Database, number: int, by: str, tell: Callable[[Article], None]
    ) -> None:
        self._database = database
        self._number = number
        self._by = by
        self._tell = tell
        self._found: list[Article] = []

    def others(self, raws: Iterable[RawDocument]) -> Iterator[RawDocument]:
        """The documents that are to be read. Must not be asked inside a transaction."""
        for raw in raws:
            with self._database.reading() as connection:
                held = store.copies.find_made(connection, raw.path, raw.item, made_of(raw, self._by))
            if held is None:
                yield raw
                continue
            self._found.append(held)
            if len(self._found) >= _AT_ONCE:
                self._keep()
        self._keep()

    def _keep(self) -> None:
        """Write down that they were met; their stories wait if a stage that compares them changed."""
        chains = stages.comparing()
        with self._database.transaction() as connection:
            for article in self._found:
                store.copies.put_copy(connection, article, self._number)
                store.made.mark_stale(connection, article.id, chains)
        for article in self._found:
            self._tell(article)
        self._found.clear()
