"""What else than a change of mind may explain that two statements on one topic commit to different things."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.languages.words import fold, is_content, words
from onrecord.positions.stands import Stand

# Levels that report silence: they say nothing about what the speaker would do.
_SILENT = frozenset(("did_not_discuss", "no_comment"))
# Two statements whose content words overlap less than this answer different questions as likely as not.
_SAME_QUESTION = 0.25


def rivals(before: Stand, after: Stand) -> Iterator[str]:
    """Explanations, in words, that the texts leave open besides a moved position."""
    if before.speaker_id != after.speaker_id:
        yield "another speaker: the two statements come from different voices of the same side"
    for stand, which in ((before, "earlier"), (after, "later")):
        if stand.level in _SILENT:
            yield f"another question: the {which} statement tells what was left unsaid, not what is intended"
    if not {before.level, after.level} & _SILENT and _overlap(before, after) < _SAME_QUESTION:
        yield "another question: the two statements share few words and may answer different questions"
    indirect = [s for s in (before, after) if s.statement.kind == "indirect"]
    if indirect:
        which = "both statements are" if len(indirect) == 2 else "one of the statements is"
        yield f"a paraphrase: {which} not quoted; the level may be a reporter's or translator's wording"
    for stand, which in ((before, "earlier"), (after, "later")):
        if len(stand.witnesses) == 1:
            witness = stand.article.outlet or "one article"
            yield f"one outlet only: {witness} alone carries the {which} statement"
    if any(s.statement.said.day is None for s in (before, after)):
        yield "an uncertain order: the text does not say on which day one of the statements was made"


def _overlap(before: Stand, after: Stand) -> float:
    """Jaccard overlap of the folded content words of two statements, 0 to 1."""
    first, second = _keys(before), _keys(after)
    return len(first & second) / len(first | second) if first | second else 0.0


def _keys(stand: Stand) -> frozenset[str]:
    """Folded content words of a statement."""
    text = stand.article.text
    found = (w.of(text) for s in stand.statement.content for w in words(text, s.start, s.end))
    return frozenset(fold(word) for word in found if is_content(word))
