"""Names of papers in lines about them: whose text this is, who may read it there, who wrote for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.articles.bylines import is_person
from onrecord.articles.features import fold
from onrecord.articles.imprints import paper_of, sounds_like_a_paper
from onrecord.articles.newsrooms import newsroom_called
from onrecord.languages.furniture import AGENCIES
from onrecord.languages.page_asides import (
    DEVICES,
    EMPLOYING,
    FOLLOWED,
    FROM_WHOM,
    LETTERS,
    NETWORKS,
    OFFERED_BY,
    OWN_NAME,
    PART_OF,
    READERS_OF,
    SAYING,
    STAFFED,
    SUPPORTED,
)

# Capitals, and the small words between them.
_NAME = (
    r"(?:[Tt]he )?([A-ZÀ-Þ][\w&’'.-]*"
    r"(?:(?: (?:of|and|&|the|for|upon|de|la|del|di|du|der|die|das|und|y)){0,2} [A-ZÀ-Þ0-9][\w&’'-]*){0,5})"
)
_ANY_NAME = re.compile(
    r"(?<![\w’'])((?:[Tt]he )?)([A-ZÀ-Þ][\w&’'.-]*(?: (?:(?:of|and|&|the) )?[A-ZÀ-Þ0-9][\w&’'-]*){0,5})"
)
_WORD = re.compile(r"[^\W\d_]+")
_POSSESSED = re.compile(r"\w[’']s\b")
_TO_READERS = frozenset(("you", "your", "our", "us"))
_FROM_WHOM = re.compile(rf"\b(?:(?:{FROM_WHOM})\s+(?:{PART_OF}\s+)?|[Ff]rom {PART_OF}\s+){_NAME}")
_READERS_OF = re.compile(rf"(?:{READERS_OF})\s+{_NAME}")
_DEVICES = re.compile(rf"{DEVICES[0]}\s+{_NAME}{DEVICES[1]}")
_FOLLOWED = re.compile(rf"{FOLLOWED}\s+{_NAME}")
_EMPLOYING = re.compile(rf"\b(?:{EMPLOYING})\s+{_NAME}")
_STAFFED = re.compile(rf"(?:[Bb]y |BY )?{_NAME} (?:{STAFFED})$")
# "The Ostrey Herald's Daily Edition" is the Herald's.
_OWNER = re.compile(r"(?<=\w)[’']s (?=[A-ZÀ-Þ])")
# What the paper in such a line's name does not end with.
_OFFERED_BY = re.compile(rf"{OFFERED_BY}\s+{_NAME}")
_OWN_NAME = re.compile(rf"{_NAME}{OWN_NAME}")
_SUPPORTED = re.compile(rf"{_NAME}{SUPPORTED}")
_ENDS = re.compile(r"(?:[’']s|(?<!\.)\.++|(?<!\s)\s++(?:[Aa]pp|APP|[Ww]ebsite|[Nn]ewsletters?|\(.*))+$")
_OWNED = re.compile(
    r"((?-i:[A-ZÀ-Þ]).{2,40}?) (?:is (?:part of|owned by|published by)|— a member of|, an? \w+ media)\b.*",
    re.IGNORECASE,
)


def passed_on_from(content: str) -> Iterator[str]:
    """The papers that a line says a text is from: "Reprinted by permission of the Ostrey Herald"."""
    for match in _FROM_WHOM.finditer(content):
        yield from (name for name in _named(match[1]) if _is_papers(name) and name not in AGENCIES)


def called_in(content: str) -> Iterator[str]:
    """The papers that a line calls by their names: what they are part of, what a reader can do there."""
    match = _DEVICES.match(content) or _READERS_OF.match(content) or _OWNED.fullmatch(content)
    match = match or _SUPPORTED.match(content)
    named = list(_named(match[1])) if match is not None else []
    if named:
        yield from named
    elif (match := _FOLLOWED.match(content)) is not None:
        yield from (name for name in _named(match[1]) if " " in name and _is_papers(name))
    elif (match := _OFFERED_BY.match(content) or _OWN_NAME.match(content)) is not None:
        yield from filter(None, map(_known, _named(match[1])))


def employers_in(content: str) -> Iterator[str]:
    """For whom a note says that somebody writes: "covers courts for the Ostrey Herald"."""
    for match in _EMPLOYING.finditer(content):
        yield from _named(match[1])


def staffed_by(content: str) -> Iterator[str]:
    """Whose staff signs: "By Ostrey Herald Staff", "Ostrey Herald Reporter"."""
    match = _STAFFED.match(content)
    if match is not None:
        yield from _named(match[1])


def _named(words: str) -> Iterator[str]:
    name = paper_of(_ENDS.sub("", _OWNER.split(words)[0]))
    if name is None or fold(name) in NETWORKS or "_" in name:
        return
    if LETTERS.isdisjoint(name.lower().split()):
        yield name


def spoken_of(content: str) -> Iterator[str]:
    """The one known newsroom that a line to the reader names: "You can support the Guardian's work".

    Names of one word are words, too ("Time", "the Nation"), unless they are letters or own something.
    """
    words = {word.lower() for word in _WORD.findall(content)}
    if not words & _TO_READERS or not SAYING.isdisjoint(words):
        return
    names = {found for match in _ANY_NAME.finditer(content) if (found := _newsroom_in(match)) is not None}
    if len(names) == 1:
        yield from names


def _newsroom_in(match: re.Match[str]) -> str | None:
    """The known newsroom with whose name a run of capitals begins."""
    is_owner = _POSSESSED.search(match[2]) is not None
    words = _ENDS.sub("", _OWNER.split(match[2])[0]).split()
    for size in range(len(words), 0, -1):
        name = " ".join(words[:size])
        if match[1] and is_owner and newsroom_called(f"The {name}") is not None:
            return f"The {name}"
        if newsroom_called(name) is not None and (size > 1 or name.isupper()):
            return name
    return None


def _known(name: str) -> str | None:
    """A known newsroom's name, with its article; of others a reader is offered much: "Monitor Stories"."""
    return next((each for each in (name, f"The {name}") if newsroom_called(each) is not None), None)


def _is_papers(name: str) -> bool:
    return sounds_like_a_paper(name) or not is_person(name)
