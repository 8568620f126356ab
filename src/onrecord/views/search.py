"""What a search shows: statements with their words and places, the claims they render, and facets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from onrecord.queries import Queries
from onrecord.records import Facet, Filter, SearchResult, Story
from onrecord.records.schema import Row
from onrecord.views.kinds import rows


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of what was found, each with its story and claim, and what came of counting all.

    A row carries ``story_id``, and ``claim_id`` with ``told_by``, the number of articles that tell it.
    """

    rows: tuple[Row, ...]
    result: SearchResult

    @property
    def facets(self) -> Mapping[str, tuple[Facet, ...]]:
        """What the result can be narrowed to."""
        return self.result.facets


def search(queries: Queries, asked: Filter, *, offset: int = 0, limit: int = 20) -> Found:
    """Statements that meet ``asked``, the best first.

    The facet ``claim`` is of the statements shown: utterances that several articles tell. All others count
    everything that matches.
    """
    result = queries.find(asked, offset=offset, limit=limit)
    told = list(rows(queries, "statements", queries.statements_by_id(result.statement_ids)))
    claims = queries.claims_of(result.statement_ids)
    for row in told:
        row["story_id"] = queries.group_of(str(row["article_id"]))
        row["claim_id"], row["told_by"] = claims.get(str(row["id"]), (None, 1))
    return Found(tuple(told), replace(result, facets=_named(queries, result, told)))


def _named(queries: Queries, result: SearchResult, told: list[Row]) -> dict[str, tuple[Facet, ...]]:
    """The facets with stories by their titles, and claims by their words."""
    facets = dict(result.facets)
    facets["story"] = tuple(
        replace(f, name=story.title) if (story := queries.record("stories", Story, f.value)) else f
        for f in facets["story"]
    )
    shared = [row for row in told if row["claim_id"] is not None and _articles(row) > 1]
    words = {str(row["claim_id"]): str(row["words"]) for row in reversed(shared)}
    counted = Counter(str(row["claim_id"]) for row in shared)
    facets["claim"] = tuple(Facet(key, number, words[key]) for key, number in counted.most_common())
    return facets


def _articles(row: Row) -> int:
    told_by = row["told_by"]
    return told_by if isinstance(told_by, int) else 0
