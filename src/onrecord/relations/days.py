"""Dates of one event that differ: the event is the word that two sentences date."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from onrecord.languages import Language
from onrecord.languages.grammar import ConflictGrammar, WordGrammar
from onrecord.records import AnnotatedArticle, Span, Timex
from onrecord.relations.facts import MOST_FACTS
from onrecord.text import Sentence, Word

# Content words before and after a date among which its event is looked for.
_BEFORE = 3
_AFTER = 2
# Words from the date at which a word still stands beside it ("ends in 2019", "Friday apologized").
_BESIDE = 2
# Words after a date at the head of a sentence among which its verb is looked for: subjects are short there.
_SUBJECT = 6
# What else two sentences must share, in rarity, besides the event; two names or rare words.
SHARED = 1.2
TOGETHER = 3.5
# An act with its object ("hold a primary").
ACT = 3.0
# The same where the verb stands near both dates and beside neither.
ALONE = 4.0
# Likeness of the words around where the verb does not stand beside both dates. In 400 stories that nobody had
# read, dates said to differ fall from 60 to 34 with it, and on BASIL dev none that is right.
ALIKE = 0.3
# Words in more dated sentences than this name the story and not the event.
OFTEN = 3
# Days, months, years: how far two dates of one event lie apart at most. Farther ones are two events.
DAYS_APART = 7
MONTHS_APART = 70
YEARS_APART = 3
_FEBRUARY = 2
_GRAINS = ((1, "day"), (9, "week"), (45, "month"), (10**9, "year"))
_COMPARABLE = {
    (a, b) for a in ("day", "month", "year") for b in ("day", "month", "year") if "month" in (a, b)
}
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
RARE_NAME = 4.0


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a sentence.

    ``exact``: told by a month or a figure and not by a weekday alone.
    ``next_to``: keys of the verbs it may date that stand right beside it, but for prepositions and articles;
    ``events``: those and the content words a little farther off. ``hour``: only the hour is told.
    """

    sentence: Sentence
    span: Span
    first: date
    last: date
    year_given: bool
    exact: bool
    next_to: frozenset[str]
    events: frozenset[str]
    hour: bool = False

    @property
    def length(self) -> int:
        """Days from first to last, 0 for a single day."""
        return (self.last - self.first).days

    @property
    def grain(self) -> str:
        """How finely it is told: "day", "week", "month" or "year"."""
        return _grain(self)

    def agrees(self, other: Dated) -> bool:
        """Whether a day lies in both."""
        return self.first <= other.last and other.first <= self.last


def told_alike(a: Dated, b: Dated) -> bool:
    """Whether two dates of one saying that do not agree exclude each other, for they are told equally finely.

    A weekday alone may be the one before or after the one it was taken for.
    """
    grain = _grain(a)
    return (
        grain == _grain(b) and grain != "week" and _gap(a, b) > 0 and ((a.exact and b.exact) or _differ(a, b))
    )


def excludes(a: Dated, b: Dated) -> bool:
    """Whether no day lies in both, whatever year an unwritten one is."""
    return _gap(a, b) > 0


def dated(item: AnnotatedArticle, sentences: Sequence[Sentence]) -> list[Dated]:
    """The dates of an article that are bounded on both sides, with what they date."""
    found = []
    for timex in item.timexes[:MOST_FACTS]:
        sentence = next((s for s in sentences if s.span.contains(timex.span)), None)
        bounds = _bounds(timex)
        if sentence is not None and bounds is not None:
            written = timex.span.of(item.article.text)
            exact_date = sentence.language.grammar(ConflictGrammar).exact_date
            year_given, exact = bool(_YEAR.search(written)), bool(exact_date.search(written))
            next_to, events = _events(sentence, timex.span)
            named = any(d.span.overlaps(timex.span) for d in sentence.view.day_names)
            hour = timex.type == "TIME" and any(c.isdigit() for c in written) and not named
            found.append(Dated(sentence, timex.span, *bounds, year_given, exact, next_to, events, hour))
    return found


