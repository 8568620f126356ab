"""Quantities with what they count, and which pairs of them disagree."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, pairwise

from onrecord.languages.grammar import ConflictGrammar, RelationGrammar
from onrecord.records import AnnotatedArticle, Span
from onrecord.relations.facts import MOST_FACTS
from onrecord.text import Number, Sentence

# Characters before a number in which what bounds it stands, and in which what makes it a name does.
_LEFT = 24
_BESIDE = 12
# Words after a number that may hold what it counts ("19 separate actions").
_HEAD = 3
_NEAR = 4

# Two numbers of one thing are taken for one fact when they are about the same size: beyond that they count
# different things more often than not. Sizes and likenesses were read off BASIL dev, where of the pairs
# that pass every third to second is a gold conflict.
SAME_SIZE = 1.06
# What is rounded without a word ("about") is off by no more of itself than this: 200 for 187, not 10 for 12.
ROUNDED = 0.1
LIKE_SIZE = 1.5
COUNTED_LIKENESS = 0.3
MONEY_LIKENESS = 0.4
PERCENT_LIKENESS = 0.6
# "Dozens" against "more than 200".
VAGUE_SIZE = 4
# "Two men" here and "three men" there are seldom the same men.
FEW = 3
# Above this, two close counts of things of one name are one count: "23 steps", "19 independent steps".
MANY = 10
CLOSE_SIZE = 1.25
# Rarity of the thing counted from which a vague plural is held against a number ("arrests", not "people").
TELLING = 2.0


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text.

    ``low`` to ``high`` is what it may mean ("more than 200" reaches up). ``unit``: a currency sign, "%", the
    word of a compound ("48-page"), or "" for things counted. ``counted``: keys of the words right after it,
    ``near`` of a few more. ``whole``: of how many it is a part ("nine of the fourteen piers"), or 0.
    """

    sentence: Sentence
    span: Span
    value: float
    low: float
    high: float
    vague: bool
    unit: str
    counted: tuple[str, ...]
    near: frozenset[str]
    context: frozenset[str]
    whole: float = 0.0

    def agrees(self, other: Quantity) -> bool:
        """Whether one number can be meant by both, one of them perhaps rounded."""
        if self.low <= other.high and other.low <= self.high:
            return True
        if self.whole and self.whole == other.whole == self.value + other.value:  # the rest of it
            return True
        fine, coarse = sorted((self.value, other.value), key=_last_place)
        place = _last_place(coarse)
        # Half a place and all below: "187 billion" may stand for 187.5.
        off = abs(fine - coarse)
        return off <= place / 2 * (1 + 1e-9) and off <= coarse * ROUNDED

    def counts_what(self, other: Quantity) -> bool:
        """Whether both count things of one name."""
        if self.unit != other.unit:
            return False
        if self.unit in _CURRENCIES or self.unit == "%":
            return True
        if self.unit:
            return bool(set(self.counted) & set(other.counted))
        heads, others = set(self.counted[-1:]), set(other.counted[-1:])
        return bool(heads & (others | other.near) or others & self.near)


_CURRENCIES = frozenset("$€£¥")
# Figures right behind figures, or before them but for a year; a character that was lost may be a half.
_GOES_ON = re.compile(r"[.,]\d| ?/ ?\d| \d|\ufffd")
_HAS_BEGUN = re.compile(r"(?:\d ?/ ?|(?<!\d)(?!(?:1[789]|20)\d\d )\d+ )$")


