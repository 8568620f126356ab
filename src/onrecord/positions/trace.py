"""Where a speaker, or whoever it speaks for, stood on a topic over time, and what may explain each change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from onrecord import acting
from onrecord.positions.acts import Act, about_one, act, one_act, opposed, turned
from onrecord.positions.commitments import Commitment, is_background, said
from onrecord.positions.levels import level, told_act
from onrecord.positions.propositions import one_proposition
from onrecord.positions.rivals import rivals
from onrecord.positions.topics import Passage, Topic, find_topics
from onrecord.records import (
    AnnotatedArticle,
    Dating,
    Level,
    Position,
    PositionEntry,
    Shift,
    Speaker,
    Story,
    Utterance,
    stable_id,
)
from onrecord.text import View, Views

# Days after which the same words with a "not" are said anew, and no other outlet's rendering.
ANEW = 3
# Direct speech is better evidence of a position than its paraphrase.
_KINDS = {"direct": 0, "mixed": 1, "indirect": 2}


def trace(
    stories: Sequence[Story],
    articles: Mapping[str, AnnotatedArticle],
    utterances: Sequence[Utterance],
    speakers: Mapping[str, Speaker],
    views: Views,
) -> tuple[Position, ...]:
    """The positions held in one storyline: per topic and per speaker and principal, at least two entries.

    Args:
        stories: all stories of one storyline.
        articles: by id; at least those of the stories.
        utterances: those of the stories; renderings of one utterance count once.
        speakers: by id; ``acts_for`` leads from a spokesman to those it speaks for.
        views: article id -> its text.
    """
    told = {r.statement_id: u for u in utterances for r in u.renderings}
    ids = sorted({a for story in stories for a in story.article_ids})
    every = [pair for a in ids for pair in _committed(articles[a], views[a], told)]
    committed, acts = ([c for c, own in every if own is wanted] for wanted in (True, False))
    found = [p for topic, about in _by_topic(committed) for p in _of_topic(topic, about, speakers)]
    moved = {s.to_statement_id for p in found for s in p.shifts}
    found += _of_acts((committed, acts), speakers, moved)
    return tuple(sorted(found, key=lambda p: p.id))


def _by_topic(committed: Sequence[Commitment]) -> Iterable[tuple[Topic, list[Commitment]]]:
    """The topics that statements are about, each with these, in their order."""
    topics = find_topics(
        [Passage(c.statement.id, c.view, c.statement.content, c.article.title or "") for c in committed]
    )
    about: list[list[Commitment]] = [[] for _ in topics]
    topic_of = {key: its for topic, its in zip(topics, about, strict=True) for key in topic.statement_ids}
    for commitment in committed:
        if commitment.statement.id in topic_of:
            topic_of[commitment.statement.id].append(commitment)
    return zip(topics, about, strict=True)


def _committed(
    item: AnnotatedArticle, view: View, told: Mapping[str, Utterance]
) -> Iterator[tuple[Commitment, bool]]:
    """Statements of an article with a known speaker and a place on a scale, in their order.

    Each with whether it commits the speaker himself, or tells what another will do.
    """
    for statement in item.statements:
        if statement.speaker_id is None or statement.mode == "thought":
            continue
        cue = " ".join(s.of(view.text) for s in statement.cue)
        content = statement.content_text(view.text, " ")
        asked = cue, content, view.language, statement.stance
        own = level(*asked)
        found = told_act(*asked) if own is None else own
        if found is not None and not is_background(statement, view):
            by, utterance = statement.speaker_id, told.get(statement.id)
            yield Commitment(statement, view, item.article.published, found, utterance, by), own is not None


def _of_topic(
    topic: Topic, about: Sequence[Commitment], speakers: Mapping[str, Speaker]
) -> Iterator[Position]:
    """One position per speaker or principal; one that says the same as a speaker's own is left out."""
    holders: dict[str, list[Commitment]] = defaultdict(list)
    distance: dict[str, int] = {}  # to the nearest of those who spoke for it
    for commitment in about:
        for steps, holder in enumerate(acting.chain(commitment.speaker_id, speakers)):
            holders[holder].append(commitment)
            distance[holder] = min(steps, distance.get(holder, steps))
    seen: set[tuple[str, ...]] = set()
    for holder, commitments in sorted(holders.items(), key=lambda item: (distance[item[0]], item[0])):
        ordered = _in_order(_once(commitments), _news_days(commitments))
        ids = tuple(s.statement.id for s in ordered)
        if len(ordered) < 2 or ids in seen:
            continue
        seen.add(ids)
        yield Position(
            id=stable_id("pos", holder, topic.name, ids),
            speaker_id=holder,
            topic=topic.name,
            entries=tuple(PositionEntry(s.statement.id, said(s), s.level, s.speaker_id) for s in ordered),
            shifts=tuple(_shifts(ordered, speakers)),
        )


