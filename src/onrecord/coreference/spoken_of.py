"""Persons whom nobody names: "the agent" is the border agent of before, "his mother" Jonas Abelt's mother."""

from __future__ import annotations

from dataclasses import replace

from onrecord.coreference import antecedents
from onrecord.coreference.descriptors import own_words
from onrecord.coreference.discourse import Discourse
from onrecord.coreference.entities import Entity
from onrecord.coreference.page import Page
from onrecord.languages.grammar import CueGrammar
from onrecord.names.roles import Description, agreement, describe
from onrecord.records import Span

# Words from the article to the noun of what introduces somebody; words looked back for it.
_PHRASE, _REACH = 6, 1500
# How well a description must agree with what introduced somebody: in its noun at least.
_SAME = 3.0
# By how much whoever "his" means leads all others.
_LEAD = 0.8


def spoken_of(discourse: Discourse, said: Description, at: int, span: Span) -> Entity | None:
    """Who goes by what introduced him or her, or by whose relative it is."""
    if said.owner in discourse.page.pronouns.singular_possessives:
        return _relative_of(discourse, said, at, span)
    return None if said.owner else _introduced(discourse, said, at, span)


def _relative_of(discourse: Discourse, said: Description, at: int, span: Span) -> Entity | None:
    pronouns = discourse.page.pronouns
    if said.head not in pronouns.kin:
        return None
    scores = antecedents.rank(discourse, at, pronouns.pronouns[said.owner])
    if not scores or antecedents.lead(scores) < _LEAD or not scores[0].entity.name:
        return None
    _, _, rest = said.text.partition(" ")
    return own_words(discourse, "unknown", replace(said, text=f"{scores[0].entity.name}’s {rest}"), span, at)


def _introduced(discourse: Discourse, said: Description, at: int, span: Span) -> Entity | None:
    """Who was spoken of with "a" before, if only one such person was."""
    page, noun = discourse.page, discourse.page.lower[discourse.page.inside(span)[-1]]
    found: dict[str, tuple[Description, range]] = {}
    for place in range(at - 1, max(0, at - _REACH), -1):
        if page.lower[place] == noun and not page.headline[place]:
            words = _with_article(page, place)
            told = describe(page.low(words), page.span(words).of(page.text)) if words else None
            if told is not None and told.kind == "person" and agreement(said, told) >= _SAME:
                found.setdefault(told.text, (told, words))
    if len(found) != 1:
        return None
    told, words = next(iter(found.values()))
    entity = own_words(discourse, "unknown", told, page.span(words), words.start)
    return None if entity is None else discourse.mention(entity, at, span, f"“{told.text}” of before")


def _with_article(page: Page, noun: int) -> range:
    """The phrase from "a" up to a noun; empty without one."""
    for start in range(noun - 1, max(-1, noun - _PHRASE), -1):
        if page.gap(start) != " " or page.sentence[start] != page.sentence[noun]:
            break
        if page.lower[start] in page.language.grammar(CueGrammar).indefinite:
            return range(start, noun + 1)
    return range(noun, noun)
