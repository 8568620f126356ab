"""Underlying sources: one principal behind several acts, another outlet's report, a person without a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.acting import sole_principal
from onrecord.languages.grammar import OriginGrammar
from onrecord.origins.acts import Act
from onrecord.origins.outlets import agencies, folded, one_name
from onrecord.records import AnnotatedArticle, Origin, Place, Speaker, Statement, hull, stable_id
from onrecord.text import View, Views

# Places of evidence shown per source.
SHOWN = 6


def source_origins(
    acts: Sequence[tuple[Act, Origin]],
    items: Sequence[AnnotatedArticle],
    speakers: Mapping[str, Speaker],
    outlets: frozenset[str],
    views: Views,
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
    found += _reports(items, outlets, views)
    return tuple(found), {key: tuple(sorted(value)) for key, value in rests.items()}


def _principals(
    acts: Sequence[tuple[Act, Origin]], speakers: Mapping[str, Speaker]
) -> dict[str, list[tuple[Act, Origin]]]:
    """Speaker id of a principal -> the acts done by it or for it."""
    behind: defaultdict[str, list[tuple[Act, Origin]]] = defaultdict(list)
    for act, origin in acts:
        for principal in sorted({sole_principal(s, speakers) for s in act.speakers}):
            behind[principal].append((act, origin))
    return behind


def _principal(
    principal: str, behind: Sequence[tuple[Act, Origin]], speakers: Mapping[str, Speaker]
) -> Origin:
    name = speakers[principal].name if principal in speakers else "one speaker"
    statements = sorted({i for _, origin in behind for i in origin.statement_ids})
    evidence = [place for act, _ in behind for place in _spoken_for(act, principal, name, speakers)]
    return Origin(
        id=stable_id("origin", "source", principal, *statements),
        kind="unknown",
        level="source",
        name=f"{name}, behind {len(behind)} occasions",
        article_ids=tuple(sorted({a for act, _ in behind for a in act.article_ids})),
        evidence=tuple(evidence[:SHOWN]),
        statement_ids=tuple(statements),
    )


def _spoken_for(act: Act, principal: str, name: str, speakers: Mapping[str, Speaker]) -> Iterator[Place]:
    """The first place of an act where ``principal`` or whoever speaks for it is the source."""
    for statement, _ in act.members:
        if statement.speaker_id and sole_principal(statement.speaker_id, speakers) == principal:
            who = statement.speaker or statement.source_text or "this source"
            note = f"{who} speaks for {name}" if statement.speaker_id != principal else f"{name} again"
            yield _place(statement, note)
            return


def _place(statement: Statement, note: str) -> Place:
    """Where the text names a statement's source, else what was said."""
    span = hull(statement.source or statement.content)
    return Place(statement.article_id, span.start, span.end, note)


def _unnamed(act: Act) -> Origin:
    """A source that the texts do not name: how many persons it is cannot be told."""
    members = [s for s, o in act.members if o.unnamed]
    return Origin(
        id=stable_id("origin", "source", "unnamed", *sorted(s.id for s in members)),
        kind="unknown",
        level="source",
        name=f"unnamed: {members[0].source_text}",
        article_ids=tuple(sorted({s.article_id for s in members})),
        evidence=tuple(_place(s, "the text gives no name") for s in members[:SHOWN]),
        statement_ids=tuple(sorted(s.id for s in members)),
    )


def _reports(items: Sequence[AnnotatedArticle], outlets: frozenset[str], views: Views) -> list[Origin]:
    """Reports of other outlets that statements rest on ("Norvik Press reported", "told Norvik Press")."""
    told: defaultdict[str, list[tuple[Statement, Place]]] = defaultdict(list)
    for item in items:
        view = views[item.article.id]
        own = one_name(folded(item.article.outlet or "", view.language), view.language)
        for statement in item.statements:
            cited = _cited(statement, view, outlets)
            if cited is not None and cited[0] != own:
                told[cited[0]].append((statement, cited[1]))
    return [_report(outlet, members) for outlet, members in sorted(told.items())]


def _report(outlet: str, members: Sequence[tuple[Statement, Place]]) -> Origin:
    """The report of one outlet, called as it is where it is named first."""
    ids = sorted(s.id for s, _ in members)
    shown = (replace(p, note=f"rests on a report of {p.note}") for _, p in members[:SHOWN])
    return Origin(
        id=stable_id("origin", "source", "report", outlet, *ids),
        kind="wire",
        level="source",
        name=f"report of {members[0][1].note}",
        article_ids=tuple(sorted({s.article_id for s, _ in members})),
        evidence=tuple(shown),
        statement_ids=tuple(ids),
    )


def _cited(statement: Statement, view: View, outlets: frozenset[str]) -> tuple[str, Place] | None:
    """The outlet whose report a statement rests on, folded and in full; its place has the name as written."""
    if not (statement.source and statement.source_text):
        return None
    language = view.language
    cues = {language.plain(word) for span in statement.cue for word in span.of(view.text).split()}
    if not cues & language.grammar(OriginGrammar).reporting:
        return None
    name = f" {folded(statement.source_text, language)} "
    known = sorted(outlets | agencies(language), key=lambda o: (-len(o), o))
    match = next((o for o in known if f" {o} " in name), None)
    return None if match is None else (one_name(match, language), _place(statement, statement.source_text))
