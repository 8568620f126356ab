"""Whom a pronoun or a description means: candidates get explained scores, the best one wins or nobody.

The score is a weighted sum; ``WEIGHTS`` is data with its provenance. A lead over the runner-up smaller than
a margin leaves the reference unresolved: no name is better than a wrong one.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass

from onrecord.coreference.entities import Entity
from onrecord.coreference.scene import Scene
from onrecord.languages.grammar import Gender
from onrecord.names.roles import Description, agreement

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
# Of 197 pronouns 0.3 leaves 4 open, of which one would be right.
MARGIN = 0.3
# Nobody is taken for a pronoun's antecedent when last mentioned longer ago than this.
_FAR = 8
# A description must agree at least in a role that covers its head.
_AGREES = 2.0
# Heads so wide that what narrows them down must agree as well.
# Offices that several people of one article hold: somebody named only further down is not "the candidate".
# A description that fits nobody's introduction means the person in focus, if this high above all others.
_FOCUS_TOTAL, _FOCUS_LEAD = 2.0, 0.8
# Sentences that somebody counts as away who is named only further down.
_NOT_YET = 14
# Whoever was introduced with the very office is meant by it, or nobody.
_HELD = 3.0
# Roles that are held for somebody: a person in focus is not taken for one unless introduced as one.


@dataclass(frozen=True, slots=True)
class Score:
    """One candidate's total with the features that made it."""

    entity: Entity
    total: float
    parts: tuple[tuple[str, float], ...]


def features(scene: Scene, entity: Entity, at: int, gender: Gender | None) -> dict[str, float] | None:
    """The features of ``entity`` as antecedent of a word; None when it cannot be one."""
    count = bisect_left(entity.at, at)
    if count == 0 or (gender and entity.gender and entity.gender != gender):
        return None
    page = scene.page
    last = next(
        (a for a in reversed(entity.at[max(0, count - 6) : count]) if not page.quoted[a]),
        entity.at[count - 1],
    )
    back = page.beat[at] - page.beat[last]
    if back > _FAR:
        return None
    start = last
    while start > 0 and page.sentence[start - 1] == page.sentence[last]:
        start -= 1
    here = entity.at[bisect_left(entity.at, start) : bisect_left(entity.at, last) + 1]
    first, stop = bisect_left(scene.trail_at, start), bisect_left(scene.trail_at, here[0])
    others = any(e is not entity and e.type == entity.type for e in scene.trail[first:stop])
    owns = all(a in entity.possessive_at for a in here)
    return {
        "sentences back": float(back),
        "subject of its sentence": float(
            not others and here[0] not in entity.possessive_at and not page.quoted[last]
        ),
        "possessive": float(owns),
        "spoke last": float(entity is scene.last_speaker and page.beat[at] - scene.last_beat <= 4),
        "named often": math.log1p(count),
        "inside a quotation": float(page.quoted[last]),
        "gender known": float(bool(entity.gender and gender)),
        "no gender known": float(entity.gender is None and gender is not None),
        "in the headline": float(bool(scene.headlined & {p.casefold() for p in entity.best.surname})),
        "same paragraph": float("\n" not in page.text[page.starts[last] : page.starts[at]]),
    }


def rank(scene: Scene, at: int, gender: Gender | None, *, kind: str = "person") -> list[Score]:
    """Candidates of one kind for the reference at word ``at``, best first."""
    scores = []
    for entity in scene.lately(at):
        if entity.type != kind or id(entity) in scene.barred:
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


