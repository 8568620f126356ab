"""Readers and one writer at the app at once: how long pages take, and whether paging loses anything.

Starts the server over a copy of an archive. First one reader asks for a few pages of each kind alone, and the
server's processor time for each is taken, which other programs hardly change. Then readers ask for stories,
people, articles, searches and the API at moments drawn beforehand, each with its own kept connection, while
another process adds invented articles (rules reader) and one reader more pages through all statements, a page
after the other at the readers' pace (``--eager``: without a pause, which no person does). Before that the
server may be left alone for some seconds (``--quiet``), in which it makes pages ahead: those to which the
pages that were asked for link. Without them most pages are made when they are asked for.

A page that comes late delays its reader, but is counted from the moment it was due. Everything ends when its
time is up: what has no answer by then counts as having taken all of a reader's patience. How much of the
machine others used stands beside the result; above a fifth the latencies say little.

    python benchmarks/serving.py brief/onrecord.db --readers 20 --seconds 60 --quiet 90
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import select
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import hardware
import httpx
from rules import RuleTagger

from onrecord.archive import Archive

_LINK = re.compile(r'href="(/(?:stories|storylines|speakers|articles)/[^"#?]+)"')
_WORDS = ("said", "would", "asked", "government", "report", "people", "never", "first")
_PAGE = 100
_PAUSE = 1.0  # seconds that a reader looks at a page, on average
_PATIENCE = 10.0  # seconds that a reader waits for a page
_STARTING = 60.0  # seconds in which a server must be there, and in which the first pages must have come
_ENDING = 10.0  # seconds in which a program that was asked to end must have done so
_ALONE = 12  # pages of each kind that are asked for alone
_BUSY = 0.2  # part of the machine that others may use before latencies say little


def write(archive: Path, seconds: float) -> None:
    """Add an article with a statement of its own, again and again; how many is printed after each."""
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder, Archive(archive) as opened:
        number = 0
        while time.monotonic() < end:
            row = {
                "outlet": "Island Voice",
                "date": "2031-03-04",
                "text": f"Ferry {number} will sail, the harbour master Nils Oke said on Monday.",
            }
            path = Path(folder) / f"{number}.jsonl"
            path.write_text(json.dumps(row), "utf-8")
            opened.read([path], tagger=RuleTagger())
            number += 1
            print(number, flush=True)


async def addresses(client: httpx.AsyncClient) -> dict[str, list[str]]:
    """Pages to ask for, by kind: those that the index, the people and a story lead to."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    waiting = ["/", "/speakers", "/?page=2", "/speakers?page=2"]
    for address in waiting:
        for link in _LINK.findall((await client.get(address)).text):
            kind = link.split("/")[1]
            if kind == "stories" and len(found[kind]) < 12 and link not in found[kind]:
                waiting.append(link)
            found[kind][link] = None
    kept = {kind: list(links)[:200] for kind, links in found.items()}
    kept["index"] = ["/", "/?order=newest", "/?page=2"]
    kept["search"] = [f"/search?q={word}" for word in _WORDS]
    kept["api"] = [f"/v1/search?words={word}" for word in _WORDS]
    return kept


@dataclass(slots=True)
class Told:
    """What was answered: seconds by kind of page, answers by status."""

    seconds: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    statuses: Counter[str] = field(default_factory=Counter)

    async def ask(self, client: httpx.AsyncClient, kind: str, address: str, due: float) -> None:
        """Ask for a page that was ``due`` at that moment of ``time.monotonic``."""
        try:
            status = str((await client.get(address)).status_code)
        except httpx.TimeoutException:
            status = "too late"
        except httpx.HTTPError as error:
            status = type(error).__name__
        took = time.monotonic() - due
        self.seconds[kind].append(took if status.isdigit() else max(took, _PATIENCE))
        self.statuses[status] += 1


async def alone(
    client: httpx.AsyncClient, kinds: Mapping[str, Sequence[str]], server: int
) -> dict[str, object]:
    """Processor time that a page costs the server, by kind, nobody else asking."""
    chance = random.Random(1)  # noqa: S311 - which pages
    costs: dict[str, object] = {}
    for kind, links in sorted(kinds.items()):
        found = []
        for address in chance.sample(list(links), min(_ALONE, len(links))):
            before = processor_time(server)
            await client.get(address)
            found.append(processor_time(server) - before)
        costs[kind] = _spread(found)
    return costs


