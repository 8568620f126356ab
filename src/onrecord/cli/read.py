"""``onrecord read``: articles in; a brief, tables and an archive out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from onrecord.cli.archives import JobsOption, MapOption, PossibleOption, make_folder
from onrecord.cli.console import NOTHING, USAGE, err
from onrecord.cli.console import out as output
from onrecord.cli.progress import shown_if_told, shown_progress
from onrecord.errors import ItemError, LeftAloneError
from onrecord.records import Corpus, Skipped

if TYPE_CHECKING:
    from onrecord.reports.brief import Gathering

# Characters of a part that ``--explain`` shows.
_SHOWN = 90


def read(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files, folders, patterns, or - for standard input."),
    ],
    *,
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder to write to.")] = Path("brief"),
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")] = False,
    possible: PossibleOption = False,
    jobs: JobsOption = None,
    one_file: Annotated[
        bool, typer.Option("--one-file", help="Write a single page with all stories, easy to send by mail.")
    ] = False,
    columns: MapOption = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print how each input is understood, and write nothing.")
    ] = False,
) -> None:
    """Read articles and write a brief (brief.html), tables (*.jsonl) and an archive (onrecord.db)."""
    mapped = column_map(columns or "")
    if explain:
        _explain(paths, mapped)
        return
    from onrecord import reports  # noqa: PLC0415 - `onrecord --help` should not wait for the readers
    from onrecord.archive import Archive  # noqa: PLC0415
    from onrecord.views.rewriting import write  # noqa: PLC0415

    refuse_addresses(paths)
    make_folder(out)
    with shown_if_told(quiet=quiet) as tell:
        opened = Archive(out / "onrecord.db", on_progress=tell)
    with opened as archive, shown_progress(quiet=quiet) as tell:
        run = archive.read(paths, columns=mapped, jobs=jobs, on_skip=print_skip, on_progress=tell)
        if not run.read:
            reports.write_run(archive.last_run(), out)
            err.print(f"[bold red]nothing was read[/] ({len(run.skipped)} inputs skipped, see above)")
            raise typer.Exit(NOTHING)
        shown = write(archive, out, one_file=one_file, tell=tell)
        if possible and not quiet and not isinstance(shown, Corpus):
            shown = archive.corpus(tell)
    for language, number in run.unread.items():
        err.print(f"{number} articles in language {language!r}: kept, but not searched for statements")
    if not quiet:
        _summarise(shown, out, possible=possible)


def _summarise(shown: Corpus | Gathering, out: Path, *, possible: bool) -> None:
    """What was read, on the terminal, and where the page is."""
    from onrecord import reports  # noqa: PLC0415 - as above

    if isinstance(shown, Corpus):
        reports.print_summary(shown, output, possible=possible)
    else:
        reports.print_gathered(shown, output)
    output.print(f"Open {escape(str(out / 'brief.html'))}", soft_wrap=True)


def column_map(written: str) -> dict[str, str]:
    """``text=body,title=hed`` as ``{"body": "text", "hed": "title"}``; wrong usage for what is no part."""
    from onrecord.languages.fields import PARTS  # noqa: PLC0415 - as above

    found: dict[str, str] = {}
    for pair in filter(None, map(str.strip, written.split(","))):
        part, _, column = (side.strip() for side in pair.partition("="))
        if part not in PARTS or not column:
            err.print(f"--map takes PART=COLUMN, not {escape(pair)}; the parts are {', '.join(PARTS)}")
            raise typer.Exit(USAGE)
        found[column] = part
    return found


def _explain(paths: list[str], columns: dict[str, str]) -> None:
    """Print format, facts with their origins and labelled parts of every article in ``paths``."""
    from onrecord import articles, sources  # noqa: PLC0415 - as above

    found = 0
    for raw in sources.read(paths, on_skip=print_skip, columns=columns):
        try:
            told = articles.explain(raw)
        except ItemError as error:
            print_skip(Skipped(error.where, error.reason, type(error).__name__))
            continue
        found += 1
        output.print(f"[bold]{escape(told.where)}[/]  {escape(told.media_type)}", soft_wrap=True)
        for name, value, origin in told.facts:
            output.print(f"  {name:<9} {escape(value)}  [dim]{escape(origin)}[/]", soft_wrap=True)
        for label, words in told.parts:
            output.print(f"    [dim]{label:<12}[/] {escape(_short(words))}", soft_wrap=True)
    if not found:
        err.print("[bold red]no article[/] in these inputs")
        raise typer.Exit(NOTHING)


def _short(words: str) -> str:
    """The beginning of a part on one line."""
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"


def print_skip(item: Skipped) -> None:
    """Name what was not used."""
    if item.error == LeftAloneError.__name__:  # in run.json; a line each would only hide what matters
        return
    err.print(f"[yellow]skipped[/] {escape(item.where)}: {escape(item.reason)}", soft_wrap=True)


def refuse_addresses(paths: list[str]) -> None:
    """An address given as a path is told what to do with it: nothing is fetched here."""
    for path in paths:
        if path.lower().startswith(("http://", "https://")) and not Path(path).exists():
            err.print(
                f"{escape(path)} is an address, and none is fetched: save the page from your browser, then"
                " read the file (a feed: onrecord add ARCHIVE --feed URL)",
                soft_wrap=True,
            )
            raise typer.Exit(USAGE)
