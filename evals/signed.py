"""Who wrote and when, in the shapes in which sites print it, around bulk news and with real writers' names.

usage: python evals/signed.py

``sets/signed``: ``bylines.txt`` and ``days.txt`` set a headline and a text of ``../shared/data/allsides``
with some lines that tell the writers or the day, those of ``undated.txt`` tell none. They stand above the
text, but for those with ``{text}``. ``{D}`` is a day without zero, ``{DD}`` with, ``{MM}`` its month, ``{next
D}`` the day after. Names are those of bulk articles with one writer or two, and ``names.txt``, invented ones
of many countries.

Halves are those of names and of shapes: what goes wrong is printed only where both may be looked at.
``unseen`` are the other names in all shapes, ``unseen_shapes`` all names in the other shapes; days have no
other names.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

import corpora
from copied import right_names
from halves import half
from pasted import PLACES, Row, rows

from onrecord.articles.features import fold
from onrecord.dates import publish
from onrecord.text import View

SETS = Path(__file__).resolve().parent / "sets" / "signed"
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]*\.?(?: (?:[A-ZÀ-Þ][\w'’-]*\.?|de|la|van|von|der|al|bin|di|da|del)){1,3}")
# What the collection's names of writers are besides: pages' words.
_NO_NAME = re.compile(
    r"\b(?:Author|Editor\w*|Of|Staff|Press|Writers?|Reporters?|Correspondent|Contributors?|News|Cnn|Opinion"
    r"|Analysis|Today|Am|Pm|Room|Com|The|And|By|Post|Politics|Columnist|Board|Team|Producer|Times|Fox|Us"
    r"|Economic|Inequality|Special|Senior|White|House)\b"
)
_STORIES, _PER_SHAPE = 400, 8


def shapes(name: str) -> dict[str, str]:
    """The shapes of a file of ``SETS`` by their names."""
    text = (SETS / f"{name}.txt").read_text(encoding="utf-8")
    blocks = (
        block.rstrip("\n").partition("\n") for block in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]
    )
    return {name: lines for name, _, lines in blocks}


def writers(path: Path) -> list[str]:
    """The names of those who wrote bulk articles alone or in twos, as ``A; B``, in an order of their own."""
    found: set[str] = set()
    for row in corpora.rows(path):
        names = (row["authors"] or "").split(", ")
        if len(names) <= 2 and all(_NAME.fullmatch(n) and not _NO_NAME.search(n) for n in names):
            found.add("; ".join(names))
    return sorted(found, key=lambda name: (fold(name)[::-1], name))


class _Slots(dict[str, str]):
    """What stands for ``{next D}`` besides ``{D}``."""

    def fill(self, shape: str) -> str:
        return re.sub(r"\{([^{}]+)\}", lambda match: self[match[1]], shape)


def _of_day(day: dt.date) -> dict[str, str]:
    short = f"{day:%b}.".replace("Sep", "Sept") if day.month not in (3, 4, 5, 6, 7) else f"{day:%B}"
    th = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day not in (11, 12, 13) else 0, "th")
    return {
        "D": str(day.day), "DD": f"{day:%d}", "M": str(day.month), "MM": f"{day:%m}", "Y": f"{day:%Y}",
        "yy": f"{day:%y}", "Mon.": short, "Mon": f"{day:%b}", "Month": f"{day:%B}",
        "MONTH": f"{day:%B}".upper(), "Wd": f"{day:%a}", "Weekday": f"{day:%A}", "th": th,
    }  # fmt: skip


def put(shape: str, row: Row, names: str) -> str:
    """A headline, the shape's lines with the names and the day in them, and the text."""
    day = dt.date.fromisoformat(row["date"][:10])
    after = _of_day(day + dt.timedelta(days=1))
    place = PLACES[len(row["title"]) % len(PLACES)]
    told, written = names.replace("; ", " and "), f"{day:%B} {day.day}, {day:%Y}"
    slots = _Slots(_of_day(day) | {f"next {key}": value for key, value in after.items()})
    slots |= {
        "names": told, "NAMES": told.upper(), "is_": "are" if "; " in names else "is",
        "outlet": row["outlet"],
        "day": written, "DAY": written.upper(), "place": place, "PLACE": place.upper(), "text": row["text"],
        "account": fold(names.partition("; ")[0])[:14], "host": "ostreyherald.example",
    }  # fmt: skip
    tail = "" if "{text}" in shape else f"\n\n{row['text']}"
    return f"{row['title']}\n\n{slots.fill(shape)}{tail}"


class _Case(NamedTuple):
    """A shape around a story: what is asked of it, its name and lines, the story, who wrote it."""

    what: str
    shape: str
    lines: str
    row: Row
    names: str


def _cases(path: Path) -> Iterator[_Case]:
    """Each shape around several stories, each with other names."""
    signed = shapes("bylines")
    stories = cycle(list(islice(rows(path), _STORIES)))
    named = writers(path)
    drawn = cycle(named[:: max(1, len(named) // (len(signed) * _PER_SHAPE))])
    abroad = cycle((SETS / "names.txt").read_text(encoding="utf-8").splitlines())
    for shape, lines in signed.items():
        for names in (drawn, abroad) * _PER_SHAPE:
            yield _Case("byline", shape, lines, next(stories), next(names))
    for what, name in (("day", "days"), ("undated", "undated")):
        for shape, lines in shapes(name).items():
            for row in islice(stories, _PER_SHAPE):
                yield _Case(what, shape, lines, row, "Ann Brill")


def _right(case: _Case) -> tuple[bool, str]:
    article = corpora.plain(put(case.lines, case.row, case.names))
    if article is None:
        return False, "no article"
    if case.what == "byline":
        return right_names(article.byline, case.names), f"{article.byline} for {case.names}"
    day, wanted = publish(View(article)).day, case.row["date"][:10]
    return day == (wanted if case.what == "day" else None), f"{day} for {wanted}"


def measure(shared: Path) -> dict[str, float]:
    """Shares in percent of bylines, of days and of texts without one that come out right."""
    path = shared / "data" / "allsides" / "articles.jsonl.gz"
    if not path.exists():
        return {}
    hits: dict[str, Counter[bool]] = {}
    for case in _cases(path):
        right, found = _right(case)
        of_name, of_shape = half(case.names if case.what == "byline" else case.shape), half(case.shape)
        hits.setdefault(f"{of_name}.{case.what}", Counter())[right] += 1
        if case.what == "byline" and of_shape == "unseen":
            hits.setdefault("unseen_shapes.byline", Counter())[right] += 1
        if not right and of_name == of_shape == "seen" and __name__ == "__main__":
            print(f"{case.what}, {case.shape}: {found}")
    return {name: 100 * count[True] / count.total() for name, count in sorted(hits.items())}


if __name__ == "__main__":
    for figure, value in measure(corpora.SHARED).items():
        print(f"{figure:<24} {value:.1f}", file=sys.stderr)
