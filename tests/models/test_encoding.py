"""Text becomes word pieces with exact offsets, case and quotation features, and windows of paragraphs."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.models.encoding import CASES, QUOTES, Encoder, quote_states

VOCABULARY = [
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "port", "will", "open", "said", "mar", "##en", "##ia", "'", '"',
    "“", "”", ",", ".", "we", *"abcdefghijklmnopqrstuvwxyz", *(f"##{c}" for c in "abcdefghijklmnopqrstuvwxyz"),
]  # fmt: skip


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder("\n".join(VOCABULARY))


def states(text: str) -> str:
    return "".join(map(str, quote_states(text).tolist()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No,” he", "2111300 0".replace(" ", "")),
        ('"No," he', "21113000"),
        ("''No'' he", "2211330 00".replace(" ", "")),
        ("«No» he", "2113000"),
        ("he “never ends", "000255555555 55"[:3] + "2" + "5" * 10),
        ("'No,' he said", "2444300000000"),
        ("the boss's port", "0" * 15),
    ],
)
def test_every_character_knows_whether_it_is_quoted(text, expected):
    assert states(text) == expected


def test_single_marks_inside_double_ones_stay_inside():
    assert set(quote_states("“They said ‘no’ twice,” she said")[1:20].tolist()) == {1}


def test_possessives_do_not_close_a_single_quotation():
    text = "'We want the workers' vote,' she said"
    found = quote_states(text)
    end = text.index("' she")
    assert found[0] == 2
    assert found[end] == 3
    assert found[end + 1 :].sum() == 0


def test_offsets_point_back_to_the_text(encoder):
    text = "Marenia said: “We will open the port.”"
    [pieces] = encoder.pieces(text, [(0, len(text))])
    words = [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)]
    assert "".join(words) == text.replace(" ", "")
    assert words[:3] == ["Mar", "en", "ia"]
    assert pieces.first[:4].tolist() == [True, False, False, True]


def test_case_is_read_off_the_whole_word(encoder):
    text = "Marenia UN port 12 McVey A i"
    [pieces] = encoder.pieces(text, [(0, len(text))])
    cases = pieces.features[pieces.first] // QUOTES
    assert cases.tolist() == [2, 3, 1, 0, 4, 2, 1], "a single capital begins a word as a title's letter does"
    assert set(cases.tolist()) <= set(range(CASES))


@given(st.text(max_size=200))
def test_any_text_gives_ascending_offsets_within_it(encoder, text):
    [pieces] = encoder.pieces(text, [(0, len(text))])
    assert (pieces.starts <= pieces.ends).all()
    assert (np.diff(pieces.starts) >= 0).all()
    assert len(pieces.ids) == 0 or 0 <= pieces.starts[0] <= pieces.ends[-1] <= len(text)


@given(st.lists(st.text("abc .“”", max_size=60), max_size=8), st.integers(8, 40))
def test_windows_hold_every_piece_once_and_keep_their_bound(encoder, paragraphs, limit):
    text = "\n".join(paragraphs)
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append((at, at + len(paragraph)))
        at += len(paragraph) + 1
    pieces = encoder.pieces(text, spans)
    windows = list(encoder.windows(pieces, limit))
    assert all(len(window) <= limit for window in windows)
    kept = [int(s) for window in windows for s in window.starts if s >= 0]
    assert kept == [int(s) for p in pieces for s in p.starts]


def test_a_megabyte_without_a_break_is_read_to_its_end(encoder):
    text = "port " * 200_000
    [pieces] = encoder.pieces(text, [(0, len(text))])
    windows = list(encoder.windows([pieces], 320))
    assert sum(len(w) for w in windows) >= 200_000
