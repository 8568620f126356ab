"""What two points have in common, as numbers a scorer can weigh.

Every feature is symmetric and each has a name in ``NAMES``; a trained scorer is kept with the names it was
trained on. Groups: wording (shared words by rarity, order, quoted words), meaning (vectors), who
(speaker), when (occasion), what (numbers, names, negation, condition) and where (place in the article).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from onrecord.languages.english.qualifiers import CONDITION, DOUBT
from onrecord.languages.words import fold, is_content, words
from onrecord.records import Dating, Speaker
from onrecord.utterances.points import Point

Floats = npt.NDArray[np.float32]

NAMES = (
    "shared_rarity",
    "shared_of_shorter",
    "shared_of_longer",
    "rarest_shared",
    "shared_count",
    "common_order",
    "longest_run",
    "longest_run_content",
    "edit_ratio",
    "partial_ratio",
    "quoted_both",
    "quoted_one",
    "quoted_run",
    "quoted_shared",
    "around_shared",
    "before_after_shared",
    "vector",
    "vector_around",
    "vector_words",
    "vector_words_least",
    "speaker_same",
    "speaker_other",
    "speaker_unknown",
    "speaker_acts_for",
    "source_words",
    "source_pronouns",
    "type_same",
    "same_day",
    "days_apart",
    "published_apart",
    "venue_shared",
    "mode_same",
    "stance_same",
    "direct_both",
    "indirect_both",
    "numbers_shared",
    "numbers_differ",
    "names_shared",
    "names_differ",
    "negation_differs",
    "condition_differs",
    "doubt_differs",
    "length_shorter",
    "length_ratio",
    "headline_one",
    "headline_both",
    "same_article",
    "same_statement",
    "place_apart",
    "confidence_least",
)
_PRONOUNS = frozenset("he she it they i we who him her them".split())  # noqa: SIM905
_FAR = 30.0  # days; statements further apart are as far apart as can be
_PHRASE = 60


@dataclass(slots=True)
class Context:
    """What the points of one story are compared against.

    ``rarity`` is the inverse document frequency of each content key, counted over the story's points and
    articles. ``vectors`` and ``around`` hold one unit row per point (zero columns when there is no
    encoder), ``token_vectors`` a unit row per key.
    """

    points: Sequence[Point]
    speakers: Mapping[str, Speaker]
    rarity: Mapping[str, float]
    vectors: Floats
    around: Floats
    token_vectors: Mapping[str, Floats] = field(default_factory=dict)
    around_keys: list[frozenset[str]] = field(default_factory=list)
    near_keys: list[frozenset[str]] = field(default_factory=list)
    source_keys: list[frozenset[str]] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)

    def weigh(self, keys: Iterable[str]) -> float:
        """The summed rarity of ``keys``."""
        return sum(self.rarity.get(key, 1.0) for key in keys)


def context(points: Sequence[Point], speakers: Mapping[str, Speaker]) -> Context:
    """Count what is rare among ``points`` and read their surroundings once."""
    articles = {point.article.id: point.article for point in points}
    counts: Counter[str] = Counter()
    for point in points:
        counts.update(point.content)
    total = len(points)
    rarity = {key: math.log((total + 1.0) / (count + 0.5)) for key, count in counts.items()}
    empty = np.zeros((total, 0), dtype=np.float32)
    made = Context(points, speakers, rarity, empty, empty)
    paragraphs = {name: article.text for name, article in articles.items()}
    for point in points:
        text = paragraphs[point.article.id]
        made.around_keys.append(_keys(text, point.around.start, point.around.end))
        low, high = max(0, point.around.start - 300), min(len(text), point.around.end + 300)
        made.near_keys.append(_keys(text, low, high))
        made.source_keys.append(_source(point))
        made.weights.append(made.weigh(point.content))
    return made


def _keys(text: str, start: int, end: int) -> frozenset[str]:
    found = (word.of(text) for word in words(text, start, end))
    return frozenset(fold(word) for word in found if is_content(word))


def _source(point: Point) -> frozenset[str]:
    """The words that name the source: as resolved when it is, else as written."""
    name = point.statement.speaker or point.statement.source_text or ""
    return frozenset(fold(word.of(name)) for word in words(name))


def measure(made: Context, pairs: Sequence[tuple[int, int]]) -> npt.NDArray[np.float64]:
    """The feature rows of ``pairs`` (indices into ``made.points``): shape ``(len(pairs), len(NAMES))``."""
    table = np.zeros((len(pairs), len(NAMES)))
    for row, (i, j) in enumerate(pairs):
        values = _wording(made, i, j)
        values.update(_meaning(made, i, j))
        values.update(_who(made, i, j))
        values.update(_when(made.points[i], made.points[j]))
        values.update(_what(made.points[i], made.points[j]))
        values.update(_where(made.points[i], made.points[j]))
        table[row] = [values[name] for name in NAMES]
    return table


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _wording(made: Context, i: int, j: int) -> dict[str, float]:
    """Shared words, their order, and what of them is quoted."""
    a, b = made.points[i], made.points[j]
    shared = a.content & b.content
    weight = made.weigh(shared)
    low, high = sorted((made.weights[i], made.weights[j]))
    in_order = LCSseq.similarity(a.keys, b.keys)
    run, run_content, run_quoted = _longest_run(a, b)
    quoted_a = {k for k, q in zip(a.keys, a.quoted, strict=True) if q} & a.content
    quoted_b = {k for k, q in zip(b.keys, b.quoted, strict=True) if q} & b.content
    both = quoted_a & quoted_b
    least = min(len(quoted_a), len(quoted_b)) or max(len(quoted_a), len(quoted_b))
    text_a, text_b = " ".join(a.plain), " ".join(b.plain)
    around = made.around_keys[i] & made.around_keys[j]
    return {
        "shared_rarity": weight,
        "shared_of_shorter": _share(weight, low),
        "shared_of_longer": _share(weight, high),
        "rarest_shared": max((made.rarity.get(k, 0.0) for k in shared), default=0.0),
        "shared_count": len(shared),
        "common_order": _share(in_order, min(len(a.keys), len(b.keys))),
        "longest_run": run,
        "longest_run_content": run_content,
        "edit_ratio": fuzz.ratio(text_a, text_b) / 100,
        "partial_ratio": fuzz.partial_ratio(text_a, text_b) / 100,
        "quoted_both": bool(quoted_a) and bool(quoted_b),
        "quoted_one": bool(quoted_a) != bool(quoted_b),
        "quoted_run": run_quoted,
        "quoted_shared": _share(len(both), least),
        "around_shared": _share(
            made.weigh(around),
            min(made.weigh(made.around_keys[i]), made.weigh(made.around_keys[j])),
        ),
        "before_after_shared": _share(
            made.weigh(made.near_keys[i] & made.near_keys[j]),
            made.weigh(made.near_keys[i] | made.near_keys[j]),
        ),
    }


def _longest_run(a: Point, b: Point) -> tuple[float, float, float]:
    """Words, content words, and words quoted on both sides of the longest common run."""
    best: tuple[int, int, int] = (0, 0, 0)
    if not a.content & b.content and not set(a.plain) & set(b.plain):
        return best
    before = [0] * (len(b.plain) + 1)
    places: dict[str, list[int]] = {}
    for at, word in enumerate(b.plain[: _PHRASE * 4]):
        places.setdefault(word, []).append(at)
    for i, word in enumerate(a.plain[: _PHRASE * 4]):
        now = [0] * (len(b.plain) + 1)
        for j in places.get(word, ()):
            now[j + 1] = before[j] + 1
            if now[j + 1] > best[0]:
                best = (now[j + 1], i, j)
        before = now
    size, i, j = best
    run = range(size)
    content = sum(a.keys[i - k] in a.content for k in run)
    quoted = sum(a.quoted[i - k] and b.quoted[j - k] for k in run)
    return float(size), float(content), float(quoted)


def _meaning(made: Context, i: int, j: int) -> dict[str, float]:
    """Cosines of the points, of the sentences they stand in, and of their best-matching words."""
    a, b = made.points[i], made.points[j]
    mean, least = _soft_alignment(made, a, b)
    return {
        "vector": float(made.vectors[i] @ made.vectors[j]),
        "vector_around": float(made.around[i] @ made.around[j]),
        "vector_words": mean,
        "vector_words_least": least,
    }


def _soft_alignment(made: Context, a: Point, b: Point) -> tuple[float, float]:
    """How well each word finds its like on the other side: mean of both directions, and the lesser."""
    if not made.token_vectors:
        return 0.0, 0.0
    keys_a = [k for k in sorted(a.content) if k in made.token_vectors][:_PHRASE]
    keys_b = [k for k in sorted(b.content) if k in made.token_vectors][:_PHRASE]
    if not keys_a or not keys_b:
        return 0.0, 0.0
    like = (
        np.stack([made.token_vectors[k] for k in keys_a])
        @ np.stack([made.token_vectors[k] for k in keys_b]).T
    )
    rare_a = np.array([made.rarity.get(k, 1.0) for k in keys_a])
    rare_b = np.array([made.rarity.get(k, 1.0) for k in keys_b])
    one = float((like.max(axis=1) * rare_a).sum() / max(rare_a.sum(), 1e-6))
    two = float((like.max(axis=0) * rare_b).sum() / max(rare_b.sum(), 1e-6))
    return max(one, two), min(one, two)


def _who(made: Context, i: int, j: int) -> dict[str, float]:
    """Whether the same source speaks, as far as that is known."""
    a, b = made.points[i].statement, made.points[j].statement
    known = a.speaker_id is not None and b.speaker_id is not None
    same = known and a.speaker_id == b.speaker_id
    one, two = made.source_keys[i], made.source_keys[j]
    pronouns = bool(one) and bool(two) and (one <= _PRONOUNS or two <= _PRONOUNS)
    shared = {word for word in one & two if is_content(word)}
    return {
        "speaker_same": same,
        "speaker_other": known and not same,
        "speaker_unknown": not known,
        "speaker_acts_for": known and not same and _acts_for(made.speakers, a.speaker_id, b.speaker_id),
        "source_words": _share(len(shared), min(len(one), len(two))),
        "source_pronouns": pronouns,
        "type_same": known and _type(made.speakers, a.speaker_id) == _type(made.speakers, b.speaker_id),
    }


def _acts_for(speakers: Mapping[str, Speaker], one: str | None, two: str | None) -> bool:
    """Whether one speaks for the other, or both for a third."""
    a, b = speakers.get(one or ""), speakers.get(two or "")
    first = {one, *(a.acts_for if a else ())}
    second = {two, *(b.acts_for if b else ())}
    return bool(first & second)


def _type(speakers: Mapping[str, Speaker], name: str | None) -> str:
    found = speakers.get(name or "")
    return found.type if found else "unknown"


def _when(a: Point, b: Point) -> dict[str, float]:
    """Whether it was said on one occasion."""
    one, two = a.statement.said, b.statement.said
    apart = _days_apart(one, two)
    venue = [_place_words(p) for p in (a, b)]
    return {
        "same_day": one.day is not None and one.day == two.day,
        "days_apart": apart,
        "published_apart": _days_apart(a.article.published, b.article.published),
        "venue_shared": _share(len(venue[0] & venue[1]), min(len(venue[0]), len(venue[1]))),
        "mode_same": a.statement.mode == b.statement.mode,
    }


def _place_words(point: Point) -> frozenset[str]:
    told = f"{point.statement.venue or ''} {point.statement.addressee or ''}"
    return frozenset(fold(w.of(told)) for w in words(told) if is_content(w.of(told)))


def _days_apart(a: Dating, b: Dating) -> float:
    """Days between the nearest days of two datings; 0 when they may be the same, -1 when unknown."""
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return -1.0
    first, second = sorted([(a.earliest, a.latest), (b.earliest, b.latest)])
    try:
        gap = np.datetime64(second[0][:10]) - np.datetime64(first[1][:10])
    except ValueError:
        return -1.0
    return min(max(float(gap / np.timedelta64(1, "D")), 0.0), _FAR)


def _what(a: Point, b: Point) -> dict[str, float]:
    """Numbers, names, negation and hedges."""
    return {
        "stance_same": a.statement.stance == b.statement.stance,
        "direct_both": a.statement.kind != "indirect" and b.statement.kind != "indirect",
        "indirect_both": a.statement.kind == b.statement.kind == "indirect",
        "numbers_shared": len(a.numbers & b.numbers),
        "numbers_differ": bool(a.numbers and b.numbers) and not a.numbers & b.numbers,
        "names_shared": len(a.names & b.names & a.content),
        "names_differ": bool(a.names and b.names) and not a.names & b.names,
        "negation_differs": (a.negations % 2) != (b.negations % 2),
        "condition_differs": bool(CONDITION & set(a.plain)) != bool(CONDITION & set(b.plain)),
        "doubt_differs": bool(DOUBT & set(a.plain)) != bool(DOUBT & set(b.plain)),
    }


def _where(a: Point, b: Point) -> dict[str, float]:
    """Lengths and places."""
    short, long = sorted((len(a.words), len(b.words)))
    here = a.spans[0].start / max(len(a.article.text), 1)
    there = b.spans[0].start / max(len(b.article.text), 1)
    return {
        "length_shorter": math.log1p(short),
        "length_ratio": _share(short, long),
        "headline_one": a.statement.headline != b.statement.headline,
        "headline_both": a.statement.headline and b.statement.headline,
        "same_article": a.article.id == b.article.id,
        "same_statement": a.statement.id == b.statement.id,
        "place_apart": abs(here - there),
        "confidence_least": min(a.statement.confidence, b.statement.confidence),
    }
