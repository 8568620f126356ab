"""Two texts side by side, word for word: what is the same, changed, only in one, or moved.

The alignment is the longest common subsequence of folded words ("reaffirmed" meets "reaffirming"), cleaned
of chance meetings of function words, after which equal phrases that stand elsewhere are marked as moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from onrecord.languages.words import is_content
from onrecord.records import EditKind, Span, WordEdit
from onrecord.utterances.points import Point

# A common subsequence of word lists longer than this is looked for in pieces of that many words:
# memory stays bounded, and nobody reads two columns of that length for moved phrases.
LONGEST = 2000
# Function words that meet by chance between longer changed runs are changed as well: kept as "same" only
# when the run is at least as long as the shorter of its two neighbours.


@dataclass(frozen=True, slots=True)
class Run:
    """Words ``a[0]:a[1]`` of one text against words ``b[0]:b[1]`` of the other."""

    kind: EditKind
    a: tuple[int, int]
    b: tuple[int, int]


def align_words(a: Sequence[str], b: Sequence[str]) -> list[Run]:
    """Runs that cover both word lists in order, ``moved`` pairs given from the place in ``a``.

    A moved phrase appears once, at its place in ``a``, with its place in ``b``; there it is not
    repeated. ``only_here`` has an empty range on the side that lacks the words.
    """
    runs = _cleaned(_raw_runs(a[:LONGEST], b[:LONGEST]), a)
    if len(a) > LONGEST or len(b) > LONGEST:
        runs.append(Run("changed", (min(len(a), LONGEST), len(a)), (min(len(b), LONGEST), len(b))))
    return _with_moves(_one_sided(runs), a, b)


def compare(a: Point, b: Point) -> tuple[WordEdit, ...]:
    """The side-by-side view of two points, as spans of their articles' texts."""
    return edits(a.words, a.keys, b.words, b.keys)


def edits(
    a_words: Sequence[Span],
    a_keys: Sequence[str],
    b_words: Sequence[Span],
    b_keys: Sequence[str],
) -> tuple[WordEdit, ...]:
    """The side-by-side view of two word sequences given as spans and folded keys."""
    return tuple(
        WordEdit(run.kind, _span(a_words, run.a), _span(b_words, run.b))
        for run in align_words(a_keys, b_keys)
    )


def _span(tokens: Sequence[Span], bounds: tuple[int, int]) -> Span | None:
    low, high = bounds
    return Span(tokens[low].start, tokens[high - 1].end) if low < high else None


def _raw_runs(a: Sequence[str], b: Sequence[str]) -> list[Run]:
    """Equal and unequal stretches of the longest common subsequence."""
    runs: list[Run] = []
    for op in LCSseq.opcodes(a, b):
        kind: EditKind = "same" if op.tag == "equal" else "changed"
        _push(runs, kind, (op.src_start, op.src_end), (op.dest_start, op.dest_end))
    return runs


def _push(runs: list[Run], kind: EditKind, a: tuple[int, int], b: tuple[int, int]) -> None:
    """Append a run, or let the last one of its kind grow over it."""
    if runs and runs[-1].kind == kind:
        last = runs.pop()
        a, b = (last.a[0], a[1]), (last.b[0], b[1])
    runs.append(Run(kind, a, b))


def _size(run: Run) -> int:
    return max(run.a[1] - run.a[0], run.b[1] - run.b[0])


def _cleaned(runs: list[Run], a: Sequence[str]) -> list[Run]:
    """Without function words that met by chance amid changes."""
    out: list[Run] = []
    for at, run in enumerate(runs):
        kind = run.kind
        if kind == "same" and 0 < at < len(runs) - 1:
            neighbour = min(_size(runs[at - 1]), _size(runs[at + 1]))
            empty = not any(is_content(word) for word in a[run.a[0] : run.a[1]])
            if empty and neighbour > _size(run):
                kind = "changed"
        _push(out, kind, run.a, run.b)
    return out


def _one_sided(runs: list[Run]) -> list[Run]:
    """Changed runs that are empty on one side are words that stand only on the other."""
    return [
        Run("only_here", run.a, run.b)
        if run.kind == "changed" and (run.a[0] == run.a[1] or run.b[0] == run.b[1])
        else run
        for run in runs
    ]


def _with_moves(runs: list[Run], a: Sequence[str], b: Sequence[str]) -> list[Run]:
    """Runs in which phrases that left one place and stand at another are paired as moved."""
    loose_b = [run.b for run in runs if run.kind != "same" and run.b[0] < run.b[1]]
    out: list[Run] = []
    taken: list[tuple[int, int]] = []
    for run in runs:
        if run.kind == "same" or run.a[0] == run.a[1]:
            out.append(run)
            continue
        phrase = _moved(a, run.a, b, [r for r in loose_b if r != run.b], taken)
        if phrase is None:
            out.append(run)
            continue
        (a0, a1), found = phrase
        taken.append(found)
        kind: EditKind = "changed" if run.b[0] < run.b[1] else "only_here"
        head, tail = (run.a[0], a0), (a1, run.a[1])
        if head[0] < head[1] or run.b[0] < run.b[1]:
            out.append(Run(kind if head[0] < head[1] else "only_here", head, run.b))
        out.append(Run("moved", (a0, a1), found))
        if tail[0] < tail[1]:
            out.append(Run("only_here", tail, (run.b[1], run.b[1])))
    return _without_taken(out, taken)


def _moved(
    a: Sequence[str],
    here: tuple[int, int],
    b: Sequence[str],
    places: Sequence[tuple[int, int]],
    taken: Sequence[tuple[int, int]],
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The longest phrase of ``a[here]`` with a content word that stands in one of ``places`` of ``b``."""
    best: tuple[int, tuple[int, int], tuple[int, int]] | None = None
    where: dict[str, list[tuple[int, int]]] = {}
    for low, high in places:
        for at in range(low, high):
            where.setdefault(b[at], []).append((at, high))
    for i in range(*here):
        if not is_content(a[i]):
            continue
        for at, high in where.get(a[i], ())[:8]:
            size = 0
            while i + size < here[1] and at + size < high and a[i + size] == b[at + size]:
                size += 1
            found = (at, at + size)
            clash = any(found[0] < t[1] and t[0] < found[1] for t in taken)
            if not clash and (best is None or size > best[0]):
                best = (size, (i, i + size), found)
    return None if best is None else (best[1], best[2])


def _without_taken(runs: list[Run], taken: Sequence[tuple[int, int]]) -> list[Run]:
    """Cut the moved words out of the place in ``b`` where they also stand."""
    out: list[Run] = []
    for run in runs:
        inner = [
            t for t in taken if run.kind not in ("moved", "same") and run.b[0] <= t[0] and t[1] <= run.b[1]
        ]
        if not inner:
            out.append(run)
            continue
        pieces, low = [], run.b[0]
        for start, end in sorted(inner):
            pieces.append((low, start))
            low = end
        pieces.append((low, run.b[1]))
        pieces = [p for p in pieces if p[0] < p[1]]
        if run.a[0] < run.a[1]:
            first = pieces.pop(0) if pieces else (run.b[1], run.b[1])
            out.append(Run("changed" if first[0] < first[1] else "only_here", run.a, first))
        out.extend(Run("only_here", (run.a[1], run.a[1]), piece) for piece in pieces)
    return out
