"""Every type that crosses a folder: frozen, slotted, built on the standard library alone.

Offsets are Unicode code points into ``Article.text``, end exclusive: ``text[span.start:span.end]``
is what is shown. Derived records carry a stable id (a hash of what they are derived from), so the same
input gives the same id on every machine and in every order. Dates are EDTF (ISO 8601-2) strings with
ISO ``earliest`` / ``latest`` days; None means that the text does not say.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

# ------------------------------------------------------------------ ground


def stable_id(prefix: str, *parts: object) -> str:
    """``prefix-`` and 16 hex digits of the SHA-256 of ``parts``: equal parts, equal id."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"))
    return f"{prefix}-{digest.hexdigest()[:16]}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range ``[start, end)`` of code points in one article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that covers all of ``spans``; ``ValueError`` when there are none."""
    spans = list(spans)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


@dataclass(frozen=True, slots=True)
class Place:
    """A span in a named article: what a reader is sent to."""

    article_id: str
    start: int
    end: int
    note: str = ""


# ------------------------------------------------------------------ raw documents and articles


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One article's worth of decoded input, with where it came from.

    ``text`` is what ``Article.text_map`` points into: the whole decoded file for text files, the row's
    text field for JSONL and CSV rows, the extracted body for HTML. ``region`` is the part of ``text``
    that belongs to this item (several articles may share one file). ``fields`` holds metadata under
    the names of ``Article`` where they are known (given_id, outlet, title, url, byline, date,
    language, credit) and every unknown field under its own name.
    """

    path: str
    item: int
    sha256: str
    media_type: str
    text: str
    region: Span
    fields: Mapping[str, str] = field(default_factory=dict)


BlockKind = Literal["headline", "subheadline", "caption", "dateline", "heading", "paragraph", "furniture"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article's text with one function; ``furniture`` is navigation, credits, adverts."""

    kind: BlockKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The block's range."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Dating:
    """When something happened or was published, as far as the text tells.

    ``edtf`` is None unless at least a year is known; ``earliest``/``latest`` are ISO days bounding
    it (None: open); ``basis`` says in words what that rests on.
    """

    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: str = "the text does not say"

    @property
    def day(self) -> str | None:
        """The ISO day when one single day is claimed, else None."""
        return self.earliest if self.earliest is not None and self.earliest == self.latest else None


@dataclass(frozen=True, slots=True)
class Article:
    """One news article: clean text and what is known about it.

    ``text_map``: ``(text_start, raw_start, length)`` runs, ascending and non-overlapping in the text;
    each maps ``text[text_start + i]`` to ``RawDocument.text[raw_start + i]``, equal up to
    ``articles.normalise``'s declared one-to-one replacements. Characters outside every run were
    inserted (a lost paragraph break, a title that stood in a field of its own).
    ``blocks`` are ordered and do not overlap; the headline, when known, is the first that is neither
    furniture nor a caption. A headline that the text repeats is furniture the second time.
    ``dateline`` is the text of the dateline ("MOSCOW, January 25. /TASS/."), ``dateline_span`` its place.
    """

    id: str
    given_id: str | None
    path: str
    item: int
    sha256: str
    outlet: str | None
    title: str | None
    url: str | None
    byline: str | None
    dateline: str | None
    credit: str | None
    language: str | None
    text: str
    text_map: tuple[tuple[int, int, int], ...]
    blocks: tuple[Block, ...]
    published: Dating = Dating()
    dateline_span: Span | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    producer: str = ""

    def block_at(self, offset: int) -> Block | None:
        """The block that holds ``offset``, or None between blocks."""
        return next((b for b in self.blocks if b.start <= offset < b.end), None)

    def body(self) -> Iterable[Block]:
        """Blocks that an author wrote as news: everything but furniture and datelines."""
        return (b for b in self.blocks if b.kind not in ("furniture", "dateline"))


# ------------------------------------------------------------------ dates

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: ``value`` in TIMEX3, ``edtf`` with ISO-day bounds where it can be resolved."""

    article_id: str
    start: int
    end: int
    type: TimexType
    value: str
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    producer: str = ""

    @property
    def span(self) -> Span:
        """The expression's range."""
        return Span(self.start, self.end)


# ------------------------------------------------------------------ names and statements

NameType = Literal["person", "organisation", "place", "other"]


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name found in an article ("Dmitry Peskov", "the Kremlin" without its article)."""

    start: int
    end: int
    type: NameType

    @property
    def span(self) -> Span:
        """The name's range."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a tagger returns: who, by which words, said what; ``source`` and ``cue`` may be empty."""

    source: Spans
    cue: Spans
    content: Spans
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """One pass of a reader over one article: its attributions and names, both in text order."""

    attributions: tuple[Attribution, ...]
    names: tuple[Name, ...]
    producer: str


