"""The command line: read articles into a brief, and ask an archive.

Exit codes: 0 something was read or found, 1 nothing was, 2 the command was used wrongly, 3 the archive or
the models are unusable, 130 interrupted (the archive stays consistent).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console, ConsoleOptions, RenderableType
from rich.markup import escape
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.segment import Segment

from onrecord import __version__
from onrecord.controls import visible
from onrecord.errors import FatalError, LeftAloneError, OnRecordError
from onrecord.records import Correction, Progress, Skipped

NOTHING, USAGE, UNUSABLE, INTERRUPTED = 1, 2, 3, 130

if TYPE_CHECKING:
    from onrecord.archive import Archive

app = typer.Typer(
    name="onrecord",
    help="The record of who said what, across outlets: every attributed statement, tied to its source.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
correct = typer.Typer(
    no_args_is_help=True, help="Say who is who, against the program; kept for every later reading."
)
app.add_typer(correct, name="correct")


class _Console(Console):
    """A console that texts, titles, names and paths of others cannot steer."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        """Segments as rich makes them; their text, not rich's own control codes, made visible."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else segment._replace(text=visible(segment.text))


_err = _Console(stderr=True, highlight=False)
_out = _Console(highlight=False)

ArchiveArgument = Annotated[
    Path, typer.Argument(metavar="ARCHIVE", help="A brief's folder, or its onrecord.db file.")
]
PossibleOption = Annotated[
    bool, typer.Option("--possible", help="Also possible differences, mostly wrong so far.")
]


def main() -> None:
    """Entry point: run the command and turn errors into exit codes."""
    try:
        app()
    except KeyboardInterrupt:
        _err.print(
            "interrupted; the archive holds what was read so far, and the same command goes on from there"
        )
        raise SystemExit(INTERRUPTED) from None
    except OnRecordError as error:
        _err.print(f"[bold red]error:[/] {escape(str(error))}")
        raise SystemExit(UNUSABLE if isinstance(error, FatalError) else NOTHING) from None


@app.callback(invoke_without_command=True)
def _root(
    *, version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False
) -> None:
    if version:
        _out.print(__version__)
        raise typer.Exit


@app.command()
def read(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, globs, or - for standard input.")
    ],
    *,
    out: Annotated[
        Path, typer.Option("--out", "-o", help="Folder for the brief, tables and archive.")
    ] = Path("brief"),
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only errors, no summary.")] = False,
    possible: PossibleOption = False,
) -> None:
    """Read articles; write a brief (brief.html), tables (*.jsonl) and an archive (onrecord.db) to OUT."""
    from onrecord import reports  # noqa: PLC0415 - `onrecord --help` should not wait for the readers
    from onrecord.archive import Archive  # noqa: PLC0415

    _make_folder(out)
    bar = Bar(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
        console=_err,
        transient=True,
        disable=quiet or not _err.is_terminal,
    )
    with Archive(out / "onrecord.db") as archive, bar:
        task = bar.add_task("starting", total=None)

        def tell(progress: Progress) -> None:
            bar.update(task, description=f"{progress.stage}: {progress.done} articles")

        run = archive.read(paths, stdin=sys.stdin.buffer, on_skip=_print_skip, on_progress=tell)
        if not run.read:
            reports.write_run(archive.last_run(), out)
            _err.print(f"[bold red]nothing was read[/] ({len(run.skipped)} inputs skipped, see above)")
            raise typer.Exit(NOTHING)
        tell(Progress("writing the brief", run.read))
        corpus = archive.corpus()
        reports.write_tables(corpus, out)
        page = reports.write_brief(corpus, out)
    for language, number in run.unread.items():
        _err.print(f"{number} articles are in {language!r}: kept, but not searched for statements")
    if not quiet:
        reports.print_summary(corpus, _out, possible=possible)
        _out.print(f"Open {escape(str(page))}", soft_wrap=True)


@app.command()
def show(
    archive: ArchiveArgument,
    *,
    story: Annotated[str | None, typer.Option(help="A story: its id, or words of its title.")] = None,
    speaker: Annotated[str | None, typer.Option(help="A speaker: its id, or part of the name.")] = None,
    article: Annotated[
        str | None, typer.Option(help="An article: its id, path, or words of its title.")
    ] = None,
    possible: PossibleOption = False,
) -> None:
    """Show what an archive holds: all stories, or one story, speaker or article."""
    from onrecord import reports  # noqa: PLC0415

    with _open(archive) as opened:
        corpus = opened.corpus()
    found = reports.show(corpus, _out, story=story, speaker=speaker, article=article, possible=possible)
    if not found:
        asked = story or speaker or article
        _err.print(
            f"nothing in this archive matches {escape(repr(asked))}" if asked else "the archive is empty"
        )
        raise typer.Exit(NOTHING)


