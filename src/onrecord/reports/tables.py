"""The tables: one row builder each, in a fixed order, for JSONL, CSV and Parquet alike.

Field names are a contract with those who read the folder: fields may be added, never renamed. A row
holds only what JSON holds. Order is the same for the same records, in whatever order they came:
articles by path and item, what stands in an article by its place, all else by id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from onrecord.records import (
    AnnotatedArticle,
    Article,
    Conflict,
    Corpus,
    Mention,
    Office,
    Origin,
    Place,
    Position,
    Rendering,
    Silence,
    Span,
    Spans,
    Speaker,
    Statement,
    Story,
    TimelineEntry,
    Timex,
    Unheard,
    Utterance,
)
from onrecord.reports.files import write_json, write_jsonl

Row = dict[str, object]

# ------------------------------------------------------------------ pieces of rows


def spans_row(spans: Spans) -> list[dict[str, int]]:
    """``[{start, end}, …]``."""
    return [{"start": s.start, "end": s.end} for s in spans]


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _place(place: Place) -> Row:
    return {"article_id": place.article_id, "start": place.start, "end": place.end}


def _noted(place: Place) -> Row:
    return {**_place(place), "note": place.note}


def _mention(mention: Mention) -> Row:
    return {
        "article_id": mention.article_id,
        "start": mention.start,
        "end": mention.end,
        "how": mention.how,
    }


def _office(office: Office) -> Row:
    return {
        "title": office.title,
        "organisation": office.organisation,
        "earliest": office.earliest,
        "latest": office.latest,
    }


# ------------------------------------------------------------------ one row of each table


def article_row(article: Article) -> Row:
    """One article, with its text and the map back to the raw document."""
    return {
        "id": article.id,
        "given_id": article.given_id,
        "path": article.path,
        "item": article.item,
        "sha256": article.sha256,
        "outlet": article.outlet,
        "title": article.title,
        "url": article.url,
        "byline": article.byline,
        "dateline": article.dateline,
        "credit": article.credit,
        "language": article.language,
        "published_at": article.published.edtf,
        "published_earliest": article.published.earliest,
        "published_latest": article.published.latest,
        "published_basis": article.published.basis,
        "text": article.text,
        "text_map": [list(run) for run in article.text_map],
        "blocks": [{"kind": b.kind, "start": b.start, "end": b.end} for b in article.blocks],
        "fields": dict(article.fields),
        "producer": article.producer,
    }


def timex_row(timex: Timex) -> Row:
    """One time expression."""
    return {
        "article_id": timex.article_id,
        "start": timex.start,
        "end": timex.end,
        "type": timex.type,
        "value": timex.value,
        "edtf": timex.edtf,
        "earliest": timex.earliest,
        "latest": timex.latest,
        "producer": timex.producer,
    }


def statement_row(statement: Statement) -> Row:
    """One statement; ``said_*`` is when it was said, not when it was published."""
    return {
        "id": statement.id,
        "article_id": statement.article_id,
        "kind": statement.kind,
        "mode": statement.mode,
        "source": spans_row(statement.source),
        "cue": spans_row(statement.cue),
        "content": spans_row(statement.content),
        "speaker_id": statement.speaker_id,
        "speaker": statement.speaker,
        "source_text": statement.source_text,
        "stance": statement.stance,
        "said_on": statement.said.edtf,
        "said_earliest": statement.said.earliest,
        "said_latest": statement.said.latest,
        "said_basis": statement.said.basis,
        "addressee": statement.addressee,
        "addressee_span": _span(statement.addressee_span),
        "venue": statement.venue,
        "venue_span": _span(statement.venue_span),
        "parent_id": statement.parent_id,
        "headline": statement.headline,
        "confidence": round(statement.confidence, 4),
        "producer": statement.producer,
    }


def speaker_row(speaker: Speaker) -> Row:
    """One speaker across all articles."""
    return {
        "id": speaker.id,
        "name": speaker.name,
        "type": speaker.type,
        "variants": list(speaker.variants),
        "offices": [_office(o) for o in speaker.offices],
        "mentions": [_mention(m) for m in speaker.mentions],
        "acts_for": list(speaker.acts_for),
        "evidence": list(speaker.evidence),
        "producer": speaker.producer,
    }


def story_row(story: Story) -> Row:
    """One story, with the reasons for each article's membership."""
    return {
        "id": story.id,
        "title": story.title,
        "article_ids": list(story.article_ids),
        "first_published": story.first_published,
        "last_published": story.last_published,
        "storyline_id": story.storyline_id,
        "reasons": {key: list(why) for key, why in sorted(story.reasons.items())},
        "producer": story.producer,
    }


