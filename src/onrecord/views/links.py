"""Addresses of the app's pages, so that whatever is shown leads to where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import Place, Statement
from onrecord.reports.brief.links import Links, Reference, anchor, in_text, part


@dataclass(frozen=True, slots=True)
class PageLinks(Links):
    """The brief's links as addresses of the app: stories and articles have pages of their own.

    ``page`` is the address of the page that they stand on.
    """

    def article(self, article_id: str) -> str:
        """Where an article is read."""
        return article_page(article_id)

    def story(self, story_id: str, article_id: str) -> str:
        """The address of a story's page."""
        del article_id
        return story_page(story_id)

    def whole(self, story_id: str, article_id: str) -> str:
        """The address of the page with everything about a story."""
        del article_id
        return f"{story_page(story_id)}?all=yes"

    def entry(self, statement: Statement) -> str:
        """Where a statement stands among those of its story."""
        story = self.lookup.story_of.get(statement.article_id)
        return story_page(story.id) + _fragment(statement.id) if story else self.span(statement)

    def span(self, statement: Statement) -> str:
        """Where a statement stands in its article."""
        return article_page(statement.article_id) + _fragment(in_text(statement))

    def speaker(self, speaker_id: str) -> str:
        """Where everything is that a speaker says."""
        return speaker_page(speaker_id)

    def place(self, place: Place) -> Reference | None:
        """A range of an article; None when that article is not at hand."""
        if place.article_id not in self.lookup.articles:
            return None
        paragraph = self.lookup.paragraph(place.article_id, place.start)
        href = article_page(place.article_id) + _fragment(anchor(place.article_id, place.start, place.end))
        words = self.lookup.words(place)
        return Reference(href, f"{self.lookup.outlet(place.article_id)} ¶{paragraph}", words, place.note)


def story_page(story_id: str) -> str:
    """The address of a story."""
    return f"/stories/{part(story_id)}"


def line_page(storyline_id: str) -> str:
    """The address of a storyline."""
    return f"/storylines/{part(storyline_id)}"


def article_page(article_id: str) -> str:
    """The address of an article."""
    return f"/articles/{part(article_id)}"


def speaker_page(speaker_id: str) -> str:
    """The address of a speaker."""
    return f"/speakers/{part(speaker_id)}"


def renderings_page(story_id: str, utterance_id: str) -> str:
    """The address of all renderings of an utterance."""
    return f"{story_page(story_id)}/utterances/{part(utterance_id)}"


def _fragment(name: str) -> str:
    return f"#{part(name)}"
