"""After reading: counts, the widest stories and what differs, on a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.text import Text

from onrecord.records import Corpus, Finding, Position, measured
from onrecord.reports.brief.findings import in_order, sort_of, who_says
from onrecord.reports.brief.index import MOST_DIFFERENCES, Gathering
from onrecord.reports.brief.wording import LEVELS, clip, count
from onrecord.reports.counting import Counts, counts
from onrecord.reports.listed import Harmless, story_list
from onrecord.reports.lookup import Lookup
from onrecord.reports.terminal import MOST_STORIES, stories

MOST_MOVES = 5


def print_summary(corpus: Corpus, console: Console, *, possible: bool = False) -> None:
    """Print what reading gave: counts and the stories.

    Args:
        corpus: All records.
        console: Where to.
        possible: Also the differences that the program suspects and is mostly wrong about.
    """
    console.print(render(corpus, possible=possible))


def render(corpus: Corpus, *, possible: bool = False) -> RenderableType:
    """A summary: counts, the widest stories, what differs; with ``possible`` what may differ besides."""
    lookup = Lookup.of(corpus)
    found = sorted((f for f in corpus.findings if f.shown), key=in_order)
    told = [(f, who_says(lookup, f)) for f in found[:MOST_DIFFERENCES]]
    return Harmless(
        Group(
            _head(counts(lookup, lookup.stories)),
            stories(lookup),
            *_differing(lookup, told, len(found)),
            *(_possible(lookup) if possible else ()),
        )
    )


def print_gathered(gathered: Gathering, console: Console) -> None:
    """Print the same of what was gathered story by story."""
    held = gathered.tally.counts()
    widest = gathered.counted(MOST_STORIES)
    differing = _differing(gathered.outline, gathered.differences, gathered.shown)
    console.print(Harmless(Group(_head(held), story_list(widest, held.stories - len(widest)), *differing)))


def _head(held: Counts) -> Text:
    return Text(
        " · ".join(
            (
                count(held.articles, "article"),
                count(held.outlets, "outlet"),
                count(held.stories, "story", "stories"),
                f"{count(held.statements, 'statement')} by {count(held.speakers, 'speaker')}",
                f"{held.shared:,} reported by more than one article",
            )
        ),
        style="bold",
    )


def _differing(lookup: Lookup, found: Sequence[tuple[Finding, str]], total: int) -> Iterator[RenderableType]:
    """The first of what stands in the open, with who says it and how often such claims held; of ``total``."""
    before = ""
    for finding, who in found[:MOST_DIFFERENCES]:
        outlets = " and ".join(dict.fromkeys(lookup.outlet(p.article_id) for p in finding.places))
        later = "; explained by the time between them" if finding.explained_by_time else ""
        sure = measured.share(finding.probability)
        yield Text.assemble(
            (f"{sort_of(finding)}: ", "bold"),
            f"{who}{': ' if who else ''}{finding.note}, in {outlets}{later}",
            ("" if sure == before else f"  {sure}", "dim"),  # said of the first, and of those below
        )
        before = sure
    if total > MOST_DIFFERENCES:
        yield Text(f"and {count(total - MOST_DIFFERENCES, 'more difference')}", style="dim")


def _possible(lookup: Lookup) -> Iterator[RenderableType]:
    corpus, folded = lookup.corpus, measured.folded()
    yield Text(
        f"possible differences, mostly wrong so far: {folded.right} of {folded.of} that readers judged held; "
        "read both texts before you repeat one:",
        style="dim",
    )
    sorts = Counter(sort_of(f) for f in corpus.findings if not (f.explained_by_time or f.shown))
    if sorts:
        yield Text(", ".join(f"{n} × {sort}" for sort, n in sorts.most_common()))
    for position in [p for p in corpus.positions if p.shifts][:MOST_MOVES]:
        yield _moves(lookup, position)


def _moves(lookup: Lookup, position: Position) -> RenderableType:
    levels = {e.statement_id: e for e in position.entries}
    speaker = lookup.speakers.get(position.speaker_id)
    name = speaker.name if speaker else "unknown"
    steps = [
        f"{LEVELS[levels[s.from_statement_id].level]} → {LEVELS[levels[s.to_statement_id].level]}"
        for s in position.shifts
        if s.from_statement_id in levels and s.to_statement_id in levels
    ]
    return Text(f"position moved: {name} on {clip(position.topic, 60)}: {', '.join(steps)}")