def _of_acts(
    scales: Sequence[Iterable[Commitment]],
    speakers: Mapping[str, Speaker],
    known: Collection[str],
) -> Iterator[Position]:
    """One speaker's own acts, given up and taken up again or the other way; no topic is needed.

    ``scales``: what somebody commits himself to, and what he tells of others; neither stands for the other.
    ``known``: the statements with which a position is known to have moved.
    """
    every: dict[str, list[Commitment]] = defaultdict(list)
    for commitment in (c for scale in scales for c in scale):
        every[commitment.speaker_id].append(commitment)
    meant = {c.statement.id: act(c, speakers.get(holder)) for holder, own in every.items() for c in own}
    told = {key: found for key, found in meant.items() if found is not None}
    held: dict[str, list[Commitment]] = defaultdict(list)
    for commitment in (c for scale in scales for c in _once_an_act(scale, told)):
        held[commitment.speaker_id].append(commitment)
    for holder, own in sorted(held.items()):
        acts = [(c, told[c.statement.id]) for c in _in_order(own, _news_days(every[holder]))]
        for before, after, done in _turnings(acts):
            if after.statement.id not in known:
                yield _turning(holder, before, after, done)


def _turnings(acts: Sequence[tuple[Commitment, Act]]) -> Iterator[tuple[Commitment, Commitment, Act]]:
    """What one speaker said last of an act, and what turns that, with the act as it is told then."""
    for n, (after, done) in enumerate(acts):
        same = [(c, a) for c, a in acts[:n] if about_one(a, done, after.view.language)]
        if same and turned(same[-1], (after, done)) and _told_apart(same[-1][0], after):
            yield same[-1][0], after, done


def _turning(holder: str, before: Commitment, after: Commitment, done: Act) -> Position:
    ids = before.statement.id, after.statement.id
    return Position(
        id=stable_id("pos", holder, done.written, ids),
        speaker_id=holder,
        topic=done.written,
        entries=tuple(PositionEntry(c.statement.id, said(c), c.level, holder) for c in (before, after)),
        shifts=(Shift(*ids, tuple(rivals(before, after))),),
    )


def _once(commitments: Iterable[Commitment]) -> list[Commitment]:
    """One per speaker, level and day, or per utterance: the fullest and most literal."""
    best: dict[tuple[object, ...], Commitment] = {}
    for commitment in sorted(commitments, key=_evidence):
        day = said(commitment).day or commitment.article.id
        keys: tuple[tuple[object, ...], ...] = ((commitment.speaker_id, commitment.level, day),)
        if commitment.utterance is not None:
            keys += ((commitment.utterance.id, commitment.level),)
        if not any(key in best for key in keys):
            best.update(dict.fromkeys(keys, commitment))
    unique = {s.statement.id: s for s in best.values()}
    return list(unique.values())


