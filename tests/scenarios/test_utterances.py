"""How one outlet's rendering relates to another's turns on the words between the quotation marks."""

from __future__ import annotations

import pytest

from markup import draft, told

FULL = "[Ilse Marant] {said} <“We will open both gates of the dam on Friday unless the lake keeps falling.”>"


def renderings(other: str):
    """The renderings of the utterance that both articles give, by article; empty when they share none."""
    found = told(
        draft(FULL, "full", outlet="Veld Post", date="2031-03-05"),
        draft(other, "other", outlet="Coastal Wire", date="2031-03-05"),
    )
    names = {i.article.id: name for name, i in found.items.items()}
    shared = [u for u in found.found.utterances if len(u.renderings) > 1]
    return {names[r.article_id]: r for u in shared for r in u.renderings}


@pytest.mark.parametrize(
    ("content", "label"),
    [
        ("“We will open both gates of the dam on Friday unless the lake keeps falling.”", "verbatim"),
        ("“We will open both gates of the dam on Friday.”", "partial"),
        ("“We shall open the gates of the dam on Friday if the lake stays high.”", "variant"),
        ("that both gates of the dam would open on Friday unless the lake kept falling", "paraphrase"),
        ("that on Friday “both gates” of the dam would open unless the lake kept falling", "partial"),
    ],
)
def test_a_rendering_is_labelled_by_how_much_of_the_words_it_gives(content, label):
    found = renderings(f"[Ilse Marant] {{said}} <{content}>.")
    assert found["other"].label == label


@pytest.mark.parametrize(
    ("content", "dropped"),
    [
        ("that both gates of the dam would open on Friday unless the lake kept falling", False),
        ("that both gates of the dam would open on Friday", True),
    ],
)
def test_a_condition_that_a_rendering_leaves_out_is_marked(content, dropped):
    found = renderings(f"[Ilse Marant] {{said}} <{content}>.")
    assert found["other"].dropped_qualifier == dropped
    assert not found["full"].dropped_qualifier


@pytest.mark.parametrize(("verb", "flipped"), [("will", False), ("will not", True)])
def test_a_not_that_one_rendering_has_alone_is_marked(verb, flipped):
    found = renderings(
        f"[Ilse Marant] {{said}} <“We {verb} open both gates of the dam on Friday unless the lake falls.”>"
    )
    assert [r.polarity_flip for r in found.values()].count(True) == int(flipped)


@pytest.mark.parametrize(("speaker", "joined"), [("Ilse Marant", True), ("Peter Lunde", False)])
def test_a_paraphrase_of_another_speaker_is_another_utterance(speaker, joined):
    found = renderings(f"[{speaker}] {{said}} <that the gates of the dam might be opened on Friday>.")
    assert bool(found) == joined
