"""A sentence that whoever says it parts is said on both sides, where the reader holds both for content."""

from __future__ import annotations

import pytest

import builders
from onrecord.records import Attribution, Block, Span
from onrecord.statements.neural import NeuralTagger
from onrecord.statements.parted import whole
from onrecord.text import View


def parts(text, given, likelihood=0.9):
    view = View(builders.article(text, blocks=(Block("paragraph", 0, len(text)),)))

    def spans(words):
        return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)

    read = [Attribution(*map(spans, each), 0.5) for each in given]
    return [tuple(s.of(text) for s in a.content) for a in whole(lambda: view, read, lambda _: likelihood)]


OLM = (["Olm"], ["argues"], ["If the ferry fails"])


def test_the_rest_of_the_sentence_is_said_as_well():
    text = "If the ferry fails, Olm argues, there are other ways. The guild is silent."
    assert parts(text, [OLM]) == [("If the ferry fails", "there are other ways.")]


def test_what_is_hardly_content_is_the_writers():
    text = "If the ferry fails, Olm argues, there are other ways."
    assert parts(text, [OLM], likelihood=0.1) == [("If the ferry fails",)]


@pytest.mark.parametrize(
    "text",
    [
        "If the ferry fails, Olm argues. There are other ways.",
        "If the ferry fails, as Olm argues, there are other ways.",
        "If the ferry fails, Olm argues there, nobody else does.",
        "If the ferry fails, Olm argues, no more.",
        "If the ferry fails, Olm argues, there are “other ways” to go.",
    ],
)
def test_other_forms_are_left_alone(text):
    assert parts(text, [OLM]) == [("If the ferry fails",)]


def test_what_another_statement_holds_is_left_to_it():
    text = "If the ferry fails, Olm argues, there are other ways, Venn added."
    venn = (["Venn"], ["added"], ["there are other ways"])
    assert parts(text, [OLM, venn]) == [("If the ferry fails",), ("there are other ways",)]


@pytest.mark.parametrize("behind", ["who chairs the guild of Karst", "the head of the guild"])
def test_a_description_of_the_source_is_none_of_it(behind):
    text = f"The pier is shut, according to Olm, {behind}."
    assert parts(text, [(["Olm"], ["according to"], ["The pier is shut"])]) == [("The pier is shut",)]


def test_the_reader_gives_both_parts():
    text = "When the dam broke, the mayor said, nobody in the lower town was warned in time."
    [reading] = NeuralTagger(threads=1).read([builders.article(text)])
    assert [[s.of(text).rstrip(".") for s in a.content] for a in reading.attributions] == [
        ["When the dam broke", "nobody in the lower town was warned in time"]
    ]
