"""Places of one event that differ: the event is the verb before "in", "at" or "near" and the place's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from onrecord.languages.grammar import ConflictGrammar
from onrecord.records import AnnotatedArticle, Span
from onrecord.relations.days import event_of
from onrecord.relations.facts import MOST_FACTS
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
    """The places of one article at which something happened, all it names, and its capitalised words."""

    found: tuple[Placed, ...]
    told: tuple[Placed, ...]
    names: frozenset[str]


def places(item: AnnotatedArticle, sentences: Sequence[Sentence]) -> Places:
    """Where an article says that things happened."""
    named = (placed for sentence in sentences for placed in _in_sentence(item, sentence))
    told = tuple(islice(named, MOST_FACTS))
    names = frozenset(w.plain for s in sentences for w in s.words if w.written[:1].isupper())
    return Places(tuple(p for p in told if p.events), told, names)


def _in_sentence(item: AnnotatedArticle, sentence: Sentence) -> Iterator[Placed]:
    """The places of one sentence; no persons and no dates."""
    people = {n.start for n in item.names if n.type == "person"}
    for match in _placed(sentence):
        span = Span(*match.span("name"))
        if span.start in people or any(t.span.overlaps(span) for t in item.timexes):
            continue
        events = _events(sentence, Span(*match.span()))
        name = frozenset(w.plain for w in sentence.view.words_in(span))
        yield Placed(sentence, span, name, events, sentence.context(span) if events else frozenset())


def _placed(sentence: Sentence) -> Iterator[re.Match[str]]:
    """The phrases of a sentence that name a place."""
    pattern = sentence.language.grammar(ConflictGrammar).placed
    return pattern.finditer(sentence.article.text, sentence.span.start, sentence.span.end)


def _events(sentence: Sentence, phrase: Span) -> frozenset[str]:
    """What the words before a place say that happened there."""
    first, _ = sentence.around(phrase)
    events = (event_of(w, sentence.language) for w in sentence.words[max(0, first - _BEFORE) : first])
    return frozenset(event for event in events if event is not None)


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
