"""Conflicts of one story: facts of different outlets that are about the same and do not agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.records import AnnotatedArticle, Conflict, Speaker, Story, Utterance


def find(
    story: Story,
    articles: Mapping[str, AnnotatedArticle],
    utterances: Sequence[Utterance],
    speakers: Mapping[str, Speaker],
) -> tuple[Conflict, ...]:
    """Pairs of places in ``articles`` that a reader would ask about; none yet."""
    del story, articles, utterances, speakers
    return ()
