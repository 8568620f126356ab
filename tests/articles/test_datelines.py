"""Datelines are told by shape: any place, any agency, with or without a day; names and headings are not."""

from __future__ import annotations

import pytest

from onrecord.articles.datelines import find_dateline, town_before_colon


@pytest.mark.parametrize(
    ("text", "shown", "place", "day", "agency"),
    [
        (
            "NORHAVEN, March 3. /NORTASS/. The",
            "NORHAVEN, March 3. /NORTASS/.",
            "NORHAVEN",
            "March 3",
            "NORTASS",
        ),
        ("NORHAVEN (AP) — The", "NORHAVEN (AP) —", "NORHAVEN", None, "AP"),
        ("NORHAVEN, Norland (Norwire) - The", "NORHAVEN, Norland (Norwire) -", "NORHAVEN", None, "Norwire"),
        ("Norhaven, June 3 (Reuters) - The", "Norhaven, June 3 (Reuters) -", "Norhaven", "June 3", "Reuters"),
        ("New Velm (AFP) – The", "New Velm (AFP) –", "New Velm", None, "AFP"),
        ("Velm (nda) - The", "Velm (nda) -", "Velm", None, "nda"),
        (
            "(NORSA) - VELM, MAR 16 2031 - The",
            "(NORSA) - VELM, MAR 16 2031 -",
            "VELM",
            "MAR 16 2031",
            "NORSA",
        ),
        ("VELM (Norland), March 3 (Norwire) - The", None, "VELM", "March 3", "Norwire"),
        ("VELM — The", "VELM —", "VELM", None, None),
        ("NEW VELM (AP) — The", "NEW VELM (AP) —", "NEW VELM", None, "AP"),
        ("VELM NEWS, Va. - The", "VELM NEWS, Va. -", "VELM NEWS", None, None),
        ("VELM/PORT ODA, 12 Sept 2031 (Norwire) - The", None, "VELM/PORT ODA", "12 Sept 2031", "Norwire"),
        ("PORT ODA, Va. -- The", "PORT ODA, Va. --", "PORT ODA", None, None),
        ("VELM, March 3 — The", "VELM, March 3 —", "VELM", "March 3", None),
        ("Velm, Norland, March 3, 2031 – The", None, "Velm", "March 3, 2031", None),
        ("Velm, 3 March 2031 – The", "Velm, 3 March 2031 –", "Velm", "3 March 2031", None),
        ("VELM, March 3. The", "VELM, March 3.", "VELM", "March 3", None),
        ("VELM, Monday, March 3 (Norwire). The", None, "VELM", "Monday, March 3", "Norwire"),
        ("ST. ODA (Norwire) — The", "ST. ODA (Norwire) —", "ST. ODA", None, "Norwire"),
        ("SÃO VELM — The", "SÃO VELM —", "SÃO VELM", None, None),
        ("VELM (March 3, 2031) – The", None, "VELM", "March 3, 2031", None),
        ("March 3 (Reuters) - The", "March 3 (Reuters) -", None, "March 3", "Reuters"),
        ("(Reuters) - The", "(Reuters) -", None, None, "Reuters"),
    ],
)
def test_datelines(text, shown, place, day, agency):
    found = find_dateline(text, 0, len(text))
    assert found is not None
    if shown:
        assert found.span.of(text) == shown
    assert (found.place, found.day, found.agency) == (place, day, agency)


@pytest.mark.parametrize(
    "text",
    [
        "NATO (the alliance) said on Monday",
        "Ada Voss (Unity) said on Monday",
        "WATCH — The minister's speech",
        "UPDATE - The minister's speech",
        "NEW VIDEO - The minister's speech",
        "Monday, March 3, 2031 - Page 1 of 2",
        "The minister — a former judge — said",
        "A - No, we did not.",
        "Norland said on March 3 (a Monday) that",
        "ADA VOSS: We are not there yet.",
        "US-Norland relations — long strained — improved",
        "",
    ],
)
def test_what_is_no_dateline(text):
    assert find_dateline(text, 0, len(text)) is None


PROSE = "The two governments agreed on Monday to reopen the bridge over the Velm, officials said."


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"NEW VELM: {PROSE}\n\nWork begins in May.", "NEW VELM"),
        (f'VELM: "No," she said. {PROSE}', "VELM"),
        (f"ADA VOSS: {PROSE}\n\nJON ABELT: I doubt it.", None),
        ("EVAN: I am not sure that I am.", None),
        (f"UPDATE: {PROSE}", None),
        (f"Velm: {PROSE}", None),
    ],
)
def test_a_town_before_a_colon_is_no_speaker_unless_labels_follow(text, place):
    found = town_before_colon(text, 0, text.find("\n") if "\n" in text else len(text))
    assert (found.place if found else None) == place


@pytest.mark.parametrize(
    ("text", "is_dateline"),
    [
        (f"CHAIR (Osk): {PROSE}\n\nWork begins in May.", True),
        (f"CHAIR (Ada Olm): {PROSE}\n\nJON ABELT: I doubt it.", False),
        (f"VELM (AP): {PROSE}\n\nJON ABELT: I doubt it.", True),
    ],
)
def test_brackets_before_a_colon_name_an_agency_unless_labels_follow(text, is_dateline):
    assert (find_dateline(text, 0, text.find("\n")) is not None) is is_dateline
