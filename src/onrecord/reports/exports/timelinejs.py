"""Timelines for TimelineJS (Knight Lab): one JSON file for each storyline.

TimelineJS shows its texts as HTML, so all words from articles are escaped here.
"""

from __future__ import annotations

import re
from datetime import date
from html import escape
from pathlib import Path

from onrecord.records import Corpus, Place, TimelineEntry
from onrecord.reports.brief.wording import clip, dated
from onrecord.reports.files import write_json
from onrecord.reports.lookup import Lookup

AROUND = 120  # characters shown on each side of a date
GROUPS = {"said": "said", "about": "what it is about", "published": "published"}
_PARTS = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def write_timelinejs(corpus: Corpus, folder: Path) -> list[Path]:
    """Write ``timelinejs/<storyline>.json`` for each storyline with a dated entry; returns the paths."""
    lookup = Lookup.of(corpus)
    written = []
    for line, stories in lookup.storylines().items():
        entries = list(lookup.chronicle.get(line, ())) or [
            e for s in stories for e in lookup.timeline.get(s.id, ())
        ]
        ordered = sorted(entries, key=lambda e: (e.earliest or e.latest or "", e.id))
        events = [event for e in ordered if (event := _event(lookup, e)) is not None]
        if not events:
            continue
        name = max(stories, key=lambda s: (len(s.article_ids), s.id)).title
        title = {"text": {"headline": escape(clip(name, 120)), "text": "What was said, when, by whom."}}
        file = re.sub(r"[^\w-]", "_", line)[:80] + ".json"
        written.append(write_json(folder / "timelinejs" / file, {"title": title, "events": events}))
    return written


def _event(lookup: Lookup, entry: TimelineEntry) -> dict[str, object] | None:
    start, end = _date(entry.earliest or entry.latest), _date(entry.latest)
    if start is None:
        return None
    place = Place(entry.article_id, entry.start, entry.end)
    statement = lookup.statements.get(entry.statement_id or "")
    text = lookup.articles[entry.article_id].article.text
    around = _around(text, entry.start, entry.end)
    head = statement.speaker if statement is not None and statement.speaker else lookup.words(place)
    event: dict[str, object] = {
        "unique_id": entry.id,
        "group": GROUPS[entry.clock],
        "start_date": start,
        "display_date": dated(entry.date),
        "text": {
            "headline": escape(clip(head or dated(entry.date), 90)),
            "text": f"<p>{escape(clip(around, 320))}</p><p>{escape(lookup.outlet(entry.article_id))}</p>",
        },
    }
    if end is not None and entry.earliest != entry.latest:
        event["end_date"] = end
    return event


def _around(text: str, start: int, end: int) -> str:
    """The words about a place, none of them cut; an ellipsis where the sentence goes on."""
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    first = 0 if first == 0 else text.find(" ", first, start) + 1 or start
    cut = text.rfind(" ", end, last)
    last = last if last == len(text) else cut if cut >= 0 else end
    shown = " ".join(text[first:last].split())
    return f"{'…' if first else ''}{shown}{'…' if last < len(text) else ''}"


def _date(iso: str | None) -> dict[str, int] | None:
    """TimelineJS's date object; None for what no calendar has."""
    found = _PARTS.fullmatch(iso or "")
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    parts = {"year": year, "month": month, "day": day}
    return {name: value for name, value in parts.items() if value is not None}
