"""A bar for what is mostly done at once appears only when there is something to tell."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from onrecord.cli import progress
from onrecord.records import Progress


@pytest.fixture
def written(monkeypatch):
    found = io.StringIO()
    monkeypatch.setattr(progress, "err", Console(file=found, force_terminal=True, width=100))
    return found


@pytest.mark.parametrize(("tells", "quiet", "shown"), [(0, False, False), (2, False, True), (2, True, False)])
def test_the_bar_appears_when_something_is_told(written, tells, quiet, shown):
    with progress.shown_if_told(quiet=quiet) as tell:
        for n in range(tells):
            tell(Progress("bringing the archive up to date", 0, n / 2))
    assert ("bringing the archive" in written.getvalue()) is shown
