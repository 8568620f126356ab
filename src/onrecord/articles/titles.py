"""Which line is the headline: all that could be, weighed by what speaks for each.

The line that the rules of ``headlines`` choose is one voice; how likely the tagger takes each line for one,
what stands beside it and how many of its words the text goes on with are others. What each is worth is
learned (``training/titles.py``); the rules' choice gives way only where another line is surer.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from onrecord.articles.bylines import begins_as_byline, is_person
from onrecord.articles.features import fold
from onrecord.articles.imprints import date_of, sounds_like_a_paper
from onrecord.articles.marked import Marked
from onrecord.articles.tagging import LABELS, Label
from onrecord.languages.furniture import FUNCTION_WORDS, READER_WORDS

_WORD = re.compile(r"[^\W\d_]{4,}")
_MENU = re.compile(r"[|·•»>/©]")
# So much of a text tells what it is about.
_PARAGRAPHS = 4
_LONGEST = 30  # words
_AMONG = 40  # lines above the body
_SEEN: tuple[Label, ...] = (
    "headline", "subheadline", "section", "related", "masthead", "navigation", "share", "page", "body",
    "heading", "byline", "caption", "outlet", "date", "record", "advert", "note", "legal",
)  # fmt: skip
_PLACES = [LABELS.index(label) for label in _SEEN]


def weighed(marked: Sequence[Marked], body: int, ruled: int | None) -> int | None:
    """The headline among the lines above ``body``, where the rules choose the line ``ruled`` or none."""
    found = candidates(marked, body, ruled)
    scored = [(sum(WEIGHTS.get(sign, 0.0) * much for sign, much in signs.items()), at) for at, signs in found]
    best = max(scored, default=None)
    if best is None or best[1] == ruled:
        return ruled
    mine = next((score for score, at in scored if at == ruled), 0.0)
    return best[1] if best[0] > max(mine, 0.0) + MARGIN else ruled


def candidates(marked: Sequence[Marked], body: int, ruled: int | None) -> list[tuple[int, dict[str, float]]]:
    """The lines that can be the headline, with all that speaks for and against each."""
    told = _words(" ".join(m.content for m in marked[body : body + _PARAGRAPHS]))
    lead = _words(marked[body].content) if body < len(marked) else frozenset()
    first = max(0, body - _AMONG)
    keys = [fold(m.content) for m in marked[first:body]]
    found = []
    for at in range(first, body):
        line = marked[at]
        if len(line.content.split()) > _LONGEST or not any(map(str.isalpha, line.content)):
            continue
        others = keys[: at - first] + keys[at - first + 1 :]
        signs = _of_line(line) | _of_text(line, lead, told) | _of_place(marked, at, body, told)
        signs["again"] = float(any(keys[at - first] in other for other in others if len(other) > 8))
        signs["ruled"] = float(at == ruled)
        signs["none ruled"] = float(ruled is None)
        found.append((at, signs))
    return found


def _of_line(line: Marked) -> dict[str, float]:
    """What the line itself says."""
    content = line.content
    words = content.split()
    odds = {
        f"as {label}": line.odds[place]
        for label, place in zip(_SEEN, _PLACES, strict=True)
        if line.odds and line.odds[place] > 0.02
    }
    lowered = [word.lower().strip(".,:;!?") for word in words]
    return odds | {
        "any": 1.0,
        "one word": float(len(words) == 1),
        "few words": float(2 <= len(words) <= 3),
        "some words": float(4 <= len(words) <= 5),
        "many words": float(len(words) > 15),
        "ends": float(content[-1] in ".!…" or content[-2:] in ('."', ".”")),
        "leads": float(content[-1] in ":;,"),
        "capitals": float(content.isupper()),
        "begins small": float(content[0].islower()),
        "dated": float(date_of(content) is not None),
        "menu": float(_MENU.search(content) is not None),
        "person": float(is_person(content)),
        "paper": float(len(words) <= 5 and sounds_like_a_paper(content)),
        "byline": float(begins_as_byline(content)),
        "to reader": float(min(3, sum(word in READER_WORDS for word in lowered))),
        "function words": min(1.0, sum(word in FUNCTION_WORDS for word in lowered) / max(3, len(words)) * 3),
        "labelled": float(line.label == "headline"),
        "labelled below": float(line.label == "subheadline"),
    }


def _of_text(line: Marked, lead: Collection[str], told: Collection[str]) -> dict[str, float]:
    """How much the text goes on with the line's words."""
    words = _words(line.content)
    if not words:
        return {"no words": 1.0}
    return {
        "in lead": len(words.intersection(lead)) / len(words),
        "in text": len(words.intersection(told)) / len(words),
        "words in text": float(min(3, len(words.intersection(told)))),
        "foreign": float(words.isdisjoint(told)),
    }


def _of_place(marked: Sequence[Marked], at: int, body: int, told: Collection[str]) -> dict[str, float]:
    """Where the line stands; what the text does not go on with (a site's motto) is no headline above it."""
    above = marked[at - 1].label if at else ""
    below = marked[at + 1].label if at + 1 < len(marked) else ""
    return {
        "first": float(at == 0),
        "right above body": float(at == body - 1),
        "lines to body": min(body - at, 8) / 8,
        "above byline": float(below == "byline"),
        "above date": float(below in ("date", "outlet")),
        "above deck": float(below == "subheadline"),
        "below headline": float(
            above in ("headline", "subheadline") and not _words(marked[at - 1].content).isdisjoint(told)
        ),
        "below furniture": float(above in ("navigation", "section", "masthead", "share")),
    }


def _words(text: str) -> frozenset[str]:
    """The words of a text that tell something, by how they begin: "shuts" and "shut" are one."""
    return frozenset(word[:5].lower() for word in _WORD.findall(text) if word.lower() not in FUNCTION_WORDS)


# A line must be surer than the rules' choice by so much.
MARGIN = 0.5
# Learned from the seen halves of evals/sets/layouts and evals/sets/intake, invented layouts and bulk news.
WEIGHTS: Mapping[str, float] = {
    "above byline": 0.67,
    "above date": 0.78,
    "again": -0.39,
    "any": -1.51,
    "as advert": -0.22,
    "as body": -0.88,
    "as byline": -0.71,
    "as caption": -0.85,
    "as date": -0.49,
    "as headline": 2.01,
    "as legal": -0.05,
    "as masthead": 0.57,
    "as navigation": -0.47,
    "as outlet": -0.6,
    "as page": -0.13,
    "as record": -0.57,
    "as related": -0.09,
    "as section": 0.44,
    "as subheadline": 0.13,
    "begins small": -0.65,
    "below furniture": 0.23,
    "below headline": -1.14,
    "byline": -0.14,
    "dated": -1.13,
    "ends": -0.32,
    "few words": -1.1,
    "first": 0.17,
    "foreign": -1.35,
    "function words": 0.21,
    "in lead": 1.45,
    "in text": 0.62,
    "labelled": -0.52,
    "labelled below": 0.06,
    "leads": -0.59,
    "lines to body": 0.31,
    "many words": -0.66,
    "menu": -1.21,
    "no words": -0.42,
    "none ruled": -0.55,
    "one word": -1.32,
    "paper": -1.27,
    "person": -0.36,
    "right above body": 0.34,
    "ruled": 1.11,
    "some words": 0.12,
    "to reader": -0.51,
    "words in text": 0.1,
}
