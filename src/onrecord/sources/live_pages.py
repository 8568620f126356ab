"""Live pages: the posts of a page that is written while something happens, each under its day and hour."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

from onrecord.sources.markup import cut, element_text

_LIVE = re.compile(r"LiveBlogPosting|liveBlogUpdate")
_LIVE_TITLE = re.compile(r"\blive\b|\bas it happened\b|\bminute by minute\b", re.IGNORECASE)
# Boxes that ask the reader for something, by the names that sites give them.
_ASKING = re.compile(
    r"sign-?up|newsletter|subscri|promo|alert|share|social|comment|advert|related", re.IGNORECASE
)
_FEWEST = 2
# A post has a sentence; a lead above the posts has two lines.
_SHORTEST, _SHORTEST_LEAD = 40, 80


def says_live(root: etree._Element) -> bool:
    """Whether a page's linked data says that it is written while something happens."""
    return any(_LIVE.search(node.text or "") for node in root.iter("script"))


def live_text(root: etree._Element, title: str) -> str | None:
    """The posts of a live page as text, each below its day and hour; None where the page is no such page.

    The hour is that of the page's own clock, the day from what the time element says for machines.
    """
    if not _LIVE_TITLE.search(title) and not says_live(root):
        return None
    posts = [(node, stamp) for node, stamp in _posts(root) if len(node.text_content()) >= _SHORTEST]
    if len(posts) < _FEWEST:
        return None
    leads = _leads(root, posts[0][0])
    return "\n\n".join([*leads, *(f"{stamp}\n\n{_words(node)}" for node, stamp in posts)])


def _posts(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The largest part of the page around each time element that holds no other, with the time."""
    times = [node for node in root.iter("time") if _stamp(node.get("datetime") or "")]
    crowded = {above for node in times for above in node.iterancestors()}
    counts = {above: sum(1 for _ in _dated(above)) for above in crowded}
    seen: set[etree._Element] = set()
    for node in times:
        post = node
        for above in node.iterancestors():
            if counts[above] > 1 or above.tag in ("body", "main", "html"):
                break
            post = above
        if post is not node and post not in seen:
            seen.add(post)
            yield post, _stamp(node.get("datetime"))


def _dated(node: etree._Element) -> Iterator[etree._Element]:
    return (inner for inner in node.iter("time") if _stamp(inner.get("datetime") or ""))


def _stamp(written: str) -> str:
    """``2023-04-12T08:05:00Z`` as "12 April 2023, 08:05"; ``""`` for what has no hour."""
    if not re.match(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d", written):
        return ""
    try:
        moment = dt.datetime.fromisoformat(written)
    except ValueError:
        return ""
    return f"{moment.day} {moment:%B %Y, %H:%M}"


def _words(post: etree._Element) -> str:
    """A post's text without its time."""
    cut([*post.iter("time")])
    _cut_asking(post)
    return element_text(post)


def _leads(root: etree._Element, first: etree._Element) -> list[str]:
    """The paragraphs above the first post that ask the reader for nothing."""
    found = []
    for node in root.iter():
        if node is first:
            break
        words = " ".join(node.text_content().split()) if node.tag == "p" else ""
        named = (f"{n.get('class')} {n.get('id')}" for n in (node, *node.iterancestors()))
        if len(words) >= _SHORTEST_LEAD and not any(map(_ASKING.search, named)):
            found.append(words)
    return found


def _cut_asking(root: etree._Element) -> None:
    boxes = (node for node in root.iter("div", "aside", "p", "ul", "section") if node is not root)
    cut([node for node in boxes if _ASKING.search(f"{node.get('class') or ''} {node.get('id') or ''}")])
