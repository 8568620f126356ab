"""Bins of articles that nothing ties to others -> the tables; a bin that is finished is left alone.

What a bin is called by is made of all that goes into it: its articles, its stories, who speaks in them, and
the code. What nothing of this changed in, was written before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path

from onrecord import pipeline, stages, store
from onrecord.comparison import dated, heard
from onrecord.engines import Duck, tasks
from onrecord.engines.tasks import LineTask, StoryTask
from onrecord.extras import imported
from onrecord.identity import Directory
from onrecord.lake.layout import VERSION, digest, finish, parquet, write
from onrecord.listings import in_order
from onrecord.records import (
    AnnotatedArticle,
    Compared,
    Corpus,
    Dating,
    Followed,
    LocalSpeaker,
    Speaker,
    Story,
)
from onrecord.reports.exports.parquet import arrow_rows, arrow_schema
from onrecord.reports.tables import TABLES

UNKNOWN = "unknown"
# The table that no bin writes: a speaker's mentions stand in many.
SPEAKERS = "speakers"

# The columns of ``Voice``, in the words of DuckDB.
VOICES = {"speaker": "VARCHAR", "article": "VARCHAR", "chain": "VARCHAR", "packed": "BLOB"}

Chains = tuple[LocalSpeaker, ...]
Named = Mapping[str, Speaker]


@dataclass(frozen=True, slots=True)
class Bin:
    """Whole storylines, and all that comparing their articles takes.

    ``source``: the folder with the articles as each is alone. ``who``: chain -> speaker. ``named``: story or
    storyline -> the speakers of its articles.
    """

    id: str
    source: str
    home: str
    marks: str
    stories: tuple[Story, ...]
    who: Mapping[str, str]
    named: Mapping[str, Named]

    @property
    def mark(self) -> Path:
        """That it is finished."""
        return Path(self.marks) / f"{self.id}.json"


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose a chain of mentions is."""

    speaker: str
    article: str
    chain: str
    packed: bytes


def plan(
    duck: Duck,
    told: Mapping[int, Sequence[Story]],
    directory: Callable[[], Directory],
    home: Path,
    folders: tuple[Path, Path],
) -> Iterator[tuple[Bin, list[Voice]]]:
    """Each bin, with the voices of its articles.

    ``directory`` gives who is who; ``folders``: the bins' articles, and the marks.
    """
    asked = "SELECT number, id, md5(record), chains FROM bins JOIN articles USING (id) ORDER BY number, id"
    source, marks = folders
    for number, rows in groupby(duck.ask(asked), itemgetter(0)):
        who = directory()
        held: dict[str, Chains] = {}
        hashes: list[str] = []
        for _, key, content, packed in rows:
            held[str(key)] = store.loads(Chains, packed)
            hashes += (str(key), str(content))
        stories = tuple(told[number])
        chains = [c for own in held.values() for c in own]
        owners = who.owner(chains)
        named = _named(stories, held, who)
        code = (str(VERSION), stages.placing(), *stages.comparing().values())
        name = digest([*code, *hashes, store.dumps((stories, dict(sorted(owners.items())), named))])
        voices = [Voice(owners[c.id], c.article_id, c.id, store.pack(c)) for c in chains if c.id in owners]
        yield (
            Bin(name, str(source / f"number={number}"), str(home), str(marks), stories, owners, named),
            voices,
        )


def _named(
    stories: Sequence[Story], held: Mapping[str, Chains], who: Directory
) -> dict[str, dict[str, Speaker]]:
    """Story or storyline -> its speakers."""
    lines: dict[str, list[str]] = defaultdict(list)
    for story in stories:
        lines[story.storyline_id] += story.article_ids
    owners = {story.id: story.article_ids for story in stories} | {k: sorted(v) for k, v in lines.items()}
    return {
        owner: who.speakers([c for a in articles for c in held[a] if c.statement_ids])
        for owner, articles in owners.items()
    }


def compare(task: Bin) -> dict[str, object]:
    """Compare the articles of a bin and write its rows; what its mark tells."""
    items = _load(Path(task.source))
    lines: dict[str, list[Story]] = defaultdict(list)
    for story in task.stories:
        lines[story.storyline_id].append(story)
    seconds: dict[str, float] = {}
    found = _Found({}, defaultdict(list))
    for line, stories in sorted(lines.items()):
        _follow(
            task, line, [_compared(task, story, items, found, seconds) for story in stories], found, seconds
        )
    told = {"articles": len(items), "files": _write(task, found), "seconds": seconds}
    finish(task.mark, told)
    return told


