"""Invented pairs of articles: reprints with edits, shared quotations without shared prose, boilerplate.

``EVENTS`` (``data/reuse_events.json``) hold two independent reports of one happening, sentence by
sentence, and what people said at it. ``cases`` turns them into pairs whose relation is known. People, places
and outlets are made up.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import bare

from onrecord.records import Article


@dataclass(frozen=True, slots=True)
class Event:
    """Two independent reports in sentences, and quotations with their speakers."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    quotes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A pair of articles; ``source`` is the id of the one that had the text first, None without reuse.

    ``told``: whether a date or a credit tells the direction. ``edited``: share of words changed.
    """

    kind: str
    a: Article
    b: Article
    reused: bool
    source: str | None = None
    told: bool = False
    edited: float = 0.0


_DATA = Path(__file__).parent / "data" / "reuse_events.json"
EVENTS = tuple(
    Event(tuple(e["first"]), tuple(e["second"]), tuple((who, said) for who, said in e["quotes"]))
    for e in json.loads(_DATA.read_text("utf-8"))
)

OUTLETS = (
    "Tessin Courier",
    "Valmora Gazette",
    "Norvik Press",
    "Harbour Mail",
    "The Meridian",
    "Eastern Dispatch",
    "Corvin Tribune",
    "Sund Herald",
)
BOILERPLATE = (
    "All rights reserved. This material may not be published, broadcast, rewritten or redistributed.",
    "The Meridian was founded in 1911 and has correspondents in nine cities and on two islands.",
    "Sign up for our morning letter and read the day's five most important stories before breakfast.",
    "Anna Quill and Bert Osgood contributed to this report from Belmont and Port Almery.",
    "Our standards: how this newsroom checks facts, corrects mistakes and pays its own bills.",
)
# Rewordings that an editor makes without thinking.
SWAPS = {
    "about": "some",
    "after": "following",
    "because": "since",
    "before": "ahead of",
    "while": "as",
    "people": "residents",
    "found": "discovered",
    "said": "stated",
    "asked": "requested",
    "small": "minor",
    "day": "date",
    "although": "though",
    "which": "that",
    "would": "will",
    "until": "till",
    "two": "a pair of",
    "expected": "forecast",
    "closed": "shut",
    "is": "remains",
    "was": "had been",
    "the": "that",
    "a": "one",
    "and": "as well as",
}


def cases(seed: int = 7) -> Iterator[Case]:
    """300 cases: 120 reprints, 90 with shared quotations only, 50 with boilerplate only, 40 with nothing."""
    draw = random.Random(seed)  # noqa: S311 - a repeatable draw, not a secret
    for i in range(120):
        yield _reprint(draw, i, (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)[i % 7])
    for i in range(90):
        event = EVENTS[i % len(EVENTS)]
        quotes = draw.sample(event.quotes, draw.randint(2, 3))
        one = _with_quotes(draw, _some(draw, event.first), quotes)
        two = _with_quotes(draw, _some(draw, event.second), quotes)
        yield _apart("quotations", draw, i, one, two)
    for i in range(50):
        shared = draw.sample(BOILERPLATE, draw.randint(1, 2))
        first, second = draw.sample(EVENTS, 2)
        yield _apart(
            "boilerplate",
            draw,
            i,
            [*_some(draw, first.first), *shared],
            [*_some(draw, second.second), *shared],
        )
    for i in range(40):
        event = EVENTS[i % len(EVENTS)]
        yield _apart("nothing", draw, i, _some(draw, event.first), _some(draw, event.second))


def _some(draw: random.Random, sentences: tuple[str, ...]) -> list[str]:
    kept = sorted(draw.sample(range(len(sentences)), draw.randint(7, len(sentences))))
    return [sentences[i] for i in kept]


def _with_quotes(draw: random.Random, sentences: list[str], quotes: list[tuple[str, str]]) -> list[str]:
    out = sentences[:]
    for speaker, words in quotes:
        line = draw.choice(
            (
                f"“{words},” {speaker} said.",
                f"“{words},” said {speaker}.",
                f"{speaker.capitalize()}: “{words}.”",
            )
        )
        out.insert(draw.randint(1, len(out)), line)
    return out


def _reprint(draw: random.Random, i: int, share: float) -> Case:
    """A report and an edited copy of it, with about ``share`` of the words dropped, reworded or replaced."""
    event = EVENTS[i % len(EVENTS)]
    source, other = (event.first, event.second) if i % 2 else (event.second, event.first)
    original = _with_quotes(draw, list(source), draw.sample(event.quotes, 2))
    copy = _edited(draw, original, list(other), share)
    tells = draw.random()
    first, second = draw.sample(OUTLETS, 2)
    day = draw.randint(1, 20)
    a = _article(f"r{i:03}a", first, original, day if tells < 0.85 else None)
    if tells < 0.75:
        b = _article(f"r{i:03}b", second, copy, day + draw.randint(1, 3))
    elif tells < 0.9:
        b = _article(f"r{i:03}b", second, copy, day if tells < 0.85 else None, credit=f"By {first}")
    else:
        b = _article(f"r{i:03}b", second, copy, None)
    if draw.random() < 0.5:
        return Case("reprint", b, a, reused=True, source=a.id, told=tells < 0.9, edited=share)
    return Case("reprint", a, b, reused=True, source=a.id, told=tells < 0.9, edited=share)


def _edited(draw: random.Random, original: list[str], other: list[str], share: float) -> list[str]:
    """``original`` after an editor: sentences dropped, replaced, reworded; two may change places."""
    out = original[:]
    total = sum(len(s.split()) for s in original)
    changed = 0
    for place in draw.sample(range(len(out)), len(out)):
        if changed >= share * total:
            break
        words = len(out[place].split())
        way = draw.choice(("drop", "own", "reword", "reword"))
        if way == "reword" or changed + words > 1.3 * share * total:
            out[place], touched = _reworded(draw, out[place])
            changed += touched
        else:
            changed += words
            out[place] = draw.choice(other) if way == "own" else ""
    while changed < share * total:
        place = draw.choice([i for i, s in enumerate(out) if s])
        changed += len(out[place].split())
        out[place] = ""
    kept = [s for s in out if s]
    if len(kept) > 3 and draw.random() < 0.5:
        i = draw.randrange(len(kept) - 1)
        kept[i], kept[i + 1] = kept[i + 1], kept[i]
    return kept


def _reworded(draw: random.Random, sentence: str) -> tuple[str, int]:
    words = sentence.split()
    places = [i for i, w in enumerate(words) if w in SWAPS]
    chosen = draw.sample(places, min(len(places), draw.randint(1, 3)))
    for i in chosen:
        words[i] = SWAPS[words[i]]
    return " ".join(words), len(chosen)


def _apart(kind: str, draw: random.Random, i: int, one: list[str], two: list[str]) -> Case:
    first, second = draw.sample(OUTLETS, 2)
    a = _article(f"{kind[0]}{i:03}a", first, one, draw.randint(1, 20))
    return Case(kind, a, _article(f"{kind[0]}{i:03}b", second, two, draw.randint(1, 20)), reused=False)


def _article(
    name: str, outlet: str, sentences: list[str], day: int | None, credit: str | None = None
) -> Article:
    text = "\n\n".join(" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3))
    published = None if day is None else f"2031-03-{day:02}"
    return bare.article(name, text, published, blocks=(), outlet=outlet, credit=credit)
