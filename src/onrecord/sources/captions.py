"""Captions of broadcasts (WebVTT, SubRip, SBV, SSA, TTML, a site's transcript): what was said, not when."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import islice, takewhile

from onrecord.errors import ItemError, NoArticleError
from onrecord.languages.furniture import DAY
from onrecord.records import RawDocument
from onrecord.sources.decoding import decode
from onrecord.sources.opening import Input
from onrecord.sources.plain_text import documents_in

_CLOCK = r"(?:\d{1,3}:)?\d{2,3}:\d\d[.,]\d{3}"
_TIMING = re.compile(rf"[ \t]*({_CLOCK})(?:[ \t]+-->[ \t]+|,)({_CLOCK}).*")
_STARTS = re.compile(
    rb"WEBVTT(?:[ \t\r\n]|$)|\d{1,6}[ \t]*\r?\n(?:\d{1,3}:)?\d\d:\d\d:\d\d[.,]\d{3}[ \t]+-->"
    rb"|\d:\d\d:\d\d\.\d{3},\d:\d\d:\d\d\.\d{3}[ \t]*\r?\n"
)
# The lines of a subtitler's script (SSA): names of columns, then the text behind the last of them.
_SCRIPT = re.compile(rb"\s*\[Script Info\]", re.IGNORECASE)
_DIALOGUE = re.compile(
    r"^Dialogue:\s*[^,\n]*,([\d:.]{7,12}),([\d:.]{7,12}),(?:[^,\n]*,){6}(.*)$", re.MULTILINE
)
_SCRIPT_BREAK = re.compile(r"\\[Nn]")
_VOICE = re.compile(r"<v(?:\.[^ >]{0,100})?[ \t]+([^>]{1,80})>")
_TAG = re.compile(r"</?[^<>]{0,80}>|\{\\[^{}]{0,40}\}")
# As sites show a film's transcript: a line of a clock time, a short one of words, and so on.
_CLOCKED = re.compile(
    rb"^(?:0?0:)?0?0:0\d[ \t]*\r?\n[^\r\n]{3,90}\r?\n"
    rb"(?:(?:\d{1,2}:)?\d{1,2}:\d\d[ \t]*\r?\n[^\r\n]{3,90}(?:\r?\n|$)){4}",
    re.MULTILINE,
)
_ALONE = re.compile(r"^((?:\d{1,2}:)?)(\d{1,2}:\d\d)[ \t\r]*$", re.MULTILINE)
_TTML = re.compile(rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:\w{1,9}:)?tt[\s>]")
_TIMED = re.compile(r"<(?:\w{1,9}:)?p\b([^<>]{0,400})>(.{0,2000}?)</(?:\w{1,9}:)?p>", re.DOTALL)
_TIME = re.compile(r"\b(begin|end)=[\"']([^\"'<>]{1,20})[\"']")
_SECONDS = re.compile(r"(?:(?:(\d{1,4}):)?(\d{1,4}):)?(\d{1,6}(?:\.\d{1,6})?)s?")
# In "00:00:01:12" the last part counts frames.
_FRAMES = re.compile(r"(?<=:\d\d:\d\d):\d{1,3}$")
_BREAK = re.compile(r"<(?:\w{1,9}:)?br\s*/>|\n")
# Where captions show that somebody else speaks.
_TURN = re.compile(r"[ \t]*(?:>>+|-(?=[ \t]*\w))[ \t]*")
_COMMENT = re.compile(r"^(?:WEBVTT|NOTE)\b[ \t–—-]*")
_DAY = re.compile(DAY, re.IGNORECASE)
# Lines above the captions, and words of one that names a broadcast.
_ABOVE = 12
# Seconds without a caption after which a new paragraph begins.
_PAUSE = 4.0


def is_captions(head: bytes) -> bool:
    """Whether ``head`` begins a file of captions, or a transcript whose every other line is a clock time."""
    return any((_STARTS.match(head), _TTML.match(head), _SCRIPT.match(head), _CLOCKED.search(head)))


def caption_items(source: Input) -> Iterator[RawDocument | ItemError]:
    """The one transcript of a file; offsets point into it. ``NoArticleError`` where nothing is said."""
    data = source.whole()
    whole = decode(data, source.where)[0]
    text = "\n".join((*_announced(whole), *_paragraphs(whole)))
    if not text.strip():
        raise NoArticleError(source.where, "captions without words")
    yield from documents_in(text, source.where, data, "text/vtt")


def _without_turn(line: str) -> tuple[str, bool]:
    """A line's words, and whether its mark shows that somebody else speaks."""
    turn = _TURN.match(line)
    return line[turn.end() :] if turn else line, turn is not None


