"""Everything that comes from comparing articles, brought up to date in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from typing import Any, TypeVar

from onrecord import (
    engines,
    stages,
    store,
    watching,
)
from onrecord.comparison.given import is_of, made_of
from onrecord.comparison.grouping import changed_stories, group, keep_groups, lines_of
from onrecord.comparison.joining import Joined, heard, join
from onrecord.comparison.members import dated, members
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
    *("forms", "profiles", "form_places", "form_tallies", "voices", "chains_gone"),
)


class _Why(Enum):
    """Why a story is looked at: it was grouped or read anew, speakers in it may differ, or only code does."""

    ANEW = auto()
    NAMED = auto()
    CODE = auto()


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
    """Bring everything that comes from comparing articles up to date, in one transaction.

    Args:
        database: the archive.
        told: users' corrections, oldest first.
        watch: told how long each stage takes.
        now: when this is, for what watches find.
        runner: who runs the stages on many stories; this process when it is None.
        on_skip: told of stories and storylines that ended the process that worked on them.
        tell: told how far it is.
    """
    tell(Progress("finding stories and people", 0))
    with database.transaction() as connection:
        said = Told.of(told, store.joined.load_applied(connection))
        touched = amend(connection, said)
        with watch.time("stories"):
            regrouped = group(connection, said)
        with watch.time("identity"):
            joined = join(connection, said)
        changed = changed_stories(connection, regrouped.stories, joined.renamed | touched)
        stale = _stale(connection, {s.id for s in changed} | regrouped.gone)
        lines = lines_of(connection, {s.id for s in (*regrouped.stories, *stale)} | regrouped.gone)
        lines |= {s.storyline_id for s in regrouped.stories}
        keep_groups(connection, changed, regrouped.gone)
        anew = {s.id for s in regrouped.stories} | set(store.made.load_stale(connection))
        anew.update(store.placed.groups_of(connection, touched).values())
        waiting = [(s, _Why.ANEW if s.id in anew else _Why.NAMED) for s in changed]
        waiting = sorted([*waiting, *((s, _Why.CODE) for s in stale)], key=_largest_first)
        many = len(anew) >= MANY  # of the others most are as they were
        run = Running((runner if many else None) or engines.Here(), watch, on_skip, tell)
        with store.answers.Answers(store.answers.beside(database.path)) as answers:
            lines |= _compare_stories(connection, waiting, joined, run, answers)
        _follow_storylines(connection, lines, joined, run)
        with watch.time("watches"):
            watching.look(connection, [*changed, *stale], now, lines=lines)
        with watch.time("store"):
            new = store.derived.mark_compared(connection)
            store.made.clear_stale(connection)
            store.search.merge(connection, new=new)


def _compare_stories(
    connection: sqlite3.Connection,
    waiting: Sequence[tuple[Story, _Why]],
    joined: Joined,
    run: Running,
    answers: store.answers.Answers,
) -> set[str]:
    """Lay the articles of each story side by side and keep what that gives, by which code and of what.

    ``waiting``: stories and why. What was made of the very same by the same code is kept; by other code, too,
    where a story's articles were not read again. ``answers``: what networks say is looked up and kept there.

    Returns:
        The storylines in which anything differs.
    """
    pace = Pace(sum(_work(story) for story, _ in waiting))
    of: dict[str, dict[str, str]] = {}
    lines = set[str]()

    def tasks() -> Iterator[StoryTask]:
        for story, why in waiting:
            items, named, moved = members(connection, story, joined, run.watch)
            told = dated(story, items)
            given = of[story.id] = made_of(told, items, named, joined.told.utterances)
            if why is _Why.NAMED and _is_same(connection, story, given, moved=moved or not joined.anew):
                pace.go_on(_work(story), free=True)
                continue
            as_before, kept = _kept(connection, story, given, anew=why is not _Why.CODE)
            lines.update(() if as_before else [story.storyline_id])
            if len(kept) < len(OF_STORY):
                held = _held(connection, story, kept)
                asked = answers.path if len(items) > 1 else None
                yield StoryTask(told, items, named, held, tuple(joined.told.utterances), asked)
                continue
            with run.watch.time("store"):
                _put_story(connection, told)
                store.made.put_made(connection, story.id, stages.comparing(), given)
            pace.go_on(_work(story), free=True)

    for task, found in run.run(
        work.compare,
        tasks(),
        lambda task: f"story {task.story.id}",
        stage="comparing stories",
        work=lambda task: _work(task.story),
        pace=pace,
    ):
        with run.watch.time("store"):
            _keep_story(connection, task.story, found.found if found else None, of[task.story.id])
            answers.keep(found.answers if found else {}, task.story.last_published or "")
    return lines


def _work(story: Story) -> float:
    """How much comparing a story's articles is, in no unit."""
    number = len(story.article_ids)
    return _ALONE * number + float((number - 1) ** _GROWTH)


def _keep_story(
    connection: sqlite3.Connection, story: Story, found: Compared | None, given: Mapping[str, str]
) -> None:
    """Keep a story with what comparing it gave; None where nothing could be made of it."""
    _put_story(connection, story)
    for name in OF_STORY:
        store.derived.put_derived(connection, name, story.id, getattr(found, name) if found else ())
    store.made.drop_made(connection, [story.id])
    if found:
        store.made.put_made(connection, story.id, stages.comparing(), given)


def _put_story(connection: sqlite3.Connection, story: Story) -> None:
    store.derived.put_records(connection, "stories", [story])
    store.listing.put_story(connection, story)


def forget_compared(connection: sqlite3.Connection) -> None:
    """Forget all that came from comparing: every article waits as if it had just been read."""
    for table in _COMPARED:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - own names
    connection.execute("UPDATE corrections_applied SET number = 0")
    connection.execute("UPDATE articles SET compared = 0, joined = 0")


def _largest_first(waiting: tuple[Story, _Why]) -> tuple[int, str]:
    """Sorts stories so that no process is left alone with the largest at the end."""
    story, _ = waiting
    return -len(story.article_ids), story.id


def _stale(connection: sqlite3.Connection, others: Collection[str]) -> list[Story]:
    """The stories besides ``others`` that were read again since a stage that compares them changed."""
    waiting = [story for story in store.made.load_stale(connection) if story not in others]
    return store.derived.load_records(connection, "stories", Story, waiting)


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


def _follow_storylines(
    connection: sqlite3.Connection, changed: Iterable[str], joined: Joined, run: Running
) -> None:
    """What comes from whole storylines, for those in which a story changed, or to or from which one went."""
    lines = sorted(changed)
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


def _line_tasks(
    connection: sqlite3.Connection, changed: Iterable[str], joined: Joined, watch: Stopwatch
) -> Iterator[LineTask]:
    for storyline in sorted(changed):
        ids = store.placed.members_of(connection, storyline)
        line = tuple(sorted(store.derived.load_records(connection, "stories", Story, ids), key=in_order))
        if not line:
            store.derived.drop_owners(connection, OF_STORYLINE, [storyline])
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
