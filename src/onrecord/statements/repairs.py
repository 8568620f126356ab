"""Attributions corrected where the text leaves no doubt, whatever the tagger found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.languages.grammar import ClauseGrammar, CueGrammar, TurnGrammar
from onrecord.records import Attribution, Span, Spans, hull
from onrecord.statements.completing import completed, is_right_before
from onrecord.statements.documents import document_before, document_name
from onrecord.statements.headlines import named_last
from onrecord.statements.labels import label_behind, spoken_labels
from onrecord.statements.masking import tokenise, tokens_of
from onrecord.statements.sources import source_stop
from onrecord.statements.spans import Taken, own_spans, sentence_at
from onrecord.statements.subjects import with_subject
from onrecord.statements.tokens import Tokens
from onrecord.statements.turns import tells_what
from onrecord.text import View

# A headline that ends in ", says X" is read by rule: nothing else ends so.
_HEADLINE_CONFIDENCE = 0.8
# Characters of a clause before its content; a longer sentence has lost its stops.
_LONGEST_CLAUSE = 1000
_LONGEST_LIST = 150  # characters
_OPENING = 40  # characters of a sentence in which its subject begins
_LONGEST_LABEL = 60  # characters of a name before a colon
_LONGEST_NAME = 200  # characters of a name with what is said of it
_NOT_IN_LABEL = frozenset('.!?;"“”')
_BULLETS = " \t•*-–—"


def repaired(view: View, attributions: Sequence[Attribution]) -> list[Attribution]:
    """``attributions`` read anew where a clause ends in its source and a verb, and with clauses whole.

    Linear in the text and in the number of attributions but for those within one sentence.
    """
    labelled = spoken_labels(view, [a for a in attributions if not _is_pointer(view, a)])
    lines = (_of_its_line(_without_heading(view, a), view.text) for a in labelled)
    near = [with_subject(view, _of_its_sentence(view, a)) for a in lines if not _is_timed(view, a)]
    own = [_of_its_antecedent(view, _of_its_document(view, a)) for a in _of_their_subjects(view, near)]
    found = [_without_lead(view, a) for a in own]
    for block in view.blocks("headline", "subheadline"):
        for part in _headline_parts(view, block.span):
            found = _with_headline(view, part, found)
    taken = Taken(len(view.text), (s for a in found for s in own_spans(a)))
    return [completed(view, a, taken) for a in found]


def _headline_parts(view: View, headline: Span) -> list[Span]:
    """What semicolons part in a headline: "Fares to rise, says Olm; Dole objects"."""
    found, start = [], headline.start
    for part in headline.of(view.text).split(";"):
        lead = len(part) - len(part.lstrip())
        found.append(Span(start + lead, start + len(part)))
        start += len(part) + 1
    return [part for part in found if part.start < part.end]


def _with_headline(view: View, headline: Span, found: list[Attribution]) -> list[Attribution]:
    """``found`` with what a headline says that names its source last, instead of what was read in it."""
    clause = named_last(view, headline) or label_behind(view, tokens_of(view, headline), found)
    if clause is None:
        return found
    others = [a for a in found if not hull(a.content).overlaps(headline)]
    return [*others, Attribution(clause.source, clause.cue, clause.content, _HEADLINE_CONFIDENCE)]


# ------------------------------------------------------------------ a label before a colon


def _is_pointer(view: View, attribution: Attribution) -> bool:
    """Whether what stands before the colon tells what follows, and nobody says it: "PHOTOS: The dam".

    Or whom a letter is to: "To the editor:".
    """
    if len(attribution.source) != 1 or _words(view, attribution.cue) != ":":
        return False
    grammar, colon = view.language.grammar(TurnGrammar), attribution.cue[0]
    line = view.text.rfind("\n", max(0, colon.start - _LONGEST_LABEL), colon.start) + 1
    letter = grammar.salutation.match(view.text, line, colon.end)
    if letter is not None and letter.end() == colon.end:
        return True
    label = attribution.source[0].of(view.text).strip(_BULLETS + "()[]")
    return label != label.lower() and tells_what(label, grammar)


def _is_timed(view: View, attribution: Attribution) -> bool:
    """Whether a time stands for the source, as on a live page: "10.09am: The mayor begins"."""
    clock = view.language.grammar(TurnGrammar).clock
    return len(attribution.source) == 1 and clock.fullmatch(attribution.source[0].of(view.text)) is not None


def _words(view: View, spans: Spans) -> str:
    return " ".join(span.of(view.text).strip() for span in spans)


def _without_heading(view: View, attribution: Attribution) -> Attribution:
    """A source without an hour, or before a colon a heading, that its line begins with.

    "01:10 *Olm* asks"; "1. Dredging. *Olm*: in the spring".
    """
    if len(attribution.source) != 1 or _is_timed(view, attribution):
        return attribution
    source, text = attribution.source[0], view.text
    start = source.start
    clock = view.language.grammar(TurnGrammar).clock.match(text, start, source.end)
    if clock is not None:
        start = clock.end()
    last = sentence_at(view, source.end - 1)
    if last is not None and start < last.start < source.end and _words(view, attribution.cue) == ":":
        start = last.start
    lead = len(text[start : source.end]) - len(text[start : source.end].lstrip(_BULLETS + "|"))
    named = start > source.start and text[start + lead : start + lead + 1].isalpha()
    return replace(attribution, source=(Span(start + lead, source.end),)) if named else attribution


def _of_its_line(attribution: Attribution, text: str) -> Attribution:
    """A colon introduces words of whoever stands before it on its line, never of somebody further up.

    So it is in transcripts ("Q: …"), in posts ("@port: …") and in headlines of a live page. A line that has
    too much before the colon to be a name leaves the statement without a source.
    """
    if not attribution.source or [span.of(text).strip() for span in attribution.cue] != [":"]:
        return attribution
    colon = attribution.cue[0].start
    line = text.rfind("\n", 0, colon) + 1
    if any(span.start >= line for span in attribution.source):
        return attribution
    label = _label(text, line, colon)
    return replace(attribution, source=() if label is None else (label,))


def _label(text: str, line: int, colon: int) -> Span | None:
    """The name that a line has before its colon; None where that is no name."""
    head = text[line:colon]
    start = line + len(head) - len(head.lstrip(_BULLETS))
    name = text[start:colon].rstrip()
    named = 0 < len(name) <= _LONGEST_LABEL and _NOT_IN_LABEL.isdisjoint(name)
    return Span(start, start + len(name)) if named else None


# ------------------------------------------------------------------ the subject of a participle


def _of_their_subjects(view: View, attributions: Sequence[Attribution]) -> list[Attribution]:
    """A participle after a comma has the subject of its sentence, not the noun before the comma.

    "*Olm* spoke of the pier after the board met, *warning* that …"; "He was sued by *Reve*, *alleging* …".
    """
    first: dict[int, Attribution] = {}
    found = []
    for attribution in attributions:
        anchor = (*attribution.cue, *attribution.content)[0].start
        sentence = sentence_at(view, anchor) if attribution.source else None
        if sentence is None:
            found.append(attribution)
            continue
        found.append(_with_subject(view, attribution, first.get(sentence.start), sentence))
        if attribution.source[0].start - sentence.start <= _OPENING:
            first.setdefault(sentence.start, attribution)
    return found


def _with_subject(
    view: View, attribution: Attribution, first: Attribution | None, sentence: Span
) -> Attribution:
    """``attribution`` with the source that its participle has; ``first`` opens the sentence."""
    source = attribution.source[0]
    beside = _beside(view, attribution, sentence)
    if beside is not None:
        return replace(attribution, source=(Span(beside, source.end), *attribution.source[1:]))
    absolute = _absolute(view, attribution, sentence)
    if absolute is not None:
        return replace(attribution, source=(absolute,))
    if not _is_aside(view, attribution):
        return attribution
    agent = view.language.grammar(ClauseGrammar).agent.match(view.text, source.start, source.end)
    if agent is not None:
        return replace(attribution, source=(Span(agent.end(), source.end),))
    lead = view.text[sentence.start : source.start].split()[-1:]
    if not lead or lead[0].lower() not in view.language.grammar(CueGrammar).inner:
        return attribution
    return replace(attribution, source=() if first is None else first.source)


def _beside(view: View, attribution: Attribution, sentence: Span) -> int | None:
    """Where those begin that do what the source does: "with the board, the guild and both pilots calling"."""
    grammar, source = view.language.grammar(ClauseGrammar), attribution.source[0]
    near = max(sentence.start, source.start - _LONGEST_LIST)
    others = grammar.beside.search(view.text, near, source.start)
    if others is None or not attribution.cue:
        return None
    doing = grammar.doing.match(view.text, source.end, attribution.cue[0].end)
    return None if doing is None else others.end("with")


def _absolute(view: View, attribution: Attribution, sentence: Span) -> Span | None:
    """Who does what the cue says, right before it: "Rates held, with *officials* saying"; None elsewhere."""
    grammar, source = view.language.grammar(ClauseGrammar), attribution.source[0]
    if len(attribution.cue) != 1 or len(attribution.source) != 1:
        return None
    cue = attribution.cue[0]
    if not grammar.doing.match(view.text, cue.start - 1, cue.end) or not sentence.contains(source):
        return None
    found = grammar.absolute.search(view.text, max(sentence.start, cue.start - _LONGEST_LIST), cue.start)
    group = found.lastgroup if found is not None else None
    if found is None or group is None or source.end > found.start(group):
        return None
    return Span(found.start(group), found.end(group))


def _is_aside(view: View, attribution: Attribution) -> bool:
    """Whether the cue is a participle that a comma, or an aside in commas, parts from its source."""
    if len(attribution.source) != 1 or not attribution.cue:
        return False
    aside = view.language.grammar(ClauseGrammar).aside.match(view.text, attribution.source[0].end)
    return aside is not None and aside.start("verb") == attribution.cue[0].start


# ------------------------------------------------------------------ a source behind its verb


def _of_its_sentence(view: View, attribution: Attribution) -> Attribution:
    """The attribution with who stands behind its verb: "“A,” tweeted *Olm* later. The port's chief said …".

    A verb right behind the words it hands on ends their sentence with its source; the next one has its own.
    """
    if len(attribution.source) != 1 or len(attribution.cue) != 1:
        return attribution
    cue, source = attribution.cue[0], attribution.source[0]
    sentence = sentence_at(view, cue.start)
    if sentence is None or source.start < sentence.end or not is_right_before(view.text, attribution):
        return attribution
    tokens = tokenise(view.text, Span(cue.end, min(sentence.end, cue.end + _LONGEST_NAME)), view.language)
    stop = source_stop(tokens, 0)
    while stop and (tokens.is_dated(stop - 1) or tokens.at(stop - 1).low in tokens.cues.adverbs):
        stop -= 1
    return replace(attribution, source=(tokens.span(0, stop),) if stop else ())


# ------------------------------------------------------------------ a document that speaks


def _of_its_document(view: View, attribution: Attribution) -> Attribution:
    """The attribution with the document right before its participle: "Olm shrugged off *a report* saying …".

    Where the cue goes before that document, the content begins with it: what it says is read off that later.
    What is "reportedly" so has no source in the sentence.
    """
    if _is_hearsay(view, attribution):
        return replace(attribution, source=())
    before = _before_content(view, attribution) if attribution.cue else None
    if before is None:
        return attribution
    participle = len(before) - 1
    document = document_before(before, participle)
    if document is None or any(s.overlaps(document) for s in attribution.source):
        return attribution
    return _said_by(attribution, document, before.at(participle).start)


def _of_its_antecedent(view: View, attribution: Attribution) -> Attribution:
    """The attribution with the document that its "that" stands for: "Olm stood by *a banner* that said …"."""
    source = attribution.source[0] if len(attribution.source) == 1 else None
    if source is None:
        return attribution
    cues = view.language.grammar(CueGrammar)
    if source.of(view.text).lower() not in cues.relatives - {cues.personal_relative}:
        return attribution
    sentence = sentence_at(view, source.start)
    if sentence is None or source.start - sentence.start > _LONGEST_CLAUSE:
        return attribution
    before = tokenise(view.text, Span(sentence.start, source.start), view.language)
    document = document_name(before, len(before)) if len(before) else None
    return attribution if document is None else replace(attribution, source=(document,))


def _is_hearsay(view: View, attribution: Attribution) -> bool:
    hearsay = view.language.grammar(CueGrammar).hearsay
    return bool(attribution.cue) and all(s.of(view.text).lower() in hearsay for s in attribution.cue)


def _said_by(attribution: Attribution, document: Span, participle: int) -> Attribution:
    """The attribution with ``document`` for its source, or in its content when its cue stands further up."""
    if attribution.cue[0].start == participle:
        return replace(attribution, source=(document,))
    if all(s.end <= document.start for s in (*attribution.source, *attribution.cue)):
        content = (Span(document.start, attribution.content[0].end), *attribution.content[1:])
        return replace(attribution, content=content)
    return attribution


def _before_content(view: View, attribution: Attribution) -> Tokens | None:
    """The sentence up to the participle that the content follows ("saying that"); None without one."""
    start = attribution.content[0].start
    sentence = sentence_at(view, start)
    if sentence is None or start - sentence.start > _LONGEST_CLAUSE:
        return None
    tokens = tokenise(view.text, Span(sentence.start, start), view.language)
    stop = len(tokens)
    while stop and (tokens.at(stop - 1).low == tokens.cues.that or not tokens.at(stop - 1).is_word):
        stop -= 1
    return tokens.up_to(stop) if tokens.at(stop - 1).low in tokens.cues.saying else None


# ------------------------------------------------------------------ what somebody did meanwhile


def _without_lead(view: View, attribution: Attribution) -> Attribution:
    """The attribution without what somebody did meanwhile: "*Opening the fair*, Olm said it would rain"."""
    first, *rest = attribution.content
    if not (rest and attribution.source and attribution.cue):
        return attribution
    source, cue = attribution.source[0], attribution.cue[-1]
    in_order = first.end <= source.start < attribution.cue[0].start and cue.end < rest[0].start
    sentence = sentence_at(view, first.start)
    if not in_order or sentence is None or sentence.start != first.start:
        return attribution
    parted = view.text[first.end : source.start].strip() or first.of(view.text)[-1:]
    goes_on = not view.text[cue.end : rest[0].start].strip()
    meanwhile = view.language.grammar(ClauseGrammar).meanwhile.match(view.text, first.start, first.end)
    if parted != "," or not goes_on or meanwhile is None:
        return attribution
    return replace(attribution, content=tuple(rest))
