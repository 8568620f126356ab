"""What users' corrections take out of a chain: the statements that they name, and no others of the chain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.identity.forms import stands_at
from onrecord.records import Correction, LocalSpeaker, Mention, Place, Span, stable_id

# Which corrections, by their number, speak of a statement.
Spoken = tuple[int, ...]


def parts(chain: LocalSpeaker, corrections: Sequence[Correction]) -> tuple[LocalSpeaker, ...]:
    """The chain, or what corrections make of it: a part for the statements of each correction, and the rest.

    Args:
        chain: One of an article; where it does not tell the places of its statements' sources, as in older
            archives, it stays whole.
        corrections: All of users' corrections, oldest first; the parts tell by number which speak of them.
    """
    near = [
        (n, c) for n, c in enumerate(corrections) if any(p.article_id == chain.article_id for p in c.places)
    ]
    if chain.sources is None or not near:
        return (chain,)
    merged = tuple(n for n, c in near if c.action == "merge" and stands_at(chain.mentions, c))
    splits = [(n, c) for n, c in near if c.action == "split"]
    whole = tuple(n for n, c in splits if _is_meant(chain, c))
    spoken: dict[str, Spoken] = {}
    for statement, source in zip(chain.statement_ids, chain.sources, strict=True):
        named = (n for n, c in splits if any(_names(p, statement, source, chain) for p in c.places))
        spoken[statement] = tuple(sorted({*named, *merged, *whole}))
    rest = tuple(sorted({*merged, *whole}))
    groups = sorted(set(spoken.values()) - {rest})
    found = [_part(chain, spoken, group) for group in groups]
    taken = {(m.start, m.end) for part in found for m in part.mentions}
    left = tuple(m for m in chain.mentions if (m.start, m.end) not in taken)
    kept = _of_group(chain, spoken, rest)
    if left or kept:
        found.insert(0, _with(replace(chain, mentions=left or chain.mentions, spoken_of=rest), kept))
    return tuple(found)


def is_apart(chain: LocalSpeaker, corrections: Sequence[Correction]) -> bool:
    """Whether users' corrections speak of a chain, or a part of one, by its place."""
    if chain.spoken_of is not None:
        return bool(chain.spoken_of)
    return any(stands_at(chain.mentions, c) for c in corrections)


def _is_meant(chain: LocalSpeaker, correction: Correction) -> bool:
    """Whether a place without a statement is exactly where the chain is mentioned."""
    bare = {(p.start, p.end) for p in correction.places if p.article_id == chain.article_id and not p.note}
    return any((m.start, m.end) in bare for m in chain.mentions)


def _names(place: Place, statement: str, source: Span | None, chain: LocalSpeaker) -> bool:
    """Whether a place means a statement: by its id, or, where the chain has no such id, by its source."""
    if place.article_id != chain.article_id:
        return False
    if place.note in chain.statement_ids:
        return place.note == statement
    return source is not None and source.overlaps(Span(place.start, place.end))


def _of_group(chain: LocalSpeaker, spoken: dict[str, Spoken], group: Spoken) -> tuple[str, ...]:
    return tuple(s for s in chain.statement_ids if spoken[s] == group)


def _part(chain: LocalSpeaker, spoken: dict[str, Spoken], group: Spoken) -> LocalSpeaker:
    statements = _of_group(chain, spoken, group)
    sources = [s for s in _with(chain, statements).sources or () if s is not None]
    mentions = tuple(m for m in chain.mentions if any(s.overlaps(Span(m.start, m.end)) for s in sources))
    there = mentions or tuple(Mention(chain.article_id, s.start, s.end, "source") for s in sources)
    made = stable_id("local", chain.id, *statements)
    return _with(replace(chain, id=made, mentions=there or chain.mentions, spoken_of=group), statements)


def _with(chain: LocalSpeaker, statements: Sequence[str]) -> LocalSpeaker:
    """``chain`` with those of its statements that are in ``statements``."""
    pairs = zip(chain.statement_ids, chain.sources or (), strict=True)
    kept = [(s, source) for s, source in pairs if s in statements]
    return replace(chain, statement_ids=tuple(s for s, _ in kept), sources=tuple(x for _, x in kept))
