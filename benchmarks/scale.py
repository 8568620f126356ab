"""On paper: what a month of the world's news, and a billion articles, would cost. Nothing is read.

usage: python benchmarks/scale.py

Articles are read by shard and compared by story; machines fail at random and lose the task in hand. What
goes in was measured on one machine (``MEASURED``, with where it is from) or is assumed (``ASSUMED``); what
comes out is time, money, bytes that change machines, and what failures and the largest story add. Every run
gives the same.
"""

from __future__ import annotations

import heapq
import json
import random
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import hardware


@dataclass(frozen=True, slots=True)
class Measured:
    """Per article of about 1,000 words, on one core of two that had other work (``docs/notebook.md``)."""

    # 30 dense and 30 thin bulk articles (``results/stages.json``): all stages but the alignment of utterances
    # and what rests on it, 0.23 and 0.29.
    read_seconds: float = 0.26
    # Of the dense ones, 0.12 of each, and 82 of 150 of these have company in their story.
    compare_seconds: float = 0.22
    # Articles that share a story with another one, of 1,510; of all the world's, far more do.
    shared: float = 0.49
    # Deflated bytes, of 1,510: what places an article among stories, who speaks in it, it with its text.
    keys_bytes: int = 2_400
    chains_bytes: int = 2_250
    whole_bytes: int = 8_600
    # Pairs of articles scored for each that is placed (707 articles: 4,758).
    matches: float = 6.7
    # What a story of n articles that any of 707 are in is at least as large as: n to the minus this; of 1,510
    # articles 2.0.
    tail: float = 1.7


@dataclass(frozen=True, slots=True)
class Assumed:
    """What no laptop tells."""

    cores: int = 64  # of one machine
    dollars_an_hour: float = 2.6  # for one machine of so many cores, rented by the hour
    hours_between_failures: float = 200.0  # of one machine
    restart_seconds: float = 180.0
    shard: int = 2_000  # articles read as one task
    compared: int = 500  # articles whose stories are compared as one task
    largest_story: int = 20_000  # articles; a death or an election in all outlets that carry the wire
    shared: float = 0.8  # articles whose story others tell as well


MEASURED, ASSUMED = Measured(), Assumed()
# Articles that are gone through one by one; of more, a part on as large a part of the machines.
_MOST = 15_000_000


@dataclass(frozen=True, slots=True)
class Cost:
    """What so many articles cost on so many machines."""

    articles: int
    machines: int
    hours: float
    core_hours: float
    dollars: float
    shuffled_terabytes: float
    lost_to_failures: float  # share of the core hours
    largest_story_hours: float  # on one core: what no number of machines makes shorter


def main() -> int:
    """Compute, print and save."""
    found = [cost(articles, machines) for articles, machines in ((15_000_000, 20), (1_000_000_000, 400))]
    for row in found:
        print(json.dumps(asdict(row)))
    hardware.save(
        __file__,
        {"measured": asdict(MEASURED), "assumed": asdict(ASSUMED), "costs": [asdict(row) for row in found]},
    )
    return 0


def cost(articles: int, machines: int, seed: int = 1) -> Cost:
    """Both passes over ``articles`` on ``machines``, one after the other.

    Of more than ``_MOST`` articles a part is gone through, on as large a part of the machines.
    """
    part = max(1, articles // _MOST)
    chance = random.Random(seed)  # noqa: S311 - a simulation
    cores = max(1, machines * ASSUMED.cores // part)
    reading = [ASSUMED.shard * MEASURED.read_seconds] * -(-articles // part // ASSUMED.shard)
    comparing = _comparing(articles // part, chance)
    first, second = (makespan(tasks, cores, chance) for tasks in (reading, comparing))
    hours = (first.seconds + second.seconds) / 3600
    busy, lost = sum(reading) + sum(comparing), first.lost + second.lost
    each = MEASURED.keys_bytes * (1 + MEASURED.matches) + MEASURED.chains_bytes + MEASURED.whole_bytes
    return Cost(
        articles=articles,
        machines=machines,
        hours=round(hours, 1),
        core_hours=round(part * (busy + lost) / 3600),
        dollars=round(hours * machines * ASSUMED.dollars_an_hour),
        shuffled_terabytes=round(articles * each / 1e12, 2),
        lost_to_failures=round(lost / (busy + lost), 4),
        largest_story_hours=round(max(comparing) / 3600, 1),
    )


def _comparing(articles: int, chance: random.Random) -> list[float]:
    """Seconds of each task of comparing on one core: some stories together, or one large story."""
    told = int(articles * ASSUMED.shared)
    tasks: list[float] = []
    held = 0
    while told > 0:
        size = min(story_size(chance), told)
        told, held = told - size, held + size
        if held >= ASSUMED.compared or told == 0:
            tasks.append(held * MEASURED.compare_seconds)
            held = 0
    return tasks


def story_size(chance: random.Random) -> int:
    """Articles of a story of several: a power law, cut at the largest."""
    drawn = 2 * (1.0 - chance.random()) ** (-1 / MEASURED.tail)
    return int(min(drawn, ASSUMED.largest_story))


@dataclass(frozen=True, slots=True)
class Span:
    """Seconds until the last task is done, and core seconds spent on work that was lost."""

    seconds: float
    lost: float


def makespan(tasks: Sequence[float], cores: int, chance: random.Random) -> Span:
    """Tasks of so many seconds, the longest first, to the core that is free first; a failure repeats one."""
    free = [0.0] * cores
    lost = 0.0
    for seconds in sorted(tasks, reverse=True):
        at = heapq.heappop(free)
        while (until := chance.expovariate(1 / (3600 * ASSUMED.hours_between_failures))) < seconds:
            at += until + ASSUMED.restart_seconds
            lost += until + ASSUMED.restart_seconds
        heapq.heappush(free, at + seconds)
    return Span(max(free), lost)


if __name__ == "__main__":
    sys.exit(main())
