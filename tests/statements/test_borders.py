"""Contents end where the writer goes on; whoever was told, or pressed, is no source."""

from __future__ import annotations

import pytest

import builders
from onrecord.records import Attribution, Block, Reading
from onrecord.statements import assemble
from onrecord.text import View


def statement(text, source, cue, content):
    spans = [(builders.span(text, words),) if words else () for words in (source, cue, content)]
    view = View(builders.article(text, blocks=(Block("paragraph", 0, len(text)),)))
    found = assemble(view, Reading((Attribution(*spans, 0.9),), (), "given"))
    one = next(s for s in found if s.content[0].overlaps(spans[2][0]))
    return one, one.content_text(text)


@pytest.mark.parametrize(
    ("text", "source", "content", "wanted"),
    [
        ("Dole said the half was lost.", "Dole", "the half", ("Dole", "the half")),
        (
            "Ann Abelt-Dole said the half-time was lost.",
            "Ann Abelt",
            "the half",
            ("Ann Abelt-Dole", "the half-time"),
        ),
        ("Abelt-Dole said the off-half was lost.", "Dole", "half", ("Abelt-Dole", "off-half")),
        ("Abelt - Dole said the half - was lost.", "Dole", "the half", ("Dole", "the half")),
    ],
)
def test_no_span_ends_within_a_word(text, source, content, wanted):
    one, said = statement(text, source, "said", content)
    assert (one.source_text, said) == wanted


@pytest.mark.parametrize(
    ("text", "cue", "content", "wanted"),
    [
        ("Olm said: “We lost.” The mayor wept.", "said:", "“We lost.” The mayor wept", "“We lost.”"),
        (
            "Olm said it was “dear”, which is true of gold.",
            "said",
            "it was “dear”, which is true of gold",
            None,
        ),
        ("Olm said the boat, which is old, was “dear”.", "said", "the boat, which is old, was “dear”", "all"),
        (
            "Olm said it was “all we have.” The others have less.",
            "said",
            "it was “all we have.” The others have less",
            "it was “all we have.”",
        ),
        (
            "Olm said it was “all we have.” The choice was between “more” and nothing at all.",
            "said",
            "it was “all we have.” The choice was between “more” and nothing at all",
            "it was “all we have.”",
        ),
        (
            "Olm said “it is lost.” Now “we all go home.”",
            "said",
            "“it is lost.” Now “we all go home.”",
            "all",
        ),
        ("Olm was told “no.” The dam leaks, she said.", "said", "Olm was told “no.” The dam leaks", "all"),
        ("Olm said the “Jr.” Venn was dear.", "said", "the “Jr.” Venn was dear", "all"),
        ("Olm said “no” to the boat.", "said", "“no” to the boat", "all"),
    ],
)
def test_a_content_ends_with_its_quotation_where_the_writer_goes_on(text, cue, content, wanted):
    expected = {"all": content, None: "it was “dear”"}.get(wanted, wanted)
    assert statement(text, "Olm", cue, content)[1] == expected


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "wanted"),
    [
        (
            "Villagers were told that it rained.",
            "Villagers",
            "were told",
            "that it rained",
            (None, "Villagers"),
        ),
        (
            "Crews have been warned that it rained.",
            "Crews",
            "have been warned",
            "that it rained",
            (None, "Crews"),
        ),
        (
            "The inquest heard that it rained.",
            "The inquest",
            "heard",
            "that it rained",
            (None, "The inquest"),
        ),
        (
            "The Karst court has heard how it fell.",
            "The Karst court",
            "heard",
            "how it fell",
            (None, "The Karst court"),
        ),
        ("It rained, the jury heard.", "the jury", "heard", "It rained", (None, "the jury")),
        ("The court heard arguments.", "The court", "heard", "arguments", ("The court", None)),
        ("Olm heard that it rained.", "Olm", "heard", "that it rained", ("Olm", None)),
        ("Olm told crews that it rained.", "Olm", "told", "that it rained", ("Olm", "crews")),
        (
            "Crews were warned by the port that it rained.",
            "Crews",
            "were warned",
            "that it rained",
            ("the port", None),
        ),
        (
            "Pressed by Ada Reve on whether it rained, she left.",
            "",
            "Pressed",
            "whether it rained",
            ("Ada Reve", None),
        ),
    ],
)
def test_who_is_told_is_spoken_to_and_who_is_named_after_by_speaks(text, source, cue, content, wanted):
    found, _ = statement(text, source, cue, content)
    assert (found.source_text, found.addressee) == wanted


def test_who_is_accused_says_nothing():
    found, _ = statement("Olm and Reve are being accused of fraud.", "Olm and Reve", "accused", "of fraud")
    assert found.source == ()


def test_what_a_banner_says_is_the_banners():
    found, _ = statement("Olm stood by a banner that said “Go”.", "that", "said", "“Go”")
    assert (found.source_text, found.reality) == ("a banner", "work")


@pytest.mark.parametrize(
    ("kind", "wanted"), [("subheadline", ["it is shut"]), ("paragraph", ["it is shut", "The pier is old"])]
)
def test_what_a_headline_says_ends_with_it(kind, wanted):
    first, second = "According to Olm, it is shut", "The pier is old, Reve wrote."
    text = f"{first}\n{second}"
    blocks = (Block(kind, 0, len(first)), Block("paragraph", len(first) + 1, len(text)))
    spans = [
        tuple(builders.span(text, w) for w in part)
        for part in (["Olm"], ["According to"], ["it is shut", "The pier is old"])
    ]
    found = assemble(
        View(builders.article(text, blocks=blocks)), Reading((Attribution(*spans, 0.9),), (), "given")
    )
    one = next(s for s in found if s.source_text == "Olm")
    assert [c.of(text) for c in one.content] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Ida Olm was quoted by Radio Senn as saying that the road was open.",
            ("Ida Olm", "the road was open"),
        ),
        (
            "The clerk, Ida Olm, was later quoted in the Post as saying: “We rebuild.”",
            ("The clerk, Ida Olm", "“We rebuild.”"),
        ),
    ],
)
def test_whoever_a_medium_quotes_says_it(text, wanted):
    medium = "Radio Senn" if "Radio" in text else "the Post"
    one, said = statement(text, medium, "quoted", text[text.index("as saying") :].rstrip("."))
    assert (one.source_text, said) == wanted


