"""The first screen says who said it in whose words, who else has it and what differs; people have all their words."""

from __future__ import annotations

from dataclasses import replace

import pytest

import invented
from onrecord.records import Comparison, Dating, Finding, Place, WordEdit, measured
from onrecord.reports import write_brief
from onrecord.reports.brief import points
from onrecord.reports.brief.chapter import chapter
from onrecord.reports.brief.links import Links
from onrecord.reports.brief.people import Saying
from onrecord.reports.brief.render import templates
from onrecord.reports.brief.timeline import read_clock
from onrecord.reports.brief.variorum import plain
from onrecord.reports.lookup import Lookup


def _chapter(corpus, **shown):
    lookup = Lookup.of(corpus)
    links = Links(lookup, dict.fromkeys(lookup.articles, "brief.html"), "brief.html")
    ((line, stories),) = lookup.lines.items()
    return chapter(lookup, links, line, stories, **shown)


@pytest.fixture(scope="module")
def first(tunnel):
    return _chapter(tunnel)


def _changed(corpus, statement_id, **changes):
    return replace(
        corpus,
        articles=tuple(
            replace(
                a,
                statements=tuple(replace(s, **changes) if s.id == statement_id else s for s in a.statements),
            )
            for a in corpus.articles
        ),
    )


def test_the_widest_saying_leads_with_its_fullest_words_and_how_others_have_them(first):
    point = first.points[0]
    assert point.row.who == "Tobin Vael"
    assert point.fullest.shown.outlet == "Corvane Press Agency"
    assert "but only if the fares pay for it" in point.fullest.shown.words
    assert [[w.outlet for w in v.witnesses] for v in point.others] == [["Harbour Post"], ["The Sound Herald"]]


def test_a_part_of_a_quotation_names_the_words_it_is_without(tunnel):
    whole, part, _ = invented.INTEREST.renderings
    condition = WordEdit("only_here", invented.at(invented.AGENCY, "but only if the fares pay for it"), None)
    compared = (
        Comparison(whole.statement_id, part.statement_id, (condition,)),
        *invented.INTEREST.comparisons,
    )
    utterances = tuple(
        replace(u, comparisons=compared) if u.id == invented.INTEREST.id else u for u in tunnel.utterances
    )
    (point, *_) = _chapter(replace(tunnel, utterances=utterances)).points
    assert {v.shown.outlet: v.without for v in point.others} == {
        "The Sound Herald": ("but only if the fares pay for it",),
        "Harbour Post": (),
    }


def test_an_outlet_appears_once_in_a_point_with_its_quotation_before_its_headline(first):
    for point in first.points:
        outlets = [w.outlet for v in (point.fullest, *point.others) for w in v.witnesses]
        assert len(outlets) == len(set(outlets))


def _with_probability(corpus, utterance_id, statement_id, probability):
    def told(u):
        return tuple(
            replace(r, probability=probability) if r.statement_id == statement_id else r for r in u.renderings
        )

    kept = (replace(u, renderings=told(u)) if u.id == utterance_id else u for u in corpus.utterances)
    return replace(corpus, utterances=tuple(kept))


@pytest.mark.parametrize(("probability", "shown"), [(measured.SAME, True), (measured.SAME - 0.01, False)])
def test_what_is_only_possibly_the_same_is_not_laid_beside_it_first(tunnel, probability, shown):
    _, part, _ = invented.INTEREST.renderings
    corpus = _with_probability(tunnel, invented.INTEREST.id, part.statement_id, probability)
    (point, *_) = _chapter(corpus).points
    ids = {w.statement.id for v in point.others for w in v.witnesses}
    assert (part.statement_id in ids) is shown
    assert not {w.outlet for w in point.row.witnesses} & set(point.lacking)
    (witness,) = [w for w in point.row.witnesses if w.statement.id == part.statement_id]
    assert witness.possible is not shown


def test_a_saying_whose_fullest_words_are_a_headline_is_no_point(tunnel, first):
    fullest = first.points[0].fullest.shown.statement.id
    found = _chapter(_changed(tunnel, fullest, headline=True))
    assert first.points[0].row.key not in {p.row.key for p in found.points}


