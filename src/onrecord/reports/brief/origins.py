"""What stands behind a story: texts, occasions and sources, each with what speaks for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.records import Origin, Story
from onrecord.reports.brief.links import Links, Reference
from onrecord.reports.brief.standing import Ground, origin_name
from onrecord.reports.brief.wording import ORIGINS, TAGS, count, listed
from onrecord.reports.lookup import Lookup

MOST_PLACES = 3  # of evidence shown for one origin


@dataclass(frozen=True, slots=True)
class Evidence:
    """An origin with what speaks for it."""

    id: str
    name: str
    kind: str
    level: str
    articles: str
    shared: bool
    references: tuple[Reference, ...]
    more: int


def origin_kind(origin: Origin) -> str:
    """The kind in words."""
    return ORIGINS.get(origin.kind, origin.kind)


def headline(story: Story, base: Ground) -> str:
    """``3 articles → 2 texts → 1 briefing``."""
    parts = [count(len(story.article_ids), "article"), count(len(base.texts), "text")]
    if base.acts:
        kinds = {origin_kind(o) for o in base.acts}
        known = next(iter(kinds)) if len(kinds) == 1 and "origin unknown" not in kinds else ""
        parts.append(count(len(base.acts), known or "occasion"))
    if base.sources:
        parts.append(count(len(base.sources), "source"))
    return " → ".join(parts)


def evidence(lookup: Lookup, links: Links, base: Ground) -> list[Evidence]:
    """Every origin with what speaks for it, those of several articles first; own texts need none."""
    shared = [t.origin for t in base.texts if t.origin is not None and len(t.article_ids) > 1]
    deep = sorted((*base.acts, *base.sources), key=lambda o: (-len(set(o.article_ids)), o.name, o.id))
    return [_evidence(lookup, links, origin) for origin in (*shared, *deep)]


def _evidence(lookup: Lookup, links: Links, origin: Origin) -> Evidence:
    found = [r for p in origin.evidence if (r := links.place(p)) is not None]
    distinct = list({(r.label, r.words): _in_words(r) for r in found}.values())
    articles = [i for i in dict.fromkeys(origin.article_ids) if i in lookup.articles]
    outlets = list(dict.fromkeys(lookup.outlet(i) for i in articles))
    return Evidence(
        origin.id,
        origin_name(origin),
        origin_kind(origin),
        {"text": "text", "speech_act": "occasion", "source": "source"}[origin.level],
        listed(outlets, 6),
        len(articles) > 1,
        tuple(distinct[:MOST_PLACES]),
        len(distinct) - MOST_PLACES,
    )


def _in_words(reference: Reference) -> Reference:
    """A place with the labels of two renderings as the page calls them."""

    def told(labels: re.Match[str]) -> str:
        here, there = (TAGS.get(label, label) for label in labels.groups())
        return f"({here} here, {there} there)"

    return replace(reference, note=re.sub(r"\((\w+) / (\w+)\)$", told, reference.note))
