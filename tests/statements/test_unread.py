"""What a reader passed over is read where the words leave no doubt, and nowhere else."""

from __future__ import annotations

import pytest

import builders
from onrecord.languages.sentences import LONGEST
from onrecord.records import Attribution, Block, Reading, Span
from onrecord.statements import assemble
from onrecord.text import View


def read(text, *given, kind="paragraph"):
    """Source and content of the statements of ``text``, where a reader has found only ``given``."""
    block = Block(kind, 0, len(text))
    item = builders.article(text, blocks=(block,))

    def span(words):
        return (Span(text.index(words), text.index(words) + len(words)),)

    attributions = tuple(Attribution(span(s), span(c), span(w), 0.5) for s, c, w in given)
    found = assemble(View(item), Reading(attributions, (), "t"))
    return [(s.source_text, " | ".join(c.of(text) for c in s.content)) for s in found]


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("It was her first day since she apologised for the flood, aides noted.", "she", "the flood"),
        ("They voted on the $4 million that Mr. Olm had demanded for a new pier, and left.", "Mr. Olm",
         "the $4 million | for a new pier"),
        ("The plan held less than the sum he vainly demanded from the guild.", "he",
         "the sum | from the guild"),
        ("Nobody asked about the charges, which Olm has repeatedly denied.", "Olm", "the charges"),
        ("The court threw out a request by the crews to close the port.", "the crews", "to close the port"),
        ("It came with a request to Olm from the board to name the two pilots.", "the board",
         "to name the two pilots"),
        ("A way was sought around the third article of the port code, which states, “No ship is sold.”",
         "the third article of the port code", "“No ship is sold.”"),
        ("Per the report, the bridge was closed before noon.", "the report",
         "the bridge was closed before noon"),
        ("The bridge was closed before noon, per a report.", "a report", "The bridge was closed before noon"),
        ("The bridge was closed before noon, per Karst Radio.", "Karst Radio",
         "The bridge was closed before noon"),
        ("Olm put the number of dead at 12.", "Olm", "the number of dead at 12"),
        ("The mayor, Ida Olm, put the toll at seven.", "The mayor, Ida Olm", "the toll at seven"),
        ("Olm said 15 and the clinic put it at 19.", "the clinic", "it at 19"),
        ("She told him there was a ferry.", "She", "there was a ferry"),
        ("The clerk told them the office was shut.", "The clerk", "the office was shut"),
        ("One man, Per Aas, asked her where the office was.", "One man, Per Aas", "where the office was"),
    ],
)  # fmt: skip
def test_what_words_alone_say(text, source, said):
    assert read(text) == [(source, said)]


@pytest.mark.parametrize(
    "text",
    [
        "The guild widened its appeal to the voters of Karst.",
        "The mayor met the pilots that Olm had denied entry.",
        "It was the approach he rejected Reve for.",
        "The board that was requested by Olm met.",
        "There was criticism from some of the crews.",
        "He apologised, and she did as well.",
        "Per Aas, who ran the bridge, left before noon.",
        "The bridge was closed before noon, per Karst rules.",
        "The bridge was no bridge of ours, per se.",
        "The bridge takes forty carts per the hour of noon.",
        "Olm put the number of carts on at 12.",
        "Olm put the toll up at seven.",
        "Olm put the kettle away at nine.",
        "It was late and the clinic was what Olm put at 19.",
        "She told him about the ferry.",
        "She told him the ferry.",
        "Nobody told him there was a ferry.",
        "The clerk asked them where.",
    ],
)
def test_what_is_no_speech(text):
    assert read(text) == []


def test_headlines_are_left_to_the_reader():
    assert read("The $4 million that Mr. Olm had demanded for a pier", kind="headline") == []


def test_nothing_is_read_where_the_reader_has_been():
    text = "Less came than the $4 million that Mr. Olm had demanded."
    given = ("Mr. Olm", "had demanded", "the $4 million")
    assert read(text, given) == [("Mr. Olm", "the $4 million")]


def test_what_one_denies_may_be_said_of_by_another():
    text = "The guild left over the charges, which Olm has repeatedly denied."
    given = ("The guild", "left over", "the charges")
    assert read(text, given) == [("The guild", "the charges"), ("Olm", "the charges")]


def test_the_rest_of_a_list_is_the_same_speaker_s():
    text = "Olm recommended closing the old pier; moving the ferry; and paying the crews."
    assert read(text, ("Olm", "recommended", "closing the old pier")) == [
        ("Olm", "closing the old pier"),
        ("Olm", "moving the ferry"),
        ("Olm", "paying the crews"),
    ]


def test_another_clause_after_a_semicolon_is_no_item():
    text = "Olm recommended closing the old pier; the guild was against it; moving on was best."
    assert read(text, ("Olm", "recommended", "closing the old pier")) == [("Olm", "closing the old pier")]


@pytest.mark.parametrize(
    "words", ["the sum he demanded ", "a request by the ", "she apologised for ", "; to go"]
)
def test_endless_sentences_give_no_more_than_a_few_statements_a_page(words):
    text = "x " + words * 20_000
    assert len(read(text)) <= len(text) // LONGEST
