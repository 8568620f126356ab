"""``onrecord mcp``: an archive as tools for agents, over standard input and output."""

from __future__ import annotations

from onrecord.cli.archives import ArchiveArgument, ask_archive
from onrecord.errors import MissingExtraError


def mcp(archive: ArchiveArgument) -> None:
    """Let an agent ask an archive, read-only, by the Model Context Protocol on standard input and output."""
    with ask_archive(archive) as opened:
        path = opened.path
    try:
        from onrecord.mcp import create_server  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("onrecord mcp needs an extra: pip install 'onrecord[mcp]'") from error
    create_server(path).run("stdio")
