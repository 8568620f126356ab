"""Change the source a little, run the tests that should notice, and name the changes that none noticed.

usage: python tools/mutants.py [--folders NAME ...] [--number 30] [--seed 1] [--kinds KIND ...] [--jobs 2]
                               [--whole]
       python tools/mutants.py --file LIST.toml [--jobs 2] [--whole]

``--folders`` are names below ``src/onrecord`` (``speakers``, ``languages/english``, ``pipeline.py``); without
it, all. The sample is the same for the same source, seed and choice. Each change is made in a copy of the
tree, and the tests that mirror its folder run there, the module's own first, then the fastest; then
``tests/scenarios`` and ``tests/golden``. With ``--whole`` what these do not notice is tried against all tests
but the long ones, those of single parts first, for a change may be noticed far from its place. A run is ended
when it takes several times the processor time of the unchanged tree.

``--file`` runs named changes: a TOML list of ``[[mutant]]`` with ``path``, ``old``, ``new`` and, where
``old`` stands more than once, ``line``. Survivors are printed in that form. Exit code 1 when one survives.
"""

from __future__ import annotations

import argparse
import compileall
import os
import py_compile
import queue
import random
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from mutation import MAKERS, Mutant, mutants

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path("src/onrecord")
COPIED = ("src", "tests", "examples", "evals", "docs", "tools", "training", "benchmarks", "requirements")
KINDS = tuple(maker.__name__.removeprefix("_").replace("returned", "return") for maker in MAKERS)
# Tests that run after those of the folder: they see what a reader would see.
LAST = ("tests/scenarios", "tests/golden")
# Processor time allowed, in seconds and in times the unchanged tree's; waiting costs nothing, so that a busy
# machine ends no run. WALL only ends what sleeps for ever.
SPARE, TIMES, WALL = 20, 4, 1200
# All tests but the long ones, the quickest first, and the processor time they may take: several times what
# they do.
WHOLE = (("not slow", 300), ("slow and not long", 600))
# What pytest answers when a test failed or could not even be collected.
NOTICED = (1, 2)
# And when none was asked for.
NONE = 5


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a mutant: ``killed``, ``survived`` or ``timeout``; seconds waited."""

    mutant: Mutant
    outcome: str
    seconds: float


def main() -> int:
    """Command line; 0 when every mutant was noticed."""
    options = _options()
    chosen = named(options.file) if options.file else sample(options)
    if not chosen:
        print("nothing to change there", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="mutants-", dir=options.scratch) as scratch:
        trees = [copy_of_tree(Path(scratch) / str(n)) for n in range(min(options.jobs, len(chosen)))]
        costs = durations(trees[0], sorted({t for m in chosen for t in tests_of(m.path)}))
        if options.whole:
            check_others(trees[0])
        free: queue.SimpleQueue[Path] = queue.SimpleQueue()
        for tree in trees:
            free.put(tree)

        def judged(mutant: Mutant) -> Verdict:
            tree = free.get()
            try:
                return run(mutant, tree, costs, whole=options.whole)
            finally:
                free.put(tree)

        with ThreadPoolExecutor(len(trees)) as pool:
            verdicts = list(map(told, pool.map(judged, chosen)))
    return report(verdicts)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folders", nargs="+", default=[""], help="below src/onrecord; all without it")
    parser.add_argument("--number", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--file", type=Path, help="named changes instead of a sample")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--whole", action="store_true", help="all tests for what its own do not notice")
    parser.add_argument("--scratch", type=Path, help="where the copies go; the system's place without it")
    return parser.parse_args()


# ------------------------------------------------------------------ which changes


def sample(options: argparse.Namespace) -> list[Mutant]:
    """``number`` changes drawn from the folders' places: first a place, then one of its changes."""
    paths = sorted({p for folder in options.folders for p in modules(folder)})
    places: dict[tuple[str, int, str], list[Mutant]] = defaultdict(list)
    for path in paths:
        for mutant in mutants(path, (ROOT / path).read_bytes()):
            if mutant.kind in options.kinds:
                places[path, mutant.start, mutant.kind].append(mutant)
    chance = random.Random(options.seed)  # noqa: S311 - a repeatable sample is what is wanted
    drawn = chance.sample(sorted(places), min(options.number, len(places)))
    return [chance.choice(places[place]) for place in drawn]


