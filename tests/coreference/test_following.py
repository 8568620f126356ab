"""Pronouns in passing: whom the text follows, and names that a pronoun alone proves to be persons'."""

from __future__ import annotations

from dataclasses import replace

import pytest

import builders
from onrecord import coreference
from onrecord.coreference import antecedents, following, pronominal
from onrecord.coreference.resolving import open_discourse, read_all
from onrecord.records import Block, Name, Span
from onrecord.text import View

from .test_resolve import article, statement


def meant(text, pronoun, persons=()):
    """The name of whom the only place of ``pronoun`` means; a name finder calls ``persons`` so."""
    found = [Name(text.find(p), text.find(p) + len(p), "person") for p in persons]
    discourse = read_all(View(builders.article(text)), [], found)
    at = text.find(f" {pronoun} ") + 1
    span = Span(at, at + len(pronoun))
    return [e.name for e in discourse.entities for m in e.mentions if Span(m.start, m.end) == span]


@pytest.mark.parametrize(
    ("text", "pronoun", "wanted"),
    [
        # the owner of what the subject does something with
        ("Ann Brill met Olga Dane in Karst. Brill had lost her coat there.", "her", "Ann Brill"),
        # whom somebody is told of by, she is not
        ("Ann Brill was driven to the dam by Olga Dane, and then she slept.", "she", "Ann Brill"),
        (
            "In the year of the flood Ann Brill told Olga Dane of the dam that she had drawn.",
            "she",
            "Ann Brill",
        ),
    ],
)
def test_whom_the_sentence_follows(text, pronoun, wanted):
    assert meant(text, pronoun) == [wanted]


def test_he_in_a_quotation_is_not_who_speaks():
    text = "Bert Dole slept in Karst with Jon Brill. “He never rows,” said Dole."
    at, said = text.rindex("He"), text.rindex("Dole")
    told = replace(statement(text, 1, "Dole", "“He never rows,”"), source=(Span(said, said + 4),))

    def means(statements):
        found = read_all(View(builders.article(text)), statements, []).entities
        return [e.name for e in found for m in e.mentions if (m.start, m.end) == (at, at + 2)]

    assert means([told]) == ["Jon Brill"]
    assert means([]) == ["Bert Dole"]


def test_a_name_that_only_a_name_finder_calls_a_person_is_proved_by_its_pronoun():
    text = "The wind broke Merrow’s boat. Later, in the harbour, he mended it with rope."
    assert meant(text, "he", ["Merrow"]) == ["Merrow"]
    assert meant(text, "he") == []
    unproved = open_discourse(
        View(builders.article("The wind broke Merrow’s boat.")), [Name(15, 21, "person")]
    )
    assert not unproved.entities
    assert [e.name or e.best.text for e in unproved.registry.leaning] == ["Merrow"]


def test_what_the_text_treats_as_a_place_competes_for_no_pronoun():
    assert meant("Ships lay in Merrow. Later he mended one with rope.", "he", ["Merrow"]) == []


def test_a_proved_name_is_told_of_as_a_guess_and_by_all_its_places():
    text = "The wind broke Merrow’s boat. Later he mended it. No rope was left, they say."
    found = coreference.resolve(View(builders.article(text)), [], [Name(15, 21, "person")])
    assert [(c.name, c.guessed, len(c.mentions)) for c in found] == [("Merrow", True, 2)]


def test_two_who_are_equally_likely_are_nobody(monkeypatch):
    monkeypatch.setattr(following, "LEAD", 99.0)
    monkeypatch.setattr(following, "CLEAR", 99.0)
    assert meant("Ann Brill met Olga Dane. Then she slept.", "she") == []


def test_a_source_that_sources_leave_open_is_read_so_and_is_never_sure():
    text = "Merrow’s boat broke. “It snowed,” he said."
    view, said = View(article(text)), statement(text, 0, "he", "“It snowed,”")
    found = coreference.resolving.resolve_all(view, [said], [Name(0, 6, "person")])
    assert [c.name for c in found.chains if c.statement_ids] == ["Merrow"]
    assert found.certainty[said.id] < 0.7


def test_a_source_proves_a_given_name_that_a_name_finder_calls_a_person():
    text = "The boat sank. Abelt’s mother Maureen, 66, said it was late."
    said = statement(text, 0, "Abelt’s mother Maureen, 66,", "it was late")
    at = text.index("Maureen")
    found = coreference.resolve(View(article(text)), [said], [Name(at, at + 7, "person")])
    assert [c.name for c in found if c.statement_ids] == ["Maureen"]


