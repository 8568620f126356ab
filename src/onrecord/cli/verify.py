"""``onrecord verify`` and ``repair``: whether an archive is what it says, and what can be made again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from onrecord.cli.archives import ArchiveArgument
from onrecord.cli.console import NOTHING, USAGE, err, out
from onrecord.cli.progress import shown_progress

if TYPE_CHECKING:
    from onrecord.verification import Report

_MOST_FAULTS = 50


def verify(
    archive: ArchiveArgument,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the full report as JSON.")] = False,
) -> None:
    """Check an archive or a bundle. Names every fault, and exits with 1 if there is one."""
    from onrecord import verification  # noqa: PLC0415
    from onrecord.verification.checking import as_json as written  # noqa: PLC0415

    file = _file(archive)
    if file.suffix == ".zip":
        bundle = verification.open_bundle(file)
        report, faults = bundle.report, bundle.faults
    else:
        report = verification.verify(file)
        faults = tuple(map(str, report.faults))
    if as_json and report is not None:
        out.print_json(written(report))
    elif report is not None:
        _print(report, faults)
    if faults:
        raise typer.Exit(NOTHING)


def repair(archive: ArchiveArgument) -> None:
    """Repair an archive: search indexes, comparisons, articles whose files are still there, broken pages."""
    from onrecord import verification  # noqa: PLC0415

    with shown_progress() as tell:
        found = verification.repair(_file(archive), tell=tell)
    if not found.done:
        out.print("the archive is sound")
        return
    for line in found.done:
        out.print(escape(line))
    _print(found.after, tuple(map(str, found.after.faults)))
    if found.after.faults:
        raise typer.Exit(NOTHING)


def unbundle(
    bundle: Annotated[
        Path, typer.Argument(metavar="BUNDLE", help="A zip file written by `onrecord export --bundle`.")
    ],
    folder: Annotated[Path, typer.Option("--out", "-o", help="Folder to write the archive to.")] = Path(
        "bundle"
    ),
) -> None:
    """Check a bundle and, if it is sound, unpack its archive into a folder."""
    from onrecord import verification  # noqa: PLC0415

    found = verification.open_bundle(_file(bundle), folder)
    if found.report is not None:
        _print(found.report, found.faults)
    if found.archive is None:
        raise typer.Exit(NOTHING)
    out.print(f"Show it with: onrecord show {escape(str(folder))}", soft_wrap=True)


def _file(path: Path) -> Path:
    file = path / "onrecord.db" if path.is_dir() else path
    if not file.is_file():
        err.print(f"no archive at {escape(str(file))}")
        raise typer.Exit(USAGE)
    return file


def _print(report: Report, faults: tuple[str, ...]) -> None:
    checked = ", ".join(f"{number:,} {what}" for what, number in report.checked.items())
    out.print(f"checked {checked or 'nothing'}", soft_wrap=True)
    if report.raw:
        kept = ", ".join(f"{number:,} {how}" for how, number in sorted(report.raw.items()))
        out.print(f"raw documents of articles: {kept}", soft_wrap=True)
    if report.older:
        made = ", ".join(f"{number:,} of {stage}" for stage, number in report.older.items())
        out.print(f"made by another version (read again to renew): {made}", soft_wrap=True)
    for fault in faults[:_MOST_FAULTS]:
        err.print(f"[bold red]fault[/] {escape(fault)}", soft_wrap=True)
    if len(faults) > _MOST_FAULTS:
        err.print(f"and {len(faults) - _MOST_FAULTS} more; --json lists all")
    out.print("[green]sound[/]" if not faults else f"[bold red]{len(faults)} faults[/]")
