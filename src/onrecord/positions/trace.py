"""Where a speaker, or whoever it speaks for, stood on a topic over time, and what may explain each change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from onrecord.languages.english.commitments import BACKGROUND, BEFOREHAND
from onrecord.positions.levels import level
from onrecord.positions.principals import Principals
from onrecord.positions.rivals import rivals
from onrecord.positions.stands import Stand, said
from onrecord.positions.topics import Passage, Topic, find_topics
from onrecord.records import (
    AnnotatedArticle,
    Position,
    PositionEntry,
    Shift,
    Speaker,
    Statement,
    Story,
    Utterance,
    stable_id,
)

# How far back in a sentence "Earlier," is looked for, in characters.
_SENTENCE = 300
# Direct speech is better evidence of a position than its paraphrase.
_KINDS = {"direct": 0, "mixed": 1, "indirect": 2}


def trace(
    stories: Sequence[Story],
    articles: Mapping[str, AnnotatedArticle],
    utterances: Sequence[Utterance],
    speakers: Mapping[str, Speaker],
) -> tuple[Position, ...]:
    """The positions held in one storyline: per topic and per speaker and principal, at least two entries.

    Args:
        stories: all stories of one storyline.
        articles: by id; at least those of the stories.
        utterances: those of the stories; renderings of one utterance count once.
        speakers: by id; ``acts_for`` leads from a spokesman to those it speaks for.
    """
    stands = list(_stands(stories, articles, utterances))
    passages = [
        Passage(s.statement.id, s.article.id, s.article.text, s.statement.content, s.article.title or "")
        for s in stands
    ]
    principals = Principals(speakers)
    found: list[Position] = []
    for topic in find_topics(passages):
        about = [s for s in stands if s.statement.id in topic.statement_ids]
        found.extend(_of_topic(topic, about, principals))
    return tuple(sorted(found, key=lambda p: p.id))


def _stands(
    stories: Sequence[Story], articles: Mapping[str, AnnotatedArticle], utterances: Sequence[Utterance]
) -> Iterator[Stand]:
    """Statements with a known speaker and a place on the scale, in a stable order."""
    told = {r.statement_id: u for u in utterances for r in u.renderings}
    for article_id in sorted({a for story in stories for a in story.article_ids}):
        item = articles[article_id]
        for statement in item.statements:
            if statement.speaker_id is None or statement.mode == "thought":
                continue
            text = item.article.text
            cue = " ".join(s.of(text) for s in statement.cue)
            found = level(cue, statement.content_text(text, " "), statement.stance)
            if found is not None and not _is_background(statement, text):
                yield Stand(statement, item.article, found, told.get(statement.id), statement.speaker_id)


def _is_background(statement: Statement, text: str) -> bool:
    """Whether the clause only dates something else: "it ended after Velland agreed to leave"."""
    first = min(s.start for s in (*statement.source, *statement.cue, *statement.content))
    before = text[max(0, first - 40) : first].split()
    if before and before[-1].lower() in ("the", "a", "an"):
        before.pop()
    return bool(before) and not text[max(0, first - 2) : first].endswith("\n") and before[-1] in BACKGROUND


def _of_topic(topic: Topic, about: Sequence[Stand], principals: Principals) -> Iterator[Position]:
    """One position per speaker or principal; one that says the same as a speaker's own is left out."""
    holders: dict[str, list[Stand]] = defaultdict(list)
    distance: dict[str, int] = {}  # to the nearest of those who spoke for it
    for stand in about:
        for steps, holder in enumerate(principals.chain(stand.speaker_id)):
            holders[holder].append(stand)
            distance[holder] = min(steps, distance.get(holder, steps))
    seen: set[tuple[str, ...]] = set()
    for holder, stands in sorted(holders.items(), key=lambda item: (distance[item[0]], item[0])):
        ordered = _in_order(_once(stands), _news_days(stands))
        ids = tuple(s.statement.id for s in ordered)
        if len(ordered) < 2 or ids in seen:
            continue
        seen.add(ids)
        yield Position(
            id=stable_id("pos", holder, topic.name, ids),
            speaker_id=holder,
            topic=topic.name,
            entries=tuple(PositionEntry(s.statement.id, said(s), s.level, s.speaker_id) for s in ordered),
            shifts=tuple(_shifts(ordered)),
        )


