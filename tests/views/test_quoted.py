"""Statements that stand alone on a page: a fragment is shown with what stands around it."""

from __future__ import annotations

from dataclasses import replace

import builders
from onrecord.views.speaker import quoted_from


def test_a_fragment_is_shown_with_what_stands_around_it():
    text = "It rained. Mr. Osk said the talks were “a very good meeting,” he added. Nothing else.\nNext line."
    article = builders.article(text, "a")
    said = builders.statement(article, "“a very good meeting,”", "Mr. Osk", "said")
    whole = builders.statement(article, "the talks were “a very good meeting,” he added", "Mr. Osk", "said")
    reported = replace(whole, kind="indirect")
    short, long, told = quoted_from([said, replace(whole, kind="direct"), reported], {"a": article}, {})
    assert (short.before, short.after) == ("Osk said the talks were ", " he added.")
    assert (long.before, long.after) == ("", "")
    assert (told.before, told.after) == ("Osk said ", ".")
    assert short.when == ""


def test_what_stands_around_a_fragment_is_cut_at_words():
    article = builders.article("word " * 60 + "confidently" + " word" * 60, "a")
    (shown,) = quoted_from([builders.statement(article, "confidently", "word", "word")], {"a": article}, {})
    assert (shown.before[:5], shown.after[-5:]) == ("…word", "word…")
    assert max(len(shown.before), len(shown.after)) <= 111
