"""Per-article stages over a stream of raw documents: here, or by batches in several processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from onrecord import pipeline
from onrecord.engines import tasks
from onrecord.engines.runner import Ended, Runner
from onrecord.engines.tasks import Annotated, Keyed
from onrecord.records import RawDocument, Skipped
from onrecord.statements import Tagger
from onrecord.stopwatch import Stopwatch

Skip = Callable[[Skipped], None]

# Articles below which one process is done before a second has loaded its models (about 2 s of a processor,
# against 0.3 an article).
FEW = 24


def is_few(raws: Iterable[RawDocument]) -> tuple[bool, Iterator[RawDocument]]:
    """Whether ``raws`` are too few for several processes; and all of them again."""
    remaining = iter(raws)
    first = list(islice(remaining, FEW))
    return len(first) < FEW, chain(first, remaining)


def annotate_here(
    raws: Iterable[RawDocument], tagger: Tagger, *, on_skip: Skip, watch: Stopwatch
) -> Iterator[Keyed]:
    """``pipeline.annotate`` with each article's story keys."""
    for item in pipeline.annotate(raws, tagger, on_skip=on_skip, watch=watch):
        yield tasks.keyed(item, watch)


def annotate_beside(
    raws: Iterable[RawDocument], processes: Runner, *, on_skip: Skip, watch: Stopwatch
) -> Iterator[Keyed]:
    """The same by the product's own reader, in ``processes``; in the order of ``raws``.

    Where a process ends over a batch, each of its documents is tried alone; the one that ends a process
    again is skipped, named and counted.
    """
    for batch, found in processes.map(tasks.annotate, _batches(raws)):
        parts = [found] if isinstance(found, Annotated) else _one_by_one(batch, processes)
        for part in parts:
            watch.add(part.seconds)
            for skipped in part.skipped:
                on_skip(skipped)
            yield from part.items


def _batches(raws: Iterable[RawDocument]) -> Iterator[tuple[RawDocument, ...]]:
    remaining = iter(raws)
    while batch := tuple(islice(remaining, pipeline.BATCH)):
        yield batch


def _one_by_one(batch: Iterable[RawDocument], processes: Runner) -> Iterator[Annotated]:
    for (raw,), found in processes.map(tasks.annotate, ((raw,) for raw in batch)):
        if isinstance(found, Ended):
            reason = f"the process that read it ended ({found.how}): it may take more memory than there is"
            yield Annotated((), (Skipped(f"{raw.path}#{raw.item}", reason, "MemoryError"),), {})
        else:
            yield found
