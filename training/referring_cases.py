"""Whom pronouns mean, as files that a tagger can learn from: one line a document.

usage: PYTHONPATH=src:evals python -m training.referring_cases ../shared OUT [--invented FOLDER]

Writes ``OUT/gap.jsonl`` and ``OUT/gum.jsonl``, from what ``training/following.py`` reads, and
``OUT/litbank.jsonl``; with ``--invented`` also ``OUT/invented.jsonl``, from passages whose pronouns are
marked ``{=Full Name|she}``. A line holds a text and its pronouns: where each begins, and for every candidate
where it was mentioned last and named last, what the weights of ``onrecord.coreference.following`` say of it
and whether the pronoun means it.
"""

from __future__ import annotations

import argparse
import json
import re
import tarfile
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from onrecord.coreference import following as product
from onrecord.coreference import pronominal
from onrecord.coreference.discourse import Discourse
from onrecord.coreference.entities import Entity
from onrecord.records import Article, Block, Reading, Span
from onrecord.statements import Tagger, default_tagger
from training import following

LITBANK = "data/coref/litbank.tar.gz"
# Lines of a novel that are read as one text.
STRETCH = 40

# A place that a candidate may be known by: its offset, in the order of ``onrecord``'s ``places``.
Row = tuple[int, int, float, bool]


@dataclass(frozen=True, slots=True)
class Referring:
    """One pronoun: its offset, and ``(mentioned last, named last, log-odds, right)`` of its candidates."""

    at: int
    candidates: list[Row]


@dataclass(frozen=True, slots=True)
class Told:
    """A document, of a group of texts, with its lines and those of its pronouns that are explained."""

    document: str
    group: str
    text: str
    lines: list[tuple[int, int]]
    pronouns: list[Referring]


def cases(
    article: Article, reading: Reading, wanted: Mapping[int, following.Meant], group: str
) -> Iterator[Told]:
    """The article with those of its pronouns that begin at the offsets of ``wanted``."""
    found: list[Referring] = []
    note = pronominal.note

    def noting(discourse: Discourse, at: int) -> None:
        offset = discourse.page.starts[at]
        meant = wanted.get(offset)
        if meant is not None and discourse.page.lower[at] in discourse.page.pronouns.pronouns:
            rows: list[Row] = []
            for c in product.candidates(discourse, at):
                _, mentioned, named = product.places(discourse, c.entity, at, bisect_left(c.entity.at, at))
                rows.append((mentioned, named, round(c.score, 3), meant(c.entity)))
            found.append(Referring(offset, rows))
        note(discourse, at)

    following.read_noting(article, reading, noting)
    yield Told(article.id, group, article.text, _lines(article), found)


def _lines(article: Article) -> list[tuple[int, int]]:
    spans = [(b.start, b.end) for b in article.body()] if article.blocks else [(0, len(article.text))]
    lines = [
        (m.start() + a, m.end() + a) for a, b in spans for m in re.finditer(r"[^\n]+", article.text[a:b])
    ]
    return [(a, b) for a, b in lines if article.text[a:b].strip()]


_MARK = re.compile(r"\{(?:[sct]\d+(?:,\d+)*|=(?P<name>[^|{}]+))\|")


def unmarked(marked: str) -> tuple[str, dict[int, str]]:
    """A passage without its marks, and by the offset of each marked pronoun the name of whom it means."""
    text, meant, at, size = [], {}, 0, 0
    for mark in re.finditer(_MARK.pattern + r"|\}", marked):
        text.append(marked[at : mark.start()])
        size += len(text[-1])
        at = mark.end()
        if mark["name"] not in (None, "?"):
            meant[size] = mark["name"]
    return "".join([*text, marked[at:]]), meant


def passages(path: Path) -> Iterator[tuple[Article, dict[int, str]]]:
    """The passages of a file, each behind a line that begins with ``##``."""
    for number, part in enumerate(re.split(r"(?m)^## ", path.read_text("utf-8"))[1:]):
        text, meant = unmarked(part.partition("\n")[2].strip("\n"))
        yield _article(f"{path.stem}-{number}", text), meant


def _article(name: str, text: str) -> Article:
    blocks = (Block("paragraph", m.start(), m.end()) for m in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text))
    return Article(
        id=name, given_id=name, path="", item=0, sha256="", outlet=None, title=None, url=None, byline=None,
        dateline=None, credit=None, language="en", text=text, text_map=(), blocks=tuple(blocks),
    )  # fmt: skip


