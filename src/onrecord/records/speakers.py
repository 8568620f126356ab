"""Speakers: one record for each, across all articles."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.alone import Mention, Office, SpeakerType


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person, office, organisation, document or group: one record across all articles.

    ``acts_for``: ids of speakers on whose behalf it speaks (a spokesman for the Kremlin, the
    Kremlin for Russia): a relation, never a merge. ``evidence`` says why the variants were joined.
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
