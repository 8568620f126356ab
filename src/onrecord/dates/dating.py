"""All dates of one article at once: its own, its time expressions, and when each statement was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.dates.finder import Scan, find
from onrecord.dates.headlines import say_again
from onrecord.dates.posts import find_in_posts, posts_of
from onrecord.dates.publishing import publish
from onrecord.dates.saying import say
from onrecord.records import Dating, LocalSpeaker, Statement, Timex
from onrecord.text import View


@dataclass(frozen=True, slots=True)
class Dated:
    """An article's publication, its time expressions in order, and its statements with ``said`` filled."""

    published: Dating
    timexes: tuple[Timex, ...]
    statements: tuple[Statement, ...]


def date_article(
    view: View,
    statements: Sequence[Statement],
    speakers: Sequence[LocalSpeaker],
    published: Dating | None = None,
) -> Dated:
    """Everything about time that one article tells.

    Args:
        view: its text.
        statements: its statements, in text order.
        speakers: whose they are; a headline restates its own speaker only.
        published: its dating where something else told it; by default what the article itself tells.
    """
    scan = Scan(view.text, view.language)
    published = publish(view, scan) if published is None else published
    posts = posts_of(view, published)
    timexes = find_in_posts(view, posts, find(view, published, scan), scan)
    said = say(view, timexes, statements, published, speakers)
    return Dated(published, timexes, say_again(view, said, speakers))
