"""Names in long phrases, names that are other words, and bodies that only their kind or no noun tells."""

from __future__ import annotations

import pytest

from onrecord import coreference
from onrecord.coreference.entities import Entity
from onrecord.coreference.page import page
from onrecord.coreference.people import People
from onrecord.coreference.runs import runs
from onrecord.names.persons import parse
from onrecord.names.roles import describe
from onrecord.records import Name
from onrecord.text import View

from .test_resolve import article, names_of, statement


def test_a_headline_in_capitals_tells_where_and_names_nobody_by_that():
    text = "Top Pilot In Karst Harbour Calls For Rest\n\nJonas Abelt, the top pilot in the harbour of Karst, left."
    made = statement(text, 0, "Top Pilot In Karst Harbour", "Rest", headline=True)
    found = coreference.resolve(View(article(text, headline=True)), [made], ())
    assert next(c.name for c in found if c.statement_ids) == "Jonas Abelt"


@pytest.mark.parametrize(
    ("text", "pairs", "wanted"),
    [
        (  # a surname that is a month and a helping verb
            "Mayor Nadia May opened the dam.\n\n“It holds,” May said.",
            [("May", "“It holds,”")],
            "Nadia May",
        ),
        (  # a given name that is a month: she speaks, and "In May" is when
            "Ann Tolm left. May Tolm said it rained.",
            [("May Tolm", "it rained")],
            "May Tolm",
        ),
        ("Ann Tolm left. In May Tolm said it rained.", [("Tolm", "it rained")], "Ann Tolm"),
        (
            "Inspector April March came.\n\n“It holds,” March said.",
            [("March", "“It holds,”")],
            "April March",
        ),
        (  # a barrister's courtesy and its stop
            "The commissioner, Barr. Ngozi Etim, said it rained.",
            [("The commissioner, Barr. Ngozi Etim", "it rained")],
            "Ngozi Etim",
        ),
        (  # ten words up to the name's last
            "Chairman of the Joint Chiefs of Staff Gen. Jonas Abelt came.\n\n“It holds,” Abelt said.",
            [("Abelt", "“It holds,”")],
            "Jonas Abelt",
        ),
        (  # a clause tells of whom it names, and is nobody's name
            "A member of the club that ousted Speaker Jonas Abelt in the spring said it was late.",
            [("A member of the club that ousted Speaker Jonas Abelt in the spring", "it was late")],
            "member of the club",
        ),
        (  # a clause that a comma has ended tells nothing of the name behind it
            "The guild that owns the mill, and Mayor Jonas Abelt, said it was late.",
            [("The guild that owns the mill, and Mayor Jonas Abelt,", "it was late")],
            "Jonas Abelt",
        ),
        (  # one of several that a body's name narrows down
            "The Department of Ports (DOP) was late. A former DOP caulker said it was late.",
            [("A former DOP caulker", "it was late")],
            None,
        ),
        (  # nobody is an "it"
            "Ann Brill said it was cold.\n\nThe dam held. Its statement said it was old.",
            [("Ann Brill", "it was cold"), ("Its statement", "it was old")],
            None,
        ),
        (  # a body that spoke before somebody else did
            "The Ports Bureau said it was cold.\n\n“Hm,” said Ann Brill.\n\nThe agency said it was late.",
            [("The Ports Bureau", "it was cold"), ("Ann Brill", "“Hm,”"), ("The agency", "it was late")],
            "Ports Bureau",
        ),
        (  # a station by its letters, and a paper by its title
            "KTV reported it on Monday. Ann Brill left.\n\nThe network said it was late.",
            [("KTV", "it on Monday"), ("The network", "it was late")],
            "KTV",
        ),
        (
            "Ann Brill wrote to the Karst Courier. It rained.\n\nThe news magazine said it was late.",
            [("The news magazine", "it was late")],
            "Karst Courier",
        ),
        (  # who speaks is no paper for that
            "The Brill campaign rang.\n\nThe newspaper said it was late.",
            [("The Brill campaign", "rang"), ("The newspaper", "it was late")],
            "newspaper",
        ),
        (  # either of two is none of them
            "The Karst Courier and the Olm Courier rang. It rained.\n\nThe newspaper said it was late.",
            [("The newspaper", "it was late")],
            "newspaper",
        ),
        (  # nor is a paper of another kind
            "The Karst Courier rang. It rained.\n\nThe student newspaper said it was late.",
            [("The student newspaper", "it was late")],
            "student newspaper",
        ),
        (  # a given name that is a preposition
            "The dam, Per Aas said, was old. “It leaks,” Aas said.",
            [("Per Aas", "was old"), ("Aas", "“It leaks,”")],
            "Per Aas",
        ),
        (  # where people write is a body, too
            "Facebook said it was late.",
            [("Facebook", "it was late")],
            "Facebook",
        ),
    ],
)
def test_the_last_statement_is_that_of(text, pairs, wanted):
    assert names_of(text, pairs)[-1] == wanted


