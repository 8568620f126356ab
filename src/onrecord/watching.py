"""Checks watches after comparing: what is new in the stories that were just compared."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord import store
from onrecord.lazy import Lazy
from onrecord.records import Alert, AlertKind, Finding, Origin, Place, Story, Watch

# Findings that are told of, by what a watch calls them; the others are matters of style and day.
KINDS: dict[str, AlertKind] = {
    "condition": "condition_lost",
    "polarity": "clash",
    "number": "clash",
    "date": "clash",
    "attribution": "clash",
    "place": "clash",
    "timeline": "clash",
    "position": "position_moved",
}


@dataclass(frozen=True, slots=True)
class _Met:
    """Something in a story: under which keys it is known, and as what it is told."""

    keys: tuple[str, ...]
    alert: Alert


def look(
    connection: sqlite3.Connection,
    stories: Sequence[Story],
    now: str,
    *,
    lines: Iterable[str] = (),
    watches: Iterable[Watch] | None = None,
    tell: bool = True,
) -> None:
    """Hold watches against stories and keep what each of them has not met before.

    Args:
        connection: in a transaction.
        stories: what was compared.
        now: when this is.
        lines: storylines that were followed: an article of one story may move a position in another.
        watches: those to ask; all when None.
        tell: whether what is met is an alert; else it only counts as met, as when a watch begins.
    """
    asked = list(store.watches.load(connection) if watches is None else watches)
    if not asked:
        return
    found = Lazy[str, tuple[Finding, ...]](
        lambda line: store.derived.load_derived(connection, "findings", Finding, owner=line)
    )
    every = [*stories, *_others(connection, lines, {story.id for story in stories})]
    for watch in asked:
        for story in every:
            if store.watches.meets(connection, watch, story.id):
                _look(connection, watch, _in_story(connection, story, found), now, tell=tell)


def _others(connection: sqlite3.Connection, lines: Iterable[str], known: Collection[str]) -> list[Story]:
    """The stories of some storylines besides those that are known."""
    ids = {story for line in lines for story in store.placed.members_of(connection, line)}.difference(known)
    return store.derived.load_records(connection, "stories", Story, sorted(ids))


def _look(
    connection: sqlite3.Connection, watch: Watch, there: Iterable[_Met], now: str, *, tell: bool
) -> None:
    for met in there:
        if watch.kinds and met.alert.kind not in watch.kinds:
            continue
        if not store.watches.known(connection, watch.id, met.keys) and tell:
            store.watches.put_alerts(connection, [replace(met.alert, watch_id=watch.id, found_at=now)])
        store.watches.put_met(connection, watch.id, met.keys)


def _in_story(
    connection: sqlite3.Connection, story: Story, found: Mapping[str, Iterable[Finding]]
) -> Iterator[_Met]:
    """What is in a story; ``found``: the findings of its storyline."""
    for finding in found[story.storyline_id]:
        if finding.story_id == story.id and finding.kind in KINDS:
            kind = KINDS[finding.kind]
            alert = Alert("", finding.id, kind, story.id, "", finding.places, finding.note)
            yield _Met((finding.id, _stands(finding)), alert)
    yield from _texts(connection, story)


def _stands(finding: Finding) -> str:
    """A key of what a finding says where: its id is another once a third article has the same saying."""
    places = ("-".join(map(str, (p.article_id, p.start, p.end))) for p in finding.places)
    return f"{finding.kind}:{' '.join(sorted(places))}"


def _texts(connection: sqlite3.Connection, story: Story) -> Iterator[_Met]:
    """The texts of a story: those that share an origin are one, whichever of them came first."""
    roots = store.derived.load_derived(connection, "origins", Origin, owner=story.id)
    texts = [root.article_ids for root in roots if root.level == "text"]
    grouped = {article for text in texts for article in text}
    texts += [(article,) for article in story.article_ids if article not in grouped]
    for text in texts:
        keys = tuple(f"text:{article}" for article in text)
        yield _Met(keys, Alert("", keys[0], "new_origin", story.id, "", (Place(text[0], 0, 0),)))
