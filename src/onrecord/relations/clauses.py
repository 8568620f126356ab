"""The clause that a value hangs on: the words between the marks and conjunctions on either side of it."""

from __future__ import annotations

from functools import cache

from onrecord.languages import Language
from onrecord.languages.grammar import RelationGrammar
from onrecord.records import Span
from onrecord.text import Sentence

# Content words besides the value from which a clause can tell what it is about; a poorer one takes in what
# stands beyond the nearer of its bounds.
FEWEST = 3
# Words on either side that are looked at.
LONGEST = 24
_MARKS = frozenset(',;:—–()[]“”"')


def clause(sentence: Sentence, span: Span) -> tuple[int, int]:
    """Numbers of the first word of the clause around ``span``, and of the first after it."""
    first, after = sentence.around(span)
    least, most = max(0, first - LONGEST), min(len(sentence.words), after + LONGEST)
    low, high = _left(sentence, first, least), _right(sentence, after, most)
    while (low > least or high < most) and not _tells(sentence, (low, first), (after, high)):
        if high >= most or (low > least and first - low <= high - after):
            low = _left(sentence, low - 1, least)
        else:
            high = _right(sentence, high + 1, most)
    return low, high


def _tells(sentence: Sentence, *stretches: tuple[int, int]) -> bool:
    """Whether stretches hold enough content words to tell what a value is about."""
    return sum(w.content for start, end in stretches for w in sentence.words[start:end]) >= FEWEST


def _left(sentence: Sentence, at: int, least: int) -> int:
    while at > least and not _bound(sentence, at):
        at -= 1
    return at


def _right(sentence: Sentence, at: int, most: int) -> int:
    while at < most and not _bound(sentence, at):
        at += 1
    return at


def _bound(sentence: Sentence, at: int) -> bool:
    """Whether a clause begins at word ``at``."""
    if not 0 < at < len(sentence.words):
        return True
    return bool(_MARKS.intersection(sentence.gap(at - 1))) or sentence.words[at].plain in openers(
        sentence.language
    )


@cache
def openers(language: Language) -> frozenset[str]:
    """Words that open a clause."""
    return language.grammar(RelationGrammar).clause_openers
