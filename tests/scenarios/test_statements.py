"""What becomes of an attribution turns on its quotation marks, its place and who read it."""

from __future__ import annotations

import numpy as np
import pytest

from markup import annotate, said
from onrecord.statements.confidence import EVIDENCE, confidence, evidence
from onrecord.statements.decoding import Stretch, log_softmax
from onrecord.statements.linking import CONTENT, CUE, Linked


def test_what_is_read_off_a_content_is_less_sure_than_that_content():
    item = annotate("[The bank] {said} in a note <that Olm had promised to pay the guild>.")
    outer, inner = said(item, "that Olm had"), said(item, "to pay")
    assert inner.parent_id == outer.id
    assert (outer.confidence, inner.confidence) == (0.9, 0.54)


def test_what_the_reader_passed_over_is_less_sure_than_what_it_saw():
    item = annotate(
        "The court threw out a request by the crews to close the port.\n\n"
        "[Reve] {said} <that the ferry would run>."
    )
    assert (said(item, "to close the port").confidence, said(item, "the ferry").confidence) == (0.5, 0.9)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("“The old pier of Karst will have to be shut at once”", "direct"),
        ("“The old pier of Karst will have to be” shut right away", "mixed"),
        ("that the old pier of Karst will have to be shut", "indirect"),
    ],
)
def test_only_what_is_quoted_nearly_whole_is_direct(content, kind):
    item = annotate(f"[Olm] {{said}} <{content}>.")
    assert said(item, "pier of Karst").kind == kind


@pytest.mark.parametrize(("manner", "content"), [("bluntly ", "“No.”"), ("that ", "that “No.”")])
def test_how_a_quotation_was_said_is_no_part_of_it(manner, content):
    item = annotate(f"The guild of Karst asked for the money. [Olm] {{answered}} <{manner}“No.”>")
    assert said(item, "No").content_text(item.article.text) == content


def scores(words: int, *, first: float) -> np.ndarray:
    """Label scores of ``words`` words that are all content; ``first``: how surely it begins with the first."""
    found = np.full((words, 7), -4.0, np.float32)
    found[0, 5] = first
    found[0, 6] = 2.0
    found[1:, 6] = 4.0
    return found


def test_a_border_in_doubt_is_less_evidence_than_a_sure_one():
    linked = Linked(None, contents=[Stretch(CONTENT, 0, 3)])
    at = EVIDENCE.index("border")
    sure, doubtful = (evidence(linked, log_softmax(scores(4, first=first)))[at] for first in (8.0, 0.0))
    assert doubtful < sure - 1.0


def test_an_end_in_doubt_is_less_evidence_than_a_sure_one():
    linked = Linked(None, contents=[Stretch(CONTENT, 0, 2)])
    at = EVIDENCE.index("border")
    sure, doubtful = scores(4, first=8.0), scores(4, first=8.0)
    sure[3, 0] = 9.0
    assert evidence(linked, log_softmax(doubtful))[at] < evidence(linked, log_softmax(sure))[at] - 1.0


def test_an_attribution_without_a_cue_is_told_from_one_with_a_cue():
    contents = [Stretch(CONTENT, 1, 3)]
    weights = {"weights": tuple(-2.0 * (name == "no_cue") for name in EVIDENCE), "bias": (1.0,)}
    cued, bare = (
        confidence(evidence(Linked(cue, contents=contents), log_softmax(scores(4, first=4.0))), weights)
        for cue in (Stretch(CUE, 0, 0), None)
    )
    assert bare < 0.5 < cued