def _rendering(rendering: Rendering) -> Row:
    return {
        "statement_id": rendering.statement_id,
        "article_id": rendering.article_id,
        "content": spans_row(rendering.content),
        "label": rendering.label,
        "dropped_qualifier": rendering.dropped_qualifier,
        "qualifier": None if rendering.qualifier is None else _noted(rendering.qualifier),
        "polarity_flip": rendering.polarity_flip,
    }


def utterance_row(utterance: Utterance) -> Row:
    """One speech act with its renderings and their word alignments."""
    return {
        "id": utterance.id,
        "story_id": utterance.story_id,
        "speaker_id": utterance.speaker_id,
        "said_on": utterance.said.edtf,
        "said_earliest": utterance.said.earliest,
        "said_latest": utterance.said.latest,
        "renderings": [_rendering(r) for r in utterance.renderings],
        "comparisons": [
            {
                "a": c.a_statement_id,
                "b": c.b_statement_id,
                "edits": [{"kind": e.kind, "a": _span(e.a), "b": _span(e.b)} for e in c.edits],
            }
            for c in utterance.comparisons
        ],
        "reasons": list(utterance.reasons),
        "producer": utterance.producer,
    }


def origin_row(origin: Origin) -> Row:
    """One origin, on its level of independence, with its evidence."""
    return {
        "id": origin.id,
        "kind": origin.kind,
        "level": origin.level,
        "name": origin.name,
        "article_ids": list(origin.article_ids),
        "statement_ids": list(origin.statement_ids),
        "parent_ids": list(origin.parent_ids),
        "evidence": [_noted(p) for p in origin.evidence],
        "producer": origin.producer,
    }


def timeline_row(entry: TimelineEntry) -> Row:
    """One date on one clock, with its first witness and the others."""
    return {
        "id": entry.id,
        "story_id": entry.story_id,
        "storyline_id": entry.storyline_id,
        "clock": entry.clock,
        "date": entry.date,
        "earliest": entry.earliest,
        "latest": entry.latest,
        "article_id": entry.article_id,
        "start": entry.start,
        "end": entry.end,
        "witnesses": [_noted(p) for p in entry.witnesses],
        "statement_id": entry.statement_id,
        "weight": round(entry.weight, 4),
        "time": entry.time,
        "selected": entry.selected,
        "producer": entry.producer,
    }


def chronicle_row(entry: TimelineEntry) -> Row:
    """One event of a storyline, with the entries of its stories that tell of it."""
    return {
        **timeline_row(entry),
        "entry_ids": list(entry.entry_ids),
        "other_dates": list(entry.other_dates),
        "clashes": [_noted(p) for p in entry.clashes],
    }


def conflict_row(conflict: Conflict) -> Row:
    """Two places that differ."""
    return {
        "id": conflict.id,
        "kind": conflict.kind,
        "a": _place(conflict.a),
        "b": _place(conflict.b),
        "note": conflict.note,
        "story_id": conflict.story_id,
        "explained_by_time": conflict.explained_by_time,
        "producer": conflict.producer,
    }


def position_row(position: Position) -> Row:
    """One speaker on one topic; ``shifts`` name the statements between which the level moved."""
    return {
        "id": position.id,
        "speaker_id": position.speaker_id,
        "topic": position.topic,
        "entries": [
            {
                "statement_id": e.statement_id,
                "said_on": e.said.edtf,
                "level": e.level,
                "speaker_id": e.speaker_id,
            }
            for e in position.entries
        ],
        "shifts": [
            {"from": s.from_statement_id, "to": s.to_statement_id, "rivals": list(s.rivals)}
            for s in position.shifts
        ],
        "producer": position.producer,
    }


def _unheard(lacking: tuple[Unheard, ...]) -> list[Row]:
    return [{"utterance_id": u.utterance_id, "public": u.public} for u in lacking]


