"""One sentence, its quotations masked, to the clauses in which somebody is said to have said something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.records import Span, Spans
from onrecord.statements.contents import (
    content_after,
    content_before,
    content_of_as,
    continuation,
    has_clause,
    marked_content,
    to_end,
)
from onrecord.statements.sources import phrase_start, source_start, source_stop, without_comma
from onrecord.statements.tokens import Clause, Tokens
from onrecord.statements.verbs import Cue, find_cues, is_participle

_OWNER_REACH = 4  # words from a noun back to its owner


def clauses(tokens: Tokens, *, headline: bool = False) -> list[Clause]:
    """The attributions of one sentence, in the order of their cues."""
    found = [*_according(tokens), *_said_nouns(tokens)]
    previous: Spans = ()
    for cue in find_cues(tokens, headline=headline):
        clause = _read_cue(tokens, cue, previous)
        if clause is None or _is_known(clause.cue, found):
            continue
        previous = clause.source or previous
        found.append(clause)
        if headline:
            break  # a second verb of a headline is a noun more often than not
    return found


def _is_known(cue: Spans, found: Sequence[Clause]) -> bool:
    return any(s.overlaps(t) for s in cue for clause in found for t in clause.cue)


# ------------------------------------------------------------------ cue verbs


def _read_cue(tokens: Tokens, cue: Cue, previous: Spans) -> Clause | None:
    """Source and content of one cue, or None when it reports nothing; ``previous``: the source before it."""
    if is_participle(tokens, cue):
        content = content_after(tokens, cue) if cue.word.inverts else marked_content(tokens, cue)
        return Clause(previous, _cue_span(tokens, cue), content) if content and previous else None
    return _inverted(tokens, cue) or _straight(tokens, cue)


def _cue_span(tokens: Tokens, cue: Cue) -> Spans:
    return (tokens.span(cue.start, cue.stop),)


def _inverted(tokens: Tokens, cue: Cue) -> Clause | None:
    """Read "…," said X."""
    if not (tokens.at(cue.start - 1).is_pause and cue.word.inverts):
        return None
    stop = _inverted_stop(tokens, cue)
    content = content_before(tokens, cue.start) if stop > cue.stop else ()
    if not content:
        return None
    content = (*content, *continuation(tokens, stop, content))
    return Clause((tokens.span(cue.stop, stop),), _cue_span(tokens, cue), content)


def _inverted_stop(tokens: Tokens, cue: Cue) -> int:
    """Where the source of "…," said X ends; ``cue.stop`` when the cue has its source before it."""
    if cue.word.lemma in tokens.cues.tells or _is_named_before(tokens, cue):
        return cue.stop
    stop = source_stop(tokens, cue.stop)
    if any(t.low in tokens.cues.auxiliaries for t in tokens.part(cue.stop, stop)):
        return cue.stop
    follows = tokens.at(stop)
    ends = not follows.is_word or follows.low in tokens.cues.adjuncts or follows.low == tokens.cues.joins
    return stop if ends else cue.stop


def _is_named_before(tokens: Tokens, cue: Cue) -> bool:
    """Tell “…” Olm, the minister, said."""
    quote = tokens.first(range(cue.start - 1, -1, -1), lambda t: t.is_quote)
    return quote is not None and quote < cue.start - 1 and tokens.at(quote + 1).is_word


def _straight(tokens: Tokens, cue: Cue) -> Clause | None:
    """Read "X said …", "…, X said" and "As X said, …"."""
    start = source_start(tokens, cue.start)
    if start is None:
        return None
    content = _content(tokens, cue, start)
    source = tokens.span(start, without_comma(tokens, cue.start))
    return Clause((source,), _cue_span(tokens, cue), content) if content else None


def _content(tokens: Tokens, cue: Cue, start: int) -> Spans:
    """What was said by the source that begins at ``start`` and has its cue behind it."""
    lead = tokens.at(start - 1)
    after = content_after(tokens, cue)
    if lead.low == tokens.cues.as_said:
        return content_of_as(tokens, cue) or after
    if not (lead.is_pause and cue.word.inverts) or has_clause(tokens, cue, lead):
        return after
    before = content_before(tokens, start)
    return (*before, *continuation(tokens, cue.stop, before)) if before else after


# ------------------------------------------------------------------ other forms


def _according(tokens: Tokens) -> Iterator[Clause]:
    """Read "According to X, …" and "…, according to X"."""
    for i in range(len(tokens) - 2):
        if (tokens.at(i).low, tokens.at(i + 1).low) == tokens.cues.according:
            first, stop = _authority(tokens, i)
            content = _beside(tokens, i, stop) if stop > first else ()
            if content:
                yield Clause((tokens.span(first, stop),), (tokens.span(i, first),), content)


def _authority(tokens: Tokens, i: int) -> tuple[int, int]:
    """First token and end of who is named after "according to" at ``i``; of a document who issued it."""
    first = i + 2
    stop = source_stop(tokens, first)
    if i == 0:  # the comma ends the phrase: what follows it is the content, not an appositive
        stop = tokens.first(range(first, stop), lambda t: t.text == ",") or stop
    if _is_issued(tokens, first, stop):
        first = stop + 1
        stop = source_stop(tokens, first)
    while stop > first and tokens.is_dated(stop - 1):
        stop -= 1
    return first, stop


def _is_issued(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a document is named, and then who issued it."""
    is_document = any(t.low in tokens.cues.said_nouns for t in tokens.part(first, stop))
    follows = stop < len(tokens) - 1 and tokens.at(stop).low in tokens.cues.source_of_document
    return is_document and follows


def _beside(tokens: Tokens, i: int, stop: int) -> Spans:
    """What stands before the phrase from ``i`` to ``stop``, or after it where nothing does."""
    before = content_before(tokens, i) if i else ()
    return before or to_end(tokens, stop + (tokens.at(stop).text == ","))


def _said_nouns(tokens: Tokens) -> Iterator[Clause]:
    """Read "X’s statement that …"."""
    for i in range(1, len(tokens) - 2):
        if tokens.at(i).low in tokens.cues.said_nouns and tokens.at(i + 1).low == tokens.cues.that:
            owner = _owner(tokens, i)
            if owner is not None:
                yield Clause((owner,), (tokens.span(i, i + 1),), to_end(tokens, i + 1))


def _owner(tokens: Tokens, noun: int) -> Span | None:
    """Whose the noun is, without the mark of the possessive."""
    cues = tokens.cues
    owns = (*cues.possessive_endings, *cues.plural_possessive)
    last = tokens.first(range(noun - 1, max(-1, noun - 1 - _OWNER_REACH), -1), lambda t: t.low.endswith(owns))
    start = None if last is None else phrase_start(tokens, last + 1)
    if last is None or start is None or start > last:
        return None
    owner = tokens.at(last)
    mark = 2 if owner.low.endswith(cues.possessive_endings) else 1
    return Span(tokens.at(start).start, owner.end - mark)
