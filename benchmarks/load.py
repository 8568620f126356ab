"""Readers, one writer, and a server that is killed: no write that was acknowledged may be lost.

Starts the app over a copy of an archive. Readers ask for pages and the API, each with its own connection; a
writer sends one correction after another and keeps the number of each that was answered with 201; the server
is killed (SIGKILL) at random moments and started again. Whoever meets a dead server asks again. Told are the
answers that failed while a server was up, servers that ended by themselves, the writes that are not in the
archive at the end or twice, what ``verify`` says of it, and the server's memory by its age.

    python benchmarks/load.py brief/onrecord.db --seconds 1800 --readers 20
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import hardware
import httpx
from serving import addresses

from onrecord.archive import Archive
from onrecord.verification import verify

_PAUSE = 1.0  # seconds that a reader looks at a page, on average
_LIVES = (20.0, 90.0)  # seconds until a server is killed
_WRITE_EVERY = 2.2  # seconds: what the app lets one address write in the long run
_OLD = 60.0  # seconds of age from which a server's memory should not grow any more


@dataclass(slots=True)
class Server:
    """The app in a process of its own, at one port whoever serves it."""

    archive: Path
    port: int = 0
    base: str = ""
    process: asyncio.subprocess.Process | None = None
    born: float = 0.0
    up: bool = False
    kills: int = 0
    memory: list[tuple[float, float]] = field(default_factory=list)  # age in seconds, MiB
    ended: list[str] = field(default_factory=list)  # without being killed

    async def start(self) -> None:
        """Start it and wait until it answers; once more where it ends by itself."""
        while not await self._started():
            pass

    async def _started(self) -> bool:
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "onrecord", "serve", str(self.archive), "--port", str(self.port),
            stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        line = (await self.process.stdout.readline()).decode() if self.process.stdout else ""
        found = re.search(r"http://[^\s/]+:(\d+)", line)
        if found is None:
            raise SystemExit(f"the server did not start: {line}")
        self.port, self.born = int(found[1]), time.monotonic()
        try:
            async with httpx.AsyncClient(timeout=120) as client:
                await client.get(found[0] + "/")
        except httpx.HTTPError as error:
            await self.kill(f"{type(error).__name__} at its first page")
            return False
        self.base, self.up = found[0], True
        return True

    async def kill(self, why: str = "") -> None:
        """End it at once, as a power cut would; note one that had ended before, or ``why`` it must."""
        self.up = False
        if self.process is None:
            return
        if self.process.returncode is not None or why:
            self.ended.append(f"exit code {self.process.returncode} after {why or 'it was up'}")
        else:
            self.kills += 1
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGKILL)
            await self.process.wait()

    def note_memory(self) -> None:
        """Its resident memory now."""
        status = Path(f"/proc/{self.process.pid if self.process else 0}/status")
        if self.up and status.exists():
            told = re.search(r"VmRSS:\s+(\d+)", status.read_text("utf-8"))
            if told is not None:
                self.memory.append((time.monotonic() - self.born, int(told[1]) / 1024))


@dataclass(slots=True)
class Told:
    """What readers and the writer were answered."""

    answers: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)  # 5xx or a broken answer of a server that was not killed
    acknowledged: list[str] = field(default_factory=list)
    attempted: int = 0
    asked_in: dict[httpx.AsyncClient, int] = field(default_factory=dict)  # in whose life


async def asked(
    server: Server, told: Told, client: httpx.AsyncClient, method: str, address: str, **more: object
) -> httpx.Response | None:
    """One answer; None where the server died meanwhile or is not there yet."""
    kills, was_up = server.kills, server.up
    fresh = told.asked_in.setdefault(client, kills) == kills  # else it may hold on to a server that is gone
    told.asked_in[client] = kills
    try:
        answer = await client.request(method, address, **more)  # type: ignore[arg-type]
    except httpx.HTTPError as error:
        if fresh and was_up and server.up and server.kills == kills:
            told.failed.append(f"{method} {address}: {type(error).__name__}")
        told.answers["no server"] += 1
        await asyncio.sleep(0.5)
        return None
    told.answers[str(answer.status_code)] += 1
    if answer.status_code >= 500:
        told.failed.append(f"{method} {address}: {answer.status_code}")
    return answer


async def read(server: Server, told: Told, kinds: dict[str, list[str]], end: float, seed: int) -> None:
    """Ask for one page after the other."""
    chance = random.Random(seed)  # noqa: S311 - which page comes next
    async with httpx.AsyncClient(base_url=server.base, timeout=60) as client:
        while time.monotonic() < end:
            await asked(server, told, client, "GET", chance.choice(kinds[chance.choice(sorted(kinds))]))
            await asyncio.sleep(chance.uniform(0, 2 * _PAUSE))


async def write(server: Server, told: Told, places: list[dict[str, object]], end: float) -> None:
    """Send one correction after the other, each with a number of its own."""
    mark = {"action": "mark", "about": "statement", "verdict": "right"}
    async with httpx.AsyncClient(base_url=server.base, timeout=60) as client:
        while time.monotonic() < end:
            told.attempted += 1
            note = f"write {told.attempted}"
            body = mark | {"places": [places[told.attempted % len(places)]], "note": note}
            answer = await asked(server, told, client, "POST", "/v1/corrections", json=body)
            if answer is not None and answer.status_code == 201:
                told.acknowledged.append(note)
            await asyncio.sleep(_WRITE_EVERY)


async def reap(server: Server, end: float, chance: random.Random) -> None:
    """Kill the server and start it again, at random moments; note its memory every few seconds."""
    while time.monotonic() < end:
        until = min(end, time.monotonic() + chance.uniform(*_LIVES))
        while time.monotonic() < until:
            server.note_memory()
            await asyncio.sleep(min(5.0, max(0.1, until - time.monotonic())))
        if time.monotonic() < end:
            await server.kill()
            await server.start()


async def load(archive: Path, readers: int, seconds: float, seed: int) -> tuple[Server, Told]:
    """All of them at once."""
    server, told = Server(archive), Told()
    await server.start()
    with Archive(archive) as opened:
        statements = [(a.article.id, s) for a in opened.articles() for s in a.statements if s.source][:500]
    places: list[dict[str, object]] = [
        {"article_id": article, "start": s.source[0].start, "end": s.source[-1].end, "note": s.id}
        for article, s in statements
    ]
    async with httpx.AsyncClient(base_url=server.base, timeout=120) as client:
        kinds = await addresses(client)
    end = time.monotonic() + seconds
    await asyncio.gather(
        *(read(server, told, kinds, end, n) for n in range(readers)),
        write(server, told, places, end),
        reap(server, end, random.Random(seed)),  # noqa: S311 - no secret
    )
    await server.kill()
    return server, told


def outcome(server: Server, told: Told) -> dict[str, object]:
    """What the archive holds of what was acknowledged, and all else."""
    with Archive(server.archive) as archive:
        kept = Counter(c.note for c in archive.corrections())
    young = [mib for age, mib in server.memory if age < _OLD]
    old = [mib for age, mib in server.memory if age >= _OLD]
    return {
        "kills": server.kills,
        "answers": dict(sorted(told.answers.items())),
        "failed": told.failed,
        "ended": server.ended,
        "writes": {"attempted": told.attempted, "acknowledged": len(told.acknowledged), "kept": kept.total()},
        "lost": [note for note in told.acknowledged if note not in kept],
        "twice": [note for note, times in kept.items() if times > 1],
        "faults": [str(fault) for fault in verify(server.archive).faults],
        "memory_mib": {"most_young": max(young, default=0.0), "most_old": max(old, default=0.0)},
    }


def main() -> int:
    """Run, tell, keep; 1 where something was lost, doubled, failed or is unsound."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("archive", type=Path)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=1800)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(given.archive, Path(folder) / "onrecord.db"))
        with Archive(copy) as opened:
            held = opened.totals()
        server, told = asyncio.run(load(copy, given.readers, given.seconds, given.seed))
        found = outcome(server, told)
    result = {
        "archive": held,
        "readers": given.readers,
        "seconds": given.seconds,
        "load": [round(x, 1) for x in os.getloadavg()],
        **found,
    }
    print(json.dumps(result, indent=1, default=str))
    if given.save:
        print(hardware.save(__file__, result))
    return int(any(found[name] for name in ("failed", "ended", "lost", "twice", "faults")))


if __name__ == "__main__":
    sys.exit(main())
