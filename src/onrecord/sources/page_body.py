"""The part of a page that is its story: what is hidden, archives' frames and neighbouring stories go."""

from __future__ import annotations

import re

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

from onrecord.sources.markup import cut_hidden

# The frame that web archives put round a page.
_FRAME = re.compile(r"wm-ipp|wm-capinfo|donato$|__wb_")
# Text that a story has at least, for its neighbours to be taken out beside it.
_SHORTEST = 250
_LIVE = re.compile(r"LiveBlogPosting|liveBlogUpdate")
_BYLINE = re.compile(r"by-?line|author|writer", re.IGNORECASE)
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|by|people|staff|profile|journalists?|contributors?|writers?)/", re.IGNORECASE
)


def heading_of(root: etree._Element, title: str) -> etree._Element | None:
    """The ``h1`` that has the page's title; the only one where none has."""
    headings = [node for node in root.iter("h1") if _letters(node.text_content())]
    wanted = _letters(title)
    for node in headings:
        words = _letters(node.text_content())
        if len(words) >= 8 and (wanted.startswith(words) or (wanted and words.startswith(wanted))):
            return node
    return headings[0] if len(headings) == 1 else None


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum()).casefold()


def cut_around(root: etree._Element, heading: etree._Element | None) -> None:
    """Take out of ``root`` what is no part of the story under ``heading``."""
    for node in list(root.iter()):
        if isinstance(node.tag, str) and _FRAME.search(node.get("id") or "") and node.getparent() is not None:
            node.drop_tree()
    cut_hidden(root)
    if heading is None or any(_LIVE.search(node.text or "") for node in root.iter("script")):
        return
    story = next((node for node in heading.iterancestors() if node.tag == "article"), None)
    if story is not None and len(story.text_content()) >= _SHORTEST:
        _cut_neighbours(root, story)
    _cut_later_stories(root, heading)


def _cut_neighbours(root: etree._Element, story: etree._Element) -> None:
    """Articles that neither hold the story nor stand in it."""
    kept = {story, *story.iterancestors(), *story.iter()}
    for node in list(root.iter("article")):
        if node not in kept and node.getparent() is not None:
            node.drop_tree()


def _cut_later_stories(root: etree._Element, heading: etree._Element) -> None:
    """What stands under another ``h1`` below the story's: the next story of an endless page."""
    above = set(heading.iterancestors())
    after = False
    for node in list(root.iter("h1")):
        if node is heading:
            after = True
        elif after and root in node.iterancestors():
            part = node
            while part.getparent() is not None and part.getparent() not in above:
                part = part.getparent()
            if part is not node and len(part.text_content()) >= _SHORTEST and part.getparent() is not None:
                part.drop_tree()


def linked_authors(root: etree._Element) -> str:
    """The names that a byline's links to its authors' pages have, with commas; ``""`` where none has."""
    names: list[str] = []
    for link in root.iter("a"):
        words = " ".join(link.text_content().split())
        to_author = "author" in (link.get("rel") or "").split() or _AUTHOR_PAGE.search(link.get("href") or "")
        boxed = any(
            _BYLINE.search(f"{n.get('class')} {n.get('itemprop')}") for n in (link, *link.iterancestors())
        )
        if to_author and boxed and 2 <= len(words.split()) <= 5 and words.lower() != "email the author":
            names.append(words)
    return ", ".join(dict.fromkeys(names[:6]))
