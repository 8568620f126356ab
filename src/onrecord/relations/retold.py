"""One claim of one speaker, told by two outlets each in its own words, that does not say the same.

Where statements were found to render one utterance, and one has nearly all the telling words of the other,
what is left says what differs: a "not" or a refusal, a clause that bounds it, the place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from onrecord.languages import Language
from onrecord.languages.grammar import RelationGrammar
from onrecord.records import AnnotatedArticle, Place, Span, Statement, hull
from onrecord.relations.places import Placed, Places
from onrecord.text import Sentence, View, Word

# Of the telling words of the poorer and of the richer telling, in rarity, those that both have; and what
# these tell at least.
POORER, RICHER, TELLING = 0.75, 0.5, 6.0
# The same of the richer one where what differs is a "not", which may be of anything else that it tells.
BARE = 0.7
# Where the place differs, the name of it tells that it is one thing: no other article of the two has it.
PLACED = 0.5
# Words behind a "not" among which stands what it denies.
DENIED = 3
# Of a clause's words, those that the other article keeps in its sentence and the two on either side.
KEPT, BESIDE = 0.5, 2
# Telling words of the claim that a clause bounds that both have, at least: two may be a mere topic.
CLAIM = 3
MOST = 300
_BOUNDS = frozenset(("condition", "exception"))
_MARKS = re.compile(r"[,;:—–()]|[.!?](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement's content: its words, keys of those that tell, and the utterances that it renders."""

    statement: Statement
    view: View
    words: tuple[Word, ...]
    keys: frozenset[str]
    utterances: frozenset[str]

    @property
    def place(self) -> Place:
        """Its words, from first to last."""
        whole = hull(self.statement.content)
        return Place(self.statement.article_id, whole.start, whole.end)

    @property
    def around(self) -> list[Sentence]:
        """The sentences that it stands in, with those on either side."""
        whole = hull(self.statement.content)
        first, last = (self.view.sentence_index(at) for at in (whole.start, whole.end - 1))
        return list(self.view.sentences[max(0, first - BESIDE) : last + BESIDE + 1])


Pair = tuple[Telling, Telling]


def tellings(item: AnnotatedArticle, view: View, renders: Mapping[str, frozenset[str]]) -> list[Telling]:
    """The statements of an article that others render, too, and whose speaker is known."""
    found = (_telling(s, view, renders.get(s.id, frozenset())) for s in item.statements if s.speaker_id)
    return list(islice((t for t in found if t.utterances and t.keys), MOST))


def _telling(statement: Statement, view: View, utterances: frozenset[str]) -> Telling:
    words = tuple(w for span in statement.content for w in view.words_in(span))
    keys = frozenset(w.key for w in words if w.content and not view.language.is_negation(w.written))
    return Telling(statement, view, words, keys, utterances)


def pairs(one: Sequence[Telling], two: Sequence[Telling]) -> list[Pair]:
    """Those of one utterance and one speaker."""
    by_utterance: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in two:
        for utterance in telling.utterances:
            by_utterance[utterance].append(telling)
    found = {
        (a.statement.id, b.statement.id): (a, b)
        for a in one
        for utterance in sorted(a.utterances)
        for b in by_utterance.get(utterance, ())
        if a.statement.speaker_id == b.statement.speaker_id
    }
    return list(found.values())


def _is_one_claim(a: frozenset[str], b: frozenset[str], language: Language, richer: float = RICHER) -> bool:
    shared = language.weight(a & b)
    low, high = sorted((language.weight(a), language.weight(b)))
    return shared >= TELLING and shared >= POORER * low and shared >= richer * high


def _of_others(a: Telling, b: Telling) -> bool:
    """Whether each names somebody or something that the other does not."""
    return all(_named(x) - y.keys for x, y in ((a, b), (b, a)))


def _named(telling: Telling) -> frozenset[str]:
    return frozenset(w.key for w in telling.words if w.content and w.written[:1].isupper())


# ---------------------------------------------------------------------- a "not", a refusal


def denied(found: Sequence[Pair]) -> Iterator[Pair]:
    """Pairs of one claim of which one denies, or says that it is refused, what the other says.

    Two quotations are compared word by word elsewhere.
    """
    for a, b in found:
        if "indirect" not in (a.statement.kind, b.statement.kind) or _of_others(a, b):
            continue
        if not _is_one_claim(a.keys, b.keys, a.view.language, BARE):
            continue
        full, bare = sorted((a, b), key=lambda t: not _denials(t))
        at = _denials(full)
        if at and not _denials(bare) and all(_denies(full, i, a.keys & b.keys) for i in at):
            yield a, b


