"""The tables: which records, in a fixed order, for JSONL, CSV and Parquet alike; record types give the rows.

Field names are a contract with those who read the folder: fields may be added, never renamed. A row
holds only what JSON holds. Order is the same for the same records, in whatever order they came:
articles by path and item, what stands in an article by its place, all else by id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
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
    Relation,
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
from onrecord.reports.files import write_json, write_jsonl


@dataclass(frozen=True, slots=True)
class Table:
    """One table: the type of its records, which of them a corpus holds, in order, and what it leaves out.

    ``beside`` makes, from a corpus, what turns a record into one of type ``besides``: columns that follow its
    own, so that the table can be read without the others.
    """

    record: type
    records: Callable[[Corpus], Iterable[object]]
    without: tuple[str, ...] = ()
    besides: type | None = None
    beside: Callable[[Corpus], Callable[[Any], object]] | None = None

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


def _timexes(corpus: Corpus) -> Iterator[Timex]:
    for annotated in in_order(corpus):
        yield from sorted(annotated.timexes, key=lambda t: (t.start, t.end, t.value))


def statement_place(statement: Statement) -> tuple[int, int, str]:
    """Where a statement begins and ends in its article, for sorting; its id settles ties."""
    spans = statement.content or statement.cue or statement.source
    return min((s.start for s in spans), default=0), max((s.end for s in spans), default=0), statement.id


def _statements(corpus: Corpus) -> Iterator[Statement]:
    for annotated in in_order(corpus):
        yield from sorted(annotated.statements, key=statement_place)


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


def _by_storyline(entry: TimelineEntry) -> tuple[str, str, str, str]:
    return entry.storyline_id, entry.earliest or entry.latest or "", entry.date, entry.id


def _by_weight(standing: Standing) -> tuple[str, int, str]:
    return standing.story_id, -len(standing.fallen), standing.origin_id


TABLES: Mapping[str, Table] = {
    "articles": Table(Article, lambda c: (a.article for a in in_order(c))),
    "timexes": Table(Timex, _timexes),
    "statements": Table(Statement, _statements, besides=Citation, beside=_citing),
    "speakers": Table(Speaker, lambda c: sorted(c.speakers, key=lambda s: s.id)),
    "stories": Table(Story, lambda c: sorted(c.stories, key=lambda s: s.id)),
    "utterances": Table(Utterance, lambda c: sorted(c.utterances, key=lambda u: (u.story_id, u.id))),
    "origins": Table(Origin, lambda c: sorted(c.origins, key=lambda o: o.id)),
    "timeline": Table(
        TimelineEntry,
        lambda c: sorted(c.timeline, key=_by_storyline),
        without=("entry_ids", "other_dates", "clashes"),
        besides=Citation,
        beside=_citing_entry,
    ),
    "chronicle": Table(
        TimelineEntry,
        lambda c: sorted(c.chronicle, key=_by_storyline),
        besides=Citation,
        beside=_citing_entry,
    ),
    "relations": Table(
        Relation,
        lambda c: sorted(c.relations, key=lambda r: (r.story_id, r.id)),
        besides=CitedPair,
        beside=_citing_pair,
    ),
    "conflicts": Table(
        Conflict,
        lambda c: sorted(c.conflicts, key=lambda x: (x.story_id, x.id)),
        besides=CitedPair,
        beside=_citing_pair,
    ),
    "positions": Table(Position, lambda c: sorted(c.positions, key=lambda p: (p.speaker_id, p.topic, p.id))),
    "silences": Table(Silence, lambda c: sorted(c.silences, key=lambda s: (s.story_id, s.id))),
    "facts": Table(Fact, lambda c: sorted(c.facts, key=lambda f: (f.story_id, f.kind, f.id))),
    "standing": Table(Standing, lambda c: sorted(c.standing, key=_by_weight)),
    "findings": Table(Finding, lambda c: sorted(c.findings, key=lambda f: (f.story_id, f.rank))),
}


def write_tables(corpus: Corpus, folder: Path) -> None:
    """Write ``<table>.jsonl`` for every table, and ``run.json``, each replaced as a whole."""
    for name, rows in TABLES.items():
        write_jsonl(folder / f"{name}.jsonl", rows(corpus))
    write_run(corpus.run, folder)


def write_run(run: Mapping[str, object], folder: Path) -> None:
    """Write ``run.json``: version, inputs with what was skipped and why, seconds, model hashes."""
    write_json(folder / "run.json", dict(run))
