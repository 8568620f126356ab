"""Characters that no reader sees, and marks of markup, leave a text."""

from __future__ import annotations

import pytest

from onrecord.articles.characters import plain
from onrecord.articles.drafts import Draft
from onrecord.records import Span


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("# Bridge reopens\n\n## Why\n\nIt rained.", "Bridge reopens\n\nWhy\n\nIt rained."),
        ("Room #4 and # 5 are shut.", "Room #4 and # 5 are shut."),
        ("Fish &amp; chips", "Fish & chips"),
        ("gov\u00adern\u200bment", "government"),
        ("gov&#173;ern&#8203;ment &#8238;said", "government said"),
        ("governâ€‹ment — said", "government — said"),
    ],
)
def test_what_is_no_text_goes(raw, text):
    assert plain(Draft.of(raw, Span(0, len(raw)))).text == text
