"""What differs between sentences in nearly the same words is read off their places."""

from __future__ import annotations

import pytest

import builders
from onrecord.dates import date_article
from onrecord.records import AnnotatedArticle, Story
from onrecord.relations import days, facts, read, values
from onrecord.text import View, view_all

CLEARED = "The harbour board of Serrin will close the northern ferry berth for repairs"

pytestmark = pytest.mark.usefixtures("as_if_held")


def relations(one: str, two: str):
    items = [
        AnnotatedArticle(builders.article(t, n, outlet=n, published=builders.day("2031-03-05")))
        for n, t in (("a", one), ("b", two))
    ]
    by_id = {i.article.id: i for i in items}
    story = Story("s", "", tuple(by_id), None, None, "l")
    return read(story, by_id, (), {}, view_all(by_id))


def told(one: str, two: str) -> set[tuple[str, str]]:
    return {(r.kind, r.what) for r in relations(one, two)}


@pytest.mark.parametrize(
    "bound",
    [
        " unless the ministry pays for a pontoon",
        " until the ministry pays for a pontoon",
        ", except on market days",
        " for now",
    ],
)
def test_a_bound_that_only_one_outlet_has_is_a_condition_lost_there(bound):
    (found,) = relations(f"{CLEARED}.", f"{CLEARED}{bound}.")
    assert (found.kind, found.what, found.a.article_id, found.b.article_id) == (
        "condition_lost",
        "condition",
        "a",
        "b",
    )


@pytest.mark.parametrize(("instead", "lost"), [("", True), ("not ", False)])
def test_whoever_denies_leaves_out_no_hedge(instead, lost):
    one, two = (
        f"Inspector Rolf Aune said he would {w}close the northern berth" for w in (instead, "probably ")
    )
    assert (("condition_lost", "condition") in told(f"{one}.", f"{two}.")) is lost


def test_the_clause_of_a_bound_is_shown_whole():
    text = f"{CLEARED} unless the ministry pays for a pontoon."
    (found,) = relations(f"{CLEARED}.", text)
    assert "unless the ministry pays for a pontoon" in text[found.b.start : found.b.end]


def test_may_told_as_will_is_a_condition_lost():
    assert told(CLEARED.replace("will", "may") + ".", f"{CLEARED}.") == {("condition_lost", "condition")}


def test_a_bound_kept_in_the_next_sentence_is_not_lost():
    kept = f"{CLEARED}. The ministry may pay for a pontoon instead."
    assert told(f"{CLEARED} unless the ministry pays for a pontoon.", kept) == set()


def test_a_bound_in_a_sentence_that_says_much_besides_is_none_of_the_shorter_one():
    longer = (
        "Some fishermen, who had moored there for years and had written twice to the governor about their "
        f"nets, learned that {CLEARED[0].lower()}{CLEARED[1:]}."
    )
    assert told(f"{CLEARED}.", longer) == set()


@pytest.mark.parametrize(
    ("one", "two", "what"),
    [
        ("The storm drove 340 families from the village of Serrin, the board said.", "490", "number"),
        ("The board of Serrin denied that acid had leaked from the tank.", "confirmed", "polarity"),
    ],
)
def test_one_word_exchanged_is_a_clash(one, two, what):
    changed = one.replace("340", two).replace("denied", two)
    assert told(one, changed) == {("clash", what)}


def test_another_name_beside_said_is_a_clash_of_who():
    one = "The sluice at Serrin was opened an hour too late, said Marit Hollow of the harbour board."
    assert told(one, one.replace("Marit Hollow", "Ruben Osk")) == {("clash", "attribution")}


def test_a_name_that_the_other_article_knows_is_no_clash():
    one = "The sluice at Serrin was opened an hour too late, said Marit Hollow of the harbour board."
    other = one.replace("Marit Hollow", "Ruben Osk") + " Hollow was there when it opened."
    assert told(one, other) == set()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The ferry berth at Serrin lies 10 miles from the harbour mouth.", "16.1 kilometres"),
        ("The ferry berth at Serrin lies 10 miles from the harbour mouth.", "ten miles"),
    ],
)
def test_one_value_written_otherwise_is_none(one, two):
    assert told(one, one.replace("10 miles", two)) == set()


def test_other_words_and_another_order_are_none():
    one = "The harbour board closed the northern ferry berth on Tuesday."
    assert told(one, "On Tuesday the harbour board shut the northern ferry berth.") == set()


