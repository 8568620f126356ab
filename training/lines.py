"""Train the line tagger: invented layouts, clippings written by hand and real pages in, ``lines.onnx`` out.

usage: PYTHONPATH=src python -m training.lines SHARED OUT.onnx [--layouts N] [--clips N] [--epochs N]
       [--seed N] [--begin OLD.onnx --rate R --batch N]   goes on from the weights of an older model

A line's words (embedded, the first five and the last four by their place, all of them by their mean) and its
numbers go through one layer and a recurrent one over the lines of the text; each line gets a score per label.
Which label follows which is counted; ``articles.tagging`` decodes both together. Of a real page only the gold
is known: its lines are labelled "one of these", and the loss is the probability of the whole set.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from torch import nn

from onrecord.articles.features import NUMBERS, Seen, lines_of, see
from onrecord.articles.lines import width_of
from onrecord.articles.tagging import LABELS
from onrecord.articles.tokens import CASES, SHAPES, TOKEN
from onrecord.languages.furniture import (
    AGENCIES,
    FUNCTION_WORDS,
    OUTLET_WORDS,
    READER_WORDS,
    ROLE_WORDS,
)
from training import clips, layout_forms, layouts
from training.lines_graph import FIRST_SLOTS, LAST_SLOTS, graph, state
from training.pages import pages
from training.story_lines import stories

_HELD_OUT = 600
_WORDS, _CASES_WIDE, _HIDDEN, _RECURRENT = 20, 4, 72, 40
_COMMON = 700
_OF_PAGES = 3  # hand-written pages that have a word: a name stands on one of them
_BATCH = 24
_RATE = 4e-3
_SLOT = re.compile(r"\{[\w.]+\}")


@dataclass(slots=True)
class Example:
    """One text: features of its L lines, permitted labels ``(L, K)``."""

    seen: Seen
    allowed: np.ndarray


def vocabulary(texts: Iterable[layout_forms.Story]) -> dict[str, int]:
    """Words of the forms and the commonest of bodies -> numbers after those of the shapes."""
    words: Counter[str] = Counter()
    for form in (form for forms in layout_forms.forms().values() for form in forms):
        words.update({token.lower() for token in TOKEN.findall(_SLOT.sub(" ", form))})
    kinds = (
        "papers",
        "sections",
        "roles",
        "agencies",
        "months",
        "shorter",
        "days",
        "remarks",
        "corrections",
        "mottos",
    )
    filled = (word for kind in kinds for word in layout_forms.BANKS[kind])
    banks = " ".join((*filled, *OUTLET_WORDS, *ROLE_WORDS, *AGENCIES, *FUNCTION_WORDS, *READER_WORDS))
    words.update(token.lower() for token in TOKEN.findall(_SLOT.sub(" ", banks)))
    pages: Counter[str] = Counter()
    for page in clips.pages():
        furniture = " ".join(_SLOT.sub(" ", line) for _, line in page.lines)
        pages.update({token.lower() for token in TOKEN.findall(furniture)})
    words.update(word for word, count in pages.items() if count >= _OF_PAGES)
    common: Counter[str] = Counter()
    for story in texts:
        for line in story.body:
            common.update(word for word in TOKEN.findall(line) if word.islower())
    kept = {w for w in words if not w.isdigit()} | {w for w, _ in common.most_common(_COMMON)}
    return {word: number for number, word in enumerate(sorted(kept), len(SHAPES))}


def invented(
    source: Iterable[tuple[list[layout_forms.Marked], str | None]], words: dict[str, int]
) -> Iterator[Example]:
    """Examples of invented layouts: every line's label is known."""
    for marked, title in source:
        text = "\n".join(line for _, line in marked)
        labels = [label for label, line in marked if line.strip()]
        lines = lines_of(text)
        if len(lines) != len(labels) or not lines:
            continue
        allowed = np.zeros((len(lines), len(LABELS)), bool)
        allowed[range(len(lines)), [LABELS.index(label) for label in labels]] = True
        yield Example(see(text, lines, words, title=title, width=width_of(text)), allowed)


def real(
    source: Iterable[tuple[list[tuple[str, frozenset[str]]], str | None]], words: dict[str, int]
) -> Iterator[Example]:
    """Examples of real pages: of every line the set of labels it may have."""
    for marked, title in source:
        text = "\n".join(line for line, _ in marked)
        lines = lines_of(text)
        if len(lines) != len(marked) or not lines:
            continue
        allowed = np.array([[label in sets for label in LABELS] for _, sets in marked])
        yield Example(see(text, lines, words, title=title, width=width_of(text)), allowed)


