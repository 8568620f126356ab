"""Where things stand on which page: ids and hrefs, so that every shown fact can be followed to its span."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import dirname, relpath
from urllib.parse import quote

from onrecord.records import Place, Statement
from onrecord.reports.lookup import Lookup


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to a place: its href, what to call it (``The Herald ¶3``), and the words there."""

    href: str
    label: str
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Links:
    """Hrefs as seen from ``page``; ``pages``: article id -> the page (path from the folder) that shows it."""

    lookup: Lookup
    pages: Mapping[str, str]
    page: str

    def article(self, article_id: str) -> str:
        """Href of an article's text."""
        return self._on(self.pages.get(article_id, self.page), article_id)

    def story(self, story_id: str, article_id: str) -> str:
        """Href of a story's chapter, on the page that shows its article."""
        return self._on(self.pages.get(article_id, self.page), story_id)

    def whole(self, story_id: str, article_id: str) -> str:
        """Href of all that belongs to a story, for a page that has no room for it."""
        return self.story(story_id, article_id)

    def utterance(self, article_id: str, utterance_id: str) -> str:
        """Href of an utterance's row, on the page that shows an article of its story."""
        return self._on(self.pages.get(article_id, self.page), utterance_id)

    def entry(self, statement: Statement) -> str:
        """Href of a statement's place in the ledger."""
        return self._on(self.pages.get(statement.article_id, self.page), statement.id)

    def span(self, statement: Statement) -> str:
        """Href of a statement's mark in its article."""
        return self._on(self.pages.get(statement.article_id, self.page), in_text(statement))

    def speaker(self, speaker_id: str) -> str:
        """Href of everything that a speaker says; empty, as a brief has no page for it."""
        del speaker_id
        return ""

    def label(self, statement: Statement) -> str:
        """What to call a statement's place: ``The Herald ¶3``."""
        start = min((s.start for s in (*statement.content, *statement.cue)), default=0)
        paragraph = self.lookup.paragraph(statement.article_id, start)
        return f"{self.lookup.outlet(statement.article_id)} ¶{paragraph}"

    def place(self, place: Place) -> Reference | None:
        """A link to a range of an article; None when that article is not in the corpus."""
        if place.article_id not in self.lookup.articles:
            return None
        name = (
            f"{self.lookup.outlet(place.article_id)} ¶{self.lookup.paragraph(place.article_id, place.start)}"
        )
        href = self._on(self.pages[place.article_id], anchor(place.article_id, place.start, place.end))
        return Reference(href, name, self.lookup.words(place), place.note)

    def _on(self, page: str, fragment: str) -> str:
        target = "" if page == self.page else quote(relpath(page, dirname(self.page) or "."))
        return f"{target}#{part(fragment)}"


# What stands in addresses as it is. A page asks some thousand times, mostly for our own ids.
_PLAIN = re.compile(r"[\w.~-]*", re.ASCII)


def part(text: str) -> str:
    """A text as one part of an address, or behind its ``#``."""
    return text if _PLAIN.fullmatch(text) else quote(text, safe="")


def in_text(statement: Statement) -> str:
    """The id of a statement's mark in its article."""
    return f"in-{statement.id}"


def anchor(article_id: str, start: int, end: int) -> str:
    """The id of a range in an article."""
    return f"{article_id}.{start}-{end}"
