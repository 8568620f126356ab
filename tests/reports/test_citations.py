"""Citations and apparatus, read by programs that are not ours; hostile words stay words in each of them."""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import replace

import bibtexparser
import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

import builders
from onrecord.records import Comparison, Dating, Rendering, Span, Utterance, WordEdit
from onrecord.reports import EXPORTS
from onrecord.reports.exports import bibtex, citing, csl, markdown
from onrecord.reports.exports.collating import Variation, collate

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
NASTY = "\\x{y} $5 & 10% _a_ #b ~c^ <script>alert(1)</script> [l](http://evil.example) `q` *s* \x1b[31m\u202e\ufffe"
TEXTS = st.text(max_size=60) | st.sampled_from(
    [NASTY, "}{", "- item", "1. one", "=HYPERLINK(1)", "www.x.y", "a|b"]
)


def write(name, corpus, folder):
    (path,) = EXPORTS[name](corpus, folder)
    return path


def words_of(corpus):
    return {s.id: s.content_text(a.article.text) for a in corpus.articles for s in a.statements}


def test_bibtex_is_read_with_all_that_is_known(tunnel, tmp_path):
    read = bibtexparser.parse_string(write("bibtex", tunnel, tmp_path).read_text("utf-8"))
    assert not read.failed_blocks
    assert {e.key for e in read.entries} == {a.article.id for a in tunnel.articles}
    for item in tunnel.articles:
        entry = read.entries_dict[item.article.id].fields_dict
        assert ("journal" in entry) == bool(item.article.outlet)
        assert entry["title"].value == f"{{{bibtex.escaped(item.article.title)}}}"


@given(title=TEXTS, byline=TEXTS, url=TEXTS)
def test_no_text_breaks_an_entry(title, byline, url):
    article = builders.article("x", title=title, byline=byline, url=url)
    read = bibtexparser.parse_string(bibtex.entry(article))
    assert not read.failed_blocks
    assert [e.key for e in read.entries] == ["a"]
    assert set(read.entries[0].fields_dict) <= {"author", "title", "url", "language", "note"}


def test_csl_items_say_no_more_than_is_known(tunnel, tmp_path):
    items = json.loads(write("csl", tunnel, tmp_path).read_text("utf-8"))
    assert {i["id"] for i in items} == {a.article.id for a in tunnel.articles}
    assert {i["type"] for i in items} == {"article-newspaper"}
    wide = Dating("2031-03", "2031-03-01", "2031-03-31")
    assert csl.issued(wide) == {"date-parts": [[2031, 3, 1], [2031, 3, 31]], "circa": True}
    assert csl.issued(Dating("2031/..", "2031-01-01", None)) is None


@pytest.mark.filterwarnings("ignore")
def test_csl_is_cited_by_a_processor(tunnel, tmp_path):
    citeproc = pytest.importorskip("citeproc")
    from citeproc.source.json import CiteProcJSON

    items = json.loads(write("csl", tunnel, tmp_path).read_text("utf-8"))
    style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
    listed = citeproc.CitationStylesBibliography(style, CiteProcJSON(items), citeproc.formatter.plain)
    listed.register(citeproc.Citation([citeproc.CitationItem(i["id"]) for i in items]))
    shown = "\n".join(str(entry) for entry in listed.bibliography())
    for item in items:
        assert item["title"].split()[0] in shown


def test_word_reads_every_quotation_and_its_link(tunnel, hostile, tmp_path):
    for number, corpus in enumerate((tunnel, hostile)):
        path = write("docx", corpus, tmp_path / str(number))
        read = docx.Document(str(path))
        quoted = [p.text for p in read.paragraphs if p.style.name.lower() == "quote"]
        assert sorted(quoted) == sorted(citing.line(w) for w in words_of(corpus).values())
        links = {r.target_ref for r in read.part.rels.values() if r.is_external}
        assert links == {u for a in corpus.articles if a.statements and (u := citing.address(a.article.url))}
        with zipfile.ZipFile(path) as parts:
            assert all(i.date_time[0] == 1980 for i in parts.infolist())


def test_markdown_shows_words_and_nothing_else(tunnel, hostile, tmp_path):
    for number, corpus in enumerate((tunnel, hostile)):
        text = write("markdown", corpus, tmp_path / str(number)).read_text("utf-8")
        tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
        assert not [t for t in tokens if t.type.startswith("html")]
        quoted = [
            "".join(c.content for c in tokens[n + 2].children)
            for n, token in enumerate(tokens)
            if token.type == "blockquote_open"
        ]
        assert sorted(quoted) == sorted(citing.line(w) for w in words_of(corpus).values())


@given(TEXTS)
def test_no_text_is_markup_in_markdown(text):
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(f"> {markdown.escaped(text)}x")
    inline = [t for t in tokens if t.type == "inline"]
    assert [t.type for t in tokens] == [
        "blockquote_open",
        "paragraph_open",
        "inline",
        "paragraph_close",
        "blockquote_close",
    ]
    assert {c.type for t in inline for c in t.children} <= {"text", "text_special"}
    assert inline[0].children
    assert "".join(c.content for c in inline[0].children) == f"{citing.line(text)}x"


