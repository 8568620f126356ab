"""Chats as programs export them: long messages are documents."""

from __future__ import annotations

import io

import pytest

from onrecord.sources import read

STORY = (
    "Ferry laid up\nOlm Herald, 4 March 2031\nBy Ida Orr\n\nThe ferry will not sail in May, the board said on Monday. "
    "Two cracks were found in her side. Her passengers will go by bus, and the board will look for another ship before "
    "the summer comes, as it has promised twice before."
)
BARE = STORY.replace("Olm Herald, 4 March 2031\n", "")


def items(text):
    return list(read(["-"], stdin=io.BytesIO(text.encode())))


@pytest.mark.parametrize(
    "form",
    [
        "[{day}, 20:1{n}:05] {name}: {said}",
        "{day}, 20:1{n} - {name}: {said}",
        "{name}, [{day} 20:1{n}]\n{said}",
    ],
)
def test_a_long_message_is_a_document(form):
    said = (("Eva Lind", "look at this"), ("Eva Lind", STORY), ("Lars Birk", "terrible, my mother is there"))
    text = "\n".join(
        form.format(day="05/03/2031", n=n, name=name, said=s) for n, (name, s) in enumerate(said)
    )
    (raw,) = items(text)
    assert raw.region.of(raw.text).strip() == STORY
    assert "date" not in raw.fields


def test_a_message_without_a_day_is_of_the_day_it_was_sent():
    (raw,) = items(f"[05/03/2031, 20:11:05] Eva: look\n[05/03/2031, 20:12:31] Eva: {BARE}\n")
    assert raw.fields["date"] == "05/03/2031"


def test_a_text_with_hours_is_no_chat():
    (raw,) = items(f"20:11 - Eva: look\n\n{STORY}")
    assert raw.region.end - raw.region.start == len(raw.text)
