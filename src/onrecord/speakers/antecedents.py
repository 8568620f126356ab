"""Whom a pronoun or a description means: every candidate gets an explained score, the best one wins or nobody.

The score is a weighted sum; ``WEIGHTS`` is data with its provenance. A lead over the runner-up smaller than
``MARGIN`` leaves the reference unresolved: no name is better than a wrong one.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass

from onrecord.languages.english.speakers.pronouns import Gender
from onrecord.speakers.entities import Entity
from onrecord.speakers.page import Page
from onrecord.speakers.roles import Description, agreement

WEIGHTS: dict[str, float] = {
    "sentences back": -0.55,
    "subject of its sentence": 1.0,
    "possessive": -0.6,
    "spoke last": 1.4,
    "named often": 0.5,
    "inside a quotation": -1.5,
    "gender known": 0.8,
    "no gender known": -0.6,
    "in the headline": 0.4,
    "same paragraph": 0.4,
}
MARGIN = 0.3
# Nobody is taken for a pronoun's antecedent when last mentioned longer ago than this.
_FAR = 8
# A description must agree at least in a role that covers its head.
_AGREES = 2.0


@dataclass(frozen=True, slots=True)
class Score:
    """One candidate's total with the features that made it."""

    entity: Entity
    total: float
    parts: tuple[tuple[str, float], ...]


@dataclass(slots=True)
class Scene:
    """What is known when a reference is read: the page, who spoke last and where, whom headlines name."""

    page: Page
    entities: list[Entity]
    last_speaker: Entity | None = None
    last_speaker_sentence: int = -99
    headlined: frozenset[str] = frozenset()


def features(scene: Scene, entity: Entity, at: int, gender: Gender | None) -> dict[str, float] | None:
    """The features of ``entity`` as antecedent of a word; None when it cannot be one."""
    count = bisect_left(entity.at, at)
    if count == 0 or (gender and entity.gender and entity.gender != gender):
        return None
    last = entity.at[count - 1]
    page = scene.page
    back = page.sentence[at] - page.sentence[last]
    if back > _FAR:
        return None
    start = last
    while start > 0 and page.sentence[start - 1] == page.sentence[last]:
        start -= 1
    others = any(
        e is not entity and e.type == "person" and _mentioned(e, start, last) for e in scene.entities
    )
    return {
        "sentences back": float(back),
        "subject of its sentence": float(
            not others and last not in entity.possessive_at and not page.quoted[last]
        ),
        "possessive": float(last in entity.possessive_at),
        "spoke last": float(
            entity is scene.last_speaker and page.sentence[at] - scene.last_speaker_sentence <= 4
        ),
        "named often": math.log1p(count),
        "inside a quotation": float(page.quoted[last]),
        "gender known": float(bool(entity.gender and gender)),
        "no gender known": float(entity.gender is None and gender is not None),
        "in the headline": float(bool(scene.headlined & {p.casefold() for p in entity.best.surname})),
        "same paragraph": float("\n" not in page.text[page.starts[last] : page.starts[at]]),
    }


def _mentioned(entity: Entity, start: int, stop: int) -> bool:
    place = bisect_left(entity.at, start)
    return place < len(entity.at) and entity.at[place] < stop


def rank(scene: Scene, at: int, gender: Gender | None, among: list[Entity] | None = None) -> list[Score]:
    """Candidates for the reference at word ``at``, best first."""
    scores = []
    for entity in scene.entities if among is None else among:
        if entity.type != "person":
            continue
        values = features(scene, entity, at, gender)
        if values is not None:
            parts = tuple((name, WEIGHTS[name] * value) for name, value in values.items() if value)
            scores.append(Score(entity, sum(v for _, v in parts), parts))
    return sorted(scores, key=lambda s: (-s.total, s.entity.at[0]))


def choose(scores: list[Score]) -> Score | None:
    """The best candidate, if it leads clearly."""
    if not scores or (len(scores) > 1 and scores[0].total - scores[1].total < MARGIN):
        return None
    return scores[0]


def explain(score: Score) -> str:
    """The three weightiest features of a choice, in words."""
    parts = sorted(score.parts, key=lambda p: -abs(p[1]))[:3]
    return ", ".join(f"{name} ({value:+.1f})" for name, value in parts)


def fitting(scene: Scene, said: Description, at: int, owners: frozenset[str]) -> tuple[Entity, float] | None:
    """The person whose introduction fits a description best; ``owners``: whom its possessives name."""
    found: list[tuple[float, float, Entity]] = []
    for entity in scene.entities:
        if entity.type != "person" or (said.gender and entity.gender and said.gender != entity.gender):
            continue
        if owners & {p.casefold() for p in entity.best.parts}:
            continue
        best = max((agreement(said, role) for role in entity.roles), default=-1.0)
        if best < _AGREES:
            continue
        strange = said.marks - entity.words
        best -= 0.5 * sum(m.startswith(("@", "%")) for m in strange) + 0.15 * len(strange)
        count = bisect_left(entity.at, at)
        near = scene.page.sentence[at] - scene.page.sentence[entity.at[count - 1]] if count else 6
        spoke = 0.8 if entity is scene.last_speaker else 0.0
        found.append((best + 0.3 * math.log1p(len(entity.at)) - 0.08 * min(near, 12) + spoke, best, entity))
    if not found:
        return None
    found.sort(key=lambda f: (-f[0], f[2].at[0]))
    if len(found) > 1 and found[0][0] - found[1][0] < MARGIN:
        return None
    return (found[0][2], found[0][1]) if found[0][1] > 1.0 else None
