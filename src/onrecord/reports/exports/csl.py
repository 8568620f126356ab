"""The articles as CSL-JSON, for Zotero, Pandoc and all that cites by Citation Style Language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from onrecord.records import AnnotatedArticle, Article, Dating
from onrecord.reports.exports.citing import address, line
from onrecord.reports.files import write_json


def write_csl(articles: Iterable[AnnotatedArticle], folder: Path) -> list[Path]:
    """Write ``articles.csl.json``, one item an article; returns its path."""
    return [write_json(folder / "articles.csl.json", [item(a.article) for a in articles])]


def item(article: Article) -> dict[str, object]:
    """An article's item; what is not known is left out."""
    found: dict[str, object | None] = {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.title and line(article.title),
        "container-title": article.outlet and line(article.outlet),
        "author": [{"literal": line(article.byline)}] if article.byline else None,
        "issued": issued(article.published),
        "URL": address(article.url),
        "language": article.language,
    }
    return {key: value for key, value in found.items() if value}


def issued(dating: Dating) -> dict[str, object] | None:
    """A day, or a stretch of days that is marked as approximate; None where one end is open."""
    first, last = _parts(dating.earliest), _parts(dating.latest)
    if first is None or last is None:
        return None
    return {"date-parts": [first]} if first == last else {"date-parts": [first, last], "circa": True}


def _parts(day: str | None) -> list[int] | None:
    try:
        found = date.fromisoformat(day or "")
    except ValueError:
        return None
    return [found.year, found.month, found.day]
