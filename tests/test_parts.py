"""What is written part by part is what is written from the whole."""

from __future__ import annotations

import filecmp
import io
from pathlib import Path

import pytest
from rich.console import Console

from onrecord import parts, reports
from onrecord.archive import Archive
from onrecord.cli import export
from onrecord.records import Correction
from onrecord.reports.brief import pages
from onrecord.reports.terminal import print_gathered, print_summary

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with Archive(tmp_path_factory.mktemp("archive") / "onrecord.db") as opened:
        opened.read([EXAMPLES])
        one, other = (s.name for s in opened.speakers()[:2])
        opened.correct(Correction("merge", (one, other)))
        yield opened


def names_in(folder):
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def same(one, two):
    names = names_in(one)
    assert names == names_in(two)
    assert filecmp.cmpfiles(one, two, names, shallow=False) == (names, [], [])


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
