"""A file read again with other words under one id or address keeps what it held before, as an earlier state."""

from __future__ import annotations

import json

import pytest

import onrecord
from onrecord import unchanged
from onrecord.articles import cleaning
from onrecord.records import Correction
from onrecord.store.migrations import MIGRATIONS
from onrecord.verification import verify

BODY = (
    "The harbour board of Velm will close the north quay for three weeks in May, its chairwoman said on Monday.\n\n"
    '"Nobody will be stranded, and the ferries will sail from the south pier," Ada Voss told the Courier.\n\n'
    "The repairs cost 4.2 million crowns. A museum has asked for the old crane, and two families still live there."
)
DEARER = BODY.replace("4.2 million", "6.8 million")
DEAREST = BODY.replace("4.2 million", "9.1 million")
OTHER = (
    "Tram drivers in Tessin voted on Monday for a strike that begins when the market opens again next week."
)


def page(body, furniture="12 readers are here"):
    paragraphs = "".join(f"<p>{p}</p>" for p in body.split("\n\n"))
    return (
        '<html lang="en"><head><title>Velm quay to close in May</title><meta property="og:site_name" content="Velm Courier">'
        '<link rel="canonical" href="https://courier.example/quay"><meta property="article:published_time" '
        f'content="2031-03-03"></head><body><article><h1>Velm quay to close in May</h1>{paragraphs}</article>'
        f"<p>{furniture}</p></body></html>"
    )


def rows(*given):
    return "".join(
        json.dumps({"id": k, "outlet": "Velm Courier", "date": "2031-03-03", "text": t}) + "\n"
        for k, t in given
    )


@pytest.fixture
def archive(tmp_path):
    with onrecord.open(tmp_path / "a.db", create=True) as opened:
        yield opened


@pytest.fixture
def read(tmp_path, archive):
    def again(content, name="quay.html"):
        (tmp_path / name).write_text(content, encoding="utf-8")
        return archive.read([tmp_path / name])

    return again


@pytest.fixture
def newer_code(monkeypatch):
    """A version that cleans otherwise: it writes w for v."""
    whole = cleaning.restored

    def change():
        monkeypatch.setattr(unchanged, "code", lambda: "newer")
        monkeypatch.setattr(cleaning, "restored", lambda draft: whole(draft).translate({ord("v"): "w"}))

    return change


def costs(archive):
    """What the repairs cost by each state that is held."""
    texts = [i.article.text for i in archive.articles()]
    return sorted(t.partition("repairs cost ")[2][:3] for t in texts if "repairs" in t)


def changes(archive):
    texts = {i.article.id: i.article.text for i in archive.articles()}
    return sorted(
        (r.ordered, r.trivial, [(texts[c.before.article_id][c.before.start : c.before.end],
                                 texts[c.after.article_id][c.after.start : c.after.end]) for c in r.changes])
        for r in archive.revisions()
    )  # fmt: skip


def test_a_page_that_changed_under_its_address_is_a_revision(archive, read):
    read(page(BODY))
    run = read(page(DEARER))
    assert (run.added, run.updated) == (0, 1)
    assert changes(archive) == [(True, False, [("4.2", "6.8")])]
    read(page(DEAREST))
    assert changes(archive) == [(True, False, [("4.2", "6.8")]), (True, False, [("6.8", "9.1")])]


def test_a_row_of_a_feed_that_changed_is_a_revision_and_the_others_stay_what_they_are(archive, read):
    read(rows(("1", BODY), ("2", OTHER)), "feed.jsonl")
    run = read(rows(("2", OTHER), ("1", DEARER)), "feed.jsonl")
    assert (run.added, run.updated, run.known) == (0, 1, 1)
    assert changes(archive) == [(True, False, [("4.2", "6.8")])]


def test_spelling_alone_is_a_trivial_revision_and_what_is_no_word_is_none(archive, read):
    read(page(BODY))
    read(page(BODY.replace("stranded", "strandet")))
    assert changes(archive) == [(True, True, [("stranded", "strandet")])]
    read(page(BODY.replace("stranded", "strandet").replace('"', "“", 1), furniture="8 readers are here"))
    assert changes(archive) == [(True, True, [("stranded", "strandet")])]
    assert len(list(archive.articles())) == 2


