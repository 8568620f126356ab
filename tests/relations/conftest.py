"""What tests of single rules need besides: kinds in the open whatever readers said of them on news."""

from __future__ import annotations

import pytest

from onrecord.records import measured

HELD = measured.Judged(99, 99)


@pytest.fixture
def as_if_held(monkeypatch):
    """What sentences laid side by side tell apart stands in the open, so that it is told from other leads."""
    kinds = ("condition.worded", "name.spelling", "number.counted")
    monkeypatch.setattr(measured, "MEASURED", dict.fromkeys(kinds, HELD))
