"""Speeches are a debate where several are given with their speakers, and most are."""

from __future__ import annotations

import pytest
from lxml import etree

from onrecord.sources.debates import debates, is_debate


def root(named: int, bare: int = 0):
    speeches = "".join(f'<speech who="#p{n}"><p>We will mend weir {n}.</p></speech>' for n in range(named))
    return etree.fromstring(f"<sitting>{speeches}{'<speech><p>Order.</p></speech>' * bare}</sitting>")


@pytest.mark.parametrize(
    ("named", "bare", "found"), [(2, 0, True), (1, 0, False), (2, 2, True), (2, 3, False), (0, 4, False)]
)
def test_what_is_a_debate(named, bare, found):
    assert is_debate(root(named, bare)) == found


def test_speeches_without_a_heading_are_one_document():
    (document,) = debates(root(2), "sitting.xml", b"<sitting/>")
    assert "We will mend weir 0." in document.text
    assert "We will mend weir 1." in document.text
