"""Statements carry kind, occasion, addressee and parent as the text gives them, with whole quotations."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.rules import RuleTagger

import builders
from onrecord.languages.quotations import quotations
from onrecord.records import Attribution, Block, Reading, Span
from onrecord.statements import assemble
from onrecord.text import View


def article(text, kinds=()):
    position = 0
    blocks = []
    for i, line in enumerate(text.split("\n")):
        if line:
            blocks.append(Block(kinds[i] if i < len(kinds) else "paragraph", position, position + len(line)))
        position += len(line) + 1
    return builders.article(text, blocks=tuple(blocks))


def read(text, kinds=()):
    item = article(text, kinds)
    return item, assemble(View(item), RuleTagger().read([item])[0])


def given_spans(text, *attributions):
    """Statements from attributions given as (source, cue, content) words of the text."""
    item = article(text)

    def spans(words):
        return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)

    reading = Reading(
        tuple(Attribution(spans(s), spans(c), spans(q), 0.9) for s, c, q in attributions), (), "t"
    )
    return item, assemble(View(item), reading)


@pytest.mark.parametrize(
    ("text", "addressee", "venue"),
    [
        ('"We go," Olm told Veld News.', "Veld News", None),
        ('"We go," Olm told reporters in Karst on Monday.', "reporters", None),
        ('"We go," Olm said in a statement on Monday.', None, "in a statement"),
        ('"We go," Olm said during a telephone conversation with the king.', None, "during a telephone conversation"),
        ('"We go," Olm said, speaking to reporters on Tuesday.', "reporters", "speaking to reporters on Tuesday"),
        ("In an interview with Veld News, Olm said that he would go.", "Veld News", "In an interview with Veld News"),
        ('"We go," Olm wrote on Twitter.', None, "on Twitter"),
        ('"We go," Olm told her audience.', "her audience", None),
        ('"We go," Olm told Veld This Week.', "Veld This Week", None),
        ("Olm told him that he would go.", "him", None),
        ('"We go," Olm said after the release.', None, None),
        ("Olm warned Velland that ships would burn.", "Velland", None),
        ("Olm said that the ships would burn.", None, None),
    ],
)  # fmt: skip
def test_addressee_and_venue(text, addressee, venue):
    item, (statement,) = read(text)
    assert (statement.addressee, statement.venue) == (addressee, venue)
    for words, span in ((addressee, statement.addressee_span), (venue, statement.venue_span)):
        assert (span.of(item.text) if span else None) == words


def test_a_question_is_not_said_by_who_answers_it():
    text = '"No," the mayor said, replying to a question about whether the pier would shut.'
    said, asked = given_spans(
        text,
        (("the mayor",), ("said",), ('"No,"',)),
        (("the mayor",), ("replying to a question about",), ("whether the pier would shut",)),
    )[1]
    assert (said.source_text, said.addressee) == ("the mayor", None)
    assert (asked.source, asked.source_text, asked.addressee, asked.stance) == ((), None, "the mayor", "ask")


def test_kind_is_how_much_is_quoted():
    assert read('"We go," Olm said.')[1][0].kind == "direct"
    assert read('Olm said that they would "go at once".')[1][0].kind == "mixed"
    assert read("Olm said that they would go.")[1][0].kind == "indirect"


def test_marks_come_in_pairs():
    text = 'Olm said "we will go at once" and left.'
    for words in ("we will go at once", '"we will go at once', 'we will go at once"'):
        item, (statement,) = given_spans(text, (["Olm"], ["said"], [words]))
        assert [s.of(item.text) for s in statement.content] == ['"we will go at once"']


def test_a_quotation_that_is_hardly_covered_is_left_out():
    text = 'Olm said they would "go at once and never come back again".'
    item, (statement,) = given_spans(text, (["Olm"], ["said"], ['they would "go']))
    assert [s.of(item.text) for s in statement.content] == ["they would"]


def test_the_manner_of_speaking_is_no_content():
    text = 'Olm answered bluntly "No."'
    item, (statement,) = given_spans(text, (["Olm"], ["answered"], ['bluntly "No."']))
    assert [s.of(item.text) for s in statement.content] == ['"No."']
    assert statement.kind == "direct"


def test_what_is_said_within_what_is_said_has_a_parent():
    _, found = given_spans(
        "The bank said that Olm promised to pay.",
        (["The bank"], ["said"], ["that Olm promised to pay"]),
        (["Olm"], ["promised"], ["to pay"]),
    )
    outer, inner = found
    assert outer.parent_id is None
    assert inner.parent_id == outer.id


def test_hearsay_three_deep_has_its_parents():
    text = "The bank said that Olm told them that Reve said that it had paid."
    _, found = given_spans(
        text, (["The bank"], ["said"], ["that Olm told them that Reve said that it had paid"])
    )
    outer, middle, inner = found
    assert [s.source_text for s in found] == ["The bank", "Olm", "Reve"]
    assert (outer.parent_id, middle.parent_id, inner.parent_id) == (None, outer.id, middle.id)


def test_headlines_count_and_furniture_does_not():
    _, found = read("Olm says port to close\nMenu: Olm said yes\nText.", ("headline", "furniture"))
    assert [s.headline for s in found] == [True]


def test_a_quotation_with_its_own_speaker_inside_a_content_is_his():
    text = "“The dam will hold,” Olm said on the radio, according to Reve."
    _, found = given_spans(
        text,
        (["Reve"], ["according to"], ["“The dam will hold,” Olm said on the radio"]),
    )
    assert [(s.source_text, s.content[0].of(text)) for s in found if s.parent_id is not None] == [
        ("Olm", "“The dam will hold,”")
    ]


def test_ids_are_stable_and_differ():
    _, found = read('"A," Olm said. Brill said that B was gone.')
    _, again = read('"A," Olm said. Brill said that B was gone.')
    assert [s.id for s in found] == [s.id for s in again]
    assert len({s.id for s in found}) == len(found) == 2


TEXTS = st.text(alphabet=st.sampled_from("ab .,\n\"'“”‘’S"), min_size=1, max_size=60)


@settings(deadline=None)  # a busy machine is no failure
@given(TEXTS, st.lists(st.tuples(st.integers(0, 59), st.integers(1, 30)), max_size=4))
def test_spans_stay_within_the_text_and_never_hold_half_a_pair(text, places):
    spans = [Span(min(a, len(text) - 1), min(a + n, len(text))) for a, n in places]
    reading = Reading(tuple(Attribution((), (), (s,), 0.5) for s in spans), (), "t")
    for statement in assemble(View(article(text)), reading):
        for span in statement.content:
            assert 0 <= span.start < span.end <= len(text)
            for quote in quotations(text):
                if quote.level == 0 and quote.opened and quote.closed:
                    marks = (quote.start, quote.end - 1)
                    assert len({span.start <= mark < span.end for mark in marks}) == 1


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The bank said in a note that Olm had promised to pay.", "Olm"),
        ('"Both envoys reaffirmed their wish for peace," the palace said.', "Both envoys"),
        ('"He told me that he would go," Reth said.', "He"),
    ],
)
def test_second_hand_speech_is_a_statement_of_its_own(text, source):
    _, found = read(text)
    inner = [s for s in found if s.parent_id is not None]
    assert [s.source_text for s in inner] == [source]
    assert inner[0].parent_id in {s.id for s in found if s.parent_id is None}
