"""Whom a pronoun or a description means: candidates get explained scores, the best one wins or nobody.

The score is a weighted sum; ``WEIGHTS`` is data with its provenance. A lead over the runner-up smaller than
a margin leaves the reference unresolved: no name is better than a wrong one.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass

from onrecord.coreference.discourse import Discourse
from onrecord.coreference.entities import Entity
from onrecord.languages.grammar import Gender, RoleGrammar
from onrecord.names.roles import ROLE_OF, Description, agreement

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
    "unnamed": -0.5,
}
# Of 197 pronouns 0.3 leaves 4 open, of which one would be right.
MARGIN = 0.3
# Nobody is taken for a pronoun's antecedent when last mentioned longer ago than this.
_FAR = 8
# Sentences in which the last speaker is still the one; mentions looked back on for one in no quotation.
_SPOKE, _LATELY = 4, 6
# Introductions of one person that are compared.
_ROLES = 6
# A description must agree at least in a role that covers its head.
_AGREES = 2.0
# What must be left of the agreement when what is strange has been taken off.
_LEAST = 1.0
# A description that fits nobody's introduction means the person in focus, if this high above all others.
_FOCUS_TOTAL, _FOCUS_LEAD = 2.0, 0.8
# Sentences that somebody counts as away who is named only further down.
_NOT_YET = 14
# Sentences beyond which somebody is no further away.
_LONG_AGO = 12
# Whoever was introduced with the very office is meant by it, or nobody.
_HELD = 3.0


@dataclass(frozen=True, slots=True)
class Score:
    """One candidate's total with the features that made it."""

    entity: Entity
    total: float
    parts: tuple[tuple[str, float], ...]


def features(discourse: Discourse, entity: Entity, at: int, gender: Gender | None) -> dict[str, float] | None:
    """The features of ``entity`` as antecedent of a word; None when it cannot be one."""
    count = bisect_left(entity.at, at)
    if count == 0 or _differ(gender, entity.gender):
        return None
    page = discourse.page
    last = _last_unquoted(discourse, entity, count)
    back = page.beat[at] - page.beat[last]
    if back > _FAR:
        return None
    start = page.first_of_sentence(last)
    here = entity.at[bisect_left(entity.at, start) : bisect_left(entity.at, last) + 1]
    return {
        "sentences back": float(back),
        "subject of its sentence": float(
            _is_subject(discourse, entity, start, here[0]) and not page.quoted[last]
        ),
        "possessive": float(entity.possessive_at.issuperset(here)),
        "spoke last": float(
            entity is discourse.last_speaker and page.beat[at] - discourse.last_beat <= _SPOKE
        ),
        "named often": math.log1p(count),
        "inside a quotation": float(page.quoted[last]),
        "gender known": float(bool(entity.gender and gender)),
        "no gender known": float(entity.gender is None and gender is not None),
        "in the headline": float(_is_headlined(discourse, entity)),
        "same paragraph": float("\n" not in page.text[page.starts[last] : page.starts[at]]),
        "unnamed": float(entity.type == "unknown"),
    }


def _is_headlined(discourse: Discourse, entity: Entity) -> bool:
    """Whether a headline has the surname, and means nobody else by it: a widow is not in her husband's."""
    surname = {p.casefold() for p in entity.best.surname}
    if discourse.headlined.isdisjoint(surname):
        return False
    bearers = [e for e in discourse.heads if not surname.isdisjoint(map(str.casefold, e.best.surname))]
    return not bearers or entity in bearers


def _differ(one: Gender | None, other: Gender | None) -> bool:
    return bool(one and other and one != other)


def _last_unquoted(discourse: Discourse, entity: Entity, count: int) -> int:
    """The last of the first ``count`` mentions, rather one outside quotations."""
    lately = reversed(entity.at[max(0, count - _LATELY) : count])
    return next((a for a in lately if not discourse.page.quoted[a]), entity.at[count - 1])


