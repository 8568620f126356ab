"""What a change of position may rest on besides a change of mind turns on how it was told."""

from __future__ import annotations

import pytest

from markup import Told, draft, told
from onrecord import pipeline
from onrecord.records import Position
from onrecord.stopwatch import Stopwatch
from onrecord.text import view_all

OLD = '[Ona Reth] {said} on March 3, 2030, <"We have no plans for sea ports in Karst.">'
OLD_PLAIN = "[Ona Reth] {said} on March 3, 2030, <that there were no plans for sea ports in Karst>."
NEW = '[Ona Reth] {said} on March 3, 2031, <"We will build sea ports in Karst.">'
NEW_PLAIN = "[Ona Reth] {said} on March 3, 2031, <that she intends to build sea ports in Karst>."


def story(*articles: tuple[str, str]) -> Told:
    return told(
        *(
            draft(text, f"a{n}", outlet=f"Outlet {n}", date=day, names={"Ona Reth": "person"})
            for n, (text, day) in enumerate(articles)
        )
    )


def positions(found: Told) -> tuple[Position, ...]:
    items = {i.article.id: i for i in found.items.values()}
    return pipeline.trace_positions(
        [found.story],
        items,
        found.found.utterances,
        found.speakers,
        views=view_all(items),
        watch=Stopwatch(),
    )


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (OLD, NEW, None),
        (OLD, NEW_PLAIN, "one of the statements is"),
        (OLD_PLAIN, NEW, "one of the statements is"),
        (OLD_PLAIN, NEW_PLAIN, "both statements are"),
    ],
)
def test_a_shift_between_words_of_which_any_are_a_paraphrase_may_be_the_reporters(old, new, words):
    (position,) = positions(story((old, "2030-03-04"), (new, "2031-03-04")))
    (shift,) = position.shifts
    paraphrases = [r for r in shift.rivals if r.startswith("a paraphrase")]
    assert [words in r for r in paraphrases] == ([True] if words else [])


def test_a_quotation_is_better_evidence_of_a_position_than_a_longer_paraphrase():
    paraphrase = OLD_PLAIN.replace("in Karst", "in Karst or in any other town on the northern coast")
    found = story((OLD, "2030-03-04"), (paraphrase, "2030-03-04"), (NEW, "2031-03-04"))
    (position,) = positions(found)
    kinds = {s.id: s.kind for i in found.items.values() for s in i.statements}
    assert [kinds[e.statement_id] for e in position.entries] == ["direct", "direct"]


@pytest.mark.parametrize(("day", "shifts"), [("on March 3, 2030, ", 1), ("", 0)])
def test_what_one_article_gives_without_a_day_of_its_own_is_no_shift(day, shifts):
    old = f'[1:Ona Reth] {{1:said}} {day}<1:"We have no plans for sea ports in Karst.">'
    new = '[2:Ona Reth] {2:wrote} <2:"We will build sea ports in Karst.">'
    text = f"{old}\n\nThe guild of Karst was there and heard it all.\n\n{new}"
    other = "[Ida Lom] {said} on March 1, 2031, <that there were no plans for sea ports>."
    (position,) = positions(story((text, "2031-03-04"), (other, "2031-03-02")))
    assert len(position.entries) == 2
    assert len(position.shifts) == shifts
