"""Lost breaks come back where a sentence or a heading ran into the next; names and addresses stay whole."""

from __future__ import annotations

import pytest

from onrecord.articles.breaks import restored
from onrecord.articles.drafts import Draft
from onrecord.records import Span


def restore(text):
    draft = restored(Draft.of(text, Span(0, len(text))))
    assert sum(length for _, _, length in draft.runs) == len(text.replace("\n", "")) or "\n" in text
    return draft.text


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("It went on over Norland.Ada Voss agreed.", "It went on over Norland.\nAda Voss agreed."),
        ("He left on Tuesday.When asked, he said no.", "He left on Tuesday.\nWhen asked, he said no."),
        ("It closed in 2002.In 2006 it opened.", "It closed in 2002.\nIn 2006 it opened."),
        ('He called it "a farce".The rest agreed.', 'He called it "a farce".\nThe rest agreed.'),
        ('"It is a farce."The rest agreed.', '"It is a farce."\nThe rest agreed.'),
        ("“It is a farce.”The rest agreed.", "“It is a farce.”\nThe rest agreed."),
        ("That was it.“We go on,” she said.", "That was it.\n“We go on,” she said."),
        ('That was it."We go on," she said.', 'That was it.\n"We go on," she said.'),
        ('"It is over.""We go on," she said.', '"It is over."\n"We go on," she said.'),
        ("“It is over.We go on,” she said.", "“It is over. We go on,” she said."),
        ("Was it so?Nobody knew.", "Was it so?\nNobody knew."),
        ("They met at the UN.Then they left.", "They met at the UN.\nThen they left."),
    ],
)
def test_sentences_come_apart(text, want):
    assert restore(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "It ended.Norland-Velm TiesNotwithstanding the cold, they met.",
            "It ended.\nNorland-Velm Ties\nNotwithstanding the cold, they met.",
        ),
        ("Growing TensionsThe two sides met.", "Growing Tensions\nThe two sides met."),
        (
            "Long ties broke.Old Norland TiesVoss met the envoy. Voss kept ties.",
            "Long ties broke.\nOld Norland Ties\nVoss met the envoy. Voss kept ties.",
        ),
    ],
)
def test_headings_come_apart(text, want):
    assert restore(text) == want


@pytest.mark.parametrize(
    "text",
    [
        "She met Mr.Oda and Gen.Voss at 9 a.m.Tuesday in the U.S.A on time.",
        "The McDonald and MacArthur families use an iPhone and YouTube daily.",
        "Ada McVelm and DeOda said FitzVoss was there.",
        "Ada Voss SpaceWorks said it would launch. Elon OdaCorp agreed with them.",
        "See https://Example.Org/About.Us or www.Norland.Gov, or write Ada.Voss@Example.Com now.",
        "Booking.Com and Norland.Info, files Report.Pdf and Node.Js are names.",
        "J.Oda and A.B.Voss signed No.10 in vol.3 on p.12.",
        "He said...Then nothing came of it.",
        "The budget grew 3.5M and 2.Something else.",
        "Will.I.Am sang.",
        "",
        "...",
        '"',
    ],
)
def test_names_and_addresses_stay_whole(text):
    assert restore(text) == text


def test_inside_a_quotation_only_the_space_comes_back():
    assert restore('"We will go.They will not," he said.') == '"We will go. They will not," he said.'


@pytest.mark.parametrize(("blank", "back"), [("\n", " "), ("\n\n", "\n")])
def test_a_quotation_that_nobody_closed_ends_with_its_paragraph(blank, back):
    text = f"“It is over.{blank}He left.They stayed."
    assert restore(text) == text.replace("left.They", f"left.{back}They")


def test_a_closing_mark_that_slipped_to_the_next_line_goes_back():
    text = 'Voss, asked of "the plan", said bluntly "No.\n"The two sides called it "a good talk."'
    want = 'Voss, asked of "the plan", said bluntly "No."\nThe two sides called it "a good talk."'
    assert restore(text) == want


def test_a_quotation_over_paragraphs_keeps_its_marks():
    text = '"This goes on.\n"And on.\n"And ends," she said.'
    assert restore(text) == text


def test_long_hostile_text_is_linear():
    for piece in ('".A', 'a.B"', "aB", "x.Y ", '"', "A.b.C.d", "TiesThe "):
        restore(piece * 20_000)


def test_quotation_marks_tell_which_side_a_lost_break_is_on():
    assert restore("“It is over.”“We go on,” she said.") == "“It is over.”\n“We go on,” she said."
    assert (
        restore("She said “no.” He left.“It is over,” he said.")
        == "She said “no.” He left.\n“It is over,” he said."
    )
