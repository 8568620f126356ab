"""Runs of capitalised words with the small words that names hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from onrecord.coreference.page import Page
from onrecord.coreference.possessive_names import CROWD, rest_after
from onrecord.languages.grammar import SentenceGrammar
from onrecord.names.persons import is_given
from onrecord.names.roles import ROLE_OF, describe

# "A380", "737-800": a product, no part of its maker's name.
_MODEL = re.compile(r"\d")
# Words of the longest run, but for the rest of a name that it would cut behind a title or a given name.
_MAX_RUN, _REST = 9, 3
_NICKNAME_OPENS, _NICKNAME_CLOSES = (' "', " “", " ‘", " '"), ('" ', "” ", "’ ", "' ")
_SPACES = (" ", "\u00a0")
_OWNS = ("'s ", "’s ", "' ", "’ ", " ")


def runs(page: Page) -> Iterator[range]:
    """Maximal runs outside headlines, without the words before the name."""
    i = 0
    while i < len(page):
        if page.headline[i] or page.lower[i] in page.rules.never_names or not _is_capital(page, i):
            i += 1
            continue
        stop = _stop(page, i)
        start = _start(page, i, stop)
        if start < stop:
            yield range(start, stop)
        i = stop


def _is_capital(page: Page, i: int) -> bool:
    word = page.words[i]
    return page.is_capital(i) and not page.phrases.adjectival.search(word) and not _MODEL.search(word)


def _stop(page: Page, begin: int) -> int:
    j = begin + 1
    while j < len(page) and j - begin < _MAX_RUN + _REST * _is_named(page, page.lower[j - 1]):
        step = _step(page, begin, j)
        if not step:
            break
        j += step
    return j


def _start(page: Page, begin: int, stop: int) -> int:
    start = begin
    while start < stop and _drop_first(page, start, stop):
        start += 1
    while begin < start < stop and page.words[start].islower():
        start += 1
    return start


def _drop_first(page: Page, start: int, stop: int) -> bool:
    """Whether the run's first word only opens a sentence, or is an article or the like."""
    low, is_alone = page.lower[start], stop - start < 2
    if low in page.function_words and not _is_courtesy(page, low):
        return is_alone or not (low == "will" or _is_given_there(page, start) or _is_ours(page, start))
    if is_alone:
        return False
    return _is_day(page, start) or (page.first[start] and _only_opens(page, start))


def _only_opens(page: Page, start: int) -> bool:
    """Whether a sentence's first word, which is none of grammar, is not of the name behind it."""
    low = page.lower[start]
    if _is_named(page, low) or low in page.places.demonyms:
        return False
    if _is_starter(page, low) or (_is_named(page, page.lower[start + 1]) and low in page.plain):
        return True
    return low in page.language.lexicon.nouns("business") and _begins_elsewhere(page, start + 1)


def _begins_elsewhere(page: Page, at: int) -> bool:
    """Whether a name begins with word ``at`` elsewhere: "Chipmaker *Olm*", "Olm said"."""
    low, before = page.lower[at], page.lower[at - 1]
    return any(i and page.lower[i - 1] != before for i in islice(page.capitals_at[low], CROWD))


def _is_day(page: Page, i: int) -> bool:
    """Whether a word tells when: "On *Friday* Democrats left"."""
    low, before = page.lower[i], page.lower[i - 1] if i and page.gap(i - 1) == " " else ""
    is_name = low in page.called or is_given(low)
    return low in page.phrases.calendar and before in page.rules.before_days and not is_name


def _is_given_there(page: Page, i: int) -> bool:
    """Whether a small word that is a given name, too, is one before the next: "the engineer *Per* Aas".

    With a capital in the middle of a sentence it is, and wherever else the two stand together; so it is
    where it opens whoever speaks.
    """
    if page.is_named_month(i):
        return i in page.opened  # "In May Olm said" stands in the middle of a sentence, too
    written = (page.lower[i], page.lower[i + 1]) in page.written_names
    return is_given(page.lower[i]) and (written or i in page.opened)


def _is_ours(page: Page, i: int) -> bool:
    """Whether "Our" opens a name: the two stand so again, and somewhere in the middle of a sentence."""
    low, after = page.lower[i], page.lower[i + 1]
    if low not in page.rules.name_owners or page.words[i].isupper() or (low, after) not in page.written_names:
        return False
    again = (j for j in islice(page.capitals_at[low], CROWD) if j != i and j + 1 < len(page))
    return any(page.lower[j + 1] == after and page.is_capital(j + 1) for j in again)


def _is_courtesy(page: Page, low: str) -> bool:
    return low in page.persons.honorifics and low not in page.phrases.determiners


def _introduces(page: Page, low: str) -> bool:
    return low in page.persons.titles or low in page.persons.honorifics


def _is_named(page: Page, low: str) -> bool:
    return is_given(low) or _introduces(page, low)


def _is_starter(page: Page, low: str) -> bool:
    return low in page.language.grammar(SentenceGrammar).starters or low in page.phrases.openers


# ------------------------------------------------------------------ how a run goes on


