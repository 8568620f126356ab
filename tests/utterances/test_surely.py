"""Two renderings side by side: what was scored, and less where both quote other words, or share none."""

from __future__ import annotations

import pytest

from onrecord.utterances.surely import Surely

WHOLE = "“We will rebuild the pier at Olm before the winter comes,”"


def beside(rendering, *texts, kinds=("direct", "direct"), score=0.9, groups=(0, 0)):
    told = [rendering(t, name, k) for t, name, k in zip(texts, ("gazette", "courier"), kinds, strict=True)]
    places = {p.key: n for n, r in enumerate(told) for p in r.points}
    made = Surely({(0, 1): score}, places, {key: groups[n] for key, n in places.items()})
    return made.beside(*told), made.beside(told[0], told[0])


@pytest.mark.parametrize(
    ("other", "kind", "probability"),
    [
        ("“We will rebuild the pier at Olm before winter comes”", "direct", 0.9),
        ("“We will rebuild the pier.”", "direct", 0.9),
        ("“At Olm there will be a new pier, and that before long.”", "direct", 0.5),
        ("“A ferry for Olm.”", "direct", 0.5),
        ("“A new pier.”", "direct", 0.9),
        ("that the mayor resigns", "indirect", 0.3),
        ("at Olm there will be a new pier, and that before long", "indirect", 0.9),
    ],
)
def test_quotations_of_other_words_are_hardly_one_saying(rendering, other, kind, probability):
    assert beside(rendering, WHOLE, other, kinds=("direct", kind)) == (probability, None)


def test_what_users_put_together_has_no_probability(rendering):
    assert beside(rendering, WHOLE, WHOLE, groups=(0, 1)) == (None, None)