def test_a_story_of_one_article_has_no_point():
    lookup = Lookup.of(invented.many(3))
    links = Links(lookup, dict.fromkeys(lookup.articles, "brief.html"), "brief.html")
    line, stories = next((key, told) for key, told in lookup.lines.items() if len(told) == 1)
    assert chapter(lookup, links, line, stories).points == ()


def test_people_come_with_all_their_words_those_of_one_day_together_and_the_undated_last(first, tunnel):
    told = {p.name: p for p in first.people}
    vael = told["Tobin Vael"]
    assert vael.roles[0].startswith("spokesman")
    assert vael.statements == sum(s.speaker == "Tobin Vael" for a in tunnel.articles for s in a.statements)
    days = [s.when for s in vael.sayings]
    assert days == sorted(days, key=lambda day: not day)
    assert [p.statements for p in first.people] == sorted((p.statements for p in first.people), reverse=True)


def test_a_page_of_many_stories_gives_the_words_of_those_who_say_most(first, tunnel, monkeypatch):
    monkeypatch.setattr("onrecord.reports.brief.chapter.MOST_PEOPLE", 1)
    found = _chapter(tunnel, whole=False).people
    assert [(p.name, p.statements) for p in found] == [(p.name, p.statements) for p in first.people]
    assert [p.sayings for p in found] == [first.people[0].sayings, *((),) * (len(found) - 1)]
    drawn = templates().get_template("people.html.j2").module.people
    page = drawn(_chapter(tunnel, whole=False), 2)
    assert all(p.name in page for p in found)
    assert "with all their words" not in page
    assert "with all their words" in drawn(first, 2)


def test_of_many_dates_those_that_matter_stand_until_all_are_asked_for(tunnel, monkeypatch):
    kept = tunnel.chronicle[0].id
    told = replace(tunnel, chronicle=tuple(replace(e, selected=e.id == kept) for e in tunnel.chronicle))
    every = _chapter(told, all_dates=False)
    assert (len(every.dates), every.more_dates) == (len(told.chronicle), 0)
    monkeypatch.setattr("onrecord.reports.brief.chapter.MOST_DATES", len(told.chronicle) - 1)
    few, asked = _chapter(told, all_dates=False), _chapter(told, all_dates=True)
    assert ([d.entry.id for d in few.dates], few.more_dates) == ([kept], len(every.dates) - 1)
    assert asked.dates == every.dates
    drawn = templates().get_template("sections.html.j2").module.when
    shown = [drawn(c, 2, read_clock("2031-03-04")) for c in (few, asked)]
    assert [f"all {len(every.dates)} dates</a>" in page for page in shown] == [True, False]


def test_where_no_two_outlets_stand_side_by_side_those_who_say_most_are_heard(tunnel):
    apart = replace(tunnel, utterances=(), conflicts=(), findings=(), positions=())
    found, first = _chapter(apart), templates().get_template("first.html.j2").module.first
    said = [p for p in found.people if p.id != "unclear" and p.sayings]
    assert [p.name for p, _ in found.heard] == [p.name for p in said[:4]]
    assert all(s in p.sayings for p, s in found.heard)
    assert all(len(s.prints) == max(len(o.prints) for o in p.sayings) for p, s in found.heard)
    how_much = f"{found.heard[0][0].statements} statements</span></h3>"
    assert [how_much in first(c, 2) for c in (found, _chapter(tunnel))] == [True, False]


def test_who_says_something_by_itself_is_heard_before_who_only_thinks_it(tunnel):
    apart = replace(tunnel, utterances=(), conflicts=(), findings=(), positions=())
    first = _chapter(apart).heard[0][0]
    only_thought = apart
    for article in apart.articles:
        for statement in article.statements:
            if statement.speaker_id == first.id:
                only_thought = _changed(only_thought, statement.id, mode="thought")
    assert first.name != _chapter(only_thought).heard[0][0].name


