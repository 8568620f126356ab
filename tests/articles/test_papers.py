"""Which paper the lines name: signs add up, a picture's credit counts nothing, and what is weak stays unknown."""

from __future__ import annotations

import pytest

from onrecord.articles import clean
from onrecord.articles.bylines import names_of, names_with_role
from onrecord.articles.imprints import date_of, names_in
from onrecord.articles.marked import Marked
from onrecord.articles.papers import candidates, paper_in
from onrecord.records import RawDocument, Span

BODY = ("body", "The ferry will not sail before the harbour is dredged, the council of Oskhaven said.")


def marked(*lines):
    at, found = 0, []
    for label, content in lines:
        found.append(Marked(label, Span(at, at + len(content)), content))
        at += len(content) + 1
    return found


def paper(*lines):
    found = marked(*lines)
    front = next((n for n, line in enumerate(found) if line.label == "body"), len(found))
    return paper_in(found[:front], found)


def signs_of(name, *lines):
    found = marked(*lines)
    return dict(candidates(found, found))[name]


@pytest.mark.parametrize(
    "lines",
    [
        [("masthead", "Lantern Row"), BODY, ("legal", "© 2031 Lantern Row")],
        [
            ("section", "Lantern Row"),
            BODY,
            ("legal", "© 2031 Lantern Row"),
            ("share", "Subscribe to Lantern Row"),
        ],
        [
            ("byline", "By Ilka Venn"),
            BODY,
            ("contact", "ilka@lanternrow.example"),
            ("legal", "About Lantern Row"),
        ],
        [("outlet", "Ilka Venn, Lantern Row Courier, 3 May 2031"), BODY],
    ],
)
def test_what_agrees_names_the_paper(lines):
    assert (paper(*lines) or "").startswith("Lantern Row")


@pytest.mark.parametrize(
    ("name", "outlet"),
    [("Hong Kong", None), ("São Paulo", None), ("Mexico City", None), ("Harbour Kong", "Harbour Kong")],
)
def test_a_known_place_on_a_line_with_the_day_is_no_paper(name, outlet):
    text = (
        f"Ferry will not sail before May\n\n{name} | April 16, 2031\n\n{BODY[1]}\n\nThe mayor said no more."
    )
    assert clean(RawDocument("a.txt", 0, "", "text/plain", text, Span(0, len(text)))).outlet == outlet


def test_what_is_weak_names_none():
    assert paper(("navigation", "Harbours"), ("section", "Ferries"), BODY) is None
    assert paper(("caption", "The quay at Oskhaven. Lantern Courier"), BODY) is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("SPORT | CURLING", None),
        ("SPORT | CURLING NEWS", "CURLING NEWS"),
        ("Lantern Otters 3, Velm Kings 2 (OT)", None),
    ],
)
def test_a_part_of_a_section_and_a_score_name_no_paper(line, outlet):
    assert paper(("masthead", line), ("headline", "Otters asleep"), BODY) == outlet


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("OSKBLADET ENGLISH EDITION", "OSKBLADET"),
        ("Osk Times, Weekend Edition", "Osk Times"),
        ("ENGLISH EDITION", None),
    ],
)
def test_an_edition_is_its_papers(line, outlet):
    assert paper(("masthead", line), ("date", "3 May 2031"), ("headline", "Ferry laid up"), BODY) == outlet


def test_an_address_that_bears_the_name_speaks_for_it():
    lines = [("section", "Lantern Row"), ("contact", "Write to news@lanternrow.example"), BODY]
    assert signs_of("Lantern Row", *lines)["host"] == 1.0
    assert signs_of("Lantern Row", lines[0], BODY)["host"] == 0.0


def test_an_agency_that_opens_the_body_is_a_candidate():
    names = [
        name for name, _ in candidates([], marked(("body", "(Lanternline) -- The ferry will not sail.")))
    ]
    assert names == ["Lanternline"]


@pytest.mark.parametrize(
    ("said_below", "outlet"), [("the OSB told the town", None), ("the port told the town", "OSB")]
)
def test_whoever_speaks_below_is_no_paper_behind_the_headline(said_below, outlet):
    assert (
        paper(("headline", "Ferry found off Oskhaven — OSB"), ("body", f"It was found, {said_below}."))
        == outlet
    )


def test_names_between_bars_and_days():
    assert list(names_in("Fri, Jan 9, 2031 | Channel Osk | Ilka Venn")) == ["Channel Osk", "Ilka Venn"]
    assert list(names_in("The Tarn Sun • Dec. 24, 2031")) == ["The Tarn Sun"]
    assert list(names_in("Quelle: Osk Spiegel vom 07.05.2031, Nr. 105, S. 2")) == ["Osk Spiegel"]


