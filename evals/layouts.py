"""The line tagger and what is read off its lines, on layouts written by hand.

usage: python evals/layouts.py [SEEN|UNSEEN|KEPT]

``sets/layouts``: ``=== name`` begins a layout, ``@title``, ``@outlet``, ``@byline``, ``@day`` say what is to
be read off it, and every line has its label before a tab. ``@story 3`` sets the third of ``stories.txt``: its
title for ``*``, or all its paragraphs, the second for ``*2``; ``@tight`` leaves no blank lines between them,
``@wrap 40`` cuts them at that column. No failure of the unseen half (by a hash of the names) was looked at,
but one author wrote both halves and then the generator's forms, some of which say the same:
it flatters. ``kept.txt``: a fifth of what was
written by hand for the line tagger to learn from (``training/clips.py``), by a hash; nobody read it since.
out: lines that are not the
article's and are no paragraph, heading or headline of it; kept: words of its paragraphs that are.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import corpora

from onrecord.articles.features import fold
from onrecord.dates import publish
from onrecord.records import Article
from onrecord.text import View

FOLDER = Path(__file__).resolve().parent / "sets" / "layouts"
OWN = ("body", "heading", "headline", "subheadline", "pullquote")
PROSE = ("paragraph", "dateline", "heading")


@dataclass
class Layout:
    """One layout: its text, the gold of its fields and of its lines."""

    name: str
    gold: dict[str, str] = field(default_factory=dict)
    lines: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text as a user would hand it in."""
        return "\n".join(line for _, line in self.lines)


@dataclass(frozen=True)
class Story:
    """What layouts are set around."""

    title: str
    paragraphs: tuple[str, ...]


def stories(path: Path) -> dict[str, Story]:
    """The stories by their numbers."""
    found: dict[str, Story] = {}
    for block in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, *paragraphs = block.strip().split("\n")
        number, _, title = head.partition(" ")
        found[number] = Story(title, tuple(paragraphs))
    return found


def layouts(path: Path) -> Iterator[Layout]:
    """The layouts of one file."""
    told = stories(path.with_name("stories.txt"))
    for block in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, *lines = block.removesuffix("\n").split("\n")
        said = dict(line[1:].partition(" ")[::2] for line in lines if line.startswith("@"))
        story = told.get(said.get("story", ""))
        layout = Layout(name, said | ({"title": story.title} if story and said.get("title") == "*" else {}))
        for line in lines:
            if not line.startswith("@"):
                label, _, content = line.partition("\t")
                layout.lines += _set(label, content, story, said)
        yield layout


def _set(label: str, content: str, story: Story | None, said: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The lines that one line of a record stands for."""
    if story is None or not re.fullmatch(r"\*\d*", content):
        yield label, content
        return
    if label == "headline":
        yield label, story.title
        return
    chosen = story.paragraphs if content == "*" else story.paragraphs[int(content[1:]) - 1 :][:1]
    for number, paragraph in enumerate(chosen):
        if number and "tight" not in said:
            yield "", ""
        for part in textwrap.wrap(paragraph, int(said["wrap"])) if "wrap" in said else [paragraph]:
            yield label, part


def read(layout: Layout) -> Article | None:
    """The article that is made of a layout's text."""
    return corpora.plain(layout.text)


def measure(shared: Path) -> dict[str, float]:  # noqa: ARG001 - the set lies in the repository
    """Figures in percent for the seen and the unseen half, and for the fifth of other clippings."""
    found: dict[str, float] = {}
    for half in ("seen", "unseen", "kept"):
        path = FOLDER / f"{half}.txt"
        if path.exists():
            found |= {f"{half}_{name}": value for name, value in measure_half(path).items()}
    return found


def measure_half(path: Path, *, show: bool = False) -> dict[str, float]:
    """Shares of lines left out, words kept and fields that are right."""
    hits: dict[str, list[float]] = {}
    for layout in layouts(path):
        article = read(layout)
        for name, what, right, weight in scores(layout, article):
            hits.setdefault(name, []).extend([float(right)] * weight)
            if show and not right:
                print(f"{layout.name}: {name}: {what}")
    return {name: 100 * sum(values) / len(values) for name, values in hits.items()}


def scores(layout: Layout, article: Article | None) -> Iterator[tuple[str, str, bool, int]]:
    """``(figure, what, right, weight)`` for every line and field."""
    prose = _prose(article)
    for label, line in layout.lines:
        key = fold(line)
        if label == "body":
            yield "kept", line, _holds(prose, line), len(line.split())
        elif label and label not in OWN and key:
            yield "out", f"{label} {line}", not any(fold(p) == key for p in prose), 1
    for name, want in layout.gold.items():
        if name in ("title", "outlet", "byline", "day"):
            mine = _read_off(name, article) if article is not None else None
            yield name, f"{mine} for {want}", mine is not None and _is_right(name, want, mine), 1


def _prose(article: Article | None) -> list[str]:
    if article is None:
        return []
    return [line for b in article.blocks if b.kind in PROSE for line in b.span.of(article.text).split("\n")]


def _holds(prose: list[str], line: str) -> bool:
    key = fold(line.rstrip("-"))
    return not key or key in fold(" ".join(prose))


def _read_off(name: str, article: Article) -> str:
    """Title, outlet, byline or day of an article; empty where it has none."""
    return (publish(View(article)).day if name == "day" else getattr(article, name)) or ""


def _is_right(name: str, want: str, mine: str) -> bool:
    if name == "day":
        return mine == want
    if name == "title":
        return fold(mine) == fold(want)
    if name == "outlet":
        return fold(mine).removeprefix("the") == fold(want).removeprefix("the")
    return all(part.strip().casefold() in mine.casefold() for part in want.split(";"))


if __name__ == "__main__":
    for wanted in sys.argv[1:] or ("seen", "unseen"):
        print(
            {
                k: round(v, 1)
                for k, v in measure_half(FOLDER / f"{wanted.lower()}.txt", show=wanted == "seen").items()
            }
        )