@pytest.mark.parametrize(
    ("words", "aloud", "telling"),
    [
        ("“The tunnel stays shut,”", True, True),
        ("“The tunnel stays shut,”", False, False),
        ("how it would look", True, False),
        ("“No, sir.”", True, False),
        ("the tunnel would stay shut until May", True, True),
    ],
)
def test_a_fragment_or_a_thought_tells_nothing_by_itself(words, aloud, telling):
    assert Saying(words, "", "", "", (), aloud).is_telling is telling


def test_of_two_sayings_in_the_same_sentences_one_is_laid_side_by_side(tunnel, first):
    whole, part, _ = invented.INTEREST.renderings
    again = replace(invented.INTEREST, id="again", renderings=(whole, part))
    twice = _chapter(replace(tunnel, utterances=(*tunnel.utterances, again)))
    assert "again" in {row.utterance.id for p in twice.parts for row in p.shared}
    assert [p.row.key for p in twice.points] == [p.row.key for p in first.points]


def test_of_a_story_of_one_article_the_statements_stand_on_the_first_screen():
    lookup = Lookup.of(invented.many(3))
    links = Links(lookup, dict.fromkeys(lookup.articles, "brief.html"), "brief.html")
    line, stories = next((key, told) for key, told in lookup.lines.items() if len(told) == 1)
    page = (
        templates()
        .get_template("sections.html.j2")
        .module.chapter(chapter(lookup, links, line, stories), 2, read_clock("2031-03-04"))
    )
    assert "what differs" not in page
    assert (
        page.index("Only one article") < page.index("Read") if "Read" in page else "Only one article" in page
    )


def test_words_printed_alike_are_one_saying_with_every_place(first):
    osk = next(p for p in first.people if p.name == "Runa Osk")
    (saying,) = [s for s in osk.sayings if "hole for money" in s.words]
    assert [p.label for p in saying.prints] == ["Corvane Press Agency ¶4", "Harbour Post ¶3"]


def test_who_is_not_known_stands_last_as_unclear_with_the_words_of_the_text(tunnel):
    statement = next(s for a in tunnel.articles for s in a.statements if s.speaker == "Runa Osk")
    found = _chapter(
        _changed(tunnel, statement.id, speaker_id=None, speaker=None, source_text="she", said=Dating())
    )
    last = found.people[-1]
    assert last.name == "unclear who"
    assert [(s.by, s.when) for s in last.sayings] == [("“she”", "")]


def test_a_point_leads_to_its_speaker_and_to_all_renderings(briefs):
    text = (briefs["tunnel"] / "brief.html").read_text("utf-8")
    assert 'class="point-who"><a href="#line-story-old-spk-vael">Tobin Vael</a>' in text
    assert "renderings side by side</a>" in text


def test_every_quotation_knows_its_speaker_and_its_article_for_a_citation(briefs):
    text = (briefs["tunnel"] / "brief.html").read_text("utf-8")
    assert 'data-who="Tobin Vael"' in text
    assert 'data-cite="Corvane Press Agency, “Tunnel under Harrow Sound considered”, 14 May 2024' in text


def test_who_reports_the_words_as_another_speakers_does_not_stand_beside_them(tunnel):
    last = invented.INTEREST.renderings[-1].statement_id
    (point, *_) = _chapter(_changed(tunnel, last, speaker_id="spk-osk", speaker="Runa Osk")).points
    assert "Harbour Post" not in {v.shown.outlet for v in point.others}


def test_words_of_nobody_known_do_not_lead(tunnel):
    utterances = tuple(replace(u, speaker_id=None) for u in tunnel.utterances)
    assert _chapter(replace(tunnel, utterances=utterances)).points == ()


def test_a_cut_clause_stands_in_its_sentence(first):
    post = next(v for v in first.points[0].others if v.shown.outlet == "Harbour Post")
    assert post.before == ""
    assert post.after == ", Mr Vael said on May 14."
    assert first.points[0].fullest.after == " Vael said."


def test_quotation_marks_and_apostrophes_of_another_make_no_other_words():
    assert plain("“We don’t know,” she said") == plain('"We don\'t know", she said')


