"""Whom a pronoun means that is no statement's source, but shows whom the text is following.

Sources are resolved by ``antecedents``, whose weights were chosen on sources. Other pronouns stand inside
clauses, where grammar says more: which name is subject, owner or object, and what stands between. Their
weights are learned, names that only a name finder calls persons compete as well, and the network that found
the statements says how well a pronoun and a name go together where they stand (``Bearings``). Without the
network, the weights decide alone, and only where they leave no doubt.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.coreference import antecedents
from onrecord.coreference.discourse import Discourse
from onrecord.coreference.entities import Entity
from onrecord.coreference.page import Page
from onrecord.languages.grammar import Gender
from onrecord.names.roles import PERSON_HEADS, without_number

PronounRole = Literal["subject", "object", "owner"]

# Log-odds by ``training/following.py``: 1,500 pronouns of GAP and 700 of GUM (its news, interviews, speeches
# and courts three times); in five folds by document the right one comes first for 73.8 % of GAP's, 91.9 % of
# those in GUM's news and the like, 94.8 % of its others.
# Features that moved none of these by more than 0.5 are left out.
WEIGHTS: dict[str, float] = {
    "same sentence": 0.73,
    "sentence before": 0.29,
    "sentences back": -0.31,
    "named first": 0.25,
    "mentioned often": 0.48,
    "gender known": 0.26,
    "given name agrees": 0.67,
    "governed": -0.38,
    "joined": -0.91,
    "acts": 0.39,
    "subject: acts": 0.65,
    "subject: words back": 0.43,
    "object: acts": -0.6,
    "object: words back": 0.49,
    "owner: same sentence": 0.65,
    "owner: words back": 0.36,
    "owner: clauses between": -0.45,
    "owner: named further on": 1.31,
    "mentioned further on": 0.91,
    "several words": -0.15,
    "same role": -0.52,
    "quoted otherwise": -0.55,
    "others since": -0.81,
    "opens: nobody since": -0.5,
    "subject: same clause": 0.42,
    "owner: same clause": 0.64,
    "subject: same sentence": 0.3,
    "subject: sentence before": 0.77,
    "subject: governed": -0.33,
}
# How far the best must lead: of GAP's pronouns 94 % remain, of which two more in a hundred are right.
LEAD = 0.1
# The lead by which a choice among sources is no close one (``certainty``). From 0.5 to 1.5, and never, GAP's
# seen half gives F1 63.9, 66.3, 67.0 and 68.9: what is given away buys that news is read as before.
# Many lead by exactly that: rounded, so that no last bit decides.
CLEAR = 1.0
# Nobody is followed over more sentences than this.
_FAR = 6
# Words before a pronoun in a phrase that opens a sentence, and from it to the comma.
_OPENING = 14
# Words of a description before a name, the first word of the name with them.
_TITLED = 7
# Mentions looked back on for one by name.
_MENTIONS = 40
# Words of the longest title before a name, and commas and "and"s beyond which more tell nothing.
_TITLE, _CLAUSES = 3, 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody a pronoun may mean, and what speaks for it."""

    entity: Entity
    values: dict[str, float]
    fit: float = 0.0

    @property
    def score(self) -> float:
        """The log-odds, but for a constant that all candidates share."""
        return math.fsum((*(WEIGHTS[name] * value for name, value in self.values.items()), self.fit))


def in_passing(discourse: Discourse, at: int) -> Entity | None:
    """Whom a pronoun means that is nobody's source; without bearings the written weights decide if sure."""
    page = discourse.page
    behind = _named_behind(discourse, at)
    if behind is not None:
        return _proved(discourse, behind)
    if discourse.bearings is not None:
        return followed(discourse, at)
    scores = antecedents.rank(discourse, at, page.pronouns.pronouns[page.lower[at]])
    if len(scores) > 1 and round(antecedents.lead(scores), 9) > CLEAR:
        return scores[0].entity
    return followed(discourse, at)


def followed(discourse: Discourse, at: int) -> Entity | None:
    """Whom the learned weights take a pronoun for, if anybody comes out clearly."""
    found = sorted(candidates(discourse, at), key=lambda c: (-c.score, c.entity.at[0]))
    if not found or (len(found) > 1 and found[0].score - found[1].score < LEAD):
        return None
    return _proved(discourse, found[0].entity)


def _proved(discourse: Discourse, entity: Entity) -> Entity:
    """Whoever a pronoun means is a person, whatever called the name one before."""
    if entity.leaning:
        discourse.prove(entity)
    return entity


def _named_behind(discourse: Discourse, at: int) -> Entity | None:
    """Whom a phrase that opens a sentence speaks of, named behind it: "In *his* report, Brill wrote"."""
    page = discourse.page
    first, stop = _opening(page, at), min(page.end_of_sentence(at), at + _OPENING)
    if first is None or at - first > _OPENING:
        return None
    if not page.rules.of_others.isdisjoint(page.lower[at + 1 : at + 2]):
        return None
    if any(page.gap(i)[:1] == "," or _is_person(discourse, i) for i in range(first, at)):
        return None
    for subject in (i + 1 for i in range(at, stop - 1) if page.gap(i)[:1] == ","):
        named = _described(discourse, subject)
        entity = _called(discourse, named)
        if entity is not None:
            return entity if _is_subject(discourse, entity, named, at) else None
    return None


