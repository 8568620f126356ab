"""Which articles share text, which passages, and who had it first: fingerprints, then exact alignment.

Only prose counts as shared text. Quotations do not: two outlets at one briefing quote the same words and
write their own articles. Furniture, datelines and the sentences under every article of an outlet do not
either.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TypeAlias
from zlib import crc32

from onrecord.languages import Language
from onrecord.languages.grammar import OriginGrammar
from onrecord.origins.outlets import names_outlet
from onrecord.records import Article, Span
from onrecord.text import View

# Words in a row that are looked up: enough to be no accident, few enough to survive edits.
SHINGLE = 5
# Every shingle whose hash is divisible by this is a fingerprint; two in common make a pair worth aligning.
SAMPLE = 8
COMMON_PRINTS = 2
# Equal words in a row from which a run counts; shorter ones only beside another run.
RUN = 8
SHORT_RUN = 5
# Words that may differ between two runs of one passage.
GAP = 6
# Shared prose from which text was reused: words, and share of the shorter article's prose.
REUSED_WORDS = 24
REUSED_SHARE = 0.14
# No article is read further; wire copy ends long before.
MOST_WORDS = 6000
MOST_PLACES = 4
# Earlier articles that one is aligned with, a millisecond each: a thousand copies make half a million pairs,
# and who is one text with whom needs but the first. Stories of no more articles are compared whole.
MOST_EARLIER = 30

# Characters of a sentence that are looked at for boilerplate.
_SEEN = 400

_Places: TypeAlias = Mapping[tuple[str, ...], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two articles, but for small edits; ``words`` is how many are equal."""

    a: Span
    b: Span
    words: int


@dataclass(frozen=True, slots=True)
class Reuse:
    """Text that two articles share.

    ``a`` and ``b`` are article ids, ``a`` < ``b``. ``share``: equal prose words over the prose words of the
    shorter article, 0 to 1. ``source``: the id of the article that had it first, None when nothing tells;
    ``basis`` says what tells.
    """

    a: str
    b: str
    passages: tuple[Passage, ...]
    words: int
    share: float
    source: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class _Text:
    article: Article
    language: Language
    spans: list[Span]
    words: list[str]
    prose: list[bool]

    @property
    def size(self) -> int:
        return sum(self.prose)


def reuses(views: Iterable[View]) -> tuple[Reuse, ...]:
    """Every pair of articles that shares text, in order of their ids. Independent of input order."""
    texts = {v.article.id: _read(v) for v in sorted(views, key=lambda v: v.article.id)}
    found = []
    for name, pairs in groupby(_pairs(texts), key=lambda pair: pair[0]):
        places = _places(texts[name].words)
        found += [_compare(texts[name], texts[other], places) for _, other in pairs]
    return tuple(r for r in found if r is not None)


def _read(view: View) -> _Text:
    """An article's words, each with whether it is prose of its own."""
    words = view.words[:MOST_WORDS]
    flags = _outside([w.span for w in words], sorted(_not_prose(view)))
    return _Text(view.article, view.language, [w.span for w in words], [w.plain for w in words], flags)


def _not_prose(view: View) -> Iterator[Span]:
    """Furniture, dateline and headline, boilerplate, quotations."""
    yield from (b.span for b in view.blocks("furniture", "dateline", "headline"))
    if view.article.dateline_span is not None:
        yield view.article.dateline_span
    boilerplate = view.language.grammar(OriginGrammar).boilerplate
    yield from (s.span for s in view.sentences if boilerplate.search(s.text[:_SEEN]))
    yield from (q.span for q in view.quotations)


def _outside(spans: Sequence[Span], skipped: Sequence[Span]) -> list[bool]:
    """For each span whether none of ``skipped`` (sorted) covers its beginning."""
    flags, reach, i = [], 0, 0
    for span in spans:
        while i < len(skipped) and skipped[i].start <= span.start:
            reach = max(reach, skipped[i].end)
            i += 1
        flags.append(span.start >= reach)
    return flags


def _pairs(texts: Mapping[str, _Text]) -> list[tuple[str, str]]:
    """Ids of articles with fingerprints in common, of each and the earlier ones that it shares most with.

    Of those that share a fingerprint, only the first are looked at: it is they who may have had it first.
    """
    ordered = sorted(texts, key=lambda name: (texts[name].article.published.turn, name))
    holders: defaultdict[int, list[int]] = defaultdict(list)
    pairs = []
    for place, name in enumerate(ordered):
        shared: Counter[int] = Counter()
        for mark in set(_fingerprints(texts[name])):
            shared.update(holders[mark])
            if len(holders[mark]) < MOST_EARLIER:
                holders[mark].append(place)
        likely = sorted((-n, earlier) for earlier, n in shared.items() if n >= COMMON_PRINTS)[:MOST_EARLIER]
        pairs += [(min(name, ordered[at]), max(name, ordered[at])) for _, at in likely]
    return sorted(pairs)


