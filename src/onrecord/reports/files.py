"""Writing files so that a reader never meets half of one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A binary stream whose bytes take the place of ``path`` at the end, or never do.

    The new file is written beside the old one and renamed over it; an exception leaves the old one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{token_hex(8)}")
    try:
        with new.open("xb") as stream:
            yield stream
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def write_text(path: Path, text: str) -> Path:
    """Put ``text`` into ``path`` as UTF-8; lone surrogates, which UTF-8 cannot hold, become U+FFFD."""
    with replacing(path) as stream:
        stream.write(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode())
    return path


def json_bytes(value: object, *, indent: int | None = None) -> bytes:
    """``value`` as UTF-8 JSON; falls back to escapes where text holds a lone surrogate."""
    try:
        return json.dumps(value, ensure_ascii=False, indent=indent, default=_plain).encode()
    except UnicodeEncodeError:
        return json.dumps(value, indent=indent, default=_plain).encode("ascii")


def json_text(value: object) -> str:
    """``value`` as one line of JSON."""
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: object) -> object:
    """What JSON has no word for: mappings and iterables by their content, the rest by name."""
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Iterable) and not isinstance(value, bytes):
        return sorted(value) if isinstance(value, set | frozenset) else list(value)
    return str(value)


def write_json(path: Path, value: object) -> Path:
    """Put ``value`` into ``path`` as indented JSON."""
    with replacing(path) as stream:
        stream.write(json_bytes(value, indent=2) + b"\n")
    return path


def write_lines(path: Path, lines: Iterable[bytes]) -> Path:
    """Put ``lines`` into ``path``, each with a line end, without holding them all."""
    with replacing(path) as stream:
        stream.writelines(line + b"\n" for line in lines)
    return path