def test_a_byline_wins_over_a_desk_and_over_a_paper_on_lines_of_their_own():
    text = (
        "Ferry stays in port\n\nLantern Newswires\nJuly 15, 2031 06:30 ET\n\nBy Ilka Venn\n\n"
        "The ferry will not sail before the harbour is dredged, the council of Oskhaven said on Monday.\n\n"
        "It has lain at the quay since March, and nobody knows who is to pay for the work, she added."
    )
    made = clean(RawDocument("a.txt", 0, "0" * 64, "text/plain", text, Span(0, len(text)), {}))
    assert made.byline == "Ilka Venn"


def test_the_carets_of_a_wire_name_its_parts():
    text = (
        "a0214\nr i bc-ferry   05-03 0240\n^BC-Osk-Ferry,240<\n^Ferry stays in port<\n^By ILKA VENN=\n^Lanternline=\n"
        "    OSKHAVEN (Lanternline) _ The ferry will not sail before the harbour is dredged, the council said."
    )
    made = clean(RawDocument("a.txt", 0, "0" * 64, "text/plain", text, Span(0, len(text)), {}))
    assert (made.title, made.byline) == ("Ferry stays in port", "ILKA VENN")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("8-Feb-2031", "8-Feb-2031"),
        ("2031-02-08T06:02:00Z", "2031-02-08T06:02:00Z"),
        ("2031年2月8日", "2031年2月8日"),
        ("Publié le 08/02/2031 à 06h02", "Publié le 08/02/2031 à 06h02"),
        ("The ferry of 8. 2. 2031", "8. 2. 2031"),
    ],
)
def test_days_as_the_worlds_papers_write_them(line, day):
    assert date_of(line) == day


@pytest.mark.parametrize(
    "line",
    [
        "Venn, Ilka",
        "A report by Ilka Venn",
        "Special to The Courier By Ilka Venn",
        "Submitted by Ilka Venn on Sat, 12/02/2031",
    ],
)
def test_names_as_catalogues_and_desks_write_them(line):
    assert names_of(line) == "Ilka Venn"


def test_an_address_gives_way_to_the_name_that_it_has():
    lines = (("masthead", "ona.example"), ("headline", "Ferry laid up"), ("date", "4 March 2031"))
    dated = ("body", "Velm, March 4 (ONA) -- The ferry will not sail before the harbour is dredged.")
    assert paper(*lines, BODY) == "ona.example"
    assert paper(*lines, dated, ("legal", "© 2031 ona.example")) == "ONA"


def test_catalogues_write_papers_small_and_senders_have_their_address():
    dated = "The Velm herald. (Velm, Osk), April 20, 1921, Page 3, Image 3"
    assert paper(("outlet", dated), ("headline", "FERRY LAID UP"), BODY) == "The Velm herald"
    sent = "Velm Record <news@velmrecord.example> Thu, Feb 11, 2031 at 6:04 AM"
    assert paper(("headline", "Ferry laid up"), ("date", sent), BODY) == "Velm Record"


@pytest.mark.parametrize(
    ("lines", "outlet", "byline"),
    [
        ("Ferry laid up\n4 March 2031\nAda Lorrimer", None, "Ada Lorrimer"),
        ("Ferry laid up\nAda Lorrimer\n4 March 2031", None, "Ada Lorrimer"),
        ("Velm Courier\nFerry laid up\n4 March 2031\nAda Lorrimer", "Velm Courier", "Ada Lorrimer"),
    ],
)
def test_a_persons_name_below_the_headline_is_no_papers(lines, outlet, byline):
    text = f"{lines}\n\n{BODY[1]}\n\n“We have asked for a dredger,” said Mo Abelt, who leads the council.\n"
    article = clean(RawDocument("a.txt", 0, "", "text/plain", text, Span(0, len(text)), {}))
    assert (article.outlet, article.byline) == (outlet, byline)


def article_of(front, back=""):
    prose = f"{BODY[1]}\n\n“We have asked for a dredger,” said Mo Abelt, who leads the council.\n\nThe council meets again on Thursday."
    text = f"{front}\n\n{prose}\n\n{back}\n"
    return clean(RawDocument("a.txt", 0, "", "text/plain", text, Span(0, len(text)), {}))


def test_a_writer_is_no_paper_however_often_the_lines_say_the_name():
    front = "Velm Record\nFerry laid up until the summer\nBy Anne Coe acoe@velmrecord.example\nAug 21, 2028"
    found = article_of(front, "Anne Coe\nReporter\nAuthor email\nFollow Anne Coe")
    assert (found.outlet, found.byline) == ("Velm Record", "Anne Coe")


