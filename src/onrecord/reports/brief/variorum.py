"""Utterances by article: one row for each speech act, one cell for each witness, and why a cell is empty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from onrecord.records import (
    UNCLEAR_SPEAKER,
    Dating,
    Place,
    Rendering,
    Silence,
    Spans,
    Statement,
    Story,
    Unheard,
    Utterance,
    hull,
    measured,
)
from onrecord.reports.brief import readers
from onrecord.reports.brief.links import Links
from onrecord.reports.brief.marks import LOW_CONFIDENCE
from onrecord.reports.brief.readers import Mark
from onrecord.reports.brief.sidebyside import Run, SideBySide, side_by_side
from onrecord.reports.brief.wording import MODES, dating, first_role, stance_of
from onrecord.reports.lookup import Lookup

CONTEXT = 140  # letters of the sentence on either side of quoted words
LOOSE = "loose-"  # before the id of a statement that stands as an utterance of its own

Presence = Literal["carried", "absent", "not yet public", "order unknown", "not counted"]


@dataclass(frozen=True, slots=True)
class Witness:
    """How one article renders an utterance; ``by``: who speaks there, where that is not the row's speaker.

    ``unsure``: what the text calls the speaker, where the reading is not sure that it is the one named.
    ``possible``: it may well be another saying. ``readers``: what these say of it. ``before`` and ``after``:
    the rest of the sentence around what one article alone reports, so that no clause stands cut.
    """

    statement: Statement
    outlet: str
    label: str
    stance: str
    by: str
    words: str
    runs: tuple[Run, ...]
    href: str
    low: bool
    place: Place
    before: str = ""
    after: str = ""
    unsure: str = ""
    possible: bool = False
    readers: tuple[Mark, ...] = ()


_Lacks: TypeAlias = dict[str, tuple[Presence, str | None]]


@dataclass(frozen=True, slots=True)
class Cell:
    """One article's cell: its witnesses, or the reason why there are none, and since when it was public."""

    article_id: str
    presence: Presence
    witnesses: tuple[Witness, ...]
    public: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One utterance over the articles of its story."""

    utterance: Utterance
    who: str
    role: str
    when: str
    stance: str
    mode: str
    cells: tuple[Cell, ...]
    comparisons: tuple[SideBySide, ...]
    witnesses: tuple[Witness, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Gather all witnesses, in the order of the columns: they are asked for again and again."""
        object.__setattr__(self, "witnesses", tuple(w for cell in self.cells for w in cell.witnesses))

    @property
    def key(self) -> str:
        """What its fact is kept under: the utterance, or the statement that no utterance holds."""
        return self.utterance.id.removeprefix(LOOSE)

    @property
    def fullest(self) -> Witness | None:
        """The rendering that the others are compared with; None where nothing is compared."""
        base = self.comparisons[0].a.statement.id if self.comparisons else None
        return next((w for w in self.witnesses if w.statement.id == base), None)

    def tag(self, witness: Witness) -> str:
        """How a rendering stands to the others: its label, or ``alone`` for what one outlet alone quotes.

        Words that others quote too, but not letter by letter, are a ``variant`` of theirs; those of which
        others quote more are a part, be it that they lack two words alone ("before May").
        """
        if witness.label != "verbatim":
            return witness.label
        words = plain(witness.words)
        others = [w for w in self.witnesses if w.outlet != witness.outlet]
        theirs = [plain(w.words) for w in others]
        if words not in theirs and any(words in longer for longer in theirs):
            return "partial"
        if any(shorter in words for shorter in theirs):
            return "verbatim"
        return "variant" if any(w.label != "paraphrase" for w in others) else "alone"

    @property
    def home(self) -> str:
        """The first article that carries it."""
        return self.witnesses[0].statement.article_id

    @property
    def alike(self) -> list[list[Witness]]:
        """The witnesses, those of different articles with the very same words and label together."""
        groups: dict[tuple[str, str, str], list[Witness]] = {}
        for witness in self.witnesses:
            key = plain(witness.words), witness.label, witness.by
            groups.setdefault(key, []).append(witness)
        return list(groups.values())

    @property
    def told_apart(self) -> list[SideBySide]:
        """The comparisons, without those that repeat the words of one before."""
        return list({(c.a.statement.id, plain(c.b.words)): c for c in reversed(self.comparisons)}.values())[
            ::-1
        ]

    @property
    def carried(self) -> int:
        """How many articles carry it."""
        return sum(cell.presence == "carried" for cell in self.cells)


