"""What a fact rests on: sets of origins; it stands as long as one set is complete.

A fact stands as long as one of its witnesses does. A statement falls with the text that carries it, with the
occasion it was said at, and with the source it rests on; an occasion falls with the last of its sources.
A statement without a known origin rests on its text alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate

from onrecord.records import Origin, Place, Span, Statement

# A fact stands while the origins of one of these sets are all there.
Support = frozenset[frozenset[str]]
MOST_WAYS = 16  # sets kept for one fact; more arise only from occasions with many sources each


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the contents of an article's statements stand, with their support; looked up by place."""

    _contents: Sequence[tuple[Span, Support]]
    _starts: Sequence[int]
    _reach: Sequence[int]  # ends so far: one content may hold others

    @classmethod
    def of(cls, contents: Iterable[tuple[Span, Support]]) -> Contents:
        """The contents of one article's statements, in any order."""
        found = sorted(contents, key=lambda c: (c[0].start, c[0].end))
        return cls(
            found, [span.start for span, _ in found], list(accumulate((span.end for span, _ in found), max))
        )

    def over(self, span: Span) -> set[Support]:
        """The supports of those that share a character with ``span``."""
        near = self._contents[bisect_right(self._reach, span.start) : bisect_left(self._starts, span.end)]
        return {support for content, support in near if content.overlaps(span)}


@dataclass(frozen=True, slots=True)
class Ground:
    """What the statements and places of some articles rest on.

    ``texts``: article id -> its text. ``statements``: statement id -> its support. ``contents``: article id
    -> where those of its statements stand.
    """

    texts: Mapping[str, str]
    statements: Mapping[str, Support]
    contents: Mapping[str, Contents]

    @classmethod
    def of(cls, origins: Iterable[Origin], statements: Iterable[Statement]) -> Ground:
        """The ground that ``origins`` give ``statements``; the order of both is no matter."""
        known = sorted(origins, key=lambda o: o.id)
        texts = _texts(known)
        deeper = _by_statement(o for o in known if o.level != "text")
        sources = {o.id for o in known if o.level == "source"}
        supports: dict[str, Support] = {}
        spans: dict[str, list[tuple[Span, Support]]] = {}
        for statement in statements:
            support = _support(text_of(texts, statement.article_id), deeper.get(statement.id, ()), sources)
            supports[statement.id] = support
            spans.setdefault(statement.article_id, []).extend((s, support) for s in statement.content)
        return cls(texts, supports, {key: Contents.of(found) for key, found in spans.items()})

    def of_place(self, place: Place) -> Support:
        """What a place rests on: its article's text, and every statement that it lies in."""
        contents = self.contents.get(place.article_id)
        inside = contents.over(Span(place.start, place.end)) if contents else ()
        own = frozenset({frozenset({text_of(self.texts, place.article_id)})})
        return reduce(_both, sorted(inside, key=_ordered), own)

    def of_places(self, places: Iterable[Place]) -> Support:
        """What a fact with several witnesses rests on."""
        return either(map(self.of_place, places))

    def of_statements(self, statement_ids: Iterable[str]) -> Support:
        """What an utterance with several renderings rests on; unknown ones are passed over."""
        return either(self.statements[s] for s in statement_ids if s in self.statements)


def stands(support: Iterable[Iterable[str]], off: Collection[str]) -> bool:
    """Whether a fact still has a witness when the origins ``off`` are left out."""
    return any(not any(origin in off for origin in witness) for witness in support)


def either(supports: Iterable[Support]) -> Support:
    """What rests on any of ``supports``."""
    return frozenset[frozenset[str]]().union(*supports)


def text_of(texts: Mapping[str, str], article_id: str) -> str:
    """The id of an article's text; one that shares it with no other may have no record."""
    return texts.get(article_id, f"text-{article_id}")


def _texts(origins: Iterable[Origin]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for origin in origins:
        if origin.level == "text":
            for article_id in origin.article_ids:
                texts.setdefault(article_id, origin.id)
    return texts


def _by_statement(origins: Iterable[Origin]) -> dict[str, list[Origin]]:
    found: dict[str, list[Origin]] = {}
    for origin in origins:
        for statement_id in origin.statement_ids:
            found.setdefault(statement_id, []).append(origin)
    return found


def _support(text: str, origins: Iterable[Origin], sources: Collection[str]) -> Support:
    """A statement's support: its text, occasions and sources, and one source of each occasion."""
    deeper = tuple(origins)
    ways = [frozenset({text, *(o.id for o in deeper)})]
    for occasion in (o for o in deeper if o.level == "speech_act"):
        behind = [p for p in occasion.parent_ids if p in sources]
        if behind:
            ways = [way | {source} for way in ways for source in behind][:MOST_WAYS]
    return frozenset(ways)


def _both(a: Support, b: Support) -> Support:
    return frozenset(sorted((x | y for x in a for y in b), key=sorted)[:MOST_WAYS])


def _ordered(support: Support) -> list[list[str]]:
    return sorted(map(sorted, support))
