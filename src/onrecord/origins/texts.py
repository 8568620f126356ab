"""Text origins: articles that carry one text are one witness, whoever printed it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.languages.english.articles import AGENCIES
from onrecord.languages.words import plain, words
from onrecord.linkage import components
from onrecord.origins.reuse import Reuse, names_outlet, reuses
from onrecord.records import Article, Origin, OriginKind, Place, Span, stable_id

# Share of the shorter article's prose from which two articles are one text; below it, one draws on the other.
SAME_TEXT = 0.5
# Shared passages shown per pair, longest first.
SHOWN = 3


def text_origins(articles: Sequence[Article]) -> tuple[Origin, ...]:
    """One origin per independent text among ``articles``; the one who had it first comes first in it.

    An article that draws on another's text without being that text has the other's origin as parent.
    """
    by_id = {a.id: a for a in sorted(articles, key=lambda a: a.id)}
    shared = reuses(list(by_id.values()))
    groups = _groups(by_id, shared)
    owner = {article_id: group[0] for group in groups for article_id in group}
    return tuple(_origin(group, by_id, shared, owner) for group in groups)


def _groups(by_id: Mapping[str, Article], shared: Sequence[Reuse]) -> list[list[str]]:
    """Article ids of one text each, the source first, then by time and id."""
    groups = components(by_id, ((r.a, r.b) for r in shared if r.share >= SAME_TEXT))
    copies = {
        r.b if r.source == r.a else r.a for r in shared if r.share >= SAME_TEXT and r.source is not None
    }
    return [sorted(g, key=lambda n: (n in copies, by_id[n].published.earliest or "9999", n)) for g in groups]


def _origin(
    group: Sequence[str], by_id: Mapping[str, Article], shared: Sequence[Reuse], owner: Mapping[str, str]
) -> Origin:
    source = by_id[group[0]]
    evidence: list[Place] = []
    parents: set[str] = set()
    for reuse in shared:
        inside = reuse.a in group and reuse.b in group
        drawn = (
            reuse.source is not None and reuse.source not in group and (reuse.a in group or reuse.b in group)
        )
        if inside or drawn:
            evidence += _evidence(reuse, by_id)
        if drawn and reuse.source is not None:
            parents.add(text_id(owner[reuse.source]))
    kind, credit = _kind(group, by_id)
    return Origin(
        id=text_id(group[0]),
        kind=kind,
        level="text",
        name=_name(source, kind, by_id, group),
        article_ids=tuple(group),
        evidence=tuple(evidence + credit) or (_itself(source),),
        parent_ids=tuple(sorted(parents)),
    )


def text_id(article_id: str) -> str:
    """The id of the text whose first article this is."""
    return stable_id("origin", "text", article_id)


def _evidence(reuse: Reuse, by_id: Mapping[str, Article]) -> list[Place]:
    """The longest shared passages on both sides, with who had them first."""
    share = f"{reuse.share:.0%} of the shorter text, {reuse.words} words"
    sides = ((reuse.a, reuse.b), (reuse.b, reuse.a))
    longest = sorted(reuse.passages, key=lambda p: (-p.words, p.a.start))[:SHOWN]
    places = []
    for passage in longest:
        for (here, there), span in zip(sides, (passage.a, passage.b), strict=True):
            role = (
                ""
                if reuse.source is None
                else (", printed first here" if reuse.source == here else ", reprinted here")
            )
            other = by_id[there].outlet or "another article"
            note = f"{passage.words} words as in {other}{role} ({reuse.basis}; in all {share})"
            places.append(Place(here, span.start, span.end, note))
    return places


def _kind(group: Sequence[str], by_id: Mapping[str, Article]) -> tuple[OriginKind, list[Place]]:
    """Wire copy when a credit or dateline names an agency, with the places that do; else unknown."""
    places = []
    for article in (by_id[name] for name in group):
        agency = agency_of(article)
        if agency is not None:
            span = article.dateline_span or _find(article, agency)
            places.append(Place(article.id, span.start, span.end, f"credit: {agency}"))
    return ("wire" if places else "unknown"), places


def agency_of(article: Article) -> str | None:
    """The news agency that an article's credit or dateline names, None when there is none."""
    for line in (article.credit, article.dateline):
        if line:
            if line.strip() in AGENCIES:
                return line.strip()
            for agency in sorted(AGENCIES, key=lambda a: (-len(a), a)):
                if names_outlet(line, agency) or (len(agency) <= 3 and f"/{agency}/" in line):
                    return agency
    return None


def _find(article: Article, name: str) -> Span:
    at = article.text.find(name)
    return Span(at, at + len(name)) if at >= 0 else _opening(article)


def _opening(article: Article) -> Span:
    first = words(article.text, 0, min(len(article.text), 400))[:12]
    return Span(first[0].start, first[-1].end) if first else Span(0, 0)


def _itself(article: Article) -> Place:
    span = _opening(article)
    return Place(
        article.id, span.start, span.end, "a text of its own: no passage shared with the other articles"
    )


def _name(source: Article, kind: OriginKind, by_id: Mapping[str, Article], group: Sequence[str]) -> str:
    who = source.outlet or (agency_of(source) if kind == "wire" else None) or "outlet unknown"
    if len(group) == 1:
        return f"text of {who}"
    printers = sorted({by_id[n].outlet or "?" for n in group[1:]} - {who}, key=plain)
    return f"text of {who}" + (f", also in {', '.join(printers)}" if printers else "")
