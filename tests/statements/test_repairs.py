"""Headlines that name their source last, and clauses cut in the middle, are set right."""

from __future__ import annotations

import pytest

import builders
from onrecord.records import Attribution, Block, Reading, Span
from onrecord.statements import assemble
from onrecord.text import View


def made(text, *attributions, kind="paragraph"):
    blocks = (Block(kind, 0, len(text)),)
    item = builders.article(text, blocks=blocks)

    def spans(words):
        return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)

    reading = Reading(
        tuple(Attribution(spans(s), spans(c), spans(q), 0.5) for s, c, q in attributions), (), "t"
    )
    return assemble(View(item), reading)


def statements(text, *attributions, kind="paragraph"):
    return [(s.source_text, s.content_text(text)) for s in made(text, *attributions, kind=kind)]


def cues(text, *attributions):
    return [" ".join(c.of(text) for c in s.cue) for s in made(text, *attributions)]


def test_a_headline_that_names_its_source_last():
    text = "Olm, Karst envoy did not discuss port, says palace"
    wrong = (["Olm"], ["says"], ["Karst envoy did not discuss port"])
    assert statements(text, wrong, kind="headline") == [("palace", "Olm, Karst envoy did not discuss port")]


def test_a_headline_that_goes_on_with_what_else_happened_names_its_source_before_that():
    for rest in ("as boats leave the port one after another", "ahead of talks with the guild of pilots"):
        text = f"Fares to rise, says Olm {rest}"
        assert statements(text, kind="headline") == [("Olm", "Fares to rise")]
    text = "Fares to rise, says Olm whose boats leave the port one after another"
    assert statements(text, kind="headline") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The bank kept its rate, with its head, Ann Olm, saying that it was too early.",
            "its head, Ann Olm,",
        ),
        ("The bank sided with its head, Ann Olm, saying that it was too early.", "The bank"),
        ("The bank kept its rate with officials saying that it was too early.", "officials"),
        ("The bank kept its rate with officials, saying that it was too early.", "The bank"),
        ("The bank met with officials who kept saying that it was too early.", "The bank"),
    ],
)
def test_who_does_it_with_a_participle_behind_it_says_it(text, source):
    assert statements(text, (["The bank"], ["saying"], ["that it was too early"])) == [
        (source, "that it was too early")
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("‘I never wanted it’: Ann Olm on ten years at sea", "Ann Olm"),
        ("“We close”: Ann Olm", "Ann Olm"),
        ("‘I Never Wanted It’: Ann Olm Tells Of Ten Years At Sea", None),
        ("‘I never wanted it’: how the ferry sank", None),
    ],
)
def test_a_headline_that_quotes_names_its_source_behind_a_colon(text, source):
    assert (source in [s for s, _ in statements(text, kind="headline")]) is (source is not None)


def test_a_headline_that_ends_in_its_source_and_verb():
    assert statements("Karst Port Is to Close, Olm Says", kind="headline") == [
        ("Olm", "Karst Port Is to Close")
    ]
    assert statements("Karst, Olm Says", kind="headline") == []


def test_a_document_speaks_by_its_participle():
    text = "Olm shrugged off on Monday a report claiming the port would close."
    given = (["Olm"], ["shrugged off"], ["the port would close"])
    assert statements(text, given) == [
        ("Olm", "a report claiming the port would close"),
        ("a report", "the port would close"),
    ]


def test_the_nearest_document_is_what_says_so():
    text = (
        "The rare statement by Olm disputed an article published by Karst News on Monday saying that he left."
    )
    given = (["The rare statement by Olm"], ["saying"], ["that he left"])
    assert statements(text, given) == [("an article published by Karst News on Monday", "that he left")]


def test_a_verb_after_by_is_no_document():
    text = "Reve tried to mend the comment by insisting that he was tired."
    assert statements(text, ([], ["insisting"], ["that he was tired"])) == [(None, "that he was tired")]


def test_a_participle_has_the_subject_of_its_sentence():
    text = "Olm spoke of the pier after the second meeting of the board, warning that ice forms."
    first = (["Olm"], ["spoke of"], ["the pier"])
    assert statements(
        text, first, (["the second meeting of the board"], ["warning"], ["that ice forms"])
    ) == [
        ("Olm", "the pier"),
        ("Olm", "that ice forms"),
    ]
    alone = (["the second meeting of the board"], ["warning"], ["that ice forms"])
    assert statements(text, alone) == [(None, "that ice forms")]


def test_a_participle_after_an_inverted_verb_keeps_its_source():
    text = "The pier is shut, said Ada Olm, citing the ice."
    given = (["Ada Olm"], ["citing"], ["the ice"])
    assert statements(text, given) == [("Ada Olm", "the ice")]


def test_who_did_it_is_what_the_participle_is_of():
    text = "Olm was sued by the guild, in May, alleging a breach of the port code."
    given = (["Olm was sued by the guild"], ["alleging"], ["a breach of the port code"])
    assert statements(text, given) == [("the guild", "a breach of the port code")]


