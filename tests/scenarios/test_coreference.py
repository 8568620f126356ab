"""Whom a pronoun, an office or a quotation without a source is given to turns on one thing in the text."""

from __future__ import annotations

import pytest

from markup import annotate, speaker_of

PEOPLE = {"Carl Ambrose": "person", "Peter Lunde": "person", "Ambrose": "person", "Lunde": "person"}


def who(marked: str, words: str, **more) -> str | None:
    return speaker_of(annotate(marked, names=PEOPLE | more.pop("names", {}), title="A dam in Karst"), words)


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("[1:Lunde] {1:said} <1:“The dam will hold.”>", "Peter Lunde"),
        ("Lunde saw that “the dam” would hold.", "Carl Ambrose"),
    ],
)
def test_he_is_who_spoke_last_before_somebody_named_since(before, name):
    text = f"Mayor Peter Lunde met Senator Carl Ambrose.\n\n{before} Ambrose nodded.\n\n<2:“It is new,”> [2:he] {{2:said}}."
    assert who(text, "It is new") == name


@pytest.mark.parametrize(
    ("subject", "name"), [("Peter Lunde’s aunt", "Carl Ambrose"), ("Peter Lunde", "Peter Lunde")]
)
def test_he_is_not_somebody_who_only_owns_something(subject, name):
    text = f"Carl Ambrose waited. {subject} slept.\n\n<“It is new,”> [he] {{said}}."
    assert who(text, "It is new") == name


@pytest.mark.parametrize(("marks", "name"), [("“{}”", "Carl Ambrose"), ("{}", "Peter Lunde")])
def test_he_is_not_somebody_named_only_inside_a_quotation(marks, name):
    told = marks.format("There stood Peter Lunde at the dam,")
    text = f"Carl Ambrose waited.\n\nIt rained all day.\n\nNobody came by.\n\n{told} as the guild wrote.\n\n<“It is new,”> [he] {{said}}."
    assert who(text, "It is new") == name


@pytest.mark.parametrize(("gap", "name"), [("\n\n", None), ("\n\nIt rained all day.\n\n", "Peter Lunde")])
def test_he_is_nobody_where_two_fit_about_as_well(gap, name):
    text = (
        f"Senator Carl Ambrose waited.{gap}Ann Brill praised Mayor Peter Lunde. <“It is new,”> [he] {{said}}."
    )
    assert who(text, "It is new", names={"Ann Brill": "person"}) == name


@pytest.mark.parametrize(("office", "name"), [("former premier", "Carl Ambrose"), ("premier", "Peter Lunde")])
def test_a_former_holder_of_an_office_is_meant_by_the_former_one_alone(office, name):
    text = (
        "Former premier Carl Ambrose came to the port. Premier Peter Lunde came to the port.\n\n"
        f"It rained all day long.\n\n<“It is new,”> [the {office}] {{said}}."
    )
    assert who(text, "It is new") == name


@pytest.mark.parametrize(("state", "name"), [("Ohio", "Carl Ambrose"), ("Utah", "Peter Lunde")])
def test_an_office_of_another_state_is_another_persons(state, name):
    text = (
        "Ohio governor Carl Ambrose came to the port. Utah governor Peter Lunde came to the port.\n\n"
        f"It rained all day long.\n\n<“It is new,”> [the {state} governor] {{said}}."
    )
    assert who(text, "It is new") == name


def test_an_office_of_a_state_that_nobody_holds_is_nobodys():
    text = (
        "Ohio governor Carl Ambrose came to the port.\n\n"
        "It rained all day long.\n\n<“It is new,”> [the Utah governor] {said}."
    )
    assert who(text, "It is new") != "Carl Ambrose"


@pytest.mark.parametrize(("gap", "name"), [(" ", "Carl Ambrose"), ("\n\n", None)])
def test_a_quotation_without_a_source_is_its_neighbours_within_one_paragraph(gap, name):
    text = f"<1:“It is new,”> [1:Carl Ambrose] {{1:said}}.{gap}<2:“It will hold.”>"
    assert who(text, "It will hold") == name


@pytest.mark.parametrize(("gap", "name"), [(" {said}", "Carl Ambrose"), ("{:}", None)])
def test_a_label_is_not_whoever_spoke_last(gap, name):
    text = f"<1:“It is new,”> [1:Carl Ambrose] {{1:said}}.\n\n[2:The chairman]{gap.replace('{', '{2:')} <2:Order.>"
    assert who(text, "Order") == name


@pytest.mark.parametrize(("source", "name"), [("the letter from", "Carl Ambrose"), ("", None)])
def test_it_is_the_document_that_spoke_last(source, name):
    text = (
        "Brightwater Mills closed on Monday, and Brightwater Mills said so.\n\n"
        f"[1:{source} Carl Ambrose] {{1:asked for}} <1:“patience”>. <2:“It costs nothing,”> [2:it] {{2:said}}."
    )
    assert who(text, "It costs nothing", names={"Brightwater Mills": "organisation"}) == name


