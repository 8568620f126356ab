"""Articles into stories, stories into storylines: what an archive keeps of that, and what changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord import (
    stages,
    store,
    stories,
)
from onrecord.comparison.told import Told
from onrecord.records import OF_STORY, Story


class _Shelf(stories.Shelf):
    """What an archive knows of stories, row by row."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def keys(self, article: str) -> stories.StoryKeys:
        return store.placed.load_keys(self._connection, stories.StoryKeys, article)

    def matches(self, article: str) -> dict[str, float]:
        found = store.placed.load_matches(self._connection, stories.Match, article)
        return {m.b if m.a == article else m.a: m.score for m in found}

    def likenesses(self, story: str) -> dict[str, float]:
        return store.placed.load_likenesses(self._connection, story)

    def at(self, place: int) -> set[str]:
        return store.placed.load_at(self._connection, place)

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


def group(connection: sqlite3.Connection, told: Told) -> stories.Changes:
    """Place the articles that wait, and anew those of which users speak now: what that changed."""
    named = {a for c in told.stories for a in (*c.articles, *c.apart_from)}
    ties = stories.ties(told.stories, store.pages.articles_of(connection, named).keys())
    grouping = stories.Grouping(shelf=_Shelf(connection), told=ties)
    spoken_of = {a for c in told.touched if c.about == "story" for a in (*c.articles, *c.apart_from)}
    parted = {store.placed.group_of(connection, a) for a in spoken_of} - {None}
    for story in sorted({*store.placed.torn(connection), *filter(None, parted)}):
        grouping.reopen(story)
    for keys in store.placed.load_waiting(connection, stories.StoryKeys):
        store.placed.put_matches(connection, ((m.a, m.b, m) for m in grouping.add(keys)))
    found = grouping.changes()
    return replace(found, stories=stages.stamp("stories", found.stories))


def changed_stories(
    connection: sqlite3.Connection, regrouped: Sequence[Story], renamed: Iterable[str]
) -> tuple[Story, ...]:
    """The stories to compare again: those grouped anew, and those in which a statement changed hands."""
    told = {a for story in regrouped for a in story.article_ids}
    found = {store.placed.group_of(connection, a) for a in renamed if a not in told}
    held = store.derived.load_records(connection, "stories", Story, sorted(s for s in found if s is not None))
    return (*regrouped, *held)


def lines_of(connection: sqlite3.Connection, told: Iterable[str]) -> set[str]:
    """The storylines that stories were in until now."""
    found = {store.placed.group_of(connection, story) for story in told}
    return {line for line in found if line is not None}


def keep_groups(connection: sqlite3.Connection, changed: Sequence[Story], gone: Collection[str]) -> None:
    """Keep who belongs where, and drop what belonged to stories that are no more."""
    store.placed.drop_members(connection, gone)
    store.placed.put_members(connection, ((a, s.id) for s in changed for a in s.article_ids))
    store.placed.put_members(connection, ((s.id, s.storyline_id) for s in changed))
    store.derived.drop_owners(connection, ["stories"], gone)
    store.derived.drop_owners(connection, OF_STORY, gone)
    store.listing.drop_stories(connection, gone)
    store.made.drop_made(connection, gone)
