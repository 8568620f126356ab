"""Quantities with what they count, and which pairs of them disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.conflicts.facts import MOST_FACTS, Sentence, likeness
from onrecord.languages.english.articles import MONTH
from onrecord.languages.english.conflicts import AT_LEAST, AT_MOST, NUMBERED, ROUGHLY, VAGUE
from onrecord.languages.english.numerals import CARDINALS, SCALES, TEENS, TENS
from onrecord.languages.rarity import rarity
from onrecord.records import AnnotatedArticle, Span

_SMALL = {**CARDINALS, **TEENS, **TENS}
_SCALE = "|".join(SCALES)
_TENS = "|".join(TENS)
_ONES = "|".join(word for word in (*CARDINALS, *TEENS) if word != "one")
_NUMBER = re.compile(
    rf"(?P<currency>[$€£¥])? ?(?<![\w/.,:-])(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?:[”\"]?[ -](?P<scale>{_SCALE}))?(?P<percent> ?%| per ?cent)?(?![\w/]|-\d)"
    rf"(?:-(?P<unit>[a-z]{{3,20}}))?"
    rf"|\b(?P<words>(?:{_TENS})(?:-(?:{'|'.join(CARDINALS)}))?|{_ONES})(?:[ -](?P<wordscale>{_SCALE}))?"
    rf"(?P<wordpercent> per ?cent)?(?:-(?P<wordunit>[a-z]{{3,20}}))?\b"
    rf"|\b(?P<vague>{'|'.join(VAGUE)}) of\b",
    re.IGNORECASE,
)
_LEFT = 24
_AT_LEAST, _AT_MOST, _ROUGHLY = (
    re.compile(rf"\b{pattern} ?\W?$", re.IGNORECASE) for pattern in (AT_LEAST, AT_MOST, ROUGHLY)
)
_YEAR = re.compile(r"(?:1[789]|20)\d\d")
_NO_COUNT = re.compile(rf"(?:{NUMBERED}|{MONTH}) ?$")
# Words after a number that may hold what it counts ("19 separate actions").
_HEAD = 3
_NEAR = 4

# Two numbers of one thing are taken for one fact when they are about the same size: beyond that they count
# different things more often than not. Sizes and likenesses were read off BASIL dev, where of the pairs
# that pass every third to second is a gold conflict.
SAME_SIZE = 1.06
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
    ``near`` of a few more.
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

    def agrees(self, other: Quantity) -> bool:
        """Whether one number can be meant by both, one of them perhaps rounded."""
        if self.low <= other.high and other.low <= self.high:
            return True
        fine, coarse = sorted((self.value, other.value), key=_last_place)
        place = _last_place(coarse)
        return round(fine / place) == round(coarse / place)

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


def counted_alike(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers of one saying count the same; one may leave unsaid what ("14,000 fled")."""
    return a.counts_what(b) or (not (a.unit or b.unit) and not (a.counted and b.counted))


def quantities(item: AnnotatedArticle, sentences: Sequence[Sentence]) -> list[Quantity]:
    """The quantities of an article, dates and section numbers left out."""
    dates = [t.span for t in item.timexes if t.type in ("DATE", "TIME")]
    text = item.article.text
    found: list[Quantity] = []
    for sentence in sentences:
        inside = [d for d in dates if d.overlaps(sentence.span)]
        for match in _NUMBER.finditer(text, sentence.span.start, sentence.span.end):
            span = _trimmed(text, match)
            if any(d.overlaps(span) for d in inside) or _NO_COUNT.search(
                text[max(0, span.start - 12) : span.start]
            ):
                continue
            value = _value(match)
            if value is not None and len(found) < MOST_FACTS:
                found.append(_quantity(text, sentence, span, match, value))
    return found


def _trimmed(text: str, match: re.Match[str]) -> Span:
    start, end = match.span()
    return Span(start + (text[start : start + 1] == " "), end)


def _value(match: re.Match[str]) -> float | None:
    """The number that is written, None for years and for vague plurals without a number."""
    if match["vague"]:
        low, high = VAGUE[match["vague"].lower()]
        return (low + high) / 2
    if match["digits"]:
        bare = not (match["currency"] or match["scale"] or match["percent"] or match["unit"])
        if len(match["digits"]) > 15 or (bare and _YEAR.fullmatch(match["digits"])):
            return None
        number = float(match["digits"].replace(",", ""))
    else:
        number = float(sum(_SMALL[part] for part in match["words"].lower().split("-")))
    scale = match["scale"] or match["wordscale"]
    return number * SCALES[scale.lower()] if scale else number


def _quantity(text: str, sentence: Sentence, span: Span, match: re.Match[str], value: float) -> Quantity:
    unit = match["currency"] or ("%" if match["percent"] or match["wordpercent"] else "")
    unit = unit or (match["unit"] or match["wordunit"] or "").lower()
    low, high = _bounds(text[max(sentence.span.start, span.start - _LEFT) : span.start], value, match)
    _, after = sentence.around(span)
    counted: list[str] = []
    end = span.end
    for word in sentence.words[after : after + _HEAD]:
        if not word.content or text[end : word.span.start].strip(" ”\"'"):
            break
        counted.append(word.key)
        end = word.span.end
    near = sentence.keys(after, after + _NEAR)
    context = sentence.context(span) - set(counted)
    return Quantity(
        sentence, span, value, low, high, bool(match["vague"]), unit, tuple(counted), near, context
    )


def _bounds(before: str, value: float, match: re.Match[str]) -> tuple[float, float]:
    if match["vague"]:
        return VAGUE[match["vague"].lower()]
    if _AT_LEAST.search(before):
        return value, value * 1.5
    if _AT_MOST.search(before):
        return value * 0.75, value
    if _ROUGHLY.search(before):
        margin = _last_place(value) / 2
        return value - margin, value + margin
    return value, value


def _last_place(value: float) -> float:
    """The place of the last digit that is not zero: 100 for 1,200; 0.1 for 3.6."""
    digits = f"{value:.10g}"
    if "." in digits:
        return float(10 ** -len(digits.split(".")[1]))
    return float(10 ** (len(digits) - len(digits.rstrip("0"))))


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
    like = likeness(a.context, b.context)
    ratio = max(a.value, b.value) / max(min(a.value, b.value), 1e-9)
    if a.unit in _CURRENCIES:
        precise = min(_digits(a.value), _digits(b.value)) > 1
        if ratio <= SAME_SIZE and precise:
            return 0.5 + like
        return like if ratio <= LIKE_SIZE and like >= MONEY_LIKENESS else 0.0
    if a.unit == "%":
        return like if ratio <= LIKE_SIZE and like >= PERCENT_LIKENESS else 0.0
    if a.unit:
        return 0.5 + like if ratio <= LIKE_SIZE else 0.0
    telling = sum(rarity(key) for key in set(a.counted) & (set(b.counted) | b.near))
    if a.vague or b.vague:
        return 0.2 + like if ratio <= VAGUE_SIZE and telling >= TELLING else 0.0
    if min(a.value, b.value) > MANY and ratio <= CLOSE_SIZE:
        return 0.2 + like
    close = ratio <= LIKE_SIZE and min(a.value, b.value) > FEW
    return like if close and like >= COUNTED_LIKENESS else 0.0


def _digits(value: float) -> int:
    return len(f"{value:.10g}".replace(".", "").strip("0"))


def _settled(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether the other article gives this number too, so that the two know of both."""
    return any(quantity.agrees(o) and quantity.counts_what(o) for o in others)
