"""What corrections come to: which hold, what they change, and that taking one back brings everything back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.archive import Archive
from onrecord.corrections import VOID, amended, dating_of, in_force, listed, of_speakers, touched
from onrecord.errors import ArchiveError
from onrecord.records import Correction, Place, Span, StatementSpans
from onrecord.rerunning import rerun
from onrecord.views import correcting

CUT = Correction(
    "mark",
    about="statement",
    verdict="wrong",
    places=(Place("a", 0, 9),),
    spans=StatementSpans((), (), (Span(0, 4),)),
)

TOLD = (
    (
        "Harbour Post",
        "2031-03-05",
        (
            "Osten Brill, the water minister of Tarn, said on Tuesday that the sluice would open. "
            '"It will open in May," Brill said. His spokeswoman, Lena Roth, said that 40 ships were waiting.'
        ),
    ),
    (
        "Coastal Wire",
        "2031-03-05",
        (
            "The sluice of Tarn will open, the water minister Osten Brill said on Tuesday. "
            '"It will open in May," Brill told reporters. Lena Roth said that 60 ships were waiting at the sluice of Tarn.'
        ),
    ),
    (
        "Northern Gazette",
        "2029-10-11",
        'Frost took the pears, the grower Mira Tal said on Thursday. "Nobody remembers such a spring," Tal said.',
    ),
)


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    path = tmp_path_factory.mktemp("news") / "rows.jsonl"
    rows = [{"outlet": outlet, "date": day, "text": text} for outlet, day, text in TOLD]
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    return path


@pytest.fixture(scope="module")
def read_once(source, tmp_path_factory):
    path = tmp_path_factory.mktemp("archive") / "onrecord.db"
    with Archive(path) as archive:
        archive.read([source])
    return path.read_bytes()


@pytest.fixture
def archive(read_once, tmp_path):
    (tmp_path / "onrecord.db").write_bytes(read_once)
    with Archive(tmp_path / "onrecord.db") as opened:
        yield opened


def state(archive):
    """Everything that a correction could move, by ids that it should not."""
    items = list(archive.articles())
    return {
        "outlets": {i.article.id: i.article.outlet for i in items},
        "days": {i.article.id: i.article.published.edtf for i in items},
        "speakers": {s.id: (s.speaker_id, s.speaker, s.said.edtf) for i in items for s in i.statements},
        "spans": {s.id: (s.source, s.cue, s.content, s.corrected) for i in items for s in i.statements},
        "stories": {a: s.id for s in archive.stories() for a in s.article_ids},
        "utterances": {frozenset(r.statement_id for r in u.renderings) for u in archive.utterances()},
        "records": sorted(map(repr, (*archive.utterances(), *archive.origins(), *archive.silences()))),
    }


def moved(before, after):
    """What differs: (table, key)."""
    keyed = ("outlets", "days", "speakers", "spans", "stories")
    return {
        (name, key)
        for name in keyed
        for key in before[name].keys() | after[name].keys()
        if before[name].get(key) != after[name].get(key)
    }


def article_of(archive, outlet):
    return next(i.article.id for i in archive.articles() if i.article.outlet == outlet)


def test_an_undo_may_itself_be_undone():
    said = [
        Correction("merge", ("A", "B")),
        Correction("undo", undoes=1),
        Correction("undo", undoes=2),
    ]
    assert in_force(said[:2]) == [VOID, VOID]
    assert in_force(said) == [said[0], VOID, VOID]
    assert [c.holds for c in listed((n, "", c) for n, c in enumerate(said))] == [True, False, True]


def test_numbers_never_shift():
    said = [
        Correction("mark", about="outlet", articles=("a",), verdict="wrong", value="X"),
        Correction("merge", ("A", "B")),
    ]
    assert of_speakers(said) == [VOID, said[1]]


@given(
    st.lists(
        st.one_of(
            st.just(Correction("merge", ("A", "B"))),
            st.integers(1, 12).map(lambda n: Correction("undo", undoes=n)),
        ),
        max_size=12,
    )
)
def test_whatever_is_undone_nothing_is_touched_twice_and_what_did_not_change_is_not_touched(said):
    for n in range(len(said) + 1):
        before = in_force(said[:n])
        assert len(before) == n
        assert touched(before, before) == []
        assert VOID not in touched(before, in_force(said))


def test_the_last_word_counts():
    def mark(value):
        return Correction("mark", about="outlet", articles=("a",), verdict="wrong", value=value)

    assert amended([mark("X"), mark("Y")]).outlets == {"a": "Y"}
    assert amended([mark("X"), mark("Y"), Correction("undo", undoes=2)]).outlets == {"a": "X"}


def test_days_are_bounded_by_what_is_said():
    assert (dating_of("2031-02").earliest, dating_of("2031-02").latest) == ("2031-02-01", "2031-02-28")
    assert dating_of("2031-03-04").day == "2031-03-04"
    assert dating_of("2032").latest == "2032-12-31"
    assert dating_of("").edtf is None
    for wrong in ("2031-02-30", "2031-13", "2031-00", "2031-03-00", "0000", "today", "2031-2-3"):
        with pytest.raises(ValueError, match="is not a day"):
            dating_of(wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        Correction("undo", undoes=1),
        Correction("remove"),
        Correction("mark", about="outlet", articles=("a",)),
        Correction("mark", about="date", articles=("a",), verdict="wrong", value="soon"),
        Correction("split", about="utterance"),
        Correction("merge"),
        Correction("merge", ("A", "B"), about="outlet"),
        replace(CUT, spans=StatementSpans((), (), ())),
        replace(CUT, spans=StatementSpans((), (), (Span(4, 4),))),
        replace(CUT, spans=StatementSpans((), (), (Span(4, 9), Span(8, 12)))),
        replace(CUT, spans=StatementSpans((Span(9, 12), Span(2, 4)), (), (Span(8, 12),))),
        replace(CUT, places=()),
        replace(CUT, verdict="right"),
        replace(CUT, about="claim"),
    ],
)
def test_what_says_nothing_is_refused_and_not_kept(archive, wrong):
    with pytest.raises(ValueError, match=r"\w"):
        archive.correct(wrong)
    assert archive.corrections() == ()


def test_an_outlet_is_called_otherwise_and_by_its_own_name_again(archive, source):
    before, key = state(archive), article_of(archive, "Harbour Post")
    archive.correct(
        Correction("mark", about="outlet", articles=(key,), verdict="wrong", value="Harbour Mail", by="ada")
    )
    after = state(archive)
    assert moved(before, after) == {("outlets", key)}
    assert after["outlets"][key] == "Harbour Mail"
    archive.read([source])
    assert state(archive) == after
    archive.correct(Correction("undo", undoes=1))
    assert state(archive) == before
    assert [(c.number, c.holds, c.correction.by) for c in archive.corrected()] == [
        (1, False, "ada"),
        (2, True, ""),
    ]


def test_a_day_is_corrected_with_what_was_reckoned_from_it(archive, source):
    before, key = state(archive), article_of(archive, "Northern Gazette")
    archive.correct(Correction("mark", about="date", articles=(key,), verdict="wrong", value="2030-10-10"))
    after = state(archive)
    own = {s.id for i in archive.articles() if i.article.id == key for s in i.statements}
    assert after["days"][key] == "2030-10-10"
    assert moved(before, after) <= {("days", key), *(("speakers", s) for s in own)}
    archive.read([source])
    assert state(archive) == after
    archive.correct(Correction("undo", undoes=1))
    assert state(archive) == before


def test_a_removed_article_stays_away_until_it_is_put_back(archive, source):
    before, key = state(archive), article_of(archive, "Coastal Wire")
    archive.correct(Correction("remove", about="article", articles=(key,)))
    after = state(archive)
    assert key not in after["outlets"]
    assert {k for _, k in moved(before, after)} >= {key}
    assert archive.read([source]).added == 0
    assert state(archive) == after
    archive.correct(Correction("undo", undoes=1))
    assert state(archive) == before


def test_utterances_are_split_and_merged(archive, source):
    before = state(archive)
    shared = next(u for u in archive.utterances() if len(u.renderings) > 1)
    one = shared.renderings[0]
    place = Place(one.article_id, one.content[0].start, one.content[0].end)
    archive.correct(Correction("split", about="utterance", places=(place,)))
    after = state(archive)
    assert frozenset({one.statement_id}) in after["utterances"]
    assert moved(before, after) == set()
    held = {r.statement_id for r in shared.renderings}
    assert {u for u in before["utterances"] if not u & held} == {
        u for u in after["utterances"] if not u & held
    }
    archive.read([source])
    assert state(archive) == after
    archive.correct(Correction("undo", undoes=1))
    assert state(archive) == before
    others = [u for u in archive.utterances(story=shared.story_id) if u.id != shared.id]
    far = others[0].renderings[0]
    both = (place, Place(far.article_id, far.content[0].start, far.content[0].end))
    archive.correct(Correction("merge", about="utterance", places=both))
    assert any({one.statement_id, far.statement_id} <= u for u in state(archive)["utterances"])


def test_a_merge_by_name_is_taken_back(archive):
    before = state(archive)
    archive.correct(Correction("merge", ("Osten Brill", "Lena Roth")))
    assert moved(before, state(archive))
    archive.correct(Correction("undo", undoes=1))
    assert state(archive) == before


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_random_corrections_move_only_what_they_name_and_undone_leave_no_trace(
    read_once, source, tmp_path_factory, data
):
    path = tmp_path_factory.mktemp("random") / "onrecord.db"
    path.write_bytes(read_once)
    with Archive(path) as archive:
        start = state(archive)
        places = {p.note: p for p in archive.sources_of(start["speakers"])}
        for _ in range(data.draw(st.integers(1, 3))):
            before = state(archive)
            said, named = data.draw(st.sampled_from(["split", "outlet", "date", "undo"])), set()
            keys = sorted(before["outlets"])
            key = data.draw(st.sampled_from(keys))
            if said == "undo":
                if not (number := len(archive.corrections())):
                    continue
                archive.correct(Correction("undo", undoes=data.draw(st.integers(1, number))))
                continue
            if said == "split":
                statement = data.draw(st.sampled_from(sorted(places)))
                archive.correct(Correction("split", ("Ada Quill",), (places[statement],)))
                named = {("speakers", statement)}
            elif said == "outlet":
                archive.correct(
                    Correction("mark", about="outlet", articles=(key,), verdict="wrong", value="X")
                )
                named = {("outlets", key)}
            else:
                value = data.draw(st.sampled_from(["2031-03-06", "2031-03", ""]))
                archive.correct(
                    Correction("mark", about="date", articles=(key,), verdict="wrong", value=value)
                )
                named = {("days", key), *(("speakers", s.id) for s in archive.article(key).statements)}
            assert moved(before, state(archive)) <= named
        after = state(archive)
        archive.read([source])
        assert state(archive) == after
        for number, kept in enumerate(archive.corrected(), 1):
            if kept.correction.action != "undo" and kept.holds:
                archive.correct(Correction("undo", undoes=number))
        assert state(archive) == start


def story_of(archive, key):
    return next(s for s in archive.stories() if key in s.article_ids)


def test_an_article_is_told_in_another_story_until_this_is_taken_back(archive, source):
    before, key, other = (
        state(archive),
        article_of(archive, "Coastal Wire"),
        article_of(archive, "Harbour Post"),
    )
    assert before["stories"][key] == before["stories"][other]
    archive.correct(Correction("split", about="story", articles=(key,), apart_from=(other,)))
    after = state(archive)
    assert {k for name, k in moved(before, after) if name == "stories"} <= {key, other}
    assert {k for _, k in moved(before, after)} <= {key, other}
    assert after["stories"][key] != after["stories"][other]
    archive.read([source])
    assert state(archive) == after
    archive.correct(Correction("undo", undoes=1))
    assert state(archive) == before


def test_stories_are_told_as_one_with_the_reason_until_this_is_taken_back(archive, source):
    before, wire, far = (
        state(archive),
        article_of(archive, "Coastal Wire"),
        article_of(archive, "Northern Gazette"),
    )
    archive.correct(Correction("merge", about="story", articles=(*story_of(archive, wire).article_ids, far)))
    after, story = state(archive), story_of(archive, far)
    assert wire in story.article_ids
    assert story.reasons[far] == ("a reader says so",)
    assert {name for name, _ in moved(before, after)} == {"stories"}
    archive.read([source])
    assert state(archive) == after
    archive.correct(Correction("undo", undoes=1))
    assert state(archive) == before


def said(archive, outlet, words):
    """The statement of an outlet whose content holds words, with its article's text."""
    item = archive.article(article_of(archive, outlet))
    return next((s, item.article.text) for s in item.statements if words in s.content_text(item.article.text))


