"""Clippings as people keep them, written by hand: set around stories, each line with its label.

``labels/clips/*.txt``: as ``evals/sets/layouts``, but lines have slots for a story: ``{t}`` its title (in
capitals ``{T}``), ``{d}`` its deck, ``{c}`` what is under its picture, ``{q}`` a quotation, ``{1}``, ``{2}``
and ``{r}`` its paragraphs. One in five of those that were written, by a hash, is in
``evals/sets/layouts/kept.txt`` instead.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from training.layout_fillers import Filler
from training.layout_forms import Marked, Story
from training.layout_setting import render, wrapped

CLIPS = Path(__file__).with_name("labels") / "clips"
_SLOT = re.compile(r"\{([tTdcq12r])\}")
_SENTENCE = re.compile(r"(?<=[a-z0-9]{2}[.!?])[\"”’]? +(?=[A-Z“\"])")
_QUOTED = re.compile(r"[“\"]([^“”\"]{25,160})[”\"]")
_OWN = ("headline", "body")
# How often a clipping tells an invented story; is under another paper's name; the title is known.
_INVENTED, _RENAMED, _KNOWN = 0.2, 0.5, 0.25
# How often lines of it are lost above the headline or at the end: people select by hand.
_CUT = 0.2
_PARAGRAPHS = (1, 2, 3, 4, 6, 10, 16)


@dataclass(slots=True)
class Page:
    """One clipping without its story, and what it says of any."""

    name: str
    gold: dict[str, str] = field(default_factory=dict)
    lines: list[Marked] = field(default_factory=list)


class Clip(NamedTuple):
    """A clipping around a story; ``title``: the headline where a field would give it too."""

    name: str
    lines: list[Marked]
    title: str | None
    outlet: str
    headline: str

    @property
    def text(self) -> str:
        """The clipping as it is handed in."""
        return "\n".join(line for _, line in self.lines)


def pages(folder: Path = CLIPS) -> Iterator[Page]:
    """The clippings of every file but the stories'."""
    for path in sorted(set(folder.glob("*.txt")) - {folder / "stories.txt"}):
        for block in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            name, *lines = block.rstrip("\n").split("\n")
            page = Page(name)
            for line in lines:
                label, _, content = line.partition("\t")
                if line.startswith("@"):
                    key, _, value = line[1:].partition(" ")
                    page.gold[key] = value
                else:
                    page.lines.append((label, content))
            yield page


def invented_stories(path: Path = CLIPS / "stories.txt") -> list[Mapping[str, str]]:
    """What fills the slots, for each invented story."""
    found: list[Mapping[str, str]] = []
    for block in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title, deck, caption, quote, *paragraphs = block.rstrip("\n").split("\n")
        told = {line[0]: line.partition(": ")[2] for line in (deck, caption, quote)}
        found.append(_slots(title, paragraphs) | told)
    return found


def _slots(title: str, paragraphs: Sequence[str]) -> dict[str, str]:
    rest = "\n".join(paragraphs[2:]) or paragraphs[-1]
    return {"t": title, "T": title.upper(), "1": paragraphs[0], "2": paragraphs[1], "r": rest}


class Clips:
    """Endless clippings: every page in turn, around a story of ``stories`` or an invented one."""

    def __init__(self, stories: Sequence[Story], seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311 - repeatable, not secret
        self.stories = [story for story in stories if len(story.body) > len(_OWN)]
        self.pages = list(pages())
        self.invented = invented_stories()

    def __iter__(self) -> Iterator[Clip]:
        """Every page once, in random order, then again."""
        while True:
            for page in self.rng.sample(self.pages, len(self.pages)):
                yield self.around(page)

    def around(self, page: Page) -> Clip:
        """A page set around a story, as one of many programs keeps it."""
        rng = self.rng
        story = rng.choice(self.stories)
        told = rng.choice(self.invented) if rng.random() < _INVENTED else self._told(story)
        lines = [
            (label, part)
            for label, form in page.lines
            for part in _SLOT.sub(lambda match: told[match[1]], form).split("\n")
        ]
        outlet = page.gold.get("outlet", "-")
        if outlet != "-" and rng.random() < _RENAMED:
            new = Filler(rng, self.stories).paper
            lines, outlet = [(label, renamed(line, outlet, new)) for label, line in lines], new
        lines = self._cut(lines)
        if "wrap" in page.gold:
            lines = wrapped(lines, rng)
        elif rng.random() < 0.8 or not any(label for label, _ in lines):
            lines = render([line for line in lines if line[0]], rng)
        return Clip(page.name, lines, told["t"] if rng.random() < _KNOWN else None, outlet, told["t"])

    def _told(self, story: Story) -> dict[str, str]:
        """What fills the slots for a real story: a deck and a caption are sentences of it."""
        rng = self.rng
        slots = _slots(story.title, story.body[: 2 + rng.choice(_PARAGRAPHS)])
        sentences = _SENTENCE.split(" ".join(story.body[1:]))
        deck, caption = rng.choice(sentences), rng.choice(sentences)
        quotes = _QUOTED.findall(" ".join(story.body)) or [deck]
        return slots | {
            "d": deck.rstrip(".") if rng.random() < 0.6 else deck,
            "c": caption.rstrip("."),
            "q": rng.choice(quotes),
        }

    def _cut(self, lines: list[Marked]) -> list[Marked]:
        """The lines without some at either end, of those beyond headline and body."""
        rng = self.rng
        own = [n for n, (label, _) in enumerate(lines) if label in _OWN]
        first = rng.randint(0, own[0]) if rng.random() < _CUT else 0
        last = rng.randint(own[-1] + 1, len(lines)) if rng.random() < _CUT else len(lines)
        return lines[first:last]


def renamed(line: str, old: str, new: str) -> str:
    """``line`` with another paper's name, also in capitals and in addresses."""
    bare, fresh = (name.removeprefix("The ") for name in (old, new))
    for was, now in ((old, new), (old.upper(), new.upper()), (bare, fresh), (bare.upper(), fresh.upper())):
        line = line.replace(was, now) if len(was) > 2 else line
    host, site = (re.sub(r"[^a-z0-9]", "", name.lower()) for name in (bare, fresh))
    return line.replace(host, site) if host and f"{host}." in line else line
