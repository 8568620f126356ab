"""Corrections as a table to look through and edit, and back: what was edited becomes further corrections."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast, get_args

from onrecord.records import (
    About,
    Corrected,
    Correction,
    CorrectionAction,
    Place,
    Span,
    Spans,
    StatementSpans,
    Verdict,
)
from onrecord.reports.exports.comma_separated import defused, exact

COLUMNS = (
    "number",
    "made_at",
    "by",
    "holds",
    "action",
    "about",
    "names",
    "places",
    "articles",
    "apart_from",
    "verdict",
    "value",
    "undoes",
    "note",
    "spans",
)
# The parts of a statement's spans in one cell: "source=0-9 cue=10-14 content=15-40,44-60".
_PARTS = ("source", "cue", "content")
# Between the names, places or articles of one cell.
_BETWEEN = " | "


def as_csv(kept: Sequence[Corrected]) -> str:
    """All corrections, one a row; lists with `` | `` between, places as ``article:start-end``."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in kept:
        row = {"number": str(one.number), "made_at": one.made_at, "holds": "yes" if one.holds else "no"}
        writer.writerow([defused((row | _cells(one.correction))[name]) for name in COLUMNS])
    return buffer.getvalue()


def _cells(c: Correction) -> dict[str, str]:
    return {
        "by": c.by,
        "action": c.action,
        "about": c.about,
        "names": _BETWEEN.join(c.names),
        "places": _BETWEEN.join(
            f"{p.article_id}:{p.start}-{p.end}" + (f":{p.note}" if p.note else "") for p in c.places
        ),
        "articles": _BETWEEN.join(c.articles),
        "apart_from": _BETWEEN.join(c.apart_from),
        "verdict": c.verdict or "",
        "value": c.value,
        "undoes": "" if c.undoes is None else str(c.undoes),
        "note": c.note,
        "spans": "" if c.spans is None else _told(c.spans),
    }


def _told(spans: StatementSpans) -> str:
    parts = ((name, getattr(spans, name)) for name in _PARTS)
    return " ".join(f"{name}={','.join(f'{s.start}-{s.end}' for s in part)}" for name, part in parts)


def changes(text: str, kept: Sequence[Corrected]) -> list[Correction]:
    """What an edited table asks for that the archive does not say yet.

    A row without number is a new correction. A row whose correction differs from that of its number takes
    that one back and says the new one; one that no longer holds, though its own still does, is taken back.
    Rows that are missing change nothing.

    Raises:
        ValueError: a row is no correction; the message names it.
    """
    known = {one.number: one for one in kept}
    try:
        return [c for number, row in _rows(text) for c in _change(number, row, known)]
    except csv.Error as error:
        raise ValueError(f"this is not a table: {error}") from None


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Line numbers and rows, every cell as it was before it was made harmless."""
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""))
    missing = {"action"} - set(reader.fieldnames or ())
    if missing:
        raise ValueError("the table has no column 'action'")
    for row in reader:
        yield (
            reader.line_num,
            {k: exact(v or "") for k, v in row.items() if isinstance(k, str) and isinstance(v, str | None)},
        )


def _change(line: int, row: dict[str, str], known: dict[int, Corrected]) -> Iterator[Correction]:
    try:
        said = _correction(row)
        number = int(row.get("number") or 0)
    except ValueError as error:
        raise ValueError(f"line {line}: {error}") from None
    if number and number not in known:
        raise ValueError(f"line {line}: there is no correction {number}")
    if not number:
        yield said
        return
    one = known[number]
    # As written and read again: of blanks around a note, or a "|" in a name, a table cannot tell.
    same = said == _correction(_cells(one.correction))
    ended = row.get("holds", "yes").strip().lower() in ("no", "false", "0")
    if one.holds and (ended or not same):
        yield Correction("undo", undoes=number, by=said.by)
    if not same and not ended:
        yield said


def _correction(row: dict[str, str]) -> Correction:
    cell = {name: row.get(name, "").strip() for name in COLUMNS}
    _one_of(cell["action"], CorrectionAction, "action")
    _one_of(cell["about"] or "speaker", About, "about")
    if cell["verdict"]:
        _one_of(cell["verdict"], Verdict, "verdict")
    made = Correction(
        cast("CorrectionAction", cell["action"]),
        names=_listed(cell["names"]),
        places=tuple(map(_place, _listed(cell["places"]))),
        note=cell["note"],
        about=cast("About", cell["about"] or "speaker"),
        articles=_listed(cell["articles"]),
        verdict=cast("Verdict", cell["verdict"]) if cell["verdict"] else None,
        value=cell["value"],
        by=cell["by"],
        apart_from=_listed(cell["apart_from"]),
        spans=_spans(cell["spans"]) if cell["spans"] else None,
    )
    return replace(made, undoes=int(cell["undoes"])) if cell["undoes"] else made


def _one_of(value: str, kind: object, name: str) -> None:
    if value not in get_args(kind):
        raise ValueError(f"{name} is {value!r}, not one of {', '.join(get_args(kind))}")


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(_BETWEEN.strip()) if part.strip())


def _spans(text: str) -> StatementSpans:
    found: dict[str, Spans] = dict.fromkeys(_PARTS, ())
    for cell in text.split():
        name, equals, told = cell.partition("=")
        if name not in _PARTS or not equals:
            raise ValueError(f"{cell!r} is not a part of a statement; write source=, cue= or content=")
        found[name] = tuple(_span(x) for x in told.split(",") if x)
    return StatementSpans(**found)


def _span(text: str) -> Span:
    start, dash, end = text.partition("-")
    if not (dash and start.isdigit() and end.isdigit() and int(start) < int(end)):
        raise ValueError(f"{text!r} is not a span; write it as start-end")
    return Span(int(start), int(end))


def _place(text: str) -> Place:
    article, _, rest = text.partition(":")
    span, _, note = rest.partition(":")
    start, dash, end = span.partition("-")
    if not (article and dash and start.isdigit() and end.isdigit() and int(start) < int(end)):
        raise ValueError(f"{text!r} is not a place; write it as article:start-end")
    return Place(article, int(start), int(end), note)
