"""One story's origins on three levels: texts, the occasions they report, the sources behind these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.origins.acts import folded, gather, origin
from onrecord.origins.sources import source_origins
from onrecord.origins.texts import text_origins
from onrecord.records import AnnotatedArticle, Origin, Speaker, Story, Utterance


def trace(
    story: Story,
    articles: Mapping[str, AnnotatedArticle],
    utterances: Sequence[Utterance],
    speakers: Mapping[str, Speaker],
) -> tuple[Origin, ...]:
    """Where the articles and statements of ``story`` come from: "3 articles → 2 texts → 1 briefing".

    Args:
        story: whose articles are traced; ids missing from ``articles`` are passed over.
        articles: by id, with statements whose ``speaker_id`` has been joined across articles.
        utterances: those of the story.
        speakers: by id.

    Returns:
        Texts first, then speech acts, then sources, each level sorted by id. Every article is in exactly
        one text. A text has the acts it reports as parents, an act the sources it rests on. Acts are left
        out where a single article reports them and names no occasion; they rest on its text alone.
    """
    items = [articles[name] for name in sorted(story.article_ids) if name in articles]
    texts = text_origins([item.article for item in items])
    outlets = frozenset(folded(i.article.outlet) for i in items if i.article.outlet)
    acts = [(act, origin(act, speakers)) for act in gather(items, utterances, speakers, outlets)]
    sources, rests = source_origins(acts, items, speakers)
    done = [replace(o, parent_ids=rests.get(o.id, ())) for _, o in acts]
    linked = [
        replace(
            text,
            parent_ids=tuple(
                sorted(
                    {*text.parent_ids, *(o.id for o in done if set(o.article_ids) & set(text.article_ids))}
                )
            ),
        )
        for text in texts
    ]
    return tuple(o for level in (linked, done, sources) for o in sorted(level, key=lambda o: o.id))
