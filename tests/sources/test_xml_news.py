"""Feeds and agency XML give one item per entry or story, with its own fields; nothing is fetched."""

from __future__ import annotations

import io

from onrecord.sources import read

BODY = "The ministry said on Monday that the talks would go on. Nothing more was said on that day."


def items(text):
    skipped = []
    return list(read(["-"], stdin=io.BytesIO(text.encode()), on_skip=skipped.append)), skipped


def test_rss():
    found, skipped = items(
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Norland Courier</title><language>en</language>'
        f"<item><title>Talks go on</title><link>https://courier.example/1</link><guid>c-1</guid>"
        f"<pubDate>Mon, 03 Mar 2031 10:00:00 GMT</pubDate><dc:creator>Ada Voss</dc:creator>"
        f"<description>A teaser.</description><content:encoded><![CDATA[<p>{BODY}</p><p>More &amp; more.</p>]]>"
        f"</content:encoded></item><item><title>Picture of the day</title></item>"
        f"<item><title>Short</title><description>{BODY}</description></item></channel></rss>"
    )
    assert [document.text for document in found] == [f"{BODY}\nMore & more.", BODY]
    assert found[0].fields == {
        "title": "Talks go on", "outlet": "Norland Courier", "url": "https://courier.example/1", "given_id": "c-1",
        "date": "Mon, 03 Mar 2031 10:00:00 GMT", "byline": "Ada Voss", "language": "en",
    }  # fmt: skip
    assert [document.item for document in found] == [0, 2]
    assert skipped[0].where == "<stdin>#1"


def test_atom():
    found, _ = items(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry><title>Talks go on</title>'
        '<link href="https://courier.example/1"/><id>c-1</id><updated>2031-03-03T10:00:00Z</updated>'
        f"<author><name>Ada Voss</name></author><content type='html'>&lt;p&gt;{BODY}&lt;/p&gt;</content></entry></feed>"
    )
    assert found[0].text == BODY
    assert found[0].fields["url"] == "https://courier.example/1"
    assert found[0].fields["byline"] == "Ada Voss"


def test_nitf():
    found, _ = items(
        '<?xml version="1.0" encoding="UTF-8"?><nitf><head><docdata><date.issue norm="20310303T100000Z"/>'
        '<doc.copyright holder="Norwire"/></docdata></head><body><body.head><hedline><hl1>Talks go on</hl1></hedline>'
        "<byline>By Ada Voss</byline><dateline>VELM, March 3</dateline></body.head>"
        f"<body.content><p>{BODY}</p><!-- a note --><p>More.</p></body.content></body></nitf>"
    )
    assert found[0].text == f"{BODY}\nMore."
    assert found[0].fields["title"] == "Talks go on"
    assert found[0].fields["outlet"] == "Norwire"
    assert found[0].fields["date"] == "20310303T100000Z"


def test_newsml_g2_with_text_and_a_picture():
    text = (
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="n-1" xml:lang="en">'
        '<itemMeta><provider literal="norwire.example"/><versionCreated>2031-03-03T10:00:00Z</versionCreated></itemMeta>'
        "<contentMeta><headline>Talks go on</headline></contentMeta><contentSet><inlineXML>"
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>{BODY}</p></body></html>'
        '</inlineXML></contentSet></newsItem><newsItem guid="n-2"><contentSet><remoteContent href="a.jpg"/></contentSet>'
        "</newsItem></itemSet></newsMessage>"
    )
    found, skipped = items('<?xml version="1.0"?>' + " " * 600 + text)
    assert [document.text for document in found] == [BODY]
    assert found[0].fields["given_id"] == "n-1"
    assert found[0].fields["language"] == "en"
    assert "no text in this item" in skipped[0].reason


def test_entities_from_outside_are_not_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words", encoding="utf-8")
    found, _ = items(
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]><rss><channel><item>'
        f"<description>&x; {BODY}</description></item></channel></rss>"
    )
    assert all("secret words" not in document.text for document in found)