@app.command()
def search(
    archive: ArchiveArgument,
    query: Annotated[str, typer.Argument(help='Words that must all occur; "…" for a phrase.')],
    *,
    limit: Annotated[int, typer.Option(min=1, help="At most so many of each kind.")] = 20,
) -> None:
    """Search statements and articles for words."""
    with _open(archive) as opened:
        hits = opened.search(query, limit=limit)
    for hit in hits:
        where = " · ".join(x for x in (hit.outlet, hit.published, hit.title) if x)
        what = f"[bold]{escape(hit.speaker or '?')}[/]: " if hit.statement_id else ""
        _out.print(
            f"{what}{escape(hit.excerpt)}\n  [dim]{escape(where)} · {hit.statement_id or hit.article_id}[/]"
        )
    if not hits:
        _err.print(f"no statement or article holds {escape(repr(query))}")
        raise typer.Exit(NOTHING)


@app.command()
def export(
    archive: ArchiveArgument,
    kind: Annotated[str, typer.Option("--format", "-f", help="jsonl, or one that --list names.")] = "jsonl",
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the files.")] = Path("export"),
    *,
    names: Annotated[bool, typer.Option("--list", help="List the formats and exit.")] = False,
) -> None:
    """Write an archive's tables in another format."""
    from onrecord import reports  # noqa: PLC0415

    if names:
        _out.print("\n".join(sorted(reports.EXPORTS)))
        return
    if kind not in reports.EXPORTS:
        _err.print(f"unknown format {escape(repr(kind))}; one of: {', '.join(sorted(reports.EXPORTS))}")
        raise typer.Exit(USAGE)
    _make_folder(out)
    with _open(archive) as opened:
        corpus = opened.corpus()
    for path in reports.EXPORTS[kind](corpus, out):
        _out.print(str(path), soft_wrap=True)


@correct.command()
def merge(
    archive: ArchiveArgument,
    names: Annotated[
        list[str],
        typer.Argument(metavar="NAME...", help="Names of one speaker; the first is shown from now on."),
    ],
    *,
    note: Annotated[str, typer.Option(help="Why, for whoever reads the archive later.")] = "",
) -> None:
    """Say that several names are one speaker."""
    if len(names) < 2:
        _err.print("at least two names are needed: the one to show, and those that are the same speaker")
        raise typer.Exit(USAGE)
    with _open(archive) as opened:
        known = {name.casefold() for s in opened.speakers() for name in (s.name, *s.variants)}
        missing = [name for name in names if name.casefold() not in known]
        if missing:
            _err.print(f"no speaker of this archive is called {escape(', '.join(map(repr, missing)))}")
            raise typer.Exit(NOTHING)
        opened.correct(Correction("merge", tuple(names), note=note))
        _write_anew(opened)
    _out.print(f"{escape(', '.join(names[1:]))} is {escape(names[0])} from now on; rereading keeps it so")


@correct.command()
def split(
    archive: ArchiveArgument,
    statements: Annotated[
        list[str],
        typer.Argument(metavar="STATEMENT...", help="Ids of statements that have the wrong speaker."),
    ],
    *,
    name: Annotated[str | None, typer.Option(help="Who said them instead, where that is known.")] = None,
    note: Annotated[str, typer.Option(help="Why, for whoever reads the archive later.")] = "",
) -> None:
    """Say that statements are not by the speaker they were given."""
    with _open(archive) as opened:
        places = opened.sources_of(statements)
        missing = sorted(set(statements) - {p.note for p in places})
        if missing:
            _err.print(f"no statement with a source in its text has the id {escape(', '.join(missing))}")
            raise typer.Exit(NOTHING)
        opened.correct(Correction("split", (name,) if name else (), tuple(places), note=note))
        _write_anew(opened)
    _out.print(f"{len(statements)} statements have a speaker of their own from now on; rereading keeps it so")


def _open(path: Path) -> Archive:
    """The archive at ``path`` (a folder or the file itself), which must exist."""
    from onrecord.archive import Archive  # noqa: PLC0415

    file = path / "onrecord.db" if path.is_dir() else path
    if not file.is_file():
        _err.print(f"no archive at {escape(str(file))}; make one with: onrecord read PATH... --out {path}")
        raise typer.Exit(USAGE)
    return Archive(file)


def _write_anew(opened: Archive) -> None:
    """Write brief and tables again where they lie beside the archive: what they show is no longer so."""
    from onrecord import reports  # noqa: PLC0415

    folder = opened.path.parent
    if not (folder / "brief.html").exists():
        return
    corpus = opened.corpus()
    reports.write_tables(corpus, folder)
    reports.write_brief(corpus, folder)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        _err.print(f"cannot write to {escape(str(folder))}: {escape(error.strerror or str(error))}")
        raise typer.Exit(USAGE) from None


def _print_skip(item: Skipped) -> None:
    if item.error == LeftAloneError.__name__:  # in run.json; a line each would only hide what matters
        return
    _err.print(f"[yellow]skipped[/] {escape(item.where)}: {escape(item.reason)}", soft_wrap=True)
