"""Boxes of a page that speak of the site itself: what it stores, what it costs, what it would send."""

from __future__ import annotations

import re

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

from onrecord.sources.markup import cut, has_text

# The names that sites, and what they buy, give to such boxes.
_ABOUT = r"(?:cookies?|gdpr|consent|privacy|newsletter|sign-?up|subscribe|subscription)"
_BOX = r"(?:banner|bar|box|layer|notice|pop-?up|wall|overlay|modal|dialog|form|promo|signup|widget)"
_NOTICE = re.compile(
    rf"(?<![a-z])(?:{_ABOUT}[-_ ]?{_BOX}|gdpr|onetrust[\w-]*|cmp[-_]\w+|consent)(?![a-z-])", re.IGNORECASE
)
_WALL = re.compile(
    r"(?<![a-z])(?:(?:pay|reg|metered)-?wall|(?:paywall-|article-|content-)?gate)(?![a-z-])",
    re.IGNORECASE,
)
# A longer box may hold the story; what stands in a wall's is one oftener.
_LONGEST, _LONGEST_IN_WALL = 700, 300
_BOXES = ("div", "section", "aside", "dialog", "form")


def cut_notices(root: etree._Element, heading: etree._Element | None) -> None:
    """Take them out of ``root``, but for what holds the story's ``heading``."""
    above = {heading, *heading.iterancestors()} if heading is not None else set()
    boxes = ((node, _least(node)) for node in root.iter(*_BOXES) if node is not root and node not in above)
    cut([node for node, least in boxes if least and not has_text(node, least)])


def _least(node: etree._Element) -> int:
    """From how many characters on a box of such a name is not a notice; 0 for other names."""
    marks = f"{node.get('class') or ''} {node.get('id') or ''}"
    if node.tag == "dialog" or node.get("role") in ("dialog", "alertdialog") or _NOTICE.search(marks):
        return _LONGEST
    return _LONGEST_IN_WALL if _WALL.search(marks) else 0
