"""Running one stage of an archive again, with everything that depends on it; no file is read.

Stages of one article start from the stored articles. Those that place articles and join speakers
start from the keys and chains of all articles. Those of stories and storylines start from the results of the
stages before them, and results that do not depend on them are kept.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from onrecord import engines, pipeline, stages, store
from onrecord.archive import Archive
from onrecord.comparison import compare_all, forget_compared
from onrecord.engines import tasks
from onrecord.engines.reading import FEW
from onrecord.errors import FatalError
from onrecord.records import Progress, Skipped
from onrecord.statements import Tagger
from onrecord.stopwatch import Pace, Stopwatch

# Of one article; "sources" and "articles" need the files, which ``onrecord read`` reads again.
OF_ARTICLE = ("statements", "coreference", "dates")
OF_ALL = ("stories", "identity")
OF_STORIES = tuple(stages.comparing())
STAGES = (*OF_ARTICLE, *OF_ALL, *OF_STORIES)


@dataclass(frozen=True, slots=True)
class Rerun:
    """Articles of which something else was read off, what could not be made again, seconds by stage."""

    changed: int
    skipped: tuple[Skipped, ...]
    seconds: dict[str, float]


def rerun(
    archive: Archive,
    stage: str,
    *,
    tagger: Tagger | None = None,
    jobs: int | None = None,
    on_progress: Callable[[Progress], None] = lambda _: None,
) -> Rerun:
    """Make again what ``stage``, one of ``STAGES``, made, and what rests on that.

    Articles come first, in transactions of their own; an interrupt leaves the rest to the next run.

    Raises:
        RetryError: another process is writing to the archive.
        FatalError: there is no such stage, or the models are unusable.
    """
    if stage not in STAGES:
        raise FatalError(f"no stage {stage!r} can run alone; one of: {', '.join(STAGES)}")
    run = _Running(archive, stage, tagger, on_progress)
    jobs = 1 if tagger is not None else jobs or engines.processors()
    with engines.Processes(jobs) as processes:
        runner = processes if jobs > 1 else engines.Here()
        if stage in OF_ARTICLE:
            run.annotate(runner)
        else:
            run.forget()
        run.compare(runner)
    seconds = {name: round(spent, 3) for name, spent in run.watch.seconds.items()}
    return Rerun(run.changed, tuple(run.skipped), seconds)


@dataclass(slots=True)
class _Running:
    """A run that is under way."""

    archive: Archive
    stage: str
    tagger: Tagger | None
    tell: Callable[[Progress], None]
    watch: Stopwatch = field(default_factory=Stopwatch)
    skipped: list[Skipped] = field(default_factory=list)
    changed: int = 0

    def annotate(self, runner: engines.Runner) -> None:
        """Read all articles again from the stage on, and keep what differs."""
        with self.archive.database.reading() as connection:
            ids = [key for (key,) in connection.execute("SELECT id FROM articles ORDER BY id")]
        runner = runner if len(ids) >= FEW else engines.Here()
        done, pace = 0, Pace(len(ids))
        for task, found in runner.map(tasks.annotate_again, self._batches(ids)):
            done += len(task.items)
            if isinstance(found, engines.Ended):
                reason = f"not read again: the process ended ({found.how}); what was known of it stays"
                self.skipped += [Skipped(i.article.path, reason, "MemoryError") for i in task.items]
            else:
                self._keep(found)
            pace.go_on(len(task.items))
            self.tell(Progress(self.stage, done, pace.share, pace.left))

    def _batches(self, ids: list[str]) -> Iterator[tasks.AgainTask]:
        for start in range(0, len(ids), pipeline.BATCH):
            with self.archive.database.reading() as connection:
                items = store.tables.load_alone(connection, ids[start : start + pipeline.BATCH])
                yield tasks.AgainTask(tuple(items), self.stage, self.tagger)

    def _keep(self, found: tasks.Annotated) -> None:
        self.skipped += found.skipped
        self.watch.add(found.seconds)
        with self.watch.time("store"), self.archive.database.transaction() as connection:
            for keyed in found.items:
                self.changed += store.tables.replace_article(
                    connection, keyed.item, story_keys=keyed.keys, placed_by=stages.placing()
                )
                store.made.mark_stale(connection, keyed.item.article.id, stages.comparing())

    def forget(self) -> None:
        """Let what the stage made wait to be made again, without what networks answered before."""
        store.answers.forget(self.archive.database.path)
        with self.archive.database.transaction() as connection:
            if self.stage in OF_ALL:
                forget_compared(connection)
            else:
                store.made.unmake(connection, stages.resting_on(self.stage))

    def compare(self, runner: engines.Runner) -> None:
        """Compare what waits."""
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        told, keep = self.archive.corrections(), self.skipped.append
        compare_all(self.archive.database, told, self.watch, now, runner=runner, on_skip=keep, tell=self.tell)
