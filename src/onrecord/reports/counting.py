"""How many: the one place that counts, so that terminal, index and pages give the same numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.records import Story, Utterance

if TYPE_CHECKING:
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


@dataclass(slots=True)
class Tally:
    """Counts that grow, story by story."""

    articles: int = 0
    stories: int = 0
    statements: int = 0
    shared: int = 0
    outlets: set[str] = field(default_factory=set)
    speakers: set[str] = field(default_factory=set)

    def add(self, lookup: Lookup, story: Story) -> None:
        """Count what a story holds."""
        self.stories += 1
        self.shared += sum(is_shared(u) for u in lookup.utterances.get(story.id, ()))
        for item in (lookup.articles[i] for i in story.article_ids):
            self.articles += 1
            self.statements += len(item.statements)
            self.outlets.update(filter(None, [item.article.outlet]))
            self.speakers.update(s.speaker_id for s in item.statements if s.speaker_id)

    def counts(self) -> Counts:
        """What was counted."""
        return Counts(
            articles=self.articles,
            outlets=len(self.outlets),
            stories=self.stories,
            statements=self.statements,
            speakers=len(self.speakers),
            shared=self.shared,
        )


def counts(lookup: Lookup, stories: Iterable[Story]) -> Counts:
    """Count what ``stories`` hold; ``lookup.stories`` for all of a corpus."""
    tally = Tally()
    for story in stories:
        tally.add(lookup, story)
    return tally.counts()


def is_shared(utterance: Utterance) -> bool:
    """Whether more than one article reports it."""
    return len({r.article_id for r in utterance.renderings}) > 1
