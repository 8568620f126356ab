"""Whether two personal names can be one person's, by their parts, with the reasons in words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from onrecord.languages import transliteration as roman
from onrecord.languages.english.speakers.nicknames import NICKNAMES
from onrecord.names.persons import PersonName, gender_of, is_given, nickname_lines

# One edit in a shorter name makes another name (Dan/Don, Joan/John).
_TYPO_LENGTH = 6


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
    kx, ky = roman.given_key(x), roman.given_key(y)
    genders = {gender_of(n) for n in (x, y)} - {None}
    if kx == ky and len(genders) < 2:
        return f"{a} and {b} differ in spelling only"
    if nickname_lines(x) & nickname_lines(y):
        firsts = {NICKNAMES.split("\n")[n].split()[0] for n in nickname_lines(x) & nickname_lines(y)}
        return f"{a} is short for {b}" if roman.unaccented(y) in firsts else f"{b} is short for {a}"
    # Of two known names, neither is a slip for the other.
    one_known = (is_given(x) or roman.has_equivalents(x)) != (is_given(y) or roman.has_equivalents(y))
    if (
        one_known
        and len(genders) < 2
        and min(len(x), len(y)) >= _TYPO_LENGTH
        and (x[-1] == y[-1] or len(x) != len(y))  # endings tell one name from another: Maria, Mario
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
    for one, two in ((x, y), (y, x)):
        if len(one) > 1 and len(one[0]) == 1 and len(one[1]) > 1:
            reason = same_given(one[1], two[0])
            if reason:
                return f"{reason}; {one[0]}. left out"
    return None


def _tail_of(short: PersonName, long: PersonName) -> bool:
    """Whether ``short`` is the double surname of ``long`` ("García Moncada")."""
    if len(short.parts) >= len(long.parts) or is_given(short.parts[0]) or len(short.parts[0]) == 1:
        return False
    return [*map(roman.romanise, short.parts)] == [*map(roman.romanise, long.parts[-len(short.parts) :])]


def _double_surname(a: PersonName, b: PersonName) -> Verdict | None:
    """Spanish and married double surnames: one left out, or written with a hyphen in one place only."""
    short, long = sorted((a, b), key=lambda n: len(n.parts))
    keys, longer = [*map(roman.romanise, short.parts)], [*map(roman.romanise, long.parts)]
    if keys[0] != longer[0]:
        return None
    if len(keys) < len(longer) and longer[: len(keys)] == keys and not is_given(short.parts[-1]):
        return Verdict(
            same=True, strength=2, reasons=(f"{short.text} is {long.text} without the last surname",)
        )
    if "".join(keys) == "".join(longer):
        alike = keys == longer
        return Verdict(
            same=True, strength=2, reasons=("same name" if alike else "same name but for a hyphen",)
        )
    return None


def _compare_full(a: PersonName, b: PersonName) -> Verdict:
    double = _double_surname(a, b)
    if double is not None:
        return double
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
    if surname is None and all(roman.has_equivalents(n.given[0]) for n in (a, b)):
        x, y = a.parts[-1], b.parts[-1]
        first = x[0].casefold() == y[0].casefold() or "romanisations" in given
        if first and roman.loose(x) == roman.loose(y):
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
        # "García" for Gabriel García Moncada: the first of two surnames, the middle word being no given name
        alike = alike or (
            len(long.parts) == 3
            and not is_given(long.parts[1])
            and bool(_same_surname(short.parts, long.parts[1:2]))
            and len(long.parts[1]) > 2
        )
    return Verdict(same=True, strength=1, reasons=("surname alone",)) if alike else _no("different surnames")
