"""Articles added from the browser: kept as files beside the archive, then read one upload after the other."""

from __future__ import annotations

import json
import re
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from queue import Queue
from secrets import token_hex

from onrecord.errors import OnRecordError
from onrecord.records import Progress, Run, Skipped

# Jobs that can be looked at again; older ones are in the archive's list of runs.
MOST_JOBS = 50
_MOST_NAME = 80


@dataclass(frozen=True, slots=True)
class Job:
    """One upload: what of it is done; ``run`` when it is through, ``failed`` when it could not be."""

    id: str
    names: tuple[str, ...]
    paths: tuple[str, ...]
    stage: str = "waiting"
    done: int = 0
    share: float | None = None
    left: float | None = None
    skipped: tuple[Skipped, ...] = ()
    run: Run | None = None
    failed: str = ""

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen."""
        return self.run is not None or bool(self.failed)


@dataclass(frozen=True, slots=True)
class Pasted:
    """An article put in by hand."""

    text: str
    title: str = ""
    outlet: str = ""
    date: str = ""
    url: str = ""


@dataclass(slots=True, eq=False)
class Adder:
    """Reads what is put in, in one thread; reading loads the models, which looking never does."""

    archive: Path
    _jobs: OrderedDict[str, Job] = field(default_factory=OrderedDict)
    _waiting: Queue[str | None] = field(default_factory=Queue)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _thread: threading.Thread | None = None

    def keep(self, files: Sequence[tuple[str, bytes]], pasted: Pasted | None = None) -> Job | None:
        """Keep what was put in as files, to be read next; None when there was nothing in it."""
        made = [(name, data) for name, data in files if data]
        if pasted is not None and pasted.text.strip():
            made.append(("pasted.jsonl", _as_row(pasted)))
        if not made:
            return None
        key = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{token_hex(4)}"
        folder = self.archive.parent / "added" / key
        folder.mkdir(parents=True)
        paths = tuple(_written(folder, number, name, data) for number, (name, data) in enumerate(made, 1))
        job = Job(key, tuple(name for name, _ in made), paths)
        with self._lock:
            self._jobs[key] = job
            ended = [old for old, held in self._jobs.items() if held.ended]
            for old in ended[: max(0, len(self._jobs) - MOST_JOBS)]:  # what waits is never forgotten
                del self._jobs[old]
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="adding", daemon=True)
                self._thread.start()
        self._waiting.put(key)
        return job

    def job(self, key: str) -> Job | None:
        """One job by its id."""
        with self._lock:
            return self._jobs.get(key)

    def jobs(self) -> list[Job]:
        """The jobs, the latest first."""
        with self._lock:
            return list(reversed(self._jobs.values()))

    def close(self) -> None:
        """Take no more; what is being read is left to end."""
        self._waiting.put(None)

    def _work(self) -> None:
        while (key := self._waiting.get()) is not None:
            try:
                self._read(key)
            except OnRecordError as error:
                self._note(key, failed=str(error))
            except Exception as error:  # noqa: BLE001 - the thread must live on for the next upload
                self._note(key, failed=f"{type(error).__name__}: {error}"[:300])

    def _read(self, key: str) -> None:
        self._note(key, stage="loading the models")
        from onrecord.archive import Archive  # noqa: PLC0415 - heavy, and only adding needs it

        job = self.job(key)
        if job is None:
            return

        def tell(progress: Progress) -> None:
            self._note(
                key, stage=progress.stage, done=progress.done, share=progress.share, left=progress.left
            )

        with Archive(self.archive) as archive:
            run = archive.read(job.paths, on_progress=tell)
        self._note(key, stage="done", run=run, done=run.read, skipped=run.skipped)

    def _note(self, key: str, **changed: object) -> None:
        with self._lock:
            if key in self._jobs:
                self._jobs[key] = replace(self._jobs[key], **changed)  # type: ignore[arg-type]


def _as_row(pasted: Pasted) -> bytes:
    told = (("title", pasted.title), ("outlet", pasted.outlet), ("date", pasted.date), ("url", pasted.url))
    row = {"text": pasted.text} | {name: value.strip() for name, value in told if value.strip()}
    return (json.dumps(row, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def _written(folder: Path, number: int, name: str, data: bytes) -> str:
    """Write one file under a name that cannot leave ``folder``: the path."""
    path = folder / f"{number:04}-{safe_name(name)}"
    path.write_bytes(data)
    return str(path)


def safe_name(name: str) -> str:
    """The last part of a name that a browser gave, of letters, digits, dots and dashes, its ending kept."""
    last = re.split(r"[\\/]", name)[-1]
    plain = re.sub(r"[^\w.-]+", "_", last, flags=re.ASCII).strip("._") or "upload.txt"
    return plain[-_MOST_NAME:].lstrip("._-") or "upload.txt"
