"""What has been done to a person in one outlet and is still to come, or was not done, in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from onrecord.languages import Language
from onrecord.languages.grammar import ConflictGrammar
from onrecord.records import Span
from onrecord.relations.facts import MOST_FACTS
from onrecord.text import Sentence, Word

# Words before a participle among which its auxiliaries stand ("has already been secretly indicted").
BEFORE = 6
# Words before these among which the person stands; a longer way and it may be another's status.
SUBJECT = 8
# What two sentences share besides, in rarity, where one says that something was not done.
SHARED = 1.5

_BREAKS = re.compile(r"[,;:—]")
State = Literal["done", "pending", "denied"]


@dataclass(frozen=True, slots=True)
class Status:
    """What was done to a person, or was not; ``act`` stands for all participles of one meaning.

    ``span`` reaches from the person to the participle.
    """

    person: str
    act: str
    state: State
    sentence: Sentence
    span: Span


def statuses(sentences: Sequence[Sentence]) -> list[Status]:
    """Passive acts of an article whose person is named before them in the same clause."""
    found = (_status(s, i, act) for s in sentences for i, act in _acts(s))
    return list(islice((s for s in found if s is not None), MOST_FACTS))


def _acts(sentence: Sentence) -> Iterator[tuple[int, str]]:
    """The participles of a sentence that say what was done to somebody: (number of the word, act)."""
    known = sentence.language.grammar(ConflictGrammar).statuses
    return ((i, known[w.plain]) for i, w in enumerate(sentence.words) if w.plain in known)


def _status(sentence: Sentence, i: int, act: str) -> Status | None:
    """The act whose participle is word ``i``; None without an auxiliary or a person before it."""
    grammar, first = sentence.language.grammar(ConflictGrammar), max(0, i - BEFORE)
    low = [w.plain for w in sentence.words[first:i]]
    at = max((n for n, w in enumerate(low) if w in grammar.being or w == grammar.be), default=None)
    if at is None:
        return None
    person, state = _person(sentence, first + at), _state(low, at, sentence.language)
    if person is None or state is None:
        return None
    return Status(person.plain, act, state, sentence, Span(person.start, sentence.words[i].end))


def _state(low: Sequence[str], at: int, language: Language) -> State | None:
    """What the words before a participle say of it, ``low[at]`` being its auxiliary; None for a mere wish."""
    grammar = language.grammar(ConflictGrammar)
    if any(language.is_negation(w) for w in low):
        return "denied"
    if low[at] == grammar.be:
        return "pending" if grammar.pending & set(low[:at]) else None
    return "done"


def _person(sentence: Sentence, before: int) -> Word | None:
    """The last word of the name that word ``before`` is said of.

    The one just before it in the same clause, or the sentence's first where commas set off what stands
    between ("Petra Solveig, who ran the mill for years, was charged").
    """
    other_subjects = sentence.language.grammar(ConflictGrammar).other_subjects
    for i in range(before - 1, max(-1, before - 1 - SUBJECT), -1):
        if _BREAKS.search(sentence.gap(i)):
            return _apart(sentence, i)
        if sentence.words[i].plain in other_subjects:
            return None
        if _is_name(sentence, i):
            return sentence.words[i]
    return None


def _apart(sentence: Sentence, close: int) -> Word | None:
    """The last word of the sentence's first name, where a comma follows it and one stands after ``close``."""
    if not sentence.gap(close).startswith(","):
        return None
    first = next((i for i in range(close) if _is_name(sentence, i)), None)
    if first is None or first > SUBJECT:
        return None
    last = first
    while last + 1 < close and _is_name(sentence, last + 1) and not _BREAKS.search(sentence.gap(last)):
        last += 1
    return sentence.words[last] if sentence.gap(last).startswith(",") else None


def _is_name(sentence: Sentence, i: int) -> bool:
    word = sentence.words[i]
    return word.content and word.written[:1].isupper() and (i > 0 or word.written.istitle())


def disagreements(one: Sequence[Status], two: Sequence[Status]) -> Iterator[tuple[Status, Status]]:
    """Pairs of one act on one person that is done here and not done, or not yet, there.

    An article that says both itself follows the act in time, and contradicts nobody.
    """
    for a in one:
        for b in two:
            if (a.person, a.act) != (b.person, b.act) or a.state == b.state:
                continue
            states = {a.state, b.state}
            about_one = states == {"done", "pending"} or (states == {"done", "denied"} and _alike(a, b))
            if about_one and not (_says(one, b) or _says(two, a)):
                yield a, b


def _alike(a: Status, b: Status) -> bool:
    """Whether the sentences share more than person and act: one may be charged with this, not with that."""
    return a.sentence.language.weight(_besides(a) & _besides(b)) >= SHARED


def _besides(status: Status) -> frozenset[str]:
    """Keys of the content words of the sentence, names and the status itself left out."""
    return frozenset(
        w.key
        for w in status.sentence.words
        if w.content and w.written.islower() and not status.span.contains(w.span)
    )


def _says(statuses: Sequence[Status], other: Status) -> bool:
    return any((s.person, s.act, s.state) == (other.person, other.act, other.state) for s in statuses)
