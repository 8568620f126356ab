"""What differs is found once, in the order in which a reader should look, with the words on either side."""

from __future__ import annotations

from dataclasses import replace

import pytest

import builders
from onrecord import findings
from onrecord.findings import elsewhere
from onrecord.records import (
    AnnotatedArticle,
    Comparison,
    Conflict,
    Dating,
    Place,
    Position,
    PositionEntry,
    Relation,
    Rendering,
    Shift,
    Span,
    Story,
    TimelineEntry,
    Utterance,
    WordEdit,
)

WHOLE = '"We will mend the weir, but only if the rain stops," Ansa Quell said.'
SHORT = '"We will mend the weir," Ansa Quell said. Some 40 boats were moored there in 1988.'


def _item(name, text, quoted, day="2031-04-02"):
    article = builders.article(text, name, outlet=f"The {name.title()}", published=builders.day(day))
    return AnnotatedArticle(article, (), (), (builders.statement(article, quoted, "Ansa Quell", "said"),))


ONE = _item("mill", WHOLE, '"We will mend the weir, but only if the rain stops,"')
TWO = _item("lock", SHORT, '"We will mend the weir,"', "2031-04-03")
ITEMS = {i.article.id: i for i in (ONE, TWO)}
STORY = Story("story", "A weir", ("mill", "lock"), None, None, "line")


def _at(item, words, note=""):
    start = item.article.text.index(words)
    return Place(item.article.id, start, start + len(words), note)


def _rendering(item, **fields):
    (statement,) = item.statements
    return Rendering(statement.id, statement.article_id, statement.content, "verbatim", **fields)


def _utterance(*renderings, **fields):
    return Utterance("u", "story", "quell", Dating(), renderings, **fields)


def _gather(told=(), clashes=(), held=(), entries=(), *, related=(), items=ITEMS):
    return findings.gather([STORY], items, told, clashes=clashes, related=related, held=held, entries=entries)


CONDITION = _at(ONE, "but only if the rain stops")
SHORTENED = _rendering(TWO, dropped_qualifier=True, qualifier=CONDITION)


def test_a_condition_left_out_shows_the_short_words_and_the_condition():
    (found,) = _gather([_utterance(_rendering(ONE), SHORTENED)])
    assert (found.kind, found.record_ids, found.speaker_id) == ("condition", ("u",), "quell")
    assert found.statement_ids == (TWO.statements[0].id,)
    words = [ITEMS[p.article_id].article.text[p.start : p.end] for p in found.places]
    assert words == ['"We will mend the weir,"', "but only if the rain stops"]


def test_a_condition_that_the_article_carries_elsewhere_is_no_finding():
    here = replace(SHORTENED, qualifier=_at(TWO, "Some 40 boats"))
    assert _gather([_utterance(_rendering(ONE), here)]) == []


def test_another_rendering_of_the_article_without_the_condition_silences_nothing():
    again = replace(_rendering(TWO), statement_id="beside")
    (found,) = _gather([_utterance(SHORTENED, _rendering(ONE), again)])
    assert found.kind == "condition"


def test_what_one_article_alone_tells_is_no_finding():
    alone = replace(SHORTENED, polarity_flip=True)
    assert _gather([_utterance(alone, replace(alone, statement_id="beside"))]) == []


def test_the_same_words_in_the_same_outlet_are_said_once():
    twice = replace(_rendering(TWO, polarity_flip=True), statement_id="again")
    found = _gather([_utterance(_rendering(ONE), _rendering(TWO, polarity_flip=True), twice)])
    assert [f.kind for f in found] == ["polarity"]


def _changed(letters, label="variant"):
    (a,), (b,) = ONE.statements, TWO.statements
    edit = WordEdit("changed", Span(0, letters - 4), Span(0, 4))
    renderings = _rendering(ONE), replace(_rendering(TWO), label=label)
    return _utterance(*renderings, comparisons=(Comparison(a.id, b.id, (edit,)),))


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        (_changed(24), ["wording"]),
        (_changed(23), []),
        (_changed(40, "paraphrase"), []),
    ],
)
def test_a_wording_counts_when_long_stretches_of_quotations_differ(told, kinds):
    assert [f.kind for f in _gather([told])] == kinds


