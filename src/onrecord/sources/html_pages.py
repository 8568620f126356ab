"""HTML → the article's text and what the page says about it (trafilatura); nothing is fetched."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

from onrecord.errors import ItemError, NoArticleError, UnsupportedError
from onrecord.records import RawDocument, Span
from onrecord.sources.decoding import decode
from onrecord.sources.markup import fragment_text
from onrecord.sources.opening import Input

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_HEADING = re.compile(r"<h1\b[^>]{0,400}>(.{1,600}?)</h1>", re.IGNORECASE | re.DOTALL)
_SHORTEST_TITLE = 12
# Below this a page's text is a teaser, a cookie notice or an error page.
_SHORTEST = 80


def html_items(source: Input) -> Iterator[RawDocument | ItemError]:
    """The one article of a page. ``text`` is the extracted body; offsets point into it."""
    data = source.whole()
    declared = _CHARSET.search(data[:4096])
    page, _ = decode(data, source.where, declared.group(1).decode("ascii") if declared else None)
    text, fields = extract(page, source.where)
    sha256 = hashlib.sha256(data).hexdigest()
    yield RawDocument(source.where, 0, sha256, "text/html", text, Span(0, len(text)), fields)


def extract(page: str, where: str) -> tuple[str, dict[str, str]]:
    """Body text and fields of ``page``; ``NoArticleError`` when trafilatura finds no body."""
    import trafilatura  # noqa: PLC0415 - takes a second to import; only pages need it

    try:
        found = trafilatura.bare_extraction(
            page,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            # Dates that the page states; not the guess htmldate makes from any number on it.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (ValueError, RecursionError, etree.LxmlError) as error:
        raise UnsupportedError(where, f"HTML that cannot be parsed: {error}") from error
    text = (found.text or "") if found is not None and not isinstance(found, dict) else ""
    if found is None or isinstance(found, dict) or len(text) < _SHORTEST:
        raise NoArticleError(where, "no article body found in this page")
    named = {
        "title": _own_title(found.title or "", page),
        "outlet": found.hostname if "://" in (found.sitename or "://") else found.sitename,
        "url": found.url,
        "byline": found.author,
        "date": found.date,
        "language": found.language,
        "description": found.description,
    }
    return text, {name: value.strip() for name, value in named.items() if value and value.strip()}


def _own_title(title: str, page: str) -> str:
    """``title`` without the site's name, where the page's main heading shows where that begins."""
    letters = _letters(title)
    for match in _HEADING.finditer(page):
        heading = " ".join(fragment_text(match.group(1)).split())
        if len(heading) >= _SHORTEST_TITLE and letters.startswith(_letters(heading)):
            return heading
    return title


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum()).casefold()
