"""Articles of one happening are one story, with reasons, whatever their order; one matter is a storyline."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations

import pytest

import builders
from onrecord.linkage import average_linkage
from onrecord.records import AnnotatedArticle
from onrecord.stories import Gists, Grouping, StoryKeys, gist, group, group_keys, keys
from onrecord.stories.score import score as score_of
from onrecord.text import View

FLOOD = "The river Aldra burst its banks at Tessin on {day}, and {n} families left their homes. "
FLOOD_A = FLOOD + (
    "Mayor Petra Solveig said sandbags had arrived too late at the Kestrel bridge, which engineers closed. "
    "The Aldra has not stood so high since the dam at Corvin was built."
)
FLOOD_B = FLOOD + (
    "Engineers closed the Kestrel bridge. Sandbags reached Tessin at noon, too late, mayor Solveig complained. "
    "Below the Corvin dam the Aldra stood higher than anyone in Tessin remembers."
)
STRIKE = (
    "Tram drivers in Ostermark walked out on {day} over night shifts. The Union of Carriers said its members "
    "would return when director Jonas Hale withdraws the new roster. Hale called the walkout unlawful."
)
LATER_FLOOD = (
    "The prosecutor Ilse Marant asked a court in Corvin on Tuesday why a warning from the weather office lay "
    "unread in a drawer for nine hours. The trial of two inspectors, Dorn Habel and Viktor Onsager, is the "
    "first over negligence in the province. Judge Almut Reve adjourned it until autumn, when an expert on "
    "telegraph lines will testify. Two years ago the river Aldra burst its banks at Tessin; former mayor "
    "Petra Solveig and the engineers of the Kestrel bridge are among the witnesses. Sandbags were not "
    "mentioned. The defence called the indictment a search for scapegoats, and relatives in the gallery wept."
)


def score(one: StoryKeys, other: StoryKeys, *, similarity: float) -> float:
    return score_of(gist(one), gist(other), similarity=similarity)


def article(name: str, text: str, day: str | None = None, title: str | None = None) -> AnnotatedArticle:
    body = f"{title}\n\n{text}" if title else text
    return AnnotatedArticle(
        builders.article(body, name, outlet=name, title=title, published=builders.day(day))
    )


@pytest.fixture
def news() -> list[AnnotatedArticle]:
    return [
        article("a", FLOOD_A.format(day="Monday", n=300), "2031-03-04", "Aldra floods Tessin"),
        article(
            "b", FLOOD_B.format(day="Monday", n=280), "2031-03-05", "Bridge closed as Aldra floods Tessin"
        ),
        article("c", STRIKE.format(day="Monday"), "2031-03-04", "Ostermark trams stand still"),
        article(
            "d", STRIKE.format(day="Monday") + " Trams ran to the fair.", "2031-03-05", "Trams on strike"
        ),
        article("e", LATER_FLOOD, "2033-04-01", "Inspectors on trial over unread warning"),
    ]


def members(stories) -> set[frozenset[str]]:
    return {frozenset(s.article_ids) for s in stories}


def test_one_happening_is_one_story_and_another_is_not(news):
    found = members(group(news))
    assert {frozenset("ab"), frozenset("cd")} <= found


def test_every_article_is_in_exactly_one_story(news):
    ids = [a for s in group(news) for a in s.article_ids]
    assert sorted(ids) == ["a", "b", "c", "d", "e"]


def test_order_makes_no_difference(news):
    first = group(news)
    for seed in range(5):
        shuffled = news[:]
        random.Random(seed).shuffle(shuffled)  # noqa: S311 - order, not secrets
        assert group(shuffled) == first


def test_articles_one_by_one_give_what_all_at_once_give(news):
    grouping = Grouping()
    for item in reversed(news):
        grouping.add(keys(item, View(item.article)))
        grouping.stories()
    assert grouping.stories() == group(news)


def test_kept_keys_and_matches_give_the_same_stories(news):
    first = Grouping()
    matches = [m for item in news for m in first.add(keys(item, View(item.article)))]
    again = Grouping([keys(item, View(item.article)) for item in news], matches)
    assert again.stories() == first.stories()


def test_adding_an_article_twice_changes_nothing(news):
    grouping = Grouping()
    for item in news + news:
        grouping.add(keys(item, View(item.article)))
    assert grouping.stories() == group(news)


def test_years_later_the_same_matter_is_a_storyline_but_not_the_story(news):
    stories = {a: s for s in group(news) for a in s.article_ids}
    assert stories["e"].id != stories["a"].id
    assert stories["e"].storyline_id == stories["a"].storyline_id
    assert stories["c"].storyline_id != stories["a"].storyline_id


def test_a_story_keeps_its_id_while_it_grows(news):
    before = {s.id for s in group(news[:1])}
    assert before <= {s.id for s in group(news)}


def test_reasons_name_what_the_articles_share(news):
    reasons = next(s for s in group(news) if "a" in s.article_ids).reasons
    assert any("Aldra" in line for line in reasons["a"])
    assert any("1 day" in line for line in reasons["a"])


def test_an_article_alone_says_so(news):
    reasons = next(s for s in group(news) if "e" in s.article_ids).reasons
    assert reasons["e"] == ("no other article here reports this happening",)


def test_undated_articles_are_grouped_by_what_they_say(news):
    undated = article("f", FLOOD_A.format(day="Monday", n=310), None, "Aldra floods Tessin")
    assert frozenset("abf") in members(group([*news[:4], undated]))


def test_a_reprint_is_named_as_near_duplicate():
    long = " ".join(FLOOD_A.format(day="Monday", n=n) for n in (300, 40, 2))
    reprint = group([article("a", long, "2031-03-04"), article("b", long + " It rained.", "2031-03-04")])
    assert any("near-duplicate" in line for line in reprint[0].reasons["b"])


def test_story_dates_are_the_first_and_last_known(news):
    story = next(s for s in group(news) if "a" in s.article_ids)
    assert (story.first_published, story.last_published) == ("2031-03-04", "2031-03-05")
    alone = group([article("x", STRIKE)])[0]
    assert (alone.first_published, alone.last_published) == (None, None)


def test_no_chain_of_neighbours_makes_strangers_one_story():
    half = [f"Word{i}a Word{i}b Word{i}c Word{i}d Word{i}e Word{i}f" for i in range(12)]
    chain = [article(f"n{i:02}", f"{half[i]} {half[i + 1]}", "2031-03-04") for i in range(11)]
    stories = group(chain)
    assert max(len(s.article_ids) for s in stories) < len(chain) / 2
    assert not any({"n00", "n10"} <= set(s.article_ids) for s in stories)


def test_who_name_others_share_no_happening():
    happening = (("blaze", 0.6), ("roof", 0.5))
    one = StoryKeys(
        "a",
        "",
        terms=(*happening, ("tolby", 0.5), ("hollow", 0.37)),
        names=(("hollow", "Marit Hollow"), ("tolby", "Tolby")),
    )
    other = replace(
        one,
        article_id="b",
        terms=(*happening, ("serrin", 0.5), ("osk", 0.37)),
        names=(("osk", "Lena Osk"), ("serrin", "Serrin")),
    )
    nameless = replace(other, names=())
    assert score(one, other, similarity=0.6) < 0.3 * score(one, replace(one, article_id="c"), similarity=0.6)
    assert score(one, nameless, similarity=0.6) == score(one, one, similarity=0.6)  # too few to tell


TOLBY = (
    "A fire destroyed the flax mill in Tolby on Tuesday night, and four people went to hospital with smoke in "
    "their lungs. The fire chief, Marit Hollow, said the stairs had gone when the engines came. Police closed "
    "Dyer Street. Inspectors of the province of Corvath had asked for sprinklers twice, Hollow said."
)
TOLBY_AGAIN = (
    "Four hurt as mill burns. In Tolby the flax mill burned down on Tuesday night. Chief fire officer Marit "
    "Hollow blamed missing sprinklers. Dyer Street in Tolby stays closed, the police of Corvath said."
)
PELLIN = (
    "Six people breathed in smoke when a fire gutted a furniture store in Pellin on Tuesday night. Ruben Osk, who "
    "leads the fire brigade of Pellin, said that a door had been locked. The police closed Quay Road. "
    "The province of Corvath wants its inspectors to look into all stores, Osk said, and hospitals were full."
)


def test_two_fires_in_neighbouring_towns_are_two_stories_and_one_fire_is_one():
    texts = {"a": TOLBY, "b": PELLIN, "c": TOLBY_AGAIN}
    news = [article(name, text, "2031-03-05") for name, text in texts.items()]
    assert members(group(news)) == {frozenset("ac"), frozenset("b")}


def test_what_one_outlet_writes_weeks_apart_is_alike_for_other_reasons():
    one = StoryKeys("a", "", "2031-03-04", "2031-03-04", outlet="Post")
    same, later = replace(one, article_id="b"), replace(one, article_id="b", earliest="2031-06-04")
    later = replace(later, latest="2031-06-04")
    assert score(one, same, similarity=0.3) < score(one, replace(same, outlet="Mail"), similarity=0.3)
    assert score(one, later, similarity=0.3) < 0.7 * score(one, replace(later, outlet="Mail"), similarity=0.3)
    unknown = replace(one, outlet=None)
    assert score(unknown, replace(unknown, article_id="b"), similarity=0.3) == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("one_tells", "appeared", "two_tells", "factor"),
    [
        ("2031-03-03", "2031-05-06", ("2031-05-05",), 0.6),
        ("2031-03-03", "2031-03-26", ("2031-03-25",), 0.6),
        ("2031-03-03", "2031-03-25", ("2031-03-24",), 1.0),  # within three weeks
        ("2031-03-03", "2031-05-06", ("2031-05-05", "2031-03-04"), 1.0),  # tells again what was news then
        ("2031-01-01", "2031-05-06", ("2031-05-05",), 1.0),  # the earlier one tells no day of its own
    ],
)
def test_what_each_tells_of_its_own_days_weeks_apart_is_two_happenings(
    one_tells, appeared, two_tells, factor
):
    one = StoryKeys("a", "", "2031-03-04", "2031-03-04", days=(one_tells,))
    two = StoryKeys("b", "", appeared, appeared, days=two_tells)
    assert score(one, two, similarity=0.5) == factor * score(one, replace(two, days=()), similarity=0.5)


def test_a_pair_without_a_score_counts_against_a_group():
    chain = {"a": {"b": 0.4}, "b": {"a": 0.4, "c": 0.33}, "c": {"b": 0.33}}
    assert average_linkage(chain, "abc", 0.155) == [["a", "b", "c"]]
    assert average_linkage(chain, "abc", 0.155, unscored=-0.05) == [["a", "b"], ["c"]]


@pytest.mark.parametrize(
    "text", ["", " \n ", "?" * 200_000, "a" * 1_000_000, "😀 " * 5000, "“" * 999, "אבג דהו " * 300]
)
def test_odd_text_is_grouped_without_complaint(text):
    stories = group([article("a", text), article("b", "Nothing here.")])
    assert {a for s in stories for a in s.article_ids} == {"a", "b"}


def test_no_articles_no_stories():
    assert group([]) == ()


def test_keys_are_made_of_plain_values(news):
    for item in news:
        found = keys(item, View(item.article))
        assert all(isinstance(t, str) and 0 <= w <= 1 for t, w in found.terms)
        assert abs(sum(w * w for _, w in found.terms) - 1) < 0.01


def test_group_keys_needs_no_article(news):
    assert group_keys(keys(item, View(item.article)) for item in news) == group(news)


def test_pairwise_agreement_of_shuffled_orders_is_complete():
    texts = [
        f"{FLOOD_A if i % 3 else STRIKE} Item{i} Item{i % 7}".format(day="Monday", n=i) for i in range(30)
    ]
    items = [article(f"x{i:02}", t, f"2031-03-{1 + i % 28:02}") for i, t in enumerate(texts)]

    def pairs(stories):
        return {pair for s in stories for pair in combinations(sorted(s.article_ids), 2)}

    base = pairs(group(items))
    for seed in range(5):
        random.Random(seed).shuffle(items)  # noqa: S311 - order, not secrets
        assert pairs(group(items)) == base


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2031-03-05", "2031-03-05", "published the same day as the closest one"),
        ("2031-03-03", "2031-03-08", "published within days of the closest one"),
        ("2031-03-06", "2031-03-06", "published 1 day from the closest one"),
        ("2031-03-07", "2031-03-08", "published at least 2 days from the closest one"),
    ],
)
def test_a_reason_says_no_more_of_the_days_than_is_known(news, first, last, told):
    one, two = (keys(item, View(item.article)) for item in news[:2])
    (story,) = group_keys([replace(one, earliest=first, latest=last), two])
    assert told in story.reasons["a"]


def test_gists_that_were_packed_and_let_go_come_out_as_they_went_in(news):
    made = {k.article_id: k for k in (keys(item, View(item.article)) for item in news)}
    asked: list[str] = []

    def load(article_id: str) -> StoryKeys:
        asked.append(article_id)
        return made[article_id]

    held, again = Gists(load, most=len(made)), Gists(load, most=2)
    for gists in (held, again):
        for _ in range(2):
            for key in sorted(made):
                assert gists(key) == gist(made[key])
                assert list(gists(key).terms.items()) == list(made[key].terms)
    assert asked.count(min(made)) == 1 + 2  # held, it is loaded once; let go, whenever it is asked for
