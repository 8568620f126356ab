"""Pages that set a record: rows of a label and what it names, as libraries and cutting services do."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

from onrecord.errors import ItemError
from onrecord.languages.fields import field_of, fold_key, is_header_key
from onrecord.records import RawDocument
from onrecord.sources.markup import element_text
from onrecord.sources.plain_text import documents_in

# Parts of an article that the rows of a record name at least, one of them its title or its paper.
_FEWEST = 3
_TELLING = frozenset(("title", "outlet"))
_LONGEST_LABEL = 40
# Labels of a text where no row is labelled as one.
_SUMMARIES = ("abstract", "note", "notes", "summary")
_TEXT_LABEL = "Text"


def labelled_items(root: etree._Element, where: str, data: bytes) -> Iterator[RawDocument | ItemError]:
    """The articles of a page whose rows name their parts, none where it is no such page."""
    rows = list(_rows(root))
    parts = {field_of(label) for label, _, _ in rows} - {None}
    if len(parts) < _FEWEST or not parts & _TELLING:
        return
    for label, value, row in rows:
        named = label
        if "text" not in parts and fold_key(label) in _SUMMARIES:
            named = _TEXT_LABEL
        _put(row, named, value)
    body = next(iter(root.iter("body")), root)
    yield from documents_in(element_text(body), where, data, "text/html")


def _rows(root: etree._Element) -> Iterator[tuple[str, etree._Element, etree._Element]]:
    """Every row of two cells, the first a label: the label, the cell with the value, the row."""
    for row in root.iter("tr", "dl"):
        cells = [cell for cell in row if cell.tag in ("td", "th", "dt", "dd")]
        pairs = [cells] if row.tag == "tr" else list(zip(cells[::2], cells[1::2], strict=False))
        for pair in pairs:
            if len(pair) != 2:
                continue
            label = " ".join(pair[0].text_content().split()).rstrip(": ")
            if 0 < len(label) <= _LONGEST_LABEL:
                yield label, pair[1], pair[0]


def _put(cell: etree._Element, label: str, value: etree._Element) -> None:
    """Write a label and its value as a line of a record; a text below its label, what is no part nowhere."""
    words = element_text(value)
    name = field_of(label)
    for each in (cell, value):
        for inner in list(each):
            each.remove(inner)
        each.text = ""
    if name == "text":
        cell.text = f"{label}:"
        for line in words.split("\n"):
            etree.SubElement(value, "p").text = line
    elif name is not None and is_header_key(label):
        cell.text = f"{label}: {' '.join(words.split())}"
