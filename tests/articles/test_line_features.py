"""What the line tagger is told of a line: for each feature two small lines, or places, that differ in that alone."""

from __future__ import annotations

from math import log1p

import pytest

from onrecord.articles.features import NUMBERS, lines_of, see

SIZES = ("length", "words", "capitals", "capitalised", "figures", "marks")
ENDS = ("ends a sentence", "ends quoted", "ends in a colon", "ends in a comma", "ends in a hyphen")
BEGINS = ("small letter", "capital", "figure", "opens a quotation", "list mark")
FLAGS = (*ENDS, *BEGINS, "bracketed", "sentences", "quotation marks", "address", "mail", "handle", "rights")
FLAGS = (*FLAGS, "bars", "steps", "day", "year", "clock", "byline", "dateline")
WORDS = ("function words", "reader's words", "columns", "long words capitalised", "tokens", "wordless")
AROUND = ("indented", "blank above", "blank below", "page above")
ORDER = ("from first", "from last", "share", "lines before", "lines after", "lines")
BESIDE = ("beside usual", "repeated", "quoted elsewhere", "title", "title known", "part of title")
BESIDE = (*BESIDE, "runs on", "wrapped", "named elsewhere")
NAMES = (*SIZES, *FLAGS, *WORDS, *AROUND, *ORDER, *BESIDE)


def features(text, at=0, *, title=None, width=0):
    """The features of one line of ``text``, by name."""
    row = see(text, lines_of(text), {}, title=title, width=width).numbers[at]
    return dict(zip(NAMES, (round(float(value), 4) for value in row), strict=True))


def flags(line):
    """Those of a line's marks and kinds that are not nothing."""
    return {name: value for name, value in features(line).items() if name in FLAGS and value}


def test_every_number_has_a_name_here():
    assert len(NAMES) == len(set(NAMES)) == NUMBERS


S, C = "small letter", "capital"


@pytest.mark.parametrize(
    ("line", "other", "kinds"),
    [
        ("the gates stay", "the gates stay.", {S: (1, 1), "ends a sentence": (0, 1)}),
        ("the gates stay", "the gates stay…", {S: (1, 1), "ends a sentence": (0, 1)}),
        ("the gates stay)", "the gates stay.)", {S: (1, 1), "ends a sentence": (0, 1)}),
        ("the gates stay", "the gates stay'", {S: (1, 1), "ends quoted": (0, 1)}),
        ("the gates stay", "the gates stay:", {S: (1, 1), "ends in a colon": (0, 1)}),
        ("the gates stay", "the gates stay;", {S: (1, 1), "ends in a comma": (0, 1)}),
        ("the gates stay", "the gates stay-", {S: (1, 1), "ends in a hyphen": (0, 1)}),
        ("the gates stay", "The gates stay", {S: (1, 0), C: (0, 1)}),
        ("the gates stay", "9 gates stay", {S: (1, 0), "figure": (0, 1)}),
        ("the gates stay", "'the gates stay", {S: (1, 0), "opens a quotation": (0, 1)}),
        ("the gates stay", "— the gates stay", {S: (1, 0), "list mark": (0, 1)}),
        ("(the gates stay", "[the gates stay)", {"bracketed": (0, 1)}),
        ("the gates stay)", "(the gates stay)", {S: (1, 0), "bracketed": (0, 1)}),
        ("The mill shut. it rained", "The mill shut. It rained", {C: (1, 1), "sentences": (0, 0.3333)}),
        ("The mill shut.It rained", "The mill shut. It rained", {C: (1, 1), "sentences": (0, 0.3333)}),
        ("The mill of J. Brill", "The mill of Joe. Brill", {C: (1, 1), "sentences": (0, 0.3333)}),
        ("It ran. It ran. It ran", "It ran" + ". It ran" * 7, {C: (1, 1), "sentences": (0.6667, 1.6667)}),
        ('a "gate here', 'a "gate" here', {S: (1, 1), "quotation marks": (0.25, 0.5)}),
        ('a "gate" and "lock" too', 'a "gate", "lock", "dam" too', {S: (1, 1), "quotation marks": (1, 1)}),
        ("visit orle com", "visit orle.com", {S: (1, 1), "address": (0, 1)}),
        ("visit orle", "visit www.orle", {S: (1, 1), "address": (0, 1)}),
        ("ring htt://orle", "ring http://orle", {S: (1, 1), "address": (0, 1), "steps": (0.6667, 0.6667)}),
        ("write to pia@orle", "write to pia@orle.x", {S: (1, 1), "mail": (0, 1)}),
        ("write to pia@ orle.x", "write to pia@orle.x", {S: (1, 1), "mail": (0, 1)}),
        ("to pia@orle", "to @orle", {S: (1, 1), "handle": (0, 1)}),
        ("to pia # orle", "to pia #orle", {S: (1, 1), "handle": (0, 1)}),
        ("by (d) orle", "by (C) orle", {S: (1, 1), "rights": (0, 1)}),
        ("home orle", "home · orle", {S: (1, 1), "bars": (0, 0.3333)}),
        ("a | b | c | d", "a | b | c | d | e", {S: (1, 1), "bars": (1, 1)}),
        ("home orle", "home › orle", {S: (1, 1), "steps": (0, 0.3333)}),
        ("a > b > c > d", "a > b > c > d > e", {S: (1, 1), "steps": (1, 1)}),
        ("it was march", "it was 4 march", {S: (1, 1), "day": (0, 1)}),
        ("sold 1799 sacks", "sold 1800 sacks", {S: (1, 1), "year": (0, 1)}),
        ("sold 20312 sacks", "sold 2031 sacks", {S: (1, 1), "year": (0, 1)}),
        ("at 10.314", "at 10:31", {S: (1, 1), "clock": (0, 1)}),
        ("by pia dorn", "by Pia Dorn", {S: (1, 1), "byline": (0, 1)}),
        ("OSTREL The gates stay", "OSTREL — The gates stay", {C: (1, 1), "dateline": (0, 1)}),
    ],
)
def test_two_lines_differ_in_one_mark_or_kind(line, other, kinds):
    for which, one in enumerate((line, other)):
        assert flags(one) == {name: values[which] for name, values in kinds.items() if values[which]}


