"""One record an article: the utterances of its story that it carries, omits, or cannot have known.

Days are compared by their bounds. What appeared on one day leaves the order open, and so does an unknown day.
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
    """When an utterance became public: not before ``earliest``, by ``latest``; None where unknown."""

    earliest: str | None
    latest: str | None


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
    """When the first witness appeared, within its bounds; one of an unknown day may have been the first.

    The day it was said does not count: what is told to one outlet is public only once that is printed.
    """
    told = {r.article_id for r in utterance.renderings} & items.keys()
    datings = [items[a].article.published for a in told]
    first = [d.earliest for d in datings if d.earliest is not None]
    return _Public(
        earliest=min(first) if first and len(first) == len(datings) else None,
        latest=min((d.latest for d in datings if d.latest is not None), default=None),
    )


def _of_article(
    story: Story, item: AnnotatedArticle, said: Sequence[Utterance], since: Mapping[str, _Public]
) -> Silence:
    article = item.article
    carried = [u.id for u in said if any(r.article_id == article.id for r in u.renderings)]
    held = set(carried)
    lacking: dict[State, list[Unheard]] = {"absent": [], "early": [], "unknown": []}
    for key, public in since.items():
        if key not in held:
            lacking[_state(article.published, public)].append(Unheard(key, public.latest))
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
    if published.earliest is not None and public.latest is not None and published.earliest > public.latest:
        return "absent"
    if published.latest is not None and public.earliest is not None and published.latest < public.earliest:
        return "early"
    return "unknown"