def _is_subject(discourse: Discourse, entity: Entity, start: int, first: int) -> bool:
    """Whether the mention at word ``first`` is the first of its type in the sentence, and owns nothing."""
    before = discourse.trail[bisect_left(discourse.trail_at, start) : bisect_left(discourse.trail_at, first)]
    others = any(e is not entity and e.type == entity.type for e in before)
    return not others and first not in entity.possessive_at


def rank(discourse: Discourse, at: int, gender: Gender | None, *, kind: str = "person") -> list[Score]:
    """Candidates of one kind for the reference at word ``at``, best first."""
    scores = []
    for entity in discourse.lately(at):
        if not _is_kind(entity, kind) or id(entity) in discourse.barred:
            continue
        values = features(discourse, entity, at, gender)
        if values is not None:
            parts = tuple((name, WEIGHTS[name] * value) for name, value in values.items() if value)
            scores.append(Score(entity, math.fsum(v for _, v in parts), parts))
    return sorted(scores, key=lambda s: (-s.total, s.entity.at[0]))


def _is_kind(entity: Entity, kind: str) -> bool:
    """Whether it is a person, named or described ("a spokesman for the mill"), or what else is wanted."""
    return entity.type == kind or (kind == "person" and entity.type == "unknown" and entity.name is not None)


def choose(scores: list[Score]) -> Score | None:
    """The best candidate, if it leads clearly."""
    return scores[0] if scores and lead(scores) >= MARGIN else None


def explain(score: Score) -> str:
    """The three weightiest features of a choice, in words."""
    parts = sorted(score.parts, key=lambda p: -abs(p[1]))[:3]
    return ", ".join(f"{name} ({value:+.1f})" for name, value in parts)


def fitting(
    discourse: Discourse, said: Description, at: int, owners: frozenset[str], *, ahead: bool = False
) -> tuple[Entity, str] | None:
    """The person whose introduction fits a description best, and that introduction.

    Args:
        discourse: What was read so far.
        said: The description.
        at: The word it begins with.
        owners: Words that its possessives name; whoever bears one is not meant.
        ahead: Look only at persons first named soon after ``at`` (a lead that describes before it names).
    """
    candidates = (e for e in discourse.introduced(at) if _can_be(discourse, said, e, owners))
    fits = (_fit(discourse, said, e, at, owners, ahead=ahead) for e in candidates)
    found = sorted((f for f in fits if f is not None), key=lambda f: (-f[0], f[1].at[0]))
    if not found or (len(found) > 1 and found[0][0] - found[1][0] < MARGIN):
        return None
    return found[0][1], found[0][2]


def _can_be(discourse: Discourse, said: Description, entity: Entity, owners: frozenset[str]) -> bool:
    if id(entity) in discourse.barred or _differ(said.gender, entity.gender):
        return False
    return owners.isdisjoint(p.casefold() for p in entity.best.parts)


def _fit(
    discourse: Discourse, said: Description, entity: Entity, at: int, owners: frozenset[str], *, ahead: bool
) -> tuple[float, Entity, str] | None:
    """How well one person's best introduction fits, and that introduction; None when it does not."""
    best, role = _best_agreement(discourse, said, entity, owners)
    if role is None or best < _AGREES:
        return None
    strange = _strange_marks(said, entity)
    if not said.definite and strange & _proper(said):
        return None
    if ahead and strange and not said.definite and said.head != role.head:
        return None  # "a career official" is no director, though every director is an official
    if not ahead and _is_yet_to_come(discourse, said, entity, at):
        return None
    best -= _strangeness(discourse, said, strange)
    near = _nearness(discourse, entity, at, ahead=ahead)
    return (best + near, entity, role.text) if best > _LEAST and near is not None else None


