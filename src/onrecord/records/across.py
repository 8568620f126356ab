"""What comes from comparing articles, and what a whole archive or run holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from onrecord.records.alone import AnnotatedArticle, Mention, Office, SpeakerType
from onrecord.records.ground import Dating, Place, Span, Spans
from onrecord.records.schema import column


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person, office, organisation, document or group, one across all articles.

    ``acts_for`` are ids of speakers on whose behalf it speaks (a spokesman for the Kremlin, the
    Kremlin for Russia): a relation, never a merge. ``evidence`` says why variants were joined.
    """

    id: str
    name: str
    type: SpeakerType
    variants: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    mentions: tuple[Mention, ...] = ()
    acts_for: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    producer: str = ""


CorrectionAction = Literal["merge", "split", "mark", "remove", "undo"]
# Who is who, which statements are one utterance, which articles one story; or one statement's span, one date,
# outlet or claim; or a whole article.
About = Literal["speaker", "utterance", "story", "statement", "date", "outlet", "claim", "article"]
Verdict = Literal["right", "wrong"]


@dataclass(frozen=True, slots=True)
class Correction:
    """A user's word against the program's: kept for ever, applied in order at every comparing.

    It is keyed to content, never to what a run makes of it: articles go by ids that are made of their text,
    statements by ``places`` in it.

    ``merge`` of speakers: whoever bears one of ``names`` (as written, case and diacritics ignored) or is
    mentioned at one of ``places`` is one speaker, called ``names[0]``; of utterances: those that hold a
    statement at one of ``places`` are one; of stories: ``articles`` are told in one. ``split`` of speakers:
    the chains mentioned at ``places`` are a speaker of their own, called ``names[0]`` when a name is given;
    of utterances: the statements at ``places`` are one of their own; of stories: ``articles`` are told in
    one story, in which none of ``apart_from`` is. ``mark``: what stands at ``places``, or the outlet or date
    of ``articles``, is ``verdict``; ``value`` is what it is instead. ``remove``: ``articles`` are no part of
    the archive. ``undo``: correction number ``undoes`` is taken back. ``by``: who says so.
    """

    action: CorrectionAction
    names: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    note: str = ""
    about: About = "speaker"
    articles: tuple[str, ...] = ()
    verdict: Verdict | None = None
    value: str = ""
    undoes: int | None = None
    by: str = ""
    apart_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction as it is kept: its number, from 1, when it was made, and whether it still holds."""

    number: int
    made_at: str
    correction: Correction
    holds: bool


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that report the same happening. ``reasons``: article id -> why it belongs, in words."""

    id: str
    title: str
    article_ids: tuple[str, ...]
    first_published: str | None
    last_published: str | None
    storyline_id: str
    reasons: Mapping[str, tuple[str, ...]] = field(default_factory=dict, metadata=column(by_key=True))
    producer: str = ""


Label = Literal["verbatim", "partial", "variant", "paraphrase"]


EditKind = Literal["same", "changed", "only_here", "moved"]


@dataclass(frozen=True, slots=True)
class Rendering:
    """How one statement renders an utterance; ``content`` is the shared part of that statement.

    ``qualifier`` is the place, in another article, of the qualifier that this rendering leaves out;
    ``polarity_flip`` marks a "not" that is here and not there, or the other way round.
    """

    statement_id: str
    article_id: str
    content: Spans
    label: Label
    dropped_qualifier: bool = False
    qualifier: Place | None = None
    polarity_flip: bool = False


@dataclass(frozen=True, slots=True)
class WordEdit:
    """One run of a side-by-side alignment: what happened to ``a`` of one text and ``b`` of the other."""

    kind: EditKind
    a: Span | None
    b: Span | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two renderings of one utterance laid side by side, word for word, in text order of ``a``."""

    a_statement_id: str = field(metadata=column(name="a"))
    b_statement_id: str = field(metadata=column(name="b"))
    edits: tuple[WordEdit, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One speech act: same speaker, same occasion, same point; outlets are its witnesses.

    ``comparisons`` lay every rendering beside the fullest one.
    """

    id: str
    story_id: str
    speaker_id: str | None
    said: Dating = field(
        metadata=column(parts={"said_on": "edtf", "said_earliest": "earliest", "said_latest": "latest"})
    )
    renderings: tuple[Rendering, ...]
    comparisons: tuple[Comparison, ...] = ()
    reasons: tuple[str, ...] = ()
    producer: str = ""


