"""The noun phrase that a "who" hangs on: "other clerks, *who* said", "the one in charge of it *who* …"."""

from __future__ import annotations

from onrecord.coreference.discourse import Discourse
from onrecord.coreference.page import Page
from onrecord.names.roles import describe

# Words before a "who" that can be its noun phrase, and function words that such a phrase may hold.
_PHRASE, _LONGEST_PHRASE = 6, 12


def before_relative(discourse: Discourse, at: int) -> range | None:
    """The noun phrase that a "who" at word ``at`` follows; None when none of its words is a head."""
    page = discourse.page
    start = _head(page, _begin(page, at), at)
    inner = (i for i in range(at - 1, start, -1) if _is_small(page, page.lower[i]))
    nearest = next((i for i in inner if _is_people(page, range(i, at))), start)
    while nearest > start + 1 and page.lower[nearest - 1] in page.phrases.quantifiers:
        nearest -= 1
    found = range(nearest, at)  # "the paper found *three other women* who …"
    return found if found and _is_people(page, found) else _narrowed(page, at) or _of_several(page, at)


def is_of_phrase(discourse: Discourse, phrase: range, at: int) -> bool:
    """Whether the "who" at word ``at`` is the phrase's before it and no name's further up.

    So it is in "Brill heard of a clerk who …", "Brill met a clerk who …", "Brill met clerks in Karst who …",
    but not in what is said of a name: "Brill, an aide to the mayor, who …", "Brill is a clerk who …".
    """
    page, by_word = discourse.page, discourse.registry.by_word
    before = phrase.start - 1
    if phrase == _of_several(page, at):
        return True
    if before < 0 or page.gap(before) != " " or by_word.get(phrase[-1]) is not None:
        return False
    several = describe(page.low(phrase)).plural  # "met former clerks, who say": nobody alone "say"
    if page.gap(at - 1) != " " and not several and page.lower[before] not in page.phrases.prepositions:
        return False  # "met the clerk, who left": of either
    if page.rules.apposition.match(page.text, page.ends[before - 1] if before else 0):
        return False
    opens = page.lower[phrase.start] in page.phrases.determiners and by_word.keys().isdisjoint(phrase)
    return (opens or several) and _follows_a_name(discourse, before, at)


def _follows_a_name(discourse: Discourse, before: int, at: int) -> bool:
    """Whether the last name up to word ``before`` of the sentence of word ``at`` has no comma behind it."""
    page, by_word = discourse.page, discourse.registry.by_word
    sentence = range(before, page.first_of_sentence(at) - 1, -1)
    name = next((i for i in sentence if i in by_word), None)
    return name is not None and not page.gap(name).startswith(",")


def _begin(page: Page, at: int) -> int:
    """Where words that one noun phrase can hold begin."""
    start = at
    while start > 0 and at - start < _PHRASE and _is_within(page, start - 1, at):
        start -= 1
        if page.lower[start] in page.phrases.determiners:
            break
    return start


def _is_within(page: Page, index: int, at: int) -> bool:
    """Whether word ``index`` can belong to the noun phrase before the "who" at word ``at``."""
    joined = page.gap(index) == " " or (page.gap(index) == ", " and index + 1 == at)
    if not joined or page.sentence[index] != page.sentence[at]:
        return False
    return page.lower[index] not in page.function_words or _opens(page, page.lower[index])


def _head(page: Page, start: int, at: int) -> int:
    """Where the phrase of the head itself begins: a verb may stand before a plural."""
    if start < at and not _opens(page, page.lower[start]):
        head = describe(page.lower[start:at]).head
        while start < at - 1 and describe(page.lower[start + 1 : at]).head == head:
            start += 1
    return start


def _is_small(page: Page, word: str) -> bool:
    return word in page.phrases.quantifiers or word in page.phrases.determiners


def _narrowed(page: Page, at: int) -> range | None:
    """The noun phrase before a "who" with what narrows it between: "the official in charge of it who"."""
    for start in range(at - 1, max(-1, at - _LONGEST_PHRASE), -1):
        if page.sentence[start] != page.sentence[at] or page.gap(start) != " ":
            return None
        if (
            page.lower[start] != page.rules.partitive
            and _opens(page, page.lower[start])
            and _is_people(page, range(start, at))
        ):
            while start and page.lower[start - 1] in page.phrases.quantifiers and page.gap(start - 1) == " ":
                start -= 1  # noqa: PLW2901 - "three other women"
            return range(start, at)
    return None


def _of_several(page: Page, at: int) -> range | None:
    """Several people without an article, with what narrows them down: "*clerks in Karst* who …"."""
    if page.gap(at - 1) != " ":
        return None
    for link in range(at - 2, max(0, at - _PHRASE), -1):
        if page.sentence[link] != page.sentence[at] or page.gap(link) != " ":
            return None
        if page.lower[link] in page.phrases.prepositions - {page.rules.partitive}:
            begin = _begin(page, link)
            governed = begin > 0 and page.lower[begin - 1] in page.phrases.prepositions
            people = range(begin if governed else _head(page, begin, link), link)
            said = describe(page.low(people)) if people and page.gap(link - 1) == " " else None
            is_several = said is not None and said.kind == "group" and said.plural
            return range(people.start, at) if is_several and not page.is_owner(people[-1]) else None
    return None


def _opens(page: Page, word: str) -> bool:
    return word in page.phrases.determiners or word in page.rules.phrase_openers


def _is_people(page: Page, words: range) -> bool:
    return describe(page.lower[words.start : words.stop]).kind in ("person", "group")
