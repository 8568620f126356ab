"""Whether what is read as a statement was said at all, on real news that a reader judged.

    python evals/spoken.py [../shared]

``data/spoken.jsonl`` holds one judged statement a line: the article, where its cue and content stand, and
whether anybody said it (wrote, published, asked or announced it) rather than thought or did it. ``half``:
``unseen`` are articles that were judged before anything was made of the verdicts, and nothing learns from
them; ``training/spoken.py`` learns from ``seen`` ones and from those that were only ``taught``. What stands
in quotation marks throughout is not judged. ``told``: of what nobody said, how much is marked as a thought,
a plan, or not said; ``kept``: of what was said, how much is not.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import corpora

from onrecord.records import Article, Reading, Span, Statement, hull
from onrecord.statements import Tagger, assemble, default_tagger
from onrecord.text import View

DATA = Path(__file__).parent / "data" / "spoken.jsonl"
SOURCE = "data/allsides/articles.jsonl.gz"
_BATCH = 16


@dataclass(frozen=True, slots=True)
class Verdict:
    """One judged statement, by the first character of its cue (of its content where it has none)."""

    article: str
    half: str
    at: int
    content: Span
    said: bool


@dataclass(frozen=True, slots=True)
class Read:
    """An article with what its verdicts say, and what a reader makes of it."""

    verdicts: Sequence[Verdict]
    article: Article
    reading: Reading
    statements: Sequence[Statement]


def load() -> list[Verdict]:
    """All verdicts."""
    rows = (json.loads(line) for line in DATA.read_text("utf-8").splitlines())
    return [Verdict(r["article"], r["half"], r["at"], Span(*r["content"]), r["said"]) for r in rows]


def read(shared: Path, tagger: Tagger, halves: Iterable[str]) -> Iterator[Read]:
    """Every judged article of some halves."""
    of: defaultdict[str, list[Verdict]] = defaultdict(list)
    for verdict in load():
        if verdict.half in halves:
            of[verdict.article].append(verdict)
    rows = [row for row in corpora.rows(shared / SOURCE) if row["id"] in of]
    for begin in range(0, len(rows), _BATCH):
        cleaned = list(corpora.cleaned(rows[begin : begin + _BATCH]))
        for article, reading in zip(cleaned, tagger.read(cleaned), strict=True):
            yield Read(of[str(article.given_id)], article, reading, assemble(View(article), reading))


def found(
    verdicts: Iterable[Verdict], statements: Iterable[Statement]
) -> Iterator[tuple[Verdict, Statement]]:
    """Each verdict with the statement it was given for, as far as that is still read so."""
    at = defaultdict(list)
    for statement in statements:
        at[(statement.cue or statement.content)[0].start].append(statement)
    for verdict in verdicts:
        like = [s for s in at[verdict.at] if s.kind != "direct" and hull(s.content).overlaps(verdict.content)]
        if like:
            yield verdict, like[0]


def is_marked(statement: Statement) -> bool:
    """Whether it is told to be something that nobody said."""
    return statement.mode in ("thought", "plan") or statement.reality != "said"


def measure(shared: Path) -> dict[str, float]:
    """Percent told and kept in the two halves that are measured."""
    if not (shared / SOURCE).exists():
        return {}
    tally: Counter[tuple[str, bool, bool]] = Counter()
    for item in read(shared, default_tagger(), ("seen", "unseen")):
        for verdict, statement in found(item.verdicts, item.statements):
            tally[verdict.half, verdict.said, is_marked(statement)] += 1
    figures: dict[str, float] = {}
    for half in ("seen", "unseen"):
        told, missed = tally[half, False, True], tally[half, False, False]
        kept, lost = tally[half, True, False], tally[half, True, True]
        figures[f"{half}.told"] = 100 * told / max(1, told + missed)
        figures[f"{half}.kept"] = 100 * kept / max(1, kept + lost)
        figures[f"{half}.right"] = 100 * (told + kept) / max(1, told + missed + kept + lost)
    return figures


if __name__ == "__main__":
    for figure, value in measure(corpora.asked()).items():
        print(f"{figure:24}{value:8.1f}")