def in_words(archive, statement):
    found = archive.statements_by_id([statement.id])[0]
    text = archive.article(found.article_id).article.text
    return {
        name: " … ".join(s.of(text) for s in getattr(found, name)) for name in ("source", "cue", "content")
    }


def test_a_statement_is_cut_otherwise_until_this_is_taken_back(archive, source):
    before, (one, _) = state(archive), said(archive, "Harbour Post", "It will open in May")
    archive.correct(correcting.recut(archive, one.id, content="open in May"))
    after = state(archive)
    assert moved(before, after) == {("spans", one.id)}
    assert in_words(archive, one)["content"] == "open in May"
    assert archive.statements_by_id([one.id])[0].corrected
    row = next(r for r in archive.table("statements") if r["id"] == one.id)
    assert (row["words"], row["corrected"]) == ("open in May", True)
    archive.read([source])
    assert state(archive) == after
    archive.correct(Correction("undo", undoes=1))
    assert state(archive) == before


def test_whose_words_they_are_follows_the_source_that_a_reader_gives(archive, source):
    before, (one, _) = state(archive), said(archive, "Harbour Post", "It will open in May")
    roth = next(s for s in archive.speakers() if s.name == "Lena Roth")
    archive.correct(correcting.recut(archive, one.id, source="Lena Roth"))
    after = state(archive)
    assert moved(before, after) == {("spans", one.id), ("speakers", one.id)}
    assert after["speakers"][one.id][:2] == (roth.id, "Lena Roth")
    archive.read([source])
    assert state(archive) == after
    archive.correct(Correction("merge", ("Mira Tal", "Lena Roth")))
    assert archive.statements_by_id([one.id])[0].speaker == "Mira Tal"
    archive.correct(Correction("undo", undoes=2))
    assert state(archive) == after
    archive.correct(correcting.recut(archive, one.id, source="40 ships"))  # where nobody is mentioned
    assert state(archive)["speakers"][one.id][:2] == (None, None)
    archive.correct(correcting.given_to(archive, [one.id], "Ada Quill"))
    assert archive.statements_by_id([one.id])[0].speaker == "Ada Quill"
    for number in (5, 4, 1):
        archive.correct(Correction("undo", undoes=number))
    assert state(archive) == before


