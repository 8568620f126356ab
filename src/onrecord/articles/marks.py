"""What one line gives away: furniture, a date stamp, a byline, an address, a caption."""

from __future__ import annotations

import re

from onrecord.languages.english.articles import (
    AGENCIES,
    CAPTION_ENDS,
    CAPTION_STARTS,
    CREDIT_LINE,
    FURNITURE,
    MONTH,
    NAVIGATION,
    STAMP_WORDS,
)

_FURNITURE = re.compile("|".join(f"(?:{form})" for form in FURNITURE), re.IGNORECASE)
_CREDIT = re.compile(rf"\(?(?:{CREDIT_LINE})", re.IGNORECASE)
_CAPTION_START = re.compile("|".join(CAPTION_STARTS))
_CAPTION_END = re.compile("|".join(CAPTION_ENDS))
# "… at the border. Norwire": a name, and no full stop, after the sentence.
_CREDITED = re.compile(
    r"[.!?][\"”’)]?\s+(?P<credit>[A-Z][\w&’'-]*(?:[ /](?:via|and|for|[A-Z])[\w&’'/-]*){0,4})$"
)
_NAME = r"[A-ZÀ-Þ][\w.'’-]*"
_BYLINE = re.compile(rf"(?:By|BY|by)[ :]\s*(?P<name>{_NAME}(?:[ ,]+(?:and|in|for|of|&|{_NAME})){{0,14}})\s*$")
# "Jane Doe in Dover Bay", a byline where a date follows.
_NAMES = rf"{_NAME}(?: {_NAME}){{1,3}}"
_PLACED = re.compile(rf"(?P<name>{_NAMES}(?:(?:,| and) {_NAMES}){{0,3}})(?: in {_NAME}(?: {_NAME}){{0,3}})?$")
_MONTH = re.compile(MONTH, re.IGNORECASE)
_STAMP = re.compile(
    rf"\b(?:{MONTH}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}})", re.IGNORECASE
)
_DAY = re.compile(
    rf"\b(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}"
    rf"|(?:{MONTH} \d{{1,2}},?|\d{{1,2}} {MONTH},?) \d{{4}})",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S{4,500}$")
_WORD = re.compile(r"[^\W_]+")
_CRUMBS = re.compile(r"[^.!?]{1,30}(?:\s?[>›»|•·]\s?[^.!?]{1,30}|\s/\s[^.!?]{1,30}){1,6}$")


def is_furniture(content: str) -> bool:
    """Whether a line comes from the page around an article: navigation, sharing, copyright, a rule."""
    if not any(map(str.isalnum, content)):
        return True
    return content.strip(" .:>»|•-–—*#=_").casefold() in NAVIGATION or (
        len(content) <= 400 and _FURNITURE.match(content) is not None
    )


def is_breadcrumb(content: str) -> bool:
    """Whether a line above a headline is a path or a label: "Home > World", "LETTERS."."""
    if content.isupper() and len(content.split()) <= 2 and content.strip(" .:").isalpha():
        return True
    return len(content) < 90 and _CRUMBS.match(content) is not None and not _STAMP.search(content)


def credit_of(content: str) -> str | None:
    """The credit that a line of furniture gives ("Reporting by Ada Voss"), or None."""
    return content.strip("()") if _CREDIT.match(content) else None


def stamp_of(content: str) -> str | None:
    """The date that a line exists to give, as written: "Published January 25, 2022, 10:31 GMT"."""
    if len(content) > 120 or not _STAMP.search(content) or not any(map(str.isdigit, content)):
        return None
    rest = _MONTH.sub(" ", content)
    if len(content) <= 90 and all(
        word.isdigit() or word.lower() in STAMP_WORDS or len(word) == 1 for word in _WORD.findall(rest)
    ):
        return content
    day = _DAY.search(content) if content.count("|") or content.count("•") else None
    return day.group() if day else None


def byline_of(content: str, following: str) -> str | None:
    """The names in a byline; without "By" only before a line that is a date stamp."""
    match = _BYLINE.match(content)
    if match is None and stamp_of(following) and len(content.split()) <= 12:
        match = _PLACED.match(content)
    return match.group("name").strip(" ,") if match else None


def address_of(content: str) -> str | None:
    """The web address that a line consists of, or None."""
    return content if _ADDRESS.match(content) else None


def is_caption(content: str) -> bool:
    """Whether a line before the body describes a picture: by its opening words or by a credit at its end."""
    if len(content) > 600:
        return False
    if _CAPTION_START.match(content) or _CAPTION_END.search(content) or content in AGENCIES:
        return True
    credited = _CREDITED.search(content)
    return credited is not None and len(credited.group("credit").split()) <= 4
