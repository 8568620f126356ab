"""What stages make of every combination of a few short lists.

A rule is written for a case; its neighbours are what nobody writes down. So each table here crosses lists (words
for a day and days on which they are said; names and names; attributions and slips of a tagger; a place in a text
and how many words fill it) and holds what comes out. Combinations that come out alike share a line.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations, cycle, islice
from pathlib import Path
from typing import Any, TypeVar

import builders
from markup import annotate, annotated, draft
from onrecord import identity, languages, statements
from onrecord.dates.finder import Scan, mentions
from onrecord.names import matching, persons, roles
from onrecord.records import Attribution, LocalSpeaker, Office, Reading
from onrecord.relations import finders
from onrecord.relations.telling import telling_of
from onrecord.statements.spans import words_of
from onrecord.text import View

T = TypeVar("T")
HERE = Path(__file__).parent / "products"
ENGLISH = languages.of("en")
# Days on which something is said: ends of weeks, months, quarters, seasons and years, and none at all.
SAID_ON = (
    *("2031-01-01", "2031-01-06", "2031-03-01", "2031-03-31", "2031-06-06", "2031-06-15", "2031-09-10"),
    *("2031-12-31", "2032-02-29", None),
)
FRAMES = {
    "past": "They met {}.",
    "ahead": "They will meet {}.",
    "bare": "Talks: {}.",
    "after a day": "They parted on May 10, 2029. They met {}.",
    "after a month": "They parted in October 1962. They met {}.",
    "of a quarter": "In the third quarter of 2029, sales fell. They had met {}.",
}


def days() -> Iterator[str]:
    """What words for a time mean in a clause of each tense, on each of some days."""
    yield " | ".join(("said on", *map(str, SAID_ON)))
    for words in _lines("dates"):
        rows = {frame: tuple(_meant(words, form)) for frame, form in FRAMES.items()}
        for frames, values in _alike(rows):
            yield f"{words} | {frames}: {_once(values)}"


def _meant(words: str, form: str) -> Iterator[str]:
    text = form.format(words)
    scan, view, at = Scan(text, ENGLISH), builders.view(text), form.index("{")
    for day in SAID_ON:
        found = mentions(scan, date.fromisoformat(day) if day else None, view)
        yield "; ".join(m.value for m in found if m.start >= at) or "-"


def names() -> Iterator[str]:
    """How names come apart, and which of those alike can be one person's."""
    for group in _groups("names"):
        parsed = {text: persons.parse(text, ENGLISH) for text in group}
        for text, name in parsed.items():
            more = (name.suffix, name.nickname, name.maiden, name.gender, *name.titles)
            told = " ".join(str(one) for one in more if one)
            east = " east" * name.east_asian
            yield f"{text} | {' '.join(name.given)} | {' '.join(name.surname)} | {told}{east}"
        for one, rows in _verdicts(parsed):
            yield from (f"{one} = {others}: {why}" for others, why in rows)


def _verdicts(parsed: dict[str, persons.PersonName]) -> Iterator[tuple[str, Iterable[tuple[str, str]]]]:
    pairs: dict[str, dict[str, str]] = {}
    for one, other in combinations(parsed, 2):
        verdict = matching.compare(parsed[one], parsed[other], ENGLISH)
        apart = matching.of_two_generations(parsed[one], parsed[other])
        why = f"{verdict.strength or 'no'}, {'; '.join(verdict.reasons)}{', two generations' * apart}"
        pairs.setdefault(one, {})[other] = why
    for one, rows in pairs.items():
        yield one, _alike(rows)


