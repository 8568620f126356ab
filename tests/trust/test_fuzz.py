"""Texts made of pieces that hurt readers: no stage may fail on them, and every span stays within the text.

A short run of what `benchmarks/mutated.py` does at length, with shrinking: a failure comes as the least text.
"""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from training.rules import RuleTagger

from onrecord import pipeline, sources

PIECES = st.sampled_from(
    [
        *(
            "“No,” he said. ",
            '"Yes',
            "” ",
            "’s ",
            "Ilka Venn",
            " said ",
            "she ",
            "according to ",
            "on Tuesday",
        ),
        *(
            "May 35, 2031",
            "0000-00-00",
            "9999-12-31",
            "1 BC",
            "last ",
            "two weeks ago ",
            "32:61",
            "in 99999 ",
        ),
        *(
            "\n\n",
            "\n",
            "\r",
            "\t",
            "\u2028",
            "\x85",
            "\u202e",
            "\u200b",
            "\u0301",
            "\U0001f600",
            "ſ",
            "ß",
            "İ",
        ),
        *(
            "Q: ",
            "A: ",
            "- ",
            "— ",
            "(",
            ")",
            "[",
            "{{",
            "<b>",
            "&amp;",
            "&#0;",
            "Mr. ",
            "St. ",
            "U.S. ",
            "$3 bn ",
        ),
        *(
            "Title: ",
            "Date: 2031-02-30\n",
            "By Ida Orr\n",
            "VENNBORG, March 4. /COASTAL/. ",
            "not ",
            "never ",
            "1,000",
        ),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=8), min_size=1, max_size=60).map("".join)
FEW = settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
pytestmark = pytest.mark.slow


def check(found, skipped):
    assert found or skipped
    assert [s.reason for s in skipped if "not understood" in s.reason or "cannot be read (" in s.reason] == []
    for item in found:
        length = len(item.article.text)
        spans = [x for s in item.statements for x in (*s.source, *s.cue, *s.content)]
        spans += [*item.timexes, *(m for chain in item.speakers for m in chain.mentions)]
        assert all(0 <= span.start < span.end <= length for span in spans)


def annotate(data):
    skipped = []
    raws = sources.read(["-"], stdin=io.BytesIO(data), on_skip=skipped.append)
    return list(pipeline.annotate(raws, RuleTagger(), on_skip=skipped.append)), skipped


@given(TEXTS)
@FEW
def test_no_text_fails_a_stage(text):
    check(*annotate(text.encode("utf-8", "surrogatepass")))


@given(TEXTS, TEXTS, st.sampled_from(["title", "date", "author", "outlet", "url", "language", "id"]))
@FEW
def test_no_field_of_a_row_fails_a_stage(text, value, name):
    row = {"text": f"The board met. {text}", name: value}
    check(*annotate((json.dumps(row) + "\n").encode()))


@given(st.lists(TEXTS, min_size=1, max_size=5))
@FEW
def test_no_page_fails_a_stage(parts):
    body = "".join(f"<p>{part}" for part in parts)
    check(*annotate(f"<html><title>Board meets</title><article>{body}".encode("utf-8", "surrogatepass")))
