"""Learn what speaks for a name to be the paper's: the weights of ``articles/papers.py``, printed.

usage: PYTHONPATH=src:evals python -m training.papers SHARED [--strength S] [--only SIGN ...]

Of every text that names its paper all candidates and "none" share a probability of one; the weights are those
that give the right one most, drawn to nothing. Texts: the seen halves of ``evals/sets/layouts`` and
``evals/sets/intake``, bulk news without furniture, where "none" is right, and as people paste it
(``evals/pasted.py``), stories below invented heads and in the clippings of ``training/clips.py``. Printed
with how often the choice is right where its own text was left out (eight parts; all texts with one head, and
all of one clipping, are in one part). ``--only``: the weights of these signs, with all others
held as they are.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import zlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import corpora
import layouts
import numpy as np
import pasted
import twins
from halves import half

from onrecord.articles import told
from onrecord.articles.features import fold
from onrecord.articles.marked import Marked
from onrecord.articles.paper_weights import WEIGHTS
from onrecord.articles.papers import candidates
from training import clips, layout_fillers
from training import layouts as invented
from training.story_lines import stories

_PARTS = 8
_STEPS = 600
_BULK = 150
# Where in a larger set, and how far apart, more of them are taken.
_FROM, _EVERY = 1, 20
# Invented layouts, and how much one counts beside a text written by hand: the tagger knows their like.
_MADE, _LIGHT, _FORMED, _NEWS = 500, 0.3, 0.2, 0.4
# Heads and feet that name a paper, a line each ("|" ends a line), and how often each is set around a story.
_HEADS, _EACH = Path(__file__).with_name("paper_heads.txt"), 5
# Clippings of ``clips``, so many times each.
_KEPT, _HAND = 4, 0.25
# Bulk news in eleven layouts each.
_LIGHTER = 0.1


class Example(NamedTuple):
    """The candidates of one text, and which is right; -1 for none."""

    name: str
    signs: list[dict[str, float]]
    right: int
    weight: float = 1.0

    @property
    def part(self) -> int:
        """In which part it is left out: what has one head, or one name, together."""
        return zlib.crc32(self.name.partition("#")[0].encode()) % _PARTS


Seen = list[list[tuple[str, dict[str, float]]]]


@contextmanager
def seen() -> Iterator[Seen]:
    """A list that gets the candidates of every text that is cleaned in the ``with`` block."""
    found: Seen = []

    def keeping(front: Sequence[Marked], marked: Sequence[Marked], writers: Collection[str]) -> None:
        every = candidates(front, marked)
        found.append([each for each in every if fold(each[0]) not in writers] or every)

    with patch.object(told, "paper_in", keeping):
        yield found


def read_off(text: str, found: Seen) -> bool:
    """Clean a text; whether names in it could be its paper's, which stand in ``found``."""
    found.clear()
    return corpora.plain(text) is not None and bool(found)


def examples(shared: Path) -> Iterator[Example]:
    """Every text with its candidates."""
    with seen() as found:
        yield from by_hand(found)
        yield from made(shared, found)
        yield from from_bulk(shared, found)
        yield from headed(shared, found)
        yield from kept(shared, found)
        yield from bare(shared, found)
        yield from news(shared, found)


def by_hand(found: Seen) -> Iterator[Example]:
    """The seen halves of the layouts and clippings that were written by hand."""
    for layout in layouts.layouts(layouts.FOLDER / "seen.txt"):
        found.clear()
        layouts.read(layout)
        if found and "outlet" in layout.gold:
            yield example(layout.name, found[-1], layout.gold["outlet"])
    for case in twins.cases():
        wanted = [dict(said).get("outlet") for said in case.wanted]
        if half(case.name) == "seen" and len(wanted) == 1 and wanted[0]:
            found.clear()
            articles, _ = twins.opened(case)
            is_right = bool(articles) and fold(articles[0].outlet or "") == fold(wanted[0])
            # Where the paper is right and no candidate, a field of the input gave it: no choice was made.
            if found and (not is_right or any(fold(name) == fold(wanted[0]) for name, _ in found[-1])):
                yield example(case.name, found[-1], wanted[0])


def bare(shared: Path, found: Seen) -> Iterator[Example]:
    """Bulk news without anything around it: none of its names is its paper's."""
    with gzip.open(shared / "data" / "polnear" / "dev.jsonl.gz", "rt", encoding="utf-8") as rows:
        for number, row in enumerate(islice(rows, _BULK)):
            if read_off(json.loads(row)["text"], found):
                yield Example(f"bulk {number}", [signs for _, signs in found[-1]], -1)


def news(shared: Path, found: Seen) -> Iterator[Example]:
    """Bulk news with other lines around it: which of their names is its paper's, if one is."""
    with gzip.open(shared / "data" / "allsides" / "articles.jsonl.gz", "rt", encoding="utf-8") as rows:
        for number, row in enumerate(map(json.loads, islice(rows, _FROM, None, _EVERY))):
            if not read_off(row["text"], found):
                continue
            own = fold(row["outlet"] or "").removeprefix("the")
            names = (
                [fold(name).removeprefix("the").removesuffix("com") for name, _ in found[-1]] if found else []
            )
            right = names.index(own) if own in names else -1
            if names and (right >= 0 or not any(name in own or own[:8] in name for name in names)):
                signs = [signs for _, signs in found[-1]]
                yield Example(f"news {number}", signs, right, _NEWS)


def made(shared: Path, found: Seen) -> Iterator[Example]:
    """Invented layouts that name their paper somewhere."""
    source = invented.Layouts(stories(shared / "data" / "allsides" / "articles.jsonl.gz", 300), seed=5)
    for number, (lines, _) in enumerate(islice(source, _MADE)):
        text = "\n".join(line for _, line in lines)
        around = (fold(line) for label, line in lines if label not in ("body", "related", "advert", ""))
        if not any(fold(source.paper) in line for line in around):
            continue
        if read_off(text, found):
            yield example(f"made {number}", found[-1], source.paper)._replace(weight=_LIGHT)