def test_a_name_with_a_role_is_no_headline():
    found = article_of(
        "Ferry laid up until the summer\nMoss Ewing, education correspondent\nDaily Slate\n11 March 2031"
    )
    assert (found.title, found.byline) == ("Ferry laid up until the summer", "Moss Ewing")
    assert names_with_role("Velm Ferries, a company") is None
    assert names_with_role("Ida Orr, who was the editor") is None


def test_a_source_below_the_body_gives_its_day():
    found = article_of(
        "Text of report by Radio Skarby on 9 May\n\nFerry laid up until the summer",
        "Source: Radio Skarby, in Norlandic 0600 gmt 9 May 22",
    )
    assert found.outlet == "Radio Skarby"
    assert found.fields["date"] == "9 May 22"


def test_who_says_what_a_headline_tells_is_no_paper():
    def names(headline):
        found = marked(("headline", headline), BODY)
        return [name for name, _ in candidates(found[:1], found)]

    assert names("DOCKERS TO STRIKE ON MONDAY - UNION") == []
    assert names("DOCKERS TO STRIKE ON MONDAY - NEWSLINE") == ["NEWSLINE"]
    assert names("Dockers to strike on Monday — deputy ports minister") == []
    assert names("Dockers to strike on Monday — Ports Ministry") == []
    assert names("Dockers to strike on Monday — sources in the port") == []
    assert names("Dockers to strike on Monday | Ports Ministry") == ["Ports Ministry"]
    assert names("Dockers to strike on Monday — Velm News Agency") == ["Velm News Agency"]
    assert names("Dockers to strike on Monday — velm.example") == ["velm.example"]


@pytest.mark.parametrize(
    ("heading", "line", "wanted"),
    [
        ("Remarks by Minister Ilka Venn at the harbour", "Oskhaven, 3 May 2031", None),
        ("Speech by Ilka Venn", "Oskhaven, 3 May 2031", None),
        ("Harbour to close", "Oskhaven, 3 May 2031", "Oskhaven"),
        ("Remarks by Minister Ilka Venn at the harbour", "Oskhaven Courier, 3 May 2031", "Oskhaven Courier"),
        ("Remarks by Minister Ilka Venn at the harbour", "Ports Ministry, 3 May 2031", "Ports Ministry"),
    ],
)
def test_where_a_speech_was_given_is_no_paper(heading, line, wanted):
    assert paper(("headline", heading), ("outlet", line), BODY) == wanted


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("3 May 2031 by Ilka Venn for Lantern Row", "Lantern Row"),
        ("3 May 2031 by Ilka Venn", None),
        ("Languages: Lantern Row", None),
        ("Source: Lantern Row", "Lantern Row"),
    ],
)
def test_a_name_behind_a_writer_or_a_source_may_be_the_paper_one_behind_another_label_is_less(line, named):
    found = dict(candidates(marked(("outlet", line)), marked(("outlet", line), BODY)))
    told = {name for name, signs in found.items() if not signs.get("other label")}
    assert told == ({named} if named else set())


def test_what_an_aggregator_sets_before_a_text_is_whose_it_is():
    relayed = ("body", "(MWAFN - Coast Courier) The ferry will not sail in May, the board said.")
    assert "Coast Courier" in dict(candidates([], marked(relayed)))
    assert "Coast Courier" not in dict(candidates([], marked(("body", relayed[1].replace("(", "")))))


def test_who_hands_on_a_text_has_no_right_in_it():
    (line,) = marked(("legal", "© 2031 Lantern Row Provided by SyndiFeed Media Inc."))
    assert "Lantern Row" in dict(candidates([line], [line]))


def test_what_somebody_did_for_an_article_is_no_paper():
    for line, named in (("Words: Ilka Venn. Skarnet: Tom Frei", False), ("Words: Ilka Venn. Skarnet", True)):
        (found,) = marked(("byline", line))
        assert ("Skarnet" in dict(candidates([found], [found]))) is named


@pytest.mark.parametrize(
    ("name", "wanted"), [("The Leskara Republic", "The Leskara Republic"), ("Republic of Leskara", None)]
)
def test_a_state_above_a_release_is_no_paper(name, wanted):
    assert paper(("outlet", name), ("date", "3 May 2031"), ("headline", "The weir opens"), BODY) == wanted


