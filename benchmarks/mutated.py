"""Damage real inputs at random and read them: nothing may crash, vanish or take long.

Every mutant is read, cleaned and annotated by the rules reader, as a reading does it; each must give an
article or a named reason, and every span must be the characters it says. None may take ``--seconds`` of
processor time, however large the damage made it. An exception that the boundary round an item caught counts
as one: the run went on, the article was lost.

    python benchmarks/mutated.py --number 1000 --seed 1 examples ../shared/data/formats
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

import hardware
from rules import RuleTagger

from onrecord import pipeline, sources
from onrecord.records import AnnotatedArticle, Skipped

# Found to hurt readers of text, markup, tables or mail, here or in public reports; each many times in a row.
TOKENS = (
    *('"', "“", "”", "'", "(", "[", "{", "<", "<div>", "<b", "</p>", "&#x", "&amp;", "<!--", "<![CDATA[", "=",
    ","),
    *("\n", "\n\n", "\r", "\t", " ", "\0", "\x1b[2J", "\u202e", "\u200b", "\ufeff", "\ud83d".encode("utf-8",
    "replace").decode()),
    *("said ", '"No," he said. ', "Mr. ", "1,", "A.", "on Monday ", "2031-02-30 ", "http://a.b/", "…", "é",
    "\U0001f600"),
    *("\\ud83d", "\\u0000", "From ", "--b\n", "Title: ", "Content-Type: multipart/mixed; boundary=b\n",
    "xmlns:a='b' "),
)  # fmt: skip
MOST_TIMES = 3000
MIB = 1024 * 1024


@dataclass(slots=True)
class Report:
    """What became of the mutants."""

    mutants: int = 0
    articles: int = 0
    named: int = 0
    lost: list[str] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)
    caught: list[str] = field(default_factory=list)
    wrong_spans: list[str] = field(default_factory=list)
    slow: list[str] = field(default_factory=list)
    slowest: float = 0.0
    seconds: float = 0.0


def mutant(data: bytes, others: list[bytes], dice: random.Random) -> bytes:
    """``data`` after one to four kinds of damage."""
    for _ in range(dice.randint(1, 4)):
        at, to = sorted(dice.randrange(len(data) + 1) for _ in range(2))
        data = dice.choice(DAMAGES)(data, Hit(at, to, others, dice))[: 4 * MIB]
    return data


@dataclass(frozen=True, slots=True)
class Hit:
    """Where damage is done: from ``at`` to ``to``; ``others``: what else may be put there."""

    at: int
    to: int
    others: list[bytes]
    dice: random.Random


def _flip(data: bytes, hit: Hit) -> bytes:
    changed = bytearray(data)
    for _ in range(hit.dice.randint(1, 30)):
        if changed:
            changed[hit.dice.randrange(len(changed))] = hit.dice.randrange(256)
    return bytes(changed)


def _cut(data: bytes, hit: Hit) -> bytes:
    return data[: hit.at] + data[min(hit.to, hit.at + hit.dice.choice((1, 50, 5000))) :]


def _truncate(data: bytes, hit: Hit) -> bytes:
    return data[: max(1, hit.at)]


def _repeat(data: bytes, hit: Hit) -> bytes:
    piece = data[hit.at : hit.at + hit.dice.choice((1, 10, 300))]
    return data[: hit.at] + piece * hit.dice.choice((2, 50, MOST_TIMES)) + data[hit.at :]


def _insert(data: bytes, hit: Hit) -> bytes:
    token = hit.dice.choice(TOKENS).encode()
    return data[: hit.at] + token * hit.dice.choice((1, 1, 20, MOST_TIMES)) + data[hit.at :]


def _splice(data: bytes, hit: Hit) -> bytes:
    other = hit.dice.choice(hit.others)
    return data[: hit.at] + other[hit.dice.randrange(len(other) + 1) :]


def _shuffle(data: bytes, hit: Hit) -> bytes:
    lines = data[hit.at : hit.to].split(b"\n")
    hit.dice.shuffle(lines)
    return data[: hit.at] + b"\n".join(lines) + data[hit.to :]


def _join(data: bytes, hit: Hit) -> bytes:
    mark = hit.dice.choice((b"\n", b" ", b'"', b">"))
    return data[: hit.at] + data[hit.at : hit.to].replace(mark, b"") + data[hit.to :]


DAMAGES = (_flip, _cut, _truncate, _repeat, _insert, _splice, _shuffle, _join)


def seeds(paths: list[str]) -> list[tuple[str, bytes]]:
    """The inputs to damage: name and bytes of every file."""
    found = []
    for given in paths:
        for path in sorted(Path(given).rglob("*")) if Path(given).is_dir() else [Path(given)]:
            if path.is_file() and path.stat().st_size < 4 * MIB:
                found += [(path.name, path.read_bytes())]
    return found


def read(path: Path, report: Report) -> None:
    """Read one mutant and add what became of it to ``report``."""
    skipped: list[Skipped] = []
    started = time.process_time()
    found: list[AnnotatedArticle] = []
    try:
        raws = sources.read([path], on_skip=skipped.append)
        found = list(pipeline.annotate(raws, RuleTagger(), on_skip=skipped.append))
    except Exception:  # noqa: BLE001 - that is what is looked for
        report.crashed.append(f"{path.name}: {traceback.format_exc(limit=-4)}")
    spent = time.process_time() - started
    report.seconds, report.slowest = report.seconds + spent, max(spent, report.slowest)
    report.articles += len(found)
    report.named += len(skipped)
    if spent > ARGS.seconds:
        report.slow.append(f"{path.name}: {spent:.1f} s, {path.stat().st_size} bytes")
    if not found and not skipped:
        report.lost.append(path.name)
    report.caught += [f"{path.name}: {s.reason}" for s in skipped if "not understood" in s.reason]
    report.caught += [f"{path.name}: {s.reason}" for s in skipped if "cannot be read (" in s.reason]
    report.wrong_spans += [f"{path.name}: {fault}" for item in found for fault in faults(item)]


def faults(item: AnnotatedArticle) -> Iterator[str]:
    """Spans of ``item`` that lie outside its text, and map runs that overlap or leave it."""
    text = item.article.text
    for statement in item.statements:
        for span in (*statement.source, *statement.cue, *statement.content):
            if not 0 <= span.start < span.end <= len(text):
                yield f"statement {statement.id}: {span}"
    for timex in item.timexes:
        if not 0 <= timex.start < timex.end <= len(text):
            yield f"time expression at {timex.start}-{timex.end}"
    end = 0
    for start, raw, length in item.article.text_map:
        if start < end or raw < 0 or start + length > len(text):
            yield f"map run {start, raw, length}"
        end = start + length


def main() -> None:
    """Damage, read, tell, and keep the mutants that failed where ``--keep`` says."""
    dice = random.Random(ARGS.seed)  # noqa: S311 - no secret
    inputs = seeds(ARGS.paths)
    bodies = [data for _, data in inputs]
    report = Report()
    keep = Path(ARGS.keep)
    with tempfile.TemporaryDirectory() as folder:
        for n in range(ARGS.number):
            name, data = dice.choice(inputs)
            path = Path(folder) / f"{n:05d}-{name}"
            path.write_bytes(mutant(data, bodies, dice))
            failures = [len(held) for held in _failures(report)]
            read(path, report)
            report.mutants += 1
            if [len(held) for held in _failures(report)] != failures:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / path.name).write_bytes(path.read_bytes())
                print(*(held[-1] for held in _failures(report) if held), sep="\n", flush=True)
            path.unlink()
            if n % 100 == 99:
                print(n + 1, f"{report.seconds:.0f} s, slowest {report.slowest:.1f}", flush=True)
    print(
        {name: value if not isinstance(value, list) else len(value) for name, value in asdict(report).items()}
    )
    if ARGS.save:
        hardware.save(__file__, {"arguments": sys.argv[1:], **asdict(report)})
    sys.exit(any(_failures(report)))


def _failures(report: Report) -> list[list[str]]:
    return [report.lost, report.crashed, report.caught, report.wrong_spans, report.slow]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", default=["examples"])
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--keep", default="mutants-kept")
    parser.add_argument("--save", action="store_true")
    ARGS = parser.parse_args()
    main()
