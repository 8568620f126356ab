"""The same records on a terminal: one story, speaker or article on demand; ``summary`` is after reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.records import (
    AnnotatedArticle,
    Corpus,
    Rendering,
    Speaker,
    Statement,
    Story,
    Utterance,
)
from onrecord.reports.brief.variorum import speaker_name
from onrecord.reports.brief.wording import clip, dating, held
from onrecord.reports.counting import StoryCount, counts
from onrecord.reports.listed import Harmless, story_list
from onrecord.reports.lookup import Lookup

MOST_STORIES = 12
MOST_ROWS = 40
# Speakers whose names have the words asked for that are shown with what they say: a president's are 300.
MOST_SPEAKERS = 5
LABEL_STYLES = {"verbatim": "green", "partial": "blue", "variant": "yellow", "paraphrase": "magenta"}


def show(
    corpus: Corpus,
    console: Console,
    *,
    story: str | None = None,
    speaker: str | None = None,
    article: str | None = None,
    possible: bool = False,
    said: Mapping[str, int] | None = None,
    others: Sequence[tuple[str, str, int]] = (),
) -> bool:
    """Print the stories, speakers or articles that match an id or words; all stories when none is asked.

    ``said``: how many statements speakers make in all, where ``corpus`` does not hold them all; ``others``:
    name, id and number of statements of speakers who match, too, and are only told.

    Returns:
        Whether anything matched.
    """
    lookup = Lookup.of(corpus)
    shown: list[RenderableType] = []
    if story is not None:
        shown += (_story(lookup, s, possible=possible) for s in _stories_named(lookup, story))
    if speaker is not None:
        shown += (_speaker(lookup, s, said or {}) for s in _speakers_named(corpus, speaker))
        shown += [_others(others)] if others else []
    if article is not None:
        shown += (_article(lookup, a) for a in _articles_named(lookup, article))
    if story is speaker is article is None and lookup.stories:
        shown = [stories(lookup, most=len(lookup.stories))]
    for item in shown:
        console.print(Harmless(item))
    return bool(shown)


def _stories_named(lookup: Lookup, query: str) -> list[Story]:
    return [s for s in lookup.stories if matches(query, s.id, s.title)]


def _speakers_named(corpus: Corpus, query: str) -> list[Speaker]:
    return [s for s in corpus.speakers if matches(query, s.id, s.name, *s.variants)]


def _articles_named(lookup: Lookup, query: str) -> list[AnnotatedArticle]:
    found = ((a, a.article) for a in lookup.articles.values())
    return [a for a, of in found if matches(query, of.id, of.given_id, of.path, of.title)]


def matches(query: str, *values: str | None) -> bool:
    """Whether ``query`` is one of ``values``, or all its words occur in one of them."""
    words = query.casefold().split()
    return any(
        v is not None and (v == query or (words and all(w in v.casefold() for w in words))) for v in values
    )


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim", expand=False)
    for name in columns:
        number = name.startswith("#")
        table.add_column(
            name.removeprefix("# "),
            justify="right" if number else "left",
            overflow="fold",
            no_wrap=number or name in ("id", "published"),
        )
    return table


def stories(lookup: Lookup, most: int = MOST_STORIES) -> RenderableType:
    """The first stories, storyline by storyline, with what they hold."""
    ordered = [s for group in lookup.storylines().values() for s in group]
    held = [(s, counts(lookup, [s])) for s in ordered[:most]]
    found = [StoryCount(s, c.articles, c.statements, c.shared) for s, c in held]
    return story_list(found, len(ordered) - len(found))


def _story(lookup: Lookup, story: Story, *, possible: bool) -> RenderableType:
    articles = _table("outlet", "published", "title", "id")
    for article_id in story.article_ids:
        article = lookup.articles[article_id].article
        articles.add_row(
            Text(lookup.outlet(article_id)),
            Text(dating(article.published)),
            Text(clip(article.title or "", 70)),
            Text(article_id, style="dim"),
        )
    utterances = sorted(lookup.utterances.get(story.id, ()), key=lambda u: (-len(u.renderings), u.id))
    shown = [Padding(_utterance(lookup, u, possible=possible), (1, 0, 0, 0)) for u in utterances[:MOST_ROWS]]
    rest = len(utterances) - len(shown)
    more = [Text(f"and {rest} more", style="dim")] if rest > 0 else []
    return Group(Text(story.title, style="bold"), articles, *shown, *more)


def _utterance(lookup: Lookup, utterance: Utterance, *, possible: bool) -> RenderableType:
    stated = [s for r in utterance.renderings if (s := lookup.statements.get(r.statement_id)) is not None]
    who, _ = speaker_name(lookup, utterance.speaker_id, stated)
    head = Text.assemble((who, "bold"), "  ", (dating(utterance.said), "dim"))
    known = [r for r in utterance.renderings if r.statement_id in lookup.statements]
    labelled = len(utterance.renderings) > 1
    return Group(head, *(_rendering(lookup, r, labelled=labelled, possible=possible) for r in known))


def _rendering(lookup: Lookup, rendering: Rendering, *, labelled: bool, possible: bool) -> Text:
    statement = lookup.statements[rendering.statement_id]
    words = clip(statement.content_text(lookup.articles[statement.article_id].article.text), 240)
    label = f"{rendering.label:<11}" if labelled else ""
    return Text.assemble(
        "  ",
        (label, LABEL_STYLES.get(rendering.label, "")),
        ("possibly a condition left out: " if possible and rendering.dropped_qualifier else "", "dim"),
        ("possibly “not” differs: " if possible and rendering.polarity_flip else "", "dim"),
        words,
        (f"  {lookup.outlet(statement.article_id)}", "dim"),
    )


def _speaker(lookup: Lookup, speaker: Speaker, totals: Mapping[str, int]) -> RenderableType:
    said = [s for s in lookup.statements.values() if s.speaker_id == speaker.id]
    said.sort(key=lambda s: (s.said.earliest or s.said.latest or "9999", s.id))
    head = Text.assemble((speaker.name, "bold"), f"  {speaker.type}  ", (speaker.id, "dim"))
    about = [Text(f"  also: {', '.join(speaker.variants)}")] if speaker.variants else []
    offices = [" for ".join(filter(None, (o.title, o.organisation))) for o in held(speaker.offices)]
    about += [Text(f"  office: {'; '.join(offices)}")] if offices else []
    return Group(head, *about, _said(lookup, said[:MOST_ROWS], totals.get(speaker.id, len(said))))


def _others(others: Sequence[tuple[str, str, int]]) -> RenderableType:
    table = _table("others whose names have these words", "# statements", "id")
    for name, key, number in others[:MOST_ROWS]:
        table.add_row(Text(clip(name, 60)), str(number), Text(key, style="dim"))
    rest = len(others) - MOST_ROWS
    return Group(table, Text(f"and {rest} more", style="dim")) if rest > 0 else table


def _said(lookup: Lookup, said: Sequence[Statement], total: int) -> RenderableType:
    table = _table("said", "words", "where")
    for statement in said:
        text = lookup.articles[statement.article_id].article.text
        table.add_row(
            Text(dating(statement.said)),
            Text(clip(statement.content_text(text), 200)),
            Text(lookup.outlet(statement.article_id), style="dim"),
        )
    rest = total - len(said)
    return Group(table, Text(f"and {rest} more", style="dim")) if rest > 0 else table


def _article(lookup: Lookup, annotated: AnnotatedArticle) -> RenderableType:
    article = annotated.article
    head = Text(article.title or article.path, style="bold")
    published = f"{dating(article.published)} ({article.published.basis})"
    about = Text(" · ".join((lookup.outlet(article.id), published, article.path)), style="dim")
    table = _table("speaker", "stance", "words", "id")
    for statement in lookup.statements_of(article.id):
        table.add_row(
            Text(clip(statement.speaker or statement.source_text or "not named", 32)),
            statement.stance,
            Text(clip(statement.content_text(article.text), 200)),
            Text(statement.id, style="dim"),
        )
    return Group(head, about, table)
