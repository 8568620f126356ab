"""Who wrote it, whatever the trade's way of saying so."""

from __future__ import annotations

import pytest

from onrecord.articles import clean
from onrecord.articles.bylines import is_desk, is_person, names_of, reporters_of, signed_by, writers_in
from onrecord.records import RawDocument, Span

LINES = {
    "By Nora Quill": "Nora Quill",
    "by Nora Quill, Dell Arrow and Una Farrow": "Nora Quill, Dell Arrow, Una Farrow",
    "By Nora Quill in Ostrey and Dell Arrow in Penlow": "Nora Quill, Dell Arrow",
    "Nora Quill & Dell Arrow | Harbour correspondents": "Nora Quill, Dell Arrow",
    "Words by Nora Quill, pictures by Dell Arrow": "Nora Quill",
    "By NORA QUILL and DELL ARROW": "NORA QUILL, DELL ARROW",
    "By Nora Quill for the Ostrey Herald": "Nora Quill",
    "By Nora van der Quill-Arrow, Harbour Editor": "Nora van der Quill-Arrow",
    "Reported by Nora Quill; edited by Dell Arrow": "Nora Quill",
    "Posted by Nora Quill on 5 June 2018 | 4 comments": "Nora Quill",
    "By Nora Quill · Published 3 March 2021": "Nora Quill",
    "By Nora Quill (nora@ostreyherald.example)": "Nora Quill",
    "By Staff and agencies": "Staff and agencies",
    "NORA QUILL / DELL ARROW": "NORA QUILL, DELL ARROW",
    "Ostrey Herald, 3 May 2031. By Nora Quill": "Nora Quill",
    "Von Nora Quill": "Nora Quill",
    "By our harbour correspondent Nora Quill": "Nora Quill",
    "Updated by Nora Quill on 3 March 2031, 9:00 a.m.": "Nora Quill",
    "Kim Min-jae and Nora Quill": "Kim Min-jae, Nora Quill",
    "By João da Costa e Silva": "João da Costa e Silva",
    "By Nora Quill 4 min read": "Nora Quill",
    "By Nora Quill et al.": "Nora Quill",
    "Nora Quill; Dell Arrow": "Nora Quill, Dell Arrow",
    "By Nora Quill Fox News": "Nora Quill",
    "Nora Quill Ostrey Herald": "Nora Quill",
    "By Nora Quill, CNN Business": "Nora Quill",
    "By Nora Quill, University of Velm": "Nora Quill",
    "By Nora Quill, New York": "Nora Quill",
    "Karst: Nora Quill": "Nora Quill",
    "Opinion | Nora Quill": "Nora Quill",
    "Nora Quill and Dell Arrow are staff writers at the Ostrey Herald.": "Nora Quill, Dell Arrow",
}


@pytest.mark.parametrize("line", LINES)
def test_the_names_in_a_byline(line):
    """Roles, places, papers, dates and other tasks are left out; particles and hyphens stay."""
    assert names_of(line) == LINES[line]


@pytest.mark.parametrize("task", ["Photo", "Graphics", "Translation", "Illustration"])
def test_who_made_the_pictures_or_the_words_anew_did_not_write(task):
    assert names_of(f"{task}: Nora Quill") is None


def test_whose_picture_it_is_by_who_sells_it():
    assert names_of("Nora Quill/Getty Images") is None
    assert names_of("Nora Quill/Ostrey Herald") == "Nora Quill"


@pytest.mark.parametrize(
    ("paper", "person"),
    [("Al Jazeera", "Al Jansen"), ("Mother Jones", "Mary Jones"), ("New York", "Newton York")],
)
def test_a_known_paper_or_place_is_nobody(paper, person):
    assert is_person(person)
    assert not is_person(paper)


def test_a_name_that_goes_on_behind_brackets_is_no_writers():
    assert names_of("Ferry Safety (Inspection) Bill") is None
    assert signed_by("Ferry Safety (Inspection) Bill") is None
    assert not is_person("Official Report")
    assert names_of("Nora Quill (Ostrey Herald)") == "Nora Quill"
    assert names_of("By Nora Quill (Ostrey) and Dell Arrow (Penlow) Skerry") is not None


def test_a_line_without_a_name_names_nobody():
    """None beats a guess."""
    assert names_of("By the river that nobody crosses any more on a Sunday") is None
    assert not is_person("Harbour Editor")
    assert not is_person("Ostrey Herald")
    assert not is_person("Hi Margit")
    assert is_person("Hiro Margit")
    assert is_desk("Newsroom")


