"""What objects beside a text say of it, whatever interface, site or corpus wrapped them."""

from __future__ import annotations

import csv
import io
import json

import pytest

from onrecord.languages.fields import field_of
from onrecord.sources import read

TITLE = "Ferry will not sail in May"
BODY = "The ferry will not sail in May, the board said on Monday. Two cracks were found in her side."
LONG = (
    f"{BODY}\n\nHer passengers will go by bus. The board will look for another ship before the summer comes."
)
TOLD = {"title": TITLE, "outlet": "Olm Herald", "byline": "Ida Orr", "date": "2031-03-04"}


def told(text, parts=("title", "outlet", "byline", "date")):
    skipped = []
    found = list(read(["-"], stdin=io.BytesIO(text.encode()), on_skip=skipped.append))
    assert not skipped
    assert len(found) == 1
    return {part: value for part in parts if (value := found[0].fields.get(part))}


@pytest.mark.parametrize(
    "row",
    [
        {"title": TITLE, "text": LONG, "name_source": "Olm Herald", "authorsByline": "Ida Orr", "pubDate": "2031-03-04"},
        {"name": TITLE, "body": LONG, "outletName": "Olm Herald", "author": "Ida Orr", "published_utc": "2031-03-04"},
        {
            "title": TITLE,
            "text": LONG,
            "source_name": "Olm Herald",
            "publisher": "Olm Press Ltd",
            "author": {"data": {"attributes": {"name": "Ida Orr"}}},
            "date": {"year": 2031, "month": 3, "day": 4},
        },
        {
            "article-meta": {"title-group": {"article-title": TITLE}, "pub-date": {"day": "4", "month": "3", "year": "2031"}},
            "journal-meta": {"journal-title": "Olm Herald"},
            "authors": {"7": {"given": "Ida", "surname": "Orr"}},
            "body": LONG,
        },
        {
            "headlines": [{"role": "social", "value": "No ferry"}, {"role": "main", "value": TITLE}],
            "body_text": LONG,
            "origin": {"title": "Olm Herald"},
            "author": 3,
            "_embedded": {"author": [{"name": "Ida Orr"}]},
            "display_date": "2031-03-04",
        },
        {"header": {"text": TITLE}, "text": LONG, "newsroom": {"display_name": "Olm Herald"}}
        | {"account": {"display_name": "Ida Orr", "acct": "ida"}, "starttime": {"iso8601": "2031-03-04"}},
        {"heading": TITLE, "title": {"id": "35", "value": "Olm Herald"}, "articleText": LONG}
        | {"credits": {"by": [{"type": "author", "name": "Ida Orr"}]}, "date": "2031-03-04"},
        {"title": TITLE, "publisher": "Olm Herald", "authors": ["Ida Orr"], "publishing_date": "2031-03-04"}
        | {"body": {"summary": ["No ferry."], "sections": [{"headline": [], "paragraphs": LONG.split("\n\n")}]}},
    ],
)  # fmt: skip
def test_parts_are_found_where_interfaces_put_them(row):
    assert told(json.dumps(row)) == TOLD


@pytest.mark.parametrize(
    ("key", "part"),
    [
        ("Name of newspaper", "outlet"),
        ("Author of the article", "byline"),
        ("Date of article", "date"),
        ("Journalist(s)", "byline"),
        ("title_article", "title"),
        ("pubTitle", "outlet"),
        ("dcPublisher", "outlet"),
        ("Date of access", None),
        ("author_title", None),
        ("text_source", None),
    ],
)
def test_a_name_nobody_listed_is_read_by_its_words(key, part):
    assert field_of(key) == part


def test_a_headline_by_value_alone_leads_into_the_text():
    row = {"text": LONG, "topic_label": "Water supply in towns of the north"}
    assert told(json.dumps(row), ("title",)) == {}
    assert told(json.dumps(row | {"label": TITLE}), ("title",)) == {"title": TITLE}


def test_when_an_archive_took_a_page_is_no_day_of_the_article():
    row = {"timestamp": "20310405101010", "original": "https://olm.example/1", "title": TITLE, "text": LONG}
    assert "date" not in told(json.dumps(row))


@pytest.mark.parametrize(
    "keeping", [{"Highlighted at": "2031-05-09 10:12"}, {"created_at": "2031-05-09", "is_archived": 0}]
)
def test_when_a_reader_kept_it_is_no_day_of_the_article(keeping):
    assert "date" not in told(json.dumps({"title": TITLE, "text": LONG} | keeping))


def table(*rows):
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue()


def test_a_table_below_the_lines_of_its_report():
    head = ("Id", "Date", "Title", "Domain", "Author", "Full Text")
    above = (("Report:", "Download"), ("From:", "Tue Mar 01 00:00:00 UTC 2031"), ())
    text = table(*above, head, ("1", "2031-03-04", TITLE, "Olm Herald", "Ida Orr", LONG))
    assert told(text) == TOLD


def test_a_table_of_posts_has_its_words_in_a_column_of_its_own():
    head, row = (
        ("Page Name", "Post Created", "Likes", "Message"),
        ("Olm Herald", "2031-03-04 10:00:00 EST", "4", BODY),
    )
    assert told(table(head, row)) == {"outlet": "Olm Herald", "date": "2031-03-04 10:00:00 EST"}


@pytest.mark.parametrize(
    "entry",
    [
        (
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>Clips</title><entry><title>{t}</title><author><name>Ida Orr"
            "</name></author><published>2031-03-04</published><source><title>Olm Herald</title></source>"
            "<content>{b}</content></entry></feed>"
        ),
        (
            "<rss><channel><title>Search</title><item><title>{t}</title><author>Ida Orr</author><pubDate>2031-03-04"
            "</pubDate><source url='https://x.example'>Olm Herald</source><description>{b}</description></item></channel>"
            "</rss>"
        ),
    ],
)  # fmt: skip
def test_an_entry_that_a_feed_took_from_elsewhere_is_of_its_source(entry):
    assert told(entry.format(t=TITLE, b=BODY)) == TOLD