def test_a_month_stays_a_month():
    text = "Mayor Nadia May left. In May it rained.\n\n“It holds,” she said. The vote is on May 4."
    found = coreference.resolve(View(article(text)), [statement(text, 0, "she", "“It holds,”")], ())
    (may,) = [c for c in found if c.name == "Nadia May"]
    assert [m.start for m in may.mentions if text[m.start :].startswith("May ")] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Jonas Abelt and Peter Karst met. Both Abelt and Karst said it was late.",
            "Jonas Abelt and Peter Karst",
        ),
        ("Jonas Abelt and Peter Olm met in Karst. Both Abelt and Karst said it was late.", "Jonas Abelt"),
    ],
)
def test_a_surname_is_believed_before_a_name_finder_that_calls_it_a_place(text, wanted):
    at = text.rindex("Karst")
    made = [statement(text, 0, text[text.index("Both") : at + 5], "it was late")]
    found = coreference.resolve(View(article(text)), made, (Name(at, at + 5, "place"),))
    assert next(c.name for c in found if c.statement_ids) == wanted


def named_in(text, source, persons=()):
    finds = [Name(text.find(p), text.find(p) + len(p), "person") for p in persons]
    content = text[text.rindex("it ") : -1]
    found = coreference.resolve(View(article(text)), [statement(text, 0, source, content)], finds)
    return next((c.name, c.type) for c in found if c.statement_ids)


@pytest.mark.parametrize(
    ("text", "source", "person", "wanted"),
    [
        # a thing's word is a surname where a name finder, a given name and an age say so
        ("Grace Park, 45, said it was late.", "Grace Park, 45,", "Grace Park", ("Grace Park", "person")),
        ("Grace Park, 45, left. Then Park said it was late.", "Park", "Grace Park", ("Grace Park", "person")),
        ("President Moon Vael came. Moon said it was late.", "Moon", "Moon Vael", ("Moon Vael", "person")),
        # and none where nobody finds a person
        ("Grace Park, 45, left. Then Park said it was late.", "Park", None, (None, "unknown")),
        # a small article joined to a name begins one
        (
            "Prime Minister Haider al-Brelin spoke. Meanwhile, al-Brelin said it was late.",
            "al-Brelin",
            None,
            ("Haider al-Brelin", "person"),
        ),
        # an officer's rank of two words
        (
            "A spokesman, Brig. Gen. Jonas Abelt, came. Abelt said it was late.",
            "Abelt",
            None,
            ("Jonas Abelt", "person"),
        ),
    ],
)
def test_names_that_are_other_words(text, source, person, wanted):
    assert named_in(text, source, [person] if person else []) == wanted


def test_what_follows_a_name_behind_a_preposition_is_told_of_it():
    told = "Ann Olm is its author.\n\nCo-author Peter Lunde {} the Institute of Tides said it was late."
    of = told.format("of")
    assert named_in(of, "Co-author Peter Lunde of the Institute of Tides")[0] == "Peter Lunde"
    before = (
        "Ann Olm is its author.\n\nThe author for Peter Lunde of the Institute of Tides said it was late."
    )
    assert named_in(before, "The author for Peter Lunde of the Institute of Tides")[0] != "Peter Lunde"


