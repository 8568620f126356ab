"""Lists model files in the manifest that the package checks them against."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from onrecord.models.manifest import NAME


def update(folder: Path, names: Iterable[str]) -> None:
    """List the files ``names`` of ``folder`` in its manifest as they are now; what it lists besides stays."""
    path = folder / NAME
    kept = json.loads(path.read_text("utf-8"))["files"] if path.exists() else {}
    for name in names:
        content = (folder / name).read_bytes()
        kept[name] = {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    path.write_text(json.dumps({"files": dict(sorted(kept.items()))}, indent=1) + "\n", "utf-8")