class Network(nn.Module):
    """Scores per line and label; see the module's docstring."""

    def __init__(self, words: int) -> None:
        super().__init__()
        self.words = nn.Embedding(words, _WORDS)
        self.cases = nn.Embedding(len(CASES), _WORDS)
        self.joined = nn.Linear((FIRST_SLOTS + LAST_SLOTS + 1) * _WORDS + NUMBERS, _HIDDEN)
        self.over = nn.GRU(_HIDDEN, _RECURRENT, bidirectional=True, batch_first=True)
        self.scores = nn.Linear(_HIDDEN + 2 * _RECURRENT, len(LABELS))

    def forward(
        self, words: torch.Tensor, cases: torch.Tensor, numbers: torch.Tensor, lengths: torch.Tensor
    ) -> torch.Tensor:
        """``(B, L, W)``, ``(B, L, W)``, ``(B, L, N)`` -> ``(B, L, K)``."""
        known = (words > 0).unsqueeze(-1).float()
        embedded = (self.words(words) + self.cases(cases)) * known
        mean = embedded.sum(2) / known.sum(2).clamp(min=1)
        placed = torch.cat([embedded[:, :, :FIRST_SLOTS], embedded[:, :, -LAST_SLOTS:]], 2).flatten(2)
        x = torch.tanh(self.joined(torch.cat([placed, mean, numbers], 2)))
        x = nn.functional.dropout(x, 0.15, self.training)
        packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        over, _ = nn.utils.rnn.pad_packed_sequence(self.over(packed)[0], batch_first=True)
        return self.scores(torch.cat([x[:, : over.shape[1]], over], 2))


def batches(examples: Sequence[Example], rng: random.Random, size: int) -> Iterator[list[Example]]:
    """Examples of like length together, in random order."""
    order = sorted(range(len(examples)), key=lambda n: len(examples[n].allowed) + rng.random() * 8)
    groups = [order[at : at + size] for at in range(0, len(order), size)]
    rng.shuffle(groups)
    for group in groups:
        yield [examples[n] for n in group]


def stacked(batch: Sequence[Example]) -> tuple[torch.Tensor, ...]:
    """Words, cases, numbers, lengths and permitted labels of a batch, padded to its longest text."""
    lengths = [len(e.allowed) for e in batch]
    size = max(lengths)

    def padded(arrays: Sequence[np.ndarray]) -> torch.Tensor:
        return torch.from_numpy(np.stack([np.pad(a, ((0, size - len(a)), (0, 0))) for a in arrays]))

    return (
        padded([e.seen.words for e in batch]),
        padded([e.seen.cases for e in batch]),
        padded([e.seen.numbers.astype(np.float32) for e in batch]),
        torch.tensor(lengths),
        padded([e.allowed for e in batch]),
    )


_BY_CASE = torch.tensor([SHAPES.index(s) for s in ("<mark>", "<lower>", "<Title>", "<UPPER>")])


def begun(network: Network, older: bytes, words: dict[str, int]) -> None:
    """Put the weights of an older model into ``network``; words that it did not know stay as they are."""
    held, lists = state(older)
    table = network.words.weight.detach().clone()
    table[: len(SHAPES)] = torch.from_numpy(held["words.weight"][: len(SHAPES)])
    for number, word in enumerate(lists["vocabulary"], len(SHAPES)):
        if word in words:
            table[words[word]] = torch.from_numpy(held["words.weight"][number])
    weights = {name: torch.from_numpy(np.ascontiguousarray(value)) for name, value in held.items()}
    network.load_state_dict(weights | {"words.weight": table})


