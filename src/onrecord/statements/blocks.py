"""Blocks and sentences of one article, looked up by offset in logarithmic time."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from onrecord.languages.sentences import sentences
from onrecord.records import Article, Block, Span

# Kinds of blocks that tell something; the rest is headlines and furniture.
_RUNNING = frozenset({"paragraph"})


class Blocks:
    """An article's blocks; the sentences of a block are found when first asked for."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._blocks = article.blocks
        self._starts = [b.start for b in article.blocks]
        self._sentences: dict[int, list[Span]] = {}

    def at(self, offset: int) -> Block | None:
        """The block that holds ``offset``, or None between blocks."""
        i = bisect_right(self._starts, offset) - 1
        return self._blocks[i] if i >= 0 and offset < self._blocks[i].end else None

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds ``offset``, or None between sentences."""
        found = self._sentences_at(offset)
        i = bisect_right(found, offset, key=lambda s: s.start) - 1
        return found[i] if i >= 0 and offset < found[i].end else None

    def body_sentences(self) -> Iterator[Span]:
        """The sentences of all blocks of running text, in order."""
        for block in self._blocks:
            if block.kind in _RUNNING:
                yield from self._sentences_at(block.start)

    def by_sentence(self, spans: Iterable[Span]) -> dict[Span, list[Span]]:
        """Sentence -> those of ``spans`` that overlap it; of a span over several blocks, the first's."""
        found: dict[Span, list[Span]] = defaultdict(list)
        for span in spans:
            near = self._sentences_at(span.start)
            for i in range(bisect_right(near, span.start, key=lambda s: s.end), len(near)):
                if near[i].start >= span.end:
                    break
                found[near[i]].append(span)
        return found

    def _sentences_at(self, offset: int) -> list[Span]:
        """The sentences of the block that holds ``offset``."""
        block = self.at(offset)
        if block is None:
            return []
        if block.start not in self._sentences:
            self._sentences[block.start] = sentences(self._text, block.start, block.end)
        return self._sentences[block.start]
