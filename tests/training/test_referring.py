"""A tagger learns whom pronouns mean, beside what it learns else."""

from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="only training needs it")

import torch
from training.network import Encoder, Shape
from training.referring import Head, collate, loss, passage, scores

from onrecord.models.encoding import Encoder as Pieces

VOCABULARY = "[PAD] [UNK] [CLS] [SEP] mara ines paid and then left she was . called".replace(" ", "\n")


def told(text: str, right: int, known: tuple[float, float] = (0.0, 0.0)) -> dict:
    """A text that names two before a "she"."""
    names = [text.index("Mara"), text.index("Ines")]
    rows = [[at, at, known[n], n == right] for n, at in enumerate(names)]
    pronoun = {"at": text.index("she"), "candidates": rows}
    return {"document": text, "group": "news", "text": text, "lines": [(0, len(text))], "pronouns": [pronoun]}


# Who pays leaves, who is called does not.
TOLD = [
    told("Mara paid. Ines was called. Then she left.", 0),
    told("Mara was called. Ines paid. Then she left.", 1),
]


def encoder() -> Encoder:
    torch.manual_seed(1)
    return Encoder(Shape(layers=2, hidden=24, heads=3, inner=48, vocabulary=20, positions=64))


def test_an_encoder_learns_whom_a_pronoun_means():
    learner, head = encoder(), Head(24, layer=2)
    batch = collate([passage(row, Pieces(VOCABULARY)) for row in TOLD])
    steps = torch.optim.Adam([*learner.parameters(), *head.parameters()], lr=3e-3)
    first = None
    for _ in range(80):
        lost = loss(scores(learner, head, batch), batch)
        first = float(lost.detach()) if first is None else first
        lost.backward()
        steps.step()
        steps.zero_grad()
    head.eval()
    found = scores(learner, head, batch)
    assert first > 0.5
    assert float(loss(found, batch).detach()) < 0.2
    assert found.argmax(-1).tolist() == [0, 1]


def test_what_is_known_counts_and_padding_does_not():
    pieces = Pieces(VOCABULARY)
    one = told("Mara paid. Ines was called. Then she left.", 0)
    sure = told("Mara paid. Ines was called. Then she left.", 0, known=(3.0, 0.0))
    three = told("Mara paid. Ines was called. Then she left.", 0)
    three["pronouns"][0]["candidates"].append([0, 0, 0.0, False])
    learner, head = encoder(), Head(24, layer=2).eval()
    alone, beside = (collate([passage(row, pieces) for row in rows]) for rows in ([one], [one, three]))
    assert torch.allclose(
        scores(learner, head, alone)[0, :2], scores(learner, head, beside)[0, :2], atol=1e-5
    )
    assert scores(learner, head, beside)[0, 2] < -1e3
    batch = collate([passage(sure, pieces)])
    assert loss(scores(learner, head, batch), batch) < loss(scores(learner, head, alone), alone)


def test_a_pronoun_that_may_mean_one_alone_teaches_nothing():
    row = told("Mara paid. Ines was called. Then she left.", 0)
    row["pronouns"][0]["candidates"].pop()
    assert not passage(row, Pieces(VOCABULARY)).pronouns
