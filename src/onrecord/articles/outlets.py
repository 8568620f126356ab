"""Who published an article: what the input says, else its address, byline or agency; never a guess."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from onrecord.articles.blocks import Layout
from onrecord.articles.imprints import date_of, is_stamp, paper_of
from onrecord.articles.newsrooms import newsroom_at, newsroom_called
from onrecord.languages.furniture import AGENCIES, OUTLET_WORDS, ROLE_WORDS, SECTION_WORDS

_SITE = re.compile(
    r"(?<!\s)\s++\((?:https?://)?[\w-]+(?:\.[\w-]+)+/?\)$"
)  # "Ostrey Courier (courier.example)"
_WORD = re.compile(r"[^\W\d_]+")
_PAGED = re.compile(r",\s*(?:pages?|pp?\.|pg\.?|section|no\.|nr\.?|vol\.?|issue)\s*[A-Z]?\d", re.IGNORECASE)
_SUBDOMAINS = frozenset(("www", "m", "amp", "mobile", "edition", "en", "web"))


def outlet_of(fields: Mapping[str, str], layout: Layout) -> str | None:
    """The outlet, by the one name that a known newsroom has: "nytimes.com" is "The New York Times"."""
    told = " ".join((_told(fields, layout) or "").split()) or None  # a printer sets a masthead's words apart
    return told and (newsroom_called(told) or newsroom_at(told) or told)


def _told(fields: Mapping[str, str], layout: Layout) -> str | None:
    """The outlet: the input's field, the paper's own line, a newsroom's byline, the URL's domain, the agency.

    A file's name is never taken for one: "source_3.txt" and "times_reader_letter.txt" name none.
    A picture's credit names who took the picture, so it does not count either.
    """
    given = fields.get("outlet", "").strip()
    if given:
        name = (
            given.partition(";")[0].strip().removeprefix("www.")
        )  # databases add the place: "Ostrey Courier; Ostrey"
        name = _SITE.sub("", name) or name
        if date_of(name) or _PAGED.search(name):  # … or day and page
            return _undated(name)
        core, _, section = name.rpartition(" - ")  # … feeds, their section
        return core if core and set(section.lower().split()) <= SECTION_WORDS else name
    byline = fields.get("byline") or layout.told.byline or ""
    if layout.told.outlet:
        return layout.told.outlet
    if _is_newsroom(byline):
        return byline.strip()
    domain = _domain(fields.get("url") or layout.told.address or "")
    if domain:
        return domain
    return agency_of(layout)


def _undated(name: str) -> str | None:
    """The paper in a field that also has day or page; None where it has the day alone."""
    return paper_of(name) or (None if is_stamp(name) else name)


def agency_of(layout: Layout) -> str | None:
    """The agency that the dateline names, when it names one."""
    return layout.dateline.agency if layout.dateline else None


def _is_newsroom(byline: str) -> bool:
    """Whether a byline is an organisation's name ("Evening News"), not a person's or a mail address."""
    words = {word.lower() for word in _WORD.findall(byline)}
    if not words or len(words) > 5 or words & ROLE_WORDS or any(x in byline for x in (",", " and ", "@")):
        return False
    return byline.strip() in AGENCIES or bool(words & OUTLET_WORDS)


def _domain(url: str) -> str | None:
    """The host without ``www.`` and its like: ``https://www.example.org/a`` → ``example.org``."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return None
    labels = host.split(".")
    while len(labels) > 2 and labels[0] in _SUBDOMAINS:
        labels.pop(0)
    return ".".join(labels) if len(labels) >= 2 and labels[-1].isalpha() else None
