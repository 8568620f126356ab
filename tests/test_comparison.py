"""Of stories that are looked at again just those are compared whose articles, or who speaks in them, changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord import acting, pipeline, rerunning, roster, store
from onrecord.archive import Archive
from onrecord.comparison import comparing, given, grouping, joining, pausing
from onrecord.models import vectors
from onrecord.records import OF_STORY, Correction, Place, Speaker, Story, Utterance
from onrecord.stopwatch import Stopwatch
from onrecord.verification import repairing, verify

FERRY = """Title: The {n} ferry stays
Outlet: {outlet}
Date: 3 March 2031
Text:
TORHAVN - Mayor Ilka Venn said on Monday that the {n} ferry of Torhavn would stay in service.

"The ferry stays, whatever the harbour board of Torhavn wants," Venn told reporters at the quay.
"""


@pytest.fixture
def archive(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for n, outlet in (("old", "Harbour Wire"), ("old", "Torhavn Post")):
        (folder / f"{outlet}.txt").write_text(FERRY.format(n=n, outlet=outlet), "utf-8")
    (folder / "other.txt").write_text(
        "Title: Snow on the pass\nOutlet: Hill Courier\nDate: 9 July 2033\nText:\n"
        'Warden Odd Brekke said the road over Skarn would be closed for a week. "Nobody goes up there," he said.\n',
        "utf-8",
    )
    with Archive(tmp_path / "onrecord.db") as opened:
        opened.read([folder])
        yield opened


@pytest.fixture
def compared(monkeypatch):
    """The stories that were aligned, and the storylines that were followed."""
    found = []
    align, trace = pipeline.utterances.align, pipeline.positions.trace

    def aligning(story, *given, **named):
        found.append(story.id)
        return align(story, *given, **named)

    def tracing(line, *given, **named):
        found.append(line[0].storyline_id)
        return trace(line, *given, **named)

    monkeypatch.setattr(pipeline.utterances, "align", aligning)
    monkeypatch.setattr(pipeline.positions, "trace", tracing)
    return found


@pytest.fixture
def looked_at(archive):
    """Every story is looked at again."""
    with archive.database.transaction() as connection:
        store.waiting.put(connection, "named", [story.id for story in archive.stories()])


@pytest.mark.usefixtures("looked_at")
def test_stories_that_are_as_they_were_are_kept(archive, compared):
    before = replace(archive.corpus(), run={})
    comparing.compare_all(archive.database, (), Stopwatch())
    assert compared == []
    assert replace(archive.corpus(), run={}) == before


OUTLET = Correction("mark", about="outlet", verdict="wrong", value="Hill Paper")


def renaming(item):
    """Whoever speaks in an article is somebody else, and called otherwise."""
    mention = next(c for c in item.speakers if c.statement_ids).mentions[0]
    return Correction("split", ("Sten Lode",), (Place(mention.article_id, mention.start, mention.end),))


def lone(archive):
    """A story that is told in one article alone."""
    return next(s for s in archive.stories() if len(s.article_ids) == 1)


@pytest.mark.usefixtures("looked_at")
@pytest.mark.parametrize("what", ["its article", "who speaks in it"])
def test_a_story_of_which_something_changed_is_compared_alone_and_followed(archive, compared, what):
    story = lone(archive)
    item = next(i for i in archive.articles() if i.article.id in story.article_ids)
    told = replace(OUTLET, articles=story.article_ids) if what == "its article" else renaming(item)
    archive.correct(told)
    assert compared == [story.id, story.storyline_id]


def test_what_could_not_be_made_is_made_the_next_time(archive):
    story = lone(archive)
    whole = archive.utterances()
    with archive.database.transaction() as connection:
        comparing._keep_story(connection, story, None, {})
        store.waiting.put(connection, "named", [story.id])  # something makes it be looked at again
        assert not store.derived.load_derived(connection, "utterances", Utterance, owner=story.id)
    comparing.compare_all(archive.database, archive.corrections(), Stopwatch())
    assert archive.utterances() == whole


def test_chains_that_other_code_joined_are_joined_anew(archive, compared, tmp_path):
    with archive.database.transaction() as connection:
        connection.execute("UPDATE corrections_applied SET joined_by = 'other code'")
        connection.execute("DELETE FROM form_places")  # it found forms by something else
    later = tmp_path / "articles" / "later.txt"
    later.write_text(
        "Title: Skarn opens\nOutlet: Hill Courier\nDate: 4 May 2034\nText:\n"
        "Captain Odd Brekke of Skarn said the tunnel would open on Friday.\n",
        "utf-8",
    )
    archive.read([later])
    story = next(s for s in archive.stories() if (s.first_published or "") > "2034")
    assert compared == [story.id, story.storyline_id]
    found = replace(archive.corpus(), run={})
    with Archive(tmp_path / "whole.db") as whole:
        whole.read([tmp_path / "articles"])
        assert found == replace(whole.corpus(), run={})


@pytest.fixture
def saying(archive):
    """An article's statements said by whoever is named."""
    item = next(i for i in archive.articles() if len(i.statements) > 1)

    def said(*speakers):
        told = [replace(s, speaker_id=key) for s, key in zip(item.statements, speakers, strict=False)]
        return {item.article.id: replace(item, statements=tuple(told))}

    return said


