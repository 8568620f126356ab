"""Who issued "the statement": where the article spoke of one before, and of whom with it."""

from __future__ import annotations

from onrecord.coreference import antecedents
from onrecord.coreference.discourse import Discourse
from onrecord.coreference.entities import Entity
from onrecord.coreference.page import Page
from onrecord.coreference.phrases import may_stand_before
from onrecord.names.roles import ROLE_OF, Description, describe

# Words looked at on either side of the noun, and how many earlier mentions of the noun are tried.
_AFTER, _BEFORE, _TRIED = 8, 4, 6
# Words searched back: a long article's worth.
_FAR = 3000
# "said Senator Ann Brill": words from a verb to the name that follows it.
_INVERTED = 3
# Words of a phrase up to the document: "in a brief, carefully worded statement".
_PHRASE = 6


def before(discourse: Discourse, noun: str, at: int) -> Entity | None:
    """The entity that the last mentions of ``noun`` before word ``at`` name as its issuer."""
    page = discourse.page
    tried = 0
    for index in range(at - 1, max(-1, at - _FAR), -1):
        if page.lower[index] != noun or page.quoted[index]:
            continue
        found = _beside(discourse, index) or _subject(discourse, index)
        if found is not None and found.name:
            return found
        tried += 1
        if tried == _TRIED:
            break
    return None


def after(discourse: Discourse, stop: int) -> Entity | None:
    """The name in an aside right after a document: "the report, *by Ann Brill*, …"."""
    page = discourse.page
    if (
        stop >= len(page)
        or page.gap(stop - 1).strip() not in (",", "")
        or page.lower[stop] not in page.rules.sources
    ):
        return None
    for place in range(stop + 1, min(len(page), stop + _AFTER)):
        if page.sentence[place] != page.sentence[stop] or "," in page.gap(place - 1):
            return None
        entity = discourse.registry.by_word.get(place)
        if entity is not None and (entity.type == "person" or "," in page.gap(place)):
            return entity
    return None


def _beside(discourse: Discourse, index: int) -> Entity | None:
    """A name beside the noun: "a statement from the ministry", "the ministry's statement"."""
    page, by_word = discourse.page, discourse.registry.by_word
    for place in range(index - 1, max(-1, index - _BEFORE), -1):
        if page.sentence[place] != page.sentence[index] or page.gap(place).strip("'’s \u00a0"):
            break
        if place in by_word:
            return _first_of_two(discourse, place)
        if page.lower[place] in page.phrases.determiners:
            break
    links = page.rules.issuer_links
    if page.lower[index] in page.offices.published:
        links |= page.rules.published_links
    linked = False
    for place in range(index + 1, min(len(page), index + _AFTER)):
        if page.sentence[place] != page.sentence[index]:
            break
        linked |= page.lower[place] in links and page.lower[place - 1] not in page.rules.seen
        if place in by_word and page.text[page.ends[place] : page.ends[place] + 1] not in ("'", "’"):
            return by_word[place] if linked else None
    return None


def _first_of_two(discourse: Discourse, place: int) -> Entity:
    """Whom the name at word ``place`` means, or the one before it and a stroke: "a Karst News/Reve poll"."""
    by_word, found = discourse.registry.by_word, discourse.registry.by_word[place]
    while by_word.get(place - 1) is found:
        place -= 1
    joined = place > 0 and discourse.page.gap(place - 1).strip() == "/"
    return by_word.get(place - 1, found) if joined else found


def _subject(discourse: Discourse, index: int) -> Entity | None:
    """Who issues something in the sentence of word ``index``: "In a statement, Brill said"."""
    page = discourse.page
    if not _is_issued(page, index) or _is_owned_behind(page, index):
        return None
    sentence = range(page.first_of_sentence(index), page.end_of_sentence(index))
    verbs = [i for i in sentence if page.lower[i] in page.phrases.issuing and not page.quoted[i]]
    if not verbs:
        return None
    for place in sentence:
        entity = discourse.registry.by_word.get(place)
        if entity is not None and _may_issue(discourse, entity, place):
            inverted = page.lower[verbs[-1]] in page.phrases.reporting and place - verbs[-1] <= _INVERTED
            return entity if place < verbs[-1] or inverted else None
    return None


def _is_owned_behind(page: Page, index: int) -> bool:
    """Whether a clause about a noun has a subject of its own: "a report *his* office published"."""
    return page.gap(index) == " " and page.lower[index + 1] in page.pronouns.possessives


def _is_issued(page: Page, index: int) -> bool:
    """Whether a verb of issuing or a preposition of channels governs the noun: no "playing down" does."""
    at = index - 1
    while at > index - _PHRASE and page.gap(at) == " " and page.lower[at] not in page.phrases.determiners:
        if _governs(page, at):
            return True
        at -= 1
    return at > 0 and _governs(page, at - 1)


def _governs(page: Page, at: int) -> bool:
    return page.lower[at] in page.phrases.channel_prepositions or page.lower[at] in page.phrases.publishing


def _may_issue(discourse: Discourse, entity: Entity, place: int) -> bool:
    """Whether a name stands where a subject does: it owns nothing and no preposition governs it."""
    page, before = discourse.page, place - 1
    while discourse.registry.by_word.get(before) is entity:
        before -= 1
    if before + 1 in entity.possessive_at or page.quoted[place]:
        return False
    while before >= 0 and page.gap(before) == " " and may_stand_before(page, page.lower[before]):
        before -= 1
    if before < 0 or page.gap(before) != " ":
        return True
    if (
        before
        and page.gap(before - 1) == ", "
        and page.lower[before] in page.phrases.asides - page.phrases.quantifiers
    ):
        return False  # "nine firms, including Brill Mills, sent a letter"
    return page.lower[before] not in page.phrases.prepositions or page.lower[before] == page.rules.agent


def up_to_noun(page: Page, said: Description, words: range) -> range:
    """The words before the document's noun, or all: "*the* letter on Olm's dam", where Olm issues nothing."""
    noun = next((i for i in words if page.lower[i] == said.head), words.stop)
    return range(words.start, noun)


def office_before(discourse: Discourse, said: Description, words: range) -> Entity | None:
    """Whose office stands before the document's noun: "the inspector general report"."""
    noun = next((i for i in words if discourse.page.lower[i] == said.head), words.start)
    office = describe(discourse.page.lower[words.start : noun])
    if office.kind != "person" or office.head not in ROLE_OF.values():
        return None
    found = antecedents.fitting(discourse, office, words.start, frozenset())
    return found[0] if found is not None else None


def issues(discourse: Discourse, said: Description, words: range, at: int) -> bool:
    """Whether the name at word ``at`` is the document's issuer: not whom or what, nor where it is about.

    Nor is whose body issued it: "released by the *Brill* administration".
    """
    page = discourse.page
    after = at + 1
    while discourse.registry.by_word.get(after) is discourse.registry.by_word[at]:
        after += 1
    body = (
        describe(page.lower[after : after + 1]).kind if after in words and page.gap(after - 1) == " " else ""
    )
    if body == "organisation" and discourse.registry.by_word[at].type == "person":
        return False
    link = next(
        (i for i in range(at - 1, words.start - 1, -1) if page.lower[i] in page.phrases.prepositions), None
    )
    if link is None or page.lower[link] in page.rules.sources:
        return link is None or page.lower[link - 1] not in page.rules.seen  # "papers seen by the Courier"
    groups = {page.rules.located: page.offices.published, page.rules.partitive: page.offices.spoken}
    return said.head in groups.get(page.lower[link], frozenset())
