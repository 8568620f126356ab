"""Attitudes and acts have the form of statements: the network tells them apart where no word does."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np
import pytest

import builders
from onrecord.models.encoding import Window
from onrecord.models.manifest import PACKAGED
from onrecord.records import Attribution, Block, Reading, Span, StatementSpans
from onrecord.statements import assemble, default_tagger
from onrecord.statements.assemble import reworded
from onrecord.statements.bearings import Bearings
from onrecord.text import View


@dataclass(frozen=True)
class Sees:
    """Bearings that see one number in every cue."""

    number: float | None

    def fit(self, *_):
        """Nobody is meant."""
        return 0.0

    def spoken(self, _):
        """That number."""
        return self.number


def read(text, source, cue, content, bearings):
    spans = [(builders.span(text, words),) if words else () for words in (source, cue, content)]
    view = View(builders.article(text, blocks=(Block("paragraph", 0, len(text)),)))
    found = assemble(view, Reading((Attribution(*spans, 0.6),), (), "given", bearings))
    return view, next(s for s in found if s.content[0].start == spans[2][0].start)


MINED = ("Olm mined the dyke for Karst.", "Olm", "mined", "the dyke for Karst")


@pytest.mark.parametrize(("seen", "mode"), [(-3.0, "thought"), (3.0, "speech"), (None, "speech")])
def test_the_network_tells_what_no_known_word_does(seen, mode):
    assert read(*MINED, Sees(seen))[1].mode == mode


def test_without_bearings_everything_was_said():
    assert read(*MINED, None)[1].mode == "speech"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "mode"),
    [
        ("“We go,” Olm mined.", "Olm", "mined", "“We go,”", "speech"),  # his own words
        ("Olm refused to comment on the dyke.", "Olm", "refused", "to comment on the dyke", "speech"),
        (
            "Olm would mine the dyke for Karst.",
            "Olm",
            "would mine",
            "the dyke for Karst",
            "speech",
        ),  # not said
        ("Olm left as they were asked to go.", None, "were asked", "to go", "speech"),
        ("Olm was told to go to Karst.", "Olm", "was told", "to go to Karst", "speech"),  # by somebody
        ("Olm hoped that it would rain.", "Olm", "hoped", "that it would rain", "thought"),
        ("Olm decided to go to Karst.", "Olm", "decided", "to go to Karst", "plan"),
    ],
)
def test_what_other_evidence_tells_stays(text, source, cue, content, mode):
    assert read(text, source, cue, content, Sees(-9.0))[1].mode == mode
    assert read(text, source, cue, content, Sees(9.0))[1].mode == mode


def test_a_verb_of_saying_a_source_and_a_sure_reader_speak_for_speech():
    said = "Olm said the dyke was old.", "Olm", "said", "the dyke was old"
    nobody = "As was said, the dyke was old.", None, "was said", "the dyke was old"
    assert read(*said, Sees(-1.5))[1].mode == "speech"
    assert read(*MINED, Sees(-1.5))[1].mode == "thought"
    assert read(*nobody, Sees(-1.5))[1].mode == "thought"


def test_a_corrected_border_makes_no_speech_of_an_act():
    view, mined = read(*MINED, Sees(-3.0))
    spans = StatementSpans(mined.source, mined.cue, (builders.span(view.text, "the dyke"),))
    assert reworded(view, mined, spans).mode == "thought"
    spans = StatementSpans(mined.source, (builders.span(view.text, "for"),), mined.content)
    assert reworded(view, mined, spans).mode == "speech"


def test_a_cue_is_seen_in_the_mean_of_its_words():
    at = np.array([-1, 0, 4, 9, -1])
    none = np.zeros(len(at), np.int64)
    bearings = Bearings()
    numbers = np.array([[9], [1], [2], [6], [9]], np.float32)
    bearings.add(Window(none, none, at, at + 1, np.arange(1, 5), none), np.zeros((5, 0), np.float32), numbers)
    assert bearings.spoken((Span(0, 3),)) == 1.0
    assert bearings.spoken((Span(0, 8),)) == 1.5
    assert bearings.spoken((Span(0, 3), Span(9, 12))) == 3.5
    assert bearings.spoken((Span(20, 22),)) is None
    assert bearings.spoken(()) is None
    assert Bearings().spoken((Span(0, 3),)) is None


def test_the_head_is_the_one_that_was_learned_for_this_tagger():
    tagger = hashlib.sha256(PACKAGED.read("tagger.onnx")).hexdigest().encode()
    assert tagger in PACKAGED.read("spoken.onnx")


def test_the_packaged_reader_sees_more_of_speech_in_saying_than_in_doing():
    text = "Ann Brill berated the guild over the dyke. Tom Dole launched a campaign against the new dyke."
    (reading,) = default_tagger().read([builders.article(text)])
    berated, launched = (builders.span(text, words) for words in ("berated", "launched"))
    assert reading.bearings.spoken((berated,)) > reading.bearings.spoken((launched,))
