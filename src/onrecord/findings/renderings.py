"""What differs between the renderings of one utterance: a condition, a "not", the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.records import (
    AnnotatedArticle,
    Comparison,
    Finding,
    FindingKind,
    Place,
    Rendering,
    Utterance,
    WordEdit,
    hull,
    stable_id,
)

MOST_WORDINGS = 3  # in one story: they come last, and every comparison shows its own
# Letters on both sides together; what is shorter ("Sen." / "Senator") is house style.
LEAST_LETTERS = 24


def by_width(told: Sequence[Utterance], items: Mapping[str, AnnotatedArticle]) -> list[Utterance]:
    """The utterances that more than one article tells, the most widely told first, then as published."""

    def key(utterance: Utterance) -> tuple[int, tuple[tuple[str, str], str, str], int, str]:
        places = [(_published(items, r.article_id), _start(r)) for r in utterance.renderings]
        first, start = min(places)
        return -len(_articles(utterance)), first, start, utterance.id

    shared = [u for u in told if len(_articles(u)) > 1]
    return sorted(shared, key=key)


def alarms(utterance: Utterance) -> Iterator[Finding]:
    """What turns a rendering round: a "not" that others lack or have, a condition that others carry."""
    short = _without_condition(utterance)
    for rendering in utterance.renderings:
        if rendering.polarity_flip:
            yield _finding(utterance, "polarity", (rendering,), (_whole(rendering),))
        if rendering.statement_id in short:
            places = (_whole(rendering), rendering.qualifier)
            kept = tuple(p for p in places if p is not None)
            yield _finding(utterance, "condition", (rendering,), kept)


def wordings(told: Sequence[Utterance]) -> list[Finding]:
    """The widest differences of wording between two articles' quotations, one for each utterance."""
    widest = [found for u in told if (found := _widest(u)) is not None]
    widest.sort(key=lambda f: (-_letters(f[2]), f[0].id))
    return [_of_wording(u, c, e) for u, c, e in widest[:MOST_WORDINGS]]


def _widest(utterance: Utterance) -> tuple[Utterance, Comparison, WordEdit] | None:
    """The longest stretch that one quotation changes, with the comparison it is in."""
    at = {r.statement_id: r for r in utterance.renderings}
    found = [
        (c, e)
        for c in utterance.comparisons
        if _quoted_apart(at.get(c.a_statement_id), at.get(c.b_statement_id))
        for e in c.edits
        if e.kind == "changed" and _letters(e) >= LEAST_LETTERS
    ]
    if not found:
        return None
    comparison, edit = max(found, key=lambda f: _letters(f[1]))
    return utterance, comparison, edit


def _quoted_apart(a: Rendering | None, b: Rendering | None) -> bool:
    """Whether two articles quote, and at least one of them in other words."""
    if a is None or b is None or a.article_id == b.article_id:
        return False
    return "variant" in (a.label, b.label)


def _letters(edit: WordEdit) -> int:
    return sum(s.end - s.start for s in (edit.a, edit.b) if s is not None)


def _of_wording(utterance: Utterance, comparison: Comparison, edit: WordEdit) -> Finding:
    at = {r.statement_id: r for r in utterance.renderings}
    pair = at[comparison.a_statement_id], at[comparison.b_statement_id]
    spans = zip(pair, (edit.a, edit.b), strict=True)
    places = tuple(Place(r.article_id, s.start, s.end) for r, s in spans if s is not None)
    return _finding(utterance, "wording", pair, places)


def _without_condition(utterance: Utterance) -> set[str]:
    """Ids of the statements whose articles nowhere carry a condition that another article does.

    A headline is short by nature while its article is whole: an article carries it when the condition that
    some rendering lacks stands there.
    """
    whole = {r.qualifier.article_id for r in utterance.renderings if r.qualifier is not None}
    return {r.statement_id for r in utterance.renderings if r.dropped_qualifier and r.article_id not in whole}


def _finding(
    utterance: Utterance, kind: FindingKind, at: tuple[Rendering, ...], places: tuple[Place, ...]
) -> Finding:
    statement_ids = tuple(r.statement_id for r in at)
    return Finding(
        id=stable_id("finding", kind, utterance.id, *statement_ids),
        story_id=utterance.story_id,
        kind=kind,
        record_ids=(utterance.id,),
        statement_ids=statement_ids,
        places=places,
        speaker_id=utterance.speaker_id,
    )


def _articles(utterance: Utterance) -> set[str]:
    return {r.article_id for r in utterance.renderings}


def _whole(rendering: Rendering) -> Place:
    span = hull(rendering.content)
    return Place(rendering.article_id, span.start, span.end)


def _start(rendering: Rendering) -> int:
    return min((s.start for s in rendering.content), default=0)


def _published(items: Mapping[str, AnnotatedArticle], article_id: str) -> tuple[tuple[str, str], str, str]:
    """Sorts articles as published, the undated last."""
    article = items[article_id].article
    return article.published.turn, article.outlet or "", article_id
