"""What speaks for somebody as whom a pronoun means: for each feature two small texts that differ in that alone."""

from __future__ import annotations

from math import log1p

import pytest

from onrecord.coreference.antecedents import features
from onrecord.coreference.resolving import read_all
from onrecord.text import View

from .test_resolve import article, statement

PLAIN = {"sentences back": 1, "named often": 1, "gender known": 1, "same paragraph": 1}
SUBJECT = {**PLAIN, "subject of its sentence": 1}
SAID = ("“It rained,” Ann Brill said.", [("Ann Brill", "“It rained,”")])


def told(text, name="Brill", *, said=(), headline=False):
    """What of ``name`` is not nothing, as antecedent of the last pronoun of ``text``; None: it cannot be one."""
    made = [statement(text, n, *pair) for n, pair in enumerate(said)]
    discourse = read_all(View(article(text, headline)), made, [])
    page = discourse.page
    at = max(n for n, word in enumerate(page.lower) if word in {"she", "he"})
    (entity,) = (e for e in discourse.entities if name in e.best.parts)
    found = features(discourse, entity, at, page.pronouns.pronouns[page.lower[at]])
    return found and {name: value for name, value in found.items() if value}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Brill left. She slept.", SUBJECT),
        ("Olga Dane met Ann Brill. She slept.", PLAIN),
        ("The dam held Ann Brill. She slept.", SUBJECT),  # what comes first is of another kind
        ("Ann Brill’s dam broke. She slept.", {**PLAIN, "possessive": 1}),
        ("Ann Brill left. Brill ran. She slept.", {**SUBJECT, "named often": 2}),
        ("Ann Brill left. Brill ran. Brill sat. She slept.", {**SUBJECT, "named often": 3}),
        ("“Ann Brill left,” it said. She slept.", {**PLAIN, "inside a quotation": 1}),
        # a sentence inside a quotation is none that the reader waits through
        ("Ann Brill left. “Brill ran,” it said. She slept.", {**SUBJECT, "named often": 2}),
        ("Ann Brill left. It rained. It rained. She slept.", {**SUBJECT, "sentences back": 3}),
        ("Ann Brill left." + " It rained." * 7 + " She slept.", {**SUBJECT, "sentences back": 8}),
        ("Ann Brill left." + " It rained." * 8 + " She slept.", None),  # too long ago
        ("She slept. Ann Brill left.", None),
        ("Mr. Ann Brill left. She slept.", None),
    ],
)
def test_where_and_how_somebody_was_named_last(text, expected):
    assert told(text) == (
        expected and {**expected, "named often": pytest.approx(log1p(expected["named often"]))}
    )


def test_another_paragraph_is_another():
    one, other = told("Ann Brill left. She slept."), told("Ann Brill left.\n\nShe slept.")
    assert {name for name in one if name not in other} == {"same paragraph"}
    assert other == {name: one[name] for name in other}


@pytest.mark.parametrize(("between", "spoke"), [(0, True), (3, True), (4, False)])
def test_who_spoke_last_is_so_for_four_sentences(between, spoke):
    words, said = SAID
    text = words + " It was so." * between + " She slept."
    assert ("spoke last" in told(text, said=said)) is spoke
    assert "spoke last" not in told(text)


@pytest.mark.parametrize(
    ("headline", "text", "has"),
    [
        ("Brill leaves the dam", "Ann Brill left. She slept.", True),
        ("Dane leaves the dam", "Ann Brill left. She slept.", False),
        # a widow is not in her husband's headline
        ("Jonas Brill leaves the dam", "Jonas Brill died. Ann Brill left. She slept.", False),
        ("Ann Brill leaves the dam", "Jonas Brill died. Ann Brill left. She slept.", True),
    ],
)
def test_whom_the_headline_names(headline, text, has):
    assert ("in the headline" in told(f"{headline}\n\n{text}", "Ann", headline=True)) is has