@pytest.mark.parametrize(
    ("second", "wanted"),
    [("Two of the people", "people at the mill"), ("Two of other people", "Two of other people")],
)
def test_some_of_those_named_before_are_called_as_they_were(second, wanted):
    text = f"People at the mill said the dam held. {second} said it was late."
    made = [
        statement(text, 0, "People at the mill", "the dam held"),
        statement(text, 1, second, "it was late"),
    ]
    found = coreference.resolve(View(article(text)), made, ())
    assert next((c.name or "").casefold() for c in found if "s1" in c.statement_ids) == wanted.casefold()


@pytest.mark.parametrize(
    ("behind", "wanted"), [("published on Monday", "Ann Brill"), ("his own office published", "report")]
)
def test_a_report_that_somebody_else_published_is_not_the_subject_s(behind, wanted):
    text = f"In a report {behind}, Ann Brill told of it.\n\nThe report said it was late."
    found = coreference.resolve(View(article(text)), [statement(text, 0, "The report", "it was late")], ())
    assert next(c.name for c in found if c.statement_ids) == wanted


@pytest.mark.parametrize(("first", "wanted"), [("The Ports Agency", None), ("Karst Motors", "Karst Motors")])
def test_a_company_is_no_agency(first, wanted):
    text = f"{first} had a fire on Monday.\n\nThe company said it was late."
    found = coreference.resolve(View(article(text)), [statement(text, 0, "The company", "it was late")], ())
    assert next(c.name for c in found if c.statement_ids) == wanted


@pytest.mark.parametrize(("opens", "wanted"), [("They", None), ("Port clerks", "Port clerks")])
def test_a_sentence_that_begins_with_they_calls_nobody_so(opens, wanted):
    text = f"{opens} sell two out of every three boats.\n\nThey said it was late."
    found = coreference.resolve(View(article(text)), [statement(text, 0, "They", "it was late")], ())
    assert next(c.name for c in found if c.statement_ids) == wanted


def test_a_headline_tells_more_of_a_name_behind_a_comma():
    text = "Jonas Abelt, cold-water pilot, sorry for it now\n\nJonas Abelt rowed out."
    made = statement(text, 0, "Jonas Abelt, cold-water pilot,", "it now", headline=True)
    found = coreference.resolve(View(article(text, headline=True)), [made], ())
    assert next(c.name for c in found if c.statement_ids) == "Jonas Abelt"


@pytest.mark.parametrize(("office", "same"), [("minister", False), ("manager", True)])
def test_a_relative_is_another_only_where_the_bearer_may_be_whose(office, same):
    people = People(frozenset(), frozenset(), frozenset({"son"}))
    bearer = Entity("person", parse("Peter Lind"), roles=[describe([office])])
    people.add(bearer)
    told = [describe(["the", "minister's", "son"], "the minister's son")]
    assert (people.by_short_name(parse("Lind"), 0, told) is bearer) == same


@pytest.mark.parametrize(("before", "name"), [("On", "Orle Guild"), ("With", "Friday Orle Guild")])
def test_a_day_behind_a_word_of_time_is_none_of_a_name(before, name):
    words = page(View(article(f"{before} Friday Orle Guild went.")))
    assert [words.span(run).of(words.text) for run in runs(words)] == [name]


