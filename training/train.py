"""Train one tagger: seeded, logged, checkpointed each half epoch, resumable.

usage: python -m training.train --out training/runs/NAME --polnear FILE --silver FILE --base FOLDER
           [--layers 0,1,2,3,4,5] [--epochs 8] [--start WEIGHTS] [--pseudo FILE]

``--start`` takes over another run's weights, its layers named by ``--layers`` (a cut network keeps some of
them); ``--pseudo`` adds the articles that another tagger labelled.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.models.encoding import Encoder as Pieces
from training.augment import augmented, surname_pool
from training.data import IGNORED, Document, Example, examples, held_out, load
from training.network import Encoder, Shape, Tagger, crf_loss, pointer_loss
from training.synthetic import documents


@dataclass(frozen=True)
class Options:
    """Everything that decides a run, written beside its log."""

    out: str
    polnear: str
    silver: str
    base: str
    layers: str = "0,1,2,3,4,5"
    epochs: float = 8
    tokens: int = 4096
    rate: float = 2e-4
    head_rate: float = 1e-3
    decay: float = 0.9
    mask: float = 0.06
    seed: int = 1
    all_data: bool = False
    start: str = ""
    pseudo: str = ""
    forms: int = 80
    threads: int = 1


@dataclass(frozen=True)
class Batch:
    """Padded tensors of several examples; see ``Example`` for what they hold."""

    ids: Tensor
    features: Tensor
    words: Tensor
    mask: Tensor
    paragraph: Tensor
    roles: Tensor
    names: Tensor
    cue_at: Tensor
    source_at: Tensor


def collate(items: list[Example]) -> Batch:
    """Examples to tensors; ``words`` gets a leading 0, the ``[CLS]`` that stands for "none"."""
    length = max(len(e.window) for e in items)
    width = max(len(e.roles) for e in items)

    def padded(rows: list[np.ndarray], size: int, fill: int) -> Tensor:
        out = np.full((len(rows), size), fill, np.int64)
        for row, values in zip(out, rows, strict=True):
            row[: len(values)] = values
        return torch.from_numpy(out)

    zero = np.zeros(1, np.int64)
    words = [np.append(zero, e.window.words) for e in items]
    return Batch(
        padded([e.window.ids for e in items], length, 0),
        padded([e.window.features for e in items], length, 0),
        padded(words, width + 1, 0),
        padded([np.ones_like(w) for w in words], width + 1, 0).bool(),
        padded([e.window.paragraph[w] for e, w in zip(items, words, strict=True)], width + 1, -1),
        padded([e.roles for e in items], width, IGNORED),
        padded([e.names for e in items], width, IGNORED),
        padded([e.cue_at for e in items], width, IGNORED),
        padded([e.source_at for e in items], width, IGNORED),
    )


def epoch_batches(docs: list[Document], pieces: Pieces, options: Options, epoch: int) -> list[list[Example]]:
    """One epoch's examples, augmented anew, in batches of similar length and about equal size."""
    random = Random(f"{options.seed}-{epoch}")  # noqa: S311  (augmentation, no secrets)
    surnames = surname_pool(docs)
    pool: list[Example] = []
    for invented in documents(docs, random, options.forms):
        pool += examples(invented, pieces, random.choice((192, 320)))
    for doc in docs:
        variant = augmented(doc, random, surnames)
        skip = random.choice((0, 0, 0, 1, 1, 2))
        pool += examples(
            variant,
            pieces,
            random.choice((128, 192, 256, 320, 384)),
            0 if skip > 1 and random.random() < 0.5 else min(skip, 1),
        )
    pool.sort(key=lambda e: len(e.window) + random.random() * 16)
    batches: list[list[Example]] = [[]]
    for example in pool:
        if batches[-1] and len(example.window) * (len(batches[-1]) + 1) > options.tokens:
            batches.append([])
        batches[-1].append(example)
    random.shuffle(batches)
    return batches


def losses(tagger: Tagger, batch: Batch, *, mask_rate: float) -> dict[str, Tensor]:
    """The four losses, each a mean over what it counts."""
    ids = batch.ids
    if mask_rate:
        hide = (torch.rand(ids.shape) < mask_rate) & (ids > 999)
        ids = ids.masked_fill(hide, 103)
    with torch.autocast("cpu", torch.bfloat16):
        x = tagger.drop(tagger.encoder(ids, batch.features))
        index = batch.words[..., None].expand(-1, -1, x.shape[-1])
        x = x.gather(1, index)
        roles, names = tagger.roles(x), tagger.names(x)
        links = [torch.cat([p.query(x), p.key(x)], -1).float() for p in (tagger.to_cue, tagger.to_source)]
    real = batch.mask[:, 1:]
    known = real.sum().clamp(min=1)
    out = {"roles": crf_loss(roles[:, 1:].float(), tagger.transitions, batch.roles, real.float()) / known}
    for name, pointer, link, target in (
        ("cue", tagger.to_cue, links[0], batch.cue_at),
        ("source", tagger.to_source, links[1], batch.source_at),
    ):
        total = pointer_loss(pointer, link, target, batch.paragraph, batch.mask)
        out[name] = total / (target != IGNORED).sum().clamp(min=1)
    out["names"] = nn.functional.cross_entropy(
        names[:, 1:].float().flatten(0, 1), batch.names.flatten(), ignore_index=IGNORED
    )
    return out


WEIGHTS = {"roles": 1.0, "cue": 0.15, "source": 0.08, "names": 0.3}


