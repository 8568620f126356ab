"""What ``onrecord show`` loads of an archive tells what the whole archive tells, and is no more than was asked for."""

from __future__ import annotations

import io
from functools import partial

import pytest
from rich.console import Console
from training.rules import RuleTagger

from onrecord.archive import Archive
from onrecord.errors import ArchiveError
from onrecord.reports import listed, terminal
from onrecord.views import correcting, selection


@pytest.fixture(scope="module")
def archive(three_articles, tmp_path_factory):
    with Archive(tmp_path_factory.mktemp("selection") / "onrecord.db") as opened:
        opened.read([three_articles], tagger=RuleTagger())
        yield opened


def printed(print_to):
    console = Console(width=200, record=True, file=io.StringIO())
    print_to(console)
    return console.export_text()


def test_stories_with_what_they_hold_and_how_many_more(archive):
    held, total = selection.story_counts(archive, most=50)
    assert (len(held), total) == (2, 2)
    assert [(h.story.id, h.articles) for h in held] == [
        (s.id, len(s.article_ids)) for h in held for s in [h.story]
    ]
    assert [h.articles for h in held] == [1, 2]  # one storyline, the oldest first
    assert sum(h.statements for h in held) == sum(len(i.statements) for i in archive.articles())
    assert "and 1 more story" in printed(
        lambda c: listed.show_stories(*selection.story_counts(archive, most=1), c)
    )


def test_a_speaker_with_its_first_statements_and_the_number_of_all(archive):
    told = selection.of_speakers(archive, "venn", partial(terminal.matches, "venn"), most=1, people=5)
    (venn,) = told.corpus.speakers
    assert len(told.corpus.articles) == 1
    assert told.said == {venn.id: len(archive.statements(speaker=venn.id))}
    assert told.said[venn.id] > 1
    whole = printed(lambda c: terminal.show(archive.corpus(), c, speaker="venn"))
    part = selection.of_speakers(
        archive, "venn", partial(terminal.matches, "venn"), most=terminal.MOST_ROWS, people=5
    )
    assert printed(lambda c: terminal.show(part.corpus, c, speaker="venn", said=part.said)) == whole


@pytest.fixture(scope="module")
def osk(tmp_path_factory):
    """An archive in which one of three outlets writes a minister's given name short."""
    home = tmp_path_factory.mktemp("osk")
    for number, name in enumerate(("Robert", "Robert", "Bob")):
        text = f"Marenia's defence minister {name} Osk said on Friday that berth {number} would stay shut."
        (home / f"{number}.txt").write_text(text, "utf-8")
    with Archive(home / "onrecord.db") as opened:
        opened.read(sorted(home.glob("*.txt")), tagger=RuleTagger())
        yield opened


@pytest.mark.parametrize(
    ("asked", "found"),
    [("bob", ["Robert Osk"]), ("ned", []), ("rob", ["Robert Osk"]), ("obert", ["Robert Osk"])],
)
def test_a_speaker_by_a_name_that_only_an_article_uses(osk, asked, found):
    told = selection.of_speakers(osk, asked, partial(terminal.matches, asked), most=10, people=5)
    assert [s.name for s in told.corpus.speakers] == found
    assert list(told.said.values()) == [3] * len(found)


@pytest.fixture(scope="module")
def namesakes(tmp_path_factory):
    """An archive in which three people of one name speak, one of them twice."""
    home = tmp_path_factory.mktemp("namesakes")
    for name in ("Ada Venn", "Bela Venn", "Cora Venn"):
        text = f"Marenia's minister {name} said on Friday that the berth would stay shut."
        again = f" {name} said the ferries would not run." if name == "Cora Venn" else ""
        (home / f"{name}.txt").write_text(text + again, "utf-8")
    with Archive(home / "onrecord.db") as opened:
        opened.read(sorted(home.glob("*.txt")), tagger=RuleTagger())
        yield opened


@pytest.mark.parametrize(
    ("people", "shown", "told"),
    [(3, ["Ada Venn", "Bela Venn", "Cora Venn"], []), (1, ["Cora Venn"], ["Ada Venn", "Bela Venn"])],
)
def test_of_many_whose_names_have_the_words_the_loudest_are_shown(namesakes, people, shown, told):
    found = selection.of_speakers(
        namesakes, "venn", partial(terminal.matches, "venn"), most=10, people=people
    )
    assert [s.name for s in found.corpus.speakers] == shown
    assert sorted(name for name, _, _ in found.others) == told
    told_of = printed(
        lambda c: terminal.show(found.corpus, c, speaker="venn", said=found.said, others=found.others)
    )
    assert all(name in told_of for name in (*shown, *told))
    assert told_of.count("would stay shut") == len(shown)


@pytest.mark.parametrize(("name", "known"), [("bob osk", True), ("Ned Osk", False)])
def test_names_are_of_one_speaker_only_where_somebody_is_called_so(osk, name, known):
    if known:
        assert correcting.one_speaker(osk, ["Robert Osk", name]).names == ("Robert Osk", name)
    else:
        with pytest.raises(ArchiveError, match="no speaker of this archive is called Ned Osk"):
            correcting.one_speaker(osk, ["Robert Osk", name])


@pytest.mark.parametrize("asked", ["minister says", "old.txt", "nothing of that kind"])
def test_articles_by_words_of_their_titles_and_paths(archive, asked):
    corpus = selection.of_articles(archive, partial(terminal.matches, asked))
    assert len(corpus.articles) == (asked != "nothing of that kind")
    whole = printed(lambda c: terminal.show(archive.corpus(), c, article=asked))
    assert printed(lambda c: terminal.show(corpus, c, article=asked)) == whole


def test_a_story_with_its_own_articles(archive):
    wanted = archive.stories()[0]
    corpus = selection.of_stories(archive, partial(terminal.matches, wanted.id))
    assert {i.article.id for i in corpus.articles} == set(wanted.article_ids)
    whole = printed(lambda c: terminal.show(archive.corpus(), c, story=wanted.id))
    assert printed(lambda c: terminal.show(corpus, c, story=wanted.id)) == whole


@pytest.mark.parametrize(
    ("words", "number"), [("Minister RADAR", 1), ("decided", 1), ("says radar", 2), ("quarry", 0)]
)
def test_stories_by_words_of_their_titles(archive, words, number):
    corpus = selection.of_stories(archive, partial(terminal.matches, words))
    assert len(corpus.stories) == number
    assert [s.id for s in corpus.stories] == [
        s.id for s in archive.stories() if terminal.matches(words, s.title)
    ]