def of_invented(folder: Path, tagger: Tagger) -> Iterator[Told]:
    """The invented passages of a folder."""
    for path in sorted(folder.glob("*.txt")):
        for article, meant in passages(path):
            places = {
                name: [Span(m.start(), m.end()) for m in re.finditer(re.escape(name), article.text)]
                for name in set(meant.values())
            }

            def means(spans: list[Span]) -> following.Meant:
                def meant_by(entity: Entity) -> bool:
                    return any(n.overlaps(s) for n in following.names(entity) for s in spans)

                return meant_by

            wanted = {at: means(places[name]) for at, name in meant.items()}
            yield from cases(article, tagger.read([article])[0], wanted, "news")


_GLUED = re.compile(r"[,.;:!?)\]}%”’]+|['’](?:s|re|ll|d|m|ve|t)?|n['’]t", re.IGNORECASE)
_GLUES, _MARKS = frozenset("([{“‘$£"), {"``": "“", "''": "”"}
_COREFERENT = re.compile(r"T\d+\t(?P<who>\S+-\d+) (?P<start>\d+) (?P<end>\d+)\t")


def of_litbank(shared: Path, tagger: Tagger) -> Iterator[Told]:
    """LitBank's novels in stretches (85 openings, CC BY 4.0); their tokens are put together again."""
    with tarfile.open(shared / LITBANK) as archive:
        files = {m.name: archive.extractfile(m) for m in archive.getmembers()}
        texts = {name: f.read().decode("utf-8") for name, f in sorted(files.items()) if f is not None}
    for name in (n for n in texts if n.endswith(".txt")):
        mentions = [
            (m["who"], Span(int(m["start"]), int(m["end"])))
            for m in _COREFERENT.finditer(texts[name.removesuffix("txt") + "ann"])
        ]
        for text, places in _stretches(texts[name]):
            here = [
                (who, places[s.start], places[s.end - 1])
                for who, s in mentions
                if s.start in places and s.end - 1 in places
            ]
            yield from _litbank(name, text, [(who, Span(a[0], b[1])) for who, a, b in here], tagger)


def _litbank(name: str, text: str, mentions: list[tuple[str, Span]], tagger: Tagger) -> Iterator[Told]:
    article = _article(name, text)
    wanted: dict[int, following.Meant] = {}
    for who, span in mentions:
        if span.of(text).casefold() in following.TRACKED:
            spans = [s for other, s in mentions if other == who]

            def meant(entity: Entity, spans: list[Span] = spans) -> bool:
                return any(
                    s.end in (n.end, n.end - 2)
                    for n in following.names(entity)
                    for s in spans
                    if s.overlaps(n)
                )

            wanted[span.start] = meant
    if wanted:
        yield from cases(article, tagger.read([article])[0], wanted, "novel")


def _stretches(text: str) -> Iterator[tuple[str, dict[int, tuple[int, int]]]]:
    """Stretches of a tokenised text, put together, with each token's place by its first and last offset."""
    lines, at = text.splitlines(keepends=True), 0
    for begin in range(0, len(lines), STRETCH):
        made, places, last = "", {}, "("
        for number, line in enumerate(lines[begin : begin + STRETCH]):
            if number and number % 5 == 0:
                made, last = made + "\n\n", "("
            for token in re.finditer(r"\S+", line):
                word = _MARKS.get(token[0], token[0])
                made += ("" if last in _GLUES or _GLUED.fullmatch(word) else " ") + word
                place = (len(made) - len(word), len(made))
                places[at + token.start()] = places[at + token.end() - 1] = place
                last = word
            at += len(line)
        yield made, places


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--invented", type=Path)
    parser.add_argument("--only", nargs="*")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    tagger = default_tagger()
    sources: dict[str, Callable[[], Iterator[Told]]] = {
        "gap": lambda: following.of_gap(args.shared, tagger, cases),
        "gum": lambda: following.of_gum(args.shared, tagger, cases),
        "litbank": lambda: of_litbank(args.shared, tagger),
    }
    if args.invented:
        sources["invented"] = lambda: of_invented(args.invented, tagger)
    for name in args.only or sources:
        with (args.out / f"{name}.jsonl").open("w", encoding="utf-8") as lines:
            for told in sources[name]():
                lines.write(json.dumps(asdict(told), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
