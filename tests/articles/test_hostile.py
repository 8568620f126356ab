"""Text that no editor wrote is cleaned or refused, however long it is, and maps back to what was read."""

from __future__ import annotations

from contextlib import suppress

import pytest

from onrecord.articles import clean
from onrecord.errors import ItemError
from onrecord.records import RawDocument, Span

PIECES = {
    "a megabyte on one line": "The ministry said on Monday that the talks would go on. ",
    "lines of two letters": "ab\n",
    "colons": "a: b\n",
    "header keys": "Title: x\nDate: y\n",
    "codes": "HD\n",
    "keys on one line": "Category 1: A; ",
    "lost breaks": 'said "no.Then he" said.',
    "capitals": "NORHAVEN, ",
    "garbled": "Ã©Â ",
    "entities": "&quot;",
    "quotation marks": "“a” \"b' ",
    "right to left": "عاجل قال الوزير ",
    "emoji": "😀",
    "wrapped": "word " * 12 + "\n",
    "no space": "x",
}


@pytest.mark.parametrize("name", PIECES)
def test_a_quarter_of_a_megabyte_is_cleaned_or_refused(name):
    piece = PIECES[name]
    text = piece * (240_000 // len(piece))  # tenths of a second; a quadratic step takes minutes
    with suppress(ItemError):
        article = clean(RawDocument("a.txt", 0, "", "text/plain", text, Span(0, len(text))))
        assert article.text_map
        for at, raw, size in article.text_map:
            assert 0 <= at < at + size <= len(article.text)
            assert 0 <= raw < raw + size <= len(text)