def modules(folder: str) -> list[str]:
    """The modules below a folder of the package, or the one named, as paths from the root."""
    home = ROOT / PACKAGE / folder
    if not home.exists():
        raise SystemExit(f"{PACKAGE / folder} does not exist")
    found = [home] if home.is_file() else home.rglob("*.py")
    return sorted(p.relative_to(ROOT).as_posix() for p in found)


def named(path: Path) -> list[Mutant]:
    """The changes of a TOML list.

    Raises:
        SystemExit: one does not fit the source, with its place.
    """
    found = []
    for entry in tomllib.loads(path.read_text("utf-8"))["mutant"]:
        source = (ROOT / entry["path"]).read_bytes()
        old = entry["old"].encode()
        line = sum(len(one) for one in source.splitlines(keepends=True)[: entry.get("line", 1) - 1])
        at = source.find(old, line)
        if at < 0 or ("line" not in entry and source.count(old) > 1):
            raise SystemExit(f"{path}: {entry['old']!r} stands not once in {entry['path']}")
        kind = entry.get("name", "named")
        found.append(Mutant(entry["path"], at, at + len(old), kind, entry["old"], entry["new"]))
    return found


# ------------------------------------------------------------------ the tests that should notice


def tests_of(path: str) -> list[str]:
    """Test folders and files for a module: those that mirror a folder on its way, then what readers see."""
    parts = Path(path).relative_to(PACKAGE).with_suffix("").parts
    mirrors = [f"tests/{part}" for part in parts] + [f"tests/test_{part}.py" for part in parts]
    found = [m for m in mirrors if (ROOT / m).exists()] or ["tests/test_archive.py"]
    return found + [last for last in LAST if (ROOT / last).exists()]


def durations(tree: Path, tests: Sequence[str]) -> dict[str, float]:
    """Seconds of each test file in the unchanged tree.

    Raises:
        SystemExit: the unchanged tree does not pass.
    """
    log = tree / "durations.xml"
    ran = subprocess.run(
        [*PYTEST, f"--junitxml={log}", *tests],
        cwd=tree,
        env=environment(tree),
        capture_output=True,
        check=False,
    )
    _check(ran)
    costs: defaultdict[str, float] = defaultdict(float)
    for case in ET.parse(log).iter("testcase"):  # noqa: S314 - our own file
        costs[_file(tree, case.get("classname", ""))] += float(case.get("time", 0))
    return dict(costs)


def check_others(tree: Path) -> None:
    """See that the tests that ``--whole`` asks hold in the unchanged copy: one that fails there notices all.

    Raises:
        SystemExit: the unchanged tree does not pass.
    """
    for marked, _ in WHOLE:
        command = [*PYTEST, "-x", "-m", marked, "tests"]
        _check(subprocess.run(command, cwd=tree, env=environment(tree), capture_output=True, check=False))


def _check(ran: subprocess.CompletedProcess[bytes]) -> None:
    if ran.returncode not in (0, NONE):
        raise SystemExit(f"the unchanged tree fails:\n{ran.stdout.decode()[-3000:]}")


def _file(tree: Path, classname: str) -> str:
    """The test file of a junit class name, which is a dotted path and may end in a class."""
    parts = classname.split(".")
    while parts and not (tree / "/".join(parts)).with_suffix(".py").exists():
        parts.pop()
    return "/".join(parts) + ".py"


def ordered(mutant: Mutant, costs: dict[str, float]) -> list[str]:
    """The test files to run for a change: the module's own, then the fastest; what readers see is last."""
    own = f"test_{Path(mutant.path).stem}.py"
    tests = tests_of(mutant.path)

    def rank(file: str) -> tuple[bool, bool, float]:
        return file.startswith(LAST), Path(file).name != own, costs[file]

    return sorted((f for f in costs if any(f == t or f.startswith(f"{t}/") for t in tests)), key=rank)


# ------------------------------------------------------------------ one change, in a copy


PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--hypothesis-profile=mutants")


def copy_of_tree(to: Path) -> Path:
    """The parts of the tree that tests read, below ``to``; weights are linked, Python is compiled by hash.

    Compiled by hash because a change within the same second that keeps the length would go unseen.
    """
    left_out = shutil.ignore_patterns("__pycache__", ".hypothesis")
    for name in COPIED:
        if (ROOT / name).exists():
            shutil.copytree(ROOT / name, to / name, copy_function=_linked, ignore=left_out)
    for file in ROOT.iterdir():
        if file.is_file():
            shutil.copy2(file, to)
    mode = py_compile.PycInvalidationMode.CHECKED_HASH
    compileall.compile_dir(to / "src", quiet=2, invalidation_mode=mode)
    return to