def from_bulk(shared: Path, found: Seen) -> Iterator[Example]:
    """Bulk news as people paste it, with the names of the seen half of real outlets, or with none."""
    for number, row in enumerate(pasted.rows(shared / "data" / "allsides" / "articles.jsonl.gz")):
        if half(row["outlet"]) != "seen":
            continue
        for layout, put in (*pasted.LAYOUTS.items(), *pasted.UNNAMED.items()):
            found.clear()
            pasted.read(put(row))
            if found:
                named = row["outlet"] if layout in pasted.LAYOUTS else ""
                yield example(f"pasted {number} {layout}", found[-1], named)._replace(weight=_LIGHTER)


def headed(shared: Path, found: Seen) -> Iterator[Example]:
    """Stories below the heads of ``paper_heads.txt``, each with several coined papers."""
    told_ = stories(shared / "data" / "allsides" / "articles.jsonl.gz", 300)
    rng = random.Random(11)  # noqa: S311 - a choice of texts
    source = invented.Layouts(told_, seed=12)
    for number, form in enumerate(_HEADS.read_text(encoding="utf-8").splitlines()):
        for _ in range(_EACH):
            story = rng.choice(told_)
            fill = layout_fillers.Filler(source.rng, told_, story.title)
            head, _, foot = re.sub(r"(?<! )\|(?! )", "\n", form).partition("{story}")
            body = "\n\n".join(story.body[:6])
            around = (
                fill.fill(part).replace("TITLE", story.title).replace("PAPER", fill.paper)
                for part in (head, foot)
            )
            text = body.join(around)
            if read_off(text, found):
                yield example(f"head {number}#", found[-1], fill.paper)._replace(weight=_FORMED)


def kept(shared: Path, found: Seen) -> Iterator[Example]:
    """The clippings that the line tagger learns from, each around several stories."""
    source = clips.Clips(stories(shared / "data" / "allsides" / "articles.jsonl.gz", 300), seed=13)
    for number, clip in enumerate(islice(source, _KEPT * len(source.pages))):
        if read_off(clip.text, found):
            yield example(f"kept {clip.name}#{number}", found[-1], clip.outlet)._replace(weight=_HAND)


def example(name: str, found: list[tuple[str, dict[str, float]]], gold: str) -> Example:
    """One text as an example."""
    wanted = fold(gold).removeprefix("the")
    right = next((n for n, (each, _) in enumerate(found) if fold(each).removeprefix("the") == wanted), -1)
    return Example(name, [signs for _, signs in found], right)


def learned(
    texts: Sequence[Example], names: Sequence[str], strength: float, only: Collection[str] = ()
) -> np.ndarray:
    """The weights, by steps downhill; those of ``only`` where it names some, from the packaged ones on."""
    none = np.zeros((1, len(names)))
    rows = np.concatenate([part for text in texts for part in (table(text, names), none)])
    sizes = np.array([len(text.signs) + 1 for text in texts])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    heavy = np.array([text.weight for text in texts])
    right = starts + [text.right % (len(text.signs) + 1) for text in texts]  # -1: none, the last
    wanted, each = heavy @ rows[right], np.repeat(heavy, sizes)
    held = np.array([0.0 if not only or name in only else WEIGHTS.get(name, 0.0) for name in names])
    free = np.array([float(not only or name in only) for name in names])
    weights, first, second = held.copy(), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, _STEPS + 1):
        scores = rows @ weights
        chance = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        chance *= each / np.repeat(np.add.reduceat(chance, starts), sizes)
        slope = free * (strength * (weights - held) - (wanted - chance @ rows))
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights = weights - 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-9)
    return weights


def table(text: Example, names: Sequence[str]) -> np.ndarray:
    """A row a candidate, a column a sign."""
    return np.array([[signs.get(name, 0.0) for name in names] for signs in text.signs]).reshape(
        -1, len(names)
    )


def choice(text: Example, names: Sequence[str], weights: np.ndarray) -> int:
    """The number of the chosen candidate; -1 for none."""
    best = int(np.append(table(text, names) @ weights, 0.0).argmax())
    return best if best < len(text.signs) else -1


def main() -> None:
    """Learn, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--strength", type=float, default=0.3)
    parser.add_argument("--only", nargs="*", default=())
    options = parser.parse_args()
    texts = list(examples(options.shared))
    names = sorted({name for text in texts for signs in text.signs for name in signs})
    kinds: dict[str, list[Example]] = {
        "bulk": [],
        "news": [],
        "made": [],
        "head": [],
        "kept": [],
        "pasted": [],
        "named": [],
    }
    for text in texts:
        kinds[text.name.split()[0] if text.name.split()[0] in kinds else "named"].append(text)
    named = kinds["named"]
    print(
        "# with the paper among the candidates:", {k: sum(t.right >= 0 for t in v) for k, v in kinds.items()}
    )
    right = dict.fromkeys(kinds, 0)
    for part in range(_PARTS):
        weights = learned([t for t in texts if t.part != part], names, options.strength, options.only)
        for kind, members in kinds.items():
            right[kind] += sum(choice(t, names, weights) == t.right for t in members if t.part == part)
    print("# left out:", {kind: f"{right[kind]} of {len(members)}" for kind, members in kinds.items()})
    weights = learned(texts, names, options.strength, options.only)
    print({name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)})
    for text in named:
        if choice(text, names, weights) != text.right:
            print("# wrong:", text.name)


if __name__ == "__main__":
    main()
