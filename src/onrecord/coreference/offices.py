"""Who holds an office that a run of capitals opens with: "Director of Harbour Safety *Ann Brill*"."""

from __future__ import annotations

from onrecord.coreference.page import Page
from onrecord.names.persons import is_given
from onrecord.names.roles import PERSON_HEADS

# Words of the longest name behind an office.
_NAME = 4


def holder_in(page: Page, run: range) -> range | None:
    """The name in ``run`` behind an office, up to what the office is of.

    "Dean *Ann Brill* of the Karst School of Law", "White House Chief of Staff *Ann Brill*". Its given name is
    one that lists have: capitals behind an office may as well be its field.
    """
    for at in range(run.stop - 2, run.start, -1):
        if (
            not is_given(page.lower[at])
            or page.lower[at] in page.places.places
            or not page.is_capital(at + 1)
        ):
            continue
        inside = page.rules.inside_names
        stop = next((i for i in range(at + 1, run.stop) if page.lower[i] in inside), run.stop)
        if _ends_office(page, run.start, at) and _is_name(page, range(at, stop)):
            return range(at, stop)
    return None


def _is_name(page: Page, words: range) -> bool:
    """Whether words are as many as a name's, and none is an office or a word of a body's or thing's name."""
    bodies = page.offices.organisation_words | page.offices.thing_words
    named = 1 < len(words) <= _NAME and bodies.isdisjoint(page.low(words))
    return named and not any(_is_office(page, i) for i in words)


def _ends_office(page: Page, start: int, stop: int) -> bool:
    """Whether words from ``start`` end with an office, or are one of something: "Chief of *Staff*"."""
    if _is_office(page, stop - 1):
        return True
    partitive = page.rules.partitive
    return any(_is_office(page, i) and page.lower[i + 1] == partitive for i in range(start, stop - 1))


def _is_office(page: Page, at: int) -> bool:
    word = page.lower[at].rpartition("-")[2]
    return word in PERSON_HEADS or (word in page.persons.titles and word not in page.persons.honorifics)
