"""Sources that join descriptions: "the governor and legislative leaders" is neither of them alone."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from onrecord.coreference.descriptors import own_words
from onrecord.coreference.discourse import Discourse
from onrecord.coreference.entities import Entity
from onrecord.coreference.nominal import described
from onrecord.coreference.page import Page
from onrecord.coreference.phrases import parts_of
from onrecord.names.roles import Description, describe
from onrecord.records import Span

# Words of a source that joins several; a longer one has swallowed a clause.
_LONGEST = 20
# Sentences back in which the two stand whom "the former" is one of.
_BACK = 4
_SEVERAL = frozenset({"group", "organisation"})


def together(discourse: Discourse, span: Span, words: range) -> Entity | None:
    """The group of those whom a source joins by "and", called by all its words; None when it joins nobody.

    Who of them is described and has a name goes by that ("Ann Olm and other leaders"); it speaks for her.
    Names alone are left to ``named``; so is a source whose second half goes on with the first ("the chairman
    and chief executive").
    """
    page = discourse.page
    named = {id(e) for i in words if (e := discourse.registry.by_word.get(i)) is not None}
    if (
        len(words) > _LONGEST
        or page.rules.conjunction not in page.lower[words.start : words.stop]
        or len(named) > 1
    ):
        return None
    parts = parts_of(page, words)
    if len(parts) < 2 or not all(_stands_alone(page, part) for part in parts):
        return None
    text, people = span.of(page.text).strip(" ,"), []
    for part in parts:
        own = Span(page.starts[part.start], page.ends[part[-1]])
        low = page.lower[part.start : part.stop]
        person = described(discourse, own, part) if describe(low).kind == "person" else None
        if person is not None and person.type == "person" and person.name:
            text = text.replace(own.of(page.text), person.name, 1)
            people.append(person.name)
    said = Description(head="", kind="group", marks=frozenset(), plural=True, text=text)
    group = own_words(discourse, "group", said, span, words.start)
    if group is not None:
        group.acts_for = list(dict.fromkeys([*group.acts_for, *people]))
    return group


def with_others(discourse: Discourse, words: range, span: Span) -> Entity | None:
    """Somebody named first and others who are not: "Brill and other guests", who speak for Brill, too."""
    page = discourse.page
    joiner = next((i for i in words if page.lower[i] == page.rules.conjunction), words.start)
    named = _named_alone(discourse, range(words.start, joiner))
    others = range(joiner + 1, words.stop)
    said = _unnamed(discourse, others) if named is not None and page.gap(joiner - 1) == " " else None
    if named is None or not named.name or said is None:
        return None
    text = f"{named.name} {page.text[page.starts[joiner] : page.ends[others[-1]]]}"
    group = own_words(discourse, "group", replace(said, text=text), span, words.start)
    if group is not None and named.name not in group.acts_for:
        group.acts_for.append(named.name)
    return group


def _named_alone(discourse: Discourse, words: range) -> Entity | None:
    """The person whom ``words`` name and nothing else, not "guests including Brill"."""
    named = discourse.registry.by_word.get(words[-1]) if words else None
    if named is None or named.type != "person":
        return None
    return named if all(map(discourse.page.is_capital, words)) else None


def _unnamed(discourse: Discourse, others: range) -> Description | None:
    """What several people are called who stand beside a name, none of whom is named.

    None also for those of whoever is named: "Brill and his allies" say what he says.
    """
    page, by_word = discourse.page, discourse.registry.by_word
    if not others or page.lower[others.start] in page.pronouns.singular_possessives:
        return None
    said = describe(page.low(others))
    if said.kind != "group" or not said.plural:
        return None
    return None if any(e.type == "person" for i in others if (e := by_word.get(i)) is not None) else said


def one_of_two(discourse: Discourse, words: range, span: Span) -> Entity | None:
    """Whom "the former" or "the latter" means: of the only two that the nearest sentence before names."""
    page, at = discourse.page, words.start
    if len(words) != 2 or page.lower[words[-1]] not in (page.rules.former, page.rules.latter):
        return None
    for number in range(page.sentence[at] - 1, max(0, page.sentence[at] - _BACK), -1):
        two = _named_in(discourse, number, before=at)
        if len(two) == 2 and two[0].type == two[1].type:
            which = two[page.lower[words[-1]] == page.rules.latter]
            return discourse.mention(which, at, span, f"“{span.of(page.text)}” of two named")
        if len(two) > 2:
            return None
    return None


def _named_in(discourse: Discourse, sentence: int, *, before: int) -> list[Entity]:
    """Persons, or else bodies, that a sentence names, in order, each once."""
    page = discourse.page
    first = bisect_left(page.sentence, sentence)
    stop = min(before, bisect_left(page.sentence, sentence + 1))
    named = dict.fromkeys(
        e for i in range(first, stop) if (e := discourse.registry.by_word.get(i)) is not None
    )
    people = [e for e in named if e.type == "person"]
    return people or [e for e in named if e.type == "organisation"]


def _stands_alone(page: Page, words: range) -> bool:
    """Whether a part could be a source by itself: several people, or one with an article of its own."""
    if len(words) > 1 and all(page.words[i][0].isupper() for i in words):
        return False  # half a name: "Ministry of Citizenship and *Port Services*"
    said = describe(page.lower[words.start : words.stop])
    opens = page.lower[words.start] in page.phrases.determiners | page.phrases.quantifiers
    return (said.kind in _SEVERAL and (opens or said.plural)) or (said.kind == "person" and opens)
