"""Pages and messages that hold several articles, and what reference managers export."""

from __future__ import annotations

import io

import pytest

from onrecord.articles import clean
from onrecord.sources import read

BODY = (
    "The harbour board of Velm said on Monday that the old crane would be taken down in the spring. "
    "Nobody had asked for it to be kept, its chairwoman, Ada Voss, said. The quay will be closed for two weeks, and "
    "ferries will leave from the north pier. A museum has asked for the hook and the cabin."
)


def items(text):
    skipped = []
    return list(read(["-"], stdin=io.BytesIO(text.encode()), on_skip=skipped.append)), skipped


def database_page(marks):
    articles = "".join(
        f"<div><p>{mark} of 2 DOCUMENTS</p></div><div><p>Velm Courier</p></div><div><p>May {mark}, 2031 Monday</p></div>"
        f"<div><p>Crane number {mark} comes down</p></div><div><p>BYLINE: Ida Orr</p></div><div><p>LENGTH: 80 words</p></div>"
        f"<div><p>{BODY}</p></div>"
        for mark in marks
    )
    return f"<html><head><title>Delivery</title></head><body>{articles}</body></html>"


def test_a_database_page_gives_each_of_its_documents():
    found, skipped = items(database_page("12"))
    articles = [clean(raw) for raw in found]
    assert [(a.title, a.outlet, a.byline) for a in articles] == [
        ("Crane number 1 comes down", "Velm Courier", "Ida Orr"),
        ("Crane number 2 comes down", "Velm Courier", "Ida Orr"),
    ]
    assert not skipped
    for raw, article in zip(found, articles, strict=True):
        for text_start, raw_start, length in article.text_map:
            assert article.text[text_start : text_start + length] == raw.text[raw_start : raw_start + length]


def results(title, bodies):
    nodes = "".join(
        f"<article><header><p>{head}</p></header><p>{body}</p></article>" for head, body in bodies
    )
    return f"<html><head><title>{title}</title></head><body>{nodes}</body></html>"


def test_a_page_of_several_whole_articles_gives_each():
    page = results(
        "Search results", [("Crane comes down", BODY), ("Ferries move", BODY.replace("Velm", "Orla"))]
    )
    found, _ = items(page)
    assert [raw.region.of(raw.text).split("\n")[0] for raw in found] == ["Crane comes down", "Ferries move"]
    assert [raw.item for raw in found] == [0, 1]


def test_a_page_called_as_its_first_article_is_that_articles():
    page = results("Crane comes down - Velm Courier", [("Crane comes down", BODY), ("Ferries move", BODY)])
    assert len(items(page)[0]) == 1


def test_a_page_with_a_story_above_whole_others_is_that_storys():
    page = results("Quay opens - Velm Courier", [("Crane comes down", BODY), ("Ferries move", BODY)])
    own = f"<main><h1>Quay opens</h1><p>{BODY.replace('crane', 'quay')}</p></main>"
    found, _ = items(page.replace("<body>", f"<body>{own}"))
    assert len(found) == 1
    assert found[0].fields["title"] == "Quay opens"


def test_cards_that_lead_to_articles_are_none():
    page = results("Velm Courier", [("Crane comes down", BODY[:90]), ("Ferries move", BODY[:90])])
    assert len(items(page)[0]) <= 1


RIS = (
    "TY  - NEWS\nTI  - Crane comes down\nAU  - Orr, Ida\nAU  - Voss, Per\nT2  - Velm Courier\nDA  - 2031/05/05/\n"
    f"N2  - {BODY}\nUR  - https://courier.example/1\nER  - \n\nTY  - NEWS\nTI  - No text\nT2  - Velm Courier\nER  - \n"
)


def test_ris_records():
    found, skipped = items(RIS)
    article = clean(found[0])
    assert (article.title, article.outlet, article.byline) == (
        "Crane comes down",
        "Velm Courier",
        "Ida Orr, Per Voss",
    )
    assert (article.fields["date"], article.url) == ("2031/05/05", "https://courier.example/1")
    assert found[0].text == BODY
    assert skipped[0].where == "<stdin>#1"


BIBTEX = (
    '@article{orr_crane,\n  title = {{Crane} comes down},\n  author = "Orr, Ida and Voss, Per",\n'
    f"  journal = {{Velm Courier}},\n  year = 2031,\n  abstract = {{{BODY}}},\n}}\n@string{{x = {{y}}}}\n"
)


def test_bibtex_entries():
    found, skipped = items(BIBTEX)
    assert [raw.fields["title"] for raw in found] == ["Crane comes down"]
    assert found[0].fields["byline"] == "Orr, Ida; Voss, Per"
    assert found[0].text == BODY
    assert not skipped


def test_bibtex_with_remarks_and_abbreviations_above_its_entries():
    above = "@comment{made by hand}\n% and by nobody else\n@string{olm = {Olm Herald}}\n\n"
    found, _ = items(above + BIBTEX.replace("  title =", "  journaltitle = olm,\n  title ="))
    assert found[0].fields["outlet"] == "Olm Herald"


def test_bibtex_cut_off_in_a_value_is_read_to_its_end():
    found, _ = items(BIBTEX[: BIBTEX.index("Nobody")])
    assert len(found) == 1


@pytest.mark.parametrize(
    "text", [BIBTEX.replace("orr_crane", "orr\x1ccrane"), BIBTEX.replace("@article", "@comment")]
)
def test_bibtex_of_which_nothing_is_left_is_named(text):
    found, skipped = items(text)
    assert (len(found), len(skipped)) == (0, 1)
    assert "without an entry" in str(skipped[0])


