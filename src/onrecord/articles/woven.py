"""Headlines of other pieces that a page has woven into a sentence; what is left reads as it was written.

"Sen. Ada Brill Ada Maria BrillDam bill fails Tolls to rise MORE (Dem.) said …": a name, once more in full
with headlines glued to it, and a call for more. "…, he said. (RELATED: Dam bill fails)": a label in brackets.
"CLOSE A grand jury …": a button of the page, before the first word of a paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from onrecord.articles.drafts import Draft, Edit
from onrecord.languages.furniture import WOVEN_BUTTON, WOVEN_END, WOVEN_LABEL

# Characters from the name to the call for more, three headlines; of one headline in brackets.
_LONGEST, _LONGEST_LABELLED = 600, 240
# A name of three letters or more, words in capitals, and the same name with the headline glued to it; or,
# with a space before the headline, the same given name and surname.
_WORDS = r"(?:\s?[A-Z(“\"][\w.()’'“”\"-]*+){0,6}?\s?"
_GLUED = re.compile(rf"\b(?P<name>[A-Z][\w’'-]{{2,20}}?)(?P<cut>{_WORDS}(?P=name)(?=[\dA-Z“\"‘'’*]))")
_TWICE = re.compile(
    rf"\b(?P<given>[A-Z]\w{{1,20}}) (?P<name>[A-Z][\w’'-]{{2,20}})(?P<cut> (?P=given){_WORDS}(?P=name)\s)"
)
# A search skips from bracket to bracket; the blank before one goes with it.
_LABELLED = re.compile(rf"[(\[](?:{WOVEN_LABEL}):\s[^()\[\]\n]{{1,{_LONGEST_LABELLED}}}[)\]]")
# A name or sentence begins behind it, not one more word in capitals.
_BUTTON = re.compile(
    rf"(?:^|(?<=\)\s))(?:{WOVEN_BUTTON})[ \t]++(?=[“\"‘']?(?:[^\W\d_a-z][\w’']*[a-z]|[AI] [a-z]))",
    re.MULTILINE,
)
_WORD = re.compile(r"\S")
_CALL = re.compile(rf"\s{WOVEN_END}(?![\w:])")


def without_woven(draft: Draft) -> tuple[Draft, list[tuple[int, int]]]:
    """``draft`` without such headlines, and where in the raw document they stand."""
    cuts: list[tuple[int, int]] = []
    buttons = (match.span() for match in _BUTTON.finditer(draft.text))
    for start, end in sorted([*_names(draft.text), *_labelled(draft.text), *buttons]):
        if not cuts or start >= cuts[-1][1]:
            cuts.append((start, end))
    return draft.edit([Edit(*cut, "") for cut in cuts]), [draft.raw(*cut) for cut in cuts]


def _names(text: str) -> Iterator[tuple[int, int]]:
    """From behind each name that is told again up to behind its call for more."""
    done = 0
    for call in _CALL.finditer(text):
        first = max(done, call.start() - _LONGEST)
        window = (max(first, text.rfind("\n", first, call.start()) + 1), call.start())
        again = _GLUED.search(text, *window) or _TWICE.search(text, *window)
        if again is not None and not again["name"].isupper():
            yield again.start("cut"), call.end()
            done = call.end()


def _labelled(text: str) -> Iterator[tuple[int, int]]:
    """Labels in brackets, with the headline behind them, inside a line that has more."""
    breaks: list[int] = []
    for match in _LABELLED.finditer(text):
        breaks = breaks or [-1, *(m.start() for m in re.finditer(r"\n", text)), len(text)]
        after = bisect_right(breaks, match.start())
        if _WORD.search(text, match.end(), breaks[after]) or _WORD.search(
            text, breaks[after - 1] + 1, match.start()
        ):
            yield match.start() - text[max(0, match.start() - 1) : match.start()].isspace(), match.end()
