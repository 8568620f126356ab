"""Readers and one writer at the app at once: how long pages take, and whether paging loses anything.

Starts the server over a copy of an archive, then lets readers ask for stories, people, articles, searches and
the API, each with its own kept connection, one request after the other, while another process adds invented
articles (rules reader) and one reader pages through all statements.

    python benchmarks/serving.py brief/onrecord.db --readers 20 --seconds 60
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import random
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import hardware
import httpx
from rules import RuleTagger

from onrecord.archive import Archive

_LINK = re.compile(r'href="(/(?:stories|storylines|speakers|articles)/[^"#?]+)"')
_WORDS = ("said", "would", "asked", "government", "report", "people", "never", "first")
_PAGE = 100
_PAUSE = 1.0  # seconds that a reader looks at a page, on average

Times = defaultdict[str, list[float]]


def write(archive: Path, seconds: float) -> None:
    """Add an article with a statement of its own, again and again."""
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder, Archive(archive) as opened:
        for number in itertools.count():
            if time.monotonic() > end:
                return
            row = {
                "outlet": "Island Voice",
                "date": "2031-03-04",
                "text": f"Ferry {number} will sail, the harbour master Nils Oke said on Monday.",
            }
            path = Path(folder) / f"{number}.jsonl"
            path.write_text(json.dumps(row), "utf-8")
            opened.read([path], tagger=RuleTagger())


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


async def read(
    client: httpx.AsyncClient, kinds: Mapping[str, Sequence[str]], end: float, times: Times
) -> None:
    """Ask for one page after the other."""
    chance = random.Random(id(client))  # noqa: S311 - which page comes next
    while time.monotonic() < end:
        kind = chance.choice(sorted(kinds))
        began = time.monotonic()
        answer = await client.get(chance.choice(kinds[kind]))
        times[kind].append(time.monotonic() - began)
        times[f"status {answer.status_code}"].append(0.0)
        await asyncio.sleep(chance.uniform(0, 2 * _PAUSE))


async def page_through(client: httpx.AsyncClient) -> list[str]:
    """The ids of all statements, page by page."""
    ids: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        asked = {"limit": _PAGE} | ({"cursor": cursor} if cursor else {})
        page = (await client.get("/v1/statements", params=asked)).json()
        ids += [row["id"] for row in page["data"]]
        cursor = page["next"]
    return ids


async def ask(base: str, archive: Path, readers: int, seconds: float) -> dict[str, object]:
    """Read and write at once; what came of it."""
    async with httpx.AsyncClient(base_url=base, timeout=60) as client:
        kinds = await addresses(client)
        before = set(await page_through(client))
    times: Times = defaultdict(list)
    writer = await asyncio.create_subprocess_exec(
        sys.executable, __file__, str(archive), "--write", str(seconds)
    )
    end = time.monotonic() + seconds
    clients = [httpx.AsyncClient(base_url=base, timeout=60) for _ in range(readers + 1)]
    readers_at_it = [asyncio.create_task(read(one, kinds, end, times)) for one in clients[:-1]]
    paged = await page_through(clients[-1])
    await asyncio.gather(*readers_at_it)
    await writer.wait()
    for one in clients:
        await one.aclose()
    return {
        "requests": sum(len(told) for kind, told in times.items() if not kind.startswith("status")),
        "statuses": {k.removeprefix("status "): len(v) for k, v in times.items() if k.startswith("status")},
        "ms": {k: _spread(v) for k, v in sorted(times.items()) if not k.startswith("status")},
        "paged": len(paged),
        "repeated": len(paged) - len(set(paged)),
        "lost": len(before - set(paged)),
    }


def _spread(seconds: Sequence[float]) -> dict[str, float]:
    cuts = statistics.quantiles(seconds, n=100) if len(seconds) > 1 else [*seconds] * 99
    return {"n": len(seconds), "p50": _ms(cuts[49]), "p95": _ms(cuts[94]), "most": _ms(max(seconds))}


def _ms(seconds: float) -> float:
    return round(1000 * seconds, 1)


def _memory(process: int) -> float:
    """Resident memory of a process in MiB."""
    told = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{process}/status").read_text("utf-8"))
    return round(int(told[1]) / 1024, 1) if told else 0.0


def serve(archive: Path, readers: int, seconds: float) -> dict[str, object]:
    """Start the server, ask it, end it."""
    began = time.monotonic()
    command = [sys.executable, "-m", "onrecord", "serve", str(archive), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # our own program
        line = server.stdout.readline() if server.stdout else ""
        found = re.search(r"http://[^\s/]+", line)
        if found is None:
            raise SystemExit(f"the server did not start: {line}")
        httpx.get(found[0] + "/", timeout=60)
        first = time.monotonic() - began
        memory = _memory(server.pid)
        told = asyncio.run(ask(found[0], archive, readers, seconds))
        after = _memory(server.pid)
        server.send_signal(signal.SIGINT)
    return {
        "first_page_ms": _ms(first),
        "memory_mib": [memory, after],
        "readers": readers,
        "seconds": seconds,
        "load": [round(x, 1) for x in os.getloadavg()],
        **told,
    }


def main() -> None:
    """Measure, and write the result beside the benchmarks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("archive", type=Path)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--write", type=float, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.write is not None:
        write(asked.archive, asked.write)
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(asked.archive, Path(folder) / "onrecord.db"))
        with Archive(copy) as opened:
            held = opened.totals()
        result = {"archive": held, **serve(copy, asked.readers, asked.seconds)}
    print(json.dumps(result, indent=1))
    print(hardware.save(__file__, result))


if __name__ == "__main__":
    main()
