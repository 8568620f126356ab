"""Raw documents that wait while their articles are read, to be kept beside them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.records import Article, RawDocument


class Originals:
    """Passes raw documents on without their bytes, and gives each back once for the article made of it.

    Articles come in the order of their documents: what stands before one that is asked for gave no article,
    and
    is forgotten. So no more wait than are being read.
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