def test_of_a_story_the_three_widest_wordings_are_shown():
    told = [replace(_changed(24 + n), id=f"u{n}") for n in range(5)]
    assert [f.record_ids for f in _gather(told)] == [("u4",), ("u3",), ("u2",)]


def _conflict(key, kind="number", note="“40” and “60”", **fields):
    return Conflict(key, kind, _at(ONE, "weir"), _at(TWO, "Some 40 boats"), note, "story", **fields)


def test_conflicts_that_show_one_difference_are_one_finding():
    found = _gather(
        clashes=[_conflict("a"), _conflict("b", note="“60” and “40”"), _conflict("c", note="other")]
    )
    assert sorted(f.record_ids for f in found) == [("a", "b"), ("c",)]


def test_a_difference_is_as_sure_as_the_surest_of_its_conflicts():
    unsure, sure = _conflict("a", probability=0.3), _conflict("b", probability=0.9, shown=True)
    (found,) = _gather(clashes=[unsure, sure])
    assert (found.probability, found.shown) == (0.9, True)
    (found,) = _gather(clashes=[_conflict("a")])
    assert (found.probability, found.shown) == (None, False)


def test_the_most_telling_comes_first_and_what_time_explains_last():
    told = [_utterance(_rendering(ONE), SHORTENED), replace(_changed(40), id="w")]
    (a,), (b,) = ONE.statements, TWO.statements
    said = Dating("2031-04-02", "2031-04-02", "2031-04-02")
    entries = (PositionEntry(a.id, said, "considers"), PositionEntry(b.id, said, "intends"))
    held = [Position("p", "quell", "the weir", entries, (Shift(a.id, b.id, ()),))]
    clash = _at(TWO, "1988", "1988")
    entry = TimelineEntry("t", "story", "line", "about", "1990", None, None, "mill", 0, 4, clashes=(clash,))
    clashes = [
        _conflict("later", explained_by_time=True),
        _conflict("name", "name"),
        _conflict("number"),
    ]
    found = _gather(told, clashes, held, [entry])
    assert [f.kind for f in found] == [
        "condition", "number", "position", "name", "timeline", "wording", "number",
    ]  # fmt: skip
    assert [f.rank for f in found] == [1, 2, 3, 4, 5, 6, 7]
    assert found[4].places == (Place("mill", 0, 4, "1990"), clash)
    assert found[2].statement_ids == (a.id, b.id)
    assert len({f.id for f in found}) == len(found)


def test_an_utterance_that_more_articles_tell_comes_first():
    third = _item("quay", WHOLE, '"We will mend the weir, but only if the rain stops,"', "2031-04-04")
    items = {**ITEMS, "quay": third}
    flipped = _rendering(TWO, polarity_flip=True)
    told = [
        replace(_utterance(_rendering(ONE), flipped), id="by two"),
        replace(_utterance(_rendering(ONE), flipped, _rendering(third)), id="by three", speaker_id="another"),
    ]
    found = _gather(told, items=items)
    assert [f.record_ids for f in found] == [("by three",), ("by two",)]


def test_a_condition_that_a_sentence_has_and_another_not_is_a_finding_once():
    bound = _at(ONE, "only if the rain stops")
    lost = Relation(
        "r", "condition_lost", "condition", _at(TWO, "mend"), bound, "without “x”", "story", 0.9, shown=True
    )
    (found,) = _gather([_utterance(_rendering(ONE), SHORTENED)], related=[lost])
    assert (found.kind, found.record_ids, found.shown, found.probability) == ("condition", ("r",), True, 0.9)
    assert found.places == (lost.a, lost.b)
    clash = replace(lost, kind="clash", what="number")
    assert _gather(related=[clash]) == []


@pytest.mark.parametrize("second", ["b", "c"])
def test_a_position_that_moved_twice_names_each_statement_once_in_order(second):
    statements = [replace(ONE.statements[0], id=key) for key in "abcd"]
    shifts = (Shift("a", "b", ()), Shift(second, "d", ()))
    held = Position("p", "quell", "the weir", (), shifts)
    story_of = {ONE.article.id: "story"}
    (found,) = elsewhere.of_position(held, {s.id: s for s in statements}, story_of)
    assert found.statement_ids == tuple(dict.fromkeys(("a", "b", second, "d")))
