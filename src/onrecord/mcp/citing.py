"""Records with their passages, loaded for one answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.mcp.answers import Passage, Range, Said
from onrecord.queries import Queries
from onrecord.records import Article, Place, Rendering, Span, Statement


class Citer:
    """Cites statements and places of one archive; each article is loaded once."""

    def __init__(self, queries: Queries) -> None:
        self._queries = queries
        self._articles: dict[str, Article] = {}

    def load(self, ids: Iterable[str]) -> None:
        """Have these articles at hand."""
        self._articles |= self._queries.bare_articles(set(ids) - self._articles.keys())

    def passage(self, article_id: str, spans: Sequence[Span]) -> Passage | None:
        """The words of ``spans``; None where the archive does not hold the article."""
        self.load([article_id])
        article = self._articles.get(article_id)
        if article is None:
            return None
        return Passage(
            article_id=article.id,
            outlet=article.outlet,
            title=article.title,
            published=article.published.edtf,
            url=article.url,
            words=" … ".join(s.of(article.text) for s in spans),
            spans=[Range(s.start, s.end) for s in spans],
        )

    def first(self, renderings: Sequence[Rendering]) -> list[str]:
        """Of renderings the statement in the article that appeared first; none where no article is held."""
        self.load(r.article_id for r in renderings)
        held = [r for r in renderings if r.article_id in self._articles]
        earliest = min(held, key=lambda r: self._articles[r.article_id].published.turn, default=None)
        return [] if earliest is None else [earliest.statement_id]

    def place(self, place: Place | None) -> Passage | None:
        """The words of a place."""
        return None if place is None else self.passage(place.article_id, [Span(place.start, place.end)])

    def said(self, statements: Sequence[Statement]) -> list[Said]:
        """Statements with their passages."""
        self.load(s.article_id for s in statements)
        return [s for statement in statements if (s := self._said(statement)) is not None]

    def _said(self, statement: Statement) -> Said | None:
        passage = self.passage(statement.article_id, statement.content)
        if passage is None:
            return None
        return Said(
            id=statement.id,
            speaker_id=statement.speaker_id,
            speaker=statement.speaker or statement.source_text,
            kind=statement.kind,
            stance=statement.stance,
            said=statement.said.edtf,
            said_because=statement.said.basis,
            passage=passage,
            confidence=round(statement.confidence, 4),
        )