def _is_shown(line: str) -> bool:
    """Whether a line is what a screen shows of a broadcast, and nothing said: "VELM NEWS, 3 MAY 2031"."""
    return line.isupper() and _DAY.search(line) is not None


def _announced(text: str) -> Iterator[str]:
    """What a file of WebVTT says above its captions of a broadcast: "WEBVTT - Radio Velm, 3 May 2031"."""
    if not text.lstrip("\ufeff").startswith("WEBVTT"):
        return
    for line in islice(takewhile(lambda line: "-->" not in line, text.splitlines()), _ABOVE):
        said = _COMMENT.sub("", line.lstrip("\ufeff")).strip()
        if _DAY.search(said) and len(said.split()) <= _ABOVE:
            yield said


def _paragraphs(text: str) -> Iterator[str]:
    """Turns and what lies between pauses, a line each; lines that roll on to the next caption count once."""
    held: list[str] = []
    said, ended, voice = "", 0.0, ""
    for start, end, lines in _cues(text):
        for line in lines:
            speaker = _VOICE.search(line)
            plain, turn = _without_turn(html.unescape(_TAG.sub("", line)).strip())
            if not plain or plain == said:
                continue
            said = plain
            if not held and _is_shown(plain):
                yield plain
                continue
            changed = speaker is not None and speaker.group(1) != voice
            if held and (turn or changed or start - ended > _PAUSE):
                yield " ".join(held)
                held = []
            if changed and speaker is not None:
                voice = speaker.group(1)
                plain = f"{voice.strip()}: {plain}"
            held.append(plain)
        ended = end
    if held:
        yield " ".join(held)


def _cues(text: str) -> Iterator[tuple[float, float, list[str]]]:
    """Each caption: when it begins and ends, in seconds, and its lines."""
    head = text[:8192].encode("ascii", "replace")
    if _TTML.match(head):
        for timed in _TIMED.finditer(text):
            clocks = dict(_TIME.findall(timed[1]))
            start = _seconds(clocks.get("begin", ""))
            yield start, _seconds(clocks.get("end", "")) or start, _BREAK.split(timed[2])
        return
    if _SCRIPT.match(head):
        for said in _DIALOGUE.finditer(text):
            yield _seconds(said[1]), _seconds(said[2]), _SCRIPT_BREAK.split(said[3])
        return
    if not _STARTS.match(head):
        text = _ALONE.sub(r"\g<1>0\g<2>.000 --> \g<1>0\g<2>.000", text)
    lines = text.splitlines()
    at = 0
    while at < len(lines):
        timing = _TIMING.fullmatch(lines[at])
        at += 1
        if timing is None:
            continue
        first = at
        while at < len(lines) and lines[at].strip() and not _TIMING.fullmatch(lines[at]):
            at += 1
        yield _seconds(timing.group(1)), _seconds(timing.group(2)), lines[first:at]


def _seconds(clock: str) -> float:
    """A time of a caption; 0 for one that is told otherwise (in ticks), whose words count all the same."""
    found = _SECONDS.fullmatch(_FRAMES.sub("", clock).replace(",", "."))
    hours, minutes, seconds = found.groups(default="0") if found is not None else ("0", "0", "0")
    return 3600 * int(hours) + 60 * int(minutes) + float(seconds)