async def read(
    client: httpx.AsyncClient, kinds: Mapping[str, Sequence[str]], end: float, told: Told, seed: int
) -> None:
    """Ask for one page after the other, each at its moment or as soon as the one before has come."""
    chance = random.Random(seed)  # noqa: S311 - which page comes next
    due = time.monotonic() + chance.uniform(0, 2 * _PAUSE)
    while due < end:
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        kind = chance.choice(sorted(kinds))
        await told.ask(client, kind, chance.choice(kinds[kind]), due)
        due += chance.uniform(0, 2 * _PAUSE)
        if time.monotonic() > end:
            return


async def page_through(client: httpx.AsyncClient, end: float, pause: float = 0.0) -> tuple[list[str], bool]:
    """The ids of all statements, page by page; whether they were all there were when time was up.

    ``pause``: seconds between pages.
    """
    ids: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        if time.monotonic() > end:
            return ids, False
        await asyncio.sleep(pause if ids else 0.0)
        asked = {"limit": _PAGE} | ({"cursor": cursor} if cursor else {})
        try:
            page = (await client.get("/v1/statements", params=asked)).json()
        except httpx.HTTPError:
            continue  # asked again: what a reader who pages would do
        ids += [row["id"] for row in page["data"]]
        cursor = page["next"]
    return ids, True


def start_writer(archive: Path, seconds: float) -> subprocess.Popen[str]:
    """The writer, in a process of its own; it has written once."""
    command = [sys.executable, __file__, str(archive), "--write", str(seconds)]
    started = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    _first_line(started)
    return started


def _end(process: subprocess.Popen[str]) -> str:
    """End a program, by asking, then by force; what it said that was not read yet."""
    process.send_signal(signal.SIGINT)
    try:
        return process.communicate(timeout=_ENDING)[0]
    except subprocess.TimeoutExpired:
        process.kill()
        return process.communicate()[0]


async def ask(
    base: str, archive: Path, server: int, readers: int, seconds: float, *, quiet: float, eager: bool
) -> dict[str, object]:
    """Ask alone, then read and write at once; what came of it."""
    limits = httpx.Timeout(_PATIENCE)
    async with httpx.AsyncClient(base_url=base, timeout=_STARTING) as client:
        kinds = await addresses(client)
        costs = await alone(client, kinds, server)
        before, whole = await page_through(client, time.monotonic() + _STARTING)
        spent = processor_time(server)
        await asyncio.sleep(quiet)
        spent = processor_time(server) - spent
    told, clients = Told(), [httpx.AsyncClient(base_url=base, timeout=limits) for _ in range(readers + 1)]
    memory = [_memory(server)]
    writer = start_writer(archive, seconds)
    try:
        end = time.monotonic() + seconds
        at_it = [read(one, kinds, end, told, n) for n, one in enumerate(clients[:-1])]
        paging = asyncio.create_task(page_through(clients[-1], end, 0.0 if eager else _PAUSE))
        watching = asyncio.create_task(_watch(server, end, memory))
        await asyncio.gather(*at_it)  # the last request of each was begun in time, and has its patience
        paged, complete = await paging
        await watching
    finally:
        written = _end(writer).split()
    for one in clients:
        await one.aclose()
    return {
        "alone_cpu_ms": costs,
        "eager": eager,
        "quiet_seconds": quiet,
        "quiet_cpu_ms": _ms(spent),
        "requests": told.statuses.total(),
        "statuses": dict(sorted(told.statuses.items())),
        "ms": {kind: _spread(took) for kind, took in sorted(told.seconds.items())},
        "written": 1 + len(written),
        "memory_mib": memory,
        "paged": len(paged),
        "paged_all": complete,
        "repeated": len(paged) - len(set(paged)),
        "lost": len(set(before) - set(paged)) if whole and complete else None,
    }


async def _watch(server: int, end: float, memory: list[float]) -> None:
    """Note the server's memory ten times until the end."""
    pause = (end - time.monotonic()) / 10
    for _ in range(10):
        await asyncio.sleep(pause)
        memory.append(_memory(server))


