"""What stands beside a body's name and tells what it is: "the *budget airline* Skylark", "Olm, *a bank*"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.coreference.page import Page
from onrecord.languages.grammar import RoleGrammar
from onrecord.names.roles import Description, describe
from onrecord.records import Span

# Words of a description before a name, and characters of one behind it.
_WORDS, _BEHIND = 10, 120
_GAPS = (" ", "'", "’", "' ", "’ ")


def told_beside(page: Page, name: range) -> Iterator[Description]:
    """The descriptions of one body before and behind the name in ``name``."""
    for told in (_before(page, name.start), _apposed(page, name), _behind(page, name.stop)):
        if _tells_body(page, told):
            yield told


def is_told_body(page: Page, name: range) -> bool:
    """Whether what stands beside one capitalised word makes it a body's name, whatever else it may be.

    "The club *Brill* joined" is not called Brill.
    """
    after = page.lower[name.stop] if name.stop < len(page) and page.gap(name[-1]) == " " else ""
    ends = not after or after in page.function_words or after in page.phrases.reporting
    told = (_apposed(page, name), _behind(page, name.stop), *([_before(page, name.start)] if ends else ()))
    return any(_tells_body(page, t) for t in told)


def _tells_body(page: Page, told: Description) -> bool:
    """Whether it is a body that is described, and no place: "Sarn, *a country*"."""
    nouns = page.language.lexicon.nouns("body", forms=("base",))
    places = page.offices.thing_words | page.language.lexicon.nouns("members") - page.rules.companies
    return told.kind == "organisation" and not told.plural and told.head in nouns - places


def _before(page: Page, name: int) -> Description:
    """The noun right before a name: "the *budget airline* Skylark", no "government *expected* Karst"."""
    begin = name
    while begin and name - begin < _WORDS and page.gap(begin - 1) == " " and _narrows(page, begin - 1):
        begin -= 1
    found = describe(page.low(range(begin, name)))
    return found if begin < name and found.head == page.lower[name - 1] else describe(())


def _narrows(page: Page, at: int) -> bool:
    """Whether a word may stand in a noun phrase right before a name: small, or first, and none of grammar."""
    low = page.lower[at]
    return (
        (page.words[at].islower() or page.first[at])
        and low not in page.function_words
        and low not in page.phrases.prepositions
    )


def _apposed(page: Page, name: range) -> Description:
    """The phrase before a name between commas: "*the island's only carrier*, Orm Airways, …"."""
    nothing, last = describe(()), name.start - 1
    if last < 0 or page.gap(last) != ", " or page.gap(name[-1])[:1] not in (",", "."):
        return nothing
    if name.stop < len(page) and page.lower[name.stop] in page.rules.joiners:
        return nothing  # "the union, Orm Airways, and the port"
    for begin in range(last - 1, max(-1, last - 1 - _WORDS), -1):
        if page.gap(begin) not in _GAPS:
            return nothing
        if page.lower[begin] in page.phrases.determiners:
            return describe(page.low(range(begin, name.start)))
    return nothing


def _behind(page: Page, stop: int) -> Description:
    """The apposition or "is …" behind a name: "Olmtech, *a chipmaker*, …"; of a list nothing is one."""
    nothing, offset = describe(()), page.ends[stop - 1]
    opening = page.rules.apposition.match(page.text, offset, offset + 24)
    if opening is None:
        return nothing
    end = page.rules.apposition_end.search(page.text, opening.end(), opening.end() + _BEHIND)
    words = page.inside(Span(opening.end(), end.start())) if end is not None else range(0)
    if end is None or not words or page.lower[words.start] not in page.phrases.determiners:
        return nothing
    if end.group()[-1:].isalpha() or not _is_noun_phrase(page, words, end.group()):
        return nothing
    listed = page.rules.joiners | page.phrases.determiners
    goes_on = end.group() == "," and words.stop < len(page) and page.lower[words.stop] in listed
    return nothing if goes_on else describe(page.low(words))


def _is_noun_phrase(page: Page, words: range, end: str) -> bool:
    """Whether words are an apposition: no clause begins with them ("to Olm, *the guild* wrote that …")."""
    low = page.low(words)
    head = describe(low).head
    if low[0] not in page.language.grammar(RoleGrammar).indefinite and end not in (",", ")"):
        return False
    after = low[low.index(head) + 1 :] if head in low else low
    return not after or after[0] in page.phrases.prepositions | page.phrases.relatives
