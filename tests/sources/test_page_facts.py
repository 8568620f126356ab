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