VENN, BOARD = Speaker("v", "Ilka Venn", "person"), Speaker("b", "the harbour board", "organisation")


def test_what_else_a_speaker_is_called_does_not_count(saying):
    story, items = Story("s", "t", ("a",), None, None, "l"), saying("v", "b")

    def told(one, of=story):
        return given.made_of(of, items, {"v": one, "b": BOARD}, ())

    def kept(one, other):
        return [name for name in OF_STORY if given.is_of(name, {w for w in one if one[w] == other[w]})]

    before = told(VENN)
    assert told(replace(VENN, variants=("Venn",), evidence=("a reason",))) == before
    assert kept(told(replace(VENN, name="I. Venn")), before) == []
    assert kept(told(VENN, replace(story, storyline_id="m")), before) == [
        n for n in OF_STORY if n != "timeline"
    ]
    assert kept(told(replace(VENN, acts_for=("b",))), before) == []
    assert kept(told(replace(VENN, acts_for=("elsewhere",))), before) == [
        *("utterances", "timeline", "silences", "revisions"),
    ]


def test_voices_are_one_by_those_who_speak_and_whom_two_act_for(saying):
    two = {"v": replace(VENN, acts_for=("x", "y")), "b": replace(BOARD, acts_for=("v", "y", "z"))}
    alone = {"v": replace(two["v"], acts_for=("y",)), "b": replace(two["b"], acts_for=("v", "y"))}
    assert acting.among(saying("v", "b", None, "nobody"), two) == alone
    assert acting.among(saying("v"), two) == {"v": replace(VENN, acts_for=())}


LATER = """Title: What the board wants
Outlet: Quay Gazette
Date: 3 March 2031
Text:
TORHAVN - The old ferry of Torhavn will stay in service, Mayor Ilka Venn told reporters on Monday.

"The ferry stays, whatever the harbour board of Torhavn wants," said Venn at the quay.
"""


@pytest.fixture
def asked(monkeypatch):
    """What the network of sentences was asked."""
    found = []
    encode = vectors.Encoder._encode

    def encoding(network, words):
        found.append(words)
        return encode(network, words)

    monkeypatch.setattr(vectors.Encoder, "_encode", encoding)
    vectors.packaged.cache_clear()
    yield found
    vectors.packaged.cache_clear()


def joined_by(archive, folder):
    """The tables once an article has joined a story, by a process that remembers nothing itself."""
    (folder / "later.txt").write_text(LATER, "utf-8")
    vectors.packaged.cache_clear()
    archive.read([folder / "later.txt"])
    return replace(archive.corpus(), run={})


