"""Which paper, on which day: lines such as "Lowmere Gazette, 3 November 2022" or a running head."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator

from onrecord import languages
from onrecord.articles.newsrooms import newsroom_called
from onrecord.languages.fields import field_of
from onrecord.languages.furniture import (
    CLOCK,
    DAY,
    DAY_NAMES,
    EDITION_WORDS,
    MONTH,
    OUTLET_WORDS,
    PAPER_WORDS,
    RIGHTS,
    ROLE_KINDS,
    ROLE_WORDS,
    SECTION_WORDS,
    SOURCE_LEADS,
    STAMP_WORDS,
    STAMP_WORDS_ABROAD,
    TEXT_WORDS,
)
from onrecord.languages.grammar import TurnGrammar
from onrecord.languages.months import MONTHS

_LEAD = re.compile(rf"\W*(?:{SOURCE_LEADS})\b\s*:?\s*(?:the\s+(?=[A-Z]))?", re.IGNORECASE)
_KEY = re.compile(r"([^\W\d_][\w ]{1,24}?)\s?:\s+(?=[A-ZÀ-Þ])")
_DATE = re.compile(DAY, re.IGNORECASE)
_MONTH = re.compile(MONTH, re.IGNORECASE)
_PLAIN = re.compile(r"[^\W_]+")
# Nouns of bodies, and of what they are called by.
_BODIES = ("body", "body_name")
_YEARED = re.compile(
    r"\d{4}|\d\d?[./-]\d\d?[./-]\d\d|\d\.?[ -][^\W\d_]{3,9}\.?[ -][’']?\d\d\b|\d,? [’']\d\d\b"
)
_WIRED = re.compile(
    r"\b((?:0[1-9]|[12]\d|3[01]))[0-2]\d[0-5]\d(?: ?(?:GMT|UTC|Z))? ([^\W\d_]{3,4})\.? (\d\d|20\d\d)$",
    re.IGNORECASE,
)
_MONTHS = (
    *((name.lower(), number) for number, name in enumerate(calendar.month_name) if name),
    *MONTHS.items(),
)
_COMPANY = re.compile(
    r"\b(?:Limited|Ltd|Inc|LLC|PLC|GmbH|AG|AS|Corp|Group|Holdings|Media|Publishing|Publications|Newspapers)\.?$",
    re.IGNORECASE,
)
_LOOKED_UP = re.compile(
    r"\W*(?:printable version\b|(?:last )?(?:accessed|retrieved|downloaded|viewed|printed|saved"
    r"|clipped|captured|exported|bookmarked|received)\b"
    r"|created: \d{4}-\d\d-\d\dT)",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\W*(?:(?:this |the )?(?:article|story|post|page|report),? (?:was |has been )?)?"
    r"(?:last |first )?(?:updated|modified|changed|edited|revised)\b",
    re.IGNORECASE,
)
_THEN_MOVED = re.compile(r"\b(?:last |first )?(?:updated|modified|changed|revised)\b", re.IGNORECASE)
_PARTS = re.compile(r"(?<!\s)\s*+[|·•;]\s*|[|·•;]\s*")
_PUBLISHED = re.compile(r"\b(?:published|posted|first published|created|issued)\b", re.IGNORECASE)
# A day's name before a word with a capital is part of a name: "The Sunday Skerry".
_OTHER = re.compile(rf"{DAY}|{CLOCK}|{DAY_NAMES}(?!\s+(?!{MONTH})(?-i:[A-ZÀ-Þ][a-zà-ÿ]))", re.IGNORECASE)
_ZONED = re.compile(rf",?(?: at| [-–—])? {CLOCK}(?: [A-Z]{{2,4}}\b)?", re.IGNORECASE)
_WEEKDAY_BEFORE = re.compile(rf"({DAY_NAMES}),? *$", re.IGNORECASE)
_CAPITAL_BEFORE = re.compile(r"(?<!\w)[A-ZÀ-Þ][\w’'-]{0,20} $")
_ON_SUNDAY = re.compile(r"([A-ZÀ-Þ][\w’'-]{1,20}) on $")
_BETWEEN = re.compile(r"(?<!\s)\s*(?:(?<=[a-z]{3})\. |[|•·;,:>»()\[\]]|\s[-–—/]{1,2}\s|\s{3,}|\t|©)\s*")
_WORD = re.compile(r"[^\W\d_][\w.’'&-]*")
# Mottos and quotations of a market.
_NO_NAME = re.compile(r"\b(?:since|established|est\.|founded)\b|[%▲▼°]", re.IGNORECASE)
# What is left beside a name where a date stood, a station's frequency, a year.
_LOOSE = re.compile(r"(?<!\s)\s++(?:on|of|from|dated|vom|\d{2,3}\.\d(?: ?[AF]M)?|(?:19|20)\d\d)$")
_SENTENCE = re.compile(r"[a-z]\.$")
# What is no part of a paper's name behind it.
_TAIL = re.compile(
    r"(?<!\s)\s++(?:logo|wordmark|home ?page|app|website|menu|exclusive|follow|correspondent|bureau"
    r"|contributor(?: group)?|(?:news|wire) service"
    r"|(?:news|web|digital|online|city|sports?) (?:desk|bureau|team)|newsroom|staff)$",
    re.IGNORECASE,
)
# From whom a paper has a part of its text, whatever it is called itself: "Al Velm English and news agencies".
_SHARED = re.compile(
    r"(?<!\s)\s++(?:and|with|plus|&) (?:(?:news|other|wire|the) )*"
    r"(?:agencies|agency|wires|services?|AFP|AP|dpa|Reuters)\b.*$",
    re.IGNORECASE,
)
# Those that end no paper's name.
_PAGES_OWN = re.compile(r"logo|wordmark|home ?page", re.IGNORECASE)
# As a report's place stands: "BRAM, 24 April 2031".
_BEFORE_DAY = re.compile(
    rf"(?-i:[A-ZÀ-Þ][A-ZÀ-Þ’'-]{{3,20}}(?: [A-ZÀ-Þ’'-]{{2,20}}){{0,2}}), (?:{DAY_NAMES},? )?(?:{DAY})\W*$",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"^(?:(?:page|p\.?|pg\.?) ?[A-Z]?\d{1,3}(?:\s*[|·•,-])?|(?:vol|no|nr)\.? ?\d[\d.,]{0,7})\s+(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
# Who of a desk wrote and who edited: "Ostrey Herald/kg(rw)".
_DESKS = re.compile(r"(?<=\w)/[a-z]{2,3}(?:\([a-z]{2,3}\)|/[a-z]{2,3})?$")
# Words that stand in no paper's name, and a list's number before one.
_TELLING = re.compile(r"^\d{1,2}\. |\b(?:by|from|via|with|courtesy|is|was|are|you|your|our|this|here)\b")
# What no paper's name has.
_NO_NAMES = (_NO_NAME, RIGHTS, _SENTENCE, _TELLING)
# What pages call lists of other reports.
_LISTS = re.compile(
    r"(?:top|related|latest|breaking|recommended|most|trending|popular|recent|more|editor[’']?s?|previous|next)"
    r" (?:news|stor(?:y|ies)|articles?|posts?|read|popular|viewed|reading|picks?|headlines)",
    re.IGNORECASE,
)
# A page's number of how many, with whatever a printer adds.
PAGE_COUNT = re.compile(
    r"\W{0,3}(?:page|seite|p\.|pg\.?) ?\d{1,3} ?(?:of|von|de|/) ?\d{1,3}\b.{0,80}$", re.IGNORECASE
)
_LONGEST_STAMP = 200
# When a page was changed, as of the hour it was looked at, behind its day.
_AGO = re.compile(r"(?<=\d)\W{1,3}(?:last )?updated:? [\w ]{1,20}\bago\b.*$", re.IGNORECASE)
# A page's boxes grown together: "January 14, 20316:41 PM", "02/17/2031February 17, 2031".
_GROWN = re.compile(
    r"(?<=[ ,./-](?:19|20)\d\d)(?=\d{1,2}:\d\d|[A-Z][a-z]{2})"
    r"|(?<=\b(?:E[SD]T|P[SD]T|C[SD]T|GMT|UTC|BST|IST))(?=[A-Z][a-z]{2})"
)
_MOST_WORDS = 7


def paper_of(line: str) -> str | None:
    """The paper's name in a line that gives it, with or without a date, a page and a section."""
    return next(names_in(line), None)