def dated(text: str, name: str = "a", *, of_saying: bool = False):
    article = builders.article(text, name, outlet=name, published=builders.day("2031-03-05"))
    view = View(article)
    item = AnnotatedArticle(article, timexes=date_article(view, (), ()).timexes)
    sentences = facts.told(view)
    found = values.values((), days.dated(item, sentences), sentences, of_saying=of_saying)
    return [value.span.of(text) for value in found]


def test_a_day_of_saying_is_compared_only_where_all_around_it_is_equal():
    said = "The mayor told reporters on 3 March 2031 that the northern ferry berth will close for repairs."
    done = "The northern ferry berth of Serrin closed for repairs on 3 March 2031, when the storm was over."
    assert dated(said) == []
    assert dated(said, of_saying=True) == dated(done) == dated(done, of_saying=True) == ["3 March 2031"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The board is the third to close its ferry berth at Serrin.", "is only the third"),
        ("The answer of the board of Serrin to the storms is a longer northern wall.", "the only answer"),
        ("The storm drove thousands of families from the village of Serrin.", "some of the"),
        (
            "The board will move all but urgent staff out of the harbour office of Serrin.",
            "all except urgent",
        ),
    ],
)
def test_what_stresses_counts_or_says_the_same_is_no_bound(one, two):
    for kept in ("is the third", "The answer", "thousands of", "all but urgent"):
        changed = one.replace(kept, two[0].upper() + two[1:] if kept[0].isupper() else two)
        if changed != one:
            assert told(one, changed) == set()


def test_whether_told_as_if_and_some_accomplishment_bound_nothing():
    text = "Nobody on the board of Serrin knows {} the northern ferry berth will be closed this year."
    assert told(text.format("whether"), text.format("if")) == set()
    text = "You came to the harbour of Serrin to pass off a closed berth as {}accomplishment for the board."
    assert told(text.format(""), text.format("some ")) == set()


def test_another_word_in_the_place_of_a_hedge_is_no_lost_hedge():
    text = "The board of Serrin has said that it has no {} to close the northern ferry berth this year."
    assert told(text.format("inclination"), text.format("plans")) == set()


def test_a_hedge_that_comes_with_news_of_its_own_is_no_bound():
    text = (
        "Another ship took the 103 guests{} and 26 sailors from the berth of Serrin to the northern harbour."
    )
    assert told(text.format(""), text.format(", most of them Velmish,")) == set()


def test_a_hedge_at_the_end_that_the_next_sentence_has_is_kept():
    text = "The board of Serrin warns that a long closure of the northern ferry berth is possible."
    short = text.replace("that a", "of a").replace(" is possible", "")
    assert told(f"{short} Such a closure of the berth could come in March.", text) == set()


def test_a_question_and_another_body_deny_nothing():
    text = "the harbour board of Serrin close the northern ferry berth before the winter storms come"
    assert told(f"We hear that {text}.", f"Why did not {text}?") == set()
    text = "{} has{} taken any steps to close the northern ferry berth before the winter storms come."
    assert told(text.format("The Corvath board", ""), text.format("The Serrin board", " not")) == set()
    assert told(text.format("The Serrin board", ""), text.format("The Serrin board", " not")) != set()
    text = "For the sake of the harbour of Serrin, {} become the usual way."
    assert told(text.format("we can't let it"), text.format("it cannot")) == set()


def test_what_commas_set_behind_a_name_is_nobody_else():
    text = "The northern berth will be closed for a year, Petra Solveig, {}, said at the harbour."
    assert told(text.format("a Corvath Green"), text.format("the Harbour Warden")) == set()
    text = "The northern berth will be closed for a year, Petra Solveig {} said at the harbour."
    assert told(text.format("(C-Corvath)"), text.format("of Serrin")) == set()
    text = "The northern berth of Serrin will be closed for a year, {} Solveig said at the harbour."
    assert told(text.format("Rep. Petra"), text.format("Councillor Petra")) == set()


def opened(one: str, two: str) -> set[tuple[str, str]]:
    return {(r.kind, r.what) for r in relations(one, two) if r.shown}


