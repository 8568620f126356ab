"""Known vulnerabilities of the locked packages, by a copy of OSV's advisories; nothing is fetched.

    python tools/advisories.py all.zip

OSV publishes all advisories of an ecosystem as one zip file, one JSON document each (https://osv.dev/docs,
"Data dumps"); take the one of PyPI. A folder of such documents does as well. Exit code 1: an advisory names a
locked version; 2: the copy cannot be read, holds none for PyPI, or its newest change is not told.
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from packaging.version import InvalidVersion, Version
from sbom import HOME, components, plain

_LARGEST = 4 << 20  # bytes of one advisory; the largest of PyPI's had 0.3 MB


def advisories(copy: Path) -> Iterator[dict[str, Any]]:
    """Every advisory of a zip file or a folder; raises OSError, ValueError for what is none."""
    if copy.is_dir():
        for path in sorted(copy.rglob("*.json")):
            yield _advisory(path.name, path.read_bytes())
        return
    with zipfile.ZipFile(copy) as packed:
        for entry in packed.infolist():
            if entry.filename.endswith(".json"):
                with packed.open(entry) as member:
                    yield _advisory(entry.filename, member.read(_LARGEST + 1))


def _advisory(name: str, content: bytes) -> dict[str, Any]:
    if len(content) > _LARGEST:
        raise ValueError(f"{name} is larger than an advisory")
    read = json.loads(content)
    if not isinstance(read, dict) or "id" not in read:
        raise ValueError(f"{name} is no OSV advisory")
    return read


def affects(affected: dict[str, Any], version: str) -> bool:
    """Whether one ``affected`` entry names ``version``, by its list or by a range of the ecosystem.

    A version or bound that is not of PEP 440, or a range without bounds, counts as affected: better one
    looked at too many than one passed over.
    """
    if version in affected.get("versions", ()):
        return True
    ranges = [r for r in affected.get("ranges", ()) if r.get("type") == "ECOSYSTEM"]
    try:
        return any(_within(r["events"], Version(version)) for r in ranges)
    except (InvalidVersion, KeyError):
        return True


def _within(events: Iterable[dict[str, str]], version: Version) -> bool:
    """OSV's evaluation: walked in order of versions, the last event at or before ``version`` decides."""
    inside = False
    for bound, kind in sorted((_bound(e), next(iter(e))) for e in events):
        if kind == "introduced" and version >= bound:
            inside = True
        elif (kind == "fixed" and version >= bound) or (kind == "last_affected" and version > bound):
            inside = False
    return inside


def _bound(event: dict[str, str]) -> Version:
    told = next(iter(event.values()))
    return Version("0.dev0" if told == "0" else told)  # OSV writes "0" for "from the first version on"


def found(copy: Path, lock: str) -> tuple[int, str, list[str]]:
    """How many advisories for PyPI the copy holds, when the newest was changed, and a line for each match."""
    pinned = {plain(one.name): one.version for one in components(lock)}
    number, newest, lines = 0, "", []
    for advisory in advisories(copy):
        for affected in advisory.get("affected", ()):
            package = affected.get("package", {})
            if package.get("ecosystem") != "PyPI":
                continue
            number, newest = number + 1, max(newest, str(advisory.get("modified", "")))
            name = plain(str(package.get("name", "")))
            if name in pinned and not advisory.get("withdrawn") and affects(affected, pinned[name]):
                told = " ".join(str(advisory.get("summary", "")).split())
                lines.append(f"{name} {pinned[name]}: {advisory['id']} {told}".rstrip())
    return number, newest, sorted(set(lines))


def main(copy: Path) -> int:
    """Print what is known of the lock file's packages."""
    try:
        number, newest, lines = found(copy, (HOME / "requirements" / "dev.lock").read_text("utf-8"))
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        print(f"{copy} cannot be read as a copy of OSV's advisories: {error}", file=sys.stderr)
        return 2
    if not number or not newest:
        print(f"{copy} holds no dated advisory for PyPI", file=sys.stderr)
        return 2
    print("\n".join([*lines, f"{len(lines)} of {number} entries match; the newest is of {newest[:10]}"]))
    return 1 if lines else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("which copy? python tools/advisories.py all.zip")
    sys.exit(main(Path(sys.argv[1])))
