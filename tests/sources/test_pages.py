"""Of a page the story's own text, day, names and address are taken, not those of what stands around it."""

from __future__ import annotations

import json

import pytest

from onrecord.articles import clean
from onrecord.languages.fields import BESIDE
from onrecord.sources import read

LINES = [
    f"The council of Merrow met for the {n}th time and spoke about the pier and its {n} posts."
    for n in range(6, 14)
]
STORY = "".join(f"<p>{line}</p>" for line in LINES)
OTHER = "".join(
    f"<p>Herring number {n} was counted twice by the board, which had asked for it.</p>"
    for n in range(20, 34)
)


def page(body, head="", title="Pier of Merrow reopens | Courier"):
    return f"<!doctype html><html><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>{body}</body></html>"


def document(tmp_path, text):
    path = tmp_path / "a.html"
    path.write_text(text, encoding="utf-8")
    skipped = []
    found = list(read([path], on_skip=skipped.append))
    assert not skipped
    return found[0]


@pytest.mark.parametrize(
    "part",
    [
        "<div id='content'><div class='page'>{}</div></div>",
        "<table><tr><td>{}</td></tr></table>",
        "<section>{}</section>",
    ],
)
def test_a_part_of_a_page_is_read_as_one(tmp_path, part):
    assert document(tmp_path, part.format(STORY)).text.split("\n") == LINES


H1 = "<h1>Pier of Merrow reopens</h1>"


def linked(value):
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


TRENDING = {
    "@type": "NewsArticle",
    "headline": "Herring counted",
    "datePublished": "2031-12-30",
    "author": "Zed Orm",
}
OWN = {
    "@type": ["NewsArticle", "Thing"], "headline": "Pier of Merrow reopens", "datePublished": "2032-05-09",
    "author": [{"@type": "Person", "name": "Ida Orr"}, "Per Voss"], "publisher": {"@type": "Org", "name": "Courier"},
}  # fmt: skip


@pytest.mark.parametrize(
    "wrap", [lambda x: x, lambda x: [x], lambda x: {"@graph": [{"@type": "WebPage"}, x]}]
)
def test_the_linked_data_of_the_story_counts_not_that_of_a_list(tmp_path, wrap):
    trending = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": TRENDING}]}
    fields = document(
        tmp_path, page(f"<article>{H1}{STORY}</article>", linked(trending) + linked(wrap(OWN)))
    ).fields
    assert fields["date"] == "2032-05-09"
    assert fields["byline"] == "Ida Orr, Per Voss"


def test_linked_data_of_lists_only_says_nothing_of_the_story(tmp_path):
    trending = {"@type": "ItemList", "itemListElement": [TRENDING, TRENDING | {"headline": "Other"}]}
    fields = document(tmp_path, page(f"<article>{H1}{STORY}</article>", linked(trending))).fields
    assert "Zed" not in fields.get("byline", "")
    assert fields["title"] == "Pier of Merrow reopens"


def test_cards_of_other_stories_are_not_read_with_it(tmp_path):
    cards = "".join(
        f"<article class=card><h3>C</h3><p>Card {n} says that the vet was struck off.</p></article>"
        for n in range(4)
    )
    text = document(tmp_path, page(f"{cards}<main><article>{H1}{STORY}</article></main>{cards}")).text
    assert "struck off" not in text
    assert LINES[-1] in text


@pytest.mark.parametrize("tag", ["article", "div", "section"])
def test_the_next_story_of_an_endless_page_is_not_read_with_it(tmp_path, tag):
    body = f"<main><{tag}>{H1}{STORY}</{tag}><div class=next><{tag}><h1>Herring counted</h1>{OTHER}</{tag}></div></main>"
    text = document(tmp_path, page(body)).text
    assert "Herring" not in text
    assert LINES[-1] in text


def test_a_day_marked_as_the_storys_goes_before_older_ones_beside_it(tmp_path):
    times = (
        '<p>Updated <time datetime="2033-12-10" itemprop="dateModified">3 hours ago</time> Published '
        '<time datetime="2033-12-08" itemprop="datePublished">2 days ago</time></p>'
    )
    aside = '<aside><a href="/x">Old</a> <time datetime="2014-05-05">5 May 2014</time></aside>'
    fields = document(tmp_path, page(f"<article>{H1}{times}{STORY}</article>{aside}")).fields
    assert fields["date"] == "2033-12-08"


def test_a_day_in_numbers_is_handed_on_as_written(tmp_path):
    fields = document(
        tmp_path, page(f"<article>{H1}<div class=date>4/3/2021 6:15 PM</div>{STORY}</article>")
    ).fields
    assert fields["date"] == "4/3/2021"


def test_hours_ago_are_counted_from_when_the_page_was_saved(tmp_path):
    comment = "<!--\n Page saved with SingleFile \n url: https://c.example/pier \n saved date: Tue Feb 13 2024 01:02:44 GMT+0100 (X)\n-->"
    text = page(f"<article>{H1}<p>Published 3 hours ago</p>{STORY}</article>")
    fields = document(tmp_path, text.replace("<head>", comment + "<head>")).fields
    assert (fields["date"], fields["url"]) == ("2024-02-12", "https://c.example/pier")
    (tmp_path / "b").mkdir()
    assert "date" not in document(tmp_path / "b", text).fields


def test_an_archives_frame_and_address_are_not_the_pages(tmp_path):
    frame = '<div id="wm-ipp-base"><p>About this capture: 12 captures were made of this page by the archive.</p></div>'
    head = '<link rel="canonical" href="https://web.archive.org/web/20310309101112/http:/www.c.example/pier">'
    found = document(tmp_path, page(f"{frame}<article>{H1}{STORY}</article>", head))
    assert found.fields["url"] == "http://www.c.example/pier"
    assert "web.archive.org" not in found.fields.get("outlet", "")
    assert "capture" not in found.text


