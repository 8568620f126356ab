"""Bulk news as people paste it: headline, outlet, day and text, plainly set, with real outlets' names.

usage: python evals/pasted.py

Each article of ``../shared/data/allsides`` is set in each of ``LAYOUTS``; at most three of an outlet, so that
many names count. Halves are those of outlets: names that may be looked at and names that are only measured.
``none``: articles that name no outlet (some give a place with the day), and get none.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import corpora
from halves import HALVES, half

from onrecord.articles.bylines import is_person
from onrecord.articles.features import fold
from onrecord.articles.imprints import sounds_like_a_paper
from onrecord.articles.newsrooms import newsroom_at, newsroom_called
from onrecord.dates import publish
from onrecord.text import View

Row = Mapping[str, str]
MOST = 3
# Names that say who wrote, a part of a site, or how the collection filed it.
_FILED = ("(", " - ", "Guest Writer", "Editorial", "!", "University", "Founder")
PLACES = ("Dallow", "Norvik", "Port Ostrey", "Ilmen", "Karst", "Lower Venn", "Sant Aubel", "Tarnhill")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_MOST_CHARACTERS = 2500  # of an article's text


def _day(row: Row, form: str) -> str:
    return dt.date.fromisoformat(row["date"][:10]).strftime(form).replace(" 0", " ")


def _place(row: Row) -> str:
    return PLACES[len(row["title"]) % len(PLACES)]


Set = Callable[[Row], str]
LAYOUTS: Mapping[str, Set] = {
    "outlet, day below": lambda r: f"{r['title']}\n\n{r['outlet']}, {_day(r, '%d %B %Y')}\n\n{r['text']}",
    "writer, outlet, day": lambda r: (
        f"{r['title']}\n\nBy Ann Brill\n{r['outlet']}\n{_day(r, '%B %d, %Y')}\n\n{r['text']}"
    ),
    "outlet on top": lambda r: f"{r['outlet']}\n\n{r['title']}\n\n{_day(r, '%B %d, %Y')}\n\n{r['text']}",
    "outlet - day, tight": lambda r: f"{r['title']}\n{r['outlet']} - {_day(r, '%d %b %Y')}\n{r['text']}",
    "outlet and day on top": lambda r: (
        f"{r['outlet']} | {_day(r, '%A, %d %B %Y')}\n{r['title']}\n\n{r['text']}"
    ),
    "day | outlet": lambda r: f"{r['title']}\n{_day(r, '%B %d, %Y')} | {r['outlet']}\n\n{r['text']}",
    "writer for outlet": lambda r: (
        f"{r['title']}\nBy Ann Brill for {r['outlet']}\n{_day(r, '%d %b %Y')}\n\n{r['text']}"
    ),
    "source below": lambda r: (
        f"{r['title']}\n\n{_day(r, '%d %B %Y')}\n\n{r['text']}\n\nSource: {r['outlet']}"
    ),
    "rights below": lambda r: (
        f"{r['title']}\n\n{_day(r, '%d %B %Y')}\n\n{r['text']}"
        f"\n\n© {r['date'][:4]} {r['outlet']}. All rights reserved."
    ),
}
ALONE = "headline alone"
UNNAMED: Mapping[str, Set] = {
    ALONE: lambda r: f"{r['title']}\n\n{r['text']}",
    "place, day": lambda r: f"{r['title']}\n\n{_place(r)}, {_day(r, '%d %B %Y')}\n\n{r['text']}",
    "writer, day": lambda r: f"{r['title']}\nBy Ann Brill\n{_day(r, '%B %d, %Y')}\n\n{r['text']}",
}


def rows(path: Path, most: int = MOST) -> Iterator[Row]:
    """Articles with a title and an outlet's own name, at most ``most`` of an outlet."""
    told: Counter[str] = Counter()
    for row in corpora.rows(path):
        name = (row["outlet"] or "").strip()
        filed = any(mark in name for mark in _FILED)
        person = is_person(name) and not sounds_like_a_paper(name)
        titled = len((row["title"] or "").split()) > 3 and len(row["text"]) > 600
        if filed or person or not (titled and _ISO.match(row["date"] or "")) or told[name] >= most:
            continue
        told[name] += 1
        paragraphs = [p.strip() for p in row["text"][:_MOST_CHARACTERS].split("\n") if p.strip()]
        yield {**row, "outlet": name, "text": "\n\n".join(paragraphs)}


def read(text: str) -> tuple[str, str, str]:
    """Title, outlet and day that are read off a text; empty ones where it is no article."""
    article = corpora.plain(text)
    if article is None:
        return "", "", ""
    return article.title or "", article.outlet or "", publish(View(article)).day or ""


def same(name: str, gold: str) -> bool:
    """Whether a name is the outlet's, whatever the case, marks and article, or its one name in the table."""
    wanted = (gold, newsroom_called(gold) or newsroom_at(gold.lower()) or gold)
    return any(fold(name).removeprefix("the") == fold(other).removeprefix("the") for other in wanted)


def measure(shared: Path) -> dict[str, float]:
    """Shares of titles, outlets and days that come out right, for the outlets of either half."""
    path = shared / "data" / "allsides" / "articles.jsonl.gz"
    if not path.exists():
        return {}
    found: dict[str, Counter[str]] = {h: Counter() for h in HALVES}
    for row in rows(path):
        half_ = half(row["outlet"])
        count = found[half_]
        for layout, put in (*LAYOUTS.items(), *UNNAMED.items()):
            title, outlet, day = read(put(row))
            named = layout in LAYOUTS
            right = same(outlet, row["outlet"]) or not (named or outlet)
            count["all"] += 1
            title_right = fold(title) == fold(row["title"])
            count["title"] += title_right
            if layout != ALONE:
                count["days"] += 1
                count["day"] += day == row["date"][:10]
            count["outlets" if named else "nones"] += 1
            count["outlet" if named else "none"] += right
            if half_ == "seen" and __name__ == "__main__":
                read_off = (
                    (right, row["outlet"], outlet),
                    (title_right, row["title"], title),
                    (day == row["date"][:10], row["date"], day),
                )
                for fine, gold, got in read_off:
                    if not fine:
                        print(f"{layout}: {gold} / {got}")
    return {
        f"{h}.{what}": 100 * c[what] / c[of]
        for h, c in found.items()
        for what, of in (("title", "all"), ("outlet", "outlets"), ("day", "days"), ("none", "nones"))
    }


if __name__ == "__main__":
    for name, value in measure(corpora.SHARED).items():
        print(f"{name:<16} {value:.1f}", file=sys.stderr)
