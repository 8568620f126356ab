"""Zip files: one part of a document that is one, held whole under a bound; what a broken one raises."""

from __future__ import annotations

import zipfile
import zlib

from onrecord.errors import LimitError
from onrecord.sources.limits import MAX_WHOLE_FILE, MIB

# A damaged directory or member, a packing that ``zipfile`` does not know, and an end that comes too soon.
BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError)


def part_of(packed: zipfile.ZipFile, name: str, where: str) -> bytes:
    """The bytes of one part; ``zipfile`` reads no more of it than its entry says.

    Raises:
        KeyError: there is none of that name.
        LimitError: its entry says more than ``MAX_WHOLE_FILE``.
    """
    if packed.getinfo(name).file_size > MAX_WHOLE_FILE:
        raise LimitError(where, f"a part of more than {MAX_WHOLE_FILE // MIB} MB ({name})")
    return packed.read(name)
