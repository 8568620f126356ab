"""A short run of each harness that `docs/trust.md` quotes: it works, and what it looks for is not there."""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


def run(script, *arguments, seconds=280):
    """What a harness prints; it fails where it found something."""
    done = subprocess.run(
        [sys.executable, str(HOME / "benchmarks" / script), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds,
        env=os.environ | {"PYTHONPATH": str(HOME / "src")},
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout


def test_a_killed_reading_loses_nothing_acknowledged():
    assert "'trials': 6" in run("kills.py", "--number", 6, "--seed", 3)


def test_order_parts_and_hash_seeds_do_not_matter(tmp_path):
    names = ("Petra Solveig", "Jonas Hale", "Ilka Venn", "Tomas Reil", "Pia Lorn")
    matters = ("the tram", "a reservoir", "the museum roof", "ferry fares", "a school", "the harbour wall")
    with (tmp_path / "rows.jsonl").open("w", encoding="utf-8") as rows:
        for n in range(30):
            who, what = names[n % 5], matters[n % 6]
            text = (
                f"{who} told the council of Aldra on Tuesday that {what} would wait until {2032 + n % 3}. "
                f"“We have not begun with {what},” {who.split()[1]} said. The mayor denied that."
            )
            row = {"id": n, "outlet": f"Paper {n % 4}", "date": f"2031-03-{n % 9 + 1:02}", "text": text}
            rows.write(json.dumps(row) + "\n")
    printed = run("determinism.py", tmp_path / "rows.jsonl", "--number", 16, "--short")
    assert printed.count("equal") == 4


def test_damaged_examples_end_in_an_article_or_a_named_reason(tmp_path):
    printed = run("mutated.py", "--number", 36, "--seconds", 60, "--keep", tmp_path, HOME / "examples")
    assert "'mutants': 36" in printed


@pytest.mark.parametrize(
    ("pattern", "grows"),
    [
        (r"\[\s*(?:'[^']*'\s*,?\s*)*\]", True),  # blanks between strings can be shared out in many ways
        (r"(?:a+)+b", True),
        (r"x[^\n]*[yz]w", True),  # the rest of the line once more from every x
        (r"\[\s*+(?:'[^']*+'\s*+,?\s*+)*+\]", False),
        (r"\b[A-Z]\w{0,30}\b", False),
    ],
)
def test_a_pattern_whose_time_grows_faster_than_the_text_is_found(monkeypatch, pattern, grows):
    monkeypatch.syspath_prepend(str(HOME / "benchmarks"))
    power, _, _ = importlib.import_module("patterns").worst(re.compile(pattern))
    assert (power > 1.5) == grows


def test_no_pattern_of_the_package_grows_much_faster_than_what_it_is_given():
    """The strings that all patterns are given, no longer than each may be: a quadratic one is told."""
    told = run("patterns.py", "--quick", "--most", 5, "--growth", 1.7, seconds=1200)
    assert ", 0 of them grow faster" in told


def test_hostile_inputs_end_in_an_article_or_a_named_reason():
    printed = run("hostile.py", "--size", 8000, "--growth", 9)
    assert len(printed.splitlines()) > 60
    assert "ended the process" not in printed
    told = [
        line for line in printed.splitlines() if line.startswith(("bomb", "a pipe", "a link", "zip: names"))
    ]
    assert [line for line in told if "1 article" in line] == [
        next(x for x in told if x.startswith("zip: names"))
    ]