def _bounds(timex: Timex) -> tuple[date, date] | None:
    if timex.type not in ("DATE", "TIME") or timex.earliest is None or timex.latest is None:
        return None
    try:
        return date.fromisoformat(timex.earliest), date.fromisoformat(timex.latest)
    except ValueError:
        return None


def _events(sentence: Sentence, span: Span) -> tuple[frozenset[str], frozenset[str]]:
    """Words next to a date, and near it, that can name its event: no names, no verbs of saying."""
    first, after = sentence.around(span)
    near = [
        (key, distance, word)
        for distance, word in _near(sentence, first, after)
        if (key := _event(word, sentence.language))
    ]
    beside = {key for key, d, word in near if d <= _BESIDE and _tells(word, sentence.language)}
    if fronted := _fronted(sentence, span, first, after):
        beside.add(fronted)
    return frozenset(beside), frozenset(key for key, _, _ in near) | beside


def _near(sentence: Sentence, first: int, after: int) -> list[tuple[int, Word]]:
    """The content words around a date, with how many words away they stand."""
    before = [(first - i, w) for i, w in enumerate(sentence.words[:first]) if w.content]
    behind = [(i + 1, w) for i, w in enumerate(sentence.words[after:]) if w.content]
    return [*before[-_BEFORE:], *behind[:_AFTER]]


def _event(word: Word, language: Language) -> str | None:
    """The event that a word can name, by the key of the word that stands for all of one meaning."""
    grammar = language.grammar(ConflictGrammar)
    if not word.written.islower() or word.key in grammar.no_events or word.key.isdigit():
        return None
    return grammar.same_event.get(word.key, word.key)


def _fronted(sentence: Sentence, span: Span, first: int, after: int) -> str | None:
    """The verb that a date at the head of its sentence dates ("On Wednesday, the council voted")."""
    text = sentence.article.text
    if first > 1 or not text.startswith(",", span.end) or after >= len(sentence.words):
        return None
    for word in sentence.words[after : after + _SUBJECT]:
        if word.content and word.written.islower() and _tells(word, sentence.language):
            return event_of(word, sentence.language)
    return None


def event_of(word: Word, language: Language) -> str | None:
    """The event that a word may tell as a verb, by the key of the word that stands for all of one meaning."""
    grammar = language.grammar(ConflictGrammar)
    if not (word.content and word.written.islower() and _tells(word, language)):
        return None
    return None if word.key in grammar.no_events else grammar.same_event.get(word.key, word.key)


def _tells(word: Word, language: Language) -> bool:
    """Whether a word has a form that verbs have when they tell what happened ("apologized", "ends")."""
    if word.plain in language.grammar(WordGrammar).irregular:
        return True
    endings = language.grammar(ConflictGrammar).verb_endings
    return word.plain != word.key and word.plain.endswith(endings)


def disagreements(one: Sequence[Dated], two: Sequence[Dated]) -> Iterator[tuple[float, Dated, Dated]]:
    """Pairs of dates of two articles that date one event and differ, with how sure that is."""
    usual = Counter(chain.from_iterable(d.sentence.keys() for d in (*one, *two)))
    for a in one:
        for b in two:
            if not _differ(a, b):
                continue
            sure, events = _one_event(a, b, usual)
            if events and not _settled(a, events, two) and not _settled(b, events, one):
                yield sure, a, b


def _one_event(a: Dated, b: Dated, usual: Counter[str]) -> tuple[float, frozenset[str]]:
    """How much the sentences of two dates share, and the event that both date, empty when it is not one."""
    language = a.sentence.language
    reported = frozenset(language.grammar(ConflictGrammar).same_event.values())
    events = (a.next_to & b.events) | (a.events & b.next_to)
    sure = _telling(a.sentence.keys() & b.sentence.keys() - events, usual, language)
    if not events:
        events = a.events & b.events & reported
        return sure, events if sure >= ALONE and _alike(a, b) else frozenset()
    told = _telling(events, Counter(), language)
    # An act with its object ("hold a primary") tells as much as the words around it.
    is_act = len(events) > 1 and bool(events & reported) and told >= ACT
    return sure, events if is_act or _is_told_of_both(a, b, sure, told) else frozenset()


