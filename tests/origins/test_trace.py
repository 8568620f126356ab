"""Articles rest on texts, texts on occasions, occasions on sources; each edge has its evidence."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

import builders
from onrecord import origins, standing
from onrecord.origins.sources import _cited
from onrecord.records import (
    AnnotatedArticle,
    Dating,
    Name,
    Place,
    Rendering,
    Span,
    Speaker,
    Statement,
    Story,
    Utterance,
)
from onrecord.text import View, view_all

BRIEFING = (
    "The dam at Corvin holds, Ilse Marant told reporters on Tuesday. “We have opened both gates and the lake is falling by "
    "a hand's width an hour,” the engineer said. Two villages below it have been cleared as a precaution, and soldiers "
    "guard the houses against thieves."
)
OTHER = (
    "Water behind the Corvin dam is going down. Speaking at a news conference on Tuesday, chief engineer Ilse Marant said the "
    "lake was falling. Nobody may return to the evacuated hamlets yet, although some farmers went back for their cows."
)
TELLS = "Ilse Marant told the Valmora Gazette that she had warned the ministry in spring."
MARANT = Speaker("sp-marant", "Ilse Marant", "person", acts_for=("sp-dam",))
BOARD = Speaker("sp-dam", "Dam Board", "organisation")
SPEAKERS = {s.id: s for s in (MARANT, BOARD)}


def span(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def statement(article_id: str, text: str, source: str, cue: str, content: str, **fields) -> Statement:
    return Statement(
        id=f"st-{article_id}-{text.index(content)}",
        article_id=article_id,
        kind="direct" if "“" in content else "indirect",
        mode="speech",
        stance="assert",
        source=(span(text, source),),
        cue=(span(text, cue),),
        content=(span(text, content),),
        confidence=0.9,
        source_text=source,
        **{"speaker_id": "sp-marant", "speaker": "Ilse Marant", **fields},
    )


def item(name: str, text: str, *statements: Statement, outlet: str | None = None, day: str = "2031-03-04"):
    article = builders.article(text, name, outlet=outlet or f"Outlet {name}", published=builders.day(day))
    names = tuple(Name(*_place(text, n), "organisation") for n in ("Valmora Gazette",) if n in text)
    return AnnotatedArticle(article, names=names, statements=statements)


def _place(text: str, part: str) -> tuple[int, int]:
    found = span(text, part)
    return found.start, found.end


def story(*items: AnnotatedArticle) -> tuple[Story, dict[str, AnnotatedArticle]]:
    ids = tuple(i.article.id for i in items)
    return Story("story-1", "Dam", ids, None, None, "line-1"), {i.article.id: i for i in items}


def three_articles():
    said = "“We have opened both gates and the lake is falling by a hand's width an hour,”"
    a = item(
        "a",
        BRIEFING,
        statement("a", BRIEFING, "the engineer", "said", said),
        statement("a", BRIEFING, "Ilse Marant", "told", "The dam at Corvin holds"),
    )
    copy = BRIEFING + " The paper was printed at noon."
    b = item(
        "b", copy, statement("b", copy, "Ilse Marant", "told", "The dam at Corvin holds"), day="2031-03-05"
    )
    c = item("c", OTHER, statement("c", OTHER, "chief engineer Ilse Marant", "said", "the lake was falling"))
    utterance = Utterance(
        "u-1",
        "story-1",
        "sp-marant",
        Dating(),
        tuple(
            Rendering(s.id, i.article.id, s.content, "paraphrase")
            for i, s in ((a, a.statements[0]), (c, c.statements[0]))
        ),
    )
    return a, b, c, utterance


@pytest.mark.parametrize(
    ("heard", "briefings"),
    [("ac", [("a", "c"), ("b",)]), ("abc", [("a", "b", "c")])],
)
def test_three_articles_two_texts_and_a_briefing_of_whoever_renders_the_utterance(heard, briefings):
    a, b, c, utterance = three_articles()
    told = [(name, i.statements[0]) for name, i in (("a", a), ("b", b), ("c", c)) if name in heard]
    renderings = tuple(Rendering(s.id, name, s.content, "paraphrase") for name, s in told)
    utterance = replace(utterance, renderings=renderings)
    of, items = story(a, b, c)
    found = origins.trace(of, items, [utterance], SPEAKERS, view_all(items))
    texts = [o for o in found if o.level == "text"]
    acts = [o for o in found if o.level == "speech_act"]
    assert sorted(o.article_ids for o in texts) == [("a", "b"), ("c",)]
    assert [(o.kind, o.article_ids) for o in acts] == [("briefing", ids) for ids in briefings]


def test_texts_name_the_occasions_they_report_as_parents():
    a, b, c, utterance = three_articles()
    of, items = story(a, b, c)
    found = origins.trace(of, items, [utterance], SPEAKERS, view_all(items))
    acts = {o.article_ids: o.id for o in found if o.level == "speech_act"}
    texts = {o.article_ids: set(o.parent_ids) for o in found if o.level == "text"}
    assert texts == {("c",): {acts["a", "c"]}, ("a", "b"): {*acts.values()}}


def test_every_origin_has_evidence_inside_its_articles():
    a, b, c, utterance = three_articles()
    of, items = story(a, b, c)
    for origin in origins.trace(of, items, [utterance], SPEAKERS, view_all(items)):
        assert origin.evidence
        for place in origin.evidence:
            assert place.article_id in origin.article_ids or origin.level == "text"
            assert 0 <= place.start <= place.end <= len(items[place.article_id].article.text)
            assert place.note


def test_told_to_an_outlet_is_an_interview():
    told = statement(
        "a",
        TELLS,
        "Ilse Marant",
        "told",
        "that she had warned the ministry in spring",
        addressee="the Valmora Gazette",
        addressee_span=span(TELLS, "the Valmora Gazette"),
    )
    of, items = story(item("a", TELLS, told))
    (act,) = (o for o in origins.trace(of, items, [], SPEAKERS, view_all(items)) if o.level == "speech_act")
    assert act.kind == "interview"
    assert "Valmora Gazette" in act.name


def test_told_a_ministry_is_no_interview():
    text = "Ilse Marant told the Ministry that the gates were rusty."
    told = statement(
        "a",
        text,
        "Ilse Marant",
        "told",
        "that the gates were rusty",
        addressee="the Ministry",
        addressee_span=span(text, "the Ministry"),
    )
    of, items = story(item("a", text, told))
    assert not [o for o in origins.trace(of, items, [], SPEAKERS, view_all(items)) if o.level == "speech_act"]


def test_two_occasions_of_one_house_rest_on_one_source():
    text = "Ilse Marant told reporters the lake was falling. In a statement, the Dam Board said the gates were open."
    spoken = statement("a", text, "Ilse Marant", "told", "the lake was falling")
    written = statement(
        "a", text, "the Dam Board", "said", "the gates were open", speaker_id="sp-dam", speaker="Dam Board"
    )
    of, items = story(item("a", text, spoken, written))
    found = origins.trace(of, items, [], SPEAKERS, view_all(items))
    (source,) = (o for o in found if o.level == "source")
    acts = [o for o in found if o.level == "speech_act"]
    assert {o.kind for o in acts} == {"briefing", "statement"}
    assert all(o.parent_ids == (source.id,) for o in acts)


def test_without_an_origin_its_statements_fall_and_others_stand():
    a, b, c, utterance = three_articles()
    of, items = story(a, b, c)
    found = origins.trace(of, items, [utterance], SPEAKERS, view_all(items))
    statements = [s for i in items.values() for s in i.statements]
    copied = next(o for o in found if o.level == "text" and "a" in o.article_ids)
    left = standing.without([copied.id], found, statements)
    assert set(left.standing) == {s.id for s in c.statements}
    assert left.article_ids == {"c"}
    assert left.stands(Place("c", 0, 10))
    assert not left.stands(Place("a", 0, 10))


def test_without_nothing_everything_stands():
    a, b, c, utterance = three_articles()
    of, items = story(a, b, c)
    found = origins.trace(of, items, [utterance], SPEAKERS, view_all(items))
    statements = [s for i in items.values() for s in i.statements]
    left = standing.without([], found, statements)
    assert left.fallen == ()
    assert len(left.standing) == len(statements)


def test_without_a_briefing_dates_inside_its_statements_fall():
    a, b, c, utterance = three_articles()
    of, items = story(a, b, c)
    found = origins.trace(of, items, [utterance], SPEAKERS, view_all(items))
    acts = [o.id for o in found if o.level == "speech_act"]
    left = standing.without(acts, found, [s for i in items.values() for s in i.statements])
    inside = c.statements[0].content[0]
    assert not left.stands(Place("c", inside.start, inside.end))
    assert left.stands(Place("c", 0, 5))


def test_order_of_articles_and_utterances_is_no_matter():
    a, b, c, utterance = three_articles()
    of, items = story(a, b, c)
    again = Story(of.id, of.title, of.article_ids[::-1], None, None, of.storyline_id)
    backwards = dict(reversed(items.items()))
    assert origins.trace(of, items, [utterance], SPEAKERS, view_all(items)) == origins.trace(
        again, backwards, [utterance], SPEAKERS, view_all(backwards)
    )


def test_an_empty_story_has_no_origins():
    assert origins.trace(Story("s", "", (), None, None, "l"), {}, [], {}, {}) == ()


OUTLETS = ("alm post", "bor post", "cal post", "dun post", "elm post", "fir post")


def test_of_two_outlets_with_names_of_one_length_the_first_by_letters_is_cited():
    for one, two in combinations(OUTLETS, 2):
        text = f"The {two} and the {one} reported that the gates were rusty."
        article = builders.article(text)
        said = builders.statement(article, "the gates were rusty", f"The {two} and the {one}", "reported")
        found = _cited(said, View(article), frozenset(OUTLETS))
        assert found is not None
        assert found[0] == one


def test_what_a_press_office_writes_is_its_houses_statement_of_that_day_in_either_order():
    office = Speaker("sp-office", "Press Office", "organisation", acts_for=("sp-dam",))
    told = {
        "2031-03-03": ("In a statement, the Dam Board said ", "the gates were shut", "sp-dam"),
        "2031-03-04": ("In a statement, the Dam Board said ", "the lake was falling", "sp-dam"),
        "": ("In a statement, the Press Office said ", "the road was open", "sp-office"),
    }

    def acts(*days: str) -> set[frozenset[str]]:
        text, made = "", []
        for day in days:
            opening, words, _ = told[day]
            text += f"{opening}{words}. "
        for day in days:
            opening, words, who = told[day]
            source = "the Press Office" if who == "sp-office" else "the Dam Board"
            said = builders.day(day or "2031-03-04")
            made.append(
                statement("a", text, source, "said", words, speaker_id=who, speaker=source, said=said)
            )
        of, items = story(item("a", text, *made))
        found = origins.trace(of, items, [], SPEAKERS | {office.id: office}, view_all(items))
        words_of = {s.id: s.content[0].of(text) for s in made}
        return {frozenset(words_of[i] for i in o.statement_ids) for o in found if o.level == "speech_act"}

    one = acts("2031-03-03", "2031-03-04", "")
    assert frozenset({"the lake was falling", "the road was open"}) in one
    assert acts("2031-03-04", "2031-03-03", "") == one


@pytest.mark.parametrize(
    ("opening", "words", "kind"),
    [
        ("In a statement, ", "the two ministers spoke by phone", "readout"),
        ("In a statement, ", "the two ministers had spoken twice by telephone", "readout"),
        ("In a statement, ", "the two ministers had talked on the phone", "readout"),
        ("In a statement, ", "the two ministers had talked on the pier", "statement"),
        ("In a statement, ", "the two gates had been opened by hand", "statement"),
        ("At a news conference, ", "the two ministers spoke by phone", "briefing"),
    ],
)
def test_what_is_put_out_in_writing_about_a_call_is_a_readout(opening, words, kind):
    text = f"{opening}Ilse Marant said {words}."
    of, items = story(item("a", text, statement("a", text, "Ilse Marant", "said", words)))
    (act,) = (o for o in origins.trace(of, items, [], SPEAKERS, view_all(items)) if o.level == "speech_act")
    assert act.kind == kind


@pytest.mark.parametrize(
    ("name", "of_type", "is_outlet"),
    [
        ("Karst Olm Venn", "organisation", True),
        ("Karst Olm Venn Orle", "organisation", False),  # so long a name tells what it is
        ("Karst Olm Venn", "person", False),
        ("karst olm venn", "organisation", False),
    ],
)
def test_who_was_told_something_may_be_an_outlet_by_its_name(name, of_type, is_outlet):
    text = f"Ilse Marant told {name} that the gates were rusty."
    at = span(text, name)
    told = statement(
        "a", text, "Ilse Marant", "told", "that the gates were rusty", addressee=name, addressee_span=at
    )
    article = builders.article(text, "a", outlet="Outlet a", published=builders.day("2031-03-04"))
    of, items = story(AnnotatedArticle(article, names=(Name(at.start, at.end, of_type),), statements=(told,)))
    found = origins.trace(of, items, [], SPEAKERS, view_all(items))
    assert ("interview" in {o.kind for o in found}) == is_outlet


@pytest.mark.parametrize(
    ("other", "outlet", "reports"),
    [
        ("the Associated Press", "Outlet b", [("a", "b")]),  # one report, by two names
        ("Karst Press", "Outlet b", [("a",)]),
        ("AP", "Associated Press", [("a",)]),  # its own report
    ],
)
def test_an_agency_and_its_letters_are_one_source(other, outlet, reports):
    def told(name, source):
        text = f"Rust was found, {source} reported."
        said = statement(name, text, source, "reported", "Rust was found", speaker_id=None, speaker=None)
        return item(name, text, said, outlet=outlet if name == "b" else None)

    of, items = story(told("a", "AP"), told("b", other))
    found = origins.trace(of, items, [], SPEAKERS, view_all(items))
    assert sorted(o.article_ids for o in found if o.kind == "wire" and o.level == "source") == reports
