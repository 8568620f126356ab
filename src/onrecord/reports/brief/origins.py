"""The graph of origins: articles -> texts -> speech acts -> sources, every line with its evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import Origin, Story
from onrecord.reports.brief.links import Links, Reference
from onrecord.reports.brief.standing import Ground, Text, origin_name
from onrecord.reports.brief.variorum import columns
from onrecord.reports.brief.wording import ORIGINS, clip, count, dating, listed
from onrecord.reports.lookup import Lookup

WIDTH = 1120.0
BOX, STEP = 46.0, 58.0
TOP = 30.0
MOST_ARTICLES = 40  # a taller graph is no longer looked at; the list below it is
MOST_ORIGINS = 8  # in one column; beyond, only those that several articles share are drawn
MOST_PLACES = 3  # of evidence shown for one origin
LETTER = 8.2  # px of one letter of a box's bold 13 px title


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
    hidden: int
    width: float = WIDTH


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
    distinct = list({(r.label, r.words): r for r in found}.values())
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


# ------------------------------------------------------------------ the graph


@dataclass(frozen=True, slots=True)
class _Column:
    """Where a column of boxes stands."""

    name: str
    x: float
    width: float
    tallest: int

    def box(self, index: int, size: int, box: tuple[str, str, str, str, str, str]) -> Node:
        """The ``index``-th of ``size`` boxes: id, title, note, full title, href, kind."""
        key, title, note, full, href, kind = box
        y = TOP + (self.tallest - size) * STEP / 2 + index * STEP
        letters = int((self.width - 20) / LETTER)
        return Node(
            key, self.x, y, self.width, clip(title, letters), clip(note, letters + 6), full, href, kind
        )


def graph(lookup: Lookup, links: Links, story: Story, base: Ground) -> Graph | None:
    """The graph of a story with at least two articles; None when it has one, or far too many to draw."""
    published = {i: n for n, i in enumerate(columns(lookup, story))}
    if not 2 <= len(published) <= MOST_ARTICLES:
        return None
    texts = sorted(base.texts, key=lambda t: min(published[i] for i in t.article_ids))
    # Articles of one text stand together, so that its lines do not cross others.
    ids = [i for t in texts for i in sorted(t.article_ids, key=published.__getitem__)]
    rank = {i: n for n, i in enumerate(ids)}
    filled = {
        "articles": [_article_box(lookup, links, i) for i in ids],
        "texts": [_text_box(lookup, story, t) for t in texts],
        "occasions": [_origin_box(story, o) for o in _drawn(base.acts, rank)],
        "sources": [_origin_box(story, o) for o in _drawn(base.sources, rank)],
    }
    filled = {name: boxes for name, boxes in filled.items() if boxes}
    tallest = max(map(len, filled.values()))
    gap = 110.0 if len(filled) < 4 else 70.0
    width = (WIDTH - 40 - gap * (len(filled) - 1)) / len(filled)
    nodes = []
    for number, (name, boxes) in enumerate(filled.items()):
        column = _Column(name, 20 + number * (width + gap), width, tallest)
        nodes += [column.box(n, len(boxes), box) for n, box in enumerate(boxes)]
    at = {n.id: n for n in nodes}
    # Over the drawn boxes: a source whose speech acts are not drawn hangs on the texts themselves.
    pairs = _pairs(texts, [o for o in (*base.acts, *base.sources) if o.id in at])
    edges = tuple(_edge(at[a], at[b]) for a, b in pairs)
    heads = tuple((20 + n * (width + gap), name) for n, name in enumerate(filled))
    hidden = len(base.acts) + len(base.sources) + len(ids) + len(texts) - len(nodes)
    return Graph(heads, tuple(nodes), edges, TOP + tallest * STEP + 6, hidden)


def _drawn(origins: Sequence[Origin], rank: dict[str, int]) -> list[Origin]:
    """The origins of a column: all when they are few, else those that several articles share."""

    def middle(origin: Origin) -> tuple[float, str]:
        places = [rank[i] for i in origin.article_ids if i in rank]
        return (sum(places) / len(places) if places else 0.0), origin.id

    shared = [o for o in origins if len(set(o.article_ids) & rank.keys()) > 1]
    kept = origins if len(origins) <= MOST_ORIGINS else shared
    return sorted(kept, key=middle)


def _pairs(texts: Sequence[Text], deep: Sequence[Origin]) -> list[tuple[str, str]]:
    """Which box is joined with which: by the recorded parents, else by shared articles."""
    pairs = [(i, t.id) for t in texts for i in t.article_ids]
    known = {o.id for o in deep}
    reached = {p for o in deep for p in o.parent_ids}
    for text in texts:
        own = set(text.origin.parent_ids) if text.origin else set()
        for origin in deep:
            if origin.level == "source" and origin.id in reached:
                continue  # its line comes from the speech act that rests on it
            if origin.id in own or set(text.article_ids) & set(origin.article_ids):
                pairs.append((text.id, origin.id))
    pairs += [(o.id, p) for o in deep for p in o.parent_ids if p in known]
    return list(dict.fromkeys(pairs))


def _article_box(lookup: Lookup, links: Links, article_id: str) -> tuple[str, str, str, str, str, str]:
    outlet = lookup.outlet(article_id)
    when = dating(lookup.articles[article_id].article.published)
    return article_id, outlet, when, f"{outlet}, {when}", links.article(article_id), "article"


def _text_box(lookup: Lookup, story: Story, text: Text) -> tuple[str, str, str, str, str, str]:
    shared = len(text.article_ids) > 1
    note = f"shared by {count(len(text.article_ids), 'article')}" if shared else "shared with no other"
    if not shared and text.origin is not None and text.origin.kind != "unknown":
        note = origin_kind(text.origin)
    full = f"{text.name}: {', '.join(lookup.outlet(i) for i in text.article_ids)}"
    href = f"#{story.id}.{text.id}" if shared else ""
    return text.id, text.name.removeprefix("text of "), note, full, href, "text"


def _origin_box(story: Story, origin: Origin) -> tuple[str, str, str, str, str, str]:
    articles = count(len(set(origin.article_ids)), "article")
    name = origin_name(origin)
    kind = "occasion unknown" if origin.kind == "unknown" else origin_kind(origin)
    # The kind stands in the second line: "briefing by Runa Osk" leaves more room as "Runa Osk".
    title = re.sub(rf"^(?:{re.escape(origin.kind)}|unknown occasion) (?:by|of) ", "", name)
    return origin.id, title, f"{kind} · {articles}", name, f"#{story.id}.{origin.id}", origin.level


def _edge(a: Node, b: Node) -> Edge:
    x0, y0, x1, y1 = a.x + a.width, a.y + BOX / 2, b.x, b.y + BOX / 2
    middle = (x0 + x1) / 2
    path = f"M{x0:.0f} {y0:.0f} C{middle:.0f} {y0:.0f} {middle:.0f} {y1:.0f} {x1:.0f} {y1:.0f}"
    return Edge(path, f"{a.id} {b.id}")
