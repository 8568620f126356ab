"""Whether a saying took place: what is negated, supposed, asked about, taken back or sung is told apart."""

from __future__ import annotations

import pytest

import builders
from onrecord.records import Attribution, Reading
from onrecord.statements import assemble
from onrecord.text import View


def statement(text, source, cue, content):
    spans = [(builders.span(text, words),) if words else () for words in (source, cue, content)]
    reading = Reading((Attribution(*spans, 0.9),), (), "given")
    found = assemble(View(builders.article(text)), reading)
    return next(s for s in found if s.cue == spans[1])


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "wanted"),
    [
        ("Olm said that it rained.", "Olm", "said", "that it rained", "said"),
        ("Olm would only say “It rained.”", "Olm", "would only say", "“It rained.”", "said"),
        ("No one said that it rained.", "No one", "said", "that it rained", "negated"),
        ("Olm no longer claims that it rained.", "Olm", "claims", "that it rained", "negated"),
        ("Olm still claims that it rained.", "Olm", "claims", "that it rained", "said"),
        (
            "Nobody on the pier claims that it rained.",
            "Nobody on the pier",
            "claims",
            "that it rained",
            "negated",
        ),
        ("Olm never said that it rained.", "Olm", "never said", "that it rained", "negated"),
        (
            "Olm has not yet told anyone that it rained.",
            "Olm",
            "has not yet told",
            "that it rained",
            "negated",
        ),
        ("Olm said nothing of the kind.", "Olm", "said", "nothing of the kind", "negated"),
        ("That is not to say that it rained.", "", "say", "that it rained", "negated"),
        ("Olm did not say whether it rained.", "Olm", "did not say", "whether it rained", "said"),
        ("Olm would not say that it rained.", "Olm", "would not say", "that it rained", "said"),
        ("Olm did not deny that it rained.", "Olm", "did not deny", "that it rained", "said"),
        (
            "A bolder mayor would say that it rained.",
            "A bolder mayor",
            "would say",
            "that it rained",
            "hypothetical",
        ),
        ("Olm might as well have said “rain”.", "Olm", "might as well have said", "“rain”", "hypothetical"),
        ("If Olm says that it rained, we go.", "Olm", "says", "that it rained", "hypothetical"),
        ("Had Olm said that it rained, we had gone.", "Olm", "said", "that it rained", "hypothetical"),
        ("It would be unfair to say that it rained.", "", "say", "that it rained", "hypothetical"),
        ("Not once did Olm say that it rained.", "Olm", "say", "that it rained", "negated"),
        ("Only once did Olm say that it rained.", "Olm", "say", "that it rained", "said"),
        (
            "You could nearly hear Olm saying it: “Rain.”",
            "Olm",
            "saying",
            "“Rain.”",
            "hypothetical",
        ),
        ("You could clearly hear Olm saying it: “Rain.”", "Olm", "saying", "“Rain.”", "said"),
        ("I would say that it rained.", "I", "would say", "that it rained", "said"),
        ("Olm will say on Friday that it rained.", "Olm", "will say", "that it rained", "said"),
        ("Did Olm say that it rained?", "Olm", "say", "that it rained", "asked"),
        ("Reve asked whether Olm had said that it rained.", "Olm", "had said", "that it rained", "asked"),
        ("Asked whether it rained, Olm laughed.", "", "Asked", "whether it rained", "asked"),
        ("Olm was asked if it rained.", "Olm", "was asked", "if it rained", "asked"),
        ("Reve asked Olm whether it rained.", "Reve", "asked", "whether it rained", "said"),
        ("Olm declined to comment.", "Olm", "declined", "to comment", "negated"),
        (
            "Olm did not respond to a request for comment.",
            "Olm",
            "did not respond to",
            "a request for comment",
            "negated",
        ),
        (
            "Olm declined to comment on the pier.",
            "Olm",
            "declined",
            "to comment on the pier",
            "said",
        ),
        (
            "“Rain,” Olm was wrongly quoted as saying.",
            "Olm",
            "was wrongly quoted as saying",
            "“Rain,”",
            "negated",
        ),
        ("“Rain,” Olm was widely quoted as saying.", "Olm", "was widely quoted as saying", "“Rain,”", "said"),
        ("Olm said nothing about the rain.", "Olm", "said", "nothing about the rain", "negated"),
        ("Olm said nothing works.", "Olm", "said", "nothing works", "said"),
        ("“Nothing,” Olm said.", "Olm", "said", "“Nothing,”", "said"),
        ("Olm requested boats to go.", "Olm", "requested", "boats to go", "said"),
        ("Olm asked not to be named.", "Olm", "asked", "not to be named", "negated"),
        ("Olm asked not to be paid.", "Olm", "asked", "not to be paid", "said"),
        (
            "Olm declined to be identified because talks go on.",
            "Olm",
            "declined",
            "to be identified because talks go on",
            "negated",
        ),
        ("Olm promised to comment.", "Olm", "promised", "to comment", "said"),
        (
            "Olm retracted her claim that it rained.",
            "Olm",
            "retracted",
            "her claim that it rained",
            "withdrawn",
        ),
        ("Olm withdrew her troops from the pier.", "Olm", "withdrew", "her troops from the pier", "said"),
        ("A banner read: “Rain now”.", "A banner", "read:", "“Rain now”", "work"),
        ("A banner above us read: “Rain now”.", "A banner above us", "read:", "“Rain now”", "work"),
        ("A woman above us read: “Rain now”.", "A woman above us", "read:", "“Rain now”", "said"),
        ("The sign by the pier says “Rain”.", "The sign by the pier", "says", "“Rain”", "work"),
        (
            "Olm, under a banner, said that it rained.",
            "Olm, under a banner,",
            "said",
            "that it rained",
            "said",
        ),
        (
            "The fare is fair, he says. In translation: “Pay.”",
            "In translation",
            ":",
            "“Pay.”",
            "hypothetical",
        ),
        ("Olm has a plan: “Rain.” I am paraphrasing.", "Olm", "has a plan", "“Rain.”", "hypothetical"),
    ],
)
def test_a_saying_took_place_or_not(text, source, cue, content, wanted):
    assert statement(text, source, cue, content).reality == wanted


def test_a_gloss_names_nobody():
    text = "The fare is fair, he says.\nTranslation: “Pay.”"
    assert statement(text, "Translation", ":", "“Pay.”").source == ()
