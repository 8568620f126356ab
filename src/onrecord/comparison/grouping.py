"""Articles into stories, stories into storylines: what an archive keeps of that, and what changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from functools import partial

from onrecord import (
    stages,
    store,
    stories,
)
from onrecord.comparison.pausing import Pauses
from onrecord.comparison.told import Told
from onrecord.records import OF_STORY, OF_STORYLINE, Story

# Articles that are placed before what was loaded for them is let go; gists and outlines that are held
# meanwhile, 18 and 8 kB each; gists packed beside them, 4 kB: of 19,400 articles of years 300 ask for 13,000.
_AT_ONCE, _HELD, _PACKED = 500, 4000, 20000


class _Shelf(stories.Shelf):
    """What an archive knows of stories, row by row."""

    most = _HELD

    def __init__(self, connection: sqlite3.Connection, gists: stories.Gists) -> None:
        self._connection = connection
        self._gists = gists
        self._ids = store.placed.numbered(connection)

    def keys(self, article: str) -> stories.StoryKeys:
        return store.placed.load_keys(self._connection, stories.StoryKeys, article)

    def gist(self, article: str) -> stories.Gist:
        return self._gists(article)

    def matches(self, article: str) -> dict[str, float]:
        return store.placed.load_matches(self._connection, article, self._ids)

    def likenesses(self, story: str) -> dict[str, float]:
        return store.placed.load_likenesses(self._connection, story)

    def at(self, places: Iterable[int]) -> dict[int, set[str]]:
        return store.placed.load_at(self._connection, places)

    def group_of(self, member: str) -> str | None:
        return store.placed.group_of(self._connection, member)

    def members(self, group: str) -> set[str]:
        return store.placed.members_of(self._connection, group)

    def keep_places(self, owner: str, places: Iterable[int]) -> None:
        store.placed.put_places(self._connection, owner, places)

    def keep_likenesses(self, story: str, others: Mapping[str, float]) -> None:
        store.placed.put_likenesses(self._connection, story, others)

    def forget(self, story: str) -> list[int]:
        return store.placed.forget(self._connection, story)


def group(connection: sqlite3.Connection, told: Told, pause: Pauses) -> int:
    """Place the articles that wait, and anew those of which users speak now; what that changed waits.

    Args:
        connection: in a transaction.
        told: what users say.
        pause: called where what was written is whole.

    Returns:
        How many articles were placed.
    """
    named = {a for c in told.stories for a in (*c.articles, *c.apart_from)}
    ties = stories.ties(told.stories, store.pages.articles_of(connection, named).keys())
    torn = _torn(connection, told)
    waiting = store.placed.waiting(connection)
    keys = partial(store.placed.load_keys, connection, stories.StoryKeys)
    gists = stories.Gists(keys, _PACKED)
    for start in range(0, max(len(waiting), bool(torn)), _AT_ONCE):
        grouping = stories.Grouping(shelf=_Shelf(connection, gists), told=ties)
        for story in torn:
            grouping.reopen(story)
        torn, batch = [], waiting[start : start + _AT_ONCE]
        for article in batch:
            found = grouping.add(keys(article))
            store.placed.put_matches(connection, ((m.a, m.b, m.score) for m in found))
        _keep(connection, grouping.changes())
        store.placed.mark_placed(connection, batch)
        pause()
    return len(waiting)


def _torn(connection: sqlite3.Connection, told: Told) -> list[str]:
    """The stories to be grouped anew: those that lost articles, and those that users speak of."""
    spoken_of = {a for c in told.touched if c.about == "story" for a in (*c.articles, *c.apart_from)}
    parted = {store.placed.group_of(connection, a) for a in spoken_of} - {None}
    return sorted({*store.placed.torn(connection), *filter(None, parted)})


def _keep(connection: sqlite3.Connection, found: stories.Changes) -> None:
    """Keep who belongs where, and drop what belonged to stories that are no more; what changed waits."""
    changed = stages.stamp("stories", found.stories)
    lines = lines_of(connection, {s.id for s in changed} | found.gone)
    store.placed.drop_members(connection, found.gone)
    store.placed.put_members(connection, ((a, s.id) for s in changed for a in s.article_ids))
    store.placed.put_members(connection, ((s.id, s.storyline_id) for s in changed))
    store.derived.drop_owners(connection, ["stories", *OF_STORY], found.gone)
    store.listing.drop_stories(connection, found.gone)
    store.made.drop_made(connection, found.gone)
    store.waiting.drop(connection, found.gone)
    for story in changed:
        put_story(connection, story)
    store.waiting.put(connection, "anew", (s.id for s in changed))
    wait_for_lines(connection, lines | {s.storyline_id for s in changed})


def put_story(connection: sqlite3.Connection, story: Story) -> None:
    """Keep a story as such, and where it is listed."""
    store.derived.put_records(connection, "stories", [story])
    store.listing.put_story(connection, story)


def wait_for_lines(connection: sqlite3.Connection, lines: Collection[str]) -> None:
    """Let storylines wait to be followed anew; nothing is kept that names what may be no more."""
    store.derived.drop_owners(connection, OF_STORYLINE, lines)
    store.waiting.put_lines(connection, lines)


def wait_for_named(connection: sqlite3.Connection, articles: Collection[str]) -> None:
    """Let the stories wait in which a statement changed hands or name."""
    found = store.placed.groups_of(connection, articles)
    store.waiting.put(connection, "named", set(found.values()))


def lines_of(connection: sqlite3.Connection, told: Iterable[str]) -> set[str]:
    """The storylines that stories were in until now."""
    return set(store.placed.groups_of(connection, told).values())
