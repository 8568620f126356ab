"""Names of organisations reduced to keys: word order, "the", legal forms and demonyms folded away."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.languages.english.speakers.countries import NATION_OF
from onrecord.languages.english.speakers.metonyms import METONYMS
from onrecord.languages.english.speakers.offices import FAMOUS_ACRONYMS
from onrecord.languages.transliteration import unaccented

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-'’&][^\W_]+)*")
_LEFT_OUT = frozenset(
    "the of for and on at in a an inc incorporated corp corporation co company ltd plc llc gmbh s".split()  # noqa: SIM905
)
# Left out where something else remains: "BuzzFeed News", "Vanity Fair magazine".
_KIND_ONLY = frozenset({"news", "magazine", "newspaper"})
# "U.S. Department of …" is the department that American news names without the country.
_FEDERAL = frozenset({"department", "service", "bureau", "administration", "commission"})
_SAME = {
    "defence": "defense",
    "centre": "center",
    "labour": "labor",
    "organisation": "organization",
    "dept": "department",
    "univ": "university",
}
_BRACKETS = re.compile(r"\s*\([^)]{0,40}\)")


@lru_cache(maxsize=1 << 15)
def organisation_key(name: str) -> str:
    """Equal for writings of one name: "the Department of Harbours", "Harbours Department"."""
    text = _BRACKETS.sub("", name).strip(" ,.;:")
    low = text.casefold().removeprefix("the ")
    if low in METONYMS:
        return unaccented(METONYMS[low][0])
    bare = text.removeprefix("the ").removeprefix("The ")
    if bare in FAMOUS_ACRONYMS:
        text = FAMOUS_ACRONYMS[bare]
    words: list[str] = []
    several = " " in text
    for match in _WORD.finditer(text):
        word = match.group().casefold().replace("’", "'").removesuffix("'s").replace("&", "")
        nation = NATION_OF.get(word) if several else None
        word = nation.casefold() if nation else unaccented(word)
        if word == "united" and text[match.end() :].casefold().startswith(" states"):
            word = "united states"
        elif word == "states" and words[-1:] == ["united states"]:
            continue
        if word and word not in _LEFT_OUT:
            words.append(_SAME.get(word, word))
    if len(words) > 1:
        words = [_stem(w) for w in words if w not in _KIND_ONLY] or words
    if "united states" in words and _FEDERAL & set(words):
        words.remove("united states")
    return " ".join(sorted(words)) if words else low


def _stem(word: str) -> str:
    """A place and its adjective share what is left: kesteria, kesterian."""
    if len(word) > 6 and word.endswith("ian"):
        return word[:-1]
    return word


def acronym_of(name: str) -> str:
    """The acronym of a name of three capitals or more as a key ("National Orchard Association": noa)."""
    words = [
        w for w in name.replace("-", " ").split() if w.casefold() not in ("the", "u.s.", "us", "american")
    ]
    initials = [w[0] for w in words if w[0].isupper()]
    return "".join(initials).casefold() if len(initials) >= 3 else ""
