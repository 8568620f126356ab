"""Speech told apart from beliefs, plans and documents."""

from __future__ import annotations

import re
from functools import cache

from onrecord import languages
from onrecord.languages.english import cues
from onrecord.records import Mode

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_HEAD_ENDS = re.compile(
    r",|\(|\b(?:of|by|from|in|on|for|to|about|with|that|which|released|published|obtained)\b"
)


@cache
def _verbs(feature: str) -> frozenset[str]:
    """First words of the forms of all verbs that have ``feature``."""
    return frozenset(form.partition(" ")[0] for form in languages.of(None).lexicon.verbs(feature))


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
        if word in _verbs("decides") or word in cues.PLAN_NOUNS:
            return "plan"
        if word in _verbs("thinks") or word in cues.BELIEF_NOUNS | cues.FEELINGS:
            return "thought"
        if word in _verbs("says"):
            return "speech"
    return "speech"


def _is_document(source: str) -> bool:
    """Whether the head of a source names something written."""
    cut = _HEAD_ENDS.search(source, 1)
    head = source[: cut.start()] if cut and cut.start() > 1 else source
    words = _WORD.findall(head)
    return bool(words) and words[-1].lower() in cues.DOCUMENTS and (words[-1].islower() or len(words) == 1)
