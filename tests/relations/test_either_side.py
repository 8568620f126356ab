"""Bounds of single finders, each by two inputs that lie on either side of it and come out differently."""

from __future__ import annotations

import pytest

import builders
from onrecord import languages
from onrecord.records import AnnotatedArticle, Place, Speaker
from onrecord.relations import attribution, possibilities, retold, stances, titles
from onrecord.relations.found import Found, surest
from onrecord.text import View

ENGLISH = languages.of("en")


def pairs(*contents: str):
    told = []
    for name, content in zip("ab", contents, strict=True):
        article = builders.article(f"Orle said {content}.", name, outlet=name)
        said = builders.statement(article, content, "Orle", "said", kind="indirect", speaker_id="orle")
        item = AnnotatedArticle(article, statements=(said,))
        told.append(retold.tellings(item, View(article), {said.id: frozenset({"u"})}))
    return retold.pairs(*told)


CLAIM = "the council will {}close the old pier to barges"


@pytest.mark.parametrize(
    ("words", "denied"), [("not ", True), ("not as of ", True), ("not as of then to ", False)]
)
def test_a_not_denies_what_stands_within_three_words(words, denied):
    assert bool(list(retold.denied(pairs(CLAIM.format(""), CLAIM.format(words))))) == denied


@pytest.mark.parametrize(("claim", "lost"), [("close the pier to barges", True), ("close the pier", False)])
def test_a_clause_bounds_a_claim_of_which_both_tell_three_words(claim, lost):
    """Two, that tell enough, may be a mere topic."""
    full = f"they will {claim} only if the shipwrights of Vennborg agree"
    found = list(retold.unbounded(pairs(f"they will {claim}", full)))
    assert [x.words for x in found] == (["only if the shipwrights of Vennborg agree"] if lost else [])


@pytest.mark.parametrize(("apart", "named"), [(390, True), (410, False)])
def test_who_is_named_near_a_quotation_may_pass_it_on(apart, named):
    """Within 400 characters."""
    text = "“We will mend the weir.”" + " x" * (apart // 2) + " Ansa Quell left."
    span = builders.span(text, "“We will mend the weir.”")
    speaker = Speaker("quell", "Ansa Quell", "person")
    assert attribution._mentions(builders.view(text), span, speaker) == named


@pytest.mark.parametrize(("number", "kept"), [(2, 2), (3, 3), (5, 3)])
def test_of_many_differences_of_a_kind_the_surest_three_are_kept(number, kept):
    found = [
        Found(float(n), "number", Place("a", 9 * n, 9 * n + 5), Place("b", 9 * n, 9 * n + 5), f"note {n}")
        for n in range(number)
    ]
    assert [f.sure for f in surest(found)] == [float(n) for n in reversed(range(number))][:kept]


def held(*acts: str):
    statement = builders.statement(builders.article("x"), "x")
    return stances.Held(statement, Place("a", 0, 1), 1, False, False, tuple(sorted(acts)), acts, "orle")


ACTS = ("quaxle", "brindel", "vornate", "skelm", "trask")


@pytest.mark.parametrize(
    ("other", "one"),
    [
        (("quaxle", "brindel", "vornate", "trask", "skelm"), True),
        (("vornate", "quaxle", "brindel", "trask", "skelm"), True),  # three of five in order
        (("trask", "skelm", "vornate", "quaxle", "brindel"), False),  # two
    ],
)
def test_one_proposition_has_its_words_in_one_order(other, one):
    assert stances._one_proposition(held(*ACTS), held(*other), builders.view()) == one


@pytest.mark.parametrize(("more", "one"), [(2, True), (4, False)])
def test_one_thing_is_two_fifths_of_what_the_richer_tells(more, one):
    """Two words of four, and of six, that are equally rare."""
    statement = builders.statement(builders.article("x"), "x")

    def possible(*keys: str):
        return possibilities.Possibility(statement, Place("a", 0, 1), True, frozenset(keys))

    richer = possible(*ACTS[:2], *(f"zzyx{n}q" for n in range(more)))
    assert possibilities._one_thing(possible(*ACTS[:2]), richer, builders.view()) == one


@pytest.mark.parametrize(("office", "one"), [("coroner", True), ("senator", False)])
def test_two_first_names_of_one_office_are_one_person_where_the_office_tells(office, one):
    """There are many senators of one surname, and hardly two coroners."""
    place = Place("a", 0, 1)
    a, b = (
        titles.Title((first, "brill"), ENGLISH.fold(office), frozenset(), frozenset(), office, place)
        for first in ("anna", "osten")
    )
    assert bool(list(titles.namesakes([a], [b], ENGLISH))) == one