# What somebody is said to be, and by which names two are told of.
OFFICES = (
    *("", "mayor", "mayor|Tessin", "mayor|Kelm", "former mayor|Tessin", "deputy mayor|Tessin", "senator"),
    *("goalkeeper", "coach|Tessin Rovers", "coach|Kelm Rovers", "president", "vice president", "resident"),
    *("spokesman for the Pilots’ Guild", "head of the Pilots’ Guild"),
)
BEARERS = (("Dan Brill", "Dan Brill Jr."), ("Dan Brill", "Brill"), ("Brill", "Brill"), ("Brill", "Mr. Brill"))
GENDERS = {"he": ("he", "he"), "he, she": ("he", "she"), "he, none": ("he", None)}
# How many words off an end of what a tagger finds may be.
SLIPS = 3
# How many more a place may hold, and which words and sentence: of nobody in these texts.
RUNGS, SENTENCE = 20, "It rained."
FILLING = ("old", "grey", "tall", "quiet", "proud", "tired", "small", "wet", "cold", "late", "plain", "stout")
# How many articles tell of one bearer of a surname, and of the other.
TIMES = (0, 1, 2, 3, 4, 7, 8, 15, 16, 31, 32)


def agreements() -> Iterator[str]:
    """How well each of some descriptions of a person fits each as which somebody was introduced."""
    described = {words: roles.describe(words.lower().split(), ENGLISH) for words in _lines("offices")}
    for words, said in described.items():
        kept = (said.head, said.kind, "former" * said.former, *sorted(said.marks))
        yield f"{words} | {', '.join(filter(None, kept))}"
        rows = {known: roles.agreement(said, of, ENGLISH) for known, of in described.items()}
        yield from (f"{words} | {score:g} | {known}" for known, score in sorted(_alike(rows)) if score >= 0)


def joined() -> Iterator[str]:
    """Which two of one article each are taken for one person, by name, office and gender."""
    for one, two in BEARERS:
        for n, a in enumerate(OFFICES):
            rows = {b or "nobody": _joined((one, a), (two, b)) for b in OFFICES[n:]}
            yield from (f"{one}, {a or 'nobody'} = {two}, {b} | {told}" for b, told in _alike(rows))
    for case, (he, she) in GENDERS.items():
        yield f"{case} | {_joined(('Alex Brill', '', he), ('Alex Brill', '', she))}"
    rows = {
        f"{m}:{n}": _joined(("Brill", ""), *[("Dan Brill", "mayor")] * m, *[("Ann Brill", "goalkeeper")] * n)
        for m in TIMES
        for n in TIMES
        if m >= n
    }
    yield from (f"Brill | {told} | {times}" for times, told in _alike(rows))


def _joined(*told: tuple[Any, ...]) -> str:
    chains = [
        LocalSpeaker(
            f"{n}", f"a-{n}", name, "person", offices=_offices(office), gender=next(iter(gender), None)
        )
        for n, (name, office, *gender) in enumerate(told)
    ]
    speakers, _ = identity.join(chains, language=ENGLISH)
    return "; ".join(f"{s.name} ({', '.join(s.variants)}) {', '.join(s.evidence)}" for s in speakers)


def _offices(title: str) -> tuple[Office, ...]:
    return (Office(*title.split("|")),) if title else ()


def sources() -> Iterator[str]:
    """Whom a source means behind each of some scenes, and why."""
    scenes = dict(enumerate(_texts("scenes"), 1))
    yield from (f"{n} | {' '.join(scene.split())}" for n, scene in scenes.items())
    for words in _lines("sources"):
        rows = {str(n): _whom(scene, words) for n, scene in scenes.items()}
        yield from (f"{words} | {numbers}: {whom}" for numbers, whom in _alike(rows))


def _whom(scene: str, words: str) -> str:
    item = annotate(f"{scene} [{words}] {{said}} <that the gate was shut>.", title="A gate in Tessin")
    at = item.article.text.rindex("that the gate")
    said = {s.id: s for s in item.statements if s.content and s.content[0].start == at}
    chains = (c for c in item.speakers if not said.keys().isdisjoint(c.statement_ids))
    return " and ".join(_chain(c, at) for c in chains) or "nobody"


