"""A reading writes nothing outside its folder and asks the network for nothing."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Sees what Python opens, makes and looks up; what native code does, strace sees, and the folders show.
WATCHED = """
import json, os, sys
seen = []
def hook(event, args):
    if event == "open" and isinstance(args[0], str):
        mode, flags = args[1] or "", args[2] or 0
        if set(mode) & set("wax+") or flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            seen.append((event, args[0]))
    elif event.split(".")[0] in ("socket", "urllib", "http"):
        seen.append((event, ""))
    elif event in ("os.mkdir", "os.rename", "tempfile.mkstemp", "tempfile.mkdtemp", "sqlite3.connect"):
        seen.append((event, str(args[0])))
sys.addaudithook(hook)
from onrecord.cli import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
json.dump(seen, open(os.environ["SEEN"], "w"))
"""
CALLS = "trace=network,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2"
WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|\bcreat\(|\bmkdir|\brename")


def _traced(log: Path) -> list[str]:
    """The start of a command that writes system calls to ``log``; empty where nothing can trace."""
    tracer = shutil.which("strace")
    if tracer is None or subprocess.run([tracer, "-qq", "true"], capture_output=True, check=False).returncode:
        return []
    return [tracer, "-f", "-qq", "-y", "-e", CALLS, "-o", str(log)]


def _allowed(place: Path) -> tuple[str, ...]:
    """Where a reading may write; ``tmp`` for py3langid, which unpacks its own model there and cleans up."""
    return (*(str(place / name) for name in ("out", "seen.json", "tmp")), os.devnull)


@pytest.fixture(scope="module")
def reading(tmp_path_factory):
    """A reading with its home, cache and temporary folders in one place: that place, calls, system calls."""
    place = tmp_path_factory.mktemp("quiet")
    for name in ("home", "cache", "tmp", "articles"):
        (place / name).mkdir()
    for number, outlet in enumerate(("Harbour Post", "Coastal Wire")):
        (place / "articles" / f"{number}.txt").write_text(
            f"Published Time: 2031-03-0{number + 4}\nTitle: Marenia waits with radar\nAuthor: {outlet}\nText:\n"
            "Marenia has made no decision about a radar station on Isla Torvo, spokeswoman Ilka Venn said on Tuesday.\n"
            f'"Nothing will be built {["unless", "until"][number]} the islanders agree," Venn said.\n',
            "utf-8",
        )
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("ORT_", "XDG_", "PYTHONPYCACHE"))}
    environment = kept | {
        "HOME": str(place / "home"),
        "USERPROFILE": str(place / "home"),
        "LOCALAPPDATA": str(place / "cache"),
        "XDG_CACHE_HOME": str(place / "cache"),
        "TMPDIR": str(place / "tmp"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "SEEN": str(place / "seen.json"),
    }
    tracing = _traced(place / "calls.txt")
    command = [*tracing, sys.executable, "-c", WATCHED, "read", "articles", "--out", "out"]
    done = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    seen = json.loads((place / "seen.json").read_text())
    return place, seen, (place / "calls.txt").read_text().splitlines() if tracing else None


def test_the_reading_used_every_network(reading):
    place, _, _ = reading
    run = json.loads((place / "out" / "run.json").read_text())
    assert {"tagger.onnx", "vectors.onnx"} <= run["models"].keys()
    assert (place / "out" / "utterances.jsonl").read_text()


def test_nothing_is_left_outside_the_folder_asked_for(reading):
    place, _, _ = reading
    ours = {"seen.json", "calls.txt"}
    left = {p.relative_to(place).as_posix() for p in place.rglob("*")} - ours
    assert {p for p in left if p.split("/")[0] not in ("out", "articles")} == {"home", "cache", "tmp"}


def test_python_writes_nowhere_else_and_looks_up_no_host(reading):
    place, seen, _ = reading
    assert any("run.json" in path for _, path in seen), "the watch saw no writing"
    allowed = _allowed(place)
    # A database without a name lies in the folder for what passes, where it grows at all, and goes with its use.
    named = [(event, path) for event, path in seen if (event, path) != ("sqlite3.connect", "")]
    assert not [(event, path) for event, path in named if not str(place / path).startswith(allowed)]


def test_native_code_writes_nowhere_else_and_looks_up_no_host(reading):
    place, _, calls = reading
    if calls is None:
        pytest.skip("strace is not installed, or may not trace here; the folders were looked at above")
    assert any("run.json" in call for call in calls), "the trace saw no writing"
    network = [
        c for c in calls if re.search(r"\b(socket|connect|sendto|sendmsg)\(", c) and "AF_UNIX" not in c
    ]
    assert not network
    assert not [c for c in calls if re.search(r"resolv\.conf|/etc/hosts|nsswitch", c)]
    written = [c for c in calls if WRITES.search(c) and "ENOENT" not in c and "EEXIST" not in c]
    paths = [named.group(1) for c in written for named in [re.search(r'"([^"]*)"', c)] if named]
    assert not [p for p in paths if not str(place / p).startswith(_allowed(place))]


def test_only_one_module_imports_the_runtime():
    """``training`` quantises with it besides; its package sets the variable before any of its modules runs."""
    importing = re.compile(r"^\s*(?:import|from) onnxruntime\b|importorskip\(\"onnxruntime", re.MULTILINE)
    found = {
        path.relative_to(ROOT).as_posix()
        for folder in ("src", "evals", "benchmarks", "tools", "tests")
        for path in (ROOT / folder).rglob("*.py")
        if importing.search(path.read_text("utf-8"))
    }
    assert found == {"src/onrecord/models/runtime.py"}
    assert "ORT_DISABLE_TELEMETRY" in (ROOT / "training" / "__init__.py").read_text("utf-8")
