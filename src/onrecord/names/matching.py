"""Whether two personal names can be one person's, by their parts, with the reasons in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from onrecord import languages
from onrecord.languages import Language
from onrecord.languages import transliteration as roman
from onrecord.names.persons import PersonName, gender_of, is_given, long_forms

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


def _yes(strength: int, *reasons: str) -> Verdict:
    return Verdict(same=True, strength=strength, reasons=reasons)


def _no(reason: str) -> Verdict:
    return Verdict(same=False, reasons=(reason,))


@lru_cache(maxsize=1 << 16)
def compare(a: PersonName, b: PersonName, language: Language | None = None) -> Verdict:
    """Whether the two names can be one person's, by the names alone."""
    language = language or languages.of(None)
    objection = _objection(a, b)
    if objection:
        return _no(objection)
    if a.east_asian and b.east_asian:
        return _compare_east_asian(a, b)
    if a.full and b.full:
        return _compare_full(a, b, language)
    short, long = sorted((a, b), key=lambda n: len(n.parts))
    if not short.surname:  # a lone given name: a mononym only when the other is one too
        alike = len(long.parts) == 1 and _spelt_alike(short.parts, long.parts)
        return _yes(1, "same name") if alike else _no("a given name alone")
    alike = any(_same_surname(short.parts, tail) for tail in _surnames(long, len(short.parts), language))
    return _yes(1, "surname alone") if alike else _no("different surnames")


def of_two_generations(a: PersonName, b: PersonName) -> bool:
    """Whether one name has what tells a child from a parent, and the other is no shorter form of it.

    "Ada Brill Jr." beside "Ada Brill" or "Ada M. Brill"; "Ada M. Brill Jr." may go by "Ada Brill".
    """
    child, other = (a, b) if a.suffix else (b, a)
    return bool(child.suffix) and not other.suffix and len(other.parts) >= len(child.parts)


def _objection(a: PersonName, b: PersonName) -> str:
    """What two names have that no one person has, empty for nothing."""
    if not a.parts or not b.parts:
        return "no name"
    if a.gender and b.gender and a.gender != b.gender:
        return "one is a man's name, the other a woman's"
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return f"{a.suffix} is not {b.suffix}"
    return ""


def _romanised(parts: Iterable[str]) -> list[str]:
    return [roman.romanise(part) for part in parts]


