"""What is counted of each point once, so that a pair is measured by looking up.

A point of a busy story stands in some fifty pairs.
"""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.languages.grammar import QualifierGrammar
from onrecord.records import Dating
from onrecord.utterances.points import Point

PHRASE = 240  # words of a point in which common runs are looked for
# Characters of a point that are laid beside another's letter by letter, which costs their cube: 14 ms at this
# bound, 1.7 s at five times it. Sentences are shorter; what ``MOST_POINTS`` leaves of a speech is not.
_LETTERS = 1000


@dataclass(frozen=True, slots=True)
class Facts:
    """What ``features`` asks of one point.

    ``text``: its plain words, joined, up to ``_LETTERS``; ``places``: at which of the first ``PHRASE`` words
    each stands; ``quoted``: content keys within quotation marks; ``quoted_share``: how many of its words are;
    ``venue``: folded content words of venue and addressee; ``place``: where it begins, as a share of the
    article; ``paragraph``: in which line; ``said``, ``published``: first and last day as ordinals, None where
    unknown;
    ``conditional``, ``doubtful``: whether it has a word of that kind.
    """

    text: str
    places: Mapping[str, Sequence[int]]
    quoted: frozenset[str]
    quoted_share: float
    venue: frozenset[str]
    place: float
    paragraph: int
    said: tuple[int, int] | None
    published: tuple[int, int] | None
    conditional: bool
    doubtful: bool


def gather(points: Sequence[Point]) -> list[Facts]:
    """The facts of each of ``points``."""
    lines: dict[str, list[int]] = {}
    return [_facts(point, lines) for point in points]


def _facts(point: Point, lines: dict[str, list[int]]) -> Facts:
    """The facts of one point; ``lines`` keeps, by article, where its lines end."""
    article, start = point.article, point.spans[0].start
    if article.id not in lines:
        lines[article.id] = [at for at, character in enumerate(article.text) if character == "\n"]
    grammar = point.view.language.grammar(QualifierGrammar)
    quoted = {key for key, inside in zip(point.keys, point.quoted, strict=True) if inside}
    return Facts(
        text=" ".join(point.plain)[:_LETTERS],
        places=_places(point.plain[:PHRASE]),
        quoted=point.content & quoted,
        quoted_share=sum(point.quoted) / max(len(point.quoted), 1),
        venue=_venue(point),
        place=start / max(len(article.text), 1),
        paragraph=bisect.bisect_left(lines[article.id], start),
        said=days(point.statement.said),
        published=days(article.published),
        conditional=not grammar.condition.isdisjoint(point.plain),
        doubtful=not grammar.doubt.isdisjoint(point.plain),
    )


def _places(words: Sequence[str]) -> dict[str, list[int]]:
    """Word -> where it stands."""
    found: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        found.setdefault(word, []).append(at)
    return found


def _venue(point: Point) -> frozenset[str]:
    told = f"{point.statement.venue or ''} {point.statement.addressee or ''}"
    language = point.view.language
    written = (span.of(told) for span in language.words(told))
    return frozenset(language.fold(word) for word in written if language.is_content(word))


def days(dating: Dating) -> tuple[int, int] | None:
    """First and last day that a dating allows, as ordinals."""
    if dating.earliest is None or dating.latest is None:
        return None
    try:
        first, last = (date.fromisoformat(day[:10]).toordinal() for day in (dating.earliest, dating.latest))
    except ValueError:
        return None
    return first, last
