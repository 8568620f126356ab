"""Where a failing item is named instead of ending the run."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from onrecord.errors import FatalError, ItemError, LimitError, RetryError, UnreadableError, UnsupportedError
from onrecord.records import RawDocument


def guarded(found: Iterable[RawDocument | ItemError], where: str) -> Iterator[RawDocument | ItemError]:
    """``found``, its last item the error of a reader that raised one."""
    try:
        yield from found
    except Exception as error:  # noqa: BLE001 - a reader runs on hostile bytes: whatever it raises, the rest goes on
        yield named(error, where)


def named(error: Exception, where: str) -> ItemError:
    """``error`` as one of this input; errors that concern the whole run are raised again."""
    if isinstance(error, (FatalError, RetryError)):
        raise error
    if isinstance(error, ItemError):
        return error
    if isinstance(error, RecursionError):
        return LimitError(where, "nested too deep")
    if isinstance(error, MemoryError):
        return LimitError(where, "needs more memory than there is")
    if isinstance(error, (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile)):
        return UnreadableError(where, f"cut off or damaged: {error}")
    if isinstance(error, OSError):
        return UnreadableError(where, error.strerror or str(error))
    if isinstance(error, UnicodeError):
        return UnsupportedError(where, f"not text: {error}")
    return UnsupportedError(where, f"cannot be read ({type(error).__name__}: {error})"[:300])


@contextmanager
def extra(name: str, where: str) -> Iterator[None]:
    """Round the import of an optional dependency: without it the input is refused, with the way out."""
    try:
        yield
    except ImportError as error:
        raise UnsupportedError(where, f"reading this takes: pip install 'onrecord[{name}]'") from error