def test_those_named_together_do_so_together():
    text = "The row grew, with the guild, the port's board and both pilots calling for a long pause."
    given = (["both pilots"], ["calling for"], ["a long pause"])
    assert statements(text, given) == [("the guild, the port's board and both pilots", "a long pause")]


def test_a_content_with_its_verb_is_left_alone():
    text = "The pier is shut, according to the guild, and ice forms."
    given = (["the guild"], ["according to"], ["The pier is shut"])
    assert statements(text, given) == [("the guild", "The pier is shut")]


def test_hearsay_has_no_source():
    text = "Olm reportedly sold the old pier."
    assert statements(text, (["Olm"], ["reportedly"], ["sold the old pier"])) == [(None, "sold the old pier")]


def test_another_headline_is_left_to_the_reader():
    text = "Palace says Olm did not discuss port"
    given = (["Palace"], ["says"], ["Olm did not discuss port"])
    assert statements(text, given, kind="headline") == [("Palace", "Olm did not discuss port")]


def test_a_clause_is_given_from_its_beginning():
    text = "The two leaders did not discuss the port, a spokesman said."
    given = (["a spokesman"], ["said"], ["the port"])
    assert statements(text, given) == [("a spokesman", "The two leaders did not discuss the port")]


SECOND = "The two 'greeted' each other on Monday, but did not discuss the port, a spokesman has said."
WHOLE = "The two 'greeted' each other on Monday, but did not discuss the port"


def test_a_second_clause_is_given_from_its_own_beginning():
    text = "The envoy left on Monday, and his staff did not discuss the port, a spokesman has said."
    given = (["a spokesman"], ["has said"], ["the port"])
    assert statements(text, given) == [("a spokesman", "his staff did not discuss the port")]


def test_a_second_predicate_is_given_with_its_subject():
    assert statements(SECOND, (["a spokesman"], ["has said"], ["the port"])) == [("a spokesman", WHOLE)]


def test_a_quotation_inside_a_clause_keeps_its_words():
    text = 'The envoy said the barely "usable" port would close.'
    given = (["The envoy"], ["said"], ['the barely "usable" port would close'])
    assert statements(text, given) == [("The envoy", 'the barely "usable" port would close')]


def test_a_clause_after_a_pause_is_left_as_it_is():
    text = "In May, prices fell, the bank said."
    given = (["the bank"], ["said"], ["prices fell"])
    assert statements(text, given) == [("the bank", "prices fell")]


def test_the_rest_of_a_quotation_over_a_lost_break_is_taken_in():
    text = '"You know that it matters a lot.\nThey spoke of it," Olm said.'
    given = (["Olm"], ["said"], ['"You know that it matters a lot'])
    assert statements(text, given) == [("Olm", '"You know that it matters a lot.\nThey spoke of it,"')]


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("@KarstDockers: We will not return.", "@KarstDockers"),
        ("Q: We will not return.", "Q"),
        ("• Karst dockers: We will not return.", "Karst dockers"),
        (
            "He was asked again. The answer as he left the old hall was still the same: We will not return.",
            None,
        ),
    ],
)
def test_a_colon_introduces_who_stands_before_it_on_its_line(line, source):
    text = f"Olm spoke to the crews.\n\n{line}"
    assert statements(text, (["Olm"], [":"], ["We will not return"])) == [(source, "We will not return")]


def test_a_colon_far_from_its_source_on_one_line_is_left_to_the_reader():
    text = "Olm has one answer to all that was asked of him this week: We will not return."
    assert statements(text, (["Olm"], [":"], ["We will not return"])) == [("Olm", "We will not return")]


def test_a_verb_behind_its_words_has_its_source_in_its_own_sentence():
    text = "“We lost,” tweeted Gil Olm later. The ports minister, Ulla Reve, said that the roof was new."
    wrong = (["The ports minister, Ulla Reve,"], ["tweeted"], ["“We lost,”"])
    right = (["The ports minister, Ulla Reve,"], ["said"], ["that the roof was new"])
    assert [source for source, _ in statements(text, wrong, right)] == [
        "Gil Olm",
        "The ports minister, Ulla Reve,",
    ]


# ------------------------------------------------------------------ a source further on


def test_nobody_who_is_told_of_later_says_what_has_ended():
    text = (
        "Pilots who fly there, and who asked not to be named, said the harbour was shut.\n\n"
        "Mayor Tove Renk called it a sentence on the town."
    )
    wrong = (["Mayor Tove Renk"], ["said"], ["the harbour was shut"])
    assert statements(text, wrong) == [("Pilots", "the harbour was shut")]


def test_a_source_of_the_content_s_last_sentence_stays():
    text = "“The harbour is shut,” it said. “Nobody will land there,” the mayor of Olm added."
    given = (["the mayor of Olm"], ["said"], ["“The harbour is shut,”", "“Nobody will land there,”"])
    assert statements(text, given)[0][0] == "the mayor of Olm"