def test_a_speaker_whom_the_reading_is_unsure_of_is_unclear_with_the_guess(tunnel, tmp_path):
    statement = next(s for a in tunnel.articles for s in a.statements if s.speaker == "Runa Osk")
    unsure = _changed(tunnel, statement.id, source_text="the critic", speaker_confidence=0.67)
    last = _chapter(unsure).people[-1]
    assert (last.name, [s.by for s in last.sayings]) == ("unclear who", ["“the critic”, perhaps Runa Osk"])
    write_brief(unsure, tmp_path)
    text = (tmp_path / "brief.html").read_text("utf-8")
    assert "unclear who: “the critic”, perhaps Runa Osk" in text


def test_words_printed_alike_are_said_on_the_day_that_the_best_text_gives(tunnel):
    ids = [
        s.id
        for a in tunnel.articles
        for s in a.statements
        if "hole for money" in s.content_text(a.article.text)
    ]
    loose, exact = Dating(None, None, "2024-05-16"), Dating("2024-05-13", "2024-05-13", "2024-05-13")
    changed = _changed(_changed(tunnel, ids[0], said=loose), ids[1], said=exact)
    osk = next(p for p in _chapter(changed).people if p.name == "Runa Osk")
    assert [(s.when, len(s.prints)) for s in osk.sayings] == [("Mon 13 May 2024", 2)]


def test_a_day_stands_once_among_the_words_of_a_speaker(first):
    for person in first.people:
        days = [s.when for s in person.sayings]
        assert [d for n, d in enumerate(days) if d in days[:n] and d != days[n - 1]] == []


def test_words_on_one_topic_years_apart_stand_in_the_order_of_their_days(first, briefs):
    (trace,) = first.traces
    assert trace.topic == "tunnel under Harrow Sound"
    assert [s.when[-4:] for s in trace.stands] == ["2018", "2024"]
    assert "for the reader to judge" in (briefs["tunnel"] / "brief.html").read_text("utf-8")


def test_a_topic_begins_with_a_capital_and_keeps_its_article(tunnel, tmp_path):
    (position,) = tunnel.positions
    changed = replace(tunnel, positions=(replace(position, topic="a tunnel under Harrow Sound"),))
    write_brief(changed, tmp_path)
    assert ">A tunnel under Harrow Sound <" in (tmp_path / "brief.html").read_text("utf-8")


def test_words_on_one_topic_of_one_article_or_of_a_few_weeks_are_no_trace(tunnel):
    (position,) = tunnel.positions
    early, late = position.entries
    near = replace(late, said=replace(early.said))
    for entries in ((early, near), (late,)):
        changed = replace(tunnel, positions=(replace(position, entries=entries, shifts=()),))
        assert _chapter(changed).traces == ()


def test_words_known_only_to_be_said_before_a_day_stand_in_a_trace(tunnel):
    (position,) = tunnel.positions
    early, late = position.entries
    before = replace(late, said=Dating(latest=late.said.latest))
    changed = replace(tunnel, positions=(replace(position, entries=(before, early), shifts=()),))
    assert [s.entry for s in _chapter(changed).traces[0].stands] == [early, before]


def test_words_that_two_outlets_quote_differently_are_variants_of_each_other(tunnel):
    row = next(p.row for p in _chapter(tunnel).points)
    base = row.fullest
    other = next(w for w in row.witnesses if w.outlet != base.outlet)
    assert row.tag(replace(base, label="verbatim", words="The tolls will rise at once")) == "variant"
    alone = replace(
        row,
        cells=tuple(
            replace(c, witnesses=tuple(replace(w, label="paraphrase") for w in c.witnesses))
            for c in row.cells
        ),
    )
    assert alone.tag(replace(base, label="verbatim", words="The tolls will rise at once")) == "alone"
    assert alone.tag(replace(base, label="verbatim", words=other.words)) == "verbatim"


def test_a_quotation_that_stops_before_another_s_last_words_is_a_part_of_it(tunnel):
    row = next(p.row for p in _chapter(tunnel).points)
    base, other = row.fullest, next(w for w in row.witnesses if w.outlet != row.fullest.outlet)
    cut = replace(base, label="verbatim", words=" ".join(other.words.split()[:-2]))
    assert row.tag(cut) == "partial"
    assert row.tag(replace(cut, words=other.words)) == "verbatim"
    assert row.tag(replace(cut, words=f"{other.words} in May")) == "verbatim"


