"""Leaving an origin out: which statements, dates and numbers still stand.

A fact stands while one of its witnesses does. A statement falls with the text that carries it, with the
occasion it was said at, and with the source it rests on; an occasion falls with the last of its sources.
What has no known origin rests on its text alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from onrecord.records import Article, Origin, Place, Statement, Story
from onrecord.reports.brief.wording import dated
from onrecord.reports.lookup import Lookup

# A fact stands while the origins of one of these sets are all there.
Rests = frozenset[frozenset[str]]
MOST_WAYS = 16  # sets kept for one fact; more arise only from occasions with many sources each

# Figures with what they count: "1,200 jobs", "4.5 million", "60%". Bounded, so linear.
_NUMBER = re.compile(
    r"(?<![\w.,/-])(?P<sign>[$€£¥]?)(?P<figure>\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?P<rest>\.\d{1,6})?"
    r"(?P<unit>%|\s(?:per cent|percent|thousand|million|billion|trillion))?"
    r"(?![\w/]|-\d|[.,]\d)(?:\s(?P<noun>[^\W\d_]{3,24}))?"
)


@dataclass(frozen=True, slots=True)
class Text:
    """One text: what several articles share, or one article's own."""

    id: str
    name: str
    article_ids: tuple[str, ...]
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class Number:
    """One number with what it counts, and where it stands."""

    words: str
    places: tuple[Place, ...]
    rests: Rests


@dataclass(frozen=True, slots=True)
class Standing:
    """What still stands when ``name`` is left out: ``(standing, all)`` of each sort of fact."""

    id: str
    name: str
    statements: tuple[int, int]
    dates: tuple[int, int]
    numbers: tuple[int, int]

    @property
    def fallen(self) -> int:
        """How many facts of any sort fall."""
        return sum(every - standing for standing, every in (self.statements, self.dates, self.numbers))


@dataclass(frozen=True, slots=True)
class Ground:
    """What a story's facts rest on."""

    texts: tuple[Text, ...]
    acts: tuple[Origin, ...]
    sources: tuple[Origin, ...]
    _text_of: dict[str, str]
    _origins_of: dict[str, tuple[Origin, ...]]
    _statements: dict[str, tuple[Statement, ...]]

    def of_statement(self, statement: Statement) -> Rests:
        """What one statement rests on: its text, occasions, sources, and one source of each occasion."""
        origins = self._origins_of.get(statement.id, ())
        ways = [
            frozenset(
                {self._text_of.get(statement.article_id, statement.article_id), *(o.id for o in origins)}
            )
        ]
        known = {o.id for o in self.sources}
        for origin in origins:
            sources = [p for p in origin.parent_ids if p in known]
            if origin.level == "speech_act" and sources:
                ways = [way | {source} for way in ways for source in sources][:MOST_WAYS]
        return frozenset(ways)

    def of_place(self, place: Place) -> Rests:
        """What a place rests on: its article's text, and every statement that it lies in."""
        text = self._text_of.get(place.article_id, place.article_id)
        ways = frozenset({frozenset({text})})
        for statement in self._statements.get(place.article_id, ()):
            if any(s.start < place.end and place.start < s.end for s in statement.content):
                rests = self.of_statement(statement)
                ways = frozenset(sorted((a | b for a in ways for b in rests), key=sorted)[:MOST_WAYS])
        return ways

    def of_places(self, places: Iterable[Place]) -> Rests:
        """What a fact with several witnesses rests on."""
        return frozenset().union(*(self.of_place(p) for p in places))


def origin_name(origin: Origin) -> str:
    """The origin's name, its ISO days in words."""
    return re.sub(r"\b\d{4}-\d\d-\d\d\b", lambda day: dated(day.group()), origin.name)


