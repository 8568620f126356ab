"""EPUB: the chapters in the order of the book's spine, each an input of its own."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import IO
from urllib.parse import unquote

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

from onrecord.errors import ItemError, LeftAloneError, UnreadableError, UnsupportedError
from onrecord.sources.markup import local_name, safe_xml
from onrecord.sources.opening import Member

_CONTAINER = "META-INF/container.xml"
_LOCKED = "META-INF/encryption.xml"


def epub_members(where: str, packed: zipfile.ZipFile, _: IO[bytes]) -> Iterator[Member | ItemError]:
    """The chapters; the table of contents and the cover are left alone. Locked books are refused."""
    try:
        package = next(
            str(node.get("full-path"))
            for node in safe_xml(packed.read(_CONTAINER), where).iter()
            if local_name(node) == "rootfile"
        )
        root = safe_xml(packed.read(package), where)
    except (KeyError, StopIteration) as error:
        raise UnreadableError(where, "an EPUB without its list of contents") from error
    if _LOCKED in packed.namelist() and b"EncryptedData" in packed.read(_LOCKED):
        raise UnsupportedError(where, "a locked EPUB (DRM)")
    for name, is_navigation in _spine(root, posixpath.dirname(package)):
        inner = f"{where}/{name}"
        if is_navigation:
            yield LeftAloneError(inner, "the book's table of contents")
        elif name not in packed.namelist():
            yield UnreadableError(inner, "named in the book's list, but not in it")
        else:
            yield Member(inner, io.BytesIO(packed.read(name)), {"kind": "chapter"})


def _spine(root: etree._Element, folder: str) -> Iterator[tuple[str, bool]]:
    """Path of each chapter, and whether it only navigates."""
    items = {node.get("id"): node for node in root.iter() if local_name(node) == "item"}
    for reference in root.iter():
        item = items.get(reference.get("idref")) if local_name(reference) == "itemref" else None
        if item is not None and item.get("href"):
            path = posixpath.normpath(posixpath.join(folder, unquote(item.get("href"))))
            yield path, "nav" in (item.get("properties") or "").split() or reference.get("linear") == "no"