def test_a_record_in_a_mail_says_more_than_its_headers():
    found, _ = items(
        "Received: from mx\nFrom: Archive <no-reply@archive.example>\nDate: Tue, 06 May 2031 09:00:00 +0000\n"
        "Subject: Your articles\nMessage-ID: <1@archive.example>\nContent-Type: text/plain; charset=utf-8\n\n"
        "Thank you for using the archive.\n\nTitle: Crane comes down\nAuthor: Ida Orr\nSource: Velm Courier, Page 3\n"
        f"Date: May 5, 2031\n\n{BODY}\n"
    )
    article = clean(found[0])
    assert (article.title, article.outlet, article.byline) == ("Crane comes down", "Velm Courier", "Ida Orr")
    assert article.fields["date"] == "May 5, 2031"
    assert "Thank you" not in article.text


def channel_page(posts):
    messages = "".join(
        f'<div class="message default"><div class="body"><div class="date details" title="0{day}.05.2031 08:14:22 UTC+01:00">'
        f'08:14</div><div class="from_name">Velm Courier</div><div class="text"><strong>{title}</strong><br><br>{body}'
        "</div></div></div>"
        for day, title, body in posts
    )
    service = '<div class="message service"><div class="body details">3 May 2031</div></div>'
    return f'<html><head><title>Exported Data</title></head><body><div class="history">{service}{messages}</div></body></html>'


def test_a_messengers_export_gives_each_message_that_is_an_article():
    found, _ = items(
        channel_page(
            [
                (3, "Crane comes down", BODY),
                (4, "Hook and cabin of the crane kept", BODY),
                (5, "Thanks", "All."),
            ]
        )
    )
    articles = [clean(raw) for raw in found]
    assert [(a.title, a.outlet) for a in articles] == [
        ("Crane comes down", "Velm Courier"),
        ("Hook and cabin of the crane kept", "Velm Courier"),
    ]
    assert [raw.fields["date"][:10] for raw in found] == ["03.05.2031", "04.05.2031"]
    for raw, article in zip(found, articles, strict=True):
        for at, start, size in article.text_map:
            assert article.text[at : at + size].split() == raw.text[start : start + size].split()


def test_titles_above_records_belong_to_them():
    entry = (
        "{0}. Crane number {0} comes down\nSource: Velm Courier\nPublished: 2031-05-0{0}\nURL: https://velm.example/{0}\n\n"
        + BODY
    )
    text = "Coverage of the week\n\n" + "\n\n".join(entry.format(n) for n in (1, 2))
    assert [clean(raw).title for raw in items(text)[0]][-1] == "Crane number 2 comes down"
    assert len(items(text)[0]) == 2


def test_rows_without_a_header_line_are_refused():
    row = "20310508-1\t1\tvelm.example\thttps://velm.example/a\tWATER;TRIAL\tAda Voss\t-1.5\twc:380"
    found, skipped = items(f"{row}\n{row}\n")
    assert not found
    assert "without a header line" in skipped[0].reason


def test_what_a_colleague_passes_on_is_not_the_colleagues():
    text = (
        "From: Archive <archive@desk.example>\nTo: Rosa <rosa@desk.example>\nDate: Wed, 06 Oct 2031 09:00:00 +0200\n"
        "Subject: FW: clip\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
        f"Velm Courier\n5 October 2031\nCrane comes down\nBy Ida Orr\n\n{BODY}\n"
    )
    made = clean(items(text)[0][0])
    assert (made.title, made.byline, made.outlet) == ("Crane comes down", "Ida Orr", "Velm Courier")


def test_items_of_csl_json_are_their_notes():
    found, skipped = items(
        '[{"id":"o1","type":"article-newspaper","title":"Crane comes down","container-title":"Velm Courier",'
        '"author":[{"family":"Orr","given":"Ida"}],"issued":{"date-parts":[["2031","5",5]]},'
        f'"URL":"https://courier.example/c","note":"{BODY}"}}]'
    )
    assert not skipped
    told = found[0].fields
    assert (told["outlet"], told["byline"], told["date"]) == ("Velm Courier", "Ida Orr", "2031-05-05")
    assert found[0].text == BODY


def test_a_message_of_clippings_between_rules_is_its_clippings():
    clip = "==========\nVelm Courier, May {n}, 2031\n{title}\n\n{body}\n\n"
    told = ((5, "Velm takes down its old crane"), (6, "Board closes quay for two weeks"))
    head = (
        "Received: from mx\nFrom: Press Review <review@desk.example>\nSubject: Press review\nMessage-ID: <2@x.example>\n"
        "Content-Type: text/plain; charset=utf-8\n\nGood morning.\n\n"
    )
    found, _ = items(head + "".join(clip.format(n=n, title=t, body=BODY) for n, t in told) + "==========\n")
    articles = [clean(raw) for raw in found]
    assert [(a.title, a.outlet) for a in articles] == [(title, "Velm Courier") for _, title in told]
    whole, _ = items(head + BODY + "\n\n==========\n\nWe are four people in two rooms.\n\n==========\n")
    assert len(whole) == 1


def test_a_sites_name_goes_before_its_domain():
    row = (
        '{"title":"Crane comes down","publisher":"velmcourier.example","sitename":"Velm Courier","text":"%s"}'
    )
    assert items(row % BODY)[0][0].fields["outlet"] == "Velm Courier"
    bare = row.replace('"sitename":"Velm Courier",', "")
    assert items(bare % BODY)[0][0].fields["outlet"] == "velmcourier.example"
