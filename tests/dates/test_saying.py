"""A statement is dated by the words that belong to its cue, and otherwise only bounded."""

from __future__ import annotations

import pytest

import builders
from onrecord.dates import find, say
from onrecord.records import Dating, LocalSpeaker, Span, Statement
from onrecord.text import View

DAY = "2021-03-17"  # a Wednesday


def article(text, day=DAY):
    published = Dating(day, day, day, "given") if day else Dating(earliest="2021-03-15", basis="bounded")
    return builders.article(text, published=published)


def parse(marked):
    """Text and statements of a text marked «source», {cue}, [content], in the order of their cues."""
    text, spans, opened = "", [], []
    for char in marked:
        if char in "«{[":
            opened.append((char, len(text)))
        elif char in "»}]":
            kind, start = opened.pop()
            spans.append((kind, Span(start, len(text))))
        else:
            text += char
    return text, spans


def one(marked, day=DAY):
    text, spans = parse(marked)
    pick = {kind: tuple(s for k, s in spans if k == kind) for kind in "«{["}
    statement = Statement("s", "a", "indirect", "speech", "assert", pick["«"], pick["{"], pick["["], 1.0)
    spoken = article(text, day)
    return say(View(spoken), find(View(spoken)), [statement])[0].said


@pytest.mark.parametrize(
    ("marked", "edtf"),
    [
        ("«Mayor Ode Tamm» {said} Tuesday [that the bridge was safe].", "2021-03-16"),
        ("[“The bridge is safe,”] «Tamm» {told} the Lantern in August 2014.", "2014-08"),
        ("On Tuesday, «Tamm» {said} [the bridge was safe].", "2021-03-16"),
        ("In a statement Monday, «Tamm» {said} [the bridge was safe].", "2021-03-15"),
        ("«Tamm» on Monday {denied} [that the bridge was closed].", "2021-03-15"),
        ("Last week, «Tamm» {warned} [of ice on the bridge].", "2021-03-08/2021-03-14"),
        ("[“It is safe,”] «Tamm» {said}, speaking to reporters on Tuesday.", "2021-03-16"),
        ("«Tamm» called Friday for a new bridge, {saying} [that it was old].", "2021-03-12"),
        ("«Tamm» {said} this month [that the bridge was safe].", "2021-03-01/2021-03-17"),
    ],
)
def test_dated_by_its_own_words(marked, edtf):
    assert one(marked).edtf == edtf


@pytest.mark.parametrize(
    "marked",
    [
        "«Tamm» {said} [the bridge was closed on Tuesday].",
        "«Tamm, who took office in 2014,» {said} [the bridge was safe].",
        "«Tamm» {said} of the 2012 election [that it was lost].",
        "After the storm on Monday, people stayed at home. «Tamm» {said} [it was safe].",
        "«Tamm» {criticised} [a report] that was published Friday.",
        "«Tamm» {said} [the bridge was safe].",
    ],
)
def test_a_date_of_something_else_is_not_taken(marked):
    said = one(marked)
    assert said.edtf is None
    assert (said.earliest, said.latest) == (None, DAY)
    assert DAY in said.basis


def test_earlier_is_before_publication_on_no_day():
    said = one("Earlier, «Tamm» {hinted} [that the bridge would close].")
    assert (said.edtf, said.latest) == (None, DAY)
    assert "Earlier" in said.basis


def test_in_an_undated_article_a_weekday_stays_a_weekday():
    said = one("«Tamm» {said} Tuesday [that the bridge was safe].", day=None)
    assert said.edtf is None
    assert said.earliest == "2021-03-09"
    assert "Tuesday" in said.basis


def test_the_same_source_goes_on_on_the_same_day():
    text, spans = parse("[“It is safe,”] «Tamm» {said} on Tuesday. [“It will stay open,”] «he» {added}.")
    contents, sources, cues = ([s for k, s in spans if k == kind] for kind in "[«{")
    statements = [
        Statement(str(i), "a", "direct", "speech", "assert", (sources[i],), (cues[i],), (contents[i],), 1.0)
        for i in range(2)
    ]
    spoken = article(text)
    first, second = say(View(spoken), find(View(spoken)), statements)
    assert first.said.day == second.said.day == "2021-03-16"
    assert "same source" in second.said.basis


def test_statements_without_spans_are_bounded():
    spoken = article("Nothing.")
    statement = Statement("s", "a", "direct", "speech", "assert", (), (), (), 1.0)
    assert say(View(spoken), (), [statement])[0].said.latest == DAY


def transcript(head):
    lines = (
        ("Olm", "Why was it late?"),
        ("Brill", "It snowed."),
        ("Olm", "Again?"),
        ("Brill", "Yes, again."),
    )
    text, found = head, []
    for who, words in lines:
        start = len(text) + 2
        text += f"\n\n{who}: {words}"
        spans = ((Span(start, start + len(who)),), (Span(start + len(who), start + len(who) + 1),))
        content = (Span(len(text) - len(words), len(text)),)
        found.append(
            Statement(f"s{start}", "a", "direct", "speech", "assert", *spans, content, 1.0, source_text=who)
        )
    spoken = article(text)
    return [s.said.edtf for s in say(View(spoken), find(View(spoken)), found)]


def test_a_day_above_a_transcript_is_that_of_its_turns():
    assert transcript("Inquiry, 9 March 2021") == ["2021-03-09"] * 4
    assert transcript("Updated 9 March 2021") == [None] * 4  # when the page was made
    assert transcript("The inquiry began on 9 March 2021.") == [None] * 4  # a sentence about it
    assert transcript(f"Inquiry, {DAY}") == [None] * 4  # as likely an imprint
    assert transcript(f"Press conference, {DAY}") == [DAY] * 4
    assert transcript(f"Press conference\n{DAY}, 2 p.m.") == [DAY] * 4
    assert transcript(f"The press conference was on {DAY}.") == [None] * 4
    assert transcript("Press conference, 18 March 2021") == [None] * 4  # a day after it was written down


