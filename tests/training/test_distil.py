"""A student is as far from its teacher as the teacher's labels say, and a sure teacher is gold."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("torch", reason="only training needs it")

import torch
from training.batches import collate
from training.data import Document, examples
from training.distil import Learning, labelled, mixed, soft_losses
from training.mpnet import RelativeEncoder, buckets, tagger_of
from training.network import Encoder, Shape, Tagger
from training.teacher import inherit
from training.train import losses, moment, outputs

from onrecord.models.encoding import Encoder as Pieces

PIECES = Pieces("[PAD]\n[UNK]\n[CLS]\n[SEP]\nthe\npier\nstays\nshut\n,\nshe\nsaid\nhe\n.")
TEXT = "the pier stays shut, she said.\nhe said the pier stays."


def document(text: str = TEXT, *, labelled: bool = True) -> Document:
    spans = np.full(len(text), -1, np.int32)
    for number, words in enumerate(("the pier stays shut,", "said", "she")):
        at = text.index(words)
        spans[at : at + len(words)] = number
    return Document("invented", text, spans, [3, 2, 1], {0: 1}, {1: 2}, labelled=labelled)


def tagger(seed: int) -> Tagger:
    torch.manual_seed(seed)
    made = Tagger(Encoder(Shape(layers=1, hidden=24, heads=3, inner=48, vocabulary=20, positions=64)))
    for parameter in made.parameters():
        parameter.data += 0.2 * torch.randn_like(parameter)
    return made.eval()


def loss(student: Tagger, teacher: Tagger) -> dict[str, float]:
    items = list(examples(document(), PIECES, 64))
    batch = collate(items)
    soft = [taught.soft for taught in labelled(teacher, items)]
    with torch.inference_mode():
        made = outputs(student, batch, mask_rate=0)
        found = soft_losses(student, batch, made, soft, torch.ones(len(items)))
    return {name: float(value) for name, value in found.items()}


def test_whoever_reads_as_the_teacher_does_is_nearest_to_it():
    teacher = tagger(1)
    itself, other = loss(teacher, teacher), loss(tagger(2), teacher)
    assert all(itself[name] < other[name] for name in ("roles", "names", "cue"))


def test_a_teacher_that_is_sure_of_gold_teaches_gold():
    student, items = tagger(1), list(examples(document(), PIECES, 64))
    (taught,) = labelled(student, items)
    gold = items[0].roles
    moves = np.zeros((7, 7), np.float32)
    np.add.at(moves, (gold[:-1], gold[1:]), 1)
    soft = replace(taught.soft, roles=np.eye(7, dtype=np.float32)[gold], moves=moves)
    batch = collate(items)
    with torch.inference_mode():
        made = outputs(student, batch, mask_rate=0)
        told = soft_losses(student, batch, made, [soft], torch.ones(1))["roles"]
        assert float(told) == pytest.approx(float(losses(student, batch, made)["roles"]), rel=1e-3)


def test_gold_counts_where_there_is_gold_alone():
    student = tagger(1)
    options = Learning(out="", soft="", start="", gold=0.5, mask=0.0)
    for known in (True, False):
        taught = labelled(tagger(2), list(examples(document(labelled=known), PIECES, 64)))
        with torch.inference_mode():
            half = mixed(student, taught, options)["roles"]
            none = mixed(student, taught, replace(options, gold=0.0))["roles"]
        assert (abs(float(half - none)) > 1e-4) is known


def test_far_words_share_a_bucket_and_sides_do_not():
    table = buckets(200)
    assert table[0, 0] == 0
    assert table[10, 12] != table[12, 10]
    assert table[0, 3] != table[0, 4]
    assert table[0, 150] == table[0, 199]


def test_case_and_quotation_enter_where_the_large_encoder_is_told_to():
    shape = Shape(layers=2, hidden=24, heads=12, inner=48, vocabulary=20, positions=64)
    encoder = RelativeEncoder(shape, enter=1)
    encoder.freeze()
    assert not any(p.requires_grad for p in encoder.layers[0].parameters())
    assert all(p.requires_grad for p in encoder.layers[1].parameters())
    again = tagger_of(Tagger(encoder).state_dict())
    assert isinstance(again.encoder, RelativeEncoder)
    ids, plain = torch.tensor([[2, 4, 5, 3]]), torch.zeros((1, 4), dtype=torch.long)
    with torch.no_grad():
        same = encoder(ids, plain + 7)
        assert torch.equal(same, encoder(ids, plain))
        encoder.cases.weight[1] += torch.randn(24)
        assert not torch.allclose(encoder(ids, plain + 7), same)


def test_a_teacher_begins_with_the_reach_of_the_small_one_and_heads_of_its_own():
    small, large = tagger(1), tagger(2)
    own = large.roles.weight.clone()
    inherit(large, small.state_dict())
    assert torch.equal(large.transitions, small.transitions)
    assert torch.equal(large.to_cue.distance, small.to_cue.distance)
    assert torch.equal(large.roles.weight, own)


def test_a_time_of_day_is_the_next_one():
    assert moment("") is None
    then = moment("00:00")
    assert then is not None
    assert 0 < (then - then.now(then.tzinfo)).total_seconds() <= 24 * 3600
