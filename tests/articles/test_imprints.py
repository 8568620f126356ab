"""Which paper and which day a line gives, in the usual orders and separators."""

from __future__ import annotations

import pytest

from onrecord.articles.imprints import date_of, is_moved, names_in, paper_of, sounds_like_a_paper

LINES = {
    "Ostrey Herald, 3 November 2022": ("Ostrey Herald", "3 November 2022"),
    "Ostrey Herald | March 9, 2021 | Local": ("Ostrey Herald", "March 9, 2021"),
    "Ostrey Herald - 14/06/2019": ("Ostrey Herald", "14/06/2019"),
    "THE OSTREY HERALD": ("THE OSTREY HERALD", None),
    "Ostrey Evening Herald                 Friday 17 February 2023": (
        "Ostrey Evening Herald",
        "17 February 2023",
    ),
    "Source: Ostrey Herald": ("Ostrey Herald", None),
    "First published in the Ostrey Herald on 5 May 2011": ("Ostrey Herald on", "5 May 2011"),
    "© 2021 Ostrey Herald. All rights reserved": ("Ostrey Herald", None),
    "29.05.2015, Ostrey Herald, page 7": ("Ostrey Herald", "29.05.2015"),
}


@pytest.mark.parametrize("line", LINES)
def test_paper_and_day_of_a_line(line):
    """The name is the first part that is no date, no section and no page."""
    paper, day = LINES[line]
    found = paper_of(line)
    assert found is not None
    assert found.removesuffix(" on") == paper.removesuffix(" on")
    assert date_of(line) == day


def test_a_line_that_is_only_a_date_is_kept_as_written():
    """Clock and zone are part of what was written; a second date is not."""
    assert date_of("Published 3 March 2021, 10:31 GMT") == "Published 3 March 2021, 10:31 GMT"
    assert date_of("Published 3 March 2021 | Updated 4 March 2021") == "3 March 2021"
    assert date_of("Sections and weather") is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("02/17/2031February 17, 2031", "02/17/2031"),
        ("6:00pm, 10 Feb 2031Updated: 8:17pm, 11 Feb 2031", "10 Feb 2031"),
        (
            "May 3, 2031 at 6:00 a.m. ESTToday at 6:00 a.m. EST",
            "May 3, 2031 at 6:00 a.m. EST Today at 6:00 a.m. EST",
        ),
        ("Jul 17, 2031 | Updated 10:12 a.m.", "Jul 17, 2031"),
        ("Updated Jul 17, 2031", "Updated Jul 17, 2031"),
    ],
)
def test_days_of_boxes_that_grew_together_and_hours_of_a_change_behind(line, day):
    assert date_of(line) == day


def test_a_day_that_is_part_of_a_papers_name():
    assert paper_of("Part of the Tarn Herald on Sunday") == "Tarn Herald on Sunday"
    assert paper_of("The Tarn Herald, Sunday 3 May 2031") == "The Tarn Herald"


@pytest.mark.parametrize("tail", ["and news agencies", "with AFP and Reuters", "and agencies"])
def test_agencies_behind_a_paper_are_no_part_of_its_name(tail):
    assert paper_of(f"Source: Ostrey Herald {tail}") == "Ostrey Herald"


def test_a_later_change_is_told_apart():
    """An update says by when, not when, an article was published."""
    assert is_moved("Last updated: 3 March 2021")
    assert not is_moved("3 March 2021")


def test_names_that_papers_bear():
    """A footer's company or a section is no paper."""
    assert sounds_like_a_paper("Ostrey Herald")
    assert sounds_like_a_paper("ostrey.example")
    assert not sounds_like_a_paper("Tidewater Holdings")
    assert paper_of("News | Politics") is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Last updated: 4 March 2021; Published: 3 March 2021", "Published: 3 March 2021"),
        (
            "Updated 9:40 a.m. ET, Published 6:04 a.m. ET March 3, 2021",
            "Published 6:04 a.m. ET March 3, 2021",
        ),
        ("By Ida Orr, Olm Herald, 11/02/2021 06:04 CET", "11/02/2021 06:04 CET"),
        ("Updated 4 March 2021", "Updated 4 March 2021"),
    ],
)
def test_the_day_of_publication_goes_before_that_of_a_change(line, day):
    assert date_of(line) == day


def test_what_leads_to_a_papers_name_is_none_of_it_wherever_it_stands():
    assert list(names_in("Ida Orr, Staff | From Wicken Gazette | 3 May 2021")) == [
        "Ida Orr",
        "Staff",
        "Wicken Gazette",
    ]


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("Olm Press Sports Writer", "Olm Press"),
        ("By Ida Orr, Olm Herald Chief Political Correspondent", "Olm Herald"),
        ("The Daily Reporter", "The Daily Reporter"),
    ],
)
def test_a_writer_s_role_is_no_part_of_the_paper_s_name(line, paper):
    assert paper in list(names_in(line))


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("May 3, 2031 (Ostrey Herald)", "Ostrey Herald"),
        ("No. 4711 Ostrey Herald Saturday 3 May 2031", "Ostrey Herald"),
        ("Source: Ostrey Herald/kg(rw)", "Ostrey Herald"),
        ("Ostrey Herald/Osk", "Ostrey Herald/Osk"),
        ("Saturday 3 May 2031 | News Release", None),
        ("Get it from Ostrey Herald", None),
        ("RIPRODUZIONE RISERVATA", None),
        ("Tous droits réservés", None),
        ("Droits et Terres", "Droits et Terres"),
    ],
)
def test_what_stands_around_a_papers_name_is_none_of_it(line, paper):
    assert next(names_in(line), None) == paper