def _linked(source: str, target: str) -> str:
    """A hard link for what is never changed here, a copy for Python."""
    if not source.endswith(".py"):
        try:
            os.link(source, target)
        except OSError:  # another device
            return str(shutil.copy2(source, target))
        return target
    return str(shutil.copy2(source, target))


def environment(tree: Path) -> dict[str, str]:
    """Variables that make the copy's package the one that is imported."""
    # What is compiled is kept, tests too: that of a changed module has another hash.
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": str(tree / "src")}


def run(mutant: Mutant, tree: Path, costs: dict[str, float], *, whole: bool = False) -> Verdict:
    """Make the change in ``tree``, run its tests until one fails, take the change back.

    ``whole``: and all others but the long ones where none of its own does.
    """
    file, began = tree / mutant.path, time.monotonic()
    before = file.read_bytes()
    file.write_bytes(mutant.applied(before))
    try:
        own = ordered(mutant, costs)
        outcome = _tested(own, tree, SPARE + TIMES * sum(costs[f] for f in own))
        for marked, seconds in WHOLE if whole else ():
            if outcome == "survived":
                outcome = _tested(
                    ["-m", marked, *(f"--ignore={file}" for file in own), "tests"], tree, seconds
                )
    finally:
        file.write_bytes(before)
    return Verdict(mutant, outcome, time.monotonic() - began)


def _tested(what: Sequence[str], tree: Path, seconds: float) -> str:
    """What the tests say that pytest is asked for; they may take so many seconds of processor time."""
    limited = ["sh", "-c", f'ulimit -t {int(seconds)}; exec "$@"', "sh", *PYTEST, "-x", *what]
    try:
        ran = subprocess.run(
            limited, cwd=tree, env=environment(tree), capture_output=True, timeout=WALL, check=False
        )
    except subprocess.TimeoutExpired:
        return "timeout"
    if ran.returncode == 0:
        return "survived"
    if ran.returncode < 0:
        return "timeout"
    if ran.returncode not in NOTICED:
        raise RuntimeError(f"pytest answered {ran.returncode}:\n{ran.stdout.decode()[-2000:]}")
    return "killed"


# ------------------------------------------------------------------ what is printed


def told(verdict: Verdict) -> Verdict:
    """Print one line for a verdict and hand it on."""
    mutant = verdict.mutant
    change = f"{' '.join(mutant.old.split())[:50]}  ->  {' '.join(mutant.new.split())[:50]}"
    place = f"{mutant.path.removeprefix(f'{PACKAGE}/')}:{line_of(mutant)}"
    print(f"{verdict.outcome:<9}{verdict.seconds:5.0f} s  {mutant.kind:<11}{place:<44}{change}", flush=True)
    return verdict


def line_of(mutant: Mutant) -> int:
    """The line that a change is in, counted from 1."""
    return (ROOT / mutant.path).read_bytes().count(b"\n", 0, mutant.start) + 1


def report(verdicts: Iterable[Verdict]) -> int:
    """Print what survived, and how many by folder; 1 when any did."""
    verdicts = list(verdicts)
    lost = [v.mutant for v in verdicts if v.outcome == "survived"]
    for mutant in lost:
        print(f"\n[[mutant]]\npath = {mutant.path!r}\nline = {line_of(mutant)}\n{_quoted(mutant)}")
    tried: Counter[str] = Counter(folder_of(v.mutant.path) for v in verdicts)
    survived: Counter[str] = Counter(folder_of(m.path) for m in lost)
    print(f"\n{'folder':<16}{'tried':>6}{'survived':>10}")
    for name in sorted(tried):
        print(f"{name:<16}{tried[name]:>6}{survived[name]:>10}")
    print(f"{'together':<16}{len(verdicts):>6}{len(lost):>10}")
    return 1 if lost else 0


def _quoted(mutant: Mutant) -> str:
    """The change as TOML; literal strings, since source has backslashes."""
    return f"old = '''{mutant.old}'''\nnew = '''{mutant.new}'''"


def folder_of(path: str) -> str:
    """The folder of the package that a module is in, or the module's own name."""
    return Path(path).relative_to(PACKAGE).parts[0]


if __name__ == "__main__":
    sys.exit(main())
