"""Attributions set right where the text leaves no doubt, whatever the reader made of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.languages.english import cues
from onrecord.records import Article, Attribution, Span, hull
from onrecord.statements.blocks import Blocks
from onrecord.statements.clauses import clauses
from onrecord.statements.cuewords import cue_words
from onrecord.statements.embedded import document_before
from onrecord.statements.masking import masked, tokenise
from onrecord.statements.spans import Quotes
from onrecord.statements.tokens import Clause, Token

# A headline that ends in ", says X" is read by rule: nothing else ends so.
_HEADLINE_CONFIDENCE = 0.8
# Characters of a clause before its source; a longer sentence has lost its stops.
_LONGEST_CLAUSE = 1000
# Words from a source to the end of its verb group: "has since also told reporters in Karst".
_LONGEST_VERB = 6
# "answered bluntly", "replied very quietly": how a quotation was said is no part of it.
_MANNER = re.compile(rf"\s*(?:(?:{'|'.join(cues.DEGREES)}|[a-z]+ly)\s+)?[a-z]+ly,?\s+(?=[\"“‘«])")
_SUBORDINATE = cues.BOUNDARIES & cues.ADJUNCTS
# What a place, an occasion or a time begins with ("said on Monday").
_ADJUNCTS = cues.ADJUNCTS | cues.CALENDAR
_COMMA = re.compile(r"[\"”’»']?,[\"”’»']?\s+")
_LEAD = re.compile(r"\s*(?:(?:but|and|that)\s+)?")
_SHORTEST_HEADLINE, _LONGEST_NAME = 3, 5  # words before "…, Olm says", and of the name in it
# A participle after a comma; who did it to the subject; what opens a clause or phrase inside the sentence.
_PARTICIPLE = re.compile(r",?\s*(?:,[^,]{1,40},|,)\s*(?P<verb>[a-z]+ing)\b")
# "with *the guild, the board and* both pilots calling for a pause": those before the "and" do so as well.
_BESIDE = re.compile(r"(?P<with>\bwith )(?:(?!\bwith\b)[\w’' .-])+(?:, (?:(?!\bwith\b)[\w’' .-])+)+ and $")
_DOING = re.compile(r" [a-z]+ing\b")
_LONGEST_LIST = 150  # characters
_AGENT = re.compile(r"\S+(?: \S+){0,4} (?:was|were|been) \w+ed by (?=\S)")
_INNER = cues.SUBORDINATORS | {"but", "despite", "amid"}
_OPENING = 40  # characters of a sentence in which its subject begins
_LONGEST_SUBJECT = 6  # words
_PREDICATE = re.compile(r",\s+(?P<verb>[a-z]+)\b")
_VERBS = cues.AUXILIARIES | cues.PAST_VERBS
_LONGEST_LABEL = 60  # characters of a name before a colon
_PAUSES = frozenset(",;:—–-\"”“’‘'(")


def repaired(
    article: Article, attributions: Sequence[Attribution], quotes: Quotes, blocks: Blocks
) -> list[Attribution]:
    """``attributions`` read anew where a clause ends in its source and a verb, and with clauses whole.

    Linear in the text and in the number of attributions but for those within one sentence.
    """
    own = _of_their_subjects([_of_its_line(a, article.text) for a in attributions], quotes, blocks)
    own = [_of_its_document(a, quotes, blocks) for a in own]
    found = [_without_manner(a, quotes) for a in _named_after(own, quotes, blocks)]
    for block in article.blocks:
        if block.kind in ("headline", "subheadline"):
            clause = _named_last(block.span, quotes)
            if clause is not None:
                found = [a for a in found if not hull(a.content).overlaps(block.span)]
                found.append(Attribution(clause.source, clause.cue, clause.content, _HEADLINE_CONFIDENCE))
    taken = bytearray(len(article.text))
    for attribution in found:
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
    return [_around(_completed(a, quotes, blocks, taken), quotes, blocks, taken) for a in found]


def _around(attribution: Attribution, quotes: Quotes, blocks: Blocks, taken: bytearray) -> Attribution:
    """A subject alone is no content: "*The pier*, according to the guild, *is shut*" says both."""
    text = quotes.text
    cue = " ".join(s.of(text).lower() for s in attribution.cue)
    if cue != "according to" or len(attribution.content) != 1 or not attribution.source:
        return attribution
    subject, source = attribution.content[0], attribution.source[-1]
    sentence = blocks.sentence_at(subject.start)
    words = subject.of(text).lower().split()
    is_bare = len(words) <= _LONGEST_SUBJECT and words[0] in cues.DETERMINERS and not _VERBS & set(words)
    if sentence is None or not is_bare or subject.start != sentence.start or subject.end > source.start:
        return attribution
    rest = _PREDICATE.match(text, source.end, sentence.end)
    if rest is None or rest["verb"] in _ADJUNCTS | cues.BOUNDARIES | cues.DETERMINERS:
        return attribution
    more = Span(rest.start("verb"), sentence.end)
    free = not any(taken[more.start : more.end]) and all(more.contains(q.span) for q in quotes.touching(more))
    return replace(attribution, content=(subject, more)) if free else attribution


def _of_its_line(attribution: Attribution, text: str) -> Attribution:
    """A colon introduces words of whoever stands before it on its line, never of somebody further up.

    So it is in transcripts ("Q: …"), in posts ("@port: …") and in headlines of a live page. A line that has
    too much before the colon to be a name leaves the statement without a source.
    """
    if [span.of(text).strip() for span in attribution.cue] != [":"]:
        return attribution
    colon = attribution.cue[0].start
    line = text.rfind("\n", 0, colon) + 1
    if not attribution.source or any(span.start >= line for span in attribution.source):
        return attribution
    head = text[line:colon]
    start = line + len(head) - len(head.lstrip(" \t•*-–—"))
    name = text[start:colon].rstrip()
    named = bool(name) and len(name) <= _LONGEST_LABEL and not set(name) & set('.!?;"“”')
    return replace(attribution, source=(Span(start, start + len(name)),) if named else ())


def _of_their_subjects(
    attributions: Sequence[Attribution], quotes: Quotes, blocks: Blocks
) -> list[Attribution]:
    """A participle after a comma has the subject of its sentence, not the noun before the comma.

    "*Olm* spoke of the pier after the board met, *warning* that …"; "He was sued by *Reve*, *alleging* …".
    """
    first: dict[int, Attribution] = {}
    found = []
    for attribution in attributions:
        anchor = attribution.cue[0].start if attribution.cue else attribution.content[0].start
        sentence = blocks.sentence_at(anchor)
        if sentence is not None and attribution.source:
            head = attribution.source[0]
            found.append(_with_subject(attribution, first.get(sentence.start), sentence, quotes.text))
            if head.start - sentence.start <= _OPENING:
                first.setdefault(sentence.start, attribution)
        else:
            found.append(attribution)
    return found


def _with_subject(
    attribution: Attribution, first: Attribution | None, sentence: Span, text: str
) -> Attribution:
    """``attribution`` with the source that its participle has; ``first`` opens the sentence."""
    source = attribution.source[0]
    beside = _BESIDE.search(text, max(sentence.start, source.start - _LONGEST_LIST), source.start)
    if beside is not None and _DOING.match(
        text, source.end, attribution.cue[0].end if attribution.cue else 0
    ):
        return replace(attribution, source=(Span(beside.end("with"), source.end), *attribution.source[1:]))
    is_aside = len(attribution.source) == 1 and attribution.cue and _PARTICIPLE.match(text, source.end)
    if not is_aside or is_aside.start("verb") != attribution.cue[0].start:
        return attribution
    agent = _AGENT.match(text, source.start, source.end)
    if agent is not None:
        return replace(attribution, source=(Span(agent.end(), source.end),))
    lead = text[sentence.start : source.start].split()[-1:]
    if not lead or lead[0].lower() not in _INNER:
        return attribution
    return replace(attribution, source=() if first is None else first.source)


def _of_its_document(attribution: Attribution, quotes: Quotes, blocks: Blocks) -> Attribution:
    """The attribution with the document right before its participle: "Olm shrugged off *a report* saying …".

    Where the cue goes before that document, the content begins with it: what it says is read off that later.
    What is "reportedly" so has no source in the sentence.
    """
    text = quotes.text
    if attribution.cue and all(s.of(text).lower() in cues.HEARSAY for s in attribution.cue):
        return replace(attribution, source=())
    sentence = blocks.sentence_at(attribution.content[0].start) if attribution.cue else None
    if sentence is None or attribution.content[0].start - sentence.start > _LONGEST_CLAUSE:
        return attribution
    start = attribution.content[0].start
    tokens = tokenise(text, Span(sentence.start, start))
    while tokens and (tokens[-1].low == "that" or not tokens[-1].is_word):
        tokens.pop()
    if not tokens or tokens[-1].low not in cues.SAYING:
        return attribution
    document = document_before(tokens, len(tokens) - 1)
    if document is None or any(s.overlaps(document) for s in attribution.source):
        return attribution
    if attribution.cue[0].start == tokens[-1].start:
        return replace(attribution, source=(document,))
    if all(s.end <= document.start for s in (*attribution.source, *attribution.cue)):
        content = (Span(document.start, attribution.content[0].end), *attribution.content[1:])
        return replace(attribution, content=content)
    return attribution


def _named_after(attributions: Sequence[Attribution], quotes: Quotes, blocks: Blocks) -> list[Attribution]:
    """A verb inside the clause is not what reports it: "They did not *meet*, *Olm* has said"."""
    held = blocks.by_sentence(s for a in attributions for s in (*a.source, *a.cue, *a.content))
    found = []
    for attribution in attributions:
        verb = _verb_after(attribution, quotes, blocks)
        sentence = None if verb is None else blocks.sentence_at(verb.start)
        own = {*attribution.source, *attribution.cue, *attribution.content}
        others = [] if sentence is None else [s for s in held.get(sentence, ()) if s not in own]
        if verb is None or sentence is None or any(s.overlaps(verb) for s in others):
            found.append(attribution)
            continue
        clause = Span(sentence.start, attribution.content[0].end)
        if any(s.overlaps(clause) for s in others):
            clause = Span(min(attribution.cue[0].start, attribution.content[0].start), clause.end)
        found.append(replace(attribution, cue=(verb,), content=(clause,)))
    return found


def _verb_after(attribution: Attribution, quotes: Quotes, blocks: Blocks) -> Span | None:
    """The verb of speech at the sentence's end that follows a source named after a comma and the content.

    None where the cue stands there already, or anything but a place, an occasion or a time follows the verb.
    """
    if not (len(attribution.source) == len(attribution.content) == len(attribution.cue) == 1):
        return None
    source, cue, content = attribution.source[0], attribution.cue[0], attribution.content[0]
    sentence = blocks.sentence_at(content.start)
    if sentence is None or not (sentence.start <= cue.start < source.start < source.end < sentence.end):
        return None
    far = source.start - sentence.start > _LONGEST_CLAUSE
    if far or not _COMMA.fullmatch(quotes.text, content.end, source.start):
        return None
    # "Asked about it, Olm replied" and "When Olm praised it, Reve said": a verb of its own goes before.
    gap = quotes.text[sentence.start : cue.start]
    led_by = re.split(r"[,;:—–]", gap)[-1].split()[:1]
    if not led_by or led_by[0].lower() in _SUBORDINATE:
        return None
    tokens = tokenise(quotes.text, Span(source.end, min(sentence.end, source.end + _LONGEST_CLAUSE)))
    stop = _speech_group(tokens)
    return Span(tokens[0].start, tokens[stop - 1].end) if stop else None


def _speech_group(tokens: Sequence[Token]) -> int:
    """How many of ``tokens`` are a verb of speech with its auxiliaries; 0 where more follows than when."""
    helpers = cues.AUXILIARIES | cues.ADVERBS
    verb = next((i for i, t in enumerate(tokens[:_LONGEST_VERB]) if t.low not in helpers), None)
    if verb is None or not any(w.inverts for w in cue_words().get(tokens[verb].low, ())):
        return 0
    stop = verb + 1
    if tokens[verb].low in ("told", "tells"):
        while stop < len(tokens) and tokens[stop].is_word and tokens[stop].low not in _ADJUNCTS:
            stop += 1
    follows = tokens[stop] if stop < len(tokens) else None
    ends = follows is None or follows.low in _ADJUNCTS or (follows.text in ".!?" and stop + 1 == len(tokens))
    return verb + 1 if ends and stop - verb <= _LONGEST_VERB else 0


def _without_manner(attribution: Attribution, quotes: Quotes) -> Attribution:
    """The attribution with a quotation for its content: "Olm answered very *bluntly "No."*"."""
    first = attribution.content[0] if attribution.content else None
    if first is None or not any(c.end <= first.start <= c.end + 1 for c in attribution.cue):
        return attribution
    manner = _MANNER.match(quotes.text, first.start, first.end)
    if manner is None or not any(q.start == manner.end() for q in quotes.touching(first)):
        return attribution
    return replace(attribution, content=(Span(manner.end(), first.end), *attribution.content[1:]))


def _named_last(headline: Span, quotes: Quotes) -> Clause | None:
    """The clause of a headline that ends in a comma, "says" and a name, in either order."""
    hidden = masked(headline.of(quotes.text), quotes.nested(headline))
    tokens = tokenise(hidden, Span(0, len(hidden)))
    verb = next((i for i in range(len(tokens) - 1, 0, -1) if tokens[i].low in cues.HEADLINE_VERBS), None)
    if verb == len(tokens) - 1:
        return _ended_by(tokens, headline.start)
    if verb is None or not tokens[verb - 1].is_pause or not 1 <= len(tokens) - 1 - verb <= 6:
        return None
    clause = next(iter(clauses(tokens, headline=True)), None)
    if clause is None or clause.source[0].start < tokens[verb].end:
        return None
    return Clause(
        *(
            tuple(Span(s.start + headline.start, s.end + headline.start) for s in part)
            for part in (clause.source, clause.cue, clause.content)
        )
    )


def _ended_by(tokens: Sequence[Token], offset: int) -> Clause | None:
    """The clause of a headline that ends in a comma, a name and "says": "Port to Close, Olm Says"."""
    comma = next((i for i in range(len(tokens) - 2, 0, -1) if tokens[i].text in ",—–"), 0)
    name = tokens[comma + 1 : -1]
    if comma < _SHORTEST_HEADLINE or not 0 < len(name) <= _LONGEST_NAME or not all(t.is_word for t in name):
        return None
    parts = (name, tokens[-1:], tokens[:comma])
    return Clause(*((Span(p[0].start + offset, p[-1].end + offset),) for p in parts))


def _completed(attribution: Attribution, quotes: Quotes, blocks: Blocks, taken: bytearray) -> Attribution:
    """The attribution with its clause from its beginning: "The two did not discuss *the port*, Olm said"."""
    if not (attribution.source and attribution.cue and len(attribution.content) == 1):
        return attribution
    text, content = quotes.text, attribution.content[0]
    after = min(attribution.source[0].start, attribution.cue[0].start)
    sentence = blocks.sentence_at(content.start)
    follows = content.end <= after and text[content.end : after].strip(" ,—–-") == ""
    if sentence is None or not follows or quotes.touching(content):
        return attribution
    gap = text[sentence.start : content.start].rstrip()
    if not gap or gap[-1] in _PAUSES:
        return attribution
    clause = sentence.start + max((gap.rfind(p) + 1 for p in ",;:—–" if p in gap), default=0)
    lead = _LEAD.match(text, clause, content.start)
    clause = lead.end() if lead else clause
    # A second predicate goes with its subject: "They met, but did not discuss *the port*, Olm said".
    opening = text[clause : content.end].split(maxsplit=1)[:1]
    is_predicate = bool(opening) and opening[0].lower() in cues.AUXILIARIES
    for start in (sentence.start, clause) if is_predicate else (clause,):
        before = Span(start, content.start)
        whole = all(before.contains(q.span) for q in quotes.touching(before))
        if whole and not any(taken[before.start : before.end]):
            return replace(attribution, content=(Span(start, content.end),))
    return attribution
