"""Corrections in the browser: the list, the form for one thing, the table out and in again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.errors import ArchiveError
from onrecord.queries import Queries
from onrecord.records import Correction
from onrecord.views import correcting, subjects
from onrecord.views.rewriting import write_anew
from onrecord.views.speaker import quoted
from onrecord.web.forms import Sent, posted
from onrecord.web.state import State, state_of


def corrections(request: Request) -> Response:
    """All corrections, the latest first."""
    state = state_of(request)
    with state.readers.lend() as queries:
        rows = [
            (kept, correcting.told(queries, kept), correcting.stands_at(kept))
            for kept in reversed(queries.corrected())
        ]
    return state.form("corrections.html.j2", request, rows=rows)


def table(request: Request) -> Response:
    """All corrections as CSV."""
    from onrecord.reports.correction_table import as_csv  # noqa: PLC0415 - loads all exports

    with state_of(request).readers.lend() as queries:
        text = as_csv(queries.corrected())
    headers = {"content-disposition": 'attachment; filename="corrections.csv"'}
    return Response(text, media_type="text/csv", headers=headers)


def ask(request: Request) -> Response:
    """The form for one statement, speaker, story, claim or article."""
    state, about = state_of(request), request.query_params.get("about", "")
    key = request.query_params.get("id", "")
    try:
        with state.readers.lend() as queries:
            found = _subject(queries, about, key)
    except ArchiveError as error:
        return state.problem(request, str(error), 404)
    return state.form("correct.html.j2", request, about=about, key=key, **found)


def _subject(queries: Queries, about: str, key: str) -> dict[str, Any]:
    nothing = dict.fromkeys(("statement", "speaker", "story", "claim", "article"))
    if about == "statement":
        (found,) = correcting.statements(queries, [key])
        told = {"statement": quoted(queries, [found])[0], "alike": subjects.alike(queries, found)}
        return nothing | told | {"parts": correcting.parts(queries, found)}
    if about == "speaker":
        return nothing | {"speaker": queries.speaker(key)[0]}
    if about == "claim":
        return nothing | {"claim": subjects.claimed(queries, key)}
    if about == "story":
        story = queries.story(key)
        others = [s for s in queries.stories_of(story.storyline_id) if s.id != key]
        held = queries.bare_articles(story.article_ids)
        return nothing | {"story": story, "others": others, "held": [held[a] for a in story.article_ids]}
    return nothing | {"article": queries.article(key).article}


def _together(queries: Queries, key: str, form: Sent) -> Correction:
    """A statement and those that a form chooses or names are one utterance.

    Raises:
        ArchiveError: one of them is not there, or none is chosen.
    """
    others = [*form.texts("same"), *form.text("ids").split()]
    if not others:
        raise ArchiveError("choose at least one statement that says the same")
    return correcting.utterance(queries, [key, *others], one=True)


# What a form's button asks for -> the correction, of the id that the form is about and the fields beside it.
_ASKED: dict[str, Callable[[Queries, str, Sent], Correction]] = {
    "speaker": lambda q, key, form: correcting.given_to(q, [key], form.text("name")),
    "apart": lambda q, key, _: correcting.utterance(q, [key], one=False),
    "together": _together,
    "wrong": lambda q, key, form: correcting.mark(q, "statement", key, "wrong", form.text("value")),
    "cut": lambda q, key, form: correcting.recut(
        q, key, source=form.text("source"), cue=form.text("cue"), content=form.text("content")
    ),
    "right": lambda q, key, _: correcting.mark(q, "statement", key, "right"),
    "outlet": lambda q, key, form: correcting.mark(q, "outlet", key, "wrong", form.text("outlet")),
    "date": lambda q, key, form: correcting.mark(q, "date", key, "wrong", form.text("date")),
    "remove": lambda q, key, _: correcting.removed(q, [key]),
    "claim wrong": lambda q, key, form: correcting.mark(q, "claim", key, "wrong", form.text("value")),
    "claim right": lambda q, key, _: correcting.mark(q, "claim", key, "right"),
    "one story": lambda q, key, form: correcting.one_story(q, [key, *form.texts("with"), *_named(q, form)]),
    "another story": lambda q, _, form: correcting.another_story(q, form.texts("article")),
    "merge": lambda q, _, form: correcting.one_speaker(q, form.texts("name")),
    "undo": lambda _, key, form: Correction("undo", undoes=_number(key), note=form.text("note")),
}


def _number(told: str) -> int:
    """The number of a correction.

    Raises:
        ArchiveError: it is not one.
    """
    if not (told.isascii() and told.isdigit() and len(told) < 10):
        raise ArchiveError(f"there is no correction {told[:20]!r} to undo")
    return int(told)


def _named(queries: Queries, form: Sent) -> list[str]:
    """The story of the article that a form names in words.

    Raises:
        ArchiveError: there is none, or there are several.
    """
    told = form.text("named")
    found = queries.articles_called(told) if told else []
    if told and len(found) != 1:
        raise ArchiveError(f"{len(found) or 'no'} articles are called {told!r}: name one, or give its id")
    story = queries.story_of(found[0].id) if found else None
    return [story.id] if story else []


def _put(request: Request, form: Sent) -> Response:
    """Keep the correction that a form asks for."""
    state, make = state_of(request), _ASKED.get(form.text("what"))
    if make is None:
        return state.problem(request, "It is not said what is wrong.", 400)
    try:
        with state.readers.lend() as queries:
            made = make(queries, form.text("id"), form)
        _keep(state, [replace(made, note=form.text("note"), by=form.text("by"))])
    except (ArchiveError, ValueError) as error:
        return state.problem(request, str(error), 409)
    return RedirectResponse("/corrections", 303)


def _take_in(request: Request, form: Sent) -> Response:
    """Take in an edited table."""
    from onrecord.reports.correction_table import changes  # noqa: PLC0415 - loads all exports

    state = state_of(request)
    try:
        text = form.files[0][1].decode("utf-8") if form.files else ""
    except UnicodeDecodeError:  # a spreadsheet's own way of writing: every "é" would become another name
        told = "The table is not UTF-8. Save it as “CSV UTF-8” and send it again."
        return state.problem(request, told, 409)
    try:
        with state.readers.lend() as queries:
            made = changes(text, queries.corrected())
        _keep(state, made)
    except ValueError as error:
        return state.problem(request, str(error), 409)
    return RedirectResponse("/corrections", 303)


def _keep(state: State, made: list[Correction]) -> None:
    """Apply corrections; brief and tables beside the archive are written anew with them."""
    from onrecord.archive import Archive  # noqa: PLC0415 - comparing takes the models, which looking does not

    if made:
        with Archive(state.path) as archive:
            archive.correct(*made)
            write_anew(archive)


def routes() -> list[Route]:
    """Addresses of corrections."""
    return [
        Route("/corrections", corrections),
        Route("/corrections.csv", table),
        posted("/corrections", _take_in),
        Route("/correct", ask),
        posted("/correct", _put),
    ]
