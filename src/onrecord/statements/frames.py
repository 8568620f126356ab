"""The words around a statement: what its cue's sentence says besides sources, contents and other cues."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.records import Attribution, Span
from onrecord.statements.spans import by_sentence, sentence_at
from onrecord.text import View

# Sentence -> what stands in it.
_Held = Mapping[Span, Sequence[Span]]


def frames(view: View, attributions: Sequence[Attribution]) -> list[list[Span]]:
    """For each attribution the pieces of its sentence that belong to it and to nothing else."""
    contents = by_sentence(view, (s for a in attributions for s in (*a.source, *a.content)))
    cues = by_sentence(view, (s for a in attributions for s in a.cue))
    return [_frame(view, attribution, contents, cues) for attribution in attributions]


def _frame(view: View, attribution: Attribution, contents: _Held, cues: _Held) -> list[Span]:
    anchors = attribution.cue or attribution.source
    sentence = sentence_at(view, anchors[0].start) if anchors else None
    if sentence is None:
        return []
    other_cues = [c for c in cues.get(sentence, ()) if c not in attribution.cue]
    pieces = _without(sentence, [*contents.get(sentence, ()), *other_cues])
    return [p for p in pieces if _is_near(view.text, p, attribution)]


def _is_near(text: str, piece: Span, attribution: Attribution) -> bool:
    """Whether a piece of the sentence holds the cue, follows the source or leads up to it ("On air, …")."""
    holds = any(piece.overlaps(cue) for cue in attribution.cue)
    follows = any(_meet(s.end, piece.start) for s in attribution.source)
    return holds or follows or (_leads(piece, attribution) and piece.of(text).rstrip().endswith(","))


def _leads(piece: Span, attribution: Attribution) -> bool:
    return any(_meet(piece.end, s.start) for s in (*attribution.source, *attribution.cue))


def _meet(end: int, start: int) -> bool:
    """Whether at most one character stands between."""
    return 0 <= start - end <= 1


def _without(whole: Span, holes: Iterable[Span]) -> list[Span]:
    """What is left of ``whole`` when the ``holes`` are cut out."""
    found = []
    position = whole.start
    for hole in sorted(holes):
        if hole.start > position:
            found.append(Span(position, min(hole.start, whole.end)))
        position = max(position, hole.end)
    if position < whole.end:
        found.append(Span(position, whole.end))
    return found
