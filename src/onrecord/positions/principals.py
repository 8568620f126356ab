"""For whom a speaker's words count besides itself: those it acts for, and bodies that its own title names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.records import Speaker


class Principals:
    """Chains from a speaker to everybody whose position its words are evidence of."""

    def __init__(self, speakers: Mapping[str, Speaker]) -> None:
        self._speakers = speakers
        # Bodies that speak for somebody themselves (a ministry for its country); a university does not.
        bodies = {
            name.casefold(): s.id
            for s in speakers.values()
            if s.type == "organisation" and s.acts_for
            for name in (s.name, *s.variants)
            if len(name) > 2
        }
        self._bodies = bodies
        names = "|".join(re.escape(name) for name in sorted(bodies, key=len, reverse=True))
        self._named = re.compile(rf"(?<!\w)(?:{names})(?!\w)") if names else None

    def chain(self, speaker_id: str) -> list[str]:
        """The speaker and all those it speaks for, nearest first, each once even in a circle."""
        found = [speaker_id]
        for current in found:
            speaker = self._speakers.get(current)
            found.extend(p for p in self._next(speaker) if p not in found and p in self._speakers)
        return found

    def _next(self, speaker: Speaker | None) -> list[str]:
        """Those a speaker acts for directly, or the bodies in its titles or in a group's own name."""
        if speaker is None:
            return []
        if speaker.acts_for or speaker.type not in ("person", "office", "group"):
            return list(speaker.acts_for)
        titles = [office.title for office in speaker.offices]
        own = [*titles, speaker.name] if speaker.type == "group" else titles
        if self._named is None:
            return []
        return [self._bodies[name] for title in own for name in self._named.findall(title.casefold())]
