"""Learn what speaks for a line to be the headline: the weights of ``articles/titles.py``, printed.

usage: PYTHONPATH=src:evals python -m training.titles SHARED [--strength S]

As ``training/papers.py``: of every text all lines that could be its headline and "none" share a
probability of one. Texts: the seen halves of ``evals/sets/layouts`` and ``evals/sets/intake``, invented
layouts, the clippings of ``training/clips.py``, bulk news with its title on top and without one.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from unittest.mock import patch

import corpora
import layouts
import twins
from halves import half

from onrecord.articles import blocks, titles
from onrecord.articles.features import fold
from onrecord.articles.marked import Marked
from training import clips
from training import layouts as invented
from training.papers import Example, choice, learned
from training.story_lines import stories

_PARTS = 8
_BULK = 300
_MADE, _LIGHT = 900, 0.3
_KEPT = 3  # times each clipping

Seen = list[tuple[list[tuple[int, dict[str, float]]], list[str], int | None]]


@contextmanager
def seen() -> Iterator[Seen]:
    """A list that gets the candidates of every text that is cleaned in the ``with`` block."""
    found: Seen = []

    def keeping(marked: Sequence[Marked], body: int, ruled: int | None) -> int | None:
        lines = [m.content for m in marked]
        found.append((titles.candidates(marked, body, ruled), lines, ruled))
        return ruled

    with patch.object(blocks, "weighed", keeping):
        yield found


def examples(shared: Path) -> Iterator[tuple[Example, bool]]:
    """Every text with its candidates, and whether the rules are right."""
    with seen() as found:
        yield from by_hand(found)
        yield from made(shared, found)
        yield from kept(shared, found)
        yield from bulk(shared, found)


def by_hand(found: Seen) -> Iterator[tuple[Example, bool]]:
    """The seen halves of the layouts and clippings that were written by hand."""
    for layout in layouts.layouts(layouts.FOLDER / "seen.txt"):
        found.clear()
        layouts.read(layout)
        if found and "title" in layout.gold:
            yield example(layout.name, found[0], layout.gold["title"])
    for case in twins.cases():
        wanted = [dict(said).get("title") for said in case.wanted]
        if half(case.name) == "seen" and len(wanted) == 1 and wanted[0]:
            found.clear()
            twins.opened(case)
            if len(found) == 1:
                yield example(case.name, found[0], wanted[0])


def made(shared: Path, found: Seen) -> Iterator[tuple[Example, bool]]:
    """Invented layouts."""
    source = invented.Layouts(stories(shared / "data" / "allsides" / "articles.jsonl.gz", 300), seed=9)
    for number, (lines, _) in enumerate(islice(source, _MADE)):
        found.clear()
        title = " ".join(line for label, line in lines if label == "headline")
        if corpora.plain("\n".join(line for _, line in lines)) and found:
            text, is_right = example(f"made {number}", found[0], title)
            yield text._replace(weight=_LIGHT), is_right


def kept(shared: Path, found: Seen) -> Iterator[tuple[Example, bool]]:
    """The clippings that the line tagger learns from, each around several stories."""
    source = clips.Clips(stories(shared / "data" / "allsides" / "articles.jsonl.gz", 300), seed=14)
    for number, clip in enumerate(islice(source, _KEPT * len(source.pages))):
        found.clear()
        if corpora.plain(clip.text) and found:
            text, is_right = example(f"kept {clip.name}#{number}", found[0], clip.headline)
            yield text._replace(weight=_LIGHT), is_right


def bulk(shared: Path, found: Seen) -> Iterator[tuple[Example, bool]]:
    """Bulk news, every second text with its title on top."""
    with gzip.open(shared / "data" / "allsides" / "articles.jsonl.gz", "rt", encoding="utf-8") as rows:
        for number, row in enumerate(islice(rows, 5, 12 * _BULK, 12)):
            told = json.loads(row)
            title, body = told["title"], told["text"]
            is_titled = number % 2 == 0
            found.clear()
            if corpora.plain(f"{title}\n\n{body}" if is_titled else body) and found:
                yield example(f"bulk {number}", found[0], title if is_titled else "")


def example(
    name: str, seen: tuple[list[tuple[int, dict[str, float]]], list[str], int | None], gold: str
) -> tuple[Example, bool]:
    """One text as an example."""
    found, lines, ruled = seen
    wanted = fold(gold)
    right = next((n for n, (at, _) in enumerate(found) if wanted and fold(lines[at]) == wanted), -1)
    is_right = fold(lines[ruled]) == wanted if ruled is not None else not wanted
    return Example(name, [signs for _, signs in found], right), is_right


def main() -> None:
    """Learn, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--strength", type=float, default=1.0)
    options = parser.parse_args()
    pairs = list(examples(options.shared))
    texts = [text for text, _ in pairs]
    names = sorted({name for text in texts for signs in text.signs for name in signs})
    sets = ("bulk ", "made ", "kept ")
    kinds = {id(t): t.name.split()[0] if t.name.startswith(sets) else "named" for t in texts}
    right: dict[str, list[int]] = {kind: [0, 0, 0] for kind in kinds.values()}
    for part in range(_PARTS):
        weights = learned([t for t in texts if t.part != part], names, options.strength)
        for text, is_right in (pair for pair in pairs if pair[0].part == part):
            tally = right[kinds[id(text)]]
            tally[0] += 1
            tally[1] += is_right
            tally[2] += choice(text, names, weights) == text.right
            if kinds[id(text)] == "named" and is_right != (choice(text, names, weights) == text.right):
                print("# changed:", text.name, "rules right" if is_right else "weights right")
    print("# texts, right by the rules, right by weights left out:", right)
    weights = learned(texts, names, options.strength)
    print({name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)})


if __name__ == "__main__":
    main()
