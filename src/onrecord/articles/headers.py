"""``Key: value`` records before a text: exports, e-mail, front matter, news databases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.languages.english.articles import MONTH
from onrecord.languages.fields import field_of, fold_key, is_header_key
from onrecord.records import Span

_BOLD = r"(?:\*\*|__)?"
_LINE = re.compile(rf"[ \t]{{0,3}}{_BOLD}([^\W\d_][\w .\-/]{{0,40}}?)[ \t]{{0,4}}:{_BOLD}(?:[ \t]+|$)(.*)")
_CODE = re.compile(r"(HD|BY|PD|SN|LP|TD|AN|LA|CR|WC|ET|SC|CY)(?:[ \t]{2,}(.*))?$")
_SECOND_KEY = re.compile(r";[ \t]+(?=[A-Z][\w ]{1,30}:[ \t])")
_BODY_MARK = re.compile(r"(?:body|text|full text|main text|article|content)[ \t]*:?[ \t]*", re.IGNORECASE)
_DATE_LINE = re.compile(
    rf".{{0,20}}\b(?:{MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {MONTH} \d{{4}}|\d{{4}}-\d\d-\d\d)"
)
# Every kind of record has one of these near its start; a plain article seldom has.
_MAYBE = re.compile(
    r"^(?:[ \t]{0,3}(?:\*\*|__)?[^\W\d_][\w .\-/]{0,40}:(?:\*\*|__)?(?:[ \t]|$)|---$|\+\+\+$|(?:HD|SN|PD)\b)",
    re.MULTILINE,
)
# "Correction Appended" stands where the outlet is looked for.
_NOTE = re.compile(
    r"[ \t]*(?:correction|clarification|editor'?s note)s?(?: appended)?[ \t]*[.:]?[ \t]*$", re.IGNORECASE
)
_TEXT_KEY = re.compile(r"^[ \t]{0,3}(?:full )?text[ \t]{0,4}:[ \t]*$", re.MULTILINE | re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"[ \t]*https?://\S+[ \t]*$")
_HEAD = 4000
_TRAILER_LINE = 300
_MOST_KEYS = 12  # on one line
# A record is looked for in so many lines; the longest seen in database exports has 25.
_LONGEST = 60
# A known key must follow an unknown one within so many lines: half of them blank, as databases set fields.
_AHEAD = 24


@dataclass(slots=True)
class Header:
    """What stood before the body. ``title`` is the place of the title's own characters."""

    body: Span
    title: Span | None = None
    fields: dict[str, str] = field(default_factory=dict)


def find_header(text: str) -> Header | None:
    """The header record at the start of ``text``; None unless two of its keys name parts of an article."""
    if not _MAYBE.search(text, 0, _HEAD):
        return None
    lines = _lines(text)
    header = (
        _front_matter(text, lines)
        or _record(text, lines)
        or _titled_record(text, lines)
        or _database(text, lines)
    )
    if header is None or not header.body.of(text).strip():
        return None
    _take_trailer(text, header)
    return header


def _lines(text: str) -> list[Span]:
    """The first ``_LONGEST`` lines that are not empty (and the line ends between), as spans."""
    found: list[Span] = []
    start = 0
    while start < len(text) and len(found) < _LONGEST:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        found.append(Span(start, end))
        start = end + 1
    return found


def _add(header: Header, text: str, line: Span, offset: int, key: str) -> None:
    """One ``key: value``; ``offset`` is where the value starts."""
    value = text[offset : line.end].strip()
    start = text.index(value, offset) if value else offset
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" and value[0] not in value[1:-1]:
        value, start = value[1:-1], start + 1
    rest = ""
    second = _SECOND_KEY.search(value)
    if second:
        value, rest = value[: second.start()], value[second.end() :]
    if field_of(key) == "title" and header.title is None and value:
        header.title = Span(start, start + len(value))
    header.fields.setdefault(key, value)
    for _ in range(_MOST_KEYS if len(rest) < 2000 else 0):
        found = _LINE.match(rest)
        if found is None:
            break
        tail = found.group(2)
        second = _SECOND_KEY.search(tail)
        header.fields.setdefault(found.group(1), tail[: second.start()] if second else tail)
        rest = tail[second.end() :] if second else ""


