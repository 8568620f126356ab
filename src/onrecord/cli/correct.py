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
from onrecord.cli.console import NOTHING, USAGE, err, out
from onrecord.errors import ArchiveError
from onrecord.records import About, Correction, Verdict

if TYPE_CHECKING:
    from onrecord.archive import Archive

app = typer.Typer(
    no_args_is_help=True, help="Say what is wrong, against the program; kept for every later reading."
)

NoteOption = Annotated[str, typer.Option(help="Why, for whoever reads the archive later.")]
ByOption = Annotated[str, typer.Option(help="Who says so; the user of this machine when left out.")]
UtteranceOption = Annotated[
    bool, typer.Option("--utterance", help="Statements by id: which are one utterance.")
]
StoryOption = Annotated[
    bool, typer.Option("--story", help="Articles or stories by id: which are told in one story.")
]


@app.command()
def merge(
    archive: ArchiveArgument,
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME...", help="Names of one speaker, the one to show first; or statements, or stories."
        ),
    ],
    *,
    utterance: UtteranceOption = False,
    story: StoryOption = False,
    note: NoteOption = "",
    by: ByOption = "",
) -> None:
    """Say that several names are one speaker, several statements one utterance, or several stories one."""
    from onrecord.views import correcting  # noqa: PLC0415

    if len(names) < 2:
        err.print("at least two names are needed: the one to show, and those that are the same speaker")
        raise typer.Exit(USAGE)
    with open_archive(archive) as opened, _naming():
        if utterance:
            _keep(opened, correcting.utterance(opened, names, one=True), note, by)
            out.print(f"{len(names)} statements are one utterance from now on; rereading keeps it so")
            return
        if story:
            _keep(opened, correcting.one_story(opened, names), note, by)
            out.print("their articles are one story from now on; rereading keeps it so")
            return
        _keep(opened, correcting.one_speaker(opened, names), note, by)
    out.print(f"{escape(', '.join(names[1:]))} is {escape(names[0])} from now on; rereading keeps it so")


@app.command()
def split(
    archive: ArchiveArgument,
    statements: Annotated[
        list[str],
        typer.Argument(metavar="STATEMENT...", help="Ids of statements; of articles with --story."),
    ],
    *,
    name: Annotated[str | None, typer.Option(help="Who said them instead, where that is known.")] = None,
    utterance: UtteranceOption = False,
    story: StoryOption = False,
    note: NoteOption = "",
    by: ByOption = "",
) -> None:
    """Say that statements are not by their speaker, none of their utterance; articles none of their story."""
    from onrecord.views import correcting  # noqa: PLC0415

    with open_archive(archive) as opened, _naming():
        if utterance:
            _keep(opened, correcting.utterance(opened, statements, one=False), note, by)
            out.print(f"{len(statements)} statements are an utterance of their own; rereading keeps it so")
            return
        if story:
            _keep(opened, correcting.another_story(opened, statements), note, by)
            out.print(f"{len(statements)} articles are told in another story; rereading keeps it so")
            return
        _keep(opened, correcting.given_to(opened, statements, name or ""), note, by)
    out.print(f"{len(statements)} statements have a speaker of their own from now on; rereading keeps it so")


@app.command()
def mark(
    archive: ArchiveArgument,
    about: Annotated[str, typer.Argument(help="statement, speaker, date, outlet, claim or article.")],
    key: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Of the statement; of the article for date and outlet; of a finding."
        ),
    ],
    verdict: Annotated[str, typer.Argument(help="right or wrong.")],
    *,
    value: Annotated[str, typer.Option(help="What it is instead: an outlet, or a day as 2031-03-04.")] = "",
    note: NoteOption = "",
    by: ByOption = "",
) -> None:
    """Say that one statement, speaker, date, outlet or claim is right or wrong."""
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
    statement: Annotated[str, typer.Argument(help="Its id.")],
    *,
    content: Annotated[str | None, typer.Option(help="What is said, word for word; … between parts.")] = None,
    source: Annotated[str | None, typer.Option(help="Who says it, word for word; empty for nobody.")] = None,
    cue: Annotated[str | None, typer.Option(help="The words that say so, such as told reporters.")] = None,
    note: NoteOption = "",
    by: ByOption = "",
) -> None:
    """Say which words of its article a statement consists of; what is left out stays."""
    from onrecord.views import correcting  # noqa: PLC0415

    if content is source is cue is None:
        err.print("say what is cut wrongly: --content, --source or --cue")
        raise typer.Exit(USAGE)
    with open_archive(archive) as opened, _naming():
        made = correcting.recut(opened, statement, source=source, cue=cue, content=content)
        _keep(opened, made, note, by)
    out.print(f"statement {escape(statement)} has these words from now on; rereading keeps it so")


@app.command()
def remove(
    archive: ArchiveArgument,
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Ids of articles.")],
    *,
    note: NoteOption = "",
    by: ByOption = "",
) -> None:
    """Take articles out; they stay away when their files are read again, until this is undone."""
    from onrecord.views import correcting  # noqa: PLC0415

    with open_archive(archive) as opened, _naming():
        _keep(opened, correcting.removed(opened, articles), note, by)
    out.print(f"{len(articles)} articles are no part of this archive from now on")


@app.command()
def undo(
    archive: ArchiveArgument,
    number: Annotated[int, typer.Argument(help="Of the correction, as `correct list` shows it.")],
    *,
    note: NoteOption = "",
    by: ByOption = "",
) -> None:
    """Take a correction back; both stay in the list."""
    with open_archive(archive) as opened, _naming():
        _keep(opened, Correction("undo", undoes=number), note, by)
    out.print(f"correction {number} is taken back")


@app.command(name="list")
def show(archive: ArchiveArgument) -> None:
    """Every correction with who made it and when, oldest first."""
    from onrecord.views import correcting  # noqa: PLC0415

    with open_archive(archive) as opened:
        for kept in opened.corrected():
            ended = "" if kept.holds else " [dim](taken back)[/]"
            who = kept.correction.by or "somebody"
            out.print(f"{kept.number}  {escape(correcting.told(opened, kept))}{ended}")
            out.print(f"   [dim]{kept.made_at} · {escape(who)} · {escape(kept.correction.note)}[/]")


@app.command()
def export(archive: ArchiveArgument) -> None:
    """Write all corrections to standard output as CSV, to be looked through and edited."""
    from onrecord.reports.correction_table import as_csv  # noqa: PLC0415

    with open_archive(archive) as opened:
        print(as_csv(opened.corrected()), end="")  # noqa: T201 - a table for another program, not for eyes


@app.command(name="import")
def take_in(
    archive: ArchiveArgument,
    file: Annotated[Path, typer.Argument(help="The CSV file, as `correct export` writes it.")],
) -> None:
    """Take in an edited CSV file: new rows, changed rows, and rows that no longer hold."""
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
    out.print(f"{len(made)} corrections taken in")


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
        err.print(f"{escape(repr(told))} is none of {', '.join(known)}")
        raise typer.Exit(USAGE)


def _keep(opened: Archive, correction: Correction, note: str, by: str) -> None:
    opened.correct(replace(correction, note=note, by=by or _user()))
    _rewrite(opened)


def _rewrite(opened: Archive) -> None:
    from onrecord.views.rewriting import write_anew  # noqa: PLC0415

    write_anew(opened)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no user is known to this machine by the process's number
        return ""
