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
from collections.abc import Callable, Iterable, Sequence
from dataclasses import MISSING, asdict, dataclass, fields
from datetime import datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path
from typing import NamedTuple, TypeVar

import torch
from torch import Tensor, nn

from onrecord.models.encoding import Encoder as Pieces
from training.batches import Batch, Sampling, collate, epoch_batches, steps
from training.data import IGNORED, Document, Example, held_out, load
from training.network import Encoder, Shape, Tagger, crf_loss, pointer_loss

T = TypeVar("T")
Asked = TypeVar("Asked")


@dataclass(frozen=True, kw_only=True)
class Pacing:
    """How a network learns, and for how long: ``minutes`` between checkpoints, ``until`` a time of day."""

    out: str
    epochs: float = 8
    tokens: int = 4096
    rate: float = 2e-4
    head_rate: float = 1e-3
    decay: float = 0.9
    mask: float = 0.06
    seed: int = 1
    threads: int = 1
    logged: int = 20
    minutes: float = 60
    until: str = ""


@dataclass(frozen=True, kw_only=True)
class Options(Pacing):
    """Everything that decides a run, written beside its log."""

    polnear: str
    silver: str
    base: str
    layers: str = "0,1,2,3,4,5"
    start: str = ""
    pseudo: str = ""
    forms: int = 80


def parsed(kind: type[Asked], usage: str | None, words: Sequence[str] | None = None) -> Asked:
    """The options, a dataclass's fields, as the command line gives them."""
    parser = argparse.ArgumentParser(description=usage)
    for option in fields(kind):  # type: ignore[arg-type]
        parse = {"str": str, "int": int, "float": float}[str(option.type)]
        required = option.default is MISSING
        parser.add_argument(
            f"--{option.name}", type=parse, default=None if required else option.default, required=required
        )
    return kind(**vars(parser.parse_args(words)))


class Outputs(NamedTuple):
    """What the heads make of a batch's words, ``[CLS]`` first: (B, W + 1, ...)."""

    roles: Tensor
    names: Tensor
    to_cue: Tensor
    to_source: Tensor


def outputs(tagger: Tagger, batch: Batch, *, mask_rate: float) -> Outputs:
    """One pass over a batch in which ``mask_rate`` of the pieces are hidden."""
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
    return Outputs(roles.float(), names.float(), *links)


def losses(tagger: Tagger, batch: Batch, made: Outputs) -> dict[str, Tensor]:
    """The four losses, each a mean over what it counts."""
    real = batch.mask[:, 1:]
    known = real.sum().clamp(min=1)
    out = {"roles": crf_loss(made.roles[:, 1:], tagger.transitions, batch.roles, real.float()) / known}
    for name, pointer, link, target in (
        ("cue", tagger.to_cue, made.to_cue, batch.cue_at),
        ("source", tagger.to_source, made.to_source, batch.source_at),
    ):
        total = pointer_loss(pointer, link, target, batch.paragraph, batch.mask)
        out[name] = total / (target != IGNORED).sum().clamp(min=1)
    total = nn.functional.cross_entropy(
        made.names[:, 1:].flatten(0, 1), batch.names.flatten(), ignore_index=IGNORED, reduction="sum"
    )
    out["names"] = total / (batch.names != IGNORED).sum().clamp(min=1)
    return out


# The role loss is per word, the pointers' per pointing word and far larger at first.
# That of reference (``referring.py``) comes weighed.
WEIGHTS = {"roles": 1.0, "cue": 0.15, "source": 0.08, "names": 0.3, "refer": 1.0}


def parameter_groups(tagger: nn.Module, options: Pacing, depth: int) -> list[dict[str, object]]:
    """Layer-wise smaller rates towards the input, the heads' own rate, no decay on biases and norms.

    ``depth``: of the tagger's layers.
    """
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in tagger.named_parameters():
        if not parameter.requires_grad:
            continue
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


def begun(options: Options) -> Tagger:
    """The tagger that a run begins with: another run's, or new heads on the base model."""
    keep = [int(n) for n in options.layers.split(",")]
    if options.start:
        return cut(torch.load(options.start, weights_only=True), keep)
    return Tagger(Encoder.pretrained(Path(options.base), keep))


