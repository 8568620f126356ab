"""Header records of many makes give their fields, the place of the title, and the body."""

from __future__ import annotations

import pytest

from onrecord.articles import clean
from onrecord.articles.headers import find_header
from onrecord.records import RawDocument, Span

BODY = "The ministry said on Monday that the talks would go on. Nothing more was said."


def test_export_record():
    text = (
        "Published Time: 2031-03-03\nTitle: Talks Go On, Ministry Says\n"
        f"Category 1: WORLD; Category 2: NORTH\nAuthor: Ada Voss\nAuthor title: details not found\nText: \n{BODY}"
    )
    header = find_header(text)
    assert header is not None
    assert header.title.of(text) == "Talks Go On, Ministry Says"
    assert header.body.of(text).strip() == BODY
    assert header.fields["Published Time"] == "2031-03-03"
    assert header.fields["Category 1"] == "WORLD"
    assert header.fields["Category 2"] == "NORTH"


def test_mail_like_record_ends_at_the_blank_line():
    text = f"From: Norwire\nSubject: Talks go on\nDate: Mon, 3 Mar 2031 10:00:00 +0000\n\n{BODY}"
    header = find_header(text)
    assert header is not None
    assert header.title.of(text) == "Talks go on"
    assert header.body.of(text).strip() == BODY


def test_front_matter():
    text = f'---\ntitle: "Talks go on"\ndate: 2031-03-03\ntags: [a, b]\n---\n\n{BODY}'
    header = find_header(text)
    assert header is not None
    assert header.title.of(text) == "Talks go on"
    assert header.fields["date"] == "2031-03-03"
    assert header.body.of(text).strip() == BODY


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("title: title", "title", "title"),
        ("tag: a", "tag", "a"),
        ("title: Profit = loss, says minister", "title", "Profit = loss, says minister"),
        ('title = "Lock: shut = open"', "title", "Lock: shut = open"),
        ("title: ", "title", ""),
    ],
)
def test_a_value_of_front_matter_is_what_stands_behind_its_key(line, key, value):
    header = find_header(f"---\n{line}\ndate: 2031-03-03\n---\n{BODY}")
    assert header.fields == {key: value, "date": "2031-03-03"}


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ('author:\n  - "[[people/Ida Orr|Ida Orr]]"\n  - Nora Quill', "Ida Orr, Nora Quill"),
        ('author: [Ida Orr, "Nora Quill"]', "Ida Orr, Nora Quill"),
        ('author: "[[Ida Orr]]"', "Ida Orr"),
    ],
)
def test_front_matter_links_and_lists_its_names(author, byline):
    text = f'---\ntags:\n  - clippings\ntitle: Talks go on\nsite: "[[Olm Herald]]"\n{author}\n---\n{BODY}'
    article = clean(RawDocument("a.md", 0, "0" * 64, "text/plain", text, Span(0, len(text))))
    assert (article.outlet, article.byline) == ("Olm Herald", byline)


def test_database_page():
    text = (
        "Talks Go On, Ministry Says\n\nThe Norland Courier\nMarch 3, 2031 Monday\n\n"
        f"Copyright 2031 Courier Group\nSection: NEWS; Pg. 4\nLength: 343 words\nByline: Ada Voss\n\nBody\n\n{BODY}"
    )
    header = find_header(text)
    assert header is not None
    assert header.title.of(text) == "Talks Go On, Ministry Says"
    assert header.fields["outlet"] == "The Norland Courier"
    assert header.fields["date"] == "March 3, 2031 Monday"
    assert header.fields["Byline"] == "Ada Voss"
    assert header.body.of(text).strip() == BODY


@pytest.mark.parametrize(("first", "title"), [("Page 1 of 2", "Talks go on"), ("Page One", "Page One")])
def test_the_number_of_a_printed_page_is_no_title(first, title):
    lines = (
        first,
        "Talks go on",
        "The Harbour Post",
        "March 3, 2031 Monday",
        "Byline: Ada Voss",
        "Body",
        BODY,
    )
    text = "\n\n".join(lines)
    header = find_header(text)
    assert header is not None
    assert header.title.of(text) == title


def test_database_page_of_the_older_make():
    text = (
        "The Norland Courier\n\nMarch 3, 2031 Monday\n\nTalks Go On, Ministry Says\n\nBYLINE: Ada Voss\n\n"
        f"SECTION: NEWS; Pg. 4\n\nLENGTH: 343 words\n\n{BODY}\n\nLOAD-DATE: March 4, 2031\n\nLANGUAGE: ENGLISH\n"
    )
    header = find_header(text)
    assert header is not None
    assert header.title.of(text) == "Talks Go On, Ministry Says"
    assert header.fields["outlet"] == "The Norland Courier"
    assert header.fields["LANGUAGE"] == "ENGLISH"
    assert header.body.of(text).strip() == BODY