@dataclass(slots=True)
class _Found:
    """What comparing gave: articles by id, and, by the month that it belongs to and by table, the rest."""

    items: dict[str, AnnotatedArticle]
    by_month: defaultdict[tuple[str, str], list[object]]

    def whole(self) -> Corpus:
        """All of it, as the reports take it."""
        return _corpus({"articles": list(self.items.values())})

    def months(self) -> Iterator[tuple[str, Corpus]]:
        """What belongs to each month."""
        for month in sorted({month for month, _ in self.by_month}):
            yield month, _corpus({name: held for (m, name), held in self.by_month.items() if m == month})


def _corpus(held: Mapping[str, Sequence[object]]) -> Corpus:
    tables = {f.name: tuple(held.get(f.name, ())) for f in fields(Corpus) if f.name != "run"}
    return Corpus(**tables)  # type: ignore[arg-type] # each as its table has it


def _load(source: Path) -> dict[str, AnnotatedArticle]:
    """The articles of a bin, by id."""
    files = sorted(map(str, source.glob("*.parquet")))
    rows = [row for file in files for row in imported("pyarrow.parquet").read_table(file).to_pylist()]
    return {
        row["id"]: store.loads(AnnotatedArticle, row["record"]) for row in sorted(rows, key=itemgetter("id"))
    }


def _compared(
    task: Bin,
    story: Story,
    items: Mapping[str, AnnotatedArticle],
    found: _Found,
    seconds: dict[str, float],
) -> tuple[Story, Compared]:
    """A story with what comparing its articles gives; put among what was found."""
    named = task.named[story.id]
    alone = pipeline.date_by_neighbours(story, {a: items[a] for a in story.article_ids})
    whose = {c.id: task.who[c.id] for c in heard(alone, ()) if c.id in task.who}
    own = {key: pipeline.name_speakers(item, whose, named) for key, item in alone.items()}
    told = dated(story, own)
    laid, spent = tasks.compare(StoryTask(told, own, named, {}, ()))
    compared = laid.found
    _add(seconds, spent)
    found.items |= own
    month = _month_of(told)
    found.by_month[month, "stories"].append(told)
    for field in fields(Compared):
        found.by_month[month, field.name] += getattr(compared, field.name)
    for item in own.values():
        found.by_month[_month(item.article.published), "articles"].append(item)
    return told, compared


def _follow(
    task: Bin,
    line: str,
    told: Sequence[tuple[Story, Compared]],
    found: _Found,
    seconds: dict[str, float],
) -> None:
    """Put what comes of a whole storyline among what was found."""
    ordered = sorted(told, key=lambda pair: in_order(pair[0]))
    stories, compared = tuple(story for story, _ in ordered), [c for _, c in ordered]
    followed, spent = tasks.follow(
        LineTask(
            line,
            stories,
            {a: found.items[a] for a in sorted(a for story in stories for a in story.article_ids)},
            task.named[line],
            told=tuple(chain.from_iterable(c.utterances for c in compared)),
            entries=tuple(chain.from_iterable(c.timeline for c in compared)),
            clashes=tuple(chain.from_iterable(c.conflicts for c in compared)),
            related=tuple(chain.from_iterable(c.relations for c in compared)),
            roots=tuple(chain.from_iterable(c.origins for c in compared)),
        )
    )
    _add(seconds, spent)
    months = {story.id: _month_of(story) for story in stories}
    for field in fields(Followed):
        for record in getattr(followed, field.name):
            month = months.get(getattr(record, "story_id", ""), _month_of(stories[0]))
            found.by_month[month, field.name].append(record)


def _add(seconds: dict[str, float], spent: Mapping[str, float]) -> None:
    for stage, more in spent.items():
        seconds[stage] = seconds.get(stage, 0.0) + more


def _month(dating: Dating) -> str:
    """The month of a day that is known to within one."""
    first, last = (dating.earliest or "")[:7], (dating.latest or "")[:7]
    return first if first and first == last else UNKNOWN


def _month_of(story: Story) -> str:
    return (story.first_published or UNKNOWN)[:7]


def _write(task: Bin, found: _Found) -> list[str]:
    """Write the rows of a bin; the files, by their paths in the lake."""
    whole, written = found.whole(), []
    for month, corpus in found.months():
        for name, table in TABLES.items():
            rows = list(table(corpus, whole)) if name != SPEAKERS else []
            if rows:
                file = f"{name}/month={month}/part-{task.id}.parquet"
                schema = arrow_schema(imported("pyarrow"), name)
                with parquet(Path(task.home) / file, schema) as writer:
                    write(writer, schema, arrow_rows(name, rows))
                written.append(file)
    return written