def names_in(line: str) -> Iterator[str]:
    """Every part of a line that could be a paper's name, dates, pages and sections left out."""
    for part in _BETWEEN.split(_OTHER.sub(_apart, _without_lead(line))):
        name = _without_role(_LOOSE.sub("", _without_lead(part).strip(" .,-–—/'\"“”*#>|•·()[]")))
        name = _without_tail(_PAGE.sub("", _DESKS.sub("", name)))
        if _is_name(name):
            yield name


def _without_role(name: str) -> str:
    """A paper's name without what its writer does there: "Ostrey Press Sports Writer".

    Papers are called "Reporter", too: such a word goes with one before it, only.
    """
    words = name.split()
    cut = len(words)
    if not cut or words[-1].lower() not in ROLE_WORDS:
        return name
    while cut and words[cut - 1].lower() in ROLE_WORDS | ROLE_KINDS | SECTION_WORDS - OUTLET_WORDS:
        cut -= 1
    is_paper = sounds_like_a_paper(" ".join(words[:cut]))
    return " ".join(words[:cut]) if is_paper and cut < len(words) - 1 else name


def _without_tail(name: str) -> str:
    """A paper's name without what a page or a desk adds: "Ostrey Press logo", "Ostrey Press Web Desk".

    A partner is left out behind whatever name.
    """
    name = _SHARED.sub("", name)
    tail = _TAIL.search(name)
    core = name[: tail.start()] if tail is not None else name
    if tail is not None and _PAGES_OWN.fullmatch(tail.group().strip()):
        return core
    return core if sounds_like_a_paper(core) or newsroom_called(core) is not None else name