def test_whom_a_colon_s_words_are_about_does_not_say_them():
    text = "“It is late,” Jonas Abelt said.\n\nOn captain Peter Lunde, who may go: “He stays.”"
    said = [
        statement(text, 0, "Jonas Abelt", "“It is late,”"),
        replace(statement(text, 1, "captain Peter Lunde, who may go", "“He stays.”"), kind="direct", cue=()),
    ]
    found = coreference.resolve(View(article(text)), said, [])
    assert [c.name for c in found if len(c.statement_ids) == 2] == ["Jonas Abelt"]


@pytest.mark.parametrize(
    ("text", "pronoun", "wanted"),
    [
        ("Olga Dane slept. In her report on the dam, Ann Brill wrote of rain.", "her", ["Ann Brill"]),
        ("Olga Dane slept. When she came to the dam, Ann Brill asked for rope.", "she", ["Ann Brill"]),
        ("Olga Dane slept. At her height, Ann Brill’s boats were many.", "her", ["Ann Brill"]),
        ("Olga Dane slept. When she was four, Ann Brill already built boats.", "she", ["Ann Brill"]),
        ("Olga Dane slept. Early in her service, Ann Brill built boats.", "her", ["Ann Brill"]),
        ("Olga Dane slept. Having lost her rope, Ann Brill swam.", "her", ["Ann Brill"]),
        ("Olga Dane slept. In her first winter, in Karst, Ann Brill built boats.", "her", ["Ann Brill"]),
        ("Olga Dane slept. But in her report, Ann Brill wrote of rain.", "her", ["Ann Brill"]),
        ("Olga Dane slept. Unlike her niece, Ann Brill swam.", "her", ["Ann Brill"]),
        ("Olga Dane slept. In her report, former pier inspector Ann Brill wrote.", "her", ["Ann Brill"]),
        # an apposition, whoever is told of before, and what is done without or for another
        ("Olga Dane slept. In her report, notes by Ann Brill were lost.", "her", ["Olga Dane"]),
        ("Olga Dane slept. In her absence, Ann Brill built boats.", "her", ["Olga Dane"]),
        ("Olga Dane slept. From her niece, Ann Brill, came a letter.", "her", ["Olga Dane"]),
        ("Olga Dane slept. She told her aide, Ann Brill saw the dam.", "her", ["Olga Dane"]),
    ],
)
def test_who_is_named_behind_the_phrase_that_opens_a_sentence(text, pronoun, wanted):
    assert meant(text, pronoun) == wanted


def test_a_subject_behind_its_pronoun_is_a_person_if_a_name_finder_says_so():
    text = "Bert Dole slept. In his script, Merrow told of rain."
    assert meant(text, "his", ["Merrow"]) == ["Merrow"]
    assert meant(text, "his") == ["Bert Dole"]


@pytest.mark.parametrize("kind", ["organisation", "place"])
def test_a_given_name_that_a_name_finder_calls_a_body_is_proved_a_person_s(kind):
    text = "The wind broke Abigail’s boat. Later, in the harbour, she mended it with rope."
    found = read_all(View(builders.article(text)), [], [Name(15, 22, kind)]).entities
    at = text.index("she")
    means = [e.name for e in found for m in e.mentions if m.start == at and e.type == "person"]
    assert means == (["Abigail"] if kind == "organisation" else [])


class Sees:
    """A reader who takes pronouns for whoever was named at one offset."""

    def __init__(self, at):
        self.at = at

    def fit(self, pronoun, last, named):
        """Much for that one, nothing for others."""
        del pronoun, last
        return 4.0 if named == self.at else 0.0


def test_what_the_network_sees_decides_among_those_whom_grammar_allows():
    text = "Ann Brill met Olga Dane in Karst. Brill had lost her coat there."
    view = View(builders.article(text))
    dane = text.index("Dane")
    span = Span(text.index("her"), text.index("her") + 3)
    whose = [
        [
            e.name
            for e in read_all(view, [], [], bearings).entities
            for m in e.mentions
            if Span(m.start, m.end) == span
        ]
        for bearings in (None, Sees(dane), Sees(text.index("coat")))
    ]
    assert whose == [["Ann Brill"], ["Olga Dane"], ["Ann Brill"]]


def test_a_headline_with_a_given_name_means_nobody_else_of_that_surname():
    head = "Ann Brill rebuilds the dam of Karst"
    text = f"{head}\n\nAnn Brill met her son, the pilot Tom Brill. Tom Brill waved. Ann Brill slept."
    view = View(builders.article(text, blocks=(Block("headline", 0, len(head)),)))
    discourse = open_discourse(view, ())
    told = {
        s.entity.name: dict(s.parts).get("in the headline")
        for s in antecedents.rank(discourse, len(discourse.page) - 1, None)
    }
    assert told == {"Ann Brill": 0.4, "Tom Brill": None}


