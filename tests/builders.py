"""Invented records for tests: every field has a plain value, a test names those that matter to it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.records import OF_STORY, OF_STORYLINE, Article, Corpus, Dating, Span, Statement
from onrecord.store import Database, derived, listing, placed, tables
from onrecord.store.schema import add_functions
from onrecord.text import View

UNDATED = Dating()


def day(value: str | None, basis: str = "given") -> Dating:
    """The dating of one known ISO day, or of none."""
    return Dating(value, value, value, basis) if value else UNDATED


def article(text: str = "", name: str = "a", **fields: Any) -> Article:
    """An English article that is mapped one to one; ``name`` is its id, outlet and address are unknown."""
    plain: dict[str, Any] = {
        "id": name,
        "given_id": name,
        "path": "memory",
        "item": 0,
        "sha256": "",
        "text_map": ((0, 0, len(text)),),
        "blocks": (),
        "language": "en",
    }
    unknown = dict.fromkeys(("outlet", "title", "url", "byline", "dateline", "credit"))
    return Article(**(plain | unknown | fields), text=text)


def span(text: str, words: str, nth: int = 0) -> Span:
    """Where ``words`` stand in ``text`` for the ``nth`` time, counted from 0."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def statement(of: Article, content: str, source: str = "", cue: str = "", **fields: Any) -> Statement:
    """A quoted assertion in ``of`` whose parts are found by their words; an empty part is not there."""
    text = of.text
    plain: dict[str, Any] = {
        "id": f"st-{of.id}-{text.index(content)}",
        "article_id": of.id,
        "kind": "direct",
        "mode": "speech",
        "stance": "assert",
        "source": (span(text, source),) if source else (),
        "cue": (span(text, cue),) if cue else (),
        "confidence": 0.9,
        "source_text": source,
    }
    return Statement(**(plain | fields), content=(span(text, content),))


def view(text: str = "", name: str = "a", **fields: Any) -> View:
    """The view of such an article."""
    return View(article(text, name, **fields))


def archived(path: Path, corpus: Corpus) -> Path:
    """An archive that holds a corpus as reading and comparing would have left it, but for who is who."""
    database = Database(path)
    stories = {story.id: story.storyline_id for story in corpus.stories}
    with database.transaction() as connection:
        for item in corpus.articles:
            tables.put_article(connection, item, story_keys="{}", reading=1)
        derived.put_records(connection, "stories", corpus.stories)
        for story in corpus.stories:
            listing.put_story(connection, story)
        placed.put_members(connection, ((a, s.id) for s in corpus.stories for a in s.article_ids))
        placed.put_members(connection, stories.items())
        for name in (*OF_STORY, *OF_STORYLINE):
            owned: dict[str, list[Any]] = {}
            for record in getattr(corpus, name):
                owned.setdefault(_owner(record, name, stories), []).append(record)
            for owner, records in owned.items():
                derived.put_derived(connection, name, owner, records)
    database.close()
    return path


def _owner(record: Any, name: str, stories: dict[str, str]) -> str:
    story = getattr(record, "story_id", None) or next(iter(stories))
    return stories[story] if name in OF_STORYLINE else story


def change(path: Path, *statements: str) -> None:
    """Change an archive behind its back, by SQL."""
    connection = sqlite3.connect(path)
    add_functions(connection)
    with connection:
        for one in statements:
            connection.execute(one)
    connection.close()


class Letters:
    """A tiny encoder: letters counted, so that tests load no model."""

    def encode(self, words: tuple[str, ...]) -> np.ndarray:
        """See ``Encoder``."""
        counts = np.zeros(26, dtype=np.float32)
        for letter in "".join(words).lower():
            if "a" <= letter <= "z":
                counts[ord(letter) - ord("a")] += 1
        return counts / max(float(np.linalg.norm(counts)), 1.0)
