"""Loads only what a question by id or words is about; and how much each story has, without its articles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice

from onrecord import store
from onrecord.listings import in_order
from onrecord.queries import Queries
from onrecord.records import Corpus, Speaker, Story
from onrecord.reports.counting import StoryCount
from onrecord.store.listing import Wanted

# Whether one of some texts is what was asked for.
Matches = Callable[..., bool]


def story_counts(queries: Queries, *, most: int) -> tuple[list[StoryCount], int]:
    """The first ``most`` stories, those of the largest storylines first; how many there are in all."""
    total = queries.totals()["stories"]
    lines, _ = queries.lines(Wanted(), limit=most)
    stories = (
        s for line in lines for s in sorted(queries.stories_by_id(line.stories).values(), key=in_order)
    )
    return [_count(queries, story) for story in islice(stories, most)], total


def _count(queries: Queries, story: Story) -> StoryCount:
    with queries.database.reading() as connection:
        statements = store.listing.statements_in(connection, story.article_ids)
        shared = store.search.shared_in(connection, story.id)
    return StoryCount(story, len(story.article_ids), statements, shared)


def of_stories(queries: Queries, matches: Matches) -> Corpus:
    """The stories whose id or title is asked for, with their articles and those who say something there."""
    with queries.database.reading() as connection:
        found = [key for key, *named in store.listing.stories_as_called(connection) if matches(key, *named)]
    held = queries.stories_by_id(found)
    return queries.corpus_of([held[key] for key in found], speaking=True)


def of_articles(queries: Queries, matches: Matches) -> Corpus:
    """The articles whose ids, path or title is asked for."""
    with queries.database.reading() as connection:
        found = [key for key, *named in store.listing.articles_as_called(connection) if matches(key, *named)]
    return replace(queries.corpus_of([]), articles=tuple(queries.articles_by_id(found).values()))


@dataclass(frozen=True, slots=True)
class Speakers:
    """Speakers that are shown, in ``corpus``; ``said``: how many statements each makes in all.

    ``others``: name, id and number of statements of those who are not shown, the loudest first.
    """

    corpus: Corpus
    said: dict[str, int]
    others: tuple[tuple[str, str, int], ...] = ()


def of_speakers(queries: Queries, told: str, matches: Matches, *, most: int, people: int) -> Speakers:
    """The speakers whose id or name is ``told``, with the articles of their first ``most`` statements.

    The names that are shown come first, those first whose words begin so; only where none is asked for, all
    that articles call somebody. Of more than ``people`` the loudest are shown, the others told.
    """
    with queries.database.reading() as connection:
        found = [v for v in store.listing.speakers_named(connection, told) if matches(*v[:2])]
        if not found:
            found = [v for v in store.listing.speakers_as_shown(connection) if matches(*v[:2])]
    shown, others = found[:people], found[people:]
    speakers = [queries.speaker(key, most=1)[0] for key, _, _ in shown] or queries.speakers_called(matches)
    said = {s.id: queries.said_by(s.id, limit=most) for s in speakers}
    articles = sorted({s.article_id for first, _ in said.values() for s in first})
    corpus = replace(
        queries.corpus_of([]),
        articles=tuple(queries.articles_by_id(articles).values()),
        speakers=tuple(sorted(speakers, key=_by_name)),
    )
    totals = {key: total for key, (_, total) in said.items()}
    return Speakers(corpus, totals, tuple((name or key, key, number) for key, name, number in others))


def _by_name(speaker: Speaker) -> tuple[str, str]:
    return speaker.name, speaker.id
