"""The object that users of the library hold: an archive file that reads articles and answers questions.

>>> import onrecord                                                       # doctest: +SKIP
>>> with onrecord.open("brief/onrecord.db", create=True) as archive:      # doctest: +SKIP
...     archive.read(["articles/"])
...     for statement in archive.statements(speaker="Varga"):
...         print(statement.speaker, statement.said.edtf)
"""

from __future__ import annotations

import datetime as dt
import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from onrecord import __version__, articles, engines, languages, sources, stages, store, unchanged, watching
from onrecord.batches import batches
from onrecord.comparison import compare_all
from onrecord.corrections import check
from onrecord.engines import reading
from onrecord.engines.tasks import Keyed
from onrecord.languages import fields
from onrecord.models.manifest import COMPARING, LINES, PACKAGED, RELATING
from onrecord.originals import Met, Originals, whole
from onrecord.queries import Queries
from onrecord.records import (
    Article,
    Correction,
    Progress,
    RawDocument,
    Run,
    Skipped,
    Story,
    Watch,
    stable_id,
)
from onrecord.statements import Tagger, default_tagger
from onrecord.stopwatch import Pace, Stopwatch
from onrecord.versions import packages

# Articles written per transaction, and how long the first of them waits for the others: what a kill loses.
_COMMIT_EVERY = 64
_COMMIT_SECONDS = 2.0
# Facts of which ``run.json`` tells where they stood, and files of which it tells each alone.
_TOLD = ("title", "outlet", "byline", "date")
_MOST_TOLD = 1000
_OTHERS = "(all others)"
Counted = dict[str, Counter[str]]


@dataclass(frozen=True, slots=True)
class _Reading:
    """Its number, the code that reads (empty for a reader of the caller's own), and who follows it."""

    number: int
    by: str
    watch: Stopwatch
    tell: Callable[[Progress], None]
    skip: Callable[[Skipped], None]
    met: Met
    pace: Pace

    def note(self, articles: Iterable[Article], done: int, *, free: bool = False) -> None:
        """Tell that articles are read, or were known; ``done`` are in all."""
        self.pace.go_on(sum(map(self.met.take, articles)), free=free)
        self.tell(Progress("reading", done, self.pace.share, self.pace.left))


@dataclass(slots=True)
class _Tally:
    """What a reading met: articles by file and by language not searched, hashes of their documents."""

    stored: store.Stored = field(default_factory=store.Stored)
    unread: Counter[str] = field(default_factory=Counter)
    inputs: Counter[str] = field(default_factory=Counter)
    documents: dict[str, list[str]] = field(default_factory=dict)
    understood: dict[str, Counted] = field(default_factory=dict)

    def note(self, article: Article, raw: RawDocument | None = None) -> None:
        """Count an article; with what it was read from also how that was understood."""
        if raw is not None:
            alone = article.path in self.understood or len(self.understood) < _MOST_TOLD
            told = self.understood.setdefault(article.path if alone else _OTHERS, {})
            _count(told, articles.explained(raw, article))
        self.inputs[article.path] += 1
        self.documents.setdefault(article.path, []).append(article.sha256)
        if article.language not in (None, *languages.READ):
            self.unread[str(article.language)] += 1

    def pass_over(self, article: Article) -> None:
        """Count an article that the archive has."""
        self.stored += store.Stored(known=1)
        self.note(article)

    def run(self, started: str, asked: Sequence[str], skipped: Sequence[Skipped], watch: Stopwatch) -> Run:
        """What was found, as ``run.json`` reports it; ``asked``: the paths as given."""
        return Run(
            version=__version__,
            started_at=started,
            paths=tuple(map(sources.shown, asked)),
            added=self.stored.added,
            updated=self.stored.updated,
            known=self.stored.known,
            skipped=tuple(skipped),
            unread=dict(sorted(self.unread.items())),
            inputs=dict(self.inputs),
            understood={
                path: {what: dict(counts.most_common()) for what, counts in told.items()}
                for path, told in self.understood.items()
            },
            seconds={stage: round(spent, 3) for stage, spent in watch.seconds.items()},
            stages=stages.digests(),
            packages=packages(),
            hashes={path: _hash_of(found) for path, found in self.documents.items()},
        )


def _count(told: Counted, one: articles.Explanation) -> None:
    """Add what one article's reading shows: its format, its parts, and where the facts about it stood."""
    found = [("format", one.media_type), *(("parts", label) for label, _ in one.parts)]
    found += [(name, origin) for name, _, origin in one.facts if name in _TOLD]
    for what, value in found:
        told.setdefault(what, Counter())[value] += 1


def _models(tagger: Tagger) -> dict[str, str]:
    """The hashes of all model files that a reading with ``tagger`` uses."""
    return dict(getattr(tagger, "models", {})) | PACKAGED.hashes((*LINES, *COMPARING, *RELATING))


