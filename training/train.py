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
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from onrecord.models.encoding import Encoder as Pieces
from training.batches import Batch, Sampling, collate, epoch_batches, steps
from training.data import IGNORED, Example, held_out, load
from training.network import Encoder, Shape, Tagger, crf_loss, pointer_loss


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
    start: str = ""
    pseudo: str = ""
    forms: int = 80
    threads: int = 1


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


# Steps per line of the log.
LOGGED = 20
# The role loss is per word, the pointers' per pointing word and far larger at first.
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


class Run:
    """The state of one training run, kept in ``state.pt``."""

    def __init__(self, options: Options) -> None:
        keep = [int(n) for n in options.layers.split(",")]
        if options.start:
            self.tagger = cut(torch.load(options.start, weights_only=True), keep)
        else:
            self.tagger = Tagger(Encoder.pretrained(Path(options.base), keep))
        self.optimizer = torch.optim.AdamW(
            parameter_groups(self.tagger, options), betas=(0.9, 0.98), fused=True
        )
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.average = Average(self.tagger)
        self.step = 0
        self.out = Path(options.out)
        self.mask = options.mask

    def resume(self) -> None:
        """Take up the last checkpoint, if there is one."""
        state = self.out / "state.pt"
        if state.exists():
            saved = torch.load(state, weights_only=True)
            self.tagger.load_state_dict(saved["model"])
            self.optimizer.load_state_dict(saved["optimizer"])
            self.average.state, self.average.count = saved["average"], saved["count"]
            self.step = saved["step"]

    def save(self) -> None:
        """Write the checkpoint, and the averaged weights on their own."""
        state = {
            "model": self.tagger.state_dict(), "optimizer": self.optimizer.state_dict(),
            "average": self.average.state, "count": self.average.count, "step": self.step,
        }  # fmt: skip
        torch.save(state, self.out / "state.pt")
        torch.save(self.average.state, self.out / "average.pt")

    def update(self, items: list[Example], total: int) -> dict[str, float]:
        """One step; returns the losses."""
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * schedule(self.step, total)
        parts = losses(self.tagger, collate(items), mask_rate=self.mask)
        torch.stack([WEIGHTS[name] * value for name, value in parts.items()]).sum().backward()
        nn.utils.clip_grad_norm_(self.tagger.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.average.update(self.tagger)
        self.step += 1
        return {name: float(value.detach()) for name, value in parts.items()}


def train(options: Options) -> None:
    """Train until ``options.epochs`` are over, resuming from the last half epoch when there is one."""
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    docs = [d for d in load(Path(options.polnear), Path(options.silver)) if not held_out(d.id)]
    if options.pseudo:
        docs += load(Path(options.pseudo), Path(options.silver))
    pieces = Pieces((Path(options.base) / "vocab.txt").read_text("utf-8"))
    sampling = Sampling(options.tokens, options.forms, options.seed)
    run = Run(options)
    run.resume()
    (out / "options.json").write_text(json.dumps(asdict(options), indent=1))
    per_epoch = len(epoch_batches(docs, pieces, sampling, 0))
    total = int(per_epoch * options.epochs)
    sums: dict[str, float] = {}
    began = time.time()
    run.tagger.train()
    with (out / "log.jsonl").open("a", encoding="utf-8") as log:
        for epoch, items in steps(docs, pieces, sampling, run.step):
            if run.step >= total:
                break
            for name, value in run.update(items, total).items():
                sums[name] = sums.get(name, 0.0) + value / LOGGED
            if run.step % LOGGED == 0:
                line = {"step": run.step, "of": total, "epoch": epoch, "seconds": round(time.time() - began)}
                print(json.dumps(line | {k: round(v, 4) for k, v in sums.items()}), file=log, flush=True)
                sums = {}
            if run.step % max(1, per_epoch // 2) == 0 or run.step == total:
                run.save()


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, kind in Options.__annotations__.items():
        default = getattr(Options, name, None)
        parse = {"str": str, "int": int, "float": float}[kind]
        parser.add_argument(f"--{name}", type=parse, default=default, required=default is None)
    options = Options(**vars(parser.parse_args()))
    torch.set_num_threads(options.threads)
    train(options)


if __name__ == "__main__":
    main()
