"""What a rendering leaves out that changes the statement: qualifiers, and a "not" on one side only.

The word alignment with each fuller rendering shows which words stand only there. When they hold a
qualifier of a class that this rendering lacks altogether, the rendering drops it.
"""

from __future__ import annotations

from onrecord.languages.english.qualifiers import QUALIFIERS, STRONG
from onrecord.languages.words import is_negation
from onrecord.records import Place
from onrecord.utterances.comparing import Run, align_words
from onrecord.utterances.labels import Rendered

# The two must share at least this share of the shorter one's words before a missing word means anything.
ALIKE = 0.5
# A flipped "not" is claimed only between renderings that otherwise agree nearly word for word.
NEARLY_SAME = 0.7
# Words of context shown on either side of a qualifier.
_REACH = 6


def dropped(rendering: Rendered, other: Rendered) -> Place | None:
    """The place of a qualifier that ``other`` carries and ``rendering`` leaves out, or None."""
    runs = align_words(rendering.keys, other.keys)
    if _shared(runs) < ALIKE * min(len(rendering.keys), len(other.keys)):
        return None
    own = {QUALIFIERS[word] for word in rendering.plain if word in QUALIFIERS}
    for run in runs:
        if run.kind not in ("only_here", "changed"):
            continue
        for at in range(*run.b):
            kind = QUALIFIERS.get(other.plain[at])
            if kind is not None and kind not in own and kind in STRONG:
                low, high = max(run.b[0], at - _REACH), min(run.b[1], at + _REACH)
                return _place(other, low, high, kind)
    return None


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