@pytest.mark.parametrize(
    ("source", "is_hers"),
    [
        ("A letter from Brill", True),
        ("A forged letter from Brill", False),
        ("An account in her name", True),
        ("A fake account in her name", False),
        ("Fake doctor Ada Brill", True),
    ],
)
def test_what_only_passes_for_somebodys_is_not_theirs(source, is_hers):
    text = f"Mayor Ada Brill opened the gate. She wept.\n\n{source} said it rained."
    assert (names_of(text, [(source, "it rained")]) == ["Ada Brill"]) is is_hers


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("Lethmark’s vaccine institute, the Olm Institute", "Olm Institute"),
        ("The Olm Institute, the vaccine institute", "Olm Institute"),
        ("The security service, the OSB", "OSB"),
        ("A rival airline, Northair", "Northair"),
        # Whom it is told of, not who is told more of.
        ("The vaccine institute, the oldest of Lethmark", "vaccine institute"),
    ],
)
def test_a_body_goes_by_the_name_that_follows_what_it_is(source, wanted):
    assert names_of(f"{source}, said it was early.", [(source, "it was early")]) == [wanted]


@pytest.mark.parametrize(
    ("named", "called", "wanted"),
    [
        ("Orla Motors", "The carmaker", "Orla Motors"),
        ("Orla Motors", "The regulator", "regulator"),
        ("The Harbour Authority", "The regulator", "Harbour Authority"),
        ("The Harbour Authority", "The carmaker", "carmaker"),
        ("The Harbour Authority", "The watchdog", "Harbour Authority"),
        ("Orla Motors", "The watchdog", "watchdog"),
        ("Orla Bank", "The lender", "Orla Bank"),
        ("Orla Bank", "The carmaker", "carmaker"),
        ("The Bank of Karst", "The lender", "lender"),
        ("The Harbour Authority", "The Karst-based body", "Harbour Authority"),
        ("The Harbour Authority", "The student body", "student body"),
    ],
)
def test_a_noun_for_a_company_or_an_overseer_is_the_body_in_focus_that_can_be_one(named, called, wanted):
    text = f"{named} said it was over.\n\n{called} said it had done everything."
    pairs = [(named, "it was over"), (called, "it had done everything")]
    assert names_of(text, pairs)[1] == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("Olmer's", "Olmer's"),
        ("Olmer’s, the auction house,", "Olmer’s"),
        ("Olmer's of Karst", "Olmer's of Karst"),
        ("Olmer's Inc", "Olmer's Inc"),
        ("Olmer", "Olmer"),
        ("Olmer's lawyers", "Olmer's lawyers"),
    ],
)
def test_an_owner_who_speaks_is_a_firm_called_so(source, wanted):
    assert names_of(f"{source} said it was late.", [(source, "it was late")]) == [wanted]


@pytest.mark.parametrize(
    ("source", "rest", "wanted"),
    [("Brill", "’s plan calls it off", "Ann Brill"), ("Brill’s", " did", "Brill’s")],
)
def test_an_owner_whose_phrase_ends_before_the_s_is_no_firm_called_so(source, rest, wanted):
    text = f"{source}{rest}, it was late. Mayor Ann Brill had come."
    assert names_of(text, [(source, "it was late")]) == [wanted]


@pytest.mark.parametrize("led", ["Orla Group", "Karst Group"])
def test_a_company_is_that_of_its_head_who_spoke_last(led):
    leader = f"{led}’s chief executive, Ann Brill"
    text = f"Orla Group and Karst Group were late on Monday. {leader}, said no. The company said it was late."
    assert names_of(text, [(leader, "no"), ("The company", "it was late")])[1] == led


@pytest.mark.parametrize(
    ("named", "wanted"),
    [
        ("Press Centre of the Karst Security Service (KDS)", "KDS"),
        ("Press Centre of the Karst Security Service (PKD)", "Press Centre of the Karst Security Service"),
        ("Office of the Karst High Commissioner (KHC)", "Office of the Karst High Commissioner"),
    ],
)
def test_letters_behind_the_name_of_a_part_may_be_those_of_the_whole(named, wanted):
    letters = named[-4:-1]
    text = f"The {named} said it was over.\n\nThe {letters} said it had done everything."
    pairs = [(f"The {named}", "it was over"), (f"The {letters}", "it had done everything")]
    assert names_of(text, pairs) == [named[:-6], wanted]
