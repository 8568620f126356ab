"""Names of bodies that begin like an owner's: "*Olm's* Rating Service", "*Reve's* Ladder".

"Karst's Harbour Board" is Karst's, "Brill's Green Party" is Brill's: an owner is somebody or some place by
itself, so the text writes it alone as well, or lists know it. What stands nowhere without the rest opens a
name.
"""

from __future__ import annotations

from itertools import islice

from onrecord.coreference.page import Page
from onrecord.names.persons import is_given
from onrecord.names.roles import describe

# Words of the longest beginning of such a name ("Sailor Olm's"), and of the longest rest.
_OPENING, _REST = 2, 6
# Places of a word that are looked at.
CROWD = 200
_BETWEEN = ("'s ", "’s ", " ")


def rest_after(page: Page, opening: range) -> range:
    """What a name goes on with behind the possessive that ends ``opening``; empty where that owns it."""
    if not opening:
        return range(0)
    first = opening.stop + (page.lower[opening.stop] == "s")
    stop = first
    while stop < min(len(page), first + _REST) and _is_of_name(page, first, stop):
        stop += 1
    rest = range(first, stop)
    if not rest or not page.is_possessive(opening[-1]) or page.gap(first - 1) not in _BETWEEN:
        return range(0)
    fits = _may_open(page, opening) and _may_follow(page, rest)
    return rest if fits and not _stand_apart(page, opening, rest) else range(0)


def _is_of_name(page: Page, first: int, at: int) -> bool:
    return page.is_capital(at) and not page.first[at] and (at == first or page.gap(at - 1) == " ")


def _may_open(page: Page, opening: range) -> bool:
    """Whether words may open a name so: they are no place, office, body or person's full name."""
    low = page.low(opening)
    if not 0 < len(low) <= _OPENING or (len(low) > 1 and is_given(low[0])):
        return False
    if describe(low).kind != "none" and not is_given(low[-1]):
        return False
    letters = any(w.isupper() and len(w) > 1 and not is_given(w.casefold()) for w in _written(page, opening))
    return not letters and not any(_is_known(page, w) for w in (*low, " ".join(low)))


def _is_known(page: Page, word: str) -> bool:
    """Whether a word is a place's or a body's, an office, a day or a word of grammar."""
    places, offices, phrases = page.places, page.offices, page.phrases
    groups = (places.places, places.demonyms, places.state_of, offices.organisation_words, phrases.calendar)
    told = (page.function_words, page.organisations.metonyms, page.persons.honorifics, phrases.openers)
    titled = word in page.persons.titles and word in page.plain
    return titled or any(word in group for group in (*groups, *told))


def _may_follow(page: Page, rest: range) -> bool:
    """Whether words may end such a name: a body's or one alone, no person, state's body or acronym."""
    low = page.low(rest)
    if is_given(low[0]) or low[0] in page.persons.titles:
        return False
    if any(w.isupper() and len(w) > 1 for w in _written(page, rest)) or page.places.demonyms & set(low):
        return False
    if not page.language.lexicon.nouns("state").isdisjoint(low) or low[0] in page.phrases.party_members:
        return False
    follows = page.lower[rest.stop] if rest.stop < len(page) else ""
    if low[0] in page.offices.organisation_words and follows in page.rules.inner:
        return False  # "Olm's *Centre for* Ports" is a name without Olm
    said = describe(low).kind
    alone = len(low) == 1 and said in ("none", "document") and not _is_known(page, low[0])
    return alone or _is_body(page, low)


def _is_body(page: Page, low: list[str]) -> bool:
    return describe(low).kind == "organisation" or not page.offices.organisation_words.isdisjoint(low)


def _written(page: Page, words: range) -> list[str]:
    return page.words[words.start : words.stop]


def _stand_apart(page: Page, opening: range, rest: range) -> bool:
    """Whether the text also writes the one or the other of them alone."""
    word, low = page.lower[opening[-1]], page.low(rest)
    gap = rest.start - opening.stop
    owners, owned = page.capitals_at[word], page.capitals_at[low[0]]
    return (
        any(_is_surname(page, i) for i in islice(owners, CROWD))
        or any(_is_alone(page, i, rest, gap) for i in islice(owners, CROWD))
        or any(
            page.low(range(i, i + len(low))) == low and not _is_owned(page, i, word, gap)
            for i in islice(owned, CROWD)
        )
    )


def _is_surname(page: Page, at: int) -> bool:
    """Whether a given name or a title stands before it: "Ann *Olm*", "minister *Olm*"."""
    if not at or page.gap(at - 1) != " ":
        return False
    before = page.lower[at - 1]
    return (is_given(before) and page.is_capital(at - 1)) or before in page.persons.titles


def _is_alone(page: Page, at: int, rest: range, gap: int) -> bool:
    """Whether somebody or something is called by the opening's last word: not as a name's beginning.

    "Angie Olm", who made Angie's List, is called by another. What owns something else as well may be anybody
    before one plain word: "Olm's *Ladder*" and "Olm's house".
    """
    if page.is_possessive(at):
        after, low = page.low(range(at + 1 + gap, at + 1 + gap + len(rest))), page.low(rest)
        return after != low and at not in page.speaking and not _is_body(page, low)
    full = is_given(page.lower[at]) and page.gap(at) == " " and at + 1 < len(page) and page.is_capital(at + 1)
    return not full


def _is_owned(page: Page, at: int, word: str, gap: int) -> bool:
    owner = at - 1 - gap
    return owner >= 0 and page.lower[owner] == word and page.is_possessive(owner)
