"""Sources with no name but their description, which is then what they are called."""

from __future__ import annotations

import re
from itertools import islice

from onrecord.coreference.discourse import CROWD, Discourse
from onrecord.coreference.entities import Entity
from onrecord.coreference.page import Page
from onrecord.coreference.phrases import without_clause, without_occasion
from onrecord.names.roles import Description, agreement, describe
from onrecord.records import Span, SpeakerType

# Letters in brackets behind a name, the last bracket perhaps cut off.
_LETTERS = re.compile(r" \([A-Z]{2,8}\)?$")
# Words of the longest description that can stand for a name.
_LONGEST = 14
# How well "the source" must agree with what was called so before: in its head at least.
_SAME = 3.0


def called_before(discourse: Discourse, said: Description, at: int) -> Entity | None:
    """Who was called so before with more words: "a source at the harbour", then "the source"."""
    for entity in islice(reversed(discourse.entities), CROWD):
        if entity.type not in ("unknown", "group") or (entity.type == "group") != said.plural:
            continue
        if entity.at and entity.at[0] < at and any(agreement(said, r) >= _SAME for r in entity.roles):
            return entity
    return None


def is_nearer(called: Entity, named: Entity, said: Description, at: int) -> bool:
    """Whether one called so stands nearer than one whose office only comes under it.

    "Director Ann Brill left. An official told the Post … *The official* said": no director.
    """
    last = [max((word for word in entity.at if word < at), default=-1) for entity in (called, named)]
    return last[0] > last[1] and all(role.head != said.head for role in named.roles)


def some_of_those(discourse: Discourse, words: range, span: Span) -> Entity | None:
    """Those called so before of whom some speak: "people at the mill", then "*two of the people*"."""
    page = discourse.page
    of = next((i for i in words[1:-2] if page.lower[i] == page.rules.partitive), None)
    if of is None or page.lower[of + 1] not in page.rules.told_before:
        return None
    if not all(page.lower[i] in page.phrases.quantifiers for i in range(words.start, of)):
        return None
    rest = range(of + 1, words.stop)
    said = describe(page.low(rest), page.span(rest).of(page.text))
    found = called_before(discourse, said, words.start) if said.kind == "group" else None
    if found is None or not any(role.marks for role in found.roles):
        return None
    return discourse.mention(found, words.start, span, "some of those named before")


def forged(discourse: Discourse, words: range, span: Span) -> Entity | None:
    """What only passes for somebody's: "a *fake* account in her name", "a *forged* letter from Brill"."""
    page = discourse.page
    stop = next((i for i in words if page.lower[i] in page.phrases.prepositions), words.stop)
    at = next((i for i in words if i < stop and page.lower[i] in page.phrases.forged), None)
    is_name = at is not None and page.is_capital(at) and not page.first[at]
    if at is None or is_name or page.lower[min(at + 1, len(page) - 1)] == page.phrases.forged_news:
        return None
    said = describe(page.low(words), span.of(page.text))
    if said.kind not in ("document", "none"):  # "a fake doctor, Ada Brill," is she
        return None
    kind: SpeakerType = "document" if said.kind == "document" else "unknown"
    return own_words(discourse, kind, said, span, words.start)


def apposed_after(discourse: Discourse, words: range, span: Span) -> Entity | None:
    """The person named right after a description that a source ends with: "his deputy", without ", Olm,"."""
    page = discourse.page
    if page.gap(words[-1]) != ", " or page.headline[words.start]:
        return None
    entity = discourse.registry.by_word.get(words.stop)
    low = page.lower[words.start]
    opens = low in page.phrases.determiners or low == page.rules.one or low in page.rules.others
    if entity is None or entity.type != "person" or not opens or page.first[words.stop]:
        return None
    last = words.stop
    while discourse.registry.by_word.get(last + 1) is entity:
        last += 1
    if page.gap(last)[:1] not in (",", ".") or last in entity.possessive_at:
        return None
    return discourse.mention(entity, words.start, span, "stands before the name")


def self_named(discourse: Discourse, words: range, span: Span) -> Entity | None:
    """Who goes by the name asked for behind a description: "a guard, *who gave his name only as Tomas*"."""
    page = discourse.page
    found = page.phrases.self_named.match(page.text, page.ends[words[-1]])
    if found is None or describe(page.low(words)).kind != "person":
        return None
    name, at = found["name"], page.at(found.start("name"))
    known = discourse.registry.by_word.get(at) or discourse.called.get(("person", name.casefold()))
    if known is None:
        return discourse.create("person", name, words.start, span, how="asked to be called so")
    known.type = "person"  # whatever the name alone looked like
    return discourse.mention(known, words.start, span, "asked to be called so")


def own_words(
    discourse: Discourse, kind: SpeakerType, said: Description, span: Span, at: int
) -> Entity | None:
    """A source with no name but its description, which is then what it is called."""
    told = without_clause(discourse.page, said)
    if told is None or len(told.text.split()) > _LONGEST:
        return None
    text = told.text
    for article in discourse.page.phrases.articles:
        text = text.removeprefix(article)
    text = _LETTERS.sub("", without_occasion(discourse.page, text))
    body = discourse.registry.organisation(text) if text != told.text and kind == "organisation" else None
    if body is not None:
        return discourse.mention(body, at, span, "name")
    other = discourse.called.get((kind, text.casefold()))
    if other is not None:
        return discourse.mention(other, at, span, "the same words")
    entity = discourse.create(kind, text, at, span, how="called by its own words")
    if kind in ("unknown", "group", "office"):
        entity.roles.append(told)
        entity.gender = told.gender
    return entity


def calls_by_name(page: Page, said: Description, words: range) -> bool:
    """Whether a name nobody is known by ends it: "the ports minister, *Stone Harrow*", "boss *So Young*"."""
    begin = next(
        (i for i in words[1:] if page.gap(i - 1) == ", " or page.lower[i - 1] == said.head), words.stop
    )
    if words.stop - begin < 2 or page.lower[begin] in page.phrases.prepositions:
        return False  # "Top Pilot In Karst Harbour"
    return all(map(page.is_capital, range(begin, words.stop)))
