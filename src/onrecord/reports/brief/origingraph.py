"""The graph of origins: articles -> texts -> occasions -> sources, in columns."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from onrecord.records import Origin, Story
from onrecord.reports.brief.links import Links
from onrecord.reports.brief.origins import origin_kind
from onrecord.reports.brief.standing import Ground, Text, origin_name
from onrecord.reports.brief.variorum import columns
from onrecord.reports.brief.wording import clip, count, dating
from onrecord.reports.lookup import Lookup

WIDTH = 1120.0
BOX, STEP = 46.0, 58.0
TOP = 30.0
MOST_ARTICLES = 40  # a taller graph is no longer looked at; the list below it is
MOST_ORIGINS = 8  # in one column; beyond, only those that several articles share are drawn
LETTER = 8.2  # px of one letter of a box's bold 13 px title

# Of a box: id, title, note, full title, href, kind.
_Box: TypeAlias = tuple[str, str, str, str, str, str]


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
class Column:
    """A column of boxes: how many, where they stand, and how many the tallest column has."""

    name: str
    x: float
    width: float
    tallest: int
    boxes: tuple[_Box, ...]

    @property
    def top(self) -> float:
        """Where the first box begins."""
        return TOP + (self.tallest - len(self.boxes)) * STEP / 2

    def nodes(self) -> Iterator[Node]:
        """The boxes in their places."""
        letters = int((self.width - 20) / LETTER)
        for index, (key, title, note, full, href, kind) in enumerate(self.boxes):
            y = self.top + index * STEP
            yield Node(
                key, self.x, y, self.width, clip(title, letters), clip(note, letters + 6), full, href, kind
            )

    def gap(self, near: float) -> float:
        """The middle of the gap between boxes, or above or below them, that is nearest to ``near``."""
        middles = (self.top + index * STEP - (STEP - BOX) / 2 for index in range(len(self.boxes) + 1))
        return min(middles, key=lambda y: abs(y - near))


def graph(lookup: Lookup, links: Links, story: Story, base: Ground) -> Graph | None:
    """The graph of a story with at least two articles; None when it has one, or far too many to draw."""
    if not 2 <= len(story.article_ids) <= MOST_ARTICLES:
        return None
    texts, ids = _in_order(base.texts, columns(lookup, story))
    rank = {i: n for n, i in enumerate(ids)}
    laid = _laid_out(
        {
            "articles": [_article_box(lookup, links, i) for i in ids],
            "texts": [_text_box(lookup, story, t) for t in texts],
            "occasions": [_origin_box(story, o) for o in _drawn(base.acts, rank)],
            "sources": [_origin_box(story, o) for o in _drawn(base.sources, rank)],
        }
    )
    nodes = tuple(node for column in laid for node in column.nodes())
    at = {n.id: n for n in nodes}
    # Over the drawn boxes: a source whose occasions are not drawn hangs on the texts themselves.
    pairs = _pairs(texts, [o for o in (*base.acts, *base.sources) if o.id in at])
    return Graph(
        heads=tuple((column.x, column.name) for column in laid),
        nodes=nodes,
        edges=tuple(_edge(at[a], at[b], laid) for a, b in pairs),
        height=TOP + laid[0].tallest * STEP + 6,
        hidden=len(base.acts) + len(base.sources) + len(ids) + len(texts) - len(nodes),
    )


def _in_order(texts: Sequence[Text], published: Sequence[str]) -> tuple[list[Text], list[str]]:
    """Texts and articles as published; those of one text together, so that lines do not cross."""
    place = {i: n for n, i in enumerate(published)}
    ordered = sorted(texts, key=lambda t: min(place[i] for i in t.article_ids))
    return ordered, [i for t in ordered for i in sorted(t.article_ids, key=place.__getitem__)]


def _laid_out(boxes: Mapping[str, Sequence[_Box]]) -> list[Column]:
    """The columns that have boxes, side by side over the whole width."""
    filled = {name: tuple(held) for name, held in boxes.items() if held}
    tallest = max(map(len, filled.values()))
    gap = 110.0 if len(filled) < 4 else 70.0
    width = (WIDTH - 40 - gap * (len(filled) - 1)) / len(filled)
    return [
        Column(name, 20 + number * (width + gap), width, tallest, held)
        for number, (name, held) in enumerate(filled.items())
    ]


def _drawn(origins: Sequence[Origin], rank: Mapping[str, int]) -> list[Origin]:
    """The origins of a column: all when they are few, else those that several articles share."""

    def middle(origin: Origin) -> tuple[float, str]:
        places = [rank[i] for i in origin.article_ids if i in rank]
        return (sum(places) / len(places) if places else 0.0), origin.id

    shared = [o for o in origins if len(set(o.article_ids) & rank.keys()) > 1]
    kept = origins if len(origins) <= MOST_ORIGINS else shared
    return sorted(kept, key=middle)


def _pairs(texts: Sequence[Text], deep: Sequence[Origin]) -> list[tuple[str, str]]:
    """Which box is joined with which: by the recorded parents, else by shared articles."""
    known = {o.id for o in deep}
    reached = {p for o in deep for p in o.parent_ids}
    # The line of a source that an occasion rests on comes from that occasion.
    first = [o for o in deep if o.level != "source" or o.id not in reached]
    pairs = [(i, t.id) for t in texts for i in t.article_ids]
    pairs += [(text.id, o.id) for text in texts for o in first if _rests(text, o)]
    pairs += [(o.id, p) for o in deep for p in o.parent_ids if p in known]
    return list(dict.fromkeys(pairs))


def _rests(text: Text, origin: Origin) -> bool:
    own: Collection[str] = text.origin.parent_ids if text.origin else ()
    return origin.id in own or bool(set(text.article_ids) & set(origin.article_ids))


def _article_box(lookup: Lookup, links: Links, article_id: str) -> _Box:
    outlet = lookup.outlet(article_id)
    when = dating(lookup.articles[article_id].article.published)
    return article_id, outlet, when, f"{outlet}, {when}", links.article(article_id), "article"


def _text_box(lookup: Lookup, story: Story, text: Text) -> _Box:
    shared = len(text.article_ids) > 1
    note = f"shared by {count(len(text.article_ids), 'article')}" if shared else "shared with no other"
    if not shared and text.origin is not None and text.origin.kind != "unknown":
        note = origin_kind(text.origin)
    full = f"{text.name}: {', '.join(lookup.outlet(i) for i in text.article_ids)}"
    href = f"#{story.id}.{text.id}" if shared else ""
    return text.id, text.name.removeprefix("text of "), note, full, href, "text"


def _origin_box(story: Story, origin: Origin) -> _Box:
    articles = count(len(set(origin.article_ids)), "article")
    name = origin_name(origin)
    kind = "occasion unknown" if origin.kind == "unknown" else origin_kind(origin)
    # The kind stands in the second line: "briefing by Runa Osk" leaves more room as "Runa Osk".
    title = re.sub(rf"^(?:{re.escape(origin.kind)}|unknown occasion) (?:by|of) ", "", name)
    return origin.id, title, f"{kind} · {articles}", name, f"#{story.id}.{origin.id}", origin.level


def _edge(a: Node, b: Node, laid: Sequence[Column]) -> Edge:
    """A line that passes the columns between its ends through the gaps of their boxes."""
    x, y = a.x + a.width, a.y + BOX / 2
    end = b.y + BOX / 2
    path = [f"M{x:.0f} {y:.0f}"]
    for column in (c for c in laid if x < c.x < b.x):
        gap = column.gap(y + (end - y) * (column.x + column.width / 2 - x) / (b.x - x))
        path += [_curve(x, y, column.x, gap), f"H{column.x + column.width:.0f}"]
        x, y = column.x + column.width, gap
    path.append(_curve(x, y, b.x, end))
    return Edge(" ".join(path), f"{a.id} {b.id}")


def _curve(x0: float, y0: float, x1: float, y1: float) -> str:
    middle = (x0 + x1) / 2
    return f"C{middle:.0f} {y0:.0f} {middle:.0f} {y1:.0f} {x1:.0f} {y1:.0f}"
