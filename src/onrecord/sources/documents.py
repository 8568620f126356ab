"""Documents of word processors (DOCX, ODT, RTF): their paragraphs as plain text, then read as a text file."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import IO

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

from onrecord.errors import ItemError, UnreadableError
from onrecord.records import RawDocument
from onrecord.sources.boundaries import extra
from onrecord.sources.decoding import decode
from onrecord.sources.markup import local_name, safe_xml
from onrecord.sources.opening import Input
from onrecord.sources.plain_text import documents_in
from onrecord.sources.zipped import part_of

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ODT = "application/vnd.oasis.opendocument.text"
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "s": " ", "nobreakhyphen": "-"}
# What stands in a paragraph but is no part of its words: deleted text, field codes, drawings.
_NOT_TEXT = frozenset(
    ("del", "instrtext", "drawing", "pict", "ppr", "rpr", "annotation", "tracked-changes", "note")
)


# The field codes of a news database, which bold type sets apart from their values: so do three spaces.
_CODE = re.compile(
    r"^(HD|SE|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CO|IN|NS|RE|PUB|AN)[ \t]+(?=\S)", re.MULTILINE
)
_FEWEST_CODES = 4


def docx_items(where: str, packed: zipfile.ZipFile, _: IO[bytes]) -> Iterator[RawDocument | ItemError]:
    """The articles of a Word document; offsets point into its paragraphs, a line each."""
    yield from _read(where, packed, "word/document.xml", _DOCX)


def odt_items(where: str, packed: zipfile.ZipFile, _: IO[bytes]) -> Iterator[RawDocument | ItemError]:
    """The articles of an OpenDocument text; offsets point into its paragraphs, a line each."""
    yield from _read(where, packed, "content.xml", _ODT)


def _read(
    where: str, packed: zipfile.ZipFile, part: str, media_type: str
) -> Iterator[RawDocument | ItemError]:
    data = part_of(packed, part, where)
    text = "\n".join(_paragraphs(safe_xml(data, where)))
    if not text.strip():
        raise UnreadableError(where, "a document without text")
    yield from documents_in(text, where, data, media_type)


def _paragraphs(root: etree._Element) -> Iterator[str]:
    """The paragraphs of a document; a page break is a form feed on a line of its own."""
    for node in root.iter():
        if local_name(node) not in ("p", "h") or _is_inside(node):
            continue
        words = "".join(_words(node))
        yield from ("\f", words.strip()) if _breaks_page(node) else (words.strip(),)


def _is_inside(node: etree._Element) -> bool:
    """Whether a paragraph stands in another (a text box), whose words it is read with."""
    return any(local_name(above) in ("p", "h") for above in node.iterancestors())


def _breaks_page(node: etree._Element) -> bool:
    return any(local_name(inner) == "br" and "page" in inner.attrib.values() for inner in node.iter())


def _words(node: etree._Element) -> Iterator[str]:
    if node.text:
        yield node.text
    for inner in node:
        name = local_name(inner)
        if name in _BREAKS and "page" not in inner.attrib.values():
            yield _BREAKS[name]
        elif name and name not in _NOT_TEXT:
            yield from _words(inner)
        if inner.tail:
            yield inner.tail


def rtf_items(source: Input) -> Iterator[RawDocument | ItemError]:
    """The articles of a rich-text document; offsets point into its text."""
    with extra("documents", source.where):
        from striprtf import striprtf  # noqa: PLC0415 - an extra

    data = source.whole()
    plain = decode(data, source.where, "windows-1252")[0]
    text = str(striprtf.rtf_to_text(plain, errors="replace"))  # type: ignore[no-untyped-call]
    if not text.strip():
        raise UnreadableError(source.where, "a document without text")
    if len(_CODE.findall(text)) >= _FEWEST_CODES:
        text = _CODE.sub(r"\1   ", text)
    yield from documents_in(text, source.where, data, "application/rtf")