def ground(lookup: Lookup, story: Story) -> Ground:
    """Texts, speech acts and sources of a story."""
    inside = set(story.article_ids)
    origins = lookup.origins.get(story.id, ())
    texts, text_of = [], {}
    for origin in (o for o in origins if o.level == "text"):
        mine = tuple(i for i in origin.article_ids if i in inside and i not in text_of)
        if mine:
            texts.append(Text(origin.id, origin.name, mine, origin))
            text_of.update(dict.fromkeys(mine, origin.id))
    for article_id in story.article_ids:
        if article_id not in text_of:
            text_of[article_id] = f"text-{article_id}"
            texts.append(
                Text(text_of[article_id], f"{lookup.outlet(article_id)}’s own text", (article_id,), None)
            )
    origins_of: dict[str, tuple[Origin, ...]] = defaultdict(tuple)
    deeper = [o for o in origins if o.level != "text"]
    for origin in deeper:
        for statement_id in origin.statement_ids:
            origins_of[statement_id] += (origin,)
    return Ground(
        tuple(texts),
        tuple(o for o in deeper if o.level == "speech_act"),
        tuple(o for o in deeper if o.level == "source"),
        text_of,
        dict(origins_of),
        {i: lookup.articles[i].statements for i in story.article_ids},
    )


def numbers(lookup: Lookup, story: Story, base: Ground) -> list[Number]:
    """The numbers of a story's articles, outside of dates; those with most witnesses first."""
    places: dict[tuple[str, str], list[Place]] = defaultdict(list)
    shown: dict[tuple[str, str], str] = {}
    for article_id in story.article_ids:
        for key, words, place in _numbers_in(lookup, article_id):
            places[key].append(place)
            shown.setdefault(key, words)
    found = [Number(shown[k], tuple(ps), base.of_places(ps)) for k, ps in places.items()]
    return sorted(found, key=lambda n: (-len({p.article_id for p in n.places}), n.words))


def _numbers_in(lookup: Lookup, article_id: str) -> Iterable[tuple[tuple[str, str], str, Place]]:
    annotated = lookup.articles[article_id]
    article: Article = annotated.article
    dates = sorted((t.start, t.end) for t in annotated.timexes)
    for match in _NUMBER.finditer(article.text):
        figure = match["figure"].replace(",", "")
        bare = not (match["sign"] or match["unit"] or match["rest"] or "," in match["figure"])
        if bare and len(figure) == 4 and figure[:2] in ("19", "20"):
            continue  # a year that nobody took for a date
        if any(a < match.end("figure") and match.start("figure") < b for a, b in dates):
            continue
        end = (
            match.end("unit")
            if match["unit"]
            else match.end("rest")
            if match["rest"]
            else match.end("figure")
        )
        noun = (match["noun"] or "").lower()
        key = (f"{match['sign']}{figure}{match['rest'] or ''}{(match['unit'] or '').strip()}", noun)
        place = Place(article_id, match.start(), match.end() if noun else end)
        yield key, " ".join(article.text[place.start : place.end].split()), place


def stands(rests: Rests, off: Collection[str]) -> bool:
    """Whether a fact still has a witness when the origins ``off`` are left out."""
    return any(witness.isdisjoint(off) for witness in rests)


def leave_out(
    base: Ground, statements: Sequence[Rests], dates: Sequence[Rests], counted: Sequence[Rests]
) -> list[Standing]:
    """For each origin without which something falls, what still stands; the weightiest first."""

    def score(facts: Sequence[Rests], off: str) -> tuple[int, int]:
        return sum(stands(rests, (off,)) for rests in facts), len(facts)

    names = [(t.id, t.name) for t in base.texts]
    names += [(o.id, origin_name(o)) for o in (*base.acts, *base.sources)]
    every = [
        Standing(key, name, score(statements, key), score(dates, key), score(counted, key))
        for key, name in names
    ]
    return sorted((s for s in every if s.fallen), key=lambda s: (-s.fallen, s.id))


def as_words(rests: Rests) -> str:
    """``rests`` for a data attribute: witnesses parted by ``|``, their origins by a space."""
    return "|".join(sorted(" ".join(sorted(witness)) for witness in rests))