def _opening(page: Page, at: int) -> int | None:
    """The word that opens a phrase before the subject of a pronoun's sentence: "But *in* his report, …"."""
    first = page.first_of_sentence(at)
    if page.lower[first] in page.rules.connecting and first + 1 < at:
        first += 1
    low = page.lower[first]
    listed = page.phrases.prepositions | page.rules.opening
    return first if low in listed or page.rules.hanging.match(low) is not None else None


def _described(discourse: Discourse, at: int) -> int:
    """The name that a description at word ``at`` leads to: "former Rovers manager *Ray Brill*"."""
    page = discourse.page
    for i in range(at, min(at + _TITLED, page.end_of_sentence(at))):
        if i > at and _called(discourse, i) is not None:
            return i if _tells_person(page, i - 1) else at
        if page.gap(i) != " " or (page.lower[i] in page.function_words and i > at):
            break
    return at


def _tells_person(page: Page, at: int) -> bool:
    """Whether the noun or title at a word is a person's."""
    low = page.lower[at]
    return low in page.persons.titles or without_number(low) in PERSON_HEADS


def _is_subject(discourse: Discourse, entity: Entity, subject: int, at: int) -> bool:
    """Whether a name at word ``subject`` fits the pronoun before it, and stands where a subject does."""
    page = discourse.page
    if id(entity) in discourse.barred or entity.gender not in (None, page.pronouns.pronouns[page.lower[at]]):
        return False
    end, stop = _end(discourse, entity, subject), page.end_of_sentence(at)
    goes_on = page.gap(end - 1) == " " and end < stop and page.lower[end] not in page.rules.joiners
    return goes_on or page.is_owner(end - 1)


def _called(discourse: Discourse, at: int) -> Entity | None:
    """The person named at word ``at``, or whom a name finder alone calls one."""
    entity = discourse.registry.by_word.get(at)
    if entity is None:
        place = bisect_left(discourse.leaning_at, at)
        entity = discourse.leaners[place] if at in discourse.leaning_at[place : place + 1] else None
    return entity if entity is not None and (entity.type == "person" or entity.leaning) else None


def _is_person(discourse: Discourse, at: int) -> bool:
    entity = discourse.registry.by_word.get(at)
    return entity is not None and entity.type == "person"


def candidates(discourse: Discourse, at: int) -> list[Candidate]:
    """Persons named or meant not long before word ``at``, with their features."""
    page = discourse.page
    gender = page.pronouns.pronouns[page.lower[at]]
    around = dict.fromkeys([*discourse.lately(at), *discourse.leaning(at)])
    near = [
        (entity, count)
        for entity in around
        if (entity.type == "person" or entity.leaning)
        and entity.gender in (None, gender)
        and id(entity) not in discourse.barred
        if (count := bisect_left(entity.at, at))
        and page.beat[at] - page.beat[entity.at[count - 1]] <= _FAR
        and _went_by(page, entity, count) in (None, gender)
    ]
    first = min((entity.at[0] for entity, _ in near), default=0)
    lasts = sorted(entity.at[count - 1] for entity, count in near)
    role = pronoun_role(page, at)
    return [
        Candidate(
            entity,
            dict(_of_person(discourse, entity, at, count, first))
            | dict(_of_place(discourse, entity, at, count, role))
            | dict(_of_others(page, entity.at[count - 1], at, lasts)),
            _fit(discourse, entity, at, count),
        )
        for entity, count in near
    ]


def _went_by(page: Page, entity: Entity, count: int) -> Gender | None:
    """What the last pronoun was that meant somebody whose gender nothing else tells."""
    if entity.gender is not None:
        return None
    before = (page.lower[entity.at[i]] for i in range(count - 1, max(-1, count - 1 - _MENTIONS), -1))
    return next((page.pronouns.pronouns[low] for low in before if low in page.pronouns.pronouns), None)


def places(discourse: Discourse, entity: Entity, at: int, count: int) -> tuple[int, int, int]:
    """Offsets of the pronoun at word ``at``, and of the last words of two of ``count`` mentions before it.

    They are the last one, and the last that is no pronoun.
    """
    page = discourse.page
    before = range(count - 1, max(-1, count - 1 - _MENTIONS), -1)
    named = (entity.at[i] for i in before if page.lower[entity.at[i]] not in page.pronouns.pronouns)
    last = entity.at[count - 1]
    mentioned, named_at = (_end(discourse, entity, m) - 1 for m in (last, next(named, last)))
    return page.starts[at], page.starts[mentioned], page.starts[named_at]


def _fit(discourse: Discourse, entity: Entity, at: int, count: int) -> float:
    """What the network says for somebody, which has read the words around."""
    if discourse.bearings is None:
        return 0.0
    return discourse.bearings.fit(*places(discourse, entity, at, count))


