"""A brief that was asked for as one page stays one page whenever it is written again."""

from __future__ import annotations

import pytest

import builders
import invented
from onrecord.queries import Queries
from onrecord.reports.brief import pages
from onrecord.views.rewriting import Beside, write, write_anew


@pytest.mark.parametrize("one_file", [True, False])
def test_what_was_asked_for_as_one_page_is_one_page_when_it_is_written_again(tmp_path, monkeypatch, one_file):
    monkeypatch.setattr(pages, "ONE_FILE_ARTICLES", 0)  # so that any brief would have several
    builders.archived(tmp_path / "onrecord.db", invented.tunnel())
    with Queries(tmp_path / "onrecord.db") as queries:
        write(queries, tmp_path, one_file=one_file)
        for _ in range(2):
            assert write_anew(queries) is Beside.WRITTEN
            assert ((tmp_path / "stories").exists() and any((tmp_path / "stories").iterdir())) == (
                not one_file
            )