def _chain(chain: LocalSpeaker, at: int) -> str:
    """A chain with the reason for its last mention before ``at``."""
    offices = "; ".join(f"{o.title} {o.organisation or ''}".strip() for o in chain.offices)
    more = "".join(f", for {one}" for one in chain.acts_for) + (f", {offices}" if offices else "")
    how = max((m for m in chain.mentions if m.start < at), key=lambda m: m.start).how
    return f"{chain.name} ({chain.type}{more}), {how}"


def stances() -> Iterator[str]:
    """What is made of what is said, by each cue and in each form."""
    forms = _lines("contents")
    for cue in _lines("cues"):
        item = annotate("\n".join(f"[Ann Brill] {{{cue}}} <{form}>." for form in forms))
        starts = [*_starts(item.article.text), len(item.article.text)]
        rows = {
            form: ", ".join(
                f"{s.kind} {s.mode} {s.stance} {s.reality}"
                for s in item.statements
                if s.content and start <= s.content[0].start < end
            )
            for form, start, end in zip(forms, starts, starts[1:], strict=False)
        }
        yield from (f"{cue} | {alike} | {taken}" for alike, taken in _alike(rows))


def slips() -> Iterator[str]:
    """What is made of an attribution as marked, and of one with an end somewhere else or without a part."""
    for n, marked in enumerate(_texts("slips"), 1):
        made = draft(marked)
        (item,) = annotated(made)
        view, right = View(item.article), made.reading(item.article).attributions
        yield f"{n} | {_assembled(view, right)}"
        rows = {
            " ".join((part, *what)): _assembled(view, (*right[:k], wrong, *right[k + 1 :]))
            for k, one in enumerate(right)
            for part in ("source", "cue", "content")
            for what, wrong in _slipped(view, one, part)
        }
        yield from (f"{n} | {slipped} | {told}" for slipped, told in _alike(rows))


def _assembled(view: View, attributions: tuple[Attribution, ...]) -> str:
    told = (
        f"[{words_of(view, s.source)}] {{{words_of(view, s.cue)}}} <{words_of(view, s.content)}> {s.kind} {s.stance}"
        for s in statements.assemble(view, Reading(attributions, (), "marks"))
    )
    return " & ".join(told) or "nothing"


def _slipped(view: View, one: Attribution, part: str) -> Iterator[tuple[tuple[str, ...], Attribution]]:
    """An attribution without a part, and with each end of each of its stretches up to ``SLIPS`` words off."""
    spans, words = getattr(one, part), list(view.language.words(view.text))
    if part != "content":
        yield ("none",), replace(one, **{part: ()})
    for n, span in enumerate(spans):
        for end, places in (("start", [w.start for w in words]), ("end", [w.end for w in words])):
            at = bisect_left(places, getattr(span, end))
            for by in (b for b in range(-SLIPS, SLIPS + 1) if b and 0 <= at + b < len(places)):
                moved = replace(span, **{end: places[at + by]})
                if moved.start < moved.end:
                    yield (f"{end}{by:+}",), replace(one, **{part: (*spans[:n], moved, *spans[n + 1 :])})


def ladders() -> Iterator[str]:
    """What is read where more and more words (``~``), sentences (``§``) or paragraphs (``¶``) stand in a place."""
    for name, told in (("ladders", _read), ("layouts", _laid_out)):
        for n, text in enumerate(_texts(name), 1):
            yield f"{name} {n} | {' '.join(text.split())}"
            yield from (f"{name} {n} | {words} | {one}" for words, one in _steps(text, told))


