"""Speech that a larger clause holds: "Brill, who called for …", "a report saying …", "Olm’s offer to pay".

Unlike ``clauses`` these begin anywhere in a sentence, so only words that can be nothing else count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from onrecord.languages.english import cues
from onrecord.records import Span, Spans
from onrecord.statements.cuewords import cue_words
from onrecord.statements.tokens import Clause, Token

_LONGEST_PHRASE = 6  # words of a document's name: "the latest annual report of the board" has five
_LONGEST_VERB = 4  # words from "who" to the end of its verb: "who has since also said"
_LONGEST_ADJUNCT = 14  # words between a verb and its "that"
_THIN = 4  # words; "his refusal to go" is hardly more than its noun
_MOST_ADJECTIVES = 3  # between an owner and what he uttered: "his own earlier call"
_PAUSES = frozenset(",;—–-:()")
_FINITE = cues.AUXILIARIES | cues.PAST_VERBS


def embedded(tokens: list[Token]) -> Iterator[Clause]:
    """The attributions that stand inside a larger clause of one masked sentence, left to right."""
    for i, token in enumerate(tokens):
        clause = None
        if token.low in ("who", "that", "which"):
            clause = _relative(tokens, i)
        if token.low in cues.SAYING:
            clause = _saying(tokens, i)
        if clause is None and token.low in cues.UTTERANCES:  # "warning" is both
            clause = _owned(tokens, i)
        if clause is not None:
            yield clause


def _relative(tokens: list[Token], at: int) -> Clause | None:
    """Read "…, who called for a pause" and "the code that says: “…”"."""
    verb = _verb(tokens, at + 1)
    if verb is None or at == 0:
        return None
    source: Span | None = Span(tokens[at].start, tokens[at].end)
    if tokens[at].low != "who":
        stop = at
        while stop and (tokens[stop - 1].text == "," or tokens[stop - 1].low in cues.CALENDAR):
            stop -= 1
        source = _document(tokens, stop)
    is_aside = tokens[at - 1].text == ","
    content = _complement(tokens, verb, _to_pause if is_aside else _to_end)
    if source is None or content is None:
        return None
    return Clause((source,), (_span(tokens, at + 1, verb),), content)


def _verb(tokens: list[Token], start: int) -> int | None:
    """Where a group of helpers and a verb of speech that begins at ``start`` ends; None when none does."""
    for i in range(start, min(len(tokens), start + _LONGEST_VERB)):
        low = tokens[i].low
        if low in cues.PASSIVES:
            return None
        if low in cues.AUXILIARIES or low in cues.ADVERBS or low.endswith("ly"):
            continue
        follows = tokens[i + 1].low if i + 1 < len(tokens) else ""
        forms = [w for w in cue_words().get(low, ()) if w.speech and w.particle in ("", follows)]
        return i + 1 + bool(forms[0].particle) if forms else None
    return None


def _complement(
    tokens: list[Token], verb: int, read: Callable[[list[Token], int], Spans | None]
) -> Spans | None:
    """What follows a verb of speech if it is surely what was said: a marked clause, or any after "said"."""
    last = tokens[verb - 1].low
    for i in range(verb, min(len(tokens), verb + _LONGEST_ADJUNCT)):
        token = tokens[i]
        if token.low in ("that", "whether") or token.text == ":" or token.is_quote:
            return read(tokens, i + (token.text == ":"))
        if i == verb and (last in cues.SAYS or last in cues.CLEAR_VERBS or last in ("for", "on", "out")):
            return None if token.low in cues.ADJUNCTS else read(tokens, i)
        if not token.is_word and token.text != ",":
            break
    return None


def _saying(tokens: list[Token], at: int) -> Clause | None:
    """Read "a report saying that …": a document and its participle."""
    source = _document(tokens, at)
    content = None if source is None else _to_end(tokens, at + 1)
    return Clause((source,), (_span(tokens, at, at + 1),), content) if source and content else None


def _document(tokens: list[Token], stop: int) -> Span | None:
    """The name of a document that ends before ``stop``: from its article or possessive on."""
    if stop < 1 or tokens[stop - 1].low not in cues.DOCUMENTS | cues.SAID_NOUNS:
        return None
    for i in range(stop - 1, max(-1, stop - 1 - _LONGEST_PHRASE), -1):
        if tokens[i].low in cues.DETERMINERS or tokens[i].low.endswith(("'s", "’s")):
            while i and tokens[i].is_capital and tokens[i - 1].is_capital and tokens[i - 1].is_word:
                i -= 1  # noqa: PLW2901 - "Karst Bank’s report" begins with its owner's first word
            return _span(tokens, i, stop)
        is_stop = tokens[i].text == "." and i > 0 and tokens[i - 1].is_capital  # "the K.S. code"
        if not (is_stop or tokens[i].is_word) or tokens[i].low in cues.ADJUNCTS | cues.BOUNDARIES:
            return None
    return None


def _owned(tokens: list[Token], at: int) -> Clause | None:
    """Read "Olm’s offer to pay", "the bank’s own earlier denial of …"."""
    first = at
    while first and at - first < _MOST_ADJECTIVES and not _owns(tokens, first - 1):
        low = tokens[first - 1].low
        if not tokens[first - 1].is_word or low in (cues.BOUNDARIES | cues.ADJUNCTS) - {
            "and",
            "early",
            "earlier",
        }:
            return None
        first -= 1
    if not first or not _owns(tokens, first - 1) or at + 1 >= len(tokens):
        return None
    marks = cues.UTTERANCES[tokens[at].low]
    mark = at + 1
    while mark < len(tokens) - 1 and tokens[mark].low in cues.CALENDAR | {"on", "last", "this"}:
        mark += 1  # "Olm’s vow on Monday to pay"
    if tokens[mark].low not in marks:
        return None
    start = mark + (tokens[mark].low not in ("to", "that"))
    source = _owner(tokens, first - 1)
    is_subject = source is None or source.start <= tokens[0].start
    if tokens[mark].low != "that":
        content = _to_verb(tokens, start)
    else:
        content = _to_pause(tokens, start) if is_subject else _to_end(tokens, start)
    return Clause((source,), (_span(tokens, at, at + 1),), content) if content and source else None


def _owns(tokens: list[Token], at: int) -> bool:
    """Whether the token at ``at`` ends a possessive: "his", "Olm’s", the mark of "the guilds’"."""
    low = tokens[at].low
    if low in ("’", "'"):
        return at > 0 and tokens[at - 1].is_word and tokens[at - 1].low.endswith("s")
    return low in cues.POSSESSIVES or (low.endswith(("'s", "’s")) and low[:-2] not in cues.PRONOUN_STEMS)


def _owner(tokens: list[Token], at: int) -> Span | None:
    """The noun phrase whose last word is the possessive at ``at``, without its mark."""
    if tokens[at].low in cues.POSSESSIVES:
        return _span(tokens, at, at + 1)
    is_mark = not tokens[at].is_word
    at -= is_mark
    end = tokens[at].end - (0 if is_mark else len("’s"))
    first = name = at
    for i in range(at - 1, max(-1, at - _LONGEST_PHRASE), -1):
        token = tokens[i]
        if token.low in cues.DETERMINERS:
            first = i
            break
        if token.text == "." and i and tokens[i - 1].is_capital:
            continue
        if not token.is_word or token.low in cues.BOUNDARIES | cues.ADJUNCTS or token.low.endswith("ed"):
            break
        if token.is_capital and name == i + 1 + (tokens[i + 1].text == "."):
            name = i
    first = first if first < at else name
    is_name = tokens[first].is_capital or tokens[first].low in cues.DETERMINERS
    return Span(tokens[first].start, end) if is_name else None


def _to_verb(tokens: list[Token], start: int) -> Spans | None:
    """From ``start`` to the next pause or finite verb ("his refusal to pay | was noted"), unless thin."""
    found = _to_pause(tokens, start, _FINITE)
    if found is None:
        return None
    words = [t for t in tokens[start : start + _THIN] if t.start < found[0].end]
    return found if len(words) == _THIN or any(t.is_quote for t in words) else None


def _to_pause(tokens: list[Token], start: int, also: frozenset[str] = frozenset()) -> Spans | None:
    """From ``start`` to the next pause or word of ``also``; after a quotation nothing more."""
    if start < len(tokens) and tokens[start].is_quote:
        return _span_of(tokens, start, start + 1)
    ends = (i for i in range(start, len(tokens)) if tokens[i].text in _PAUSES or tokens[i].low in also)
    return _span_of(tokens, start, next(ends, len(tokens)))


def _to_end(tokens: list[Token], start: int) -> Spans | None:
    """From ``start`` to the end of the sentence; after a quotation nothing more."""
    if start < len(tokens) and tokens[start].is_quote:
        return _span_of(tokens, start, start + 1)
    return _span_of(tokens, start, len(tokens))


def _span_of(tokens: list[Token], start: int, stop: int) -> Spans | None:
    """``tokens[start:stop]`` without its stop; None when that is no two words."""
    while stop > start and tokens[stop - 1].text in ".?!":
        stop -= 1
    is_one = stop - start == 1 and tokens[start].is_quote
    return (_span(tokens, start, stop),) if stop - start > 1 or is_one else None


def _span(tokens: list[Token], start: int, stop: int) -> Span:
    """The characters of ``tokens[start:stop]``."""
    return Span(tokens[start].start, tokens[stop - 1].end)