def test_a_record_whose_lines_stand_apart_and_go_on_below_the_text():
    text = (
        "Title: Talks go on\n\nPublication info: Courier ; Velm. 03 Mar 2031\n\nAbstract: None available.\n\n"
        f"Full text: {BODY}\n\nSubject: Talks\n\nPublication title: Courier\n\nPublication date: Mar 3, 2031\n"
    )
    header = find_header(text)
    assert header is not None
    assert header.title.of(text) == "Talks go on"
    assert header.body.of(text).strip() == BODY
    assert header.fields["Publication date"] == "Mar 3, 2031"


def test_coded_record():
    text = (
        f"HD\nTalks go on\nBY  Ada Voss\nPD\n3 March 2031\nSN\nNorland Courier\nLP\n{BODY}\n\nTD\nMore text."
    )
    header = find_header(text)
    assert header is not None
    assert header.title.of(text) == "Talks go on"
    assert header.fields["SN"] == "Norland Courier"
    assert header.body.of(text).strip().startswith(BODY)


def test_an_unknown_key_between_known_ones_is_part_of_the_record():
    text = f"Title: Talks go on\nMood: grave\nDate: 2031-03-03\nVoss: We go on, she said.\n{BODY}"
    header = find_header(text)
    assert header is not None
    assert header.fields["Mood"] == "grave"
    assert header.body.of(text).startswith("Voss: We go on")


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"Note: this is new.\n\n{BODY}",
        f"Voss: We go on.\nOda: We do not.\n{BODY}",
        f"Update: Talks go on\n\n{BODY}",
        "Q: Why now?\nA: Because it is time.\n",
        "Title: only a title\nDate: 2031-03-03\n",
        "",
    ],
)
def test_what_is_no_header_record(text):
    assert find_header(text) is None


def test_a_title_above_a_databases_record_and_its_own_keys_below_the_text():
    text = (
        "\nTalks go on\n\nAuthor: Voss, Ada\n\nPublication info: Norwire ; Ostrey [Ostrey]03 Mar 2031.\n\n"
        "https://base.example/docview/1?accountid=1\n\nAbstract: They talk.\n\nLinks: http://r.example/?id=1\n\n"
        f"Full text: {BODY}\n\nPublication title: Norwire; Ostrey\n\nPublication year: 2031\n\n"
        "Publication date: Mar 3, 2031\n\nPlace of publication: Ostrey\n\nDatabase: Newsbase Central"
    )
    header = find_header(text)
    assert header is not None
    assert header.title.of(text) == "Talks go on"
    assert header.body.of(text).strip() == BODY
    assert header.fields["Author"] == "Voss, Ada"
    assert header.fields["Publication date"] == "Mar 3, 2031"
    assert header.fields["Database"] == "Newsbase Central"


def test_a_record_below_a_title_on_its_own_line():
    text = f"Talks go on\n\nQuelle: Norwire vom 03.03.2031, Seite 5\nAutor: Ada Voss\nRessort: Welt\n\n{BODY}"
    header = find_header(text)
    assert header is not None
    assert header.title.of(text) == "Talks go on"
    assert header.body.of(text).strip() == BODY
    assert header.fields["Autor"] == "Ada Voss"


@pytest.mark.parametrize("top", ["Norwire Courier (NL)\nTalks go on\nMarch 3, 2031", "Norwire Courier\nMarch 3, 2031\nTalks go on",
                                 "Talks go on\nNorwire Courier\nMarch 3, 2031"])  # fmt: skip
def test_outlet_title_and_date_on_bare_lines_in_any_order(top):
    text = f"{top}\nSection: World\nPage: A3\nAuthor: Ada Voss\n\n{BODY}\n{BODY}"
    header = find_header(text)
    assert header is not None
    assert header.title.of(text) == "Talks go on"
    assert header.fields["outlet"] == "Norwire Courier"
    assert header.fields["date"] == "March 3, 2031"


def test_the_codes_inside_and_below_a_coded_body_are_no_part_of_it():
    text = f"HD\tTalks go on\nBY\tAda Voss\nPD\t3 March 2031\nSN\tNorwire\nLP\n{BODY}\nTD\nMore was said.\nAN\tDocument X\n"
    header = find_header(text)
    assert header is not None
    pieces = [piece.of(text).strip() for piece in (header.body, *header.more)]
    assert pieces == [BODY, "More was said."]


def test_a_sentence_above_a_record_is_no_line_of_it():
    assert find_header(f"The council votes.\nTitle: Talks go on\nText:\n{BODY}") is None
    header = find_header(f"The Norland Courier\nTitle: Talks go on\nText:\n{BODY}")
    assert header is not None
    assert header.title.of("The Norland Courier\nTitle: Talks go on\nText:\n") == "Talks go on"


