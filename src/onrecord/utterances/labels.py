"""How a rendering relates to the fullest direct one: verbatim, partial, variant or paraphrase.

Labels follow from the word alignment alone: how much of the rendering is quoted, how much of the quoted
words stand in the fullest rendering in the same order, and how much of the fullest they cover.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from onrecord.records import Label, Spans
from onrecord.utterances.points import Point

# Shares of quoted words. Swept on the development benchmark by cross-validation (evals/utterances.py).
SAME_WORDS = 0.9  # of the rendering's quoted words stand in the fullest, in order: the same words
SAME_EXTENT = 0.9  # of the fullest's words are covered: the same extent
QUOTED = 0.25  # of a rendering's words are quoted, at least, to speak of more than a fragment


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


def label(rendering: Rendered, best: Rendered) -> Label:
    """The label of ``rendering`` against the fullest one, itself verbatim unless a fragment."""
    words, whole = rendering.quoted_words, best.quoted_words
    if not words or not whole:
        return "paraphrase"
    is_fragment = len(words) < QUOTED * len(rendering.plain)
    if rendering is best:
        return "partial" if is_fragment else "verbatim"
    common = LCSseq.similarity(words, whole)
    if common >= SAME_WORDS * len(words):
        return "partial" if is_fragment or common < SAME_EXTENT * len(whole) else "verbatim"
    return "partial" if len(rendering.plain) > 2 * len(words) else "variant"
