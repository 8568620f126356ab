"""Bodies by the noun that an article calls them by: "the carrier" after "Skylark, a budget airline".

Whoever spoke last, it is the one called so, and none that is called something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from onrecord.coreference.discourse import CROWD, Discourse
from onrecord.coreference.entities import Entity
from onrecord.coreference.page import Page
from onrecord.coreference.told_beside import told_beside
from onrecord.names.roles import Description

# Mentions of a body that are looked at.
_MENTIONS = 20


def called(discourse: Discourse, said: Description, at: int) -> list[Entity]:
    """The bodies that the text before word ``at`` calls by the noun of ``said``, or by one like it."""
    bodies = (e for e in discourse.entities if e.type == "organisation" and e.name and e.at and e.at[0] < at)
    known = [e for e in islice(bodies, CROWD) if id(e) not in discourse.barred]
    return [e for e in known if _is_called(discourse, e, said, at)]


def is_another_kind(discourse: Discourse, noun: str, body: Entity, at: int) -> bool:
    """Whether the text or its name makes a body what a noun for one kind of company does not mean."""
    page = discourse.page
    if noun not in page.language.lexicon.nouns("business"):
        return False
    kinds = {*_nouns_in(page, body), *(told.head for told in _told(discourse, body, at))}
    kinds -= page.rules.any_body | page.rules.companies - page.language.lexicon.nouns("business")
    return bool(kinds) and kinds.isdisjoint(_alike(page, noun))


def _alike(page: Page, noun: str) -> frozenset[str]:
    return page.rules.same_bodies.get(noun, frozenset()) | {noun}


def _is_called(discourse: Discourse, body: Entity, said: Description, at: int) -> bool:
    """Whether a body is called by the noun of a description, and all that narrows it down is told of it."""
    page = discourse.page
    alike, told = _alike(page, said.head), list(_told(discourse, body, at))
    known = body.words.union(*(t.marks | {t.head} for t in told))
    narrow = {m for m in said.marks if not m.endswith(page.rules.based)}
    return any(t.head in alike for t in told) and narrow <= known


def _nouns_in(page: Page, body: Entity) -> frozenset[str]:
    """The words of a body's names that tell what it is."""
    words = {w.casefold() for name in (*body.names, body.canonical or "") for w in name.split()}
    return frozenset(
        words & (page.language.lexicon.nouns("body", forms=("base",)) | page.rules.same_bodies.keys())
    )


def _told(discourse: Discourse, body: Entity, at: int) -> Iterator[Description]:
    """What stands beside a body's name before word ``at`` and tells what it is."""
    page, by_word = discourse.page, discourse.registry.by_word
    for place in islice(body.at, _MENTIONS):
        if place >= at:
            return
        stop = place
        while by_word.get(stop) is body:
            stop += 1
        if stop > place:
            yield from told_beside(page, range(place, stop))
