"""Statements whose words users have corrected: which they are, and who then says them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from onrecord.records import (
    AnnotatedArticle,
    Correction,
    LocalSpeaker,
    Place,
    Span,
    Statement,
    StatementSpans,
    hull,
)

# A statement that a later reading cuts a little otherwise is still the one that was meant.
_SAME = 0.5


def given(item: AnnotatedArticle, corrections: Sequence[Correction]) -> dict[str, StatementSpans]:
    """Statement id -> the spans that readers gave it; the last word counts.

    ``item``: with its statements as the program read them, ``corrections`` those that hold, oldest first.
    """
    found: dict[str, StatementSpans] = {}
    for correction in corrections:
        place = correction.places[0]
        if correction.spans is not None and place.article_id == item.article.id:
            meant = _meant(item.statements, place)
            if meant is not None:
                found[meant.id] = correction.spans
    return found


def _meant(statements: Sequence[Statement], place: Place) -> Statement | None:
    """The statement at a place: that of its id, else the one that covers most of the same characters."""
    by_id = next((s for s in statements if s.id == place.note), None)
    if by_id is not None or not statements:
        return by_id
    wanted = Span(place.start, place.end)
    best = max(statements, key=lambda s: (_shared(_whole(s), wanted), s.id))
    return best if _shared(_whole(best), wanted) >= _SAME else None


def _whole(statement: Statement) -> Span:
    return hull((*statement.source, *statement.cue, *statement.content))


def _shared(one: Span, other: Span) -> float:
    """The characters of both, as a part of those of either."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / (max(one.end, other.end) - min(one.start, other.start))


def rehomed(item: AnnotatedArticle, corrections: Sequence[Correction]) -> tuple[LocalSpeaker, ...]:
    """The chains of an article, statements of another source now with the chain that this source belongs to.

    Where no chain is mentioned there, nobody known says it. Who was given another speaker outright keeps it.

    Args:
        item: the article.
        corrections: of speakers, those that hold.
    """
    told = {p.note for c in corrections if c.action == "split" for p in c.places}
    moved = {
        s.id: s.source
        for s in item.statements
        if s.read_as is not None and s.source != s.read_as.source and s.id not in told
    }
    if not moved:
        return item.speakers
    homes = {key: _home(item.speakers, source) for key, source in moved.items()}
    return tuple(
        _holding(chain, moved.keys(), {k for k, c in homes.items() if c is chain}, item)
        for chain in item.speakers
    )


def _home(chains: Sequence[LocalSpeaker], source: Sequence[Span]) -> LocalSpeaker | None:
    """The chain that is mentioned most within a source."""
    shares = [
        (max((_shared(Span(m.start, m.end), s) for m in c.mentions for s in source), default=0.0), c)
        for c in chains
    ]
    share, chain = max(shares, key=lambda pair: (pair[0], pair[1].id), default=(0.0, None))
    return chain if share > 0 else None


def _holding(
    chain: LocalSpeaker, moved: Collection[str], taken: set[str], item: AnnotatedArticle
) -> LocalSpeaker:
    """``chain`` without what moved, but for what moved to it."""
    sources = chain.sources or (None,) * len(chain.statement_ids)
    kept = [(s, at) for s, at in zip(chain.statement_ids, sources, strict=True) if s not in moved]
    kept += [(s.id, hull(s.source)) for s in item.statements if s.id in taken]
    if chain.sources is None:
        return replace(chain, statement_ids=tuple(s for s, _ in kept))
    return replace(chain, statement_ids=tuple(s for s, _ in kept), sources=tuple(at for _, at in kept))
