"""What the points of one story are compared against: how rare their words are, what stands around them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from onrecord.models.arrays import Floats
from onrecord.models.runtime import side_by_side
from onrecord.records import Speaker
from onrecord.utterances.points import Point

_NEAR = 300  # characters before and after a sentence that count as its neighbourhood


class Encoder(Protocol):
    """What gives vectors to words; ``onrecord.models.vectors.Encoder`` is one."""

    def encode(self, words: Sequence[str]) -> Floats:
        """A unit vector, shape ``(width,)``, for one sequence of words."""
        ...


@dataclass(slots=True)
class Context:
    """The points of one story, sorted by ``Point.key``, and what is known of them together.

    ``rarity`` is the inverse document frequency of each content key, counted over the points.
    ``vectors`` and ``around`` hold one unit row per point, of its words and of the sentence it stands in,
    the story's mean taken out (what all points share tells none of them apart); zero columns when there is
    no encoder. ``around_keys``, ``near_keys`` and ``source_keys`` are the content keys of that sentence,
    of its neighbourhood, and of the source's name; ``weights``, ``around_weights`` and ``near_weights`` are
    their summed rarities. ``spoken`` counts the points of each voice in each article.
    """

    points: Sequence[Point]
    speakers: Mapping[str, Speaker]
    rarity: Mapping[str, float]
    vectors: Floats
    around: Floats
    around_keys: list[frozenset[str]] = field(default_factory=list)
    near_keys: list[frozenset[str]] = field(default_factory=list)
    source_keys: list[frozenset[str]] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    around_weights: list[float] = field(default_factory=list)
    near_weights: list[float] = field(default_factory=list)
    spoken: Counter[tuple[str, str]] = field(default_factory=Counter)

    def weigh(self, keys: Iterable[str]) -> float:
        """The summed rarity of ``keys``, to the last bit the same in any order: sets have none."""
        rarity = self.rarity.get
        return math.fsum([rarity(key, 1.0) for key in keys])


def context(
    points: Sequence[Point],
    speakers: Mapping[str, Speaker],
    encoder: Encoder | None = None,
) -> Context:
    """Count what is rare among ``points``, read their surroundings once, and encode both."""
    counts: Counter[str] = Counter()
    for point in points:
        counts.update(point.content)
    total = len(points)
    rarity = {key: math.log((total + 1.0) / (count + 0.5)) for key, count in counts.items()}
    empty = np.zeros((total, 0), dtype=np.float32)
    made = Context(points, speakers, rarity, empty, empty)
    for point in points:
        made.around_keys.append(point.view.keys_in(point.around))
        made.near_keys.append(_near(point))
        made.source_keys.append(_source(point))
        made.weights.append(made.weigh(point.content))
        made.around_weights.append(made.weigh(made.around_keys[-1]))
        made.near_weights.append(made.weigh(made.near_keys[-1]))
        made.spoken[voice(point), point.article.id] += 1
    if encoder is not None and points:
        _encode(made, encoder)
    return made


def _near(point: Point) -> frozenset[str]:
    """The content keys of a sentence's neighbourhood, by whole words."""
    view, around = point.view, point.around
    first, after = view.word_index(around.start - _NEAR), view.word_index(around.end + _NEAR)
    return frozenset(word.key for word in view.words[first:after] if word.content)


def voice(point: Point) -> str:
    """Whose words a point gives: the speaker, or nobody else's when the speaker is unknown."""
    return point.statement.speaker_id or f"?{point.statement.id}"


def _encode(made: Context, encoder: Encoder) -> None:
    """Fill in the vectors. Equal words are encoded once, however many points of the story have them."""
    own = [tuple(word.of(p.article.text) for word in p.words) for p in made.points]
    around = [tuple(word.written for word in p.view.words_in(p.around)) for p in made.points]
    distinct = sorted({*own, *around})
    found = dict(zip(distinct, side_by_side(encoder.encode, distinct), strict=True))
    made.vectors, made.around = (
        _centred(np.stack([found[words] for words in side])) for side in (own, around)
    )


def _centred(rows: Floats) -> Floats:
    """Unit rows after the mean row has been taken out; nothing is taken out of a single row."""
    if len(rows) > 1:
        rows = rows - rows.mean(axis=0)
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(norms, 1e-6), dtype=np.float32)


def _source(point: Point) -> frozenset[str]:
    """The words that name the source: as resolved when it is, else as written."""
    name = point.statement.speaker or point.statement.source_text or ""
    language = point.view.language
    return frozenset(language.fold(span.of(name)) for span in language.words(name))
