"""Speech that a larger clause holds: "Brill, who called for …", "a report saying …", "the sum Olm demanded".

Unlike ``clauses`` these begin anywhere in a sentence, so only words that can be nothing else count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from onrecord.languages.grammar import CueGrammar
from onrecord.records import Span, Spans
from onrecord.statements.documents import document_before, document_name
from onrecord.statements.modes import is_estimate
from onrecord.statements.sources import source_start, without_comma
from onrecord.statements.stretches import is_finite, to_end, to_pause
from onrecord.statements.tokens import Clause, Tokens
from onrecord.statements.uttered import uttered

_FEWEST = 4  # words before a "per" that names who tells them
_LONGEST_PHRASE = 6  # words of what somebody wanted
_LONGEST_VERB = 4  # words from "who" to the end of its verb: "who has since also said"
_LONGEST_ADJUNCT = 14  # words between a verb and its "that"
_STOPS = frozenset(",;:.—–")
_IN_SUM = frozenset("$€£.%")
_Read = Callable[[Tokens, int], Spans | None]
_ReadClause = Callable[[Tokens, int], Clause | None]


def embedded(tokens: Tokens) -> Iterator[Clause]:
    """The attributions that stand inside a larger clause of one masked sentence, left to right."""
    constructions = _constructions(tokens.cues)
    for i, token in enumerate(tokens):
        for read in constructions.get(token.low, ()):
            clause = read(tokens, i)
            if clause is not None:
                yield clause
                break


@cache
def _constructions(cues: CueGrammar) -> Mapping[str, Sequence[_ReadClause]]:
    """Word -> the constructions that it may begin, those that are tried first in front."""
    found: defaultdict[str, list[_ReadClause]] = defaultdict(list)
    for words, read in (
        (cues.relatives, _relative),
        (cues.saying, _saying),
        (cues.wanted, _wanted),
        (cues.apologised, _apologised),
        ((cues.per,), _per),
        (cues.estimating, _estimated),
        (cues.telling | cues.asking, _told),
        (cues.utterances, uttered),  # "warning" is a participle as well
    ):
        for word in words:
            found[word].append(read)
    return dict(found)


# ------------------------------------------------------------------ relative clauses and participles


def _relative(tokens: Tokens, i: int) -> Clause | None:
    """Read "…, who called for a pause" and "the code that says: “…”"."""
    verb = _verb_end(tokens, i + 1)
    source = _antecedent(tokens, i) if verb is not None and i else None
    if verb is None or source is None:
        return None
    content = _complement(tokens, verb, to_pause if tokens.at(i - 1).text == "," else to_end)
    return Clause((source,), (tokens.span(i + 1, verb),), content) if content else None


def _antecedent(tokens: Tokens, relative: int) -> Span | None:
    """What the relative pronoun stands for: itself for a person, else the document before it."""
    if tokens.at(relative).low == tokens.cues.personal_relative:
        return tokens.span(relative, relative + 1)
    stop = relative
    while tokens.at(stop - 1).text == "," or tokens.is_dated(stop - 1):
        stop -= 1
    return document_name(tokens, stop)


def _verb_end(tokens: Tokens, start: int) -> int | None:
    """Where a group of helpers and a verb of speech that begins at ``start`` ends; None when none does."""
    for i in range(start, start + _LONGEST_VERB):
        if tokens.at(i).low in tokens.cues.passives:
            return None
        if not tokens.is_helper(i):
            return _speech_end(tokens, i)
    return None


def _speech_end(tokens: Tokens, i: int) -> int | None:
    """Where a verb of speech at ``i`` ends, with its particle; None if there is no such verb."""
    fitting = (w for w in tokens.verbs(i) if w.speech and w.particle in ("", tokens.at(i + 1).low))
    verb = next(fitting, None)
    return None if verb is None else i + 1 + bool(verb.particle)


def _complement(tokens: Tokens, verb: int, read: _Read) -> Spans | None:
    """What follows a verb of speech if it is surely what was said: a marked clause, or any after "said"."""
    if _is_sure(tokens, verb - 1) and not _is_mark(tokens, verb):
        return None if tokens.at(verb).low in tokens.cues.adjuncts else read(tokens, verb)
    for i in range(verb, verb + _LONGEST_ADJUNCT):
        if _is_mark(tokens, i):
            return read(tokens, i + (tokens.at(i).text == ":"))
        if not tokens.at(i).is_word and tokens.at(i).text != ",":
            break
    return None


def _is_sure(tokens: Tokens, i: int) -> bool:
    """Whether whatever follows the verb that ends here was said."""
    low, cues = tokens.at(i).low, tokens.cues
    return low in cues.says or low in cues.clear_verbs or low in cues.object_particles


def _is_mark(tokens: Tokens, i: int) -> bool:
    token = tokens.at(i)
    return token.low in tokens.cues.markers or token.text == ":" or token.is_quote


def _saying(tokens: Tokens, i: int) -> Clause | None:
    """Read "a report saying that …": a document and its participle."""
    source = document_before(tokens, i)
    content = None if source is None else to_end(tokens, i + 1)
    return Clause((source,), (tokens.span(i, i + 1),), content) if source and content else None


# ------------------------------------------------------------------ verbs whose object stands before them


def _wanted(tokens: Tokens, i: int) -> Clause | None:
    """Read "the sum that Olm had demanded for a pier", "the charges, which the mayor has denied"."""
    subject = None if _has_object(tokens, i) else _subject(tokens, i)
    stop = None if subject is None else _before_clause(tokens, subject)
    if subject is None or stop is None:
        return None
    first = _thing_start(tokens, stop)
    if not _is_thing(tokens, first, stop):
        return None
    more = to_pause(tokens, i + 1) if tokens.at(i + 1).low in tokens.cues.goes_on else None
    content = (tokens.span(first, stop), *(more or ()))
    return Clause(_span_of(tokens, subject), (tokens.span(subject.stop, i + 1),), content)


def _thing_start(tokens: Tokens, stop: int) -> int:
    """The article of the noun phrase that ends before ``stop``; ``stop`` where it has none."""
    near = range(stop - 1, max(-1, stop - 1 - _LONGEST_PHRASE), -1)
    return next((i for i in near if tokens.opens_phrase(i)), stop)


def _has_object(tokens: Tokens, verb: int) -> bool:
    """Whether what was wanted follows the verb, so that none stands before it."""
    follows = tokens.at(verb + 1)
    may_follow = tokens.cues.wanted[tokens.at(verb).low]
    return follows.is_quote or (follows.is_word and follows.low not in may_follow)


def _before_clause(tokens: Tokens, subject: range) -> int | None:
    """Where the noun phrase ends that a relative clause with this subject is about."""
    stop = subject.start
    if tokens.at(stop - 1).low in tokens.cues.relatives - {tokens.cues.personal_relative}:
        return stop - 1 - (tokens.at(stop - 2).text == ",")
    return stop if tokens.at(stop).low in tokens.cues.pronouns else None


def _is_thing(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether the tokens are a noun phrase and nothing else."""
    if stop - first < 2 or tokens.at(stop - 1).low == tokens.cues.joins:
        return False
    return all(_is_in_thing(tokens, i) for i in range(first, stop))