def test_a_record_with_a_headline_below_a_slug_is_its_own():
    text = f"KAVR NEWS   A12 FERRY   09/14/2030   1:42\nSLUG: FERRY\nREPORTER: Ada Voss\nHEADLINE: Talks go on\n\n{BODY}"
    header = find_header(text)
    assert header is not None
    assert header.title.of(text) == "Talks go on"
    assert header.fields["date"] == "09/14/2030"
    assert header.body.of(text).strip() == BODY


def test_a_databases_byline_stands_above_paper_and_day():
    text = f"Talks go on\nAda Voss\nVelm Courier (Velm, Norland), May 14, 2031, p. A4\n\nCopyright: 2031 Velm Media\n\nFull Text:\n\n{BODY}"
    header = find_header(text)
    assert header is not None
    assert (header.fields["byline"], header.fields["outlet"][:12]) == ("Ada Voss", "Velm Courier")


def test_a_sheet_s_columns_are_lines_of_their_own_and_its_head_no_title():
    text = (
        "CUTTINGS LTD            Cutting No. 12\n\nNewspaper:   Olm Herald      Type: Weekly\n"
        f"Date:        4 March 2031    Page: 5\n\nFERRY LAID UP\n\n{BODY}"
    )
    header = find_header(text)
    assert header is not None
    assert (header.fields["Newspaper"], header.fields["Date"]) == ("Olm Herald", "4 March 2031")
    assert (header.fields["Type"], header.fields["Page"]) == ("Weekly", "5")
    assert header.title is None
    assert header.body.of(text).strip().startswith("FERRY LAID UP")


@pytest.mark.parametrize(
    ("record", "outlet", "day"),
    [
        (
            "Titre : Ferry\nJournal : Courrier d'Olm\nDate de parution : 4 mars 2031",
            "Courrier d'Olm",
            "4 mars 2031",
        ),
        ("Заголовок: Ferry\nИсточник: Olm Times\nДата публикации: 4 марта 2031", "Olm Times", "4 марта 2031"),
        ("Titel: Ferry\nZeitung: Olmer Bote\nErscheinungsdatum: 4. März 2031", "Olmer Bote", "4. März 2031"),
    ],
)
def test_labels_of_other_languages_stand_around_an_english_text(record, outlet, day):
    article = clean(
        RawDocument("a.txt", 0, "", "text/plain", f"{record}\n\n{BODY}", Span(0, len(record) + 2 + len(BODY)))
    )
    assert (article.title, article.outlet, article.fields["date"]) == ("Ferry", outlet, day)


def test_a_run_of_keys_is_a_record_whatever_its_first_are_called():
    text = (
        "Service: Olm Monitor\nProgram: Morning\nAir Date: 4 March 2031\nReach: 41,200\n"
        f"Story Headline: Ferry laid up\nNews Source: Radio Olm\nTranscript:\n\n{BODY}"
    )
    article = clean(RawDocument("a.txt", 0, "", "text/plain", text, Span(0, len(text))))
    assert (article.title, article.outlet, article.fields["date"]) == (
        "Ferry laid up",
        "Radio Olm",
        "4 March 2031",
    )
    talk = f"Voss: We will sail.\nOrr: When?\nVoss: In May.\nOrr: Which?\n\n{BODY}"
    assert find_header(talk) is None


def test_codes_of_a_database_with_one_blank_behind_them():
    text = (
        "SE News\nHD Talks go on\nBY By Ada Voss\nPD 3 March 2031\nSN Norland Courier\nLA English\n"
        f"LP {BODY}\nTD IN the north nobody came.\nIN i74 : Transport\nNS gpir : Politics\nAN Document X"
    )
    header = find_header(text)
    assert header is not None
    assert [piece.of(text).strip() for piece in (header.body, *header.more)] == [
        BODY,
        "IN the north nobody came.",
    ]
    assert header.fields["SN"] == "Norland Courier"


def test_records_of_a_yaml_list_begin_with_a_dash_and_their_text_below_a_bar():
    record = '- title: "Ferry laid up"\n  outlet: Olm Herald\n  date: 2031-03-04\n  text: {}The ferry will not sail in May.'
    for written in ("|\n    ", ">-\n    ", ""):
        text = record.format(written)
        header = find_header(text)
        assert header.title.of(text) == "Ferry laid up"
        assert header.fields["outlet"] == "Olm Herald"
        assert header.body.of(text).strip() == "The ferry will not sail in May."


@pytest.mark.parametrize(("top", "title"), [("CASE 0112", "Library closes"), ("Libraries of Vale", None)])
def test_a_records_number_above_it_is_no_title(top, title):
    text = f"{top}\nSource: Vale Observer\nPublished: 14/11/2028\nAuthor: Ida Orr\nTitle: Library closes\n***\nThe library closes."
    header = find_header(text)
    assert (header.fields.get("Title") if header else None) == title
