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
from onrecord.sources.zipped import BROKEN, part_of

_CONTAINER = "META-INF/container.xml"
_LOCKED = "META-INF/encryption.xml"


def epub_members(where: str, packed: zipfile.ZipFile, _: IO[bytes]) -> Iterator[Member | ItemError]:
    """The chapters; the table of contents and the cover are left alone. Locked books are refused."""
    try:
        package = next(
            str(node.get("full-path"))
            for node in safe_xml(part_of(packed, _CONTAINER, where), where).iter()
            if local_name(node) == "rootfile"
        )
        root = safe_xml(part_of(packed, package, where), where)
    except (KeyError, StopIteration) as error:
        raise UnreadableError(where, "an EPUB without its list of contents") from error
    names = frozenset(packed.namelist())
    if _LOCKED in names and b"EncryptedData" in part_of(packed, _LOCKED, where):
        raise UnsupportedError(where, "a locked EPUB (DRM)")
    # A chapter counts once, however often the list names it.
    for name, is_navigation in dict(_spine(root, posixpath.dirname(package))).items():
        inner = f"{where}/{name}"
        if is_navigation:
            yield LeftAloneError(inner, "the book's table of contents")
        elif name not in names:
            yield UnreadableError(inner, "named in the book's list, but not in it")
        else:
            yield _chapter(packed, name, inner)


def _chapter(packed: zipfile.ZipFile, name: str, where: str) -> Member | ItemError:
    """One chapter, or why it cannot be had: the others are read all the same."""
    try:
        return Member(where, io.BytesIO(part_of(packed, name, where)), {"kind": "chapter"})
    except ItemError as error:
        return error
    except BROKEN as error:
        return UnreadableError(where, f"broken in the archive: {error}")


def _spine(root: etree._Element, folder: str) -> Iterator[tuple[str, bool]]:
    """Path of each chapter, and whether it only navigates."""
    items = {node.get("id"): node for node in root.iter() if local_name(node) == "item"}
    for reference in root.iter():
        item = items.get(reference.get("idref")) if local_name(reference) == "itemref" else None
        if item is not None and item.get("href"):
            path = posixpath.normpath(posixpath.join(folder, unquote(item.get("href"))))
            yield path, "nav" in (item.get("properties") or "").split() or reference.get("linear") == "no"
