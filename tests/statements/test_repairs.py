"""Headlines that name their source last, and clauses cut in the middle, are set right."""

from __future__ import annotations

from onrecord.records import Article, Attribution, Block, Reading, Span
from onrecord.statements import assemble


def statements(text, *attributions, kind="paragraph"):
    blocks = (Block(kind, 0, len(text)),)
    item = Article("a", None, "p", 0, "", None, None, None, None, None, None, "en", text, (), blocks)

    def spans(words):
        return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)

    reading = Reading(
        tuple(Attribution(spans(s), spans(c), spans(q), 0.5) for s, c, q in attributions), (), "t"
    )
    return [(s.source_text, s.content_text(text)) for s in assemble(item, reading)]


def test_a_headline_that_names_its_source_last():
    text = "Olm, Karst envoy did not discuss port, says palace"
    wrong = (["Olm"], ["says"], ["Karst envoy did not discuss port"])
    assert statements(text, wrong, kind="headline") == [("palace", "Olm, Karst envoy did not discuss port")]


def test_another_headline_is_left_to_the_reader():
    text = "Palace says Olm did not discuss port"
    given = (["Palace"], ["says"], ["Olm did not discuss port"])
    assert statements(text, given, kind="headline") == [("Palace", "Olm did not discuss port")]


def test_a_clause_is_given_from_its_beginning():
    text = "The two leaders did not discuss the port, a spokesman said."
    given = (["a spokesman"], ["said"], ["the port"])
    assert statements(text, given) == [("a spokesman", "The two leaders did not discuss the port")]


def test_a_second_clause_is_given_from_its_own_beginning():
    text = "The two 'greeted' each other on Monday, but did not discuss the port, a spokesman has said."
    given = (["a spokesman"], ["has said"], ["the port"])
    assert statements(text, given) == [("a spokesman", "did not discuss the port")]


def test_a_clause_after_a_pause_is_left_as_it_is():
    text = "In May, prices fell, the bank said."
    given = (["the bank"], ["said"], ["prices fell"])
    assert statements(text, given) == [("the bank", "prices fell")]


def test_the_rest_of_a_quotation_over_a_lost_break_is_taken_in():
    text = '"You know that it matters a lot.\nThey spoke of it," Olm said.'
    given = (["Olm"], ["said"], ['"You know that it matters a lot'])
    assert statements(text, given) == [("Olm", '"You know that it matters a lot.\nThey spoke of it,"')]
