"""Who sent a message, what its subject is about, and what of it was forwarded, in the languages of mailers."""

from __future__ import annotations

import pytest

from onrecord.sources import read
from onrecord.sources.mail_headers import answered, forwarded, named

BODY = "The ferry will not sail in May, the board said. Two cracks were found."


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


PASSED_ON = (
    "From: Jo Clerk <jo@desk.example>\nSubject: Fwd: Ferry\n\n{note}\n\n---------- Forwarded message ---------\n"
    f"From: Ostrey Herald <news@ostrey.example>\nDate: 5 May 2031\nSubject: Ferry laid up\n\n{BODY}\n"
)


def test_a_forwarded_message_kept_as_text_is_what_was_passed_on(tmp_path):
    (tmp_path / "a.txt").write_text(PASSED_ON.format(note="For the file, see below."), encoding="utf-8")
    found = list(read([tmp_path]))
    assert [(raw.region.of(raw.text).strip(), raw.fields["sender"]) for raw in found] == [
        (BODY, "Ostrey Herald <news@ostrey.example>")
    ]


def test_what_stands_above_a_forwarded_message_is_kept_where_it_is_an_article(tmp_path):
    note = "The ministry of harbours said on Monday that the winter timetable would hold. " * 4
    (tmp_path / "a.txt").write_text(PASSED_ON.format(note=note), encoding="utf-8")
    assert any(note[:40] in raw.region.of(raw.text) for raw in read([tmp_path]))


def test_a_sender_with_a_comma_is_read_as_it_is_written(tmp_path):
    mail = f"From: Nora Quill, Ostrey Herald <n@x.example>\nMessage-ID: <1@x>\nMIME-Version: 1.0\nSubject: A\n\n{BODY}"
    (tmp_path / "a.eml").write_text(mail, encoding="utf-8")
    assert next(read([tmp_path])).fields["sender"] == "Nora Quill, Ostrey Herald <n@x.example>"


def test_the_longer_quotation_of_an_answer_is_what_is_read():
    story = "\n".join(f"> {BODY}" for _ in range(5))
    text = f"Thanks!\n\nOn Mon, 5 May 2031 at 06:31 Ida Orr <i@x.example>\nwrote:\n\n{story}\n"
    region = answered(text)
    assert region is not None
    assert region.of(text).strip() == story
    assert answered(f"{BODY * 9}\n\nOn Mon, 5 May 2031 Ida Orr wrote:\n\n{story}\n") is None


def test_messages_that_a_list_sends_on_as_one_are_several(tmp_path):
    each = "From: {} <m@olm.example>\nSubject: {}\nContent-Type: text/plain\n\n" + BODY + "\n"
    empty = "Subject: Lock shut\nContent-Type: text/plain\n\n\n"
    parts = [each.format("Ida Orr", "Ferry laid up"), empty, each.format("Nora Quill", "Pier opens")]
    digest = (
        "From: list@olm.example\nMIME-Version: 1.0\nContent-Type: multipart/digest; boundary=z\n\n--z\n\n"
    )
    (tmp_path / "a.eml").write_text(digest + "\n--z\n\n".join(parts) + "\n--z--\n")
    skipped = []
    found = list(read([tmp_path], on_skip=skipped.append))
    assert [(d.item, d.fields["title"]) for d in found] == [(0, "Ferry laid up"), (2, "Pier opens")]
    assert [skip.where.rpartition("#")[2] for skip in skipped] == ["1"]


HEADS = {
    "of a mail program": (
        "From: Jo Marsh <jo@desk.example>",
        "To: a@desk.example",
        "Date: 5 May 2031",
        "Subject: Fwd: clip",
    ),
    "of a record": ("Byline: Jo Marsh", "Date: 5 May 2031", "Subject: Fwd: clip"),
}


@pytest.mark.parametrize(
    ("head", "media_type"), [("of a mail program", "message/rfc822"), ("of a record", "text/plain")]
)
def test_a_message_that_has_lost_most_of_its_headers_is_one(head, media_type, tmp_path):
    path = tmp_path / "clip.txt"
    path.write_text("\n".join((*HEADS[head], "Content-Type: text/plain", "", BODY)), encoding="utf-8")
    assert [raw.media_type for raw in read([str(path)])] == [media_type]
