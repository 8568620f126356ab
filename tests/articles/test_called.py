"""Lines that speak of a paper by its name: whose a text is, who may read what there, who wrote for it."""

from __future__ import annotations

import pytest

from onrecord.articles.called import called_in, employers_in, passed_on_from, spoken_of, staffed_by


@pytest.mark.parametrize(
    ("line", "papers"),
    [
        ("Published by Sund Digital Services with permission from Ostrey Herald. For any query, write to us.", True),
        ("This article is republished from Ostrey Herald under a Creative Commons license.", True),
        ("Reprinted courtesy of the Ostrey Herald. All rights reserved.", True),
        ("Printed and published by Sund Newspapers Ltd for Ostrey Herald.", True),
        ("Shared via the Ostrey Herald app", True),
        ("This column appeared in the print edition of the Ostrey Herald on March 4, 2031.", True),
        ("A version of this essay appears in print on March 4, 2031, in Ostrey Herald.", True),
        ("From the newsroom of the Ostrey Herald", True),
        ("From the newsroom", False),
        ("Posted on Facebook", False),
        ("Published on Tuesday", False),
        ("Photo published with the story", False),
    ],
)  # fmt: skip
def test_whose_a_text_is(line, papers):
    assert list(passed_on_from(line)) == (["Ostrey Herald"] if papers else [])


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("Subscribe to Ostrey Herald", "Ostrey Herald"),
        ("Get the Ostrey Herald app", "Ostrey Herald"),
        ("Sign up for Ostrey Herald's morning newsletter", "Ostrey Herald"),
        ("Follow Ostrey Herald on WhatsApp", "Ostrey Herald"),
        ("Follow Ilka Venn on WhatsApp", None),
        ("Sign up for our Daily Newsletters", None),
        ("Contact Skarnet", "Skarnet"),
        ("Follow Skarnet", None),
        ("Why you can trust NPR", "NPR"),
        ("Why you can trust Skarnet", None),
        ("The Telegraph values your comments", "The Telegraph"),
        ("Get The New York Times's Daily Edition by email", "New York Times"),
        ("Get the Monitor Stories you care about", None),
        ("Skarnet is a reader-supported publication.", "Skarnet"),
        ("Skarnet is a town in the north.", None),
    ],
)
def test_what_a_reader_can_do_there(line, paper):
    assert next(called_in(line), None) == paper


def test_for_whom_somebody_writes_and_whose_staff_signs():
    assert list(employers_in("Ilka Venn covers courts for the Ostrey Herald.")) == ["Ostrey Herald"]
    assert not list(employers_in("Ilka Venn waited for the Ostrey Herald."))
    assert list(staffed_by("By Ostrey Herald Staff")) == ["Ostrey Herald"]
    assert not list(staffed_by("By Ostrey Herald"))


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("If you liked this, you can support the Guardian's journalism.", "The Guardian"),
        ("If they liked this, they can support the Guardian's journalism.", None),
        ("You can say that the Guardian came before Le Monde and the Guardian's critics.", None),
        ("You can see the Nation rise.", None),
    ],
)
def test_the_newsroom_of_which_a_page_speaks_to_its_reader(line, paper):
    assert next(spoken_of(line), None) == paper
