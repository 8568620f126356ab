"""Makers of invented articles and statements, shared by the tests of this folder."""

from __future__ import annotations

import pytest

import builders
from onrecord.records import AnnotatedArticle, Dating, Span, Statement
from onrecord.text import View
from onrecord.utterances.labels import rendered
from onrecord.utterances.points import points

UNKNOWN = Dating()


def make_article(name, text):
    return builders.article(text, name, outlet=name)


def make_statement(name, text, speaker, *contents, kind="direct", said=UNKNOWN):
    spans = tuple(Span(text.index(c), text.index(c) + len(c)) for c in contents)
    return Statement(
        id=f"{name}-{spans[0].start}",
        article_id=name,
        kind=kind,
        mode="speech",
        stance="assert",
        source=(),
        cue=(),
        content=spans,
        confidence=0.9,
        speaker_id=speaker,
        said=said,
    )


@pytest.fixture(scope="session")
def article_of():
    """An article with the given name and text."""
    return make_article


@pytest.fixture(scope="session")
def statement_of():
    """A statement of an article: name, text, speaker, contents."""
    return make_statement


@pytest.fixture(scope="session")
def points_of():
    """Points of one statement with the given contents, in an article of its own."""

    def make(text, *contents, name="gazette", kind="direct", speaker="oda"):
        statement = make_statement(name, text, speaker, *(contents or (text,)), kind=kind)
        article = make_article(name, text)
        return points(AnnotatedArticle(article, statements=(statement,)), View(article))

    return make


@pytest.fixture(scope="session")
def rendering(points_of):
    """A text as one rendering; ``kind`` as the statements stage would say."""

    def make(text, name="gazette", kind="direct"):
        return rendered(points_of(text, name=name, kind=kind))

    return make