def _is_in_thing(tokens: Tokens, i: int) -> bool:
    token, cues = tokens.at(i), tokens.cues
    ends = (tokens.ends_phrase(i) or token.low in cues.auxiliaries) and token.low not in cues.phrase_joins
    return not ends and (token.is_word or token.text in _IN_SUM)


def _apologised(tokens: Tokens, i: int) -> Clause | None:
    """Read "Olm apologised for …": nothing else is meant by it."""
    subject = _subject(tokens, i)
    content = to_pause(tokens, i + 2) if tokens.at(i + 1).low == tokens.cues.for_this else None
    if subject is None or not content:
        return None
    return Clause(_span_of(tokens, subject), (tokens.span(subject.stop, i + 2),), content)


def _estimated(tokens: Tokens, i: int) -> Clause | None:
    """Read "Olm *put* the toll *at* 12", as far as a figure follows."""
    source, content = _main_subject(tokens, i), to_pause(tokens, i + 1)
    if source is None or content is None:
        return None
    if not is_estimate(tokens.language, tokens.at(i).low, tokens.written(content[0])):
        return None
    return Clause((source,), (tokens.span(i, i + 1),), content)


def _told(tokens: Tokens, i: int) -> Clause | None:
    """Read "She *told him* there was …", "He *asked her* where …": whom a pronoun means is told or asked."""
    cues, opens = tokens.cues, tokens.at(i + 2).low
    is_asked = tokens.at(i).low in cues.asking and tokens.language.lexicon.has(opens, "interrogative")
    is_told = tokens.at(i).low in cues.telling and _opens_told(tokens, i + 2)
    if tokens.at(i + 1).low not in cues.objects or not (is_asked or is_told):
        return None
    source, content = _main_subject(tokens, i), to_end(tokens, i + 2)
    return Clause((source,), (tokens.span(i, i + 1),), content) if source and content else None


