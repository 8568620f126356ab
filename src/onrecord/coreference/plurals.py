"""Whom "they" means where no group, body or pair has spoken: several people who are a sentence's subject."""

from __future__ import annotations

from onrecord.coreference.descriptors import own_words
from onrecord.coreference.discourse import Discourse
from onrecord.coreference.entities import Entity
from onrecord.coreference.page import Page
from onrecord.names.roles import Description, describe
from onrecord.records import Span

# Words of the longest subject, and of a phrase that opens a sentence before it.
_SUBJECT, _OPENING = 7, 10


def subject_before(discourse: Discourse, at: int, span: Span) -> Entity | None:
    """Those with whom the sentence before word ``at`` begins: "*Port clerks* met. They said …".

    None where whoever spoke last did so in that sentence.
    """
    page = discourse.page
    first = page.first_of_sentence(at)
    start = page.first_of_sentence(first - 1) if first else first
    spoke = discourse.last_source >= start and discourse.last_speaker is not None
    if start == first or spoke or page.quoted[start] or page.headline[start]:
        return None
    found = _subject(page, start, first)
    if found is None:
        return None
    said, words = found
    entity = own_words(discourse, "group", said, page.span(words), words.start)
    return None if entity is None else discourse.mention(entity, at, span, f"“they”: {said.text}")


def others_before(discourse: Discourse, at: int) -> bool:
    """Whether several people without a name stand in the sentence before: "Olm met *her deputies*. They …".

    Who goes by "they" is then no surer than these.
    """
    page = discourse.page
    first = page.first_of_sentence(at)
    start = page.first_of_sentence(first - 1) if first else first
    return any(_are_several(page, i, first) for i in range(start, first))


def _are_several(page: Page, at: int, stop: int) -> bool:
    """Whether a determiner at word ``at`` opens a phrase of several people that nobody else owns."""
    opens = page.lower[at] in page.phrases.determiners and not page.quoted[at]
    for end in range(at + 2, min(stop, at + _SUBJECT) + 1) if opens else ():
        if page.gap(end - 2) != " " or page.is_owner(end - 1):
            return False
        said = describe([page.lower[end - 1]])
        if said.kind == "group" and said.plural:
            return True
    return False


def _subject(page: Page, start: int, stop: int) -> tuple[Description, range] | None:
    """The words of several people with which a sentence begins, a phrase with its comma aside."""
    if page.lower[start] in page.phrases.prepositions | page.rules.opening:
        comma = (i for i in range(start, min(stop - 1, start + _OPENING)) if page.gap(i) == ", ")
        start = next((i + 1 for i in comma), stop)
    if page.lower[start] in page.pronouns.pronouns:
        return None
    for end in range(min(stop - 1, start + _SUBJECT), start, -1):
        words = range(start, end)
        said = describe(page.low(words), page.span(words).of(page.text))
        if said.kind == "group" and said.plural and said.marks and _is_whole(page, words):
            return said, words
    return None


def _is_whole(page: Page, words: range) -> bool:
    """Whether words hang together, own nothing, and a verb may follow."""
    joined = all(page.gap(i) == " " for i in words)
    goes_on = page.lower[words.stop] not in page.phrases.prepositions | page.rules.joiners
    plain = describe([page.lower[words[-1]]])
    return joined and goes_on and plain.kind == "group" and not page.is_owner(words[-1])
