"""Articles in nested records, told by the names of their parts, whatever wraps them."""

from __future__ import annotations

import io
import json

import pytest

from onrecord.sources import read

BODY = "The ferry will not sail in May, the board said on Monday. Two cracks were found in her side."
OTHER = "The pier of Merrow opened again on Sunday. Nobody had thought that it would take four years."


def items(text):
    skipped = []
    return list(read(["-"], stdin=io.BytesIO(text.encode()), on_skip=skipped.append)), skipped


def told(document):
    return {key: document.fields.get(key) for key in ("title", "outlet", "byline", "date")}


FERRY = {"title": "Ferry laid up", "outlet": "Olm Herald", "byline": "Ida Orr", "date": "2031-03-04"}


@pytest.mark.parametrize(
    "text",
    [
        (
            f"<dump><row><headline>Ferry laid up</headline><newspaper>Olm Herald</newspaper><author>Ida Orr</author>"
            f"<pubdate>2031-03-04</pubdate><body>{BODY}</body></row></dump>"
        ),
        (
            f"<RECORD><RecordTitle/><Headline>Ferry laid up</Headline><Publication><PubId>4</PubId><Title>Olm Herald"
            f"</Title></Publication><Author>Ida Orr</Author><Date>2031-03-04</Date><FullText>{BODY}</FullText></RECORD>"
        ),
        (
            f'<?xml version="1.0"?><add><doc2><str name="title">Ferry laid up</str><str name="paper">Olm Herald</str>'
            f'<str name="author">Ida Orr</str><str name="date">2031-03-04</str><str name="body">{BODY}</str></doc2></add>'
        ),
        (
            f"<x9 version=1.0><head><form>A</form></head><fields><f id=title>Ferry laid up</f><f id=paper>Olm Herald</f>"
            f"<f id=author>Ida Orr</f><f id=date>2031-03-04</f></fields><body><p>{BODY}</p></body></x9>"
        ),
    ],
)  # fmt: skip
def test_xml_of_no_known_kind_is_told_by_the_names_of_its_parts(text):
    found, skipped = items(text)
    assert not skipped
    assert [document.text for document in found] == [BODY]
    assert told(found[0]) == FERRY


def test_an_issue_gives_its_paper_and_day_to_all_that_its_pages_hold():
    pages = "".join(
        f"<page n='{n}'><article><head>{title}</head><author>Ida Orr</author><body><p>{body}</p></body></article></page>"
        for n, (title, body) in enumerate((("Ferry laid up", BODY), ("Pier opens", OTHER)))
    )
    found, _ = items(f"<issue publication='Olm Herald' date='2031-03-04'>{pages}</issue>")
    assert [document.text for document in found] == [BODY, OTHER]
    assert told(found[0]) == FERRY
    assert told(found[1]) == {**FERRY, "title": "Pier opens"}


def test_xml_without_a_text_is_refused_by_its_name():
    found, skipped = items("<?xml version='1.0'?><orders><order><number>4</number></order></orders>")
    assert not found
    assert "orders" in skipped[0].reason


def test_marks_in_a_text_that_never_close_make_no_xml_of_it():
    found, _ = items(f"<EXHIBIT>\n<TYPE>EX-99\n<TEXT>\nFerry laid up\n\n{BODY}\n</TEXT>\n</EXHIBIT>\n")
    assert found[0].media_type == "text/plain"


def test_markup_that_was_escaped_too_often_is_opened():
    escaped = (
        "&amp;lt;p&amp;gt;The ferry is &amp;amp;quot;laid up&amp;amp;quot;, the board said.&amp;lt;/p&amp;gt;"
    )
    found, _ = items(f"<dump><row><title>Ferry</title><body>{escaped}</body></row></dump>")
    assert "lt;" not in found[0].text
    assert found[0].text.startswith("The ferry is")
    found, _ = items(
        json.dumps(
            {"title": "Ferry", "body": "&lt;p&gt;It is laid up.&lt;/p&gt;&lt;p&gt;For good.&lt;/p&gt;"}
        )
    )
    assert found[0].text == "It is laid up.\nFor good."


def test_json_whose_list_wraps_an_article_in_each_item():
    rows = [
        {
            "type": "node",
            "attributes": {"title": title, "body": {"value": f"<p>{body}</p>", "format": "html"}},
        }
        for title, body in (("Ferry laid up", BODY), ("Pier opens", OTHER))
    ]
    found, _ = items(json.dumps({"data": [{"items": [row]} for row in rows]}))
    assert [(d.fields["title"], d.text) for d in found] == [("Ferry laid up", BODY), ("Pier opens", OTHER)]


