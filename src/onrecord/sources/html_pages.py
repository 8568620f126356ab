"""HTML → the article's text and what the page says about it (trafilatura); nothing is fetched."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types
from lxml import html as lxml_html

from onrecord.errors import ItemError, NoArticleError, UnsupportedError
from onrecord.languages.fields import BESIDE
from onrecord.records import RawDocument, Span
from onrecord.sources import date_order
from onrecord.sources.chat_pages import chat_items
from onrecord.sources.decoding import decode
from onrecord.sources.gathered import gathered_items
from onrecord.sources.labelled_pages import labelled_items
from onrecord.sources.letters import letters
from onrecord.sources.live_pages import live_text
from onrecord.sources.markup import declared_charset, fragment_text
from onrecord.sources.opening import Input
from onrecord.sources.page_body import cut_around, heading_of, linked_authors
from onrecord.sources.page_data import carried_article
from onrecord.sources.page_facts import (
    below_heading,
    canonical,
    lines_below,
    node_fields,
    original,
    story_date,
    story_node,
)
from onrecord.sources.rows import document
from onrecord.sources.site_names import in_full, shared_author, site_name

_HEADING = re.compile(r"<h1\b[^>]{0,400}>(.{1,600}?)</h1>", re.IGNORECASE | re.DOTALL)
_SHORTEST_TITLE = 12
_PART = re.compile(r"\s*<(?:div|table|section|main|article|span|font|center|blockquote)\b", re.IGNORECASE)
# What a site shows in an article's stead: an error, a check for robots.
_NOTICE = re.compile(
    r"\b(?:page|article|story) (?:was |is |could )?(?:not|no longer)(?: be)? (?:found|available|exists?)\b"
    r"|\bno longer (?:exists|available)\b|^[^\w\n]*+(?:error )?40[34]\b|\baccess denied\b|\bare you a robot\b"
    r"|\bstore and(?:/or)? access information on (?:a|your) device\b"
    r"|\bverify (?:that )?you are (?:a )?human\b|^[^\w\n]*+just a moment\b|\benable javascript\b",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_NOTICE = 600
# Names that programs give a page that nobody named.
_UNNAMED = frozenset(
    """untitled untitleddocument document document1 newpage mail inbox print printview article clip clipping
    index microsoftworddocument noname""".split()  # noqa: SIM905
)
# Below this a page's text is a teaser, a cookie notice or an error page.
_SHORTEST = 80


def html_items(source: Input) -> Iterator[RawDocument | ItemError]:
    """The article of a page, or those it gathers. ``text`` is the extracted body; offsets point into it."""
    data = source.whole()
    page, _ = decode(data, source.where, source.about.get("charset") or declared_charset(data))
    root = _tree(page, source.where)
    gathered: list[RawDocument | ItemError] = (
        [*chat_items(root, source.where, data)]
        or [*labelled_items(root, source.where, data)]
        or [*gathered_items(root, _page_title(root), source.where, data)]
    )
    if gathered:
        yield from gathered
        return
    try:
        text, fields = _extract(page, root, source.where, source.about)
    except NoArticleError:
        carried = _carried(_tree(page, source.where), source, data)
        if carried is None:
            raise
        yield carried
        return
    sha256 = hashlib.sha256(data).hexdigest()
    yield RawDocument(source.where, 0, sha256, "text/html", text, Span(0, len(text)), fields, data)


def _carried(root: etree._Element, source: Input, data: bytes) -> RawDocument | ItemError | None:
    """The article that a page carries for its script to show; None where it carries none."""
    article = carried_article(root, _page_title(root))
    if not article:
        return None
    found = document(article, path=source.where, item=0, data=data, media_type="text/html")
    if isinstance(found, ItemError):
        return None
    url, saved = original("", source.about.get("url", "") or canonical(root))
    fields = {
        "url": url,
        "saved": saved or source.about.get("saved", ""),
        "outlet": site_name(root, None),
        **found.fields,
    }
    return replace(found, fields={name: value for name, value in fields.items() if value})


def _extract(
    page: str, root: etree._Element, where: str, about: Mapping[str, str]
) -> tuple[str, dict[str, str]]:
    """Body text and fields of ``page``; ``NoArticleError`` when trafilatura finds no body.

    ``about``: what the container says of the page (``url``, ``saved``).
    """
    title = _page_title(root)
    stated = _stated(page, root, title, about)
    cut_around(root, stated.heading)
    live = live_text(root, title)
    found = _extracted(root, where)
    text = live or found.text or ""
    if about.get("kind") != "chapter" and len(text) < _SHORTEST:
        raise NoArticleError(where, "no article body found in this page")
    if len(text) < _LONGEST_NOTICE and _NOTICE.search(f"{title}\n{text}"):
        raise NoArticleError(where, "no article: the page says that there is none, or keeps it back")
    named = _named(page, root, stated, found)
    return text, {name: value.strip() for name, value in named.items() if value.strip()}


@dataclass(frozen=True, slots=True)
class _Stated:
    """What a page says of its article, read before its neighbours are cut out.

    ``fields``: of the story's own node (JSON-LD, microdata). ``beside``: in the lines below the heading.
    """

    url: str
    saved: str
    heading: etree._Element | None
    fields: Mapping[str, str]
    byline: str
    site: str
    beside: Mapping[str, str]
    below: str


def _stated(page: str, root: etree._Element, title: str, about: Mapping[str, str]) -> _Stated:
    url, saved = original(page, about.get("url", ""))
    saved = saved or about.get("saved", "")
    heading = heading_of(root, title)
    node = story_node(root, title, url)
    return _Stated(
        url=url or original("", canonical(root))[0],
        saved=saved,
        heading=heading,
        fields={"date": story_date(root, heading, saved)} | node_fields(node),
        byline=linked_authors(root) or shared_author(root),
        site=site_name(root, heading),
        beside=below_heading(heading) if heading is not None else {},
        below=lines_below(heading) if heading is not None else "",
    )


def _named(page: str, root: etree._Element, stated: _Stated, found: Any) -> dict[str, str]:  # noqa: ANN401
    """The article's fields, each from the surest place that has it; ``found``: trafilatura's document."""
    url = stated.url or original("", found.url or "")[0]
    title, publisher = _first(stated.fields.get("title"), found.title), stated.fields.get("outlet", "")
    return {
        "title": "" if letters(title) in _UNNAMED else _own_title(title, page, stated.heading),
        "outlet": _first(in_full(stated.site, publisher), publisher, _host(found)),
        "url": url,
        "byline": _first(
            stated.fields.get("byline"), stated.byline, found.author, stated.beside.get("byline")
        ),
        "date": _first(
            stated.fields.get("date"), stated.beside.get("published"), found.date, stated.beside.get("date")
        ),
        "language": _first(found.language),
        "description": _first(found.description),
        "saved": stated.saved,
        BESIDE: stated.below,
        date_order.FIELD: _first(date_order.of_country(root.get("lang") or "", url)),
    }


def _first(*values: str | None) -> str:
    """The first that is not empty; ``""`` where all are."""
    return next(filter(None, values), "")


def _host(found: Any) -> str:  # noqa: ANN401 - trafilatura's Document
    """The site as trafilatura names it, its host where that is an address; never the archive's."""
    site = _first(found.hostname if "://" in (found.sitename or "://") else found.sitename)
    return "" if "web.archive.org" in site else site


def _tree(page: str, where: str) -> etree._Element:
    from trafilatura.utils import load_html  # noqa: PLC0415 - takes a second to import; only pages need it

    try:
        root = load_html(page)
        # It takes a part of a page in one element, as interfaces store it, for none.
        root = lxml_html.document_fromstring(page) if root is None and _PART.match(page) else root
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
    told = letters(title)
    if story is not None and story.tag != "h1" and letters(story.text_content()) in told:
        return " ".join(story.text_content().split())
    for match in _HEADING.finditer(page):
        heading = " ".join(fragment_text(match.group(1)).split())
        if len(heading) >= _SHORTEST_TITLE and told.startswith(letters(heading)):
            return heading
    return title
