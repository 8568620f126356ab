"""What the tools answer: passages by their exact words and places, and records that rest on them.

Types rather than rows: the SDK draws the schema of each answer from them. It takes
slots for defaults, so there are none.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Range:
    """Code points of an article's text, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True)
class Passage:
    """Words of an article, to the character (stretches joined by " … "), and where they were published.

    ``published`` is EDTF; what is not known is null.
    """

    article_id: str
    outlet: str | None
    title: str | None
    published: str | None
    url: str | None
    words: str
    spans: list[Range]


@dataclass(frozen=True)
class Said:
    """A statement: who said it, how the article renders it, when it was said (EDTF), and how sure that is."""

    id: str
    speaker_id: str | None
    speaker: str | None
    kind: str
    stance: str
    said: str | None
    said_because: str
    passage: Passage
    confidence: float


@dataclass(frozen=True)
class Statements:
    """Statements that were found, of ``total``; ``complete``: whether all were counted.

    ``perhaps``: how many more may belong, were their days known.
    """

    statements: list[Said]
    total: int
    complete: bool
    perhaps: int


@dataclass(frozen=True)
class StoryFound:
    """A story: articles on one happening."""

    id: str
    title: str
    storyline_id: str
    first_published: str | None
    last_published: str | None
    articles: int
    outlets: list[str]


@dataclass(frozen=True)
class Stories:
    """Stories that were found."""

    stories: list[StoryFound]


@dataclass(frozen=True)
class RenderingTold:
    """How one article renders an utterance.

    ``label``: verbatim, partial, variant or paraphrase, beside the fullest. ``leaves_out``: a condition or
    hedge that another article holds, in that article's words.
    """

    said: Said
    label: str
    leaves_out: Passage | None
    negation_differs: bool


@dataclass(frozen=True)
class UtteranceTold:
    """One speech act and all its renderings."""

    id: str
    story_id: str
    speaker_id: str | None
    said: str | None
    outlets: list[str]
    renderings: list[RenderingTold]
    why_one: list[str]


@dataclass(frozen=True)
class OfficeHeld:
    """An office that articles give somebody."""

    title: str
    organisation: str | None


@dataclass(frozen=True)
class SpeakerTold:
    """A speaker over the years: names, offices, statements in the order in which they were said.

    ``others``: further speakers whose name fits what was asked, to be asked for by id. ``why_one``: why these
    names are one speaker.
    """

    id: str
    name: str
    type: str
    also_called: list[str]
    offices: list[OfficeHeld]
    why_one: list[str]
    statements: list[Said]
    total: int
    perhaps: int
    others: list[str]


@dataclass(frozen=True)
class ClashTold:
    """Two passages that differ on one matter.

    ``confidence``: how often such a difference held where readers judged it; null where nobody has.
    ``explained_by_time``: the later article may simply know more.
    """

    id: str
    kind: str
    note: str
    a: Passage
    b: Passage
    explained_by_time: bool
    confidence: float | None
    shown: bool


@dataclass(frozen=True)
class Clashes:
    """What differs in one story. ``held_back``: more that is possible, mostly wrong, not asked for."""

    story_id: str
    clashes: list[ClashTold]
    held_back: int


@dataclass(frozen=True)
class Unsaid:
    """An utterance that an article leaves out, as the first article gives it, and the day it was public."""

    utterance_id: str
    public: str | None
    as_given: Said


@dataclass(frozen=True)
class ArticleSilence:
    """One article against what was said in its story.

    ``could_have_carried``: utterances that it has, or that were public a day before it appeared: only the
    latter are ``left_out``. ``order_unknown`` more may have come before or after it.
    """

    article: Passage
    could_have_carried: int
    carried: int
    left_out: list[Unsaid]
    order_unknown: int


@dataclass(frozen=True)
class Silences:
    """Who is silent on what, in one story."""

    story_id: str
    articles: list[ArticleSilence]
