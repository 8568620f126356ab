"""Leave one origin out: what the record still holds when a briefing, a text or a source is not believed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from onrecord.records import Origin, Place, Span, Statement


@dataclass(frozen=True, slots=True)
class Remaining:
    """What stands without some origins.

    ``origin_ids``: every origin that falls, the named ones and those that rest on them alone.
    ``article_ids``: articles whose text still stands. ``standing`` and ``fallen``: statement ids.
    """

    origin_ids: frozenset[str]
    article_ids: frozenset[str]
    standing: tuple[str, ...]
    fallen: tuple[str, ...]
    _lost: dict[str, tuple[Span, ...]] = field(default_factory=dict, repr=False)

    def stands(self, place: Place) -> bool:
        """Whether a date, a number or any other place still stands.

        It does when its article's text stands and it does not lie within a fallen statement.
        """
        span = Span(place.start, place.end)
        lost = self._lost.get(place.article_id, ())
        return place.article_id in self.article_ids and not any(s.overlaps(span) for s in lost)


def without(
    origin_ids: Collection[str], origins: Iterable[Origin], statements: Iterable[Statement]
) -> Remaining:
    """What of ``statements`` still stands when the origins ``origin_ids`` are left out.

    A statement falls with the text its article carries, with the occasion it was said at, and with the
    source it rests on. An occasion falls when every source it rests on has fallen.
    """
    known = sorted(origins, key=lambda o: o.id)
    off = set(origin_ids)
    levels = {o.id: o.level for o in known}
    for origin in known:
        sources = [p for p in origin.parent_ids if levels.get(p) == "source"]
        if origin.level == "speech_act" and sources and off.issuperset(sources):
            off.add(origin.id)
    texts_off = {a for o in known if o.level == "text" and o.id in off for a in o.article_ids}
    fallen_ids = {s for o in known if o.level != "text" and o.id in off for s in o.statement_ids}
    standing, fallen = [], []
    lost: dict[str, list[Span]] = {}
    articles: set[str] = {a for o in known for a in o.article_ids}
    for statement in sorted(statements, key=lambda s: (s.article_id, s.id)):
        articles.add(statement.article_id)
        if statement.article_id in texts_off or statement.id in fallen_ids:
            fallen.append(statement.id)
            lost.setdefault(statement.article_id, []).extend(statement.content)
        else:
            standing.append(statement.id)
    return Remaining(
        origin_ids=frozenset(off),
        article_ids=frozenset(articles - texts_off),
        standing=tuple(standing),
        fallen=tuple(fallen),
        _lost={k: tuple(v) for k, v in lost.items()},
    )
