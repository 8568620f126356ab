"""Why an article is in its story, in plain words that a reader can check in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord import languages
from onrecord.stories.keys import StoryKeys
from onrecord.stories.score import NEAR_DUPLICATE, days_apart, overlap

MOST_NAMED = 4
# Compared in full; a larger story is explained against these closest members.
MOST_MEMBERS = 8

Graph = Mapping[str, Mapping[str, float]]


def reasons(items: Sequence[StoryKeys], graph: Graph, told: Graph) -> dict[str, tuple[str, ...]]:
    """Article id -> why it belongs with the other ``items``, the strongest reason first.

    Args:
        items: the articles of one story.
        graph: how much pairs of articles report the same happening.
        told: pairs of which users speak; those of one story are said to be one.
    """
    if len(items) == 1:
        return {items[0].article_id: ("no other article here reports this happening",)}
    by_id = {item.article_id: item for item in items}
    found: dict[str, tuple[str, ...]] = {}
    for item in items:
        scores = graph[item.article_id]
        others = sorted((o for o in scores if o in by_id), key=lambda o: (-scores[o], o))[:MOST_MEMBERS]
        said = ("a reader says so",) if by_id.keys() & told.get(item.article_id, {}).keys() else ()
        found[item.article_id] = said + (_reasons(item, [by_id[o] for o in others]) if others else ())
    return found


def _reasons(item: StoryKeys, others: Sequence[StoryKeys]) -> tuple[str, ...]:
    days = sorted(set(item.days) & {day for other in others for day in other.days})
    told = (
        ("near-duplicate text in ", _copies(item, others)),
        ("names also in the others: ", ", ".join(shared_names(item, others))),
        ("rare words also in the others: ", ", ".join(_shared_terms(item, others))),
        ("", _time(item, others[0])),
        ("the same days mentioned: ", ", ".join(days[:MOST_NAMED])),
        ("the same dateline: ", _same_place(item, others)),
    )
    return tuple(label + words for label, words in told if words)


def _copies(item: StoryKeys, others: Sequence[StoryKeys]) -> str:
    copies = sum(overlap(item, other) >= NEAR_DUPLICATE for other in others)
    return _articles(copies) if copies else ""


def _same_place(item: StoryKeys, others: Sequence[StoryKeys]) -> str:
    return item.place if item.place and any(other.place == item.place for other in others) else ""


def shared_names(item: StoryKeys, others: Sequence[StoryKeys]) -> list[str]:
    """Names of ``item`` that one of ``others`` has as well, those in most others and rarest first."""
    named = Counter(key for other in others for key, _ in other.names)  # each names a key once
    counts = {key: named[key] for key, _ in item.names}
    rarity = languages.of(item.language).rarity
    keys = sorted((k for k, n in counts.items() if n), key=lambda k: (-counts[k], -rarity(k), k))
    spelled = dict(item.names)
    return list(dict.fromkeys(spelled[key] for key in keys))[:MOST_NAMED]


def _shared_terms(item: StoryKeys, others: Sequence[StoryKeys]) -> list[str]:
    """The words behind the score: largest products of weights first."""
    weights: dict[str, float] = {}
    mine, names = dict(item.terms), {key for key, _ in item.names}
    for other in others:
        for key, weight in other.terms:
            if key in mine and key not in names:
                weights[key] = weights.get(key, 0.0) + weight * mine[key]
    spelled = dict(item.spelled)
    heaviest = sorted((k for k in weights if k in spelled), key=lambda k: (-weights[k], k))
    return [spelled[key] for key in heaviest[:MOST_NAMED]]


def _time(item: StoryKeys, closest: StoryKeys) -> str:
    gap = days_apart(item, closest)
    if gap is None:
        return "publication dates do not tell how close in time"
    exact = all(k.earliest == k.latest for k in (item, closest))
    if gap == 0:
        return f"published {'the same day as' if exact else 'within days of'} the closest one"
    return f"published {'' if exact else 'at least '}{gap} day{'s' if gap > 1 else ''} from the closest one"


def _articles(n: int) -> str:
    return "one other article" if n == 1 else f"{n} other articles"
