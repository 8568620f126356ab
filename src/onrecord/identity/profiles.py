"""What is kept of a speaker whose forms are many, so that whoever asks need not put it together."""

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
