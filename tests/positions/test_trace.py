"""Positions follow a topic over the years for a speaker and for those it speaks for, with rival readings."""

from __future__ import annotations

from dataclasses import replace

import pytest

import builders
from onrecord.positions import trace
from onrecord.records import (
    AnnotatedArticle,
    Block,
    Dating,
    Rendering,
    Span,
    Speaker,
    Statement,
    Story,
    Utterance,
)
from onrecord.text import view_all

SPEAKERS = {
    "aide": Speaker("aide", "Ona Reth", "person", acts_for=("palace",)),
    "palace": Speaker("palace", "Palace", "organisation", acts_for=("velland",)),
    "ministry": Speaker("ministry", "Foreign Ministry", "organisation", acts_for=("velland",)),
    "velland": Speaker("velland", "Velland", "organisation"),
}


def day(iso):
    return Dating(iso, iso, iso, "given")


def article(name, published, *said):
    """An article whose sentences are ``(speaker, cue, content, day or None)``."""
    text, statements = "", []
    for i, (speaker, cue, content, said_on) in enumerate(said):
        lead, _, verb = cue.rpartition("|")
        head = f"{lead}{SPEAKERS[speaker].name} {verb} "
        who = len(text) + len(lead)
        start = len(text) + len(head)
        statements.append(
            Statement(
                id=f"{name}-{i}",
                article_id=name,
                kind="indirect",
                mode="speech",
                stance="assert",
                source=(Span(who, who + len(SPEAKERS[speaker].name)),),
                cue=(Span(start - 1 - len(verb), start - 1),),
                content=(Span(start, start + len(content)),),
                confidence=0.9,
                speaker_id=speaker,
                said=day(said_on) if said_on else Dating(),
            )
        )
        text += f"{head}{content}.\n"
    item = builders.article(
        text,
        name,
        outlet=f"The {name}",
        blocks=(Block("paragraph", 0, len(text)),),
        published=published,
    )
    return AnnotatedArticle(item, statements=tuple(statements))


def story(*items):
    return Story("s", "t", tuple(i.article.id for i in items), None, None, "line")


@pytest.fixture
def moved():
    old = article(
        "Courier",
        day("2016-03-01"),
        ("ministry", "said", "it has no plans to open sea ports in Karst", "2016-03-01"),
    )
    new = article(
        "Herald",
        day("2022-05-02"),
        ("aide", "said", "the two did not discuss sea ports in Karst", "2022-05-01"),
        ("palace", "Earlier, the |said", "it did not rule out sea ports abroad", None),
    )
    return old, new


def test_a_position_moves_over_the_years(moved):
    items = {i.article.id: i for i in moved}
    found = {p.speaker_id: p for p in trace([story(*moved)], items, [], SPEAKERS, view_all(items))}
    position = found["velland"]
    assert position.topic == "sea ports in Karst"
    assert [e.level for e in position.entries] == ["no_plans", "does_not_rule_out", "did_not_discuss"]
    assert [e.speaker_id for e in position.entries] == ["ministry", "palace", "aide"]
    assert len(position.shifts) == 2


def test_every_shift_names_rival_explanations(moved):
    items = {i.article.id: i for i in moved}
    found = {p.speaker_id: p for p in trace([story(*moved)], items, [], SPEAKERS, view_all(items))}
    rivals = " ".join(r for s in found["velland"].shifts for r in s.rivals)
    for word in ("another speaker", "another question", "a paraphrase", "one outlet only", "uncertain order"):
        assert word in rivals


def test_those_who_speak_for_each_other_end_no_loop(moved):
    items = {i.article.id: i for i in moved}
    loop = SPEAKERS | {"velland": Speaker("velland", "Velland", "organisation", acts_for=("palace",))}
    assert trace([story(*moved)], items, [], loop, view_all(items))


def test_the_order_of_articles_does_not_matter(moved):
    items = {i.article.id: i for i in moved}
    assert trace([story(*moved)], items, [], SPEAKERS, view_all(items)) == trace(
        [story(*moved[::-1])], items, [], SPEAKERS, view_all(items)
    )


