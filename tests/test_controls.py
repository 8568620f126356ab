"""What would steer a terminal is shown as a mark; everything else stays, character for character."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.console import HarmlessConsole
from onrecord.controls import visible

MARK = "\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize(
    "steering",
    [
        "\x00",
        "\x07",
        "\x1b",
        "\x7f",
        "\x80",
        "\x9b",
        "\x9d",
        "\r",
        "\u202e",
        "\u2066",
        "\ud800",
        "\u200b",
        "\u2060",
        "\ufeff",
        "\u2028",
        "\U000e0041",
    ],
)
def test_a_steering_character_becomes_a_mark(steering):
    assert visible(f"a{steering}b") == f"a{MARK}b"


@pytest.mark.parametrize("plain", ["\t", "\n", "é", "ب", "\u200c", "\u200d", "\u200f", "\u00a0", "𝒳", "�"])
def test_other_characters_stay(plain):
    assert visible(f"a{plain}b") == f"a{plain}b"


@given(st.text())
def test_length_stays_and_a_second_time_changes_nothing(text):
    assert len(visible(text)) == len(text)
    assert visible(visible(text)) == visible(text)


def test_the_command_line_prints_no_control_of_a_text_but_keeps_its_own_colours():
    file = io.StringIO()
    console = HarmlessConsole(file=file, force_terminal=True, color_system="standard", width=80)
    console.print("[red]skipped[/] a\x1b[2J\x9b31mb.txt")
    assert "\x1b[31m" in file.getvalue()
    assert "\x1b[2J" not in file.getvalue()
    assert "\x9b" not in file.getvalue()
