"""What gists of articles hold is bounded by how many are held, not by how many were asked for."""

from __future__ import annotations

import tracemalloc

from onrecord.stories import Gists, StoryKeys, gist


def of_words_of_its_own(article):
    return StoryKeys(article, article, terms=tuple((f"{article}word{n}", 0.1) for n in range(40)))


def kept_after(articles, most):
    """The bytes that are still held after so many articles were asked for."""
    gists = Gists(of_words_of_its_own, most)
    tracemalloc.start()
    try:
        for n in range(articles):
            gists(f"a{n}")
        return tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()


def test_words_of_gists_that_were_let_go_are_let_go_too():
    of_all = kept_after(600, most=600)  # first: the interpreter's own table of words grows but once
    assert kept_after(600, most=8) < of_all / 10


def test_a_gist_is_the_same_after_others_were_let_go():
    gists = Gists(of_words_of_its_own, most=1)
    assert [gists(a) for a in "aba"] == [gist(of_words_of_its_own(a)) for a in "aba"]
