"""What an article leaves out of what was said in its story."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unheard:
    """An utterance that an article does not carry; ``public``: the day by which it was public, if known."""

    utterance_id: str
    public: str | None


@dataclass(frozen=True, slots=True)
class Silence:
    """One article compared with what was said, aloud or in writing, in its story.

    ``carried``: ids of the utterances that it reports. ``absent``: those that were public on an earlier day;
    ``early``: those that became public only after it; ``unknown``: those whose order is unknown. ``carried``
    and ``absent`` together are what it could certainly have reported.
    """

    id: str
    story_id: str
    article_id: str
    carried: tuple[str, ...]
    absent: tuple[Unheard, ...] = ()
    early: tuple[Unheard, ...] = ()
    unknown: tuple[Unheard, ...] = ()
    producer: str = ""
