"""The tables: which records, in a fixed order, for JSONL, CSV and Parquet alike; record types give the rows.

Field names are a contract with those who read the folder: fields may be added, never renamed. A row
holds only what JSON holds. Order is the same for the same records, in whatever order they came:
articles by path and item, what stands in an article by its place, all else by id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from operator import itemgetter
from pathlib import Path
from typing import Any

from onrecord.records import (
    AnnotatedArticle,
    Article,
    Citation,
    CitedPair,
    Conflict,
    Corpus,
    Fact,
    Finding,
    Origin,
    Position,
    Progress,
    Relation,
    Revision,
    Silence,
    Span,
    Speaker,
    Standing,
    Statement,
    Story,
    TimelineEntry,
    Timex,
    Utterance,
    schema,
)
from onrecord.records.schema import Row, Shape
from onrecord.reports.files import json_bytes, write_json, write_lines
from onrecord.reports.spool import Spool

_EVERY = 500  # rows, of which whoever waits is told
# What a row is sorted by: texts and numbers, so that a database sorts alike.
Key = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: the type of its records, which of them a corpus holds, by what key they stand in order.

    ``without``: fields left out. ``beside`` makes, from a corpus, what turns a record into one of type
    ``besides``: columns that follow its own, so that the table can be read without the others.
    """

    record: type
    keyed: Callable[[Corpus], Iterable[tuple[Key, object]]]
    without: tuple[str, ...] = ()
    besides: type | None = None
    beside: Callable[[Corpus], Callable[[Any], object]] | None = None

    def records(self, corpus: Corpus) -> Iterator[object]:
        """The records of a corpus, in order."""
        return (record for _, record in sorted(self.keyed(corpus), key=itemgetter(0)))

    def unsorted(self, corpus: Corpus, whole: Corpus) -> Iterator[tuple[Key, Row]]:
        """Rows with their keys; ``whole`` has the articles that these cite."""
        tell = None if self.beside is None else self.beside(whole)
        for key, record in self.keyed(corpus):
            yield key, self.row(record, tell and tell(record))

    def __call__(self, corpus: Corpus, whole: Corpus | None = None) -> Iterator[Row]:
        """The rows; ``whole`` has the articles that these cite, where ``corpus`` has not all of them."""
        if self.beside is None:
            return (self.row(record) for record in self.records(corpus))
        tell = self.beside(corpus if whole is None else whole)
        return (self.row(record, tell(record)) for record in self.records(corpus))

    def row(self, record: object, beside: object | None = None) -> Row:
        """One row."""
        own = schema.row(record, self.without)
        return own if beside is None else own | schema.row(beside)

    @property
    def shapes(self) -> dict[str, Shape]:
        """Column -> shape, as ``records.schema`` writes shapes."""
        own = schema.shapes(self.record, self.without)
        return own if self.besides is None else own | schema.shapes(self.besides)

    @property
    def json_schema(self) -> dict[str, object]:
        """What each row keeps to, in JSON Schema."""
        own = schema.json_schema(self.record, self.without)
        if self.besides is None:
            return own
        more = schema.json_schema(self.besides)
        return own | {
            "properties": own["properties"] | more["properties"],
            "required": own["required"] + more["required"],
        }


def in_order(corpus: Corpus) -> list[AnnotatedArticle]:
    """Articles by path and item: the order of every table that follows the articles."""
    return sorted(corpus.articles, key=lambda a: (a.article.path, a.article.item, a.article.id))


def _place(article: Article) -> tuple[str, int, str]:
    return article.path, article.item, article.id


def _heads(corpus: Corpus) -> Iterator[tuple[Key, Article]]:
    return ((_place(a.article), a.article) for a in corpus.articles)


def _timexes(corpus: Corpus) -> Iterator[tuple[Key, Timex]]:
    for annotated in corpus.articles:
        place = _place(annotated.article)
        yield from (((*place, t.start, t.end, t.value), t) for t in annotated.timexes)


def statement_place(statement: Statement) -> tuple[int, int, str]:
    """Where a statement begins and ends in its article, for sorting; its id settles ties."""
    spans = statement.content or statement.cue or statement.source
    return min((s.start for s in spans), default=0), max((s.end for s in spans), default=0), statement.id


def _statements(corpus: Corpus) -> Iterator[tuple[Key, Statement]]:
    for annotated in corpus.articles:
        place = _place(annotated.article)
        yield from (((*place, *statement_place(s)), s) for s in annotated.statements)


def _articles(corpus: Corpus) -> dict[str, Article]:
    return {a.article.id: a.article for a in corpus.articles}


def _citing(corpus: Corpus) -> Callable[[Statement], Citation]:
    """Statements with their words and where these were published."""
    articles = _articles(corpus)
    return lambda statement: _citation(articles.get(statement.article_id), *statement.content)


