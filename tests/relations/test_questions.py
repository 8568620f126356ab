"""Values are held against each other where their clauses ask the same question."""

from __future__ import annotations

import pytest

import builders
from onrecord.records import AnnotatedArticle, Span
from onrecord.relations import judging
from onrecord.relations.clashes import clashes
from onrecord.relations.clauses import clause
from onrecord.relations.facts import told
from onrecord.relations.numbers import quantities
from onrecord.relations.questions import NAMES, Questions, side
from onrecord.relations.values import comparable, ratio, values
from onrecord.text import View


def read(text: str, name: str = "a"):
    item = AnnotatedArticle(builders.article(text, name, outlet=f"Outlet {name}"))
    view = View(item.article)
    return side(view, values(quantities(item, told(view)), (), told(view)))


def asked(one: str, two: str) -> Questions:
    return Questions(read(one), read(two, "b"))


CLAUSES = [
    ("The mill, which burned in May, employed ⟦310⟧ weavers.", "which burned in May, employed 310 weavers"),
    (
        "She said that ⟦40⟧ boats had left the harbour before the storm broke.",
        "that 40 boats had left the harbour",
    ),
    ("Of ⟦nine⟧, the guild of coopers expelled two.", "Of nine, the guild of coopers expelled two"),
]


@pytest.mark.parametrize(("marked", "found"), CLAUSES)
def test_a_value_hangs_on_the_words_between_the_nearest_bounds(marked, found):
    start, text = marked.index("⟦"), marked.replace("⟦", "").replace("⟧", "")
    sentence = View(builders.article(text, "a")).sentences[0]
    low, high = clause(sentence, Span(start, marked.index("⟧") - 1))
    assert text[sentence.words[low].start : sentence.words[high - 1].end] == found


AGREEING = [
    ("The fire took 200 acres of forest.", "The fire took 81 hectares of forest.", True),
    ("The fire took 200 acres of forest.", "The fire took 500 hectares of forest.", False),
    ("The fire took 100 acres of forest.", "The fire took 100 hectares of forest.", False),
    ("The dam holds 30 miles of river.", "The dam holds 48 kilometres of river.", True),
    ("Between 40 and 50 houses burned in Nettle Row.", "In Nettle Row 46 houses burned.", True),
    ("Wages rose by 5 to 6 percent in the mills.", "In the mills wages rose by 8 percent.", False),
    ("It hid $2.5 million of losses.", "It hid $2.5m of losses.", True),
    ("It hid $2.5 million of losses.", "It hid $2.5bn of losses.", False),
    ("It hid $2 trillion of losses.", "It hid $2tn of losses.", True),
    ("It hid $2 trillion of losses.", "It hid $2bn of losses.", False),
]


@pytest.mark.parametrize(("one", "two", "agree"), AGREEING)
def test_measures_agree_in_any_unit_and_within_any_range(one, two, agree):
    pairs = [(a, b) for a in read(one).values for b in read(two, "b").values if comparable(a, b)]
    assert all(a.agrees(b) == agree for a, b in pairs)
    assert pairs


def test_the_ratio_of_two_measures_is_one_of_one_unit():
    (a,), (b,) = read("It took 10 acres.").values, read("It took 10 hectares.", "b").values
    assert ratio(a, b) == pytest.approx(2.471, abs=1e-3)


@pytest.mark.parametrize(
    ("one", "two", "wanted"),
    [
        ("It took 12 boats.", "It took 10 boats.", 1.2),
        ("It took 10 boats.", "It took 12 boats.", 1.2),
        ("It took 12 acres.", "It took 10 boats.", 1.2),
        ("It took 12 boats.", "It took 10 acres.", 1.2),
        ("It took 12 acres.", "It took 10 acres.", 1.2),
    ],
)
def test_the_ratio_of_what_has_no_two_units_is_that_of_the_numbers(one, two, wanted):
    (a,), (b,) = read(one).values, read(two, "b").values
    assert ratio(a, b) == pytest.approx(wanted)


ONE = "The guild of coopers expelled 14 members on the island of Ruan after the strike."
TWO = "After the strike the guild of coopers expelled 17 members on the island of Ruan."
OTHER = "The harbour office sold 17 licences for herring to boats from the mainland."


def test_values_of_one_clause_are_pairs_and_those_of_others_are_none():
    assert [(a.told.value, b.told.value) for a, b in asked(ONE, TWO).pairs] == [(14, 17)]
    assert asked(ONE, OTHER).pairs == []


def test_the_values_themselves_are_not_looked_at():
    """What is learned from values that agree must hold for those that do not."""
    same, differ = asked(ONE, TWO.replace("17", "14")), asked(ONE, TWO)
    assert same.table().tolist() == differ.table().tolist()
    assert differ.table().shape == (1, len(NAMES))


def test_a_value_that_the_other_article_gives_too_is_no_clash():
    two = TWO + " In spring the guild had expelled 14 coopers."
    found = asked(ONE, two)
    assert list(clashes(found, judging.packaged().score(found), 0.0)) == []
    (clash,) = clashes(asked(ONE, TWO), judging.packaged().score(asked(ONE, TWO)), 0.0)
    assert (clash[1].told.value, clash[2].told.value) == (14, 17)


def test_the_surer_the_question_and_the_nearer_the_values_the_likelier_a_clash():
    ((a, b),) = asked(ONE, TWO).pairs
    ((_, far),) = asked(ONE, TWO.replace("17", "90")).pairs
    near = judging.clash(0.9, a, b, days=0)
    assert near > judging.clash(0.6, a, b, days=0) > judging.clash(0.6, a, far, days=0)
    assert near > judging.clash(0.9, a, b, days=None)


def test_the_judge_asks_for_the_features_that_it_was_trained_on():
    assert judging.packaged().forest.names == NAMES
