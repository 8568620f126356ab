"""A record of ``Key: value`` lines: what one line gives, where the body begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.languages.fields import field_of, is_header_key
from onrecord.records import Span

_BOLD = r"(?:\*\*|__)?"
LINE = re.compile(
    rf"(?:[ \t]{{0,3}}|- ){_BOLD}([^\W\d_][\w .\-/]{{0,40}}?)[ \t]{{0,4}}:{_BOLD}(?:[ \t]+|$)(.*)"
)
# Behind a semicolon, or in the next column of a sheet.
_SECOND_KEY = re.compile(r"(?:;[ \t]|(?<![ \t])[ \t]{2})[ \t]*+(?=[^\W\d_][\w ]{1,30}:[ \t])")
_MOST_KEYS = 12  # on one line


@dataclass(slots=True)
class Header:
    """What stood before the body. ``title`` is the place of the title's own characters.

    ``more``: further pieces of the body, where a record's codes stand between them.
    """

    body: Span
    title: Span | None = None
    fields: dict[str, str] = field(default_factory=dict)
    more: tuple[Span, ...] = ()

    def known(self) -> set[str]:
        """The parts of an article that its keys name."""
        return {name for name in map(field_of, self.fields) if name is not None}


def keyed(content: str) -> re.Match[str] | None:
    """The match of a line of a header record whose key is known."""
    match = LINE.match(content)
    return match if match is not None and is_header_key(match.group(1)) else None


def add_line(header: Header, text: str, line: Span, match: re.Match[str]) -> None:
    """What a line of ``text`` says, by the match of ``LINE`` in it."""
    add(header, text, line, line.start + match.start(2), match.group(1))


def add(header: Header, text: str, line: Span, offset: int, key: str) -> None:
    """One ``key: value``; ``offset`` is where the value starts."""
    value = text[offset : line.end].strip()
    start = text.index(value, offset) if value else offset
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" and value[0] not in value[1:-1]:
        value, start = value[1:-1], start + 1
    value, *rest = _SECOND_KEY.split(value, _MOST_KEYS) if len(value) < 2000 else [value]
    if field_of(key) == "title" and header.title is None and value:
        header.title = Span(start, start + len(value))
    header.fields.setdefault(key, value)
    for second in rest:
        found = LINE.match(second)
        if found is not None:
            header.fields.setdefault(found.group(1), found.group(2))


def trailing(text: str, body: Span, *, longest: int, most: int) -> Iterator[re.Match[str]]:
    """The lines of ``Key: value`` at the end of ``body``, the last one first, ``most`` at most."""
    end = body.end
    for _ in range(most):
        stop = len(text[body.start : end].rstrip()) + body.start
        start = text.rfind("\n", body.start, stop) + 1
        match = LINE.match(text, start, stop) if start > body.start else None
        if match is None or stop - start > longest or field_of(match.group(1)) == "text":
            return
        yield match
        end = start
