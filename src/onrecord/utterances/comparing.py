"""Two texts side by side, word for word: what is the same, changed, only in one, or moved.

The alignment is the longest common subsequence of folded words ("reaffirmed" meets "reaffirming"), cleaned
of chance meetings of function words, after which equal phrases that stand elsewhere are marked as moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from onrecord.languages import Language
from onrecord.records import EditKind, Span, WordEdit

# A common subsequence of word lists longer than this is looked for in pieces of that many words:
# memory stays bounded, and nobody reads two columns of that length for moved phrases.
LONGEST = 2000
# Places of one word at which a moved phrase is looked for.
_MOST_PLACES = 8
# Word numbers, the end exclusive.
Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Run:
    """Words ``a[0]:a[1]`` of one text against words ``b[0]:b[1]`` of the other."""

    kind: EditKind
    a: tuple[int, int]
    b: tuple[int, int]


def align_words(a: Sequence[str], b: Sequence[str], language: Language) -> list[Run]:
    """Runs that cover both word lists in order, ``moved`` pairs given from the place in ``a``.

    A moved phrase appears once, at its place in ``a``, with its place in ``b``; there it is not
    repeated. ``only_here`` has an empty range on the side that lacks the words.
    """
    runs = _cleaned(_raw_runs(a[:LONGEST], b[:LONGEST]), a, language)
    if len(a) > LONGEST or len(b) > LONGEST:
        runs.append(Run("changed", (min(len(a), LONGEST), len(a)), (min(len(b), LONGEST), len(b))))
    return _with_moves(_one_sided(runs), a, b, language)


def edits(
    a_words: Sequence[Span],
    a_keys: Sequence[str],
    b_words: Sequence[Span],
    b_keys: Sequence[str],
    language: Language,
) -> tuple[WordEdit, ...]:
    """The side-by-side view of two word sequences given as spans and folded keys."""
    return tuple(
        WordEdit(run.kind, _span(a_words, run.a), _span(b_words, run.b))
        for run in align_words(a_keys, b_keys, language)
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


def _cleaned(runs: list[Run], a: Sequence[str], language: Language) -> list[Run]:
    """Without function words that met by chance amid changes: runs shorter than both their neighbours."""
    out: list[Run] = []
    for at, run in enumerate(runs):
        kind = run.kind
        if kind == "same" and 0 < at < len(runs) - 1:
            neighbour = min(_size(runs[at - 1]), _size(runs[at + 1]))
            empty = not any(language.is_content(word) for word in a[run.a[0] : run.a[1]])
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


def _with_moves(runs: list[Run], a: Sequence[str], b: Sequence[str], language: Language) -> list[Run]:
    """Runs in which phrases that left one place and stand at another are paired as moved."""
    loose_b = [run.b for run in runs if run.kind != "same" and run.b[0] < run.b[1]]
    out: list[Run] = []
    taken: list[Bounds] = []
    for run in runs:
        phrase = None
        if run.kind != "same" and run.a[0] < run.a[1]:
            elsewhere = [r for r in loose_b if r != run.b]
            phrase = _moved(_Phrases(a, b, elsewhere), run.a, taken, language)
        if phrase is None:
            out.append(run)
        else:
            taken.append(phrase.b)
            out.extend(_around(run, phrase))
    return _without_taken(out, taken)


def _around(run: Run, moved: Run) -> Iterator[Run]:
    """A changed run in three: before the moved phrase, the phrase, and after it."""
    head, tail = (run.a[0], moved.a[0]), (moved.a[1], run.a[1])
    if head[0] < head[1] or run.b[0] < run.b[1]:
        both = head[0] < head[1] and run.b[0] < run.b[1]
        yield Run("changed" if both else "only_here", head, run.b)
    yield moved
    if tail[0] < tail[1]:
        yield Run("only_here", tail, (run.b[1], run.b[1]))


class _Phrases:
    """The words of ``b`` that stand in some places of it, to be met by words of ``a``."""

    def __init__(self, a: Sequence[str], b: Sequence[str], places: Sequence[Bounds]) -> None:
        self.a, self.b = a, b
        self._where: dict[str, list[Bounds]] = {}
        for low, high in places:
            for at in range(low, high):
                self._where.setdefault(b[at], []).append((at, high))

    def met(self, i: int, end: int) -> Iterator[Bounds]:
        """Places in ``b`` of the longest phrases that begin at word ``i`` of ``a`` and end before ``end``."""
        for at, high in self._where.get(self.a[i], ())[:_MOST_PLACES]:
            size = 0
            while i + size < end and at + size < high and self.a[i + size] == self.b[at + size]:
                size += 1
            yield at, at + size


def _moved(phrases: _Phrases, here: Bounds, taken: Sequence[Bounds], language: Language) -> Run | None:
    """The longest phrase of ``a[here]`` with a content word that stands elsewhere in ``b``, as moved."""
    best: Run | None = None
    for i in range(*here):
        if not language.is_content(phrases.a[i]):
            continue
        for low, high in phrases.met(i, here[1]):
            clash = any(low < t[1] and t[0] < high for t in taken)
            if not clash and (best is None or high - low > _size(best)):
                best = Run("moved", (i, i + high - low), (low, high))
    return best


def _without_taken(runs: list[Run], taken: Sequence[Bounds]) -> list[Run]:
    """Cut the moved words out of the place in ``b`` where they also stand."""
    out: list[Run] = []
    for run in runs:
        movable = run.kind not in ("moved", "same")
        inner = sorted(t for t in taken if movable and run.b[0] <= t[0] and t[1] <= run.b[1])
        out.extend(_cut(run, inner) if inner else [run])
    return out


def _cut(run: Run, inner: Sequence[Bounds]) -> Iterator[Run]:
    """``run`` without the words ``inner`` of its side in ``b``."""
    edges = [run.b[0], *(edge for bounds in inner for edge in bounds), run.b[1]]
    pieces = [(low, high) for low, high in zip(edges[::2], edges[1::2], strict=True) if low < high]
    if run.a[0] < run.a[1]:
        first = pieces.pop(0) if pieces else (run.b[1], run.b[1])
        yield Run("changed" if first[0] < first[1] else "only_here", run.a, first)
    for piece in pieces:
        yield Run("only_here", (run.a[1], run.a[1]), piece)
