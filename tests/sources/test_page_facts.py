"""What pages say of their story in ways of templates: references, leftovers, labels for those who share."""

from __future__ import annotations

import io

import pytest

from onrecord.articles import clean
from onrecord.sources import read

TITLE = "Court orders release of flood report"
BODY = (
    "<p>A court in Averham has ordered the water board to publish the report on last year's flood, which it had kept "
    "back for eleven months.</p><p>Nine people died when the Lenna broke its banks on the night of 3 November.</p>"
    '<p>"My sister was in the second house from the bridge," said Nadia Roth, who brought the case.</p>'
)
SITE = "<meta property='og:site_name' content='Averham Echo'>"


def page(head, below, title=TITLE):
    text = f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body><h1>{TITLE}</h1>{below}{BODY}</body></html>"
    (raw,) = read(["-"], stdin=io.BytesIO(text.encode()))
    article = clean(raw)
    return article.outlet, article.byline, article.fields.get("date")


WANTED = ("Averham Echo", "Tom Birtles", "2031-10-12")


@pytest.mark.parametrize(
    ("head", "below"),
    [
        (
            '<script type="application/ld+json">{"@graph":[{"@type":"Person","@id":"#p","name":"Tom Birtles"},'
            '{"@type":"Organization","@id":"#o","name":"Averham Echo"},{"@type":"NewsArticle","headline":"' + TITLE + '",'
            '"datePublished":"2031-10-12","author":{"@id":"#p"},"publisher":{"@id":"#o"}}]}</script>',
            "",
        ),
        (
            '<script type="application/ld+json">//<![CDATA[\n{"@type":"NewsArticle","headline":"' + TITLE + '",'
            '"datePublished":"2031-10-12","author":"Tom Birtles","publisher":{"name":"Averham Echo"},}\n//]]></script>',
            "",
        ),
        (
            SITE + "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Tom Birtles'>",
            "<time datetime='2031-10-12'>12 October</time>",
        ),
    ],
    ids=["references", "leftovers", "labels"],
)  # fmt: skip
def test_templates(head, below):
    assert page(head, below) == WANTED


def test_the_day_of_publishing_stands_beside_that_of_a_change():
    changed = "<meta property='article:modified_time' content='2031-11-01T00:00:00Z'>"
    below = "<p>By Tom Birtles</p><p>Updated: 1 November 2031</p><p>Published: 12 October 2031</p>"
    assert page(SITE + changed, below) == ("Averham Echo", "Tom Birtles", "12 October 2031")


def test_a_page_that_a_program_named_is_called_by_its_heading():
    text = f"<html><head><title>Untitled</title></head><body><p>{TITLE}</p><p>Averham Echo, 12 October 2031</p>{BODY}</body></html>"
    (raw,) = read(["-"], stdin=io.BytesIO(text.encode()))
    assert clean(raw).title == TITLE


@pytest.mark.parametrize(
    ("site", "outlet"), [("AE", "Averham Echo"), ("AVE", "AVE")]
)  # first letters of the publisher's name, and another name
def test_a_sites_first_letters_are_given_in_full(site, outlet):
    node = '{"@type":"NewsArticle","headline":"' + TITLE + '","publisher":{"name":"Averham Echo"}}'
    head = f'<script type="application/ld+json">{node}</script>'
    assert page(head, "", title=f"{TITLE} | {site}")[0] == outlet


def test_a_catalogues_author_is_turned_round_and_others_are_not():
    head = "<meta name='DC.Creator' content='{}'><meta name='DC.Publisher' content='Averham Echo'>"
    assert page(head.format("Birtles, Tom"), "")[:2] == ("Averham Echo", "Tom Birtles")
    assert page(head.format("Tom Birtles"), "")[:2] == ("Averham Echo", "Tom Birtles")


def test_a_publisher_names_the_paper_where_neither_page_nor_title_does():
    publisher = "<meta name='publisher' content='Echo Holdings'>"
    assert page(publisher, "")[0] == "Echo Holdings"
    assert page(publisher, "", title=f"{TITLE} | Averham Echo")[0] == "Averham Echo"


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("10.12.31", "10.12.31"),
        ("The bridge of 10.12.31 was shut again in the autumn, and nobody has said when it opens", None),
    ],
)
def test_a_day_with_a_short_year_stands_in_a_short_line(stamp, day):
    assert page(SITE, f"<div><span>{stamp}</span></div>")[2] == day


@pytest.mark.parametrize("title", ["Averham Echo - Sport - {}", "Averham Echo - {}"])
def test_the_section_beside_a_heading_is_no_site(title):
    heading = "Rowers lose their boat on the hill"
    page = f"<html><head><title>{title.format(heading)}</title></head><body><h1>{heading}</h1><p>{'The boat is gone. ' * 20}</p></body></html>"
    [document] = read(["-"], stdin=io.BytesIO(page.encode()))
    assert document.fields["outlet"] == "Averham Echo"


def test_a_heading_may_have_other_marks_than_the_title():
    page = "<html><head><title>Rower's boat is 'gone' - Averham Echo</title></head><body><h1>Rower’s boat is ‘gone’</h1><p>{}</p></body></html>"
    [document] = read(["-"], stdin=io.BytesIO(page.format("The boat is gone. " * 20).encode()))
    assert document.fields["outlet"] == "Averham Echo"
