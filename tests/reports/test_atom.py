"""A feed that any reader of feeds takes, whatever its entries hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from onrecord.reports.atom import Entry, feed
from onrecord.sources import read

NOW = "2031-03-04T10:00:00+00:00"
ATOM = "{http://www.w3.org/2005/Atom}"


@given(st.text(), st.text())
def test_any_text_is_text_in_it(title, summary):
    made = feed(
        "<b>Watches</b>", "http://127.0.0.1/w.atom", NOW, [Entry("urn:x:1", title, summary, NOW, "/s")]
    )
    root = etree.fromstring(made)
    assert root.findtext(f"{ATOM}title") == "<b>Watches</b>"
    (entry,) = root.findall(f"{ATOM}entry")
    assert len(entry) == 5
    assert {e.tag for e in root.iter()} <= {
        ATOM + n for n in ("feed", "title", "id", "updated", "link", "author", "name", "entry", "summary")
    }


def test_our_own_reader_of_feeds_takes_it(tmp_path):
    entries = [
        Entry(f"urn:x:{n}", f"The sluice {n}", "It opens in May, she said.", NOW, f"http://127.0.0.1/{n}")
        for n in (1, 2)
    ]
    (tmp_path / "feed.atom").write_bytes(feed("Watches", "http://127.0.0.1/w.atom", NOW, entries))
    skipped = []
    found = list(read([str(tmp_path / "feed.atom")], on_skip=skipped.append))
    assert not skipped
    assert [d.fields.get("title") for d in found] == ["The sluice 1", "The sluice 2"]
