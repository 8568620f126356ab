"""What an outlet changed in an article, as the page of the article shows it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.queries import Queries
from onrecord.records import Place, Revision, Story
from onrecord.reports.brief.wording import clip
from onrecord.views.links import article_page

# Changes that a page names; the table has all.
_SHOWN = 15
_WORDS = 160


@dataclass(frozen=True, slots=True)
class Change:
    """One change in words; ``before`` and ``after`` are empty where a state has none there."""

    kind: str
    before: str
    after: str
    noted: bool


@dataclass(frozen=True, slots=True)
class Revised:
    """An article beside another state of it, which is the ``earlier`` one, the ``later``, or ``other``."""

    other: str
    href: str
    trivial: bool
    correction: str
    changes: tuple[Change, ...]
    more: int


def revised(queries: Queries, story: Story | None, article_id: str) -> tuple[Revised, ...]:
    """The revisions that an article is a state of, oldest first."""
    found = queries.revisions(story.id) if story else ()
    return tuple(_shown(queries, r, article_id) for r in found if article_id in (r.earlier_id, r.later_id))


def _shown(queries: Queries, revision: Revision, article_id: str) -> Revised:
    is_later = article_id == revision.later_id
    other = revision.earlier_id if is_later else revision.later_id
    texts = {key: queries.article(key).article.text for key in (revision.earlier_id, revision.later_id)}
    changes = tuple(
        Change(change.kind, _words(change.before, texts), _words(change.after, texts), change.noted)
        for change in revision.changes[:_SHOWN]
    )
    return Revised(
        other=("earlier" if is_later else "later") if revision.ordered else "other",
        href=article_page(other),
        trivial=revision.trivial,
        correction=revision.correction or "",
        changes=changes,
        more=len(revision.changes) - len(changes),
    )


def _words(place: Place | None, texts: dict[str, str]) -> str:
    return clip(texts[place.article_id][place.start : place.end], _WORDS) if place else ""
