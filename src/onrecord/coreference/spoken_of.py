"""Persons whom nobody names: "the agent" is the border agent of before."""

from __future__ import annotations

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


def spoken_of(discourse: Discourse, said: Description, at: int, span: Span) -> Entity | None:
    """Who goes by what introduced him or her, if only one such person was."""
    if said.owner:
        return None
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
