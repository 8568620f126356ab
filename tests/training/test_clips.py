"""Clippings written by hand are set around stories, under other names, and the fifth that measures is not among them."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from training.clips import Clips, Page, pages, renamed
from training.layout_forms import Story

from onrecord.articles.tagging import LABELS

STORY = Story(
    "Gates to shut", ("One is shut.", "Two are shut.", "Three are shut.", "“It is over, all of it,” he said.")
)
KEPT = Path(__file__).parents[2] / "evals" / "sets" / "layouts" / "kept.txt"


def test_every_line_has_a_label_and_every_slot_a_story():
    source = Clips([STORY], seed=1)
    for clip in islice(source, len(source.pages)):
        assert {label for label, _ in clip.lines} <= {*LABELS, ""}
        assert "headline" in {label for label, _ in clip.lines}
        assert "{" not in clip.text


@pytest.mark.parametrize("label", ["navigation", "body"])
def test_lines_are_lost_at_the_ends_but_never_the_storys(label):
    page = Page("invented", {}, [(label, "Menu"), ("headline", "{t}"), ("body", "{1}"), (label, "Share")])
    source = Clips([STORY], seed=2)
    texts = {source.around(page).text for _ in range(200)}
    assert all("Menu" in text and "Share" in text for text in texts) == (label == "body")


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("© 2031 The Harbour Post", "© 2031 The Tarn Mail"),
        ("HARBOUR POST | News", "TARN MAIL | News"),
        ("https://www.harbourpost.example/a", "https://www.tarnmail.example/a"),
        ("The harbour post was removed", "The harbour post was removed"),
    ],
)
def test_a_paper_is_renamed_where_a_line_names_it(line, other):
    assert renamed(line, "The Harbour Post", "The Tarn Mail") == other


def test_what_measures_is_not_learned_from():
    aside = {line[4:] for line in KEPT.read_text("utf-8").splitlines() if line.startswith("=== ")}
    assert aside
    assert aside.isdisjoint(page.name for page in pages())
