"""Collections of news beside the repository: where they are, their rows, and rows as articles.

The rows are read as the product reads them, without a tagger: for evals of stages that need no statements.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from onrecord import articles, dates, sources
from onrecord.errors import ItemError, NoArticleError
from onrecord.records import AnnotatedArticle, Article, RawDocument, Skipped, Span
from onrecord.text import View

Row = dict[str, Any]
SHARED = Path(__file__).resolve().parents[2] / "shared"
# What an article is read from; other keys of a row (its annotation) are not given to the product.
_GIVEN = ("id", "outlet", "date", "title", "url", "authors", "text")


def asked() -> Path:
    """The folder of the collections: the first argument on the command line, else ``../shared``."""
    given = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    return Path(given[0]) if given else SHARED


def rows(path: Path) -> Iterator[Row]:
    """The rows of a gzipped JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def cleaned(given: Iterable[Mapping[str, Any]]) -> Iterator[Article]:
    """The articles of some rows; a row that holds none is passed over."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps({k: row[k] for k in _GIVEN if k in row}) + "\n" for row in given)
        for raw in sources.read([path], on_skip=_pass_over):
            try:
                yield articles.clean(raw)
            except NoArticleError:
                continue


def plain(text: str) -> Article | None:
    """The article that a text file with nothing but ``text`` gives, if any."""
    try:
        return articles.clean(RawDocument("-", 0, "", "text/plain", text, Span(0, len(text))))
    except ItemError:
        return None


def dated(given: Iterable[Mapping[str, Any]]) -> Iterator[AnnotatedArticle]:
    """The same articles with the day of their publication and their time expressions."""
    for article in cleaned(given):
        told = dates.date_article(View(article), (), ())
        yield AnnotatedArticle(replace(article, published=told.published), timexes=told.timexes)


def _pass_over(skipped: Skipped) -> None:
    """A row that cannot be read has no article."""
    del skipped
