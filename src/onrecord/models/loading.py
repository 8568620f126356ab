"""The package's own files."""

from __future__ import annotations

from importlib.resources import files

from onrecord.errors import ModelError


def packaged_file(name: str) -> bytes:
    """The bytes of a file that ships with the models.

    Raises:
        ModelError: it is missing.
    """
    try:
        return (files("onrecord.models") / name).read_bytes()
    except OSError as error:
        raise ModelError(f"{name} cannot be read: {error}; reinstall the package") from error