@pytest.mark.parametrize(
    ("given", "byline"),
    [
        ("Quist, Per", "Per Quist"),
        ("van der Berg, Ida M.; Holm-Orr, Per", "Ida M. van der Berg, Per Holm-Orr"),
        ("Ida Holm, Per Quist", "Ida Holm, Per Quist"),
        ("Ida Holm; Per Quist", "Ida Holm; Per Quist"),
    ],
)
def test_a_catalogues_last_name_comes_last_again(given, byline):
    text = "The mayor dropped the plan for a second tram line. Nobody was surprised."
    raw = RawDocument("a.txt", 0, "", "text/plain", text, Span(0, len(text)), {"byline": given})
    assert clean(raw).byline == byline


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Nora Quill and Dell Arrow", "Nora Quill, Dell Arrow"),
        ("Nora Quill for the Ostrey Herald", "Nora Quill"),
        ("Nora Quill @ostreyherald", "Nora Quill"),
        ("Nora Quill reports, 3 May 2031", "Nora Quill"),
        ("— Nora Quill", "Nora Quill"),
        ("Ostrey Herald, page 3 | 3 May 2031 | Nora Quill, Harbour Correspondent", "Nora Quill"),
        ("Ostrey Herald, page 3 | 3 May 2031 | Nora Quill, Staff Reporter", "Nora Quill"),
        ("Nora Quill", None),  # whoever that is
        ("Climate Change", None),
        ("Nora Quill and the harbour board", None),
        ("Nora Quill wins for Ostrey", None),
    ],
)
def test_a_line_that_signs_and_does_nothing_else(line, names):
    assert signed_by(line) == names


def test_a_part_of_a_line_says_who_wrote():
    assert writers_in("Ostrey Herald | 3 May 2031 | By Nora Quill (nora@ostrey.example)") == "Nora Quill"
    assert writers_in("From the Ostrey Herald | 3 May 2031") is None


FRONTS = {
    "Ferry laid up in May\n3 May 2031 | By Nora Quill": "Nora Quill",
    "Ferry laid up in May\nNora Quill and Dell Arrow\n3 May 2031": "Nora Quill, Dell Arrow",
    "Nora Quill | Ostrey Herald\nFerry laid up in May\n3 May 2031": "Nora Quill",
    "Ostrey Herald, 3 May 2031\nFerry laid up in May\nNora Quill\nStaff reporter": "Nora Quill",
}


@pytest.mark.parametrize("front", FRONTS)
def test_who_signs_is_found_among_the_parts_of_lines_and_is_no_title(front):
    text = (
        f"{front}\n\nThe ferry will not sail in May, the harbour board said on Monday night after a long meeting.\n\n"
        "Two cracks were found in her side by a diver, who had been sent for another reason.\n\n"
        "Nobody knows when she will sail again, the board said, and nobody has asked the islands."
    )
    article = clean(RawDocument("a.txt", 0, "", "text/plain", text, Span(0, len(text))))
    assert (article.title, article.byline) == ("Ferry laid up in May", FRONTS[front])


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("(Reporting by M. Sorley; Editing by T. Haas)", "M. Sorley"),
        ("(Reporting by Nora Quill in Ostrey. Editing by Dell Arrow)", "Nora Quill"),
        ("Reporting by Nora Quill and J. B. Farrow", "Nora Quill, J. B. Farrow"),
        ("(Additional reporting by Nora Quill)", None),
    ],
)
def test_an_initials_stop_does_not_end_who_reported(credit, names):
    assert reporters_of(credit) == names


@pytest.mark.parametrize(
    ("below", "byline"),
    [
        ("— Anna Orr, Tarnby Courier", "Anna Orr"),
        ("— Anna Orr and Jo Lind", "Anna Orr, Jo Lind"),
        ("(Anna Orr)", "Anna Orr"),
        ("— The Tarnby council", None),
    ],
)
def test_who_signs_below_an_article_wrote_it(below, byline):
    text = (
        "Second tram line dropped after council vote\n\n3 May 2031\n\n"
        "The mayor dropped the plan for a second tram line on Monday. Nobody was surprised, since the council "
        f'had voted against it three times.\n\n"The money is not there," Mayor Ilka Brill said.\n\n{below}\n'
    )
    assert clean(RawDocument("in.txt", 0, "0" * 64, "text/plain", text, Span(0, len(text)))).byline == byline
