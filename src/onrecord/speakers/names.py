"""Personal names taken apart, and whether two of them can be one person's.

A name is compared by its parts: given names, surname, suffix; titles, degrees and offices around it are set
aside. The verdict carries its reasons in words, for the reader who asks why two variants were joined.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from onrecord.languages import transliteration as roman
from onrecord.languages.english.speakers.countries import DEMONYMS, NATION_OF
from onrecord.languages.english.speakers.given_names import FEMALE, MALE
from onrecord.languages.english.speakers.nicknames import NICKNAMES
from onrecord.languages.english.speakers.pronouns import HONORIFIC_GENDER, Gender
from onrecord.languages.english.speakers.titles import (
    ARTICLES_ARABIC,
    DEGREES,
    HONORIFICS,
    MODIFIERS,
    PARTICLES,
    SUFFIXES,
    TITLES,
)

_NICKNAME_LINES: dict[str, frozenset[int]] = {}
for _number, _line in enumerate(NICKNAMES.split("\n")):
    for _name in _line.split():
        _NICKNAME_LINES[_name] = _NICKNAME_LINES.get(_name, frozenset()) | {_number}

_QUOTED = re.compile(r"[\"“”„‘’']([^\"“”„‘’']{1,20})[\"“”‘’']\s")
_BRACKETS = re.compile(r"\s*[(\[]([^)\]]{0,60})[)\]]")
_NEE = re.compile(r"\b(?:n[ée]e|born)\s+([^\W\d_][\w'’-]*)", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
# A name longer than this is a sentence or a list, not a name.
_MAX_WORDS = 12
# One edit in a shorter name makes another name (Dan/Don, Joan/John).
_TYPO_LENGTH = 6


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
        bare = _bare(token)
        if bare in HONORIFICS or bare in TITLES:
            cut = index + 1
        elif index == cut and (bare in DEMONYMS or bare in NATION_OF) and len(tokens) - index > 2:
            cut = index + 1
    if not any(_is_title(_bare(t)) for t in tokens[:cut]):
        cut = 0
    return tokens[:cut], tokens[cut:]


def _is_title(word: str) -> bool:
    return word in HONORIFICS or word in DEMONYMS or (word in TITLES and word not in MODIFIERS)


def _strip_tail(tokens: list[str]) -> tuple[list[str], str]:
    suffix = ""
    while len(tokens) > 1:
        bare = _bare(tokens[-1])
        if bare in SUFFIXES and not (bare == "v" and tokens[-1].islower()):
            suffix = SUFFIXES[bare]
        elif bare not in DEGREES:
            break
        tokens = tokens[:-1]
    return tokens, suffix


def _parts(tokens: list[str]) -> tuple[str, ...]:
    found: list[str] = []
    for index, token in enumerate(tokens):
        token = token.strip(',;:"“”')
        pieces = token.replace(".", " ").split() if _INITIALS.fullmatch(token) else re.split(r"[-‐‑]", token)
        for place, piece in enumerate(pieces):
            piece = piece.strip(".")
            article = piece.casefold() in ARTICLES_ARABIC and (index > 0 or len(pieces) > 1)
            if piece and not (article and (place < len(pieces) - 1 or index < len(tokens) - 1)):
                found.append(piece)
    return tuple(found)


def _surname_at(parts: tuple[str, ...]) -> int:
    if len(parts) == 1:
        return 1 if _is_given(parts[0]) and not parts[0].isupper() else 0
    first = parts[0].casefold()
    if first in PARTICLES and first not in MALE and parts[0].islower():
        return 0
    for index in range(1, len(parts) - 1):
        word = parts[index]
        if word.casefold() in PARTICLES and (word.islower() or index == len(parts) - 2):
            return index
    return len(parts) - 1


def _is_given(word: str) -> bool:
    return word.casefold() in MALE or word.casefold() in FEMALE


def _is_east_asian(tokens: list[str], parts: tuple[str, ...]) -> bool:
    if not 2 <= len(parts) <= 3 or len(tokens) < 2 or not roman.east_asian_surnames(parts[0]):
        return False
    hyphenated = len(tokens) == 2 and "-" in tokens[1] and len(parts) == 3
    return hyphenated or (all(1 < len(p) <= 9 for p in parts) and not any(_is_given(p) for p in parts[1:]))


def _line(word: str) -> frozenset[int]:
    return _NICKNAME_LINES.get(roman.unaccented(word), frozenset())


@lru_cache(maxsize=1 << 14)
def gender_of(word: str) -> Gender | None:
    """The gender a given name tells; None for names borne by both, short forms of both included."""
    word = word.casefold()
    told: Gender | None = "he" if word in MALE else "she" if word in FEMALE else None
    bases = {NICKNAMES.split("\n")[n].split()[0] for n in _line(word)} - {word}
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
    parts = _parts([t.capitalize() if t.isupper() and len(t) > 3 else t for t in rest])
    east = _is_east_asian(rest, parts)
    at = 0 if east or (len(rest) == 1 < len(parts) and not _is_given(parts[0])) else _surname_at(parts)
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


@dataclass(frozen=True, slots=True)
class Verdict:
    """``same`` with the reasons for it, or not with the reason against it.

    ``strength``: 2 for a full name that agrees in given name and surname, 1 for a surname (or initial) alone.
    """

    same: bool
    strength: int = 0
    reasons: tuple[str, ...] = ()


def _no(reason: str) -> Verdict:
    return Verdict(same=False, reasons=(reason,))


def same_given(a: str, b: str) -> str | None:
    """Why two given names (one word each) can be one, in words; None when they cannot."""
    x, y = a.casefold(), b.casefold()
    if x == y:
        return "same given name"
    if len(x) == 1 or len(y) == 1:
        return f"initial {a if len(x) == 1 else b}." if x[0] == y[0] else None
    if roman.equivalent(x, y):
        return f"{a} and {b} are one name in two romanisations"
    kx, ky = roman.romanise(x), roman.romanise(y)
    genders = {gender_of(n) for n in (x, y)} - {None}
    if kx == ky and len(genders) < 2:
        return f"{a} and {b} differ in spelling only"
    if _line(x) & _line(y):
        firsts = {NICKNAMES.split("\n")[n].split()[0] for n in _line(x) & _line(y)}
        return f"{a} is short for {b}" if roman.unaccented(y) in firsts else f"{b} is short for {a}"
    known = _is_given(x) and _is_given(y)
    if (
        not known
        and len(genders) < 2
        and min(len(x), len(y)) >= _TYPO_LENGTH
        and Levenshtein.distance(x, y) == 1
    ):
        return f"{a} and {b} differ by one letter"
    return None


def _same_surname(a: tuple[str, ...], b: tuple[str, ...]) -> str | None:
    x, y = "".join(map(roman.romanise, a)), "".join(map(roman.romanise, b))
    if x == y:
        plain = "".join(a).casefold() == "".join(b).casefold()
        return "same surname" if plain else f"{' '.join(a)} and {' '.join(b)} differ in spelling only"
    return None


def _middles(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether middle names allow one person: each one's initial must fit, in order, where both have some."""
    if not a or not b:
        return True
    joined = "".join(map(roman.romanise, a)) == "".join(map(roman.romanise, b))
    pairs = zip(a, b, strict=False)
    return (
        joined
        or (len(a) == len(b) and all(same_given(x, y) for x, y in pairs))
        or (
            len(a) != len(b)
            and all(len(p) > 1 for p in a + b)
            and bool({*map(roman.romanise, a)} & {*map(roman.romanise, b)})
        )
    )