def _record(text: str, lines: list[Span]) -> Header | None:
    """Header lines from the top, up to ``Text:``, a blank line after known keys, or the first other line."""
    header = Header(Span(len(text), len(text)))
    named: set[str] = set()
    blank = False
    last = ""
    for index, line in enumerate(lines):
        content = line.of(text)
        if not content.strip(" \t-=*"):
            blank = blank or bool(named)
            continue
        match = _LINE.match(content)
        key = match.group(1) if match else ""
        # A key of the export's own counts where known ones follow.
        goes_on = (
            match is not None
            and bool(named)
            and _goes_on(text, lines[index + 1 : index + 1 + _AHEAD], blank=blank)
        )
        if match is None or not (goes_on or is_header_key(key)):
            if not named:
                return None
            if last and content[:1] in " \t" and not blank:
                header.fields[last] += " " + content.strip()
                continue
            header.body = Span(line.start, len(text))
            break
        name = field_of(key)
        if name == "text" and named:
            header.body = Span(line.start + match.start(2), len(text))
            break
        if blank and name is None and not goes_on:
            header.body = Span(line.start, len(text))
            break
        _add(header, text, line, line.start + match.start(2), key)
        named.add(name or fold_key(key))
        last = key
    known = {field_of(key) for key in header.fields} - {None}
    # "Title: …" alone is enough: no sentence begins so.
    alone = header.title is not None and fold_key(next(iter(header.fields))) in ("title", "headline")
    return header if len(known) >= 2 or (known and len(named) >= 2) or alone else None


def _titled_record(text: str, lines: list[Span]) -> Header | None:
    """A title on a line of its own above a record that leads to ``Full text:``."""
    filled = [n for n, line in enumerate(lines) if line.of(text).strip(" \t-=*_")]
    if len(filled) < 4 or _LINE.match(lines[filled[0]].of(text)):
        return None
    header = _record(text, [line for line in lines[filled[1] :] if not _BARE_ADDRESS.match(line.of(text))])
    named = {field_of(key) for key in header.fields} - {None} if header is not None else set()
    if header is None or header.title is not None or not _TEXT_KEY.search(text, 0, header.body.start):
        return None
    title = lines[filled[0]]
    _add(header, text, title, title.start, "title")
    return header if named else None


def _goes_on(text: str, lines: list[Span], *, blank: bool) -> bool:
    """Whether lines of a record follow: a known key without a gap, or ``Text:`` where lines stand apart."""
    for line in lines:
        content = line.of(text)
        match = _LINE.match(content)
        if match is None:
            if blank and not content.strip():
                continue
            return False
        if field_of(match.group(1)) == "text" if blank else is_header_key(match.group(1)):
            return True
    return False


def _take_trailer(text: str, header: Header) -> None:
    """Move ``Key: value`` lines that close the body to the fields; at least two of them of known keys.

    Keys of the database's own go with the known ones above them.
    """
    found = list(_trailing(text, header.body))
    while found and not is_header_key(found[-1].group(1)):
        found.pop()
    if sum(is_header_key(match.group(1)) for match in found) >= 2:
        header.body = Span(header.body.start, found[-1].start())
        for match in reversed(found):
            header.fields.setdefault(match.group(1), match.group(2).strip())


def _trailing(text: str, body: Span) -> Iterator[re.Match[str]]:
    """The lines of ``Key: value`` at the end of ``body``, the last one first."""
    end = body.end
    for _ in range(_LONGEST):
        stop = len(text[body.start : end].rstrip()) + body.start
        start = text.rfind("\n", body.start, stop) + 1
        match = _LINE.match(text, start, stop) if start > body.start else None
        if match is None or stop - start > _TRAILER_LINE or field_of(match.group(1)) == "text":
            return
        yield match
        end = start


