"""A stored summary of a speaker with many forms, so that it is not put together for every question."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import Speaker


@dataclass(frozen=True, slots=True)
class Profile:
    """What a speaker's forms alone make of it, kept where they are many: hundreds, of who is much spoken of.

    ``speaker``: without mentions, and without those for whom it acts, whom others' forms decide, too;
    ``acts_for``: what its articles call these.
    """

    speaker: Speaker
    acts_for: tuple[str, ...] = ()
