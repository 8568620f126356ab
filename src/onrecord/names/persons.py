"""Personal names taken apart: given names, surname, suffix; titles and degrees around them are set aside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.languages import transliteration as roman
from onrecord.languages.english.speakers.countries import DEMONYMS, NATION_OF
from onrecord.languages.english.speakers.given_names import FEMALE, MALE
from onrecord.languages.english.speakers.nicknames import NICKNAMES
from onrecord.languages.english.speakers.pronouns import HONORIFIC_GENDER
from onrecord.languages.english.speakers.titles import (
    ARTICLES_ARABIC,
    DEGREES,
    HONORIFICS,
    MODIFIERS,
    PARTICLES,
    SUFFIXES,
    TITLES,
)
from onrecord.languages.grammar import Gender

_NICKNAME_LINES: dict[str, frozenset[int]] = {}
for _number, _line in enumerate(NICKNAMES.split("\n")):
    for _name in _line.split():
        _NICKNAME_LINES[_name] = _NICKNAME_LINES.get(_name, frozenset()) | {_number}

_QUOTED = re.compile(r"[\"“”„‘’']([^\"“”„‘’']{1,20})[\"“”‘’']\s")
_BRACKETS = re.compile(r"\s*[(\[]([^)\]]{0,60})[)\]]")
_NEE = re.compile(r"\b(?:n[ée]e|born)\s+([^\W\d_][\w'’-]*)", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
PARTY = re.compile(r"[DRI][-–][A-Z][A-Za-z.]*")  # "D-Ill."
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
# A name longer than this is a sentence or a list, not a name.
_MAX_WORDS = 12


@dataclass(frozen=True, slots=True)
class PersonName:
    """A personal name in parts, spelled as in the text.

    ``parts`` are all words of the name in order, hyphenated ones apart, Arabic articles dropped;
    ``surname_at`` is the index of the first word of the surname in it (``len(parts)`` for a lone given name).
    ``east_asian``: the surname comes first, ``parts[0]``.
    """

    text: str
    parts: tuple[str, ...]
    surname_at: int
    suffix: str = ""
    nickname: str = ""
    maiden: str = ""
    gender: Gender | None = None
    titles: tuple[str, ...] = ()
    east_asian: bool = False

    @property
    def given(self) -> tuple[str, ...]:
        """The words that are no surname."""
        return self.parts[1:] if self.east_asian else self.parts[: self.surname_at]

    @property
    def surname(self) -> tuple[str, ...]:
        """The words of the surname, particles included."""
        return self.parts[:1] if self.east_asian else self.parts[self.surname_at :]

    @property
    def full(self) -> bool:
        """Whether it has a given name (an initial counts) and a surname."""
        return bool(self.given) and bool(self.surname)

    @property
    def key(self) -> str:
        """The romanised last word of the surname: what joins candidates for comparison."""
        if self.east_asian:
            return roman.romanise(self.parts[0])
        return roman.romanise(self.parts[-1]) if self.parts else ""


def _bare(token: str) -> str:
    return token.strip('.,;:!?"“”()[]').casefold()


def _strip_titles(tokens: list[str]) -> tuple[list[str], list[str]]:
    """``(titles, rest)``: everything up to the last title word that still leaves a name after it."""
    cut = 0
    for index, token in enumerate(tokens[:-1]):
        bare = _sworn_in(_bare(token))
        nation = index == cut and (bare in DEMONYMS or bare in NATION_OF) and len(tokens) - index > 2
        if bare in HONORIFICS or bare in TITLES or nation:
            cut = index + 1
    if not any(_is_title(_sworn_in(_bare(t))) for t in tokens[:cut]):
        cut = 0
    return tokens[:cut], tokens[cut:]


def _sworn_in(word: str) -> str:
    """An office without what says that it is not held yet: "speaker-to-be"."""
    office, _, coming = word.partition("-")
    return office if coming in ("to-be", "elect", "designate", "in-waiting") else word


def _is_title(word: str) -> bool:
    return word in HONORIFICS or word in DEMONYMS or (word in TITLES and word not in MODIFIERS)


def _strip_tail(tokens: list[str]) -> tuple[list[str], str]:
    suffix = ""
    while len(tokens) > 1:
        bare = _bare(tokens[-1])
        if bare in SUFFIXES and not (bare == "v" and tokens[-1].islower()):
            suffix = SUFFIXES[bare]
        elif bare not in DEGREES and not PARTY.fullmatch(tokens[-1].strip(".,")):
            break
        tokens = tokens[:-1]
    return tokens, suffix


def _parts(tokens: list[str]) -> tuple[str, ...]:
    found: list[str] = []
    for index, written in enumerate(tokens):
        token = written.strip(',;:"“”')
        pieces = token.replace(".", " ").split() if _INITIALS.fullmatch(token) else re.split(r"[-‐‑]", token)
        for place, dotted in enumerate(pieces):
            piece = dotted.strip(".")
            article = piece.casefold() in ARTICLES_ARABIC and (index > 0 or len(pieces) > 1)
            if piece and not (article and (place < len(pieces) - 1 or index < len(tokens) - 1)):
                found.append(piece)
    return tuple(found)


def _surname_at(parts: tuple[str, ...]) -> int:
    if not parts:  # nothing but marks, or an article without its noun ("al-")
        return 0
    if len(parts) == 1:
        return 1 if is_given(parts[0]) and not parts[0].isupper() else 0
    first = parts[0].casefold()
    if first in PARTICLES and first not in MALE and parts[0].islower():
        return 0
    for index in range(1, len(parts) - 1):
        word = parts[index]
        if word.casefold() in PARTICLES and (word.islower() or index == len(parts) - 2):
            return index
    return len(parts) - 1


def is_given(word: str) -> bool:
    """Whether ``word`` is known as a given name, with or without its diacritics."""
    return any(w in MALE or w in FEMALE for w in (word.casefold(), roman.unaccented(word)))


def long_form(given: str) -> str:
    """The name that a short form stands for when it stands for one only ("Mike": michael), else ``given``."""
    bases = {NICKNAMES.split("\n")[n].split()[0] for n in nickname_lines(given)}
    return bases.pop() if len(bases) == 1 else given


def _is_east_asian(tokens: list[str], parts: tuple[str, ...]) -> bool:
    if not 2 <= len(parts) <= 3 or len(tokens) < 2 or not roman.east_asian_surnames(parts[0]):
        return False
    hyphenated = len(tokens) == 2 and "-" in tokens[1] and len(parts) == 3
    return hyphenated or (all(1 < len(p) <= 9 for p in parts) and not any(is_given(p) for p in parts[1:]))


def nickname_lines(word: str) -> frozenset[int]:
    """The lines of ``NICKNAMES`` that hold ``word``."""
    return _NICKNAME_LINES.get(roman.unaccented(word), frozenset())


@lru_cache(maxsize=1 << 14)
def gender_of(word: str) -> Gender | None:
    """The gender a given name tells; None for names borne by both, short forms of both included."""
    word = word.casefold()
    plain = roman.unaccented(word)
    told: Gender | None = "he" if word in MALE else "she" if word in FEMALE else None
    told = told or ("he" if plain in MALE else "she" if plain in FEMALE else None)
    bases = {NICKNAMES.split("\n")[n].split()[0] for n in nickname_lines(word)} - {word}
    of_bases = {("he" if b in MALE else "she") for b in bases if b in MALE or b in FEMALE}
    return None if len(of_bases | ({told} if told else set())) > 1 else told


def _gender(titles: list[str], parts: tuple[str, ...], surname_at: int) -> Gender | None:
    for title in titles:
        gender = HONORIFIC_GENDER.get(_bare(title))
        if gender:
            return gender
    for part in parts[: max(surname_at, 1) if len(parts) > 1 else surname_at]:
        if len(part) > 1:
            return gender_of(part)
    return None


@lru_cache(maxsize=1 << 15)
def parse(text: str) -> PersonName:
    """Takes ``text`` ("Lt. Gen. Marcus Q. Treadway Jr.", "Peskov's") apart as a personal name."""
    maiden = _NEE.search(text)
    body = _BRACKETS.sub("", text)
    quoted = _QUOTED.search(body)
    body = _QUOTED.sub("", body) if quoted else body
    tokens = [t for t in re.split(r"[\s,]+", body) if t.strip(".,;:-–—")][:_MAX_WORDS]
    if tokens and tokens[0].casefold() == "the":
        tokens = tokens[1:]
    if not tokens:
        return PersonName(text, (), 0)
    tokens[-1] = _POSSESSIVE.sub("", tokens[-1])
    if "of" in tokens[1:]:  # "Queen Ingrid of Norvalia"; "Secretary of State Ann Brill" keeps its tail
        at = tokens.index("of")
        tokens = tokens if any(_bare(t) in TITLES for t in tokens[at + 1 :]) else tokens[:at]
    tokens, suffix = _strip_tail(tokens)
    titles, rest = _strip_titles(tokens)
    parts = _parts([t.capitalize() if t.isupper() and t.isalpha() and len(t) > 3 else t for t in rest])
    east = _is_east_asian(rest, parts)
    at = 0 if east or (len(rest) == 1 < len(parts) and not is_given(parts[0])) else _surname_at(parts)
    return PersonName(
        text=text,
        parts=parts,
        surname_at=1 if east else at,
        suffix=suffix,
        nickname=quoted.group(1).strip() if quoted else "",
        maiden=maiden.group(1) if maiden else "",
        gender=_gender(titles, parts, at),
        titles=tuple(_bare(t) for t in titles),
        east_asian=east,
    )
