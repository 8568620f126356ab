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
_LONGEST_ISSUE = 8  # words between a document and its "saying"
_LONGEST_VERB = 4  # words from "who" to the end of its verb: "who has since also said"
_LONGEST_ADJUNCT = 14  # words between a verb and its "that"
_THIN = 4  # words; "his refusal to go" is hardly more than its noun
_MOST_ADJECTIVES = 3  # between an owner and what he uttered: "his own earlier call"
_PAUSES = frozenset(",;—–-:()")
_FINITE = cues.AUXILIARIES | cues.PAST_VERBS
# What ends the noun before "that Olm demanded", read from its end.
_NO_PHRASE = (cues.BOUNDARIES | cues.ADJUNCTS | cues.AUXILIARIES) - {"for", "and"}


def embedded(tokens: list[Token]) -> Iterator[Clause]:
    """The attributions that stand inside a larger clause of one masked sentence, left to right."""
    for i, token in enumerate(tokens):
        clause = None
        if token.low in ("who", "that", "which"):
            clause = _relative(tokens, i)
        elif token.low in cues.SAYING:
            clause = _saying(tokens, i)
        elif token.low in cues.WANTED:
            clause = _wanted(tokens, i)
        elif token.low in cues.APOLOGISED:
            clause = _apologised(tokens, i)
        if clause is None and token.low in cues.UTTERANCES:  # "warning" is both
            clause = _owned(tokens, i) or _uttered_by(tokens, i) or _unowned(tokens, i)
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
    source = document_before(tokens, at)
    content = None if source is None else _to_end(tokens, at + 1)
    return Clause((source,), (_span(tokens, at, at + 1),), content) if source and content else None


def document_before(tokens: list[Token], stop: int) -> Span | None:
    """The document that ends before ``stop``, with who issued it and when: "a letter by Olm on Monday"."""
    if stop and tokens[stop - 1].low in cues.ISSUED - cues.PAST_PARTICIPLES:
        return None
    for noun in range(stop, max(0, stop - _LONGEST_ISSUE), -1):
        found = _document(tokens, noun)
        if found is not None:
            return Span(found.start, tokens[stop - 1].end)
        word = tokens[noun - 1]
        is_more = word.is_capital or word.low in cues.ISSUED | cues.CALENDAR | cues.DETERMINERS
        if not (word.is_word and is_more):
            return None
    return None


def _document(tokens: list[Token], stop: int) -> Span | None:
    """The name of a document that ends before ``stop``: from its article or possessive on."""
    if stop < 1 or tokens[stop - 1].low not in cues.DOCUMENTS | cues.SAID_NOUNS:
        return None
    for i in range(stop - 1, max(-1, stop - 1 - _LONGEST_PHRASE), -1):
        if tokens[i].low in cues.DETERMINERS or tokens[i].low.endswith(("'s", "’s")):
            while i and tokens[i].is_capital and tokens[i - 1].is_capital and tokens[i - 1].is_word:
                i -= 1  # noqa: PLW2901 - "Karst Bank’s report" begins with its owner's first word
            part = _document(tokens, i - 1) if i and tokens[i - 1].low in ("to", "of", "in") else None
            return _span(tokens, i, stop) if part is None else Span(part.start, tokens[stop - 1].end)
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
    if tokens[mark].low not in marks or _is_place(tokens, mark):
        return None
    start = mark + (tokens[mark].low not in ("to", "that"))
    source = _owner(tokens, first - 1)
    is_subject = source is None or source.start <= tokens[0].start
    if tokens[mark].low != "that":
        content = _to_verb(tokens, start)
    else:
        content = _to_pause(tokens, start) if is_subject else _to_end(tokens, start)
    return Clause((source,), (_span(tokens, at, at + 1),), content) if content and source else None


def _uttered_by(tokens: list[Token], at: int) -> Clause | None:
    """Read "a request to Olm from the board to …", "calls by critics for …"."""
    links = (
        i for i in range(at + 1, min(len(tokens), at + _LONGEST_VERB)) if tokens[i].low in ("by", "from")
    )
    link = next(links, at)
    between = tokens[at + 1 : link]
    if link == at or (between and (between[0].low != "to" or not all(t.is_capital for t in between[1:]))):
        return None
    marks = cues.UTTERANCES[tokens[at].low] - {"of"}  # "criticism from some of the crew"
    stop = link + 1
    while stop < len(tokens) and tokens[stop].is_word and tokens[stop].low not in marks:
        if stop - link > _LONGEST_PHRASE or tokens[stop].low in cues.BOUNDARIES | cues.ADJUNCTS - marks:
            return None
        stop += 1
    if stop == link + 1 or stop >= len(tokens) or tokens[stop].low not in marks or _is_place(tokens, stop):
        return None
    content = _to_verb(tokens, stop + (tokens[stop].low not in ("to", "that")))
    return (
        Clause((_span(tokens, link + 1, stop),), (_span(tokens, at, link + 1),), content) if content else None
    )