def _denials(telling: Telling) -> list[int]:
    """The numbers of the words that deny or refuse."""
    language, words = telling.view.language, telling.words
    return [
        i
        for i, w in enumerate(words)
        if language.is_negation(w.written)
        or (language.lexicon.has(w.plain, "refuses") and i + 1 < len(words))
    ]


def _denies(telling: Telling, at: int, shared: frozenset[str]) -> bool:
    """Whether what a "not" denies, the next telling word, is something that both tell."""
    behind = (w.key for w in telling.words[at + 1 : at + 1 + DENIED] if w.content)
    return next(behind, None) in shared


# ---------------------------------------------------------------------- a clause that bounds


@dataclass(frozen=True, slots=True)
class Lost:
    """A clause that bounds what ``short`` tells without it."""

    short: Telling
    clause: Place
    words: str


def unbounded(found: Sequence[Pair]) -> Iterator[Lost]:
    """Clauses ("unless …", "only after …") that one of two tellings of a claim is without."""
    for pair in found:
        for short, full in (pair, pair[::-1]):
            lost = next((x for span, claim in _clauses(full) if (x := _lost(short, full, span, claim))), None)
            if lost is not None:
                yield lost


def _lost(short: Telling, full: Telling, clause: Span, claim: frozenset[str]) -> Lost | None:
    language = full.view.language
    told, shared = full.view.keys_in(clause) - claim, claim & short.keys
    least = max(TELLING, POORER * language.weight(claim))
    if not told or len(shared) < CLAIM or language.weight(shared) < least or _of_others(short, full):
        return None
    if bool(_denials(short)) != any(not clause.contains(full.words[i].span) for i in _denials(full)):
        return None
    grammar, around = language.grammar(RelationGrammar), short.around
    kept = frozenset().union(*(s.keys() for s in around))
    if language.weight(told & kept) >= KEPT * language.weight(told):
        return None
    found = (m.lastgroup for s in around for m in grammar.bound.finditer(s.text))
    if not _BOUNDS.isdisjoint(found) or any(grammar.retold.search(s.text) for s in around):
        return None
    words = full.view.text[clause.start : clause.end]
    return Lost(short, Place(full.statement.article_id, clause.start, clause.end), words)


def _clauses(telling: Telling) -> Iterator[tuple[Span, frozenset[str]]]:
    """The clauses that bound, each with the keys of the claim that it bounds."""
    grammar, text = telling.view.language.grammar(RelationGrammar), telling.view.text
    for span in telling.statement.content:
        for match in grammar.retold.finditer(text, span.start, span.end):
            mark = _MARKS.search(text, match.end(), span.end)
            clause = Span(match.start(), mark.start() if mark else span.end)
            if mark is not None and not _told(telling, Span(span.start, match.start())):
                end = _MARKS.search(text, mark.end(), span.end)
                claim = Span(mark.end(), end.start() if end else span.end)
            else:
                claim = Span(_begins(telling, span.start, match.start()), match.start())
            yield clause, _told(telling, claim)


def _begins(telling: Telling, start: int, end: int) -> int:
    """Where the claim begins that ends before a clause: behind the last mark before a word that joins."""
    text, joins = telling.view.text, telling.view.language.grammar(RelationGrammar).joins
    marks = [m.end() for m in _MARKS.finditer(text, start, end)]
    behind = ((at, next((w.plain for w in telling.words if w.start >= at), "")) for at in reversed(marks))
    return next((at for at, word in behind if word in joins and text[at:end].strip()), start)


def _told(telling: Telling, span: Span) -> frozenset[str]:
    return frozenset(w.key for w in telling.words if span.contains(w.span) and w.key in telling.keys)


# ---------------------------------------------------------------------- where


def moved(found: Sequence[Pair], one: Places, two: Places) -> Iterator[tuple[Placed, Placed]]:
    """Places of one claim that differ; neither article has a word of the other's."""
    for a, b in found:
        for x in _placed(a, one):
            for y in _placed(b, two):
                if x.name & two.names or y.name & one.names:
                    continue
                keys = [t.keys - p.sentence.view.keys_in(p.span) for t, p in ((a, x), (b, y))]
                language = a.view.language
                shared = language.weight(keys[0] & keys[1])
                if shared >= TELLING and shared >= PLACED * min(map(language.weight, keys)):
                    yield x, y


def _placed(telling: Telling, found: Places) -> list[Placed]:
    return [p for p in found.told if any(s.contains(p.span) for s in telling.statement.content)]
