"""Statements as W3C Web Annotations (JSON-LD): every span by its words and by its position.

One annotation for each statement; one target for each of its spans, named source, cue or content. The
text quote selector finds the span in a copy of the article that was laid out anew; the position selector
counts code points in ``articles.text``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.records import AnnotatedArticle, Article, Span, Statement
from onrecord.reports.files import json_bytes, replacing
from onrecord.reports.tables import statement_place

AROUND = 32  # characters of prefix and suffix, as annotation clients commonly keep
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"onrecord": "urn:onrecord:terms:"}]


def write_annotations(articles: Iterable[AnnotatedArticle], folder: Path) -> list[Path]:
    """Write ``annotations.jsonld``, one annotation page; returns its path."""
    path = folder / "annotations.jsonld"
    with replacing(path) as stream:
        stream.write(b'{"@context": ' + json_bytes(CONTEXT) + b',\n"id": "urn:onrecord:annotations"')
        stream.write(b', "type": "AnnotationPage", "items": [')
        for number, item in enumerate(_annotations(articles)):
            stream.write((b",\n" if number else b"\n") + json_bytes(item))
        stream.write(b"\n]}\n")
    return [path]


def _annotations(articles: Iterable[AnnotatedArticle]) -> Iterator[dict[str, object]]:
    for annotated in articles:
        for statement in sorted(annotated.statements, key=statement_place):
            yield annotation(annotated.article, statement)


def annotation(article: Article, statement: Statement) -> dict[str, object]:
    """One statement as an annotation of its article."""
    spans = [("content", s) for s in statement.content]
    spans += [("source", s) for s in statement.source]
    spans += [("cue", s) for s in statement.cue]
    body: dict[str, object] = {
        "type": "TextualBody",
        "purpose": "describing",
        "format": "text/plain",
        "value": statement.speaker or statement.source_text or "source not named",
        "onrecord:speaker": statement.speaker_id,
        "onrecord:kind": statement.kind,
        "onrecord:mode": statement.mode,
        "onrecord:stance": statement.stance,
        "onrecord:said": statement.said.edtf,
        "onrecord:confidence": round(statement.confidence, 4),
    }
    return {
        "id": f"urn:onrecord:{statement.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": body,
        "target": [_target(article, role, span) for role, span in spans],
    }


def _target(article: Article, role: str, span: Span) -> dict[str, object]:
    return {
        "type": "SpecificResource",
        "source": article.url or f"urn:onrecord:{article.id}",
        "onrecord:role": role,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.of(article.text),
                "prefix": article.text[max(0, span.start - AROUND) : span.start],
                "suffix": article.text[span.end : span.end + AROUND],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }
