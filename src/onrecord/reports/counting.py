"""How many: the one place that counts, so that terminal, index and pages give the same numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.records import Story, Utterance
from onrecord.reports.lookup import Lookup


@dataclass(frozen=True, slots=True)
class Counts:
    """What stories hold. ``speakers``: who says something; ``shared``: utterances of several articles."""

    articles: int
    outlets: int
    stories: int
    statements: int
    speakers: int
    shared: int


@dataclass(frozen=True, slots=True)
class StoryCount:
    """A story, and what it holds."""

    story: Story
    articles: int
    statements: int
    shared: int


def counts(lookup: Lookup, stories: Iterable[Story]) -> Counts:
    """Count what ``stories`` hold; ``lookup.stories`` for all of a corpus."""
    told = list(stories)
    articles = [lookup.articles[i] for story in told for i in story.article_ids]
    statements = [s for a in articles for s in a.statements]
    return Counts(
        articles=len(articles),
        outlets=len({a.article.outlet for a in articles if a.article.outlet}),
        stories=len(told),
        statements=len(statements),
        speakers=len({s.speaker_id for s in statements if s.speaker_id}),
        shared=sum(is_shared(u) for story in told for u in lookup.utterances.get(story.id, ())),
    )


def is_shared(utterance: Utterance) -> bool:
    """Whether more than one article tells it."""
    return len({r.article_id for r in utterance.renderings}) > 1
