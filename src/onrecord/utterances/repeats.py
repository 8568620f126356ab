"""Statements that say the same in the same words: compared once, however many articles print them.

One wire story stands in sixty papers. Its statements are compared as those of two of them; the others follow.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from onrecord.utterances.points import Point

# Articles whose equal statements are compared. Two, and not one: that they are one utterance is for the
# scorer to say, by what it knows of days and speakers.
KEPT = 2
# Characters before and after a statement that must be the same where nobody is known to have said it.
_NEAR = 100
# id of a statement that is compared -> the points of those that follow it, one list per statement
Followers = Mapping[str, Sequence[Sequence[Point]]]


def apart(points: Iterable[Point]) -> tuple[list[Point], Followers]:
    """The points to be compared, and those of statements that repeat a compared one word for word.

    Statements are equal when they have the same sentences, quoted alike, from the same speaker, of the same
    day and kind; where the speaker is unknown, what stands around them is the same as well. Two equal ones of
    one article never follow the same statement.

    Args:
        points: of all articles of a story, sorted by ``Point.key``.
    """
    by_statement: dict[str, list[Point]] = defaultdict(list)
    for point in points:
        by_statement[point.statement.id].append(point)
    times: Counter[Hashable] = Counter()
    leaders: dict[Hashable, list[str]] = defaultdict(list)
    kept: list[Point] = []
    followers: dict[str, list[Sequence[Point]]] = defaultdict(list)
    for name, members in by_statement.items():
        told = _told(members)
        times[told, members[0].article.id] += 1
        found = leaders[told, times[told, members[0].article.id]]
        if len(found) < KEPT:
            found.append(name)
            kept += members
        else:
            followers[found[0]].append(members)
    return kept, followers


def _told(members: Sequence[Point]) -> Hashable:
    """What makes two statements equal, the points of one given."""
    statement = members[0].statement
    return (
        statement.speaker_id or _surroundings(members),
        statement.said,
        (statement.kind, statement.mode, statement.stance, statement.headline),
        tuple((point.plain, point.quoted) for point in members),
    )


def _surroundings(members: Sequence[Point]) -> Sequence[str]:
    """The words from some way before a statement to some way after it."""
    low, high = members[0].around.start, members[-1].around.end
    return tuple(members[0].article.text[max(0, low - _NEAR) : high + _NEAR].split()[1:-1])


def together(groups: Iterable[Sequence[Point]], followers: Followers) -> list[list[Point]]:
    """``groups`` with each follower's points beside those of the statement that it follows."""
    return [
        [*members, *(other[p.index] for p in members for other in followers.get(p.statement.id, ()))]
        for members in groups
    ]
