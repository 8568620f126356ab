"""A story's facts: what was said, the dates and the numbers, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.records import (
    AnnotatedArticle,
    Fact,
    FactKind,
    Origin,
    Place,
    Story,
    TimelineEntry,
    Utterance,
    by_story,
    stable_id,
)
from onrecord.standing.numbers import Given, numbers
from onrecord.standing.support import Ground, Support
from onrecord.text import Views


def gather(
    storyline: Sequence[Story],
    items: Mapping[str, AnnotatedArticle],
    told: Sequence[Utterance],
    *,
    origins: Sequence[Origin],
    entries: Sequence[TimelineEntry],
    views: Views,
) -> list[Fact]:
    """The facts of the stories of a storyline; a date counts for the story of its first witness.

    Args:
        storyline: Its stories.
        items: Their articles by id, dated.
        told: Their utterances.
        origins: Their origins.
        entries: The storyline's timeline.
        views: The articles' views.
    """
    ground = Ground.of(origins, (s for item in items.values() for s in item.statements))
    utterances, dates = by_story(told), by_story(entries)
    facts: list[Fact] = []
    for story in storyline:
        members = [a for a in story.article_ids if a in items]
        facts += _said(story, [items[a] for a in members], utterances.get(story.id, ()), ground)
        facts += [_date(e, ground) for e in dates.get(story.id, ())]
        given = numbers(members, items, views)
        facts += [_number(story, n, ground) for n in sorted(given, key=_most_witnessed)]
    return facts


def _said(
    story: Story, items: Sequence[AnnotatedArticle], told: Sequence[Utterance], ground: Ground
) -> Iterator[Fact]:
    """One fact for each of a story's utterances, and one for each statement that none of them holds."""
    held = {r.statement_id for u in told for r in u.renderings}
    for utterance in told:
        support = ground.of_statements(r.statement_id for r in utterance.renderings)
        yield _fact(story.id, "utterance", utterance.id, support)
    for statement in (s for item in items for s in item.statements if s.id not in held):
        yield _fact(story.id, "utterance", statement.id, ground.statements[statement.id])


def _date(entry: TimelineEntry, ground: Ground) -> Fact:
    places = (Place(entry.article_id, entry.start, entry.end), *entry.witnesses)
    return _fact(entry.story_id, "date", entry.id, ground.of_places(places))


def _number(story: Story, given: Given, ground: Ground) -> Fact:
    first = given.places[0]
    about = f"{first.article_id} {first.start} {first.end}"
    support = ground.of_places(given.places)
    return _fact(story.id, "number", about, support, given)


def _fact(story_id: str, kind: FactKind, about: str, support: Support, given: Given | None = None) -> Fact:
    return Fact(
        id=stable_id("fact", story_id, kind, about),
        story_id=story_id,
        kind=kind,
        record_id=None if given else about,
        support=tuple(sorted(tuple(sorted(witness)) for witness in support)),
        words=given.words if given else "",
        places=given.places if given else (),
    )


def _most_witnessed(given: Given) -> tuple[int, str]:
    return -len({p.article_id for p in given.places}), given.words
