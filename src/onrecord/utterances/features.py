"""What two points have in common, as numbers a scorer can weigh.

Every feature is symmetric and each has a name in ``NAMES``; a trained scorer is kept with the names it was
trained on. Groups: wording (shared words by rarity, order, quoted words), meaning (vectors), who
(speaker), when (occasion), what (numbers, names, negation, condition) and where (place in the article).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from onrecord import acting
from onrecord.languages.grammar import QualifierGrammar
from onrecord.models.arrays import Table
from onrecord.records import Speaker
from onrecord.utterances.context import Context, voice
from onrecord.utterances.facts import PHRASE, Facts, gather
from onrecord.utterances.points import Point
from onrecord.utterances.rivals import RIVALS, rivals

# How a pair compares with the other pairs of its two points, for shared words and for vectors.
COMPETED = tuple(f"{what}_{how}" for what in ("overlap", "vector") for how in RIVALS)
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
    "near_shared",
    "vector",
    "vector_around",
    "vector_crossed_least",
    "vector_crossed_most",
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
    "plan_one",
    "plan_both",
    "thought_one",
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
    "content_least",
    "shorter_unquoted",
    "headline_one",
    "headline_both",
    "same_article",
    "same_statement",
    "place_apart",
    "confidence_least",
    "overlap",
    "quoted_share",
    "quoted_share_differs",
    "place_first",
    "place_last",
    "paragraph_first",
    "paragraph_last",
    "spoken_there_least",
    "spoken_there_most",
    "spoken_here_least",
    "spoken_here_most",
    *COMPETED,
)
_FAR = 30.0  # days; statements further apart are as far apart as can be
_LIGHT = 3.0  # rarity below which a point is too short for its overlap to mean much: about one rare word


def measure(made: Context, pairs: Sequence[tuple[int, int]]) -> Table:
    """The feature rows of ``pairs`` (indices into ``made.points``): shape ``(len(pairs), len(NAMES))``."""
    table = np.zeros((len(pairs), len(NAMES)))
    single = len(NAMES) - len(COMPETED)
    facts = gather(made.points)
    for row, (i, j) in enumerate(pairs):
        a, b, one, two = made.points[i], made.points[j], facts[i], facts[j]
        values = {
            **_wording(made, i, j, one, two),
            **_meaning(made, i, j),
            **_who(made, i, j),
            **_when(a, b, one, two),
            **_what(a, b, one, two),
            **_where(a, b, one, two),
        }
        table[row, :single] = [values[name] for name in NAMES[:single]]
    columns = [table[:, NAMES.index(name)] for name in ("overlap", "vector")]
    table[:, single:] = np.hstack([rivals(made, pairs, column) for column in columns])
    return table


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _wording(made: Context, i: int, j: int, one: Facts, two: Facts) -> dict[str, float]:
    """Shared words, their order, and what of them is quoted."""
    a, b = made.points[i], made.points[j]
    shared = a.content & b.content
    weight = made.weigh(shared)
    low, high = sorted((made.weights[i], made.weights[j]))
    in_order = LCSseq.similarity(a.keys, b.keys)
    run, run_content, run_quoted = _longest_run(a, b, two.places)
    both = one.quoted & two.quoted
    least = min(len(one.quoted), len(two.quoted)) or max(len(one.quoted), len(two.quoted))
    around = made.around_keys[i] & made.around_keys[j]
    near = made.weigh(made.near_keys[i] & made.near_keys[j])
    told = sorted((one.quoted_share, two.quoted_share))
    return {
        "overlap": weight / max(low, _LIGHT),
        "quoted_share": told[0] + told[1],
        "quoted_share_differs": told[1] - told[0],
        "shared_rarity": weight,
        "shared_of_shorter": _share(weight, low),
        "shared_of_longer": _share(weight, high),
        "rarest_shared": max((made.rarity.get(k, 0.0) for k in shared), default=0.0),
        "shared_count": len(shared),
        "common_order": _share(in_order, min(len(a.keys), len(b.keys))),
        "longest_run": run,
        "longest_run_content": run_content,
        "edit_ratio": fuzz.ratio(one.text, two.text) / 100,
        "partial_ratio": fuzz.partial_ratio(one.text, two.text) / 100,
        "quoted_both": bool(one.quoted) and bool(two.quoted),
        "quoted_one": bool(one.quoted) != bool(two.quoted),
        "quoted_run": run_quoted,
        "quoted_shared": _share(len(both), least),
        "around_shared": _share(made.weigh(around), min(made.around_weights[i], made.around_weights[j])),
        "near_shared": _share(near, made.near_weights[i] + made.near_weights[j] - near),
    }


def _longest_run(a: Point, b: Point, places: Mapping[str, Sequence[int]]) -> tuple[int, int, int]:
    """Words, content words, and words quoted on both sides of the longest common run.

    ``places``: where each word of ``b`` stands.
    """
    size = last_a = last_b = 0
    ending: dict[int, int] = {}
    for i, word in enumerate(a.plain[:PHRASE]):
        found = places.get(word)
        if found is None:
            ending = {}
            continue
        ending = {j: ending.get(j - 1, 0) + 1 for j in found}
        for j, length in ending.items():
            if length > size:
                size, last_a, last_b = length, i, j
    run = range(size)
    content = sum([a.keys[last_a - k] in a.content for k in run])
    quoted = sum([a.quoted[last_a - k] and b.quoted[last_b - k] for k in run])
    return size, content, quoted


def _meaning(made: Context, i: int, j: int) -> dict[str, float]:
    """Cosines of the points, of the sentences they stand in, and of one with the other."""
    one, two, around_one, around_two = made.vectors[i], made.vectors[j], made.around[i], made.around[j]
    crossed = sorted((float(one.dot(around_two)), float(two.dot(around_one))))
    return {
        "vector": float(one.dot(two)),
        "vector_around": float(around_one.dot(around_two)),
        "vector_crossed_least": crossed[0],
        "vector_crossed_most": crossed[1],
    }


def _who(made: Context, i: int, j: int) -> dict[str, float]:
    """Whether the same source speaks, as far as that is known."""
    a, b = made.points[i].statement, made.points[j].statement
    known = a.speaker_id is not None and b.speaker_id is not None
    same = known and a.speaker_id == b.speaker_id
    return {
        "speaker_same": same,
        "speaker_other": known and not same,
        "speaker_unknown": not known,
        "speaker_acts_for": known and not same and acting.at_one(a.speaker_id, b.speaker_id, made.speakers),
        "type_same": known and _type(made.speakers, a.speaker_id) == _type(made.speakers, b.speaker_id),
        **_sources(made, i, j),
        **_spoken(made, i, j),
    }


def _sources(made: Context, i: int, j: int) -> dict[str, float]:
    """The words by which the two texts name their sources."""
    one, two = made.source_keys[i], made.source_keys[j]
    language = made.points[i].view.language
    pronouns = language.grammar(QualifierGrammar).pronouns
    shared = sum(map(language.is_content, one & two))
    return {
        "source_words": _share(shared, min(len(one), len(two))),
        "source_pronouns": bool(one) and bool(two) and (one <= pronouns or two <= pronouns),
    }


def _spoken(made: Context, i: int, j: int) -> dict[str, float]:
    """How often each voice is heard in its own article and in the other's."""
    a, b = made.points[i], made.points[j]
    there = sorted((made.spoken[voice(a), b.article.id], made.spoken[voice(b), a.article.id]))
    here = sorted((made.spoken[voice(a), a.article.id], made.spoken[voice(b), b.article.id]))
    return {
        "spoken_there_least": there[0],
        "spoken_there_most": there[1],
        "spoken_here_least": here[0],
        "spoken_here_most": here[1],
    }


