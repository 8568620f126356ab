"""Paths as a user writes them → files, in one order on every machine."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from onrecord.errors import ItemError, LeftAloneError, LimitError, UnreadableError, UnsupportedError
from onrecord.sources.limits import MAX_DEPTH

STDIN = "-"
# What a folder says about itself, not what it holds; named outright it is read like any file.
_ABOUT = re.compile(r"\.|readme(?:\.(?:md|txt|rst|html))?$", re.IGNORECASE)


def find(paths: Iterable[str | Path], report: Callable[[ItemError], None]) -> Iterator[str]:
    """Every file that ``paths`` name, once each: files, folders (recursive, sorted), globs and ``-``.

    Inside a folder, hidden names and READMEs are left alone. They, and what cannot be used, go to
    ``report``.
    """
    seen: set[str] = set()
    for given in paths:
        for path in _expand(str(given), report):
            key = path if path == STDIN else os.path.realpath(path)
            if key not in seen:
                seen.add(key)
                yield path


def _expand(given: str, report: Callable[[ItemError], None]) -> Iterator[str]:
    if given == STDIN:
        yield STDIN
    elif "\0" in given or not given:
        report(UnreadableError(repr(given), "not a path"))
    elif os.path.lexists(given):
        yield from _walk(given, report, ())
    elif glob.has_magic(given):
        matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
        if not matches:
            report(UnreadableError(given, "no file matches this pattern"))
        for match in matches:
            yield from _walk(match, report, ())
    else:
        report(UnreadableError(given, "no such file or folder"))


def is_about(name: str) -> bool:
    """Whether a file's or folder's ``name`` is hidden, or a README's."""
    return _ABOUT.match(name) is not None


def _walk(path: str, report: Callable[[ItemError], None], above: tuple[str, ...]) -> Iterator[str]:
    """``path`` if it is a file, else the files below it; ``above``: real paths of the folders entered."""
    try:
        mode = Path(path).stat().st_mode
        if stat.S_ISREG(mode):
            yield path
            return
        every, real = _inner_names(path, mode, above)
    except ItemError as error:
        report(error)
        return
    except OSError as error:
        report(UnreadableError(path, error.strerror or str(error)))
        return
    names = [name for name in every if not is_about(name)]
    for name in every:
        if is_about(name):
            report(LeftAloneError(str(Path(path) / name), "hidden, or a README: name it to have it read"))
    if not names and not above:
        report(UnreadableError(path, "an empty folder"))
    for name in names:
        yield from _walk(str(Path(path) / name), report, (*above, real))


def _inner_names(path: str, mode: int, above: tuple[str, ...]) -> tuple[list[str], str]:
    """What the folder ``path`` holds, sorted, and its real path; an error where it is not to be entered."""
    if not stat.S_ISDIR(mode):
        raise UnsupportedError(path, "not a regular file (a device, socket or pipe)")
    real = os.path.realpath(path)
    if real in above:
        raise LimitError(path, "a link back to a folder above it")
    if len(above) >= MAX_DEPTH:
        raise LimitError(path, f"more than {MAX_DEPTH} folders deep")
    return sorted(inner.name for inner in Path(path).iterdir()), real
