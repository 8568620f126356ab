"""Raw documents that wait while their articles are read, to be kept beside them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from onrecord.records import Article, RawDocument

# Inputs that hold more than their bytes tell.
_PACKED = frozenset(
    (
        ".gz",
        ".bz2",
        ".xz",
        ".zst",
        ".zip",
        ".tar",
        ".tgz",
        ".warc",
        ".docx",
        ".odt",
        ".xlsx",
        ".ods",
        ".epub",
        ".parquet",
    )
)


class Met:
    """Raw documents as they come, and how much of the inputs each is, in bytes."""

    def __init__(self, raws: Iterable[RawDocument]) -> None:
        self._raws = raws
        self._sizes: dict[tuple[str, int], int] = {}

    def __iter__(self) -> Iterator[RawDocument]:
        last = ""
        for raw in self._raws:  # of several articles of one file, the first counts for all of it
            self._sizes[raw.path, raw.item] = 0 if raw.sha256 == last else len(raw.data)
            last = raw.sha256
            yield raw

    def take(self, article: Article) -> int:
        """The bytes that an article was read from; 0 where they are counted already."""
        return self._sizes.pop((article.path, article.item), 0)


def whole(files: Iterable[str]) -> int | None:
    """The bytes of all files; None where one is packed, or none is one."""
    total = 0
    for name in files:
        path = Path(name)
        try:
            if path.suffix.lower() in _PACKED or not path.is_file():
                return None
            total += path.stat().st_size
        except (OSError, ValueError):
            return None
    return total


class Originals:
    """Passes raw documents on without their bytes, and gives each back once for the article made of it.

    Articles come in the order of their documents: what stands before one that is asked for gave no article
    and is forgotten. So no more wait than are being read.
    """

    def __init__(self, raws: Iterable[RawDocument]) -> None:
        self._raws = raws
        self._waiting: OrderedDict[tuple[str, int, str], RawDocument] = OrderedDict()

    def __iter__(self) -> Iterator[RawDocument]:
        for raw in self._raws:
            self._waiting[raw.path, raw.item, raw.sha256] = raw
            yield replace(raw, data=b"")

    def of(self, article: Article) -> RawDocument | None:
        """What ``article`` was read from; None when it was asked for before, or another reader read it."""
        key = (article.path, article.item, article.sha256)
        if key not in self._waiting:
            return None
        while True:
            found, raw = self._waiting.popitem(last=False)
            if found == key:
                return raw