def _spelt_alike(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether words are the same name but for spelling, hyphens and spaces."""
    return "".join(_romanised(a)) == "".join(_romanised(b))


def _compare_east_asian(a: PersonName, b: PersonName) -> Verdict:
    if not roman.east_asian_surnames(a.parts[0]) & roman.east_asian_surnames(b.parts[0]):
        return _no("different surnames")
    x, y = " ".join(a.parts[1:]), " ".join(b.parts[1:])
    as_written = x.replace(" ", "").casefold() == y.replace(" ", "").casefold()
    if as_written or roman.east_asian(x) == roman.east_asian(y):
        return _yes(2, f"{a.text} and {b.text} are romanisations of one name")
    return _no("different given names")


def _compare_full(a: PersonName, b: PersonName, language: Language) -> Verdict:
    short, long = sorted((a, b), key=lambda n: len(n.parts))
    double = _double_surname(short, long, language)
    if double is not None:
        return double
    given = _given_reason(a, b, language)
    if given is None:
        return _no("different given names")
    surname = _surname_reason(a, b) or _maiden_reason(a, b) or _loose_reason(a, b, given)
    if surname is None:
        return _no("different surnames")
    initial = given.startswith("initial") and "left out" not in given
    return _yes(1 if initial else 2, given, surname)


# ------------------------------------------------------------------ surnames


def _same_surname(a: tuple[str, ...], b: tuple[str, ...]) -> str | None:
    if not _spelt_alike(a, b):
        return None
    plain = "".join(a).casefold() == "".join(b).casefold()
    return "same surname" if plain else f"{' '.join(a)} and {' '.join(b)} differ in spelling only"


def _surname_reason(a: PersonName, b: PersonName) -> str | None:
    return _same_surname(a.surname, b.surname) or _same_surname(a.parts[-1:], b.parts[-1:])


def _maiden_reason(a: PersonName, b: PersonName) -> str | None:
    for one, other in ((a, b), (b, a)):
        if one.maiden and roman.romanise(one.maiden) == other.key:
            return f"maiden name {one.maiden}"
    return None


def _loose_reason(a: PersonName, b: PersonName, given: str) -> str | None:
    """Why surnames are romanisations of one, which only given names that have romanisations bear out."""
    if not all(roman.has_equivalents(name.given[0]) for name in (a, b)):
        return None
    x, y = a.parts[-1], b.parts[-1]
    first = x[0].casefold() == y[0].casefold() or "romanisations" in given
    return (
        f"{x} and {y} are romanisations of one name" if first and roman.loose(x) == roman.loose(y) else None
    )


def _surnames(long: PersonName, words: int, language: Language) -> list[tuple[str, ...]]:
    """What a person may be called by so many words of a surname alone."""
    if long.east_asian:
        return [long.surname] if words == 1 else []
    found = [long.surname, long.parts[-words:]]
    # "García" for Gabriel García Moncada: the first of two surnames, the middle word being no given name
    if len(long.parts) == 3 and len(long.parts[1]) > 2 and not is_given(long.parts[1], language):
        found.append(long.parts[1:2])
    return found


def _double_surname(short: PersonName, long: PersonName, language: Language) -> Verdict | None:
    """Spanish and married double surnames: one left out, alone, or with a hyphen in one place only."""
    keys, longer = _romanised(short.parts), _romanised(long.parts)
    shorter = len(keys) < len(longer)
    if keys[0] == longer[0]:
        if shorter and longer[: len(keys)] == keys and not is_given(short.parts[-1], language):
            return _yes(2, f"{short.text} is {long.text} without the last surname")
        if "".join(keys) == "".join(longer):
            return _yes(2, "same name" if keys == longer else "same name but for a hyphen")
    if shorter and keys == longer[-len(keys) :] and _opens_surname(short.parts[0], language):
        return _yes(1, "two surnames alone")
    return None


def _opens_surname(word: str, language: Language) -> bool:
    return len(word) > 1 and not is_given(word, language)


# ------------------------------------------------------------------ given names


def _given_reason(a: PersonName, b: PersonName, language: Language) -> str | None:
    """Why the first given names agree: as written, by nickname in quotation marks, or after an initial."""
    x, y = a.given, b.given
    if _spelt_alike(x, y):
        return "same given name" if x == y else "given names differ in spelling only"
    nickname = _nickname_reason(a, b, language)
    if nickname:
        return nickname
    reason = same_given(x[0], y[0], language)
    if reason and not (_begins_with_initial(x) and len(y) == 1 < len(y[0])):
        return reason if _middles_fit(x[1:], y[1:], language) else None
    return _second_given(x, y, language) or _second_given(y, x, language)


def _nickname_reason(a: PersonName, b: PersonName, language: Language) -> str | None:
    for one, other in ((a, b), (b, a)):
        if one.nickname and same_given(one.nickname, other.given[0], language):
            return f"called {one.nickname}"
    return None


def _begins_with_initial(given: tuple[str, ...]) -> bool:
    return len(given[0]) == 1 < len(given)


def _second_given(given: tuple[str, ...], other: tuple[str, ...], language: Language) -> str | None:
    """Why the name after an initial is the other's first."""
    if not _begins_with_initial(given) or len(given[1]) == 1:
        return None
    reason = same_given(given[1], other[0], language)
    return f"{reason}; {given[0]}. left out" if reason else None


def _middles_fit(a: tuple[str, ...], b: tuple[str, ...], language: Language) -> bool:
    """Whether middle names allow one person: each one's initial must fit, in order, where both have some."""
    if not a or not b or _spelt_alike(a, b):
        return True
    if len(a) == len(b):
        return all(same_given(x, y, language) for x, y in zip(a, b, strict=True))
    return all(len(p) > 1 for p in a + b) and not set(_romanised(a)).isdisjoint(_romanised(b))


def same_given(a: str, b: str, language: Language) -> str | None:
    """Why two given names (one word each) can be one, in words; None when they cannot."""
    x, y = a.casefold(), b.casefold()
    if x == y:
        return "same given name"
    if len(x) == 1 or len(y) == 1:
        return f"initial {a if len(x) == 1 else b}." if x[0] == y[0] else None
    if roman.equivalent(x, y):
        return f"{a} and {b} are one name in two romanisations"
    one_gender = len({gender_of(x, language), gender_of(y, language)} - {None}) < 2
    if one_gender and roman.given_key(x) == roman.given_key(y):
        return f"{a} and {b} differ in spelling only"
    shared = long_forms(x, language) & long_forms(y, language)
    if shared:
        return f"{a} is short for {b}" if roman.unaccented(y) in shared else f"{b} is short for {a}"
    return f"{a} and {b} differ by one letter" if one_gender and _is_slip(x, y, language) else None


def _is_slip(x: str, y: str, language: Language) -> bool:
    """Whether one name is a slip of the pen for the other; of two known names neither is."""
    if _is_known(x, language) == _is_known(y, language) or min(len(x), len(y)) < _TYPO_LENGTH:
        return False
    # Endings tell one name from another: Maria, Mario.
    return (x[-1] == y[-1] or len(x) != len(y)) and Levenshtein.distance(x, y) == 1


def _is_known(given: str, language: Language) -> bool:
    return is_given(given, language) or roman.has_equivalents(given)
