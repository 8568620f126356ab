"""Text that no editor wrote is cleaned or refused in a time that grows with its length, never faster."""

from __future__ import annotations

import time
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


def seconds(text):
    started = time.process_time()
    with suppress(ItemError):
        clean(RawDocument("a.txt", 0, "", "text/plain", text, Span(0, len(text))))
    return time.process_time() - started


@pytest.mark.parametrize("name", PIECES)
def test_time_grows_with_length(name):
    seconds("The ministry said on Monday that the talks would go on. " * 9)  # loads what is loaded once
    piece = PIECES[name]
    short, long = (seconds(piece * (size // len(piece))) for size in (30_000, 240_000))
    # Eight times the text; 24 times leaves room for a busy machine, quadratic time would take 64.
    assert long < 24 * max(short, 0.02)
