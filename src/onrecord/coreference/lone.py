"""Whether a name of one word that nobody introduces is a person's, by what stands around it in the article.

A name finder's "person" alone makes persons of countries that no list has. It is believed where the word is a
given name, or where the text treats it as a person ("Merrow’s wife", "Merrow, 34,", "Merrow, who", a "she"
that nothing else can mean), and nowhere where the text treats the word as a place or body. Of whoever is
named once, a pronoun alone is proof: a bystander ("Merrow’s wife") would take the pronouns of others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.coreference.page import Page
from onrecord.languages.grammar import Gender
from onrecord.names.persons import is_given
from onrecord.names.roles import PERSON_HEADS, ROLE_OF

# Words from a name to the pronoun that goes on with it, and from an owner to what is owned.
_NEAR, _OWNED = 30, 3
# Letters of the shortest name whose nation is looked for among the article's words.
_STEM = 4
_OLDEST = 120
_ONE_PERSON: frozenset[Gender] = frozenset({"he", "she"})


def is_person(page: Page, low: str, places: Sequence[int]) -> bool:
    """Whether the word ``low`` at the word indices ``places`` names a person; a name finder says so."""
    if is_place(page, low, places):
        return False
    again = len(places) > 1
    if again and any(_has_kin(page, at) or _has_age(page, at) or _has_clause(page, at) for at in places):
        return True
    if any(_is_it(page, at) for at in places):
        return False
    alone = not any(_shares_surname(page, at) for at in places)
    return (again and alone and is_given(low)) or any(_goes_on(page, at) for at in places)


def is_place(page: Page, low: str, places: Sequence[int]) -> bool:
    """Whether the text treats the word as the name of a place or body, or has a people of that name."""
    if low in page.dateline or _has_people(page, low):
        return True
    return any(_is_place(page, at) or _is_state(page, at) for at in places)


def is_thing(page: Page, low: str, places: Sequence[int]) -> bool:
    """Whether the text treats the word as the name of a place or body, or goes on with "it"."""
    return is_place(page, low, places) or any(_is_it(page, at) for at in places)


# ------------------------------------------------------------------ what speaks for a person


def _has_kin(page: Page, at: int) -> bool:
    """Whether a relative is owned: "Merrow’s late *wife*"."""
    owned = range(at + 1, min(at + 1 + _OWNED + 1, len(page)))
    return page.is_owner(at) and any(page.lower[i] in page.pronouns.kin for i in owned)


def _has_age(page: Page, at: int) -> bool:
    """Whether an age stands behind it: "Merrow, *34*,"."""
    told = page.words[at + 1] if page.gap(at) == ", " else ""
    return told.isdecimal() and int(told[:4]) <= _OLDEST and page.gap(at + 1)[:1] in (",", ".")


def _has_clause(page: Page, at: int) -> bool:
    """Whether a clause about a person does: "Merrow, *who* …"."""
    return page.gap(at) == ", " and page.lower[at + 1] == page.pronouns.who


def _goes_on(page: Page, at: int) -> bool:
    """Whether the sentence goes on with "he" or "she", and names nobody else whom that could mean."""
    if page.is_owner(at) or _follows_preposition(page, at) or _narrows(page, at):
        return False
    for i in _rest(page, at):
        word = page.lower[i]
        if page.pronouns.pronouns.get(word) in _ONE_PERSON:
            return True
        if word in page.pronouns.neuter or word in page.pronouns.pronouns or _may_be_meant(page, i):
            return False
    return False


def _narrows(page: Page, at: int) -> bool:
    """Whether it only tells whose: "the *Brill* campaign"."""
    after = page.lower[at + 1] if page.gap(at) == " " else ""
    return after in page.offices.organisation_words or after in page.offices.group_nouns


def _rest(page: Page, at: int) -> Iterator[int]:
    return iter(range(at + 1, min(at + _NEAR, page.end_of_sentence(at))))


def _may_be_meant(page: Page, i: int) -> bool:
    """Whether word ``i`` names or describes somebody."""
    low = page.lower[i]
    named = page.is_capital(i) and low not in page.function_words and low not in page.phrases.calendar
    return named or low in PERSON_HEADS or low in ROLE_OF or low in page.pronouns.kin


# ------------------------------------------------------------------ what speaks against one


def _shares_surname(page: Page, at: int) -> bool:
    """Whether a fuller name is joined to it: "*Ann* and Jonas Brill" are two of one surname."""
    goes_on = page.gap(at) == page.gap(at + 1) == " "
    return goes_on and page.lower[at + 1] in page.rules.joiners and page.is_capital(at + 2)


def _is_place(page: Page, at: int) -> bool:
    """Whether it has an article, something lies in it, or a place stands before its comma."""
    before = page.lower[at - 1] if at and page.gap(at - 1) == " " else ""
    if before == page.phrases.definite:
        return True
    if before in page.rules.places_before and not page.is_owner(at):
        return True
    after_place = at and page.gap(at - 1) == ", " and page.is_capital(at - 1) and not page.first[at - 1]
    return bool(after_place) and page.gap(at)[:1] in (",", ".", ")", "\n")  # "in Velin, *Maradel*, on"


def _is_state(page: Page, at: int) -> bool:
    """Whether it has offices of state: "Merrow’s water *minister*", "the *president* of Merrow"."""
    heads = page.offices.state_heads
    if page.is_owner(at):
        return any(page.lower[i] in heads for i in range(at + 1, min(at + 2 + _OWNED, len(page))))
    of = at > 1 and page.lower[at - 1] == page.rules.partitive
    return of and any(page.lower[at - 2].removesuffix(ending) in heads for ending in ("", "s"))


def _follows_preposition(page: Page, at: int) -> bool:
    return bool(at) and page.gap(at - 1) == " " and page.lower[at - 1] in page.phrases.prepositions


def _is_it(page: Page, at: int) -> bool:
    """Whether the first pronoun that follows it in its sentence is "it" or "its"."""
    pronouns = page.pronouns
    if _follows_preposition(page, at):
        return False
    first = (w for i in _rest(page, at) if (w := page.lower[i]) in pronouns.neuter or w in pronouns.pronouns)
    return next(first, "") in pronouns.neuter - frozenset(pronouns.pronouns)


def _has_people(page: Page, low: str) -> bool:
    """Whether another word of the article is that of its people: "Sarrenia" beside "Sarrenian"."""
    stem = low[:-1] if len(low) > _STEM else low
    if len(stem) < _STEM:
        return False
    return any(_is_of_people(word, low, stem, page.rules.people_endings) for word in page.capitals)


def _is_of_people(word: str, low: str, stem: str, endings: Iterable[str]) -> bool:
    if word == low or not word.startswith(stem):
        return False
    return any(word in (low + ending, stem + ending) for ending in endings)
