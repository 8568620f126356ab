"""What a list in an archive says of the other files there: their titles, writers, papers and days.

Programs that keep articles export them so: the texts one by one, and beside them a table of what is known of
each, under the name that its file bears.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Container, Iterator, Mapping
from pathlib import PurePosixPath

from onrecord.errors import ItemError
from onrecord.sources.decoding import decode
from onrecord.sources.json_wrapped import loads
from onrecord.sources.limits import MIB
from onrecord.sources.objects import TOLD
from onrecord.sources.rows import document, has_text
from onrecord.sources.zipped import BROKEN, part_of

# Columns that may hold the name of a file, with or without its folder and ending.
_NAMES = ("slug", "id", "post_id", "filename", "file_name", "file", "path", "uuid", "key", "_id")
_LISTS = (".json", ".csv")
_LONGEST_LIST, _MOST_LISTS = 4 * MIB, 16
# Two rows of a list say of two files what they are; fewer facts than these are a log's.
_FEWEST_TOLD = 2
# What stands for the text, which is in the other file.
_STAND_IN = "x" * 400


def described_members(packed: zipfile.ZipFile, where: str) -> dict[str, dict[str, str]]:
    """Fields by the stem of the file that they are of."""
    names = [info for info in packed.infolist() if not info.is_dir() and not info.flag_bits & 1]
    stems = set(map(_stem, names))
    lists = [info for info in names if PurePosixPath(info.filename).suffix.lower() in _LISTS]
    if len(lists) > _MOST_LISTS or len(lists) == len(names):
        return {}
    found: dict[str, dict[str, str]] = {}
    for info in lists:
        for row in _listed(packed, info, where):
            stem = _file_of(row, stems)
            if stem is not None and stem != _stem(info) and not has_text(row):
                found.setdefault(stem, _fields(row, where))
    return {stem: fields for stem, fields in found.items() if len(fields.keys() & TOLD) >= _FEWEST_TOLD}


def _stem(info: zipfile.ZipInfo) -> str:
    return PurePosixPath(info.filename).stem


def _listed(packed: zipfile.ZipFile, info: zipfile.ZipInfo, where: str) -> list[Mapping[str, object]]:
    """The rows of a list; none of one that cannot be read, which is told when it is read itself."""
    if info.file_size > _LONGEST_LIST:
        return []
    try:
        return list(_rows(decode(part_of(packed, info.filename, where), where)[0], info.filename))
    except (ItemError, ValueError, RecursionError, csv.Error, *BROKEN):
        return []


def _file_of(row: Mapping[str, object], stems: Container[str]) -> str | None:
    """The stem of the file that a row names."""
    named = (PurePosixPath(str(row.get(key) or "")).stem for key in _NAMES)
    return next((stem for stem in named if stem in stems), None)


def _rows(text: str, name: str) -> Iterator[Mapping[str, object]]:
    if name.lower().endswith(".csv"):
        yield from csv.DictReader(io.StringIO(text))
        return
    top = loads(text)
    for part in [top, *(top.values() if isinstance(top, dict) else ())]:
        yield from (row for row in (part if isinstance(part, list) else [part]) if isinstance(row, dict))


def _fields(row: Mapping[str, object], where: str) -> dict[str, str]:
    found = document({**row, "text": _STAND_IN}, path=where, item=0, data=b"", media_type="")
    return {} if isinstance(found, ItemError) else dict(found.fields)