def rest_of_sentence(lookup: Lookup, place: Place) -> tuple[str, str]:
    """What stands before and after a place in its sentence, on one line; empty where no letter is in it."""
    before, _, after = lookup.around(place, reach=CONTEXT)
    shown = [" ".join(text.split()) if any(map(str.isalnum, text)) else "" for text in (before, after)]
    return shown[0], f" {shown[1]}" if shown[1] and after[0].isspace() else shown[1]


def plain(words: str) -> str:
    """The words without punctuation and case, which outlets set each in their own way."""
    return " ".join(re.sub(r"[^\w\s]", " ", words).casefold().split())


def rows(lookup: Lookup, links: Links, story: Story) -> list[Row]:
    """The rows of a story: most widely carried first, then by place in the text."""
    return rows_of(lookup, links, story, with_loose(lookup, story))


def shared(lookup: Lookup, links: Links, story: Story) -> list[Row]:
    """The rows of what several articles tell."""
    held = lookup.utterances.get(story.id, ())
    several = [u for u in held if len({r.article_id for r in u.renderings}) > 1]
    return [row for row in rows_of(lookup, links, story, several) if row.carried > 1]


def rows_of(lookup: Lookup, links: Links, story: Story, utterances: Iterable[Utterance]) -> list[Row]:
    """The same of some of its utterances."""
    order = {i: n for n, i in enumerate(columns(lookup, story))}
    articles = {i: _lacking(lookup.silences.get(i)) for i in order}
    found = [_row(lookup, links, u, articles) for u in utterances]
    kept = [row for row in found if row.witnesses]

    def key(row: Row) -> tuple[int, tuple[int, int], str]:
        first = row.witnesses[0].statement
        start = min((s.start for s in first.content), default=0)
        return -row.carried, (order[first.article_id], start), row.utterance.id

    return sorted(kept, key=key)


def columns(lookup: Lookup, story: Story) -> list[str]:
    """The story's articles as published; undated ones last."""

    def key(article_id: str) -> tuple[tuple[str, str], str, str]:
        article = lookup.articles[article_id].article
        return article.published.turn, article.outlet or "", article_id

    return sorted(story.article_ids, key=key)


def with_loose(lookup: Lookup, story: Story) -> list[Utterance]:
    """A story's utterances, and one more for each statement that none of them holds."""
    known = lookup.utterances.get(story.id, ())
    held = {r.statement_id for u in known for r in u.renderings}
    every = (s for article_id in story.article_ids for s in lookup.statements_of(article_id))
    return [*known, *(_loose(s, story) for s in every if s.id not in held)]


def _loose(statement: Statement, story: Story) -> Utterance:
    rendering = Rendering(statement.id, statement.article_id, statement.content, "verbatim")
    return Utterance(f"{LOOSE}{statement.id}", story.id, statement.speaker_id, statement.said, (rendering,))


def _row(lookup: Lookup, links: Links, utterance: Utterance, articles: Mapping[str, _Lacks]) -> Row:
    renderings = [r for r in utterance.renderings if r.statement_id in lookup.statements]
    stated = [lookup.statements[r.statement_id] for r in renderings]
    who, role = speaker_name(lookup, utterance.speaker_id, stated)
    stances = {stance_of(s, lookup.articles[s.article_id].article) for s in stated}
    compared = _compared(lookup, utterance, renderings)
    runs = _marked(compared)
    across = len({r.article_id for r in renderings}) > 1
    witnesses = [
        _witness(
            lookup,
            links,
            r,
            runs,
            who=who,
            across=across,
            mixed=len(stances) > 1,
        )
        for r in renderings
    ]
    here: dict[str, list[Witness]] = {}
    for witness in witnesses:
        here.setdefault(witness.statement.article_id, []).append(witness)
    return Row(
        utterance=utterance,
        who=who,
        role=role,
        when=_when(utterance.said, stated),
        stance=next(iter(stances)) if len(stances) == 1 else "",
        mode=" / ".join(dict.fromkeys(MODES[s.mode] for s in stated if s.mode in MODES)),
        cells=tuple(_cell(i, lacks, utterance, here.get(i)) for i, lacks in articles.items()),
        comparisons=tuple(compared),
    )


def _compared(lookup: Lookup, utterance: Utterance, renderings: Sequence[Rendering]) -> list[SideBySide]:
    shared = {r.statement_id: r.content for r in renderings}
    found = (side_by_side(lookup, c, shared) for c in utterance.comparisons)
    return [c for c in found if c is not None]


