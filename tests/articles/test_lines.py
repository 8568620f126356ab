"""Hard-wrapped lines become paragraphs again, with the map unbroken; lines meant as lines stay."""

from __future__ import annotations

import textwrap

import pytest

from onrecord.articles.drafts import Draft
from onrecord.articles.lines import unwrapped, width_of
from onrecord.records import Span

PARAGRAPH = (
    "The two governments agreed on Monday to reopen the bridge over the Velm, which has been closed to "
    "traffic since the floods of last spring, and to share the cost of the repairs evenly, officials said. "
    "Work is to begin before the autumn rains set in, the transport ministry said in a short statement."
)


def unwrap(text):
    return unwrapped(Draft.of(text, Span(0, len(text))))


def test_wrapped_paragraphs_come_back_as_one_run():
    wrapped = "\n\n".join(textwrap.fill(PARAGRAPH, 68) for _ in range(3))
    draft = unwrap(wrapped)
    assert draft.text == "\n\n".join([PARAGRAPH] * 3)
    assert draft.runs == ((0, 0, len(wrapped)),)


def test_indented_first_lines_begin_paragraphs():
    wrapped = "\n".join(textwrap.fill(PARAGRAPH, 68, initial_indent="    ") for _ in range(3))
    assert unwrap(wrapped).text.split("\n") == ["    " + PARAGRAPH] * 3


def test_a_wrapping_hyphen_goes_and_an_authors_stays():
    text = (
        "The two governments agreed on Monday to reopen the old bridge over\n"
        "the Velm, which was closed to all traffic by the two govern-\n"
        "ments after the floods, and which is now the only long-\n"
        "term link between the towns on either side of the wide river, as\n"
        "officials said on Monday in a statement that was read to reporters\n"
        "in the capital, where the talks went on for most of the long day."
    )
    joined = unwrap(text).text
    assert "governments after" in joined
    assert "long-term link" in joined
    assert "\n" not in joined


@pytest.mark.parametrize(("tail", "wanted"), [("Rowe", "Mbeki-Rowe, who"), ("rowe", "Mbekirowe, who")])
def test_a_hyphen_inside_a_name_stays(tail, wanted):
    text = (
        "The two governments agreed on Monday to reopen the old bridge over\n"
        "the Velm. That was announced in the capital by Anton Mbeki-\n"
        f"{tail}, who said that it would be open to all again by the end of\n"
        "the year, after the floods, and that the ferry would stop then,\n"
        "which was welcomed by the towns on either side of the wide river\n"
        "in the capital, where the talks went on for most of the long day."
    )
    assert wanted in unwrap(text).text


def test_paragraphs_on_lines_of_their_own_stay():
    text = f"{PARAGRAPH}\nShort one, she said.\n{PARAGRAPH}\nAnother.\n{PARAGRAPH}"
    assert unwrap(text).text == text


def test_a_line_that_runs_on_in_lower_case_joins():
    text = f"{PARAGRAPH}\nThe minister, who has long been a critic of\nthe bridge, said nothing."
    assert unwrap(text).text.endswith("long been a critic of the bridge, said nothing.")


def test_lists_and_questions_stay():
    text = "- one thing that was agreed on\n- another thing\n- a third\n- more\nQ: Why now?\nA: Because."
    assert unwrap(text).text == text


def test_a_prefix_at_a_line_end_is_half_a_word_where_the_text_cuts_words():
    text = (
        "The two governments agreed on Monday to reopen the old brid-\n"
        "ge over the Velm, which was closed to all traffic by the go-\n"
        "vernments after the floods, and to share the cost of repai-\n"
        "rs evenly, officials said. Meanwhile a ferry will be pro-\n"
        "vided by the ministry, which spoke of a link of the long-\n"
        "term kind, and of tolls. In a long term the towns would pay."
    )
    assert "will be provided by the ministry" in unwrap(text).text
    assert "the long-term kind" in unwrap(text).text


def test_lines_of_which_one_is_far_longer_were_not_wrapped_at_a_column():
    lines = textwrap.fill(" ".join([PARAGRAPH] * 3), 68).split("\n")
    assert width_of("\n".join(lines))
    assert not width_of("\n".join([*lines[:8], "long " * 30 + "line", *lines[8:]]))
