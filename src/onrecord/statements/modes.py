"""Speech told apart from beliefs, plans and documents."""

from __future__ import annotations

import re
from functools import cache

from onrecord.languages.english import cues
from onrecord.records import Mode
from onrecord.statements.cuewords import inflect

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_HEAD_ENDS = re.compile(
    r",|\(|\b(?:of|by|from|in|on|for|to|about|with|that|which|released|published|obtained)\b"
)


@cache
def _forms(which: str) -> dict[str, str]:
    """Form -> lemma for the verbs of one list of ``cues``."""
    irregular = {
        entry.partition("~")[0].partition(":")[0]: entry.partition("~")[0]
        for entry in (*cues.INVERTING, *cues.SPEAKING, *cues.THINKING, *cues.SHOWING, *cues.PLANNING)
    }
    lemmas: list[str] = sorted(getattr(cues, which))
    return {form: lemma for lemma in lemmas for form in inflect(irregular.get(lemma, lemma))}


@cache
def _speech() -> frozenset[str]:
    """All forms of all verbs that report speech."""
    entries = (*cues.INVERTING, *cues.SPEAKING)
    return frozenset(form for entry in entries for form in inflect(entry.partition("~")[0]))


def mode(source: str, cue: str, *, quoted: bool) -> Mode:
    """How the source stands behind the content: it said, thought, planned, or (being a document) states it.

    ``quoted``: the content stands in quotation marks, which no belief does.
    """
    if _is_document(source):
        return "document"
    words = [word.lower() for word in _WORD.findall(cue)]
    if quoted:
        return "speech"
    if re.search(cues.PLANS, cue.lower()):
        return "plan"
    for word in words:
        if word in _forms("DECISIONS") or word in cues.PLAN_NOUNS:
            return "plan"
        if word in _forms("ATTITUDES") or word in cues.BELIEF_NOUNS | cues.FEELINGS:
            return "thought"
        if word in _speech():
            return "speech"
    return "speech"


def _is_document(source: str) -> bool:
    """Whether the head of a source names something written."""
    cut = _HEAD_ENDS.search(source, 1)
    head = source[: cut.start()] if cut and cut.start() > 1 else source
    words = _WORD.findall(head)
    return bool(words) and words[-1].lower() in cues.DOCUMENTS and (words[-1].islower() or len(words) == 1)
