"""What pronouns behind a name tell of its bearer: a person, and of which gender."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from onrecord.coreference.entities import Entity
from onrecord.coreference.page import Page
from onrecord.languages.grammar import Gender

# A pronoun is looked for in this many words after a name whose gender nothing else tells.
_WINDOW = 30
# Pronouns that a given name outweighs, or as many as leave it open: "Kate", followed by a "he" or two.
_GIVEN = 2
_ONE_PERSON: frozenset[Gender] = frozenset({"he", "she"})


class PronounsAfter:
    """The pronouns of one article, asked from a name.

    Args:
        page: The article.
        by_word: Whose name each word is part of; it may grow meanwhile.
    """

    def __init__(self, page: Page, by_word: Mapping[int, Entity]) -> None:
        self._page = page
        self._by_word = by_word

    def follow(self, at: int) -> bool:
        """Whether the first pronoun soon after word ``at`` in its sentence is "he" or "she"."""
        for index in self._soon(at, 0):
            if self._page.lower[index] in self._page.pronouns.neuter or index in self._by_word:
                return False
            if self._told(index) is not None:
                return True
        return False

    def gender(self, entity: Entity, given: Gender | None = None) -> Gender | None:
        """What most pronouns that follow its mentions before anybody else is named tell.

        ``given``: what a given name tells, which counts as some of them.
        """
        votes = Counter(filter(None, (self.after(entity, at) for at in entity.at)))
        if given is not None and votes:
            votes[given] += _GIVEN
        if votes["he"] == votes["she"]:
            return None
        return "he" if votes["he"] > votes["she"] else "she"

    def after(self, entity: Entity | None, at: int) -> Gender | None:
        """What the first such pronoun behind word ``at`` tells, up to the next sentence or person."""
        for index in self._soon(at, 1):
            other = self._by_word.get(index)
            if other is not None and other is not entity and other.type == "person":
                return None
            gender = self._told(index)
            if gender is not None and not self._quoted_apart(at, index):
                return gender
        return None

    def _soon(self, at: int, sentences: int) -> Iterator[int]:
        """The words after ``at`` that are near, up to so many sentences on."""
        for index in range(at + 1, min(at + _WINDOW, len(self._page))):
            if self._page.sentence[index] > self._page.sentence[at] + sentences:
                return
            yield index

    def _told(self, index: int) -> Gender | None:
        told = self._page.pronouns.pronouns.get(self._page.lower[index])
        return told if told in _ONE_PERSON else None

    def _quoted_apart(self, at: int, index: int) -> bool:
        """Whether a pronoun stands in a quotation and the name does not: "“*He* lied,” Reve said"."""
        return self._page.quoted[index] and not self._page.quoted[at]
