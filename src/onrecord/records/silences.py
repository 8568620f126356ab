"""What an article does not carry of what was said in its story."""

from __future__ import annotations

from dataclasses import dataclass


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
