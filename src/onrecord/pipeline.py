"""The table of contents: every stage, in order.

    bytes -> RawDocument                                           sources.read
    RawDocument -> Article -> Timex, Statement, LocalSpeaker       annotate: one article at a time, by shard
    StoryKeys -> Story;  LocalSpeaker -> Speaker                   stories.Grouping, identity.Joining
    a story's -> Utterance, Origin, Relation, Timeline, Silence, Revision   compare: one story at a time
    a storyline's -> Position, Timeline, Fact, Standing, Finding   trace_positions, tell, weigh, point_out

A stage that runs on one article, story or storyline sees nothing else; ``comparison`` decides which of them
an archive must look at again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from onrecord import (
    acting,
    articles,
    boundary,
    conflicts,
    coreference,
    dates,
    findings,
    languages,
    origins,
    positions,
    relations,
    revisions,
    silences,
    standing,
    statements,
    text,
    timelines,
    utterances,
)
from onrecord.errors import FatalError, RetryError
from onrecord.models import recall
from onrecord.records import (
    AnnotatedArticle,
    Article,
    Compared,
    Conflict,
    Correction,
    Dating,
    Fact,
    Finding,
    Name,
    Origin,
    Position,
    RawDocument,
    Reading,
    Relation,
    Skipped,
    Speaker,
    Standing,
    Statement,
    StatementSpans,
    Story,
    TimelineEntry,
    Utterance,
    hull,
)
from onrecord.stages import R, stamp
from onrecord.stopwatch import Stopwatch

_UNREAD = Reading((), (), "unread")

# Articles a tagger sees at once: enough to fill its batches, few enough to show progress.
BATCH = 16


# ------------------------------------------------------------------ one article at a time


def annotate(
    raws: Iterable[RawDocument],
    tagger: statements.Tagger,
    *,
    on_skip: Callable[[Skipped], None],
    watch: Stopwatch | None = None,
) -> Iterator[AnnotatedArticle]:
    """Everything that can be read from each article by itself; an item that fails is skipped and reported."""
    watch = watch or Stopwatch()
    remaining = iter(raws)
    while batch := list(islice(remaining, BATCH)):
        cleaned: list[Article] = []
        for raw in batch:
            with boundary.item(f"{raw.path}#{raw.item}", on_skip):
                cleaned.append(_cleaned(raw, watch))
        yield from _annotated(cleaned, tagger, on_skip, watch)


def _annotated(
    cleaned: Sequence[Article],
    tagger: statements.Tagger,
    on_skip: Callable[[Skipped], None],
    watch: Stopwatch,
) -> list[AnnotatedArticle]:
    with watch.time("statements"):
        readings = _read(cleaned, tagger, on_skip)
    annotated: list[AnnotatedArticle] = []
    for article, reading in readings:
        with boundary.item(f"{article.path}#{article.item}", on_skip):
            annotated.append(_annotate_one(article, reading, watch))
    return annotated


def annotate_again(
    items: Sequence[AnnotatedArticle],
    stage: str,
    tagger: statements.Tagger,
    *,
    on_skip: Callable[[Skipped], None],
    watch: Stopwatch,
) -> list[AnnotatedArticle]:
    """Articles that were annotated before, again from ``stage`` on: statements, coreference or dates."""
    if stage == "statements":
        undated = [replace(item.article, published=Dating()) for item in items]
        return _annotated(undated, tagger, on_skip, watch)
    annotated: list[AnnotatedArticle] = []
    for item in items:
        with boundary.item(f"{item.article.path}#{item.article.item}", on_skip):
            alone = _alone(item)
            view = text.View(alone.article)
            if stage == "dates":
                annotated.append(_dated(alone, view, watch))
            else:
                read = _read_again(alone.article, item.names, tagger)
                annotated.append(_resolved(alone.article, alone.statements, read, view, watch))
    return annotated


def _read_again(article: Article, names: tuple[Name, ...], tagger: statements.Tagger) -> Reading:
    """An article's ``names`` with bearings, which are not stored; none if the tagger finds other names."""
    if article.language in (None, *languages.READ):
        reading = next(iter(tagger.read([article])))
        if reading.names == names:
            return reading
    return replace(_UNREAD, names=names)


def _alone(item: AnnotatedArticle) -> AnnotatedArticle:
    """``item`` without its dates, and without what came from other articles."""
    found = tuple(replace(s, said=Dating(), speaker_id=None, speaker=None) for s in item.statements)
    return replace(item, article=replace(item.article, published=Dating()), timexes=(), statements=found)


def _cleaned(raw: RawDocument, watch: Stopwatch) -> Article:
    with watch.time("articles"):
        return stamp("articles", [articles.clean(raw)])[0]


