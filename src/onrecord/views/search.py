"""What a search shows: statements with their words and places, the claims they render, and facets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from onrecord.queries import Queries
from onrecord.records import Article, Facet, Filter, SearchResult, Statement
from onrecord.records.schema import Row
from onrecord.views.kinds import rows_with


@dataclass(frozen=True, slots=True)
class Found:
    """The statements that were found, what belongs to them, and what came of counting all.

    Attributes:
        statements: the best of them.
        articles: those that they stand in, by id.
        stories: of articles by id; without those that have none.
        claims: statement id -> the utterance that it renders, and in how many articles that is told.
        result: what came of counting all.
    """

    statements: tuple[Statement, ...]
    articles: Mapping[str, Article]
    stories: Mapping[str, str]
    claims: Mapping[str, tuple[str, int]]
    result: SearchResult

    @property
    def facets(self) -> Mapping[str, tuple[Facet, ...]]:
        """What the result can be narrowed to."""
        return self.result.facets

    @property
    def rows(self) -> tuple[Row, ...]:
        """The statements as their table shows them.

        Each with its ``story_id``, and ``claim_id`` with ``told_by``, the number of articles that tell it.
        """
        found = tuple(rows_with("statements", self.statements, self.articles))
        for statement, row in zip(self.statements, found, strict=True):
            row["story_id"] = self.stories.get(statement.article_id)
            row["claim_id"], row["told_by"] = self.claims.get(statement.id, (None, 1))
        return found


def search(queries: Queries, asked: Filter, *, offset: int = 0, limit: int = 20) -> Found:
    """Statements that meet ``asked``, the best first.

    The facet ``claim`` is of the statements shown: utterances that several articles tell. All others count
    everything that matches.
    """
    result = queries.find(asked, offset=offset, limit=limit)
    statements = queries.statements_by_id(result.statement_ids)
    articles = queries.told_of(s.article_id for s in statements)
    found = Found(
        statements=tuple(statements),
        articles=articles,
        stories=queries.groups_of(articles),
        claims=queries.claims_of(result.statement_ids),
        result=result,
    )
    return replace(found, result=replace(result, facets=_named(queries, found)))


def _named(queries: Queries, found: Found) -> dict[str, tuple[Facet, ...]]:
    """The facets with stories by their titles, and claims by their words."""
    facets = dict(found.facets)
    stories = queries.stories_by_id(f.value for f in facets["story"])
    facets["story"] = tuple(
        replace(f, name=stories[f.value].title) if f.value in stories else f for f in facets["story"]
    )
    shared = [
        (found.claims[s.id][0], s)
        for s in found.statements
        if s.id in found.claims and found.claims[s.id][1] > 1
    ]
    first = dict(reversed(shared))
    counted = Counter(claim for claim, _ in shared)
    facets["claim"] = tuple(
        Facet(claim, number, _words(found, first[claim])) for claim, number in counted.most_common()
    )
    return facets


def _words(found: Found, statement: Statement) -> str:
    return statement.content_text(found.articles[statement.article_id].text)
