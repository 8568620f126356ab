"""Several articles in one text file are told apart by records or rules; section breaks divide nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.records import Span
from onrecord.sources.plain_text import split

BODY = (
    "The ministry said on Monday that the talks would go on. Nothing more was said on that day, and the "
    "two sides left without a word to the reporters who had waited outside since the morning."
)


def record(number, end="\n"):
    return f"Title: Talks go on, part {number}\nDate: 2031-03-0{number}\nSource: Courier\nText: {BODY}{end}"


def parts(text):
    return [region.of(text) for region in split(text)]


def test_repeated_header_records():
    text = record(1) + "\n" + record(2) + record(3)
    assert [part.split("\n")[0] for part in parts(text)] == [
        f"Title: Talks go on, part {n}" for n in (1, 2, 3)
    ]
    assert parts(text)[0].strip() == record(1).strip()


def test_a_rule_between_records_belongs_to_none():
    text = record(1) + "-----\n" + record(2)
    assert "-----" not in "".join(parts(text))


@pytest.mark.parametrize("rule", ["=====", "-" * 20, "#####", "_____", "Document 2 of 3", "End of Document"])
def test_separator_lines(rule):
    text = f"Talks go on\n\n{BODY}\n\n{rule}\n\nTalks end\n\n{BODY}\n"
    assert [part.strip()[:10] for part in parts(text)] == ["Talks go o", "Talks end\n"]


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"Talks go on\n=====\n\n{BODY}",
        f"{BODY}\n\n***\n\n{BODY}",
        f"{BODY}\n\n* * *\n\n{BODY}",
        f"{BODY}\n\n---\n\n{BODY}",
        f"---\ntitle: Talks go on\ndate: 2031-03-03\n---\n\n{BODY}\n\n---\n\n{BODY}",
        f"{BODY}\n\n=====\n\nRead more",
        f"Title: Talks go on\nDate: 2031-03-03\n\n{BODY}\n\nTitle: none of this\n\n{BODY}",
        f"Q: Why?\nA: Because.\nQ: When?\nA: Now.\n{BODY}",
        "",
    ],
)
def test_one_article_stays_one(text):
    assert len(split(text)) == 1


def test_a_title_right_after_a_form_feed_is_not_left_out():
    text = f"\fTitle: x\n---\n{record(1)}---\n{record(2)}"
    assert split(text) == [Span(0, len(text))]


@given(
    st.lists(
        st.sampled_from([record(1), record(2), BODY, "=====\n", "---\n", "\n", "\f", "Title: x\n"]),
        max_size=12,
    )
)
@settings(max_examples=200, deadline=None)
def test_regions_ascend_and_leave_out_nothing_but_rules(pieces):
    text = "".join(pieces)
    at = 0
    for region in split(text):
        assert at <= region.start <= region.end <= len(text)
        assert not text[at : region.start].strip(" \n\f=-")
        at = region.end
    assert not text[at:].strip(" \n\f=-")


def test_a_note_of_the_database_below_its_documents_is_no_article():
    record = "Author: Voss, Ada\n\nPublication date: 3 Mar 2031\n\nFull text: " + "The talks went on. " * 12
    rule = "\n\n" + "_" * 60 + "\n\n"
    text = f"{rule}Talks go on\n\n{record}{rule}Talks end\n\n{record}{rule}Contact us at: http://base.example"
    assert [region.of(text).strip().split("\n", 1)[0] for region in split(text)] == [
        "Talks go on",
        "Talks end",
    ]


def test_front_matter_is_no_rule_between_articles():
    text = f"---\ntags:\n  - x\nsite: Olm Herald\ndate: 2031-05-04\ntitle: Ferry laid up\n---\n\n{'The board said so. ' * 20}"
    assert split(text) == [Span(0, len(text))]