def _read(
    cleaned: Sequence[Article], tagger: statements.Tagger, on_skip: Callable[[Skipped], None]
) -> list[tuple[Article, Reading]]:
    """Each article with its reading; articles in a language without rules get an empty one.

    If the tagger fails on a batch, its articles are read one by one, and only the one that fails is left out.
    """
    readable = [a for a in cleaned if a.language in (None, *languages.READ)]
    readings: dict[int, Reading] = {
        id(a): _UNREAD for a in cleaned if a.language not in (None, *languages.READ)
    }
    try:
        readings |= {id(a): reading for a, reading in zip(readable, tagger.read(readable), strict=True)}
    except (FatalError, RetryError):
        raise
    except Exception:  # noqa: BLE001 - the second pass shows which article it was
        for article in readable:
            with boundary.item(f"{article.path}#{article.item}", on_skip):
                readings[id(article)] = next(iter(tagger.read([article])))
    return [(article, readings[id(article)]) for article in cleaned if id(article) in readings]


def _annotate_one(article: Article, reading: Reading, watch: Stopwatch) -> AnnotatedArticle:
    view = text.View(article)
    with watch.time("statements"):
        found = stamp("statements", statements.assemble(view, reading))
    return _resolved(article, found, reading, view, watch)


def _resolved(
    article: Article, found: Iterable[Statement], reading: Reading, view: text.View, watch: Stopwatch
) -> AnnotatedArticle:
    """An article with the speakers that its statements' sources mean, and all that depends on them."""
    with watch.time("coreference"):
        found = tuple(found)
        resolved = coreference.resolve_all(view, found, reading.names, reading.bearings)
        found = tuple(replace(s, speaker_confidence=resolved.certainty.get(s.id)) for s in found)
        local = coreference.with_sources(stamp("coreference", resolved.chains), found)
    return _dated(AnnotatedArticle(article, (), reading.names, found, local), view, watch)


def _dated(
    item: AnnotatedArticle, view: text.View, watch: Stopwatch, published: Dating | None = None
) -> AnnotatedArticle:
    """``item`` with its dating (``published``, or what the article says) and all that depends on it."""
    with watch.time("dates"):
        dated = dates.date_article(view, item.statements, item.speakers, published)
    return replace(
        item,
        article=replace(item.article, published=dated.published),
        timexes=stamp("dates", dated.timexes),
        statements=dated.statements,
    )


# ------------------------------------------------------------------ articles compared


def date_by_neighbours(story: Story, items: Mapping[str, AnnotatedArticle]) -> dict[str, AnnotatedArticle]:
    """The story's articles; the undated ones with bounds from the dated ones, their times resolved again.

    The dating of each item must come from its own evidence.
    """
    members = {a: items[a] for a in story.article_ids}
    return {key: _date_by(item, members) for key, item in members.items()}


def _date_by(item: AnnotatedArticle, members: Mapping[str, AnnotatedArticle]) -> AnnotatedArticle:
    if item.article.published.day is not None:
        return item
    others = [m.article for m in members.values() if m is not item]
    view = text.View(item.article)
    dating = dates.publish_from_neighbours(view, others)
    return item if dating == item.article.published else _dated(item, view, Stopwatch(), dating)


def redate(item: AnnotatedArticle, published: Dating) -> AnnotatedArticle:
    """``item`` dated to ``published``, and its time expressions resolved against that."""
    return _dated(item, text.View(item.article), Stopwatch(), published)


def as_read(item: AnnotatedArticle) -> AnnotatedArticle:
    """``item`` with its statements' spans as the program found them."""
    if not any(s.corrected for s in item.statements):
        return item
    return replace(item, statements=tuple(s.read_as or s for s in item.statements))


def respan(item: AnnotatedArticle, spans: Mapping[str, StatementSpans]) -> AnnotatedArticle:
    """``item`` with some statements, by id, as users corrected them; all others, and their days, stay."""
    whole = len(item.article.text)
    fitting = {key: told for key, told in spans.items() if hull(told.content).end <= whole}
    if not fitting:
        return item
    view = text.View(item.article)
    cut = tuple(
        statements.reworded(view, s, fitting[s.id]) if s.id in fitting else s for s in item.statements
    )
    dated = _dated(replace(item, statements=cut), view, Stopwatch(), item.article.published)
    said = {s.id: s.said for s in dated.statements}
    return replace(item, statements=tuple(replace(s, said=said[s.id]) if s.corrected else s for s in cut))