def _front_matter(text: str, lines: list[Span]) -> Header | None:
    """``---`` lines around ``key: value`` lines, as static sites and note-takers write them."""
    if not lines or lines[0].of(text).strip() not in ("---", "+++"):
        return None
    header = Header(Span(len(text), len(text)))
    last = ""
    for line in lines[1:]:
        content = line.of(text).strip()
        if content in ("---", "+++", "..."):
            header.body = Span(min(line.end + 1, len(text)), len(text))
            return header if header.fields else None
        match = _LINE.match(content.replace(" = ", ": ", 1))
        if match:
            offset = line.start + line.of(text).find(match.group(2)) if match.group(2) else line.end
            last = match.group(1)
            _add(header, text, line, offset, last)
        elif last and content.startswith("- "):  # an item of a list
            header.fields[last] = f"{header.fields[last]} {content}".strip()
    return None


def _database(text: str, lines: list[Span]) -> Header | None:
    """A news database's page: title, outlet and date on bare lines, some ``Key:`` lines, then ``Body``."""
    filled = [line for line in lines if line.of(text).strip()]
    codes = [(line, _CODE.match(line.of(text))) for line in filled]
    if sum(match is not None for _, match in codes) >= 3:
        return _coded(text, codes)
    dated = _dated_page(text, filled)
    if dated is not None:
        return dated
    mark = next((n for n, line in enumerate(filled) if _BODY_MARK.fullmatch(line.of(text).strip())), None)
    if mark is None or mark < 2:
        return None
    header = Header(Span(min(filled[mark].end + 1, len(text)), len(text)))
    bare: list[Span] = []
    for line in filled[:mark]:
        content = line.of(text)
        match = _LINE.match(content)
        if match and is_header_key(match.group(1)):
            _add(header, text, line, line.start + match.start(2), match.group(1))
        elif _DATE_LINE.match(content) and "date" not in header.fields and bare:
            header.fields["date"] = content.strip()
        elif not _NOTE.match(content):
            bare.append(line)
    if not header.fields or len(bare) > 6:
        return None
    for name, line in zip(("title", "outlet"), bare, strict=False):
        if name == "title" and header.title is None:
            _add(header, text, line, line.start, "title")
        elif name == "outlet":
            header.fields.setdefault("outlet", line.of(text).strip())
    return header


def _dated_page(text: str, lines: list[Span]) -> Header | None:
    """Outlet, date and title on bare lines, then ``SECTION:``, ``LENGTH:`` and the like, then the body."""
    if len(lines) < 6 or not _DATE_LINE.match(lines[1].of(text)):
        return None
    header = Header(Span(len(text), len(text)))
    for line in lines[3:]:
        match = _LINE.match(line.of(text))
        if match is None or not is_header_key(match.group(1)):
            header.body = Span(line.start, len(text))
            break
        _add(header, text, line, line.start + match.start(2), match.group(1))
    if len(header.fields) < 2:
        return None
    header.fields |= {"outlet": lines[0].of(text).strip(), "date": lines[1].of(text).strip()}
    _add(header, text, lines[2], lines[2].start, "title")
    return header


def _coded(text: str, codes: list[tuple[Span, re.Match[str] | None]]) -> Header | None:
    """Two-letter field codes (HD, PD, SN, LP, TD), values beside or below them."""
    header = Header(Span(len(text), len(text)))
    code = ""
    for line, match in codes:
        offset = line.start
        if match:
            code = match.group(1)
            offset = line.start + (match.start(2) if match.group(2) else line.end - line.start)
        if code in ("LP", "TD"):
            header.body = Span(offset, len(text))
            break
        if code and text[offset : line.end].strip():
            _add(header, text, line, offset, code)
    return header if header.title is not None or header.fields else None
