"""``onrecord rerun``: one stage of an archive once more."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape

from onrecord.cli.archives import ArchiveArgument, JobsOption, open_archive
from onrecord.cli.brief import tell_if_left
from onrecord.cli.console import USAGE, err, out
from onrecord.cli.progress import shown_progress
from onrecord.cli.read import print_skip


def rerun(
    archive: ArchiveArgument,
    stage: Annotated[str, typer.Option("--stage", "-s", help="The stage to run again, such as utterances.")],
    *,
    jobs: JobsOption = None,
) -> None:
    """Run one stage again, and the stages that depend on it, without reading the files again."""
    from onrecord.rerunning import STAGES  # noqa: PLC0415 - `onrecord --help` should not wait for the stages
    from onrecord.rerunning import rerun as run  # noqa: PLC0415
    from onrecord.views.rewriting import write_anew  # noqa: PLC0415

    if stage not in STAGES:
        err.print(
            f"there is no stage {escape(repr(stage))} to run again; the stages are: {', '.join(STAGES)}"
        )
        raise typer.Exit(USAGE)
    with open_archive(archive) as opened, shown_progress() as tell:
        found = run(opened, stage, jobs=jobs, on_progress=tell)
        for item in found.skipped:
            print_skip(item)
        beside = write_anew(opened, tell)
    spent = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in found.seconds.items() if seconds >= 0.05)
    out.print(f"{stage} made again; {found.changed} articles changed; {spent or 'at once'}")
    tell_if_left(beside, archive)
