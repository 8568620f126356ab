"""Which engine for what outgrows one process: the join that grouping needs, and one function over many tasks.

usage: python benchmarks/engines.py [ROWS.jsonl.gz]     (without: ../shared/data/allsides)

Needs ``daft``, ``duckdb`` and ``ray``. Articles are only cleaned and keyed, not read for statements.
``join``: the pairs of articles that share enough places (``stories.join``), wall-clock seconds and peak
memory, each engine in a process of its own; all must find the same pairs.
``map``: a function that sleeps as long as an article takes, over 2 workers; ``killed``: what becomes of the
run when the worker of one task is killed the first time that it is tried.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hardware

from onrecord import articles, sources, stories
from onrecord.errors import OnRecordError
from onrecord.records import AnnotatedArticle
from onrecord.stories.join import LEAST, asked_at, places_of
from onrecord.text import View

SIZE = 5000
TASKS, SLEEP = 40, 0.3  # an article takes about as long


def main() -> int:
    """Measure, print and save; 0 also without the data."""
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(_one(*sys.argv[2:4])))
        return 0
    default = Path(__file__).resolve().parents[2] / "shared/data/allsides/articles.jsonl.gz"
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    if not path.exists():
        print(f"no data at {path}")
        return 0
    with tempfile.TemporaryDirectory() as name:
        count, places = _postings(path, Path(name))
        result: dict[str, object] = {"articles": count, "places": places, "join": {}, "map": {}, "killed": {}}
        for kind, engines in (
            ("join", ("duckdb", "daft", "daft_on_ray")),
            ("map", ("processes", "ray", "daft", "daft_on_ray")),
            ("killed", ("processes", "ray", "daft", "daft_on_ray")),
        ):
            for engine in engines:
                found = _apart(f"{kind}:{engine}", name)
                print(kind, engine, found, flush=True)
                result[kind][engine] = found  # type: ignore[index] # made so above
    hardware.save(__file__, result)
    return 0


def _postings(path: Path, folder: Path) -> tuple[int, int]:
    """Write where ``SIZE`` articles are found and sought, as Parquet; how many articles and rows."""
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    rows.sort(key=lambda r: hashlib.sha256(str(r["id"]).encode()).digest()[2:])
    part = folder / "rows.jsonl"
    part.write_text("".join(json.dumps(r) + "\n" for r in rows[:SIZE]), "utf-8")
    held: dict[str, dict[str, list[Any]]] = {
        name: {"owner": [], "kind": [], "place": []} for name in ("found", "sought")
    }
    count = 0
    for raw in sources.read([part]):
        try:
            article = articles.clean(raw)
        except OnRecordError:
            continue
        keys = stories.keys(AnnotatedArticle(article), View(article))
        count += 1
        for name, places in (("found", places_of(keys)), ("sought", asked_at(keys))):
            for kind, place in places:
                held[name]["owner"].append(article.id)
                held[name]["kind"].append(kind)
                held[name]["place"].append(place)
    for name, columns in held.items():
        pq.write_table(pa.table(columns), folder / f"{name}.parquet")
    return count, len(held["found"]["owner"])


def _apart(what: str, folder: str) -> dict[str, Any]:
    """One measurement in a process of its own; how it failed where it did."""
    command = [sys.executable, __file__, "--one", what, folder]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=500)
    try:
        found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    except (IndexError, ValueError):
        return {"failed": done.stderr.strip().splitlines()[-1:]}
    return found


def _one(what: str, folder: str) -> dict[str, Any]:
    kind, engine = what.split(":")
    if kind == "join":
        loaded = _load(engine)
        began = time.perf_counter()
        pairs = {"duckdb": _duckdb, "daft": _daft, "daft_on_ray": _daft}[engine](Path(folder))
        digest = hashlib.sha256("\n".join(sorted("|".join(p) for p in pairs)).encode()).hexdigest()[:12]
        return {
            "load_seconds": loaded,
            "seconds": round(time.perf_counter() - began, 2),
            "pairs": len(pairs),
            "digest": digest,
            "peak_mib": _peak(),
        }
    loaded = _load(engine)
    mark = Path(folder) / f"{engine}.killed" if kind == "killed" else None
    began = time.perf_counter()
    tasks = [(n, str(mark) if mark else "") for n in range(TASKS if kind == "map" else 4)]
    found = _MAPS[engine](tasks)
    return {
        "load_seconds": loaded,
        "seconds": round(time.perf_counter() - began, 2),
        "results": len(found),
        "right": found == [n * n for n, _ in tasks],
    }


def _peak() -> int:
    """Of this process alone: what it was started by is not counted."""
    told = Path("/proc/self/status").read_text("utf-8")
    return round(int(told.split("VmHWM:", 1)[1].split()[0]) / 1024)


def _load(engine: str) -> float:
    began = time.perf_counter()
    if engine == "duckdb":
        import duckdb  # noqa: F401, PLC0415
    if engine.startswith("daft"):
        import daft  # noqa: PLC0415

        if engine == "daft_on_ray":
            _ray()
            daft.set_runner_ray()
    if engine == "ray":
        _ray()
    return round(time.perf_counter() - began, 2)


def _ray() -> None:
    import ray  # noqa: PLC0415

    ray.init(num_cpus=2, include_dashboard=False, logging_level="ERROR", log_to_driver=False)


def _duckdb(folder: Path) -> list[tuple[str, str]]:
    import duckdb  # noqa: PLC0415

    base = duckdb.connect()
    least = " ".join(f"WHEN '{kind}' THEN {n}" for kind, n in LEAST.items())
    return base.execute(
        "SELECT DISTINCT a, b FROM (SELECT s.owner AS a, f.owner AS b, s.kind FROM"  # noqa: S608
        " read_parquet($1) AS s JOIN read_parquet($2) AS f ON s.place = f.place AND s.owner < f.owner"
        f" GROUP BY ALL HAVING count(*) >= CASE s.kind {least} END)",
        [str(folder / "sought.parquet"), str(folder / "found.parquet")],
    ).fetchall()


def _daft(folder: Path) -> list[tuple[str, str]]:
    import daft  # noqa: PLC0415
    from daft import col  # noqa: PLC0415

    sought = daft.read_parquet(str(folder / "sought.parquet"))
    found = daft.read_parquet(str(folder / "found.parquet")).select(col("owner").alias("b"), col("place"))
    both = sought.select(col("owner").alias("a"), col("kind"), col("place")).join(found, on="place")
    counted = both.where(col("a") < col("b")).groupby("a", "b", "kind").agg(col("place").count().alias("n"))
    enough = counted.where(
        (col("n") >= LEAST["near"]) | (col("kind") == "band")  # the other two ask for as many
    )
    rows = enough.select("a", "b").distinct().to_pydict()
    return list(zip(rows["a"], rows["b"], strict=True))


def work(task: tuple[int, str]) -> int:
    """Sleep as long as an article takes, and give the square; the second one is killed once, if so asked."""
    number, mark = task
    if mark and number == 1 and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(SLEEP)
    return number * number


def _processes(tasks: list[tuple[int, str]]) -> list[int]:
    sys.path.insert(0, str(Path(__file__).parent))
    import engines as own  # noqa: PLC0415 - by its name, so that another process finds it
    from onrecord.engines import Ended, Processes  # noqa: PLC0415

    with Processes(2) as processes:
        found = dict(processes.map(own.work, tasks))
        for task in [t for t, f in found.items() if isinstance(f, Ended)]:
            found |= dict(processes.map(own.work, [task]))
    return [found[task] for task in tasks]  # type: ignore[misc] # none ended twice


def _on_ray(tasks: list[tuple[int, str]]) -> list[int]:
    import ray  # noqa: PLC0415

    remote = ray.remote(max_retries=2)(work)
    return list(ray.get([remote.remote(task) for task in tasks]))


def _on_daft(tasks: list[tuple[int, str]]) -> list[int]:
    import daft  # noqa: PLC0415
    from daft import col  # noqa: PLC0415

    of_numbers = daft.udf(return_dtype=daft.DataType.int64(), concurrency=2, batch_size=1)

    @of_numbers  # type: ignore[untyped-decorator] # no types
    def apply(numbers: Any, marks: Any) -> list[int]:  # noqa: ANN401
        return [work(t) for t in zip(numbers.to_pylist(), marks.to_pylist(), strict=True)]

    table = daft.from_pydict({"n": [n for n, _ in tasks], "m": [m for _, m in tasks]})
    rows = table.select(col("n"), apply(col("n"), col("m")).alias("r")).sort("n").to_pydict()
    return list(rows["r"])


_MAPS: dict[str, Callable[[list[tuple[int, str]]], list[int]]] = {
    "processes": _processes,
    "ray": _on_ray,
    "daft": _on_daft,
    "daft_on_ray": _on_daft,
}


if __name__ == "__main__":
    sys.exit(main())