@pytest.mark.parametrize("minister", ["Ulla Five-Hansen", "Nora Six", "Stone Harrow"])
def test_a_source_that_names_somebody_is_nobody_else(minister):
    text = f"<1:“We lost,”> [1:Carl Ambrose] {{1:said}}. [2:The minister for ports, {minister},] {{2:said}} <2:that the dam was new>."
    assert who(text, "that the dam") == minister


@pytest.mark.parametrize(
    ("gap", "both"), [(" ", True), (" It rained. ", False), (" It rained. It rained on. ", False)]
)
def test_they_are_two_named_together_just_before(gap, both):
    text = f"Senator Carl Ambrose and Mayor Peter Lunde came.{gap}<“It is new,”> [they] {{said}}."
    found = who(text, "It is new")
    assert (found is not None and "Ambrose" in found and "Lunde" in found) is both


@pytest.mark.parametrize(("owner", "name"), [("Ambrose", "Peter Lunde"), ("Brill", None)])
def test_a_lawyer_is_whoever_was_introduced_as_that_persons(owner, name):
    text = (
        "Carl Ambrose waited. Ann Brill waited. Ambrose’s lawyer, Peter Lunde, came.\n\nIt rained all day long.\n\n"
        f"It rained all night.\n\n<“It is new,”> [{owner}’s lawyer] {{said}}."
    )
    found = who(text, "It is new", names={"Ann Brill": "person", "Brill": "person"})
    assert (found == name) if name else (found != "Peter Lunde")


@pytest.mark.parametrize(("noun", "same"), [("source", True), ("driver", False)])
def test_the_source_is_a_source_told_of_before(noun, same):
    text = f"<1:“The gate is shut,”> [1:a source at the harbour] {{1:said}}.\n\n<2:“It is new,”> [2:the {noun}] {{2:said}}."
    assert (who(text, "It is new") == "source at the harbour") is same


@pytest.mark.parametrize(
    ("source", "name"),
    [("police and the city’s firefighters", "police and the city’s firefighters"), ("police", "police")],
)
def test_those_joined_by_and_speak_together(source, name):
    assert who(f"It rained all day long. <“It is new,”> [{source}] {{said}}.", "It is new") == name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("The jury of Carl Ambrose’s trial heard of a remark by Ambrose on the prosecutor,", "Peter Lunde"),
        ("Carl Ambrose, an aide to the prosecutor,", "Carl Ambrose"),
    ],
)
def test_who_is_the_phrase_behind_a_preposition_unless_that_tells_of_a_name(before, name):
    text = f"Prosecutor Peter Lunde left. {before} [who] {{called}} <him “a monster”>."
    assert who(text, "monster") == name


@pytest.mark.parametrize(("link", "name"), [("written by", "Carl Ambrose"), ("seen by", None)])
def test_papers_are_whose_who_wrote_them_and_not_whose_who_saw_them(link, name):
    text = f"Carl Ambrose came. [court papers {link} Carl Ambrose] {{said}} <that the doors were open>."
    assert (who(text, "doors") == "Carl Ambrose") is (name is not None)


@pytest.mark.parametrize("title", ["Hon. Ann Lunde MP", "Hon Ann Lunde, MP"])
def test_a_courtesy_before_and_letters_behind_a_name_are_no_name(title):
    text = f"Brightwater Mills came. [the Minister for Water, {title},] {{said}} <that the doors were open>."
    assert "Ann Lunde" in who(text, "doors", names={"Brightwater Mills": "organisation"})


@pytest.mark.parametrize(("link", "name"), [("by", "Carl Ambrose"), ("against", None)])
def test_the_report_is_whose_who_published_it(link, name):
    text = f"A report was published {link} Carl Ambrose on Monday.\n\nIt rained.\n\n<“It is new,”> [the report] {{said}}."
    assert (who(text, "It is new") == "Carl Ambrose") is (name is not None)


def test_the_team_of_a_counsel_is_not_the_counsel():
    text = "Special counsel Carl Ambrose came. <“It is new,”> [special counsel Ambrose’s team] {said}."
    assert who(text, "It is new") != "Carl Ambrose"


@pytest.mark.parametrize(("phrase", "same"), [("the Kelmian senator", True), ("a Kelmian senator", False)])
def test_a_nation_untold_before_is_his_only_where_the_phrase_means_somebody_known(phrase, same):
    text = f"Senator Peter Lunde left. It rained all day long.\n\n<“It is new,”> [{phrase}] {{said}}."
    assert (who(text, "It is new") == "Peter Lunde") is same


@pytest.mark.parametrize(("phrase", "same"), [("the company", True), ("a company", False)])
def test_the_company_is_the_body_that_spoke_last_and_a_company_is_not(phrase, same):
    text = f"<1:“No,”> [1:Karst Mills] {{1:said}}.\n\n<2:“It is new,”> [2:{phrase}] {{2:said}}."
    assert (who(text, "It is new", names={"Karst Mills": "organisation"}) == "Karst Mills") is same