def _steps(text: str, told: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """From how many to how many the outcome is the same, what fills the place left out of it."""
    start, last = 0, None
    for n in range(RUNGS + 1):
        filled = text.replace("~ ", "".join(f"{w} " for w in islice(cycle(FILLING), n)))
        filled = filled.replace("§ ", f"{SENTENCE} " * n).replace("¶\n", f"\n{SENTENCE}\n" * n)
        here = " ".join(w for w in told(filled).split() if w not in FILLING)
        if last not in (None, here):
            yield f"{start}-{n - 1}", last
            start = n
        last = here
    yield f"{start}-{RUNGS}", last or ""


def _read(marked: str) -> str:
    item = annotate(marked, date="2031-03-12")
    return " & ".join(
        f"{c.name}: [{s.source_text}] {{{words_of(View(item.article), s.cue)}}} "
        f"<{words_of(View(item.article), s.content)}> {s.kind} {s.stance} {s.said.edtf} {s.addressee} {s.venue}"
        for s in item.statements
        for c in item.speakers
        if s.id in c.statement_ids
    )


def _laid_out(text: str) -> str:
    article = annotate(text).article
    blocks = " ".join(f"{b.kind} {article.text[b.start : b.end].split()[0]}" for b in article.blocks)
    return f"{blocks} | {article.title} | {article.byline} | {article.dateline} | {article.outlet}"


def endings() -> Iterator[str]:
    """What is read of texts that break off behind each of their words."""
    for n, text in enumerate(_texts("endings"), 1):
        ends = [w.end for w in ENGLISH.words(text)]
        rows = {text[:end].split()[-1] + f" {k}": _broken_off(text[:end]) for k, end in enumerate(ends, 1)}
        yield from (f"{n} | {words} | {told}" for words, told in _alike(rows))


def _broken_off(text: str) -> str:
    item = annotate(f"[The guild] {{said}} <that it rained>. {text}")
    one = telling_of(item, View(item.article), {}, {})
    called = "; ".join(f"{c.name} ({', '.join(o.title for o in c.offices)})" for c in item.speakers)
    counted = (one.quantities, one.dates, one.statuses, one.extents, one.titles, one.possible)
    return f"{called} | {' '.join(str(len(c)) for c in counted)} | {len(item.statements)} {len(item.timexes)}"


def differences() -> Iterator[str]:
    """What is found between two outlets of which each tells one of some sentences."""
    for group in _groups("sentences"):
        yield from (f"{n} | {sentence}" for n, sentence in enumerate(group, 1))
        items = annotated(*(draft(one, f"{n}", date="2031-03-07") for n, one in enumerate(group, 1)))
        told = [telling_of(item, View(item.article), {}, {}) for item in items]
        for (m, one), (n, two) in combinations(enumerate(told, 1), 2):
            found = [*finders.between(one, two, {}), *finders.spellings(one, two)]
            yield from (f"{m} {n} | {f.what} {f.how} {f.sure:.1f} | {f.note}" for f in found)


def _starts(text: str) -> Iterator[int]:
    """Where each line begins that is not empty."""
    at = 0
    for line in text.split("\n"):
        if line:
            yield at
        at += len(line) + 1


def _lines(name: str) -> list[str]:
    return (HERE / f"{name}.txt").read_text("utf-8").splitlines()


def _texts(name: str) -> list[str]:
    return [text.strip() for text in (HERE / f"{name}.txt").read_text("utf-8").split("\n%\n")]


def _groups(name: str) -> list[list[str]]:
    return [text.splitlines() for text in _texts(name)]


def _alike(rows: dict[str, T]) -> list[tuple[str, T]]:
    """The names of the rows that are equal, together, and what they are."""
    found: dict[T, list[str]] = {}
    for name, row in rows.items():
        found.setdefault(row, []).append(name)
    return [(", ".join(names), row) for row, names in found.items()]


def _once(values: tuple[str, ...]) -> str:
    return values[0] if len(set(values)) == 1 else " | ".join(values)


PRODUCTS = {
    "days": days,
    "names": names,
    "agreements": agreements,
    "joined": joined,
    "sources": sources,
    "stances": stances,
    "slips": slips,
    "ladders": ladders,
    "endings": endings,
    "differences": differences,
}
