"""Inputs as newsrooms keep them, read through the whole pipeline: which facts of each come out right.

usage: python evals/intake.py [SHARED] [CASE ...]

``cases/ingest``: a folder a case with ``input*`` and what should come out of it. A case is right when all its
facts are. Named cases are shown with what is wrong in them.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import corpora

import onrecord
from onrecord.articles.features import fold
from onrecord.records import AnnotatedArticle, Skipped, Statement

# Words that a case expects otherwise than its own input has them: 39's column begins a sentence with them,
# and its expected statement has the capital too.
MISQUOTED = {"there is water for a generation": "There is water for a generation"}

Fact = tuple[str, bool, object]  # what, whether it is right, what came out


@dataclass(frozen=True)
class Outcome:
    """What one reading of a case gives."""

    articles: tuple[AnnotatedArticle, ...]
    skipped: tuple[Skipped, ...]


def measure(shared: Path) -> dict[str, float]:
    """Cases without a fault, and facts that are right; empty where the cases are not there."""
    found = {case.name: list(facts(case)) for case in cases(shared)}
    if not found:
        return {}
    every = [right for case in found.values() for _, right, _ in case]
    return {
        "cases": float(len(found)),
        "cases_right": float(sum(all(right for _, right, _ in case) for case in found.values())),
        "facts_right": 100 * sum(every) / len(every),
    }


def cases(shared: Path, names: tuple[str, ...] = ()) -> list[Path]:
    """The folders of the cases whose names begin with one of ``names``, all without."""
    folders = (path.parent for path in (shared / "cases" / "ingest").glob("*/expected.json"))
    return sorted(folder for folder in folders if folder.name.startswith(names or ("",)))


def facts(case: Path) -> Iterator[Fact]:
    """Every fact that is expected of a case, with whether it came out."""
    wanted = json.loads((case / "expected.json").read_text(encoding="utf-8"))["expect"]
    outcome = read(case)
    number = len(outcome.articles)
    yield "articles", str(number) in re.findall(r"\d+", str(wanted["articles"])), number
    if "reason" in wanted:
        yield "skipped with a reason", bool(outcome.skipped), [skip.reason for skip in outcome.skipped]
    for item in wanted.get("items", ()):
        title = item.get("title", "")
        article = next((a for a in outcome.articles if is_like(title, a.article.title)), None)
        if article is None and number == len(wanted["items"]) == 1:
            article = outcome.articles[0]
        if article is None:
            yield f"an article {title!r}", False, [a.article.title for a in outcome.articles]
        else:
            yield from item_facts(item, article)


def read(case: Path) -> Outcome:
    """The articles and refusals of a case's inputs."""
    skipped: list[Skipped] = []
    with (
        tempfile.TemporaryDirectory() as folder,
        onrecord.open(Path(folder) / "a.db", create=True) as archive,
    ):
        archive.read(sorted(case.glob("input*")), on_skip=skipped.append)
        return Outcome(tuple(archive.articles()), tuple(skipped))


def is_like(pattern: str, value: str | None) -> bool:
    """Whether ``value`` is what is expected: a pattern where it begins with flags, else the same letters."""
    if pattern.startswith("(?"):
        return re.search(pattern, value or "") is not None
    return fold(pattern) == fold(value or "")


def item_facts(item: Mapping[str, Any], found: AnnotatedArticle) -> Iterator[Fact]:
    """The facts expected of one article."""
    article = found.article
    yield from field_facts(item, found)
    text = flat(article.text)
    paragraphs = flat(" ".join(b.span.of(article.text) for b in article.blocks if b.kind == "paragraph"))
    for key, where, expected in (
        ("must_contain", text, True),
        ("must_not_contain", text, False),
        ("must_not_in_paragraphs", paragraphs, False),
    ):
        for words in item.get(key, ()):
            words = MISQUOTED.get(words, words)  # noqa: PLW2901
            yield f"{key} {words!r}", (flat(words) in where) is expected, "…"
    for pattern in item.get("must_match", ()):
        yield f"must_match {pattern!r}", re.search(pattern, text) is not None, text[:400]
    yield from statement_facts(item, found)


def flat(text: str) -> str:
    """``text`` with single spaces."""
    return " ".join(text.split())


def field_facts(item: Mapping[str, Any], found: AnnotatedArticle) -> Iterator[Fact]:
    """Title, outlet, byline, day and address."""
    article = found.article
    published = article.published
    day = published.day
    byline = article.byline or ""
    checks: dict[str, Callable[[Any], tuple[bool, object]]] = {
        "title": lambda want: (is_like(want, article.title), article.title),
        "outlet": lambda want: (re.search(want, article.outlet or "") is not None, article.outlet),
        "byline": lambda want: (
            re.search(want, byline, re.IGNORECASE) is not None if want else not byline,
            byline,
        ),
        "byline_has": lambda want: (all(name.lower() in byline.lower() for name in want), byline),
        "byline_not": lambda want: (not any(name.lower() in byline.lower() for name in want), byline),
        "published_at": lambda want: (day == want, published),
        "published_at_in": lambda want: (day in want or published.edtf in want or day is None, published),
        "published_not": lambda want: (day not in want and published.edtf not in want, published),
        "url": lambda want: (article.url == want, article.url),
        "url_not": lambda want: (want not in (article.url or ""), article.url),
        "dateline": lambda want: (re.search(want, article.dateline or "") is not None, article.dateline),
    }
    for key, check in checks.items():
        if key in item:
            yield f"{key} {item[key]!r}", *check(item[key])


def statement_facts(item: Mapping[str, Any], found: AnnotatedArticle) -> Iterator[Fact]:
    """The statements that should be there, and those that should not."""
    text = found.article.text
    contents = [flat(s.content_text(text, " ")) for s in found.statements]
    speakers = [s.speaker or s.source_text or "" for s in found.statements]
    told = [f"{speaker}: {content}" for speaker, content in zip(speakers, contents, strict=True)]
    for want in item.get("statements", ()):
        name, words = want["speaker"], flat(want["content"])
        fits = [n for n, content in enumerate(contents) if words in content and name in speakers[n]]
        yield f"statement {name}: {words!r}", any(_fits(want, found.statements[n]) for n in fits), told
    for words in item.get("no_statement_contains", ()):
        yield f"no statement with {words!r}", not any(flat(words) in c for c in contents), told
    for name in item.get("not_speakers", ()):
        yield f"no speaker {name!r}", not any(name in s for s in speakers), speakers
    for words, number in item.get("count", ()):
        yield f"{number} times {words!r}", sum(words in c for c in contents) == number, told
    if "max_same_content" in item:
        most = max(Counter(contents).values(), default=0)
        yield "statements told once", most <= item["max_same_content"], told
    if "speakers_named_once" in item:
        names = {speaker for speaker in speakers if item["speakers_named_once"] in speaker}
        yield "one name a speaker", len(names) <= 1, names


def _fits(want: Mapping[str, str], statement: Statement) -> bool:
    said = statement.said.day
    return (
        re.fullmatch(want["kind"], statement.kind) is not None
        and ("said_on" not in want or said == want["said_on"])
        and ("said_on_not" not in want or said != want["said_on_not"])
    )


if __name__ == "__main__":
    for folder in cases(corpora.asked(), tuple(sys.argv[2:])):
        wrong = [fact for fact in facts(folder) if not fact[1]]
        print(f"{'wrong' if wrong else 'right'}  {folder.name}")
        for what, _, got in wrong:
            print(f"       {what}: {got}")