def _once(stands: Iterable[Stand]) -> list[Stand]:
    """One stand per speaker, level and day, or per utterance: the fullest and most literal."""
    best: dict[tuple[object, ...], Stand] = {}
    for stand in sorted(stands, key=_evidence):
        day = said(stand).day or stand.article.id
        keys: tuple[tuple[object, ...], ...] = ((stand.speaker_id, stand.level, day),)
        if stand.utterance is not None:
            keys += ((stand.utterance.id, stand.level),)
        if not any(key in best for key in keys):
            best.update(dict.fromkeys(keys, stand))
    unique = {s.statement.id: s for s in best.values()}
    return list(unique.values())


def _evidence(stand: Stand) -> tuple[object, ...]:
    """Sorts body text before headlines, quotations before paraphrase, longer before shorter."""
    statement = stand.statement
    size = sum(s.end - s.start for s in statement.content)
    return (statement.headline, _KINDS[statement.kind], -size, statement.id)


def _news_days(stands: Iterable[Stand]) -> dict[str, str]:
    """Article id -> the first day on which it has somebody take a stand."""
    days: dict[str, str] = {}
    for stand in stands:
        day = stand.statement.said.day
        if day is not None:
            days[stand.article.id] = min(days.get(stand.article.id, day), day)
    return days


def _in_order(stands: Sequence[Stand], news: Mapping[str, str]) -> list[Stand]:
    """By the day they were said; what an article puts before its news comes before that news."""
    return sorted(stands, key=lambda s: _moment(s, news))


def _moment(stand: Stand, news: Mapping[str, str]) -> tuple[str, int, int]:
    """Sort key: a day (the last one possible, or the first when that is open), and before or on it."""
    dating = said(stand)
    day = dating.latest or dating.earliest or "9999"
    start = stand.statement.content[0].start
    if stand.statement.said.day is None and _is_beforehand(stand):
        return (min(day, news.get(stand.article.id, day)), 0, start)
    return (day, 1, start)


def _is_beforehand(stand: Stand) -> bool:
    """Whether the sentence begins with "Earlier" or the like."""
    statement = stand.statement
    first = min(s.start for s in (*statement.source, *statement.cue, *statement.content))
    lead = stand.article.text[max(0, first - _SENTENCE) : first]
    words = lead.rsplit("\n", 1)[-1].rsplit(". ", 1)[-1].rsplit(".", 1)[-1].lower()
    return any(word in BEFOREHAND for word in words.replace(",", " ").split())


def _shifts(ordered: Sequence[Stand]) -> Iterator[Shift]:
    """Consecutive entries of different levels, with what may explain the difference.

    Where nothing tells which of two came first, there is a difference and no shift.
    """
    for before, after in pairwise(ordered):
        if before.level != after.level and _told_apart(before, after):
            yield Shift(before.statement.id, after.statement.id, tuple(rivals(before, after)))


def _told_apart(before: Stand, after: Stand) -> bool:
    """Whether the texts leave room for one statement after the other.

    Not where the time of one is wholly unknown, nor where one article gives both without a day of their own,
    unless it says that one was made earlier.
    """
    datings = said(before), said(after)
    if any(d.earliest is None and d.latest is None for d in datings):
        return False
    if before.article.id != after.article.id or datings[0].day != datings[1].day:
        return True
    if before.statement.said.day is not None and after.statement.said.day is not None:
        return True
    return _is_beforehand(before) or _is_beforehand(after)
