"""A line of nothing but marks, blanks or letters is looked at once: from each anew, ten thousand took half a minute."""

from __future__ import annotations

import pytest

from onrecord import languages
from onrecord.articles import (
    bylines,
    cuts,
    database_pages,
    features,
    lines,
    mending,
    page_edges,
    senders,
    tokens,
    told,
)
from onrecord.articles.imprints import paper_of
from onrecord.coreference import named_anew
from onrecord.languages.grammar import RoleGrammar
from onrecord.names import organisations, persons
from onrecord.sources import captions, page_body, site_names

ROW = 10_000
LISTING = languages.of("en").grammar(RoleGrammar).listing


@pytest.mark.parametrize("mark", ["-", "&#", " \t", "“”"])
def test_marks_in_a_row_name_no_paper_and_cost_their_length(mark):
    assert paper_of(mark * 20_000) is None
    assert paper_of(f"{mark * 20_000} Source: the Harbour Post") is not None


def test_what_leads_to_a_paper_is_found_behind_any_marks():
    assert paper_of("-- Source: The Harbour Post | 4 March 2031") == "Harbour Post"


@pytest.mark.parametrize(
    ("pattern", "row", "end", "found"),
    [
        (bylines._REST, " ", "| Ostrey", True),
        (bylines._REST, "a", "@ostrey.example", True),
        (bylines._REST, "a", "", False),
        (bylines._PLACED, " ", "in Ostrey", True),
        (bylines._PLACED, " ", "", False),
        (bylines._BETWEEN, " ", "and Dell Arrow", True),
        (bylines._BETWEEN, " ", "", False),
        (cuts._MARK, " ", "… [+2381 chars]", True),
        (cuts._MARK, " ", "…", False),
        (told._DATED_NAME, " ", "| 3 May 2031", True),
        (told._DATED_NAME, " ", "|", False),
        (told._PIECE, " ", "|", True),
        (told._PIECE, " ", "", False),
        (page_edges._NUMBERED, " ", "page A7", True),
        (page_edges._NUMBERED, " ", "of", False),
        (database_pages._PLACE, " ", "(NL)", True),
        (database_pages._PLACE, " ", "", False),
        (lines._CUT_WORD, "a", "-\nmade", True),
        (lines._CUT_WORD, "a", "", False),
        (tokens.TOKEN, "a-", "@", True),
        (features._MAIL, "a", "", False),
        (named_anew.COMMA_OR_AND, " ", "and Dell", True),
        (named_anew.COMMA_OR_AND, " ", "", False),
        (organisations._BRACKETS, " ", "(OHB)", True),
        (persons._BRACKETS, " ", "", False),
        (captions._VOICE, "<v.a", " Ada Voss>", True),
        (captions._VOICE, "<v.a", "", False),
        (senders._ADDED, " ", "news alerts", True),
        (senders._ADDED, " ", "", False),
        (senders._OLD_ADDRESS, " ", "[mailto:desk@ostrey.example]", True),
        (senders._OLD_ADDRESS, "[a@", "", False),
        (page_body._TITLE_PART, " ", "- Ostrey Herald", True),
        (page_body._TITLE_PART, " ", "", False),
        (site_names._BESIDE_TITLE, " ", "-", True),
        (site_names._BESIDE_TITLE, " ", "", False),
        (LISTING, " ", "and a clerk", True),
        (LISTING, " ", "", False),
    ],
)
def test_a_long_row_costs_its_length_and_hides_nothing_behind_it(pattern, row, end, found):
    assert (
        pattern.search(f"x@{row * ROW}{end}" if pattern is features._MAIL else row * ROW + end) is not None
    ) == found


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (database_pages._NOTE, "Correction{}of 3 May"),
        (database_pages._BODY_MARK, "Text{}of it"),
        (mending._IMPRINT, "A bridge falls{}(Ostrey"),
    ],
)
def test_blanks_behind_a_first_word_are_shared_out_in_one_way(pattern, line):
    assert pattern.fullmatch(line.format(" " * ROW)) is None


def test_words_beyond_the_longest_address_are_words():
    assert tokens.tokens_of("Write to desk@ostrey.example now") == [
        "Write",
        "to",
        "desk@ostrey.example",
        "now",
    ]
    assert tokens.tokens_of("@" + "Aa-" * 3) == ["@Aa", "-", "Aa", "-", "Aa", "-"]
