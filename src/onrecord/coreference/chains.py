"""From the entities of an article to its records: which are worth one, by what name, on whose behalf."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.coreference.discourse import Discourse
from onrecord.coreference.entities import Entity
from onrecord.coreference.page import Page
from onrecord.coreference.representing import principal_of
from onrecord.names.principals import principals_of
from onrecord.names.roles import Description, one_of_them
from onrecord.records import LocalSpeaker, Office, Statement, hull, stable_id

# Ways of joining that a reader needs no word about.
_PLAIN = frozenset({"name", "surname", "pronoun"})


def chains(discourse: Discourse) -> list[tuple[Entity, LocalSpeaker]]:
    """Every entity worth a record, with it, in order of first mention."""
    kept = [
        e
        for e in discourse.entities
        if e.mentions
        and (e.statement_ids or (e.type in ("person", "organisation") and _is_name(discourse, e)))
    ]
    ordered = sorted(kept, key=lambda e: (e.mentions[0].start, e.name or ""))
    return [(e, _record(discourse, e)) for e in ordered]


def _is_name(discourse: Discourse, entity: Entity) -> bool:
    """Whether an entity that says nothing has a proper name: some word of it names nothing else."""
    words = [w for w in re.split(r"[\s-]+", entity.name or "") if w[:1].isupper()]
    proper = [w for w in (w.strip(".,'’").casefold() for w in words) if not _is_common(discourse.page, w)]
    return bool(proper) and not (entity.guessed and set(proper) <= discourse.page.plain)


def _is_common(page: Page, word: str) -> bool:
    """Whether a lower-case word makes no name of what consists of such words."""
    groups = (page.function_words, page.phrases.calendar, page.persons.honorifics, page.phrases.americas)
    return any(word in group for group in (*groups, page.places.demonyms))


def _record(discourse: Discourse, entity: Entity) -> LocalSpeaker:
    seen = sorted(set(entity.mentions), key=lambda m: (m.start, m.end, m.how))
    only = ",".join(entity.statement_ids)  # what tells two sources apart that have no name
    named_as = [*entity.names, entity.canonical]
    # A surname alone is whose all articles together tell: the other outlets' guess goes the same way.
    kind = "organisation" if entity.guessed and entity.type == "person" else entity.type
    return LocalSpeaker(
        id=stable_id("local", discourse.article_id, seen[0].start, seen[0].end, kind, entity.name or only),
        article_id=discourse.article_id,
        name=entity.name,
        type=kind,
        variants=tuple(dict.fromkeys(n for n in named_as if n and n != entity.name)),
        offices=tuple(
            Office(title=r.text, organisation=_organisation_of(discourse, r))
            for r in entity.offices
            if r.text and r.head and entity.type == "person"
        ),
        mentions=tuple(seen),
        acts_for=tuple(dict.fromkeys(_principals(discourse, entity))),
        statement_ids=tuple(entity.statement_ids),
        evidence=tuple(dict.fromkeys(m.how for m in seen if m.how not in _PLAIN)),
        gender=entity.gender if entity.gender_sure else None,
        guessed=entity.guessed,
    )


def _organisation_of(discourse: Discourse, role: Description) -> str | None:
    return next(
        (c for c, _ in discourse.page.organisations.metonyms.values() if c.casefold() in role.marks), None
    )


def _principals(discourse: Discourse, entity: Entity) -> list[str]:
    """On whose behalf it speaks: a part for the whole, a house for its country, an office holder.

    What several say together is said by each of them.
    """
    if entity.type == "organisation" and entity.name:
        return entity.acts_for or principals_of(entity.name)
    if entity.acts_for:
        return entity.acts_for
    for role in map(one_of_them, entity.roles):
        principal = _organisation_of(discourse, role) if role.head == discourse.page.rules.spokesman else None
        principal = principal or principal_of(role, discourse.registry)
        if principal is not None and principal != entity.name:
            return [principal]
    return []


def with_sources(speakers: Iterable[LocalSpeaker], found: Iterable[Statement]) -> tuple[LocalSpeaker, ...]:
    """Chains that tell where the sources of their statements stand."""
    at = {s.id: hull(s.source) if s.source else None for s in found}
    return tuple(replace(c, sources=tuple(at[s] for s in c.statement_ids)) for c in speakers)
