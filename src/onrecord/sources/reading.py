"""Inputs as a user names them → raw documents, one at a time; what cannot be used is named."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import ItemError, LimitError, UnreadableError
from onrecord.records import RawDocument, Skipped
from onrecord.sources.archives import Found, tar_items, warc_items, zip_items
from onrecord.sources.boundaries import guarded
from onrecord.sources.captions import caption_items
from onrecord.sources.csv_rows import csv_items
from onrecord.sources.documents import rtf_items
from onrecord.sources.finding import STDIN, find
from onrecord.sources.html_pages import html_items
from onrecord.sources.json_rows import json_items, jsonl_items
from onrecord.sources.limits import MAX_CONTAINERS
from onrecord.sources.mail import mail_items, mbox_items
from onrecord.sources.opening import Growth, Input, Member, Readable, open_input
from onrecord.sources.pdf import pdf_items
from onrecord.sources.plain_text import text_items
from onrecord.sources.recorded import answer_items
from onrecord.sources.references import reference_items
from onrecord.sources.sheets import parquet_items
from onrecord.sources.sniffing import Format, sniff
from onrecord.sources.storable import shown, storable, storable_reason
from onrecord.sources.webarchive import webarchive_items
from onrecord.sources.xml_news import xml_items

Reader = Callable[[Input], Iterator[Found]]

_READERS: Mapping[Format, Reader] = {
    "text": text_items,
    "html": html_items,
    "xml": xml_items,
    "mail": mail_items,
    "mbox": mbox_items,
    "jsonl": jsonl_items,
    "json": json_items,
    "csv": csv_items,
    "zip": zip_items,
    "tar": tar_items,
    "warc": warc_items,
    "pdf": pdf_items,
    "rtf": rtf_items,
    "parquet": parquet_items,
    "webarchive": webarchive_items,
    "captions": caption_items,
    "references": reference_items,
    "answer": answer_items,
}


def read(
    paths: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    on_skip: Callable[[Skipped], None] = lambda _: None,
    columns: Mapping[str, str] | None = None,
) -> Iterator[RawDocument]:
    """Every article in ``paths``, lazily and in one order: files, folders, globs, ``-`` for stdin.

    Formats are told by content: plain text (one article or several), HTML, news feeds and agency XML,
    stored e-mail, mailboxes and pages, JSONL, JSON, CSV and TSV, tables and documents of office programs,
    PDF, EPUB, each also packed; zip, tar and WARC files are opened. Rows are streamed. What cannot be used is
    handed to ``on_skip`` with the place (``path`` or ``path#item``, items counted from 0), a reason and
    the error's class; nothing is raised.

    Args:
        paths: paths and patterns as the user wrote them; a file named twice is read once.
        stdin: bytes for ``-``; the process's own standard input when None.
        on_skip: told of every input or row that was not used.
        columns: what columns of tables and keys of JSON mean, by their names: ``{"klartext": "text"}``; the
            parts are those of ``languages.fields.PARTS``. Names that are known by themselves need none.
    """

    def report(error: ItemError) -> None:
        on_skip(Skipped(shown(error.where), storable_reason(error.reason), type(error).__name__))

    for path in find(paths, report):
        for found in guarded(_found(path, stdin, columns), path):
            if isinstance(found, ItemError):
                report(found)
            else:
                yield storable(found)


def _found(
    path: str, stdin: BinaryIO | None, columns: Mapping[str, str] | None
) -> Iterator[RawDocument | ItemError]:
    """What one path holds, ``-`` being ``stdin`` or the process's own."""
    if path != STDIN:
        yield from _opened(path, None, columns=columns)
        return
    own = getattr(sys.stdin, "buffer", None)  # a process may be started without one
    stream = stdin if stdin is not None else own
    if stream is None:
        raise UnreadableError("<stdin>", "standard input is closed")
    yield from _opened("<stdin>", stream, columns=columns)


def _told(item: RawDocument | ItemError, said: Mapping[str, str]) -> RawDocument | ItemError:
    """``item`` with what its container says of it."""
    if isinstance(item, ItemError) or not said:
        return item
    return replace(item, fields={**item.fields, **said})


def _opened(
    where: str,
    stream: Readable | None,
    about: Mapping[str, str] | None = None,
    depth: int = 0,
    growth: Growth | None = None,
    *,
    columns: Mapping[str, str] | None,
) -> Iterator[RawDocument | ItemError]:
    """What one input holds; a container's members are inputs of their own, ``depth`` containers down."""
    with open_input(where, stream, about, growth, columns) as source:
        for found in _READERS[sniff(source)](source):
            if not isinstance(found, Member):
                yield found
            elif depth >= MAX_CONTAINERS:
                yield LimitError(found.where, f"more than {MAX_CONTAINERS} containers in one another")
            else:
                inner = _opened(
                    found.where, found.stream, found.about, depth + 1, source.growth, columns=columns
                )
                for item in guarded(inner, found.where):
                    yield _told(item, found.said)
