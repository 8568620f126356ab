"""Silences as the page shows them: one line an article, what it leaves out by the rows of the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import Story
from onrecord.reports.brief.variorum import Row, columns
from onrecord.reports.brief.wording import dating
from onrecord.reports.lookup import Lookup


@dataclass(frozen=True, slots=True)
class SilenceView:
    """One article: how much it carries and leaves out, the rows of that, and how much cannot be counted."""

    article_id: str
    outlet: str
    published: str
    carried: int
    left_out: int
    absent: tuple[Row, ...]
    early: int
    unknown: int

    @property
    def possible(self) -> int:
        """How many statements it could have carried for sure."""
        return self.carried + self.left_out


def silences(lookup: Lookup, story: Story, rows: Sequence[Row]) -> list[SilenceView]:
    """One line for each article of which silences were counted, as published."""
    by_id = {r.utterance.id: r for r in rows}
    counted = (lookup.silences[i] for i in columns(lookup, story) if i in lookup.silences)
    return [
        SilenceView(
            s.article_id,
            lookup.outlet(s.article_id),
            dating(lookup.articles[s.article_id].article.published),
            carried=len(s.carried),
            left_out=len(s.absent),
            absent=tuple(by_id[u.utterance_id] for u in s.absent if u.utterance_id in by_id),
            early=len(s.early),
            unknown=len(s.unknown),
        )
        for s in counted
    ]


def uncovering(lookup: Lookup, story: Story) -> list[str]:
    """Outlets of the collection with no article in this story: nothing can be said of their silence."""
    here = {lookup.articles[i].article.outlet for i in story.article_ids}
    return sorted(lookup.outlets - here)
