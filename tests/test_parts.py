"""What is written part by part is what is written from the whole."""

from __future__ import annotations

import filecmp
from pathlib import Path

import pytest

from onrecord import parts, reports
from onrecord.archive import Archive
from onrecord.records import Correction

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
