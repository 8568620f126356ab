"""The organisations of one article, found by key, acronym, and by the first or last words of their names."""

from __future__ import annotations

from collections import defaultdict

from onrecord.coreference.entities import Entity
from onrecord.coreference.mentions import NameMention
from onrecord.coreference.page import Page
from onrecord.names.organisations import acronym_of, organisation_key


class Organisations:
    """Organisations by their names' keys and edges."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._by_key: dict[str, Entity] = {}
        self._by_edge: defaultdict[str, list[Entity]] = defaultdict(list)

    def add(self, entity: Entity, text: str) -> None:
        """Makes an organisation known by its name as written."""
        self._by_key[organisation_key(text)] = entity
        words = _words(text)
        for edge in {words[0], words[-1]}:
            self._by_edge[edge].append(entity)
        short = acronym_of(text)
        if short:
            self._by_key.setdefault(short, entity)

    def add_key(self, entity: Entity, key: str) -> None:
        """Makes it known by one more key, where none is known by that."""
        self._by_key.setdefault(key, entity)

    def add_acronym(self, entity: Entity, acronym: str) -> None:
        """Makes it known by the acronym that the text gives it."""
        self._by_key[organisation_key(acronym)] = entity

    def find(self, text: str) -> Entity | None:
        """The organisation that ``text`` names, by its key or acronym."""
        key = organisation_key(text)
        found = self._by_key.get(key)
        if found is None and text.isupper():
            found = self._by_key.get(key.replace(" ", ""))
        return found or self._by_part(text)

    def _by_part(self, text: str) -> Entity | None:
        """The one organisation whose name ``text`` begins or ends ("Northrop", "the Air Force")."""
        words = _words(text)
        if not words or " ".join(words) in self._page.places.places:
            return None
        near = dict.fromkeys(self._by_edge.get(words[0], []) + self._by_edge.get(words[-1], []))
        return _only([e for e in near if self._is_part(words, _words(e.name or next(iter(e.names), "")))])

    def _is_part(self, words: list[str], full: list[str]) -> bool:
        """Whether ``words`` are ``full`` without a company's kind, or two of its last words at least."""
        rest = full[len(words) :] if full[: len(words)] == words else []
        bodies = self._page.offices.organisation_words - self._page.offices.corporate_words
        if rest and bodies.isdisjoint(rest):
            return True
        return 1 < len(words) < len(full) and full[-len(words) :] == words

    def by_last_word(self, mention: NameMention) -> Entity | None:
        """The one organisation named in full whose last word stands alone after "the": "the Courier"."""
        at, page = mention.words.start, self._page
        word = page.lower[at]
        if len(mention.words) != 1 or word not in page.offices.short_names:
            return None
        if at == 0 or page.lower[at - 1] != page.phrases.definite:
            return None
        found = _only([e for e in self._by_edge.get(word, []) if len(e.names[0].split()) > 1])
        return found if found is not None and found.names[0].casefold().endswith(word) else None


def _words(text: str) -> list[str]:
    return text.casefold().removeprefix("the ").split()


def _only(found: list[Entity]) -> Entity | None:
    return found[0] if len(found) == 1 else None
