"""Who wrote an article, out of a line that says so in any of the trade's ways."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord import languages
from onrecord.articles.imprints import date_of, sounds_like_a_paper, starts_as_source, undated
from onrecord.articles.newsrooms import newsroom_called
from onrecord.languages.furniture import (
    AGENCIES,
    BYLINE_LEADS,
    DAY,
    DAY_NAMES,
    EMPLOYER_WORDS,
    FUNCTION_WORDS,
    GREETING_WORDS,
    NAME_PARTICLES,
    OTHER_TASKS,
    OUTLET_WORDS,
    PAPER_WORDS,
    ROLE_KINDS,
    ROLE_WORDS,
    SECTION_WORDS,
    STAFF_WORDS,
    STAMP_WORDS,
    TEXT_WORDS,
)
from onrecord.languages.grammar import PlaceGrammar
from onrecord.languages.page_asides import PICTURED_BY, WHO_IT_IS

_PICTURING = r"photos?|photographs?|photography|pictures?|images?|videos?"
_LEAD = re.compile(
    rf"[^\w]*(?:(?:[A-Z]{{4,12}}:\s+)?(?:an? )?(?:{BYLINE_LEADS})(?:\(s\))?"
    rf"(?:\s*(?:/|&|\band\b)\s*(?:{BYLINE_LEADS}|{_PICTURING}))?(?: by\b|\s*:)"
    r"|(?:[A-Z]{4,12}:\s+)?by\b|authors?(?=\s+[–—-]\s)|words(?=\s+(?-i:[A-ZÀ-Þ]{2,} [A-ZÀ-Þ]{2,}))"
    r"|(?:from|por|von|par|di|door|av|af)(?=:? [A-Z]))"
    r"\s*[:–—-]?\s*(?:our (?:\w{3,12} )?(?:correspondent|reporter)s?,? (?-i:(?=[A-Z])))?",
    re.IGNORECASE,
)
# A page's boxes grown together: "ByTove RingPolitics Reporter".
_GROWN = re.compile(r"^By(?=[A-ZÀ-Þ][a-z])")
_ROLE_GROWN = re.compile(
    r"(?<=[a-zà-ÿ])(?=(?:[A-ZÀ-Þ][a-z]+ ){0,2}(?:"
    + "|".join(sorted(word.capitalize() for word in ROLE_WORDS))
    + r")\b)"
)
# The paper may stand in front, and the day: "Harbour Radio | By Nora Quill", "Ostrey Herald, 3 May. By …".
_LATE = re.compile(r"^(?:[^|·•]{3,80}(?:[|·•.;–—]|\s-)|[Ss]pecial to .{3,60})\s*(?=By [A-ZÀ-Þ])")
# A name goes on behind what stands in brackets ("Ferry Safety (Inspection) Bill"): it is no writer's.
_IN_BRACKETS = re.compile(r"\w \([^()]{1,40}\) [A-ZÀ-Þ]")
_REPORTED = re.compile(
    r"\b(?:reporting|reported|writing|written) by ((?:[^;.()]|(?<=\b[A-Z])\.)+)", re.IGNORECASE
)
# What follows the names: another task, a date, an address, a place, a paper. Blanks and letters in a row are
# looked at from their first only: 8,000 of them took over a second from each.
_REST = re.compile(
    r"(?<!\s)\s*(?:[|•·;(\[]|\s[–—-]{1,2}\s|@|(?<!\S)\S+@\S+"
    r"|,? (?:photographs?|photos?|pictures?|photography|edited|editing|with)\b"
    r"|\b(?:follow|published|updated|posted|special to|reports?|reporting)\b"
    rf"|\bet al\b|\d{{1,2}}[ -]min\b|\bof the .{{3,40}} staff\b|\bon {DAY_NAMES}|(?:\bon )?{DAY}"
    r"|\d{1,2}[:.]\d\d).*$",
    re.IGNORECASE,
)
_PIECES = re.compile(
    r"(?<!\s)\s*+[|·•;]\s*|[|·•;]\s*|\s[–—]\s|(?<=\d)\s(?=[Bb]y [A-ZÀ-Þ])|(?<=[ap]m)\s(?=[Bb]y [A-ZÀ-Þ])"
)
_JOINED = re.compile(
    r",\s+|(?<!\s)\s*+[|·•;&]\s*|[|·•;&]\s*|(?<!\s)\s++(?:(?:and|for(?: the)?)|[–—-])\s+|\s(?=[@(])"
)
_REPORTS = re.compile(r" reports(?=$|[,|·•])")
_PAGED = re.compile(r"(?:page|p\.?|pg\.?|print edition) ?\w{0,4}$", re.IGNORECASE)
READING = re.compile(r"\d{1,2}[ -]min(?:ute)?s?\.?(?: (?:read|listen|watch))?", re.IGNORECASE)
_INITIALS = re.compile(r"[A-Z]{2,5}")  # an agency's, beside a name
_STAMPED = 3  # words beside a day: "Published", "Issue of"
_MARKS = re.compile(r"^[^\w(]+|^\(|[)\]]$")
_PLACED = re.compile(
    r"(?<!\s)\s++(?:in|[Ff]or|of|[Aa]t|from|reports?|reporting)\s++(?:[Tt]he\s++)?[A-ZÀ-Þ][^,&]*?"
    r"(?=,| and |(?<!\s)\s*+&|$)"
)
_IN_PLACE = re.compile(r"([A-ZÀ-Þ][^,]{3,40}?) in ([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2})")
_BETWEEN = re.compile(r"(?:(?<!\s)\s++)?(?:,\s*and\b|,|&|/|\+|\band\b|\bAND\b)\s*")
_WORD = re.compile(r"[^\W\d_][\w.’'-]*")
# As databases and catalogues write one name: "Quill, Nora".
_LAST_FIRST = re.compile(r"([A-ZÀ-Þ][\w’'-]+), ([A-ZÀ-Þ][\w’'-]+(?: [A-Z]\.)?)")
_MOST_WORDS = 5
# Words that no person's name has, and those that only a part of one has: "Kim Min-jae".
_NO_PERSONS = ROLE_WORDS | OUTLET_WORDS | PAPER_WORDS | STAFF_WORDS | TEXT_WORDS
_NO_FIRST_NAMES = (STAMP_WORDS - {"may", "sun", "min", "thu"}) | EMPLOYER_WORDS
_OPENERS = GREETING_WORDS | {"the"}
_BEFORE_COLON = re.compile(rf"(?!{OTHER_TASKS})[A-ZÀ-Þ][^:|]{{2,30}}:\s+(\S.{{3,120}})", re.IGNORECASE)
_IN_ROLES = frozenset(("and", "at", "for", "in", "of"))


def names_of(line: str) -> str | None:
    """The names in a byline, as written, joined by commas; a desk's name ("Staff and agencies") as it is."""
    line = _ROLE_GROWN.sub(" | ", _GROWN.sub("By ", line))
    line = _LATE.sub("", line)
    if PICTURED_BY.fullmatch(line):
        return None
    lead = _LEAD.match(line)
    if lead is None and _IN_BRACKETS.search(line):
        return None
    rest = _behind(lead, line)
    listed = rest.split("; ")
    if len(listed) > 1 and all(map(is_person, listed)):
        return ", ".join(listed)
    rest = _PLACED.sub("", _REST.sub("", rest)).strip(" ,.:–—-")
    if "," in rest and is_role(rest.partition(",")[0]):
        return None  # "Reporter, Velm Radio": who it is stands on another line
    names = ", ".join(filter(is_person, map(_without_role, _BETWEEN.split(rest))))
    if names:
        return names
    beside = _beside(line) if lead is None else _behind_paper(rest, line)
    return beside or _turned(rest) or (rest if rest and is_desk(rest) else None)