def _without_lead(part: str) -> str:
    lead = _LEAD.match(part)
    if lead is not None:
        return part[lead.end() :]
    return part[_KEY.match(part).end() :] if is_keyed(part) else part  # type: ignore[union-attr]


def is_keyed(line: str) -> bool:
    """Whether a line has the paper behind a name that exports give such a field: "Outlet: Velm Express"."""
    key = _KEY.match(line)
    return key is not None and field_of(key[1]) == "outlet"


def _apart(found: re.Match[str]) -> str:
    """A bar where a day stood; a name's own is no day: "The Tarn Sun, 3 May", "Tarn Herald on Sunday"."""
    word, at = found.group(), found.start()
    if word == "Sun" and _CAPITAL_BEFORE.search(found.string, 0, at) is not None:
        return word
    on = _ON_SUNDAY.search(found.string, 0, at) if word == "Sunday" else None
    return word if on is not None and sounds_like_a_paper(on[1]) else " | "


def starts_as_source(line: str) -> bool:
    """Whether a line begins with words that say where the article stood: "First published in the …"."""
    return _LEAD.match(line) is not None


def _is_name(name: str) -> bool:
    words = _WORD.findall(name)
    if not 0 < len(words) <= _MOST_WORDS or any(form.search(name) for form in _NO_NAMES):
        return False
    if _LISTS.fullmatch(name) or not ("." in name or (name[0].isupper() and _is_capital(words[-1]))):
        return False
    lowered = {word.lower().strip(".") for word in words}
    if lowered <= (SECTION_WORDS | STAMP_WORDS | EDITION_WORDS | TEXT_WORDS) or lowered & EDITION_WORDS:
        return False
    is_long = len(name) > 2 or newsroom_called(name) is not None  # "RT"
    return is_long and lowered != {"the"} and max(map(len, lowered)) > 1


def _is_capital(word: str) -> bool:
    """Whether a word begins with a capital, or is one of papers, which catalogues write small."""
    return word[0].isupper() or word in OUTLET_WORDS


def sounds_like_a_paper(name: str) -> bool:
    """Whether one of the words is one that papers and stations bear, or it is a web address."""
    words = {part.lower() for word in _WORD.findall(name) for part in (word, *word.split("-"))}
    return bool(words & (OUTLET_WORDS | PAPER_WORDS)) or re.search(r"\w\.\w{2,}$", name) is not None


