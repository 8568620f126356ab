"""What the form of a correction shows of its subject: both sides of a claim, statements that may be one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.lazy import Lazy
from onrecord.queries import Queries
from onrecord.records import Finding, Place, Statement
from onrecord.reports.brief.findings import Side, in_a_line, sides
from onrecord.reports.brief.links import Reference
from onrecord.reports.brief.variorum import plain
from onrecord.reports.lookup import Lookup
from onrecord.views.correcting import places_of_claim
from onrecord.views.links import PageLinks, article_page
from onrecord.views.speaker import Quoted, bare, quoted

MOST_ALIKE = 8
_MOST_ARTICLES = 16  # of a story that are looked through for statements that may be one


@dataclass(frozen=True, slots=True)
class Claimed:
    """What is said to differ; ``text`` is empty where there are only the two places."""

    text: str
    sides: tuple[Side, ...]


def claimed(queries: Queries, key: str) -> Claimed:
    """A finding, relation or conflict with what it speaks of.

    Raises:
        ArchiveError: there is none of that id.
    """
    places = places_of_claim(queries, key)
    lookup = Lookup.of(bare(queries.articles_by_id({p.article_id for p in places}).values()))
    links = PageLinks(lookup, Lazy[str, str](article_page), "")
    finding = queries.record("findings", Finding, key)
    if finding is not None:
        return Claimed(in_a_line(lookup, finding), tuple(sides(lookup, links, finding)))
    return Claimed("", tuple(_side(lookup, reference, p) for p in places if (reference := links.place(p))))


def _side(lookup: Lookup, reference: Reference, place: Place) -> Side:
    return Side(*lookup.around(place), reference, place.note)


def alike(queries: Queries, statement: Statement) -> list[Quoted]:
    """Statements of other articles of its story that may say the same: those with most words in common.

    Those of its own speaker come first.
    """
    story = queries.story_of(statement.article_id)
    others = [a for a in (story.article_ids if story else ()) if a != statement.article_id]
    items = queries.articles_by_id({statement.article_id, *others[:_MOST_ARTICLES]})
    texts = {key: item.article.text for key, item in items.items()}
    own = set(plain(statement.content_text(texts[statement.article_id])).split())
    beside = set(_beside(queries, statement))

    def order(found: Statement) -> tuple[bool, float, str]:
        words = set(plain(found.content_text(texts[found.article_id])).split())
        share = len(own & words) / max(1, len(own | words))
        return found.speaker_id != statement.speaker_id or not found.speaker_id, -share, found.id

    told = [s for key in others[:_MOST_ARTICLES] for s in items[key].statements if s.id not in beside]
    return quoted(queries, sorted(told, key=order)[:MOST_ALIKE])


def _beside(queries: Queries, statement: Statement) -> Iterator[str]:
    """The statements that are taken for one with it already."""
    story = queries.story_of(statement.article_id)
    for utterance in queries.utterances(story.id) if story else ():
        ids = [r.statement_id for r in utterance.renderings]
        if statement.id in ids:
            yield from ids
