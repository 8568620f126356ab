"""Subjects parted from their verb by an aside, where the tagger found none, or one inside the aside."""

from __future__ import annotations

from dataclasses import replace

from onrecord.languages.grammar import CoreferenceGrammar, CueGrammar
from onrecord.records import Attribution, Span
from onrecord.statements.masking import tokenise
from onrecord.statements.sources import source_start, source_stop, without_comma
from onrecord.statements.spans import sentence_at
from onrecord.statements.tokens import Tokens
from onrecord.text import View

_LONGEST_SUBJECT = 5  # words of a name with its office
_LONGEST_CLAUSE = 1000  # characters before a cue; a longer sentence has lost its stops


def with_subject(view: View, attribution: Attribution) -> Attribution:
    """``attribution`` with the subject of its verb for its source, where an aside stands between the two.

    "*Two pilots*, who asked not to be named, said …"; "*The letter*, which the Courier has seen, says …";
    "Asked by Brill, *Olm* said …"; or a clause of its own: "Brill wept as *Olm* told him …".
    """
    attribution = _without_later(view, attribution)
    sentence = sentence_at(view, attribution.cue[0].start) if attribution.cue else None
    if sentence is None or not 0 < attribution.cue[0].start - sentence.start <= _LONGEST_CLAUSE:
        return attribution
    before = tokenise(view.text, Span(sentence.start, attribution.cue[0].start), view.language)
    if (relative := _relative(before, attribution, sentence)) is not None:
        return replace(attribution, source=(relative,))
    inside = _inside(before, attribution)
    if inside is None:
        return attribution
    subject = _behind_agent(view, before, inside) or _opening(before, inside)
    if subject is None and _goes_on(view, attribution):
        subject = _own(before, inside)
    return attribution if subject is None else replace(attribution, source=(subject,))


def _relative(before: Tokens, attribution: Attribution, sentence: Span) -> Span | None:
    """The "who" right before the verb, where the source is of an earlier sentence: "Vane, *who* told …"."""
    if not attribution.source or attribution.source[-1].end > sentence.start:
        return None
    last = len(before) - 1
    while last > 0 and before.at(last).low in before.cues.adverbs:
        last -= 1
    is_relative = before.at(last).low == before.cues.personal_relative
    return before.span(last, last + 1) if is_relative else None


def _without_later(view: View, attribution: Attribution) -> Attribution:
    """The attribution without a source that begins behind the sentences of its cue and its content.

    Nobody is told of only after what was said and its verb have ended: of the six such that the tagger finds
    in PolNeAR dev none is right. The verb has a subject of its own, which the tagger has missed.
    """
    if not attribution.source or not attribution.cue:
        return attribution
    anchors = (attribution.cue[-1].end - 1, attribution.content[-1].end - 1)
    ends = [sentence.end for at in anchors if (sentence := sentence_at(view, at)) is not None]
    if len(ends) < len(anchors) or attribution.source[0].start < max(ends):
        return attribution
    return replace(attribution, source=())


def _inside(before: Tokens, attribution: Attribution) -> range | None:
    """The tokens of the source; an empty range without one, None where it is not whole in ``before``."""
    if not attribution.source:
        return range(0)
    source = attribution.source[0]
    inside = [i for i, t in enumerate(before) if source.start <= t.start and t.end <= source.end]
    return range(inside[0], inside[-1] + 1) if len(attribution.source) == 1 and inside else None


def _behind_agent(view: View, before: Tokens, inside: range) -> Span | None:
    """Who stands right before the verb where the source is an agent in an aside: "quoted by Brill, *Olm*"."""
    agent = view.language.grammar(CoreferenceGrammar).agent
    at = next((i for i in range(inside.start - 1, inside.start + 2) if before.at(i).low == agent), None)
    if not inside or at is None or at > inside.stop or not _opens_aside(before, at - 1):
        return None
    comma = before.first(range(inside.stop - 1, len(before)), lambda t: t.text == ",")
    start = source_start(before, len(before))
    if comma is None or start is None or start <= comma:
        return None
    return before.span(start, without_comma(before, len(before)))


def _goes_on(view: View, attribution: Attribution) -> bool:
    """Whether a verb that is no infinitive hands on what follows it."""
    cue = attribution.cue[0]
    first = cue.of(view.text).split(" ")[0].lower()
    infinitive = view.language.grammar(CueGrammar).infinitive
    return attribution.content[0].start >= cue.end and first[:1].isalpha() and first != infinitive


def _own(before: Tokens, inside: range) -> Span | None:
    """The name right before the verb where a conjunction opens its clause, and the source stands before."""
    last, cues = len(before) - 1, before.cues
    start = source_start(before, last + 1) if inside and before.at(last).is_capital else None
    if start is None or start - 1 < inside.stop or last + 1 - start > _LONGEST_SUBJECT:
        return None
    if before.at(start - 1).low not in cues.subordinators | {cues.as_said}:
        return None
    is_clause = any(before.is_past(i) or before.at(i).low in cues.pronouns for i in range(start, last + 1))
    return None if is_clause else before.span(start, last + 1)


def _opens_aside(before: Tokens, participle: int) -> bool:
    """Whether a participle opens the sentence or stands behind a comma."""
    verb = before.is_past(participle) or bool(before.verbs(participle))
    return verb and (participle == 0 or before.at(participle - 1).text == ",")


def _opening(before: Tokens, inside: range) -> Span | None:
    """The noun that opens the sentence where a relative clause, the source in it, parts it from the verb."""
    relative = inside and before.at(inside.start - 1).low in before.cues.relatives
    if (inside and not relative) or without_comma(before, len(before)) == len(before):
        return None
    first = 0
    while before.ends_phrase(first) or before.at(first).low in before.cues.adverbs:
        first += 1
    stop = source_stop(before, first)
    behind = stop + (before.at(stop).text == ",")
    parted = stop > first and before.at(behind).low in before.cues.relatives
    return before.span(first, stop) if parted else None