def test_renderings_of_one_utterance_count_once():
    first = article(
        "Courier", day("2020-01-01"), ("aide", "said", "there are no plans for sea ports", "2020-01-01")
    )
    second = article("Herald", day("2020-01-02"), ("aide", "said", "sea ports are not planned", None))
    renderings = tuple(Rendering(f"{n}-0", n, (), "paraphrase") for n in ("Courier", "Herald"))
    told = [Utterance("u", "s", "aide", day("2020-01-01"), renderings)]
    items = {i.article.id: i for i in (first, second)}
    assert trace([story(first, second)], items, told, SPEAKERS, view_all(items)) == ()


def test_one_statement_is_no_position(moved):
    old, _ = moved
    assert trace([story(old)], {old.article.id: old}, [], SPEAKERS, view_all({old.article.id: old})) == ()
    assert trace([], {}, [], {}, {}) == ()


def test_what_several_say_is_said_by_each_of_them(moved):
    named = SPEAKERS | {
        "aide": Speaker("aide", "Ona Reth", "person", acts_for=("ministry",)),
        "palace": Speaker("palace", "Palace and Foreign Ministry", "group", acts_for=("ministry",)),
    }
    items = {i.article.id: i for i in moved}
    found = {p.speaker_id: p for p in trace([story(*moved)], items, [], named, view_all(items))}
    assert len(found["ministry"].entries) == 3


def test_what_only_dates_something_else_is_no_position():
    first = article("Courier", day("2020-01-01"), ("aide", "said", "it will open sea ports", "2020-01-01"))
    second = article(
        "Herald", day("2020-02-01"), ("aide", "It ended after |agreed", "to open sea ports", None)
    )
    items = {i.article.id: i for i in (first, second)}
    assert trace([story(first, second)], items, [], SPEAKERS, view_all(items)) == ()


OPEN = ("palace", "said", "it did not rule out sea ports in Karst", None)
CLOSED = ("palace", "said", "it has no plans to open sea ports in Karst", None)
LATER = ("palace", "said", "it will open sea ports in Karst", "2024-06-01")


def shifts(*items):
    held = {i.article.id: i for i in items}
    found = trace([story(*items)], held, (), SPEAKERS, view_all(held))
    return {(s.from_statement_id, s.to_statement_id) for p in found for s in p.shifts}


def test_two_things_said_in_one_article_on_no_day_are_no_shift():
    both = article("Herald", day("2022-05-02"), OPEN, CLOSED)
    later = article("Courier", day("2024-06-02"), LATER)
    assert shifts(both, later) == {("Herald-1", "Courier-0")}


def test_what_was_said_at_no_known_time_follows_nothing():
    undated = article("Herald", Dating(), CLOSED)
    dated = article("Courier", day("2022-05-02"), OPEN)
    later = article("Mail", day("2024-06-02"), LATER)
    assert shifts(undated, dated, later) == {("Courier-0", "Mail-0")}


def test_two_things_that_share_a_few_words_are_no_shift():
    early = (
        "palace",
        "said",
        "it will open a school of music for the children of Karst at the port",
        "2024-01-01",
    )
    late = (
        "palace",
        "said",
        "it has no plans to tax foreign crews of fishing boats at the port",
        "2024-06-01",
    )
    assert not shifts(
        article("Courier", day("2024-01-01"), early), article("Herald", day("2024-06-01"), late)
    )


def test_a_level_read_off_two_renderings_of_one_utterance_is_no_shift():
    first = article("Courier", day("2024-05-31"), (*CLOSED[:3], "2024-05-31"))
    second = article("Herald", day("2024-06-01"), LATER)
    items = {i.article.id: i for i in (first, second)}
    renderings = tuple(Rendering(f"{n}-0", n, (), "paraphrase") for n in ("Courier", "Herald"))
    told = [Utterance("u", "s", "palace", day("2024-05-31"), renderings)]
    found = trace([story(first, second)], items, told, SPEAKERS, view_all(items))
    assert [s for p in found for s in p.shifts] == []