def test_entities_that_grow_without_end_are_refused():
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    found, skipped = items(
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "boom">{levels}]><rss><channel><item>'
        f"<description>&l11; {BODY}</description></item></channel></rss>"
    )
    assert all(len(document.text) < 10_000 for document in found)
    assert len(found) + len(skipped) == 1


def test_mail():
    found, _ = items(
        "Received: from a by b\r\nMIME-Version: 1.0\r\nFrom: Norwire <desk@norwire.example>\r\n"
        "Subject: =?utf-8?q?Caf=C3=A9_talks_go_on?=\r\nDate: Mon, 03 Mar 2031 10:00:00 +0000\r\n"
        "Message-ID: <1@norwire.example>\r\nContent-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\nCaf=C3=A9: " + BODY + "\r\n"
    )
    assert found[0].text.strip() == f"Café: {BODY}"
    assert found[0].fields["title"] == "Café talks go on"
    assert found[0].fields["date"].startswith("Mon, 03 Mar 2031")
    assert found[0].media_type == "message/rfc822"


def test_notes_that_were_clipped():
    found, _ = items(
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE en-export SYSTEM "http://x.example/e.dtd">\n'
        '<en-export><note><title>Talks go on</title><content><![CDATA[<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<!DOCTYPE en-note SYSTEM "http://x.example/n.dtd"><en-note><div>{BODY}</div></en-note>]]></content>'
        "<created>20310304T093000Z</created><note-attributes><author>A reader</author>"
        "<source-url>https://courier.example/1</source-url></note-attributes></note></en-export>"
    )
    assert [document.text for document in found] == [BODY]
    assert found[0].fields == {
        "title": "Talks go on",
        "url": "https://courier.example/1",
        "saved": "20310304T093000Z",
    }


def test_a_corpus_in_sgml_keeps_its_lines():
    found, _ = items(
        '<!DOCTYPE lewis SYSTEM "lewis.dtd">\n<REUTERS TOPICS="YES" NEWID="7">\n<DATE>26-FEB-2031 15:01</DATE>\n'
        "<TEXT>&#2;\n<TITLE>TALKS & TEA GO ON</TITLE>\n<DATELINE>    OSTREY, Feb 26 - </DATELINE><BODY>The ministry"
        "\nsaid talks go on.\n    It said no more.\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n"
    )
    assert found[0].text.startswith("The ministry\nsaid talks go on.\n    It said no more.")
    assert found[0].fields["title"] == "TALKS & TEA GO ON"
    assert found[0].fields["given_id"] == "7"


def test_a_scanned_page_in_alto():
    lines = "".join(
        f'<TextLine><String CONTENT="{first}"/><SP/><String CONTENT="{last}"/>{hyphen}</TextLine>'
        for first, last, hyphen in (("The", "min", '<HYP CONTENT="-"/>'), ("istry", "spoke.", ""))
    )
    found, _ = items(
        '<?xml version="1.0"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout><Page><PrintSpace>'
        f"<TextBlock>{lines}</TextBlock><TextBlock>{lines}</TextBlock></PrintSpace></Page></Layout></alto>"
    )
    assert [document.text for document in found] == ["The min-\nistry spoke.\n\nThe min-\nistry spoke."]


def test_xml_of_another_kind_is_named():
    _, skipped = items("<?xml version='1.0'?><catalog><plant>Bloodroot</plant></catalog>")
    assert "not read here (catalog)" in skipped[0].reason


