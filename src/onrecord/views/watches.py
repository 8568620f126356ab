"""What watches found, in words and with the places in question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.queries import Queries
from onrecord.records import Alert, Article, Place, Watch
from onrecord.reports.atom import Entry, feed
from onrecord.reports.brief.wording import clip
from onrecord.views.links import article_page, story_page

WORDS = {
    "condition_lost": "an outlet leaves out a condition",
    "clash": "articles differ on something",
    "position_moved": "somebody's position moved",
    "new_origin": "another independent text",
}
# What a feed reader that looks now and then must not miss.
_MOST = 100


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that an alert is about, and whose."""

    words: str
    outlet: str
    href: str


@dataclass(frozen=True, slots=True)
class News:
    """One alert as it is shown; ``story`` is empty where the story is no more."""

    alert: Alert
    watch: str
    what: str
    story: str
    href: str
    quotes: tuple[Quote, ...]

    @property
    def line(self) -> str:
        """It all in a line."""
        return " / ".join([self.what, *(f"{q.outlet}: {q.words}" for q in self.quotes)])


def news(queries: Queries, watch: str | None = None, *, limit: int = 100) -> list[News]:
    """What watches found, or one of them, the latest first."""
    alerts = queries.alerts(watch, limit=limit)
    names = {w.id: w.name for w in queries.watches()}
    stories = queries.stories_by_id({a.story_id for a in alerts})
    items = queries.articles_by_id({p.article_id for a in alerts for p in a.places})
    shown = []
    for alert in alerts:
        story = stories.get(alert.story_id)
        quotes = [_quote(items[p.article_id].article, p) for p in alert.places[:4] if p.article_id in items]
        shown.append(
            News(
                alert,
                names.get(alert.watch_id, ""),
                WORDS[alert.kind],
                story.title if story else "",
                story_page(alert.story_id) if story else "",
                tuple(quotes),
            )
        )
    return shown


def _quote(article: Article, place: Place) -> Quote:
    words = clip(article.text[place.start : place.end], 200) if place.start < place.end else ""
    name = article.outlet or article.path.rsplit("/", 1)[-1]
    return Quote(words or clip(article.title or article.text, 120), name, article_page(article.id))


def as_feed(found: Sequence[News], watch: Watch | None, base: str, now: str) -> bytes:
    """News as an Atom feed; ``base``: the address of the server, without a slash at its end."""
    address = f"{base}/watches/{watch.id}.atom" if watch else f"{base}/watches.atom"
    entries = [
        Entry(
            id=f"urn:onrecord:{one.alert.watch_id}:{one.alert.key}",
            title=f"{one.watch}: {one.what}: {clip(one.story, 90)}",
            summary=one.line,
            updated=one.alert.found_at,
            href=base + (one.href or "/watches"),
        )
        for one in found[:_MOST]
    ]
    title = f"OnRecord: {watch.name}" if watch else "OnRecord: watches"
    return feed(title, address, found[0].alert.found_at if found else now, entries)