def test_the_same_file_after_an_upgrade_is_replaced(archive, read, newer_code):
    read(page(BODY))
    newer_code()
    run = read(page(BODY))
    assert (run.added, run.updated) == (0, 1)
    assert ["still liwe" in i.article.text for i in archive.articles()] == [True]
    assert changes(archive) == []


def test_a_feed_that_moved_on_after_an_upgrade_is_replaced(archive, read, newer_code):
    read(rows(("1", BODY), ("2", OTHER)), "feed.jsonl")
    newer_code()
    read(rows(("3", OTHER.replace("Tram", "Bus")), ("1", BODY)), "feed.jsonl")
    assert costs(archive) == ["4.2"]


def test_after_an_upgrade_an_earlier_state_stays_before_the_one_that_took_its_steads_stead(
    archive, read, newer_code
):
    read(page(BODY))
    read(page(DEARER))
    newer_code()
    read(page(DEARER))
    assert costs(archive) == ["4.2", "6.8"]
    earlier = next(i.article for i in archive.articles() if "4.2" in i.article.text)
    later = next(i.article for i in archive.articles() if "6.8" in i.article.text)
    assert earlier.fields["replaced_by"] == later.id
    assert [(r.earlier_id, r.later_id, r.ordered) for r in archive.revisions()] == [
        (earlier.id, later.id, True)
    ]


def test_a_file_that_goes_back_holds_its_first_words_again(archive, read):
    read(page(BODY))
    read(page(DEARER))
    read(page(BODY))
    assert costs(archive) == ["4.2", "6.8"]
    assert changes(archive) == [(True, False, [("6.8", "4.2")])]
    first = next(i.article for i in archive.articles() if "4.2" in i.article.text)
    assert "replaced_by" not in first.fields


def test_an_earlier_state_that_another_file_holds_is_no_earlier_state(archive, read):
    read(page(BODY))
    read(page(DEARER))
    read(page(BODY), "other.html")
    assert all("replaced_by" not in i.article.fields for i in archive.articles())
    assert costs(archive) == ["4.2", "6.8"]
    read(page(DEAREST), "other.html")
    assert costs(archive) == ["4.2", "6.8", "9.1"]


def test_a_state_that_is_removed_takes_its_revision_with_it_until_it_is_put_back(archive, read):
    read(page(BODY))
    read(page(DEARER))
    before = changes(archive)
    for words in ("4.2", "6.8"):
        key = next(i.article.id for i in archive.articles() if words in i.article.text)
        archive.correct(Correction("remove", about="article", articles=(key,)))
        assert changes(archive) == []
        read(page(DEARER))
        assert len(costs(archive)) == 1
        archive.correct(Correction("undo", undoes=len(archive.corrections())))
        assert changes(archive) == before


def test_a_text_of_no_name_that_was_edited_is_replaced(archive, read):
    read(BODY, "a.txt")
    read(DEARER, "a.txt")
    assert costs(archive) == ["6.8"]


def test_an_archive_with_earlier_states_is_sound(archive, read):
    read(page(BODY))
    read(page(DEARER))
    assert verify(archive.path).faults == []


def test_an_archive_of_the_version_before_learns_to_keep_states(tmp_path, monkeypatch):
    path = tmp_path / "quay.html"
    path.write_text(page(BODY), "utf-8")
    with monkeypatch.context() as older:
        older.setattr("onrecord.store.schema.MIGRATIONS", MIGRATIONS[:12])
        database = onrecord.store.Database(tmp_path / "a.db")
        assert "replaced_by" not in {
            row[1] for row in database.connection.execute("PRAGMA table_info(copies)")
        }
        database.close()
    with onrecord.open(tmp_path / "a.db") as opened:
        opened.read([path])
        path.write_text(page(DEARER), "utf-8")
        opened.read([path])
        assert changes(opened) == [(True, False, [("4.2", "6.8")])]
