"""Places of one event that differ: the event is the verb before "in", "at" or "near" and the place's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.conflicts.days import event_of
from onrecord.conflicts.facts import MOST_FACTS
from onrecord.languages.grammar import ConflictGrammar
from onrecord.records import AnnotatedArticle, Span
from onrecord.text import Sentence

# Words before the place among which its verb stands ("landed safely in").
_BEFORE = 4
# What the words around the two places share besides the verb: in rarity, and as a share of the poorer ones'.
# Without the second, two meetings and two shootings were one on news that nobody had read before.
SHARED = 4.0
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Placed:
    """A place in a sentence: the words of its name, keys of the verbs before it and of the words around."""

    sentence: Sentence
    span: Span
    name: frozenset[str]
    events: frozenset[str]
    around: frozenset[str]


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one article, and every capitalised word of it."""

    found: tuple[Placed, ...]
    names: frozenset[str]


def places(item: AnnotatedArticle, sentences: Sequence[Sentence]) -> Places:
    """Where an article says that things happened."""
    text = item.article.text
    people = {n.start for n in item.names if n.type == "person"}
    dates = [t.span for t in item.timexes]
    found: list[Placed] = []
    for sentence in sentences:
        language = sentence.language
        for match in language.grammar(ConflictGrammar).placed.finditer(
            text, sentence.span.start, sentence.span.end
        ):
            span = Span(*match.span("name"))
            if span.start in people or any(d.overlaps(span) for d in dates) or len(found) >= MOST_FACTS:
                continue
            first, _ = sentence.around(Span(match.start(), match.end()))
            events = frozenset(
                key
                for w in sentence.words[max(0, first - _BEFORE) : first]
                if (key := event_of(w, language)) is not None
            )
            name = frozenset(language.plain_words(match["name"]))
            if events:
                found.append(Placed(sentence, span, name, events, sentence.context(span)))
    names = frozenset(w.plain for s in sentences for w in s.words if w.written[:1].isupper())
    return Places(tuple(found), names)


def disagreements(one: Places, two: Places) -> Iterator[tuple[float, Placed, Placed]]:
    """Pairs of places of one event that exclude each other, with how sure that is.

    A place that the other article names too may lie inside the other, or around it, and is no conflict.
    """
    for a in one.found:
        for b in two.found:
            events = a.events & b.events
            if not events or a.name & two.names or b.name & one.names:
                continue
            keys = a.around - events, b.around - events
            language = a.sentence.language
            sure = language.weight(keys[0] & keys[1])
            if sure >= SHARED and language.likeness(*keys) >= ALIKE:
                yield sure, a, b
