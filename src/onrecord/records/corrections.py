"""Users' corrections of what the program found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.records.ground import Place, Spans

CorrectionAction = Literal["merge", "split", "mark", "remove", "undo"]
# Who is who, which statements are one utterance, which articles are one story; or the spans of one statement,
# one date, outlet or claim; or a whole article.
About = Literal["speaker", "utterance", "story", "statement", "date", "outlet", "claim", "article"]
Verdict = Literal["right", "wrong"]


@dataclass(frozen=True, slots=True)
class StatementSpans:
    """Source, cue and content of a statement as a user gives them."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Correction:
    """A user's word against the program's: kept for ever, and applied in order at every comparison.

    It refers to content, never to the results of a run: to articles by ids that are made of their text,
    to statements by ``places`` in it.

    ``merge`` of speakers: everybody who has one of ``names`` (as written, case and diacritics ignored) or is
    mentioned at one of ``places`` is one speaker, called ``names[0]``; of utterances: those with a
    statement at one of ``places`` are one; of stories: ``articles`` belong to one. ``split`` of speakers:
    the chains mentioned at ``places`` are a separate speaker, called ``names[0]`` if a name is given;
    of utterances: the statements at ``places`` are a separate one; of stories: ``articles`` belong to
    one story, without any of ``apart_from``. ``mark``: what stands at ``places``, or the outlet or date
    of ``articles``, is ``verdict``; ``value`` is what it should be, ``spans`` those of the statement at the
    first of ``places``. ``remove``: ``articles`` do not belong in the archive. ``undo``: correction number
    ``undoes`` no longer holds. ``by``: who says so.
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
    """A stored correction: its number, from 1, when it was made, and whether it still holds."""

    number: int
    made_at: str
    correction: Correction
    holds: bool