def train(
    network: Network, examples: Sequence[Example], epochs: int, seed: int, *, rate: float, size: int
) -> None:
    """Adam with a falling rate; words are hidden behind their shape at random, numbers set to nothing."""
    rng = random.Random(seed)  # noqa: S311
    steps = epochs * (len(examples) // size + 1)
    adam = torch.optim.AdamW(network.parameters(), rate, weight_decay=1e-3)
    falling = torch.optim.lr_scheduler.OneCycleLR(adam, rate, total_steps=steps + 1)
    network.train()
    for epoch in range(epochs):
        total, began = 0.0, time.perf_counter()
        for batch in batches(examples, rng, size):
            words, cases, numbers, lengths, allowed = stacked(batch)
            hidden = (torch.rand(words.shape) < 0.08) & (words >= len(SHAPES))
            words = torch.where(hidden, _BY_CASE[cases], words)
            numbers = numbers * (torch.rand(len(batch), 1, NUMBERS) > 0.03)
            loss = loss_of(network(words, cases, numbers, lengths), allowed)
            adam.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            adam.step()
            falling.step()
            total += loss.item()
        print(
            f"epoch {epoch + 1}: loss {total / max(1, len(examples) // size):.4f}, {time.perf_counter() - began:.0f} s",  # noqa: E501
            flush=True,
        )


def loss_of(scores: torch.Tensor, allowed: torch.Tensor) -> torch.Tensor:
    """Minus the log probability of the permitted labels, mean over lines."""
    lines = allowed.any(2)
    logs = scores.log_softmax(2).masked_fill(~allowed, -1e9)
    return -logs.logsumexp(2)[lines].mean()


def transitions(examples: Iterable[Example]) -> np.ndarray:
    """Log of how much oftener one label follows another than its share says, ``(K + 1, K)``; row 0: start."""
    size = len(LABELS)
    counts = np.full((size + 1, size), 0.5)
    for example in examples:
        if (example.allowed.sum(1) != 1).any():
            continue
        labels = example.allowed.argmax(1)
        counts[0, labels[0]] += 1
        np.add.at(counts, (labels[:-1] + 1, labels[1:]), 1)
    shares = counts[1:].sum(0) / counts[1:].sum()
    follows = counts / counts.sum(1, keepdims=True)
    return np.log(follows / shares).astype(np.float32)


def main() -> None:
    """Generate, train, report on held-out layouts, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--layouts", type=int, default=12000)
    parser.add_argument("--clips", type=int, default=1500)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--batch", type=int, default=_BATCH)
    parser.add_argument("--begin", type=Path)
    parser.add_argument("--rate", type=float, default=_RATE)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    began = time.perf_counter()
    texts = stories(options.shared / "data" / "allsides" / "articles.jsonl.gz", 3000)
    words = vocabulary(texts)
    made = list(islice(invented(layouts.Layouts(texts, options.seed), words), options.layouts + _HELD_OUT))
    held, made = made[:_HELD_OUT], made[_HELD_OUT:]
    kept = islice(((c.lines, c.title) for c in clips.Clips(texts, options.seed)), options.clips)
    by_hand = list(invented(kept, words))
    read = list(real(pages(options.shared / "data" / "formats" / "html.tar.gz"), words))
    print(
        f"{len(texts)} stories, {len(words)} words, {len(made)} layouts, {len(by_hand)} clippings, {len(read)} pages; {time.perf_counter() - began:.0f} s",  # noqa: E501
        flush=True,
    )
    network = Network(len(SHAPES) + len(words))
    if options.begin:
        begun(network, options.begin.read_bytes(), words)
    every = made + by_hand + read * 3
    train(network, every, options.epochs, options.seed, rate=options.rate, size=options.batch)
    report(network, held)
    model = graph(
        network.state_dict(),
        {
            "labels": list(LABELS),
            "vocabulary": list(words),
            "transitions": transitions(made + by_hand).tolist(),
            "layouts": len(made),
            "clippings": len(by_hand),
            "pages": len(read),
            "seed": options.seed,
        },
    )
    options.out.write_bytes(model)
    print(f"{options.out}: {len(model)} bytes")


def report(network: Network, held: Sequence[Example]) -> None:
    """Right labels of held-out invented layouts, by label."""
    network.eval()
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    with torch.no_grad():
        for example in held:
            words, cases, numbers, lengths, _ = stacked([example])
            best = network(words, cases, numbers, lengths)[0].argmax(1).numpy()
            for mine, gold in zip(best, example.allowed.argmax(1), strict=True):
                total[LABELS[gold]] += 1
                right[LABELS[gold]] += int(mine == gold)
    print(
        f"held out: {100 * sum(right.values()) / sum(total.values()):.1f} % of {sum(total.values())} lines",
        flush=True,
    )
    print(
        "  "
        + ", ".join(f"{label} {100 * right[label] / total[label]:.0f}" for label in LABELS if total[label])
    )


if __name__ == "__main__":
    main()
