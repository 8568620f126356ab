"""``onrecord add --feed``: entries of a feed are read as they stand in it, once; nothing else is fetched."""

from __future__ import annotations

import gzip
import json
import sqlite3

import pytest
from typer.testing import CliRunner

import onrecord
from onrecord.cli.application import app

VENN = '"The quay stays {}," Ilka Venn, a spokeswoman of the port, said on Tuesday. Nobody else spoke.'
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Quay Gazette</title>{}</channel></rss>"""
ITEM = """<item><title>{0}</title><guid>{0}</guid><link>http://127.0.0.1:1/{0}</link>
<pubDate>Tue, 04 Mar 2031 09:00:00 GMT</pubDate><description>{1}</description></item>"""
ATOM = f"""<?xml version="1.0"?><!-- made by hand --><feed xmlns="http://www.w3.org/2005/Atom"><title>Coast</title><entry><title>A</title>
<id>a</id><updated>2031-03-04T09:00:00Z</updated><content>{VENN.format("open")}</content></entry></feed>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Coast",
        "items": [{"id": "1", "title": "A", "content_text": VENN.format("open")}],
    }
)
PAGE = """<!doctype html><html><head><title>Quay Gazette</title><link rel="alternate" type="application/rss+xml"
href="/news.rss?a=1&amp;b=2"></head><body><p>Welcome to the Quay Gazette.</p></body></html>"""


def rss(**entries):
    """A feed with these entries: title -> what the quay stays."""
    return RSS.format("".join(ITEM.format(name, VENN.format(how)) for name, how in entries.items())).encode()


@pytest.fixture
def archive(tmp_path):
    """An archive without articles."""
    onrecord.open(tmp_path / "a" / "onrecord.db", create=True).close()
    return tmp_path / "a"


def add(archive, *told):
    """Run the command."""
    return CliRunner().invoke(app, ["add", str(archive), *map(str, told)])


def held(archive):
    """Title -> text of all articles."""
    with onrecord.open(archive / "onrecord.db") as opened:
        return {i.article.title: i.article.text for i in opened.articles()}


def test_a_feed_is_read_once_and_again_where_it_changed(archive, server):
    state = {"tag": '"1"', "body": rss(Berths="open", Cranes="shut")}

    def feed(request):
        same = request.headers.get("If-None-Match") == state["tag"]
        request.answer(304 if same else 200, b"" if same else state["body"], ETag=state["tag"])

    server.answers["/feed"] = feed
    done = add(archive, "--feed", server.at("/feed"))
    assert (done.exit_code, done.stdout) == (0, "2 articles added\n"), done.output
    assert held(archive).keys() == {"Berths", "Cranes"}
    again = add(archive, "--feed", server.at("/feed"))
    assert (again.exit_code, again.stdout) == (0, "nothing new\n")
    state |= {"tag": '"2"', "body": rss(Cranes="open after all", Docks="shut")}  # one went, one changed
    third = add(archive, "--feed", server.at("/feed"))
    assert third.exit_code == 0, third.output
    now = held(archive)
    assert now.keys() == {"Berths", "Cranes", "Docks"}
    assert "open after all" in now["Cranes"]
    assert {path for path, _ in server.asked} == {"/feed"}  # no page that an entry leads to


@pytest.mark.parametrize(
    "body", [ATOM.encode(), JSON.encode(), gzip.compress(ATOM.encode()), ATOM.encode("utf-16")]
)
def test_feeds_of_every_kind_are_told_by_what_they_hold(archive, server, body):
    server.answers["/feed"] = lambda request: request.answer(200, body)
    done = add(archive, "--feed", server.at("/feed"))
    assert (done.exit_code, done.stdout) == (0, "1 articles added\n"), done.output
    assert "Ilka Venn" in held(archive)["A"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (PAGE.encode(), "/news.rss?a=1&b=2"),
        (b"PK\x03\x04 not a feed", "no feed"),
        (b"\x7fELF\0\0\0", "not text"),
        (b"", "empty"),
        (VENN.encode(), "no feed"),
        (b"<rss><channel><item><description>cut", "skipped"),
        (b'{"a": 1}', "no feed"),
    ],
)
def test_what_is_no_feed_is_not_read(archive, server, body, words):
    server.answers["/feed"] = lambda request: request.answer(200, body, ETag='"1"')
    done = add(archive, "--feed", server.at("/feed"))
    assert done.exit_code == 1
    assert words in done.stderr.replace("\n", "")
    assert "nothing was read (1 inputs skipped" in done.stderr
    assert held(archive) == {}
    connection = sqlite3.connect(archive / "onrecord.db")
    assert connection.execute("SELECT count(*) FROM feeds").fetchone() == (0,)  # it is asked for whole again
    connection.close()


def test_one_that_fails_keeps_nobody_from_the_others(archive, server, tmp_path):
    server.answers |= {
        "/gone": lambda request: request.answer(410),
        "/feed": lambda request: request.answer(200, rss(Berths="open")),
    }
    (tmp_path / "saved.xml").write_bytes(rss(Cranes="shut"))
    done = add(
        archive, "--feed", server.at("/gone"), "--feed", server.at("/feed"), "--feed", tmp_path / "saved.xml"
    )
    assert (done.exit_code, done.stdout) == (0, "2 articles added\n")
    assert "410 (Gone)" in done.stderr


def test_a_file_that_is_no_feed_is_refused_as_one(archive, tmp_path):
    (tmp_path / "page.html").write_text(PAGE)
    done = add(archive, "--feed", tmp_path / "page.html")
    assert (done.exit_code, "no feed" in done.stderr) == (1, True)
    assert add(archive, "--feed", tmp_path / "none.xml").exit_code == 1


@pytest.mark.parametrize(
    "told", [(), ("--feed", "ftp://quay.example/feed"), ("--feed", "file:///etc/passwd")]
)
def test_wrong_usage(archive, told):
    assert add(archive, *told).exit_code == 2
