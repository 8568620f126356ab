"""Numbers and dates of an article, each with the clause that it hangs on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from onrecord.languages.grammar import RelationGrammar
from onrecord.records import Span
from onrecord.relations.clauses import clause
from onrecord.relations.days import Dated, event_of, excludes
from onrecord.relations.numbers import Quantity
from onrecord.text import Sentence

Kind = Literal["count", "money", "percent", "compound", "measure", "date"]
# Words on either side of a value that are compared place by place.
BESIDE = 3
# Figures from which on a number is the same however they are parted.
LONG = 3
# Words from a date at which a verb of saying is dated by it.
SAYING = 3
# How far two measures in different units may lie apart, as a share, and be one measure: both are rounded.
ROUNDED = 0.06


@dataclass(frozen=True)
class Value:
    """A number or a date, with what it hangs on.

    ``kind``: numbers of one kind may be held against each other. ``rank``: which sentence of the article it
    stands in, from 0. ``held``: how many numbers or dates its sentence holds, ``dates``: which dates.
    """

    kind: Kind
    told: Quantity | Dated
    rank: int
    held: int
    dates: tuple[Dated, ...] = ()

    @property
    def sentence(self) -> Sentence:
        """Where it stands."""
        return self.told.sentence

    @property
    def span(self) -> Span:
        """Its own characters."""
        return self.told.span

    @cached_property
    def clause(self) -> tuple[int, int]:
        """The words of its clause: number of the first, and of the first after it."""
        return clause(self.sentence, self.span)

    @cached_property
    def inside(self) -> tuple[int, int]:
        """The words of the value itself, likewise."""
        return self.sentence.around(self.span)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Keys of the content words of its clause, in order, the value left out."""
        (low, high), (first, after) = self.clause, self.inside
        words = (*self.sentence.words[low:first], *self.sentence.words[after:high])
        return tuple(w.key for w in words if w.content)

    @cached_property
    def around(self) -> frozenset[str]:
        """Keys of the content words of its sentence, the value left out."""
        first, after = self.inside
        return self.sentence.keys(0, first) | self.sentence.keys(after)

    @cached_property
    def near(self) -> frozenset[str]:
        """Keys of the nearest content words on either side, within the clause."""
        (low, high), (first, after) = self.clause, self.inside
        before = [w.key for w in self.sentence.words[low:first] if w.content]
        behind = [w.key for w in self.sentence.words[after:high] if w.content]
        return frozenset(before[-BESIDE:] + behind[:BESIDE])

    @cached_property
    def names(self) -> frozenset[str]:
        """Keys of the names in its sentence: capitalised words but for the first."""
        first, after = self.inside
        return frozenset(
            w.key
            for i, w in enumerate(self.sentence.words)
            if i and w.content and w.written[:1].isupper() and not first <= i < after
        )

    @cached_property
    def verbs(self) -> frozenset[str]:
        """What the verbs of its clause tell, by the verb that stands for all of one meaning."""
        low, high = self.clause
        words = (w for w in self.sentence.words[low:high] if w.key not in self.counted)
        found = (event_of(w, self.sentence.language) for w in words)
        return frozenset(key for key in found if key is not None)

    @cached_property
    def beside(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Plain words before the value, the nearest first, and after it; never beyond the sentence."""
        first, after = self.inside
        words = self.sentence.words
        before = tuple(w.plain for w in reversed(words[max(0, first - BESIDE) : first]))
        return before, tuple(w.plain for w in words[after : after + BESIDE])

    @property
    def counted(self) -> tuple[str, ...]:
        """What a number counts; nothing for a date."""
        return self.told.counted if isinstance(self.told, Quantity) else ()

    def agrees(self, other: Value) -> bool:
        """Whether one value can be meant by both."""
        apart = self.sentence.of(self.span) != other.sentence.of(other.span)
        if apart and self._figures == other._figures != ("", ""):
            return True
        if isinstance(self.told, Dated):
            return isinstance(other.told, Dated) and not excludes(self.told, other.told)
        if not isinstance(other.told, Quantity):
            return False
        if _measure(self.told) == _measure(other.told):
            return self.told.agrees(other.told)
        return ratio(self, other) <= 1 + ROUNDED

    @cached_property
    def _figures(self) -> tuple[str, str]:
        """The figures of an hour or a long number, whatever parts them ("0910", "9.10"), and its letters."""
        text = self.sentence.of(self.span)
        figures, letters = ("".join(filter(kind, text)) for kind in (str.isdigit, str.isalpha))
        found = figures.lstrip("0")
        return (found, letters) if len(found) >= LONG else ("", "")


_KINDS: Mapping[str, Kind] = {"": "count", "%": "percent", **dict.fromkeys("$€£¥", "money")}


def values(
    quantities: Sequence[Quantity],
    dates: Sequence[Dated],
    told: Sequence[Sentence],
    *,
    of_saying: bool = False,
) -> list[Value]:
    """The values of one article, numbers first; ``told``: its sentences in order.

    ``of_saying``: also days on which something was said. Many a day is one, so they answer one question only
    where all around them is equal.
    """
    rank = {id(s): n for n, s in enumerate(told)}
    dated: dict[int, tuple[Dated, ...]] = {}
    for d in dates:
        dated[id(d.sentence)] = (*dated.get(id(d.sentence), ()), d)
    found: list[Value] = []
    for kept in (
        quantities,
        [d for d in dates if not (d.hour or _is_named(d)) and (of_saying or not dates_saying(d))],
    ):
        held: dict[int, int] = {}
        for fact in kept:
            held[id(fact.sentence)] = held.get(id(fact.sentence), 0) + 1
        for f in kept:
            at = id(f.sentence)
            found.append(Value(_kind(f), f, rank.get(at, 0), held[at], dated.get(at, ())))
    return found


def dates_saying(fact: Quantity | Dated) -> bool:
    """Whether a date tells when something was said ("told reporters on Friday"), which many a day is."""
    first, after = fact.sentence.around(fact.span)
    beside = fact.sentence.words[max(0, first - SAYING) : after + SAYING]
    lexicon = fact.sentence.language.lexicon
    return any(lexicon.has(w.plain, "says") for w in beside)


def _is_named(fact: Dated) -> bool:
    """Whether a date belongs to a name ("Saturday Night Live") or signs a text ("(@name) May 3")."""
    text, span = fact.sentence.article.text, fact.span
    after = text[span.end : span.end + 2]
    return text[max(0, span.start - SAYING) : span.start].rstrip()[-1:] == ")" or (
        after[:1] == " " and after[1:].isupper()
    )


def _kind(fact: Quantity | Dated) -> Kind:
    if isinstance(fact, Dated):
        return "date"
    if fact.unit in _KINDS:
        return "measure" if not fact.unit and _measure(fact) else _KINDS[fact.unit]
    return "compound"


def comparable(a: Value, b: Value) -> bool:
    """Whether two values are of one sort: the same currency, dimension or grain."""
    if a.kind != b.kind:
        return False
    if isinstance(a.told, Quantity) and isinstance(b.told, Quantity):
        one, two = _measure(a.told), _measure(b.told)
        return a.told.unit == b.told.unit and (one or ("",))[0] == (two or ("",))[0]
    return isinstance(a.told, Dated) and isinstance(b.told, Dated) and a.told.grain == b.told.grain != "week"


def _measure(fact: Quantity) -> tuple[str, float, float] | None:
    """The unit that a number counts: its dimension, and how it is turned into the one that stands for it."""
    measures = fact.sentence.language.grammar(RelationGrammar).measures
    _, after = fact.sentence.around(fact.span)
    word = fact.sentence.words[after].plain if after < len(fact.sentence.words) else ""
    return measures.get(word)


def ratio(a: Value, b: Value) -> float:
    """The greater of two numbers of one sort by the lesser, in one unit; 1 for dates."""
    if not (isinstance(a.told, Quantity) and isinstance(b.told, Quantity)):
        return 1.0
    one, two = _measure(a.told), _measure(b.told)
    x, y = a.told.value, b.told.value
    if one is not None and two is not None and one != two:
        x, y = x * one[1] + one[2], y * two[1] + two[2]
    least, most = sorted((abs(x), abs(y)))
    return most / max(least, 1e-9)
