"""How a rendering relates to the fullest one of the same words: verbatim, partial, variant or paraphrase.

Labels follow from the word alignment alone: how much of the rendering is quoted, how much of the quoted
words stand in another rendering in the same order, and how much of the sentences it takes up they cover. A
group may hold several sentences of one speech, so each rendering is laid beside the one that shares most of
its words, not beside the longest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from onrecord.languages import Language
from onrecord.records import Label, Spans
from onrecord.utterances.points import Point

# Shares of quoted words, chosen by hand on the benchmark's development half and not swept together. With the
# groups of unseen events 83.7 % of labels are right; an extent of 0.6 gives 0.4 more, but would call a
# quotation verbatim that stops before "unless".
SAME_WORDS = 0.9  # of the rendering's quoted words stand in the other, in order: the same words
SAME_EXTENT = 0.8  # of the words of the other's sentences that it takes up are covered: the same extent
SHARED = 0.2  # of the shorter one's quoted words are common: the two give the same words at all
TAKEN_UP = 0.5  # of a sentence's words stand in the rendering: it takes up that sentence
QUOTED = 0.5  # of a rendering's words are quoted, at least, to speak of more than a fragment


@dataclass(frozen=True, slots=True)
class Rendered:
    """One statement's part in an utterance: neighbouring points read as one text."""

    points: tuple[Point, ...]
    spans: Spans
    words: Spans
    plain: tuple[str, ...]
    keys: tuple[str, ...]
    quoted: tuple[bool, ...]

    @property
    def language(self) -> Language:
        """What it is read with."""
        return self.points[0].view.language

    @property
    def quoted_words(self) -> tuple[str, ...]:
        """The words within quotation marks, or all words of a direct statement."""
        if self.points[0].statement.kind == "direct":
            return self.plain
        return tuple(word for word, quoted in zip(self.plain, self.quoted, strict=True) if quoted)


def rendered(points: Sequence[Point]) -> Rendered:
    """``points`` of one statement, in text order, as one."""
    ordered = tuple(sorted(points, key=lambda p: p.index))
    return Rendered(
        points=ordered,
        spans=_merged(ordered),
        words=tuple(word for p in ordered for word in p.words),
        plain=tuple(word for p in ordered for word in p.plain),
        keys=tuple(key for p in ordered for key in p.keys),
        quoted=tuple(flag for p in ordered for flag in p.quoted),
    )


def _merged(points: Sequence[Point]) -> Spans:
    """The points' spans, without repeats, in text order."""
    return tuple(sorted({span for point in points for span in point.spans}))


def fullest(renderings: Sequence[Rendered]) -> int:
    """Index of the rendering that gives most of the speaker's own words; without any, the longest."""

    def size(at: int) -> tuple[int, int, int, tuple[str, str, int]]:
        r = renderings[at]
        first = r.points[0]
        return (-len(r.quoted_words), first.statement.headline, -len(r.plain), first.key)

    return min(range(len(renderings)), key=size)


def label(rendering: Rendered, renderings: Sequence[Rendered]) -> Label:
    """The label of one of ``renderings``: the fullest of its words is verbatim unless a fragment."""
    words = rendering.quoted_words
    if not words:
        return "paraphrase"
    is_fragment = len(words) < QUOTED * len(rendering.plain)
    other, common = _nearest(rendering, renderings)
    if other is None or len(words) > len(other.quoted_words):
        return "partial" if is_fragment else "verbatim"
    if common >= SAME_WORDS * len(words):
        return "partial" if is_fragment or common < SAME_EXTENT * _extent(words, other) else "verbatim"
    if is_fragment or len(rendering.plain) > 2 * len(words):
        return "partial"
    return "variant"


def _nearest(rendering: Rendered, renderings: Sequence[Rendered]) -> tuple[Rendered | None, int]:
    """The other rendering with most of the same quoted words in order, and how many."""
    words = rendering.quoted_words
    best: tuple[int, int, Rendered] | None = None
    for other in renderings:
        whole = other.quoted_words
        if other is rendering or not whole:
            continue
        common = LCSseq.similarity(words, whole)
        enough = common >= SHARED * min(len(words), len(whole))
        if enough and (best is None or (common, len(whole)) > best[:2]):
            best = (common, len(whole), other)
    return (None, 0) if best is None else (best[2], best[0])


def _extent(words: Sequence[str], other: Rendered) -> int:
    """How many words the sentences of ``other`` that ``words`` take up have in all."""
    each = [rendered([p]).quoted_words for p in other.points]
    taken = sum(len(w) for w in each if w and LCSseq.similarity(words, w) >= TAKEN_UP * len(w))
    return taken or len(other.quoted_words)