@dataclass(frozen=True)
class Pace:
    """How long a run goes on: ``total`` steps, or ``until`` a moment; when it is logged and kept."""

    total: int
    every: int
    logged: int
    minutes: float
    until: datetime | None

    @classmethod
    def of(cls, options: Pacing, epoch: int) -> Pace:
        """The pace of a run whose epochs have ``epoch`` steps."""
        total, half = int(epoch * options.epochs), max(1, epoch // 2)
        return cls(total, half, options.logged, options.minutes, moment(options.until))

    def over(self) -> bool:
        """Whether the time is up."""
        return over(self.until)


def moment(clock: str) -> datetime | None:
    """The next time that it is ``HH:MM``; no text, no such moment."""
    if not clock:
        return None
    now = datetime.now().astimezone()
    then = datetime.combine(now.date(), time_of_day.fromisoformat(clock), now.tzinfo)
    return then if then > now else then + timedelta(days=1)


def over(until: datetime | None) -> bool:
    """Whether a moment, if one is set, is past."""
    return until is not None and datetime.now().astimezone() >= until


class Run:
    """The state of one training run, kept in ``state.pt``; ``beside``: what learns with the tagger."""

    def __init__(self, tagger: Tagger, options: Pacing, beside: nn.Module | None = None) -> None:
        self.tagger = tagger
        self.beside = beside if beside is not None else nn.Module()
        groups = [
            group
            for module in (self.tagger, self.beside)
            for group in parameter_groups(module, options, len(tagger.encoder.layers))
        ]
        self.optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.average = Average(self.tagger)
        self.step = 0
        self.out = Path(options.out)

    def resume(self) -> None:
        """Take up the last checkpoint, if there is one."""
        state = self.out / "state.pt"
        if state.exists():
            saved = torch.load(state, weights_only=True)
            self.tagger.load_state_dict(saved["model"])
            self.beside.load_state_dict(saved.get("beside", {}))
            self.optimizer.load_state_dict(saved["optimizer"])
            self.average.state, self.average.count = saved["average"], saved["count"]
            self.step = saved["step"]

    def save(self) -> None:
        """Write the checkpoint, and the averaged weights on their own; each is whole at any moment."""
        state = {
            "model": self.tagger.state_dict(), "optimizer": self.optimizer.state_dict(),
            "average": self.average.state, "count": self.average.count, "step": self.step,
            "beside": self.beside.state_dict(),
        }  # fmt: skip
        for name, kept in (("state.pt", state), ("average.pt", self.average.state)):
            torch.save(kept, self.out / f"{name}.new")
            (self.out / f"{name}.new").replace(self.out / name)

    def update(self, parts: dict[str, Tensor], total: int) -> dict[str, float]:
        """One step down the weighted sum of the losses; returns them."""
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * schedule(self.step, total)
        torch.stack([WEIGHTS[name] * value for name, value in parts.items()]).sum().backward()
        nn.utils.clip_grad_norm_([p for p in self.tagger.parameters() if p.requires_grad], 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.average.update(self.tagger)
        self.step += 1
        return {name: float(value.detach()) for name, value in parts.items()}


def learn(
    run: Run, batches: Iterable[tuple[int, T]], parts: Callable[[T], dict[str, Tensor]], pace: Pace
) -> None:
    """Step through ``(epoch, batch)`` as long as the pace says, and log and keep what comes of it."""
    sums: dict[str, float] = {}
    began, kept, at = time.time(), time.time(), run.step
    run.tagger.train()
    run.beside.train()
    with (run.out / "log.jsonl").open("a", encoding="utf-8") as log:
        for epoch, batch in batches:
            if run.step >= pace.total or pace.over():
                break
            for name, value in run.update(parts(batch), pace.total).items():
                sums[name] = sums.get(name, 0.0) + value / pace.logged
            if run.step % pace.logged == 0:
                line = {
                    "step": run.step,
                    "of": pace.total,
                    "epoch": epoch,
                    "seconds": round(time.time() - began),
                }
                print(json.dumps(line | {k: round(v, 4) for k, v in sums.items()}), file=log, flush=True)
                sums = {}
            if run.step % pace.every == 0 or time.time() - kept > 60 * pace.minutes:
                run.save()
                kept, at = time.time(), run.step
    if run.step != at:
        run.save()


def documents(polnear: str, silver: str) -> list[Document]:
    """The annotated articles that may be trained on."""
    return [d for d in load(Path(polnear), Path(silver)) if not held_out(d.id)]


def word_pieces(base: str) -> Pieces:
    """The tagger's vocabulary, as its base model brings it."""
    return Pieces((Path(base) / "vocab.txt").read_text("utf-8"))


def train(tagger: Tagger, options: Options) -> None:
    """Train until ``options.epochs`` are over, resuming from the last checkpoint when there is one."""
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    docs = documents(options.polnear, options.silver)
    if options.pseudo:
        docs += load(Path(options.pseudo), Path(options.silver))
    pieces = word_pieces(options.base)
    sampling = Sampling(options.tokens, options.forms, options.seed)
    run = Run(tagger, options)
    run.resume()
    (out / "options.json").write_text(json.dumps(asdict(options), indent=1))

    def parts(items: list[Example]) -> dict[str, Tensor]:
        batch = collate(items)
        return losses(tagger, batch, outputs(tagger, batch, mask_rate=options.mask))

    learn(
        run,
        steps(docs, pieces, sampling, run.step),
        parts,
        Pace.of(options, len(epoch_batches(docs, pieces, sampling, 0))),
    )


def main() -> None:
    """Read the options and train."""
    options = parsed(Options, __doc__)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    train(begun(options), options)


if __name__ == "__main__":
    main()
