"""Make ``.venv`` from the lock file with nothing but a Python and its standard library.

usage: python3 tools/environment.py

Debian's own Python comes without pip and without ensurepip. Where both are missing, pip is taken from
Debian's package of its wheel (``apt-get download`` needs no root). Everything else comes from the index
that pip is set up for, checked against the hashes in ``requirements/dev.lock``. A second call does
nothing until the lock file or the project's metadata change.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements" / "dev.lock"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
DEBIAN_WHEELS = Path("usr/share/python-wheels")
OLDEST = (3, 11)


def main() -> int:
    """Build or refresh the environment; 0 when it is ready, 1 with the reason on stderr."""
    if sys.version_info < OLDEST:
        return _fail(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed, this is {sys.version.split()[0]}")
    stamp, wanted = VENV / "locked", _fingerprint()
    if stamp.exists() and stamp.read_text() == wanted:
        return 0
    print(
        f"making {VENV.relative_to(ROOT)} (once; a few minutes on a slow line)", file=sys.stderr, flush=True
    )
    try:
        venv.create(VENV, clear=True, symlinks=os.name != "nt", with_pip=False)
        pip = _find_pip()
        if pip is None:
            return _fail("no pip to be had: install the package python3-pip or python3-venv, then try again")
        _run([*pip, "install", "--quiet", "--require-hashes", "-r", str(LOCK)])
        _run([*pip, "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "-e", str(ROOT)])
    except subprocess.CalledProcessError as error:
        return _fail(f"this command failed, see its message above: {' '.join(map(str, error.cmd))}")
    stamp.write_text(wanted)
    return 0


def _fingerprint() -> str:
    digest = hashlib.sha256(sys.version.encode())
    for path in (LOCK, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _find_pip() -> list[str] | None:
    """The command that installs into the new environment, by the first way that this machine offers."""
    if importlib.util.find_spec("ensurepip") is not None:
        _run([str(PYTHON), "-m", "ensurepip", "--upgrade", "--default-pip"], stdout=subprocess.DEVNULL)
        return [str(PYTHON), "-m", "pip"]
    wheel = next(iter(sorted((Path("/") / DEBIAN_WHEELS).glob("pip-*.whl"))), None) or _debian_wheel()
    # A wheel is a zip file, and Python runs a package inside a zip file.
    return None if wheel is None else [str(PYTHON), f"{wheel}/pip"]


def _debian_wheel() -> Path | None:
    """The wheel of pip, out of Debian's package of it, unpacked below ``.bootstrap``."""
    if shutil.which("apt-get") is None or shutil.which("dpkg-deb") is None:
        return None
    folder = ROOT / ".bootstrap"
    folder.mkdir(exist_ok=True)
    fetch = ["apt-get", "-qq", "download", "python3-pip-whl"]
    if subprocess.run(fetch, cwd=folder, check=False).returncode != 0 and os.geteuid() == 0:
        # A fresh image has no package lists yet; only root may fetch them.
        _run(["apt-get", "-qq", "update"])
        _run(fetch, cwd=folder)
    package = next(iter(sorted(folder.glob("python3-pip-whl_*.deb"))), None)
    if package is None:
        return None
    _run(["dpkg-deb", "-x", str(package), str(folder)])
    return next(iter(sorted((folder / DEBIAN_WHEELS).glob("pip-*.whl"))), None)


def _run(command: list[str], *, cwd: Path = ROOT, stdout: int | None = None) -> None:
    subprocess.run(command, cwd=cwd, check=True, stdout=stdout)


def _fail(reason: str) -> int:
    print(f"environment: {reason}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
