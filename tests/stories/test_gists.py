"""What gists of articles hold is bounded by how many are held, not by how many were asked for."""

from __future__ import annotations

from onrecord.stories import Gists, StoryKeys, gist


def of_words_of_its_own(article):
    return StoryKeys(article, article, terms=tuple((f"{article}word{n}", 0.1) for n in range(40)))


def test_words_of_gists_that_were_let_go_are_let_go_too():
    gists = Gists(of_words_of_its_own, most=8)
    for n in range(600):
        gists(f"a{n}")
    assert len(gists._words) <= 8 * 40


def test_a_gist_is_the_same_after_others_were_let_go():
    gists = Gists(of_words_of_its_own, most=1)
    assert [gists(a) for a in "aba"] == [gist(of_words_of_its_own(a)) for a in "aba"]
