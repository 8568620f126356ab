"""Agency datelines: ``MOSCOW, January 25. /TASS/.``, ``WASHINGTON (AP) —``, ``London, June 3 (AP) -``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from onrecord.languages.furniture import AGENCIES, MONTH, NOT_PLACES
from onrecord.records import Span

_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_MONTH = (
    rf"(?:{MONTH}|(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?"
    r"|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\b\.?)"
)
_DAY = rf"(?:{_WEEKDAY}(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)"
_BARE_DAY = re.compile(_DAY)
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.\-]+(?:[ /][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.\-]*){0,4}"
_TITLED = r"[A-ZÀ-ÖØ-Þ][\w'’.\-]+(?:[ /][A-ZÀ-ÖØ-Þ][\w'’.\-]+){0,3}"
_REGION = r"(?:, [A-ZÀ-Þ][\w.'’\-]+(?: [A-ZÀ-Þ][\w.'’\-]+){0,2}){0,2}?"
_AGENCY = (
    r"(?:\((?P<round>[A-Z][\w&.,/' -]{1,38}|[a-z]{3,4})\)|/(?P<slash>[A-Z][\w&. -]{1,28})/"
    r"|\[(?P<square>[A-Z][\w&. -]{1,28})\])"
)
_DASH = r"(?:\s?(?:—|–|―|--)\s?|\s-\s|\s_(?=\s|$))"
# Longest head looked at; the longest datelines (two cities, region, date, agency) have 80 characters.
_HEAD = 160

_TOLD = re.compile(r"[(/\[]|\b\d{4}\b")
_IN_CAPITALS = ("'", "’", ".", "-")

# "BRACK (Osk), May 3": the country may stand in brackets where the day follows.
_COUNTRY = r"(?: \([A-ZÀ-Þ][\w .'’\-]{1,28}\),?)"
_OPEN = rf"{_REGION}(?:(?:{_COUNTRY} |,? )(?P<day>{_DAY}))?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        # CITY, Region, January 25. /AGENCY/.   LONDON, June 3 (Agency) -   CITY (Agency) —
        rf"(?P<place>{_CAPITALS}){_OPEN}[.,]? ?{_AGENCY}(?P<stop>\.|:|{_DASH}|(?=\s*$))?",
        # London, June 3 (Agency) -   New Delhi (AFP) –
        rf"(?P<place>{_TITLED}){_OPEN}[.,]? ?{_AGENCY}(?P<stop>\.|:|{_DASH}|(?=\s*$))",
        # CITY, January 25 —   CITY, Region —   CITY, January 25.
        rf"(?P<place>{_CAPITALS}){_OPEN}(?P<stop>{_DASH})",
        rf"(?P<place>{_CAPITALS}){_REGION},? (?P<day>{_DAY})(?P<stop>\.|:)(?=\s)",
        # (AGENCY) - CITY, January 25 2031 -
        rf"{_AGENCY}{_DASH}(?P<place>{_CAPITALS}){_OPEN}(?P<stop>{_DASH})",
        # January 25 (Agency) -   (Agency) —
        rf"(?:(?P<day>{_DAY})[.,]? ?)?{_AGENCY}(?P<stop>\.|:|{_DASH})",
        # Velm, Osk, January 25, 2031 –
        rf"(?!\w+day\b)(?P<place>{_TITLED}){_REGION},? (?P<day>{_DAY}(?<=\d{{4}}))(?P<stop>{_DASH})",
    )
)
# "NEW VELM: Prices rose": a town alone before a colon, as a name stands in a transcript.
_TOWN = re.compile(rf"(?P<place>{_CAPITALS}):(?=[ \t]+\S)")
_LABEL = re.compile(r"^[ \t]*[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.\- ]{1,40}:", re.MULTILINE)
# Words of a first paragraph; "EVAN: I am." has fewer.
_PARAGRAPH = 12


@dataclass(frozen=True, slots=True)
class Dateline:
    """``span`` covers the dateline's characters; ``agency`` only when it names one."""

    span: Span
    place: str | None
    day: str | None
    agency: str | None


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline with which ``text[start:end]`` begins, or None."""
    head = text[start : min(end, start + _HEAD)]
    if not (head[1:2].isupper() or head[1:2] in _IN_CAPITALS or _TOLD.search(head)):
        return None  # every form begins with a place in capitals or has an agency in brackets or a year
    for number, form in enumerate(_FORMS):
        match = form.match(head)
        if match is None:
            continue
        parts = match.groupdict()
        place, day, stop = parts.get("place"), parts.get("day"), parts.get("stop")
        agency = parts.get("round") or parts.get("slash") or parts.get("square")
        if _BARE_DAY.fullmatch(agency or ""):  # "VELM (May 3, 2031) –": no agency
            agency, day = None, agency
        if not _plausible(number, place, day, agency, slashed=bool(parts.get("slash")), stop=bool(stop)):
            continue
        if parts.get("round") and stop == ":" and _is_turn(text, agency):
            continue
        whole = match.group().rstrip()
        return Dateline(Span(start, start + len(whole)), place, day, agency)
    return None


def _is_turn(text: str, agency: str | None) -> bool:
    """Whether a colon behind brackets opens a turn ("CHAIR (Ada Olm): …"): other lines have labels, too."""
    return agency not in AGENCIES and _LABEL.search(text) is not None


def town_before_colon(text: str, start: int, end: int) -> Dateline | None:
    """The dateline of ``text[start:end]`` that is a town and a colon; None where other lines begin like that.

    Such a label comes back in a transcript, with the next speaker at the latest.
    """
    match = _TOWN.match(text, start, min(end, start + _HEAD))
    if match is None or len(text[start:end].split()) < _PARAGRAPH:
        return None
    if not _plausible(2, match["place"], None, None, slashed=False, stop=True):
        return None
    others = islice(_LABEL.finditer(text), 2)
    return Dateline(Span(start, match.end()), match["place"], None, None) if len(list(others)) == 1 else None


def _plausible(
    form: int, place: str | None, day: str | None, agency: str | None, *, slashed: bool, stop: bool
) -> bool:
    if place is not None and not _may_be_place(place):
        return False
    known = agency in AGENCIES or slashed or (agency or "").islower()
    if form == 0:
        # "NATO (North Atlantic Treaty Organization) said": a bracket alone is no dateline.
        return slashed or stop
    if form == 1:
        return known or day is not None
    if form == 5:
        return known
    return True


def _may_be_place(place: str) -> bool:
    """Whether words in capitals can name a place: no label of a page, no number."""
    first, *more = (word.strip(".") for word in re.split(r"[ /]", place))
    # "NEW VELM" is a town, "NEW VIDEO" none.
    label = more[0] if first == "NEW" and more else first
    return label not in NOT_PLACES and len(place.strip(".-'’")) >= 3 and not any(c.isdigit() for c in place)