@pytest.mark.parametrize(
    ("second", "day"),
    [
        ("«Ida» {said} [it would snow].", "2021-03-15"),
        ("«Ida» {has said} [it would snow].", None),  # on some other day
        ("«Ida» usually {says} [it will snow].", None),
        ("After 24 hours of talks, «Ida» {said} [it would snow].", None),
    ],
)
def test_a_day_goes_on_with_whom_the_article_takes_for_one_speaker(second, day):
    text, spans = parse(f"«Ida Olm» {{said}} on Monday [it rained].\n\n{second}")
    pick = [tuple(s for k, s in spans if k == kind) for kind in "«{["]
    given = [
        Statement(f"s{n}", "a", "indirect", "speech", "assert", *((p[n],) for p in pick), 1.0) for n in (0, 1)
    ]
    chain = LocalSpeaker("c", "a", "Ida Olm", "person", statement_ids=("s0", "s1"))
    view = View(article(text))
    assert [s.said.edtf for s in say(view, find(view), given, speakers=[chain])] == ["2021-03-15", day]
    assert say(view, find(view), given)[1].said.edtf is None


def days(marked, speakers=()):
    """The days on which the statements of a marked text were said."""
    text, spans = parse(marked)
    pick = [tuple(s for k, s in spans if k == kind) for kind in "«{["]
    given = [
        Statement(f"s{n}", "a", "indirect", "speech", "assert", *((p[n],) for p in pick), 1.0)
        for n in range(len(pick[0]))
    ]
    view = View(article(text))
    return [s.said.edtf for s in say(view, find(view), given, speakers=speakers)]


@pytest.mark.parametrize(
    ("second", "day"),
    [
        ("[“We wait,”] «port authority spokesman Ivo Olm» {told} reporters.", "2021-03-15"),
        ("[“We wait,”] «its spokesman, Ivo Olm,» {told} reporters.", "2021-03-15"),
        ("[“We wait,”] «town spokesman Ivo Olm» {told} reporters.", None),
        ("[“We wait,”] «port authority engineer Ivo Olm» {told} reporters.", None),
        ("[“We wait,”] «port authority spokesman Ivo Olm» {has told} reporters.", None),
    ],
)
def test_a_bodys_day_goes_on_with_who_speaks_for_it(second, day):
    assert days(f"«The Port Authority» {{said}} on Monday [the lock was shut].\n\n{second}") == [
        "2021-03-15",
        day,
    ]


def several(marked, count):
    """When each of ``count`` statements was said, of a text marked with «source», {cue}, [content] in turn."""
    text, spans = parse(marked)
    pick = {kind: [s for k, s in spans if k == kind] for kind in "«{["}
    told = [
        Statement(f"s{n}", "a", "indirect", "speech", "assert", *((pick[k][n],) for k in "«{["), 1.0)
        for n in range(count)
    ]
    spoken = article(text)
    people = [LocalSpeaker("p", "a", "Tamm", "person", statement_ids=("s0", "s1"))]
    return [s.said.edtf for s in say(View(spoken), find(View(spoken)), told, speakers=people)]


@pytest.mark.parametrize(
    ("later", "first"),
    [
        ("«Tamm» {warned} on Tuesday [of ice on the bridge].", "2021-03-16"),
        ("On Tuesday, «Tamm» {warned} [of ice on the bridge].", None),
        ("«Tamm» {warned} on 9 March [of ice on the bridge].", None),
        ("«Tamm» {warned} on 10 March [of ice on the bridge].", "2021-03-10"),
        ("«She» {told} the Lantern in June [that it was old].", None),
        ("«She» {had told} the Lantern in June [that it was old].", None),
    ],
)
def test_what_turns_to_another_time_does_not_date_what_stands_before_it(later, first):
    said = several(f"[“We were lucky,”] «Tamm» {{said}}. {later}", 2)
    assert said[0] == first
    assert said[1] is not None


@pytest.mark.parametrize(
    ("day", "said"),
    [("Thursday", "2021-03-18"), ("Friday", "2021-03-12"), ("next Thursday", None), ("18 March", None)],
)
def test_the_weekday_after_the_day_that_an_article_bears_is_that_on_which_it_went_on(day, said):
    assert one(f"«Tamm» {{said}} on {day} [that the bridge was safe].").edtf == said


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("in a letter released on Monday", "2021-03-15"),
        ("in an angry interview published Monday", "2021-03-15"),
        ("the letter released on Monday rash, and", None),
    ],
)
def test_what_is_called_something_may_have_been_out_for_long(words, day):
    assert one(f"«Tamm» {{called}} {words} [the bridge unsafe].").edtf == day


def test_a_time_goes_on_to_what_follows_it():
    assert several("On Tuesday, «Tamm» {warned} [of ice]. [“We wait,”] «she» {said}.", 2)[1] == "2021-03-16"


@pytest.mark.parametrize(
    ("cue", "day"),
    [("{said}", "2021-03-16"), ("{added}", "2021-03-16"), ("{wrote}", None), ("{posted}", None)],
)
def test_what_is_posted_is_no_part_of_what_was_told_that_day(cue, day):
    assert (
        several(f"On Tuesday, «Tamm» {{told}} the Lantern [it was safe]. [“We wait,”] «she» {cue}.", 2)[1]
        == day
    )