def _once_an_act(commitments: Iterable[Commitment], told: Mapping[str, Act]) -> Iterator[Commitment]:
    """The same of each act, for who rules out two things on one day rules out both.

    ``told``: acts by statement.
    """
    kept: dict[tuple[str, Level, str], list[Act]] = defaultdict(list)
    rendered: set[tuple[str, Level]] = set()
    for commitment in sorted((c for c in commitments if c.statement.id in told), key=_evidence):
        day, own = said(commitment).day or commitment.article.id, told[commitment.statement.id]
        utterance = commitment.utterance.id if commitment.utterance is not None else commitment.statement.id
        others = kept[commitment.speaker_id, commitment.level, day]
        known = any(other.is_that_of(own, commitment.view.language) for other in others)
        if not known and (utterance, commitment.level) not in rendered:
            others.append(own)
            rendered.add((utterance, commitment.level))
            yield commitment


def _evidence(commitment: Commitment) -> tuple[object, ...]:
    """Sorts body text before headlines, quotations before paraphrase, longer before shorter."""
    statement = commitment.statement
    size = sum(s.end - s.start for s in statement.content)
    return (statement.headline, _KINDS[statement.kind], -size, statement.id)


def _news_days(commitments: Iterable[Commitment]) -> dict[str, str]:
    """Article id -> the first day on which it has somebody commit himself."""
    days: dict[str, str] = {}
    for commitment in commitments:
        day = commitment.statement.said.day
        if day is not None:
            days[commitment.article.id] = min(days.get(commitment.article.id, day), day)
    return days


def _in_order(commitments: Sequence[Commitment], news: Mapping[str, str]) -> list[Commitment]:
    """By the day they were said; what an article puts before its news comes before that news."""
    return sorted(commitments, key=lambda s: _moment(s, news))


def _moment(commitment: Commitment, news: Mapping[str, str]) -> tuple[str, int, int]:
    """Sort key: a day (the last one possible, or the first when that is open), and before or on it."""
    dating = said(commitment)
    day = dating.latest or dating.earliest or "9999"
    start = commitment.statement.content[0].start
    if commitment.statement.said.day is None and commitment.is_beforehand:
        return (min(day, news.get(commitment.article.id, day)), 0, start)
    return (day, 1, start)


def _shifts(ordered: Sequence[Commitment], speakers: Mapping[str, Speaker]) -> Iterator[Shift]:
    """Consecutive entries of different levels on one proposition, with what may explain the difference.

    Where nothing tells which of two came first, there is a difference and no shift.
    """
    for before, after in pairwise(ordered):
        moved = before.level != after.level and _told_apart(before, after)
        if (
            moved
            and acting.one_voice(before.speaker_id, after.speaker_id, speakers)
            and one_proposition(before, after)
            and one_act(before, after, speakers)
        ):
            yield Shift(before.statement.id, after.statement.id, tuple(rivals(before, after)))


def _told_apart(before: Commitment, after: Commitment) -> bool:
    """Whether one statement surely came after the other.

    A saying without a day is of about the day of its article. Not where the time of one is wholly unknown,
    where both are of one day and no text says that one was made earlier, nor where both render one utterance
    and do not say the opposite on days far apart.
    """
    datings = said(before), said(after)
    again = before.utterance is not None and before.utterance is after.utterance
    if again and not (opposed(before.level, after.level) and _days_between(*datings) >= ANEW):
        return False
    if any(d.earliest is None and d.latest is None for d in datings):
        return False
    if before.article.id == after.article.id and before.is_beforehand:
        return True
    first, then = map(_about, datings)
    return first < then


def _about(dating: Dating) -> str:
    """The day of a saying, or about it."""
    return dating.day or dating.latest or dating.earliest or ""


def _days_between(before: Dating, after: Dating) -> int:
    """Days from one saying to the other; 0 where that is not known."""
    try:
        first, then = (date.fromisoformat(_about(d)) for d in (before, after))
    except ValueError:
        return 0
    return (then - first).days
