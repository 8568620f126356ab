"""What else than a change of mind may explain that two statements on one topic commit to different things."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.positions.commitments import Commitment

# Levels that report silence: they say nothing about what the speaker would do.
_SILENT = frozenset(("did_not_discuss", "no_comment"))
# Two statements whose content words overlap less than this answer different questions as likely as not.
_SAME_QUESTION = 0.25


def rivals(before: Commitment, after: Commitment) -> Iterator[str]:
    """Explanations, in words, that the texts leave open besides a moved position."""
    if before.speaker_id != after.speaker_id:
        yield "another speaker: the two statements come from different voices of the same side"
    yield from _other_questions(before, after)
    yield from _other_wordings(before, after)
    for which, one in (("earlier", before), ("later", after)):
        if len(one.witnesses) == 1:
            witness = one.article.outlet or "one article"
            yield f"one outlet only: {witness} alone carries the {which} statement"
    if before.statement.said.day is None or after.statement.said.day is None:
        yield "an uncertain order: the text does not say on which day one of the statements was made"


def _other_questions(before: Commitment, after: Commitment) -> Iterator[str]:
    """Where the two may answer different questions."""
    for which, one in (("earlier", before), ("later", after)):
        if one.level in _SILENT:
            yield f"another question: the {which} statement tells what was left unsaid, not what is intended"
    if not {before.level, after.level} & _SILENT and _overlap(before, after) < _SAME_QUESTION:
        yield "another question: the two statements share few words and may answer different questions"


def _other_wordings(before: Commitment, after: Commitment) -> Iterator[str]:
    """Where the level may be that of whoever put it into these words."""
    indirect = sum(c.statement.kind == "indirect" for c in (before, after))
    if indirect:
        which = "both statements are" if indirect == 2 else "one of the statements is"
        yield f"a paraphrase: {which} not quoted; the level may be a reporter's or translator's wording"


def _overlap(before: Commitment, after: Commitment) -> float:
    """Jaccard overlap of the content words of two statements, 0 to 1."""
    first, second = before.keys, after.keys
    return len(first & second) / len(first | second) if first | second else 0.0