def test_whom_she_has_meant_is_no_he():
    text = "Vesk Orle came with Brin Sarl. She slept. Later, in the harbour, his roof fell."
    names = [Name(text.index(n), text.index(n) + 9, "person") for n in ("Vesk Orle", "Brin Sarl")]
    discourse = read_all(View(builders.article(text)), [], names, Sees(text.index("Orle")))
    found = {text[m.start : m.end]: e.name for e in discourse.entities for m in e.mentions}
    assert (found["She"], found.get("his")) == ("Vesk Orle", None)


def test_a_word_that_the_name_of_a_body_begins_with_competes_for_no_pronoun():
    text = "The wind broke Merrow’s boat. Later, in the harbour, he mended it with rope."
    assert meant(text, "he", ["Merrow"]) == ["Merrow"]
    assert meant(f"Merrow Mills Ltd closed. {text}", "he", ["Merrow"]) == []


@pytest.mark.parametrize(
    ("name", "following", "wanted"),
    [
        ("Zarrin", "He sang.", "he"),
        ("Kate", "He sang.", "she"),
        ("Kate", "He sang. It rained. The nurse Kate slept again. He rowed.", None),
    ],
)
def test_a_given_name_outweighs_a_pronoun_that_follows(name, following, wanted):
    found = open_discourse(View(builders.article(f"The nurse {name} slept in Karst. {following}")), [])
    assert [e.gender for e in found.entities if e.name == name] == [wanted]


def test_a_pronoun_may_be_the_last_word():
    found = read_all(View(builders.article("Olga Dane slept. When it snowed, rope helped her")), [], [])
    assert [len(e.mentions) for e in found.entities if e.name == "Olga Dane"] == [2]


def test_whoever_is_named_with_a_nickname_is_meant_by_it():
    text = "Ann “Zuzu” Brill left. Olga Dane slept. Zuzu asked for her rope."
    assert meant(text, "her") == ["Ann “Zuzu” Brill"]
    assert meant(text.replace("“Zuzu” ", ""), "her") == ["Olga Dane"]


def weighed(monkeypatch, text, pronoun, name):
    """What speaks for and against the only place of ``pronoun`` meaning whoever bears ``name``."""
    found: dict[str, float] = {}
    at = text.index(f" {pronoun} ") + 1
    note = pronominal.note

    def noting(discourse, word):
        if discourse.page.starts[word] == at:
            found.update(
                next(c.values for c in following.candidates(discourse, word) if c.entity.name == name)
            )
        note(discourse, word)

    with monkeypatch.context() as patched:
        patched.setattr(pronominal, "note", noting)
        read_all(View(builders.article(text)), [], [])
    return found


@pytest.mark.parametrize(
    ("feature", "told", "other"),
    [
        (
            "mentioned further on",
            "Ann Brill met Olga Dane. Then she slept. Brill rose.",
            "Ann Brill met Olga Dane. Then she slept. Dane rose.",
        ),
        (
            "several words",
            "Ann Brill met Olga Dane. Then she slept.",
            "Ann Brill met Olga Dane. Brill ate. Then she slept.",
        ),
        (
            "same role",
            "Ann Brill met Bert Dole. She ate. Then she slept.",
            "Ann Brill met Bert Dole. It snowed on her boat. Then she slept.",
        ),
        (
            "quoted otherwise",
            "Ann Brill met Olga Dane. “Then she slept.”",
            "Ann Brill met Olga Dane. Then she slept.",
        ),
        (
            "others since",
            "Ann Brill met Olga Dane. Then she slept.",
            "Olga Dane met Ann Brill. Then she slept.",
        ),
        (
            "opens: nobody since",
            "Olga Dane met Ann Brill. Then she slept.",
            "Ann Brill met Olga Dane. Then she slept.",
        ),
        (
            "subject: same clause",
            "Olga Dane told Ann Brill that she slept.",
            "Olga Dane told Ann Brill, who rows, that she slept.",
        ),
        (
            "owner: same clause",
            "Olga Dane met Ann Brill near her boat.",
            "Olga Dane met Ann Brill, who rows, near her boat.",
        ),
        (
            "subject: same sentence",
            "Ann Brill met Olga Dane and then she slept.",
            "Ann Brill met Olga Dane. And then she slept.",
        ),
        (
            "subject: sentence before",
            "Ann Brill met Olga Dane. Then she slept.",
            "Ann Brill met Olga Dane. It snowed. Then she slept.",
        ),
        (
            "subject: governed",
            "Olga Dane rowed with Ann Brill. Then she slept.",
            "Olga Dane met Ann Brill. Then she slept.",
        ),
    ],
)
def test_what_is_weighed(monkeypatch, feature, told, other):
    pronoun = "her" if feature.startswith("owner") else "she"
    of_told, of_other = (weighed(monkeypatch, text, pronoun, "Ann Brill") for text in (told, other))
    assert of_told[feature] > of_other[feature] == 0
    assert feature in following.WEIGHTS
