"""The command reference is what the commands say of themselves."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_reference_is_up_to_date():
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "cli_reference.py"), "--check"], check=False, cwd=ROOT
    )
    assert done.returncode == 0, "docs/cli.md is out of date: run `make docs`"
