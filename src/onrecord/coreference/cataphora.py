"""Leads that describe whom the next paragraph names.

"A harbour aide said she was sorry. ¶ Ann Brill, 31, wrote …": the aide is Brill.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal

from onrecord.coreference.discourse import REMEMBERED, Discourse
from onrecord.coreference.entities import Entity
from onrecord.coreference.phrases import may_stand_before
from onrecord.languages.grammar import RoleGrammar
from onrecord.names.roles import Description, agreement

# Paragraphs below the description that may open with the name, and sentences of the article that a lead has.
_PARAGRAPHS = 2
_SENTENCES = 4
# Marks of a description that is meant to be told whose it is in the next sentence.
_NARROW = 2
# Words of titles before a name that opens a paragraph.
_TITLE = 6
# What may stand between a comma and the subject after it.
_AFTER_COMMA = " \"”’'»"

# How a name is given: with an office that is read, with words after a comma that are not, or alone.
_Given = Literal["with office", "with words", "bare"]


def named_below(
    discourse: Discourse, said: Description, at: int, owners: frozenset[str], *, anywhere: bool = False
) -> Entity | None:
    """Whom a description at word ``at`` of a lead or headline means, if the next person named is new.

    News names a person without any office only when it has just been given; so a name with an office must
    open its paragraph and fit the description, one without it need not. Whoever bears one of the names
    ``owners`` is not meant. ``anywhere``: below the lead too, for a name with an office and a description
    that is narrow.
    """
    if not _promises_name(discourse, said, at, anywhere=anywhere):
        return None
    for number, place, entity in _candidates(discourse, at, owners):
        given = _given(discourse, entity, place, first=number == 0)
        if anywhere and given == "bare":
            return None
        if _is_in_same_headline(discourse, at, entity):
            continue
        leads = number == 0 and given == "bare" and _subject(discourse, entity, place)
        if leads or _opens(discourse, place):
            return entity if _bears_out(discourse, said, entity, given, owners) else None
    return None


def is_withheld(discourse: Discourse, said: Description, at: int) -> bool:
    """Whether somebody new at word ``at`` keeps the name back, as the rest of the sentence says.

    Of "the mayor" it may say so of others: "The mayor said that aides, who asked not to be named, …".
    """
    page = discourse.page
    end = page.ends[page.end_of_sentence(at) - 1]
    return not said.definite and page.phrases.withheld.search(page.text, page.starts[at], end) is not None


def _bears_out(
    discourse: Discourse, said: Description, entity: Entity, given: _Given, owners: frozenset[str]
) -> bool:
    """Whether a person so named is the one described; "his aide" is nobody without an office."""
    if given == "with words" or (given == "bare" and owners):
        return False
    return _fits(discourse, said, entity)


def _promises_name(discourse: Discourse, said: Description, at: int, *, anywhere: bool) -> bool:
    """Whether a reader of the description waits for a name: it opens the news, or it is narrow."""
    if _is_unnamed(discourse, said):
        return False
    return len(said.marks) >= _NARROW if anywhere else _in_lead(discourse, at)


def _candidates(discourse: Discourse, at: int, owners: frozenset[str]) -> Iterator[tuple[int, int, Entity]]:
    """New persons close below word ``at``: their number among all new ones, their first word, who it is."""
    for number, (place, entity) in enumerate(_new(discourse, at)):
        if _is_near(discourse, at, place) and _can_be(entity, owners):
            yield number, place, entity


def _given(discourse: Discourse, entity: Entity, place: int, *, first: bool) -> _Given:
    """How a person is named at word ``place``; of the first one new, words after the comma do not count."""
    if _offices(discourse, entity):
        return "with office"
    return "with words" if not first and _is_apposed(discourse, entity, place) else "bare"


def _in_lead(discourse: Discourse, at: int) -> bool:
    return discourse.page.headline[at] or discourse.page.sentence[at] <= _SENTENCES


def _is_unnamed(discourse: Discourse, said: Description) -> bool:
    """Whether a description is of several, of one more of a kind, or of somebody whom no article names."""
    nobody = discourse.page.phrases.anonymous | discourse.page.language.grammar(RoleGrammar).others
    return said.plural or not nobody.isdisjoint({said.head, *said.marks})


def _is_near(discourse: Discourse, at: int, place: int) -> bool:
    return 0 < _paragraphs(discourse, at, place) <= _PARAGRAPHS + discourse.page.headline[at]


def _can_be(entity: Entity, owners: frozenset[str]) -> bool:
    return entity.best.full and owners.isdisjoint(p.casefold() for p in entity.best.parts)


def _is_in_same_headline(discourse: Discourse, at: int, entity: Entity) -> bool:
    """Whether a headline that describes somebody names this person: then it describes somebody else."""
    surname = {p.casefold() for p in entity.best.surname}
    return discourse.page.headline[at] and not surname.isdisjoint(discourse.headlined)


def _new(discourse: Discourse, at: int) -> list[tuple[int, Entity]]:
    """Persons whom the body names only after word ``at``, with the place where it first does."""
    found = []
    place = bisect_left(discourse.trail_at, at)
    for entity in dict.fromkeys(discourse.trail[place : place + REMEMBERED]):
        first = next((a for a in entity.at if not discourse.page.headline[a]), None)
        if entity.type == "person" and first is not None and first > at:
            found.append((first, entity))
    return sorted(found, key=lambda f: f[0])


def _is_apposed(discourse: Discourse, entity: Entity, at: int) -> bool:
    """Whether "a", "an" or the like follows the name and a comma: it is given with an office."""
    page = discourse.page
    while discourse.registry.by_word.get(at + 1) is entity:
        at += 1
    return page.gap(at) == ", " and page.lower[at + 1] in page.phrases.determiners


def _opens(discourse: Discourse, at: int) -> bool:
    """Whether a paragraph begins with the name at word ``at``, titles aside."""
    page, start = discourse.page, at
    while start > 0 and "\n" not in page.gap(start - 1):
        start -= 1
        if at - start > _TITLE or not may_stand_before(page, page.lower[start]):
            return False
    return True


def _subject(discourse: Discourse, entity: Entity, at: int) -> bool:
    """Whether the name at word ``at`` stands where a subject does: first, or after a comma or quotation."""
    page = discourse.page
    leads = page.first[at] or page.gap(at - 1).rstrip(_AFTER_COMMA).endswith(",")
    return leads and at not in entity.possessive_at and not page.quoted[at]


def _paragraphs(discourse: Discourse, start: int, stop: int) -> int:
    text = discourse.page.text[discourse.page.starts[start] : discourse.page.starts[stop]]
    return len([line for line in text.split("\n")[1:] if line.strip()]) + text.endswith("\n")


def _fits(discourse: Discourse, said: Description, entity: Entity) -> bool:
    if said.gender and entity.gender and said.gender != entity.gender:
        return False
    scores = [max(agreement(said, r), agreement(r, said)) for r in _offices(discourse, entity)]
    if not scores:  # "a spokesman for the trust" is no inspector whom the next paragraph names
        return said.definite or said.head != discourse.page.rules.spokesman or not said.marks
    return max(scores) > 0 and min(scores) > -3.0


def _offices(discourse: Discourse, entity: Entity) -> list[Description]:
    return [r for r in entity.roles if r.head not in discourse.page.pronouns.kin]
