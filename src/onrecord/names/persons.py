"""Personal names taken apart: given names, surname, suffix; titles and degrees around them are set aside."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from onrecord import languages
from onrecord.languages import Language
from onrecord.languages import transliteration as roman
from onrecord.languages.grammar import Gender, PersonGrammar, PlaceGrammar, RoleGrammar

_QUOTED = re.compile(r"[\"“”„‘’']([^\"“”„‘’']{1,20})[\"“”‘’']\s")
_BRACKETS = re.compile(r"(?:(?<!\s)\s++)?[(\[]([^)\]]{0,60})[)\]]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
# A name longer than this is a sentence or a list, not a name.
_MAX_WORDS = 12
# How many letters a part of an East Asian name has.
_SYLLABLES = range(2, 10)


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


def is_given(word: str, language: Language | None = None) -> bool:
    """Whether ``word`` is known as a given name, with or without its diacritics."""
    grammar = (language or languages.of(None)).grammar(PersonGrammar)
    return any(form in grammar.male or form in grammar.female for form in _forms(word))


def long_forms(given: str, language: Language) -> frozenset[str]:
    """The given names that ``given`` may stand for, in lower case without diacritics."""
    return language.grammar(PersonGrammar).short_forms.get(roman.unaccented(given), frozenset())


def long_form(given: str, language: Language | None = None) -> str:
    """The name that a short form stands for when it stands for one only ("Mike": michael), else ``given``."""
    found = long_forms(given, language or languages.of(None))
    return next(iter(found)) if len(found) == 1 else given


@lru_cache(maxsize=1 << 14)
def gender_of(word: str, language: Language) -> Gender | None:
    """The gender a given name tells; None for names borne by both, short forms of both included."""
    grammar = language.grammar(PersonGrammar)
    told = _listed_gender(word, grammar)
    of_long = {_listed_gender(name, grammar) for name in long_forms(word, language)}
    return told if len({told, *of_long} - {None}) < 2 else None


def _listed_gender(word: str, grammar: PersonGrammar) -> Gender | None:
    """What the lists tell of a given name: nothing of one that is in both ("Lindsey")."""
    for form in _forms(word):
        if form in grammar.male or form in grammar.female:
            both = form in grammar.male and form in grammar.female
            return None if both else "he" if form in grammar.male else "she"
    return None


def _forms(word: str) -> tuple[str, str]:
    return word.casefold(), roman.unaccented(word)


@lru_cache(maxsize=1 << 15)
def parse(text: str, language: Language | None = None) -> PersonName:
    """Takes ``text`` ("Lt. Gen. Marcus Q. Treadway Jr.", "Peskov's") apart as a personal name."""
    language = language or languages.of(None)
    grammar = language.grammar(PersonGrammar)
    maiden = grammar.maiden.search(text)
    bare = _BRACKETS.sub("", text)
    nickname = _QUOTED.search(bare)
    tokens = _tokens(_QUOTED.sub("", bare), grammar)
    if not tokens:
        return PersonName(text, (), 0)
    tokens, suffix = _strip_tail(tokens, grammar)
    titles, rest = _strip_titles(tokens, language)
    parts = _parts([_recased(t) for t in rest], grammar)
    east = _is_east_asian(rest, parts, language)
    at = 0 if east or _is_hyphenated_surname(rest, parts, language) else _surname_at(parts, language)
    return PersonName(
        text=text,
        parts=parts,
        surname_at=1 if east else at,
        suffix=suffix,
        nickname=nickname.group(1).strip() if nickname else "",
        maiden=maiden.group(1) if maiden else "",
        gender=_gender(titles, parts, at, language),
        titles=tuple(_bare(t) for t in titles),
        east_asian=east,
    )


def _tokens(text: str, grammar: PersonGrammar) -> list[str]:
    """The words of a name, without the article before it, its possessive, and what it is held over."""
    tokens = [t for t in re.split(r"[\s,]+", text) if t.strip(".,;:-–—")][:_MAX_WORDS]
    if tokens and tokens[0].casefold() == grammar.definite:
        tokens = tokens[1:]
    if tokens:
        tokens[-1] = grammar.possessive.sub("", tokens[-1])
    if grammar.of in tokens[1:]:  # "Queen Ingrid of Norvalia"; "Secretary of State Ann Brill" keeps its tail
        at = tokens.index(grammar.of)
        return tokens if any(_bare(t) in grammar.titles for t in tokens[at + 1 :]) else tokens[:at]
    return tokens


def _recased(token: str) -> str:
    """A word in capitals as a name is written; one of three letters or fewer may be initials."""
    return token.capitalize() if token.isupper() and token.isalpha() and len(token) > 3 else token


def _bare(token: str) -> str:
    return token.strip('.,;:!?"“”()[]').casefold()


def _strip_titles(tokens: list[str], language: Language) -> tuple[list[str], list[str]]:
    """``(titles, rest)``: everything up to the last title word that still leaves a name after it."""
    grammar, places = language.grammar(PersonGrammar), language.grammar(PlaceGrammar)
    singular = language.grammar(RoleGrammar).singular
    words = [_one_of(_in_office(_bare(t), grammar), grammar, singular) for t in tokens]
    cut = 0
    for index, word in enumerate(words[:-1]):
        nation = word in places.demonyms or word in places.nation_of
        if _before_name(word, grammar) or (nation and index == cut and len(tokens) - index > 2):
            cut = index + 1
    trade = 0 if cut else _trade(tokens, words, language)
    if trade:
        return tokens[:trade], tokens[trade:]
    titled = any(_before_name(w, grammar) and w not in grammar.modifiers for w in words[:cut])
    if not titled and places.demonyms.isdisjoint(words[:cut]):
        cut = 0
    return tokens[:cut], tokens[cut:]


def _trade(tokens: list[str], words: list[str], language: Language) -> int:
    """How many words of a name tell what somebody does, before at least two more: "Treasurer Ada Brill".

    With a word before it only where a given name follows: "Town Treasurer Ada Brill".
    """
    for index in range(len(tokens) - 2):
        if index and (is_given(tokens[index - 1], language) or not is_given(tokens[index + 1], language)):
            break
        trade = _is_trade(tokens[index], words[index], language)
        if trade or (not index and _is_doer(words[0], tokens[1], language)):
            return index + 1
        if not tokens[index][:1].isupper():
            break
    return 0


def _is_trade(token: str, word: str, language: Language) -> bool:
    """Whether a capitalised noun of a person that nobody is called by opens a name: "Treasurer Ada Brill"."""
    heads = language.grammar(RoleGrammar).person_heads
    return token[:1].isupper() and word in heads and not is_given(word, language)


def _is_doer(word: str, following: str, language: Language) -> bool:
    """Whether a word that no list has tells what somebody is, before a given name: "Villager Ada Brill"."""
    ends = word.endswith(language.grammar(RoleGrammar).doers)
    return ends and is_given(following, language) and not is_given(word, language)


def _in_office(word: str, grammar: PersonGrammar) -> str:
    """An office without what says that it is not held yet, or of how many: "speaker-to-be", "mum-of-two"."""
    office, _, coming = word.partition("-")
    return office if coming in grammar.awaited or coming.startswith(f"{grammar.of}-") else word


def _one_of(word: str, grammar: PersonGrammar, singular: Callable[[str], str | None]) -> str:
    """The office of each whom a plural names: "Senators Ada Quill and Jonas Hale"."""
    one = None if _before_name(word, grammar) else singular(word)
    return one if one in grammar.titles else word


def _before_name(word: str, grammar: PersonGrammar) -> bool:
    return word in grammar.honorifics or word in grammar.titles


def _strip_tail(tokens: list[str], grammar: PersonGrammar) -> tuple[list[str], str]:
    """``(tokens, suffix)`` without suffixes, degrees, party and seat after the name."""
    suffix = ""
    while len(tokens) > 1:
        bare = _bare(tokens[-1])
        if bare in grammar.suffixes and not (bare in grammar.numeral_suffixes and tokens[-1].islower()):
            suffix = grammar.suffixes[bare]
        elif bare not in grammar.degrees and not grammar.party.fullmatch(tokens[-1].strip(".,")):
            break
        tokens = tokens[:-1]
    return tokens, suffix


def _parts(tokens: list[str], grammar: PersonGrammar) -> tuple[str, ...]:
    """The words of a name: initials and hyphenated ones apart, articles left out where a name follows."""
    found: list[str] = []
    for index, token in enumerate(tokens):
        pieces = _pieces(token)
        for at, piece in enumerate(pieces):
            inner = index > 0 or len(pieces) > 1
            followed = at < len(pieces) - 1 or index < len(tokens) - 1
            article = inner and followed and piece.casefold() in grammar.articles
            if piece and not article:
                found.append(piece)
    return tuple(found)


def _pieces(token: str) -> list[str]:
    token = token.strip(',;:"“”')
    pieces = token.replace(".", " ").split() if _INITIALS.fullmatch(token) else re.split(r"[-‐‑]", token)
    return [piece.strip(".") for piece in pieces]


def _surname_at(parts: tuple[str, ...], language: Language) -> int:
    """Where the surname begins, ``len(parts)`` for a lone given name."""
    grammar = language.grammar(PersonGrammar)
    if not parts:  # nothing but marks, or an article without its noun ("al-")
        return 0
    if len(parts) == 1:
        return 1 if is_given(parts[0], language) and not parts[0].isupper() else 0
    if _opens_surname(parts[0], grammar) and parts[0] not in grammar.male:
        return 0
    for index, word in enumerate(parts[1:-1], 1):
        last = index == len(parts) - 2
        if _opens_surname(word, grammar) or (last and word.casefold() in grammar.particles):
            return index
    return len(parts) - 1


def _opens_surname(word: str, grammar: PersonGrammar) -> bool:
    return word.islower() and word in grammar.particles


def _is_hyphenated_surname(tokens: list[str], parts: tuple[str, ...], language: Language) -> bool:
    """Whether one word with a hyphen is a surname alone ("Diaz-Corvel", but not "Anne-Marie")."""
    return len(tokens) == 1 < len(parts) and not is_given(parts[0], language)


def _is_east_asian(tokens: list[str], parts: tuple[str, ...], language: Language) -> bool:
    """Whether a surname of two or three syllables stands first ("Kim Jong-sul")."""
    if not 2 <= len(parts) <= 3 or len(tokens) < 2 or not roman.east_asian_surnames(parts[0]):
        return False
    if len(tokens) == 2 and "-" in tokens[1] and len(parts) == 3:
        return True
    return all(len(p) in _SYLLABLES for p in parts) and not any(is_given(p, language) for p in parts[1:])


def _gender(titles: list[str], parts: tuple[str, ...], surname_at: int, language: Language) -> Gender | None:
    """The gender that a title tells, else the first given name that is no initial."""
    told = language.grammar(PersonGrammar).title_gender
    by_title = next((told[t] for t in map(_bare, titles) if t in told), None)
    given = parts[: max(surname_at, 1)] if len(parts) > 1 else parts[:surname_at]
    first = next((part for part in given if len(part) > 1), None)
    return by_title or (gender_of(first, language) if first else None)


# Until what reads articles asks the grammar.
PARTY = languages.of(None).grammar(PersonGrammar).party


def shown(name: PersonName) -> str:
    """A personal name as shown: without titles and possessive ending, suffix kept."""
    words = [w for w in name.text.replace(",", " ").split() if w]
    kept = words[len(name.titles) :] if name.titles and len(words) > len(name.titles) else words
    if "of" in kept[1:]:
        kept = kept[: kept.index("of")]
    shown = " ".join(kept)
    for ending in ("'s", "’s"):
        shown = shown.removesuffix(ending)
    if len(kept) > 1 and shown.isupper():  # "EVAN PRYCE:", as a transcript has it
        shown = " ".join(w.capitalize() if len(w.strip(".")) > 1 else w for w in shown.split())
    stopped = name.suffix in ("jr", "sr") and not shown.endswith(name.suffix)
    return shown.strip(" .,") + "." * stopped
