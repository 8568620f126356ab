"""The bill of materials: every package of the lock file, its hashes, licence and use (CycloneDX 1.6).

    python tools/sbom.py sbom.cdx.json

``required`` is what `pip install onrecord` brings, ``optional`` what its extras bring, ``excluded`` what only
work on the project needs. Licences are those that the installed packages declare. The same lock file and the
same installed packages give the same bytes.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution, requires
from pathlib import Path

HOME = Path(__file__).parents[1]
_PINNED = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?: ; (?P<marker>[^\\]+))?", re.MULTILINE
)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_LONGEST = 64  # what is longer in a licence field is the licence's text, not its name


@dataclass(frozen=True, slots=True)
class Component:
    """One line of the lock file; ``marker``: where alone it is installed."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]


def components(lock: str) -> Iterator[Component]:
    """The packages of a lock file with hashes, in its order."""
    found = list(_PINNED.finditer(lock))
    ends = [m.start() for m in found[1:]] + [len(lock)]
    for match, end in zip(found, ends, strict=True):
        hashes = tuple(sorted(_HASH.findall(lock, match.end(), end)))
        yield Component(match["name"], match["version"], (match["marker"] or "").strip(), hashes)


def licence(name: str) -> str:
    """What the installed package says its licence is; empty where it is not installed here."""
    try:
        about = distribution(name).metadata.json
    except PackageNotFoundError:
        return ""
    declared = str(about.get("license_expression") or about.get("license") or "").strip()
    if declared and len(declared) <= _LONGEST and "\n" not in declared:
        return declared
    lines = about.get("classifier") or []
    classified = [str(line).rpartition(" :: ")[2] for line in lines if str(line).startswith("License ::")]
    return ", ".join(classified) or declared.split("\n")[0][:_LONGEST]


def closure(names: Iterable[str]) -> set[str]:
    """``names`` and all that they ask for, as far as it is installed here; their extras are not followed."""
    found: set[str] = set()
    waiting = [plain(name) for name in names]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        try:
            asked = requires(name) or []
        except PackageNotFoundError:
            continue
        waiting += [plain(line) for line in asked if "extra ==" not in line]
    return found


def plain(requirement: str) -> str:
    """The name that a requirement asks for, as the index writes it."""
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    return re.sub(r"[-_.]+", "-", name.group()).lower() if name else ""


def bill(lock: str, project: dict[str, object]) -> dict[str, object]:
    """The CycloneDX document."""
    extras = project["optional-dependencies"]
    required = closure(project["dependencies"])  # type: ignore[arg-type]
    optional = closure(line for lines in extras.values() for line in lines)  # type: ignore[attr-defined]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": project["name"],
                "version": project["version"],
                "licenses": [{"expression": project["license"]}],
            }
        },
        "components": [
            _entry(
                one,
                "required" if one.name in required else "optional" if one.name in optional else "excluded",
            )
            for one in components(lock)
        ],
    }


def _entry(one: Component, scope: str) -> dict[str, object]:
    told: dict[str, object] = {
        "type": "library",
        "bom-ref": f"pkg:pypi/{one.name}@{one.version}",
        "purl": f"pkg:pypi/{one.name}@{one.version}",
        "name": one.name,
        "version": one.version,
        "scope": scope,
        "properties": [{"name": "onrecord:artifact:sha256", "value": digest} for digest in one.hashes],
    }
    if found := licence(one.name):
        told["licenses"] = [{"license": {"name": found}}]
    if one.marker:
        told["description"] = f"only where {one.marker}"
    return told


def main(out: Path) -> None:
    """Write the bill of the lock file in this repository."""
    lock = (HOME / "requirements" / "dev.lock").read_text("utf-8")
    project = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))["project"]
    out.write_text(json.dumps(bill(lock, project), indent=2, sort_keys=True) + "\n", "utf-8")
    print(out)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "sbom.cdx.json"))
