"""Pages as a browser's log or an answer with its headers has them."""

from __future__ import annotations

import base64
import io
import json

import pytest

from onrecord.sources import read

BODY = (
    "The ferry will not sail in May, the board said on Monday. Two cracks were found in her side. "
    "Nobody at the yard would say when she can go back to the islands."
)
PAGE = (
    "<html><head><title>Ferry laid up | Olm Herald</title><meta property='og:site_name' content='Olm Herald'>"
    f"</head><body><h1>Ferry laid up</h1><p>{BODY}</p></body></html>"
)


def documents(data):
    skipped = []
    return list(read(["-"], stdin=io.BytesIO(data), on_skip=skipped.append)), skipped


def entry(url, mime, content):
    return {
        "startedDateTime": "2031-03-04T09:00:00Z",
        "request": {"method": "GET", "url": url},
        "response": {"status": 200, "content": {"mimeType": mime, **content}},
    }


@pytest.mark.parametrize(
    "content",
    [{"text": PAGE}, {"text": base64.b64encode(PAGE.encode()).decode(), "encoding": "base64"}],
)
def test_the_pages_of_a_browsers_log_are_read_and_its_scripts_are_not(content):
    entries = [
        entry("https://olm.example/ferry", "text/html; charset=utf-8", content),
        entry("https://olm.example/app.js", "application/javascript", {"text": "var a = 1;"}),
    ]
    found, _ = documents(json.dumps({"log": {"version": "1.2", "entries": entries}}).encode())
    assert [document.text for document in found] == [BODY]
    assert found[0].fields["url"] == "https://olm.example/ferry"
    assert found[0].fields["outlet"] == "Olm Herald"


def test_an_answer_stored_with_its_headers_is_its_page():
    head = "HTTP/1.1 301 Moved\r\nLocation: /ferry\r\n\r\nHTTP/2 200\r\nContent-Type: text/html\r\n\r\n"
    for form in (head, head.replace("\r\n", "\n")):
        found, _ = documents(form.encode() + PAGE.encode())
        assert [document.text for document in found] == [BODY]


def test_headers_without_a_page_are_named():
    found, skipped = documents(b"HTTP/1.1 200 OK\nServer: olm")
    assert not found
    assert "no page" in skipped[0].reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"[InternetShortcut]\r\nURL=https://olm.example/ferry\r\n", "shortcut"),
        (b"\0" * 60 + b"BOOKMOBI\0\0", "e-book"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "calendar"),
    ],
)
def test_what_is_no_article_is_refused_by_its_name(data, reason):
    found, skipped = documents(data)
    assert not found
    assert reason in skipped[0].reason


def test_a_message_that_a_mail_program_keeps_with_its_length():
    mail = f"From: Olm Herald <news@olm.example>\nMIME-Version: 1.0\nContent-Type: text/plain\n\n{BODY}\n"
    marks = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//A" "u">\n<plist></plist>\n'
    for text in (f"{len(mail)}      \n{mail}{marks}", f"{len(mail)}\n{mail}", mail):
        found, _ = documents(text.encode())
        assert [document.region.of(document.text).strip() for document in found] == [BODY]
        assert found[0].fields["sender"] == "Olm Herald <news@olm.example>"


def page(data, body="<div id='app'></div>"):
    script = f"<script id='__NEXT_DATA__' type='application/json'>{json.dumps(data)}</script>"
    return f"<html><head><title>Ferry laid up | Olm</title></head><body>{body}{script}</body></html>".encode()


def test_a_page_that_a_script_draws_is_read_from_the_data_it_carries():
    article = {"headline": "Ferry laid up", "author": {"name": "Ida Orr"}, "bodyHtml": f"<p>{BODY}</p>"}
    other = {"headline": "Pier opens", "bodyHtml": f"<p>{BODY.replace('ferry', 'pier')}</p>"}
    found, _ = documents(page({"props": {"more": [other], "article": article}}))
    assert [document.text for document in found] == [BODY]
    assert found[0].fields["byline"] == "Ida Orr"
    shown, _ = documents(page({"props": {"article": other}}, f"<h1>Ferry laid up</h1><p>{BODY}</p>"))
    assert [document.text for document in shown] == [BODY]  # what a page shows counts first
    _, skipped = documents(page({"props": {"more": [other, other | {"headline": "Quay shut"}]}}))
    assert "no article body" in skipped[0].reason
