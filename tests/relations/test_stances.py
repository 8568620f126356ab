"""What one source affirms here and denies there is the gravest of clashes."""

from __future__ import annotations

import pytest

import builders
from onrecord.records import AnnotatedArticle, Story
from onrecord.relations import read
from onrecord.relations.stances import disagreements, held
from onrecord.text import View, view_all

LEAK = "that acid had leaked from the northern tank"


def told(name: str, content: str, cue: str, *, stance: str = "assert", speaker: str | None = "works"):
    article = builders.article(f"The chemical works {cue} on Monday {content}.", name)
    made = builders.statement(
        article, content, "The chemical works", cue, stance=stance, speaker_id=speaker, kind="indirect"
    )
    view = View(article)
    return held(AnnotatedArticle(article, statements=(made,)), view), view


CASES = [
    (("denied", "deny"), ("admitted", "assert"), True),
    (("denied", "deny"), ("denied", "deny"), False),
    (("would not say", "decline"), ("denied", "deny"), False),
    (("could not confirm", "decline"), ("confirmed", "assert"), True),
    (("could not confirm", "assert"), ("confirmed", "assert"), True),
    (("confirmed", "assert"), ("said", "assert"), False),
]


@pytest.mark.parametrize(("one", "two", "clash"), CASES)
def test_cues_that_cannot_both_be_right(one, two, clash):
    (a, view), (b, _) = (
        told(n, LEAK, cue, stance=stance) for n, (cue, stance) in zip("ab", (one, two), strict=True)
    )
    assert bool(list(disagreements(a, b, view))) == clash
    assert bool(list(disagreements(b, a, view))) == clash


def test_a_not_inside_turns_a_denial_round():
    (a, view), (b, _) = told("a", LEAK, "denied", stance="deny"), told("b", LEAK, "said")
    negated, _ = told("c", LEAK.replace("had leaked", "had not leaked"), "said")
    assert list(disagreements(a, b, view))
    assert not list(disagreements(a, negated, view))


def test_a_not_alone_is_no_clash():
    """Outlets cut one statement at different places, and with it the "not" of a neighbouring clause."""
    (a, view), (b, _) = (
        told("a", LEAK, "said"),
        told("b", LEAK.replace("had leaked", "had not leaked"), "said"),
    )
    assert not list(disagreements(a, b, view))


def test_another_source_or_another_proposition_is_no_clash():
    a, view = told("a", LEAK, "denied", stance="deny")
    assert not list(disagreements(a, told("b", LEAK, "said", speaker="river board")[0], view))
    assert not list(disagreements(a, told("b", LEAK, "said", speaker=None)[0], view))
    assert not list(disagreements(a, told("b", "that the tank had been painted in May", "said")[0], view))


def test_a_denial_found_in_the_same_words_is_told_once():
    items = {}
    for name, cue, stance in (("a", "denied", "deny"), ("b", "admitted", "assert")):
        text = f"The chemical works in the lower valley of Serrin {cue} on Monday {LEAK}."
        article = builders.article(text, name, outlet=name)
        source = "The chemical works in the lower valley of Serrin"
        made = builders.statement(
            article, LEAK, source, cue, stance=stance, speaker_id="works", kind="indirect"
        )
        items[article.id] = AnnotatedArticle(article, statements=(made,))
    story = Story("s", "", tuple(items), None, None, "l")
    (found,) = read(story, items, (), {}, view_all(items))
    assert (found.what, found.shown) == ("polarity", True)
