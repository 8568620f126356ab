"""Archives lent to requests: a few at once, and no page is made twice for those who wait for it together."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Event

import pytest

from onrecord.errors import TooLongError
from onrecord.web.readers import MOST_AT_ONCE, Readers


@pytest.fixture
def readers(tmp_path):
    found = Readers(tmp_path / "a.db")
    yield found
    found.close()


def test_whoever_asks_when_all_are_lent_waits_for_one_to_come_back(readers):
    def ask():
        with readers.lend() as queries:
            return queries.totals()["articles"]

    with ThreadPoolExecutor(1) as pool:
        with ExitStack() as lent:
            held = [lent.enter_context(readers.lend()) for _ in range(MOST_AT_ONCE)]
            waiting = pool.submit(ask)
            with pytest.raises(TimeoutError):
                waiting.result(timeout=0.2)
        assert waiting.result(timeout=30) == 0
    assert len({id(queries) for queries in held}) == MOST_AT_ONCE == readers._free.qsize()


def test_a_page_that_several_wait_for_is_made_once(readers):
    made, go_on = [], Event()

    def make(queries):
        made.append(queries.totals())
        go_on.wait(30)
        return b"page"

    with ThreadPoolExecutor(MOST_AT_ONCE + 2) as pool, ExitStack() as lent:
        for _ in range(MOST_AT_ONCE - 1):
            lent.enter_context(readers.lend())
        asked = [pool.submit(readers.page, "/", make) for _ in range(3)]
        while not made:
            assert not any(a.done() for a in asked)
        go_on.set()
        pages = [a.result(timeout=30) for a in asked]
    assert len(made) == 1
    assert {page.plain() for page in pages} == {b"page"}


@pytest.fixture
def writing(tmp_path, readers):
    """Another connection to the archive that ``readers`` read."""
    del readers
    other = Readers(tmp_path / "a.db")
    with other.lend() as queries:
        database = queries.database
    yield database
    other.close()


def of_totals(told):
    def make(queries):
        told.append(queries.totals()["stories"])
        return str(told[-1]).encode()

    return make


def write(database, sql):
    with database.transaction() as connection:
        connection.execute(sql)


def test_a_page_is_made_anew_once_the_archive_answers_otherwise(readers, writing):
    made = []
    assert readers.page("/", of_totals(made)).plain() == b"0"
    write(writing, "INSERT INTO runs (started_at, record) VALUES ('2031-03-04', '{}')")
    assert readers.page("/", of_totals(made)).plain() == b"0"
    assert len(made) == 1  # what was written is none of what the page was made of
    write(writing, "INSERT INTO listed (story, line, articles) VALUES ('story-1', 'line-1', 1)")
    first, second = readers.page("/", of_totals(made)), readers.page("/", of_totals(made))
    assert first.plain() == second.plain() == b"1"
    assert len(made) == 2


def test_whoever_waited_for_a_page_takes_it_though_something_was_written_since(readers, writing):
    made, go_on = [], Event()

    def make(queries):
        made.append(queries.totals()["stories"])
        go_on.wait(30)
        return str(made[-1]).encode()

    with ThreadPoolExecutor(3) as pool:
        asked = [pool.submit(readers.page, "/", make) for _ in range(3)]
        while not (made and readers._making["/"].wanted_by == 3):
            time.sleep(0.001)
        write(writing, "INSERT INTO listed (story, line, articles) VALUES ('story-1', 'line-1', 1)")
        go_on.set()
        pages = {a.result(timeout=30).plain() for a in asked}
    assert len(made) <= 2
    assert b"1" in pages or len(made) == 1
    assert readers.page("/", of_totals([])).plain() == b"1"
    assert not readers._making


def test_a_page_for_which_something_was_written_is_made_anew_after_every_change(readers, writing):
    made = []

    def make(queries):
        queries.database.connection.execute("CREATE TEMP TABLE mine (n)")
        queries.database.connection.execute("DROP TABLE temp.mine")
        return of_totals(made)(queries)

    for n in (1, 2):
        readers.page("/", make)
        readers.page("/", make)
        assert len(made) == n
        write(writing, "INSERT INTO runs (started_at, record) VALUES ('2031-03-04', '{}')")


def test_pages_that_are_kept_take_bounded_room(readers, monkeypatch):
    monkeypatch.setattr("onrecord.web.readers.MOST_OF_PAGES", 4000)
    for n in range(60):
        readers.page(f"/{n}", lambda queries: repr(queries.totals()).encode())
    assert 1 < len(readers._pages) < 20
    assert readers._size == sum(len(a) + page.size for a, page in readers._pages.items()) <= 4000


def test_a_page_that_takes_too_long_is_given_up(readers, monkeypatch):
    monkeypatch.setattr("onrecord.web.readers.LONGEST", 0.2)
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

    def make(queries):
        with queries.database.reading() as connection:
            return connection.execute(endless).fetchone()

    with pytest.raises(TooLongError):
        readers.page("/", make)
    assert readers.page("/", of_totals([])).plain() == b"0"
