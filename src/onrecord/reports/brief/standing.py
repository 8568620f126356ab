"""What a story rests on, and what stands without one of its origins, in a reader's words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.records import Fact, Origin, Share, Story
from onrecord.reports.brief.wording import dated, dating
from onrecord.reports.lookup import Lookup

MOST_LEFT_OUT = 12


@dataclass(frozen=True, slots=True)
class Text:
    """One text: what several articles share, or one article's own."""

    id: str
    name: str
    article_ids: tuple[str, ...]
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class StandingView:
    """What still stands when ``name`` is left out, of each sort of fact."""

    id: str
    name: str
    shares: tuple[Share, Share, Share]


@dataclass(frozen=True, slots=True)
class Ground:
    """The texts, occasions and sources behind a story."""

    texts: tuple[Text, ...]
    acts: tuple[Origin, ...]
    sources: tuple[Origin, ...]


def origin_name(origin: Origin) -> str:
    """The origin's name, its ISO days in words."""
    return _with_days(origin.name)


def _with_days(name: str) -> str:
    return re.sub(r"\b\d{4}-\d\d-\d\d\b", lambda day: dated(day.group()), name)


def ground(lookup: Lookup, story: Story) -> Ground:
    """Texts, occasions and sources of a story."""
    origins = lookup.origins.get(story.id, ())
    shared = _texts([o for o in origins if o.level == "text"], story)
    known = {i for text in shared for i in text.article_ids}
    own = [_own_text(lookup, i) for i in story.article_ids if i not in known]
    return Ground(
        (*shared, *own),
        tuple(o for o in origins if o.level == "speech_act"),
        tuple(o for o in origins if o.level == "source"),
    )


def _texts(origins: Iterable[Origin], story: Story) -> list[Text]:
    """Each text with the articles of the story that carry it; an article has one."""
    texts: list[Text] = []
    left = dict.fromkeys(story.article_ids)
    for origin in origins:
        mine = tuple(i for i in origin.article_ids if i in left)
        if mine:
            texts.append(Text(origin.id, origin.name, mine, origin))
        for article_id in mine:
            del left[article_id]
    return texts


def _own_text(lookup: Lookup, article_id: str) -> Text:
    return Text(f"text-{article_id}", f"{lookup.outlet(article_id)}’s own text", (article_id,), None)


def leave_out(lookup: Lookup, story: Story, base: Ground) -> list[StandingView]:
    """The origins to leave out, with what still stands: known occasions and sources, then the weightiest."""
    named = {o.id for o in (*base.acts, *base.sources) if o.kind != "unknown"}
    found = sorted(lookup.standing.get(story.id, ()), key=lambda s: (-len(s.fallen), s.origin_id))
    chosen = sorted(found, key=lambda s: s.origin_id not in named)[:MOST_LEFT_OUT]
    names = _distinct(lookup, [s.origin_id for s in found if s in chosen], base)
    return [
        StandingView(s.origin_id, names[s.origin_id], (s.utterances, s.dates, s.numbers))
        for s in found
        if s in chosen
    ]


def _distinct(lookup: Lookup, origin_ids: Sequence[str], base: Ground) -> dict[str, str]:
    """A name for each origin; equal names are distinguished by outlet and day, and finally by number."""
    articles = {t.id: t.article_ids for t in base.texts} | {
        o.id: o.article_ids for o in (*base.acts, *base.sources)
    }
    plain = {t.id: _with_days(t.name) for t in base.texts} | {
        o.id: origin_name(o) for o in (*base.acts, *base.sources)
    }
    names = {key: plain.get(key, "") for key in origin_ids}
    for tell in (_printed, _numbered):
        often = Counter(names.values())
        names = {
            key: f"{name} ({tell(lookup, articles.get(key, ()), n)})" if often[name] > 1 else name
            for n, (key, name) in enumerate(names.items(), 1)
        }
    return names


def _printed(lookup: Lookup, article_ids: Sequence[str], number: int) -> str:
    """Where and when its articles appeared."""
    del number
    known = [i for i in dict.fromkeys(article_ids) if i in lookup.articles]
    told = (f"{lookup.outlet(i)}, {dating(lookup.articles[i].article.published)}" for i in known[:2])
    return "; ".join(told) + (" …" if len(known) > 2 else "")


def _numbered(lookup: Lookup, article_ids: Sequence[str], number: int) -> str:
    del lookup, article_ids
    return str(number)


def rests(facts: Iterable[Fact]) -> Mapping[str, str]:
    """Record id -> what its fact rests on, as words."""
    return {f.record_id: as_words(f) for f in facts if f.record_id is not None}


def as_words(fact: Fact) -> str:
    """What a fact rests on for a data attribute: witnesses parted by ``|``, their origins by a space."""
    return "|".join(" ".join(witness) for witness in fact.support)
