"""The shapes articles come in: each gives the right blocks, outlet, byline, dateline, credit, language."""

from __future__ import annotations

import pytest

from onrecord.articles import clean
from onrecord.records import RawDocument, Span

FIRST = (
    "Norland has no plans to reopen the port of Velm, a senior official of its foreign ministry said on "
    "Tuesday. The two countries have been talking for a year."
)
SECOND = (
    '"The port is not on the table," Ada Voss told the Courier, adding that trade came first for Norland.'
)


def article(text, fields=None, media_type="text/plain"):
    return clean(RawDocument("a.txt", 0, "0" * 64, media_type, text, Span(0, len(text)), fields or {}))


def kinds(made):
    return [(block.kind, block.span.of(made.text)) for block in made.blocks]


def test_caption_with_a_credit_before_the_body():
    made = article(f"President Ilse Oda at a March 2031 meeting in Velm. Norwire\n\n{FIRST}\n\n{SECOND}")
    assert [kind for kind, _ in kinds(made)] == ["caption", "paragraph", "paragraph"]
    assert (made.title, made.outlet, made.credit) == (None, None, None)


@pytest.mark.parametrize("label", ["All news", "The palace"])
def test_navigation_headline_subheadline_dateline(label):
    made = article(
        f"{label}\n\nOda, Voss did not discuss the port, palace says\n\n"
        f'The spokesman called the talks "long and good"\n\nVELM, March 3. /NORTASS/. {FIRST}\n\n{SECOND}'
    )
    assert [kind for kind, _ in kinds(made)] == [
        "furniture", "headline", "subheadline", "dateline", "paragraph", "paragraph",
    ]  # fmt: skip
    assert made.title == "Oda, Voss did not discuss the port, palace says"
    assert made.dateline == "VELM, March 3. /NORTASS/."
    assert made.dateline_span.of(made.text) == made.dateline
    assert (made.outlet, made.credit, made.language) == ("NORTASS", "NORTASS", "en")
    assert made.blocks[4].span.of(made.text) == FIRST


def test_header_record_with_lost_breaks():
    made = article(
        "Published Time: 2031-03-03\nTitle: Palace Says Talks Go On\nAuthor: Norland News\n"
        f"Author title: not found\nText: \n{FIRST}Palace TiesThe two sides met.{SECOND}"
    )
    of, texts = zip(*kinds(made), strict=True)
    assert texts == ("Palace Says Talks Go On", FIRST, "Palace Ties", "The two sides met.", SECOND)
    # The third is a heading; that it is none of what somebody says is all that is asked.
    assert of[2] in ("heading", "furniture")
    assert (*of[:2], *of[3:]) == ("headline", "paragraph", "paragraph", "paragraph")
    assert made.fields["date"] == "2031-03-03"
    assert made.outlet == made.byline == "Norland News"
    assert "Author title" not in made.fields
    assert made.text.startswith("Palace Says Talks Go On\n\nNorland has")


def test_a_title_of_its_own_comes_on_top_without_a_raw_place():
    made = article(FIRST, {"title": "Talks go on", "outlet": "Courier"}, "application/jsonl")
    assert made.text == f"Talks go on\n\n{FIRST}"
    assert made.text_map == ((13, 0, len(FIRST)),)
    assert kinds(made)[0] == ("headline", "Talks go on")


def test_a_title_that_the_text_repeats_counts_once():
    text = f"Talks go on\n\nTalks go on\n\n{FIRST}"
    made = article(text, {"title": "Talks go on"}, "application/jsonl")
    assert made.text == text
    assert [kind for kind, _ in kinds(made)] == ["headline", "furniture", "paragraph"]


def test_a_title_repeated_above_a_long_lead_is_no_subheadline():
    title = "Guild urges harbours to allow more ferries in winter"
    text = f"{title}\n\nThe Ferry Guild called on Tuesday for harbours to keep their gates open. {FIRST}\n\n{SECOND}"
    made = article(f"{title}\n\n{text}", {"title": title}, "application/jsonl")
    assert [kind for kind, _ in kinds(made)] == ["headline", "furniture", "paragraph", "paragraph"]


def test_a_headline_with_an_added_full_stop():
    made = article(f"Voss ‘Not Ready’ to Reopen the Port of Velm.\n\n{FIRST}\n\n{SECOND}")
    assert made.title == "Voss ‘Not Ready’ to Reopen the Port of Velm"
    assert made.blocks[0].kind == "headline"


def test_a_first_sentence_is_no_headline():
    made = article(f"The port will stay shut, the ministry said on Tuesday.\n\n{FIRST}\n\n{SECOND}")
    assert made.title is None
    assert {kind for kind, _ in kinds(made)} == {"paragraph"}


def test_byline_date_and_furniture_around_the_body():
    made = article(
        "Home > World > North\nPalace says talks go on\nBy Ada Voss\nMarch 3, 2031 10:31 GMT\n"
        f"{FIRST}\n{SECOND}\nRead more: The port in pictures\nShare on Facebook\n"
        "(Reporting by Jon Oda; Editing by Mia Lund)\nCopyright 2031 Norland Courier. All rights reserved."
    )
    assert made.title == "Palace says talks go on"
    assert made.byline == "Ada Voss"
    assert made.fields["date"] == "March 3, 2031 10:31 GMT"
    assert [kind for kind, _ in kinds(made)] == [
        "furniture", "headline", "furniture", "furniture", "paragraph", "paragraph",
        "furniture", "furniture", "furniture", "furniture",
    ]  # fmt: skip
    assert made.credit.startswith("Reporting by Jon Oda")


