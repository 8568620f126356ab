"""What a process is asked for: the stages of ``pipeline`` on a batch of articles, on a story, on a storyline.

Each function sees nothing but its task, and a task nothing but records, so that any process of any machine
may be asked, and gives the same answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord import pipeline, statements, store, stories
from onrecord.records import (
    AnnotatedArticle,
    Compared,
    Conflict,
    Correction,
    Followed,
    Origin,
    RawDocument,
    Relation,
    Skipped,
    Speaker,
    Story,
    TimelineEntry,
    Utterance,
)
from onrecord.stopwatch import Stopwatch
from onrecord.text import View, view_all


@dataclass(frozen=True, slots=True)
class Keyed:
    """An article with what was read off it, and its story keys as the archive keeps them."""

    item: AnnotatedArticle
    keys: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """What became of a batch of raw documents; ``seconds`` by stage."""

    items: tuple[Keyed, ...]
    skipped: tuple[Skipped, ...]
    seconds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class AgainTask:
    """Articles to be annotated again from a stage on; by the product's own reader where none is given."""

    items: tuple[AnnotatedArticle, ...]
    stage: str
    tagger: statements.Tagger | None = None


@dataclass(frozen=True, slots=True)
class StoryTask:
    """A story, and all that comparing its articles takes (``pipeline.compare``).

    ``answers``: a file of what networks answered before, where this process can read it (``store.answers``).
    """

    story: Story
    items: Mapping[str, AnnotatedArticle]
    named: Mapping[str, Speaker]
    kept: Mapping[str, tuple[Any, ...]]
    corrections: tuple[Correction, ...]
    answers: Path | None = None


@dataclass(frozen=True, slots=True)
class Laid:
    """What comparing a story gave; ``answers``: what networks were asked anew for it."""

    found: Compared
    answers: Mapping[bytes, bytes]


@dataclass(frozen=True, slots=True)
class LineTask:
    """A storyline, and all that following it takes."""

    id: str
    line: tuple[Story, ...]
    items: Mapping[str, AnnotatedArticle]
    named: Mapping[str, Speaker]
    told: tuple[Utterance, ...]
    entries: tuple[TimelineEntry, ...]
    clashes: tuple[Conflict, ...]
    related: tuple[Relation, ...]
    roots: tuple[Origin, ...]


def annotate(raws: Sequence[RawDocument]) -> Annotated:
    """Read a batch with the reader that the product uses."""
    watch, skipped = Stopwatch(), list[Skipped]()
    with watch.time("loading"):
        tagger = statements.default_tagger()
    items = [
        keyed(item, watch) for item in pipeline.annotate(raws, tagger, on_skip=skipped.append, watch=watch)
    ]
    return Annotated(tuple(items), tuple(skipped), watch.seconds)


def annotate_again(task: AgainTask) -> Annotated:
    """Make anew what was read off articles, from a stage on."""
    watch, skipped = Stopwatch(), list[Skipped]()
    tagger = task.tagger or statements.default_tagger()
    items = pipeline.annotate_again(task.items, task.stage, tagger, on_skip=skipped.append, watch=watch)
    return Annotated(tuple(keyed(item, watch) for item in items), tuple(skipped), watch.seconds)


def keyed(item: AnnotatedArticle, watch: Stopwatch) -> Keyed:
    """``item`` with its story keys."""
    with watch.time("keys"):
        return Keyed(item, store.dumps(stories.keys(item, View(item.article))))


def compare(task: StoryTask) -> tuple[Laid, Mapping[str, float]]:
    """Lay the articles of a story side by side; what that gives, and seconds by stage."""
    watch = Stopwatch()
    with store.answers.recalling(task.answers) as memory:
        found = pipeline.compare(
            task.story,
            task.items,
            task.named,
            watch,
            task.kept,
            corrections=task.corrections,
            memory=memory if task.answers else None,
        )
    return Laid(found, memory.fresh), watch.seconds


def follow(task: LineTask) -> tuple[Followed, Mapping[str, float]]:
    """Follow a storyline; what that gives, and seconds by stage."""
    watch = Stopwatch()
    line, items, told = task.line, task.items, task.told
    views = view_all(items)
    held = pipeline.trace_positions(line, items, told, task.named, views=views, watch=watch)
    chronicle = pipeline.tell(line, items, task.entries, task.clashes, views=views, watch=watch)
    facts, standing = pipeline.weigh(
        line, items, told, roots=task.roots, chronicle=chronicle, views=views, watch=watch
    )
    found = pipeline.point_out(
        line,
        items,
        told,
        clashes=task.clashes,
        related=task.related,
        held=held,
        chronicle=chronicle,
        watch=watch,
    )
    return Followed(held, chronicle, facts, standing, found), watch.seconds
