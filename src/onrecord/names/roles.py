"""Noun phrases that describe a person or organisation: their head, and what narrows it down.

"the Russian presidential spokesman" has the head ``spokesman`` and the marks ``@Russia`` and ``president``.
The same analysis is run on what introduces a name ("Kremlin spokesman Dmitry …") and on what is used instead
of it, so that the two can be compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from onrecord.languages.english.speakers import offices as data
from onrecord.languages.english.speakers.countries import NATION_OF, STATE_OF
from onrecord.languages.english.speakers.metonyms import ADJECTIVES, METONYMS, SEATS
from onrecord.languages.english.speakers.phrases import (
    AFTER_HEAD,
    AMERICAS,
    FORMER,
    OTHERS,
    PARTIES,
    PORTFOLIOS,
    QUANTIFIERS,
    RANKS,
    UNMARKED,
)
from onrecord.languages.english.speakers.pronouns import KIN, NOUN_GENDER
from onrecord.languages.grammar import Gender

HeadKind = Literal["person", "group", "organisation", "document", "none"]

ROLE_OF: dict[str, str] = {}
for _line in data.SAME_ROLE.strip().split("\n"):
    _names = _line.split(",")
    for _name in _names:
        ROLE_OF.setdefault(_name, _names[0])
BROADER: dict[str, frozenset[str]] = {}
for _line in data.BROADER.strip().split("\n"):
    _general, _, _special = _line.partition("=")
    _covered = {ROLE_OF.get(s.strip(), s.strip()) for s in _special.split(",")}
    for _name in (_general, ROLE_OF.get(_general, _general)):
        BROADER[_name] = BROADER.get(_name, frozenset()) | _covered
PERSON_HEADS = data.PERSON_NOUNS | set(ROLE_OF) | set(BROADER) | KIN
_LONGEST_ROLE = 4
ACRONYMS = frozenset(a.casefold() for a in data.FAMOUS_ACRONYMS) - {"gop", "g.o.p."}


@dataclass(frozen=True, slots=True)
class Description:
    """What a noun phrase says: head noun (its role where it names one), kind, and narrowing marks.

    ``marks``: ``@Country``, ``@@State``, ``%party`` or plain lower-case words. ``definite``: "the", a
    possessive or no article, against "a". ``owner``: whether a possessive stands before the head.
    """

    head: str
    kind: HeadKind
    marks: frozenset[str]
    gender: Gender | None = None
    definite: bool = True
    plural: bool = False
    former: bool = False
    owner: str = ""
    text: str = ""


def mark(word: str) -> str | None:
    """The mark a lower-case word leaves on a description, or None when it narrows nothing."""
    if word in UNMARKED:
        return None
    if word in PARTIES:
        return PARTIES[word]
    if word in METONYMS and word != "congress":
        return METONYMS[word][0].casefold()
    if word in STATE_OF and word not in ("georgia", "georgian"):
        return "@@" + STATE_OF[word]
    if word in NATION_OF:
        return "@" + NATION_OF[word]
    return ADJECTIVES.get(word, word)


def describe(words: Sequence[str], text: str = "") -> Description:
    """The description that a phrase of lower-case words gives; ``text`` is kept as its own words."""
    return _describe(tuple(words[:40]), text)


@lru_cache(maxsize=1 << 15)
def _describe(words: tuple[str, ...], text: str) -> Description:
    definite = not (words and words[0] in ("a", "an", "one")) and OTHERS.isdisjoint(words[:2])
    owner = next((w for w in words[:6] if w in ("his", "her", "their", "its")), "")
    body = words[1:] if words and words[0] in ("the", "a", "an") else words
    cut = next((i for i, w in enumerate(body) if w in AFTER_HEAD and i), len(body))
    partitive = cut and body[:1] == ("one",) and "of" in body  # "one of the lawyers"
    if partitive:
        body, cut = body[body.index("of") + 1 :], len(body)
        cut = next((i for i, w in enumerate(body) if w in AFTER_HEAD and i), len(body))
    head, span, kind = _head(body, cut)
    if cut and not partitive and len(body) > cut + 1 and body[cut] == "of" and body[cut - 1] in QUANTIFIERS:
        body = body[cut + 1 :]  # "more of his aides"
        cut = next((i for i, w in enumerate(body) if w in AFTER_HEAD and i), len(body))
        head, span, kind = _head(body, cut)
    member = singular(head) if partitive and kind == "group" else None
    if member in PERSON_HEADS:
        head, kind = ROLE_OF.get(member, member), "person"
    rest = [w for i, w in enumerate(body) if not span[0] <= i < span[1]]
    marks = {m for w in _merge_names(rest) if (m := mark(w))}
    if head in ("republican", "democrat"):
        marks.add("%" + head)
    noun = " ".join(body[span[0] : span[1]])
    return Description(
        head=head,
        kind=kind,
        marks=frozenset(marks - FORMER),
        gender=NOUN_GENDER.get(noun.split(" ")[-1]) if noun else None,
        definite=definite,
        plural=kind == "group",
        former=bool(FORMER & set(body[:cut])),
        owner=owner,
        text=text,
    )


def _merge_names(words: list[str]) -> list[str]:
    """Two-word nations, states and houses as one word each ("white house", "new york")."""
    out: list[str] = []
    skip = False
    for a, b in zip(words, [*words[1:], ""][: len(words)], strict=True):
        if skip:
            skip = False
            continue
        pair = f"{a} {b}"
        skip = (
            pair in METONYMS or pair in NATION_OF or pair in STATE_OF or (b == "american" and a in AMERICAS)
        )
        out.append(pair if skip else a)
    return out


def _head(body: tuple[str, ...], cut: int) -> tuple[str, tuple[int, int], HeadKind]:
    """``(head, its range in body, kind)``: a role of several words, else the last noun before the cut."""
    for size in range(_LONGEST_ROLE, 1, -1):
        for start in range(min(cut, len(body) - size), -1, -1):
            phrase = " ".join(body[start : start + size])
            written = start + size < cut and body[cut - 1] in data.DOCUMENT_NOUNS
            if phrase in ROLE_OF and not written:  # "inspector general report" is none
                return ROLE_OF[phrase], (start, start + size), "person"
    for index in range(cut - 1, -1, -1):
        word = body[index]
        if word in PERSON_HEADS or word.endswith("-year-old"):
            return ROLE_OF.get(word, word), (index, index + 1), "person"
        if word in data.GROUP_NOUNS:
            return word, (index, index + 1), "group"
        if word in data.DOCUMENT_NOUNS:
            return word, (index, index + 1), "document"
        if word in data.ORGANISATION_NOUNS:
            return word, (index, index + 1), "organisation"
        if (single := singular(word)) is not None:
            kinds: tuple[tuple[frozenset[str], HeadKind], ...] = (
                (frozenset(PERSON_HEADS), "group"),
                (data.DOCUMENT_NOUNS, "document"),
                (data.ORGANISATION_NOUNS, "group"),
            )
            kind: HeadKind | None = next((k for nouns, k in kinds if single in nouns), None)
            if kind:
                return word, (index, index + 1), kind
    return "", (0, 0), "none"


def one_of_them(said: Description) -> Description:
    """The description of one of several: "Norvalian diplomats" as "Norvalian diplomat"."""
    head = singular(said.head) if said.kind == "group" else None
    if head is None or head not in PERSON_HEADS:
        return said
    return replace(said, head=ROLE_OF.get(head, head), kind="person", plural=False)


def singular(word: str) -> str | None:
    """The singular of a plural noun, None for what does not look like one."""
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-3] + "y" if word.endswith("ies") else word[:-1]
    return None


def _covers(general: str, special: str) -> bool:
    return special in BROADER.get(general, frozenset())


def _near(mark_a: str, marks: frozenset[str]) -> bool:
    """Whether ``marks`` hold ``mark_a`` or its institution: a country's house stands for its president."""
    if mark_a in marks:
        return True
    for country, seat in SEATS.items():
        house = METONYMS[seat][0].casefold()
        if mark_a in (house, "@" + country, "president") and house in marks:
            return True
        if mark_a == house and "@" + country in marks and "president" in marks:
            return True
    return False


