"""What is read from one article by itself, from its bytes to its speakers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from onrecord.records.ground import Dating, Span, Spans
from onrecord.records.schema import column


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One article's worth of decoded input, with where it came from.

    ``text`` is what ``Article.text_map`` points into: the whole decoded file for text files, the row's
    text field for JSONL and CSV rows, the extracted body for HTML. ``region`` is the part of ``text``
    that belongs to this item (several articles may share one file). ``fields`` holds metadata under
    the names of ``Article`` where they are known (given_id, outlet, title, url, byline, date,
    language, credit) and every unknown field under its own name. ``data`` are the bytes that
    ``sha256`` was made of: the file, the row, the part of a container.
    """

    path: str
    item: int
    sha256: str
    media_type: str
    text: str
    region: Span
    fields: Mapping[str, str] = field(default_factory=dict)
    data: bytes = field(default=b"", repr=False)


_PUBLISHED = {
    "published_at": "edtf",
    "published_earliest": "earliest",
    "published_latest": "latest",
    "published_basis": "basis",
}
_SAID = {"said_on": "edtf", "said_earliest": "earliest", "said_latest": "latest", "said_basis": "basis"}

BlockKind = Literal["headline", "subheadline", "caption", "dateline", "heading", "paragraph", "furniture"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article's text with one function; ``furniture``: navigation, credits, adverts."""

    kind: BlockKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The block's range."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Part:
    """A line of the decoded raw document and what it is for: "masthead", "share", "body"."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Article:
    """One news article: clean text and what is known about it.

    ``text_map``: ``(text_start, raw_start, length)`` runs, ascending and non-overlapping in the text;
    each maps ``text[text_start + i]`` to ``RawDocument.text[raw_start + i]``, equal up to
    ``articles.normalise``'s declared one-to-one replacements. Characters outside every run were
    inserted (a lost paragraph break, a title that stood in a field of its own).
    ``blocks`` are ordered and do not overlap; the headline, when known, is the first that is neither
    furniture nor a caption. A headline that the text repeats is furniture the second time.
    ``parts``: what each line of the raw document is for, in its order; lines that were left out (the head of
    a page inside a sentence) are among them, what has no place in the raw document is not.
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
    published: Dating = field(default=Dating(), metadata=column(after="language", parts=_PUBLISHED))
    dateline_span: Span | None = field(default=None, metadata=column(left_out=True))
    fields: Mapping[str, str] = field(default_factory=dict)
    producer: str = ""
    parts: tuple[Part, ...] = ()

    def block_at(self, offset: int) -> Block | None:
        """The block that holds ``offset``, or None between blocks."""
        return next((b for b in self.blocks if b.start <= offset < b.end), None)

    def body(self) -> Iterable[Block]:
        """Blocks that an author wrote as news: everything but furniture and datelines."""
        return (b for b in self.blocks if b.kind not in ("furniture", "dateline"))


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


class Bearings(Protocol):
    """What a tagger knows about the words of one article: whom they mean, and whether they report speech."""

    def fit(self, pronoun: int, last: int, named: int) -> float:
        """How well a pronoun fits a person, as log-odds, given the offsets of three words.

        They are the pronoun, and the places where that person was last mentioned and last named.
        """
        ...

    def spoken(self, cue: Spans) -> float | None:
        """How strongly the words of a cue say that something was said, in log-odds; None if not known."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """What a tagger finds in one article: attributions and names, both in text order.

    ``bearings`` is used while the article is read, and never stored.
    """

    attributions: tuple[Attribution, ...]
    names: tuple[Name, ...]
    producer: str
    bearings: Bearings | None = field(default=None, compare=False, repr=False)


Kind = Literal["direct", "mixed", "indirect"]


Mode = Literal["speech", "thought", "plan", "document"]


Stance = Literal["assert", "deny", "decline", "hedge", "ask", "urge", "commit"]


# Whether it was said at all; or negated, supposed, asked about, taken back, or words on a sign or in a work.
Reality = Literal["said", "negated", "hypothetical", "asked", "withdrawn", "work"]


# Below this confidence, a speaker is shown as unclear, with the people whom the text may mean.
UNCLEAR_SPEAKER = 0.7


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution as the archive keeps it.

    ``said`` is when it was said (not when it was published). ``addressee`` and ``venue`` are the
    text's own words with their spans. ``parent_id`` is the statement it is nested in. ``speaker_id``
    and ``speaker`` are None until coreference and identity have run, and remain None if these cannot decide;
    ``source_text`` is what the article itself calls the source. ``reality``: whether it was said.
    ``speaker_confidence``: how sure it is whose words they are, from 0 to 1; None if nobody is named.
    ``corrected``: whether a user gave its spans; ``read_as`` is then what the program had found.
    """

    id: str
    article_id: str
    kind: Kind
    mode: Mode
    stance: Stance = field(metadata=column(after="source_text"))
    source: Spans
    cue: Spans
    content: Spans
    confidence: float = field(metadata=column(after="headline", digits=4))
    speaker_id: str | None = None
    speaker: str | None = None
    source_text: str | None = None
    said: Dating = field(default=Dating(), metadata=column(parts=_SAID))
    addressee: str | None = None
    addressee_span: Span | None = None
    venue: str | None = None
    venue_span: Span | None = None
    parent_id: str | None = None
    headline: bool = False
    producer: str = ""
    reality: Reality = field(default="said", metadata=column(after="stance"))
    speaker_confidence: float | None = field(default=None, metadata=column(after="speaker", digits=4))
    corrected: bool = field(default=False, metadata=column(after="confidence"))
    read_as: Statement | None = field(default=None, metadata=column(left_out=True))

    def content_text(self, text: str, joiner: str = " … ") -> str:
        """The characters of the content, its stretches joined by ``joiner``."""
        return joiner.join(s.of(text) for s in self.content)


SpeakerType = Literal["person", "organisation", "office", "document", "group", "unknown"]


@dataclass(frozen=True, slots=True)
class Office:
    """A role ("Kremlin spokesman"), the organisation, and from which to which day, if known."""

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
class LocalSpeaker:
    """A speaker within one article, before articles are compared: one chain of mentions.

    ``statement_ids``: the statements whose source is this chain. ``acts_for``: names of organisations
    or persons that it speaks for, in the article's own words or from ``languages``. ``name`` is None if the
    article never names it (an unresolved "he"); such a chain is joined with nothing. ``guessed``: the article
    alone does not show whether it is a person or an organisation. ``sources``: where the source of each of
    ``statement_ids`` stands; None in archives before the fourth version. ``spoken_of``: if users' corrections
    have split the chain, the numbers of those that made this part; None for a chain that was never checked
    against corrections.
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
    guessed: bool = False
    sources: tuple[Span | None, ...] | None = None
    spoken_of: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """One article with everything that was read from it alone; the input of the cross-article stages."""

    article: Article
    timexes: tuple[Timex, ...] = ()
    names: tuple[Name, ...] = ()
    statements: tuple[Statement, ...] = ()
    speakers: tuple[LocalSpeaker, ...] = ()
