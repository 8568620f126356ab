"""Watches in the browser: begun, shown, offered as a feed, ended."""

from __future__ import annotations

import re

from lxml import etree


def secret_of(client):
    return re.search(r'name="secret" value="([0-9a-f]+)"', client.get("/watches").text).group(1)


def test_a_watch_is_begun_shown_and_ended(empty):
    assert "Nothing is watched yet" in empty.get("/watches").text
    sent = {"secret": secret_of(empty), "words": "sluice <b>", "kinds": ["clash", "nonsense"]}
    assert empty.post("/watches", data=sent, follow_redirects=False).status_code == 303
    text = empty.get("/watches").text
    assert "sluice &lt;b&gt;" in text
    assert "<b>sluice" not in text
    key = re.search(r'name="end" value="([^"]+)"', text).group(1)
    for page in ("/watches.atom", f"/watches/{key}.atom"):
        answer = empty.get(page)
        assert answer.headers["content-type"].startswith("application/atom+xml")
        assert etree.fromstring(answer.content).tag.endswith("feed")
    empty.post("/watches", data={"secret": secret_of(empty), "end": key})
    assert "Nothing is watched yet" in empty.get("/watches").text
    assert empty.get(f"/watches/{key}.atom").status_code == 404


def test_a_watch_must_look_for_something(empty):
    assert empty.post("/watches", data={"secret": secret_of(empty), "name": "x"}).status_code == 400


def test_a_search_leads_to_a_watch(browser):
    text = browser.get("/search?q=sluice").text
    href = re.search(r'href="(/watches\?words=[^"]+)"', text).group(1)
    assert 'name="words" value="sluice"' in browser.get(href).text
