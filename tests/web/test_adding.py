"""What is added in the browser is kept as files, read in turn, and told how far it is."""

from __future__ import annotations

import re
import threading
import time

from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.adding import Adder, safe_name


def secret_of(client):
    return re.search(r'name="secret" value="([0-9a-f]+)"', client.get("/add").text).group(1)


def wait_for(browser, page):
    for _ in range(1800):  # a busy machine loads the models in minutes
        text = browser.get(page).text
        if 'http-equiv="refresh"' not in text:
            return text
        time.sleep(0.1)
    raise AssertionError(text)


def test_files_and_a_pasted_article_are_added(browser, archive_file):
    files = [
        (
            "files",
            ("../../etc/evil.txt", b"Title: Bridge\nText:\nThe bridge holds, Ada Quill said on Monday."),
        )
    ]
    sent = browser.post("/add", data={"secret": secret_of(browser)}, files=files, follow_redirects=False)
    assert sent.status_code == 303
    assert "1 article added" in wait_for(browser, sent.headers["location"])
    kept = list((archive_file.parent / "added").rglob("*.txt"))
    assert [p.name for p in kept] == ["0001-evil.txt"]
    row = {
        "secret": secret_of(browser),
        "text": "It rained on Isla Torvo, Jonas Hale said.",
        "title": "Rain <i>",
    }
    sent = browser.post("/add", data=row, follow_redirects=False)
    assert "1 article added" in wait_for(browser, sent.headers["location"])
    text = browser.get("/?q=Torvo").text
    assert "Rain &lt;i&gt;" in text


def test_what_cannot_be_read_is_named_and_kept(browser, archive_file):
    files = [("files", ("noise.bin", bytes(range(256)) * 40))]
    sent = browser.post("/add", data={"secret": secret_of(browser)}, files=files, follow_redirects=False)
    text = wait_for(browser, sent.headers["location"])
    assert "0 articles added" in text
    assert "noise.bin" in text
    assert list((archive_file.parent / "added").rglob("*noise.bin"))


def test_nothing_is_no_upload(browser):
    assert browser.post("/add", data={"secret": secret_of(browser), "text": "  "}).status_code == 400
    assert browser.get("/add/none").status_code == 404


@given(st.text())
def test_no_name_leaves_its_folder(name):
    safe = safe_name(name)
    assert safe
    assert "/" not in safe
    assert "\\" not in safe
    assert not safe.startswith(".")
    assert len(safe) <= 80


def test_an_upload_that_waits_is_read_however_many_come_after_it(tmp_path, monkeypatch):
    monkeypatch.setattr("onrecord.web.adding.MOST_JOBS", 2)
    adder, read, first = Adder(tmp_path / "onrecord.db"), [], threading.Event()

    def note(key):
        first.wait()
        read.append(key)
        adder._note(key, failed="read")

    monkeypatch.setattr(Adder, "_read", lambda _, key: note(key))
    keys = [adder.keep([(f"{n}.txt", b"a")]).id for n in range(5)]
    assert {job.id for job in adder.jobs()} == set(keys)
    first.set()
    adder.close()
    adder._thread.join()
    assert read == keys
    later = adder.keep([("z.txt", b"a")]).id
    assert [job.id for job in adder.jobs()] == [later, keys[-1]]
