"""Markdown's marks, as note-takers and web clippers write them, taken out of the text they mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.articles.drafts import Draft, Edit

_URL = r"(?:https?://|mailto:|www\.|[/#.])[^\s()]{0,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,2000})?"
_TARGET = rf"\({_URL}(?:[ ]\"[^\"\n]{{0,300}}\")?\)"
# An image alone on its line goes with the line.
_PICTURE = rf"!\[[^\[\]\n]{{0,500}}\]{_TARGET}"
_IMAGE = re.compile(rf"^{_PICTURE}[ ]*\n+|{_PICTURE}", re.MULTILINE)
_LINK = re.compile(rf"(?<!!)\[(?P<words>[^\[\]\n]{{1,500}})\]{_TARGET}")
_WIKI = re.compile(r"\[\[(?:[^\[\]|\n]{1,200}\|)?(?P<words>[^\[\]|\n]{1,200})\]\]")
# Marks stand between words: a censored "f***ing" and a price with a footnote* keep theirs.
_EMPHASIS = re.compile(
    r"(?<![\w*\\])(?P<mark>\*{1,3})(?=[^\s*])(?P<words>[^*\n]{1,600}?)(?<=[^\s*])(?P=mark)(?![\w*])"
    r"|(?<![\w\\])(?P<line>_{1,2})(?=[^\s_])(?P<under>[^_\n]{1,600}?)(?<=[^\s_])(?P=line)(?!\w)"
)
_QUOTED = re.compile(r"^(?:>[ ]?){1,4}(?=[^\s>])", re.MULTILINE)


def unmarked(draft: Draft) -> Draft:
    """``draft`` without links' targets, images, emphasis, and marks of quotation at line starts.

    The words stay and keep their places in the raw document. Text without such marks is left as it is.
    """
    for pattern in (_QUOTED, _IMAGE):
        draft = draft.edit([Edit(m.start(), m.end(), "") for m in pattern.finditer(draft.text)])
    for pattern in (_LINK, _WIKI, _EMPHASIS):
        draft = draft.edit(list(_around(pattern, draft.text)))
    return draft


def _around(pattern: re.Pattern[str], text: str) -> Iterator[Edit]:
    """Edits that leave only the words of each match."""
    for match in pattern.finditer(text):
        name = "words" if match["words"] is not None else "under"
        yield Edit(match.start(), match.start(name), "")
        yield Edit(match.end(name), match.end(), "")
