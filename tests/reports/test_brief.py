"""The brief is one page, or several, that load nothing, run no text, and whose every link arrives."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from rich.console import Console

import invented
from onrecord.records import Origin, measured
from onrecord.reports import print_summary, write_brief
from onrecord.reports.brief import chapter
from onrecord.reports.brief.links import Links
from onrecord.reports.brief.origingraph import MOST_ORIGINS, graph
from onrecord.reports.brief.standing import ground
from onrecord.reports.brief.variorum import rows
from onrecord.reports.counting import counts
from onrecord.reports.lookup import Lookup

VOID = {"meta", "br", "input", "link", "img", "hr", "wbr", "source", "col"}
OPTIONAL = {"p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead"}


class Page(HTMLParser):
    """A page's elements, checked for balance while they are read."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.faults: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        """Note an element and that it is open."""
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"attribute twice in <{tag}> {self.getpos()}")
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        """Note an element that closes itself."""
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        """Check that what ends is what was open."""
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> does not close what is open {self.getpos()}")

    def handle_data(self, data):
        """Collect what a reader sees."""
        if self.open and self.open[-1] not in ("script", "style"):
            self.text += data

    def ids(self):
        """All ids."""
        return [a["id"] for _, a in self.elements if a.get("id")]

    def hrefs(self):
        """All targets of links."""
        return [a["href"] for _, a in self.elements if a.get("href")]


@pytest.fixture(scope="module", params=["tunnel", "hostile", "empty", "many"])
def pages(request, briefs):
    """Path of each page of one brief -> the page."""
    folder = briefs[request.param]
    return {
        p.relative_to(folder).as_posix(): Page(p.read_text("utf-8")) for p in sorted(folder.rglob("*.html"))
    }


def test_elements_are_balanced_and_ids_are_unique(pages):
    for name, page in pages.items():
        assert page.faults == [], name
        assert page.open == [], name
        assert len(page.ids()) == len(set(page.ids())), name


def test_every_link_arrives(pages):
    for name, page in pages.items():
        for href in page.hrefs():
            if href.startswith("https://"):
                continue
            path, _, fragment = href.partition("#")
            target = (Path(name).parent / unquote(path)).as_posix() if path else name
            target = re.sub(r"[^/]+/\.\./", "", target)
            assert target in pages, (name, href)
            assert not fragment or unquote(fragment) in pages[target].ids(), (name, href)


def test_nothing_is_loaded(pages):
    for name, page in pages.items():
        for tag, attributes in page.elements:
            assert tag not in ("link", "iframe", "object", "embed", "img", "base", "form"), name
            assert not {"src", "srcset", "style", "action", "data", "poster", "background"} & set(
                attributes
            ), (
                name,
                tag,
            )
            assert not [a for a in attributes if a.startswith("on")], (name, tag)


def test_labels_refer_to_ids_that_exist(pages):
    for page in pages.values():
        ids = set(page.ids())
        for _, attributes in page.elements:
            for reference in ("aria-labelledby", "for"):
                if attributes.get(reference):
                    assert attributes[reference] in ids


def test_headings_do_not_skip_a_level(pages):
    for name, page in pages.items():
        levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(b <= a + 1 for a, b in pairwise(levels)), (name, levels)


