"""Pages made ahead: what a page that was looked at leads to is there before anybody asks for it."""

from __future__ import annotations

import time

import pytest
from starlette.testclient import TestClient

from onrecord.web import ahead, create_app


@pytest.fixture
def quiet(monkeypatch):
    monkeypatch.setattr(ahead, "QUIET", 0.0)


def client(path):
    return TestClient(create_app(path), base_url="http://127.0.0.1:8431")


def kept(browser):
    return browser.app.state.onrecord.readers._pages


def grown(browser, before, seconds):
    """Whether a page more is kept, within so many seconds."""
    end = time.monotonic() + seconds
    while len(kept(browser)) <= before and time.monotonic() < end:
        time.sleep(0.02)
    return len(kept(browser)) > before


@pytest.mark.usefixtures("quiet")
def test_what_the_index_leads_to_is_made_while_nobody_asks(archive_file):
    with client(archive_file) as browser:
        assert not grown(browser, 0, 0.5)  # nobody has come yet
        browser.get("/")
        end = time.monotonic() + 30
        while time.monotonic() < end and not any(a.startswith("/stories/") for a in kept(browser)):
            time.sleep(0.02)
        made = [a for a in kept(browser) if a.startswith("/stories/")]
        assert made
        shown = browser.get(made[0].removesuffix("?"))
    with client(archive_file) as other:
        assert other.get(made[0].removesuffix("?")).text == shown.text


def test_nothing_is_made_ahead_while_somebody_asks(archive_file, monkeypatch):
    monkeypatch.setattr(ahead, "QUIET", 3600.0)
    with client(archive_file) as browser:
        browser.get("/")
        assert not grown(browser, 1, 0.6)


@pytest.mark.usefixtures("quiet")
def test_pages_made_ahead_leave_room_for_those_that_are_asked_for(archive_file, monkeypatch):
    monkeypatch.setattr("onrecord.web.readers.MOST_OF_PAGES", 1)
    with client(archive_file) as browser:
        browser.get("/")
        assert not grown(browser, 1, 0.6)


def test_a_program_that_pages_through_lists_hides_no_page_that_was_looked_at(archive_file, monkeypatch):
    monkeypatch.setattr(ahead, "QUIET", 2.0)
    with client(archive_file) as browser:
        browser.get("/")
        for number in range(40):
            browser.get(f"/v1/statements?limit={number + 1}")
        assert grown(browser, 1, 30)
        end = time.monotonic() + 30
        while time.monotonic() < end and not any(a.startswith("/stories/") for a in kept(browser)):
            time.sleep(0.02)
        assert any(a.startswith("/stories/") for a in kept(browser))


@pytest.mark.usefixtures("quiet")
def test_what_goes_wrong_once_does_not_end_making_ahead(archive_file, monkeypatch, capsys):
    make, failed = ahead._make, []

    async def once(app, address):
        if not failed:
            failed.append(address)
            raise OSError("the disk was away")
        await make(app, address)

    monkeypatch.setattr(ahead, "_make", once)
    with client(archive_file) as browser:
        browser.get("/")
        assert grown(browser, 1, 30)
    assert failed
    assert "the disk was away" in capsys.readouterr().err
