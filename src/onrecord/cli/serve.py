"""``onrecord serve``: an archive in the browser, for this machine alone unless a token says otherwise."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from onrecord.cli.archives import ArchiveArgument, make_folder
from onrecord.cli.console import USAGE, err, out
from onrecord.cli.progress import shown_if_told
from onrecord.errors import MissingExtraError

TOKEN_FILE = "onrecord.token"  # noqa: S105 - the name of the file that holds its digest


def serve(
    archive: ArchiveArgument,
    *,
    host: Annotated[
        str, typer.Option(help="Address to listen on; anything but this machine needs a token.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port to listen on; 0 picks a free one.")
    ] = 8431,
    name: Annotated[
        list[str] | None,
        typer.Option(help="A host name under which browsers may reach the server; repeatable."),
    ] = None,
    workers: Annotated[
        int,
        typer.Option(
            min=0, max=64, help="Processes that make pages, for many readers; with 0 the server makes them."
        ),
    ] = 0,
    create: Annotated[
        bool, typer.Option("--create", help="Start with an empty archive if there is none.")
    ] = False,
    new_token: Annotated[
        bool,
        typer.Option(
            "--new-token",
            help="Make a new access token, show it once, and exit. Restart the server to use it.",
        ),
    ] = False,
) -> None:
    """Open an archive in the browser, to read, search, add and correct."""
    is_file = archive.is_file() or (archive.suffix == ".db" and not archive.is_dir())
    file = archive if is_file else archive / "onrecord.db"
    if new_token:
        _make_token(file)
        return
    try:
        from onrecord.web.app import check_exposure  # noqa: PLC0415
        from onrecord.web.server import run  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("onrecord serve needs an extra: pip install 'onrecord[web]'") from error
    _make_or_refuse(file, create=create)
    _bring_up_to_date(file)
    kept = file.parent / TOKEN_FILE
    token = kept.read_text("ascii").strip() if kept.is_file() else None
    check_exposure(host, token)
    run(file, host=host, port=port, names=name or (), token=token, makers=workers, say=_say)


def _say(address: str) -> None:
    out.print(f"OnRecord is at {escape(address)} (Ctrl+C ends it)", soft_wrap=True)


def _bring_up_to_date(file: Path) -> None:
    """An archive of an older version takes a while, which the server would be silent about."""
    from onrecord.queries import Queries  # noqa: PLC0415

    with shown_if_told() as tell:
        Queries(file, on_progress=tell).close()


def _make_or_refuse(file: Path, *, create: bool) -> None:
    """A path that was mistyped is no wish for another archive."""
    if create:
        make_folder(file.parent)
    elif not file.is_file():
        folder = escape(str(file.parent))
        shown = folder if file.name == "onrecord.db" else escape(str(file))
        err.print(
            f"no archive at {escape(str(file))}; make one with: onrecord read PATH... --out {folder}"
            f" (an empty one, to add to in the browser: onrecord serve {shown} --create)",
            soft_wrap=True,
        )
        raise typer.Exit(USAGE)


def _make_token(file: Path) -> None:
    from onrecord.web.guard import digest_of  # noqa: PLC0415

    if not file.parent.is_dir():
        err.print(f"there is no folder {escape(str(file.parent))}")
        raise typer.Exit(USAGE)
    made = secrets.token_urlsafe(32)
    kept = file.parent / TOKEN_FILE
    kept.touch(mode=0o600)
    kept.write_text(digest_of(made) + "\n", "ascii")
    out.print(made, soft_wrap=True)
    err.print(
        f"This token is not shown again; {escape(str(kept))} keeps only a digest of it."
        " Restart a running server to use it."
    )