def _marked(compared: Sequence[SideBySide]) -> dict[str, tuple[Run, ...]]:
    """Statement id -> its words with the differences marked, where they are measured against one text."""
    runs = {c.b.statement.id: c.b.runs for c in compared}
    if len(compared) == 1:
        runs.setdefault(compared[0].a.statement.id, compared[0].a.runs)
    return runs


def _cell(article_id: str, lacks: _Lacks, utterance: Utterance, here: Sequence[Witness] | None) -> Cell:
    if here:
        return Cell(article_id, "carried", tuple(here))
    presence, public = lacks.get(utterance.id, ("not counted", None))
    return Cell(article_id, presence, (), public)


def _lacking(silence: Silence | None) -> _Lacks:
    """What an article lacks: utterance id -> why, as it was counted, and the day by which it was public."""
    found: _Lacks = {}
    if silence is not None:
        counted: tuple[tuple[Presence, tuple[Unheard, ...]], ...] = (
            ("absent", silence.absent),
            ("not yet public", silence.early),
            ("order unknown", silence.unknown),
        )
        for presence, lacking in counted:
            for unheard in lacking:
                found.setdefault(unheard.utterance_id, (presence, unheard.public))
    return found


def _witness(
    lookup: Lookup,
    links: Links,
    rendering: Rendering,
    runs: Mapping[str, tuple[Run, ...]],
    *,
    who: str,
    across: bool,
    mixed: bool,
) -> Witness:
    statement = lookup.statements[rendering.statement_id]
    article = lookup.articles[statement.article_id].article
    spans = rendering.content or statement.content or statement.cue
    words = " … ".join(s.of(article.text) for s in spans)
    place = _place(statement, spans)
    whole = across or statement.kind == "direct"
    before, after = ("", "") if whole else rest_of_sentence(lookup, place)
    return Witness(
        statement=statement,
        outlet=lookup.outlet(statement.article_id),
        label=rendering.label if across else "",
        stance=stance_of(statement, article) if mixed else "",
        by=_other_speaker(lookup, statement, who) if across else "",
        words=" ".join(words.split()),
        runs=(runs.get(statement.id) if across else None) or (Run(words, None),),
        href=links.span(statement),
        low=statement.confidence < LOW_CONFIDENCE,
        place=place,
        before=before,
        after=after,
        unsure=called(statement) if is_unsure(statement) else "",
        possible=rendering.probability is not None and rendering.probability < measured.SAME,
        readers=readers.of_statement(lookup, statement),
    )


def is_unsure(statement: Statement) -> bool:
    """Whether it is unclear who speaks, though somebody is named."""
    sure = statement.speaker_confidence
    return sure is not None and sure < UNCLEAR_SPEAKER


def called(statement: Statement) -> str:
    """What the text calls who speaks."""
    return statement.source_text or "no source named"


def _place(statement: Statement, spans: Spans) -> Place:
    whole = hull(spans)
    return Place(statement.article_id, whole.start, whole.end)


def _other_speaker(lookup: Lookup, statement: Statement, who: str) -> str:
    """Who speaks in one rendering, when its article has someone else than the row; else empty.

    Not said of a pronoun that nobody resolved: "he" in a cell tells a reader nothing.
    """
    name, _ = speaker_name(lookup, statement.speaker_id, [statement])
    known = statement.speaker_id in lookup.speakers or statement.speaker is not None
    told = known or len((statement.source_text or "").split()) > 1
    return name if told and name != who else ""


def speaker_name(lookup: Lookup, speaker_id: str | None, stated: Sequence[Statement]) -> tuple[str, str]:
    """Who speaks, and as what; the article's own words for the source when nobody is named."""
    speaker = lookup.speakers.get(speaker_id or "")
    if speaker is not None:
        return speaker.name, first_role(speaker.offices)
    for statement in stated:
        if statement.speaker:
            return statement.speaker, ""
    for statement in stated:
        if statement.source_text:
            return f"“{statement.source_text}”", "unclear who"
    return "source not named", ""


def _when(said: Dating, stated: Sequence[Statement]) -> str:
    """The day, empty where no text gives one."""
    if said.edtf or said.earliest or said.latest:
        return dating(said, weekday=True)
    first = next((s.said for s in stated if s.said.edtf), None)
    return "" if first is None else dating(first, weekday=True)
