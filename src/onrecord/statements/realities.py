"""Whether a saying took place: said, or negated, supposed, asked about, taken back, or words of a work.

Read off the words of source and cue and those right before them; the tagger marks all of these alike.
"""

from __future__ import annotations

import re

from onrecord.languages.grammar import CueGrammar, RealityGrammar
from onrecord.records import Attribution, Reality, Span
from onrecord.statements.modes import up_to_head
from onrecord.statements.passives import is_told
from onrecord.statements.spans import words_of
from onrecord.statements.stances import stance
from onrecord.text import View

# Characters looked at before a source: the words that govern its clause.
_BEFORE = 60
# Words of a content among which the claim stands that is taken back.
_CLAIM = 6
_EDGES = " .,;:"
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


def reality(view: View, attribution: Attribution) -> Reality:
    """Whether the source said the content, as far as the text tells; "said" where nothing tells otherwise."""
    if _is_negated(view, attribution) or _is_no_comment(view, attribution):
        return "negated"
    if _is_asked(view, attribution):
        return "asked"
    if _is_supposed(view, attribution):
        return "hypothetical"
    if _is_withdrawn(view, attribution):
        return "withdrawn"
    return "work" if _is_inscribed(view, attribution) else "said"


def is_gloss(view: View, attribution: Attribution) -> bool:
    """Whether a label gives the meaning of what another said ("Translation: …"): it names nobody."""
    source = words_of(view, attribution.source)
    gloss = view.language.grammar(RealityGrammar).gloss
    return gloss.fullmatch(source.strip()) is not None and words_of(view, attribution.cue).strip() == ":"


def _predicate(view: View, attribution: Attribution) -> str:
    """The cue with what stands between the source and it ("did *not ever* say")."""
    if not attribution.cue:
        return ""
    cue = attribution.cue[0]
    ends = [s.end for s in attribution.source if s.end <= cue.start]
    start = max(ends, default=cue.start)
    near = start if cue.start - start <= _BEFORE else cue.start
    return Span(near, cue.start).of(view.text) + words_of(view, attribution.cue)


def _before(view: View, offset: int) -> str:
    """What stands right before ``offset`` in its sentence."""
    sentence = view.sentence_at(offset)
    start = offset if sentence is None else sentence.span.start
    return view.text[max(start, offset - _BEFORE) : offset]


def _openings(attribution: Attribution) -> list[int]:
    """Where source and cue begin, as far as they stand before the content or have nothing before them."""
    return [spans[0].start for spans in (attribution.source, attribution.cue) if spans]


def _is_own(view: View, attribution: Attribution) -> bool:
    return words_of(view, attribution.source).lower() in view.language.grammar(RealityGrammar).own


# ------------------------------------------------------------------ not said


def _is_negated(view: View, attribution: Attribution) -> bool:
    grammar = view.language.grammar(RealityGrammar)
    content = words_of(view, attribution.content)
    if attribution.source and grammar.nobody.match(words_of(view, attribution.source)):
        return True
    if attribution.cue and grammar.denied.match(content):
        return True
    if any(grammar.negated_before.search(_before(view, s.start)) for s in attribution.cue[:1]):
        return True
    if attribution.source and grammar.never_before.search(_before(view, attribution.source[0].start)):
        return True
    predicate = _predicate(view, attribution)
    if grammar.misquoted.search(predicate):
        return True
    unsaid = grammar.unsaid.search(predicate) is not None and grammar.declined.search(predicate) is None
    return unsaid and grammar.indirect_question.match(content) is None


def _is_no_comment(view: View, attribution: Attribution) -> bool:
    """Whether nothing is told but that somebody "declined to comment", or "asked not to be named"."""
    grammar = view.language.grammar(RealityGrammar)
    cue, content = words_of(view, attribution.cue), words_of(view, attribution.content)
    if grammar.nameless.fullmatch(content.strip(_EDGES)) is not None:
        return True
    if grammar.no_comment.fullmatch(content.strip(_EDGES)) is None:
        return False
    return stance(view.language, cue, content) == "decline"


def _is_asked(view: View, attribution: Attribution) -> bool:
    """Whether it is asked about: "whether Olm had said", "Did Olm say …?", "Asked whether …, she …".

    Who "was asked" did not ask, and whoever asked is not told.
    """
    grammar = view.language.grammar(RealityGrammar)
    if not attribution.source or is_told(view, attribution):
        cue, content = words_of(view, attribution.cue), words_of(view, attribution.content)
        is_question = grammar.indirect_question.match(content) is not None
        return is_question and grammar.questioned.match(cue) is not None
    before = _before(view, attribution.source[0].start)
    if grammar.whether.search(before):
        return True
    return grammar.inverted.search(before) is not None and _ends_asking(view, attribution)


def _ends_asking(view: View, attribution: Attribution) -> bool:
    last = max(s.end for s in (*attribution.content, *attribution.cue))
    end = re.compile(r"[.!?\n]").search(view.text, max(0, last - 3))
    return end is not None and end.group() == "?"


def _is_supposed(view: View, attribution: Attribution) -> bool:
    """Whether it would be, might be or is only assumed to be said."""
    grammar = view.language.grammar(RealityGrammar)
    if is_gloss(view, attribution) or grammar.paraphrase.match(view.text, attribution.content[-1].end):
        return True
    if any(grammar.conditional.search(_before(view, at)) for at in _openings(attribution)):
        return True
    if _is_own(view, attribution):
        return False
    before = _before(view, attribution.source[0].start) if attribution.source else ""
    inverted = grammar.inverted.search(before)
    if inverted is not None and inverted["verb"].lower() in view.language.grammar(CueGrammar).perfect:
        return True
    predicate = _predicate(view, attribution)
    return grammar.modal.search(predicate) is not None and grammar.declined.search(predicate) is None


def _is_withdrawn(view: View, attribution: Attribution) -> bool:
    """Whether a claim is taken back: a verb of doing so with a noun for something said, or its words."""
    grammar = view.language.grammar(RealityGrammar)
    if not grammar.withdrawn.search(words_of(view, attribution.cue)):
        return False
    content = words_of(view, attribution.content)
    words = [w.lower() for w in _WORD.findall(content)[:_CLAIM]]
    cues = view.language.grammar(CueGrammar)
    return cues.that in words[:1] or not cues.said_nouns.isdisjoint(words) or content[:1] in '“"‘'


def _is_inscribed(view: View, attribution: Attribution) -> bool:
    """Whether the head of the source is a thing that bears words ("the banner", "a song by Olm")."""
    words = up_to_head(view.language, words_of(view, attribution.source))
    return bool(words) and words[-1].lower() in view.language.grammar(RealityGrammar).inscribed
