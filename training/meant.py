"""The head that says whom a pronoun may mean: ``meant.onnx``, a second part of the tagger's graph.

usage: PYTHONPATH=src:evals python -m training.meant ../shared [--write src/onrecord/models/weights]

Reads what ``training/following.py`` reads, and learns three small matrices over the states of the tagger's
third layer: a pronoun's question, and answers at the words where each candidate was mentioned last and named
last. They add to the weights of ``onrecord.coreference.following``, which stay as they are. Prints the share
with the right one first without and with them, in five folds by document. Run again for every new tagger.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from onrecord.coreference import following as product
from onrecord.coreference import pronominal
from onrecord.coreference.discourse import Discourse
from onrecord.models.manifest import PACKAGED
from onrecord.records import Article, Reading
from onrecord.statements.bearings import Bearings
from onrecord.statements.neural import NeuralTagger
from training import following
from training.manifest import update
from training.states import states_of, watched

Array = npt.NDArray[np.float32]

FILE, WIDTH, HEADS = "meant.onnx", 32, 8
DROP, EPOCHS, RATE, WARM, DECAY, SIZE = 0.5, 20, 3e-3, 0.2, 0.05, 64


@dataclass(frozen=True, slots=True)
class Case:
    """One pronoun: its state, those of its candidates, what the weights say of them, and which it means."""

    group: str
    document: str
    asks: Array
    mentioned: Array
    named: Array
    known: Array
    right: Array


def cases(
    article: Article, reading: Reading, wanted: Mapping[int, following.Meant], group: str
) -> Iterator[Case]:
    """The pronouns that begin at the offsets of ``wanted``, as the product comes to them."""
    found: list[Case] = []
    note, bearings = pronominal.note, reading.bearings
    if not isinstance(bearings, Bearings):
        raise TypeError("not read by the packaged tagger")

    def noting(discourse: Discourse, at: int) -> None:
        meant = wanted.get(discourse.page.starts[at])
        if meant is not None and discourse.page.lower[at] in discourse.page.pronouns.pronouns:
            seen = product.candidates(discourse, at)
            places = [product.places(discourse, c.entity, at, bisect_left(c.entity.at, at)) for c in seen]
            rows = [[bearings.row(offset) for offset in three] for three in places]
            if rows and all(row is not None for three in rows for row in three):
                states = np.array(rows, np.float32)
                known = np.array([c.score for c in seen], np.float32)
                right = np.array([meant(c.entity) for c in seen], np.float32)
                found.append(Case(group, article.id, states[0, 0], states[:, 1], states[:, 2], known, right))
        note(discourse, at)

    following.read_noting(article, reading, noting)
    return iter(found)


@dataclass(slots=True)
class Head:
    """``(asks A + a) · (mentioned B + named C + b) + mentioned d``; ``parts`` are A, a, B, C, b and d."""

    parts: list[Array]

    @classmethod
    def begin(cls, size: int, random: np.random.Generator) -> Head:
        """Small random matrices; biases and the last part are zero."""
        shapes = [(size, WIDTH), (WIDTH,), (size, WIDTH), (size, WIDTH), (WIDTH,), (size,)]
        return cls([(random.normal(0, size**-0.5, s) * (len(s) > 1)).astype(np.float32) for s in shapes])

    def answers(self, mentioned: Array, named: Array) -> Array:
        """What candidates have to say."""
        _, _, last, name, bias, _ = self.parts
        return mentioned @ last + named @ name + bias

    def score(self, case: Case) -> Array:
        """The candidates' log-odds, but for a constant."""
        asks, bias = self.parts[:2]
        fit = self.answers(case.mentioned, case.named) @ (case.asks @ asks + bias) / math.sqrt(WIDTH)
        return case.known + fit + case.mentioned @ self.parts[5]

    def slopes(self, batch: Sequence[Case], random: np.random.Generator) -> list[Array]:
        """How the loss of some pronouns changes with each part, half of all inputs left out."""

        def kept(x: Array) -> Array:
            return x * (random.random(x.shape, dtype=np.float32) > DROP) / (1 - DROP)

        sizes = [len(c.right) for c in batch]
        of, starts = np.repeat(np.arange(len(batch)), sizes), np.cumsum([0, *sizes[:-1]])
        asks = kept(np.stack([c.asks for c in batch]))
        mentioned = kept(np.concatenate([c.mentioned for c in batch]))
        named = kept(np.concatenate([c.named for c in batch]))
        known, right = (np.concatenate([getattr(c, n) for c in batch]) for n in ("known", "right"))
        times = np.array([following.WEIGHT if c.group in following.NEWS else 1.0 for c in batch], np.float32)
        question, answers = asks @ self.parts[0] + self.parts[1], self.answers(mentioned, named)
        scores = known + (question[of] * answers).sum(1) / math.sqrt(WIDTH) + mentioned @ self.parts[5]
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        every, good = np.add.reduceat(odds, starts)[of], np.add.reduceat(odds * right, starts)[of]
        slope = (odds / every - odds * right / np.maximum(good, 1e-9)) * (times / times.sum())[of]
        up = slope[:, None] * question[of] / math.sqrt(WIDTH)
        down = np.add.reduceat(slope[:, None] * answers / math.sqrt(WIDTH), starts)
        return [asks.T @ down, down.sum(0), mentioned.T @ up, named.T @ up, up.sum(0), mentioned.T @ slope]


