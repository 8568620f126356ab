"""Leaving one origin out after the other: which facts fall with each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.records import Fact, FactKind, Origin, Share, Standing, Story, stable_id
from onrecord.standing.support import stands


def leave_out(
    storyline: Sequence[Story], origins: Iterable[Origin], facts: Iterable[Fact]
) -> Iterator[Standing]:
    """One record for each origin without which something of a story falls, the weightiest first.

    A story that one article tells has none: all of it falls with that.
    """
    known = {o.id: o for o in origins}
    of_story: dict[str, list[Fact]] = {}
    for fact in facts:
        of_story.setdefault(fact.story_id, []).append(fact)
    for story in storyline:
        if len(story.article_ids) > 1:
            yield from _of_story(story.id, known, of_story.get(story.id, ()))


def _of_story(story_id: str, known: Mapping[str, Origin], facts: Sequence[Fact]) -> list[Standing]:
    named = {o for fact in facts for witness in fact.support for o in witness}
    found = [_without(story_id, o, known.get(o), facts) for o in sorted(named)]
    return sorted((s for s in found if s.fallen), key=lambda s: (-len(s.fallen), s.origin_id))


def _without(story_id: str, origin_id: str, origin: Origin | None, facts: Sequence[Fact]) -> Standing:
    fallen = tuple(f.id for f in facts if not stands(f.support, (origin_id,)))
    gone = set(fallen)

    def share(kind: FactKind) -> Share:
        mine = [f.id for f in facts if f.kind == kind]
        return Share(sum(key not in gone for key in mine), len(mine))

    return Standing(
        id=stable_id("standing", story_id, origin_id),
        story_id=story_id,
        origin_id=origin_id,
        name=origin.name if origin else "",
        fallen=fallen,
        utterances=share("utterance"),
        dates=share("date"),
        numbers=share("number"),
    )