def test_a_stretch_in_the_same_words_is_compared_whatever_else_is_told():
    one = "After a long night in the town hall the harbour board of Serrin {} in autumn{}, its head told us on Monday."
    two = "In autumn the ships must go: the harbour board of Serrin {} in autumn{}, and its neighbours are glad."
    close, berth = "will close the northern ferry berth", "the northern ferry berth"
    lost = {("condition_lost", "condition")}
    assert told(one.format(close, ""), two.format(close, "")) == set()
    assert told(one.format(close, " unless the ministry pays"), two.format(close, "")) == lost
    assert told(one.format(close, " even if the ministry pays"), two.format(close, "")) == set()
    assert told(one.format(f"may close {berth}", ""), two.format(close, "")) == lost
    assert told(one.format(f"will not close {berth}", ""), two.format(close, "")) == {("clash", "polarity")}
    moved = "moved 340 boats from the northern ferry berth"
    assert told(one.format(moved, ""), two.format(moved.replace("340", "430"), "")) == {("clash", "number")}


def test_what_comes_on_top_of_something_is_no_other_value_of_it():
    one = "The board moved 340 boats from the northern ferry berth of Serrin to the old fishing harbour."
    assert opened(one, one.replace("340", "430")) == {("clash", "number")}
    assert opened(one, one.replace("340", "another 430")) == set()


@pytest.mark.parametrize(("kept", "instead"), [("denied", "confirmed"), ("340", "430"), ("had", "had not")])
def test_what_is_all_that_differs_stands_in_the_open(kept, instead):
    one = "The board of Serrin denied that 340 litres of acid had leaked from the tank on Monday."
    (found,) = relations(one, one.replace(kept, instead))
    assert found.shown
    assert found.kind == "clash"


def test_two_polls_and_a_weekday_beside_said_are_no_clash():
    one = "The poll asked 1,027 voters of Serrin about the northern ferry berth and the harbour board."
    assert opened(one, one.replace("1,027", "1,033")) == set()
    said = "The northern ferry berth of Serrin will be closed for a year, the harbour board said {}."
    assert told(said.format("Monday"), said.format("Thursday")) == set()


def test_what_both_have_besides_keeps_no_bound():
    after = " The ministry pays for pontoons until June."
    bound = f"Until the storms are over {CLEARED[0].lower()}{CLEARED[1:]}"
    lost = {("condition_lost", "condition")}
    assert told(f"{CLEARED}.{after}", f"{CLEARED} until the ministry pays for a pontoon.{after}") == lost
    assert told(f"{bound}.", f"{bound} unless the ministry pays for a pontoon.") == lost
    longer = " if the ministry, whose money is short after three dry years, will not pay for a pontoon before the next storm"
    assert told(f"{CLEARED}.", f"{CLEARED}{longer}.") == lost
    assert told(f"{CLEARED}.", f"{CLEARED} before.") == set()


def test_one_name_in_two_accusations_is_no_one_proposition():
    assert (
        opened(
            "The board of Serrin denies that it once paid the Orrin Dam Company for a report on the lake.",
            "The board of Serrin was also accused of being close to the Orrin Dam Company.",
        )
        == set()
    )


def test_a_condition_behind_who_says_so_is_a_condition_lost():
    behind = f"{CLEARED}, she told the radio station Marl, “if the ministry agrees”."
    assert told(f"{CLEARED}, she told the radio station Marl.", behind) == {("condition_lost", "condition")}
    assert told(f"{CLEARED}.", behind) == {("condition_lost", "condition")}


@pytest.mark.parametrize(
    "other",
    [
        f"{CLEARED}, and if you ask the captains, they have waited for years.",
        f"{CLEARED}, she told the radio station Marl, before calling the ministry lazy.",
        f"{CLEARED.replace('will close', 'has sold')} if it comes to that.",
        f"{CLEARED} if they [the captains].",
        f"{CLEARED}, said a clerk who spoke on condition of anonymity because of the vote.",
    ],
)
def test_a_clause_that_bounds_something_else_is_no_condition_of_what_both_tell(other):
    assert ("condition_lost", "condition") not in told(f"{CLEARED}.", other)


def test_a_condition_told_in_the_next_sentence_in_other_words_is_kept():
    other = f"{CLEARED} if the ministry lends the money."
    assert told(f"{CLEARED}. Everything depends on a loan from the ministry.", other) == set()


