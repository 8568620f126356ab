"""Groups go by the name of whom they belong to, slips of the pen by the name; unquoted words by neither."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord import coreference
from onrecord.records import Name, Span
from onrecord.text import View

from .test_resolve import article, names_of, statement


@pytest.mark.parametrize(
    ("text", "source", "content", "wanted"),
    [
        ("Jonas Abelt spoke on Monday. His aides said it rained.", "His aides", "it rained",
         "Jonas Abelt’s aides"),
        ("Jonas Abelt spoke on Monday. His rivals said it rained.", "His rivals", "it rained", "His rivals"),
        (
            (
                "Senator Jonas Abelt was fined. Peter Lunde left.\n\nThe senator’s lawyers said that Abelt had"
                " paid the guild."
            ),
            "The senator’s lawyers", "Abelt had paid the guild", "Jonas Abelt’s lawyers",
        ),
        ("Jonas Abelt was fined. More of Abelt’s aides said it rained.", "More of Abelt’s aides", "it rained",
         "Jonas Abelt’s aides"),
        (
            "Spokesmen for the head of the port, Jonas Abelt, and for the guild said it rained.",
            "Spokesmen for the head of the port, Jonas Abelt, and for the guild", "it rained",
            "Spokesmen for the head of the port, Jonas Abelt, and for the guild",
        ),
        ("Jonas Abelt lost. Officials of his party said it rained.", "Officials of his party", "it rained",
         "Officials of his party"),
        ("The bill went to Jonas Abelt. The bill’s supporters said it rained.", "The bill’s supporters",
         "it rained", "bill’s supporters"),
        ("Reporters came. The District Attorney’s Office said it rained.", "The District Attorney’s Office",
         "it rained", "District Attorney’s Office"),
        ("President Jonas Abelt left. The administration said it rained.", "The administration", "it rained",
         "Abelt administration"),
        (
            (
                "President Jonas Abelt met President Peter Lunde of Norvalia. The administration said it"
                " rained."
            ),
            "The administration", "it rained", None,
        ),
        (
            (
                'The former Chief of Staff William "Mo" Abelt came. Abelt is 40. Abelt paid.\n\n“Late,” said'
                " Abell. It was cold."
            ),
            "Abell", "“Late,”", 'William "Mo" Abelt',
        ),
    ],
)  # fmt: skip
def test_whose_words_they_are(text, source, content, wanted):
    assert names_of(text, [(source, content)]) == [wanted]


def test_a_slip_of_a_slip_is_the_same_name():
    text = (
        "Mara Cordan came. She paid. Cordan is 40.\n\n“Late,” said Corden.\n\nCordmen added that it was cold."
    )
    assert names_of(text, [("Corden", "“Late,”"), ("Cordmen", "it was cold")]) == ["Mara Cordan"] * 2


@pytest.mark.parametrize(
    ("text", "source", "content", "wanted"),
    [
        ("Jonas Abelt, the mayor, and Peter Lunde came. They said it rained.", "They", "it rained",
         "Jonas Abelt and Peter Lunde"),
        ("Jonas Abelt held his ground and vowed to Peter Lunde to stay. They said it rained.", "They",
         "it rained", None),
        ("Pressed by Jonas Abelt and Peter Lunde, they said it rained.", "they", "it rained", None),
    ],
)  # fmt: skip
def test_who_two_are(text, source, content, wanted):
    assert names_of(text, [(source, content)]) == [wanted]


def test_one_source_means_the_same_in_all_its_statements():
    text = (
        "It came on the day as the top Republican on the Harlan harbour committee called on Reve to go, saying it"
        " was late.\n\nRep. Jonas Abelt was tired."
    )
    source = "the top Republican on the Harlan harbour committee"
    found = names_of(text, [(source, "it was late"), (source, "Reve to go")])
    assert found[0] == found[1]


def test_whom_a_speaker_quotes_the_writer_does_not_follow():
    text = (
        "Jonas Abelt spoke at length. “I was tired,” he said. “Peter Lunde says it is late.” Then he went on to"
        " say it was “cold.”"
    )
    made = [
        statement(text, 0, "he", "“I was tired,”"),
        replace(statement(text, 1, "Peter Lunde", "it is late"), parent_id="s0"),
        statement(text, 2, "he", "“cold.”"),
    ]
    start = text.index("he went")
    made[2] = replace(made[2], source=(type(made[2].content[0])(start, start + 2),))
    by_id = {s: c for c in coreference.resolve(View(article(text)), made, ()) for s in c.statement_ids}
    assert by_id["s2"].name == "Jonas Abelt"


def test_words_without_quotation_marks_are_nobody_s_around():
    text = "Jonas Abelt said it rained. There were calls for a new pier."
    made = [
        statement(text, 0, "Jonas Abelt", "it rained"),
        replace(statement(text, 1, "", "a new pier"), kind="indirect"),
    ]
    by_id = {s: c for c in coreference.resolve(View(article(text)), made, ()) for s in c.statement_ids}
    assert "s1" not in by_id


def test_who_is_a_group_with_what_narrows_it_down():
    text = "The paper found three other clerks who were young at the time who said it rained."
    made = statement(text, 0, "who", "it rained")
    start = text.index("who said")
    made = replace(made, source=(type(made.content[0])(start, start + 3),))
    (chain,) = [c for c in coreference.resolve(View(article(text)), [made], ()) if c.statement_ids]
    assert chain.name == "three other clerks"


def test_a_group_of_the_headline_is_the_lead_s():
    text = "Clerks Demand a Raise\n\nSeveral harbour clerks asked for more money on Monday."
    pairs = [("Clerks", "a Raise"), ("Several harbour clerks", "more money")]
    made = [statement(text, 0, *pairs[0], headline=True), statement(text, 1, *pairs[1])]
    chains = [c for c in coreference.resolve(View(article(text, headline=True)), made, ()) if c.statement_ids]
    assert [c.name for c in chains] == ["Several harbour clerks"]


def test_an_utterance_that_is_nobody_s_stays_so():
    text = "Jonas Abelt said it rained. The call for “peace” was late."
    first = statement(text, 0, "Jonas Abelt", "it rained")
    start = text.index("The call")
    second = replace(statement(text, 1, "", "“peace”"), cue=(Span(start, start + 12),), kind="mixed")
    by_id = {
        s: c for c in coreference.resolve(View(article(text)), [first, second], ()) for s in c.statement_ids
    }
    assert "s1" not in by_id


def test_who_is_asked_has_not_asked():
    text = "When asked about whether the “pause” would end, Jonas Abelt said no."
    start = text.index("asked about")
    asked = replace(
        statement(text, 0, "", "whether the “pause” would end"),
        cue=(Span(start, start + 11),),
        kind="mixed",
        stance="ask",
    )
    told = statement(text, 1, "Jonas Abelt", "no")
    chains = coreference.resolve(View(article(text)), [asked, told], ())
    assert [c.statement_ids for c in chains if c.name == "Jonas Abelt"] == [("s1",)]


def test_a_poll_of_two_is_the_first_one_s():
    text = "The Karst News/Harlan Courier poll came out. Jonas Abelt leads. “Late,” the poll found."
    first = Name(text.index("Karst"), text.index("/"), "organisation")
    second = Name(text.index("Harlan"), text.index(" poll"), "organisation")
    made = statement(text, 0, "the poll", "“Late,”")
    chains = coreference.resolve(View(article(text)), [made], (first, second))
    assert [c.name for c in chains if c.statement_ids] == ["Karst News"]


@pytest.mark.parametrize(
    ("text", "source", "wanted"),
    [
        ("Governor Jonas Abelt came. The governor and harbour leaders said it rained.",
         "The governor and harbour leaders", "Jonas Abelt and harbour leaders"),
        ("The family, protesters and civic leaders said it rained.", "The family, protesters and civic leaders",
         "family, protesters and civic leaders"),
        ("Jonas Abelt, the chairman and chief executive, left. The chairman and chief executive said it rained.",
         "The chairman and chief executive", "Jonas Abelt"),
    ],
)  # fmt: skip
def test_several_are_not_the_first_of_them(text, source, wanted):
    assert names_of(text, [(source, "it rained")]) == [wanted]
