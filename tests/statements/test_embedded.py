"""Speech inside what another is said to have said is a statement of its own."""

from __future__ import annotations

import pytest

import builders
from onrecord.languages.sentences import LONGEST
from onrecord.records import Attribution, Block, Reading, Span
from onrecord.statements import assemble
from onrecord.text import View


def inner(text, content):
    """Source and content of what is read inside ``content``, which the guild said."""
    block = Block("paragraph", 0, len(text))
    item = builders.article(text, blocks=(block,))

    def span(words):
        return (Span(text.index(words), text.index(words) + len(words)),)

    given = Attribution(span("The guild"), span("said"), span(content), 0.5)
    found = assemble(View(item), Reading((given,), (), "t"))
    (outer,) = (s for s in found if s.source_text == "The guild")
    rest = [s for s in found if s is not outer]
    parents = (
        {outer.id} if len(content) <= LONGEST else {s.id for s in found}
    )  # one in one, in a heap of words
    assert all(s.parent_id in parents for s in rest)
    return [(s.source_text, s.content_text(text)) for s in rest]


@pytest.mark.parametrize(
    ("content", "source", "said"),
    [
        ("it had talked to Brill, who called for a longer pause, in May", "who", "a longer pause"),
        ("the sale broke the K.S. code that says: “No ship is sold”", "the K.S. code", "“No ship is sold”"),
        (
            "it welcomed a Karst Bank report saying prices, at last, had fallen",
            "a Karst Bank report",
            "prices, at last, had fallen",
        ),
        ("it knew of Ada Olm’s own earlier offer to pay the crew", "Ada Olm", "to pay the crew"),
        ("it welcomed Olm’s apology and promise to pay the crew", "Olm", "to pay the crew"),
        ("it welcomed the owners’ proposals for a new iron pier", "the owners", "a new iron pier"),
        ("Olm’s defence of the two harbour pilots had cost votes", "Olm", "the two harbour pilots"),
        ("it went despite a harbour official’s warning that ice, at night, forms", "a harbour official",
         "that ice, at night, forms"),
        ("Olm’s vow that he would pay, after years of debt, was late", "Olm", "that he would pay"),
        ("the trouble was that he claims the pier is his", "he", "the pier is his"),
        ("it asked why claims that Olm had misled the port board last year were late", None,
         "Olm had misled the port board last year"),
        ("it left because Reth told the crew that the pier was shut", "Reth", "that the pier was shut"),
    ],
)  # fmt: skip
def test_what_is_read_inside_a_content(content, source, said):
    found = inner(f"The guild said {content}.", content)
    assert found == [(source, said)]


@pytest.mark.parametrize(
    "content",
    [
        "it left because Reth called the strike off",
        "Brill, who was asked to leave, was tired",
        "it’s offer to pay was late",
        "Reve saw the threat to the pier",
        "the man who fell on the pier was tired",
        "our promise to pay them all holds",
        "Olm’s refusal to go was late",
        "it rejected Reve’s report on Monday",
        "it heard claims that look odd to everybody",
        "Olm’s comments about the new iron pier were late",
        "if Reth says the pier is shut the crew will leave",
    ],
)
def test_what_is_no_speech_of_another(content):
    assert inner(f"The guild said {content}.", content) == []


def test_a_quotation_that_is_part_of_a_content_is_read_as_well():
    content = "the deputy “ignored the clerk who concluded, after long thought, that a fine was enough”"
    assert inner(f"The guild said {content}.", content) == [
        ("who", "that a fine was enough"),
    ]


@pytest.mark.parametrize(
    "words", ["who said ", "a report saying ", "his vow to ", "that he says that ", "’s’ "]
)
def test_endless_sentences_give_no_more_than_a_few_statements_a_page(words):
    content = ("x " + words * 20_000).strip()
    assert len(inner(f"The guild said {content}.", content)) <= len(content) // LONGEST