def _step(page: Page, begin: int, j: int) -> int:
    """How many words the run ``begin..j`` takes on: 0 at its end."""
    if page.is_owner(j - 1):
        return _body_of_members(page, j) or _over_possessive(page, begin, j)
    if page.gap(j - 1) == ", " and page.lower[j] in page.rules.generations:
        return 1
    if page.gap(j - 1) in _NICKNAME_OPENS and page.gap(j) in _NICKNAME_CLOSES and _is_capital(page, j):
        return 2 if _goes_on(page, j + 1) else 0
    return 0 if not _is_joined(page, j) or _tells_when(page, j) else _plain_step(page, begin, j)


def _tells_when(page: Page, j: int) -> bool:
    """Whether a word of the calendar behind a name is none of it: "Olm *Friday*", not "Inspector *May*"."""
    if page.lower[j] not in page.phrases.calendar or page.lower[j] in page.called:
        return False
    if page.is_named_month(j) and _introduces(page, page.lower[j - 1]):
        return False
    return page.is_weekday(j) or not is_given(page.lower[j - 1])


def _over_possessive(page: Page, begin: int, j: int) -> int:
    """How many words go on behind "'s" where nobody owns them."""
    if not page.is_possessive(j - 1):
        return 0
    rest = rest_after(page, range(_start(page, begin, j), j))
    return rest.stop - j if rest else _office_of_office(page, j)


def _goes_on(page: Page, j: int) -> bool:
    """Whether word ``j`` may be one more of a name: not where a source in a headline has ended."""
    leaves = page.headline[j] and not page.headline[j - 1]
    return _is_capital(page, j) and not page.first[j] and not leaves


def _plain_step(page: Page, begin: int, j: int) -> int:
    """How many words a run takes on after a space."""
    low = page.lower[j]
    if _is_initial(page, j):
        return 1
    if _goes_on(page, j) and low not in page.rules.never_names:
        known = low in page.function_words and low not in page.called
        return int(not known or low in page.persons.particles)
    return _over_small_words(page, begin, j)


def _is_joined(page: Page, j: int) -> bool:
    """Whether a space alone, or the stop of an abbreviation and a space, stands before word ``j``."""
    before = page.words[j - 1]
    if page.gap(j - 1) != ". ":
        return page.gap(j - 1) in _SPACES
    initial = len(before) == 1 or before.endswith(".")
    return page.lower[j - 1] in page.phrases.abbreviated or (initial and before != "I")


def _is_initial(page: Page, j: int) -> bool:
    """Whether word ``j`` is an initial, "A." too."""
    word = page.words[j]
    return len(word) == 1 and _is_capital(page, j) and page.gap(j)[:1] == "." and word != "I"


def _over_small_words(page: Page, begin: int, j: int) -> int:
    low = page.lower[j]
    if low in page.persons.particles and _next_capital(page, j):
        return 2 if _is_capital(page, j + 1) else 1
    if low in page.rules.inner and _names_office(page, page.lower[begin:j], low):
        return _over_preposition(page, j)
    return _over_and(page, begin, j) if low in page.rules.ands and _next_capital(page, j) else 0


def _over_preposition(page: Page, j: int) -> int:
    if page.gap(j) != " " or page.lower[j + 1] in page.phrases.calendar:
        return 0
    if _next_capital(page, j):
        return 2
    article = page.lower[j + 1] == page.phrases.definite
    return 3 if article and _next_capital(page, j + 1) else 0


def _over_and(page: Page, begin: int, j: int) -> int:
    follows = page.lower[j + 1]
    if page.words[j] == "&" or (page.lower[j - 1] in page.offices.coordinated and not is_given(follows)):
        return 2
    run = set(page.lower[begin:j])
    inside = bool({"of", "for", "&"} & run) and bool(run & page.offices.organisation_words)
    return 2 if inside and follows not in page.persons.titles else 0


def _office_of_office(page: Page, j: int) -> int:
    """How many words "’s Office" has where an office and no name owns it: "the U.S. Attorney’s Office"."""
    at = j + (page.lower[j] == "s")
    is_office = at < len(page) and page.words[at] == page.rules.office_room
    joined = is_office and page.gap(at - 1) in ("'s ", "’s ", " ")
    return at + 1 - j if joined and page.lower[j - 1] in ROLE_OF else 0


def _body_of_members(page: Page, j: int) -> int:
    """How many words go on where those whose body it is are named in its name: "Sheriffs' Association"."""
    at, low = j + (page.lower[j] == "s"), page.lower[j - 1]
    members = describe([low]).kind == "group" and low not in page.phrases.party_members
    if not members or page.gap(at - 1) not in _OWNS:
        return 0
    stop = next((i for i in range(at, min(len(page), at + _MAX_RUN)) if not _goes_on(page, i)), at)
    bodies = page.offices.organisation_words | page.language.lexicon.nouns("body", forms=("base",))
    return at + 1 - j if not bodies.isdisjoint(page.lower[at:stop]) else 0


def _next_capital(page: Page, j: int) -> bool:
    if page.gap(j) != " ":
        return False
    particles = page.persons.particles
    return _is_capital(page, j + 1) or (page.lower[j + 1] in particles and page.lower[j] in particles)


def _names_office(page: Page, run: list[str], inner: str) -> bool:
    """Whether the run so far takes "of", "for" or "on" into the name."""
    offices = page.offices
    if not offices.organisation_words.isdisjoint(run):
        return True
    if inner != page.rules.partitive:
        return False
    titles, courtesies = page.persons.titles, page.persons.honorifics  # "Dr Brill of the mill" is Dr Brill
    return any((w in titles and w not in courtesies) or w in offices.thing_words for w in run)