def test_what_nobody_did_was_not_done_by_those_whom_the_other_names():
    seen = "{} had seen the cracks in the northern ferry berth before the storm of last week."
    one, two = (
        seen.format("The harbour board said that the inspectors"),
        seen.format("The harbour board said that nobody"),
    )
    assert told(one, two) == {("clash", "polarity")}
    assert told(one, one.replace("the inspectors", "the captains")) == set()


@pytest.mark.parametrize("place", ["in Ostrand Bay", "near Marl"])
def test_another_place_in_the_same_words_is_a_clash_of_places_and_of_nothing_else(place):
    sentence = (
        "The ferry Anna ran onto a sandbank {} on Tuesday night with sixty people on board, police said."
    )
    assert told(sentence.format("in Serrin"), sentence.format(place)) == {("clash", "place")}
    held = f" The town of {place.split(' ', 1)[1]} lies beside Serrin."
    assert told(sentence.format("in Serrin") + held, sentence.format(place)) == set()


def test_where_something_was_said_is_not_who_said_it():
    sentence = (
        "The ferry will sail again on the first day of spring, the board told reporters in {} after the vote."
    )
    assert ("clash", "attribution") not in told(sentence.format("Serrin"), sentence.format("Ostrand"))


@pytest.mark.parametrize(("other", "differs"), [("on 9 March 2031", True), ("before 9 March 2031", False)])
def test_a_day_that_is_a_limit_is_no_other_day(other, differs):
    sentence = "The divers of the board found no cracks in the northern ferry berth of Serrin {}, as it said."
    texts = sentence.format("on 3 March 2031"), sentence.format(other)
    by_id = {}
    for name, text in zip("ab", texts, strict=True):
        article = builders.article(text, name, outlet=name, published=builders.day("2031-03-15"))
        by_id[name] = AnnotatedArticle(article, timexes=date_article(View(article), (), ()).timexes)
    found = read(Story("s", "", ("a", "b"), None, None, "l"), by_id, (), {}, view_all(by_id))
    assert [r.what for r in found] == (["date"] if differs else [])


def test_parts_of_one_whole_are_held_against_each_other_and_its_rest_is_not():
    text = "Divers found cracks in {} of the fourteen piers of the Serrin ferry berth on Monday."
    assert told(text.format("nine"), text.format("eleven")) == {("clash", "number")}
    assert told(text.format("nine"), text.format("five")) == set()


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        (
            "Royalties of four percent go to the region.",
            "Royalties of 14 percent flow to the region.",
            "number",
        ),
        # Somebody whom the sentence does not name may be somebody else.
        ("He pays four percent to the region.", "He pays 14 percent to the region.", None),
        # Each has much that the other has not.
        (
            "Royalties of four percent go to the region.",
            "Royalties of 14 percent are what the mine pays.",
            None,
        ),
        ("Royalties go to the region.", "Royalties go to the region if the mine pays taxes.", "condition"),
        ("Royalties go to the region.", "Royalties and fees go to the region if the mine pays.", None),
    ],
)
def test_short_sentences_that_begin_alike_tell_one_thing(one, two, found):
    told = {(r.what, r.shown) for r in relations(one, two)}
    assert told == ({(found, False)} if found else set())


THREAT = "a film {} the beheading of the old statue of Serrin by the harbour crew"


@pytest.mark.parametrize(
    ("one", "two", "lost"),
    [
        # The clause hangs on the last verb before it, which only the second sentence has.
        (
            f"Two outlets have seen {THREAT.format('showing')}.",
            f"The owner threatened to sue at the end of {THREAT.format('showing')} if the board paid nothing.",
            False,
        ),
        (
            f"Then the owner threatened to sue at the end of {THREAT.format('showing')}.",
            f"The owner threatened to sue at the end of {THREAT.format('showing')} if the board paid nothing.",
            True,
        ),
        # A hedge of what is meant, and one of who speaks.
        (
            "The board of Serrin will reopen the northern ferry berth in June.",
            "The board of Serrin plans to reopen the northern ferry berth in June.",
            True,
        ),
        (
            "“We were too slow to repair the northern ferry berth,” she says.",
            "“We were too slow to repair the northern ferry berth,” she plans to say.",
            False,
        ),
        (
            "It was a move to close the northern ferry berth of Serrin.",
            "It was a move that tries to close the northern ferry berth of Serrin.",
            False,
        ),
    ],
)
def test_a_bound_is_of_the_verb_that_both_have(one, two, lost):
    assert (("condition_lost", "condition") in told(one, two)) is lost
