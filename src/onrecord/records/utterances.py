"""Speech acts, how outlets render them, and renderings laid side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from onrecord.records.ground import Dating, Place, Span, Spans
from onrecord.records.schema import column

Label = Literal["verbatim", "partial", "variant", "paraphrase"]
EditKind = Literal["same", "changed", "only_here", "moved"]


@dataclass(frozen=True, slots=True)
class Rendering:
    """How one statement renders an utterance; ``content`` is the shared part of that statement.

    ``qualifier`` is the place, in another article, of the qualifier that this rendering leaves out;
    ``polarity_flip``: one of the two has a "not" that the other lacks. ``probability``: that it reports the
    same as the fullest rendering; None for the fullest itself, and if a user said so.
    """

    statement_id: str
    article_id: str
    content: Spans
    label: Label
    dropped_qualifier: bool = False
    qualifier: Place | None = None
    polarity_flip: bool = False
    probability: float | None = None


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

    ``comparisons`` set every rendering side by side with the fullest one.
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