def test_headings_between_paragraphs():
    made = article(f"{FIRST}\n\nA port on the edge\n\n{SECOND} It has done so for years.\n\n{FIRST}")
    assert [kind for kind, _ in kinds(made)] == ["paragraph", "heading", "paragraph", "paragraph"]


def test_a_transcript_keeps_its_lines():
    made = article(
        "Q: Why has the port been shut for so long?\nA: Because nobody has paid for the repairs.\n" * 4
    )
    assert {kind for kind, _ in kinds(made)} == {"paragraph"}
    assert len(made.blocks) == 8


def test_outlets_from_the_address_and_never_from_a_name_of_a_file():
    assert (
        article(FIRST, {"url": "https://www.norland-courier.example/a/b"}).outlet == "norland-courier.example"
    )
    assert article(FIRST).outlet is None
    assert article(f"VELM (AP) — {FIRST}", {"outlet": "The Courier"}).outlet == "The Courier"
    assert article(FIRST, {"byline": "Courier Staff Writer"}).outlet is None


def test_language_is_told_or_left_open():
    assert article(FIRST).language == "en"
    german = "Die Regierung hat am Montag erklärt, dass die Gespräche über den Hafen weitergehen würden. " * 3
    assert article(german).language == "de"
    assert article("Talks go on, she said. Good.").language is None
    assert article("Talks go on, she said. Good.", {"language": "en-GB"}).language == "en"


def test_the_id_is_that_of_the_content():
    one = article(FIRST, {"outlet": "A"})
    assert one.id == article(FIRST, {"outlet": "A"}).id
    assert one.id != article(FIRST, {"outlet": "B"}).id
    assert one.id != article(FIRST + " More.", {"outlet": "A"}).id


def test_markdown_with_front_matter():
    made = article(
        f"---\ntitle: Talks go on\ndate: 2031-03-03\n---\n\n# Talks go on\n\n{FIRST}\n\n## The port\n\n{SECOND} {FIRST}\n\n***\n\n{FIRST}"
    )
    assert made.title == "Talks go on"
    assert made.fields["date"] == "2031-03-03"
    assert [kind for kind, _ in kinds(made)] == [
        "headline",
        "paragraph",
        "heading",
        "paragraph",
        "furniture",
        "paragraph",
    ]


@pytest.mark.parametrize(
    ("top", "title", "outlet", "byline"),
    [
        (
            "[Velm Courier, 3 March 2031] Port stays shut for now",
            "Port stays shut for now",
            "Velm Courier",
            None,
        ),
        ("2031-03-03 Velm Courier: Port stays shut for now", "Port stays shut for now", "Velm Courier", None),
        (
            "The Sunday Velm, March 3 2031\nPort stays shut for now",
            "Port stays shut for now",
            "The Sunday Velm",
            None,
        ),
        (
            "Port stays shut for now - Velm Courier\nMarch 3, 2031",
            "Port stays shut for now",
            "Velm Courier",
            None,
        ),
        (
            "Velm Courier\nPort stays shut for now\nAuthor of the article:Ida Orr\nPublished Mar 03, 2031",
            "Port stays shut for now",
            "Velm Courier",
            "Ida Orr",
        ),
        (
            "Velm Courier\nStart > Politik\nPort stays shut for now\nStand: 03.03.2031\nVon: Ida Orr\nDrucken\nTeilen",
            "Port stays shut for now",
            "Velm Courier",
            "Ida Orr",
        ),
    ],
)
def test_heads_of_papers_own_pages(top, title, outlet, byline):
    made = article(f"{top}\n\n{FIRST}\n\n{SECOND}")
    assert (made.title, made.outlet, made.byline) == (title, outlet, byline)


def test_a_title_that_a_field_gives_goes_without_the_site_where_the_text_has_it_so():
    body = "The ferry will not sail before the harbour is dredged, the council of Oskhaven said on Monday."

    def read(title, text, **fields):
        raw = RawDocument(
            "a.json", 0, "", "application/json", text, Span(0, len(text)), {"title": title, **fields}
        )
        article = clean(raw)
        return article.title, article.outlet

    site = "Ferry stays in harbour - Velm Courier"
    assert read(site, f"Ferry stays in harbour\n\n{body}") == ("Ferry stays in harbour", "Velm Courier")
    assert read(site, body, outlet="Velm Courier") == ("Ferry stays in harbour", "Velm Courier")
    assert read(site, body) == ("Ferry stays in harbour", "Velm Courier")
    assert read("Ferry stays in harbour - again", body) == ("Ferry stays in harbour - again", None)


@pytest.mark.parametrize("outlet", ["Velm Courier", "The Velm Courier"])
@pytest.mark.parametrize("behind", ["Velm Courier", "The Velm Courier"])
def test_an_article_before_a_papers_name_makes_no_other_paper_of_it(outlet, behind):
    text = "The ferry will not sail before the harbour is dredged, the council of Oskhaven said on Monday."
    fields = {"title": f"Ferry laid up | {behind}", "outlet": outlet}
    article = clean(RawDocument("a.json", 0, "", "application/json", text, Span(0, len(text)), fields))
    assert article.title == "Ferry laid up"
    assert article.text.startswith("Ferry laid up\n")


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("Ep. 40 - Why the canal froze", "Why the canal froze"),
        ("S3 E11 | The port of silence", "The port of silence"),
        ("Forty: why the canal froze", "Forty: why the canal froze"),
    ],
)
def test_the_number_of_a_series_part_is_no_part_of_its_title(top, title):
    assert article(f"{top}\n3 May 2031\n\n{FIRST}\n\n{SECOND}").title == title