@pytest.mark.parametrize(
    ("line", "sizes"),
    [
        # characters, words; of letters that are capitals; of words that begin with one; figures; other marks
        ("Ab, Cd 12", (9, 2, 2 / 4, 2 / 2, 2 / 9, 1 / 9)),
        ("ab, Cd 12", (9, 2, 1 / 4, 1 / 2, 2 / 9, 1 / 9)),
        ("ÉT é 4!", (7, 2, 2 / 3, 1 / 2, 1 / 7, 1 / 7)),
        ("12 —", (4, 0, 0, 0, 2 / 4, 1 / 4)),
    ],
)
def test_how_long_a_line_is_and_what_of(line, sizes):
    characters, words, *shares = sizes
    found = [features(line)[name] for name in SIZES]
    assert found == pytest.approx([log1p(characters) / 6, log1p(words) / 4, *shares], abs=1e-3)


def test_shares_are_of_the_first_four_hundred_characters():
    """So many letters at the most are compared with."""
    long = "A" * 100 + "b" * 300
    assert features(long)["capitals"] == features(long + "b" * 400)["capitals"] == 0.25
    assert features("9" * 400)["figures"] == features("9" * 400 + "b" * 400)["figures"] == 1


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("The gate of Ostrel", "function words", 2 / 4),
        ("Old gate by Ostrel", "function words", 1 / 4),
        ("Join our walk today", "reader's words", 2 / 4),
        ("Ten on one walk", "reader's words", 0),
        ("Gate   Ostrel", "columns", 1),
        ("Gate  Ostrel", "columns", 0),
        ("Gate\tOstrel", "columns", 1),
        ("the Gates Of ostrel", "long words capitalised", 1 / 2),  # "Of" is short
        ("Gates of ostrel", "long words capitalised", 0),  # a line's first word has a capital anyway
        ("Old Gate", "long words capitalised", 1),
        ("gate", "tokens", 1 / 60),
        ("gate " * 60, "tokens", 1),
        ("gate " * 61, "tokens", 1),
        ("12 — 14", "wordless", 1),
        ("12 — a", "wordless", 0),
    ],
)
def test_what_words_a_line_has(line, name, value):
    assert features(line)[name] == pytest.approx(value, abs=1e-3)