def parameter_groups(tagger: Tagger, options: Options) -> list[dict[str, object]]:
    """Layer-wise smaller rates towards the input, the heads' own rate, no decay on biases and norms."""
    depth = len(tagger.encoder.layers)
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in tagger.named_parameters():
        if name.startswith("encoder.layers."):
            rate = options.rate * options.decay ** (depth - 1 - int(name.split(".")[2]))
        elif name.startswith(("encoder.cases", "encoder.quotes")) or not name.startswith("encoder."):
            rate = options.head_rate
        else:
            rate = options.rate * options.decay**depth
        decay = 0.01 if parameter.ndim > 1 else 0.0
        groups.setdefault((rate, decay), []).append(parameter)
    return [{"params": ps, "lr": rate, "weight_decay": decay} for (rate, decay), ps in groups.items()]


def schedule(step: int, total: int) -> float:
    """Linear warm-up over 6 %, then cosine to 2 %."""
    warm = max(1, int(0.06 * total))
    if step < warm:
        return (step + 1) / warm
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, total - warm)))


class Average:
    """Exponential moving average of the weights; what is evaluated and exported."""

    def __init__(self, model: nn.Module, keep: float = 0.995) -> None:
        self.keep, self.count = keep, 0
        self.state = {k: v.detach().clone() for k, v in model.state_dict().items()}

    def update(self, model: nn.Module) -> None:
        """Move towards the model's present weights; a young average moves faster."""
        self.count += 1
        keep = min(self.keep, self.count / (self.count + 10))
        for key, value in model.state_dict().items():
            self.state[key].lerp_(value.detach(), 1 - keep)


def steps(
    docs: list[Document], pieces: Pieces, options: Options, first: int
) -> Iterator[tuple[int, list[Example]]]:
    """Endless ``(epoch, examples)`` from step ``first`` on; the order depends on the seed alone."""
    step, epoch = 0, 0
    while True:
        for items in epoch_batches(docs, pieces, options, epoch):
            if step >= first:
                yield epoch, items
            step += 1
        epoch += 1


def cut(state: dict[str, Tensor], keep: list[int]) -> Tagger:
    """A trained tagger with only the layers ``keep`` of its encoder."""
    tagger = Tagger(Encoder(Shape(layers=len(keep))))
    kept = {name: value for name, value in state.items() if not name.startswith("encoder.layers.")}
    for new, old in enumerate(keep):
        base = f"encoder.layers.{old}."
        for name in [n for n in state if n.startswith(base)]:
            kept[f"encoder.layers.{new}.{name.removeprefix(base)}"] = state[name]
    tagger.load_state_dict(kept)
    return tagger


def train(options: Options) -> None:
    """Train until ``options.epochs`` are over, resuming from ``state.pt`` when there is one."""
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    docs = load(Path(options.polnear), Path(options.silver))
    kept = [d for d in docs if options.all_data or not held_out(d.id)]
    pieces = Pieces(Path(options.base) / "vocab.txt")
    if options.pseudo:
        kept += load(Path(options.pseudo), Path(options.silver))
    keep = [int(n) for n in options.layers.split(",")]
    if options.start:
        tagger = cut(torch.load(options.start, weights_only=True), keep)
    else:
        tagger = Tagger(Encoder.pretrained(Path(options.base), keep))
    optimizer = torch.optim.AdamW(parameter_groups(tagger, options), betas=(0.9, 0.98), fused=True)
    rates = [g["lr"] for g in optimizer.param_groups]
    average, step = Average(tagger), 0
    state = out / "state.pt"
    if state.exists():
        saved = torch.load(state, weights_only=True)
        tagger.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        average.state, average.count, step = saved["average"], saved["count"], saved["step"]
    (out / "options.json").write_text(json.dumps(asdict(options), indent=1))
    per_epoch = len(epoch_batches(kept, pieces, options, 0))
    total = int(per_epoch * options.epochs)
    log = (out / "log.jsonl").open("a", encoding="utf-8")
    sums: dict[str, float] = {}
    began = time.time()
    tagger.train()
    for epoch, items in steps(kept, pieces, options, step):
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * schedule(step, total)
        parts = losses(tagger, collate(items), mask_rate=options.mask)
        sum(WEIGHTS[k] * v for k, v in parts.items()).backward()  # type: ignore[union-attr]
        nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        average.update(tagger)
        step += 1
        for key, value in parts.items():
            sums[key] = sums.get(key, 0.0) + float(value.detach())
        if step % 20 == 0 or step == total:
            line = {"step": step, "of": total, "epoch": epoch, "seconds": round(time.time() - began)}
            print(json.dumps(line | {k: round(v / 20, 4) for k, v in sums.items()}), file=log, flush=True)
            sums = {}
        if step % max(1, per_epoch // 2) == 0 or step == total:
            torch.save(
                {"model": tagger.state_dict(), "optimizer": optimizer.state_dict(), "average": average.state,
                 "count": average.count, "step": step}, state,
            )  # fmt: skip
            torch.save(average.state, out / "average.pt")
        if step >= total:
            break
    log.close()


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, kind in Options.__annotations__.items():
        default = getattr(Options, name, None)
        if kind == "bool":
            parser.add_argument(f"--{name}", action="store_true")
        else:
            parser.add_argument(
                f"--{name}",
                type={"str": str, "int": int, "float": float}[kind],
                default=default,
                required=default is None,
            )
    options = Options(**vars(parser.parse_args()))
    torch.set_num_threads(options.threads)
    train(options)


if __name__ == "__main__":
    main()