def _unowned(tokens: list[Token], at: int) -> Clause | None:
    """Read "accusations that Olm had lied": whose they are the clause does not say."""
    if tokens[at].low not in cues.CHARGES or at + 2 >= len(tokens) or tokens[at + 1].low != "that":
        return None
    subject = tokens[at + 2]  # none follows in "claims that look odd"
    if not (subject.is_capital or subject.low in cues.DETERMINERS | cues.PRONOUNS):
        return None
    verbs = (
        i for i in range(at + 2, len(tokens)) if tokens[i].low in _FINITE or tokens[i].low.endswith("ed")
    )
    verb = next(verbs, at + 2)
    while verb < len(tokens) and (tokens[verb].low in cues.AUXILIARIES or tokens[verb].low.endswith("ed")):
        verb += 1
    ends = _to_verb(tokens, verb, at + 2)  # "accusations that she had lied | were false"
    return Clause((), (_span(tokens, at, at + 1),), ends) if ends else None


def _is_place(tokens: list[Token], at: int) -> bool:
    """Whether a "to" opens no infinitive: "its appeal to the voters"."""
    after = tokens[at + 1 : at + 2]
    return tokens[at].text == "to" and any(t.low in cues.DETERMINERS or t.is_capital for t in after)


def _wanted(tokens: list[Token], at: int) -> Clause | None:
    """Read "the sum that Olm had demanded for a pier", "the charges, which the mayor has denied"."""
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    is_object = follows is not None and follows.is_word and follows.low not in cues.WANTED[tokens[at].low]
    subject = _subject(tokens, at)
    if is_object or (follows is not None and follows.is_quote) or subject is None:
        return None
    stop = subject.start
    if tokens[stop - 1].low in ("that", "which"):
        stop -= 1 + (tokens[stop - 2].text == ",")
    elif tokens[subject.start].low not in cues.PRONOUNS:
        return None
    first = next((i for i in range(stop - 1, max(-1, stop - 1 - _LONGEST_PHRASE), -1)
                  if tokens[i].low in cues.DETERMINERS), stop)  # fmt: skip
    noun = tokens[first:stop]
    if (
        len(noun) < 2
        or noun[-1].low == "and"
        or any(not (t.is_word or t.text in "$€£.%") or t.low in _NO_PHRASE for t in noun)
    ):
        return None
    more = _to_pause(tokens, at + 1) if follows is not None and follows.low in ("to", "for", "from") else None
    return Clause(
        (_span(tokens, subject.start, subject.stop),),
        (_span(tokens, subject.stop, at + 1),),
        (_span(tokens, first, stop), *(more or ())),
    )


def _apologised(tokens: list[Token], at: int) -> Clause | None:
    """Read "Olm apologised for …": nothing else is meant by it."""
    subject = _subject(tokens, at)
    if subject is None or at + 1 >= len(tokens) or tokens[at + 1].low != "for":
        return None
    content = _to_pause(tokens, at + 2)
    cue = _span(tokens, subject.stop, at + 2)
    return Clause((_span(tokens, subject.start, subject.stop),), (cue,), content) if content else None


def _subject(tokens: list[Token], verb: int) -> range | None:
    """The pronoun or name right before the helpers and adverbs of the verb at ``verb``."""
    stop = verb
    while stop and (
        tokens[stop - 1].low in cues.AUXILIARIES | cues.ADVERBS or tokens[stop - 1].low.endswith("ly")
    ):
        if tokens[stop - 1].low in cues.PASSIVES:
            return None
        stop -= 1
    first = stop
    while first and (tokens[first - 1].is_capital or (tokens[first - 1].text == "." and first > 1)):
        first -= 1
    if first == stop and stop and tokens[stop - 1].low in ("he", "she", "they"):
        first -= 1
    if first == stop or not tokens[first].is_word or first == 0:
        return None
    return range(first, stop)


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


def _to_verb(tokens: list[Token], after: int, start: int | None = None) -> Spans | None:
    """From ``start`` to the pause or finite verb from ``after`` on ("his refusal to pay | was noted").

    None when that is thin. ``start`` is ``after`` unless given.
    """
    start = after if start is None else start
    found = _to_pause(tokens, start, _FINITE, after=after)
    if found is None:
        return None
    words = [t for t in tokens[start : start + _THIN] if t.start < found[0].end]
    return found if len(words) == _THIN or any(t.is_quote for t in words) else None


def _to_pause(
    tokens: list[Token], start: int, also: frozenset[str] = frozenset(), *, after: int = 0
) -> Spans | None:
    """From ``start`` to the next pause, or word of ``also`` from ``after`` on; a quotation stands alone."""
    if start < len(tokens) and tokens[start].is_quote:
        return _span_of(tokens, start, start + 1)
    ends = (
        i
        for i in range(start, len(tokens))
        if tokens[i].text in _PAUSES or (i >= after and tokens[i].low in also)
    )
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