def _compare_east_asian(a: PersonName, b: PersonName) -> Verdict:
    if not roman.east_asian_surnames(a.parts[0]) & roman.east_asian_surnames(b.parts[0]):
        return _no("different surnames")
    x, y = " ".join(a.parts[1:]), " ".join(b.parts[1:])
    if (
        roman.east_asian(x) == roman.east_asian(y)
        or x.replace(" ", "").casefold() == y.replace(" ", "").casefold()
    ):
        return Verdict(
            same=True, strength=2, reasons=(f"{a.text} and {b.text} are romanisations of one name",)
        )
    return _no("different given names")


def _suffixes(a: PersonName, b: PersonName) -> bool:
    return not (a.suffix and b.suffix and a.suffix != b.suffix)


def _given_reason(a: PersonName, b: PersonName) -> str | None:
    """Why the first given names agree: as written, by nickname in quotation marks, or after an initial."""
    x, y = a.given, b.given
    if "".join(map(roman.romanise, x)) == "".join(map(roman.romanise, y)):
        return "same given name" if x == y else "given names differ in spelling only"
    for first, other in ((a, b), (b, a)):
        if first.nickname and same_given(first.nickname, other.given[0]):
            return f"called {first.nickname}"
    reason = same_given(x[0], y[0])
    if reason and not (len(x[0]) == 1 < len(x) and len(y) == 1 < len(y[0])):
        return reason if _middles(x[1:], y[1:]) else None
    for one, other in ((x, y), (y, x)):
        if len(one) > 1 and len(one[0]) == 1 and len(one[1]) > 1:
            reason = same_given(one[1], other[0])
            if reason:
                return f"{reason}; {one[0]}. left out"
    return None