def test_an_answer_of_a_word_or_two_does_not_lead(tunnel):
    assert not points._is_curt(_chapter(tunnel).points[0])
    short = next(w for w in _chapter(tunnel).points[0].row.witnesses)
    point = _chapter(tunnel).points[0]
    curt = replace(point, fullest=replace(point.fullest, shown=replace(short, words="No,")))
    assert points._is_curt(curt)


def _found(corpus, *, side="with great interest", note="without “but only if the fares pay for it”"):
    """The corpus with a difference in the open: the agency's words and those of another's ``side``."""
    told = (invented.AGENCY, "but only if the fares pay for it"), (invented.HERALD, side)
    ids = {a.article.text: a.article.id for a in corpus.articles}
    spans = [(ids[text], invented.at(text, words)) for text, words in told]
    places = tuple(Place(i, s.start, s.end) for i, s in reversed(spans))
    story = next(s.id for s in corpus.stories if places[0].article_id in s.article_ids)
    found = Finding(
        "finding-x", story, "condition", ("r",), (), places, note=note, shown=True, probability=0.9
    )
    return replace(corpus, findings=(found,))


def test_what_differs_between_the_wordings_of_a_saying_stands_with_it_and_is_marked(tunnel):
    found = _chapter(_found(tunnel))
    point = found.points[0]
    assert [f.id for f in point.findings] == ["finding-x"]
    assert [(r.text, r.kind) for r in point.fullest.shown.runs if r.kind] == [
        ("but only if the fares pay for it", "changed")
    ]
    assert found.apart == ()
    page = templates().get_template("first.html.j2").module.first(found, 2)
    assert page.count("condition left out") == 1
    assert page.index("Tobin Vael") < page.index("condition left out")


def test_what_differs_elsewhere_stands_apart_with_who_says_it(tunnel):
    corpus = _found(tunnel, side="The works would bring 2,100 jobs")
    (apart,) = _chapter(corpus).apart
    assert (apart.who, [p.findings for p in _chapter(corpus).points if p.findings]) == ("", [])
    both = _chapter(replace(_found(tunnel), utterances=())).apart
    assert [f.who for f in both] == ["Tobin Vael"]
    assert "Tobin Vael: The Sound Herald tells it without" in templates().get_template(
        "first.html.j2"
    ).module.first(_chapter(replace(_found(tunnel), utterances=())), 2)


def test_what_one_article_alone_reports_stands_in_its_sentence_and_what_it_quotes_by_itself(tunnel):
    found = _chapter(replace(tunnel, utterances=()))
    told = {w.words: (w.before, w.after) for part in found.parts for r in part.rows for w in r.witnesses}
    reported = next(w for w in told if w.startswith("Corvane has no plans"))
    quoted = next(w for w in told if "not on our table" in w)
    assert "Ilsa Marrend" in told[reported][1]
    assert told[quoted] == ("", "")


def test_what_several_outlets_lack_is_told_once(tunnel):
    corpus = _found(tunnel)
    (one,) = corpus.findings
    post = next(a.article for a in corpus.articles if a.article.text == invented.POST)
    at = invented.at(invented.POST, "with great attention")
    other = replace(one, id="finding-y", places=(Place(post.id, at.start, at.end), one.places[1]))
    found, drawn = (
        _chapter(replace(corpus, findings=(one, other))),
        templates().get_template("first.html.j2").module.first,
    )
    condition = "“but only if the fares pay for it”, which Corvane Press Agency has"
    assert [words for _, words in found.points[0].told] == [
        f"The Sound Herald and Harbour Post tell it without {condition}"
    ]
    page = drawn(found, 2)
    assert page.count("about 9 in 10 right") == 1
    assert all(page.count(f'id="{key}"') == 1 for key in ("finding-x", "finding-y"))
    explained = "where readers judged them"
    assert (page.count(explained), drawn(_chapter(replace(corpus, findings=())), 2).count(explained)) == (
        1,
        0,
    )