@pytest.mark.parametrize("stage", ["statements", "coreference", "dates", "stories", "identity", "utterances"])
def test_what_a_reader_cut_stays_so_when_a_stage_is_run_again(archive, stage):
    one, _ = said(archive, "Coastal Wire", "60 ships")
    archive.correct(correcting.recut(archive, one.id, content="60 ships were waiting"))
    after = state(archive)
    assert rerun(archive, stage, jobs=1).changed == 0
    assert state(archive) == after
    archive.correct(Correction("undo", undoes=1))
    assert archive.statements_by_id([one.id]) == [one]


def test_a_statement_that_is_read_a_little_otherwise_is_still_the_one_meant(archive):
    one, _ = said(archive, "Coastal Wire", "60 ships")
    made = correcting.recut(archive, one.id, content="60 ships were waiting")
    place = replace(made.places[0], note="st-of-an-older-reading", start=made.places[0].start + 3)
    archive.correct(replace(made, places=(place,)))
    assert in_words(archive, one)["content"] == "60 ships were waiting"
    far = replace(made, places=(Place(one.article_id, 0, 12),))
    archive.correct(Correction("undo", undoes=1), far)
    assert not any(s.corrected for s in archive.article(one.article_id).statements)


def test_words_that_the_article_does_not_have_are_refused(archive):
    one, text = said(archive, "Coastal Wire", "60 ships")
    with pytest.raises(ArchiveError, match="does not have the words"):
        correcting.recut(archive, one.id, content="600 ships")
    beyond = StatementSpans((), (), (Span(3, len(text) + 1),))
    with pytest.raises(ValueError, match="beyond"):
        archive.correct(replace(correcting.recut(archive, one.id, content="60"), spans=beyond))


def test_a_removed_article_comes_back_as_the_reader_cut_it(archive):
    one, _ = said(archive, "Coastal Wire", "60 ships")
    archive.correct(correcting.recut(archive, one.id, content="60 ships were waiting"))
    after = state(archive)
    archive.correct(Correction("remove", about="article", articles=(one.article_id,)))
    archive.correct(Correction("undo", undoes=2))
    assert state(archive) == after


def test_what_was_corrected_in_a_removed_article_can_be_taken_back_when_it_is_there_again(archive):
    before, (one, _) = state(archive), said(archive, "Coastal Wire", "60 ships")
    key = one.article_id
    archive.correct(Correction("mark", about="outlet", articles=(key,), verdict="wrong", value="Coast Mail"))
    archive.correct(correcting.recut(archive, one.id, content="60 ships were waiting"))
    archive.correct(Correction("remove", about="article", articles=(key,)))
    for number in (3, 2, 1):
        archive.correct(Correction("undo", undoes=number))
    assert state(archive) == before