def test_whoever_is_quoted_says_what_stands_before():
    text = "“We rebuild,” Ida Olm was {}quoted {}saying by Radio Senn."
    one, said = statement(text.format("", "as "), "Radio Senn", "quoted", "“We rebuild,”")
    assert (one.source_text, said) == ("Ida Olm", "“We rebuild,”")
    one, said = statement(text.format("not ", "for "), "Radio Senn", "quoted", "“We rebuild,”")
    assert (one.source_text, said) == ("Radio Senn", "“We rebuild,”")


@pytest.mark.parametrize(
    ("text", "content", "wanted"),
    [
        (
            "Radio Senn quoted the clerk, Ida Olm, as saying that it rained.",
            "the clerk, Ida Olm, as saying that it rained",
            ("the clerk, Ida Olm", "it rained"),
        ),
        ("“We rebuild,” Radio Senn quoted Ida Olm as saying.", "“We rebuild,”", ("Ida Olm", "“We rebuild,”")),
        (
            "“We rebuild,” Radio Senn quoted Ida Olm on Friday as saying.",
            "“We rebuild,”",
            ("Ida Olm", "“We rebuild,”"),
        ),
        (
            "“We rebuild,” Radio Senn quoted Ida Olm as saying in May.",
            ("“We rebuild,”", "Ida Olm as saying in May"),
            ("Ida Olm", "“We rebuild,”"),
        ),
        (
            "“We rebuild,” Radio Senn quoted Ida Olm as saying “in May”.",
            ("“We rebuild,”", "Ida Olm as saying “in May”"),
            ("Ida Olm", "“We rebuild,” … “in May”"),
        ),
        (
            "“We rebuild,” Radio Senn quoted Ida Olm as a friend.",
            "“We rebuild,”",
            ("Radio Senn", "“We rebuild,”"),
        ),
        (
            "Radio Senn quoted last week as saying that it rained.",
            "last week as saying that it rained",
            ("Radio Senn", "last week as saying that it rained"),
        ),
    ],
)
def test_whoever_is_quoted_by_a_medium_says_it(text, content, wanted):
    parts = (content,) if isinstance(content, str) else content
    spans = tuple(builders.span(text, part) for part in parts)
    cue, source = (builders.span(text, "quoted"),), (builders.span(text, "Radio Senn"),)
    view = View(builders.article(text, blocks=(Block("paragraph", 0, len(text)),)))
    one = assemble(view, Reading((Attribution(source, cue, spans, 0.9),), (), "given"))[0]
    assert (one.source_text, one.content_text(text)) == wanted


def test_whoever_quotes_says_what_nobody_is_quoted_as_saying():
    one, said = statement(
        "Ida Olm was quoted, and Radio Senn said it rained.", "Radio Senn", "said", "it rained"
    )
    assert (one.source_text, said) == ("Radio Senn", "it rained")


def test_a_source_cut_behind_a_title_has_its_name():
    text = "The prosecutor {} Ida Holm told the court that it rained."
    one, _ = statement(text.format("Adv."), "The prosecutor Adv", "told", "that it rained")
    assert one.source_text == "The prosecutor Adv. Ida Holm"
    one, _ = statement(text.format("who met"), "The prosecutor who met", "told", "that it rained")
    assert one.source_text == "The prosecutor who met"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Police said 12, Holm said 15 and the clinic put it at 19.", ("Holm", "15")),
        ("Police said 12, Holm said 15 and 19 were hurt.", ("Holm", "15 and 19 were hurt")),
        ("Police said 12, Holm said at least 15 people and Brill said 19.", ("Holm", "at least 15 people")),
        ("Police said 12, Holm said the clinic and Brill said 19.", ("Holm", "the clinic and Brill said 19")),
    ],
)
def test_a_figure_ends_where_another_gives_one(text, wanted):
    content = text[text.index("Holm said ") + len("Holm said ") : -1]
    one, said = statement(text, "Holm", "said", content)
    assert (one.source_text, said) == wanted


def test_a_figure_is_no_part_of_who_gives_the_next():
    one, said = statement("Holm said 15 and the clinic put it at 19.", "15 and the clinic", "put", "it at 19")
    assert (one.source_text, said) == ("the clinic", "it at 19")
    one, said = statement("Five and the clinic put it at 19.", "Five and the clinic", "put", "it at 19")
    assert one.source_text == "Five and the clinic"


@pytest.mark.parametrize(
    ("kind", "content"),
    [("headline", "delays"), ("paragraph", "delays / It finds phones unreached")],
)
def test_a_bar_parts_the_lines_of_a_headline(kind, content):
    text = "Karst denies delays / It finds phones unreached"
    spans = [
        (builders.span(text, words),) for words in ("Karst", "denies", "delays / It finds phones unreached")
    ]
    view = View(builders.article(text, blocks=(Block(kind, 0, len(text)),)))
    (found,) = assemble(view, Reading((Attribution(*spans, 0.9),), (), "given"))
    assert found.content_text(text) == content
