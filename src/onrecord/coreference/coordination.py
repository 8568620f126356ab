"""Sources that join descriptions: "the governor and legislative leaders" is neither of them alone."""

from __future__ import annotations

from onrecord.coreference.descriptors import own_words
from onrecord.coreference.discourse import Discourse
from onrecord.coreference.entities import Entity
from onrecord.coreference.nominal import described
from onrecord.coreference.page import Page
from onrecord.names.roles import Description, describe
from onrecord.records import Span

# Words of a source that joins several; a longer one has swallowed a clause.
_LONGEST = 20
_SEVERAL = frozenset({"group", "organisation"})


def together(discourse: Discourse, span: Span, words: range) -> Entity | None:
    """The group of those whom a source joins by "and", called by all its words; None when it joins nobody.

    Who of them is described and has a name goes by that ("Ann Olm and other leaders"); it speaks for her.
    Names alone are left to ``named``; so is a source whose second half goes on with the first ("the chairman
    and chief executive").
    """
    page = discourse.page
    named = {id(e) for i in words if (e := discourse.registry.by_word.get(i)) is not None}
    if len(words) > _LONGEST or "and" not in page.lower[words.start : words.stop] or len(named) > 1:
        return None
    parts = _parts(page, words)
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


def _parts(page: Page, words: range) -> list[range]:
    """``words`` cut at commas and at "and"."""
    found = []
    start = words.start
    for i in words:
        if page.lower[i] == "and":
            found.append(range(start, i))
            start = i + 1
        elif i > start and page.gap(i - 1).strip() == ",":
            found.append(range(start, i))
            start = i
    return [part for part in (*found, range(start, words.stop)) if len(part)]


def _stands_alone(page: Page, words: range) -> bool:
    """Whether a part could be a source by itself: several people, or one with an article of its own."""
    if len(words) > 1 and all(page.words[i][0].isupper() for i in words):
        return False  # half a name: "Ministry of Citizenship and *Port Services*"
    said = describe(page.lower[words.start : words.stop])
    opens = page.lower[words.start] in page.phrases.determiners | page.phrases.quantifiers
    return (said.kind in _SEVERAL and (opens or said.plural)) or (said.kind == "person" and opens)
