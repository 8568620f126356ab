"""Intake, measured: bodies, titles and dates of web pages; headlines; maps that stay whole.

usage: python evals/articles.py [SHARED]

html_*: 90 pages of as many publishers in many languages against hand-checked title, day and body (best of
the gold's dated versions); html_over_trafilatura_*: points more than trafilatura alone. headline_*: rows
that hold only ``text``: is the headline found, and is a first paragraph taken for one where there is no
headline? seeds_front: share of blocks before the body that are told for what they are.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import corpora
import trafilatura

from onrecord.articles import clean
from onrecord.articles.blocks import fold
from onrecord.errors import ItemError
from onrecord.records import Article, RawDocument, Span
from onrecord.sources import read

WORD = re.compile(r"\w+")
PAGE = re.compile(r"(.+)_\d{4}_\d\d_\d\d\.html\.gz")
# What stands before the body of the three seed articles, in order of their names.
SEED_FRONTS = (["caption"], ["furniture", "headline", "subheadline", "dateline"], ["headline"])


def measure(shared: Path) -> dict[str, float]:
    """Figures in percent; those whose data is absent are left out."""
    found: dict[str, float] = {}
    pages = shared / "data" / "formats" / "html.tar.gz"
    if pages.exists():
        found |= measure_pages(pages)
    rows = shared / "data" / "polnear" / "dev.jsonl.gz"
    if rows.exists():
        found |= measure_headlines(rows)
    stories = shared / "data" / "clusters" / "dev.jsonl.gz"
    if stories.exists():
        found["headline_false"] = headlines_of_bodies(stories)
    seeds = shared / "seeds"
    if seeds.is_dir():
        found["seeds_front"] = measure_seeds(seeds)
    return found


def measure_pages(path: Path) -> dict[str, float]:
    """Body token F1 (mean over pages), titles and days that are right, pages that gave an article."""
    scores: dict[str, list[float]] = {name: [] for name in ("body_f1", "title", "date", "read")}
    alone: dict[str, list[float]] = {name: [] for name in ("body_f1", "title", "date")}
    for data, versions in gold_pages(path):
        article = page_article(data)
        scores["read"].append(float(article is not None))
        words = "" if article is None else body_of(article)
        date = article.fields.get("date", "") if article is not None else ""
        _score(scores, versions, words, article.title if article is not None else None, date)
        _score(alone, versions, *by_trafilatura(data))
    found = {f"html_{name}": 100 * sum(each) / len(each) for name, each in scores.items()}
    for name, each in alone.items():
        found[f"html_over_trafilatura_{name}"] = found[f"html_{name}"] - 100 * sum(each) / len(each)
    return found


def _score(
    scores: dict[str, list[float]],
    versions: list[dict[str, Any]],
    words: str,
    title: str | None,
    date: str,
) -> None:
    """Add what one page gave to ``scores``, by the gold version whose body is nearest."""
    best = max(versions, key=lambda gold: body_f1(words, gold))
    scores["body_f1"].append(body_f1(words, best))
    scores["title"].append(float(same_title(title, best["title"])))
    day = str(best.get("publishing_date") or "")[:10]
    if day:
        scores["date"].append(float(date[:10] == day))


def by_trafilatura(data: bytes) -> tuple[str, str | None, str]:
    """Body, title and day of a page as trafilatura alone gives them."""
    page = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
    found = trafilatura.bare_extraction(
        page, include_comments=False, include_tables=False, with_metadata=True
    )
    if found is None or isinstance(found, dict):
        return "", None, ""
    return found.text or "", found.title, found.date or ""


def gold_pages(path: Path) -> Iterator[tuple[bytes, list[dict[str, Any]]]]:
    """Each page's bytes with its gold versions."""
    with tarfile.open(path) as tar:
        members = {member.name: member for member in tar.getmembers() if member.isfile()}
        for name, member in sorted(members.items()):
            match = PAGE.fullmatch(PurePosixPath(name).name)
            gold = (
                members.get(str(PurePosixPath(name).with_name(f"{match.group(1)}.json"))) if match else None
            )
            page, annotated = tar.extractfile(member), tar.extractfile(gold) if gold else None
            if page is not None and annotated is not None:
                yield page.read(), list(json.load(annotated).values())


def page_article(data: bytes) -> Article | None:
    """The article that intake makes of one page's bytes."""
    for document in read(["-"], stdin=io.BytesIO(data)):
        try:
            return clean(document)
        except ItemError:
            return None
    return None


def body_of(article: Article) -> str:
    """The words of the body's blocks."""
    blocks = [block for block in article.blocks if block.kind not in ("headline", "furniture")]
    return " ".join(block.span.of(article.text) for block in blocks)


def body_f1(body: str, gold: dict[str, Any]) -> float:
    """F1 of the words of a body against the gold's summary and paragraphs."""
    sections = gold["body"]["sections"]
    wanted = [*gold["body"]["summary"], *(p for s in sections for p in [*s["headline"], *s["paragraphs"]])]
    mine = Counter(WORD.findall(body.lower()))
    theirs = Counter(WORD.findall(" ".join(wanted).lower()))
    shared = sum((mine & theirs).values())
    return 2 * shared / max(1, sum(mine.values()) + sum(theirs.values()))


def same_title(mine: str | None, theirs: str) -> bool:
    """Equal letters and digits; one may carry the site's name or a kicker the other lacks."""
    a, b = fold(mine or ""), fold(theirs)
    return bool(a) and (a in b or b in a)


def measure_headlines(path: Path) -> dict[str, float]:
    """On rows whose text begins with its title: titles found, false ones once it is cut, unbroken maps."""
    right, whole, false = [], [], []
    for row in corpora.rows(path):
        article = clean(bare(row["text"]))
        right.append(bool(article.title) and fold(row["title"]).startswith(fold(article.title or "")))
        whole.append(len(article.text_map) == 1)
        false.append(clean(bare(row["text"].split("\n", 1)[1])).title is not None)
    return {
        "headline_recall": 100 * sum(right) / len(right),
        "headline_false_or_subheadline": 100 * sum(false) / len(false),
        "one_run_maps": 100 * sum(whole) / len(whole),
    }


def headlines_of_bodies(path: Path) -> float:
    """Texts without a title, in which a first line is nevertheless taken for one."""
    titles = [(clean(bare(row["text"])).title, row["title"]) for row in corpora.rows(path)]
    return (
        100 * sum(found is not None and not same_title(found, title) for found, title in titles) / len(titles)
    )


def bare(text: str) -> RawDocument:
    """A row that holds nothing but its text."""
    return RawDocument("row", 0, "", "application/jsonl", text, Span(0, len(text)))


def measure_seeds(folder: Path) -> float:
    """Share of the seeds' front blocks that are of the right kind, in the right order."""
    right = total = 0
    for document, wanted in zip(read([folder]), SEED_FRONTS, strict=False):
        kinds = [block.kind for block in clean(document).blocks]
        right += sum(a == b for a, b in zip(kinds, wanted, strict=False))
        total += len(wanted)
    return 100 * right / max(1, total)


if __name__ == "__main__":
    for metric, value in measure(corpora.asked()).items():
        print(f"{metric:<36}{value:8.1f}")