def pronoun_role(page: Page, at: int) -> PronounRole:
    """What a pronoun is in its clause: "he" is a subject, "his" an owner, "her" an owner before a noun."""
    low = page.lower[at]
    if low in page.rules.subjects:
        return "subject"
    if low not in page.pronouns.singular_possessives:
        return "object"
    owned = page.lower[at + 1] if page.gap(at) == " " else ""
    owns = low in page.rules.only_owners or (bool(owned) and owned not in page.function_words)
    return "owner" if owns else "object"


def _of_person(
    discourse: Discourse, entity: Entity, at: int, count: int, first: int
) -> Iterator[tuple[str, float]]:
    """What speaks for a person wherever it was mentioned last; ``count`` times before word ``at``."""
    page = discourse.page
    yield "named first", float(entity.at[0] == first)
    yield "mentioned often", math.log1p(count)
    yield "mentioned further on", math.log1p(len(entity.at) - count)
    yield "gender known", float(entity.gender is not None)
    told = entity.best.gender if entity.gender is None else None
    if told is not None:
        yield "given name agrees", 1.0 if told == page.pronouns.pronouns[page.lower[at]] else -1.0


def _of_place(
    discourse: Discourse, entity: Entity, at: int, count: int, role: PronounRole
) -> Iterator[tuple[str, float]]:
    """What speaks for a person by where it was mentioned last, and by what the pronoun is there."""
    page, last = discourse.page, entity.at[count - 1]
    here, far = page.sentence[last] == page.sentence[at], math.log1p(at - last)
    back = page.beat[at] - page.beat[last]
    yield "same sentence", float(here)
    yield "sentence before", float(back == 1)
    yield "sentences back", float(max(0, back - 1))
    yield "governed", float(_is_governed(page, last))
    end = _end(discourse, entity, last)
    acts = page.gap(end - 1) in (" ", ", ") and page.rules.acts.match(page.lower[end]) is not None
    yield "acts", float(acts)
    yield "joined", float(_is_joined(page, last, end, at))
    yield "several words", float(end - last > 1)
    yield "same role", float(page.lower[last] in page.pronouns.pronouns and pronoun_role(page, last) == role)
    yield "quoted otherwise", float(page.quoted[last] != page.quoted[at])
    clauses = _clauses(page, last, at) if here else 0
    if here:
        yield f"{role}: words back", far
    if role == "owner":
        yield "owner: same sentence", float(here)
        yield "owner: same clause", float(here and not clauses)
        yield "owner: clauses between", float(min(_CLAUSES, clauses))
        yield (
            "owner: named further on",
            float(not here and bisect_left(entity.at, page.end_of_sentence(at)) > count),
        )
    else:
        yield f"{role}: acts", float(acts)
    if role == "subject":
        yield "subject: same sentence", float(here)
        yield "subject: same clause", float(here and not clauses)
        yield "subject: sentence before", float(back == 1)
        yield "subject: governed", float(_is_governed(page, last))


def _of_others(page: Page, last: int, at: int, lasts: Sequence[int]) -> Iterator[tuple[str, float]]:
    """What others speak against somebody mentioned last at a word, who were last mentioned at ``lasts``."""
    since = len(lasts) - bisect_right(lasts, last)
    yield "others since", math.log1p(since)
    yield "opens: nobody since", float(not since and at - page.first_of_sentence(at) <= 1)


def _is_governed(page: Page, at: int) -> bool:
    """Whether a preposition stands before a name and its title."""
    before = _before(page, at)
    return before is not None and page.lower[before] in page.phrases.prepositions and page.gap(before) == " "


def _is_joined(page: Page, last: int, end: int, at: int) -> bool:
    """Whether a name at word ``last``, its end before ``end``, is one of several: "Brill *and* Dole".

    "Brill and *his* aide", where word ``at`` is the "his", are not.
    """
    before = _before(page, last)
    if before is not None and page.lower[before] in page.rules.joiners:
        return True
    return page.gap(end - 1) == " " and page.lower[end] in page.rules.joiners and end + 1 != at


def _before(page: Page, at: int) -> int | None:
    """The word of the sentence before a name and its title."""
    for i in range(at - 1, max(page.first_of_sentence(at), at - _TITLE) - 1, -1):
        if not (page.is_capital(i) or page.lower[i] in page.persons.titles | page.phrases.determiners):
            return i
        if page.gap(i) not in (" ", ". "):
            return None
    return None


def _end(discourse: Discourse, entity: Entity, at: int) -> int:
    """The word after the mention at word ``at``."""
    by_word, end = discourse.registry.by_word, at + 1
    while by_word.get(at) is entity and by_word.get(end) is entity:
        end += 1
    return end


def _clauses(page: Page, start: int, at: int) -> int:
    """Commas and "and"s between two words of a sentence."""
    words = range(start, at - 1)
    return sum(page.gap(i)[:1] in (",", ";") or page.lower[i] in page.rules.joiners for i in words)
