"""Captions are transcripts: turns and pauses make paragraphs, clock times and tags go."""

from __future__ import annotations

import io

import pytest

from onrecord.sources import read


def texts(data: str) -> list[str]:
    return [document.text for document in read(["-"], stdin=io.BytesIO(data.encode()))]


def test_webvtt_names_its_voices_and_rolling_lines_count_once():
    vtt = (
        "WEBVTT\n\nNOTE a comment\n\n1\n00:00:01.000 --> 00:00:03.000\n<v Ada Voss>Good morning from\n\n"
        "00:00:03.000 --> 00:00:05.000 align:start\nGood morning from\n<i>Ostrey harbour.</i>\n\n"
        "00:00:05.500 --> 00:00:07.000\n<v Tor Mads>Nothing &amp; nobody moves.\n"
    )
    assert texts(vtt) == ["Ada Voss: Good morning from Ostrey harbour.\nTor Mads: Nothing & nobody moves."]


def test_subrip_turns_and_pauses_begin_paragraphs():
    srt = (
        "1\r\n00:00:01,000 --> 00:00:03,000\r\n>> The ferry is late\r\nagain.\r\n\r\n"
        "2\r\n00:00:03,100 --> 00:00:04,000\r\n>> Who says so?\r\n\r\n"
        "3\r\n00:00:20,000 --> 00:00:22,000\r\nThe harbour trust does.\r\n"
    )
    assert texts(srt) == ["The ferry is late again.\nWho says so?\nThe harbour trust does."]


def test_captions_of_a_video_site_and_of_a_subtitlers_script():
    sbv = (
        "0:00:01.000,0:00:03.000\nThe ferry is late\nagain.\n\n0:00:20.000,0:00:22.000\nThe trust says so.\n"
    )
    ssa = (
        "[Script Info]\nTitle: x\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        "Dialogue: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,{\\i1}The ferry is late\\Nagain.{\\i0}\n"
        "Comment: 0,0:00:04.00,0:00:05.00,Default,,0,0,0,,not shown\n"
        "Dialogue: 0,0:00:20.00,0:00:22.00,Default,,0,0,0,,The trust says so.\n"
    )
    assert texts(sbv) == texts(ssa) == ["The ferry is late again.\nThe trust says so."]


def test_captions_without_words_are_named():
    skipped = []
    assert not list(
        read(["-"], stdin=io.BytesIO(b"WEBVTT\n\n00:01.000 --> 00:02.000\n\n"), on_skip=skipped.append)
    )
    assert skipped[0].reason == "captions without words"


def test_ttml_is_captions_too():
    ttml = (
        '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body><div>'
        '<p begin="00:00:01.000" end="00:00:02.000">The ferry is<br/>late &amp; full.</p>'
        '<p begin="00:00:09.5s" end="00:00:11.0s"><span>Nobody knows why.</span></p></div></body></tt>'
    )
    assert texts(ttml) == ["The ferry is late & full.\nNobody knows why."]


def test_a_films_transcript_is_what_was_said_and_a_live_page_is_none():
    said = [
        "The ferry is late",
        "again, the harbour",
        "trust said on",
        "Monday, and nobody",
        "knows why it is.",
    ]
    film = "\n".join(f"0:{3 * n:02}\n{words}" for n, words in enumerate(said))
    assert texts(film) == [" ".join(said)]
    live = "\n".join(f"1{n}:02\n{words}" for n, words in enumerate(said))
    assert "12:02" in texts(live)[0]


@pytest.mark.parametrize(
    "times",
    [
        'begin="1s" dur="2s"', 'end="3s" begin="1s"', "begin='00:00:01:12' end='00:00:03:00'", 'begin="1.2.3"',
        'begin="90000t" end="1:"', "",
    ],
)  # fmt: skip
def test_words_of_ttml_count_however_its_times_are_told(times):
    body = f'<p {times}>The sluice opens on Monday.</p><p begin="00:01:30.000" end="00:01:31">It shuts.</p>'
    assert texts(f'<tt xmlns="http://www.w3.org/ns/ttml"><body><div>{body}</div></body></tt>') == [
        "The sluice opens on Monday.\nIt shuts."
    ]


def test_a_pause_of_ttml_is_counted_in_seconds():
    cues = '<p begin="{}" end="{}">The sluice opens.</p><p begin="{}" end="{}">It shuts.</p>'
    for times, between in (
        (("00:00:58:12", "00:00:59:12", "00:01:00:00", "00:01:02:00"), " "),
        (("00:00:08:12", "00:00:09:12", "00:01:00:00", "00:01:02:00"), "\n"),
    ):
        (text,) = texts(f'<tt xmlns="http://www.w3.org/ns/ttml"><body>{cues.format(*times)}</body></tt>')
        assert text == f"The sluice opens.{between}It shuts."


@pytest.mark.parametrize(
    ("head", "first"),
    [
        ("WEBVTT - Radio Ostrey, Evening News, 3 March 2031", "Radio Ostrey, Evening News, 3 March 2031"),
        ("WEBVTT\n\nNOTE Radio Ostrey, 3 March 2031", "Radio Ostrey, 3 March 2031"),
        ("WEBVTT\nKind: captions\n\nNOTE made by hand", "The ferry is late."),
    ],
)
def test_what_stands_above_captions_of_a_broadcast_and_its_day_comes_first(head, first):
    found = texts(f"{head}\n\n00:00:01.000 --> 00:00:03.000\nThe ferry is late.\n")
    assert found[0].split("\n")[0] == first


@pytest.mark.parametrize("shown", ["OSTREY TELEVISION, 3 APRIL 2031", "Ostrey Television, 3 April 2031"])
def test_capitals_with_a_day_on_a_screen_are_a_line_of_their_own(shown):
    found = texts(
        f"1\n00:00:01,000 --> 00:00:02,000\n{shown}\n\n2\n00:00:02,100 --> 00:00:04,000\nThe ferry is late.\n"
    )
    assert found[0].split("\n")[0] == (shown if shown.isupper() else f"{shown} The ferry is late.")
