"""Invented records for tests: every field has a plain value, a test names those that matter to it."""

from __future__ import annotations

from typing import Any

from onrecord.records import Article, Dating, Span, Statement
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