class Archive(Queries):
    """An open archive file; a new one is made if there is none. Use it in a ``with`` statement.

    ``read`` adds articles and updates those that changed; every query reflects the last completed reading.

    Raises:
        ArchiveError: the file is no archive, or was written by a newer version.
    """

    def read(
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        stdin: BinaryIO | None = None,
        tagger: Tagger | None = None,
        jobs: int | None = None,
        on_skip: Callable[[Skipped], None] | None = None,
        on_progress: Callable[[Progress], None] | None = None,
        columns: Mapping[str, str] | None = None,
    ) -> Run:
        """Read articles from ``paths`` (files, folders, globs, ``-`` for ``stdin``; one or several).

        Articles that the archive already holds are not doubled; where neither their document nor the code
        that reads it changed, they are not read again either. Items that cannot be used are reported to
        ``on_skip`` and listed in the result; they never raise.

        Many articles are read, and many stories compared, in ``jobs`` processes (as many as there are
        processors when it is None), with the same result. Few articles never start one, nor does a
        ``tagger`` of the caller's own, which may not be there in another process.

        ``columns`` says what columns of tables and keys of JSON mean (``{"klartext": "text"}``), where their
        names do not: see ``sources.read``.

        Raises:
            ValueError: ``columns`` has a part that no article has, or ``jobs`` is less than 1.
            RetryError: another process is writing to the archive.
            FatalError: the archive or the models are unusable.
        """
        fields.check_columns(columns or {})
        if jobs is not None and jobs < 1:
            raise ValueError(f"jobs is {jobs}; at least one process reads")
        watch, started = Stopwatch(), _now()
        asked = [str(p) for p in ([paths] if isinstance(paths, str | Path) else paths)]
        skipped: list[Skipped] = []
        skip, tell = _both(skipped.append, on_skip), on_progress or (lambda _: None)
        tell(Progress("loading the model", 0))
        by = unchanged.code() if tagger is None else ""  # of a reader of the caller's own nothing is known
        jobs = 1 if tagger is not None else jobs or engines.processors()
        with watch.time("loading"):
            tagger = tagger or default_tagger()
        clock, tally = _without_loading(watch, jobs), _Tally()
        met = Met(watch.timed("sources", sources.read(asked, stdin=stdin, on_skip=skip, columns=columns)))
        pace = Pace(whole(sources.find(asked, lambda _: None)), clock)
        with engines.Processes(jobs) as processes:
            self._add(tagger, processes, _Reading(self._next(), by, watch, tell, skip, met, pace), tally)
            runner = processes if jobs > 1 else engines.Here()
            self._compare(runner, watch, tell, skip)
        return self._told(tally.run(started, asked, skipped, watch), tagger, columns)

    def _told(self, run: Run, tagger: Tagger, columns: Mapping[str, str] | None) -> Run:
        """``run`` with what it was asked and read with, kept."""
        run = replace(
            run, options={"tagger": type(tagger).__name__} | _mapped(columns), models=_models(tagger)
        )
        self._keep(run)
        return run

    def take(
        self,
        articles: Iterable[tuple[Keyed, store.raw.KeptRaw]],
        *,
        of: str,
        on_skip: Callable[[Skipped], None] | None = None,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> Run:
        """Add articles that were annotated elsewhere, and compare them with those of this archive.

        Args:
            articles: each with the raw document that it was read from.
            of: where they come from, as ``run.json`` shall tell it.
            on_skip: told of each that cannot be used.
            on_progress: told how many are written.

        Raises:
            RetryError: another process is writing to the archive.
        """
        watch, started = Stopwatch(), _now()
        skipped: list[Skipped] = []
        skip, tell, tally = _both(skipped.append, on_skip), on_progress or (lambda _: None), _Tally()
        now = _Reading(self._next(), "", watch, tell, skip, Met(()), Pace(None))
        for batch in batches(articles, most=_COMMIT_EVERY, seconds=_COMMIT_SECONDS):
            tally.stored += self._write([(keyed, raw, "") for keyed, raw in batch], now)
            for keyed, _ in batch:
                tally.note(keyed.item.article)
            tell(Progress("taking", tally.stored.read))
        self._compare(engines.Here(), watch, tell, skip)
        run = tally.run(started, [of], skipped, watch)
        self._keep(run)
        return run

    def _next(self) -> int:
        """The number of the reading that begins."""
        with self._database.reading() as connection:
            return store.copies.next_reading(connection)

    def _add(
        self,
        tagger: Tagger,
        processes: engines.Processes,
        current: _Reading,
        tally: _Tally,
    ) -> None:
        """Annotate and write what is new among the documents met; many of them in ``processes``."""
        met: Iterable[RawDocument] = current.met

        def pass_over(article: Article) -> None:
            tally.pass_over(article)
            current.note([article], tally.stored.read, free=True)

        if current.by:
            met = unchanged.Unchanged(self._database, current.number, current.by, pass_over).others(met)
        raws = Originals(met)
        few, documents = reading.is_few(raws)
        skip, watch = current.skip, current.watch
        if few or processes.jobs == 1:
            annotated = reading.annotate_here(documents, tagger, on_skip=skip, watch=watch)
        else:
            annotated = reading.annotate_beside(documents, processes, on_skip=skip, watch=watch)
        self._write_all(annotated, raws, current, tally)

    def _compare(
        self,
        runner: engines.Runner,
        watch: Stopwatch,
        tell: Callable[[Progress], None],
        skip: Callable[[Skipped], None],
    ) -> None:
        """Bring what comes of comparing articles up to date."""
        with self._database.reading() as connection:
            waiting = store.derived.uncompared(connection) or bool(store.made.load_stale(connection))
        if waiting:
            told = self.corrections()
            compare_all(self._database, told, watch, _now(), runner=runner, on_skip=skip, tell=tell)

    def _write_all(
        self,
        annotated: Iterator[Keyed],
        raws: Originals,
        now: _Reading,
        tally: _Tally,
    ) -> None:
        """Write articles as they come."""
        for batch in batches(annotated, most=_COMMIT_EVERY, seconds=_COMMIT_SECONDS):
            found = [keyed.item.article for keyed in batch]
            originals = [raws.of(article) for article in found]
            by = [unchanged.made_of(raw, now.by) if raw and now.by else "" for raw in originals]
            kept = [store.raw.kept(raw) if raw else None for raw in originals]
            tally.stored += self._write(list(zip(batch, kept, by, strict=True)), now)
            for article, raw in zip(found, originals, strict=True):
                tally.note(article, raw)
            now.note(found, tally.stored.read)

    def _write(
        self, batch: Sequence[tuple[Keyed, store.raw.KeptRaw | None, str]], now: _Reading
    ) -> store.Stored:
        """Write articles, each with what it was read from, and the digest of all that it was made of."""
        placed_by, chains = stages.placing(), stages.comparing()
        stored = store.Stored()
        with now.watch.time("store"), self._database.transaction() as connection:
            for keyed, raw, made_of in batch:
                stored += store.tables.put_article(
                    connection,
                    keyed.item,
                    story_keys=keyed.keys,
                    reading=now.number,
                    placed_by=placed_by,
                    made_of=made_of,
                    raw=raw,
                )
                store.made.mark_stale(connection, keyed.item.article.id, chains)
        return stored

    def _keep(self, run: Run) -> None:
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO runs (started_at, record) VALUES (?, ?)", (run.started_at, store.dumps(run))
            )
        self._database.shrink()

    def correct(self, *corrections: Correction) -> None:
        """Keep corrections; they are applied now and at every later reading, in the order given.

        Raises:
            ValueError: one of them cannot be applied (the message says which and why); then none is kept.
        """
        for number, correction in enumerate(corrections, len(self.corrections()) + 1):
            check(correction, number)
            self._check_places(correction)
        with self._database.transaction() as connection:
            store.corrections.put(connection, _now(), corrections)
        compare_all(self._database, self.corrections(), Stopwatch(), _now())

    def _check_places(self, told: Correction) -> None:
        """Whether the places and spans that a correction gives lie in their articles, where these are there.

        Raises:
            ValueError: they do not; it would be kept for ever.
        """
        places = [(p.article_id, p.start, p.end) for p in told.places]
        if told.spans is not None:
            spans = (*told.spans.source, *told.spans.cue, *told.spans.content)
            places += [(told.places[0].article_id, s.start, s.end) for s in spans]
        held = self.bare_articles({article for article, _, _ in places})
        for article, start, end in places:
            if article in held and not 0 <= start <= end <= len(held[article].text):
                raise ValueError(f"{start}-{end} goes beyond the text of the article {article}")

    def watch(self, watch: Watch) -> Watch:
        """Keep a watch, and return it with its id and the time; what it matches already is not reported."""
        made = replace(watch, id=watch.id or stable_id("watch", watch.name, _now()), made_at=_now())
        with self._database.transaction() as connection:
            store.watches.put(connection, made)
            every = store.derived.load_derived(connection, "stories", Story)
            watching.look(connection, every, made.made_at, watches=[made], tell=False)
        return made

    def unwatch(self, watch_id: str) -> bool:
        """Delete a watch and its alerts; returns whether there was one with that id."""
        with self._database.transaction() as connection:
            return store.watches.drop(connection, watch_id)


def _without_loading(watch: Stopwatch, jobs: int) -> Callable[[], float]:
    """A clock that stands still while other processes load their models: that ends, reading goes on."""
    loaded = watch.seconds["loading"]
    return lambda: time.perf_counter() - (watch.seconds["loading"] - loaded) / jobs


def _mapped(columns: Mapping[str, str] | None) -> dict[str, str]:
    """The option that says which columns are what, as the command line has it; none where none was given."""
    pairs = (f"{part}={column}" for column, part in (columns or {}).items())
    return {"map": ",".join(pairs)} if columns else {}


def _both(one: Callable[[Skipped], None], two: Callable[[Skipped], None] | None) -> Callable[[Skipped], None]:
    """Tell both of what is skipped."""

    def skip(item: Skipped) -> None:
        one(item)
        if two is not None:
            two(item)

    return skip


def _hash_of(found: Sequence[str]) -> str:
    """The hash of one document, or of the sorted hashes of several."""
    several = sorted(set(found))
    return several[0] if len(several) == 1 else hashlib.sha256("\n".join(several).encode()).hexdigest()


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
