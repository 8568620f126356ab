"""A newsroom has one name, whatever a text or an address calls it."""

from __future__ import annotations

from collections import Counter
from importlib import resources

import pytest

from onrecord.articles import clean
from onrecord.articles.newsrooms import newsroom_at, newsroom_called
from onrecord.records import RawDocument, Span

BODY = (
    "The mayor dropped the plan for a second tram line on Monday.\n\n"
    "Nobody was surprised, since the council had voted against it three times."
)


def cleaned(text, **fields):
    return clean(RawDocument("in.txt", 0, "0" * 64, "text/plain", text, Span(0, len(text)), fields))


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("THE NEW YORK TIMES", "The New York Times"),
        ("New York Times", "The New York Times"),
        ("VOX", "Vox"),
        ("The Sun", "The Sun"),
        ("Sun", None),
        ("Tarnby Courier", None),
        ("AP", "Associated Press"),
        ("CNN Business", "CNN"),
        ("CNN Bananas", None),
        ("Reuters News", None),
        ("The New York Times Company", "The New York Times"),
        ("Le Monde in English", "Le Monde"),
    ],
)
def test_spellings_of_a_name(spelling, name):
    assert newsroom_called(spelling) == name
    assert cleaned(BODY, outlet=spelling).outlet == (name or spelling)


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("edition.cnn.com", "CNN"),
        ("uk.reuters.com", "Reuters"),
        ("nyti.ms", "The New York Times"),
        ("notcnn.com", None),
        ("com", None),
    ],
)
def test_hosts_and_those_below_them(host, name):
    assert newsroom_at(host) == name
    assert cleaned(BODY, url=f"https://{host}/tram").outlet == (name or (host if "." in host else None))


def test_no_host_and_no_spelling_is_of_two_newsrooms():
    table = resources.files("onrecord.articles").joinpath("newsrooms.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    assert all(2 <= len(row) <= 3 and row[1] for row in rows)
    hosts = Counter(host for row in rows for host in row[1].split(";"))
    assert [host for host, number in hosts.items() if number > 1] == []
    spellings = [(s, row[0]) for row in rows for s in (row[0], *(row[2].split(";") if row[2:] else ()))]
    assert [(s, newsroom_called(s)) for s, name in spellings if newsroom_called(s) != name] == []


@pytest.mark.parametrize(("name", "outlet"), [("Vox", "Vox"), ("Voss", None)])
def test_a_known_name_with_the_day_below_a_headline_is_the_outlet(name, outlet):
    """Unknown, one word and a day may as well say where the report is from."""
    text = f"Second tram line dropped after council vote\n\n{name}, 3 May 2031\n\n{BODY}\n"
    assert cleaned(text).outlet == outlet
