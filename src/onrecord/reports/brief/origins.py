"""The graph of origins: articles -> texts -> speech acts -> sources, every line with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import Origin, Story
from onrecord.reports.brief.links import Links, Reference
from onrecord.reports.brief.standing import Ground, Text
from onrecord.reports.brief.variorum import columns
from onrecord.reports.brief.wording import ORIGINS, clip, count, dating, listed
from onrecord.reports.lookup import Lookup

WIDTH = 1120.0
BOX, STEP = 46.0, 58.0
TOP = 30.0
MOST_ARTICLES = 40  # a taller graph is no longer looked at; the list below it is


@dataclass(frozen=True, slots=True)
class Node:
    """A box of the graph."""

    id: str
    x: float
    y: float
    width: float
    title: str
    note: str
    full: str
    href: str
    kind: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from one box to another; ``ends``: both ids."""

    path: str
    ends: str


@dataclass(frozen=True, slots=True)
class Graph:
    """Boxes and lines in columns."""

    heads: tuple[tuple[float, str], ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    height: float
    width: float = WIDTH


@dataclass(frozen=True, slots=True)
class Evidence:
    """An origin with what speaks for it."""

    id: str
    name: str
    kind: str
    level: str
    articles: str
    references: tuple[Reference, ...]


def origin_kind(origin: Origin) -> str:
    """The kind in words."""
    return ORIGINS.get(origin.kind, origin.kind)


def headline(story: Story, base: Ground) -> str:
    """``3 articles → 2 texts → 1 briefing``."""
    parts = [count(len(story.article_ids), "article"), count(len(base.texts), "text")]
    if base.acts:
        kinds = {origin_kind(o) for o in base.acts}
        known = next(iter(kinds)) if len(kinds) == 1 and "origin unknown" not in kinds else ""
        parts.append(count(len(base.acts), known or "speech act"))
    if base.sources:
        parts.append(count(len(base.sources), "source"))
    return " → ".join(parts)


def evidence(lookup: Lookup, links: Links, base: Ground) -> list[Evidence]:
    """Every origin, with links to what speaks for it."""
    out = []
    for origin in (*(t.origin for t in base.texts if t.origin), *base.acts, *base.sources):
        places = [links.place(p) for p in origin.evidence]
        outlets = list(dict.fromkeys(lookup.outlet(i) for i in origin.article_ids if i in lookup.articles))
        level = {"text": "text", "speech_act": "speech act", "source": "source"}[origin.level]
        found = tuple(p for p in places if p is not None)
        out.append(Evidence(origin.id, origin.name, origin_kind(origin), level, listed(outlets, 6), found))
    return out


def graph(lookup: Lookup, links: Links, story: Story, base: Ground) -> Graph | None:
    """The graph of a story with at least two articles; None when it has one, or far too many to draw."""
    ids = columns(lookup, story)
    if not 2 <= len(ids) <= MOST_ARTICLES:
        return None
    deep = [*base.acts, *base.sources]
    names = [
        "articles",
        "texts",
        *(["speech acts"] if base.acts else []),
        *(["sources"] if base.sources else []),
    ]
    gap = 110.0 if len(names) < 4 else 70.0
    width = (WIDTH - 40 - gap * (len(names) - 1)) / len(names)
    left = {name: 20 + n * (width + gap) for n, name in enumerate(names)}
    chars = int(width / 7.4)
    published = {i: n for n, i in enumerate(ids)}
    texts = sorted(base.texts, key=lambda t: min(published[i] for i in t.article_ids))
    # Articles of one text stand together, so that its lines do not cross others.
    ids = [i for t in texts for i in sorted(t.article_ids, key=published.__getitem__)]
    rank = {i: n for n, i in enumerate(ids)}
    order = [t.id for t in texts]
    acts = sorted(base.acts, key=lambda o: _middle(o, rank))
    sources = sorted(base.sources, key=lambda o: _middle(o, rank))
    tallest = max(len(ids), len(texts), len(acts), len(sources))
    nodes = [
        _article(lookup, links, i, left["articles"], _y(n, len(ids), tallest), width, chars)
        for n, i in enumerate(ids)
    ]
    nodes += [
        _text(lookup, story, t, left["texts"], _y(n, len(order), tallest), width, chars)
        for n, t in enumerate(texts)
    ]
    for name, column in (("speech acts", acts), ("sources", sources)):
        nodes += [
            _origin(story, o, left[name], _y(n, len(column), tallest), width, chars)
            for n, o in enumerate(column)
        ]
    at = {n.id: n for n in nodes}
    pairs = _pairs(texts, deep)
    edges = tuple(_edge(at[a], at[b]) for a, b in pairs if a in at and b in at)
    heads = tuple((left[name], name) for name in names)
    return Graph(heads, tuple(nodes), edges, TOP + tallest * STEP + 6)


def _y(index: int, size: int, tallest: int) -> float:
    return TOP + (tallest - size) * STEP / 2 + index * STEP


def _middle(origin: Origin, rank: dict[str, int]) -> tuple[float, str]:
    places = [rank[i] for i in origin.article_ids if i in rank]
    return (sum(places) / len(places) if places else 0.0), origin.id


def _pairs(texts: Sequence[Text], deep: Sequence[Origin]) -> list[tuple[str, str]]:
    """Which box is joined with which: by the recorded parents, else by shared articles."""
    pairs = [(i, t.id) for t in texts for i in t.article_ids]
    known = {o.id for o in deep}
    for text in texts:
        own = [p for p in (text.origin.parent_ids if text.origin else ()) if p in known]
        for origin in deep:
            if origin.level == "source" and any(origin.id in o.parent_ids for o in deep):
                continue  # reached through its speech act
            if origin.id in own or set(text.article_ids) & set(origin.article_ids):
                pairs.append((text.id, origin.id))
    pairs += [(o.id, p) for o in deep for p in o.parent_ids if p in known]
    return list(dict.fromkeys(pairs))


def _article(
    lookup: Lookup, links: Links, article_id: str, x: float, y: float, width: float, chars: int
) -> Node:
    article = lookup.articles[article_id].article
    outlet = lookup.outlet(article_id)
    when = dating(article.published)
    return Node(
        article_id,
        x,
        y,
        width,
        clip(outlet, chars),
        clip(when, chars + 4),
        f"{outlet}, {when}",
        links.article(article_id),
        "article",
    )


def _text(lookup: Lookup, story: Story, text: Text, x: float, y: float, width: float, chars: int) -> Node:
    shared = len(text.article_ids) > 1
    note = f"shared by {count(len(text.article_ids), 'article')}" if shared else "shared with no other"
    if text.origin is not None and not shared:
        note = origin_kind(text.origin)
    href = f"#{story.id}.{text.id}" if text.origin is not None else ""
    full = f"{text.name}: {', '.join(lookup.outlet(i) for i in text.article_ids)}"
    return Node(text.id, x, y, width, clip(text.name, chars), clip(note, chars + 4), full, href, "text")


def _origin(story: Story, origin: Origin, x: float, y: float, width: float, chars: int) -> Node:
    places = count(len(origin.evidence), "piece of evidence", "pieces of evidence")
    note = f"{origin_kind(origin)} · {places}"
    return Node(
        origin.id,
        x,
        y,
        width,
        clip(origin.name, chars),
        clip(note, chars + 4),
        origin.name,
        f"#{story.id}.{origin.id}",
        origin.level,
    )


def _edge(a: Node, b: Node) -> Edge:
    x0, y0, x1, y1 = a.x + a.width, a.y + BOX / 2, b.x, b.y + BOX / 2
    middle = (x0 + x1) / 2
    return Edge(
        f"M{x0:.0f} {y0:.0f} C{middle:.0f} {y0:.0f} {middle:.0f} {y1:.0f} {x1:.0f} {y1:.0f}", f"{a.id} {b.id}"
    )