@given(TEXTS)
def test_an_address_is_one_of_the_web_or_none(text):
    found = citing.address(f"https://post.example/{text}")
    assert found is None or re.fullmatch(r"https://[!-;=?-\[\]_a-z~]*", found)
    assert citing.address(f"javascript:{text}") is None


def follow(division, siglum):
    """The words of one witness, as any reader of parallel segmentation finds them."""
    found = []
    for node in division.find("t:p", TEI).iter():
        if node.tag.endswith("}p"):
            found.append(node.text or "")
        elif node.tag.endswith("}app"):
            found += [r.text or "" for r in node if f"#{siglum}" in r.get("wit").split()]
            found.append(node.tail or "")
    return " ".join(found).split()


def test_each_witness_of_the_apparatus_reads_as_its_article(tunnel, hostile, tmp_path):
    for number, corpus in enumerate((tunnel, hostile)):
        words = words_of(corpus)
        root = etree.parse(write("tei", corpus, tmp_path / str(number))).getroot()
        sigla = {w.get(XML_ID) for w in root.iterfind(".//t:witness", TEI)} - {None}
        shared = [u for u in corpus.utterances if len({r.article_id for r in u.renderings}) > 1]
        divisions = {d.get(XML_ID): d for d in root.iterfind(".//t:div", TEI)}
        assert set(divisions) == {u.id for u in shared}
        assert sigla == {r.statement_id for u in shared for r in u.renderings}
        for utterance in shared:
            for rendering in utterance.renderings:
                text = next(a.article.text for a in corpus.articles if a.article.id == rendering.article_id)
                shown = " ".join(citing.line(s.of(text)) for s in rendering.content)
                assert follow(divisions[utterance.id], rendering.statement_id) == shown.split()
        assert words


WORDS = st.lists(st.sampled_from(["the", "weir", "will", "hold", "Hold,", "not"]), min_size=1, max_size=8)


@given(st.lists(WORDS, min_size=2, max_size=4), st.data())
def test_collation_keeps_every_witness_whole(rows, data):
    """Whatever the comparisons say is the same: what differs stays a variation."""
    texts = {f"a{n}": " ".join(row) for n, row in enumerate(rows)}
    renderings = tuple(
        Rendering(f"st{n}", f"a{n}", (Span(0, len(texts[f"a{n}"])),), "variant") for n in range(len(rows))
    )
    comparisons = []
    for n in range(1, len(rows)):
        spans = [
            data.draw(st.tuples(st.integers(0, len(texts[a])), st.integers(0, 6))) for a in ("a0", f"a{n}")
        ]
        a, b = (Span(start, start + length) for start, length in spans)
        comparisons.append(Comparison("st0", f"st{n}", (WordEdit("same", a, b),)))
    told = Utterance("u", "s", None, Dating(), renderings, tuple(comparisons))
    witnesses, segments = collate(told, texts)
    assert [w.id for w in witnesses] == [r.statement_id for r in renderings]
    for witness, row in zip(witnesses, rows, strict=True):
        read = []
        for segment in segments:
            if isinstance(segment, Variation):
                (mine,) = [words for words, held in segment.readings.items() if witness.id in held]
                read += mine
            else:
                read.append(segment)
        assert read == row


def test_capitals_and_marks_alone_are_no_substantive_variation():
    assert not Variation({("“No.”",): ("a",), ('"no"',): ("b",)}).substantive
    assert Variation({("No",): ("a",), ("Yes",): ("b",)}).substantive


def test_an_archive_without_shared_words_has_an_apparatus_that_says_so(empty, tmp_path):
    root = etree.parse(write("tei", empty, tmp_path)).getroot()
    assert root.findtext(".//t:body/t:p", namespaces=TEI).startswith("No utterance")


def test_a_timeline_cuts_no_word(tunnel, tmp_path):
    (path,) = EXPORTS["timelinejs"](tunnel, tmp_path)
    words = {w for a in tunnel.articles for w in a.article.text.split()}
    for event in json.loads(path.read_text("utf-8"))["events"]:
        shown = re.match(r"<p>(.*?)</p>", event["text"]["text"])[1]
        shown = shown.replace("&quot;", '"').replace("&#x27;", "'").replace("&amp;", "&").strip("…")
        for word in shown.split()[:-1]:
            assert word in words, word


def test_replaced_articles_change_no_id(tunnel):
    twice = replace(tunnel, articles=tuple(reversed(tunnel.articles)))
    assert citing.quotations(twice) == citing.quotations(tunnel)


def test_a_statement_rendered_in_two_utterances_is_one_witness(tunnel, tmp_path):
    first = next(u for u in tunnel.utterances if len({r.article_id for r in u.renderings}) > 1)
    for number, utterances in enumerate(((first,), (first, replace(first, id=f"{first.id}-2")))):
        told = replace(tunnel, utterances=utterances)
        root = etree.parse(write("tei", told, tmp_path / str(number))).getroot()
        sigla = [w.get(XML_ID) for w in root.iterfind(".//t:witness", TEI)]
        assert sigla == [r.statement_id for r in first.renderings]