def test_a_policy_forbids_all_but_our_own_style_and_script(briefs):
    text = (briefs["tunnel"] / "brief.html").read_text("utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    assert "default-src &#39;none&#39;" in policy[1]
    assert "unsafe" not in policy[1]
    assert "http" not in policy[1]


def test_markup_in_a_text_is_shown_and_never_run(briefs):
    text = (briefs["hostile"] / "brief.html").read_text("utf-8")
    page = Page(text)
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert "<script>alert(1)" not in text
    assert "<img" not in text
    assert "<script>alert(1)</script>" in page.text
    assert "{{7*7}}" in page.text
    assert not [h for h in page.hrefs() if h.lower().startswith("javascript")]


def test_the_same_records_give_the_same_bytes(tunnel, briefs, tmp_path):
    write_brief(tunnel, tmp_path)
    assert (tmp_path / "brief.html").read_bytes() == (briefs["tunnel"] / "brief.html").read_bytes()


def _shown(folder, name="brief.html"):
    return " ".join(Page((folder / name).read_text("utf-8")).text.split())


def test_what_holds_comes_first_and_claims_wait_closed_below_the_articles(briefs):
    words = _shown(briefs["tunnel"])
    order = [
        words.index(heading)
        for heading in (
            "Who said it, who else has it, what differs",
            "Each row is a saying",
            "Everybody who is quoted or reported",
            "A story is what articles report",
            "The same text, the same occasion",
            "An omission counts only",
            "every mark leads to its statement",
            "Possible differences, mostly wrong so far",
        )
    ]
    assert order == sorted(order)
    claims = (
        "condition left out",
        "leaves out a condition",
        "“not” differs",
        "numbers differ",
        "position moved",
        "words differ",
    )
    for claim in (*claims, "1967"):
        assert words.find(claim) > order[-1], claim
    assert "Tobin Vael: The Sound Herald leaves out a condition" in words
    assert "no plans (on or after 1 Mar 2018) → considers (14 May 2024)" in words


def test_the_story_that_several_articles_tell_leads(briefs):
    words = _shown(briefs["tunnel"])
    assert words.index("We are looking at a tunnel") < words.index("Corvane has no plans to dig")


def test_the_fold_of_possible_differences_is_closed_and_says_how_often_they_are_wrong(briefs):
    text = (briefs["tunnel"] / "brief.html").read_text("utf-8")
    assert '<details class="possible"><summary>' in text
    folded = measured.folded()
    assert f"of {folded.of} such claims that readers judged on news, {folded.right} held" in text
    assert folded.right < folded.of / 2


def test_leads_stand_in_the_order_of_what_a_reader_should_look_at(briefs):
    text = (briefs["tunnel"] / "brief.html").read_text("utf-8")
    sorts = re.findall(r'<span class="tag">([^<]+)</span> <b>', text)
    assert list(dict.fromkeys(sorts)) == [
        "condition left out",
        "“not” differs",
        "numbers differ",
        "position moved",
        "dated differently",
        "words differ",
    ]


def test_nothing_differs_is_never_said(tmp_path):
    corpus = replace(invented.tunnel(), findings=(), positions=(), chronicle=())
    plain = tuple(
        replace(
            u,
            renderings=tuple(replace(r, dropped_qualifier=False, polarity_flip=False) for r in u.renderings),
        )
        for u in corpus.utterances
    )
    write_brief(replace(corpus, utterances=tuple(replace(u, comparisons=()) for u in plain)), tmp_path)
    words = _shown(tmp_path)
    assert "Possible differences" not in words
    for claim in ("No conflict", "Nothing differs", "No dropped", "No shift", "No word differs"):
        assert claim not in words


def test_terminal_index_and_pages_count_alike(briefs):
    corpus = invented.many(70)
    held = counts(Lookup.of(corpus), Lookup.of(corpus).stories)
    assert (held.articles, held.stories, held.statements, held.speakers) == (74, 72, 81, 4)
    console = Console(file=io.StringIO(), width=200)
    print_summary(corpus, console)
    told = f"{held.statements} statements by {held.speakers} speakers"
    assert told in _shown(briefs["many"])
    assert told in console.file.getvalue()


def test_differing_words_are_marked_in_the_cells(briefs):
    text = (briefs["tunnel"] / "brief.html").read_text("utf-8")
    assert '<mark class="chg">interest</mark>' in text
    assert '<mark class="chg">attention</mark>' in text
    assert '<mark class="only">We</mark>' in text


def test_every_statement_is_marked_in_its_article_and_listed_in_the_ledger(tunnel, briefs):
    ids = set(Page((briefs["tunnel"] / "brief.html").read_text("utf-8")).ids())
    for annotated in tunnel.articles:
        for statement in annotated.statements:
            assert {statement.id, f"in-{statement.id}"} <= ids


def test_every_fact_carries_what_it_rests_on(briefs):
    page = Page((briefs["tunnel"] / "brief.html").read_text("utf-8"))
    kinds = {a["data-fact"] for _, a in page.elements if "data-fact" in a}
    assert kinds == {"statement", "date", "number"}
    assert all(a.get("data-rests") for _, a in page.elements if "data-fact" in a)


def test_empty_sections_say_why(briefs):
    page = Page((briefs["many"] / "stories" / "single-0001.html").read_text("utf-8"))
    assert "Only one article: there is nothing to compare it with" in page.text
    assert "No article was read" in Page((briefs["empty"] / "brief.html").read_text("utf-8")).text


def test_many_stories_get_an_index_and_pages_of_their_own(briefs):
    names = {p.relative_to(briefs["many"]).as_posix() for p in briefs["many"].rglob("*.html")}
    assert "brief.html" in names
    assert "stories/single-0004.html" in names
    index = Page((briefs["many"] / "brief.html").read_text("utf-8"))
    assert "72 stories from 74 articles" in " ".join(index.text.split())
    assert len(index.hrefs()) >= 72


def test_pages_of_an_earlier_brief_are_removed(tmp_path):
    write_brief(invented.many(70), tmp_path)
    other = tmp_path / "stories" / "notes.txt"
    other.write_text("mine")
    write_brief(invented.tunnel(), tmp_path)
    assert not list((tmp_path / "stories").glob("*.html"))
    assert other.exists()


def _given_to(tunnel, statement_id, **changes):
    """The corpus with one of its statements changed."""
    articles = tuple(
        replace(
            a, statements=tuple(replace(s, **changes) if s.id == statement_id else s for s in a.statements)
        )
        for a in tunnel.articles
    )
    return replace(tunnel, articles=articles)


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, ""),
        ({"speaker_id": "spk-osk", "speaker": "Runa Osk"}, "Runa Osk"),
        ({"speaker_id": None, "speaker": None, "source_text": "a harbour survey"}, "“a harbour survey”"),
        ({"speaker_id": None, "speaker": None, "source_text": "she"}, ""),
    ],
)
def test_a_cell_names_its_speaker_where_the_article_has_another_than_the_row(tunnel, changes, shown):
    last = invented.INTEREST.renderings[-1].statement_id
    lookup = Lookup.of(_given_to(tunnel, last, **changes))
    story = next(s for s in lookup.stories if s.id == "story-new")
    links = Links(lookup, dict.fromkeys(lookup.articles, "brief.html"), "brief.html")
    row = next(r for r in rows(lookup, links, story) if r.utterance.id == invented.INTEREST.id)
    assert {w.statement.id: w.by for w in row.witnesses if w.by} == ({last: shown} if shown else {})