def test_a_verb_without_a_comma_before_it_does_not_go_back_to_the_opening():
    text = "Pilots who fly there heard that the harbour was shut."
    assert statements(text, ([], ["heard"], ["the harbour was shut"]))[0][0] is None


def test_what_is_said_of_a_paper_in_passing_does_not_make_its_reader_speak():
    text = "The e-mail, which the Courier has seen, also says that jobs are safe."
    read = (["the Courier"], ["also says"], ["that jobs are safe"])
    assert statements(text, read)[0][0] == "The e-mail"
    within = "The e-mail, which the Courier says is forged, came on Monday."
    assert statements(within, (["the Courier"], ["says"], ["is forged"]))[0][0] == "the Courier"


def test_whoever_asked_is_not_whoever_answered():
    text = "Questioned by Sven Lund, the guard said that it had been dark."
    assert statements(text, (["Sven Lund"], ["said"], ["that it had been dark"]))[0][0] == "the guard"
    agent = "The report, written by Sven Lund, said that it had been dark."
    given = (["The report, written by Sven Lund,"], ["said"], ["that it had been dark"])
    assert statements(agent, given)[0][0] == "The report, written by Sven Lund,"


@pytest.mark.parametrize(
    ("text", "cue", "kept"),
    [
        ("Opening the fair, Olm said it would rain.", "said", ["it would rain"]),
        ("After opening the fair, Olm said it would rain.", "said", ["it would rain"]),
        # What Olm says, goes on behind her name.
        ("Opening the fair, Olm said, would be rash.", "said", ["Opening the fair", "would be rash"]),
        ("Nothing much, Olm said it was.", "said", ["Nothing much", "it was"]),
    ],
)
def test_what_somebody_does_meanwhile_is_not_what_is_said(text, cue, kept):
    first, rest = text[: text.index(",")], text[text.index(cue) + len(cue) :].strip(" ,.")
    found = made(text, (["Olm"], [cue], [first, rest]))
    assert [[c.of(text) for c in s.content] for s in found] == [kept]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Brill wept in the dock as judge Ada Olm told him: “No more.”", "judge Ada Olm"),
        ("Brill wept in the dock after Olm told him: “No more.”", "Olm"),
        ("Brill wept in the dock, and then told him: “No more.”", "Brill"),
        ("Brill, who wept as it rained, told him: “No more.”", "Brill"),
    ],
)
def test_a_clause_of_its_own_has_a_subject_of_its_own(text, source):
    found = statements(text, (["Brill"], ["told"], ["“No more.”"]))
    assert found == [(source, "“No more.”")]


@pytest.mark.parametrize(
    ("text", "cue", "content", "source"),
    [
        (
            "The dyke will hold, Olm said in reply to a question.",
            "said in reply to a question",
            "The dyke will hold",
            "Olm",
        ),
        (
            "Olm said in reply to a question: “It will hold.”",
            "said in reply to a question:",
            "“It will hold.”",
            "Olm",
        ),
        ("Olm replied to a question about the dyke.", "replied to a question", "about the dyke", None),
    ],
)
def test_who_answers_a_question_says_the_answer_and_not_the_question(text, cue, content, source):
    assert statements(text, (["Olm"], [cue], [content])) == [(source, content)]


def test_a_letter_is_not_said_by_whom_it_is_to():
    text = "To the editor: Hens are loud."
    assert statements(text, (["the editor"], [":"], ["Hens are loud"])) == []


@pytest.mark.parametrize(("label", "said"), [("10.09am", 0), ("[10:09 GMT]", 0), ("Ulla Brand", 1)])
def test_a_time_before_a_colon_says_nothing(label, said):
    text = f"{label}: the mayor begins"
    assert len(statements(text, ([label], [":"], ["the mayor begins"]))) == said


@pytest.mark.parametrize(
    ("source", "cue", "wanted"),
    [
        ("01:10 Ida Olm", "asks", "Ida Olm"),
        ("Dredging. Ida Olm", ":", "Ida Olm"),
        ("Dredging. Ida Olm", "says", "Dredging. Ida Olm"),  # a stop that may end an abbreviation
        ("Gen. Ida Olm", ":", "Gen. Ida Olm"),
    ],
)
def test_what_heads_a_line_is_no_part_of_who_speaks_on_it(source, cue, wanted):
    text = f"{source} {cue} why the pier is late."
    assert statements(text, ([source], [cue], ["why the pier is late"])) == [(wanted, "why the pier is late")]


@pytest.mark.parametrize(
    ("verb", "source"), [("who told", "who"), ("who also told", "who"), ("whose aide told", "the Courier")]
)
def test_who_right_before_a_verb_is_its_source_and_nobody_of_an_earlier_sentence(verb, source):
    text = f"Olm left after the Courier wrote of it. Olm, {verb} the house that she had seen nothing, is 52."
    read = (["the Courier"], ["told"], ["that she had seen nothing"])
    assert statements(text, read) == [(source, "that she had seen nothing")]
