"""Text origins: articles that carry one text are one witness, whoever printed it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.linkage import components
from onrecord.origins.outlets import agency_of
from onrecord.origins.reuse import Reuse, reuses
from onrecord.records import Origin, OriginKind, Place, Span, stable_id
from onrecord.text import View

# Share of the shorter article's prose from which two articles are one text; below it, one draws on the other.
SAME_TEXT = 0.5
# Shared passages shown per pair, longest first.
SHOWN = 3
# How much of an article stands for it where no passage does: characters looked at, and words.
_OPENING, _OPENING_WORDS = 400, 12


def text_origins(views: Iterable[View]) -> tuple[Origin, ...]:
    """One origin per independent text among articles; the one who had it first comes first in it.

    An article that draws on another's text without being that text has the other's origin as parent.
    """
    by_id = {v.article.id: v for v in sorted(views, key=lambda v: v.article.id)}
    shared = reuses(by_id.values())
    groups = _groups(by_id, shared)
    owner = {article_id: group[0] for group in groups for article_id in group}
    touching: defaultdict[str, list[Reuse]] = defaultdict(list)
    for reuse in shared:
        for first in {owner[reuse.a], owner[reuse.b]}:
            touching[first].append(reuse)
    return tuple(_origin(group, by_id, touching[group[0]], owner) for group in groups)


def _groups(by_id: Mapping[str, View], shared: Sequence[Reuse]) -> list[list[str]]:
    """Article ids of one text each, the source first, then by time and id."""
    same = [r for r in shared if r.share >= SAME_TEXT]
    copies = {r.b if r.source == r.a else r.a for r in same if r.source is not None}

    def first_printed(name: str) -> tuple[bool, tuple[str, str], str]:
        return name in copies, by_id[name].article.published.turn, name

    groups = components(by_id, ((r.a, r.b) for r in same))
    return [sorted(group, key=first_printed) for group in groups]


def _origin(
    group: Sequence[str], by_id: Mapping[str, View], shared: Sequence[Reuse], owner: Mapping[str, str]
) -> Origin:
    told = _telling(group[0], shared, owner)
    shown = {(r.a, r.b) for r in told.values()}
    evidence = [place for r in shared if (r.a, r.b) in shown for place in _evidence(r, by_id)]
    parents = {text_id(first) for _, first in told if first != group[0]}
    kind, credit = _kind(group, by_id)
    return Origin(
        id=text_id(group[0]),
        kind=kind,
        level="text",
        name=_name(by_id[group[0]], kind, by_id, group),
        article_ids=tuple(group),
        evidence=tuple(evidence + credit) or (_itself(by_id[group[0]]),),
        parent_ids=tuple(sorted(parents)),
    )


def _telling(first: str, shared: Sequence[Reuse], owner: Mapping[str, str]) -> dict[tuple[str, str], Reuse]:
    """(article, first article of a text) -> what tells that it has its words from there.

    Each copy of the text of ``first`` stands beside that article, or, if these two share nothing, beside the
    copy that it shares most with: all pairs of sixty papers would be thousands. Each that draws on another
    text stands beside the article that it shares most with.
    """
    found: dict[tuple[str, str], Reuse] = {}
    for reuse in sorted(shared, key=lambda r: (first not in (r.a, r.b), -r.share)):
        inside = [article for article in (reuse.a, reuse.b) if owner[article] == first]
        if len(inside) == 1 and reuse.source is not None and reuse.source not in inside:
            found.setdefault((inside[0], owner[reuse.source]), reuse)
        elif len(inside) > 1:
            for copy in inside:
                if copy != first:
                    found.setdefault((copy, first), reuse)
    return found


def text_id(article_id: str) -> str:
    """The id of the text whose first article this is."""
    return stable_id("origin", "text", article_id)


def _evidence(reuse: Reuse, by_id: Mapping[str, View]) -> list[Place]:
    """The longest shared passages on both sides, with who had them first."""
    share = f"{reuse.share:.0%} of the shorter text, {reuse.words} words"
    sides = ((reuse.a, reuse.b), (reuse.b, reuse.a))
    longest = sorted(reuse.passages, key=lambda p: (-p.words, p.a.start))[:SHOWN]
    places = []
    for passage in longest:
        for (here, there), span in zip(sides, (passage.a, passage.b), strict=True):
            other = by_id[there].article.outlet or "another article"
            note = f"{passage.words} words as in {other}{_role(reuse, here)} ({reuse.basis}; in all {share})"
            places.append(Place(here, span.start, span.end, note))
    return places


def _role(reuse: Reuse, here: str) -> str:
    """Who printed a passage first, where that is told."""
    if reuse.source is None:
        return ""
    return ", printed first here" if reuse.source == here else ", reprinted here"


def _kind(group: Sequence[str], by_id: Mapping[str, View]) -> tuple[OriginKind, list[Place]]:
    """Wire copy when a credit or dateline names an agency, with the places that do; else unknown."""
    places = []
    for view in (by_id[name] for name in group):
        agency = agency_of(view.article, view.language)
        if agency is not None:
            span = _named_at(view, agency)
            places.append(Place(view.article.id, span.start, span.end, f"credit: {agency}"))
    return ("wire" if places else "unknown"), places


def _named_at(view: View, name: str) -> Span:
    """The dateline, if it gives the name; else where the text does; else what stands for the article."""
    word, dateline = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)"), view.article.dateline_span
    if dateline is not None and word.search(view.text, dateline.start, dateline.end):
        return dateline
    found = word.search(view.text)
    return Span(*found.span()) if found is not None else _opening(view)


def _opening(view: View) -> Span:
    first = view.words_in(Span(0, min(len(view.text), _OPENING)))[:_OPENING_WORDS]
    return Span(first[0].start, first[-1].end) if first else Span(0, 0)


def _itself(view: View) -> Place:
    span = _opening(view)
    note = "a text of its own: no passage shared with the other articles"
    return Place(view.article.id, span.start, span.end, note)


def _name(source: View, kind: OriginKind, by_id: Mapping[str, View], group: Sequence[str]) -> str:
    agency = agency_of(source.article, source.language) if kind == "wire" else None
    who = source.article.outlet or agency or "outlet unknown"
    printers = {by_id[n].article.outlet or "?" for n in group[1:]} - {who}
    also = ", ".join(sorted(printers, key=source.language.plain))
    return f"text of {who}" + (f", also in {also}" if also else "")