def test_one_long_quotation_that_two_articles_have_is_no_shift():
    words = "we will open the sea ports, the salt works and the northern railway of Karst to foreign crews{}"
    first = article("Courier", day("2024-05-30"), ("palace", "said", words.format(""), None))
    more = words.format(", which we did not rule out")
    second = article("Herald", day("2024-06-01"), ("palace", "said", more, None))
    quoted = [
        replace(i, statements=tuple(replace(s, kind="direct") for s in i.statements)) for i in (first, second)
    ]
    assert not shifts(*quoted)


def test_two_sayings_of_one_day_are_in_no_order():
    first = article("Courier", day("2024-06-01"), CLOSED)
    assert not shifts(first, article("Herald", day("2024-06-01"), LATER))
    assert shifts(first, article("Herald", day("2024-06-02"), (*LATER[:3], "2024-06-02")))


def test_an_own_act_given_up_and_taken_up_is_a_shift_whatever_else_was_said():
    never = (
        "aide",
        "said",
        "she would not run for speaker of the harbour council, and praised the warden",
        None,
    )
    ready = ("aide", "agreed", "to run for speaker after three groups of members had asked her to", None)
    first = article("Courier", day("2024-05-01"), never)
    second = article("Herald", day("2024-06-01"), ready)
    assert shifts(first, second) == {("Courier-0", "Herald-0")}
    more = (
        "she would not sell the house of her late father on the western pier, whatever anybody in town says"
    )
    both = article("Courier", day("2024-05-01"), never, ("aide", "said", more, None))
    assert shifts(both, second) == {("Courier-0", "Herald-0")}
    other = ("aide", "agreed", "to run for treasurer after three groups of members had asked her to", None)
    assert not shifts(first, article("Herald", day("2024-06-01"), other))


def test_silence_before_what_somebody_else_does_is_no_shift():
    first = article(
        "Courier", day("2024-05-01"), ("palace", "said", "the two did not discuss the ports of Karst", None)
    )
    second = article(
        "Herald", day("2024-06-01"), ("palace", "said", "the crews will not leave the ports of Karst", None)
    )
    assert not shifts(first, second)


def test_what_somebody_else_does_is_no_shift_of_the_speakers():
    first = article(
        "Courier", day("2024-05-01"), ("palace", "said", "the crews will leave the ports of Karst", None)
    )
    second = article(
        "Herald", day("2024-06-01"), ("palace", "said", "the crews will not leave the ports of Karst", None)
    )
    assert not shifts(first, second)


def test_who_vetoes_what_he_meant_to_sign_has_moved():
    first = article(
        "Courier", day("2024-05-01"), ("palace", "said", "it would veto the harbour toll bill", None)
    )
    done = ("palace", "said", "it signed the harbour toll bill", None)
    second = article("Herald", day("2024-06-01"), done)
    assert shifts(first, second) == {("Courier-0", "Herald-0")}
    other = ("palace", "said", "it signed the treaty on salt", None)
    assert not shifts(first, article("Herald", day("2024-06-01"), other))


@pytest.mark.parametrize(("then", "moved"), [("2024-05-03", False), ("2024-05-04", True)])
def test_the_same_words_with_a_not_are_said_anew_only_when_days_lie_between(then, moved):
    words = "it will {}close the sea ports of Karst"
    first = article("Courier", day("2024-05-01"), ("palace", "said", words.format(""), None))
    second = article("Herald", day(then), ("palace", "said", words.format("not "), None))
    items = {i.article.id: i for i in (first, second)}
    renderings = tuple(Rendering(f"{n}-0", n, (), "variant") for n in ("Courier", "Herald"))
    told = [Utterance("u", "s", "palace", day("2024-05-01"), renderings)]
    found = trace([story(first, second)], items, told, SPEAKERS, view_all(items))
    assert bool([s for p in found for s in p.shifts]) == moved
