"""``onrecord correct``: a reader's word against the program's, kept for every later reading."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer
from rich.markup import escape

from onrecord.cli.archives import ArchiveArgument, open_archive
from onrecord.cli.brief import tell_if_left
from onrecord.cli.console import NOTHING, USAGE, err, out
from onrecord.errors import ArchiveError
from onrecord.records import About, Correction, Verdict

if TYPE_CHECKING:
    from onrecord.archive import Archive

app = typer.Typer(
    no_args_is_help=True,
    help="Correct what the program got wrong; corrections are kept and applied to later readings.",
)

NoteOption = Annotated[str, typer.Option(help="Why, for later readers of the archive.")]
ByOption = Annotated[str, typer.Option(help="Who makes the correction; by default the current user.")]
UtteranceOption = Annotated[
    bool,
    typer.Option("--utterance", help="Take the arguments as ids of statements, and correct their utterance."),
]
StoryOption = Annotated[
    bool,
    typer.Option("--story", help="Take the arguments as ids of articles or stories, and correct the story."),
]


@app.command()
def merge(
    archive: ArchiveArgument,
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME...",
            help="Names of one speaker, the one to show first; or ids of statements or stories.",
        ),
    ],
    *,
    utterance: UtteranceOption = False,
    story: StoryOption = False,
    note: NoteOption = "",
    by: ByOption = "",
) -> None:
    """Merge several names into one speaker, statements into one utterance, or stories into one."""
    from onrecord.views import correcting  # noqa: PLC0415

    if len(names) < 2:
        err.print("give at least two names: the one to show, and others for the same speaker")
        raise typer.Exit(USAGE)
    with open_archive(archive) as opened, _naming():
        if utterance:
            _keep(opened, correcting.utterance(opened, names, one=True), note, by)
            out.print(f"{len(names)} statements are now one utterance; later readings keep it so")
            return
        if story:
            _keep(opened, correcting.one_story(opened, names), note, by)
            out.print("their articles are now one story; later readings keep it so")
            return
        _keep(opened, correcting.one_speaker(opened, names), note, by)
    out.print(f"{escape(', '.join(names[1:]))} is now {escape(names[0])}; later readings keep it so")


@app.command()
def split(
    archive: ArchiveArgument,
    statements: Annotated[
        list[str],
        typer.Argument(metavar="STATEMENT...", help="Ids of statements; with --story, ids of articles."),
    ],
    *,
    name: Annotated[str | None, typer.Option(help="Who did say it, if known.")] = None,
    utterance: UtteranceOption = False,
    story: StoryOption = False,
    note: NoteOption = "",
    by: ByOption = "",
) -> None:
    """Take statements away from their speaker or utterance, or articles out of their story."""
    from onrecord.views import correcting  # noqa: PLC0415

    with open_archive(archive) as opened, _naming():
        if utterance:
            _keep(opened, correcting.utterance(opened, statements, one=False), note, by)
            out.print(f"{len(statements)} statements are now a separate utterance; later readings keep it so")
            return
        if story:
            _keep(opened, correcting.another_story(opened, statements), note, by)
            out.print(f"{len(statements)} articles are now a separate story; later readings keep it so")
            return
        _keep(opened, correcting.given_to(opened, statements, name or ""), note, by)
    out.print(f"{len(statements)} statements now have another speaker; later readings keep it so")


@app.command()
def mark(
    archive: ArchiveArgument,
    about: Annotated[
        str,
        typer.Argument(help="What the mark is about: statement, speaker, date, outlet, claim or article."),
    ],
    key: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="Id of the statement; for date and outlet, of the article; for claim, of the finding.",
        ),
    ],
    verdict: Annotated[str, typer.Argument(help="Either right or wrong.")],
    *,
    value: Annotated[str, typer.Option(help="The right outlet, or the right day (2031-03-04).")] = "",
    note: NoteOption = "",
    by: ByOption = "",
) -> None:
    """Mark a statement, speaker, date, outlet or claim as right or wrong."""
    from onrecord.views import correcting  # noqa: PLC0415

    _one_of(about, get_args(About))
    _one_of(verdict, get_args(Verdict))
    with open_archive(archive) as opened, _naming():
        made = correcting.mark(opened, cast("About", about), key, cast("Verdict", verdict), value)
        _keep(opened, made, note, by)
    out.print(f"{about} {escape(key)} is marked {verdict}{escape(f', but {value}' if value else '')}")


@app.command()
def cut(
    archive: ArchiveArgument,
    statement: Annotated[str, typer.Argument(help="Id of the statement.")],
    *,
    content: Annotated[
        str | None, typer.Option(help="The words that were said, exactly as printed; put … between parts.")
    ] = None,
    source: Annotated[
        str | None, typer.Option(help="The words that name the source; empty if nobody is named.")
    ] = None,
    cue: Annotated[str | None, typer.Option(help="The words of saying, such as: told reporters.")] = None,
    note: NoteOption = "",
    by: ByOption = "",
) -> None:
    """Give a statement its right words: content, source or cue. What you leave out stays as it is."""
    from onrecord.views import correcting  # noqa: PLC0415

    if content is source is cue is None:
        err.print("say what to correct: --content, --source or --cue")
        raise typer.Exit(USAGE)
    with open_archive(archive) as opened, _naming():
        made = correcting.recut(opened, statement, source=source, cue=cue, content=content)
        _keep(opened, made, note, by)
    out.print(f"statement {escape(statement)} now has these words; later readings keep them")


@app.command()
def remove(
    archive: ArchiveArgument,
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Ids of the articles.")],
    *,
    note: NoteOption = "",
    by: ByOption = "",
) -> None:
    """Remove articles. They stay out when their files are read again, until you undo it."""
    from onrecord.views import correcting  # noqa: PLC0415

    with open_archive(archive) as opened, _naming():
        _keep(opened, correcting.removed(opened, articles), note, by)
    out.print(f"{len(articles)} articles removed; later readings leave them out")


@app.command()
def undo(
    archive: ArchiveArgument,
    number: Annotated[int, typer.Argument(help="Number of the correction, as shown by `correct list`.")],
    *,
    note: NoteOption = "",
    by: ByOption = "",
) -> None:
    """Undo a correction. Both the correction and the undoing stay in the list."""
    with open_archive(archive) as opened, _naming():
        _keep(opened, Correction("undo", undoes=number), note, by)
    out.print(f"correction {number} is undone")


@app.command(name="list")
def show(archive: ArchiveArgument) -> None:
    """List all corrections, oldest first, with who made them and when."""
    from onrecord.views import correcting  # noqa: PLC0415

    with open_archive(archive) as opened:
        for kept in opened.corrected():
            ended = "" if kept.holds else " [dim](undone)[/]"
            who = kept.correction.by or "somebody"
            out.print(f"{kept.number}  {escape(correcting.told(opened, kept))}{ended}")
            out.print(f"   [dim]{kept.made_at} · {escape(who)} · {escape(kept.correction.note)}[/]")


@app.command()
def export(archive: ArchiveArgument) -> None:
    """Write all corrections to standard output as CSV, for review and editing."""
    from onrecord.reports.correction_table import as_csv  # noqa: PLC0415

    with open_archive(archive) as opened:
        print(as_csv(opened.corrected()), end="")  # noqa: T201 - a table for another program, not for eyes


@app.command(name="import")
def take_in(
    archive: ArchiveArgument,
    file: Annotated[Path, typer.Argument(help="A CSV file as written by `correct export`.")],
) -> None:
    """Apply an edited CSV file: new rows, changed rows, and rows marked as no longer valid."""
    from onrecord.reports.correction_table import changes  # noqa: PLC0415

    with open_archive(archive) as opened, _naming():
        try:
            made = changes(file.read_text("utf-8-sig"), opened.corrected())
        except (OSError, UnicodeDecodeError) as error:
            why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
            err.print(f"{escape(str(file))} cannot be read: {escape(str(why))}")
            raise typer.Exit(USAGE) from None
        if made:
            opened.correct(*made)
            _rewrite(opened)
    out.print(f"{len(made)} corrections applied")


@contextmanager
def _naming() -> Iterator[None]:
    """Say in one sentence what is not there or cannot be, and end."""
    try:
        yield
    except (ArchiveError, ValueError) as error:
        err.print(escape(str(error)))
        raise typer.Exit(NOTHING) from None


def _one_of(told: str, known: tuple[str, ...]) -> None:
    if told not in known:
        err.print(f"{escape(repr(told))} is not one of: {', '.join(known)}")
        raise typer.Exit(USAGE)


def _keep(opened: Archive, correction: Correction, note: str, by: str) -> None:
    opened.correct(replace(correction, note=note, by=by or _user()))
    _rewrite(opened)


def _rewrite(opened: Archive) -> None:
    from onrecord.views.rewriting import write_anew  # noqa: PLC0415

    tell_if_left(write_anew(opened), opened.path.parent)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no user is known to this machine by the process's number
        return ""
