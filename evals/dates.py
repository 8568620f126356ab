"""Dates: TIMEX3 against TimeBank + AQUAINT, and the dating of articles whose metadata is hidden.

Runs the stage alone, on articles built from the sets; the definitions are those of the shared scorers.
"""

from __future__ import annotations

import hashlib
import heapq
import json
import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import bare
import corpora
import halves
import product
from rules import RuleTagger

from onrecord import dates
from onrecord.articles import clean
from onrecord.dates import calendars
from onrecord.errors import ItemError
from onrecord.records import Article, Block, Dating, RawDocument, Span, Statement
from onrecord.text import View

Gold = dict[str, Any]

_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def matches(gold: list[Gold], mine: list[Gold]) -> Iterator[tuple[Gold, Gold | None]]:
    """Each gold expression with the unused found one that overlaps it most, as the shared scorer does."""
    used: set[int] = set()
    for g in gold:
        best = max(
            (
                i
                for i in range(len(mine))
                if i not in used and mine[i]["start"] < g["end"] and g["start"] < mine[i]["end"]
            ),
            key=lambda i: min(mine[i]["end"], g["end"]) - max(mine[i]["start"], g["start"]),
            default=None,
        )
        if best is None:
            yield g, None
        else:
            used.add(best)
            yield g, mine[best]


def timexes(shared: Path, archive: Path) -> dict[str, float]:
    """F1 (per cent) of strict and relaxed spans, values and types on a TimeML archive."""
    if not (archive.exists() and (shared / "eval" / "inputs.py").exists()):
        return {}
    inputs, contract = product.scorer(shared, "inputs"), product.scorer(shared, "contract")
    tally: Counter[tuple[str, str]] = Counter()
    for name, day, text, gold in inputs.timeml(archive):
        mine = [
            {"start": t.start, "end": t.end, "type": t.type, "value": t.value}
            for t in dates.find(View(bare.article(name, text, day)))
        ]
        pairs = [(g, m) for g, m in matches(gold, mine) if m is not None]
        for part in ("", f"{halves.half(name)}."):
            tally[part, "gold"] += len(gold)
            tally[part, "pred"] += len(mine)
            tally[part, "relaxed"] += len(pairs)
            tally[part, "strict"] += sum((m["start"], m["end"]) == (g["start"], g["end"]) for g, m in pairs)
            tally[part, "value"] += sum(m["value"] == g["value"] for g, m in pairs)
            tally[part, "type"] += sum(m["type"] == g["type"] for g, m in pairs)
    return {
        f"dates.{part}{key}_f1": contract.prf(
            tally[part, key], tally[part, "pred"], tally[part, key], tally[part, "gold"]
        )["F1"]
        for part in ("", "seen.", "unseen.")
        for key in ("strict", "relaxed", "value", "type")
    }


def said(shared: Path, misses: list[str] | None = None) -> dict[str, float]:
    """How many of the labelled statements get the right day or the right bounds (per cent).

    A label lists the accepted answers: an EDTF date or interval, or ``open`` where the article does not say;
    a statement labelled with a date must get just those days, an open one must get no day at all.
    """
    labels = Path(__file__).parent / "data/said_on.jsonl"
    rows = {
        name: {str(row["id"]): row for row in _rows(product.gold(shared, name))}
        for name in ("polnear", "basil")
    }
    if not all(rows.values()):
        return {}
    counts = dict.fromkeys(("dated", "dated_right", "open", "open_right"), 0)
    for line in labels.read_text(encoding="utf8").splitlines():
        label = json.loads(line)
        row = rows[label["set"]][label["article"]]
        dating = _say(row, label)
        kind = "open" if label["said"] == ["open"] else "dated"
        right = any(_agrees(dating, answer) for answer in label["said"])
        counts[kind] += 1
        counts[f"{kind}_right"] += right
        if misses is not None and not right:
            misses.append(f"{label['article']} {label['cue']} {label['said']} {dating}")
    total = counts["dated"] + counts["open"]
    return {
        "dates.said_on": 100 * (counts["dated_right"] + counts["open_right"]) / total,
        "dates.said_on_dated": 100 * counts["dated_right"] / counts["dated"],
        "dates.said_on_open": 100 * counts["open_right"] / counts["open"],
    }


def _rows(path: Path) -> Iterator[Gold]:
    if path.exists():
        yield from corpora.rows(path)


