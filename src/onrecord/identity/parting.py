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
    near = [(n, c) for n, c in enumerate(corrections) if _speaks_of(c, chain.article_id)]
    if chain.sources is None or not near:
        return (chain,)
    rest = tuple(n for n, c in near if _means_whole(chain, c))
    spoken = {
        statement: tuple(n for n, c in near if n in rest or _names(c, statement, source, chain))
        for statement, source in zip(chain.statement_ids, chain.sources, strict=True)
    }
    found = [_part(chain, spoken, group) for group in sorted(set(spoken.values()) - {rest})]
    return (*_remainder(chain, spoken, rest, found), *found)


def _remainder(
    chain: LocalSpeaker, spoken: dict[str, Spoken], rest: Spoken, taken: Sequence[LocalSpeaker]
) -> list[LocalSpeaker]:
    """What is left of a chain beside the parts taken out of it, if anything."""
    places = {(m.start, m.end) for part in taken for m in part.mentions}
    left = tuple(m for m in chain.mentions if (m.start, m.end) not in places)
    kept = _of_group(chain, spoken, rest)
    if not left and not kept:
        return []
    return [_with(replace(chain, mentions=left or chain.mentions, spoken_of=rest), kept)]


def _speaks_of(correction: Correction, article_id: str) -> bool:
    return any(p.article_id == article_id for p in correction.places)


def is_apart(chain: LocalSpeaker, corrections: Sequence[Correction]) -> bool:
    """Whether users' corrections speak of a chain, or a part of one, by its place."""
    if chain.spoken_of is not None:
        return bool(chain.spoken_of)
    return any(stands_at(chain.mentions, c) for c in corrections)


def _means_whole(chain: LocalSpeaker, correction: Correction) -> bool:
    """Whether a correction means all of a chain: merges it, or splits off a place without a statement."""
    if correction.action == "merge":
        return stands_at(chain.mentions, correction)
    bare = {(p.start, p.end) for p in correction.places if p.article_id == chain.article_id and not p.note}
    return any((m.start, m.end) in bare for m in chain.mentions)


def _names(correction: Correction, statement: str, source: Span | None, chain: LocalSpeaker) -> bool:
    """Whether a place that is split off means a statement."""
    return correction.action == "split" and any(
        _is_at(place, statement, source, chain) for place in correction.places
    )


def _is_at(place: Place, statement: str, source: Span | None, chain: LocalSpeaker) -> bool:
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
    part = _with(replace(chain, id=stable_id("local", chain.id, *statements), spoken_of=group), statements)
    return replace(part, mentions=_mentions(chain, part.sources or ()) or chain.mentions)


def _mentions(chain: LocalSpeaker, sources: Sequence[Span | None]) -> tuple[Mention, ...]:
    """The mentions that sources touch; where there is none, the sources themselves."""
    known = [s for s in sources if s is not None]
    found = tuple(m for m in chain.mentions if any(s.overlaps(Span(m.start, m.end)) for s in known))
    return found or tuple(Mention(chain.article_id, s.start, s.end, "source") for s in known)


def _with(chain: LocalSpeaker, statements: Sequence[str]) -> LocalSpeaker:
    """``chain`` with those of its statements that are in ``statements``."""
    pairs = zip(chain.statement_ids, chain.sources or (), strict=True)
    kept = [(s, source) for s, source in pairs if s in statements]
    return replace(chain, statement_ids=tuple(s for s, _ in kept), sources=tuple(x for _, x in kept))
