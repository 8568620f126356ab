"""The clauses of one sentence, read by rule."""

from __future__ import annotations

import pytest

import builders
from onrecord.records import Span
from onrecord.statements.clauses import clauses
from onrecord.statements.masking import tokens_of


def read(sentence):
    view = builders.view(sentence)
    return [
        tuple(" + ".join(s.of(sentence) for s in part) for part in (c.source, c.cue, c.content))
        for c in clauses(tokens_of(view, Span(0, len(sentence))))
    ]


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("According to the Karst Bank, prices fell.", ("the Karst Bank", "According to", "prices fell")),
        ("Prices fell, according to the Karst Bank.", ("the Karst Bank", "according to", "Prices fell")),
        ("Prices fell, said Ann Olm, a minister, on Monday.", ("Ann Olm, a minister", "said", "Prices fell")),
        (
            "Ann Olm, the minister, said that prices fell.",
            ("Ann Olm, the minister", "said", "that prices fell"),
        ),
    ],
)
def test_who_says_what_by_which_words(sentence, clause):
    assert read(sentence) == [clause]