def fitting(
    scene: Scene, said: Description, at: int, owners: frozenset[str], *, ahead: bool = False
) -> tuple[Entity, str] | None:
    """The person whose introduction fits a description best, and that introduction.

    Args:
        scene: What was read so far.
        said: The description.
        at: The word it begins with.
        owners: Words that its possessives name; whoever bears one is not meant.
        ahead: Look only at persons first named soon after ``at`` (a lead that describes before it names).
    """
    found: list[tuple[float, Entity, str]] = []
    # "An executive of Orle Mills" is nobody who was introduced without the mills.
    proper = {w.strip(".,'’").casefold() for w in said.text.split()[1:] if w[0].isupper()}
    for entity in scene.introduced(at):
        if id(entity) in scene.barred or (said.gender and entity.gender and said.gender != entity.gender):
            continue
        if owners & {p.casefold() for p in entity.best.parts}:
            continue
        fits = [(agreement(said, r), r.text) for r in entity.roles if not owners or _of(r, owners, scene)]
        best, text = max(fits, default=(-1.0, ""))
        if best < _AGREES:
            continue
        strange = said.marks - entity.words - {w.casefold() for r in entity.roles for w in r.text.split()}
        each = 0.4 if said.head in scene.page.rules.vague else 0.15
        if not said.definite and strange & proper:
            continue
        best -= 0.5 * sum(m.startswith(("@", "%")) for m in strange) + each * len(strange)
        if (
            said.head in scene.page.rules.shared
            and not ahead
            and entity.at[0] > at
            and not scene.page.headline[at]
        ):
            continue
        near = _nearness(scene, entity, at, ahead=ahead)
        if best > 1.0 and near is not None:
            found.append((best + near, entity, text))
    found.sort(key=lambda f: (-f[0], f[1].at[0]))
    if not found or (len(found) > 1 and found[0][0] - found[1][0] < MARGIN):
        return None
    return found[0][1], found[0][2]


def _of(role: Description, owners: frozenset[str], scene: Scene) -> bool:
    """Whether an office that somebody is owner of is theirs: "Brill's lawyer" is not Dole's."""
    return bool(owners & role.marks) or not role.marks & scene.surnames


def holder(scene: Scene, said: Description, at: int, owners: frozenset[str]) -> tuple[Entity, str] | None:
    """Whom alone the article introduces, wherever it does, with that office of that owner: his "lawyer"."""
    found = [
        (entity, role.text)
        for entity in scene.introduced(at)
        if not owners & {p.casefold() for p in entity.best.parts}
        for role in entity.roles[:6]
        if said.head == role.head and owners & role.marks and agreement(said, role) >= _AGREES
    ]
    return found[0] if found and all(e is found[0][0] for e, _ in found) else None


def in_focus(scene: Scene, said: Description, at: int) -> Entity | None:
    """Whom "the governor" means where nobody was called one: whoever is spoken of, without a rival."""
    vague = said.head in scene.page.rules.vague or scene.page.rules.others & said.marks
    if vague or said.head in scene.page.rules.held_for or said.head in scene.page.pronouns.kin or said.owner:
        return None
    scores = rank(scene, at, said.gender)
    if not scores or scores[0].total < _FOCUS_TOTAL:
        return None
    if len(scores) > 1 and scores[0].total - scores[1].total < _FOCUS_LEAD:
        return None
    entity = scores[0].entity
    against = any(
        e is not entity and e.at[0] < at and any(agreement(said, r) >= _HELD for r in e.roles)
        for e in scene.introduced(at)
    )
    against |= any(r.head in scene.page.rules.held_for or agreement(said, r) < -1.0 for r in entity.roles)
    return None if against else entity


def _nearness(scene: Scene, entity: Entity, at: int, *, ahead: bool) -> float | None:
    """How present a person is at word ``at``; None when not yet (or, looking ahead, already) on the scene."""
    count = bisect_left(entity.at, at)
    if ahead:
        first = next((a for a in entity.at if not scene.page.headline[a]), at)
        later = scene.page.sentence[first] - scene.page.sentence[at]
        return None if first <= at or later > _FAR else -0.1 * later
    back = scene.page.beat[at] - scene.page.beat[entity.at[count - 1]] if count else _NOT_YET
    spoke = 0.8 if entity is scene.last_speaker else 0.0
    return 0.3 * math.log1p(len(entity.at)) - 0.12 * (back if back == _NOT_YET else min(back, 12)) + spoke
