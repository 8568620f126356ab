"""One story's origins on three levels: texts, the occasions they report, the sources behind these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.origins.acts import gather, origin
from onrecord.origins.outlets import outlets_of
from onrecord.origins.sources import source_origins
from onrecord.origins.texts import text_origins
from onrecord.records import AnnotatedArticle, Origin, Speaker, Story, Utterance
from onrecord.text import Views


def trace(
    story: Story,
    articles: Mapping[str, AnnotatedArticle],
    utterances: Sequence[Utterance],
    speakers: Mapping[str, Speaker],
    views: Views,
) -> tuple[Origin, ...]:
    """Where the articles and statements of ``story`` come from: "3 articles → 2 texts → 1 briefing".

    Args:
        story: whose articles are traced; ids missing from ``articles`` are passed over.
        articles: by id, with statements whose ``speaker_id`` has been joined across articles.
        utterances: those of the story.
        speakers: by id.
        views: article id -> its text.

    Returns:
        Texts first, then speech acts, then sources, each level sorted by id. Every article is in exactly
        one text. A text has the acts it reports as parents, an act the sources it rests on. Acts are left
        out where a single article reports them and names no occasion; they rest on its text alone.
    """
    items = [articles[name] for name in sorted(story.article_ids) if name in articles]
    if not items:
        return ()
    language = views[items[0].article.id].language
    outlets = outlets_of(items, language)
    texts = text_origins(views[item.article.id] for item in items)
    acts = [
        (act, origin(act, speakers, language)) for act in gather(items, utterances, speakers, outlets, views)
    ]
    sources, rests = source_origins(acts, items, speakers, outlets, views)
    occasions = [replace(o, parent_ids=rests.get(o.id, ())) for _, o in acts]
    linked = [replace(text, parent_ids=_parents(text, occasions)) for text in texts]
    return tuple(o for level in (linked, occasions, sources) for o in sorted(level, key=lambda o: o.id))


def _parents(text: Origin, occasions: Sequence[Origin]) -> tuple[str, ...]:
    """What a text rests on: the texts it draws on and the occasions that its articles report."""
    reported = {o.id for o in occasions if set(o.article_ids) & set(text.article_ids)}
    return tuple(sorted({*text.parent_ids, *reported}))
