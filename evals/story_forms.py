"""A story in the forms in which producers write it: HTML, JSON, RTF, scanned lines, columns and more."""

from __future__ import annotations

import html
import json
import re
import textwrap
from collections.abc import Callable, Sequence

from layouts import Story


def _paragraphs(story: Story) -> str:
    return "\n\n".join(story.paragraphs)


def _curly(text: str) -> str:
    text = re.sub(r'(^|[\s(>])"', "\\1“", text, flags=re.MULTILINE)
    return text.replace('"', "”").replace("'", "’")


def _marked(story: Story, tag: str = "p") -> str:
    return "".join(f"<{tag}>{html.escape(p, quote=False)}</{tag}>" for p in story.paragraphs)


def wrapped(text: str, width: int, *, hyphens: bool) -> str:
    """``text`` in lines of ``width`` characters, long words cut with a hyphen where ``hyphens``."""
    if not hyphens:
        return "\n".join(textwrap.wrap(text, width, break_on_hyphens=False))
    lines, line = [], ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        room = width - len(line) - 2
        if len(joined) <= width:
            line = joined
        elif word.isalpha() and len(word) >= 7 and room >= 3:
            cut = min(room, len(word) - 3)
            lines.append(f"{line} {word[:cut]}-")
            line = word[cut:]
        else:
            lines.append(line)
            line = word
    return "\n".join([*lines, line])


def _misread(byte: int) -> str:
    """A byte of UTF-8 as a program reads it that takes it for Windows-1252."""
    try:
        return bytes([byte]).decode("windows-1252")
    except UnicodeDecodeError:
        return chr(byte)


def _rtf(paragraphs: Sequence[str]) -> str:
    return "\n".join("".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in p) + "\\par" for p in paragraphs)


# How a scanner's file writes a line's words: before, between and behind them.
_ALTO = ("<TextLine>", '<String CONTENT="{}"/>', "<SP/>", "</TextLine>")
_HOCR = ("<span class='ocr_line'>", "<span class='ocrx_word'>{}</span>", " ", "</span>")


def _scanned(paragraph: str, form: tuple[str, str, str, str]) -> str:
    before, word, between, behind = form
    lines = (line.split() for line in textwrap.wrap(paragraph, 44))
    return "\n".join(
        before + between.join(word.format(html.escape(w, quote=True)) for w in line) + behind
        for line in lines
    )


def _columns(paragraphs: Sequence[str]) -> str:
    """Two columns side by side, as a page's text is when its layout is kept."""
    rows = [row for p in paragraphs for row in textwrap.wrap(p, 36, initial_indent="  ")]
    half_way = (len(rows) + 1) // 2
    left, right = rows[:half_way], [*rows[half_way:], ""]
    return "\n".join(f"{a:<40}{b}".rstrip() for a, b in zip(left, right, strict=False))


def _dumped(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


FORMS: dict[str, Callable[[Story], str]] = {
    "": _paragraphs,
    "title": lambda s: s.title,
    "upper": lambda s: s.title.upper(),
    "1": lambda s: s.paragraphs[0],
    "rest": lambda s: "\n\n".join(s.paragraphs[1:]),
    "p": _marked,
    "div": lambda s: _marked(s, "div"),
    "curly": lambda s: _curly(_paragraphs(s)),
    "curlyp": lambda s: _curly(_marked(s)),
    "escp": lambda s: html.escape(_marked(s)),
    "shyp": lambda s: re.sub(r"([a-z]{4})([a-z]{4})", "\\1&shy;\\2", _marked(s)),
    "json": lambda s: _dumped(_paragraphs(s)),
    "jsonp": lambda s: _dumped(_marked(s)),
    "jsontight": lambda s: _dumped("\n".join(s.paragraphs)),
    "list": lambda s: json.dumps(s.paragraphs, ensure_ascii=False),
    "csv": lambda s: _paragraphs(s).replace('"', '""'),
    "tight": lambda s: "\n".join(s.paragraphs),
    "quoted": lambda s: "> " + "\n> ".join(_paragraphs(s).split("\n")),
    "mojibake": lambda s: "".join(map(_misread, _curly(_paragraphs(s)).encode())),
    "restline": lambda s: "</Content><Br/><Content>".join(s.paragraphs[1:]),
    "tp": lambda s: "".join(f"<text:p>{html.escape(p, quote=False)}</text:p>" for p in s.paragraphs),
    "rtf1": lambda s: _rtf(s.paragraphs[:1]),
    "rtf2": lambda s: _rtf(s.paragraphs[1:]),
    "flat": lambda s: " ".join(s.paragraphs),
    "qpp": lambda s: _marked(s).replace("=", "=3D"),
    "alto": lambda s: "".join(f"<TextBlock>{_scanned(p, _ALTO)}</TextBlock>" for p in s.paragraphs),
    "hocr": lambda s: "".join(f"<p class='ocr_par'>{_scanned(p, _HOCR)}</p>" for p in s.paragraphs),
    "sgml": lambda s: "\n".join(textwrap.fill(p, 68, initial_indent="    ") for p in s.paragraphs),
    "sgmlp": lambda s: "\n".join(f"<P>\n{textwrap.fill(p, 78)}\n</P>" for p in s.paragraphs),
    "cols": lambda s: _columns(s.paragraphs),
    "br": lambda s: "<br><br>".join(html.escape(p, quote=False) for p in s.paragraphs),
    "span": lambda s: "".join(
        f'<p class="c0"><span class="c1">{html.escape(p, quote=False)}</span></p>' for p in s.paragraphs
    ),
}
_WRAP = re.compile(r"([wh])(\d+)(?::(tight|half1|half2))?")


def formed(story: Story, form: str) -> str:
    """``story`` in one form; ``w40`` and ``h40`` are lines of 40 characters without and with hyphens."""
    wrap = _WRAP.fullmatch(form)
    if wrap is None:
        return FORMS[form](story)
    lines = [wrapped(p, int(wrap[2]), hyphens=wrap[1] == "h") for p in story.paragraphs]
    text = ("\n" if wrap[3] == "tight" else "\n\n").join(lines)
    if wrap[3] in ("half1", "half2"):  # a page ends within the second paragraph
        rows = text.split("\n")
        at = len(lines[0].split("\n")) + 2
        return "\n".join(rows[:at] if wrap[3] == "half1" else rows[at:])
    return text
