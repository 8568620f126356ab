"""OnRecord: the record of who said what, across outlets, tied to the exact characters of its source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.archive import Archive

__version__ = "0.1.0"
__all__ = ["Archive", "__version__", "open"]


def open(  # noqa: A001 - onrecord.open(path) reads as what it does
    path: str | Path, *, create: bool = False
) -> Archive:
    """Open the archive at ``path``, a brief's folder or the file itself.

    Args:
        path: Where the archive is.
        create: Whether to make a new one where there is none.

    Raises:
        ArchiveError: there is no archive, the file is not one, a newer version wrote it, or none can be made
            there.
        RetryError: another process holds it.
    """
    from onrecord.archive import Archive  # noqa: PLC0415 - `import onrecord` alone stays instant
    from onrecord.errors import ArchiveError  # noqa: PLC0415

    file = Path(path)
    file = file / "onrecord.db" if file.is_dir() else file
    if not create and not (file.is_file() and file.stat().st_size):  # SQLite would fill an empty one
        raise ArchiveError(f"{file}: no archive; onrecord.open(path, create=True) makes one")
    return Archive(file)


def __dir__() -> list[str]:
    """What the package offers, ``Archive`` among it before anybody has asked for it."""
    return __all__


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attributes have no one type
    """``Archive``, loaded when it is asked for."""
    if name == "Archive":
        from onrecord.archive import Archive  # noqa: PLC0415

        return Archive
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
