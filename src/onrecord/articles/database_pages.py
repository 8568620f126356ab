"""The pages of news databases: title, outlet and date on bare lines, some ``Key:`` lines, then the body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles.bylines import is_person
from onrecord.articles.header_record import Header, add, add_line, keyed
from onrecord.articles.imprints import PAGE_COUNT, date_of, paper_of, sounds_like_a_paper
from onrecord.languages.furniture import MONTH
from onrecord.records import Span

_CODES = "SE|HD|CR|BY|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|AN"
_CODE = re.compile(rf"[ \t]{{0,2}}({_CODES})(?:[ \t]+(.*))?$")
_TEXT_CODE = re.compile(r"^[ \t]{0,2}TD(?:[ \t]+|$)", re.MULTILINE)
# Codes of what an article is about begin with one of the database's own words: "IN i74 : Transport".
_CODES_BELOW = re.compile(
    r"^[ \t]{0,2}(?:(?:CO|IN|NS|RE|IPC|IPD|PUB|AN|RF|CT)(?:[ \t]{2,}|\t)(?=\S)"
    r"|(?:CO|IN|NS|RE) \w{2,8} : |AN Document \w)",
    re.MULTILINE,
)
# As few codes as a record has, a headline's and another's among them.
_FEWEST_CODES, _HEADLINE_CODE = 3, "HD"
_BODY_MARK = re.compile(r"(?:body|text|full text|main text|article|content)[ \t]*+:?[ \t]*+", re.IGNORECASE)
_DATE_LINE = re.compile(
    rf".{{0,20}}\b(?:{MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {MONTH} \d{{4}}|\d{{4}}-\d\d-\d\d)"
)
# "Correction Appended" stands where the outlet is looked for.
_NOTE = re.compile(
    r"[ \t]*(?:correction|clarification|editor'?s note)s?(?: appended)?[ \t]*+[.:]?[ \t]*+$", re.IGNORECASE
)
_RIGHTS = re.compile(r"[ \t]*(?:copyright\b|©|\(c\)|all rights reserved)", re.IGNORECASE)
# The place behind a paper's name: "Claro Valley News (NL)".
_PLACE = re.compile(r"(?:(?<!\s)\s++)?\([^()]{2,30}\)$")
_MOST_BARE = 6
# A bare line that is no title and ends so is prose: what stands over the body is then no record.
_ENDED = re.compile(r"[.!?…][\"”’')]?\s*$")


def database_page(text: str, lines: Sequence[Span]) -> Header | None:
    """The record on top of a database's page; None if ``text`` is not such a page."""
    filled = [line for line in lines if (content := line.of(text).strip()) and not PAGE_COUNT.match(content)]
    codes = [(line, _CODE.match(line.of(text))) for line in filled]
    said = [match[1] for _, match in codes if match is not None]
    if len(set(said)) >= _FEWEST_CODES and _HEADLINE_CODE in said[:_FEWEST_CODES]:
        return _coded(text, codes)
    return _dated_page(text, filled) or _marked_page(text, filled)


def _marked_page(text: str, lines: Sequence[Span]) -> Header | None:
    """Bare lines and keys above a line that says ``Body``."""
    mark = next((n for n, line in enumerate(lines) if _BODY_MARK.fullmatch(line.of(text).strip())), None)
    if mark is None or mark < 2:
        return None
    header = Header(Span(min(lines[mark].end + 1, len(text)), len(text)))
    bare = _take_keyed(header, text, lines[:mark])
    told = bare[1:] if header.title is None else bare
    if not header.fields or len(bare) > _MOST_BARE or any(_ENDED.search(line.of(text)) for line in told):
        return None
    return _with_bare(header, text, bare)


def _take_keyed(header: Header, text: str, lines: Sequence[Span]) -> list[Span]:
    """Add what lines with keys say, and a day below the first bare line; the other lines without a key."""
    bare: list[Span] = []
    for line in lines:
        content = line.of(text)
        match = keyed(content)
        if match is not None:
            add_line(header, text, line, match)
        elif _DATE_LINE.match(content.strip()) and "date" not in header.fields and bare:
            header.fields["date"] = content.strip()
        elif not (_NOTE.match(content) or _RIGHTS.match(content)):
            bare.append(line)
    return bare


def _with_bare(header: Header, text: str, bare: Sequence[Span]) -> Header:
    """``header`` with what lines without a key say: the title, where none has it, and then the outlet."""
    if bare and header.title is None:
        add(header, text, bare[0], bare[0].start, "title")
        bare = bare[1:]
    said = [line.of(text).strip() for line in bare]
    dated = next((line for line in said if date_of(line) and paper_of(line)), None)
    if dated and "date" not in header.fields:  # "Daily Slate (Velden), May 14, 2019, p. A4" below a byline
        header.fields.setdefault("outlet", dated)
        said = [line for line in said if line != dated]
        if said and is_person(said[0]) and not sounds_like_a_paper(said[0]):
            header.fields.setdefault("byline", said[0])
    elif said:
        header.fields.setdefault("outlet", said[0])
    return header


def _dated_page(text: str, lines: Sequence[Span]) -> Header | None:
    """Outlet, title and date on three bare lines, then ``SECTION:`` and the like, then the body."""
    if len(lines) < 6:
        return None
    dated = next((n for n in (1, 2) if _DATE_LINE.match(lines[n].of(text))), None)
    if dated is None or any(keyed(line.of(text)) for line in lines[:3]):
        return None
    header = Header(Span(len(text), len(text)))
    for line in lines[3:]:
        match = keyed(line.of(text))
        if match is None:
            header.body = Span(line.start, len(text))
            break
        add_line(header, text, line, match)
    if len(header.fields) < 2:
        return None
    outlet, title = (lines[n] for n in range(3) if n != dated)
    name = _PLACE.sub("", title.of(text).strip())
    if sounds_like_a_paper(name) and not sounds_like_a_paper(_PLACE.sub("", outlet.of(text).strip())):
        outlet, title = title, outlet
    header.fields |= {
        "outlet": _PLACE.sub("", outlet.of(text).strip()),
        "date": lines[dated].of(text).strip(),
    }
    add(header, text, title, title.start, "title")
    return header


def _coded_body(text: str, start: int) -> list[Span]:
    """The lead and the text, without the code between them and the ones below."""
    end = _CODES_BELOW.search(text, start)
    stop = end.start() if end else len(text)
    code = _TEXT_CODE.search(text, start, stop)
    return [Span(start, code.start()), Span(code.end(), stop)] if code else [Span(start, stop)]


def _coded(text: str, codes: Sequence[tuple[Span, re.Match[str] | None]]) -> Header | None:
    """Two-letter field codes (HD, PD, SN, LP, TD), values beside or below them."""
    header = Header(Span(len(text), len(text)))
    code = ""
    for line, match in codes:
        offset = line.start
        if match:
            code = match.group(1)
            offset = line.start + (match.start(2) if match.group(2) else line.end - line.start)
        if code in ("LP", "TD"):
            header.body, *more = _coded_body(text, offset)
            header.more = tuple(more)
            break
        if code and text[offset : line.end].strip():
            add(header, text, line, offset, code)
    return header if header.title is not None or header.fields else None
