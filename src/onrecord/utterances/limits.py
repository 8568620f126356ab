"""What no likeness can outweigh: other occasions, other persons, a question for an answer, nothing in common.

The trees learn from stories of one week, where a speaker hardly ever says the same thing twice. Stories of a
reader's own articles may span years.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from onrecord import acting
from onrecord.languages import Language
from onrecord.languages.grammar import RelationGrammar
from onrecord.models.arrays import Table
from onrecord.utterances.context import Context
from onrecord.utterances.features import NAMES
from onrecord.utterances.grouping import IMPOSSIBLE, UNSCORED
from onrecord.utterances.points import Point

# Days between the nearest days of two datings that make two occasions; less may be an error of dating.
# Cross-validated pairs F1 is 59.0 with 7, 59.1 with 2 and 58.9 with 1.
APART = 2
# Days before publication from which a dated statement is an older one than an undated one beside it.
OLDER = 31
# Cosine (the story's mean taken out) below which two points without a common word have no common meaning.
# Cross-validated pairs F1 is the same for 0 to 0.3; the higher, the fewer strangers join in other news.
NO_MEANING = 0.2


def limit(made: Context, pairs: Sequence[tuple[int, int]], table: Table, scores: Table) -> Table:
    """``scores``, limited.

    They are ``IMPOSSIBLE`` where two occasions are known, and where two persons speak who do not speak for
    one another; at most ``UNSCORED`` where nothing tells the two points from any others, and where only one
    of the two asks. Cross-validated, persons and questions bring pairs F1 from 54.7 to 55.3 and right
    speakers from 94.9 to 96.8 %; that a third rendering cannot bring two persons together, from 58.9 to 59.2.

    Args:
        made: the story's points.
        pairs: indices into them, one per row.
        table: their features, shape ``(len(pairs), len(NAMES))``.
        scores: probabilities, shape ``(len(pairs),)``.
    """
    if not len(pairs):
        return scores
    shared, vector, headline, days = (
        table[:, NAMES.index(name)] for name in ("shared_count", "vector", "headline_one", "days_apart")
    )
    bare = (vector < NO_MEANING) & (shared <= np.where(headline > 0, 1, 0))
    told_apart = bare | np.array([_one_asks(made, i, j) for i, j in pairs])
    out = np.where(told_apart, np.minimum(scores, UNSCORED), scores)
    never = np.array(
        [
            _other_person(made, i, j)
            or _one_is_older(made.points[i], made.points[j])
            or _has_grown(made.points[i], made.points[j])
            for i, j in pairs
        ]
    )
    return np.where((days > APART) | never, IMPOSSIBLE, out)


def _other_person(made: Context, i: int, j: int) -> bool:
    """Whether two single persons are known to speak, neither for the other nor both for a third."""
    one, two = (made.speakers.get(made.points[at].statement.speaker_id or "") for at in (i, j))
    if one is None or two is None or one.id == two.id or not one.type == two.type == "person":
        return False
    return not (
        _one_name(one.name, two.name, made.points[i].view.language)
        or acting.at_one(one.id, two.id, made.speakers)
    )


def _one_name(one: str, two: str, language: Language) -> bool:
    """Whether one name is a part of the other: a surname that was joined to nobody may be that person's."""
    a, b = ({language.fold(w.of(name)) for w in language.words(name)} for name in (one, two))
    return a <= b or b <= a


def _one_asks(made: Context, i: int, j: int) -> bool:
    """Whether one of two points is a question or request and the other is not."""
    return (made.points[i].statement.stance == "ask") != (made.points[j].statement.stance == "ask")


def _one_is_older(a: Point, b: Point) -> bool:
    """Whether one article gives the two different times: one long before it appeared, the other none."""
    if a.article.id != b.article.id or (a.statement.said.edtf is None) == (b.statement.said.edtf is None):
        return False
    dated = a if a.statement.said.edtf is not None else b
    said, published = _day(dated.statement.said.latest), _day(a.article.published.earliest)
    return said is not None and published is not None and (published - said).days > OLDER


def _has_grown(a: Point, b: Point) -> bool:
    """Whether two points give a running count as it stood at different times ("so far 45", then 51)."""
    if not (a.numbers - b.numbers and b.numbers - a.numbers):
        return False
    one, two = a.statement.said, b.statement.said
    apart = one.before(two) or two.before(one)
    if not apart and (one.edtf is None or two.edtf is None):
        first, second = a.article.published, b.article.published
        apart = first.before(second) or second.before(first)
    return apart and any(
        p.view.language.grammar(RelationGrammar).growing.search(p.around.of(p.view.text)) for p in (a, b)
    )


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None
