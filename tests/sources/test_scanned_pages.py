"""Scanned pages and debates in XML: lines as they were printed, speeches with who spoke."""

from __future__ import annotations

import io
import textwrap

import pytest

from onrecord.articles import clean
from onrecord.sources import read

TITLE = "Ferry to be laid up"
BODY = (
    "The ferry will not sail in May, the board said on Monday. Two cracks were found in her side.",
    "Her passengers will go by bus. The board will look for another ship before the summer comes.",
)


def lines(of):
    return [textwrap.wrap(paragraph, 40) for paragraph in of]


def page(kind):
    return (
        "<PcGts><Page>"
        + "".join(
            f"<TextRegion type='{'heading' if n == 0 else 'paragraph'}'>"
            + "".join(
                f"<TextLine><Word><TextEquiv><Unicode>x</Unicode></TextEquiv></Word><TextEquiv><Unicode>{line}</Unicode>"
                "</TextEquiv></TextLine>"
                for line in block
            )
            + "</TextRegion>"
            for n, block in enumerate(lines((TITLE, *BODY)))
        )
        + f"<TextRegion type='page-number'><TextLine><TextEquiv><Unicode>{kind}</Unicode></TextEquiv></TextLine></TextRegion></Page></PcGts>"
    )


def abbyy():
    return (
        "<document><page><block><text>"
        + "".join(
            "<par>"
            + "".join(
                "<line><formatting>"
                + "".join(f"<charParams>{c}</charParams>" for c in line)
                + "</formatting></line>"
                for line in block
            )
            + "</par>"
            for block in lines((TITLE, *BODY))
        )
        + "</text></block></page></document>"
    )


def djvu():
    return (
        "<DjVuXML><BODY>"
        + "".join(
            "<PARAGRAPH>"
            + "".join(
                "<LINE>" + "".join(f"<WORD>{w}</WORD>" for w in line.split()) + "</LINE>" for line in block
            )
            + "</PARAGRAPH>"
            for block in lines((TITLE, *BODY))
        )
        + "</BODY></DjVuXML>"
    )


def placed():
    rows, top = [], 100
    for block in lines((TITLE, *BODY)):
        for line in block:
            rows.append(f"<text top='{top}' left='80' width='400' height='16' font='0'>{line}</text>")
            top += 18
        top += 20
    return "<pdf2xml><page number='1'>" + "".join(rows) + "</page></pdf2xml>"


@pytest.mark.parametrize(
    "text", [page(7), abbyy(), djvu(), placed()], ids=["page", "abbyy", "djvu", "pdf2xml"]
)
def test_lines_of_a_scanned_page_make_its_paragraphs(text):
    (raw,) = read(["-"], stdin=io.BytesIO(text.encode()))
    article = clean(raw)
    assert article.title == TITLE
    assert [b.span.of(article.text) for b in article.blocks if b.kind == "paragraph"] == list(BODY)


FIRST, SECOND = "Will the minister say who signed?", "The office has the papers, and I have nothing to add."


@pytest.mark.parametrize(
    "text",
    [
        (
            "<publicwhip><major-heading>Harbour contract</major-heading><speech id='a/2031-03-04a.1' speakername='Bruno Feld'>"
            f"<p>{FIRST}</p></speech><speech speakername='Leonie Hart'><p>{SECOND}</p></speech></publicwhip>"
        ),
        (
            "<akomaNtoso><debate><meta><FRBRdate date='2031-03-04'/></meta><debateSection><heading>Harbour contract</heading>"
            f"<speech by='#f'><from>Bruno Feld</from><p>{FIRST}</p></speech><speech by='#h'><from>Leonie Hart:</from>"
            f"<p>{SECOND}</p></speech></debateSection></debate></akomaNtoso>"
        ),
        (
            "<TEI><teiHeader><title>Harbour contract</title><date when='2031-03-04'/></teiHeader><text><body>"
            f"<note type='speaker'>Bruno Feld:</note><u who='#f'><seg>{FIRST}</seg></u><note type='speaker'>Leonie Hart:</note>"
            f"<u who='#h'><seg>{SECOND}</seg></u></body></text></TEI>"
        ),
    ],
    ids=["heading", "section", "corpus"],
)  # fmt: skip
def test_a_debate_gives_who_spoke(text):
    (raw,) = read(["-"], stdin=io.BytesIO(text.encode()))
    assert raw.text == f"Bruno Feld: {FIRST}\n\nLeonie Hart: {SECOND}"
    assert raw.fields == {"title": "Harbour contract", "date": "2031-03-04"}


def test_each_main_heading_of_a_day_is_a_document():
    said = "".join(
        f"<major-heading>{title}</major-heading><speech speakername='Bruno Feld'><p>{FIRST}</p></speech>"
        for title in ("Harbour", "Wells")
    )
    found = list(read(["-"], stdin=io.BytesIO(f"<publicwhip>{said}</publicwhip>".encode())))
    assert [raw.fields["title"] for raw in found] == ["Harbour", "Wells"]


@pytest.mark.parametrize(
    ("speech", "said"),
    [
        ("<p>We will go.</p><p>Not now.</p>", "We will go.\n\nNot now."),
        ("We will <i>not</i> go <b>there</b>.", "We will not go there."),
        ("<from>Ada Voss</from>: We will <i>not</i> go.", "We will not go."),
    ],
)
def test_a_speech_keeps_its_words_beside_and_within_marked_ones(speech, said):
    debate = f"<debates><speech who='a' speakername='Ada Voss'>{speech}</speech><speech speakername='Tor Mads'>{FIRST}</speech></debates>"
    (document,) = read(["-"], stdin=io.BytesIO(debate.encode()))
    assert document.text == f"Ada Voss: {said}\n\nTor Mads: {FIRST}"
