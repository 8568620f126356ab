"""Pages of well-known sites as a reader copies them whole: select all, copy, paste.

usage: python evals/copied.py [PAGE ...]

``sets/copied/pages.txt``: ``=== name`` begins a page, ``@outlet``, ``@byline`` (names, ``;`` between) and
``@day`` say what is to be read off it (``-``: none). ``{title}``, ``{1}``, ``{2}`` and ``{rest}`` stand for a
headline and paragraphs of ``../shared/data/allsides``; lines behind ``~`` (decks, captions, bullets) are set
and not asked for, all others are the page's own and no paragraph's. The pages' lines were written from what
such sites look like, not copied from any. Each page is set around ``STORIES`` articles.

Half of the pages (by a hash of their names) is unseen: what goes wrong there is counted and never printed.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import corpora
from halves import half
from layouts import PROSE
from pasted import Row, rows, same

from onrecord.articles.features import fold
from onrecord.dates import publish
from onrecord.records import Article
from onrecord.text import View

PAGES = Path(__file__).resolve().parent / "sets" / "copied" / "pages.txt"
STORIES = 4
_PARAGRAPHS = 12
_SLOT = re.compile(r"\{(title|1|2|rest)\}")
_WHOLE = 80  # letters of a paragraph that is asked for: shorter ones of bulk news may be furniture


@dataclass
class Page:
    """A site's page without its story, and what it says of any."""

    name: str
    gold: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def around(self, row: Row) -> str:
        """The page as it is pasted, with a story in it."""
        paragraphs = self.story(row).split("\n\n")
        told = {
            "title": row["title"],
            "1": paragraphs[0],
            "2": paragraphs[1],
            "rest": "\n\n".join(paragraphs[2:]),
        }
        lines = (line.removeprefix("~") for line in self.lines)
        return "\n".join(_SLOT.sub(lambda match: told[match[1]], line) for line in lines)

    def story(self, row: Row) -> str:
        """So much of a text as the page shows."""
        return "\n\n".join(row["text"].split("\n\n")[:_PARAGRAPHS])

    def furniture(self) -> list[str]:
        """The lines that are no part of a story, folded."""
        own = (line for line in self.lines if not line.startswith("~") and not _SLOT.search(line))
        return [fold(line) for line in own if fold(line)]


def pages(path: Path = PAGES) -> Iterator[Page]:
    """The pages of a file."""
    for block in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, *lines = block.rstrip("\n").split("\n")
        said = [line for line in lines if line.startswith("@") and " " in line and line[1].islower()]
        page = Page(name, dict(line[1:].partition(" ")[::2] for line in said if line.split()[0] in _SAID))
        page.lines = [line for line in lines if not (line in said and line.split()[0] in _SAID)]
        yield page


_SAID = ("@outlet", "@byline", "@day")


def right_names(found: str | None, wanted: str) -> bool:
    """Whether a byline has the names ``wanted``, whatever their order and case, and no others."""
    names = re.split(r", | and |; ", found or "")
    return sorted(map(fold, names)) == sorted(map(fold, wanted.split("; ")))


def facts(page: Page, row: Row, article: Article | None) -> Iterator[tuple[str, bool, str]]:
    """``(figure, whether it is right, what was found)`` of one page around one story."""
    if article is None:
        yield from ((name, False, "no article") for name in ("title", *page.gold))
        return
    yield "title", fold(article.title or "") == fold(row["title"]), f"{article.title} for {row['title']}"
    if "outlet" in page.gold:
        wanted = page.gold["outlet"].split("; ")
        yield "outlet", any(same(article.outlet or "-", name) for name in wanted), str(article.outlet)
    if "byline" in page.gold:
        yield "byline", right_names(article.byline, page.gold["byline"]), str(article.byline)
    if "day" in page.gold:
        day = publish(View(article)).day
        yield "day", day == page.gold["day"], str(day)
    prose = _prose(article)
    for line in page.furniture():
        yield "out", line not in prose, line
    alone = _prose(corpora.plain(f"{row['title']}\n\n{page.story(row)}"))
    whole = " ".join(prose)
    for paragraph in alone:
        if len(paragraph) >= _WHOLE:
            yield "kept", paragraph[-_WHOLE:] in whole, paragraph[:80]


def _prose(article: Article | None) -> list[str]:
    """The lines that are read as the story's, folded."""
    return [fold(b.span.of(article.text)) for b in article.blocks if b.kind in PROSE] if article else []


def drawn(path: Path, number: int) -> Iterator[Sequence[Row]]:
    """``number`` times ``STORIES`` articles of bulk news, each of several paragraphs."""
    found = (row for row in rows(path) if row["text"].count("\n\n") >= 3)
    for _ in range(number):
        yield [next(found) for _ in range(STORIES)]


def measure(shared: Path, only: Sequence[str] = ()) -> dict[str, float]:
    """Shares in percent of what is right, for either half of the pages."""
    path = shared / "data" / "allsides" / "articles.jsonl.gz"
    if not path.exists():
        return {}
    hits: dict[str, Counter[bool]] = {}
    every = list(pages())
    for page, stories in zip(every, drawn(path, len(every)), strict=True):
        half_ = half(page.name)
        if only and (page.name not in only or half_ == "unseen"):
            continue
        for row in stories:
            for name, right, what in facts(page, row, corpora.plain(page.around(row))):
                hits.setdefault(f"{half_}.{name}", Counter())[right] += 1
                if not right and half_ == "seen" and __name__ == "__main__":
                    print(f"{page.name}: {name}: {what}")
    return _shares(hits)


def _shares(hits: Mapping[str, Counter[bool]]) -> dict[str, float]:
    return {name: 100 * count[True] / count.total() for name, count in sorted(hits.items())}


if __name__ == "__main__":
    for name, value in measure(corpora.SHARED, sys.argv[1:]).items():
        print(f"{name:<16} {value:.1f}", file=sys.stderr)