def fit(found: Sequence[Case], seed: int = 0) -> Head:
    """A head that makes the right candidates likeliest, by Adam with decay."""
    used = [c for c in found if 0 < c.right.sum() < len(c.right)]
    random = np.random.default_rng(seed)
    head = Head.begin(len(used[0].asks), random)
    mean, square = ([np.zeros_like(p) for p in head.parts] for _ in range(2))
    steps = EPOCHS * math.ceil(len(used) / SIZE)
    step = 0
    for _ in range(EPOCHS):
        order = random.permutation(len(used))
        for begin in range(0, len(order), SIZE):
            step += 1
            slopes = head.slopes([used[i] for i in order[begin : begin + SIZE]], random)
            far = step / steps
            rate = RATE * (
                far / WARM if far < WARM else 0.5 + 0.5 * math.cos(math.pi * (far - WARM) / (1 - WARM))
            )
            for i, slope in enumerate(slopes):
                mean[i] = 0.9 * mean[i] + 0.1 * slope
                square[i] = 0.999 * square[i] + 0.001 * slope**2
                move = mean[i] / (1 - 0.9**step) / (np.sqrt(square[i] / (1 - 0.999**step)) + 1e-8)
                head.parts[i] -= (rate * (move + DECAY * head.parts[i])).astype(np.float32)
    return head


def joined(heads: Sequence[Head]) -> Head:
    """One head that says what several say on average."""
    asks, biases, last, named, answers, likely = zip(*(head.parts for head in heads), strict=True)
    few = np.float32(1 / len(heads))
    side = [np.concatenate(parts, axis=-1) for parts in (last, named, answers)]
    return Head([np.concatenate(asks, axis=1) * few, np.concatenate(biases) * few, *side, sum(likely) * few])


def taught(found: Sequence[Case]) -> Head:
    """A head of several that began differently: five folds say the same, names nobody learned from more."""
    return joined([fit(found, seed) for seed in range(HEADS)])


def first_right(found: Sequence[Case]) -> dict[str, tuple[float, float]]:
    """The share of pronouns with the right one first, by group: by the weights alone, and with the head."""
    hits: dict[str, list[tuple[float, float]]] = defaultdict(list)
    fold = {c.document: hashlib.sha256(c.document.encode()).digest()[0] % following.FOLDS for c in found}
    for number in range(following.FOLDS):
        head = taught([c for c in found if fold[c.document] != number])
        for case in found:
            if fold[case.document] == number and case.right.any():
                group = "gap" if case.group == "gap" else "news" if case.group in following.NEWS else "other"
                alone, beside = (float(case.right[int(np.argmax(s))]) for s in (case.known, head.score(case)))
                hits[group].append((100 * alone, 100 * beside))
    return {
        group: (round(sum(a for a, _ in v) / len(v), 1), round(sum(b for _, b in v) / len(v), 1))
        for group, v in hits.items()
    }


def part(head: Head, states: str, tagger: str) -> bytes:
    """The head as a part of the graph that makes ``states``; ``tagger``: the digest of the file it is for."""
    asks, bias, last, name, answers, likely = head.parts
    root = np.float32(1 / math.sqrt(WIDTH))
    weight = np.concatenate([asks * root, last, name, likely[:, None]], axis=1)
    biases = np.concatenate([bias * root, answers, np.zeros(len(answers) + 1)]).astype(np.float32)
    graph = onnx.GraphProto(
        node=[
            helper.make_node("MatMul", [states, "meant.weight"], ["meant.product"], name="meant.MatMul"),
            helper.make_node("Add", ["meant.product", "meant.bias"], ["bearings"], name="meant.Add"),
        ],
        initializer=[
            numpy_helper.from_array(np.ascontiguousarray(weight, np.float32), "meant.weight"),
            numpy_helper.from_array(biases, "meant.bias"),
        ],
        output=[
            helper.make_tensor_value_info("bearings", TensorProto.FLOAT, ["batch", "length", weight.shape[1]])
        ],
    )
    return bytes(onnx.ModelProto(graph=graph, doc_string=tagger).SerializeToString())


def main() -> None:
    """Measure, and write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--write", type=Path)
    args = parser.parse_args()
    tagger = NeuralTagger(watched(), threads=1)
    found = [
        case for source in (following.of_gap, following.of_gum) for case in source(args.shared, tagger, cases)
    ]
    print(json.dumps(first_right(found)))
    if args.write:
        packaged = PACKAGED.read("tagger.onnx")
        digest = hashlib.sha256(packaged).hexdigest()
        (args.write / FILE).write_bytes(part(taught(found), states_of(packaged), digest))
        update(args.write, [FILE])


if __name__ == "__main__":
    main()
