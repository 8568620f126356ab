"""Edits of training documents keep every span on its words; invented forms label what they write."""

# ruff: noqa: S311  (seeded draws for tests, no secrets)
from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2]))
from training.data import CONTENT, CUE, SOURCE, Document, document, held_out

from training import augment, synthetic

sys.path.pop(0)

TEXT = (
    "Port stays open, minister says\n\n"
    "“The port stays open,” Ilka Venn said on Tuesday. “Nobody will be turned away. We have ships. We have time.”\n\n"
    "The union said that talks would go on until the end of the month."
)


def spans_of(text: str, *words: str) -> list[list[int]]:
    return [[text.index(w), text.index(w) + len(w)] for w in words]


@pytest.fixture
def doc() -> Document:
    row = {
        "id": "invented",
        "text": TEXT,
        "attributions": [
            {
                "source": spans_of(TEXT, "Ilka Venn"),
                "cue": spans_of(TEXT, "said on Tuesday"),
                "content": spans_of(
                    TEXT,
                    "“The port stays open,”",
                    "“Nobody will be turned away. We have ships. We have time.”",
                ),
            },
            {
                "source": spans_of(TEXT, "The union"),
                "cue": [[TEXT.index("said that"), TEXT.index("said that") + 4]],
                "content": spans_of(TEXT, "that talks would go on until the end of the month"),
            },
        ],
    }
    start = TEXT.index("Ilka Venn")
    return document(row, [[start, start + 9, "PERSON"]])


def words(doc: Document, role: int) -> list[str]:
    out = []
    for number, its in enumerate(doc.roles):
        at = np.flatnonzero(doc.spans == number)
        if its == role and len(at):
            out.append(doc.text[at[0] : at[-1] + 1])
    return out


def test_an_article_becomes_spans_and_links(doc):
    assert words(doc, SOURCE) == ["Ilka Venn", "The union"]
    assert words(doc, CUE) == ["said on Tuesday", "said"]
    assert len(words(doc, CONTENT)) == 3
    assert len({doc.cue_of[n] for n, role in enumerate(doc.roles) if role == CONTENT}) == 2


@given(st.integers(0, 10_000))
def test_no_augmentation_moves_a_span_off_its_words(seed):
    made = document(
        {
            "id": "x",
            "text": TEXT,
            "attributions": [
                {
                    "source": spans_of(TEXT, "Ilka Venn"),
                    "cue": spans_of(TEXT, "said on Tuesday"),
                    "content": [],
                }
            ],
        },
        [],
    )
    found = augment.augmented(made, Random(seed), ["Lind"])
    assert len(found.spans) == len(found.text)
    assert [w.casefold() for w in words(found, SOURCE)] == ["ilka venn"]
    assert [w.casefold() for w in words(found, CUE)] == ["said on tuesday"]


def test_marks_change_their_style_everywhere(doc):
    found = doc.edited([(m, m + 1, "«" if c == "“" else "»") for m, c in enumerate(TEXT) if c in "“”"])
    assert words(found, CONTENT)[0] == "«The port stays open,»"


def test_an_insertion_inside_a_span_belongs_to_it(doc):
    at = TEXT.index(" We have ships")
    found = doc.edited([(at, at + 1, "\n\n“")])
    assert words(found, CONTENT)[1].count("\n\n“") == 1


def test_a_new_name_keeps_the_source(doc):
    edits = augment.renamed(doc, Random(1), ["Halvorsen"])
    assert words(doc.edited(edits), SOURCE)[0] == "Ilka Halvorsen"


def test_transcripts_label_speaker_colon_and_words():
    draft = synthetic.Draft("t")
    synthetic.turns(draft, [("Ilka Venn", "the port stays open"), ("Tomas Reil", "talks go on")], Random(4))
    found = draft.document()
    assert words(found, CUE) == [":", ":"]
    assert len(words(found, SOURCE)) == len(words(found, CONTENT)) == 2
    assert len(found.spans) == len(found.text)


def test_a_headline_keeps_who_and_what():
    for seed in range(20):
        draft = synthetic.Draft("h")
        synthetic.headline(draft, ("the ministry", "talks go on"), Random(seed))
        found = draft.document()
        assert words(found, SOURCE)[0].lower() == "the ministry"
        assert words(found, CONTENT)[0].lower() == "talks go on"


def test_the_held_out_slice_is_fixed_and_small():
    share = sum(held_out(f"article-{n}") for n in range(5000)) / 5000
    assert 0.06 < share < 0.10
    assert held_out("article-1") == held_out("article-1")


def test_bounds_hold_a_span_from_its_first_character_to_its_last(doc):
    assert [TEXT[slice(*doc.bounds()[n])] for n in sorted(doc.bounds()) if doc.roles[n] == SOURCE] == words(
        doc, SOURCE
    )
    start, end = next(doc.bounds()[n] for n in doc.bounds() if doc.roles[n] == SOURCE)
    assert len(doc.edited([(start, end, "")]).bounds()) == len(doc.bounds()) - 1
