"""``Key: value`` records before a text: exports, e-mail, front matter, news databases."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from onrecord.articles.citations import cited
from onrecord.articles.database_pages import database_page
from onrecord.articles.header_record import LINE, Header, add, add_line, trailing
from onrecord.articles.imprints import date_of, paper_of, sounds_like_a_paper
from onrecord.languages.fields import field_of, fold_key, is_header_key
from onrecord.records import Span

__all__ = ["Header", "find_header"]

# Every kind of record has one of these near its start; a plain article seldom has.
_MAYBE = re.compile(
    r"^(?:\^.{2,200}[<=]$|"
    r"(?:[ \t]{0,3}|- )(?:\*\*|__)?[^\W\d_][\w .\-/]{0,40}:(?:\*\*|__)?(?:[ \t]|$)"
    r"|---$|\+\+\+$|(?:HD|SN|PD)\b)",
    re.MULTILINE,
)
_TEXT_KEY = re.compile(r"^[ \t]{0,3}(?:full )?text[ \t]{0,4}:[ \t]*", re.MULTILINE | re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"[ \t]*https?://\S+[ \t]*$")
_HEAD = 4000
# What a report of coverage writes before its headlines: "2. Orchestra picks conductor".
_COUNTED = re.compile(r"\s*\d{1,3}[.)]\s+(?=[A-ZÀ-Þ\"“‘])")
_COLUMNS = re.compile(r"\S(?:[ ]{3,}|\t)\S")
_CARET = re.compile(r"\^(.{2,200}?)[<=]$")
_CARETS = 12  # lines
_SLUG = re.compile(r"^(?:BC-|AM-|PM-)|,\s?\d{2,4}$|^Eds:")
_TRAILER_LINE = 300
# A record is looked for in so many lines; the longest seen in database exports has 25.
_LONGEST = 60
# A known key must follow an unknown one within so many lines: half of them blank, as databases set fields.
_AHEAD = 24
# So many lines with keys on end are a record, whatever the first one is called.
_RUN = 4
# A record's own number: "CASE 0112".
_NUMBERED = re.compile(r"(?:[^\W\d_]{2,12}\s)?[#№(\[]?\s?\d{1,8}[)\].:]?")
# What YAML writes before a text of several lines.
_BLOCK = re.compile(r"[|>][+-]?\d?\s*")
# Keys that name a headline and nothing else: a record with one has another line above it for other reasons.
_HEADLINE = frozenset(("headline", "hed"))
# Parts that only a record names above a text: "Subject:" and "Text:" may begin a line of prose.
_TELLING = frozenset(("outlet", "byline", "date", "url"))


def find_header(text: str) -> Header | None:
    """The header record at the start of ``text``; None unless two of its keys name parts of an article."""
    lines = _lines(text)
    if not _MAYBE.search(text, 0, _HEAD):
        return cited(text, lines)
    header = (
        _front_matter(text, lines)
        or _wire_head(text, lines)
        or _record(text, lines)
        or _titled_record(text, lines)
        or database_page(text, lines)
        or cited(text, lines)
    )
    if header is None or not header.body.of(text).strip():
        return None
    _take_trailer(text, header)
    return header


def _lines(text: str) -> list[Span]:
    """The first ``_LONGEST`` lines, blank ones too, as spans."""
    found: list[Span] = []
    start = 0
    while start < len(text) and len(found) < _LONGEST:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        found.append(Span(start, end))
        start = end + 1
    return found


@dataclass(slots=True)
class _Reading:
    """A record while its lines are read."""

    header: Header
    named: set[str] = field(default_factory=set)
    blank: bool = False
    last: str = ""
    # Whether it has come to its end.
    done: bool = False

    def ends(self, at: int, text: str) -> None:
        """The body begins ``at``."""
        self.header.body = Span(at, len(text))
        self.done = True


def _record(text: str, lines: Sequence[Span]) -> Header | None:
    """Header lines from the top, up to ``Text:``, a blank line after known keys, or the first other line."""
    reading = _Reading(Header(Span(len(text), len(text))))
    for index, line in enumerate(lines):
        content = line.of(text)
        if not content.strip(" \t-=*"):
            reading.blank = reading.blank or bool(reading.named)
            continue
        match = LINE.match(content)
        # A key of the export's own counts where known ones follow.
        ahead = lines[index + 1 : index + 1 + _AHEAD]
        goes_on = match is not None and (
            _goes_on(text, ahead, blank=reading.blank) if reading.named else _is_run(text, lines[index:])
        )
        if match is not None and (goes_on or is_header_key(match.group(1))):
            _read_key(reading, text, line, match, goes_on=goes_on)
        elif not reading.named:
            return None
        else:
            _read_other(reading, line, text)
        if reading.done:
            break
    return reading.header if _is_record(reading) else None


def _read_key(reading: _Reading, text: str, line: Span, match: re.Match[str], *, goes_on: bool) -> None:
    """A line that begins with a key: the text's own ends the record, and an unknown one behind a gap."""
    key = match.group(1)
    name = field_of(key)
    if name == "text" and reading.named:
        is_block = _BLOCK.fullmatch(match.group(2)) is not None
        reading.ends(min(line.end + 1, len(text)) if is_block else line.start + match.start(2), text)
    elif reading.blank and name is None and not goes_on:
        reading.ends(line.start, text)
    else:
        add_line(reading.header, text, line, match)
        reading.named.add(name or fold_key(key))
        reading.last = key