def _say(row: Gold, label: Gold) -> Dating:
    """``said`` of the labelled statement, among the other statements of its article."""
    spoken = bare.article(str(row["id"]), row["text"], (row["date"] or "")[:10] or None)
    paragraphs = tuple(Block("paragraph", m.start(), m.end()) for m in re.finditer(r"[^\n]+", row["text"]))
    spoken = replace(spoken, blocks=paragraphs)
    mine = statement("label", spoken.id, label)
    if "attributions" in row:
        others = [statement(str(i), spoken.id, a) for i, a in enumerate(row["attributions"])]
    else:
        read = RuleTagger().read([spoken])[0].attributions
        others = [
            replace(mine, id=str(i), source=a.source, cue=a.cue, content=a.content)
            for i, a in enumerate(read)
        ]
    others = [o for o in others if (o.cue or o.content) and (o.cue, o.content) != (mine.cue, mine.content)]
    ordered = sorted([mine, *others], key=lambda s: (s.cue or s.content)[0])
    view = View(spoken)
    return next(s.said for s in dates.say(view, dates.find(view), ordered) if s.id == "label")


def statement(given_id: str, article_id: str, gold: Gold) -> Statement:
    """A statement from gold spans."""
    source, cue, content = (tuple(Span(*pair) for pair in gold[key]) for key in ("source", "cue", "content"))
    return Statement(
        id=given_id,
        article_id=article_id,
        kind="indirect",
        mode="speech",
        stance="assert",
        source=source,
        cue=cue,
        content=content,
        confidence=1.0,
    )


def _agrees(dating: Dating, answer: str) -> bool:
    if answer == "open":
        return dating.edtf is None and dating.day is None
    first, _, last = answer.partition("/")
    low, high = calendars.bounds(first), calendars.bounds(last or first)
    return (
        low is not None
        and high is not None
        and (dating.earliest, dating.latest) == (str(low[0]), str(high[1]))
    )


def dating(shared: Path, count: int = 2000, misses: list[str] | None = None) -> dict[str, float]:
    """Dating of articles whose metadata date is hidden, with their address and without it (per cent).

    ``claimed``: a single day is claimed; ``right``: that day is the one of the metadata; ``bounded``: at
    least one bound is given; ``held``: the bounds that are given hold the true day.
    """
    dated = (r for r in _rows(shared / "data/allsides/articles.jsonl.gz") if _ISO.fullmatch(r["date"] or ""))
    found = heapq.nsmallest(count, dated, key=lambda r: hashlib.sha256(r["id"].encode()).hexdigest())
    if not found:
        return {}
    counts = {
        name: dict.fromkeys(("all", "claimed", "right", "bounded", "held"), 0) for name in ("url", "text")
    }
    for row in found:
        hidden = _hidden(row)
        if hidden is None:
            continue
        for name, url in (("url", row["url"]), ("text", None)):
            told = dates.publish(View(replace(hidden, url=url)))
            bounded = told.earliest is not None or told.latest is not None
            holds = (told.earliest or "") <= row["date"] <= (told.latest or "9999")
            n = counts[name]
            n["all"] += 1
            n["claimed"] += told.day is not None
            n["right"] += told.day == row["date"]
            n["bounded"] += bounded
            n["held"] += bounded and holds
            if misses is not None and not holds:
                misses.append(f"{name} {row['date']} {told}")
    results: dict[str, float] = {}
    for name, n in counts.items():
        results |= {
            f"dates.{name}_claimed": 100 * n["claimed"] / n["all"],
            f"dates.{name}_bounded": 100 * n["bounded"] / n["all"],
            f"dates.{name}_held": 100 * n["held"] / max(1, n["bounded"]),
        }
        if n["claimed"]:
            results[f"dates.{name}_right"] = 100 * n["right"] / n["claimed"]
    return results


def _hidden(row: Gold) -> Article | None:
    """The article of one row without its date and its address."""
    fields = {key: str(row[key]) for key in ("outlet", "title") if row[key]}
    text = row["text"]
    raw = RawDocument("", 0, "", "application/json", text, Span(0, len(text)), fields)
    try:
        return clean(raw)
    except ItemError:
        return None


def measure(shared: Path) -> dict[str, float]:
    """Flat metric name -> value; empty when the data is absent."""
    return {**timexes(shared, shared / "data/tempeval3/tbaq.tar.gz"), **said(shared), **dating(shared)}


def show(figures: Mapping[str, float]) -> None:
    """One line a metric."""
    for name, value in figures.items():
        print(f"{name:32} {value:8.1f}")


if __name__ == "__main__":
    begun = time.perf_counter()
    show(measure(corpora.asked()))
    print(f"{time.perf_counter() - begun:.1f} s")
