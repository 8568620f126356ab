"""The way of one quotation through the program is the one that the architecture page tells."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import onrecord
from onrecord.statements import default_tagger
from onrecord.views import rewriting

PAGE = (Path(__file__).parents[2] / "docs" / "architecture.md").read_text("utf-8")
TEXT = "KARST, March 4 - “Nothing will be built,” Ilka Venn said on Tuesday.\n\nVenn is the mayor of Karst.\n"
# What the page calls by another name than the class that does it, and where a class is asked first.
KNOWN = {"Tagger.read": (type(default_tagger()), "read")}


def stations():
    """The functions of the page's table, in order."""
    rows = re.findall(r"^\| \d+ \| ([^|]+) \|", PAGE, re.MULTILINE)
    return [re.findall(r"`([\w.]+)`", row) for row in rows]


def place(name):
    """Where a name of the page is looked up when it is called."""
    if name in KNOWN:
        return KNOWN[name]
    module, attribute = name.split(".")
    found = getattr(home := importlib.import_module(f"onrecord.{module}"), attribute)
    return (found, "__init__") if isinstance(found, type) else (home, attribute)


def test_a_quotation_passes_the_stations_in_their_order(tmp_path, monkeypatch):
    passed = []

    def noting(name, made):
        def call(*given, **named):
            passed.append(name)
            return made(*given, **named)

        return call

    assert 0 < len(stations()) <= 10
    names = [name for row in stations() for name in row]
    for name in names:
        home, attribute = place(name)
        monkeypatch.setattr(home, attribute, noting(name, getattr(home, attribute)))
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    with onrecord.open(tmp_path / "onrecord.db", create=True) as archive:
        archive.read([tmp_path / "a.txt"])
        rewriting.write(archive, tmp_path)
    assert list(dict.fromkeys(passed)) == names