def _behind(lead: re.Match[str] | None, line: str) -> str:
    """What a byline says behind the words that begin it, or whom a line says that it is."""
    if lead is not None:
        return line[lead.end() :]
    who = WHO_IT_IS.match(line)
    return who[1] if who is not None else _MARKS.sub("", line).strip(" —–-")


def _behind_paper(rest: str, line: str) -> str | None:
    """The person in a part behind the paper's: "Text by: Ostrey Herald | Nora Quill"."""
    parts = map(str.strip, _PIECES.split(line)[1:]) if sounds_like_a_paper(rest) else ()
    return next(filter(is_person, parts), None)


def _turned(rest: str) -> str | None:
    """A name that is written as catalogues do, in its usual order."""
    turned = _LAST_FIRST.fullmatch(rest)
    name = f"{turned[2]} {turned[1]}" if turned is not None else ""
    return name if is_person(name) else None


def _beside(line: str) -> str | None:
    """The persons beside a section or a place in a line that begins as no byline does: "Karst: Ann Olm"."""
    placed = _BEFORE_COLON.fullmatch(line)
    pieces = [placed[1]] if placed is not None else _PIECES.split(line)
    names = (_persons(piece) for piece in pieces) if len(pieces) > 1 or placed is not None else ()
    return next(filter(None, names), None)


def _persons(piece: str) -> str | None:
    """The persons that a piece of a line names, where it names nobody and nothing else."""
    parts = _BETWEEN.split(piece.strip())
    return ", ".join(parts) if all(map(is_person, parts)) else None


def is_role(part: str) -> bool:
    """Whether ``part`` is a role and nothing else: "Reporter", "Political Editor", "Staff reporter"."""
    words = [word.lower() for word in part.split()]
    return (
        bool(words)
        and bool(set(words) & ROLE_WORDS)
        and set(words) <= ROLE_WORDS | SECTION_WORDS | ROLE_KINDS | STAFF_WORDS
    )


def _without_role(part: str) -> str:
    """A name without role or paper behind it: "Nora Quill Political Editor"; as it is where there is none."""
    words = part.split()
    for cut in range(2, len(words)):
        paper = " ".join(words[cut:])
        if newsroom_called(paper) is not None or (
            cut == 2 < len(words) - 1 and sounds_like_a_paper(words[-1])
        ):
            return " ".join(words[:cut])
    cut = len(words)
    while cut and words[cut - 1].lower().strip(".") in ROLE_WORDS | STAFF_WORDS | SECTION_WORDS | ROLE_KINDS:
        cut -= 1
    return " ".join(words[:cut]) if 2 <= cut < len(words) else part


