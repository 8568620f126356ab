"""A piece of one model's vocabulary is found in another's by what it is, whatever its number."""

from __future__ import annotations

import pytest
from training.vocabulary import rows_of

OURS = ["[PAD]", "pier", "##s", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
THEIRS = ["<s>", "<pad>", "</s>", "[UNK]", "##s", "pier", "<mask>"]


def test_pieces_are_found_by_their_text_and_special_ones_by_what_they_are_for():
    assert [THEIRS[row] for row in rows_of(OURS, THEIRS)] == [
        "<pad>", "pier", "##s", "[UNK]", "<s>", "</s>", "<mask>",
    ]  # fmt: skip


def test_a_piece_that_the_other_lacks_is_told():
    with pytest.raises(LookupError, match="pier"):
        rows_of(OURS, [piece for piece in THEIRS if piece != "pier"])
