"""Who sent a message, what its subject is about, and what of it was forwarded, in the languages of mailers."""

from __future__ import annotations

import pytest

from onrecord.sources.mail_headers import forwarded, named

BODY = "The ferry will not sail in May, the board said. Two cracks were found."


@pytest.mark.parametrize(
    ("sender", "byline", "outlet"),
    [
        ("Ostrey Herald <alerts@send.example>", None, "Ostrey Herald"),
        ("Ostrey Herald [mailto:alerts@ostrey.example]", None, "Ostrey Herald"),
        ("Nora Quill from The Tidewater Letter <tidewaterletter@post.example>", "Nora Quill", "The Tidewater Letter"),
        ('"Nora Quill, Ostrey Herald" <nora@ostreyherald.example>', "Nora Quill", "Ostrey Herald"),
        ("Nora Quill <noraquill@home.example>", "Nora Quill <noraquill@home.example>", None),
        ("Sam Herald <sam@home.example>", "Sam Herald <sam@home.example>", None),
    ],
)  # fmt: skip
def test_a_sender_is_a_person_a_paper_or_both(sender, byline, outlet):
    fields = named({"from": sender})
    assert (fields.get("byline"), fields.get("outlet")) == (byline, outlet)


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Fwd: WG: Ferry laid up", "Ferry laid up"),
        ("[Ostrey Herald] Ferry laid up", "Ferry laid up"),
        ("[Exclusive] Ferry laid up", "[Exclusive] Ferry laid up"),
        ("Breaking: Ferry laid up", "Ferry laid up"),
        ("Retreat: ferry laid up", "Retreat: ferry laid up"),
    ],
)
def test_what_programs_write_before_a_headline_goes(subject, title):
    assert named({"from": "Ostrey Herald <news@x.example>", "subject": subject})["title"] == title


@pytest.mark.parametrize(
    "block",
    [
        "-----Original Message-----\nFrom: Ostrey Herald\nSent: 5 May 2031 06:31\nTo: Jo\nSubject: Ferry laid up\n",
        "Von: Ostrey Herald\nGesendet: Montag, 5. Mai 2031 06:31\nAn: Jo\nBetreff: Ferry laid up\n",
        "---------- Forwarded message ---------\nDe : Ostrey Herald\nDate : lun. 5 mai 2031\nObjet : Ferry laid up\n",
        "> *From:* Ostrey Herald\n> *Date:* 5 May 2031\n> *Subject:* Ferry laid up\n>\n",
    ],
)  # fmt: skip
def test_a_forwarded_block_is_found_in_other_languages_and_without_a_mark(block):
    text = f"Look at this, Jo\n\n{block}\n{BODY}"
    region, headers = forwarded(text)
    assert region.of(text).strip() == BODY
    assert (headers["from"], headers["subject"]) == ("Ostrey Herald", "Ferry laid up")
    assert "5" in headers["date"]


def test_a_letter_that_names_its_sender_is_not_forwarded():
    text = f"From: the harbour\n\n{BODY}"
    assert forwarded(text) == (forwarded(text)[0], {})
    assert forwarded(text)[0].of(text) == text
