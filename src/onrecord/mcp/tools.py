"""The tools: each asks the archive one question and answers with exact words, places and how sure it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import Annotated

from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field

from onrecord.mcp.answers import (
    ArticleSilence,
    Clashes,
    ClashTold,
    OfficeHeld,
    RenderingTold,
    Silences,
    SpeakerTold,
    Statements,
    Stories,
    StoryFound,
    Unsaid,
    UtteranceTold,
)
from onrecord.mcp.citing import Citer
from onrecord.queries import Queries
from onrecord.records import Conflict, Filter, Kind, Rendering, Silence, Stance, Story, Unheard, Utterance
from onrecord.store.listing import Wanted

Lend = Callable[[], AbstractContextManager[Queries]]
Day = Annotated[
    str | None,
    Field(description="A day, month or year: 2031-03-04.", pattern=r"^[1-9]\d{3}(-\d\d(-\d\d)?)?$"),
]
Limit = Annotated[int, Field(ge=1, le=100, description="Most results to return.")]
Words = Annotated[
    str | None,
    Field(description='Words that must all occur, in any form; put a phrase in "…".'),
]


class Tools:
    """The questions; ``lend`` lends the archive to one of them at a time.

    All raise ``ToolError`` for what the archive does not hold, which the asker is told.
    """

    def __init__(self, lend: Lend) -> None:
        self._lend = lend

    def find_statements(
        self,
        *,
        words: Words = None,
        speaker: Annotated[str | None, Field(description="A speaker's id, or words of the name.")] = None,
        outlet: Annotated[str | None, Field(description="An outlet, as articles name it.")] = None,
        story: Annotated[str | None, Field(description="The id of a story.")] = None,
        kind: Kind | None = None,
        stance: Stance | None = None,
        said_since: Day = None,
        said_until: Day = None,
        published_since: Day = None,
        published_until: Day = None,
        limit: Limit = 20,
        offset: Annotated[int, Field(ge=0)] = 0,
    ) -> Statements:
        """Find attributed statements: who said what, word for word, and where it appeared; best first."""
        asked = Filter(
            words=words,
            speaker=speaker,
            outlet=outlet,
            story=story,
            kind=kind,
            stance=stance,
            said_since=said_since,
            said_until=said_until,
            published_since=published_since,
            published_until=published_until,
        )
        with self._lend() as queries:
            return _statements(queries, asked, offset=offset, limit=limit)

    def find_stories(self, words: Words = None, limit: Limit = 20) -> Stories:
        """Find stories (articles that report one happening) by words of their articles; largest first."""
        with self._lend() as queries:
            found = queries.largest_stories(Wanted(words or ""), limit=limit)
            return Stories([_story(queries, story) for story in found])

    def renderings(
        self,
        statement_id: Annotated[str | None, Field(description="Any statement that renders it.")] = None,
        utterance_id: Annotated[str | None, Field(description="The utterance itself.")] = None,
    ) -> UtteranceTold:
        """Show how each outlet renders one utterance: exact words, and what a rendering leaves out."""
        with self._lend() as queries:
            if statement_id is not None:
                utterance_id = queries.claims_of([statement_id]).get(statement_id, (None,))[0]
            found = queries.record("utterances", Utterance, utterance_id or "")
            if found is None:
                raise ToolError("the archive has no such utterance")
            return _utterance(queries, found)

    def speaker(
        self,
        *,
        who: Annotated[str, Field(description="A speaker's id, or words of the name.", min_length=1)],
        said_since: Day = None,
        said_until: Day = None,
        limit: Limit = 50,
        offset: Annotated[int, Field(ge=0)] = 0,
    ) -> SpeakerTold:
        """Look up a speaker over the years: names, offices, and statements in the order they were made."""
        with self._lend() as queries:
            known = sorted(queries.page_of_voices(name=who, limit=200), key=lambda v: (-v.statements, v.id))
            chosen = queries.speaker_record(who) or (queries.speaker_record(known[0].id) if known else None)
            if chosen is None:
                raise ToolError(f"no speaker in the archive is called {who!r}")
            asked = Filter(speaker=chosen.id, said_since=said_since, said_until=said_until)
            found = _statements(queries, asked, offset=offset, limit=limit)
            return SpeakerTold(
                id=chosen.id,
                name=chosen.name,
                type=chosen.type,
                also_called=list(chosen.variants),
                offices=[OfficeHeld(o.title, o.organisation) for o in chosen.offices],
                why_one=list(chosen.evidence),
                statements=found.statements,
                total=found.total,
                perhaps=found.perhaps,
                others=[f"{v.id} ({v.name})" for v in known if v.id != chosen.id][:20],
            )

    def clashes(
        self,
        story: Annotated[str, Field(description="The id of a story.")],
        possible: Annotated[
            bool, Field(description="Also return possible differences, most of which are wrong.")
        ] = False,
    ) -> Clashes:
        """Show what differs between the articles of one story, both passages word for word."""
        with self._lend() as queries:
            _known(queries, story)
            found = queries.conflicts(story=story)
            asked = [c for c in found if c.shown or possible]
            citer = Citer(queries)
            told = [t for c in asked if (t := _clash(citer, c)) is not None]
            return Clashes(story, told, len(found) - len(asked))

    def silences(self, story: Annotated[str, Field(description="The id of a story.")]) -> Silences:
        """Show which articles of a story leave out something that was public on an earlier day."""
        with self._lend() as queries:
            _known(queries, story)
            said = {u.id: u for u in queries.utterances(story=story)}
            citer = Citer(queries)
            told = (_silence(queries, citer, s, said) for s in queries.silences(story))
            return Silences(story, [t for t in told if t is not None])


def _known(queries: Queries, story: str) -> None:
    if queries.record("stories", Story, story) is None:
        raise ToolError(f"no story has the id {story!r}; use find_stories to get ids")


def _statements(queries: Queries, asked: Filter, *, offset: int, limit: int) -> Statements:
    try:
        asked.check()
    except ValueError as error:
        raise ToolError(str(error)) from None
    result = queries.find(asked, offset=offset, limit=limit)
    said = Citer(queries).said(queries.statements_by_id(result.statement_ids))
    return Statements(said, result.total, result.complete, result.perhaps)


def _story(queries: Queries, story: Story) -> StoryFound:
    outlets = {a.outlet for a in queries.bare_articles(story.article_ids).values() if a.outlet}
    return StoryFound(
        id=story.id,
        title=story.title,
        storyline_id=story.storyline_id,
        first_published=story.first_published,
        last_published=story.last_published,
        articles=len(story.article_ids),
        outlets=sorted(outlets),
    )


def _utterance(queries: Queries, utterance: Utterance) -> UtteranceTold:
    citer = Citer(queries)
    told = [t for r in utterance.renderings if (t := _rendering(queries, citer, r)) is not None]
    return UtteranceTold(
        id=utterance.id,
        story_id=utterance.story_id,
        speaker_id=utterance.speaker_id,
        said=utterance.said.edtf,
        outlets=sorted({o for t in told if (o := t.said.passage.outlet) is not None}),
        renderings=told,
        why_one=list(utterance.reasons),
    )


def _rendering(queries: Queries, citer: Citer, rendering: Rendering) -> RenderingTold | None:
    for said in citer.said(queries.statements_by_id([rendering.statement_id])):
        return RenderingTold(said, rendering.label, citer.place(rendering.qualifier), rendering.polarity_flip)
    return None


def _clash(citer: Citer, conflict: Conflict) -> ClashTold | None:
    a, b = citer.place(conflict.a), citer.place(conflict.b)
    if a is None or b is None:
        return None
    return ClashTold(
        id=conflict.id,
        kind=conflict.kind,
        note=conflict.note,
        a=a,
        b=b,
        explained_by_time=conflict.explained_by_time,
        confidence=conflict.probability,
        shown=conflict.shown,
    )


def _silence(
    queries: Queries, citer: Citer, silence: Silence, said: dict[str, Utterance]
) -> ArticleSilence | None:
    article = citer.passage(silence.article_id, ())
    if article is None:
        return None
    return ArticleSilence(
        article=article,
        could_have_carried=len(silence.carried) + len(silence.absent),
        carried=len(silence.carried),
        left_out=list(_unsaid(queries, citer, silence.absent, said)),
        order_unknown=len(silence.unknown),
    )


def _unsaid(
    queries: Queries, citer: Citer, absent: Iterable[Unheard], said: dict[str, Utterance]
) -> Iterable[Unsaid]:
    for unheard in absent:
        utterance = said.get(unheard.utterance_id)
        ids = citer.first(utterance.renderings) if utterance else []
        for given in citer.said(queries.statements_by_id(ids)):
            yield Unsaid(unheard.utterance_id, unheard.public, given)
