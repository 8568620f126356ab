"""The part of a page that is its story: what is hidden, archives' frames and neighbouring stories go."""

from __future__ import annotations

import re

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

from onrecord.sources.letters import letters
from onrecord.sources.live_pages import says_live
from onrecord.sources.markup import cut, cut_hidden, has_text
from onrecord.sources.page_notices import cut_notices

# The frame that web archives put round a page.
_FRAME = re.compile(r"wm-ipp|wm-capinfo|donato$|__wb_")
# Text that a story has at least, for its neighbours to be taken out beside it.
_SHORTEST = 250
_TITLE_PART = re.compile(r"(?:(?<!\s)\s++)?[|·•»«:]\s*|(?<!\s)\s++[–—-]\s+")
_SHORTEST_HEADING = 12
_BYLINE = re.compile(r"by-?line|author|writer", re.IGNORECASE)
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|by|people|staff|profile|journalists?|contributors?|writers?)/", re.IGNORECASE
)


def heading_of(root: etree._Element, title: str) -> etree._Element | None:
    """The ``h1`` that has the page's title; the only one where none has."""
    headings = [node for node in root.iter("h1") if letters(node.text_content())]
    wanted = letters(title)
    for node in headings:
        words = letters(node.text_content())
        if len(words) >= 8 and (wanted.startswith(words) or (wanted and words.startswith(wanted))):
            return node
    return headings[0] if len(headings) == 1 else None if headings else _titled(root)


def _titled(root: etree._Element) -> etree._Element | None:
    """On a page without an ``h1``: the element whose text is a part of the window's title."""
    title = next((node.text_content() for node in root.iter("title")), "")
    parts = {letters(part) for part in (title, *_TITLE_PART.split(title))}
    wanted = {part for part in parts if len(part) >= _SHORTEST_HEADING}
    for node in root.iter("h2", "h3", "b", "strong", "font", "big", "div", "span", "p", "td"):
        if letters(node.text_content()[:400]) in wanted and not any(
            a.tag == "a" for a in node.iterancestors()
        ):
            return node
    return None


def cut_around(root: etree._Element, heading: etree._Element | None) -> None:
    """Take out of ``root`` what is no part of the story under ``heading``."""
    cut(
        [
            n
            for n in root.iter()
            if isinstance(n.tag, str) and n is not root and _FRAME.search(n.get("id") or "")
        ]
    )
    cut_hidden(root)
    cut_notices(root, heading)
    if heading is None or says_live(root):
        return
    story = next((node for node in heading.iterancestors() if node.tag == "article"), None)
    if story is not None and has_text(story, _SHORTEST):
        _cut_neighbours(root, story)
    _cut_later_stories(root, heading)


def _cut_neighbours(root: etree._Element, story: etree._Element) -> None:
    """Articles that neither hold the story nor stand in it."""
    kept = {story, *story.iterancestors(), *story.iter()}
    cut([node for node in root.iter("article") if node not in kept])


def _cut_later_stories(root: etree._Element, heading: etree._Element) -> None:
    """What stands under another ``h1`` below the story's: the next story of an endless page."""
    above = set(heading.iterancestors())
    after = False
    parts: dict[etree._Element, None] = {}
    for node in root.iter("h1"):
        if node is heading:
            after = True
        elif after:
            part = node
            while part.getparent() is not None and part.getparent() not in above:
                part = part.getparent()
            if part is not node and part.getparent() is not None:
                parts[part] = None
    cut([part for part in parts if has_text(part, _SHORTEST)])


def linked_authors(root: etree._Element) -> str:
    """The names that a byline's links to its authors' pages have, with commas; ``""`` where none has."""
    names: list[str] = []
    known: dict[etree._Element, bool] = {}
    for link in root.iter("a"):
        marked = "author" in (link.get("rel") or "").split()
        if not marked and not _AUTHOR_PAGE.search(link.get("href") or ""):
            continue
        words = " ".join(link.text_content().split())
        is_name = 2 <= len(words.split()) <= 5 and words.lower() != "email the author"
        if is_name and _in_byline(link, known):
            names.append(words)
    return ", ".join(dict.fromkeys(names[:6]))


def _in_byline(node: etree._Element, known: dict[etree._Element, bool]) -> bool:
    """Whether ``node`` or what it stands in is marked as a byline; ``known``: what was found out before."""
    above: list[etree._Element] = []
    found = False
    for each in (node, *node.iterancestors()):
        if each in known:
            found = known[each]
            break
        above.append(each)
        if _BYLINE.search(f"{each.get('class')} {each.get('itemprop')}"):
            found = True
            break
    known |= dict.fromkeys(above, found)
    return found