def agreement(said: Description, known: Description) -> float:
    """How well ``said`` (used instead of a name) fits ``known`` (which introduced one); below 0: it does not.

    0.0 to 3.0 for the head, 1.5 for each mark they share, -4 for two nations or states, -3 for another rank.
    """
    if not said.head or not known.head:
        return -1.0
    charge, known_charge = (PORTFOLIOS & {*d.marks, *d.head.split()} for d in (said, known))
    if charge and known_charge and not charge & known_charge:
        return -3.0
    if said.head == known.head:
        score = 3.0
    elif _covers(said.head, known.head):
        score = 2.0
    elif _covers(known.head, said.head):
        score = 1.0
    else:
        return -1.0
    for family in ("@@", "%"):
        mine = {m for m in said.marks if m.startswith(family)}
        theirs = {m for m in known.marks if m.startswith(family)}
        if mine and theirs and not mine & theirs:
            return -4.0
    mine = {m for m in said.marks if m.startswith("@") and not m.startswith("@@")}
    theirs = {m for m in known.marks if m.startswith("@") and not m.startswith("@@")}
    if mine and theirs and not mine & theirs:
        return -4.0
    score -= 1.0 if said.former != known.former else 0.0
    short, others = said.marks & ACRONYMS, known.marks & ACRONYMS
    if short and others and not short & others:
        return -3.0
    if (RANKS & said.marks) != (RANKS & known.marks) and said.head == known.head:
        score -= 3.0 if RANKS & said.marks else 1.0
    return score + 1.5 * sum(_near(m, known.marks) for m in said.marks)