def silence_row(silence: Silence) -> Row:
    """One article: what it carries of its story, and what it does not and why."""
    return {
        "id": silence.id,
        "story_id": silence.story_id,
        "article_id": silence.article_id,
        "carried": list(silence.carried),
        "absent": _unheard(silence.absent),
        "early": _unheard(silence.early),
        "unknown": _unheard(silence.unknown),
        "producer": silence.producer,
    }


# ------------------------------------------------------------------ whole tables


def in_order(corpus: Corpus) -> list[AnnotatedArticle]:
    """Articles by path and item: the order of every table that follows the articles."""
    return sorted(corpus.articles, key=lambda a: (a.article.path, a.article.item, a.article.id))


def _articles(corpus: Corpus) -> Iterator[Row]:
    return (article_row(a.article) for a in in_order(corpus))


def _timexes(corpus: Corpus) -> Iterator[Row]:
    for annotated in in_order(corpus):
        for timex in sorted(annotated.timexes, key=lambda t: (t.start, t.end, t.value)):
            yield timex_row(timex)


def statement_place(statement: Statement) -> tuple[int, int, str]:
    """Where a statement begins and ends in its article, for sorting; its id settles ties."""
    spans = statement.content or statement.cue or statement.source
    return min((s.start for s in spans), default=0), max((s.end for s in spans), default=0), statement.id


def _statements(corpus: Corpus) -> Iterator[Row]:
    for annotated in in_order(corpus):
        for statement in sorted(annotated.statements, key=statement_place):
            yield statement_row(statement)


def _speakers(corpus: Corpus) -> Iterator[Row]:
    return (speaker_row(s) for s in sorted(corpus.speakers, key=lambda s: s.id))


def _stories(corpus: Corpus) -> Iterator[Row]:
    return (story_row(s) for s in sorted(corpus.stories, key=lambda s: s.id))


def _utterances(corpus: Corpus) -> Iterator[Row]:
    return (utterance_row(u) for u in sorted(corpus.utterances, key=lambda u: (u.story_id, u.id)))


def _origins(corpus: Corpus) -> Iterator[Row]:
    return (origin_row(o) for o in sorted(corpus.origins, key=lambda o: o.id))


def _by_storyline(entry: TimelineEntry) -> tuple[str, str, str, str]:
    return entry.storyline_id, entry.earliest or entry.latest or "", entry.date, entry.id


def _timeline(corpus: Corpus) -> Iterator[Row]:
    return (timeline_row(e) for e in sorted(corpus.timeline, key=_by_storyline))


def _chronicle(corpus: Corpus) -> Iterator[Row]:
    return (chronicle_row(e) for e in sorted(corpus.chronicle, key=_by_storyline))


def _conflicts(corpus: Corpus) -> Iterator[Row]:
    return (conflict_row(c) for c in sorted(corpus.conflicts, key=lambda c: (c.story_id, c.id)))


def _positions(corpus: Corpus) -> Iterator[Row]:
    return (position_row(p) for p in sorted(corpus.positions, key=lambda p: (p.speaker_id, p.topic, p.id)))


def _silences(corpus: Corpus) -> Iterator[Row]:
    return (silence_row(s) for s in sorted(corpus.silences, key=lambda s: (s.story_id, s.id)))


TABLES: Mapping[str, Callable[[Corpus], Iterator[Row]]] = {
    "articles": _articles,
    "timexes": _timexes,
    "statements": _statements,
    "speakers": _speakers,
    "stories": _stories,
    "utterances": _utterances,
    "origins": _origins,
    "timeline": _timeline,
    "chronicle": _chronicle,
    "conflicts": _conflicts,
    "positions": _positions,
    "silences": _silences,
}


def write_tables(corpus: Corpus, folder: Path) -> None:
    """Write ``<table>.jsonl`` for every table, and ``run.json``, each replaced as a whole."""
    for name, rows in TABLES.items():
        write_jsonl(folder / f"{name}.jsonl", rows(corpus))
    write_run(corpus.run, folder)


def write_run(run: Mapping[str, object], folder: Path) -> None:
    """Write ``run.json``: version, inputs with what was skipped and why, seconds, model hashes."""
    write_json(folder / "run.json", dict(run))
