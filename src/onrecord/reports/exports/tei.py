"""Each utterance of several articles as a critical apparatus (TEI P5, parallel segmentation).

Every rendering is a witness; whoever follows one siglum through the text reads that article's exact words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from onrecord.records import Corpus, Utterance
from onrecord.reports.brief.wording import dated
from onrecord.reports.exports.citing import address, line
from onrecord.reports.exports.collating import Segment, Variation, Witness, collate
from onrecord.reports.files import write_text
from onrecord.reports.lookup import Lookup

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>
<fileDesc><titleStmt><title>What was said, and how each article renders it</title></titleStmt>
<publicationStmt><p>Written by OnRecord from an archive of articles.</p></publicationStmt>
<sourceDesc><listWit>
"""
_BODY = """</listWit></sourceDesc></fileDesc>
<encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/></encodingDesc>
</teiHeader><text><body>
"""


def write_tei(corpus: Corpus, folder: Path) -> list[Path]:
    """Write ``apparatus.xml``; returns its path."""
    lookup = Lookup.of(corpus)
    told = [u for u in sorted(corpus.utterances, key=lambda u: u.id) if _is_shared(lookup, u)]
    # A long statement may be rendered in parts by several utterances, and is one witness.
    statements = dict.fromkeys(r.statement_id for u in told for r in u.renderings)
    witnesses = "".join(_witness(lookup, statement) for statement in statements)
    divisions = "".join(_division(lookup, u) for u in told)
    witnesses = witnesses or "<witness>none</witness>\n"
    divisions = divisions or "<p>No utterance is told by several articles.</p>\n"
    whole = f"{_HEAD}{witnesses}{_BODY}{divisions}</body></text></TEI>\n"
    return [write_text(folder / "apparatus.xml", whole)]


def _is_shared(lookup: Lookup, utterance: Utterance) -> bool:
    known = all(r.statement_id in lookup.statements for r in utterance.renderings)
    return known and len({r.article_id for r in utterance.renderings}) > 1


def _witness(lookup: Lookup, statement_id: str) -> str:
    article = lookup.articles[lookup.statements[statement_id].article_id].article
    url = address(article.url)
    known = (lookup.outlet(article.id), article.title, article.published.edtf)
    told = ", ".join(_text(k) for k in known if k)
    target = f"<ref target={quoteattr(url)}>{told}</ref>" if url is not None else told
    return f'<witness xml:id="{_siglum(statement_id)}">{target}</witness>\n'


def _division(lookup: Lookup, utterance: Utterance) -> str:
    speaker = lookup.speakers.get(utterance.speaker_id or "")
    head = ", ".join((speaker.name if speaker else "speaker not named", dated(utterance.said.edtf)))
    texts = {r.article_id: lookup.articles[r.article_id].article.text for r in utterance.renderings}
    witnesses, segments = collate(utterance, texts)
    words = " ".join(_segments(segments, witnesses))
    return f'<div xml:id="{_siglum(utterance.id)}"><head>{_text(head)}</head><p>{words}</p></div>\n'


def _segments(segments: Iterable[Segment], witnesses: list[Witness]) -> Iterator[str]:
    for segment in segments:
        yield _apparatus(segment, witnesses[0].id) if isinstance(segment, Variation) else _text(segment)


def _apparatus(variation: Variation, base: str) -> str:
    kind = "substantive" if variation.substantive else "orthographic"
    readings = []
    for words, held_by in variation.readings.items():
        element = "lem" if base in held_by else "rdg"
        sigla = " ".join(f"#{_siglum(key)}" for key in held_by)
        readings.append(f'<{element} wit="{sigla}">{_text(" ".join(words))}</{element}>')
    return f'<app type="{kind}">{"".join(readings)}</app>'


def _siglum(record_id: str) -> str:
    """An id as XML takes it for a name."""
    return re.sub(r"[^A-Za-z0-9_.-]", "-", f"w-{record_id}" if not record_id[:1].isalpha() else record_id)


def _text(text: str) -> str:
    return escape(line(text))
