"""Silence, counted fairly: what an article leaves out of what was public before it appeared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import Story
from onrecord.reports.brief.variorum import Row, columns
from onrecord.reports.lookup import Lookup


@dataclass(frozen=True, slots=True)
class Silence:
    """One article against the statements of its story.

    ``absent`` were public before it appeared; its denominator is ``absent`` and ``carried`` together.
    ``early``: not yet public then. ``unknown``: dates of the same day, or none, leave the order open.
    """

    article_id: str
    outlet: str
    carried: int
    absent: tuple[Row, ...]
    early: int
    unknown: int

    @property
    def possible(self) -> int:
        """How many statements it could have carried for sure."""
        return self.carried + len(self.absent)


def silences(lookup: Lookup, story: Story, rows: Sequence[Row]) -> list[Silence]:
    """One line for each article of a story with at least two; only spoken or written statements count."""
    if len(story.article_ids) < 2:
        return []
    counted = [r for r in rows if any(w.statement.mode in ("speech", "document") for w in r.witnesses)]
    out = []
    for index, article_id in enumerate(columns(lookup, story)):
        states = [(row, row.cells[index].presence) for row in counted]
        out.append(
            Silence(
                article_id,
                lookup.outlet(article_id),
                carried=sum(state == "carried" for _, state in states),
                absent=tuple(row for row, state in states if state == "absent"),
                early=sum(state == "not yet public" for _, state in states),
                unknown=sum(state == "order unknown" for _, state in states),
            )
        )
    return out


def uncovering(lookup: Lookup, story: Story) -> list[str]:
    """Outlets of the collection with no article in this story: nothing can be said of their silence."""
    here = {lookup.articles[i].article.outlet for i in story.article_ids}
    every = {a.article.outlet for a in lookup.articles.values()}
    return sorted(o for o in every - here if o)
