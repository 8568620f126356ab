"""What two articles tell differently: a finder for each way, on what the module of its name compares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from onrecord.records import Place, RelationMatter, Speaker
from onrecord.relations import (
    alike,
    attribution,
    bounds,
    clashes,
    counts,
    days,
    extents,
    judging,
    names,
    numbers,
    occasions,
    places,
    polarity,
    possibilities,
    questions,
    retold,
    sayings,
    stances,
    status,
    titles,
    wording,
)
from onrecord.relations.found import READ, SAID, WORDED, Found, of_values, surest
from onrecord.relations.numbers import Quantity
from onrecord.relations.telling import Telling
from onrecord.relations.times import Times
from onrecord.relations.values import Value
from onrecord.text import Sentence


def between(one: Telling, two: Telling, speakers: Mapping[str, Speaker]) -> Iterator[Found]:
    """What two articles tell differently, but for the spelling of names."""
    times = Times(one.item.article, two.item.article)
    near = list(alike.near(one.sentences, two.sentences))
    close = wording.close(near)
    asked = list(_values(one, two, times))
    read = [*_worded(near, one, two, times), *asked]
    for what, ruled in (
        ("number", _numbers(one, two, times)),
        ("date", _dates(one, two, times)),
    ):
        yield from surest(chain((f for f in read if f.what == what), _judged(ruled, read)))
    told_again = retold.pairs(one.retold, two.retold)
    yield from surest(chain(_places(near, one, two), _moved(told_again, one, two)))
    yield from surest(_titles(one, two))
    yield from surest(_statuses(one, two, times))
    yield from surest(_extents(one, two))
    denied = list(surest(_negations(near, times)))
    denied += surest(_besides(_denied(told_again, times), denied))
    yield from denied
    bound = list(surest(_bounds(near, times)))
    yield from bound
    yield from surest(_besides(_unbounded(told_again, times), bound))
    yield from surest(_besides(_stances(one, two, times), denied))
    yield from surest(_besides(_possible(one, two, times), denied))
    yield from surest(chain(_mouths(one, two, speakers), _names_of_sayers(close, speakers)))
    yield from surest(_spokesmen(one, two, speakers))


def _judged(ruled: Iterable[Found], read: Iterable[Found]) -> Iterator[Found]:
    """What was found otherwise, with the probability of the same pair where it was read."""
    known = {(f.a, f.b): f for f in read}
    for f in ruled:
        same = known.get((f.a, f.b))
        yield f if same is None else replace(f, probability=same.probability, how=same.how)


def _again(one: Found, two: Found) -> bool:
    """Whether two found tell of one place in both articles."""
    return all(
        p.article_id == q.article_id and p.start < q.end and q.start < p.end
        for p, q in ((one.a, two.a), (one.b, two.b))
    )


def _besides(found: Iterable[Found], known: Sequence[Found]) -> Iterator[Found]:
    """What tells of other places than what is known."""
    return (f for f in found if not any(_again(f, g) for g in known))


def spellings(one: Telling, two: Telling) -> Iterator[Found]:
    """How two articles spell one name, the surest; the same is met in other pairs of a story again."""
    return surest(_names(one, two))


def _worded(near: Sequence[alike.Pair], one: Telling, two: Telling, times: Times) -> Iterator[Found]:
    """Values in the place of each other in nearly the same words."""
    for pair, a, b in wording.values(near, one.values, two.values):
        if not occasions.one_occasion(a, b, times) or (a.kind == "count" and not counts.one_fate(a, b)):
            continue
        what: RelationMatter = "date" if a.kind == "date" else "number"
        explained = times.explained(a.told, b.told)
        sure, how = WORDED + pair.equal, _how(what, pair)
        yield of_values(what, sure, a.told, b.told, explained=explained, how=how)


def _how(what: str, pair: alike.Pair) -> str:
    """How a difference in nearly the same words is found: short sentences fit another happening as well."""
    return f"{what}.short" if pair.is_short else f"{what}.worded"


def _bounds(near: Sequence[alike.Pair], times: Times) -> Iterator[Found]:
    for lost in bounds.bounds_lost(near, settled=times.settles):
        note = f"without “{lost.words[1]}”"
        yield Found(lost.pair.equal, "condition", *lost.places, note, how=_how("condition", lost.pair))


def _denied(told: Sequence[retold.Pair], times: Times) -> Iterator[Found]:
    note = "one claim, affirmed and denied"
    for a, b in retold.denied(told):
        yield Found(0.5, "polarity", a.place, b.place, note, times.apart, how="polarity.saying")


def _unbounded(told: Sequence[retold.Pair], times: Times) -> Iterator[Found]:
    for lost in retold.unbounded(told) if not times.settles else ():
        note = f"without “{lost.words}”"
        yield Found(0.5, "condition", lost.short.place, lost.clause, note, how="condition.saying")


def _moved(told: Sequence[retold.Pair], one: Telling, two: Telling) -> Iterator[Found]:
    for a, b in retold.moved(told, one.places, two.places):
        note = f"“{a.sentence.of(a.span)}” and “{b.sentence.of(b.span)}” in one saying"
        ends = a.sentence.place(a.span), b.sentence.place(b.span)
        yield Found(SAID, "place", *ends, note, how="place.saying")


def _names_of_sayers(close: Sequence[alike.Pair], speakers: Mapping[str, Speaker]) -> Iterator[Found]:
    for named in wording.mouths(close):
        one, two = named.words
        if attribution.speaks_for(one, two, list(speakers.values()), named.pair.one.language):
            continue
        note = f"the same words, said by {one} and by {two}"
        yield Found(0.5, "attribution", *named.places, note, how="attribution.worded")


def _negations(near: Sequence[alike.Pair], times: Times) -> Iterator[Found]:
    for found, how, note in (
        (polarity.opposed(near), "polarity.cue", "the same words, affirmed and denied"),
        (polarity.flipped(near), "polarity.worded", "the same words, one of them with a negation"),
    ):
        for pair in (p for p in found if not p.is_short):
            yield Found(1.0, "polarity", _whole(pair.one), _whole(pair.two), note, times.apart, how=how)


def _stances(one: Telling, two: Telling, times: Times) -> Iterator[Found]:
    for a, b in stances.disagreements(one.held, two.held, one.view):
        note = "affirmed and denied" if a.stands > 0 else "denied and affirmed"
        yield Found(
            2.0, "polarity", a.place, b.place, f"{note} by one source", times.apart, how="polarity.stance"
        )


def _possible(one: Telling, two: Telling, times: Times) -> Iterator[Found]:
    for a, b in possibilities.disagreements(one.possible, two.possible, one.view, times):
        note = "left open and excluded by one source" if a.open else "excluded and left open by one source"
        yield Found(1.0, "polarity", a.place, b.place, note, times.apart, how="polarity.possible")


def _mouths(one: Telling, two: Telling, speakers: Mapping[str, Speaker]) -> Iterator[Found]:
    views = one.view, two.view
    for a, s, b, t in attribution.disagreements(one.quoted, two.quoted, views, speakers):
        note = f"the same words, said by {a.speaker} and by {b.speaker}"
        places_of = Place(one.item.article.id, s.start, s.end), Place(two.item.article.id, t.start, t.end)
        how = "attribution.short" if attribution.is_short(one.view, s) else "attribution.quoted"
        yield Found(1.0, "attribution", *places_of, note, how=how)


def _spokesmen(one: Telling, two: Telling, speakers: Mapping[str, Speaker]) -> Iterator[Found]:
    """Whose words they are, told less and more exactly."""
    for (a, s), (b, t) in attribution.spokesmen(one.quoted, two.quoted, speakers):
        note = f"the same words, said by {a.speaker} and by {b.speaker}, who speaks for it"
        places_of = Place(a.article_id, s.start, s.end), Place(b.article_id, t.start, t.end)
        yield Found(1.0, "attribution", *places_of, note, how="attribution.spokesman")


def _names(one: Telling, two: Telling) -> Iterator[Found]:
    """Spellings in alphabetical order, so that one difference has one note whichever article has which."""
    for a, s, b, t in names.disagreements(one.names, two.names, one.view.language):
        (first, a_place), (second, b_place) = sorted(
            ((a.of(s), a.place(s)), (b.of(t), b.place(t))), key=lambda named: named[0]
        )
        note = f"the name is spelled “{first}” and “{second}”"
        sure = a.language.likeness(a.keys(), b.keys())
        yield Found(sure, "name", a_place, b_place, note, how="name.spelling")


def _titles(one: Telling, two: Telling) -> Iterator[Found]:
    for a, b in titles.disagreements(one.titles, two.titles):
        note = f"the office is “{a.written}” and “{b.written}”"
        yield Found(1.0, "name", a.place, b.place, note, how="name.office")
    for a, b in titles.namesakes(one.titles, two.titles, one.view.language):
        note = f"the first name is “{a.person[0].title()}” and “{b.person[0].title()}”"
        yield Found(1.0, "name", a.place, b.place, note, how="name.first")


def _statuses(one: Telling, two: Telling, times: Times) -> Iterator[Found]:
    for a, b in status.disagreements(one.statuses, two.statuses):
        note = f"“{a.sentence.of(a.span)}” and “{b.sentence.of(b.span)}”"
        explained = times.apart and times.first_is_earlier == (b.state == "done")
        if explained:
            note += "; done when the later article was published"
        places_of = a.sentence.place(a.span), b.sentence.place(b.span)
        yield Found(1.0, "polarity", *places_of, note, explained, how="polarity.status")


def _extents(one: Telling, two: Telling) -> Iterator[Found]:
    for a, b in extents.disagreements(one.extents, two.extents):
        note = f"“{a.sentence.of(a.span)}” and “{b.sentence.of(b.span)}”"
        sure = a.sentence.language.likeness(a.context, b.context)
        ends = a.sentence.place(a.span), b.sentence.place(b.span)
        yield Found(sure, "other", *ends, note, how="other.extent")


def _places(near: Sequence[alike.Pair], one: Telling, two: Telling) -> Iterator[Found]:
    for d in wording.places(near, one.places, two.places):
        note = f"“{d.words[0]}” and “{d.words[1]}”"
        yield Found(WORDED + d.pair.equal, "place", *d.places, note, how=_how("place", d.pair))
    for sure, a, b in places.disagreements(one.places, two.places):
        note = f"“{a.sentence.of(a.span)}” and “{b.sentence.of(b.span)}”"
        ends = a.sentence.place(a.span), b.sentence.place(b.span)
        yield Found(sure, "place", *ends, note, how="place.rule")


def _numbers(one: Telling, two: Telling, times: Times) -> Iterator[Found]:
    # What was said once has not grown since.
    for sure, a, b in sayings.numbers(one.sayings, two.sayings):
        if _of_one_fate(a, b):
            yield of_values("number", SAID + sure, a, b, " in one saying", how="number.saying")
    for sure, a, b in numbers.disagreements(one.quantities, two.quantities):
        if _of_one_fate(a, b):
            yield of_values("number", sure, a, b, explained=times.explained(a, b), how="number.rule")


def _of_one_fate(a: Quantity, b: Quantity) -> bool:
    """Whether the same befell whom two numbers count: the dead are not the missing."""
    return counts.one_fate(Value("count", a, 0, 1), Value("count", b, 0, 1))


def _dates(one: Telling, two: Telling, times: Times) -> Iterator[Found]:
    for sure, a, b in sayings.dates(one.sayings, two.sayings):
        yield of_values("date", SAID + sure, a, b, " in one saying", how="date.saying")
    for sure, a, b in days.disagreements(one.dates, two.dates):
        yield of_values("date", sure, a, b, explained=times.explained(a, b), how="date.rule")
    for s, t in days.term_disagreements(one.terms, two.terms):
        note = f"“{s.sentence.of(s.span)}” and “{t.sentence.of(t.span)}”"
        ends = s.sentence.place(s.span), t.sentence.place(t.span)
        yield Found(100.0, "date", *ends, note, how="date.range")


def _values(one: Telling, two: Telling, times: Times) -> Iterator[Found]:
    """Numbers and dates that answer one question, likely, and differ."""
    asked = questions.Questions(one.side, two.side)
    if not asked.pairs:
        return
    for likely, a, b in clashes.clashes(asked, judging.packaged().score(asked), judging.LEAST):
        if not counts.one_fate(a, b):
            continue
        probability = judging.clash(likely, a, b, days=times.gap)
        what: RelationMatter = "date" if a.kind == "date" else "number"
        explained = times.explained(a.told, b.told)
        counted = counts.one_count(a, b, times)
        # However likely one question is, two polls and two gifts have two answers.
        apart = not (counted or occasions.one_occasion(a, b, times))
        how = "number.counted" if counted else f"{what}.forest" if apart else ""
        if counted or probability >= judging.POSSIBLE:
            sure = READ + likely + counted
            told = a.told, b.told
            yield of_values(what, sure, *told, explained=explained, probability=probability, how=how)


def _whole(sentence: Sentence) -> Place:
    return Place(sentence.article.id, sentence.span.start, sentence.span.end)