def _citing_entry(corpus: Corpus) -> Callable[[TimelineEntry], Citation]:
    """Entries of a timeline with the words of their first witness."""
    articles = _articles(corpus)
    return lambda entry: _citation(articles.get(entry.article_id), Span(entry.start, entry.end))


def _citing_pair(corpus: Corpus) -> Callable[[Conflict | Relation], CitedPair]:
    """Pairs of places with the words of both."""
    articles = _articles(corpus)

    def cite(pair: Conflict | Relation) -> CitedPair:
        a, b = (_citation(articles.get(p.article_id), Span(p.start, p.end)) for p in (pair.a, pair.b))
        return CitedPair(a.words, a.outlet, b.words, b.outlet)

    return cite


def _citation(article: Article | None, *spans: Span) -> Citation:
    """The words of ``spans``; none where the article is unknown."""
    if article is None:
        return Citation("", None, None, None, None)
    words = " … ".join(span.of(article.text) for span in spans)
    return Citation(words, article.outlet, article.title, article.published.edtf, article.url)


def _by(name: str, key: Callable[[Any], Key]) -> Callable[[Corpus], Iterator[tuple[Key, object]]]:
    """The records of a corpus that it calls ``name``, by ``key``."""
    return lambda corpus: ((key(record), record) for record in getattr(corpus, name))


def _by_storyline(entry: TimelineEntry) -> Key:
    return entry.storyline_id, entry.earliest or entry.latest or "", entry.date, entry.id


def _by_id(record: Any) -> Key:  # noqa: ANN401 - records have no base
    return (record.id,)


def _by_story(record: Any) -> Key:  # noqa: ANN401 - the same
    return record.story_id, record.id


def _by_weight(standing: Standing) -> Key:
    return standing.story_id, -len(standing.fallen), standing.origin_id


TABLES: Mapping[str, Table] = {
    "articles": Table(Article, _heads),
    "timexes": Table(Timex, _timexes),
    "statements": Table(Statement, _statements, besides=Citation, beside=_citing),
    "speakers": Table(Speaker, _by("speakers", _by_id)),
    "stories": Table(Story, _by("stories", _by_id)),
    "utterances": Table(Utterance, _by("utterances", _by_story)),
    "origins": Table(Origin, _by("origins", _by_id)),
    "timeline": Table(
        TimelineEntry,
        _by("timeline", _by_storyline),
        without=("entry_ids", "other_dates", "clashes"),
        besides=Citation,
        beside=_citing_entry,
    ),
    "chronicle": Table(
        TimelineEntry, _by("chronicle", _by_storyline), besides=Citation, beside=_citing_entry
    ),
    "relations": Table(Relation, _by("relations", _by_story), besides=CitedPair, beside=_citing_pair),
    "conflicts": Table(Conflict, _by("conflicts", _by_story), besides=CitedPair, beside=_citing_pair),
    "positions": Table(Position, _by("positions", lambda p: (p.speaker_id, p.topic, p.id))),
    "revisions": Table(Revision, _by("revisions", _by_story)),
    "silences": Table(Silence, _by("silences", _by_story)),
    "facts": Table(Fact, _by("facts", lambda f: (f.story_id, f.kind, f.id))),
    "standing": Table(Standing, _by("standing", _by_weight)),
    "findings": Table(Finding, _by("findings", lambda f: (f.story_id, f.rank))),
}


def rows_of(source: Corpus | Spool, name: str) -> Iterator[Row]:
    """The rows of one table, in order; of a corpus, or of what was put on disk part by part."""
    return source.rows(name) if isinstance(source, Spool) else TABLES[name](source)


def spooled(spool: Spool, corpus: Corpus, whole: Corpus | None = None) -> None:
    """Put the rows of part of an archive on disk; ``whole`` has the articles that these cite."""
    for name, table in TABLES.items():
        spool.add(name, table.unsorted(corpus, whole or corpus))


def write_tables(
    source: Corpus | Spool, folder: Path, *, tell: Callable[[Progress], None] = lambda _: None
) -> None:
    """Write ``<table>.jsonl`` for every table, and ``run.json``, each replaced as a whole.

    ``tell`` is told how many rows are written; not for how long: each table is put in order first.
    """
    numbers = count(1)

    def told(lines: Iterable[bytes]) -> Iterator[bytes]:
        for line in lines:
            yield line
            if (number := next(numbers)) % _EVERY == 0:
                tell(Progress("writing tables", number))

    for name in TABLES:
        held = source.lines(name) if isinstance(source, Spool) else map(json_bytes, rows_of(source, name))
        write_lines(folder / f"{name}.jsonl", told(held))
    write_run(source.run, folder)


def write_run(run: Mapping[str, object], folder: Path) -> None:
    """Write ``run.json``: version, inputs with what was skipped and why, seconds, model hashes."""
    write_json(folder / "run.json", dict(run))