def test_a_sites_backup_gives_its_posts_alone():
    kinds = "".join(
        f'<entry><title>{kind}</title><category scheme="http://blogs.example/2005#kind" '
        f'term="http://blogs.example/2008/kind#{kind}"/><content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content></entry>'
        for kind in ("settings", "template", "post", "comment")
    )
    found, skipped = items(f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title>{kinds}</feed>')
    assert [document.fields["title"] for document in found] == ["post"]
    assert {skip.error for skip in skipped} == {"LeftAloneError"}


def test_an_edition_in_tei():
    found, _ = items(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Talks go on</title>'
        "<author>Ada Voss</author></titleStmt><publicationStmt><publisher>Norland Courier</publisher>"
        f"<date>2031-03-03</date></publicationStmt></fileDesc></teiHeader><text><body><p>{BODY}</p></body></text></TEI>"
    )
    assert found[0].text == BODY
    assert found[0].fields == {
        "title": "Talks go on", "byline": "Ada Voss", "outlet": "Norland Courier", "date": "2031-03-03",
    }  # fmt: skip


def test_lists_of_feeds_and_addresses_are_named_as_such():
    for text in (
        '<opml version="1.0"><body><outline xmlUrl="https://a.example/"/></body></opml>',
        "<urlset><url/></urlset>",
    ):
        found, skipped = items('<?xml version="1.0"?>' + text)
        assert not found
        assert skipped[0].error == "NoArticleError"


def test_what_an_agency_sends_beside_stories_is_named():
    found, skipped = items(
        '<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><packageItem guid="p">'
        "<groupSet/></packageItem></itemSet></newsMessage>"
    )
    assert not found
    assert skipped[0].reason == "no article in it: a package that only points to stories"


def test_a_wire_between_control_codes_is_text():
    found, skipped = items(
        f"\x16\x16\x01V4644\x1f-----\r\nr e\x11\x13 BC-Port 02-09 0121\r\n\x02^BC-Port,17<\r\n    {BODY}\x03\x04"
    )
    assert len(found) == 1
    assert not skipped


def test_a_layout_programs_story_is_its_paragraphs(tmp_path):
    runs = "".join(
        f"<ParagraphStyleRange><CharacterStyleRange><Content>{line}</Content><Br/></CharacterStyleRange></ParagraphStyleRange>"
        for line in ("Ferry laid up", "By Ada Voss", "The ferry is laid up, the board said.")
    )
    (tmp_path / "a.icml").write_text(
        f'<?xml version="1.0"?><Document><Story Self="u1">{runs}</Story></Document>', "utf-8"
    )
    (raw,) = read([tmp_path])
    assert raw.text == "Ferry laid up\n\nBy Ada Voss\n\nThe ferry is laid up, the board said."


def test_names_of_signs_in_capitals_are_signs():
    feed = (
        "<rss><channel><title>Olm &AMP; Tarn Herald</title><item><title>Orr &AMP; &Eacute;tienne: &LT;b&GT;</title>"
        "<description>The ferry will not sail in May, the board said.</description></item></channel></rss>"
    )
    (document,) = read(["-"], stdin=io.BytesIO(feed.encode()))
    assert document.fields == {"outlet": "Olm & Tarn Herald", "title": "Orr & Étienne: <b>"}


def test_a_corpus_whose_headlines_and_days_are_a_papers_own():
    story = (
        "<DOC><DOCNO>OHP922-1</DOCNO><DATE>{}\n</DATE><HEADLINE>\n{}Ferry laid up\n</HEADLINE><TEXT>\nThe ferry will "
        "not sail in May, the board said.\n</TEXT><PUB>The Olm Herald\n</PUB></DOC>"
    )
    for day, before in (("920527", "OHP  27 MAY 92 / "), ("1992-05-27", "")):
        (found,), _ = items(story.format(day, before))
        assert found.fields["title"] == "Ferry laid up"
        assert found.fields["date"] == "1992-05-27"
        assert found.fields["outlet"] == "The Olm Herald"


def test_a_title_that_was_escaped_twice_is_read_as_it_is_shown():
    entry = "<entry><title type='html'>{}</title><content>" + BODY + "</content></entry>"
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title>{entry}</feed>'
    assert (
        items(feed.format("Donor&amp;#8217;s &amp;amp; board&amp;#8217;s talks"))[0][0].fields["title"]
        == "Donor’s & board’s talks"
    )
    assert items(feed.format("AT&amp;T talks"))[0][0].fields["title"] == "AT&T talks"