def counted_alike(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers of one saying count the same; one may leave unsaid what ("14,000 fled")."""
    return a.counts_what(b) or (not (a.unit or b.unit) and not (a.counted and b.counted))


def quantities(item: AnnotatedArticle, sentences: Sequence[Sentence]) -> list[Quantity]:
    """The quantities of an article, years, dates and section numbers left out."""
    dates = [t.span for t in item.timexes if t.type in ("DATE", "TIME")]
    counts = (
        q
        for sentence in sentences
        for q in _parts(
            [
                _quantity(sentence, number)
                for number in _in_ranges(sentence)
                if _counts(sentence, number) and not any(d.overlaps(number.span) for d in dates)
            ]
        )
    )
    return list(islice(counts, MOST_FACTS))


def _parts(found: list[Quantity]) -> Iterator[Quantity]:
    """The quantities of a sentence; one that is a part of the next counts what that counts."""
    for n, q in enumerate(found):
        whole = found[n + 1] if n + 1 < len(found) else None
        if (
            whole is not None
            and not q.counted
            and not q.unit
            and q.value < whole.value
            and _is_part(q, whole)
        ):
            yield replace(q, counted=whole.counted, near=whole.near, whole=whole.value)
        else:
            yield q


def _is_part(quantity: Quantity, whole: Quantity) -> bool:
    between = Span(quantity.span.end, whole.span.start)
    part_of = quantity.sentence.language.grammar(ConflictGrammar).part_of
    return bool(whole.counted) and part_of.fullmatch(quantity.sentence.of(between)) is not None


def _in_ranges(sentence: Sentence) -> list[Number]:
    """The numbers of a sentence; both ends of a range ("between 40 and 50") mean the whole of it."""
    found = list(sentence.view.numbers_in(sentence.span))
    text, join = sentence.article.text, sentence.language.grammar(RelationGrammar).range_join
    for n, (low, high) in enumerate(pairwise(found)):
        before = text[max(sentence.span.start, low.span.start - _BESIDE) : low.span.start]
        between = text[low.span.end : high.span.start]
        if low.value < high.value and join.fullmatch(f"{before}|{between}"):
            bounds = low.value, high.value
            found[n : n + 2] = [
                replace(low, bounds=bounds, unit=high.unit),
                replace(high, bounds=bounds),
            ]
    return found


def _counts(sentence: Sentence, number: Number) -> bool:
    """Whether a number counts something: no year, no piece of a longer one, no name."""
    return not (number.is_year or _is_cut(sentence, number) or _names(sentence, number))


def _is_cut(sentence: Sentence, number: Number) -> bool:
    """Whether a number is a piece of a longer one ("2.5m", "0845 125 2222", "4 1 / 2")."""
    text, (start, end) = sentence.article.text, (number.span.start, number.span.end)
    if text[start] == "0" and text[start + 1 : start + 2].isdigit():
        return True
    if number.bounds is not None or not text[end - 1].isdigit():
        return False
    before, after = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
    return _GOES_ON.match(after) is not None or _HAS_BEGUN.search(before) is not None


def _names(sentence: Sentence, number: Number) -> bool:
    """Whether a number stands for a section or a day and counts nothing."""
    before = sentence.article.text[max(0, number.span.start - _BESIDE) : number.span.start]
    return sentence.language.grammar(ConflictGrammar).no_count.search(before) is not None


def _quantity(sentence: Sentence, number: Number) -> Quantity:
    span = number.span
    low, high = number.bounds or _bounds(sentence, number)
    _, after = sentence.around(span)
    counted: list[str] = []
    end = span.end
    for word in sentence.words[after : after + _HEAD]:
        if not word.content or sentence.of(Span(end, word.start)).strip(" ”\"'"):
            break
        counted.append(word.key)
        end = word.end
    near = sentence.keys(after, after + _NEAR)
    context = sentence.context(span) - set(counted)
    vague = number.bounds is not None
    return Quantity(
        sentence, span, number.value, low, high, vague, number.unit, tuple(counted), near, context
    )


def _bounds(sentence: Sentence, number: Number) -> tuple[float, float]:
    """What a number may mean with the words before it: "more than 200" reaches up."""
    start, value = number.span.start, number.value
    before = sentence.article.text[max(sentence.span.start, start - _LEFT) : start]
    grammar = sentence.language.grammar(ConflictGrammar)
    if grammar.at_least.search(before):
        return value, value * 1.5
    if grammar.at_most.search(before):
        return value * 0.75, value
    if grammar.roughly.search(before):
        margin = _last_place(value) / 2
        return value - margin, value + margin
    return value, value


@lru_cache(maxsize=4096)
def _last_place(value: float) -> float:
    """The place of the last digit that is not zero: 100 for 1,200; 0.1 for 3.6; 1e9 for 349 billion."""
    digits, _, power = f"{value:.9e}".partition("e")
    kept = digits.replace(".", "").rstrip("0") or "0"
    return float(10.0 ** (int(power) - len(kept) + 1))


def disagreements(
    one: Sequence[Quantity], two: Sequence[Quantity]
) -> Iterator[tuple[float, Quantity, Quantity]]:
    """Pairs of quantities of two articles that count one thing and differ, with how sure that is."""
    for a in one:
        for b in two:
            if a.agrees(b) or not a.counts_what(b):
                continue
            sure = _sure(a, b)
            if sure > 0 and not _settled(a, two) and not _settled(b, one):
                yield sure, a, b


def _sure(a: Quantity, b: Quantity) -> float:
    """How sure it is that both are about one fact; 0 when it is not sure enough."""
    like = a.sentence.language.likeness(a.context, b.context)
    ratio = max(a.value, b.value) / max(min(a.value, b.value), 1e-9)
    if a.vague or b.vague:
        return _sure_of_vague(a, b, ratio, like)
    if ratio > LIKE_SIZE:
        return 0.0
    if a.unit in _CURRENCIES:
        return _sure_of_money(a, b, ratio, like)
    if a.unit == "%":
        return like if like >= PERCENT_LIKENESS else 0.0
    return 0.5 + like if a.unit else _sure_of_count(a, b, ratio, like)


def _sure_of_money(a: Quantity, b: Quantity, ratio: float, like: float) -> float:
    """Precise sums that nearly agree are one sum; others must be told alike."""
    precise = min(_digits(a.value), _digits(b.value)) > 1
    if ratio <= SAME_SIZE and precise:
        return 0.5 + like
    return like if like >= MONEY_LIKENESS else 0.0


def _sure_of_vague(a: Quantity, b: Quantity, ratio: float, like: float) -> float:
    """A vague plural beside a number ("dozens"): the thing counted must tell."""
    language = a.sentence.language
    telling = math.fsum(language.rarity(key) for key in set(a.counted) & (set(b.counted) | b.near))
    return 0.2 + like if ratio <= VAGUE_SIZE and telling >= TELLING else 0.0


def _sure_of_count(a: Quantity, b: Quantity, ratio: float, like: float) -> float:
    """Large counts that nearly agree are one count; a few of something must be told alike."""
    least = min(a.value, b.value)
    if least > MANY and ratio <= CLOSE_SIZE:
        return 0.2 + like
    return like if least > FEW and like >= COUNTED_LIKENESS else 0.0


def _digits(value: float) -> int:
    return len(f"{value:.10g}".replace(".", "").strip("0"))


def _settled(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether the other article gives this number too, so that the two know of both."""
    return any(quantity.agrees(o) and quantity.counts_what(o) for o in others)
