"""Who speaks in kinds of text that the other sets do not hold, speakers only.

``evals/sets/voices``: a court report, a cabinet reshuffle, names whose last word is given, a senate, a
football press conference, a call with analysts, a podcast, a tabloid with nicknames. ``evals/sets/tellers``:
an interview without labels, a live page, an obituary, a sketch of a parliament, a crime in brief, a
university's release. ``evals/sets/kinds``: two each of readouts, inquests, rumours, checks of facts, letters
and features. ``evals/sets/beats``: an assembly, a bank, a sentencing, a board with letters and a column,
a fire live, a strike with its explainer and a commentary, a finding, a replay with its interview, each in
two or three papers of another English. ``evals/sets/lately``: posts, a podcast, a chatbot, "they" of one
person, two spellings, a readout, a court, sources "familiar with", a live page, agencies, a voice note and
joint statements, as news of 2024 to 2026 has them. All invented, written before anything was read on them.
``right``: of the gold statements those that were found and whose speaker is the right one; ``wrong``: those
that were found and bear somebody else's name.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import goldset
import halves
import sets

from onrecord.records import Statement

# How far the words of a statement must be those of the gold one: below, half of them may be another's.
_LIKE = 0.6


def measure(shared: Path) -> dict[str, float]:
    """Figures of both halves in percent; needs nothing but the repository."""
    del shared
    later = ("tellers", "kinds", "beats", "lately")
    return of_folder("voices") | {f"{f}.{name}": share for f in later for name, share in of_folder(f).items()}


def of_folder(name: str) -> dict[str, float]:
    """Figures of both halves of one folder of sets."""
    members = goldset.load(goldset.HOME / name)
    found = sets.Found(sets.read(members), members)
    figures: dict[str, float] = {}
    for half, mine in halves.both(members, lambda s: s.name).items():
        tally: Counter[str] = Counter()
        for said in (s for m in mine for a in m.articles.values() for s in a.said.values()):
            count(found, said, tally)
        shares = {k: 100 * tally[k] / max(1, tally["there"]) for k in ("found", "right", "wrong")}
        figures |= halves.named(half, shares)
    return figures


def count(
    found: sets.Found, said: goldset.Said, tally: Counter[str], missed: list[str] | None = None
) -> None:
    """Whether a gold statement was found, and whether its speaker is right or somebody else."""
    tally["there"] += 1
    statement = found.statement(said)
    like = statement is not None and (
        sets.overlap(found.gold(said), found.of(said.article, statement.content)) >= _LIKE
    )
    right = like and statement is not None and sets.is_named(found, statement, said.speaker)
    tally["found"] += like
    tally["right"] += right
    tally["wrong"] += like and not right and statement is not None and statement.speaker_id is not None
    if missed is not None and not right:
        wanted = found.texts[said.article][slice(*said.content[0])]
        missed.append(f"{said.article} {said.speaker}: {wanted} | {_read(found, said, statement)}")


def _read(found: sets.Found, said: goldset.Said, statement: Statement | None) -> str:
    """Speaker and words that were read for a gold statement."""
    if statement is None:
        return "nothing"
    words = statement.content_text(found.items[said.article].article.text)
    return f"{statement.speaker or statement.source_text}: {words}"


if __name__ == "__main__":
    for figure, value in measure(Path()).items():
        print(f"{figure:32}{value:8.1f}")