def _is_told_of_both(a: Dated, b: Dated, sure: float, told: float) -> bool:
    """Whether the sentences share enough, and the event's word stands beside both dates or they are alike."""
    enough = sure >= SHARED and sure + told >= TOGETHER
    return enough and (bool(a.next_to & b.next_to) or _alike(a, b))


def _alike(a: Dated, b: Dated) -> bool:
    """Whether the words around two dates are those of one report; the verb is often not that of one event."""
    contexts = a.sentence.context(a.span), b.sentence.context(b.span)
    return a.sentence.language.likeness(*contexts) >= ALIKE


def _telling(shared: frozenset[str], usual: Counter[str], language: Language) -> float:
    """What shared words tell of an event, those in many dated sentences of the two articles less."""
    return math.fsum(language.rarity(key) * min(1.0, OFTEN / max(1, usual[key])) for key in shared)


def _differ(a: Dated, b: Dated) -> bool:
    """Whether two dates exclude each other and are yet close enough, for their grain, to be of one event."""
    grains = _grain(a), _grain(b)
    gap = _gap(a, b)
    if gap <= 0:
        return False
    if grains == ("day", "day"):
        # A bare weekday may be the one before or after: "Tuesday" seven days off is the same Tuesday.
        return gap < DAYS_APART
    if grains == ("year", "year"):
        return gap <= YEARS_APART * 366
    return grains in _COMPARABLE and gap <= MONTHS_APART


def _gap(a: Dated, b: Dated) -> int:
    """Days between two dates, not above 0 where they may be the same."""
    # Where no year is given it was guessed; the day and month were not.
    told = (a.year_given and b.year_given) or "year" in (_grain(a), _grain(b))
    if told:
        return max((b.first - a.last).days, (a.first - b.last).days)
    base = b.first.year - a.first.year
    moved = ((_in_year(a.first, n), _in_year(a.last, n)) for n in (base - 1, base, base + 1))
    return min(max((b.first - last).days, (first - b.last).days) for first, last in moved)


def _in_year(day: date, years: int) -> date:
    """The same day of the year so many years later; of a leap day the one before."""
    year = min(max(day.year + years, date.min.year), date.max.year)
    leap = (day.month, day.day) == (_FEBRUARY, 29)
    return day.replace(year=year, day=28) if leap else day.replace(year=year)


def _grain(dating: Dated) -> str:
    """How finely a date is told; a week and a day of it seldom date the same thing."""
    return next(grain for most, grain in _GRAINS if dating.length <= most)


def _settled(dating: Dated, events: frozenset[str], others: Sequence[Dated]) -> bool:
    """Whether the other article dates the same event so as well."""
    return any(o.events & events and o.agrees(dating) for o in others)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of years ("from 1967 to 1979") in a sentence, with keys of its rare names."""

    sentence: Sentence
    span: Span
    first: int
    last: int
    names: frozenset[str]


def terms(sentences: Sequence[Sentence]) -> list[Term]:
    """The terms of years that an article gives."""
    return list(islice((term for sentence in sentences for term in _terms_of(sentence)), MOST_FACTS))


def _terms_of(sentence: Sentence) -> Iterator[Term]:
    pattern, language = sentence.language.grammar(ConflictGrammar).range_of_years, sentence.language
    found = list(pattern.finditer(sentence.article.text, sentence.span.start, sentence.span.end))
    named = (w.key for w in sentence.words if found and w.content and w.written[:1].isupper())
    names = frozenset(key for key in named if language.rarity(key) >= RARE_NAME)
    return (Term(sentence, Span(*m.span()), int(m[1]), int(m[2]), names) for m in found)


def term_disagreements(one: Sequence[Term], two: Sequence[Term]) -> Iterator[tuple[Term, Term]]:
    """Terms of years in two articles that differ by a few years, in sentences that share a rare name."""
    for a in one:
        for b in two:
            off = abs(a.first - b.first), abs(a.last - b.last)
            if any(off) and max(off) <= YEARS_APART and a.names & b.names:
                yield a, b
