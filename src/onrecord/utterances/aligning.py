"""Statements of one story into utterances: points, candidates, scores, groups, then labels."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.models import recall, vectors
from onrecord.records import (
    AnnotatedArticle,
    Comparison,
    Correction,
    Dating,
    Rendering,
    Speaker,
    Story,
    Utterance,
    stable_id,
)
from onrecord.text import Views
from onrecord.utterances import repeats, scoring
from onrecord.utterances.candidates import candidates
from onrecord.utterances.comparing import edits
from onrecord.utterances.context import Context, Encoder, context
from onrecord.utterances.corrected import corrected
from onrecord.utterances.facts import days
from onrecord.utterances.grouping import group
from onrecord.utterances.labels import Rendered, fullest, label, rendered
from onrecord.utterances.points import Point, points
from onrecord.utterances.qualifiers import dropped, flipped
from onrecord.utterances.scoring import Scorer
from onrecord.utterances.surely import Surely

# Words that are named as a reason.
_MOST_WORDS = 6


def align(
    story: Story,
    articles: Mapping[str, AnnotatedArticle],
    speakers: Mapping[str, Speaker],
    views: Views,
    *,
    scorer: Scorer | None = None,
    encoder: Encoder | None = None,
    corrections: Sequence[Correction] = (),
    memory: recall.Memory | None = None,
) -> tuple[Utterance, ...]:
    """The utterances of ``story``: which statements of its articles report the same words or point.

    Args:
        story: whose articles are compared; ids missing from ``articles`` are passed over.
        articles: by id, with statements whose ``speaker_id`` has been joined across articles.
        speakers: by id.
        views: article id -> its text.
        scorer: probability that two points belong together; the packaged one when None.
        encoder: gives vectors to sentences and words; the packaged one when None.
        corrections: what users have merged and split, oldest first.
        memory: what the packaged networks answered before; they are asked anew when None.

    Returns:
        Utterances sorted by id. Every statement with content is rendered in at least one; a statement
        that nobody else reports is an utterance of one rendering. A long statement whose sentences are
        taken up by different articles is rendered, in parts, by several.
    """
    found = [p for name in story.article_ids if name in articles for p in points(articles[name], views[name])]
    found.sort(key=lambda p: p.key)
    if encoder is None and len(story.article_ids) > 1:
        encoder = recall.Vectors(vectors.packaged(), memory) if memory is not None else vectors.packaged()
    compared, followers = repeats.apart(found)
    made = context(compared, speakers, encoder)
    judge = scoring.packaged(memory) if scorer is None else scorer
    pairs = candidates(made)
    scored = dict(zip(pairs, judge.score(made, pairs).tolist() if pairs else (), strict=True))
    groups = repeats.together(_groups(made, scored), followers)
    surely = Surely.of(made.points, scored, groups, followers)
    told = corrected(groups, corrections)
    return tuple(sorted((_utterance(story, made, g, judge, surely) for g in told), key=lambda u: u.id))


def _groups(made: Context, scored: Mapping[tuple[int, int], float]) -> list[list[Point]]:
    """Points that belong together, with sentences that travel together made one."""
    indices = group(made.points, scored)
    return _together([[made.points[i] for i in members] for members in indices])


def _together(groups: Iterable[Sequence[Point]]) -> list[list[Point]]:
    """Join groups whose points follow each other in the very same statements; leftovers of one likewise."""
    by_statements: dict[frozenset[str], list[list[Point]]] = defaultdict(list)
    for members in groups:
        by_statements[frozenset(p.statement.id for p in members)].append(list(members))
    out: list[list[Point]] = []
    for same in by_statements.values():
        same.sort(key=lambda members: min(p.key for p in members))
        run = [same[0]]
        for members in same[1:]:
            if _follows(run[-1], members):
                run[-1] = run[-1] + members
            else:
                run.append(members)
        out.extend(run)
    return out


def _follows(one: Sequence[Point], two: Sequence[Point]) -> bool:
    """Whether in every statement the points of ``two`` come right after those of ``one``."""
    last: dict[str, int] = {}
    first: dict[str, int] = {}
    for p in one:
        last[p.statement.id] = max(p.index, last.get(p.statement.id, -1))
    for p in two:
        first[p.statement.id] = min(p.index, first.get(p.statement.id, p.index))
    return all(first[name] == last[name] + 1 for name in last)


def _utterance(
    story: Story, made: Context, members: Sequence[Point], judge: Scorer, surely: Surely
) -> Utterance:
    """Label the renderings of one group and lay each beside the fullest."""
    by_statement: dict[str, list[Point]] = defaultdict(list)
    for point in members:
        by_statement[point.statement.id].append(point)
    parts = sorted((rendered(ps) for ps in by_statement.values()), key=lambda r: r.points[0].key)
    best = parts[fullest(parts)]
    distinct = _distinct(parts)
    told = ((_rendering(p, best, _beside(p, parts, distinct)), surely.beside(p, best)) for p in parts)
    renderings = tuple(replace(r, probability=probability) for r, probability in told)
    speaker = _speaker(parts)
    return Utterance(
        id=stable_id("utterance", *(f"{r.statement_id}:{r.content[0].start}" for r in renderings)),
        story_id=story.id,
        speaker_id=speaker,
        said=_said(parts),
        renderings=renderings,
        comparisons=tuple(_comparison(part, best) for part in parts if part is not best),
        reasons=_reasons(parts, made, speaker),
        producer=judge.version,
    )


def _distinct(parts: Sequence[Rendered]) -> set[int]:
    """The identities of ``parts``, but for the third and further ones of equal words."""
    times: Counter[tuple[tuple[str, ...], tuple[bool, ...], str]] = Counter()
    out = set()
    for part in parts:
        words = (part.plain, part.quoted, part.points[0].statement.kind)
        times[words] += 1
        if times[words] <= repeats.KEPT:
            out.add(id(part))
    return out


def _beside(part: Rendered, parts: Sequence[Rendered], distinct: Container[int]) -> list[Rendered]:
    """What ``part`` is laid beside: all that is ``distinct``, and what its own article has."""
    home = part.points[0].article.id
    return [p for p in parts if p is not part and (id(p) in distinct or p.points[0].article.id == home)]


def _rendering(part: Rendered, best: Rendered, others: Sequence[Rendered]) -> Rendering:
    """One statement's record in the utterance; ``others`` are the renderings that it is laid beside."""
    # What the article itself says elsewhere comes first: then the article has not dropped it.
    statement = part.points[0].statement
    nearest = sorted(others, key=lambda p: p.points[0].article.id != statement.article_id)
    place = next((place for p in nearest if (place := dropped(part, p)) is not None), None)
    return Rendering(
        statement_id=statement.id,
        article_id=statement.article_id,
        content=part.spans,
        label=label(part, others),
        dropped_qualifier=place is not None,
        qualifier=place,
        polarity_flip=part is not best and flipped(part, best),
    )


