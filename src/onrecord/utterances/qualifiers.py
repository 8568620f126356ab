"""What a rendering leaves out that changes the statement: qualifiers, and a "not" on one side only.

The word alignment with each fuller rendering shows which words stand only there. When they hold a
qualifier of a class that this rendering lacks altogether, the rendering drops it.
"""

from __future__ import annotations

from itertools import pairwise

from onrecord.languages.english.qualifiers import (
    CONDITION_OTHERWISE,
    EMPTY_AFTER,
    EMPTY_BEFORE,
    QUALIFIERS,
    STRONG,
)
from onrecord.languages.words import is_negation
from onrecord.records import Place
from onrecord.utterances.comparing import Run, align_words
from onrecord.utterances.labels import Rendered

# Shares of the shorter one's words that the two must have in common before a missing word means anything:
# for contrasts, conditions and exceptions, and for hedges and degrees.
ALIKE, NEARLY_ALIKE = 0.45, 0.6
# A flipped "not" is claimed only between renderings that otherwise agree nearly word for word.
NEARLY_SAME = 0.7
# Words of context shown on either side of a qualifier.
_REACH = 6
# A contrast counts when at most this share of what follows it is in the rendering: it stops before "but".
_STOPS = 0.34
_ENDS = frozenset(".!?…")
_GAP = 40  # characters before a word that are looked at for the end of a sentence


def dropped(rendering: Rendered, other: Rendered) -> Place | None:
    """The place of a qualifier that ``other`` carries and ``rendering`` leaves out, or None."""
    runs = align_words(rendering.keys, other.keys)
    shorter = min(len(rendering.keys), len(other.keys))
    common = _shared(runs)
    if common < ALIKE * shorter:
        return None
    kept = {at for run in runs if run.kind in ("same", "moved") for at in range(*run.b)}
    own = {QUALIFIERS[word] for word in rendering.plain if word in QUALIFIERS}
    if not CONDITION_OTHERWISE.isdisjoint(rendering.plain):
        own.add("condition")
    for at, word in enumerate(other.plain):
        kind = QUALIFIERS.get(word)
        if kind is None or at in kept or kind in own or _is_empty(other.plain, at):
            continue
        if kind not in STRONG and common < NEARLY_ALIKE * shorter:
            continue
        if kind == "contrast" and not _stops_before(other, at, kept):
            continue
        return _place(other, max(0, at - 1), min(len(other.words), at + _REACH), kind)
    return None


def _is_empty(plain: tuple[str, ...], at: int) -> bool:
    """Whether the word at ``at`` is part of a phrase that limits nothing ("as if", "but also")."""
    if plain[max(0, at - 1) : at + 1] in EMPTY_AFTER or plain[at : at + 2] in EMPTY_BEFORE:
        return True
    before = plain[max(0, at - 15) : at]
    return plain[at] == "but" and ("not", "only") in pairwise(before)


def _stops_before(other: Rendered, at: int, kept: set[int]) -> bool:
    """Whether the rendering has words before the contrast, in its sentence, and hardly any after it."""
    low, high = at, at + 1
    while low > 0 and not _breaks(other, low - 1):
        low -= 1
    while high < len(other.words) and not _breaks(other, high - 1):
        high += 1
    after = range(at + 1, high)
    share = sum(i in kept for i in after) / max(len(after), 1)
    return any(i in kept for i in range(low, at)) and share <= _STOPS


def _breaks(other: Rendered, at: int) -> bool:
    """Whether a sentence ends between the words ``at`` and ``at + 1``."""
    text = other.points[0].article.text
    between = text[other.words[at].end : other.words[at + 1].start] if at + 1 < len(other.words) else "."
    return not _ENDS.isdisjoint(between[-_GAP:])


def _place(other: Rendered, low: int, high: int, kind: str) -> Place:
    """Words ``low:high`` of ``other``, cut so as not to run over a gap between stretches."""
    start, end = other.words[low], other.words[high - 1]
    return Place(other.points[0].article.id, start.start, max(end.end, start.end), f"qualifier: {kind}")


def _shared(runs: list[Run]) -> int:
    return sum(run.a[1] - run.a[0] for run in runs if run.kind in ("same", "moved"))


def flipped(rendering: Rendered, other: Rendered) -> bool:
    """Whether a "not" stands in one of two renderings that otherwise say the same in the same words."""
    counts = [sum(map(is_negation, r.plain)) % 2 for r in (rendering, other)]
    if counts[0] == counts[1]:
        return False
    runs = align_words(rendering.keys, other.keys)
    return _shared(runs) >= NEARLY_SAME * max(len(rendering.keys), len(other.keys))
