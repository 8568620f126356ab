"""HTML → the article's text and what the page says about it (trafilatura); nothing is fetched."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

from onrecord.errors import ItemError, NoArticleError, UnsupportedError
from onrecord.records import RawDocument, Span
from onrecord.sources import date_order
from onrecord.sources.decoding import decode
from onrecord.sources.live_pages import live_text
from onrecord.sources.markup import fragment_text
from onrecord.sources.opening import Input
from onrecord.sources.page_body import cut_around, heading_of, linked_authors
from onrecord.sources.page_facts import (
    below_heading,
    canonical,
    node_fields,
    original,
    site_name,
    story_date,
    story_node,
)

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_HEADING = re.compile(r"<h1\b[^>]{0,400}>(.{1,600}?)</h1>", re.IGNORECASE | re.DOTALL)
_SHORTEST_TITLE = 12
# What a site shows in an article's stead: an error, a check for robots.
_NOTICE = re.compile(
    r"\b(?:page|article|story) (?:was |is |could )?(?:not|no longer)(?: be)? (?:found|available|exists?)\b"
    r"|\bno longer (?:exists|available)\b|^\W*(?:error )?40[34]\b|\baccess denied\b|\bare you a robot\b"
    r"|\bstore and(?:/or)? access information on (?:a|your) device\b"
    r"|\bverify (?:that )?you are (?:a )?human\b|^\W*just a moment\b|\benable javascript\b",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_NOTICE = 600
# Below this a page's text is a teaser, a cookie notice or an error page.
_SHORTEST = 80


def html_items(source: Input) -> Iterator[RawDocument | ItemError]:
    """The one article of a page. ``text`` is the extracted body; offsets point into it."""
    data = source.whole()
    declared = _CHARSET.search(data[:4096])
    label = source.about.get("charset") or (declared.group(1).decode("ascii") if declared else None)
    page, _ = decode(data, source.where, label)
    text, fields = extract(page, source.where, source.about)
    sha256 = hashlib.sha256(data).hexdigest()
    yield RawDocument(source.where, 0, sha256, "text/html", text, Span(0, len(text)), fields, data)


def extract(page: str, where: str, about: Mapping[str, str] | None = None) -> tuple[str, dict[str, str]]:
    """Body text and fields of ``page``; ``NoArticleError`` when trafilatura finds no body.

    ``about``: what the container says of the page (``url``, ``saved``).
    """
    about = about or {}
    root = _tree(page, where)
    url, saved = original(page, about.get("url", ""))
    saved = saved or about.get("saved", "")
    named_title = _page_title(root)
    heading = heading_of(root, named_title)
    node = story_node(root, named_title, url)
    # Facts first: cutting the neighbours out also cuts what is written beside them.
    stated = {"date": story_date(root, heading, saved)} | node_fields(node)
    byline, site = linked_authors(root), site_name(root, heading)
    beside = below_heading(heading) if heading is not None else {}
    url = url or original("", canonical(root))[0]
    cut_around(root, heading)
    live = live_text(root, named_title)
    found = _extracted(root, where)
    text = live or found.text or ""
    if about.get("kind") != "chapter" and len(text) < _SHORTEST:
        raise NoArticleError(where, "no article body found in this page")
    if len(text) < _LONGEST_NOTICE and _NOTICE.search(f"{named_title}\n{text}"):
        raise NoArticleError(where, "no article: the page says that there is none, or keeps it back")
    url = url or original("", found.url or "")[0]
    sitename = (found.sitename if "://" not in (found.sitename or "://") else found.hostname) or ""
    named = {
        "title": _own_title(stated.get("title") or found.title or "", page, heading),
        "outlet": site or stated.get("outlet") or (sitename if "web.archive.org" not in sitename else ""),
        "url": url,
        "byline": stated.get("byline") or byline or found.author or beside.get("byline"),
        "date": stated.get("date") or found.date or beside.get("date"),
        "language": found.language,
        "description": found.description,
        "saved": saved,
        date_order.FIELD: date_order.of_country(root.get("lang") or "", url),
    }
    return text, {name: value.strip() for name, value in named.items() if value and value.strip()}


def _tree(page: str, where: str) -> etree._Element:
    from trafilatura.utils import load_html  # noqa: PLC0415 - takes a second to import; only pages need it

    try:
        root = load_html(page)
    except (ValueError, RecursionError, etree.LxmlError) as error:
        raise UnsupportedError(where, f"HTML that cannot be parsed: {error}") from error
    if root is None:
        raise NoArticleError(where, "no article body found in this page")
    return root


def _extracted(root: etree._Element, where: str) -> Any:  # noqa: ANN401 - trafilatura's Document
    import trafilatura  # noqa: PLC0415 - takes a second to import; only pages need it

    try:
        found = trafilatura.bare_extraction(
            root,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            # Dates that the page states; not the guess htmldate makes from any number on it.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (ValueError, RecursionError, etree.LxmlError) as error:
        raise UnsupportedError(where, f"HTML that cannot be parsed: {error}") from error
    if found is None or isinstance(found, dict):
        raise NoArticleError(where, "no article body found in this page")
    return found


def _page_title(root: etree._Element) -> str:
    """What the page calls itself, for sharing or in the window's title."""
    for node in root.iter("meta"):
        if node.get("property") == "og:title" and (node.get("content") or "").strip():
            return str(node.get("content")).strip()
    return next((" ".join(node.text_content().split()) for node in root.iter("title")), "")


def _own_title(title: str, page: str, story: etree._Element | None) -> str:
    """``title`` without the site's name, where the page's main heading shows where that begins."""
    letters = _letters(title)
    if story is not None and story.tag != "h1" and _letters(story.text_content()) in letters:
        return " ".join(story.text_content().split())
    for match in _HEADING.finditer(page):
        heading = " ".join(fragment_text(match.group(1)).split())
        if len(heading) >= _SHORTEST_TITLE and letters.startswith(_letters(heading)):
            return heading
    return title


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum()).casefold()