def _comparison(part: Rendered, best: Rendered) -> Comparison:
    """The rendering beside the fullest one; ``a`` is the fullest."""
    return Comparison(
        a_statement_id=best.points[0].statement.id,
        b_statement_id=part.points[0].statement.id,
        edits=edits(best.words, best.keys, part.words, part.keys, part.language),
    )


def _speaker(parts: Sequence[Rendered]) -> str | None:
    """The speaker that most renderings name; ties go to the more confident, then to the lesser id."""
    votes: Counter[str] = Counter()
    trust: dict[str, float] = defaultdict(float)
    for part in parts:
        statement = part.points[0].statement
        if statement.speaker_id is not None:
            votes[statement.speaker_id] += 1
            trust[statement.speaker_id] += statement.confidence
    return min(votes, key=lambda name: (-votes[name], -trust[name], name)) if votes else None


def _said(parts: Sequence[Rendered]) -> Dating:
    """The narrowest dating that any rendering gives, but for days after one that gives none was out."""
    said = [p.points[0].statement.said for p in parts if p.points[0].statement.said.edtf is not None]
    out = [p.points[0].article.published for p in parts if p.points[0].statement.said.edtf is None]
    known = [dating for dating in said if not any(published.before(dating) for published in out)]

    def width(dating: Dating) -> tuple[float, str, str, str]:
        first, last = days(dating) or (0, math.inf)
        return (last - first, dating.latest or "9999", dating.earliest or "", dating.edtf or "")

    return min(known, key=width, default=Dating())


def _reasons(parts: Sequence[Rendered], made: Context, speaker: str | None) -> tuple[str, ...]:
    """Why these renderings are held to be one utterance, in words."""
    if len(parts) < 2:
        return ("no other statement of the story says this",)
    told = (_by_speaker(parts, made, speaker), _by_words(parts, made), _by_day(parts))
    return tuple(reason for reason in told if reason) or ("their meaning is close",)


def _by_speaker(parts: Sequence[Rendered], made: Context, speaker: str | None) -> str:
    """Whether all renderings name one speaker; empty when none does."""
    if speaker is None:
        return ""
    if any(p.points[0].statement.speaker_id != speaker for p in parts):
        return "speaker known in some renderings only, or named differently"
    return f"same speaker: {made.speakers[speaker].name}" if speaker in made.speakers else "same speaker"


def _by_words(parts: Sequence[Rendered], made: Context) -> str:
    """The rarest words that all have."""
    shared = frozenset.intersection(*(frozenset(p.keys) for p in parts))
    rare = sorted((k for k in shared if k in made.rarity), key=lambda k: (-made.rarity[k], k))
    return "words common to all: " + ", ".join(rare[:_MOST_WORDS]) if rare else ""


def _by_day(parts: Sequence[Rendered]) -> str:
    """The one day that they are dated to."""
    days = {p.points[0].statement.said.day for p in parts} - {None}
    return f"said on {days.pop()}" if len(days) == 1 else ""
