"""Days in date lines of other languages."""

from __future__ import annotations

import pytest

from onrecord import languages
from onrecord.articles.imprints import date_of
from onrecord.dates import stamps


@pytest.mark.parametrize(
    "written",
    ["1 de diciembre de 2031", "1. Dezember 2031", "1er décembre 2031", "1 dicembre 2031", "1 декабря 2031",
     "Montag, 1. Dezember 2031 06:31"],
)  # fmt: skip
def test_a_day_is_read_whatever_language_names_its_month(written):
    stamp = stamps.read(written, languages.of("en"))
    assert stamp is not None
    assert stamp.value == "2031-12-01"
    assert date_of(f"Diario de Fenn, {written}") is not None