def _type(speakers: Mapping[str, Speaker], name: str | None) -> str:
    found = speakers.get(name or "")
    return found.type if found else "unknown"


def _when(a: Point, b: Point, one: Facts, two: Facts) -> dict[str, float]:
    """Whether it was said on one occasion."""
    day = a.statement.said.day
    return {
        "same_day": day is not None and day == b.statement.said.day,
        "days_apart": _days_apart(one.said, two.said),
        "published_apart": _days_apart(one.published, two.published),
        "venue_shared": _share(len(one.venue & two.venue), min(len(one.venue), len(two.venue))),
        "mode_same": a.statement.mode == b.statement.mode,
    }


def _days_apart(a: tuple[int, int] | None, b: tuple[int, int] | None) -> float:
    """Days between the nearest days of two datings; 0 when they may be the same, -1 when unknown."""
    if a is None or b is None:
        return -1.0
    first, second = sorted([a, b])
    return min(max(float(second[0] - first[1]), 0.0), _FAR)


def _what(a: Point, b: Point, one: Facts, two: Facts) -> dict[str, float]:
    """Numbers, names, negation and hedges, and whether a plan or a thought is told."""
    modes = (a.statement.mode, b.statement.mode)
    numbers, names = a.numbers & b.numbers, a.names & b.names
    return {
        "plan_one": modes.count("plan") == 1,
        "plan_both": modes.count("plan") == 2,
        "thought_one": modes.count("thought") == 1,
        "stance_same": a.statement.stance == b.statement.stance,
        "direct_both": a.statement.kind != "indirect" and b.statement.kind != "indirect",
        "indirect_both": a.statement.kind == b.statement.kind == "indirect",
        "numbers_shared": len(numbers),
        "numbers_differ": bool(a.numbers and b.numbers) and not numbers,
        "names_shared": len(names & a.content),
        "names_differ": bool(a.names and b.names) and not names,
        "negation_differs": (a.negations % 2) != (b.negations % 2),
        "condition_differs": one.conditional != two.conditional,
        "doubt_differs": one.doubtful != two.doubtful,
    }


def _where(a: Point, b: Point, one: Facts, two: Facts) -> dict[str, float]:
    """Lengths and places."""
    shorter = min(a, b, key=lambda p: (len(p.words), p.key))
    short, long = sorted((len(a.words), len(b.words)))
    places = sorted((one.place, two.place))
    lines = sorted((one.paragraph, two.paragraph))
    return {
        "length_shorter": math.log1p(short),
        "length_ratio": _share(short, long),
        "content_least": min(len(a.content), len(b.content)),
        "shorter_unquoted": not any(shorter.quoted),
        "headline_one": a.statement.headline != b.statement.headline,
        "headline_both": a.statement.headline and b.statement.headline,
        "same_article": a.article.id == b.article.id,
        "same_statement": a.statement.id == b.statement.id,
        "place_apart": places[1] - places[0],
        "place_first": places[0],
        "place_last": places[1],
        "paragraph_first": lines[0],
        "paragraph_last": lines[1],
        "confidence_least": min(a.statement.confidence, b.statement.confidence),
    }
