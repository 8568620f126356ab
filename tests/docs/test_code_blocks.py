"""Every code block in README and docs runs: console blocks as commands, python blocks as programs.

Blocks of one document run in order in one folder that holds a copy of ``examples/``, as a reader would run
them. ``make`` commands and set-up lines are checked against the Makefile instead of being run.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```$", re.DOTALL | re.MULTILINE)
DOCUMENTS = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
# Blocks in these are shown, not run: file contents and program output.
SHOWN = {"text", "json", "csv", "toml", "html"}


# What a page shows needs an extra that not every environment has.
NEEDS = {"lake.md": "duckdb", "cli.md": "duckdb"}


def blocks(path):
    return [(m[1], m[2]) for m in BLOCK.finditer(path.read_text("utf-8"))]


@pytest.mark.parametrize("path", [p for p in DOCUMENTS if blocks(p)], ids=lambda p: str(p.relative_to(ROOT)))
def test_blocks_run_as_written(path, tmp_path):
    if path.name in NEEDS:
        pytest.importorskip(NEEDS[path.name])
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for language, code in blocks(path):
        if language == "console":
            for command in (line[2:] for line in code.splitlines() if line.startswith("$ ")):
                run_command(command, tmp_path)
        elif language == "python":
            run(sys.executable, "-W", "error", "-c", code, folder=tmp_path)
        else:
            assert language in SHOWN, f"a block of kind {language!r} is neither run nor known to be shown"


def run_command(command, folder):
    words = shlex.split(command, comments=True)
    if words[0] == "make":
        assert f"\n{words[1]}:" in (ROOT / "Makefile").read_text("utf-8"), f"no make target for: {command}"
        return
    if words[0] in ("git", "cd"):
        return
    onrecord = shutil.which("onrecord", path=str(Path(sys.executable).parent))
    assert onrecord is not None, "the command line is not installed beside this Python"
    if "|" in command:
        shell = command.replace("onrecord", shlex.quote(onrecord))
        run("sh", "-c", shell, folder=folder)
        return
    assert words[0] in ("onrecord", ".venv/bin/onrecord"), f"not a command that the tests can run: {command}"
    run(onrecord, *words[1:], folder=folder)


def run(*command, folder):
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