@pytest.mark.parametrize("mark", ['style="display: none"', "hidden", 'class="gate sf-hidden"'])
def test_what_a_reader_does_not_see_is_not_read(tmp_path, mark):
    hidden = f"<div {mark}><p>Subscribe now for one crown a week, and read on at once.</p></div>"
    text = document(tmp_path, page(f"<article>{H1}{hidden}{STORY}</article>")).text
    assert "Subscribe" not in text


def test_a_story_that_a_script_shows_is_read(tmp_path):
    assert LINES[0] in document(tmp_path, page(f'<article style="display:none">{H1}{STORY}</article>')).text


def test_a_byline_that_links_to_its_authors_is_their_names(tmp_path):
    box = (
        '<div class="byline">By <a href="/authors/ida-orr">Ida Orr</a>, Editor <a href="mailto:x">Email the author</a>'
        " <span>4 min read</span></div>"
    )
    assert document(tmp_path, page(f"<article>{H1}{box}{STORY}</article>")).fields["byline"] == "Ida Orr"


def test_feeds_with_names_of_html_and_old_labels_are_read(tmp_path):
    item = f"<item><title>Pier&nbsp;reopens</title><description>\x93Yes,\x94 he said. {LINES[0]} &amp; more</description></item>"
    feed = f"<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>Courier</title>{item}</channel></rss>"
    (tmp_path / "a.xml").write_bytes(feed.encode("latin-1"))
    found = next(read([tmp_path / "a.xml"]))
    assert found.text.startswith("“Yes,” he said.")
    assert found.text.endswith("& more")
    assert found.fields["title"] == "Pier reopens"


def test_a_json_feeds_title_is_the_outlet_of_its_items(tmp_path):
    feed = {
        "version": "https://jsonfeed.org/version/1.1", "title": "Courier",
        "items": [{"id": "1", "title": "Pier", "content_html": STORY, "authors": [{"name": "Ida Orr"}, {"name": "Per Voss"}]}],
    }  # fmt: skip
    (tmp_path / "a.json").write_text(json.dumps(feed), encoding="utf-8")
    fields = next(read([tmp_path / "a.json"])).fields
    assert (fields["outlet"], fields["byline"]) == ("Courier", "Ida Orr, Per Voss")


def test_a_page_without_meta_is_named_by_its_title_and_dated_below_its_heading(tmp_path):
    head = "<b>Pier of Merrow reopens</b><br>By IDA ORR<br>Courier Staff Writer<br>November 21, 2031"
    fields = document(
        tmp_path,
        page(
            f"<table><tr><td>{head}{STORY}</td></tr></table>", title="Merrow Courier: Pier of Merrow reopens"
        ),
    ).fields
    assert (fields["title"], fields["outlet"]) == ("Pier of Merrow reopens", "Merrow Courier")
    assert (fields["byline"], fields["date"]) == ("IDA ORR", "November 21, 2031")


@pytest.mark.parametrize(
    "words",
    ["Sorry, this page could not be found. It may have moved to another address or never have been here.",
     "Please verify you are a human to go on. This takes a moment, and then the page will be shown to you."],
)  # fmt: skip
def test_a_notice_in_an_articles_stead_is_named(tmp_path, words):
    (tmp_path / "a.html").write_text(page(f"<h1>Oh no, not again</h1><p>{words}</p>"), encoding="utf-8")
    skipped = []
    assert not list(read([tmp_path / "a.html"], on_skip=skipped.append))
    assert "no article" in skipped[0].reason


@pytest.mark.parametrize(
    "box", ["<div id='cookie-banner'>", "<div class='paywall'>", "<section role='dialog'>"]
)
def test_boxes_that_speak_of_the_site_are_no_part_of_the_story(tmp_path, box):
    end = "</section>" if "section" in box else "</div>"
    notice = f"{box}<p>We and our partners keep what you read, and you may change that at any time.</p>{end}"
    text = document(tmp_path, page(f"{notice}{H1}{STORY}{notice}")).text
    assert "partners" not in text
    assert LINES[0] in text


def test_a_box_that_holds_the_story_stays(tmp_path):
    text = document(tmp_path, page(f"{H1}<div class='paywall'>{STORY}</div>")).text
    assert LINES[0] in text


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Nora Quill, 14 September 2030", "Nora Quill"),
        ("Nora van Quill | Saturday, 14 September 2030", None),
        ("The Ostrey Post, 14 September 2030", None),
    ],
)
def test_a_name_beside_the_day_below_the_heading(tmp_path, line, byline):
    found = document(tmp_path, page(f"{H1}<div>{line}</div>{STORY}"))
    assert found.fields.get("byline") == byline
    assert "2030" in found.fields["date"]


def test_lines_below_the_heading_say_what_nothing_else_does(tmp_path):
    below = "<div>By <b>Ida Orr</b> | Tuesday, 4 March 2031<br>Merrow desk</div>"
    found = document(tmp_path, page(f"{H1}{below}{STORY}"))
    assert found.fields[BESIDE].startswith("By Ida Orr | Tuesday, 4 March 2031\nMerrow desk\n")
    assert clean(found).byline == "Ida Orr"


def test_a_browsers_view_for_reading_keeps_the_pages_address(tmp_path):
    link = "<a class='domain reader-domain' href='https://olm.example/pier'>olm.example</a>"
    view = f"<div class='container'>{link}{H1}<div class='moz-reader-content'>{STORY}</div></div>"
    assert document(tmp_path, page(view)).fields["url"] == "https://olm.example/pier"
    assert not document(tmp_path, page(view.replace("reader-domain", "other"))).fields.get("url")
