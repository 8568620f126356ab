"""What a name says by itself of whether it is a paper's, and the text by the words that it has of it."""

from __future__ import annotations

import re
from collections.abc import Collection

from onrecord import languages
from onrecord.articles.bylines import is_person
from onrecord.articles.imprints import is_company, sounds_like_a_paper
from onrecord.articles.newsrooms import newsroom_called
from onrecord.languages.furniture import AGENCIES, SECTION_WORDS
from onrecord.languages.grammar import PlaceGrammar

_WORD = re.compile(r"[^\W\d_]+")
# What parts the names of a line.
PART = re.compile(r"\s*[|·•/]\s*|\s{3,}")
# "Osk Otters 3, Velm Kings 2 (OT)".
_SCORE = re.compile(r"[^,\d]{2,40} \d{1,3}(?:,| [-–]) ?[^,\d]{2,40} \d{1,3}(?: \([^)]{1,20}\))?")
# Letters of what is no paper's name by itself, and of a word that says which it is.
_INITIALS, _LONGER = 2, 4


def of_name(name: str) -> dict[str, float]:
    """What the name itself says."""
    words, known = name.split(), newsroom_called(name) is not None
    return {
        "any": 1.0,
        "sounds": float(sounds_like_a_paper(name)),
        "address": float("." in name and " " not in name),
        "company": float(is_company(name)),
        "person": float(is_person(name) and not sounds_like_a_paper(name)),
        "agency": float(name in AGENCIES),
        "known": float(known),
        "known word": float(known and len(words) == 1),
        "place": float(name.lower() in languages.of(None).grammar(PlaceGrammar).places),
        "the": float(name.startswith("The ")),
        "letters": float(name.isupper() and len(words) == 1 and len(name) <= 5),
        "capitals": float(name.isupper() and len(words) > 1),
        "one word": float(len(words) == 1),
        "long": float(len(words) > 3),
        "numbered": float(any(map(str.isdigit, name))),
    }


def is_common(name: str) -> bool:
    """Whether news has all words of a name often enough that they may be words and no name."""
    language = languages.of(None)
    words = _WORD.findall(name)
    return bool(words) and all(
        language.rarity(language.fold(word)) < language.rarities.unlisted or len(word) <= _INITIALS
        for word in words
    )


def stands_small(name: str, small: Collection[str]) -> bool:
    """Whether the text has the longer words of a name in small letters: "COMPLAINT", "a complaint"."""
    longer = [word.lower() for word in _WORD.findall(name) if len(word) >= _LONGER]
    return bool(longer) and all(word in small for word in longer)


def is_of_sport(name: str, line: str) -> bool:
    """Whether a name that tells nothing of a paper is a section's part or a team's: "SPORT | SKIING"."""
    if newsroom_called(name) is not None or sounds_like_a_paper(name):
        return False
    first, *more = PART.split(line)
    return (first.lower() in SECTION_WORDS and name in more) or _SCORE.fullmatch(line) is not None
