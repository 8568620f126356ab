"""For whom a speaker's words count besides itself."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.records import Speaker


class Principals:
    """Chains from a speaker to everybody whose position its words are evidence of."""

    def __init__(self, speakers: Mapping[str, Speaker]) -> None:
        self._speakers = speakers

    def chain(self, speaker_id: str) -> list[str]:
        """The speaker and all those it speaks for, nearest first, each once even in a circle."""
        found = [speaker_id]
        for current in found:
            speaker = self._speakers.get(current)
            further = speaker.acts_for if speaker is not None else ()
            found.extend(p for p in further if p not in found and p in self._speakers)
        return found

    def one_voice(self, one: str, other: str) -> bool:
        """Whether two speakers are one, or one speaks for the other, or both for one third at first hand."""
        chains = self.chain(one), self.chain(other)
        if one in chains[1] or other in chains[0]:
            return True
        return not self._direct(one).isdisjoint(self._direct(other))

    def _direct(self, speaker_id: str) -> frozenset[str]:
        speaker = self._speakers.get(speaker_id)
        return frozenset(speaker.acts_for) if speaker is not None else frozenset()
