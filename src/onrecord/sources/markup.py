"""The text of marked-up fragments, one paragraph a line."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types
from lxml import html as lxml_html

from onrecord.errors import UnsupportedError

_MARKUP = re.compile(r"</(?:p|div|li|h[1-6]|span|blockquote)>|<br ?/?>|<p(?: [^<>]{0,200})?>", re.IGNORECASE)
# Markup that was written as text once more than it should.
_ESCAPED = re.compile(r"&(?:amp;){0,3}lt;/?(?:p|br|div|span|h[1-6])\b", re.IGNORECASE)
_OFTEN = 3
_BLOCKS = frozenset(
    """address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header
    li hl1 hl2 main ol p pre section table td th tr ul""".split()  # noqa: SIM905 - thirty names, not thirty lines
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_SILENT = frozenset(("script", "style", "noscript", "template", "iframe", "svg", "head"))


def declared_charset(page: bytes) -> str | None:
    """The encoding that a page says it is in, near its beginning."""
    found = _CHARSET.search(page[:4096])
    return found[1].decode("ascii") if found else None


def safe_xml(data: bytes, where: str) -> etree._Element:
    """The root of ``data``, no entity expanded, nothing fetched; ``UnsupportedError`` if it is no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data.lstrip(), parser)
    except etree.XMLSyntaxError as error:
        raise UnsupportedError(where, f"XML that cannot be parsed: {error.msg}") from error


def is_markup(text: str) -> bool:
    """Whether a row's text field holds HTML: two block tags, or one in a text that begins with a tag."""
    first = _MARKUP.search(text)
    if first is None:
        return False
    return text.lstrip().startswith("<") or _MARKUP.search(text, first.end()) is not None


def unescaped(text: str) -> str:
    """``text``; where its markup was escaped on the way, once or oftener, as it was written."""
    for _ in range(_OFTEN):
        if is_markup(text) or not _ESCAPED.search(text):
            break
        text = html.unescape(text)
    return text


def fragment_text(markup: str) -> str:
    """The text of an HTML fragment, one paragraph a line; ``""`` when there is none."""
    try:
        return element_text(_fragment(markup))
    except (etree.LxmlError, ValueError):
        return ""


def _fragment(markup: str) -> etree._Element:
    try:
        return lxml_html.fragment_fromstring(markup, create_parent="div")
    except AssertionError:  # of two bodies, as a page has in which another one begins
        return lxml_html.document_fromstring(markup)


_MAIL_FURNITURE = re.compile(
    r"unsubscribe|view (?:this |it )?(?:e?mail |message )?(?:in|on) (?:your |a )?(?:web )?browser|view online"
    r"|manage (?:your )?(?:preferences|subscriptions?)|update (?:your )?preferences|forward to a friend",
    re.IGNORECASE,
)
_CELLS = frozenset(("td", "p", "div", "li", "footer"))
_LONGEST_CELL = 500


def mail_text(markup: str) -> str:
    """The text of a message in HTML, without what is hidden and the cells that only manage a subscription."""
    try:
        root = lxml_html.document_fromstring(markup)
    except (etree.LxmlError, ValueError):
        return ""
    cut_hidden(root)
    kept: set[etree._Element] = set()
    for link in list(root.iter("a")):
        if _MAIL_FURNITURE.search(link.text_content()):
            cell = next((above for above in link.iterancestors() if above.tag in _CELLS), None)
            if cell is None or cell in kept:
                continue
            if has_text(cell, _LONGEST_CELL):
                kept.add(cell)  # looked at once, however many links stand in it
            else:
                cell.clear(keep_tail=True)
    return element_text(root)


def has_text(node: etree._Element, characters: int) -> bool:
    """Whether at least so many characters stand below ``node``; no more than those are looked at."""
    found = 0
    for text in node.itertext():
        found += len(text)
        if found >= characters:
            return True
    return False


_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


# Scripts show whole stories that were hidden; what stays hidden is a notice, a preview, a wall.
_LONGEST_HIDDEN = 600


def cut_hidden(root: etree._Element) -> None:
    """Take out what a reader of the page does not see, but for what is as long as a story."""
    cut([node for node in root.iter() if node is not root and _is_hidden(node)])


def _is_hidden(node: etree._Element) -> bool:
    if not isinstance(node.tag, str) or node.tag in ("html", "body"):
        return False
    # A browser's add-on that saves pages marks with this class what was hidden in front of the reader.
    if "sf-hidden" in (node.get("class") or "").split():
        return True
    hidden = node.get("hidden") is not None or _HIDDEN.search(node.get("style") or "")
    return bool(hidden) and not has_text(node, _LONGEST_HIDDEN)


def cut(nodes: Iterable[etree._Element]) -> None:
    """Take ``nodes`` out of their tree; the words behind each stay.

    One at a time, as lxml does it, those between many neighbours would be copied again for each of them.
    """
    gone = set(nodes)
    for parent in dict.fromkeys(parent for node in gone if (parent := node.getparent()) is not None):
        kept: etree._Element | None = None
        behind: list[str] = [parent.text or ""]
        for node in list(parent):
            if node not in gone:
                _put_behind(parent, kept, behind)
                kept, behind = node, [node.tail or ""]
                continue
            behind.append(node.tail or "")
            parent.remove(node)
        _put_behind(parent, kept, behind)


def _put_behind(parent: etree._Element, node: etree._Element | None, words: list[str]) -> None:
    """Write ``words`` behind ``node``, or where ``parent`` begins."""
    if len(words) > 1 and node is None:
        parent.text = "".join(words)
    elif len(words) > 1 and node is not None:
        node.tail = "".join(words)


def element_text(root: etree._Element) -> str:
    """The text below ``root`` in HTML, XHTML or NITF, one paragraph a line; scripts and styles left out."""
    lines: list[list[str]] = [[]]
    for piece in _pieces(root):
        if piece is None:
            lines.append([])
        else:
            lines[-1].append(piece)
    joined = (" ".join("".join(line).split()) for line in lines)
    return "\n".join(line for line in joined if line)


def _pieces(root: etree._Element) -> Iterator[str | None]:
    """The text below ``root`` piece by piece, None where a block begins or ends."""
    skipped: etree._Element | None = None
    for event, node in etree.iterwalk(root, events=("start", "end")):
        tag = local_name(node)
        if tag in _BLOCKS:
            yield None
        if event == "start" and skipped is None:
            skipped = node if tag in _SILENT or not tag else None
            yield (node.text or "") if skipped is None else ""
        elif event == "end":
            skipped = None if node is skipped else skipped
            yield (node.tail or "") if node is not root and skipped is None else ""


def local_name(node: etree._Element) -> str:
    """The tag without its namespace, lower case; ``""`` for comments and instructions."""
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""