def writers_in(line: str) -> str | None:
    """The persons whom one part of a line says to have written: "Ostrey Herald | 3 May | By Nora Quill"."""
    said = (names_of(part) for part in _PIECES.split(line) if begins_as_byline(part))
    return next((names for names in said if names and is_person(names.partition(", ")[0])), None)


def signed_by(line: str) -> str | None:
    """The persons of a line that signs an article and does nothing else: "Nora Quill | Ostrey Herald".

    Beside them stand their paper, their account, their role, a page, a day; a name alone may be anything.
    """
    persons, others = [], 0
    if _IN_BRACKETS.search(line):
        return None
    if (placed := writers_in_places(line)) is not None:
        return placed
    for part in filter(None, map(str.strip, _JOINED.split(_REPORTS.sub(" | reports", line)))):
        name = part.lstrip("—– ")
        if is_person(name) and not sounds_like_a_paper(name):
            persons.append(name)
        elif part == "reports" or name != part or _is_beside(part):
            others += 1
        else:
            return None
    return ", ".join(persons) if persons and (len(persons) > 1 or others or line[0] in "—–") else None


def writers_in_places(line: str) -> str | None:
    """The persons of a line that says where each wrote and no more: "Nora Quill in Olm, Per Voss in Velm"."""
    pieces = _BETWEEN.split(undated(line).strip(" ,.|·•–—-"))
    found = [_IN_PLACE.fullmatch(piece.strip()) for piece in pieces]
    names = [match[1] for match in found if match is not None and is_person(match[1])]
    return ", ".join(names) if names and len(names) == len(pieces) else None


def _is_beside(part: str) -> bool:
    """Whether ``part`` is what stands beside the names of a line that signs."""
    return (
        sounds_like_a_paper(part)
        or starts_as_source(part)
        or (part.rsplit(maxsplit=1)[-1].lower() in ROLE_WORDS and len(part.split()) <= _MOST_WORDS)
        or part[0] in "@("
        or _INITIALS.fullmatch(part) is not None
        or _PAGED.match(part) is not None
        or READING.fullmatch(part) is not None
        or not any(map(str.isalpha, undated(part)))
        or (date_of(part) is not None and len(undated(part).split()) <= _STAMPED)
    )


def names_with_role(line: str) -> str | None:
    """The person in a line that has a name, a role and nothing else: "Nora Quill, city editor"."""
    name, _, role = line.strip().partition(", ")
    words = role.lower().split()
    if not is_person(name) or not words or words[-1] not in ROLE_WORDS or len(words) > _MOST_WORDS:
        return None
    return None if set(words) & (FUNCTION_WORDS - _IN_ROLES) else name


def begins_as_byline(line: str) -> bool:
    """Whether a line begins as only bylines do: "By Nora Quill", "Words: Nora Quill"."""
    line = _GROWN.sub("By ", line)
    lead = _LEAD.match(line)
    return lead is not None and line[lead.end() : lead.end() + 1].isupper()


def reporters_of(line: str) -> str | None:
    """Those who reported, of an agency's credit: "(Reporting by Nora Quill; Editing by Dell Arrow)"."""
    match = _REPORTED.search(line)
    return (
        names_of(f"By {match.group(1)}") if match and "dditional" not in line[: match.start()][-12:] else None
    )


def is_person(part: str) -> bool:
    """Whether ``part`` could be a person's name: capitals, particles, and no word of a role or a paper."""
    words = part.split()
    if not 2 <= len(words) <= _MOST_WORDS or words[0].lower() in _OPENERS:
        return False
    if not all(_WORD.fullmatch(word) and _is_of_name(word) for word in words) or _has_no_persons_word(words):
        return False
    if part in AGENCIES or newsroom_called(part) is not None:  # "Al Jazeera"
        return False
    return part.lower() not in languages.of(None).grammar(PlaceGrammar).places  # "New York"


def _is_of_name(word: str) -> bool:
    """Whether a word is written as one of a name is."""
    return word[0].isupper() or word.lower() in NAME_PARTICLES or "-" in word


def _has_no_persons_word(words: Sequence[str]) -> bool:
    """Whether a word, or for the surest of them a part of one, is none that a person's name has."""
    whole = {word.strip(".").lower() for word in words}
    parts = whole | {each.lower() for word in words for each in word.split("-")}
    return bool(parts & _NO_PERSONS or whole & _NO_FIRST_NAMES)


def is_desk(part: str) -> bool:
    """Whether ``part`` names those who wrote without naming a person: "Staff and agencies", "Newsroom"."""
    words = [word.lower() for word in _WORD.findall(part)]
    if not words or len(words) > _MOST_WORDS + 1 or "@" in part or STAMP_WORDS.issuperset(words):
        return False
    return part in AGENCIES or bool(set(words) & (STAFF_WORDS | OUTLET_WORDS | ROLE_WORDS)) or len(words) == 1
