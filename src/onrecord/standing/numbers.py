"""The numbers that a story's articles give, each with what it counts, outside of dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.records import AnnotatedArticle, Place, Span
from onrecord.text import Number, View, Views, Word
from onrecord.text.ordered import Ordered

_Key = tuple[float, str, str]


@dataclass(frozen=True, slots=True)
class Given:
    """One number, the words that first give it, and everywhere it stands."""

    words: str
    places: tuple[Place, ...]


def numbers(article_ids: Sequence[str], items: Mapping[str, AnnotatedArticle], views: Views) -> list[Given]:
    """The numbers of some articles, as first given; equal ones that count the same are one."""
    places: dict[_Key, list[Place]] = {}
    for article_id in article_ids:
        for key, place in _in_article(items[article_id], views[article_id]):
            places.setdefault(key, []).append(place)
    return [Given(_words(found[0], views), tuple(found)) for found in places.values()]


def _in_article(item: AnnotatedArticle, view: View) -> Iterator[tuple[_Key, Place]]:
    dates = Ordered(sorted(item.timexes, key=lambda t: t.start))
    for number in view.numbers:
        # A vague plural is no value to lay beside another; four bare digits are a year, if no date's.
        if number.bounds is not None or number.is_year or dates.touching(number.span):
            continue
        counted = _counted(number, view)
        if counted is None and not _in_figures(number, view):
            continue  # "one of them": a number word that counts nothing
        end = counted.end if counted else number.span.end
        key = number.value, number.unit, counted.key if counted else ""
        yield key, Place(item.article.id, number.span.start, end)


def _counted(number: Number, view: View) -> Word | None:
    """The word right behind a number, when it names something."""
    after = number.span.end
    sentence = view.sentence_at(number.span.start)
    if sentence is None or after >= sentence.span.end:
        return None
    word = next((w for w in view.words_in(Span(after, sentence.span.end)) if w.start >= after), None)
    beside = word is not None and view.text[after : word.start].isspace()
    return word if word is not None and beside and word.content and word.written[0].isalpha() else None


def _in_figures(number: Number, view: View) -> bool:
    return any(c.isdecimal() for c in number.span.of(view.text))


def _words(place: Place, views: Views) -> str:
    return " ".join(views[place.article_id].text[place.start : place.end].split())
