"""One sentence, its quotations masked, to the clauses in which somebody is said to have said something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.languages.english import cues
from onrecord.records import Span, Spans
from onrecord.statements.cuewords import CueWord, cue_words
from onrecord.statements.tokens import PAUSES, Clause, Token

_LONGEST_SOURCE = 30  # tokens; longer ones are misread clauses
_LONGEST_ADJUNCT = 14  # tokens between a cue and its "that"


@dataclass(frozen=True, slots=True)
class _Cue:
    """Tokens ``[start, stop)`` are the cue with its auxiliaries and adverbs; ``verb`` is at that index."""

    start: int
    stop: int
    verb: int
    word: CueWord


def clauses(tokens: list[Token], *, headline: bool = False) -> list[Clause]:
    """The attributions of one sentence, in the order of their cues."""
    found = list(_according(tokens))
    colon = _headline_colon(tokens) if headline else None
    if colon is not None:
        return [colon]
    found.extend(_said_nouns(tokens))
    previous: Spans = ()
    for cue in _cues(tokens, headline=headline):
        clause = _read_cue(tokens, cue, previous)
        if clause is None or any(s.overlaps(t) for s in clause.cue for c in found for t in c.cue):
            continue
        previous = clause.source or previous
        found.append(clause)
        if headline:
            break  # a second verb of a headline is a noun more often than not
    return found


# ------------------------------------------------------------------ cue verbs


def _cues(tokens: list[Token], *, headline: bool) -> Iterator[_Cue]:
    """Cue verbs with what belongs to them, left to right."""
    table = cue_words()
    for i, token in enumerate(tokens):
        before = tokens[i - 1].low if i else ""
        is_noun = before in cues.DETERMINERS or before in cues.BEFORE_NOUNS or before.endswith(("’s", "'s"))
        is_plural = before.endswith("s") or before in cues.PRONOUNS or before in cues.AUXILIARIES
        if is_noun or (token.is_capital and not headline):
            continue
        for word in table.get(token.low, ()):
            stop = i + 1
            if word.particle and not (stop < len(tokens) and tokens[stop].low == word.particle):
                continue
            if token.low == word.lemma and not (is_plural or headline or (i and _is_helper(tokens[i - 1]))):
                continue  # "the state news agency", "a report"
            start = i
            while start and _is_helper(tokens[start - 1]):
                start -= 1
            yield _Cue(start, stop + bool(word.particle), i, word)
            break


def _is_helper(token: Token) -> bool:
    """An auxiliary or adverb between a source and its cue verb."""
    is_manner = token.low.endswith("ly") and not token.is_capital
    return token.low in cues.AUXILIARIES or token.low in cues.ADVERBS or is_manner


def _read_cue(tokens: list[Token], cue: _Cue, previous: Spans) -> Clause | None:
    """Source and content of one cue, or None when it reports nothing."""
    cue_span = (_span(tokens, cue.start, cue.stop),)
    before = tokens[cue.start - 1] if cue.start else None
    if _is_participle(tokens, cue):
        content = _content_after(tokens, cue) if cue.word.inverts else _marked_content(tokens, cue)
        return Clause(previous, cue_span, content) if content and previous else None
    if before is not None and before.is_pause and cue.word.inverts:
        stop = _inverted_stop(tokens, cue)
        content = _content_before(tokens, cue.start) if stop > cue.stop else ()
        if content:
            content = (*content, *_continuation(tokens, stop, content))
            return Clause((_span(tokens, cue.stop, stop),), cue_span, content)
    start = _source_start(tokens, cue.start)
    if start is None:
        return None
    source = (_span(tokens, start, _without_comma(tokens, cue.start)),)
    lead = tokens[start - 1] if start else None
    content = _content_after(tokens, cue)
    if lead is not None and lead.low == "as":
        content = _content_of_as(tokens, cue) or content
    elif lead is not None and lead.is_pause and cue.word.inverts and not _has_clause(tokens, cue, lead):
        before_it = _content_before(tokens, start)
        content = (*before_it, *_continuation(tokens, cue.stop, before_it)) if before_it else content
    return Clause(source, cue_span, content) if content else None


def _is_participle(tokens: list[Token], cue: _Cue) -> bool:
    """Tell "…, adding that": a second thing said by the source of the clause before."""
    before = tokens[cue.start - 1] if cue.start else None
    follows = before is None or before.is_pause or before.low in ("by", "while", "in")
    return tokens[cue.verb].low.endswith("ing") and cue.start == cue.verb and follows


def _inverted_stop(tokens: list[Token], cue: _Cue) -> int:
    """Where the source of "…," said X ends; ``cue.stop`` when the cue has its source before it."""
    if cue.word.lemma == "tell":
        return cue.stop
    quote = next((i for i in range(cue.start - 1, -1, -1) if tokens[i].is_quote), None)
    if quote is not None and quote < cue.start - 1 and tokens[quote + 1].is_word:
        return cue.stop  # "…" Olm, the minister, said
    stop = _source_stop(tokens, cue.stop)
    if any(t.low in cues.AUXILIARIES for t in tokens[cue.stop : stop]):
        return cue.stop
    follows = tokens[stop] if stop < len(tokens) else None
    ends = follows is None or not follows.is_word or follows.low in cues.ADJUNCTS or follows.low == "and"
    return stop if ends else cue.stop


# ------------------------------------------------------------------ sources


def _source_start(tokens: list[Token], stop: int) -> int | None:
    """Where the noun phrase that ends before ``stop`` begins; None when there is none."""
    end = _without_comma(tokens, stop)
    start = _phrase_start(tokens, end)
    if end < stop:  # "Olm, the minister of health, said": the appositive's own phrase comes before it
        comma = next(
            (i for i in range(end - 1, max(-1, end - _LONGEST_SOURCE), -1) if tokens[i].text == ","), 0
        )
        start = _phrase_start(tokens, comma) if comma else start
        if start == comma:
            return None
    start = _without_adjunct(tokens, start, end)
    if start >= end or end - start > _LONGEST_SOURCE:
        return None
    phrase = tokens[start:end]
    is_name = any(t.is_capital and t.is_word for t in phrase)
    is_noun = phrase[0].low in cues.DETERMINERS | cues.PRONOUNS or phrase[-1].low.endswith("s")
    return start if is_name or is_noun else None


def _without_comma(tokens: list[Token], stop: int) -> int:
    """``stop``, or one less when a comma stands before it."""
    return stop - 1 if stop and tokens[stop - 1].text == "," else stop


def _phrase_start(tokens: list[Token], end: int) -> int:
    """Read backwards from ``end`` while the tokens can belong to one noun phrase."""
    start = end
    while start:
        token = tokens[start - 1]
        joins = token.low == "and" and start >= 2 and tokens[start - 2].is_capital
        if not joins and (token.low in cues.BOUNDARIES or not (token.is_word or token.text in "'’.&")):
            break
        if _is_past_cue(token):
            break  # "Olm said the union" is no noun phrase
        start -= 1
    return start


def _is_past_cue(token: Token) -> bool:
    """Whether a word can be nothing but a verb that hands on speech: "said", "claimed"."""
    is_form = token.low in ("said", "says", "told", "tells") or token.low.endswith("ed")
    return is_form and any(word.inverts for word in cue_words().get(token.low, ()))


def _without_adjunct(tokens: list[Token], start: int, end: int) -> int:
    """Skip a leading "On Tuesday" or "In a later interview" that belongs to no name."""
    if start < end and tokens[start].low in cues.ADJUNCTS:
        dated = [i for i in range(start, end) if tokens[i].low in cues.CALENDAR]
        return dated[-1] + 1 if dated else start
    while start < end and tokens[start].low in cues.ADVERBS and tokens[start].low != "both":
        start += 1
    return start


def _source_stop(tokens: list[Token], start: int) -> int:
    """Where a noun phrase that begins at ``start`` ends; ``start`` itself when none does."""
    if start >= len(tokens):
        return start
    first = tokens[start]
    if first.low in cues.PRONOUNS and not first.is_capital:
        return start + 1
    if not (first.is_capital or first.low in cues.DETERMINERS or first.is_word):
        return start
    if first.low in cues.ADJUNCTS:
        return start
    stop = start
    named = False
    while stop < len(tokens) and stop - start < _LONGEST_SOURCE:
        token = tokens[stop]
        if token.low in cues.ADJUNCTS - {"for", "in", "at", "on"} or token.low in cues.BOUNDARIES - {
            "and",
            "with",
        }:
            break
        if token.low in ("in", "at", "on", "for") and (
            stop + 1 >= len(tokens) or not _names_office(tokens, stop)
        ):
            break
        if token.text == "," and not (named and _is_appositive(tokens, stop + 1)):
            break
        if not token.is_word and token.text not in ".,'’&-":
            break
        named = named or token.is_word
        stop += 1
    while stop > start and not tokens[stop - 1].is_word:
        stop -= 1
    return stop


def _names_office(tokens: list[Token], preposition: int) -> bool:
    """Whether "at the New School" rather than "at a rally", "on Tuesday" or "in a statement" follows."""
    rest = tokens[preposition + 1 : preposition + 3]
    if tokens[preposition].low == "on" or not rest or rest[0].low in ("a", "an"):
        return False
    named = [t for t in rest if t.is_capital and t.low not in cues.CALENDAR]
    return bool(named) and not rest[-1].text[0].isdigit()


def _is_appositive(tokens: list[Token], start: int) -> bool:
    """Whether a description follows the comma: "a professor", "the ministry's director"."""
    if start >= len(tokens) or tokens[start].low not in ("a", "an", "the", "who", "director", "head"):
        return False
    return not any(t.is_quote for t in tokens[start : start + 2])


# ------------------------------------------------------------------ contents


def _content_before(tokens: list[Token], stop: int) -> Spans:
    """What stands before a cue clause that follows it, without the comma between them."""
    if tokens[stop - 1].is_quote and (stop == 1 or not tokens[stop - 2].is_word):
        return (_span(tokens, stop - 1, stop),)
    end = stop
    while end and tokens[end - 1].text in PAUSES:
        end -= 1
    start = 0
    while start < end and not (tokens[start].is_word or tokens[start].is_quote):
        start += 1
    return (_span(tokens, start, end),) if end - start > 1 or (end > start and tokens[start].is_quote) else ()


def _continuation(tokens: list[Token], stop: int, content: Spans) -> Spans:
    """The second half of a broken quotation ("…," Olm said, "…"); nothing when there is no first half."""
    if not any(t.is_quote and content[-1].start <= t.start < content[-1].end for t in tokens[:stop]):
        return ()
    for i in range(stop, min(len(tokens), stop + _LONGEST_ADJUNCT)):
        if tokens[i].is_quote:
            return (_span(tokens, i, i + 1),) if tokens[i - 1].text in ",—–:-" else ()
        if not (tokens[i].is_word or tokens[i].text in ",—–:-'’."):
            break
    return ()


def _content_of_as(tokens: list[Token], cue: _Cue) -> Spans:
    """What follows the comma of "As Olm said, …"."""
    comma = next((i for i in range(cue.stop, len(tokens)) if tokens[i].text == ","), None)
    return () if comma is None else _to_end(tokens, comma + 1)


def _content_after(tokens: list[Token], cue: _Cue) -> Spans:
    """What follows a cue: a quotation, a that-clause behind adjuncts, or whatever stands next to it."""
    start = cue.stop
    if start >= len(tokens):
        return ()
    marked = _marked_content(tokens, cue)
    first = tokens[start]
    if marked or first.text in ",." or cue.word.lemma == "tell":
        return marked
    if first.low == "to" and cue.word.lemma in cues.TAKE_INFINITIVE:
        return _to_end(tokens, start)
    if cue.word.inverts and first.low in cues.ADJUNCTS - {"about", "with", "over"}:
        return ()
    return _to_end(tokens, start)


def _marked_content(tokens: list[Token], cue: _Cue) -> Spans:
    """Content whose beginning is marked: by "that", by a colon, by a quotation mark."""
    takes_object = cue.word.lemma in cues.TAKE_OBJECT
    start = cue.stop
    aside = start < len(tokens) and (tokens[start].low in cues.ADJUNCTS or tokens[start].text == ",")
    for i in range(start, min(len(tokens), start + _LONGEST_ADJUNCT)):
        token = tokens[i]
        if token.low in ("that", "whether") or token.text == ":":
            return _to_end(tokens, i)
        if token.is_quote:
            before = tokens[i - 1]
            settled = aside and (before.is_pause or before.is_capital or before.low in cues.CALENDAR)
            near = i == start or takes_object or settled or before.low.endswith("ly")
            return _to_end(tokens, i) if near else ()
        if token.low == "to" and takes_object and i > start:
            return _to_end(tokens, i)
        if not (token.is_word or token.text in ",'’."):
            return ()
    return ()


def _has_clause(tokens: list[Token], cue: _Cue, lead: Token) -> bool:
    """Whether what was said follows the cue, rather than an addressee, an adjunct or nothing.

    ``lead`` stands before the source: after a quotation, another one is its second half.
    """
    following = tokens[cue.stop : cue.stop + _LONGEST_ADJUNCT]
    if not following or following[0].text in ",.—–" or following[0].low in cues.ADJUNCTS:
        following = following[1:] if following and following[0].low in cues.ADJUNCTS else []
        return any(t.low == "that" or t.text == ":" for t in following)
    if cue.word.lemma in cues.TAKE_OBJECT:
        return any(
            t.low in ("that", "to") or t.text == ":" or (t.is_quote and not lead.is_quote) for t in following
        )
    return not (lead.is_quote and following[0].is_quote)


def _to_end(tokens: list[Token], start: int) -> Spans:
    """From ``start`` to the end of the sentence without its stop, or to another cue clause."""
    end = len(tokens)
    for i in range(start + 1, len(tokens) - 1):
        if tokens[i].text in ",—–" or tokens[i].is_quote:
            rest = i + 1
            ends_here = tokens[rest].low in ("according", "adding", "noting", "saying")
            if ends_here:
                end = i + tokens[i].is_quote
                break
    while end > start and tokens[end - 1].text in ".,;":
        end -= 1
    while start < end and tokens[start].text in ",:—–":
        start += 1
    return (_span(tokens, start, end),) if end > start else ()


# ------------------------------------------------------------------ other forms


def _according(tokens: list[Token]) -> Iterator[Clause]:
    """Read "According to X, …" and "…, according to X"."""
    for i in range(len(tokens) - 2):
        if tokens[i].low != "according" or tokens[i + 1].low != "to":
            continue
        first = i + 2
        source_stop = _source_stop(tokens, first)
        if i == 0:  # the comma ends the phrase: what follows it is the content, not an appositive
            source_stop = next((j for j in range(first, source_stop) if tokens[j].text == ","), source_stop)
        is_document = any(t.low in cues.SAID_NOUNS for t in tokens[first:source_stop])
        if is_document and source_stop < len(tokens) - 1 and tokens[source_stop].low in ("from", "by"):
            first = source_stop + 1
            source_stop = _source_stop(tokens, first)
        while source_stop > first and tokens[source_stop - 1].low in cues.CALENDAR:
            source_stop -= 1
        if source_stop <= first:
            continue
        content = _content_before(tokens, i) if i else ()
        if not content and source_stop < len(tokens):
            content = _to_end(tokens, source_stop + (tokens[source_stop].text == ","))
        if content:
            yield Clause((_span(tokens, first, source_stop),), (_span(tokens, i, first),), content)


def _said_nouns(tokens: list[Token]) -> Iterator[Clause]:
    """Read "X’s statement that …"."""
    for i in range(1, len(tokens) - 2):
        if tokens[i].low not in cues.SAID_NOUNS or tokens[i + 1].low != "that":
            continue
        end = next(
            (j for j in range(i, max(0, i - 4), -1) if tokens[j - 1].low.endswith(("'s", "’s", "s’", "s'"))),
            None,
        )
        start = None if end is None else _phrase_start(tokens, end)
        if start is None or end is None or start >= end:
            continue
        owner = tokens[end - 1]
        cut = owner.end - (2 if owner.low.endswith(("'s", "’s")) else 1)
        yield Clause((Span(tokens[start].start, cut),), (_span(tokens, i, i + 1),), _to_end(tokens, i + 1))


def _headline_colon(tokens: list[Token]) -> Clause | None:
    """Read "Ministry: no talks": a short name, a colon, what it says."""
    colon = next((i for i, t in enumerate(tokens) if t.text == ":"), None)
    if colon is None or not 0 < colon <= 5 or colon + 2 > len(tokens):
        return None
    name = tokens[:colon]
    if not all(t.is_word for t in name) or not name[0].is_capital or len(tokens) - colon < 3:
        return None
    return Clause((_span(tokens, 0, colon),), (_span(tokens, colon, colon + 1),), _to_end(tokens, colon + 1))


def _span(tokens: list[Token], start: int, stop: int) -> Span:
    """The characters of ``tokens[start:stop]``."""
    return Span(tokens[start].start, tokens[stop - 1].end)
