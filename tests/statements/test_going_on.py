"""Quotations that go on in the next paragraph or behind "Olm said" are the same speaker's."""

from __future__ import annotations

import pytest

import builders
from onrecord.records import Attribution, Block, Reading, Span
from onrecord.statements import assemble
from onrecord.text import View


def said(text, *attributions, cut=""):
    blocks = []
    at = 0
    for line in text.split("\n"):
        if line:
            kind = "furniture" if cut and line.startswith(cut) else "paragraph"
            blocks.append(Block(kind, at, at + len(line)))
        at += len(line) + 1

    def spans(words):
        return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)

    reading = Reading(
        tuple(Attribution(spans(s), spans(c), spans(q), 0.5) for s, c, q in attributions), (), "t"
    )
    view = View(builders.article(text, blocks=tuple(blocks)))
    return [(s.source_text, [c.of(text) for c in s.content]) for s in assemble(view, reading)]


OPEN = "“I kept the letters,” Olm said. “I have a drawer of them.\n\n“If that is a crime, I did it.”"
FIRST = (["Olm"], ["said"], ["“I kept the letters,”", "“I have a drawer of them."])


def test_a_paragraph_that_opens_anew_is_the_same_speech():
    whole = ["“I kept the letters,”", "I have a drawer of them.", "“If that is a crime, I did it.”"]
    assert said(OPEN, FIRST) == [("Olm", whole)]


def test_a_paragraph_left_without_a_source_is_taken_in():
    assert said(OPEN, FIRST, ([], [], ["“If that is a crime, I did it.”"])) == said(OPEN, FIRST)


def test_a_paragraph_of_somebody_else_stays_his():
    text = OPEN + " Reve answered."
    found = said(text, FIRST, (["Reve"], ["answered"], ["“If that is a crime, I did it.”"]))
    assert [source for source, _ in found] == ["Olm", "Reve"]


def test_the_second_half_of_a_broken_quotation():
    text = "“We shut the dam,” Olm said on Monday. “… It leaked for years.” The town is dry."
    given = (["Olm"], ["said"], ["“We shut the dam,”"])
    assert said(text, given) == [("Olm", ["“We shut the dam,”", "“… It leaked for years.”"])]


def test_another_sentence_between_ends_the_speech():
    text = "“We shut the dam,” Olm said. A banner hung there. “It leaked for years.”"
    given = (["Olm"], ["said"], ["“We shut the dam,”"])
    assert said(text, given) == [("Olm", ["“We shut the dam,”"])]


def test_a_labelled_turn_is_not_taken_on():
    text = "“We shut the dam,” Olm said. “It leaked.\n\n“REVE: Did it leak for years?”"
    given = (["Olm"], ["said"], ["“We shut the dam,”", "“It leaked."])
    assert said(text, given)[0] == ("Olm", ["“We shut the dam,”", "It leaked."])


def test_a_label_of_pictures_says_nothing():
    given = (["PHOTOS"], [":"], ["The dam at night"])
    assert said("PHOTOS: The dam at night\n\nOlm shut the dam.", given) == []


def test_a_paragraph_that_is_none_of_the_articles_is_not_taken_in():
    assert "crime" not in str(said(OPEN, FIRST, cut="“If that"))


@pytest.mark.parametrize(("start", "whose"), [("and it", "Olm"), ("And it", "Reve")])
def test_a_sentence_resumed_behind_its_speaker_is_nobody_elses(start, whose):
    second = f"“{start} has leaked for years.”"
    text = f"“The roof leaks,” Olm said, {second} “Since May,” said Reve."
    given = (["Olm"], ["said"], ["“The roof leaks,”"])
    other = (["Reve"], ["said Reve"], [f"{second} “Since May,”"])
    found = dict(said(text, given, other))
    assert any(start in content for content in found[whose])
    assert "Since May" in found["Reve"][-1]


def test_a_quotation_behind_an_addition_is_not_what_was_added():
    text = "“We shut the dam,” Olm said, adding that it leaks. “It was time.”"
    first = (["Olm"], ["said"], ["“We shut the dam,”"])
    added = (["Olm"], ["adding"], ["that it leaks", "“It was time.”"])
    assert sorted(said(text, first, added)) == [
        ("Olm", ["that it leaks"]),
        ("Olm", ["“We shut the dam,”", "“It was time.”"]),
    ]


def test_a_quotation_behind_its_speaker_is_not_the_next_ones():
    text = "“We shut the dam,” Olm said. “It leaked.” Reve added: “It still does.”"
    first = (["Olm"], ["said"], ["“We shut the dam,”"])
    second = (["Reve"], ["added"], ["“It leaked.”", "“It still does.”"])
    assert said(text, first, second) == [
        ("Olm", ["“We shut the dam,”", "“It leaked.”"]),
        ("Reve", ["“It still does.”"]),
    ]


@pytest.mark.parametrize("mark", [",", "?", "!"])
def test_a_quotation_before_its_speaker_stays_his(mark):
    text = f"“We shut the dam,” Olm said. “It leaked{mark}” Reve replied. “It still does.”"
    first = (["Olm"], ["said"], ["“We shut the dam,”"])
    second = (["Reve"], ["replied"], [f"“It leaked{mark}”", "“It still does.”"])
    assert [len(content) for _, content in said(text, first, second)] == [1, 2]


def test_words_that_the_clause_between_takes_up_part_nobody_from_his_speech():
    text = "“We shut the dam,” Olm said of the “leaky” wall. “It was time.” The town is dry."
    given = (["Olm"], ["said"], ["“We shut the dam,”"])
    assert said(text, given) == [("Olm", ["“We shut the dam,”", "“It was time.”"])]


def test_a_clause_that_goes_on_with_quoted_words_keeps_them():
    text = "“We shut it,” Olm said, arguing that otherwise, “more would leak.”"
    first = (["Olm"], ["said"], ["“We shut it,”"])
    argued = (["Olm"], ["arguing"], ["that otherwise", "“more would leak.”"])
    assert sorted(said(text, first, argued)) == [
        ("Olm", ["that otherwise", "“more would leak.”"]),
        ("Olm", ["“We shut it,”"]),
    ]
