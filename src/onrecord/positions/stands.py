"""A statement that commits somebody, with what is needed to place it in time and to weigh it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.records import Article, Dating, Level, Statement, Utterance


@dataclass(frozen=True, slots=True)
class Stand:
    """One statement on the commitment scale."""

    statement: Statement
    article: Article
    level: Level
    utterance: Utterance | None
    speaker_id: str

    @property
    def witnesses(self) -> frozenset[str]:
        """Ids of the articles that report the utterance."""
        if self.utterance is None:
            return frozenset((self.article.id,))
        return frozenset(r.article_id for r in self.utterance.renderings)


def said(stand: Stand) -> Dating:
    """When it was said; where the text does not say, when it was published, and the basis says so."""
    dating = stand.statement.said
    published = stand.article.published
    if dating.earliest or dating.latest or not (published.earliest or published.latest):
        return dating
    return replace(published, basis=f"as published ({published.basis})")
