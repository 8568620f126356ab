"""The reader by rules finds sources, cues and contents in the forms that news uses."""

from __future__ import annotations

import re

import pytest
from training.rules import RuleTagger

import builders
from onrecord.records import Block


def article(text, headline=None):
    text = f"{headline}\n\n{text}" if headline else text
    blocks = [
        Block("headline" if headline and m.start() == 0 else "paragraph", *m.span())
        for m in re.finditer(r"[^\n]+", text)
    ]
    return builders.article(text, blocks=tuple(blocks))


def read(text, headline=None):
    item = article(text, headline)
    (reading,) = RuleTagger().read([item])
    return [
        tuple(" … ".join(s.of(item.text) for s in spans) for spans in (a.source, a.cue, a.content))
        for a in reading.attributions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We go," Mira Olm said.', ("Mira Olm", "said", '"We go,"')),
        ('"We go," said Mira Olm, the minister of trade.', ("Mira Olm, the minister of trade", "said", '"We go,"')),
        ('"We go," Mira Olm, head of the Karst Bank, told Veld News.', ("Mira Olm, head of the Karst Bank", "told", '"We go,"')),
        ("Olm said on Friday that the port would close.", ("Olm", "said", "that the port would close")),
        ("The port will close, the ministry said.", ("the ministry", "said", "The port will close")),
        ("According to the Karst Bank, prices fell.", ("the Karst Bank", "According to", "prices fell")),
        ("Prices fell, according to a report from the Karst Bank.", ("the Karst Bank", "according to a report from", "Prices fell")),
        ('As the mayor pointed out, "nothing moved".', ("the mayor", "pointed out", '"nothing moved"')),
        ("Olm warned Velland that ships would be met with force.", ("Olm", "warned", "that ships would be met with force")),
        ("Olm denied the charges.", ("Olm", "denied", "the charges")),
        ("‘We go,’ the mayor’s aide said.", ("the mayor’s aide", "said", "‘We go,’")),
    ],
)  # fmt: skip
def test_one_sentence(text, expected):
    assert read(text) == [expected]


def test_a_broken_quotation_is_one_statement():
    found = read('"We go," Olm said. "We will not wait. It is time."')
    assert found == [("Olm", "said", '"We go," … "We will not wait. It is time."')]


def test_a_quotation_over_paragraphs_is_one_statement():
    found = read('Olm said: "One thing is clear.\n\n"Another is not.\n\n"We go."')
    assert found[0][2] == '"One thing is clear. … "Another is not. … "We go."'


def test_a_participle_takes_the_source_of_its_clause():
    found = read("Olm said the vote failed, adding that it would be held again.")
    assert [(s, c) for s, c, _ in found] == [("Olm", "said"), ("Olm", "adding")]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Olm says port to close", ("Olm", "says", "port to close")),
        ("Port to close, says Olm", ("Olm", "says", "Port to close")),
        ("Ministry: no talks on the port", ("Ministry", ":", "no talks on the port")),
        ("Ministry Denies Plans for a Port", ("Ministry", "Denies", "Plans for a Port")),
    ],
)
def test_headlines(headline, expected):
    assert read("Nothing else is here.", headline) == [expected]


@pytest.mark.parametrize(
    "text", ["", "\n", '"', "word " * 50_000, 'a "b ' * 5_000, "🙂 «مرحبا» قال", "." * 9_999]
)
def test_odd_text_gives_a_reading(text):
    assert read(text) is not None


def test_a_label_of_whose_words_none_are_left_says_nothing():
    assert read("Ferry:::::::::::::") == []
