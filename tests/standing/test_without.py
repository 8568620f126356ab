"""What stands and what falls when an origin is left out."""

from __future__ import annotations

from dataclasses import replace

import builders
from onrecord.records import Origin, Place, Rendering, TimelineEntry, Utterance
from onrecord.standing import weigh, without

ONE = builders.article('"The weir holds," Ansa Quell said on Monday.', "a")
TWO = builders.article('"It holds," Ansa Quell said on Monday.', "b")
SAID = [
    builders.statement(ONE, '"The weir holds,"', "Ansa Quell", "said"),
    builders.statement(TWO, '"It holds,"', "Ansa Quell", "said"),
]
TEXTS = [Origin(f"text-{a.id}", "unknown", "text", "its own text", (a.id,), ()) for a in (ONE, TWO)]


def entry(article, *witnesses):
    start = article.text.index("Monday")
    places = tuple(Place(w.id, w.text.index("Monday"), w.text.index("Monday") + 6) for w in witnesses)
    days = {"date": "2031-03-03", "earliest": "2031-03-03", "latest": "2031-03-03"}
    return TimelineEntry(
        "t",
        "story",
        "line",
        "about",
        **days,
        article_id=article.id,
        start=start,
        end=start + 6,
        witnesses=places,
    )


def test_a_day_stands_while_one_of_its_witnesses_does():
    remaining = without([TEXTS[0].id], TEXTS, SAID)
    found = weigh(remaining, SAID, (), [entry(ONE, TWO), replace(entry(ONE), id="u")], ())
    assert [e.id for e in found.timeline.stand] == ["t"]
    assert [e.id for e in found.timeline.fall] == ["u"]


def test_a_statement_falls_with_the_text_that_carries_it():
    found = weigh(without([TEXTS[0].id], TEXTS, SAID), SAID, (), (), ())
    assert [s.article_id for s in found.statements.fall] == [ONE.id]
    assert [s.article_id for s in found.statements.stand] == [TWO.id]


def test_an_utterance_stands_while_one_of_its_renderings_does():
    renderings = tuple(Rendering(s.id, s.article_id, s.content, "verbatim") for s in SAID)
    both = Utterance("both", "story", None, SAID[0].said, renderings)
    found = weigh(
        without([TEXTS[0].id], TEXTS, SAID),
        SAID,
        [both, replace(both, id="one", renderings=renderings[:1])],
        (),
        (),
    )
    assert [u.id for u in found.utterances.stand] == ["both"]
    assert [u.id for u in found.utterances.fall] == ["one"]
