"""What a score rests on, each measure by two pairs of articles that lie on either side of its bound."""

from __future__ import annotations

import pytest

from onrecord.stories import Grouping, StoryKeys, gist
from onrecord.stories import keys as keys_of
from onrecord.stories.score import APART, days_apart, nearness
from onrecord.stories.score import score as score_of
from onrecord.stories.storylines import Outline, likeness

WORDS = tuple((f"word{n}", 0.25) for n in range(16))
NAMED = (("solveig", 0.3), ("tessin", 0.3))


def keys(name, day="2031-03-04", *, last=None, terms=WORDS, **fields):
    return StoryKeys(name, name, day, last or day, terms, **fields)


def score(one, other, *, similarity):
    return score_of(gist(one), gist(other), similarity=similarity)


def scored(one, other, similarity=0.5):
    found = score(one, other, similarity=similarity)
    assert score(other, one, similarity=similarity) == found
    return round(found, 6)


@pytest.mark.parametrize(
    ("day", "left"),
    [
        ("2031-03-05", 1.0),
        ("2031-03-06", 0.9),
        ("2031-03-08", 0.7),
        ("2031-03-10", 0.55),
        ("2031-06-30", 0.55),
    ],
)
def test_days_between_two_articles_cost_from_the_second_on_and_leave_a_part(day, left):
    one, other = keys("a"), keys("b", day)
    assert nearness(days_apart(one, other)) == pytest.approx(left)
    assert scored(one, other) == pytest.approx(0.5 * left)


@pytest.mark.parametrize(
    ("first", "last", "gap"),
    [
        ("2031-03-04", "2031-03-11", 0),
        ("2031-03-04", "2031-03-12", None),  # it may have appeared in more than a week
        ("2031-03-05", "2031-03-12", 1),
        (None, "2031-03-04", None),
        (None, "2031-03-02", 2),
        ("2031-03-09", None, 5),
        (None, None, None),
    ],
)
def test_days_that_surely_lie_between(first, last, gap):
    other = StoryKeys("b", "b", first, last)
    assert days_apart(keys("a"), other) == days_apart(other, keys("a")) == gap
    assert gap is not None or nearness(gap) == 0.6


def test_eight_months_on_it_is_another_chapter_unless_it_is_the_same_text():
    one = keys("a", "2031-01-01", sketch=tuple(range(32)))
    kept, late = "2031-08-29", "2031-08-30"  # 240 and 241 days later
    assert scored(one, keys("b", kept)) == pytest.approx(0.5 * 0.55)
    assert scored(one, keys("b", late)) == APART
    half, less = tuple(range(16)) + (-1,) * 16, tuple(range(15)) + (-1,) * 17
    assert scored(one, keys("b", late, sketch=half)) == pytest.approx(0.5 * 0.55)
    assert scored(one, keys("b", late, sketch=less)) == APART


@pytest.mark.parametrize(
    ("outlet", "day", "left"),
    [
        ("Olm Post", "2031-03-04", 0.85),
        ("Olm Post", "2031-03-11", 0.85 * 0.55),
        ("Olm Post", "2031-03-12", 0.6 * 0.55),
        ("Olm Post", None, 0.6 * 0.6),
        ("Orle Mail", "2031-03-12", 0.55),
        (None, "2031-03-12", 0.55),
    ],
)
def test_articles_of_one_outlet_share_its_phrases(outlet, day, left):
    one, other = keys("a", outlet="Olm Post"), keys("b", day, outlet=outlet)
    assert scored(one, other) == pytest.approx(0.5 * left)


@pytest.mark.parametrize(
    ("names", "alike"), [(("solveig", "tessin"), True), (("brill", "vennborg"), False), (("brill",), True)]
)
def test_two_happenings_of_a_kind_are_told_apart_by_whom_they_name(names, alike):
    """One that names a single person or place is not asked."""
    one, other = (
        keys(name, terms=(*WORDS, *((n, 0.3) for n in named)), names=tuple((n, n) for n in named))
        for name, named in (("a", ("solveig", "tessin")), ("b", names))
    )
    assert (scored(one, other) == 0.5) == alike


@pytest.mark.parametrize(("shared", "kept"), [(2, False), (3, True)])
def test_stories_of_one_matter_share_three_names(shared, kept):
    terms, names = dict(WORDS), ("solveig", "tessin", "aldra")
    one = Outline(terms, frozenset(names))
    other = Outline(terms, frozenset((*names[:shared], "corvin")))
    assert (likeness(one, other) is not None) == kept


@pytest.mark.parametrize(
    ("day", "meet"), [("2031-03-04", True), ("2031-03-31", True), ("2031-07-01", False), (None, False)]
)
def test_near_in_time_more_words_make_two_articles_worth_scoring(day, meet):
    """They share two words that are among the heaviest 32 of each, and not among the heaviest 16."""
    shared = (("levee", 0.1), ("sandbag", 0.1))
    one, other = (
        keys(name, when, terms=(*((f"{name}{n}", 0.2) for n in range(20)), *shared))
        for name, when in (("a", "2031-03-20"), ("b", day))
    )
    grouping = Grouping()
    grouping.add(one)
    assert bool(grouping._index.candidates(other)) == meet


def test_the_days_that_an_article_mentions_are_kept_up_to_a_dozen():
    import builders
    from onrecord.records import AnnotatedArticle, Timex

    text = " ".join(f"d{n:02}" for n in range(1, 15))
    days = [f"2031-05-{n:02}" for n in range(1, 15)]
    timexes = tuple(Timex("a", 4 * n, 4 * n + 3, "DATE", d, d, d, d) for n, d in enumerate(days))
    item = AnnotatedArticle(builders.article(text), timexes=timexes)
    assert keys_of(item, builders.view(text)).days == tuple(days[:12])
