"""Which names of different articles are one speaker turns on how many articles tell so."""

from __future__ import annotations

from functools import partial

import pytest

from onrecord import identity, languages
from onrecord.records import LocalSpeaker, Mention

join = partial(identity.join, language=languages.of("en"))


def chain(name: str, article: str, kind: str = "person", **more) -> LocalSpeaker:
    return LocalSpeaker(f"{article}/{name}", article, name, kind, mentions=(Mention(article, 0, 5),), **more)


@pytest.mark.parametrize(("famous", "joined"), [(4, False), (8, True)])
def test_a_surname_alone_is_the_famous_bearers_only_when_the_next_one_is_far_rarer(famous, joined):
    many = [chain("Linda Ruiz", f"a{n}") for n in range(famous)]
    one, short = chain("Loretta Ruiz", "b"), chain("Ruiz", "c")
    _, owner = join([*many, one, short])
    assert (owner[short.id] == owner[many[0].id]) == joined
    assert owner[short.id] != owner[one.id]


@pytest.mark.parametrize(("agree", "joined"), [(3, False), (8, True)])
def test_a_shortened_name_is_a_bodys_only_when_nearly_all_articles_agree(agree, joined):
    harbour = [
        chain("Veld Harbour Council", f"a{n}", "organisation", variants=("VHC",)) for n in range(agree)
    ]
    health = [chain("Veld Health Council", f"b{n}", "organisation", variants=("VHC",)) for n in range(2)]
    short = chain("VHC", "c", "organisation")
    _, owner = join([*harbour, *health, short])
    assert (owner[short.id] == owner[harbour[0].id]) == joined
    assert owner[short.id] != owner[health[0].id]