def _spread(seconds: Sequence[float]) -> dict[str, float]:
    cuts = statistics.quantiles(seconds, n=100, method="inclusive") if len(seconds) > 1 else [*seconds] * 99
    return {"n": len(seconds), "p50": _ms(cuts[49]), "p95": _ms(cuts[94]), "most": _ms(max(seconds))}


def _ms(seconds: float) -> float:
    return round(1000 * seconds, 1)


def _with_children(process: int) -> list[int]:
    """A process and those that it has started and that are there."""
    tasks = Path(f"/proc/{process}/task").iterdir()
    return [process, *(int(child) for task in tasks for child in (task / "children").read_text().split())]


def _memory(server: int) -> float:
    """Resident memory of a server and of those that make its pages, in MiB."""
    told = [Path(f"/proc/{one}/status").read_text("utf-8") for one in _with_children(server)]
    found = (re.search(r"VmRSS:\s+(\d+)", status) for status in told)
    return round(sum(int(held[1]) for held in found if held) / 1024, 1)


def processor_time(server: int) -> float:
    """Seconds that all threads of a server, and of those that make its pages, have had a processor."""
    tasks = (task for one in _with_children(server) for task in Path(f"/proc/{one}/task").iterdir())
    return sum(int((task / "schedstat").read_text("utf-8").split()[0]) for task in tasks) / 1e9


def machine() -> tuple[float, float]:
    """Seconds that the machine's processors were at work since it started, and that they were there."""
    first = Path("/proc/stat").read_text("utf-8").partition("\n")[0].split()[1:9]
    ticks = [int(t) / os.sysconf("SC_CLK_TCK") for t in first]
    return sum(ticks) - ticks[3] - ticks[4], sum(ticks)


def _first_line(process: subprocess.Popen[str]) -> str:
    """What a program says first; nothing where it says nothing in time."""
    if process.stdout is None or not select.select([process.stdout], [], [], _STARTING)[0]:
        return ""
    return process.stdout.readline()


def serve(
    archive: Path, readers: int, seconds: float, workers: int = 0, quiet: float = 0, *, eager: bool = False
) -> dict[str, object]:
    """Start the server, ask it, end it."""
    began, (worked, there) = time.monotonic(), machine()
    command = [sys.executable, "-m", "onrecord", "serve", str(archive), "--port", "0"]
    command += ["--workers", str(workers)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # our own program
        try:
            line = _first_line(server)
            found = re.search(r"http://[^\s/]+", line)
            if found is None:
                raise SystemExit(f"the server did not start: {line}")
            httpx.get(found[0] + "/", timeout=_STARTING)
            first, cost = time.monotonic() - began, processor_time(server.pid)
            asking = ask(found[0], archive, server.pid, readers, seconds, quiet=quiet, eager=eager)
            told = asyncio.run(asking)
            own = processor_time(server.pid)
        finally:
            _end(server)
    own += sum(os.times()[:4])  # of this process, and of those that have ended: the writer among them
    after, now = machine()
    others = round(max(0.0, after - worked - own) / (now - there), 2)
    return {
        "first_page_ms": _ms(first),
        "first_page_cpu_ms": _ms(cost),
        "readers": readers,
        "seconds": seconds,
        "others_used": others,
        "latencies_hold": others <= _BUSY,
        **told,
    }


def main() -> None:
    """Measure, and write the result beside the benchmarks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("archive", type=Path)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--workers", type=int, default=0, help="processes that make pages")
    parser.add_argument("--quiet", type=float, default=0, help="seconds without requests before the load")
    parser.add_argument("--eager", action="store_true", help="page through statements without a pause")
    parser.add_argument("--write", type=float, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.write is not None:
        write(asked.archive, asked.write)
        return
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # ends the server, too
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(asked.archive, Path(folder) / "onrecord.db"))
        with Archive(copy) as opened:
            held = opened.totals()
        told = serve(copy, asked.readers, asked.seconds, asked.workers, asked.quiet, eager=asked.eager)
        result = {"archive": held, "workers": asked.workers, **told}
    print(json.dumps(result, indent=1))
    print(hardware.save(__file__, result))


if __name__ == "__main__":
    main()
