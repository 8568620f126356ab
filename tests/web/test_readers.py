"""Archives lent to requests: a few at once, and no page is made twice for those who wait for it together."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Event

import pytest

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
        return "page"

    with ThreadPoolExecutor(MOST_AT_ONCE + 2) as pool, ExitStack() as lent:
        for _ in range(MOST_AT_ONCE - 1):
            lent.enter_context(readers.lend())
        asked = [pool.submit(readers.page, "/", make) for _ in range(3)]
        while not made:
            assert not any(a.done() for a in asked)
        go_on.set()
        pages = [a.result(timeout=30) for a in asked]
    assert len(made) == 1
    assert {page.body for page in pages} == {b"page"}


def test_a_page_is_made_anew_once_the_archive_has_changed(readers, tmp_path):
    other = Readers(tmp_path / "a.db")
    assert readers.page("/", lambda _: "one").body == b"one"
    assert readers.page("/", lambda _: "two").body == b"one"
    with other.lend() as queries:
        database = queries.database
    with database.transaction() as connection:
        connection.execute("INSERT INTO runs (started_at, record) VALUES ('2031-03-04', '{}')")
    assert readers.page("/", lambda _: "two").body == b"two"
    other.close()