def _tail_of(short: PersonName, long: PersonName) -> bool:
    """Whether ``short`` is the double surname of ``long`` ("García Moncada")."""
    if len(short.parts) >= len(long.parts) or _is_given(short.parts[0]) or len(short.parts[0]) == 1:
        return False
    return [*map(roman.romanise, short.parts)] == [*map(roman.romanise, long.parts[-len(short.parts) :])]


def _compare_full(a: PersonName, b: PersonName) -> Verdict:
    if a.parts[0].casefold() == b.parts[0].casefold():  # Spanish and married double surnames
        short, long = sorted((a, b), key=lambda n: len(n.parts))
        keys, all_keys = [*map(roman.romanise, short.parts)], [*map(roman.romanise, long.parts)]
        if (
            len(keys) < len(all_keys) == len(keys) + len(all_keys[len(keys) :])
            and all_keys[: len(keys)] == keys
        ):
            if not _is_given(short.parts[-1]):
                return Verdict(
                    same=True, strength=2, reasons=(f"{short.text} is {long.text} without the last surname",)
                )
        if "".join(keys) == "".join(all_keys):
            return Verdict(same=True, strength=2, reasons=("same name, written with and without hyphen",))
    short, long = sorted((a, b), key=lambda n: len(n.parts))
    if _tail_of(short, long):
        return Verdict(same=True, strength=1, reasons=("two surnames alone",))
    given = _given_reason(a, b)
    if given is None:
        return _no("different given names")
    surname = _same_surname(a.surname, b.surname) or _same_surname(a.parts[-1:], b.parts[-1:])
    for one, other in ((a, b), (b, a)):
        if surname is None and one.maiden and roman.romanise(one.maiden) == other.key:
            surname = f"maiden name {one.maiden}"
    if surname is None and given.startswith(("same given", "given names differ")) | (
        "romanisations" in given
    ):
        x, y = a.parts[-1], b.parts[-1]
        if (
            roman.loose(x) == roman.loose(y)
            and x[0].casefold() != y[0].casefold()
            and "romanisations" not in given
        ):
            return _no("different surnames")
        if roman.loose(x) == roman.loose(y) and (len(x) >= 5):
            surname = f"{x} and {y} are romanisations of one name"
    if surname is None:
        return _no("different surnames")
    initial = given.startswith("initial") and "left out" not in given
    return Verdict(same=True, strength=1 if initial else 2, reasons=(given, surname))


@lru_cache(maxsize=1 << 16)
def compare(a: PersonName, b: PersonName) -> Verdict:
    """Whether the two names can be one person's, by the names alone."""
    if not a.parts or not b.parts:
        return _no("no name")
    if a.gender and b.gender and a.gender != b.gender:
        return _no("one is a man's name, the other a woman's")
    if not _suffixes(a, b):
        return _no(f"{a.suffix} is not {b.suffix}")
    if a.east_asian and b.east_asian:
        return _compare_east_asian(a, b)
    if a.full and b.full:
        return _compare_full(a, b)
    short, long = sorted((a, b), key=lambda n: len(n.parts))
    if not short.surname:  # a lone given name: a mononym only when the other is one too
        alike = len(long.parts) == 1 and roman.romanise(short.parts[0]) == roman.romanise(long.parts[0])
        return Verdict(same=True, strength=1, reasons=("same name",)) if alike else _no("a given name alone")
    if long.east_asian:
        alike = len(short.parts) == 1 and bool(_same_surname(short.parts, long.surname))
    else:
        tail = long.parts[-len(short.parts) :]
        alike = len(tail) == len(short.parts) and bool(_same_surname(short.parts, tail))
        alike = alike or bool(_same_surname(short.parts, long.surname))
        # "García" for Gabriel García Moncada: the first of two surnames, when the middle word is no given name
        alike = alike or (
            len(long.parts) == 3
            and not _is_given(long.parts[1])
            and bool(_same_surname(short.parts, long.parts[1:2]))
            and len(long.parts[1]) > 2
        )
    return Verdict(same=True, strength=1, reasons=("surname alone",)) if alike else _no("different surnames")
