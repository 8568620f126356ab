"""Relations within one story: passages of different outlets that are about the same and do not agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from onrecord.records import (
    AnnotatedArticle,
    Article,
    Place,
    Relation,
    RelationKind,
    RelationMatter,
    Span,
    Speaker,
    Statement,
    Story,
    Utterance,
    stable_id,
)
from onrecord.relations import (
    alike,
    attribution,
    clashes,
    days,
    extents,
    judging,
    names,
    numbers,
    places,
    polarity,
    questions,
    sayings,
    stances,
    status,
    titles,
    values,
    wording,
)
from onrecord.relations.facts import pairs, told
from onrecord.text import Sentence, View, Views

# Articles compared; the pairs of a larger story would grow with its square.
MOST_ARTICLES = 60
# Conflicts kept per kind and pair of articles, the surest first: more are one misreading repeated.
MOST_PER_PAIR = 3
# How often what a rule finds held on news that it was not written on, of 60 judged: numbers 2 of 25 (and one
# that read as open), dates none of 29, names 2 of 4, the one place not. Of the other kinds none was met.
RATES: Mapping[str, float] = {"number": 0.08, "date": 0.03, "name": 0.5, "place": 0.1}
# What was said once comes first, then what stands in nearly equal sentences, what the forest is sure of, and
# what a rule is.
_SAID, _WORDED, _READ = 3000.0, 2000.0, 1000.0


@dataclass(frozen=True, slots=True)
class _Reading:
    item: AnnotatedArticle
    view: View
    sentences: list[Sentence]
    quantities: list[numbers.Quantity]
    dates: list[days.Dated]
    names: names.Names
    titles: list[titles.Title]
    statuses: list[status.Status]
    places: places.Places
    extents: list[extents.Extent]
    sayings: list[sayings.Saying]
    quoted: dict[tuple[str, ...], tuple[Statement, Span]]
    side: questions.Side
    held: list[stances.Held]


def read(
    story: Story,
    articles: Mapping[str, AnnotatedArticle],
    utterances: Sequence[Utterance],
    speakers: Mapping[str, Speaker],
    views: Views,
) -> tuple[Relation, ...]:
    """Pairs of places in the articles of ``story`` that cannot both be right as written.

    Compared are numbers with what they count and dates of one event, most of all within one saying; places of
    one event; spellings of one name, told once for a story; ranks and first names of one office; what was
    done to somebody here and is still to come there; how much of a thing is meant; near-identical sentences
    of which one has another value, a "not", a denial, a bound or another name beside "said"; and whom the
    same quoted words are given to. A value that the other article gives as well is no conflict.

    Args:
        story: whose articles are compared; ids missing from ``articles`` are passed over.
        articles: by id.
        utterances: those of the story; their renderings are taken for one saying, as are statements of one
            speaker in nearly the same words.
        speakers: by id.
        views: of the articles, by id.

    Returns:
        Relations sorted by id: a clash, ``later`` where the later article can know what the earlier could
        not, or ``condition_lost`` where only the second passage has the bound.
    """
    items = [articles[a] for a in sorted(story.article_ids) if a in articles][:MOST_ARTICLES]
    if len(items) < 2:
        return ()
    renders = sayings.rendered(utterances)
    readings = {item.article.id: _read(item, views[item.article.id], renders, speakers) for item in items}
    spelled: list[_Found] = []
    found: list[_Found] = []
    for one, two in ((readings[a.article.id], readings[b.article.id]) for a, b in pairs(items)):
        spelled += _kept(_names(one, two))
        found += _between(one, two, speakers)
    found += _once(spelled, {item.article.id: _day(item.article) for item in items})
    return tuple(sorted((_relation(f, story.id) for f in found), key=lambda r: r.id))


def _read(
    item: AnnotatedArticle,
    view: View,
    renders: Mapping[str, frozenset[str]],
    speakers: Mapping[str, Speaker],
) -> _Reading:
    sentences = told(view)
    quantities, dates = numbers.quantities(item, sentences), days.dated(item, sentences)
    return _Reading(
        item,
        view,
        sentences,
        quantities,
        dates,
        names.names(sentences),
        titles.titles(item, view.language),
        status.statuses(sentences),
        places.places(item, sentences),
        extents.extents(sentences),
        sayings.sayings(item, quantities, dates, renders),
        attribution.quoted(item, view, speakers),
        questions.side(view, values.values(quantities, dates, sentences)),
        stances.held(item, view),
    )


def _between(one: _Reading, two: _Reading, speakers: Mapping[str, Speaker]) -> Iterator[_Found]:
    """What two articles tell differently, but for the spelling of names."""
    times = _Times(one.item.article, two.item.article)
    near = list(alike.near(one.sentences, two.sentences))
    close = wording.close(near)
    asked = list(_values(one, two, times))
    read = [*_judged(_worded(close, one, two, times), asked), *asked]
    for what, ruled in (("number", _numbers(one, two, times)), ("date", _dates(one, two, times))):
        yield from _kept(chain((f for f in read if f.what == what), _judged(ruled, read)))
    yield from _kept(_places(one, two))
    yield from _kept(_titles(one, two))
    yield from _kept(_statuses(one, two, times))
    yield from _kept(_extents(one, two))
    yield from _kept(_negations(near, times))
    yield from _kept(_bounds(close))
    yield from _kept(_stances(one, two, times))
    yield from _kept(chain(_mouths(one, two, speakers), _names_of_sayers(close, speakers)))


def _judged(ruled: Iterable[_Found], read: Iterable[_Found]) -> Iterator[_Found]:
    """What was found otherwise, with the probability of the same pair where it was read."""
    known = {(f.a, f.b): f.probability for f in read}
    return (replace(f, probability=known.get((f.a, f.b))) for f in ruled)


def _worded(close: Sequence[alike.Pair], one: _Reading, two: _Reading, times: _Times) -> Iterator[_Found]:
    """Values in the place of each other in nearly the same words."""
    for pair, a, b in wording.values(close, one.side.values, two.side.values):
        what: RelationMatter = "date" if a.kind == "date" else "number"
        explained = times.explained(a.told, b.told)
        yield _found(what, _WORDED + pair.equal, a.told, b.told, explained=explained)


def _bounds(close: Sequence[alike.Pair]) -> Iterator[_Found]:
    for lost in wording.bounds_lost(close):
        note = f"without “{lost.words[1]}”"
        yield _Found(1.0, "condition", *lost.places, note)


def _names_of_sayers(close: Sequence[alike.Pair], speakers: Mapping[str, Speaker]) -> Iterator[_Found]:
    for named in wording.mouths(close):
        one, two = named.words
        if attribution.speaks_for(one, two, list(speakers.values()), named.pair.one.language):
            continue
        note = f"the same words, said by {one} and by {two}"
        yield _Found(0.5, "attribution", *named.places, note)


def _negations(near: Sequence[alike.Pair], times: _Times) -> Iterator[_Found]:
    note = "the same words, one of them with a negation"
    for pair in polarity.disagreements(near):
        yield _Found(1.0, "polarity", _whole(pair.one), _whole(pair.two), note, times.apart)


def _stances(one: _Reading, two: _Reading, times: _Times) -> Iterator[_Found]:
    for a, b in stances.disagreements(one.held, two.held, one.view):
        note = "affirmed and denied" if a.stands > 0 else "denied and affirmed"
        yield _Found(2.0, "polarity", a.place, b.place, f"{note} by one source", times.apart)


def _mouths(one: _Reading, two: _Reading, speakers: Mapping[str, Speaker]) -> Iterator[_Found]:
    views = one.view, two.view
    for a, s, b, t in attribution.disagreements(one.quoted, two.quoted, views, speakers):
        note = f"the same words, said by {a.speaker} and by {b.speaker}"
        places_of = Place(one.item.article.id, s.start, s.end), Place(two.item.article.id, t.start, t.end)
        yield _Found(1.0, "attribution", *places_of, note)


@dataclass(frozen=True, slots=True)
class _Found:
    sure: float
    what: RelationMatter
    a: Place
    b: Place
    note: str
    explained: bool = False
    probability: float | None = None

    @property
    def chance(self) -> float | None:
        """The probability that it holds: its own, or that of its kind.

        None between nearly equal sentences: too few of these have been judged (see the notebook).
        """
        if self.probability is not None or _WORDED <= self.sure < _SAID:
            return self.probability
        return RATES.get(self.what)


def _kept(found: Iterable[_Found]) -> Iterator[_Found]:
    """The surest of each pair of values; each place once."""
    used: set[tuple[str, int, int]] = set()
    notes: set[str] = set()
    kept = 0
    for f in sorted(found, key=lambda f: (-f.sure, f.a.start, f.b.start)):
        ends = {(p.article_id, p.start, p.end) for p in (f.a, f.b)}
        if used & ends or f.note in notes or kept == MOST_PER_PAIR:
            continue
        notes.add(f.note)
        used |= ends
        kept += 1
        yield f


def _names(one: _Reading, two: _Reading) -> Iterator[_Found]:
    """Spellings in alphabetical order, so that one difference has one note whichever article has which."""
    for a, s, b, t in names.disagreements(one.names, two.names, one.view.language):
        (first, a_place), (second, b_place) = sorted(
            ((a.of(s), a.place(s)), (b.of(t), b.place(t))), key=lambda named: named[0]
        )
        note = f"the name is spelled “{first}” and “{second}”"
        yield _Found(a.language.likeness(a.keys(), b.keys()), "name", a_place, b_place, note)


def _titles(one: _Reading, two: _Reading) -> Iterator[_Found]:
    for a, b in titles.disagreements(one.titles, two.titles):
        yield _Found(1.0, "name", a.place, b.place, f"the office is “{a.written}” and “{b.written}”")
    for a, b in titles.namesakes(one.titles, two.titles, one.view.language):
        note = f"the first name is “{a.person[0].title()}” and “{b.person[0].title()}”"
        yield _Found(1.0, "name", a.place, b.place, note)


def _statuses(one: _Reading, two: _Reading, times: _Times) -> Iterator[_Found]:
    for a, b in status.disagreements(one.statuses, two.statuses):
        note = f"“{a.sentence.of(a.span)}” and “{b.sentence.of(b.span)}”"
        explained = times.apart and times.first_is_earlier == (b.state == "done")
        if explained:
            note += "; done when the later article was published"
        yield _Found(1.0, "polarity", a.sentence.place(a.span), b.sentence.place(b.span), note, explained)


def _extents(one: _Reading, two: _Reading) -> Iterator[_Found]:
    for a, b in extents.disagreements(one.extents, two.extents):
        note = f"“{a.sentence.of(a.span)}” and “{b.sentence.of(b.span)}”"
        sure = a.sentence.language.likeness(a.context, b.context)
        yield _Found(sure, "other", a.sentence.place(a.span), b.sentence.place(b.span), note)


def _places(one: _Reading, two: _Reading) -> Iterator[_Found]:
    for sure, a, b in places.disagreements(one.places, two.places):
        note = f"“{a.sentence.of(a.span)}” and “{b.sentence.of(b.span)}”"
        yield _Found(sure, "place", a.sentence.place(a.span), b.sentence.place(b.span), note)


def _once(found: Sequence[_Found], published: Mapping[str, date | None]) -> list[_Found]:
    """Of those with one note the one in the articles published first, undated ones last; then the surest."""

    def rank(f: _Found) -> tuple[list[date], float, list[tuple[str, int]]]:
        places = f.a, f.b
        days_told = sorted(published[p.article_id] or date.max for p in places)
        return days_told, -f.sure, [(p.article_id, p.start) for p in places]

    earliest: dict[str, _Found] = {}
    for f in sorted(found, key=rank):
        earliest.setdefault(f.note, f)
    return list(earliest.values())


def _relation(f: _Found, story_id: str) -> Relation:
    return Relation(
        id=stable_id("relation", f.what, *(x for p in (f.a, f.b) for x in (p.article_id, p.start, p.end))),
        kind=_kind(f),
        what=f.what,
        a=f.a,
        b=f.b,
        note=f.note,
        story_id=story_id,
        probability=f.chance,
        shown=f.chance is not None and f.chance >= judging.LINE,
    )


def _kind(f: _Found) -> RelationKind:
    if f.what == "condition":
        return "condition_lost"
    return "later" if f.explained else "clash"


class _Times:
    """Which of two articles is later, and by how many days."""

    def __init__(self, a: Article, b: Article) -> None:
        self.first, self.second = (_day(x) for x in (a, b))

    @property
    def apart(self) -> bool:
        """Whether they were published on different days."""
        return self.first is not None and self.second is not None and self.first != self.second

    @property
    def first_is_earlier(self) -> bool:
        """Whether the first article was surely published before the second."""
        return self.first is not None and self.second is not None and self.first < self.second

    @property
    def gap(self) -> int | None:
        """Days between the two; None where one of them is not known."""
        return None if self.first is None or self.second is None else abs((self.first - self.second).days)

    def explained(self, a: numbers.Quantity | days.Dated, b: numbers.Quantity | days.Dated) -> str:
        """How the time between the articles may explain that two values differ; "" where it does not."""
        if isinstance(a, numbers.Quantity) and isinstance(b, numbers.Quantity):
            return "the later article has the higher count" if self.grew(a, b) else ""
        if isinstance(a, days.Dated) and isinstance(b, days.Dated) and self.was_ahead(a, b):
            return "still to come when the earlier article was published"
        return ""

    def grew(self, a: numbers.Quantity, b: numbers.Quantity) -> bool:
        """Whether the later article has the larger count, as tolls and tallies do."""
        if not self.apart or self.first is None or self.second is None or a.unit:
            return False
        return (a.value < b.value) == (self.first < self.second)

    def was_ahead(self, a: days.Dated, b: days.Dated) -> bool:
        """Whether the earlier article spoke of a day still to come, which may have been moved."""
        if not self.apart or self.first is None or self.second is None:
            return False
        earlier, published = (a, self.first) if self.first < self.second else (b, self.second)
        return earlier.first > published


def _day(article: Article) -> date | None:
    return date.fromisoformat(article.published.day) if article.published.day else None


def _numbers(one: _Reading, two: _Reading, times: _Times) -> Iterator[_Found]:
    # What was said once has not grown since.
    for sure, a, b in sayings.numbers(one.sayings, two.sayings):
        yield _found("number", _SAID + sure, a, b, " in one saying")
    for sure, a, b in numbers.disagreements(one.quantities, two.quantities):
        yield _found("number", sure, a, b, explained=times.explained(a, b))


def _dates(one: _Reading, two: _Reading, times: _Times) -> Iterator[_Found]:
    for sure, a, b in sayings.dates(one.sayings, two.sayings):
        yield _found("date", _SAID + sure, a, b, " in one saying")
    for sure, a, b in days.disagreements(one.dates, two.dates):
        yield _found("date", sure, a, b, explained=times.explained(a, b))
    terms = days.ranges(one.sentences), days.ranges(two.sentences)
    for s, s_span, t, t_span in days.range_disagreements(*terms):
        note = f"“{s.of(s_span)}” and “{t.of(t_span)}”"
        yield _Found(100.0, "date", s.place(s_span), t.place(t_span), note)


def _found(
    what: RelationMatter,
    sure: float,
    a: numbers.Quantity | days.Dated,
    b: numbers.Quantity | days.Dated,
    where: str = "",
    *,
    explained: str = "",
    probability: float | None = None,
) -> _Found:
    """Two values that differ, with both in the note."""
    note = f"“{a.sentence.of(a.span)}” and “{b.sentence.of(b.span)}”{where}"
    note += f"; {explained}" if explained else ""
    places_of = a.sentence.place(a.span), b.sentence.place(b.span)
    return _Found(sure, what, *places_of, note, bool(explained), probability)


def _values(one: _Reading, two: _Reading, times: _Times) -> Iterator[_Found]:
    """Numbers and dates that answer one question, likely, and differ."""
    asked = questions.Questions(one.side, two.side)
    if not asked.pairs:
        return
    for likely, a, b in clashes.clashes(asked, judging.packaged().score(asked), judging.LEAST):
        probability = judging.clash(likely, a, b, days=times.gap)
        what: RelationMatter = "date" if a.kind == "date" else "number"
        explained = times.explained(a.told, b.told)
        if probability >= judging.POSSIBLE:
            yield _found(what, _READ + likely, a.told, b.told, explained=explained, probability=probability)


def _whole(sentence: Sentence) -> Place:
    return Place(sentence.article.id, sentence.span.start, sentence.span.end)
