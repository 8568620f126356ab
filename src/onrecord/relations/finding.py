"""Relations within one story: passages of different outlets that are about the same and do not agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.records import MOST_COMPARED, AnnotatedArticle, Relation, Speaker, Story, Utterance
from onrecord.relations import finders, sayings
from onrecord.relations.facts import pairs
from onrecord.relations.found import Found, once, relation
from onrecord.relations.telling import telling_of
from onrecord.relations.times import day
from onrecord.text import Views


def read(
    story: Story,
    articles: Mapping[str, AnnotatedArticle],
    utterances: Sequence[Utterance],
    speakers: Mapping[str, Speaker],
    views: Views,
) -> tuple[Relation, ...]:
    """Pairs of places in the articles of ``story`` that cannot both be right as written.

    Compared are numbers with what they count and dates of one event, most of all within one saying; places of
    one event; spellings of one name, told once for a story; ranks and first names of one office; what was
    done to somebody here and is still to come there; how much of a thing is meant; near-identical sentences
    of which one has another value, a "not", a denial, a bound or another name beside "said"; what one claim
    of one speaker, told in other words, has of these; and whom the same quoted words are given to. A value
    that the other article gives as well is no conflict.

    Args:
        story: whose articles are compared; ids missing from ``articles`` are passed over.
        articles: by id.
        utterances: those of the story; their renderings are taken for one saying, as are statements of one
            speaker in nearly the same words.
        speakers: by id.
        views: of the articles, by id.

    Returns:
        Relations sorted by id: a clash, ``later`` where the later article can know what the earlier could
        not, or ``condition_lost`` where only the second passage has the bound.
    """
    found = find(story, articles, utterances, speakers, views)
    return tuple(sorted((relation(f, story.id) for f in found), key=lambda r: r.id))


def find(
    story: Story,
    articles: Mapping[str, AnnotatedArticle],
    utterances: Sequence[Utterance],
    speakers: Mapping[str, Speaker],
    views: Views,
) -> list[Found]:
    """What ``read`` makes relations of, each with how it was found."""
    items = compared([articles[a] for a in sorted(story.article_ids) if a in articles])
    if len(items) < 2:
        return []
    renders = sayings.rendered(utterances)
    readings = {
        item.article.id: telling_of(item, views[item.article.id], renders, speakers) for item in items
    }
    spelled: list[Found] = []
    found: list[Found] = []
    for one, two in ((readings[a.article.id], readings[b.article.id]) for a, b in pairs(items)):
        spelled += finders.spellings(one, two)
        found += finders.between(one, two, speakers)
    found += once(spelled, {item.article.id: day(item.article) for item in items})
    return found


def compared(items: Sequence[AnnotatedArticle], most: int = MOST_COMPARED) -> list[AnnotatedArticle]:
    """Those articles of a story that are held against each other, in their order: all, or the ``most``.

    Of many, each next one is of the outlet, and among its articles of the day, that has the fewest so far;
    the earliest of these. So no outlet and no day of a long story goes unread for another's sake.
    """
    if len(items) <= most:
        return list(items)
    left = sorted(items, key=lambda i: (i.article.published.turn, i.article.id))
    outlets: Counter[str] = Counter()
    days: Counter[str | None] = Counter()
    chosen: set[str] = set()

    def standing(item: AnnotatedArticle) -> tuple[int, int]:
        return outlets[item.article.outlet or item.article.id], days[item.article.published.day]

    while len(chosen) < most:
        following = min(left, key=standing)
        left.remove(following)
        outlets[following.article.outlet or following.article.id] += 1
        days[following.article.published.day] += 1
        chosen.add(following.article.id)
    return [item for item in items if item.article.id in chosen]
