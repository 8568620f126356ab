"""One record an article: the utterances of its story that it carries, omits, or cannot have known.

Days are compared by their bounds, and by their hours where inputs give them. What else appeared on one day
leaves the order open, and so does an unknown day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.records import (
    AnnotatedArticle,
    Dating,
    Silence,
    Statement,
    Story,
    Unheard,
    Utterance,
    stable_id,
)

# An attitude or a plan was not said to anybody, so nobody can have passed over it.
_SAID = ("speech", "document")

State = Literal["absent", "early", "unknown"]


@dataclass(frozen=True, slots=True)
class _Public:
    """Who printed an utterance, and when; ``by``: the last day on which it became public, None if unknown."""

    witnesses: frozenset[Dating]
    by: str | None


def count(
    story: Story, items: Mapping[str, AnnotatedArticle], told: Sequence[Utterance]
) -> tuple[Silence, ...]:
    """One record for each article of a story with at least two; none for a story that one article tells.

    Args:
        story: The story.
        items: Its articles by id, dated.
        told: Its utterances.
    """
    if len(story.article_ids) < 2:
        return ()
    statements = {s.id: s for item in items.values() for s in item.statements}
    said = [u for u in told if _was_said(u, statements)]
    since = {u.id: _public_since(u, items) for u in said}
    return tuple(_of_article(story, items[key], said, since) for key in story.article_ids if key in items)


def _was_said(utterance: Utterance, statements: Mapping[str, Statement]) -> bool:
    found = (statements.get(r.statement_id) for r in utterance.renderings)
    return any(s.mode in _SAID for s in found if s is not None)


def _public_since(utterance: Utterance, items: Mapping[str, AnnotatedArticle]) -> _Public:
    """When its witnesses appeared; one of an unknown day may have been the first.

    The day it was said does not count: what is told to one outlet is public only once that is printed.
    """
    told = {r.article_id for r in utterance.renderings} & items.keys()
    datings = frozenset(items[a].article.published for a in told)
    return _Public(datings, min((d.latest for d in datings if d.latest is not None), default=None))


def _of_article(
    story: Story, item: AnnotatedArticle, said: Sequence[Utterance], since: Mapping[str, _Public]
) -> Silence:
    article = item.article
    carried = [u.id for u in said if any(r.article_id == article.id for r in u.renderings)]
    held = set(carried)
    lacking: dict[State, list[Unheard]] = {"absent": [], "early": [], "unknown": []}
    for key, public in since.items():
        if key not in held:
            lacking[_state(article.published, public)].append(Unheard(key, public.by))
    return Silence(
        id=stable_id("silence", story.id, article.id),
        story_id=story.id,
        article_id=article.id,
        carried=tuple(carried),
        absent=tuple(lacking["absent"]),
        early=tuple(lacking["early"]),
        unknown=tuple(lacking["unknown"]),
    )


def _state(published: Dating, public: _Public) -> State:
    """Why an article may lack what became public then."""
    if any(w.before(published) for w in public.witnesses):
        return "absent"
    return "early" if public.witnesses and all(published.before(w) for w in public.witnesses) else "unknown"