@pytest.mark.parametrize("what", ["kept", "gone", "damaged"])
def test_answers_kept_beside_the_archive_spare_networks_and_change_nothing(asked, archive, tmp_path, what):
    answers = store.answers.beside(archive.database.path)
    first = {words for words in asked if len(words) > 1}  # the fixed question is one string
    if what == "gone":
        answers.unlink()
    elif what == "damaged":
        answers.write_bytes(answers.read_bytes()[:-20_000] + bytes(20_000))
    asked.clear()
    found = joined_by(archive, tmp_path)
    again = first & set(asked)
    with Archive(tmp_path / "whole.db") as whole:
        whole.read([tmp_path / "articles", tmp_path / "later.txt"])
        assert replace(whole.corpus(), run={}) == found
    assert first
    assert bool(again) == (what != "kept")


@pytest.mark.parametrize("stage", [None, "utterances", "identity"])
def test_what_is_made_anew_rests_on_no_answers_given_before(asked, archive, stage):
    answers = store.answers.beside(archive.database.path)
    first = {words for words in asked if len(words) > 1}
    vectors.packaged.cache_clear()
    asked.clear()
    if stage is None:
        repairing._compare_anew(archive.database, archive, lambda _: None)
    else:
        rerunning.rerun(archive, stage, jobs=1)
    assert first == {words for words in asked if len(words) > 1}
    assert answers.is_file()


@pytest.fixture
def many_articles(tmp_path):
    """A folder of six articles in three stories."""
    folder = tmp_path / "many"
    folder.mkdir()
    for n, (outlet, text) in enumerate(
        [("Harbour Wire", FERRY), ("Torhavn Post", FERRY), ("Quay Gazette", LATER), ("Hill Courier", FERRY)]
    ):
        (folder / f"{n}.txt").write_text(text.format(n="old", outlet=outlet), "utf-8")
    for n, place in enumerate(("Skarn", "Lode")):
        (folder / f"snow{n}.txt").write_text(
            f"Title: Snow on {place}\nOutlet: Hill Courier\nDate: 9 July 203{n}\nText:\n"
            f'Warden Odd Brekke said the road over {place} would be closed. "Nobody goes up there," he said.\n',
            "utf-8",
        )
    return folder


class Killed(BaseException):
    """The process ends here, with what it had committed."""


def killed_at(number, archive, folder, monkeypatch):
    """Read ``folder``, each step committed, until the ``number``-th commit while comparing; whether it came."""
    commits, whole = [], store.Database.commit_so_far

    def commit(database):
        whole(database)
        commits.append(1)
        if len(commits) == number:
            raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(pausing, "_COMMIT_SECONDS", 0)
        patch.setattr(store.Database, "commit_so_far", commit)
        try:
            archive.read([folder])
        except Killed:
            return True
    return False


def test_comparing_goes_on_where_it_was_cut_off(many_articles, compared, tmp_path, monkeypatch):
    with Archive(tmp_path / "whole.db") as archive:
        archive.read([many_articles])
        whole, once = replace(archive.corpus(), run={}), sorted(compared)
    number, killed = 0, True
    while killed:
        number += 1
        compared.clear()
        with Archive(tmp_path / f"cut{number}.db") as archive:
            killed = killed_at(number, archive, many_articles, monkeypatch)
            assert verify(archive.database.path).is_sound
            if killed:
                assert archive.totals()["waiting"] == 6 or number > 1
                archive.read([])
            assert not archive.totals()["waiting"]
            assert replace(archive.corpus(), run={}) == whole
        assert sorted(compared) == once  # nothing twice
    assert number > len(once)


def test_what_is_let_go_meanwhile_changes_nothing(many_articles, tmp_path, monkeypatch):
    with Archive(tmp_path / "held.db") as archive:
        archive.read([many_articles])
        held = replace(archive.corpus(), run={})
    for module in (grouping, joining):
        monkeypatch.setattr(module, "_AT_ONCE", 4)  # the last two come to what was placed before
    monkeypatch.setattr(grouping._Shelf, "most", 1)
    monkeypatch.setattr(roster, "_ASKED", 1)
    loaded = []
    load = store.placed.load_keys
    monkeypatch.setattr(store.placed, "load_keys", lambda *a: loaded.append(a[-1]) or load(*a))
    with Archive(tmp_path / "let go.db") as archive:
        archive.read([many_articles])
        assert replace(archive.corpus(), run={}) == held
    assert len(loaded) > len(set(loaded)) == 6
