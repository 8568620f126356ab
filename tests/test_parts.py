"""What is written part by part is what is written from the whole."""

from __future__ import annotations

import filecmp
import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from onrecord import parts, reports
from onrecord.archive import Archive
from onrecord.cli import export
from onrecord.records import OF_STORY, OF_STORYLINE, Correction
from onrecord.reports.brief import pages
from onrecord.reports.summary import print_gathered, print_summary

EXAMPLES = Path(__file__).parents[1] / "examples"
LOCK = {
    "id": "lock",
    "outlet": "Vantry Courier",
    "title": "Vantry harbour to close for nine days",
    "text": "The harbour of Vantry will be closed for nine days, its port authority said on Tuesday.\n\n"
    "Mayor Ann Olm said the ferries would run from Lorn. “Nobody will be left on the quay,” she said.\n\n"
    "The chairman of the pilots' guild, Piet Dunn, said {} boats were waiting.",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    home = tmp_path_factory.mktemp("archive")
    states = [
        LOCK | {"date": f"2031-03-04T{hour}:00:00Z", "text": LOCK["text"].format(number)}
        for hour, number in (("09", "forty"), ("18", "fourteen"))
    ]
    (home / "lock.jsonl").write_text("\n".join(map(json.dumps, states)), "utf-8")
    with Archive(home / "onrecord.db") as opened:
        opened.read([EXAMPLES, home / "lock.jsonl"])
        one, other = (s.name for s in opened.speakers()[:2])
        opened.correct(Correction("merge", (one, other)))
        yield opened


def names_in(folder):
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def same(one, two):
    names = names_in(one)
    assert names == names_in(two)
    assert filecmp.cmpfiles(one, two, names, shallow=False) == (names, [], [])


def test_no_table_of_a_story_or_storyline_is_left_out(archive):
    corpus = archive.corpus()
    with parts.spool(archive) as rows:
        written = {name: len(list(rows.rows(name))) for name in (*OF_STORY, *OF_STORYLINE)}
    assert written == {name: len(getattr(corpus, name)) for name in written}
    assert written["revisions"] == 1


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(reports.OF_ROWS))
def test_tables(archive, tmp_path, kind):
    if kind == "parquet":
        pytest.importorskip("pyarrow")
    reports.EXPORTS[kind](archive.corpus(), tmp_path / "whole")
    with parts.spool(archive) as rows:
        reports.OF_ROWS[kind](rows, tmp_path / "parts")
    same(tmp_path / "whole", tmp_path / "parts")


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted({*reports.OF_ARTICLES, *reports.OF_LINES}))
def test_exports_by_article_and_by_storyline(archive, tmp_path, kind):
    whole = reports.EXPORTS[kind](archive.corpus(), tmp_path / "whole")
    written = export._written(archive, kind, tmp_path / "parts", lambda _: None)
    assert [p.name for p in whole] == [p.name for p in written]
    same(tmp_path / "whole", tmp_path / "parts")


@pytest.mark.slow
def test_a_brief_of_several_pages_and_its_summary(archive, tmp_path, monkeypatch):
    monkeypatch.setattr(pages, "ONE_FILE_ARTICLES", 1)
    monkeypatch.setattr(pages, "PAGE_ARTICLES", 4)  # a storyline on several pages
    corpus = archive.corpus()
    reports.write_brief(corpus, tmp_path / "whole")
    gathered = reports.write_pages(
        parts.outline(archive), tmp_path / "parts", lambda told: parts.lines_of(archive, told)
    )
    assert len(names_in(tmp_path / "whole")) > 3
    same(tmp_path / "whole", tmp_path / "parts")
    whole, part = (Console(file=io.StringIO(), width=140, color_system=None) for _ in range(2))
    print_summary(corpus, whole)
    print_gathered(gathered, part)
    assert whole.file.getvalue() == part.file.getvalue()