@pytest.mark.parametrize(
    ("text", "at", "around"),
    [
        ("a\nb", 0, (0, 0, 0, 0)),
        ("  a\nb", 0, (0.1, 0, 0, 0)),
        (" " * 20 + "a", 0, (1, 0, 0, 0)),
        (" " * 30 + "a", 0, (1, 0, 0, 0)),
        ("a\n\nb", 0, (0, 0, 0.5, 0)),
        ("a\n\nb", 1, (0, 0.5, 0, 0)),
        ("a\n\n\n\nb\n", 0, (0, 0, 1, 0)),
        ("a\n\n\n\nb\n", 1, (0, 1, 0.5, 0)),
        ("a\n\f\nb\nc", 1, (0, 0.5, 0, 1)),
        ("a\n\f\nb\nc", 2, (0, 0, 0, 0)),
    ],
)
def test_the_white_space_around_a_line(text, at, around):
    assert tuple(features(text, at)[name] for name in AROUND) == around


@pytest.mark.parametrize(
    ("at", "total", "place"),
    [
        (0, 1, (1, 1, 0, 0, 0)),
        (0, 4, (1, 1 / 4, 0, 0, 3 / 30)),
        (3, 4, (1 / 4, 1, 3 / 4, 3 / 30, 0)),
        (31, 80, (1 / 32, 1 / 49, 31 / 80, 1, 1)),
        (29, 80, (1 / 30, 1 / 51, 29 / 80, 29 / 30, 1)),
        (51, 80, (1 / 52, 1 / 29, 51 / 80, 1, 28 / 30)),
    ],
)
def test_how_far_a_line_stands_from_either_end(at, total, place):
    found = features("\n".join(f"line {n}" for n in range(total)), at)
    assert [found[name] for name in ORDER] == pytest.approx([*place, log1p(total) / 6], abs=1e-3)


# Of 21 letters, too few for what holds them to be a quotation of it.
NEWS = "the river bridge reopens"
LONG = "The river bridge at Ostrel reopens"
BODY = "Skippers will pay twice as much to moor there from May on"


@pytest.mark.parametrize(
    ("lines", "at", "title", "beside"),
    [
        ((NEWS, "gate"), 0, None, {}),
        ((NEWS, NEWS.upper() + "!"), 0, None, {"repeated": 1}),
        ((NEWS, f"{NEWS} in May"), 0, None, {"named elsewhere": 1}),
        ((LONG, f"“{LONG}” in May"), 0, None, {"quoted elsewhere": 1}),
        ((LONG, LONG, f"“{LONG}” in May"), 0, None, {"repeated": 1}),
        (("Brill", "Mr. Brill left"), 0, None, {"named elsewhere": 1}),
        (("Bri", "Mr. Brill left"), 0, None, {}),
        ((NEWS, "gate"), 0, NEWS, {"title": 1, "title known": 1}),
        ((NEWS, "gate"), 1, NEWS, {"title known": 1}),
        (("river bridge", "gate"), 0, NEWS, {"title known": 1}),
        (("river bridge r", "gate"), 0, NEWS, {"title known": 1, "part of title": 1}),
        ((BODY, "gate"), 1, None, {"runs on": 1}),
        ((f"{BODY}.", "gate"), 1, None, {}),
        (("a" * 40, "gate"), 1, None, {"runs on": 1}),
        (("a" * 39, "gate"), 1, None, {}),
    ],
)
def test_what_other_lines_and_the_title_say_of_a_line(lines, at, title, beside):
    found = features("\n".join(lines), at, title=title)
    assert {name: found[name] for name in BESIDE[1:] if found[name]} == beside


@pytest.mark.parametrize(
    ("lines", "width", "value"),
    [
        (("a" * 20,), 0, 20 / 40),
        (("a" * 20, "b" * 39), 0, 20 / 40),  # none is long: forty are usual
        (("a" * 20, "b" * 50, "c" * 60, "d" * 80), 0, 20 / 60),
        (("a" * 20, "b" * 50), 72, 20 / 72),
        (("a" * 90,), 30, 2),
    ],
)
def test_how_long_a_line_is_beside_what_is_usual(lines, width, value):
    found = features("\n".join(lines), width=width)
    assert found["beside usual"] == pytest.approx(value, abs=1e-3)
    assert found["wrapped"] == (width > 0)
