"""No country is unknown, and no word stands for two."""

from __future__ import annotations

from collections import defaultdict

from babel import Locale

from onrecord.languages.english.speakers.countries import COUNTRIES, DEMONYMS, NATION_OF, PLACES, STATE_OF

# In CLDR and no countries: regions of others, unions, test codes.
NO_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
# Without people who speak, or called like something else; the table's head says why.
LEFT_OUT = {"AQ", "BV", "GS", "HM", "IO", "JE", "SJ", "TF", "UM"}


def test_every_country_that_cldr_names_is_known():
    named = {code for code in Locale("en").territories if len(code) == 2 and code.isalpha()} - NO_COUNTRIES
    known = {country.code for country in COUNTRIES}
    assert named - known == LEFT_OUT
    assert known - named == {"SU"}


def test_a_word_stands_for_one_country():
    owners = defaultdict(set)
    for country in COUNTRIES:
        for word in country.called:
            owners[word.casefold()].add(country.code)
    assert {word: codes for word, codes in owners.items() if len(codes) > 1} == {}


def test_capitals_demonyms_and_other_names_lead_to_the_country():
    assert NATION_OF["benin"] == NATION_OF["beninese"] == NATION_OF["porto-novo"] == "Benin"
    assert NATION_OF["fijian"] == NATION_OF["suva"] == "Fiji"
    assert STATE_OF["oregon"] == STATE_OF["ore."] == "Oregon"
    assert "suva" in PLACES
    assert "fijian" in DEMONYMS
    assert "fijian" not in PLACES
