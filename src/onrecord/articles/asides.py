"""Lines about the page itself, or about who wrote it, that the line tagger took for body text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles.marked import Marked
from onrecord.articles.tagging import Label
from onrecord.languages.page_asides import (
    ASIDE,
    ASKING,
    ASKING_CUES,
    BLURB,
    CONTRIBUTED,
    INSERTED,
    ITSELF,
    SAYING,
)

_READ: tuple[Label, ...] = ("body", "heading", "caption", "section", "subheadline")
# A line that is furniture already says more by its own label.
_TAKEN: tuple[Label, ...] = ("body", "heading", "subheadline")
# Longer lines are paragraphs, whatever they hold.
_WORDS = 60
# Characters of a line that a page sets between paragraphs.
_INSERTED = 220
# Among so many lines of body from the last one, who wrote it is told.
_LAST = 4


def without_asides(marked: Sequence[Marked]) -> list[Marked]:
    """``marked``, in which lines of the body that are only about the page or its writers are no longer body.

    What they say of paper and writer is weighed before: as lines of body they say nothing of it.
    """
    body = [n for n, m in enumerate(marked) if m.label == "body"]
    last = body[-_LAST:][0] if len(body) > _LAST else len(marked)
    return [
        m.under(_label(m.content, m.label, is_end=n >= last)) if m.label in _READ else m
        for n, m in enumerate(marked)
    ]


def _label(content: str, label: Label, *, is_end: bool) -> Label:
    """What a line is for that was taken for the body's."""
    if content.count(" ") >= _WORDS or content[0] in "\"“'‘":
        return label
    if ASIDE.fullmatch(content):
        return "advert"
    if label in _TAKEN and _is_inserted(content):
        return "note"
    folded = content.lower()
    asks = any(cue in folded for cue in ASKING_CUES)
    if not (asks or is_end) or not SAYING.isdisjoint(re.findall(r"[a-z]+", folded)):
        return label
    if asks and ASKING.search(content):
        return "advert"
    return _label_at_end(content, label) if is_end else label


def _is_inserted(content: str) -> bool:
    """Whether a line was put between paragraphs; "Read the full statement below:" stands before it."""
    return len(content) <= _INSERTED and not content.endswith(":") and INSERTED.fullmatch(content) is not None


def _label_at_end(content: str, label: Label) -> Label:
    """What one of the last lines is for: who else worked on it, who wrote it."""
    if CONTRIBUTED.search(content):
        return "credit"
    return "note" if BLURB.match(content) or ITSELF.match(content) else label
