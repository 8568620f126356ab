"""Underlying sources: one principal behind several acts, another outlet's report, a person without a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from onrecord.languages.english.articles import AGENCIES
from onrecord.languages.english.origins import REPORTING
from onrecord.languages.words import plain
from onrecord.origins.acts import Act, folded, principal_of
from onrecord.records import AnnotatedArticle, Origin, Place, Speaker, Statement, hull, stable_id

# Places of evidence shown per source.
SHOWN = 6


def source_origins(
    acts: Sequence[tuple[Act, Origin]], items: Sequence[AnnotatedArticle], speakers: Mapping[str, Speaker]
) -> tuple[tuple[Origin, ...], dict[str, tuple[str, ...]]]:
    """Source-level origins, and for each act's origin id the sources it rests on."""
    found: list[Origin] = []
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for principal, behind in sorted(_principals(acts, speakers).items()):
        if len(behind) > 1:
            origin = _principal(principal, behind, speakers)
            found.append(origin)
            for _, act_origin in behind:
                rests[act_origin.id].append(origin.id)
    for act, act_origin in acts:
        if any(o.unnamed for _, o in act.members):
            origin = _unnamed(act)
            found.append(origin)
            rests[act_origin.id].append(origin.id)
    found += _reports(items)
    return tuple(found), {key: tuple(sorted(value)) for key, value in rests.items()}


def _principals(
    acts: Sequence[tuple[Act, Origin]], speakers: Mapping[str, Speaker]
) -> dict[str, list[tuple[Act, Origin]]]:
    """Speaker id of a principal -> the acts done by it or for it."""
    behind: defaultdict[str, list[tuple[Act, Origin]]] = defaultdict(list)
    for act, origin in acts:
        for principal in sorted({principal_of(s, speakers) for s in act.speakers}):
            behind[principal].append((act, origin))
    return behind


def _principal(
    principal: str, behind: Sequence[tuple[Act, Origin]], speakers: Mapping[str, Speaker]
) -> Origin:
    name = speakers[principal].name if principal in speakers else "one speaker"
    statements = sorted({i for _, origin in behind for i in origin.statement_ids})
    evidence = []
    for act, _ in behind:
        # An act may hold statements of several speakers: evidence is one that this source is behind.
        statement = next(
            (s for s, _ in act.members if s.speaker_id and principal_of(s.speaker_id, speakers) == principal),
            None,
        )
        if statement is None:
            continue
        span = hull(statement.source or statement.content)
        who = statement.speaker or statement.source_text or "this source"
        note = f"{who} speaks for {name}" if statement.speaker_id != principal else f"{name} again"
        evidence.append(Place(statement.article_id, span.start, span.end, note))
    return Origin(
        id=stable_id("origin", "source", principal, *statements),
        kind="unknown",
        level="source",
        name=f"{name}, behind {len(behind)} occasions",
        article_ids=tuple(sorted({a for act, _ in behind for a in act.article_ids})),
        evidence=tuple(evidence[:SHOWN]),
        statement_ids=tuple(statements),
    )


def _unnamed(act: Act) -> Origin:
    """A source that the texts do not name: how many persons it is cannot be told."""
    members = [s for s, o in act.members if o.unnamed]
    evidence = []
    for statement in members[:SHOWN]:
        span = hull(statement.source or statement.content)
        evidence.append(Place(statement.article_id, span.start, span.end, "the text gives no name"))
    return Origin(
        id=stable_id("origin", "source", "unnamed", *sorted(s.id for s in members)),
        kind="unknown",
        level="source",
        name=f"unnamed: {members[0].source_text}",
        article_ids=tuple(sorted({s.article_id for s in members})),
        evidence=tuple(evidence),
        statement_ids=tuple(sorted(s.id for s in members)),
    )


def _reports(items: Sequence[AnnotatedArticle]) -> list[Origin]:
    """Reports of other outlets that statements rest on ("Norvik Press reported", "told Norvik Press")."""
    told: defaultdict[str, list[tuple[Statement, Place]]] = defaultdict(list)
    outlets = {folded(i.article.outlet) for i in items if i.article.outlet} | {folded(a) for a in AGENCIES}
    shown: dict[str, str] = {}
    for item in items:
        own = folded(item.article.outlet) if item.article.outlet else None
        for statement in item.statements:
            cited = _cited(statement, item, outlets)
            if cited is None or cited[0] == own:
                continue
            shown.setdefault(cited[0], cited[1].note)
            told[cited[0]].append((statement, cited[1]))
    return [
        Origin(
            id=stable_id("origin", "source", "report", outlet, *sorted(s.id for s, _ in members)),
            kind="wire",
            level="source",
            name=f"report of {shown[outlet]}",
            article_ids=tuple(sorted({s.article_id for s, _ in members})),
            evidence=tuple(
                Place(p.article_id, p.start, p.end, f"rests on a report of {p.note}")
                for _, p in members[:SHOWN]
            ),
            statement_ids=tuple(sorted(s.id for s, _ in members)),
        )
        for outlet, members in sorted(told.items())
    ]


def _cited(statement: Statement, item: AnnotatedArticle, outlets: set[str]) -> tuple[str, Place] | None:
    """The outlet, folded, whose report a statement rests on; the place's note is the name as written."""
    text = item.article.text
    cues = {plain(word) for span in statement.cue for word in span.of(text).split()}
    if statement.source and statement.source_text and cues & REPORTING:
        name = folded(statement.source_text)
        match = next((o for o in sorted(outlets, key=len, reverse=True) if f" {o} " in f" {name} "), None)
        if match is not None:
            span = hull(statement.source)
            return match, Place(item.article.id, span.start, span.end, statement.source_text)
    return None