def _best_agreement(
    discourse: Discourse, said: Description, entity: Entity, owners: frozenset[str]
) -> tuple[float, Description | None]:
    """How well a description agrees with the introduction that it agrees with best, and that introduction."""
    body = said.marks & (discourse.bodies | _proper_names(discourse, said))
    roles = (
        r
        for r in entity.roles
        if (not owners or _of(r, owners, discourse))
        and not _is_elsewhere(discourse, body, r)
        and not _is_for_others(discourse, said, r)
        and not _is_of_another(discourse, said, r)
    )
    scored = ((agreement(said, r), r) for r in roles)
    return max(scored, key=lambda s: (s[0], s[1].text), default=(-1.0, None))


def _is_elsewhere(discourse: Discourse, body: frozenset[str], role: Description) -> bool:
    """Whether an office is held at another body of the article: "the Brackley coach", "manager of Rovers"."""
    others = role.marks & discourse.bodies
    return bool(body and others) and body.isdisjoint(others)


def _is_for_others(discourse: Discourse, said: Description, role: Description) -> bool:
    """Whether both act for somebody, and for others: "counsel for the family", "counsel for Brill"."""
    if said.head not in discourse.page.rules.held_for:
        return False
    mine, theirs = _behind(discourse, said), _behind(discourse, role)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _is_of_another(discourse: Discourse, said: Description, role: Description) -> bool:
    """Whether an office is held for whom a possessive cannot mean: "her lawyer", "Jonas Hale's lawyer"."""
    told = discourse.page.pronouns.pronouns.get(said.owner)
    if told is None or not role.marks & discourse.surnames:
        return False
    people = (e for e in discourse.entities if e.type == "person" and e.gender and e.gender_sure)
    genders = {e.gender for e in people if role.marks.intersection(map(str.casefold, e.best.surname))}
    return bool(genders) and told not in genders


def _behind(discourse: Discourse, role: Description) -> frozenset[str]:
    """The narrowing words of a description behind its head."""
    words = role.text.casefold().replace("’", "'").split()
    links = discourse.page.language.grammar(RoleGrammar).after_head
    cut = next((i for i, word in enumerate(words) if i and word in links), len(words))
    return frozenset(words[cut + 1 :]) & role.marks


def _strange_marks(said: Description, entity: Entity) -> frozenset[str]:
    """What a description says that nothing told of the person before does."""
    return said.marks - entity.words - {w.casefold() for r in entity.roles for w in r.text.split()}


def _is_yet_to_come(discourse: Discourse, said: Description, entity: Entity, at: int) -> bool:
    """Whether several hold the office and this one is named only further down: not "the candidate" yet."""
    page = discourse.page
    return said.head in page.rules.shared and entity.at[0] > at and not page.headline[at]


def _proper(said: Description) -> set[str]:
    """Its names: "an executive of Orle Mills" is nobody who was introduced without the mills."""
    return {w.strip(".,'’").casefold() for w in said.text.split()[1:] if w[0].isupper()}


def _proper_names(discourse: Discourse, said: Description) -> frozenset[str]:
    """Its names that no list has as a place, people, party, office or word of a body's name: "Brackley"."""
    page = discourse.page
    listed = (
        page.phrases.parties,
        ROLE_OF,
        page.places.places,
        page.places.demonyms,
        page.offices.organisation_words,
        page.offices.thing_words,
        discourse.surnames,
    )
    return frozenset(w for w in _proper(said) if not any(w in words for words in listed))


def _strangeness(discourse: Discourse, said: Description, strange: frozenset[str]) -> float:
    """What marks that nothing introduced cost: nations and parties most, others by the head's width."""
    each = 0.4 if said.head in discourse.page.rules.vague else 0.15
    return 0.5 * sum(m.startswith(("@", "%")) for m in strange) + each * len(strange)


def _of(role: Description, owners: frozenset[str], discourse: Discourse) -> bool:
    """Whether an office that somebody is owner of is theirs: "Brill's lawyer" is not Dole's."""
    return bool(owners & role.marks) or not role.marks & discourse.surnames


