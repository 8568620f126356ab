"""Hand on what a teacher knows: its soft labels on annotated and other news, and a student that learns them.

usage: python -m training.distil label --teacher training/runs/teacher/average.pt --out training/runs/soft
           --polnear FILE --silver FILE --base FOLDER [--bulk 2000] [--copies 2] [--until HH:MM]
       python -m training.distil learn --soft training/runs/soft --start CHECKPOINT --out training/runs/NAME
           [--invented FOLDER --silver FILE] [--refer FOLDER] [--epochs 2] [--until HH:MM]

Both go on where they were. ``--start``: the student as it is; ``restore.py`` makes a checkpoint of the
packaged tagger. On annotated windows a student learns half from gold and half from the teacher (``--gold``),
on others from the teacher alone; ``--invented``: on passages that the teacher never saw, from gold alone,
``copies`` of each an epoch, augmented each time. ``--refer``: beside all that, whom pronouns mean
(``referring.py``), a batch of ``refer_tokens`` word pieces at every step.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, fields
from itertools import chain, count, islice
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import Tensor

from training import invented
from training.augment import augmented, surname_pool
from training.batches import Batch, Sampling, collate, epoch_batches, shuffled
from training.data import IGNORED, Document, Example, examples, rows
from training.mpnet import tagger_of
from training.network import Pointer, Tagger, partition, pointer_scores
from training.referring import Head, Lessons, loss, scores
from training.soft import Pointing, Soft, Taught, read, write
from training.train import (
    Outputs,
    Pace,
    Pacing,
    Run,
    cut,
    documents,
    learn,
    losses,
    moment,
    outputs,
    over,
    parsed,
    word_pieces,
)

# Characters of an unlabelled article that are read, as many as of those with silver names.
LONGEST = 6_000
# Windows of one file of soft labels: a minute or two of a teacher's time.
SHARD = 96
# Words that are content, or begin a cue, with at least this certainty say what they point to.
POINTS = 0.3
_BEGINS_CUE, _CONTENT = 3, slice(5, 7)
EVALS = Path(__file__).resolve().parents[1] / "evals" / "data"


@dataclass(frozen=True, kw_only=True)
class Labelling:
    """What is labelled: ``bulk`` other articles, ``copies`` of the annotated ones, augmented each time."""

    teacher: str
    out: str
    polnear: str
    silver: str
    base: str
    bulk: int = 2000
    copies: int = 2
    forms: int = 80
    tokens: int = 3072
    seed: int = 1
    threads: int = 1
    until: str = ""


@dataclass(frozen=True, kw_only=True)
class Learning(Pacing):
    """How the student learns; ``gold``: what gold counts where there is gold."""

    soft: str
    start: str
    layers: str = "0,1,2,3,4,5"
    gold: float = 0.5
    invented: str = ""
    silver: str = ""
    base: str = ""
    copies: int = 2
    epochs: float = 2
    rate: float = 1e-4
    head_rate: float = 4e-4
    minutes: float = 8
    refer: str = ""
    refer_weight: float = 0.1
    refer_tokens: int = 2048
    refer_layer: int = 6


def fresh(bulk: Path, most: int) -> list[Document]:
    """Bulk articles that nothing is measured on, the same ones every time.

    Measures take the articles whose ids have the smallest hashes, or name them in their data.
    """
    named = {
        word for path in EVALS.glob("*.jsonl") for word in re.findall(r'"([^"]+)"', path.read_text("utf-8"))
    }
    found = [row for row in rows(bulk) if str(row["id"]) not in named]
    found.sort(key=lambda row: hashlib.sha256(str(row["id"]).encode()).digest(), reverse=True)
    texts = ((str(row["id"]), row["text"][:LONGEST]) for row in found[:most])
    return [Document(name, text, np.full(len(text), -1, np.int32), labelled=False) for name, text in texts]


def windows(options: Labelling, bulk: Path) -> Iterator[Example]:
    """What is labelled, in an order that depends on the seed alone: annotated and other news in turns."""
    docs, pieces = documents(options.polnear, options.silver), word_pieces(options.base)
    sampling = Sampling(options.tokens, options.forms, options.seed)
    others = fresh(bulk, options.bulk)
    for copy in range(options.copies):
        random = Random(f"{options.seed}-{copy}")  # noqa: S311  (augmentation, no secrets)
        batches = epoch_batches(docs, pieces, sampling, copy)
        for number, batch in enumerate(batches):
            yield from batch
            at = number * options.copies + copy
            for other in others[at :: len(batches) * options.copies]:
                yield from examples(augmented(other, random, []), pieces, random.choice((192, 256, 320)))


def labelled(teacher: Tagger, items: list[Example]) -> list[Taught]:
    """Windows with what the teacher makes of them."""
    batch = collate(items)
    with torch.inference_mode():
        made = outputs(teacher, batch, mask_rate=0)
        names = torch.softmax(made.names[:, 1:], -1)
    real = batch.mask[:, 1:].float()
    # The gradient of a partition is what it expects of each of its parts.
    scores = made.roles[:, 1:].clone().requires_grad_()
    moves = teacher.transitions.detach().expand(len(items), -1, -1).clone().requires_grad_()
    expected, moved = torch.autograd.grad(partition(scores, moves, real).sum(), (scores, moves))
    cue = _pointing(teacher.to_cue, made.to_cue, expected[..., _CONTENT].sum(-1) > POINTS, batch)
    source = _pointing(teacher.to_source, made.to_source, expected[..., _BEGINS_CUE] > POINTS, batch)
    out = []
    for n, item in enumerate(items):
        width = len(item.roles)
        soft = Soft(
            expected[n, :width].numpy(), moved[n].numpy(), names[n, :width].numpy(), cue[n], source[n]
        )
        out.append(Taught(item, soft))
    return out


@torch.inference_mode()
def _pointing(pointer: Pointer, links: Tensor, which: Tensor, batch: Batch) -> list[Pointing]:
    at = (which & batch.mask[:, 1:]).nonzero(as_tuple=True)
    scores = pointer_scores(pointer, links, at, batch.paragraph, batch.mask)
    shares = torch.softmax(scores, -1).numpy()
    of, words = at[0].numpy(), at[1].numpy()
    return [Pointing.of(words[of == n], shares[of == n]) for n in range(len(batch.ids))]


def label(options: Labelling) -> None:
    """Write the files of soft labels that are not there yet."""
    out, until = Path(options.out), moment(options.until)
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    teacher = tagger_of(torch.load(options.teacher, weights_only=True)).eval()
    found = windows(options, Path(options.polnear).parents[1] / "allsides/articles.jsonl.gz")
    random = Random(options.seed)  # noqa: S311  (an order, no secret)
    for number in count():
        shard = list(islice(found, SHARD))
        if not shard or over(until):
            return
        path = out / f"{number:05}.npz"
        if not path.exists():
            batches = shuffled(shard, lambda e: len(e.window), options.tokens, random)
            write(path, list(chain.from_iterable(labelled(teacher, batch) for batch in batches)))


def soft_losses(
    tagger: Tagger, batch: Batch, made: Outputs, soft: list[Soft], weight: Tensor
) -> dict[str, Tensor]:
    """How far a student is from its teacher; each window counts ``weight`` (B,).

    The role loss is the cross entropy of whole label sequences: with a teacher that is sure, ``crf_loss``.
    """
    real = batch.mask[:, 1:].float()
    known = real.sum().clamp(min=1)
    roles, names, moves = _padded(soft, real.shape[1])
    told = (roles * made.roles[:, 1:]).sum((1, 2)) + (moves * tagger.transitions).sum((1, 2))
    whole = partition(made.roles[:, 1:], tagger.transitions, real) - told
    logs = -(names * torch.log_softmax(made.names[:, 1:], -1)).sum(-1)
    return {
        "roles": (whole * weight).sum() / known,
        "cue": _astray(tagger.to_cue, made.to_cue, [s.cue for s in soft], batch, weight),
        "source": _astray(tagger.to_source, made.to_source, [s.source for s in soft], batch, weight),
        "names": (logs * weight[:, None] * real).sum() / known,
    }


def _padded(soft: list[Soft], width: int) -> tuple[Tensor, Tensor, Tensor]:
    """(B, W, 7) roles, (B, W, 9) names, (B, 7, 7) moves."""
    spread = [
        np.stack([np.pad(part, ((0, width - len(part)), (0, 0))) for part in parts])
        for parts in ([s.roles for s in soft], [s.names for s in soft])
    ]
    return (
        torch.from_numpy(spread[0]),
        torch.from_numpy(spread[1]),
        torch.from_numpy(np.stack([s.moves for s in soft])),
    )


def _astray(pointer: Pointer, links: Tensor, told: list[Pointing], batch: Batch, weight: Tensor) -> Tensor:
    """The mean cross entropy of pointing as the teacher does."""
    b = torch.from_numpy(np.repeat(np.arange(len(told)), [len(p.words) for p in told]))
    if not len(b):
        return links.sum() * 0.0
    w, targets, shares = (
        torch.from_numpy(np.concatenate([getattr(p, name) for p in told]))
        for name in ("words", "targets", "shares")
    )
    logs = torch.log_softmax(pointer_scores(pointer, links, (b, w), batch.paragraph, batch.mask), -1)
    return -(logs.gather(1, targets) * shares * weight[b, None]).sum() / len(b)


def mixed(tagger: Tagger, taught: list[Taught], options: Learning) -> dict[str, Tensor]:
    """The losses of one batch: gold's share where there is gold, the teacher's for the rest."""
    batch = collate([t.example for t in taught])
    made = outputs(tagger, batch, mask_rate=options.mask)
    gold = batch.roles[:, 0] != IGNORED
    found = soft_losses(tagger, batch, made, [t.soft for t in taught], 1 - options.gold * gold.float())
    if options.gold and gold.any():
        part = Batch(*(getattr(batch, f.name)[gold] for f in fields(batch)))
        own = losses(tagger, part, Outputs(*(output[gold] for output in made)))
        share = options.gold * gold.float().mean()
        found = {name: value + share * own[name] for name, value in found.items()}
    return found


class Invented:
    """The invented passages that may be trained on, as windows that are new each epoch."""

    def __init__(self, options: Learning) -> None:
        self.options = options
        self.docs: list[Document] = []
        if options.invented:
            silver = Path(options.silver) if options.silver else None
            self.docs = invented.documents(silver, Path(options.invented))
            self.pieces = word_pieces(options.base)
            self.surnames = surname_pool(self.docs)

    def batches(self, random: Random) -> list[list[Example]]:
        """One epoch's windows."""
        pool: list[Example] = []
        for doc in self.docs * self.options.copies:
            size = random.choice((128, 192, 320, 320))
            pool += examples(augmented(doc, random, self.surnames), self.pieces, size)
        return shuffled(pool, lambda e: len(e.window), self.options.tokens, random) if pool else []