OriginKind = Literal[
    "briefing",
    "interview",
    "statement",
    "readout",
    "post",
    "wire",
    "press_release",
    "document",
    "speech",
    "unknown",
]


OriginLevel = Literal["text", "speech_act", "source"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where texts or utterances come from, on one of three levels of independence.

    ``statement_ids``: the statements that rest on it (speech_act and source levels).
    ``parent_ids``: origins it rests on itself (a text on a briefing, a briefing on an official).
    """

    id: str
    kind: OriginKind
    level: OriginLevel
    name: str
    article_ids: tuple[str, ...]
    evidence: tuple[Place, ...] = field(metadata=column(after="parent_ids"))
    statement_ids: tuple[str, ...] = ()
    parent_ids: tuple[str, ...] = ()
    producer: str = ""


ConflictKind = Literal["number", "date", "name", "place", "attribution", "polarity", "other"]


RelationKind = Literal["same", "more_exact", "later", "clash", "condition_lost"]


RelationMatter = Literal["number", "date", "name", "place", "attribution", "polarity", "condition", "other"]


@dataclass(frozen=True, slots=True)
class Relation:
    """How two passages of one story that speak of one fact stand to each other, and in ``what``.

    ``later``: the later article may simply know more. ``condition_lost``: ``b`` holds the condition or hedge,
    ``a`` gives the claim without it. ``probability``: how often such a relation held where readers judged it;
    None where nobody has. ``shown``: it is above the line from which four of five hold.
    """

    id: str
    kind: RelationKind
    what: RelationMatter
    a: Place = field(metadata=column(only=("article_id", "start", "end")))
    b: Place = field(metadata=column(only=("article_id", "start", "end")))
    note: str
    story_id: str
    probability: float | None = field(default=None, metadata=column(digits=3))
    shown: bool = False
    producer: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two places that cannot both be right as written, or that a reader would ask about.

    ``probability`` and ``shown`` are those of the relation that it is drawn from.
    """

    id: str
    kind: ConflictKind
    a: Place = field(metadata=column(only=("article_id", "start", "end")))
    b: Place = field(metadata=column(only=("article_id", "start", "end")))
    note: str
    story_id: str
    explained_by_time: bool = False
    producer: str = ""
    probability: float | None = field(default=None, metadata=column(digits=3))
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Unheard:
    """An utterance that an article does not carry; ``public``: the day by which it was public, if known."""

    utterance_id: str
    public: str | None


@dataclass(frozen=True, slots=True)
class Silence:
    """One article against what was said aloud or written in its story.

    ``carried`` are ids of utterances. ``absent`` were public on a day before it appeared, ``early`` became
    public after it, of ``unknown`` the order is open. What it could have carried for sure is ``carried`` and
    ``absent`` together.
    """

    id: str
    story_id: str
    article_id: str
    carried: tuple[str, ...]
    absent: tuple[Unheard, ...] = ()
    early: tuple[Unheard, ...] = ()
    unknown: tuple[Unheard, ...] = ()
    producer: str = ""


FactKind = Literal["utterance", "date", "number"]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a story tells, and what it rests on.

    ``record_id``: the utterance, the entry of the storyline's timeline, or the statement that no utterance
    holds. A number has none: ``words`` are the first that give it, ``places`` all that do. ``support``: the
    fact stands while every origin of one of these sets does (``text-<article id>`` where a text is unknown).
    """

    id: str
    story_id: str
    kind: FactKind
    record_id: str | None
    support: tuple[tuple[str, ...], ...]
    words: str = ""
    places: tuple[Place, ...] = ()
    producer: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """How many ``stand`` of how many there are."""

    stand: int
    of: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What still stands of a story when one origin is left out; ``fallen``: ids of the facts that do not."""

    id: str
    story_id: str
    origin_id: str
    name: str
    fallen: tuple[str, ...]
    utterances: Share
    dates: Share
    numbers: Share
    producer: str = ""


Clock = Literal["said", "about", "published"]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something on a clock: one date, one witness place, and the other places that witness the same.

    ``time``: the time of day told for it (``14:30``, ``14:30Z``). ``selected``: among the dates to read
    first. In the timeline of a storyline, ``entry_ids`` are the entries of its stories that were taken for
    one, ``other_dates`` the coarser dates that some of them give, and ``clashes`` the places that date the
    same differently, each with its date as the note.
    """

    id: str
    story_id: str
    storyline_id: str
    clock: Clock
    date: str
    earliest: str | None
    latest: str | None
    article_id: str
    start: int
    end: int
    witnesses: tuple[Place, ...] = ()
    statement_id: str | None = None
    weight: float = field(default=0.0, metadata=column(digits=4))
    producer: str = field(default="", metadata=column(after="selected"))
    time: str | None = None
    selected: bool = False
    entry_ids: tuple[str, ...] = ()
    other_dates: tuple[str, ...] = ()
    clashes: tuple[Place, ...] = ()


# From ruling a thing out to having done it; "did_not_discuss" is a report on what was not said.
Level = Literal[
    "rules_out",
    "no_plans",
    "did_not_discuss",
    "no_comment",
    "does_not_rule_out",
    "considers",
    "intends",
    "did",
]


@dataclass(frozen=True, slots=True)
class PositionEntry:
    """One statement on a topic, placed on the commitment scale."""

    statement_id: str
    said: Dating = field(metadata=column(parts={"said_on": "edtf"}))
    level: Level
    speaker_id: str | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """Two consecutive levels that differ, with the rival explanations that the texts leave open."""

    from_statement_id: str = field(metadata=column(name="from"))
    to_statement_id: str = field(metadata=column(name="to"))
    rivals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """A speaker (or the principal it acts for) on one topic, over time."""

    id: str
    speaker_id: str
    topic: str
    entries: tuple[PositionEntry, ...]
    shifts: tuple[Shift, ...] = ()
    producer: str = ""


FindingKind = Literal[
    "condition",
    "polarity",
    "number",
    "date",
    "attribution",
    "place",
    "other",
    "position",
    "name",
    "timeline",
    "wording",
]


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference that a reader may want to look at, drawn from what other stages found.

    ``record_ids``: the utterance, the conflicts that show the same in several pairs of texts, the position or
    the entry of the storyline's timeline. ``statement_ids``: the statements in question. ``places``: the
    words on either side, in order; first those of which ``kind`` is said (what lacks the condition,
    what was said before). ``rank`` counts from 1 through a storyline, in the order in which to look.
    ``probability`` and ``shown`` are those of the record it is drawn from, where that has them.
    """

    id: str
    story_id: str
    kind: FindingKind
    record_ids: tuple[str, ...]
    statement_ids: tuple[str, ...]
    places: tuple[Place, ...]
    speaker_id: str | None = None
    note: str = ""
    explained_by_time: bool = False
    rank: int = 0
    probability: float | None = field(default=None, metadata=column(digits=3))
    shown: bool = False
    producer: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not used: where it stands, why, and the error's class name."""

    where: str
    reason: str
    error: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """All records of one archive or one run, as the reports take them.

    The statements of ``articles`` carry their speakers by then. ``chronicle``: the timelines of storylines.
    ``corrected``: what users corrected, numbered as the archive does.
    """

    articles: tuple[AnnotatedArticle, ...]
    speakers: tuple[Speaker, ...]
    stories: tuple[Story, ...]
    utterances: tuple[Utterance, ...]
    origins: tuple[Origin, ...]
    timeline: tuple[TimelineEntry, ...]
    conflicts: tuple[Conflict, ...]
    positions: tuple[Position, ...]
    run: Mapping[str, object] = field(default_factory=dict)
    chronicle: tuple[TimelineEntry, ...] = ()
    silences: tuple[Silence, ...] = ()
    relations: tuple[Relation, ...] = ()
    facts: tuple[Fact, ...] = ()
    standing: tuple[Standing, ...] = ()
    findings: tuple[Finding, ...] = ()
    corrected: tuple[Corrected, ...] = ()
