"""What a rendering leaves out that changes the statement: qualifiers, and a "not" on one side only.

The word alignment with each fuller rendering shows which words stand only there. When they hold a
qualifier of a class that this rendering lacks altogether, the rendering drops it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from onrecord.languages.grammar import QualifierGrammar
from onrecord.records import Place
from onrecord.utterances.comparing import Run, align_words
from onrecord.utterances.labels import Rendered
from onrecord.utterances.points import Point

# Shares of the shorter one's words that the two must have in common before a missing word means anything:
# for contrasts, conditions and exceptions, and for hedges and degrees.
ALIKE, NEARLY_ALIKE = 0.45, 0.6
# Of the meaningful words of a rendering that quotes nothing, the share that the sentence must have before a
# condition or contrast in it counts: chosen by hand, no set shows more than a handful of cases.
REPEATED = 0.75
# A flipped "not" is claimed only between renderings that otherwise agree nearly word for word.
NEARLY_SAME = 0.7
# Words on either side of a qualifier in which what it limits is looked for, and how many words that carry
# meaning the rendering must repeat there.
NEAR, LEAST = 6, 2
# Classes whose words bound by themselves, without a clause.
_WORDS_ALONE = frozenset(("degree", "doubt"))
_SCOPE = 3  # words after a hedge or degree among which the word that it limits stands
# Words of context shown on either side of a qualifier.
_REACH = 6
_NOT_ONLY = 15  # words before a contrast in which its "not only" is looked for
_GAP = 3  # characters between two words in which a comma is looked for
# A contrast counts when at most this share of what follows it is in the rendering: it stops before "but".
_STOPS = 0.34


def dropped(rendering: Rendered, other: Rendered) -> Place | None:
    """The place of a qualifier that ``other`` carries and ``rendering`` leaves out, or None.

    Each sentence of ``other`` is looked at by itself: what another sentence limits is not dropped here.
    """
    grammar = rendering.language.grammar(QualifierGrammar)
    own = {grammar.qualifiers[word] for word in rendering.plain if word in grammar.qualifiers}
    if not grammar.condition_otherwise.isdisjoint(rendering.plain):
        own.add("condition")
    for point in other.points:
        found = [(at, kind) for at in range(len(point.plain)) if (kind := _kind(grammar, point.plain, at))]
        wanted = [(at, kind) for at, kind in found if kind not in own]
        place = _dropped_of(rendering, point, wanted) if wanted else None
        if place is not None:
            return place
    return None


def _kind(grammar: QualifierGrammar, plain: tuple[str, ...], at: int) -> str:
    """The class of the qualifier that begins at ``at``; empty when none does."""
    if plain[at : at + 2] in grammar.condition_pairs:
        return "condition"
    return grammar.qualifiers.get(plain[at], "")


def _dropped_of(rendering: Rendered, sentence: Point, wanted: Sequence[tuple[int, str]]) -> Place | None:
    """The first of the qualifiers ``wanted`` of ``sentence`` that ``rendering`` leaves out."""
    runs = align_words(rendering.keys, sentence.keys, rendering.language)
    shorter = min(len(rendering.keys), len(sentence.keys))
    common = _shared(runs)
    quotes = any(rendering.quoted) or rendering.points[0].statement.kind == "direct"
    if common < (ALIKE if quotes else NEARLY_ALIKE) * shorter:
        return None
    kept = {at for run in runs if run.kind in ("same", "moved") for at in range(*run.b)}
    grammar = rendering.language.grammar(QualifierGrammar)
    for at, kind in wanted:
        # A strong one counts where the rendering quotes, or repeats the sentence in other words; a weak one
        # where both agree nearly word for word.
        close = common >= NEARLY_ALIKE * shorter
        counts = quotes or _repeats(rendering, sentence, kept) if kind in grammar.strong else close
        if at in kept or not counts or _is_empty(grammar, sentence.plain, at):
            continue
        bound = range(at, _bound_end(sentence, _stretch(sentence, at), at, kind))
        if _LIMITS[kind](sentence, _stretch(sentence, at), at, kept):
            return _place(sentence, bound.start, bound.stop, kind)
    return None


def _bound_end(sentence: Point, stretch: range, at: int, kind: str) -> int:
    """Number of the word after the clause that begins at ``at``; after a hedge, a few words are shown."""
    if kind in _WORDS_ALONE:
        return min(stretch.stop, at + _REACH)
    return next((i + 1 for i in range(at, stretch.stop - 1) if _is_before_comma(sentence, i)), stretch.stop)


def _repeats(rendering: Rendered, sentence: Point, kept: set[int]) -> bool:
    """Whether a rendering in other words is of this very sentence: nearly all that it says stands there."""
    is_content = rendering.language.is_content
    told = sum(map(is_content, rendering.plain))
    return sum(is_content(sentence.plain[i]) for i in kept) >= REPEATED * told


def _stretch(sentence: Point, at: int) -> range:
    """The words that stand in one stretch with the word at ``at``: "he said" ends a stretch."""
    span = next((s for s in sentence.spans if s.start <= sentence.words[at].start < s.end), sentence.spans[0])
    inside = [i for i, word in enumerate(sentence.words) if span.start <= word.start < span.end]
    return range(inside[0], inside[-1] + 1)


def _around(sentence: Point, stretch: range, at: int, kept: set[int]) -> bool:
    """Whether enough of the words around a condition are in the rendering: it limits what is repeated."""
    near = range(max(stretch.start, at - NEAR), min(stretch.stop, at + NEAR + 1))
    return sum(i in kept and _tells(sentence, i) for i in near) >= LEAST


def _condition(sentence: Point, stretch: range, at: int, kept: set[int]) -> bool:
    """The same, or a condition that opens the sentence and whose main clause is in the rendering."""
    if _around(sentence, stretch, at, kept):
        return True
    comma = next((i for i in range(at, stretch.stop - 1) if _is_before_comma(sentence, i)), None)
    if at > stretch.start + 1 or comma is None:
        return False
    return _around(sentence, range(comma + 1, stretch.stop), comma + 1, kept)


def _is_before_comma(sentence: Point, at: int) -> bool:
    here, following = sentence.words[at], sentence.words[at + 1]
    return "," in sentence.article.text[here.end : min(following.start, here.end + _GAP)]


def _next(sentence: Point, stretch: range, at: int, kept: set[int]) -> bool:
    """Whether the word that a hedge or degree stands before is in the rendering, and others around it."""
    following = range(at + 1, min(stretch.stop, at + 1 + _SCOPE))
    first = next((i for i in following if _tells(sentence, i)), None)
    return first in kept and _around(sentence, stretch, at, kept)


def _tells(sentence: Point, at: int) -> bool:
    """Whether the word at ``at`` carries meaning."""
    return sentence.view.language.is_content(sentence.plain[at])


def _is_empty(grammar: QualifierGrammar, plain: tuple[str, ...], at: int) -> bool:
    """Whether the word at ``at`` is part of a phrase that limits nothing ("as if", "but also")."""
    if plain[max(0, at - 1) : at + 1] in grammar.empty_after or plain[at : at + 2] in grammar.empty_before:
        return True
    if plain[at : at + 3] in grammar.courtesies:
        return True
    before = plain[max(0, at - _NOT_ONLY) : at]
    return plain[at] == grammar.contrast and grammar.not_only in pairwise(before)


def _stops_before(sentence: Point, stretch: range, at: int, kept: set[int]) -> bool:
    """Whether the rendering has words of the stretch before the contrast, and hardly any after it.

    "Not this but that" is a correction, which limits nothing.
    """
    before = range(stretch.start, at)
    after = range(at + 1, stretch.stop)
    if any(sentence.view.language.is_negation(sentence.plain[i]) for i in before[-NEAR:]):
        return False
    share = sum(i in kept for i in after) / max(len(after), 1)
    return any(i in kept for i in before) and share <= _STOPS


_LIMITS: Mapping[str, Callable[[Point, range, int, set[int]], bool]] = {
    "contrast": _stops_before,
    "condition": _condition,
    "exception": _around,
    "degree": _next,
    "doubt": _next,
}


def _place(sentence: Point, low: int, high: int, kind: str) -> Place:
    """Words ``low:high`` of ``sentence``."""
    start, end = sentence.words[low], sentence.words[high - 1]
    return Place(sentence.article.id, start.start, max(end.end, start.end), f"qualifier: {kind}")


def _shared(runs: list[Run]) -> int:
    return sum(run.a[1] - run.a[0] for run in runs if run.kind in ("same", "moved"))


def flipped(rendering: Rendered, other: Rendered) -> bool:
    """Whether a "not" stands in one of two renderings that otherwise say the same in the same words."""
    is_negation = rendering.language.is_negation
    counts = [sum(map(is_negation, r.plain)) % 2 for r in (rendering, other)]
    if counts[0] == counts[1]:
        return False
    runs = align_words(rendering.keys, other.keys, rendering.language)
    return _shared(runs) >= NEARLY_SAME * max(len(rendering.keys), len(other.keys))
