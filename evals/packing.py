"""Members packed into one file, as a user would hand it in: archives, documents, workbooks, web archives."""

from __future__ import annotations

import bz2
import csv
import html
import io
import plistlib
import tarfile
import zipfile
from collections.abc import Callable, Mapping


def _zip(members: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return data.getvalue()


def _tar(members: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as packed:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            packed.addfile(info, io.BytesIO(content))
    return bz2.compress(data.getvalue())


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _docx(members: Mapping[str, bytes]) -> bytes:
    lines = next(iter(members.values())).decode().split("\n")
    paragraphs = "".join(
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        if line == "\f"
        else f"<w:p><w:r><w:t>{html.escape(line, quote=False)}</w:t></w:r></w:p>"
        for line in lines
    )
    body = f'<w:document xmlns:w="{_WORD}"><w:body>{paragraphs}</w:body></w:document>'
    return _zip({"word/document.xml": body.encode(), "[Content_Types].xml": b"<Types/>"})


def _rows(members: Mapping[str, bytes]) -> list[list[str]]:
    return list(csv.reader(io.StringIO(next(iter(members.values())).decode())))


def _xlsx(members: Mapping[str, bytes]) -> bytes:
    import openpyxl  # noqa: PLC0415 - an extra

    book = openpyxl.Workbook()
    for row in _rows(members):
        book.active.append([cell or None for cell in row])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _parquet(members: Mapping[str, bytes]) -> bytes:
    import pyarrow as pa  # noqa: PLC0415 - an extra
    from pyarrow import parquet  # noqa: PLC0415

    names, *rows = _rows(members)
    data = io.BytesIO()
    parquet.write_table(pa.table(dict(zip(names, zip(*rows, strict=True), strict=True))), data)
    return data.getvalue()


def _epub(members: Mapping[str, bytes]) -> bytes:
    files: dict[str, bytes] = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        b'<rootfiles><rootfile full-path="c.opf"/></rootfiles></container>',
    }
    items = spine = ""
    for number, content in enumerate(members.values()):
        page = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{content.decode()}</body></html>'
        files[f"{number}.xhtml"] = page.encode()
        items += f'<item id="c{number}" href="{number}.xhtml" media-type="application/xhtml+xml"/>'
        spine += f'<itemref idref="c{number}"/>'
    opf = f"<manifest>{items}</manifest><spine>{spine}</spine>"
    files["c.opf"] = f'<package xmlns="http://www.idpf.org/2007/opf">{opf}</package>'.encode()
    return _zip(files)


def _warc(members: Mapping[str, bytes]) -> bytes:
    records = []
    for url, page in members.items():
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
            "WARC-Date: 2023-01-01T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        records.append(head.encode() + http + b"\r\n\r\n")
    return b"".join(records)


def _wet(members: Mapping[str, bytes]) -> bytes:
    records = [
        f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2023-03-01T00:00:00Z\r\n"
        f"Content-Type: text/plain\r\nContent-Length: {len(page)}\r\n\r\n".encode()
        + page
        + b"\r\n\r\n"
        for url, page in members.items()
    ]
    return b"".join(records)


def _wacz(members: Mapping[str, bytes]) -> bytes:
    return _zip({"datapackage.json": b'{"profile": "data-package"}', "archive/data.warc": _warc(members)})


_OPEN = "urn:oasis:names:tc:opendocument:xmlns:"


def _odt(members: Mapping[str, bytes]) -> bytes:
    lines = next(iter(members.values())).decode().split("\n")
    paragraphs = "".join(f"<text:p>{html.escape(line, quote=False)}</text:p>" for line in lines)
    names = f'xmlns:office="{_OPEN}office:1.0" xmlns:text="{_OPEN}text:1.0"'
    body = f"<office:body><office:text>{paragraphs}</office:text></office:body>"
    return _zip(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {names}>{body}</office:document-content>".encode(),
        }
    )


def _pptx(members: Mapping[str, bytes]) -> bytes:
    slide = html.escape(next(iter(members.values())).decode())
    return _zip(
        {
            "[Content_Types].xml": b"<Types/>",
            "ppt/presentation.xml": b"<p:presentation xmlns:p='p'/>",
            "ppt/slides/slide1.xml": f"<a:t xmlns:a='a'>{slide}</a:t>".encode(),
        }
    )


def _pages(members: Mapping[str, bytes]) -> bytes:
    preview = next(iter(members.values()))
    return _zip({"Index/Document.iwa": b"\0\1\2", "Metadata/Properties.plist": b"", "preview.jpg": preview})


def _webarchive(members: Mapping[str, bytes]) -> bytes:
    url, page = next(iter(members.items()))
    main = {"WebResourceData": page, "WebResourceURL": url, "WebResourceMIMEType": "text/html"}
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


PACKERS: dict[str, tuple[str, Callable[[Mapping[str, bytes]], bytes]]] = {
    "zip": ("input.zip", _zip),
    "tar.bz2": ("input.tar.bz2", _tar),
    "docx": ("input.docx", _docx),
    "xlsx": ("input.xlsx", _xlsx),
    "parquet": ("input.parquet", _parquet),
    "epub": ("input.epub", _epub),
    "warc": ("input.warc", _warc),
    "wacz": ("input.wacz", _wacz),
    "webarchive": ("input.webarchive", _webarchive),
    "wet": ("input.warc.wet", _wet),
    "odt": ("input.odt", _odt),
    "pptx": ("input.pptx", _pptx),
    "pages": ("input.pages", _pages),
}
