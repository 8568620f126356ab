"""Articles and statements in the words of schema.org (JSON-LD): NewsArticle, Quotation, Claim.

An utterance that several articles report is a ``Claim`` with its appearances. No ``ClaimReview`` is
written: that type states a verdict, and no record here holds one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from onrecord.records import Article, Corpus, Dating, Speaker, Statement, Utterance
from onrecord.reports.files import json_bytes, replacing
from onrecord.reports.tables import in_order, statement_place

TYPES = {"person": "Person", "organisation": "Organization", "group": "Organization", "office": "Role"}
# schema.org dates are ISO 8601: a year, month or day; no EDTF mark of doubt fits, nor its code of a season.
_ISO = re.compile(r"\d{4}(-(?:0[1-9]|1[0-2])(-\d\d)?)?(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?")


def write_schema_org(corpus: Corpus, folder: Path) -> list[Path]:
    """Write ``schema_org.jsonld``, one graph; returns its path."""
    path = folder / "schema_org.jsonld"
    with replacing(path) as stream:
        stream.write(b'{"@context": "https://schema.org", "@graph": [')
        for number, node in enumerate(_nodes(corpus)):
            kept = {key: value for key, value in node.items() if value not in (None, [], "")}
            stream.write((b",\n" if number else b"\n") + json_bytes(kept))
        stream.write(b"\n]}\n")
    return [path]


def _nodes(corpus: Corpus) -> Iterator[dict[str, object]]:
    for speaker in sorted(corpus.speakers, key=lambda s: s.id):
        yield speaker_node(speaker)
    for annotated in in_order(corpus):
        yield article_node(annotated.article)
        for statement in sorted(annotated.statements, key=statement_place):
            yield quotation_node(annotated.article, statement)
    for utterance in sorted(corpus.utterances, key=lambda u: u.id):
        if len({r.article_id for r in utterance.renderings}) > 1:
            yield claim_node(utterance)


def speaker_node(speaker: Speaker) -> dict[str, object]:
    """A speaker as Person or Organization (a document or unknown one as Thing)."""
    return {
        "@type": TYPES.get(speaker.type, "Thing"),
        "@id": _id(speaker.id),
        "name": speaker.name,
        "alternateName": list(speaker.variants),
        "jobTitle": [o.title for o in speaker.offices] if speaker.type == "person" else None,
    }


def article_node(article: Article) -> dict[str, object]:
    """An article as NewsArticle."""
    return {
        "@type": "NewsArticle",
        "@id": _id(article.id),
        "identifier": article.given_id,
        "headline": article.title,
        "url": article.url,
        "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
        "author": {"@type": "Person", "name": article.byline} if article.byline else None,
        "dateline": article.dateline,
        "creditText": article.credit,
        "inLanguage": article.language,
        "datePublished": _date(article.published),
        "articleBody": article.text,
    }


def quotation_node(article: Article, statement: Statement) -> dict[str, object]:
    """A statement as Quotation: its words, who said them, in which article."""
    named = {"@id": _id(statement.speaker_id)} if statement.speaker_id else None
    return {
        "@type": "Quotation",
        "@id": _id(statement.id),
        "text": statement.content_text(article.text),
        "creator": named,
        "creditText": statement.source_text,
        "dateCreated": _date(statement.said),
        "isPartOf": {"@id": _id(article.id)},
    }


def claim_node(utterance: Utterance) -> dict[str, object]:
    """An utterance with several witnesses as Claim."""
    return {
        "@type": "Claim",
        "@id": _id(utterance.id),
        "author": {"@id": _id(utterance.speaker_id)} if utterance.speaker_id else None,
        "dateCreated": _date(utterance.said),
        "appearance": [{"@id": _id(r.statement_id)} for r in utterance.renderings],
    }


def _id(record_id: str) -> str:
    return f"urn:onrecord:{record_id}"


def _date(dating: Dating) -> str | None:
    return dating.edtf if dating.edtf and _ISO.fullmatch(dating.edtf) else None