def _fingerprints(text: _Text) -> Iterator[int]:
    """Hashes of the sampled shingles of an article's prose."""
    for i in range(len(text.words) - SHINGLE + 1):
        if text.prose[i] and text.prose[i + SHINGLE - 1]:
            mark = crc32(" ".join(text.words[i : i + SHINGLE]).encode("utf-8", "surrogatepass"))
            if mark % SAMPLE == 0:
                yield mark


def _compare(a: _Text, b: _Text, places: _Places) -> Reuse | None:
    runs = _runs(a, b, places)
    prose = sum(a.prose[i + k] and b.prose[j + k] for i, j, n in runs for k in range(n))
    share = prose / max(1, min(a.size, b.size))
    if prose < REUSED_WORDS or share < REUSED_SHARE:
        return None
    source, basis = direction(a.article, b.article, a.language)
    return Reuse(a.article.id, b.article.id, _passages(a, b, runs), prose, min(1.0, share), source, basis)


def _places(words: Sequence[str]) -> _Places:
    """Where the shingles of an article begin."""
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in range(len(words) - SHINGLE + 1):
        at = places[tuple(words[i : i + SHINGLE])]
        if len(at) < MOST_PLACES:
            at.append(i)
    return places


def _runs(a: _Text, b: _Text, places: _Places) -> list[tuple[int, int, int]]:
    """(place in a, place in b, words) of maximal equal runs, in order of b; the longest where several fit.

    ``places``: of the shingles of ``a``.
    """
    runs: list[tuple[int, int, int]] = []
    j = 0
    while j <= len(b.words) - SHINGLE:
        starts = places.get(tuple(b.words[j : j + SHINGLE]), ())
        best = max(((_length(a.words, b.words, i, j), -i) for i in starts), default=(0, 0))
        if best[0]:
            runs.append((-best[1], j, best[0]))
        j += best[0] or 1
    return _supported(runs)


def _length(a: Sequence[str], b: Sequence[str], i: int, j: int) -> int:
    n = 0
    while i + n < len(a) and j + n < len(b) and a[i + n] == b[j + n]:
        n += 1
    return n


def _supported(runs: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Long runs, and short ones within ``GAP`` words of another run on both sides."""
    near = {run for one, two in pairwise(runs) if _follows(one, two) for run in (one, two)}
    return [run for run in runs if run[2] >= RUN or (run[2] >= SHORT_RUN and run in near)]


def _follows(one: tuple[int, int, int], two: tuple[int, int, int]) -> bool:
    return 0 <= two[0] - one[0] - one[2] <= GAP and 0 <= two[1] - one[1] - one[2] <= GAP


def _passages(a: _Text, b: _Text, runs: Sequence[tuple[int, int, int]]) -> tuple[Passage, ...]:
    grouped: list[list[tuple[int, int, int]]] = []
    for run in runs:
        if grouped and _follows(grouped[-1][-1], run):
            grouped[-1].append(run)
        else:
            grouped.append([run])
    return tuple(
        Passage(
            Span(a.spans[g[0][0]].start, a.spans[g[-1][0] + g[-1][2] - 1].end),
            Span(b.spans[g[0][1]].start, b.spans[g[-1][1] + g[-1][2] - 1].end),
            sum(n for _, _, n in g),
        )
        for g in grouped
    )


def direction(a: Article, b: Article, language: Language) -> tuple[str | None, str]:
    """Which of two articles had a shared text first (its id), and what tells; (None, why not) otherwise.

    A credit that names the other outlet tells more than the clock: agencies stamp their updates.
    """
    for source, copy in ((a, b), (b, a)):
        if source.outlet == copy.outlet:  # whose name stands in its own datelines
            continue
        if _credits(copy, source, language) and not names_outlet(source.credit, copy.outlet, language):
            return source.id, f"{copy.outlet or 'the other article'} credits {source.outlet}"
    for first, second in ((a, b), (b, a)):
        if first.published.day and second.published.day and first.published.before(second.published):
            return first.id, "published first"
    return None, "neither credit nor time tells who had it first"


def _credits(copy: Article, source: Article, language: Language) -> bool:
    """Whether one article's credit or dateline names the other's outlet."""
    return any(names_outlet(line, source.outlet, language) for line in (copy.credit, copy.dateline))