def test_answers_below_a_post_are_no_articles():
    post, answer = {"title": "Ferry laid up", "text": BODY}, {"author": "x", "text": "Good."}
    found, _ = items(json.dumps([{"data": {"children": [{"data": part}]}} for part in (post, answer)]))
    assert [document.text for document in found] == [BODY]


def test_what_describes_a_text_may_stand_in_an_object_beside_it():
    found, _ = items(
        json.dumps(
            {
                "text": BODY,
                "meta": {"headline": "Ferry laid up", "source": "Olm Herald"},
                "image": {"title": "x"},
            }
        )
    )
    assert (found[0].fields["title"], found[0].fields["outlet"]) == ("Ferry laid up", "Olm Herald")


def test_a_chat_gives_the_article_that_it_shows_below_its_address():
    shown = {"title": "Ferry laid up", "title_link": "https://olm.example/f", "text": f"{BODY} {OTHER}"}
    talk = [
        {"type": "message", "text": "look"},
        {"type": "message", "text": "<https://olm.example/f>", "attachments": [shown]},
        {"type": "message", "text": "nice one"},
    ]
    found, skipped = items(json.dumps(talk))
    assert not skipped
    assert [(d.text, d.fields["title"]) for d in found] == [(f"{BODY} {OTHER}", "Ferry laid up")]


def test_annotations_beside_a_text_are_refused_by_name():
    found, skipped = items("T1\tPerson 4 18\tRuta Feno\nT2\tPlace 20 24\tOlm\nR1\tIn Arg1:T1 Arg2:T2\n")
    assert not found
    assert "annotations" in skipped[0].reason


PAGE = """<html><head><title>Clip 12</title></head><body><table>
<tr><td>Newspaper:</td><td>Olm Herald</td></tr><tr><td>Headline</td><td>Ferry laid up</td></tr>
<tr><td>Reporter</td><td>Ida Orr</td></tr><tr><td>Date</td><td>4 March 2031</td></tr>
<tr><td>Ad value</td><td>14,200</td></tr></table>{}</body></html>"""


def test_a_page_that_sets_a_record_gives_its_lines():
    found, _ = items(PAGE.format(f"<hr><p>{BODY}</p>"))
    assert "Newspaper: Olm Herald\nHeadline: Ferry laid up\nReporter: Ida Orr" in found[0].text
    assert "14,200" not in found[0].text
    assert found[0].text.endswith(BODY)


def test_a_table_of_a_story_is_no_record():
    story = f"<article><h1>Ferry laid up</h1><p>{BODY}</p><p>{OTHER}</p><p>{BODY} {OTHER}</p></article>"
    found, _ = items(
        f"<html><head><title>Ferry laid up</title></head><body>{story}"
        "<table><tr><td>Length</td><td>40 m</td></tr><tr><td>Date</td><td>1998</td></tr></table></body></html>"
    )
    assert "Date:" not in found[0].text


def test_parts_in_a_namespace_are_the_same_parts():
    record = (
        "<record{}><field name='title'>Ferry laid up</field><field name='paper'>Olm Herald</field>"
        f"<field name='text'>{BODY}</field></record>"
    )
    plain, named = (items(record.format(each))[0][0] for each in ("", ' xmlns="urn:olm"'))
    assert plain.fields == named.fields == {"title": "Ferry laid up", "outlet": "Olm Herald"}


@pytest.mark.parametrize("count", ["", ' row="2"'])
def test_an_attribute_of_the_name_of_parts_hides_none_of_them(count):
    rows = "".join(
        f"<row><title>{title}</title><body>{body}</body></row>"
        for title, body in (("Ferry laid up", BODY), ("Pier opens", OTHER))
    )
    found, _ = items(f"<dump{count}>{rows}</dump>")
    assert [document.text for document in found] == [BODY, OTHER]


def test_of_two_names_for_a_part_the_better_known_counts_whichever_stands_first():
    parts = [
        "<publisher>Olm House</publisher>",
        "<publicationName>Olm Herald</publicationName>",
        "<title>Ferry laid up</title>",
    ]
    for order in (parts, parts[::-1]):
        head = "".join(order)
        (found,), _ = items(
            f"<message><article><head>{head}</head><body><p>{BODY}</p></body></article></message>"
        )
        assert found.fields["outlet"] == "Olm Herald"
