"""A citation above a text or below it: writer, title, paper and day as scholars and encyclopedias note them.

Styles differ in order and marks, and agree in this: names first, the title within marks or between full
stops, then where it stood; one day, and perhaps another on which it was looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.articles.bylines import is_person
from onrecord.articles.features import fold
from onrecord.articles.header_record import Header
from onrecord.articles.imprints import is_stamp
from onrecord.languages.furniture import (
    CITED_BESIDE,
    CITED_LOOKED_UP,
    CITED_PARTS,
    DAY,
    MONTH,
    NAME_PARTICLES,
)
from onrecord.records import Span

_LONGEST, _SHORTEST = 700, 30
# So many lines at a text's top and foot are looked at.
_NEAR = 3
_YEAR = r"(?:1[5-9]|20)\d\d"
_MAYBE = re.compile(rf"\b{_YEAR}\b")
_ITEM = re.compile(r"\s*(?:[-*•>]\s+|\[?\d{1,3}[\].)]{1,2}\s+|<ref[^<>]{0,60}>)")
# "{{cite news |last=Quill |first=Nora |title=… |work=…}}"
_TEMPLATE = re.compile(
    r"\{\{\s*(?:cite|citation)\b[^{}|]{0,40}\|([^{}]{1,2000})\}\}\.?(?:</ref>)?", re.IGNORECASE
)
_TEMPLATE_PARTS = {
    "title": ("title",),
    "byline": ("author", "author1", "authors"),
    "outlet": ("work", "newspaper", "website", "magazine", "publisher", "agency", "via"),
    "date": ("date", "year"),
    "url": ("url",),
}
_ADDRESS = re.compile(r"<?(?:https?://|www\.)[^\s<>]{3,500}?(?=[.,;>)\]]*(?:\s|$))>?")
_BARE_ADDRESS = re.compile(r"(?<=\s)[\w-]+(?:\.[\w-]+)+/[^\s<>]{1,300}?(?=[.,;>)\]]*(?:\s|$))")
# What parts a citation's pieces, from where it begins.
_PARTED = r"(?<![\s,;.(\[])[\s,;.(\[]*+"
_LOOKED_UP = re.compile(rf"{_PARTED}\b(?:{CITED_LOOKED_UP})\b.*", re.IGNORECASE | re.DOTALL)
_BESIDE = re.compile(rf"{_PARTED}(?:{CITED_BESIDE})[\s:,.)\]]*+", re.IGNORECASE)
_PAGES = re.compile(
    rf"(?:[,;.]|(?<!\s))\s*+\(?\b(?:{CITED_PARTS})\b\.?\s?[A-Z]{{0,2}}\d[\w+–-]{{0,9}}\)?", re.IGNORECASE
)
_DATE = re.compile(rf"{DAY}|(?<![\w.])\d{{1,2}} {MONTH},? {_YEAR}", re.IGNORECASE)
# "(2023, March 4)", "(4 March 2023)", "(2023)": behind the names.
_BEHIND_NAMES = re.compile(
    rf"[\s.,]*[(\[]({_YEAR})(?:,\s*([^()\[\]]{{3,20}}))?[)\]][\s.,:]*|[\s.,]*\(([^()]{{6,24}})\)[\s.,:]*"
)
# Within its own marks: in "Miners' hall to close" an apostrophe closes nothing.
_QUOTED = re.compile(
    "|".join(
        rf"{opening}(.{{6,300}}?)[.,?!]?{closing}[.,]?(?=[\s,.;]|$)"
        for opening, closing in (
            (r"[*_]{0,2}[\"“]", r"[\"”][*_]{0,2}"),
            (r"[*_]{0,2}[‘']", r"[’'][*_]{0,2}"),
            (r"[*_]{1,2}", r"[*_]{1,2}"),
        )
    )
)
_UNQUOTED = re.compile(r"(.{6,300}?[^\s.](?:[?!]|\.))(?:\s+(?=[*_]?(?:The )?[A-ZÀ-Þ])|$)")
_PARTICLES = rf"(?:(?:{'|'.join(sorted(NAME_PARTICLES))})\s+){{0,3}}"
_WORD = r"[A-ZÀ-Þ][\w’'-]*\.?(?:[A-Z]\.)*"
_PERSON = rf"{_PARTICLES}{_WORD}(?:,? {_PARTICLES}{_WORD}){{0,3}}"
_SHORT_NAME = r"[A-ZÀ-Þ][\w’'-]+ [A-Z]{1,3}"
_NAMES = re.compile(
    rf"({_SHORT_NAME}(?:, {_SHORT_NAME}){{0,5}}(?=\. )"
    rf"|{_PERSON}(?:(?:,| and|,? &|;| with) {_PERSON}){{0,4}}(?:,? et al\.?)?)[.,:]?\s*"
)
_PAPER_WORD = r"(?:[A-ZÀ-Þ0-9][^\s,.;|()\[\]]*|of|the|and|for|de|la|le|van|&)"
_PAPER_WORDS = rf"{_PAPER_WORD}(?: {_PAPER_WORD}){{0,6}}"
_PAPER = re.compile(rf"[\s.,:*_–—-]*({_PAPER_WORDS})")
# "Nora Quill, Ferry laid up, Ostrey Herald (May 14, 2031)"
_NOTED = re.compile(
    rf"(?P<byline>{_PERSON}), (?P<title>.{{6,300}}), (?P<outlet>{_PAPER_WORDS}),? \((?P<date>{DAY})\)[.,\s]*",
)
_IN = re.compile(r"\bIn: ")
_BRACKETS = re.compile(r"[(\[][^()\[\]]{0,60}[)\]]")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_MOST_TITLE_WORDS, _MOST_LEFT = 40, 5


def cited(text: str, lines: Sequence[Span]) -> Header | None:
    """The record that a citation above or below ``text`` makes; None where none stands there."""
    filled = [line for line in lines if line.of(text).strip()]
    for number, line in enumerate(filled[:_NEAR]):
        said = _said(line.of(text))
        if {"title", "outlet"} <= said.keys() and _is_alone(text, filled[:number], said["title"]):
            return _header(text, Span(line.end, len(text)), line, said)
    for line in _last(text):
        said = _said(line.of(text))
        named = {"byline", "outlet", "date"} <= said.keys() or {"title", "outlet"} <= said.keys()
        if named and filled and fold(said.get("title", "")) in ("", fold(filled[0].of(text))):
            said.pop("title", None)
            return Header(Span(0, line.start), None, said)
    return None


def _is_alone(text: str, above: Sequence[Span], title: str) -> bool:
    """Whether what stands above a citation is its title and nothing else."""
    return all(fold(line.of(text)) == fold(title) for line in above)


def _header(text: str, body: Span, line: Span, said: dict[str, str]) -> Header:
    start = text.find(said["title"], line.start, line.end)
    title = Span(start, start + len(said["title"])) if start >= 0 else None
    return Header(body, title, said)


def _last(text: str) -> Iterator[Span]:
    """The last lines of ``text``, the last one first."""
    end = len(text.rstrip())
    for _ in range(_NEAR):
        start = text.rfind("\n", 0, end) + 1
        if start == 0:
            return
        yield Span(start, end)
        end = len(text[:start].rstrip())


def _said(line: str) -> dict[str, str]:
    """What a line says as a citation; nothing if it is not one."""
    if not _SHORTEST <= len(line) <= _LONGEST or not _MAYBE.search(line):
        return {}
    item = _ITEM.match(line)
    line = line[item.end() if item else 0 :].strip()
    template = _TEMPLATE.fullmatch(line)
    if template is not None:
        return _of_template(template[1])
    said = {}
    if address := _ADDRESS.search(line) or _BARE_ADDRESS.search(line):
        said["url"] = address.group().strip("<>")
        line = f"{line[: address.start()]} {line[address.end() :]}".strip()
    looked_up = _LOOKED_UP.search(line)
    line = line[: looked_up.start()] if looked_up else line
    said |= _of_style(line, is_looked_up=looked_up is not None or bool(said))
    return said if "outlet" in said else {}


def _of_template(inside: str) -> dict[str, str]:
    parts = {
        key.strip().lower(): value.strip(" []")
        for key, mark, value in (part.partition("=") for part in inside.split("|"))
        if mark
    }
    told = {
        name: next((parts[key] for key in keys if parts.get(key)), "")
        for name, keys in _TEMPLATE_PARTS.items()
    }
    writers = [
        " ".join(filter(None, (parts.get(f"first{n}"), parts.get(f"last{n}"))))
        for n in ("", "1", "2", "3", "4")
        if parts.get(f"last{n}")
    ]
    told["byline"] = ", ".join(writers) or told["byline"]
    return {name: value for name, value in told.items() if value}


def _of_style(line: str, *, is_looked_up: bool) -> dict[str, str]:
    """Names, perhaps the day, the title, the paper, the day."""
    if (noted := _NOTED.fullmatch(line)) is not None:
        return {part: noted[part].strip(" *_") for part in ("byline", "title", "outlet", "date")}
    names = None if _QUOTED.match(line) else _NAMES.match(line)
    said = {"byline": _listed(names[1])} if names is not None else {}
    rest = line[names.end() if names is not None else 0 :]
    if (behind := _BEHIND_NAMES.match(rest)) is not None:
        rest, day = rest[behind.end() :], _day_behind(behind)
        if not day:
            return {}
        said["date"] = day
    may_be_bare = names is not None and ("date" in said or is_looked_up or _IN.search(rest) is not None)
    title = _title_at(rest, bare=may_be_bare)
    if title is not None:
        said["title"] = _words_of(title).strip(" .,*_")
        rest = rest[title.end() :]
    elif not ("date" in said and (is_looked_up or _PAGES.search(rest))):
        return {}
    return _where(rest, said)


def _title_at(rest: str, *, bare: bool) -> re.Match[str] | None:
    """The title with which ``rest`` begins, in quotation marks, or, where it may be, without."""
    title = _QUOTED.match(rest) or (_UNQUOTED.match(rest) if bare else None)
    return title if title is not None and len(_words_of(title).split()) <= _MOST_TITLE_WORDS else None


def _words_of(title: re.Match[str]) -> str:
    """A title without the marks around it, of whichever kind they are."""
    return next((words for words in title.groups() if words), "")


def _day_behind(found: re.Match[str]) -> str:
    """The day behind the names, its year last; empty where what stands there is none."""
    if found[1]:
        return f"{found[2]} {found[1]}" if found[2] else found[1]
    return found[3] if _DATE.fullmatch(found[3]) else ""


def _where(rest: str, said: dict[str, str]) -> dict[str, str]:
    """``said`` with the paper and the day that stand behind a title; nothing where there is more.

    A body that signs its own text stands before the title.
    """
    rest = _BRACKETS.sub("", _PAGES.sub("", _BESIDE.sub(" ", rest)))
    day = next(_DATE.finditer(rest), None)
    if day is not None:
        year = "" if _MAYBE.search(day.group()) else said.get("date", "")
        said["date"] = f"{day.group()} {year}".strip()
        rest = f"{rest[: day.start()]}|{rest[day.end() :]}"
    paper = _PAPER.match(rest)
    name = paper[1].strip(" *_") if paper else ""
    left = rest[paper.end(1) if paper else 0 :]
    if not name and not left.strip(" .,|") and not is_person(said.get("byline", "")):
        name = said.pop("byline", "")
    is_whole = len(_LETTERS.findall(left)) <= _MOST_LEFT and _MAYBE.search(said.get("date", ""))
    return said | {"outlet": name} if name and is_whole and not is_stamp(name) else {}


def _listed(names: str) -> str:
    """Names as a catalogue or a byline writes them, several with semicolons."""
    names = names.strip(" .,:") + ("." if re.search(r"\b[A-Z]\.$", names.strip(" ,:")) else "")
    names = re.sub(r",? et al\.?$", "", names)
    turned = re.sub(r"\.?,? (?:&|and) ", "; ", names)
    return re.sub(r"(?<=\.), (?=[A-ZÀ-Þ][\w’'-]+,)", "; ", turned)