def name_speakers(
    item: AnnotatedArticle, who: Mapping[str, str], named: Mapping[str, Speaker]
) -> AnnotatedArticle:
    """Give each statement the speaker that its source was joined to, if there is one.

    ``who``: local speaker id -> speaker id, as ``identity.join`` returns it.
    """
    owner = {sid: who[local.id] for local in item.speakers if local.id in who for sid in local.statement_ids}
    return replace(
        item,
        statements=tuple(
            replace(s, speaker_id=owner.get(s.id), speaker=named[owner[s.id]].name if s.id in owner else None)
            for s in item.statements
        ),
    )


def compare(
    story: Story,
    items: Mapping[str, AnnotatedArticle],
    named: Mapping[str, Speaker],
    watch: Stopwatch,
    kept: Mapping[str, tuple[Any, ...]] | None = None,
    *,
    corrections: Sequence[Correction] = (),
    memory: recall.Memory | None = None,
) -> Compared:
    """Everything that comes from comparing the articles of one story.

    Args:
        story: whose articles they are.
        items: its articles by id.
        named: their speakers by id.
        watch: measures how long each stage takes.
        kept: results of an earlier comparison of the very same articles, by field of ``Compared``, for stages
            that have not changed since.
        corrections: what users say about which statements are one utterance.
        memory: remembered answers of the networks.
    """
    company, named = acting.among(items, named), acting.known(named)
    items, held = _spoken(items), kept or {}

    def made(stage: str, name: str, make: Callable[[], Iterable[R]]) -> tuple[R, ...]:
        if name in held:
            return held[name]
        with watch.time(stage):
            return stamp(stage, make())

    with watch.time("text"):
        views = text.view_all(items)
    told = made(
        "utterances",
        "utterances",
        lambda: utterances.align(story, items, company, views, corrections=corrections, memory=memory),
    )
    roots = made("origins", "origins", lambda: origins.trace(story, items, told, named, views))
    related = made("relations", "relations", lambda: relations.read(story, items, told, named, views))
    clashes = made("conflicts", "conflicts", lambda: conflicts.draw(related))
    times = made("timelines", "timeline", lambda: timelines.build(story, items, views))
    gaps = made("silences", "silences", lambda: silences.count(story, items, told))
    states = made("revisions", "revisions", lambda: revisions.find(story, items, views))
    return Compared(told, roots, related, clashes, times, gaps, states)


def _spoken(items: Mapping[str, AnnotatedArticle]) -> dict[str, AnnotatedArticle]:
    """``items`` without what nobody said: what is supposed, asked, negated or taken back."""
    return {
        key: replace(item, statements=tuple(s for s in item.statements if s.reality == "said"))
        for key, item in items.items()
    }


def trace_positions(
    storyline: Sequence[Story],
    items: Mapping[str, AnnotatedArticle],
    told: Sequence[Utterance],
    named: Mapping[str, Speaker],
    *,
    views: text.Views,
    watch: Stopwatch,
) -> tuple[Position, ...]:
    """What the speakers of one storyline committed themselves to, over its stories."""
    with watch.time("positions"):
        return stamp("positions", positions.trace(storyline, _spoken(items), told, named, views))


def tell(
    storyline: Sequence[Story],
    items: Mapping[str, AnnotatedArticle],
    entries: Sequence[TimelineEntry],
    clashes: Sequence[Conflict],
    *,
    views: text.Views,
    watch: Stopwatch,
) -> tuple[TimelineEntry, ...]:
    """The timeline of one storyline, from the timelines of its stories and the conflicts found in them."""
    with watch.time("timelines"):
        found = timelines.chronicle(storyline, entries, items, views, clashes)
        return stamp("timelines.chronicle", found)


def weigh(
    storyline: Sequence[Story],
    items: Mapping[str, AnnotatedArticle],
    told: Sequence[Utterance],
    *,
    roots: Sequence[Origin],
    chronicle: Sequence[TimelineEntry],
    views: text.Views,
    watch: Stopwatch,
) -> tuple[tuple[Fact, ...], tuple[Standing, ...]]:
    """The facts of a storyline's stories with their support, and what still stands without each origin."""
    with watch.time("standing"):
        items = _spoken(items)
        facts = stamp(
            "standing", standing.gather(storyline, items, told, origins=roots, entries=chronicle, views=views)
        )
        return facts, stamp("standing", standing.leave_out(storyline, roots, facts))


def point_out(
    storyline: Sequence[Story],
    items: Mapping[str, AnnotatedArticle],
    told: Sequence[Utterance],
    *,
    clashes: Sequence[Conflict],
    related: Sequence[Relation],
    held: Sequence[Position],
    chronicle: Sequence[TimelineEntry],
    watch: Stopwatch,
) -> tuple[Finding, ...]:
    """The differences between the texts of a storyline, from all that was found, most telling first."""
    with watch.time("findings"):
        found = findings.gather(
            storyline, items, told, clashes=clashes, related=related, held=held, entries=chronicle
        )
        return stamp("findings", found)
