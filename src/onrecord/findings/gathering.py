"""All findings of a storyline in the order in which a reader should see them.

First what turns a sentence round (a condition left out, a "not"), then what other stages found to clash, the
positions that moved, names, dates told differently, and last the widest differences of wording.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from onrecord.findings.elsewhere import of_conflicts, of_entry, of_exact, of_lost, of_position
from onrecord.findings.renderings import alarms, by_width, wordings
from onrecord.records import (
    AnnotatedArticle,
    Conflict,
    Finding,
    Position,
    Relation,
    Story,
    TimelineEntry,
    Utterance,
    by_story,
)


def gather(
    storyline: Sequence[Story],
    items: Mapping[str, AnnotatedArticle],
    told: Sequence[Utterance],
    *,
    clashes: Sequence[Conflict],
    related: Sequence[Relation],
    held: Sequence[Position],
    entries: Sequence[TimelineEntry],
) -> list[Finding]:
    """The findings of a storyline's stories, ranked from 1; what time explains comes last.

    Args:
        storyline: Its stories, oldest first.
        items: Their articles by id, dated.
        told: Their utterances.
        clashes: Their conflicts.
        related: Their relations, of which lost conditions and who spoke for whom are findings of their own.
        held: The storyline's positions.
        entries: The storyline's timeline.
    """
    held_in = by_story(told)
    told_in = [by_width(held_in.get(s.id, ()), items) for s in storyline]
    story_of = {a: s.id for s in storyline for a in s.article_ids}
    statements = {s.id: s for item in items.values() for s in item.statements}
    conflicts = list(of_conflicts(clashes))
    lost = list(of_lost(related))
    alarmed = (f for f in chain.from_iterable(map(alarms, chain(*told_in))) if not _told(f, lost))
    found = chain(
        lost,
        _distinct(alarmed, items),
        _but_names(conflicts),
        chain.from_iterable(of_position(p, statements, story_of) for p in held),
        of_exact(related),
        _names(conflicts),
        chain.from_iterable(map(of_entry, entries)),
        chain.from_iterable(map(wordings, told_in)),
    )
    ordered = sorted(found, key=lambda f: f.explained_by_time)
    return [replace(f, rank=n) for n, f in enumerate(ordered, 1)]


def _told(finding: Finding, lost: Iterable[Finding]) -> bool:
    """Whether a condition that a rendering leaves out is one of those that its sentence was found to lack."""
    bound = finding.places[-1]
    return finding.kind == "condition" and any(
        (f.places[0].article_id, f.places[1].article_id) == (finding.places[0].article_id, bound.article_id)
        and f.places[1].start < bound.end
        and bound.start < f.places[1].end
        for f in lost
    )


def _names(conflicts: Iterable[Finding]) -> Iterator[Finding]:
    return (f for f in conflicts if f.kind == "name")


def _but_names(conflicts: Iterable[Finding]) -> Iterator[Finding]:
    return (f for f in conflicts if f.kind != "name")


def _distinct(found: Iterable[Finding], items: Mapping[str, AnnotatedArticle]) -> Iterable[Finding]:
    """The findings without those that say the same of the same words in the same outlet."""
    kept: dict[object, Finding] = {}
    for finding in found:
        first = items[finding.places[0].article_id].article
        words = tuple(
            " ".join(items[p.article_id].article.text[p.start : p.end].split())
            for p in finding.places
            if p.article_id in items
        )
        kept.setdefault((finding.kind, finding.speaker_id, first.outlet or first.id, words), finding)
    return kept.values()
