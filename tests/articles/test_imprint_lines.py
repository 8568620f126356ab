"""Paper and day on the headline's line, headlines of two lines, numbers of a press review, last words."""

from __future__ import annotations

import pytest

from onrecord.articles import clean
from onrecord.records import RawDocument, Span

BODY = """The ferry will not sail in May, the harbour board said on Monday night after a long meeting.

"We have found two cracks and we are not looking for a third," said Ida Orr, who chairs the board.

The next boat leaves from Penlow in June, if the crane there has been mended by then."""


def made(text):
    return clean(RawDocument("a.txt", 0, "", "text/plain", text, Span(0, len(text))))


@pytest.mark.parametrize(
    "tail", ["(Ostrey Herald, 3 May 2031)", "– Ostrey Herald – 2031-05-03", "| Ostrey Herald, May 3, 2031"]
)
def test_paper_and_day_behind_the_headline_are_no_part_of_it(tail):
    article = made(f"Ferry laid up for all of May {tail}\n\n{BODY}")
    assert (article.title, article.outlet) == ("Ferry laid up for all of May", "Ostrey Herald")
    assert "2031" in article.fields["date"]


def test_a_headline_that_goes_on_below_is_one():
    article = made(f"Ostrey Herald, 3 May 2031\n\nFerry laid up\nfor all of May\n\nBy Ida Quist\n\n{BODY}")
    assert article.title == "Ferry laid up for all of May"


def test_the_number_of_a_press_review_is_no_part_of_a_headline():
    assert (
        made(f"2. Ferry laid up for all of May\nOstrey Herald, 3 May 2031\n\n{BODY}").title
        == "Ferry laid up for all of May"
    )


def test_what_stands_between_headline_and_paper_belongs_to_a_part():
    text = "NORHAVEN, March 3 (Norwire) — Title: Talks go onPublished: 2031-03-03"
    article = made(text)
    end = 0
    for block in article.blocks:
        assert not article.text[end : block.start].strip()
        end = block.end
    assert not article.text[end:].strip()


def test_a_line_that_leads_to_an_article_is_not_its_headline():
    article = made(f"Check out this article from Ostrey Herald:\n\nFerry laid up for all of May\n\n{BODY}")
    assert (article.title, article.outlet) == ("Ferry laid up for all of May", "Ostrey Herald")


def test_a_paper_of_two_names_is_one():
    article = made(f"Ferry laid up for all of May\nBy Ida Quist, Ostrey Herald-Whig, May 3, 2031\n\n{BODY}")
    assert (article.byline, article.outlet) == ("Ida Quist", "Ostrey Herald-Whig")
