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
# What forums write around words, and an image's whole address.
_BOARD = r"b|i|u|s|h\d|url|img|quote|size|color|font|center|left|right|align|justify|spoiler"
_BOARD_END = re.compile(rf"\[/(?:{_BOARD})\]", re.IGNORECASE)
_BOARD_MARK = re.compile(
    rf"\[img[^\[\]\n]{{0,100}}\][^\[\]\n]{{0,2000}}\[/img\]|\[/?(?:{_BOARD})(?:=[^\[\]\n]{{0,400}})?\]",
    re.IGNORECASE,
)
# With a heading's marks behind them; of a blank line between two paragraphs, too.
_QUOTED = re.compile(r"^(?:>[ ]?){1,4}(?:#{1,6}[ ]+(?=[^\s#])|(?=[^\s>])|$)", re.MULTILINE)
_MARK = re.compile(r"^(?:>[ ]?){1,4}", re.MULTILINE)
# Lines of a text that is quoted as a whole; a wrapped one may have lost a mark.
_ALL = 0.9
# A text browser's numbers before links, and its list of where they lead: "[6]Ada Voss", "6. https://…".
_NUMBER = re.compile(r"\[\d{1,4}\](?=[^\s\[])")
_TARGETS = re.compile(r"^[ ]{0,4}\d{1,4}\.[ ]+(?:https?|file|mailto):\S+[ ]*$", re.MULTILINE)
_FEWEST = 3


def unmarked(draft: Draft) -> Draft:
    """``draft`` without links' targets, images, emphasis, and marks of quotation at line starts.

    The words stay and keep their places in the raw document. Text without such marks is left as it is.
    """
    if _has(draft, "://", "mailto:", "file:") and len(_TARGETS.findall(draft.text)) >= _FEWEST:
        # a text browser's page
        draft = draft.edit([Edit(m.start(), m.end(), "") for m in _NUMBER.finditer(draft.text)])
    if "[/" in draft.text and _BOARD_END.search(draft.text):
        draft = draft.edit([Edit(m.start(), m.end(), "") for m in _BOARD_MARK.finditer(draft.text)])
    for pattern, *marks in ((_QUOTED, ">"), (_IMAGE, "](")):
        if _has(draft, *marks):
            draft = draft.edit([Edit(m.start(), m.end(), "") for m in pattern.finditer(draft.text)])
    for pattern, *marks in ((_LINK, "]("), (_WIKI, "[["), (_EMPHASIS, "*", "_")):
        if _has(draft, *marks):
            draft = draft.edit(list(_around(pattern, draft.text)))
    return draft


def unlinked(value: str) -> str:
    """A field's value without links' targets: "[Ostrey Herald](https://ostrey.example)"."""
    return _LINK.sub(r"\g<words>", value) if "](" in value else value


def target_of(value: str) -> str:
    """Where a field leads whose value is a link and nothing else, else the value."""
    link = _LINK.fullmatch(value.strip()) if "](" in value else None
    return link.group()[len(link["words"]) + 3 : -1].partition(" ")[0] if link is not None else value


def _has(draft: Draft, *marks: str) -> bool:
    """Whether one of the marks is in the text, without which no pattern that has them is looked for."""
    return any(mark in draft.text for mark in marks)


def unquoted(draft: Draft) -> Draft:
    """``draft`` without the marks of a text that is quoted as a whole, as mail programs write them."""
    lines = [line for line in draft.text.split("\n") if line.strip()]
    if sum(line.startswith(">") for line in lines) < _ALL * len(lines) or not lines:
        return draft
    return draft.edit([Edit(m.start(), m.end(), "") for m in _MARK.finditer(draft.text)])


def _around(pattern: re.Pattern[str], text: str) -> Iterator[Edit]:
    """Edits that leave only the words of each match."""
    for match in pattern.finditer(text):
        name = "words" if match["words"] is not None else "under"
        yield Edit(match.start(), match.start(name), "")
        yield Edit(match.end(name), match.end(), "")