def _referring(run: Run, options: Learning) -> Callable[[], dict[str, Tensor]]:
    """What is lost at each step to wrong referents; nothing is learned of them without files."""
    head = run.beside
    if not isinstance(head, Head):
        return dict
    paths = sorted(Path(options.refer).glob("*.jsonl"))
    lessons = iter(Lessons(paths, word_pieces(options.base), options.refer_tokens, options.seed))

    def lost() -> dict[str, Tensor]:
        batch = next(lessons)
        found = scores(run.tagger.encoder, head, batch, mask_rate=options.mask)
        return {"refer": options.refer_weight * loss(found, batch)}

    return lost


def student(options: Learning) -> None:
    """Learn from the files of soft labels that there are."""
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    pool = [taught for path in sorted(Path(options.soft).glob("*.npz")) for taught in read(path)]

    others = Invented(options)

    def batches(epoch: int) -> list[list[Taught] | list[Example]]:
        random = Random(f"{options.seed}-{epoch}")  # noqa: S311  (an order, no secret)
        taught = shuffled(pool, lambda t: len(t.example.window), options.tokens, random)
        every: list[list[Taught] | list[Example]] = [*taught, *others.batches(random)]
        if others.docs:
            random.shuffle(every)
        return every

    def parts(items: list[Taught] | list[Example]) -> dict[str, Tensor]:
        taught = [one for one in items if isinstance(one, Taught)]
        if taught:
            return mixed(run.tagger, taught, options)
        batch = collate([one for one in items if isinstance(one, Example)])
        return losses(run.tagger, batch, outputs(run.tagger, batch, mask_rate=options.mask))

    keep = [int(n) for n in options.layers.split(",")]
    tagger = cut(torch.load(options.start, weights_only=True), keep)
    head = Head(tagger.encoder.shape.hidden, options.refer_layer) if options.refer else None
    run = Run(tagger, options, head)
    run.resume()
    referred = _referring(run, options)
    (out / "options.json").write_text(json.dumps(asdict(options), indent=1))
    endless = ((epoch, batch) for epoch in count() for batch in batches(epoch))
    pace = Pace.of(options, len(batches(0)))
    learn(run, islice(endless, run.step, None), lambda items: parts(items) | referred(), pace)


def main() -> None:
    """``label`` or ``learn``."""
    verb, words = sys.argv[1] if len(sys.argv) > 1 else "", sys.argv[2:]
    if verb == "label":
        label(parsed(Labelling, __doc__, words))
    elif verb == "learn":
        student(parsed(Learning, __doc__, words))
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
