"""Timelines: which dates matter, against journalists' own timelines (Timeline17, the shared topics).

The usual protocol: for each of the journalists' timelines, as many dates as it has are chosen among the
dates within its span; F1 is averaged over the timelines. Articles carry their publication day.
"""

from __future__ import annotations

import csv
import io
import re
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import bare
import corpora
import halves

from onrecord import dates, timelines
from onrecord.records import AnnotatedArticle, Story, TimelineEntry
from onrecord.text import View, view_all

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def topics(archive: Path) -> Iterator[tuple[str, list[tuple[str, str]], dict[str, set[str]]]]:
    """Name, (day, text) of each article, and the days of each of its timelines by file name."""
    with tarfile.open(archive) as tar:
        files = {m.name: _text(tar, m) for m in tar.getmembers() if m.isfile()}
    csv.field_size_limit(sys.maxsize)
    for name, text in sorted(files.items()):
        if not name.endswith("outputwithpub.csv"):
            continue
        topic = Path(name).parent.name
        rows = [(r["date"], r["text"]) for r in csv.DictReader(io.StringIO(text))]
        gold = {
            Path(other).name: {line.strip() for line in lines.splitlines() if _DAY.fullmatch(line.strip())}
            for other, lines in files.items()
            if f"/tl17-{topic}/" in other
        }
        yield topic, rows, gold


def _text(tar: tarfile.TarFile, member: tarfile.TarInfo) -> str:
    handle = tar.extractfile(member)
    return handle.read().decode("utf8", "replace") if handle else ""


def entries_of(topic: str, rows: list[tuple[str, str]]) -> tuple[TimelineEntry, ...]:
    """The timeline of one topic, all its articles taken as one story."""
    annotated = {}
    for number, (day, text) in enumerate(rows):
        one = bare.article(f"{topic}-{number:05d}", text, day)
        annotated[one.id] = AnnotatedArticle(article=one, timexes=dates.find(View(one)))
    story = Story(topic, topic, tuple(annotated), None, None, topic)
    return timelines.build(story, annotated, view_all(annotated))


def measure(shared: Path) -> dict[str, float]:
    """Flat metric name -> value (per cent); empty when the data is absent."""
    archive = shared / "data/timeline17/dev.tar.gz"
    if not archive.exists():
        return {}
    scores: dict[str, list[float]] = {"": [], "seen.": [], "unseen.": []}
    for topic, rows, gold in topics(archive):
        days = [e for e in entries_of(topic, rows) if _DAY.fullmatch(e.date)]
        for wanted in gold.values():
            within = [e for e in days if min(wanted) <= e.date <= max(wanted)]
            chosen = {e.date for e in timelines.first(within, len(wanted))}
            for part in ("", f"{halves.half(topic)}."):
                scores[part].append(200 * len(chosen & wanted) / (len(chosen) + len(wanted)))
    return {f"timelines.{part}date_f1": sum(of) / len(of) for part, of in scores.items() if of}


if __name__ == "__main__":
    for metric, value in measure(corpora.asked()).items():
        print(f"{metric:32} {value:8.1f}")
