"""Speech-act origins: which statements, in whichever outlet, come from one briefing, interview or post."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from onrecord.acting import sole_principal
from onrecord.languages import Language
from onrecord.languages.grammar import OriginGrammar
from onrecord.origins.occasions import Occasion, Occasions
from onrecord.records import (
    AnnotatedArticle,
    Origin,
    OriginKind,
    Place,
    Rendering,
    Speaker,
    Statement,
    Utterance,
    hull,
    stable_id,
)
from onrecord.text import Views

# Kinds of one family can be one act: what one outlet calls a statement another calls a press release.
FAMILIES: Mapping[OriginKind, str] = {
    "briefing": "spoken",
    "speech": "speech",
    "interview": "interview",
    "statement": "written",
    "readout": "written",
    "press_release": "written",
    "post": "post",
    "document": "document",
}
# Places of evidence shown per act.
SHOWN = 8


@dataclass(slots=True)
class Act:
    """Statements taken to come from one occasion, while they are being gathered."""

    members: list[tuple[Statement, Occasion]] = field(default_factory=list)
    links: list[Place] = field(default_factory=list)

    @property
    def families(self) -> frozenset[str]:
        """Families of occasions that the texts name."""
        return frozenset(FAMILIES[o.kind] for _, o in self.members if o.kind in FAMILIES)

    @property
    def days(self) -> frozenset[str]:
        """ISO days on which it was said, where a single day is known."""
        return frozenset(s.said.day for s, _ in self.members if s.said.day is not None)

    @property
    def partners(self) -> frozenset[str]:
        """Outlets that were told in an interview."""
        return frozenset(o.partner for _, o in self.members if o.partner is not None)

    @property
    def article_ids(self) -> tuple[str, ...]:
        """Articles that report it, sorted."""
        return tuple(sorted({s.article_id for s, _ in self.members}))

    @property
    def speakers(self) -> frozenset[str]:
        """Ids of those who spoke."""
        return frozenset(s.speaker_id for s, _ in self.members if s.speaker_id is not None)

    def fits(self, other: Act) -> bool:
        """Whether nothing in the texts speaks against the two being one act."""
        return all(
            len(one | two) <= 1
            for one, two in (
                (self.families, other.families),
                (self.days, other.days),
                (self.partners, other.partners),
            )
        )

    @property
    def kind(self) -> OriginKind:
        """The kind most of its statements name; a written one about a call is a readout."""
        named = Counter(o.kind for _, o in self.members if o.kind != "unknown")
        if not named:
            return "unknown"
        if self.families == {"written"} and any(o.about_call for _, o in self.members):
            return "readout"
        return max(sorted(named), key=lambda k: named[k])


def gather(
    items: Sequence[AnnotatedArticle],
    utterances: Iterable[Utterance],
    speakers: Mapping[str, Speaker],
    outlets: frozenset[str],
    views: Views,
) -> list[Act]:
    """The acts behind the statements of ``items``, those that the texts name and those that outlets share.

    Within an article what a speaker goes on to say belongs to the occasion named last; across articles,
    renderings of one utterance belong together, as do statements by one speaker of one kind on one day.
    """
    acts: dict[str, Act] = {}
    for item in items:
        _gather_one(item, Occasions(item, views[item.article.id], outlets), acts)
    _join_written(acts, speakers)
    _join_by_utterance(utterances, acts)
    _join_by_day(acts)
    kept = [a for a in _distinct(acts) if a.kind != "unknown" or len(a.article_ids) > 1]
    return sorted(kept, key=lambda a: min(s.id for s, _ in a.members))


def _gather_one(item: AnnotatedArticle, read: Occasions, acts: dict[str, Act]) -> None:
    """Acts within one article: by speaker, in the order of the text."""
    spoken = (s for s in item.statements if s.mode in ("speech", "document") and s.content)
    open_acts: dict[str, list[Act]] = {}
    for statement in sorted(spoken, key=lambda s: (hull(s.content), s.id)):
        act = acts[statement.id] = Act([(statement, read.of(statement))])
        if statement.speaker_id is not None and statement.parent_id is None:
            _continue(open_acts.setdefault(statement.speaker_id, []), act, acts)


def _continue(earlier: list[Act], act: Act, acts: dict[str, Act]) -> None:
    """Take ``act`` for the latest of ``earlier`` ones that it fits, else for a new one."""
    home = next((a for a in reversed(earlier) if a.fits(act)), None)
    if home is not None:
        _merge(home, act, acts)
        earlier.remove(home)
    earlier.append(home or act)


def _merge(home: Act, act: Act, acts: dict[str, Act]) -> None:
    home.members += act.members
    home.links += act.links
    for statement, _ in act.members:
        acts[statement.id] = home


def _join_written(acts: dict[str, Act], speakers: Mapping[str, Speaker]) -> None:
    """Within an article, what a house and its press office put out in writing is one statement."""
    seen: dict[tuple[str, str], list[Act]] = {}
    for act in _distinct(acts):
        if act.families == {"written"} and len(act.speakers) == 1 and len(act.article_ids) == 1:
            house = (act.article_ids[0], sole_principal(min(act.speakers), speakers))
            _continue(seen.setdefault(house, []), act, acts)


def _distinct(acts: Mapping[str, Act]) -> list[Act]:
    """Each act once, in the order of its first statement."""
    return list({id(act): act for act in acts.values()}.values())


def _join_by_utterance(utterances: Iterable[Utterance], acts: dict[str, Act]) -> None:
    """Acts whose statements render one utterance are one, where nothing speaks against it."""
    for utterance in sorted(utterances, key=lambda u: u.id):
        told = [r for r in utterance.renderings if r.statement_id in acts]
        for one, two in pairwise(told):
            home, act = acts[one.statement_id], acts[two.statement_id]
            if one.article_id != two.article_id and home.fits(act):
                home.links += (_link(one, two), _link(two, one))
                if home is not act:
                    _merge(home, act, acts)


def _link(here: Rendering, there: Rendering) -> Place:
    """Where one rendering of an utterance stands, as evidence beside another."""
    span = hull(here.content)
    note = f"the same utterance as in another article ({here.label} / {there.label})"
    return Place(here.article_id, span.start, span.end, note)


def _join_by_day(acts: dict[str, Act]) -> None:
    """One speaker, one family of occasions, one day: one occasion."""
    seen: dict[tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]], Act] = {}
    for act in _distinct(acts):
        if act.speakers and len(act.families) == 1 and len(act.days) == 1:
            key = (act.speakers, act.families, act.days, act.partners)
            home = seen.setdefault(key, act)
            if home is not act:
                _merge(home, act, acts)


def origin(act: Act, speakers: Mapping[str, Speaker], language: Language) -> Origin:
    """The record of one act, with the places that name it or link its reports."""
    marks = [o.place for _, o in act.members if o.place is not None]
    evidence = list(dict.fromkeys(marks + act.links))[:SHOWN]
    if not evidence:
        statement = act.members[0][0]
        span = hull(statement.content)
        evidence = [Place(statement.article_id, span.start, span.end, "reported; the text names no occasion")]
    return Origin(
        id=stable_id("origin", "speech_act", *sorted(s.id for s, _ in act.members)),
        kind=act.kind,
        level="speech_act",
        name=_name(act, speakers, language),
        article_ids=act.article_ids,
        evidence=tuple(evidence),
        statement_ids=tuple(sorted(s.id for s, _ in act.members)),
    )


def _name(act: Act, speakers: Mapping[str, Speaker], language: Language) -> str:
    """As far as the texts tell: "briefing by Petra Solveig, 2031-03-04"."""
    who = _speaker(act, speakers)
    partner = next(((s.addressee or "").strip() for s, o in act.members if o.partner is not None), None)
    name = language.grammar(OriginGrammar).kind_names[act.kind]
    if who:
        name += f" {'of' if act.kind in ('interview', 'unknown') else 'by'} {who}"
    if partner:
        name += f" with {partner}"
    day = min(act.days, default=None)
    return f"{name}, {day}" if day else name


def _speaker(act: Act, speakers: Mapping[str, Speaker]) -> str | None:
    """The name of whoever said most of it, else what a text calls its source."""
    counted = Counter(s.speaker_id for s, _ in act.members if s.speaker_id in speakers)
    known = {i: n for i, n in counted.items() if i is not None}
    if known:
        return speakers[min(known, key=lambda i: (-known[i], i))].name
    return next((s.source_text for s, _ in act.members if s.source_text), None)