def _main_subject(tokens: Tokens, verb: int) -> Span | None:
    """The subject of a main clause with this verb: it comes first, or behind a stop, "and" or "but"."""
    start = source_start(tokens, verb)
    if start is None:
        return None
    if tokens.at(start).text.isdigit() and tokens.at(start + 1).low == tokens.cues.joins:
        start += 2  # "the mayor said 15 and | the clinic put it at 19"
    before, stop = tokens.at(start - 1), without_comma(tokens, verb)
    opens = start == 0 or before.text in _STOPS or before.low in (tokens.cues.joins, *tokens.cues.contrasts)
    part = tokens.part(start, stop)
    low = part[0].low if len(part) == 1 else ""
    is_nobody = low in tokens.cues.first_persons and not tokens.language.lexicon.has(low, "first_person")
    is_clause = any(t.low in tokens.cues.auxiliaries for t in part)
    return tokens.span(start, stop) if part and opens and not is_clause and not is_nobody else None


def _opens_told(tokens: Tokens, i: int) -> bool:
    """Whether a clause with a subject of its own begins here."""
    token, cues = tokens.at(i), tokens.cues
    is_subject = token.low in cues.subjects or token.low in cues.first_persons or tokens.opens_phrase(i)
    return is_subject and any(is_finite(tokens, k) for k in range(i + 1, i + _LONGEST_PHRASE))


def _per(tokens: Tokens, i: int) -> Clause | None:
    """Read "Per the report, …" and "…, per the Courier", a stop behind it."""
    named = tokens.at(i + 1).low in tokens.cues.articles
    stop = tokens.first(range(i + 1, len(tokens)), lambda t: not t.is_word)
    stop = len(tokens) if stop is None else stop
    if i == 0:  # "Per Aas, who sat" is somebody
        content = to_end(tokens, stop + 1) if named and tokens.at(stop).text == "," else None
    else:
        named = named or all(tokens.at(k).is_capital for k in range(i + 1, stop))
        is_last = stop >= len(tokens) - 1 and tokens.at(i - 1).text == ","
        content = (tokens.span(0, i - 1),) if named and is_last and i > _FEWEST else None
    if not content or not 1 < stop - i <= _LONGEST_PHRASE + 1:
        return None
    return Clause((tokens.span(i + 1, stop),), (tokens.span(i, i + 1),), content)


def _span_of(tokens: Tokens, words: range) -> Spans:
    return (tokens.span(words.start, words.stop),)


def _subject(tokens: Tokens, verb: int) -> range | None:
    """The pronoun or name right before the helpers and adverbs of the verb at ``verb``."""
    stop = verb
    while tokens.is_helper(stop - 1):
        stop -= 1
    if any(t.low in tokens.cues.passives for t in tokens.part(stop, verb)):
        return None
    first = _name_start(tokens, stop)
    return range(first, stop) if 0 < first < stop and tokens.at(first).is_word else None


def _name_start(tokens: Tokens, stop: int) -> int:
    """Where the capitals before ``stop`` begin, or the pronoun there; ``stop`` when neither stands there."""
    first = stop
    while tokens.at(first - 1).is_capital or (tokens.at(first - 1).text == "." and first > 1):
        first -= 1
    is_pronoun = first == stop and tokens.at(stop - 1).low in tokens.cues.subjects
    return first - is_pronoun
