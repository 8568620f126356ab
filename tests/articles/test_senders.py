"""Who sent a message: a person, a paper or both; what a name and its address leave open, the article's lines tell."""

from __future__ import annotations

import pytest

from onrecord.articles import clean
from onrecord.records import RawDocument, Span

BODY = (
    "OSTREY — Ferries will run again on Monday, the port authority said, after a week of storms that closed the harbour.\n\n"
    "“We lost eight days,” said Mo Abelt, who leads the authority. “Nobody was hurt, and the quay stands.”\n"
)
CLIPPED = f"Ostrey Herald\n4 March 2031\nFerries to run again on Monday\nBy Ana Perl\n\n{BODY}"


def read(sender, body=BODY, **fields):
    fields = {"title": "Ferries to run again on Monday after a week of storms", "sender": sender} | fields
    article = clean(
        RawDocument("a.eml", 0, "0" * 64, "message/rfc822", body, Span(0, len(body)), fields, b"")
    )
    return article.outlet, article.byline


@pytest.mark.parametrize(
    ("sender", "outlet", "byline"),
    [
        ("Coast Wire <desk@coastwire.example>", "Coast Wire", None),
        ("Coast Wire <jp@mailer77.example>", "Coast Wire", None),
        ("Coast Wire", "Coast Wire", None),
        ("The Ostrey Herald <desk@ostreyherald.example>", "The Ostrey Herald", None),
        ("Ostrey Herald <alerts@send.example>", "Ostrey Herald", None),
        ("Ostrey Herald [mailto:alerts@ostrey.example]", "Ostrey Herald", None),
        ("Ostrey Herald Newsletters <newsletters@ostreyherald.example>", "Ostrey Herald", None),
        ("Ostrey Herald Morning Briefing <briefing@ostreyherald.example>", "Ostrey Herald", None),
        ("Quenmar <q@quenmar.example>", "Quenmar", None),
        ("Velm Press Agency <desk@vpa.example>", "Velm Press Agency", None),
        ("Nora Quill from The Tidewater Letter <tidewaterletter@post.example>", "The Tidewater Letter", "Nora Quill"),
        ("Nora Quill, Ostrey Herald <nora@ostreyherald.example>", "Ostrey Herald", "Nora Quill"),
        ("Nora Quill (Ostrey Herald) <nora@ostreyherald.example>", "Ostrey Herald", "Nora Quill"),
        ("Ostrey Herald: Nora Quill <nora@ostreyherald.example>", "Ostrey Herald", "Nora Quill"),
        ("Nora Quill at Ostrey Herald <nq@x.example>", "Ostrey Herald", "Nora Quill"),
        ("Harbour Notes by Nora Quill <harbournotes@substack.example>", "Harbour Notes", "Nora Quill"),
        ("Nora Quill | Harbour Notes <harbournotes@substack.example>", "Harbour Notes", "Nora Quill"),
        ("Nora Quill via Ostrey Herald <noreply@ostreyherald.example>", "Ostrey Herald", "Nora Quill"),
        ("'Ostrey Herald' via Clips <clips@googlegroups.example>", "Ostrey Herald", None),
        ("Ostrey Herald via Substack <ostreyherald@substack.example>", "Ostrey Herald", None),
        ("Nora Quill <noraquill@home.example>", None, "Nora Quill"),
        ("Sam Herald <sam@home.example>", None, "Sam Herald"),
        ("Quill, Nora <nora.quill@home.example>", None, "Nora Quill"),
        ("nora.quill@home.example (Nora Quill)", None, "Nora Quill"),
        ("Nora <nora@home.example>", None, None),
        ("Newsroom <newsroom@ostreyherald.example>", None, None),
        ("noreply@ostreyherald.example", None, None),
        ("Google Alerts <googlealerts-noreply@google.example>", None, None),
    ],
)  # fmt: skip
def test_a_sender_is_a_person_a_paper_or_both(sender, outlet, byline):
    assert read(sender) == (outlet, byline)


@pytest.mark.parametrize(
    ("sender", "footer", "outlet", "byline"),
    [
        (
            "Nora Quill <nora.quill@ostreyherald.example>",
            "© 2031 Ostrey Herald",
            "Ostrey Herald",
            "Nora Quill",
        ),
        ("newsletter@ostreyherald.example", "© 2031 Ostrey Herald", "Ostrey Herald", None),
        ("Harbour Notes <harbournotes@substack.example>", "© 2031 Harbour Notes", "Harbour Notes", None),
    ],
)
def test_what_the_sender_leaves_open_the_lines_tell(sender, footer, outlet, byline):
    assert read(sender, f"{BODY}\n{footer}\n") == (outlet, byline)


@pytest.mark.parametrize(
    "sender", ["Jo Clerk <jo@desk.example>", "Jo <jo@desk.example>", "Monitoring <m@desk.example>"]
)
def test_whoever_sends_a_clipping_did_not_write_it(sender):
    assert read(sender, CLIPPED) == ("Ostrey Herald", "Ana Perl")


def test_a_clipping_that_a_person_sends_has_its_own_day():
    sent = "Fri, 7 Mar 2031 09:00:00 +0000"
    own, other = "Jo Clerk <jo@desk.example>", "Ostrey Herald <news@ostreyherald.example>"
    undated = CLIPPED.replace("4 March 2031\n", "")
    assert dated(own, CLIPPED, sent) == "4 March 2031"
    assert dated(own, undated, sent) == sent
    assert dated(other, CLIPPED, sent) == sent


def dated(sender, body, date):
    fields = {"title": "Ferries to run again on Monday", "sender": sender, "date": date}
    raw = RawDocument("a.eml", 0, "0" * 64, "message/rfc822", body, Span(0, len(body)), fields, b"")
    return clean(raw).fields["date"]


def test_a_byline_with_an_address_is_a_sender_and_what_is_given_stands():
    assert read("", byline="desk@ostreyherald.example") == (None, None)
    assert read("", byline="Nora Quill <nq@ostreyherald.example>") == (None, "Nora Quill")
    assert read("Coast Wire <desk@coastwire.example>", outlet="Velm Post") == ("Velm Post", None)


def test_a_record_of_text_says_who_sent_it():
    text = f"From: Coast Wire <desk@coastwire.example>\nSubject: Ferries to run again\nDate: 4 March 2031\n\n{BODY}"
    article = clean(RawDocument("a.txt", 0, "0" * 64, "text/plain", text, Span(0, len(text)), {}, b""))
    assert (article.outlet, article.byline, article.title) == ("Coast Wire", None, "Ferries to run again")
