"""The text of marked-up fragments, one paragraph a line."""

from __future__ import annotations

import re

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types
from lxml import html as lxml_html

_MARKUP = re.compile(r"</(?:p|div|li|h[1-6]|span|blockquote)>|<br ?/?>|<p(?: [^<>]{0,200})?>", re.IGNORECASE)
_BLOCKS = frozenset(
    """address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header
    li hl1 hl2 main ol p pre section table td th tr ul""".split()  # noqa: SIM905 - thirty names, not thirty lines
)
_SILENT = frozenset(("script", "style", "noscript", "template", "iframe", "svg", "head"))


def is_markup(text: str) -> bool:
    """Whether a row's text field holds HTML: two block tags, or one in a text that begins with a tag."""
    first = _MARKUP.search(text)
    if first is None:
        return False
    return text.lstrip().startswith("<") or _MARKUP.search(text, first.end()) is not None


def fragment_text(markup: str) -> str:
    """The text of an HTML fragment, one paragraph a line; ``""`` when there is none."""
    try:
        root = lxml_html.fragment_fromstring(markup, create_parent="div")
    except (etree.LxmlError, ValueError):
        return ""
    return element_text(root)


def element_text(root: etree._Element) -> str:
    """The text below ``root`` in HTML, XHTML or NITF, one paragraph a line; scripts and styles left out."""
    lines: list[str] = [""]
    skipped: etree._Element | None = None
    for event, node in etree.iterwalk(root, events=("start", "end")):
        tag = local_name(node)
        if tag in _BLOCKS:
            lines.append("")
        if event == "start" and skipped is None:
            if tag in _SILENT or not tag:
                skipped = node
            else:
                lines[-1] += node.text or ""
        if event == "end":
            skipped = None if node is skipped else skipped
            if node is not root and skipped is None:
                lines[-1] += node.tail or ""
    joined = (" ".join(line.split()) for line in lines)
    return "\n".join(line for line in joined if line)


def local_name(node: etree._Element) -> str:
    """The tag without its namespace, lower case; ``""`` for comments and instructions."""
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""
