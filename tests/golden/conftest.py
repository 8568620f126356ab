"""What is read of invented texts, written so that a person can review a change, and whether it is as reviewed.

``processor.json`` keeps how the processor adds on which the tables were reviewed. One that adds alike has to
give the same tables; another may part from them in few lines.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from lines import changed, differences
from onrecord.models import vectors
from onrecord.models.manifest import COMPARING, PACKAGED, TAGGING

REVIEWED = Path(__file__).parent / "processor.json"
# Lines of a table that may change on another kind of processor, and the share that may: between two of x86, six
# tables changed, by 2 to 12 lines.
FEW, SHARE = 12, 0.04
# Lines of a table that a failing test shows.
SHOWN = 40


class _Lines(SingleFileSnapshotExtension):
    """One text file a table, so that a change is a diff of lines."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def unlike_reviewed(request, snapshot, adds_otherwise):
    """What of a table is not as reviewed, as text: nothing where it is, or nearly so on another processor."""
    kept = snapshot.use_extension(_Lines)

    def found(table, lines):
        if "".join(f"{line}\n" for line in lines) == kept(name=table):
            return ""
        home = request.path.parent / "__snapshots__" / request.path.stem
        file = home / f"{request.node.name}[{table}].txt"
        reviewed = file.read_text("utf-8").splitlines() if file.exists() else []
        if adds_otherwise and changed(reviewed, lines) <= max(FEW, SHARE * len(reviewed)):
            return ""
        told = list(differences(reviewed, lines))
        more = [f"… and {len(told) - SHOWN} more"] if len(told) > SHOWN else []
        return "\n".join([f"{table}:", *told[:SHOWN], *more])

    return found


@pytest.fixture(scope="session")
def adds_otherwise(pytestconfig):
    """Whether this processor gives other numbers than the one of the review, by the same weights."""
    vector = vectors.packaged().encode(["The", "gates", "of", "the", "dam", "stay", "open"])
    weights = repr(sorted(PACKAGED.hashes({*TAGGING, *COMPARING}).items()))
    here = {"weights": _digest(weights.encode()), "numbers": _digest(vector.tobytes())}
    if pytestconfig.option.update_snapshots:
        REVIEWED.write_text(json.dumps(here, indent=1) + "\n", "utf-8")
    reviewed = json.loads(REVIEWED.read_text("utf-8"))
    return here["weights"] == reviewed["weights"] and here["numbers"] != reviewed["numbers"]


def _digest(data):
    return hashlib.sha256(data).hexdigest()[:16]
