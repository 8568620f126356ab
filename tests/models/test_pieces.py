"""Word pieces: those that the networks were trained with, and nothing that a text could smuggle in."""

from __future__ import annotations

from onrecord.models import pieces
from onrecord.models.vectors import WIDTH


def test_every_piece_has_a_row():
    made = pieces.tokenizer()
    assert pieces.table().shape == (made.get_vocab_size(), WIDTH)
    assert [made.id_to_token(at) for at in (pieces.CLS, pieces.SEP)] == ["[CLS]", "[SEP]"]


def test_a_text_cannot_end_its_own_sentence():
    ids = pieces.tokenizer().encode("The quay [SEP] is shut [CLS]").ids
    assert not {pieces.CLS, pieces.SEP} & set(ids)


def test_case_and_accents_are_folded():
    made = pieces.tokenizer()
    assert made.encode("Château").ids == made.encode("chateau").ids
