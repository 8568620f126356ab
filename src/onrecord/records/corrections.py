"""What users say against the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.records.ground import Place, Spans

CorrectionAction = Literal["merge", "split", "mark", "remove", "undo"]
# Who is who, which statements are one utterance, which articles one story; or one statement's span, one date,
# outlet or claim; or a whole article.
About = Literal["speaker", "utterance", "story", "statement", "date", "outlet", "claim", "article"]
Verdict = Literal["right", "wrong"]


@dataclass(frozen=True, slots=True)
class StatementSpans:
    """Who, by which words, said what: a statement's characters as a reader gives them."""

    source: Spans
    cue: Spans
    content: Spans


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
    of ``articles``, is ``verdict``; ``value`` is what it is instead, ``spans`` those of the statement at the
    first of ``places``. ``remove``: ``articles`` are no part of the archive. ``undo``: correction number
    ``undoes`` is taken back. ``by``: who says so.
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
    spans: StatementSpans | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction as it is kept: its number, from 1, when it was made, and whether it still holds."""

    number: int
    made_at: str
    correction: Correction
    holds: bool
