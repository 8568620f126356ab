"""Everything that comes from comparing articles, brought up to date.

What takes no longer than half a minute is one transaction. What takes longer is committed in between,
where all that stands holds and all that is left waits (``store.waiting``): whoever goes on begins there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from onrecord import (
    engines,
    stages,
    store,
    watching,
)
from onrecord.comparison.given import is_of, made_of
from onrecord.comparison.grouping import group, lines_of, put_story, wait_for_lines
from onrecord.comparison.joining import Joined, heard, join
from onrecord.comparison.members import dated, members
from onrecord.comparison.pausing import Pauses
from onrecord.comparison.running import Running
from onrecord.comparison.told import Told, amend
from onrecord.engines import tasks as work
from onrecord.engines.tasks import LineTask, StoryTask
from onrecord.listings import in_order
from onrecord.records import (
    OF_STORY,
    OF_STORYLINE,
    Compared,
    Conflict,
    Correction,
    Origin,
    Progress,
    Relation,
    Skipped,
    Story,
    TimelineEntry,
    Utterance,
)
from onrecord.stopwatch import Pace, Stopwatch

R = TypeVar("R")

# Stories below which one process is done before others have loaded their models.
MANY = 12
# Rows of older articles are asked for in no order: with 2 MB of their pages held, placing 300 articles among
# 19,400 takes a sixth more of the processor.
_CACHED_KIBIBYTES = 1 << 16
# What an article costs alone, and how further ones add to it: of 88 stories of bulk news, one of a single
# article took 0.03 s, of 2, 3, 5, 6 and 8 articles 0.45, 0.8, 2.2, 2.6 and 4 s.
_ALONE, _GROWTH = 0.07, 1.15


# What comparing makes, with all that it keeps to compare the next articles with.
_COMPARED = (
    *(
        "derived",
        "derived_ids",
        "made",
        "stale",
        "places",
        "place_owners",
        "likenesses",
        "members",
        "matches",
    ),
    *("waiting", "forms", "profiles", "form_places", "form_tallies", "voices", "chains_gone"),
)


def compare_all(
    database: store.Database,
    told: Sequence[Correction],
    watch: Stopwatch,
    now: str = "",
    *,
    runner: engines.Runner | None = None,
    on_skip: Callable[[Skipped], None] = lambda _: None,
    tell: Callable[[Progress], None] = lambda _: None,
) -> None:
    """Bring everything that comes from comparing articles up to date.

    Args:
        database: the archive.
        told: users' corrections, oldest first.
        watch: told how long each stage takes.
        now: when this is, for what watches find.
        runner: who runs the stages on many stories; this process when it is None.
        on_skip: told of stories and storylines that ended the process that worked on them.
        tell: told how far it is.

    Raises:
        RetryError: another process writes, or did between two commits.
    """
    tell(Progress("finding stories and people", 0))
    with database.caching(_CACHED_KIBIBYTES), database.transaction() as connection:
        pause = Pauses(database)
        left = sum(number for _, _, number in store.waiting.stories(connection))
        placed, joined = _place(connection, told, watch, pause)
        waiting = store.waiting.stories(connection)
        many = sum(why == "anew" for _, why, _ in waiting) >= MANY  # of the others most are as they were
        run = Running((runner if many else None) or engines.Here(), watch, on_skip, tell)
        with store.answers.Answers(store.answers.beside(database.path)) as answers:
            for _ in _compare_stories(connection, waiting, joined, run, answers):
                pause()
        for _ in _follow_storylines(connection, joined, run):
            pause()
        with watch.time("watches"):
            _look(connection, now)
        with watch.time("store"):
            store.search.merge(connection, new=placed + left)


def _place(
    connection: sqlite3.Connection, told: Sequence[Correction], watch: Stopwatch, pause: Pauses
) -> tuple[int, Joined]:
    """Give every article its stories and every chain its speaker; the stories that this touches wait.

    Returns:
        How many articles were placed, and who is who.
    """
    said = Told.of(told, store.joined.load_applied(connection))
    touched = store.placed.groups_of(connection, amend(connection, said)).values()
    store.waiting.put(connection, "anew", touched)
    stale = store.made.take_stale(connection)
    store.waiting.put(connection, "code", stale)
    wait_for_lines(connection, lines_of(connection, stale))
    with watch.time("stories"):
        placed = group(connection, said, pause)
    with watch.time("identity"):
        return placed, join(connection, said, pause)


def _look(connection: sqlite3.Connection, now: str) -> None:
    """Hold watches against all that was compared and followed, which from then on waits for nothing."""
    compared, lines = (store.waiting.owners(connection, why) for why in ("compared", "followed"))
    if store.watches.load(connection):
        stories = store.derived.load_records(connection, "stories", Story, compared)
        watching.look(connection, sorted(stories, key=in_order), now, lines=lines)
    store.waiting.drop(connection, (*compared, *lines))


def _compare_stories(
    connection: sqlite3.Connection,
    waiting: Sequence[tuple[str, store.waiting.Why, int]],
    joined: Joined,
    run: Running,
    answers: store.answers.Answers,
) -> Iterator[None]:
    """Lay the articles of each story side by side and keep what that gives, by which code and of what.

    ``waiting``: stories, why, and the number of their articles. ``answers``: what networks say is looked up
    and kept there.

    Yields:
        None, where what was written is whole.
    """
    pace = Pace(sum(_work(number) for _, _, number in waiting))
    of: dict[str, dict[str, str]] = {}
    stories, asked = _loaded(connection, waiting), answers.path
    tasks = _story_tasks(connection, stories, joined, run.watch, asked=asked, pace=pace, of=of)
    for task, found in run.run(
        work.compare,
        tasks,
        lambda task: f"story {task.story.id}",
        stage="comparing stories",
        work=lambda task: _work(len(task.story.article_ids)),
        pace=pace,
    ):
        with run.watch.time("store"):
            _keep_story(connection, task.story, found.found if found else None, of.pop(task.story.id))
            answers.keep(found.answers if found else {}, task.story.last_published or "")
        yield


def _story_tasks(
    connection: sqlite3.Connection,
    waiting: Iterable[tuple[Story, store.waiting.Why]],
    joined: Joined,
    watch: Stopwatch,
    *,
    asked: Path,
    pace: Pace,
    of: dict[str, dict[str, str]],
) -> Iterator[StoryTask]:
    """Those of the stories that wait which have to be compared; the others are settled on the way.

    What was made of the very same by the same code is kept; by other code, too, where a story's articles were
    not read again. Storylines in which anything differs wait from then on.

    ``asked``: where networks' answers are; ``of``: told by story what its records will be made of.
    """
    for story, why in waiting:
        items, named, moved = members(connection, story, joined, watch)
        told = dated(story, items)
        given = made_of(told, items, named, joined.told.utterances)
        size = len(story.article_ids)
        if why == "named" and _is_same(connection, story, given, moved=moved or not joined.anew):
            store.waiting.put_compared(connection, story.id)
            pace.go_on(_work(size), free=True)
            continue
        as_before, kept = _kept(connection, story, given, anew=why != "code")
        wait_for_lines(connection, () if as_before else [story.storyline_id])
        if len(kept) < len(OF_STORY):
            held = _held(connection, story, kept)
            of[story.id] = given
            several = asked if len(items) > 1 else None
            yield StoryTask(told, items, named, held, tuple(joined.told.utterances), several)
            continue
        with watch.time("store"):
            put_story(connection, told)
            store.made.put_made(connection, story.id, stages.comparing(), given)
            store.waiting.put_compared(connection, story.id)
        pace.go_on(_work(size), free=True)


def _loaded(
    connection: sqlite3.Connection, waiting: Sequence[tuple[str, store.waiting.Why, int]]
) -> Iterator[tuple[Story, store.waiting.Why]]:
    """The stories that wait, one by one, and why."""
    for key, why, _ in waiting:
        for story in store.derived.load_records(connection, "stories", Story, [key]):
            yield story, why


def _work(number: int) -> float:
    """How much comparing so many articles of a story is, in no unit."""
    return _ALONE * number + float((number - 1) ** _GROWTH)


def _keep_story(
    connection: sqlite3.Connection, story: Story, found: Compared | None, given: Mapping[str, str]
) -> None:
    """Keep a story with what comparing it gave; None where nothing could be made of it."""
    put_story(connection, story)
    store.waiting.put_compared(connection, story.id)
    for name in OF_STORY:
        store.derived.put_derived(connection, name, story.id, getattr(found, name) if found else ())
    store.made.drop_made(connection, [story.id])
    if found:
        store.made.put_made(connection, story.id, stages.comparing(), given)


def forget_compared(connection: sqlite3.Connection) -> None:
    """Forget all that came from comparing: every article waits as if it had just been read."""
    for table in _COMPARED:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - own names
    connection.execute("UPDATE corrections_applied SET number = 0")
    connection.execute("UPDATE articles SET compared = 0, joined = 0")


def _is_same(connection: sqlite3.Connection, story: Story, given: Mapping[str, str], *, moved: bool) -> bool:
    """Whether a story would be made of what it was made of; where that is not known, ``moved`` says it."""
    _, of = store.made.load_made(connection, story.id)
    return of == given if of else not moved


def _kept(
    connection: sqlite3.Connection, story: Story, given: Mapping[str, str], *, anew: bool
) -> tuple[bool, list[str]]:
    """Whether a story is all that it was, and the tables that hold: made by stages as they are, of the same.

    ``given``: what it would be made of. Of a story that older code made it is not known; where it is not
    ``anew``, just stages changed.
    """
    (made, of), now = store.made.load_made(connection, story.id), stages.comparing()
    same = {what for what in given if of.get(what) == given[what] or not (of or anew)}
    tables = [
        name
        for name, kind in OF_STORY.items()
        if made.get(stage := stages.maker(kind)) == now[stage] and is_of(name, same)
    ]
    return made == now and same == given.keys(), tables


def _held(connection: sqlite3.Connection, story: Story, tables: Iterable[str]) -> dict[str, tuple[Any, ...]]:
    """What the archive has in some tables of a story."""
    return {
        name: store.derived.load_derived(connection, name, OF_STORY[name], owner=story.id) for name in tables
    }


def _follow_storylines(connection: sqlite3.Connection, joined: Joined, run: Running) -> Iterator[None]:
    """What comes from whole storylines, for those in which a story changed, or to or from which one went.

    Yields:
        None, where what was written is whole.
    """
    lines = store.waiting.owners(connection, "line")
    sizes = {line: len(store.placed.members_of(connection, line)) for line in lines}
    tasks = _line_tasks(connection, lines, joined, run.watch)
    for task, found in run.run(
        work.follow,
        tasks,
        lambda task: f"storyline {task.id}",
        stage="following storylines",
        work=lambda task: sizes[task.id],
        pace=Pace(sum(sizes.values())),
    ):
        with run.watch.time("store"):
            for name in OF_STORYLINE:
                store.derived.put_derived(connection, name, task.id, getattr(found, name) if found else ())
            store.waiting.put_followed(connection, task.id)
        yield


def _line_tasks(
    connection: sqlite3.Connection, changed: Iterable[str], joined: Joined, watch: Stopwatch
) -> Iterator[LineTask]:
    for storyline in changed:
        ids = store.placed.members_of(connection, storyline)
        line = tuple(sorted(store.derived.load_records(connection, "stories", Story, ids), key=in_order))
        if not line:
            store.waiting.put_followed(connection, storyline)
            continue
        with watch.time("store"):
            members = [a for story in line for a in story.article_ids]
            items = {i.article.id: i for i in store.tables.load_articles(connection, members)}
        with watch.time("identity"):
            named = joined.directory.speakers(heard(items, joined.told.speakers))
        yield LineTask(
            storyline,
            line,
            items,
            named,
            told=_of_stories(connection, "utterances", Utterance, line),
            entries=_of_stories(connection, "timeline", TimelineEntry, line),
            clashes=_of_stories(connection, "conflicts", Conflict, line),
            related=_of_stories(connection, "relations", Relation, line),
            roots=_of_stories(connection, "origins", Origin, line),
        )


def _of_stories(
    connection: sqlite3.Connection, name: str, kind: type[R], line: Sequence[Story]
) -> tuple[R, ...]:
    """What one derived table holds for the stories of ``line``, story by story."""
    return tuple(r for s in line for r in store.derived.load_derived(connection, name, kind, owner=s.id))