STORM = (
    "The storm brought down pylons near {} on Sunday, and 60,000 homes had no electricity in the morning.\n\n"
    "“The wind took the roof, and then it took the pump,” said Ida Orr, who runs the works at Velm.\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "Sant Aubel, April 16, 2031",
        "By Nora Quill, Sant Aubel\n16 April 2031",
        "Nora Quill in Sant Aubel APRIL 16 2031",
    ],
)
def test_a_town_of_which_the_text_tells_is_neither_paper_nor_writer(line):
    found = told(f"Storm leaves 60,000 without power\n{line}\n\n{STORM.format('Sant Aubel')}")
    assert (found.outlet, found.fields["date"].upper().count("APRIL")) == (None, 1)
    assert found.byline == ("Nora Quill" if "Quill" in line else None)


def test_what_sounds_like_a_paper_is_one_whatever_the_text_tells():
    head = "Storm leaves 60,000 without power\nSant Aubel Herald, April 16, 2031"
    assert told(f"{head}\n\n{STORM.format('Sant Aubel Herald')}").outlet == "Sant Aubel Herald"


def told(text):
    return clean(RawDocument("a.txt", 0, "0" * 64, "text/plain", text, Span(0, len(text))))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("20310416", "20310416"),
        ("Olm Herald, 20310416, p. 4", "20310416"),
        ("20311916", None),
        ("Sat., April 19, 2031 | 4 min. read", "April 19, 2031"),
        ("Sat., April 19, 2031 | 4 min. read\nArticle was updated April 20, 2031", "April 19, 2031"),
    ],
)
def test_a_day_in_figures_alone_or_beside_how_long_it_takes_to_read(line, day):
    found = told(f"Storm leaves 60,000 without power\n{line}\n\n{STORM.format('Velm')}")
    assert (found.fields.get("date"), found.byline) == (day, None)


TITLED = ("headline", "Mill owners agree to talks")


@pytest.mark.parametrize(
    ("above", "outlet"),
    [
        ("Karst Echo", "Karst Echo"),
        ("Tolvan", "Tolvan"),
        ("COMPLAINT", None),
        ("Episode 212", None),
        ("Ruling Overturned", None),
    ],
)
def test_words_of_which_one_line_speaks_and_nothing_else_name_no_paper(above, outlet):
    assert paper(("outlet", above), TITLED, BODY) == outlet


def test_such_words_name_one_where_the_foot_says_so():
    assert paper(("masthead", "Complaint"), TITLED, BODY, ("legal", "© 2031 Complaint")) == "Complaint"


@pytest.mark.parametrize(
    ("line", "outlet"), [("Tolvan, 24 April 2031", "Tolvan"), ("TOLVAN, 24 April 2031", None)]
)
def test_capitals_before_the_day_are_a_place(line, outlet):
    assert paper(TITLED, ("outlet", line), BODY) == outlet


@pytest.mark.parametrize(
    ("opening", "outlet"), [("Karst Post — The ferry", "Karst Post"), ("Karst — The ferry", None)]
)
def test_a_papers_name_and_a_dash_may_open_a_text(opening, outlet):
    assert paper(("body", f"{opening} was laid up after a crack was found in its hull.")) == outlet


@pytest.mark.parametrize("behind", ["", " and news agencies", " with agencies"])
def test_agencies_behind_a_name_are_no_part_of_it(behind):
    assert paper(BODY, ("outlet", f"Source: Al Velm English{behind}")) == "Al Velm English"


@pytest.mark.parametrize(("key", "outlet"), [("Outlet", "Karst Wochenblick"), ("Client", "CLIP MONITOR")])
def test_a_field_for_the_outlet_names_it_above_whoever_collects(key, outlet):
    record = [("record", f"{key}: Karst Wochenblick (print edition)"), ("record", "Author: Ilka Venn")]
    assert paper(("record", "CLIP MONITOR"), *record, TITLED, BODY) == outlet


@pytest.mark.parametrize(
    ("full", "outlet"), [("WEST RIDGE EXAMINER", "WEST RIDGE EXAMINER"), ("WEST RIDGE", "Examiner")]
)
def test_a_papers_last_word_is_the_paper(full, outlet):
    lines = [
        ("outlet", f"From the {full}, 8 February 1968"),
        TITLED,
        ("outlet", "Examiner Correspondent"),
        BODY,
    ]
    assert paper(*lines) == outlet


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("This story was first published by Lantern Herald. Read the original here.", "Lantern Herald"),
        ("The story was to be published by Lantern Herald, the mayor said, and it was not.", None),
    ],
)
def test_a_line_about_the_article_names_its_paper_though_it_was_taken_for_body(line, outlet):
    assert paper(TITLED, BODY, ("body", line)) == outlet


def test_the_title_of_a_series_part_is_no_paper():
    assert paper(("headline", "S3 E11 | The Ministry of Silence"), BODY) is None
    assert paper(("headline", "Ferry laid up for good | The Ministry of Silence"), BODY) is not None
