"""What watches found, in words and with the places in question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.queries import Queries
from onrecord.records import Alert, AnnotatedArticle, Place, Watch
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
    """Words that an alert is about, who says them where that is known, and whose text it is."""

    words: str
    who: str
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
    def who(self) -> str:
        """Who says all of it, if one does."""
        names = {q.who for q in self.quotes}
        return names.pop() if len(names) == 1 else ""

    @property
    def line(self) -> str:
        """It all in a line."""
        what = ": ".join(filter(None, (self.who, self.what)))
        return " / ".join([what, *(f"{q.outlet}: {q.words}" for q in self.quotes)])


def news(queries: Queries, watch: str | None = None, *, limit: int = 100) -> list[News]:
    """What watches found, or one of them, the latest first."""
    alerts = queries.alerts(watch, limit=limit)
    names = {w.id: w.name for w in queries.watches()}
    stories = queries.stories_by_id({a.story_id for a in alerts})
    items = queries.articles_by_id({p.article_id for a in alerts for p in a.places})
    shown = []
    for alert in alerts:
        story = stories.get(alert.story_id)
        quotes = [_quote(items[p.article_id], p) for p in alert.places[:4] if p.article_id in items]
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


def _quote(item: AnnotatedArticle, place: Place) -> Quote:
    article = item.article
    words = clip(article.text[place.start : place.end], 200) if place.start < place.end else ""
    name = article.outlet or article.path.rsplit("/", 1)[-1]
    who = _speaker(item, place) if words else ""
    return Quote(words or clip(article.title or article.text, 120), who, name, article_page(article.id))


def _speaker(item: AnnotatedArticle, place: Place) -> str:
    """Whose words lie in a place; empty where they are of several, or of nobody known."""
    inside = (
        s for s in item.statements if any(c.start < place.end and place.start < c.end for c in s.content)
    )
    names = {s.speaker for s in inside}
    return names.pop() or "" if len(names) == 1 else ""


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
