"""OnRecord: the record of who said what, across outlets, tied to the exact characters of its source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.archive import Archive

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(path: str | Path) -> Archive:  # noqa: A001 - onrecord.open(path) reads as what it does
    """Open the archive at ``path``, or make a new one there.

    Raises:
        ArchiveError: the file is no archive, or was written by a newer version.
        RetryError: another process holds it.
    """
    from onrecord.archive import Archive  # noqa: PLC0415 - `import onrecord` alone stays instant

    return Archive(path)