def test_the_page_says_who_speaks_in_such_a_cell(tunnel, tmp_path):
    last = invented.INTEREST.renderings[-1].statement_id
    write_brief(_given_to(tunnel, last, speaker_id="spk-osk", speaker="Runa Osk"), tmp_path)
    assert "speaker here: <b>Runa Osk</b>" in (tmp_path / "brief.html").read_text("utf-8")


def test_a_source_hangs_on_the_text_where_its_speech_acts_are_not_drawn(tunnel):
    acts = tuple(
        Origin(
            f"act-{n}", "statement", "speech_act", f"statement {n}", ("art-d-post",), (), (), ("source-1",)
        )
        for n in range(MOST_ORIGINS + 1)
    )
    source = Origin("source-1", "unknown", "source", "a harbour survey", ("art-d-post",), (), ())
    lookup = Lookup.of(replace(tunnel, origins=(*acts, source)))
    story = next(s for s in lookup.stories if s.id == "story-new")
    links = Links(lookup, dict.fromkeys(lookup.articles, "brief.html"), "brief.html")
    drawn = graph(lookup, links, story, ground(lookup, story))
    ends = {end for edge in drawn.edges for end in edge.ends.split()}
    assert {node.id for node in drawn.nodes} == ends
    assert not {act.id for act in acts} & ends


def test_what_would_reorder_or_hide_words_is_shown_as_a_mark(tunnel, tmp_path):
    story = replace(tunnel.stories[0], title="All \u202edezirohtua\u202c, says \u200bVenn\U000e0041")
    write_brief(replace(tunnel, stories=(story, *tunnel.stories[1:])), tmp_path)
    text = "".join(p.read_text("utf-8") for p in tmp_path.rglob("*.html"))
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\U000e0000-\U000e007f]", text)
    assert "All �dezirohtua�, says �Venn�" in text


@pytest.mark.parametrize(("most", "told"), [(2, True), (3, False)])
def test_the_page_says_where_not_all_articles_were_held_against_each_other(
    tunnel, tmp_path, monkeypatch, most, told
):
    monkeypatch.setattr(chapter, "MOST_COMPARED", most)
    write_brief(tunnel, tmp_path)
    words = "2 of the 3 articles on “"
    assert (words in (tmp_path / "brief.html").read_text("utf-8")) == told