def holder(
    discourse: Discourse, said: Description, at: int, owners: frozenset[str]
) -> tuple[Entity, str] | None:
    """Whom alone the article introduces, wherever it does, with that office of that owner: his "lawyer"."""
    found = [
        (entity, role.text)
        for entity in discourse.introduced(at)
        if owners.isdisjoint(p.casefold() for p in entity.best.parts)
        for role in entity.roles[:_ROLES]
        if said.head == role.head and owners & role.marks and agreement(said, role) >= _AGREES
    ]
    return found[0] if len({id(e) for e, _ in found}) == 1 else None


def in_focus(discourse: Discourse, said: Description, at: int) -> Entity | None:
    """Whom "the governor" means where nobody was called one: whoever is spoken of, without a rival."""
    if said.owner or not _can_be_in_focus(discourse, said):
        return None
    scores = rank(discourse, at, said.gender)
    if not scores or scores[0].total < _FOCUS_TOTAL or lead(scores) < _FOCUS_LEAD:
        return None
    entity = scores[0].entity
    return None if _is_held(discourse, said, at, entity) or _is_another(discourse, said, entity) else entity


def lead(scores: list[Score]) -> float:
    """How far the best of ``scores`` is ahead of the next, which may be nobody."""
    return scores[0].total - scores[1].total if len(scores) > 1 else math.inf


def _can_be_in_focus(discourse: Discourse, said: Description) -> bool:
    rules = discourse.page.rules
    heads = (rules.vague, rules.held_for, discourse.page.pronouns.kin)
    return rules.others.isdisjoint(said.marks) and not any(said.head in group for group in heads)


def _is_held(discourse: Discourse, said: Description, at: int, entity: Entity) -> bool:
    """Whether somebody else was introduced with the very office before."""
    others = (e for e in discourse.introduced(at) if e is not entity and e.at[0] < at)
    return any(agreement(said, r) >= _HELD for e in others for r in e.roles)


def _is_another(discourse: Discourse, said: Description, entity: Entity) -> bool:
    """Whether what introduced somebody speaks against the office; of "a source" nothing more is known."""
    if entity.type == "unknown":
        return all(r.head != said.head for r in entity.roles)
    rules = discourse.page.rules
    return any(
        r.head in rules.held_for
        or agreement(said, r) < -1.0
        or _is_other_office(said, r, rules.sole, rules.shared)
        for r in entity.roles
    )


def _is_other_office(
    said: Description, known: Description, sole: Collection[str], shared: Collection[str]
) -> bool:
    """Whether both are offices that nobody holds two of at a time, as far as the text tells.

    Or a bare office and a trade: "the *engineer* Ann Brill" is not "the secretary"; an author may be mayor.
    """
    alone = known.head in sole or (bool(known.head) and known.head not in shared and not said.marks)
    both = said.head in sole and alone and not (said.former or known.former)
    return both and agreement(said, known) < 0 and agreement(known, said) < 0


def _nearness(discourse: Discourse, entity: Entity, at: int, *, ahead: bool) -> float | None:
    """How present a person is at word ``at``; None when not yet (or, looking ahead, already) in the text."""
    if ahead:
        return _nearness_ahead(discourse, entity, at)
    count = bisect_left(entity.at, at)
    back = (
        min(discourse.page.beat[at] - discourse.page.beat[entity.at[count - 1]], _LONG_AGO)
        if count
        else _NOT_YET
    )
    spoke = 0.8 if entity is discourse.last_speaker else 0.0
    return 0.3 * math.log1p(len(entity.at)) - 0.12 * back + spoke


def _nearness_ahead(discourse: Discourse, entity: Entity, at: int) -> float | None:
    first = next((a for a in entity.at if not discourse.page.headline[a]), at)
    later = discourse.page.sentence[first] - discourse.page.sentence[at]
    return None if first <= at or later > _FAR else -0.1 * later
