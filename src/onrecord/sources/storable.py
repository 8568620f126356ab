"""What a reader found, made fit to be stored, with a note of what was changed.

Text keeps its length, so that every offset holds. In fields invisible characters go: nobody can see or
search them, and some of them steer terminals.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import replace

from onrecord.records import RawDocument

# Half a surrogate pair ("\\ud83d" cut off, a file name in no known encoding) is no character.
_HALF = re.compile("[\ud800-\udfff]")
# Controls but tab and line ends, soft hyphens, zero-width and direction marks, the byte order mark.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
NOTE = "changed"


def storable(raw: RawDocument) -> RawDocument:
    """``raw`` without what no file or table can hold; ``fields["changed"]`` says what that was."""
    text, halves = _HALF.subn("\ufffd", raw.text) if not raw.text.isascii() else (raw.text, 0)
    fields = {_visible(name): _visible(value) for name, value in raw.fields.items()}
    notes = [fields[NOTE]] if fields.get(NOTE) else []
    if halves:
        notes.append(f"{halves} half characters in the text replaced by U+FFFD")
    notes += _changed(raw.fields, fields)
    if notes:
        fields[NOTE] = "; ".join(notes)
    return replace(raw, path=shown(raw.path), text=text, fields=fields)


def storable_reason(reason: str) -> str:
    """``reason`` as one line of visible text, for a message that quotes the input."""
    return " ".join(_visible(reason).split())


def _visible(value: str) -> str:
    if value.isascii() and value.isprintable():
        return value
    return _INVISIBLE.sub("", _HALF.sub("\ufffd", value))


def _changed(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """The fields that lost halves of characters or controls; typesetters' invisible marks go unsaid."""
    lost = re.compile(f"{_HALF.pattern}|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
    names = [
        new for (old, value), new in zip(before.items(), after, strict=False) if lost.search(old + value)
    ]
    return [f"characters that cannot be shown taken out of {', '.join(names)}"] if names else []


def shown(path: str) -> str:
    r"""``path`` as text: the bytes of a name that is not UTF-8 are written ``\xe9``."""
    if path.isascii():
        return path
    return os.fsencode(path).decode("utf-8", "backslashreplace") if _HALF.search(path) else path
