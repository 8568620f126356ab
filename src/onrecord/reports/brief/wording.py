"""Records in a reader's words: dates, counts, labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from onrecord import languages
from onrecord.languages.grammar import CueGrammar, PersonGrammar, SentenceGrammar, StanceGrammar
from onrecord.names.roles import Description, describe_title
from onrecord.records import Article, Dating, Office, Statement

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
# EDTF level 1 and 2 season codes.
SEASONS = {
    **dict.fromkeys(("21", "25"), "spring"),
    **dict.fromkeys(("22", "26"), "summer"),
    **dict.fromkeys(("23", "27"), "autumn"),
    **dict.fromkeys(("24", "28"), "winter"),
    **{str(32 + n): f"quarter {n} of" for n in range(1, 5)},
    **{str(39 + n): f"half {n} of" for n in (1, 2)},
}

# Label of a rendering -> what the page calls it, and what that means.
TAGS = {
    "verbatim": "same words",
    "alone": "quoted by one outlet only",
    "partial": "in part",
    "variant": "other words",
    "paraphrase": "reported",
}
LABELS = {
    "verbatim": "quoted in the same words by more than one outlet",
    "alone": "no other outlet quotes these words",
    "partial": "a part of the words",
    "variant": "the same quotation in other words",
    "paraphrase": "in the outlet’s own words",
}
LEVELS = {
    "rules_out": "rules out",
    "no_plans": "no plans",
    "did_not_discuss": "did not discuss",
    "no_comment": "no comment",
    "does_not_rule_out": "does not rule out",
    "considers": "considers",
    "intends": "intends",
    "did": "did",
}
STANCES = {
    "deny": "denies",
    "decline": "declines to say",
    "hedge": "hedges",
    "ask": "asks",
    "urge": "urges",
    "commit": "commits to",
}
ORIGINS = {"press_release": "press release", "unknown": "origin unknown"}
MODES = {"thought": "attitude", "plan": "plan", "document": "document"}
_MOST_WORDS = 6  # of an office: "deputy minister of foreign affairs"

_DAY = re.compile(r"(-?\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d)[\d:Z+\-]*)?")
_PART = re.compile(r"(\d{4})(?:-(\d\d))?")


def count(number: int, one: str, many: str | None = None) -> str:
    """``1 article``, ``3 articles``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def clip(text: str, length: int) -> str:
    """``text`` on one line, cut at a word near ``length`` characters."""
    text = " ".join(text[: 4 * length + 200].split())
    if len(text) <= length:
        return text
    cut = text.rfind(" ", length // 2, length)
    return text[: cut if cut > 0 else length - 1].rstrip(" ,;:–-“‘(\"'") + "…"


def bare(text: str) -> str:
    """``text`` without quotation marks around it, for places that set their own."""
    inner = text.strip().strip('"“”„«»').strip()
    return inner or text


def dated(edtf: str | None, *, weekday: bool = False) -> str:
    """An EDTF date in words (``14 May 2024``, ``1990s``, ``on or after 1 Mar 2018``); other forms as is."""
    if not edtf:
        return "not dated"
    if re.fullmatch(r"[^/]+~/[^/]+~", edtf):
        return f"about {_interval(*edtf.replace('~', '').split('/'))}"
    mark = edtf[-1]
    if mark in "~?%":
        core = dated(edtf[:-1], weekday=weekday)
        return {"~": f"about {core}", "?": f"{core} (uncertain)", "%": f"about {core} (uncertain)"}[mark]
    if "/" in edtf and edtf.count("/") == 1:
        return _interval(*edtf.split("/"))
    if (found := _DAY.fullmatch(edtf)) is not None:
        return _day(found, weekday=weekday)
    if (found := _PART.fullmatch(edtf)) is not None:
        return _part_of_year(*found.groups()) or edtf
    if re.fullmatch(r"\d{3}X", edtf):
        return f"{edtf[:3]}0s"
    if re.fullmatch(r"\d{2}XX", edtf):
        return f"{edtf[:2]}00s"
    return edtf


def _part_of_year(year: str, month: str | None) -> str:
    """A year, a season or a month; empty where the number is none of a month."""
    if month is None:
        return year
    if month in SEASONS:
        return f"{SEASONS[month]} {year}"
    return f"{MONTHS[int(month) - 1]} {year}" if 1 <= int(month) <= 12 else ""


def _day(found: re.Match[str], *, weekday: bool) -> str:
    year, month, number, clock = found.groups()
    try:
        when = date(int(year), int(month), int(number))
    except ValueError:
        return found.group()
    words = f"{when.day} {MONTHS[when.month - 1]} {year}"
    return (f"{DAYS[when.weekday()]} " if weekday else "") + words + (f", {clock}" if clock else "")


def _interval(start: str, end: str) -> str:
    if end in ("..", ""):
        return f"on or after {dated(start)}"
    if start in ("..", ""):
        return f"on or before {dated(end)}"
    if start.endswith("-01-01") and end.endswith("-12-31"):
        start, end = start[:-6], end[:-6]
    first, last = dated(start), dated(end)
    if first == last:
        return first
    # "17 – 23 Jan 2022", "30 Nov – 2 Dec 2021": what both share is said once, at the end.
    parts = first.split(" "), last.split(" ")
    if len(parts[0]) == len(parts[1]) == 3 and parts[0][2] == parts[1][2]:
        return f"{' '.join(parts[0][: 1 if parts[0][1] == parts[1][1] else 2])} – {last}"
    return f"{first} – {last}"


def dating(value: Dating, *, weekday: bool = False) -> str:
    """A dating in words, by its bounds where it has no EDTF; ``weekday``: and the hour, where given."""
    if value.edtf:
        hour = value.moment if weekday else None
        return dated(value.edtf, weekday=weekday) + (f", {hour:%H:%M} {hour:%Z}".rstrip() if hour else "")
    if value.earliest and value.latest:
        return dated(f"{value.earliest}/{value.latest}")
    if value.earliest:
        return f"on or after {dated(value.earliest)}"
    if value.latest:
        return f"on or before {dated(value.latest)}"
    return "not dated"


def years(first: str | None, last: str | None) -> str:
    """The years from one EDTF date to another, as ``2018 – 2024``."""
    found = [m.group() for m in (re.search(r"\d{4}", d or "") for d in (first, last)) if m]
    return " – ".join(dict.fromkeys(found)) or "not dated"


def days(first: str, last: str) -> str:
    """From one ISO day to another: ``12 – 14 May 2031``; where they lie in several years, these alone."""
    return _interval(first, last) if first[:4] == last[:4] else years(first, last)


def listed(names: list[str], most: int = 3) -> str:
    """``A, B and C``; ``A, B and 4 others`` when there are more than ``most``."""
    if len(names) > most:
        names = [*names[: most - 1], f"{len(names) - most + 1} others"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def stance_of(statement: Statement, article: Article) -> str:
    """What a speaker does with a statement, where it is no plain assertion and its words do not tell it.

    Who says that the engines did not stop denies nothing that a reader could see.
    """
    if statement.stance == "deny" and _only_words_deny(statement, article):
        return ""
    return STANCES.get(statement.stance, "")


def _only_words_deny(statement: Statement, article: Article) -> bool:
    label = languages.of(article.language).grammar(StanceGrammar).stances.label
    cue = " ".join(s.of(article.text) for s in statement.cue)
    return label("", statement.content_text(article.text)) == "deny" != label(cue, "")


def held(offices: Iterable[Office]) -> list[Office]:
    """Offices, each once though texts call it otherwise; what is longer than an office is a description."""
    short = [o for o in offices if len(o.title.split()) <= _MOST_WORDS]
    once: dict[tuple[str, str | None], Office] = {}
    for office in short:
        once.setdefault((_bare(office.title), office.organisation), office)
    told = [(office, _described(office.title)) for office in once.values()]
    return [
        office
        for at, (office, said) in enumerate(told)
        if office.organisation
        or not any(_tells_more(fuller, said, before=n < at) for n, (_, fuller) in enumerate(told) if n != at)
    ]


def _described(title: str) -> Description:
    return describe_title(title, languages.of(None))


def _tells_more(fuller: Description, said: Description, *, before: bool) -> bool:
    """Whether another title is of the same office, and says besides only whose it is.

    “Chief executive of Olm Ferries” tells all of “chief executive”; “deputy foreign minister” is another
    office than “foreign minister”. Where all words have capitals, they do not tell names apart.
    """
    if not fuller.head or fuller.head != said.head or fuller.former != said.former:
        return False
    more = fuller.marks - said.marks
    if not said.marks <= fuller.marks or (not more and not before):
        return False
    words = fuller.text.replace("-", " ").split()
    capital = {w.casefold().strip("'’") for w in words if w[:1].isupper()}
    return not more or (fuller.head.split()[-1] not in capital and all(_is_named(m, capital) for m in more))


def _is_named(mark: str, capital: set[str]) -> bool:
    return mark.startswith(("@", "%")) or any(word.startswith(mark) for word in capital)


def roles(offices: Iterable[Office]) -> list[str]:
    """Somebody's offices, each once, in their order; without the owner if that is only a pronoun."""
    return list(dict.fromkeys(_roles(offices)))


def first_role(offices: Iterable[Office]) -> str:
    """The first of them; empty where there is none."""
    return next(_roles(offices), "")


def _roles(offices: Iterable[Office]) -> Iterator[str]:
    return filter(None, map(_role, offices))


def _role(office: Office) -> str:
    """An office with its body, unless its title names that: "White House press secretary"."""
    title, body = standing_alone(office.title), office.organisation
    return title if not body or body.casefold() in title.casefold() else f"{title}, {body}" if title else body


@lru_cache(maxsize=1 << 12)
def standing_alone(title: str) -> str:
    """A title without what opens a noun phrase, and with the stop of the abbreviation that it ends in.

    "His lawyer" has no "he" where a page lists people; "Florida Sen" was cut at its stop; the courtesy of
    "fellow Conservative Mr" belongs to the name behind it.
    """
    words = title.split()
    english = languages.of(None)
    openers = english.grammar(CueGrammar).determiners
    while len(words) > 1 and words[0].casefold() in openers:
        del words[0]
    last = words[-1].casefold() if words else ""
    if last not in english.grammar(SentenceGrammar).titles:
        return " ".join(words)
    if last in english.grammar(PersonGrammar).title_gender:
        return " ".join(words[:-1])
    return f"{' '.join(words)}."


def _bare(title: str) -> str:
    return " ".join(word for word in title.casefold().split() if word not in ("a", "an", "the"))