@pytest.mark.parametrize(("which", "name"), [("former", "Karst Mills"), ("latter", "Orle Bank")])
def test_of_two_bodies_named_the_former_or_the_latter_is_meant(which, name):
    text = f"Karst Mills met Orle Bank.\n\n<“It is new,”> [the {which}] {{said}}."
    assert who(text, "It is new", names={"Karst Mills": "organisation", "Orle Bank": "organisation"}) == name


@pytest.mark.parametrize(
    ("wife", "name"),
    [
        ("first lady Ilka Brill", "Brill"),
        ("his wife, Ilka Brill,", "Brill"),
        ("prime minister Ilka Brill", "Ilka Brill"),
    ],
)
def test_an_office_beside_a_surname_is_not_that_of_whoever_is_told_as_somebodys_relative(wife, name):
    text = f"President Brill and {wife} came to Karst on Friday.\n\n<“We will talk,”> [Brill] {{said}}."
    people = {"Ilka Brill": "person", "Brill": "person"}
    assert speaker_of(annotate(text, names=people, title="A dam in Karst"), "We will talk") == name


@pytest.mark.parametrize(
    ("phrase", "name"), [("President Brill and his wife", "Brill"), ("The president", "Anna Brill")]
)
def test_a_phrase_that_tells_of_two_is_no_office_of_whoever_stands_behind_its_comma(phrase, name):
    text = f"{phrase}, Anna Brill, came to Karst.\n\n<“We will talk,”> [President Brill] {{said}}."
    people = {"Anna Brill": "person", "Brill": "person"}
    assert speaker_of(annotate(text, names=people, title="A dam in Karst"), "We will talk") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Reve came to Karst with his wife, Ilka Reve, on Friday.", "Reve"),
        ("Reve came to Karst on Friday. The senator was with his wife, Ilka Reve.", "Reve"),
        ("Reve came to Karst with the mayor, Ilka Reve, on Friday.", "Ilka Reve"),
        ("Ilka Reve, his wife, came to Karst with Reve on Friday.", "Ilka Reve"),
    ],
)
def test_a_surname_before_the_name_of_his_wife_is_his(text, name):
    marked = f"{text}\n\n<“We will talk,”> [Reve] {{said}}."
    assert who(marked, "We will talk", names={"Ilka Reve": "person", "Reve": "person"}) == name


@pytest.mark.parametrize(("then", "name"), [("She left.", "Ilka Reve"), ("It rained.", "Reve")])
def test_the_pronoun_behind_a_surname_tells_a_wife_from_whose_she_is(then, name):
    text = (
        f"Ilka Reve, the wife of President Reve, opened the dam.\n\n<“We will talk,”> [Reve] {{said}}. {then}"
    )
    assert who(text, "We will talk", names={"Ilka Reve": "person", "Reve": "person"}) == name


@pytest.mark.parametrize(("whose", "name"), [("Brill", "Jonas Reve"), ("President Reve’s", "Reve")])
def test_a_relative_of_another_name_is_whom_the_surname_means(whose, name):
    text = f"{whose} son-in-law Jonas Reve came to Karst.\n\n<“We will talk,”> [director Reve] {{said}}."
    people = {"Jonas Reve": "person", "Reve": "person", "Brill": "person"}
    assert who(text, "We will talk", names=people) == name


@pytest.mark.parametrize("owners", ["Karst’s new ‘red flag’", "Karst’s new"])
def test_of_several_owners_of_a_document_the_first_has_issued_it(owners):
    text = f"It rained.\n\n[{owners} law] {{says}} <that dams must hold>."
    assert who(text, "dams must hold", names={"Karst": "place"}) == "Karst"


@pytest.mark.parametrize(("source", "name"), [("REVE", "Quill Reve"), ("REVE SURVEYS", "REVE SURVEYS")])
def test_a_source_in_a_line_of_capitals_is_no_more_than_itself(source, name):
    text = f"Quill Reve came to Karst. It rained.\n\n[{source}] {{URGE}} <MILLERS TO STOP STRIKE>\n\nIt held."
    assert who(text, "MILLERS TO", names={"Quill Reve": "person"}) == name


@pytest.mark.parametrize(("elsewhere", "name"), [("It rained.", "Quill Orle"), ("The ORLE met.", "ORLE")])
def test_a_word_in_a_line_of_capitals_is_an_acronym_only_if_it_is_one_elsewhere(elsewhere, name):
    text = f"Quill Orle came to Karst. {elsewhere}\n\n[ORLE] {{URGES}} <MILLERS TO STOP STRIKE>\n\nIt held."
    assert who(text, "MILLERS TO STOP", names={"Quill Orle": "person"}) == name


@pytest.mark.parametrize(("whom", "same"), [("Brill", True), ("the family", False)])
def test_counsel_for_some_is_not_whoever_is_counsel_for_others(whom, same):
    text = f"Peter Lunde, a lawyer for Brill, came.\n\nIt rained.\n\n<“It is new,”> [the lawyer for {whom}] {{said}}."
    assert (who(text, "It is new", names={"Brill": "person"}) == "Peter Lunde") is same
