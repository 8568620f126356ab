"""The notebooks run as written, cell by cell, and draw what they say."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
DRAWN = "\nassert axes.patches, 'nothing was drawn'\n"

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_cells_run_and_draw(path, tmp_path):
    pytest.importorskip("pandas")
    pytest.importorskip("matplotlib")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    cells = json.loads(path.read_text("utf-8"))["cells"]
    code = "\n\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "code")
    held = os.environ | {"MPLBACKEND": "Agg"}
    done = subprocess.run(
        [sys.executable, "-c", code + DRAWN],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env=held,
        check=False,
    )
    assert done.returncode == 0, done.stderr