def _read_other(reading: _Reading, line: Span, text: str) -> None:
    """A line without a key: the value above it goes on where it is indented, else the body begins."""
    content = line.of(text)
    if reading.last and content[:1] in " \t" and not reading.blank:
        reading.header.fields[reading.last] += " " + content.strip()
    else:
        reading.ends(line.start, text)


def _is_record(reading: _Reading) -> bool:
    header = reading.header
    known = header.known()
    # "Title: …" alone is enough: no sentence begins so.
    alone = header.title is not None and fold_key(next(iter(header.fields))) in ("title", "headline")
    return len(known) >= 2 or (bool(known) and len(reading.named) >= 2) or alone


def _titled_record(text: str, lines: Sequence[Span]) -> Header | None:
    """A title on a line of its own above a record; one known key is enough above ``Full text:``."""
    filled = [n for n, line in enumerate(lines) if line.of(text).strip(" \t-=*_")]
    if len(filled) < 4 or LINE.match(lines[filled[0]].of(text)):
        return None
    header = _record(text, [line for line in lines[filled[1] :] if not _BARE_ADDRESS.match(line.of(text))])
    title = lines[filled[0]]
    if header is None or not (known := header.known()):
        return None
    if header.title is not None:
        if not _is_above(title.of(text).strip(), header):
            return None
        _take_top(header, title.of(text))
        return header
    if len(known & _TELLING) < 2 and not _TEXT_KEY.search(text, 0, header.body.start):
        return None
    if _COLUMNS.search(title.of(text).strip()):
        return header  # the sheet's own head: who cut it out, and its number
    counted = _COUNTED.match(title.of(text))
    add(header, text, title, title.start + (counted.end() if counted else 0), "title")
    return header


def _is_above(line: str, header: Header) -> bool:
    """Whether a line stands above a record that has a title and is not another: its number, or a slug."""
    return _NUMBERED.fullmatch(line) is not None or not _HEADLINE.isdisjoint(map(fold_key, header.fields))


def _take_top(header: Header, line: str) -> None:
    """Day and paper of the line above a record that has a title: "KAVR 6PM NEWS  A12  09/14/2030"."""
    day, paper = date_of(line), paper_of(line)
    if day and "date" not in header.known():
        header.fields["date"] = day
    if paper and sounds_like_a_paper(paper) and "outlet" not in header.known():
        header.fields["outlet"] = paper


def _is_run(text: str, lines: Sequence[Span]) -> bool:
    """Whether lines of a record begin with keys that nobody knows: a run without a gap that names parts."""
    run = list(takewhile(bool, (LINE.match(line.of(text)) for line in lines)))
    named = {field_of(match.group(1)) for match in run if match} - {None, "text"}
    return len(run) >= _RUN and len(named) >= 2


def _goes_on(text: str, lines: Sequence[Span], *, blank: bool) -> bool:
    """Whether lines of a record follow: a known key without a gap, or ``Text:`` where lines stand apart."""
    for line in lines:
        content = line.of(text)
        match = LINE.match(content)
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
    found = list(trailing(text, header.body, longest=_TRAILER_LINE, most=_LONGEST))
    while found and not is_header_key(found[-1].group(1)):
        found.pop()
    if sum(is_header_key(match.group(1)) for match in found) >= 2:
        header.body = Span(header.body.start, found[-1].start())
        for match in reversed(found):
            header.fields.setdefault(match.group(1), match.group(2).strip())


def _wire_head(text: str, lines: Sequence[Span]) -> Header | None:
    """The lines in carets of an agency's wire: slug, headline, ``^By NAME=``, the agency."""
    last, found = 0, []
    for number, line in enumerate(lines[:_CARETS]):
        match = _CARET.match(line.of(text).strip())
        if match is not None:
            found.append((line, match[1]))
            last = number
    names = [n for n, (_, words) in enumerate(found) if words.lower().startswith("by ")]
    title = next((each for each in found if " " in each[1] and not _SLUG.search(each[1])), None)
    if len(found) < 2 or title is None or found.index(title) in names:
        return None
    header = Header(Span(min(lines[last].end + 1, len(text)), len(text)))
    line, words = title
    header.title = Span(text.index(words, line.start), text.index(words, line.start) + len(words))
    header.fields["title"] = words
    if names:
        header.fields["byline"] = found[names[0]][1][3:]
        if agency := found[names[0] + 1 :]:
            header.fields["agency"] = agency[0][1]
    return header


def _front_matter(text: str, lines: Sequence[Span]) -> Header | None:
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
        match = LINE.match(content) or LINE.match(content.replace(" = ", ": ", 1))
        if match:
            offset = line.start + len(line.of(text).rstrip()) - len(match.group(2))
            last = match.group(1)
            add(header, text, line, offset, last)
        elif last and content.startswith("- "):  # an item of a list
            header.fields[last] = f"{header.fields[last]} {content}".strip()
    return None
