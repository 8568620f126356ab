"""Speakers that grow: in parts, in any order, with articles taken back, the outcome is that of joining all at once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord import identity, languages
from onrecord.identity.clusters import crossed
from onrecord.identity.forms import FormCount, form_of
from onrecord.identity.index import FormIndex
from onrecord.records import Correction, LocalSpeaker, Mention, Office, Place
from onrecord.store.codec import dumps, loads

join = partial(identity.join, language=languages.of("en"))
Joining = partial(identity.Joining, language=languages.of("en"))
MAYOR, KEEPER, COACH = Office("mayor of Tessin"), Office("goalkeeper"), Office("coach", "Tessin Rovers")
# Namesakes, spellings, famous and lone surnames, guesses that are people, names that are short for others.
TOLD = [
    {"name": "John Smith", "offices": (KEEPER,)},
    {"name": "John Smith", "offices": (Office("senator"),)},
    {"name": "John Smith"},
    {"name": "John Smith", "gender": "she"},
    {"name": "Jonas K. Abelt"},
    {"name": "Jonas M. Abelt", "gender": "he"},
    {"name": "Jonas Abelt"},
    {"name": "Abelt", "offices": (MAYOR,)},
    {"name": "Abelt"},
    {"name": "Petra Abelt", "offices": (MAYOR,), "variants": ("Abelt", "Mayor Abelt")},
    {"name": "Mayor Abelt"},
    {"name": "Pavel Dorsin", "acts_for": ("Orchard Board",)},
    {"name": "Pawel Dorsin", "offices": (COACH,), "acts_for": ("Petra Abelt",)},
    {"name": "Dorsin", "gender": "she"},
    {"name": "Dorsin", "type": "organisation", "guessed": True},
    {"name": "Corvin Tandry", "offices": (MAYOR,)},
    {"name": "Tandry", "type": "organisation", "guessed": True},
    {"name": "Corvin Tandry", "type": "organisation", "guessed": True},
    {"name": "Tandry Mills", "type": "organisation", "variants": ("Tandry",)},
    {"name": "National Orchard Association", "type": "organisation", "variants": ("NOA",)},
    {"name": "Northern Oar Academy", "type": "organisation", "variants": ("NOA",)},
    {"name": "NOA", "type": "organisation", "acts_for": ("Kremlin",)},
    {"name": "NOA", "type": "office"},
    {"name": "the Orchard Board", "type": "organisation", "variants": ("Orchards", "National Orchard Association")},
    {"name": "Orchards", "type": "organisation"},
    {"name": "critics", "type": "group"},
    {"name": "Tessin officials", "type": "group", "acts_for": ("Abelt",)},
    {"name": "Tessin official", "type": "unknown"},
    {"name": "Harbour Safety Act", "type": "document"},
    {"name": None, "type": "unknown"},
]  # fmt: skip
CORRECTIONS = (
    Correction("merge", ("Jonas Abelt", "Tandry"), note="one and the same"),
    Correction("split", ("Abelt the Younger",), (Place("art-1", 0, 500),)),
    Correction("merge", ("NOA", "Orchards"), (Place("art-2", 0, 10),)),
    Correction("split", (), (Place("art-3", 5, 15),)),
)


def chains_of(number, told):
    """The chains of one article: ``told`` are places in ``TOLD``."""
    article = f"art-{number}"
    return [
        LocalSpeaker(
            id=f"{article}/{n}", article_id=article, mentions=(Mention(article, 10 * n, 10 * n + 5),),
            statement_ids=(f"{article}/s{n}",), **({"type": "person"} | TOLD[at]),
        )
        for n, at in enumerate(told)
    ]  # fmt: skip


class _Kept(identity.Register):
    """What a store keeps, as a store gives it back: copies."""

    def __init__(self):
        self.kept, self.blocks, self.tallies = {}, defaultdict(set), {}

    def forms(self, keys):
        return {k: loads(identity.FormCount, dumps(self.kept[k])) for k in keys if k in self.kept}

    def in_block(self, block):
        return set(self.blocks[block])

    def tally(self, block):
        return self.tallies.get(block, 0)

    def members(self, bearer):
        return {h.key for h in self.kept.values() if h.bearer == bearer != ""}

    def of_speakers(self, speakers):
        found = {s: {h.key for h in self.kept.values() if h.speaker == s != ""} for s in speakers}
        return {s: keys for s, keys in found.items() if keys}

    def keep(self, forms):
        for held in forms:
            self.kept[held.key] = loads(identity.FormCount, dumps(held))
            if not held.number:
                del self.kept[held.key]

    def keep_blocks(self, added, gone):
        for block, form in added:
            self.blocks[block].add(form)
        for block, form in gone:
            self.blocks[block].discard(form)

    def keep_tallies(self, tallies):
        self.tallies.update(tallies)


articles = st.lists(st.lists(st.integers(0, len(TOLD) - 1), max_size=4), min_size=1, max_size=14)


@settings(max_examples=150, deadline=None)
@given(st.data(), articles, st.booleans(), st.booleans())
def test_in_parts_and_at_once_are_equal(data, told, kept, corrected):
    found = [chains_of(n, t) for n, t in enumerate(told)]
    corrections = CORRECTIONS if corrected else ()
    whole = join([c for chains in found for c in chains], corrections)
    order = data.draw(st.permutations(range(len(found))))
    transient = chains_of("gone", data.draw(st.lists(st.integers(0, len(TOLD) - 1), max_size=6)))
    register = _Kept()
    joining = Joining(register, corrections)
    for chain in transient:
        joining.add(chain)
    joining.settle()
    for step, n in enumerate(order):
        if kept:
            joining = Joining(register, corrections)
        for chain in found[n]:
            joining.add(chain)
        if step == len(order) // 2:
            for chain in transient:
                joining.remove(chain)
        if kept or data.draw(st.booleans()) or step == len(order) - 1:
            joining.settle()
    assert joining.directory.everybody([c for chains in found for c in chains]) == whole


@settings(max_examples=150, deadline=None)
@given(articles)
def test_whoever_acts_for_others_than_before_is_told(told):
    register, chains = _Kept(), []
    acted, owned = {}, {}
    for n, numbers in enumerate(told):
        joining = Joining(register)
        added = chains_of(n, numbers)
        for chain in added:
            joining.add(chain)
        changed = joining.settle()
        chains += added
        owner, now = joining.directory.owner(chains), joining.directory.speakers(chains)
        acts = {key: now[speaker].acts_for for key, speaker in owner.items()}
        for chain in chains:
            if owned.get(chain.id, "") == owner.get(chain.id) and acts[chain.id] != acted[chain.id]:
                assert form_of(chain).key in changed
        owned, acted = owner, acts


@settings(max_examples=60, deadline=None)
@given(articles, st.integers(0, len(CORRECTIONS) - 1))
@example([[], [11, 23], [], [0, 23]], 0)  # for one of two parts of a body
def test_corrections_made_later_count_as_those_made_before(told, before):
    chains = [c for n, t in enumerate(told) for c in chains_of(n, t)]
    register, apart = _Kept(), set()
    for until in (before, len(CORRECTIONS)):
        joining = Joining(register, CORRECTIONS[:until])
        for chain in chains:
            if until == before:
                joining.add(chain)
            elif joining.spoken_of(chain) and chain.id not in apart:
                joining.remove(chain, apart=False)
                joining.add(chain)
            apart.update({chain.id} if joining.spoken_of(chain) else ())
        joining.settle()
    assert joining.directory.everybody(chains) == join(chains, CORRECTIONS)


@pytest.mark.parametrize("times", [1, 3, 8, 16, 17])
def test_fame_that_grows_is_fame(times):
    """A surname alone becomes a famous bearer's, and is nobody's again when an equal one appears."""
    joining = Joining()
    plain = chains_of("plain", [8])
    bearers = [replace(c, name="Ilya Abelt", gender="he") for n in range(times) for c in chains_of(n, [6])]
    rival = [replace(c, name="Nina Abelt", gender="she") for c in chains_of("rival", [6])]
    for chain in (*plain, *rival, *bearers):
        joining.add(chain)
        joining.settle()
    owner = joining.directory.owner([*plain, *rival, *bearers])
    famous = owner[plain[0].id] == owner[bearers[0].id]
    assert famous == (times >= 8)
    for chain in bearers:
        joining.remove(chain)
        joining.settle()
    assert joining.directory.owner(plain)[plain[0].id] == joining.directory.owner(rival)[rival[0].id]


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ((1, 1), []),  # 10, 11 and 12 become 11, 12 and 13: as famous as before
        ((5, 1), [(1, 2)]),  # 10, 15, 16: only who comes behind the first and before the second sees another
        ((3, 2), [(2, None)]),  # 10, 13, 15: whoever comes behind both
    ],
)
def test_fame_differs_only_for_who_comes_where_it_does(weights, expected):
    told = [form_count(n, weight) for n, weight in enumerate((0, *weights))]
    order = [f.order(languages.of("en")) for f in told]
    found = crossed(10, 1, told[0], told[1:], languages.of("en"))
    assert found == [(order[low], None if high is None else order[high]) for low, high in expected]


def form_count(number, weight):
    form = form_of(replace(chains_of(1, [6])[0], name=f"Jonas Abelt{'x' * (9 - number)}"))
    return FormCount(form, form.key, number=weight, weight=weight)


def test_settling_tells_the_forms_that_change_hands_or_name():
    joining = Joining()
    short = replace(chains_of(1, [8])[0], name="Abelt")
    key = joining.add(short)
    assert joining.settle() == {key}
    full = joining.add(replace(chains_of(2, [8])[0], name="Ilya Abelt"))
    assert joining.settle() == {key, full}
    joining.add(replace(chains_of(3, [8])[0], name="Ilya Abelt"))
    assert joining.settle() == set()


def test_taking_everything_back_leaves_nothing():
    register = _Kept()
    chains = [c for n in range(len(TOLD)) for c in chains_of(n, [n, (n * 7) % len(TOLD)])]
    for act in ("add", "remove"):
        joining = Joining(register, CORRECTIONS)
        for chain in chains:
            getattr(joining, act)(chain)
        joining.settle()
    assert register.kept == {}
    assert not any(register.tallies.values())
    assert not any(register.blocks.values())


def test_a_form_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        FormIndex(identity.Register(), languages.of("en")).entry(1)


def test_an_article_that_takes_a_he_for_a_she_parts_no_office_holder():
    chains = [
        replace(c, name="Ann Brill", gender=gender, offices=(MAYOR,))
        for n, gender in enumerate(("she", "she", "he", None))
        for c in chains_of(n, [0])
    ]
    _, owner = join(chains)
    assert owner[chains[3].id] in {owner[c.id] for c in chains[:3]}


def test_a_surname_that_two_bear_is_a_third_ones_in_no_article_unless_one_is_known_by_it():
    def people(*names):
        told = [("Jonas Abelt", ()), ("Petra Abelt", ()), ("Abelt", (MAYOR,)), ("Abelt", (MAYOR,))]
        found = [
            replace(chains_of(n, [0])[0], name=name, offices=offices)
            for n, (name, offices) in enumerate(told)
            if name in names
        ]
        return len(join(found)[0])

    assert people("Jonas Abelt", "Abelt") == 1
    assert people("Jonas Abelt", "Petra Abelt", "Abelt") == 4


def test_what_most_articles_call_a_speaker_comes_first_in_whatever_wording():
    def first(*titles):
        told = [(Office(t),) for t in titles]
        chains = [replace(chains_of(n, [0])[0], name="Ann Brill", offices=o) for n, o in enumerate(told)]
        (speaker,) = join(chains)[0]
        return speaker.offices[0].title

    wordings = ("chief executive of Olm Ferries", "chief executive", "the firm's chief executive")
    assert first("boss", *wordings) == "chief executive"
    assert first("boss", "boss", "chief executive") == "boss"