def wired_on(line: str) -> str | None:
    """The day in the last line of an agency's wire, which has day, hour and month: "051402 Okt 21"."""
    found = _WIRED.search(line)
    month = next((n for name, n in _MONTHS if found and name.startswith(found[2].lower())), None)
    if found is None or month is None:
        return None
    year = found[3] if len(found[3]) > 2 else f"20{found[3]}"
    return f"{year}-{month:02}-{found[1]}"


def date_of(line: str) -> str | None:
    """The day in a line, in its own words; with "Updated" before it where that is what the line says.

    Where a change's day stands first, that of another part counts, if there is one.
    """
    line = _unmoved(_AGO.sub("", _GROWN.sub(" ", line)) if len(line) <= _LONGEST_STAMP else line)
    dates = [m for m in _DATE.finditer(line) if _YEARED.search(m.group())]
    if not dates:
        return None
    published = _published(line, dates[-1])
    if published:
        return date_of(line[published:])
    later = _THEN_MOVED.search(line, dates[0].end())
    if later is not None:  # "3 May 2031 | Updated 10:12"
        line = line[: later.start()].rstrip(" |·•,;/(–-")
    if len(dates) == 1 and len(line) <= 90 and is_stamp(line):
        return line
    moved, found = _MOVED.match(line), _whole(line, dates[0])
    return f"{moved.group().strip()} {found}" if moved else found


def _unmoved(line: str) -> str:
    """``line``, or, where a change's day stands first, the part that gives the paper's."""
    parts = [part for part in _PARTS.split(line) if _DATE.search(part)]
    if len(parts) < 2 or not is_moved(parts[0]):
        return line
    return next((part for part in parts if not is_moved(part) and date_of(part)), parts[0])


def _whole(line: str, date: re.Match[str]) -> str:
    """A day with what tells "12/02/2017" apart: its weekday, and a zone, or an hour past twelve."""
    if "/" not in date.group():
        return date.group()
    day = _WEEKDAY_BEFORE.search(line, 0, date.start())
    hour = _ZONED.match(line, date.end())
    return (f"{day[1]}, " if day else "") + date.group() + (hour.group() if hour else "")


def _published(line: str, last: re.Match[str]) -> int:
    """Where a line that begins with a change's day says when it was published; 0 for none."""
    if _MOVED.match(line) is None:
        return 0
    return max((m.start() for m in _PUBLISHED.finditer(line, 0, last.start())), default=0)


def is_stamp(line: str) -> bool:
    """Whether a line gives a date and nothing else."""
    rest = _MONTH.sub(" ", _GROWN.sub(" ", line[:_LONGEST_STAMP]))
    words = STAMP_WORDS | STAMP_WORDS_ABROAD
    return all(w[:2].isdigit() or w.lower() in words or len(w) == 1 for w in _PLAIN.findall(rest))


def undated(line: str) -> str:
    """A line without its days and hours."""
    return _OTHER.sub(" ", _GROWN.sub(" ", line))


def is_moved(line: str) -> bool:
    """Whether a line gives the day of a later change, and not also that of the first state."""
    if _MOVED.match(line) is None:
        return False
    dates = [m for m in _DATE.finditer(line) if _YEARED.search(m.group())]
    return not dates or not _published(line, dates[-1])


def is_looked_up(line: str) -> bool:
    """Whether a line gives the day on which somebody looked at the article or printed it."""
    return _LOOKED_UP.match(line) is not None


def is_company(name: str) -> bool:
    """Whether a name is a company's that owns papers but is not one ("Tidewater Media Limited")."""
    return _COMPANY.search(name) is not None


def is_before_day(line: str) -> bool:
    """Whether a line is a name in capitals and a day, as a report's place stands: "BRAM, 24 April 2031"."""
    return _BEFORE_DAY.match(line) is not None


def is_place_of_speech(name: str, line: str, above: Iterable[str]) -> bool:
    """Whether a name is where a speech was given: with the day, below its heading, and no body's."""
    if sounds_like_a_paper(name) or date_of(line) is None:
        return False
    language = languages.of(None)
    words = (word.lower() for word in _PLAIN.findall(name))
    if any(language.lexicon.has(word, kind) for word in words for kind in _BODIES):
        return False
    grammar = language.grammar(TurnGrammar)
    return any(grammar.speech.match(heading) for heading in above)
