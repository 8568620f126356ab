"""One archive, read once by the rules reader, and copies of it for tests to damage."""

from __future__ import annotations

import json
import shutil

import pytest
from training.rules import RuleTagger

from onrecord.archive import Archive

ROWS = [
    {
        "id": f"v{n}",
        "outlet": outlet,
        "date": f"2031-03-0{4 + n}",
        "title": f"Marenia weighs a radar on Torvo, {outlet} reports",
        "text": f"{who} told reporters in Vennborg on Tuesday that nothing had been decided.\r\n\r\n"
        f"“Nothing will be built on Isla Torvo,” Ilka Venn said. The station would cost {n + 3} million crowns.",
    }
    for n, (outlet, who) in enumerate((("Harbour Post", "Ilka Venn"), ("Gull Daily", "Tomas Reil")))
]


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """A folder with inputs of several kinds and the archive read from them."""
    home = tmp_path_factory.mktemp("verified")
    inputs = home / "inputs"
    inputs.mkdir()
    (inputs / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS), "utf-8")
    (inputs / "page.html").write_text(
        "<html><head><title>Dry summer ahead</title></head><body><article><h1>Dry summer ahead</h1>"
        + "<p>“The wells are half empty,” said Pia Lorn, who keeps the gauges of Aldra, on 3 May 2031.</p>"
        * 3
        + "</article></body></html>",
        "utf-8",
    )
    (inputs / "two.txt").write_text(
        "\n----------\n".join(
            f"Title: Ferry number {n} is late\nDate: 2031-04-0{n}\n\nThe ferry was late by {n} hours on Monday, "
            f"harbour master Jon Hale said. “We regret it,” he told passengers at the pier of Aldra that day.\n"
            for n in (1, 2)
        ),
        "utf-8",
    )
    with Archive(home / "onrecord.db") as archive:
        run = archive.read([inputs], tagger=RuleTagger())
        assert not run.skipped
        assert run.read == 5
    return home


@pytest.fixture
def archive_file(made, tmp_path):
    """A copy of the archive that a test may damage; its inputs are where they were."""
    path = tmp_path / "onrecord.db"
    shutil.copy(made / "onrecord.db", path)
    return path
