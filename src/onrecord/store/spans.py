"""Where the words of a statement stand in its article's text, as the archive's tables keep it."""

from __future__ import annotations

import json
from functools import lru_cache

from onrecord.records import Statement
from onrecord.store.codec import inflate

# Stands between stretches, as in ``Statement.content_text``.
_GAP = " … "


def spans_of(statement: Statement) -> str:
    """The stretches of its content: ``12-45 60-80``."""
    return " ".join(f"{span.start}-{span.end}" for span in statement.content)


def spanned(content: str) -> str:
    """The same of a statement's record: the JSON of its content; nothing of one that is damaged."""
    try:
        return " ".join(f"{span['start']}-{span['end']}" for span in json.loads(content))
    except (TypeError, KeyError, ValueError):
        return ""


def said(packed: bytes, spans: str) -> str:
    """The words at ``spans`` of a deflated text; none where these are no spans."""
    try:
        bounds = [tuple(map(int, span.split("-"))) for span in spans.split()]
        text = _text(packed)
        return _GAP.join(text[start:end] for start, end in bounds)
    except (AttributeError, TypeError, ValueError):
        return ""


# The statements of an article are asked for one after the other, its text once.
@lru_cache(maxsize=2)
def _text(packed: bytes) -> str:
    return inflate(packed)