Kind = Literal["direct", "mixed", "indirect"]
Mode = Literal["speech", "thought", "plan", "document"]
Stance = Literal["assert", "deny", "decline", "hedge", "ask", "urge", "commit"]


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution as the ledger keeps it.

    ``said`` is when it was said (not when it was published). ``addressee`` and ``venue`` are the
    text's own words with their spans. ``parent_id`` is the statement it is nested in. ``speaker_id``
    and ``speaker`` are None until the speakers stage has run, and stay None when it cannot tell;
    ``source_text`` is what the article itself calls the source.
    """

    id: str
    article_id: str
    kind: Kind
    mode: Mode
    stance: Stance
    source: Spans
    cue: Spans
    content: Spans
    confidence: float
    speaker_id: str | None = None
    speaker: str | None = None
    source_text: str | None = None
    said: Dating = Dating()
    addressee: str | None = None
    addressee_span: Span | None = None
    venue: str | None = None
    venue_span: Span | None = None
    parent_id: str | None = None
    headline: bool = False
    producer: str = ""

    def content_text(self, text: str, joiner: str = " … ") -> str:
        """The content's own characters, stretches joined by ``joiner``."""
        return joiner.join(s.of(text) for s in self.content)


# ------------------------------------------------------------------ speakers

SpeakerType = Literal["person", "organisation", "office", "document", "group", "unknown"]


@dataclass(frozen=True, slots=True)
class Office:
    """A role held ("Kremlin spokesman"), for whom, and from which to which day where that is known."""

    title: str
    organisation: str | None = None
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an article refers to a speaker; ``how`` says by which rule it was joined."""

    article_id: str
    start: int
    end: int
    how: str = ""


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


@dataclass(frozen=True, slots=True)
class LocalSpeaker:
    """Whom one article means, before articles are compared: one chain of mentions inside one article.

    ``statement_ids``: the statements whose source is this chain. ``acts_for``: names of organisations
    or persons it speaks for, in the article's own words or from ``languages``. ``name`` is None when the
    article never names it (an unresolved "he"); such a chain is joined with nothing.
    """

    id: str
    article_id: str
    name: str | None
    type: SpeakerType
    variants: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    mentions: tuple[Mention, ...] = ()
    acts_for: tuple[str, ...] = ()
    statement_ids: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    producer: str = ""
    gender: Literal["he", "she", "they"] | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A user's word against the program's: kept for ever, applied in order at every join.

    ``merge``: whoever bears one of ``names`` (as written, case and diacritics ignored) or is mentioned at
    one of ``places`` is one speaker, called ``names[0]``. ``split``: the chains mentioned at ``places`` are
    not who they were joined to but a speaker of their own, called ``names[0]`` when a name is given.
    """

    action: Literal["merge", "split"]
    names: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """One article with everything read off it alone; what the cross-article stages take."""

    article: Article
    timexes: tuple[Timex, ...] = ()
    names: tuple[Name, ...] = ()
    statements: tuple[Statement, ...] = ()
    speakers: tuple[LocalSpeaker, ...] = ()


# ------------------------------------------------------------------ across articles


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that report the same happening. ``reasons``: article id -> why it belongs, in words."""

    id: str
    title: str
    article_ids: tuple[str, ...]
    first_published: str | None
    last_published: str | None
    storyline_id: str
    reasons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
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

    a_statement_id: str
    b_statement_id: str
    edits: tuple[WordEdit, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One speech act: same speaker, same occasion, same point; outlets are its witnesses.

    ``comparisons`` lay every rendering beside the fullest one.
    """

    id: str
    story_id: str
    speaker_id: str | None
    said: Dating
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
    evidence: tuple[Place, ...]
    statement_ids: tuple[str, ...] = ()
    parent_ids: tuple[str, ...] = ()
    producer: str = ""


ConflictKind = Literal["number", "date", "name", "place", "attribution", "polarity", "other"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two places that cannot both be right as written, or that a reader would ask about."""

    id: str
    kind: ConflictKind
    a: Place
    b: Place
    note: str
    story_id: str
    explained_by_time: bool = False
    producer: str = ""


Clock = Literal["said", "about", "published"]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something on a clock: one date, one witness place, and the other places that witness the same."""

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
    weight: float = 0.0
    producer: str = ""


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
    said: Dating
    level: Level
    speaker_id: str | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """Two consecutive levels that differ, with the rival explanations that the texts leave open."""

    from_statement_id: str
    to_statement_id: str
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


# ------------------------------------------------------------------ runs


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not used: where it stands, why, and the error's class name."""

    where: str
    reason: str
    error: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """All records of one archive or one run, as the reports take them.

    The statements of ``articles`` carry their speakers by then.
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
