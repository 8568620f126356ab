"""What the lines around a body say about the article: byline, day, address, paper, credit, correction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.articles.bylines import begins_as_byline, is_person, names_of, reporters_of
from onrecord.articles.features import fold
from onrecord.articles.imprints import (
    date_of,
    is_company,
    is_looked_up,
    is_moved,
    paper_of,
    sounds_like_a_paper,
)
from onrecord.articles.tagging import LABELS, Label
from onrecord.languages.furniture import DAY, ROLE_WORDS, STAFF_WORDS
from onrecord.records import Span

_DATE_LABELS: tuple[Label, ...] = ("date", "outlet", "byline", "masthead", "page", "section", "record")
# Words of a line that gives the day, with paper, page and section: longer ones of bulk news tell another day.
_DATED_WORDS = 14
# With what a printer or a note-taker writes before and behind it: "Link:", the sheet's number.
_ADDRESS = re.compile(
    r"(?:[A-Za-z][\w ]{0,20}:\s*)?(https?://\S{4,500}?)(?:\s+(?:page )?\d+(?:\s*(?:/|of)\s*\d+)?)?$"
)
# A byline behind the paper's name: what stands before it can name the paper.
_BY = re.compile(r"^(.{3,80}?)(?:[|·•.;–—]|\s-)\s*By [A-ZÀ-Þ]")
_CREDITED = re.compile(
    r"\(?(?:\w+ ){0,2}(?:reporting|editing|writing|compiled|written|reported|edited)\b.{0,20}\bby\b",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?:\b(?:for|of) (?:the )?|[|,/(·•–-] ?)([A-ZÀ-Þ][^|,/()·•]{3,40})$")
_EMPLOYER = re.compile(
    r"\b(?:at|for|of|with) (?:the )?([A-ZÀ-Þ][\w&’'-]*(?: (?:&|of|[A-ZÀ-Þ][\w’'-]*)){0,4})"
)
# Whose picture it is, at the end of its caption, which tells the picture's day: "… (Ada Voss/Pool)".
_PICTURED = re.compile(r"\((?:[^()/]*/[^()]*|[^()]*\bphoto(?:graph)?\b[^()]*)\)\W*$", re.IGNORECASE)
_DATED_NAME = re.compile(rf"(?<!\s)\s*+[,|/·•–-]?\s*+(?:on )?{DAY}.*$", re.IGNORECASE)
_PART = re.compile(r"\s*[|·•/]\s*|\s{3,}")
_PIECE = re.compile(r"(?:(?<!\s)\s++)?[|·•]\s*")
_WORD = re.compile(r"[^\W\d_]+")
# How sure a line of each label names the paper. A line of another label counts where its words are those of
# papers or it is told again, and where it nearly was of these; weights by the seen halves of evals/sets.
_NAMING: dict[Label, float] = {"outlet": 3.0, "masthead": 2.6, "page": 2.2}
_ASIDE: tuple[Label, ...] = ("section", "navigation", "share", "related", "record", "date", "headline")
_SOUNDS, _AGAIN, _OWNER, _ON_TOP, _LEAST = 1.2, 1.0, 1.6, 0.3, 1.2
_WRITER, _MOST_ASIDE = 1.5, 1.0
_LIKELY = 1 / 3  # below, another label was nearly as good
_LONGEST_NAME = 5
# Labels that a name on a line of its own is given, beside the line of its role or day.
_NAMED_BESIDE: tuple[Label, ...] = ("subheadline", "masthead", "section", "related")
_FORM = re.compile(r"(?:(?<![\s,])[\s,]++(?:Pvt|Private|Limited|Ltd|Inc|LLC|PLC|GmbH)\b\.?)+$", re.IGNORECASE)
_ROLE_LINES: tuple[Label, ...] = ("byline", "date")


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with its label; ``odds``: how likely each of ``LABELS`` is, where the tagger said it."""

    label: Label
    span: Span
    content: str
    odds: Sequence[float] = ()

    def under(self, label: Label) -> Marked:
        """The line under another label."""
        return replace(self, label=label)

    def likely(self, *labels: Label) -> float:
        """How likely one of ``labels`` is."""
        if not self.odds:
            return float(self.label in labels)
        return sum(self.odds[LABELS.index(label)] for label in labels)


@dataclass(frozen=True, slots=True)
class Told:
    """What the lines say; None for what no line says. ``stamp``: the day in the line's own words."""

    byline: str | None = None
    stamp: str | None = None
    address: str | None = None
    credit: str | None = None
    outlet: str | None = None
    correction: str | None = None


def told_by(marked: Sequence[Marked]) -> Told:
    """What the labelled lines of a text say about the article."""
    body = [n for n, m in enumerate(marked) if m.label == "body"]
    first, last = (body[0], body[-1]) if body else (len(marked), len(marked))
    front, back = marked[:first], marked[last + 1 :]
    around = [m for m in marked if m.label not in ("body", "headline")]
    return Told(
        byline=_byline(front, back),
        stamp=_day(front) or _day(_dated_below(back)),
        address=_first(found[1] for found in map(_ADDRESS.match, (m.content for m in around)) if found),
        credit=_first(m.content.strip("()") for m in around if _CREDITED.match(m.content)),
        outlet=_paper(front, marked),
        correction=" ".join(m.content for m in marked if m.label == "correction") or None,
    )


def _first(found: Iterable[str | None]) -> str | None:
    return next((value for value in found if value), None)


def of_label(lines: Iterable[Marked], *labels: Label) -> list[Marked]:
    """Those of ``lines`` that have one of the labels."""
    return [m for m in lines if m.label in labels]


def _byline(front: Sequence[Marked], back: Sequence[Marked]) -> str | None:
    """The names of a byline; else of a line above the body that begins like one, else of the reporters."""
    return (
        _first(names_of(m.content) for m in of_label((*front, *back), "byline"))
        or _first(names_of(m.content) for m in front if m.label != "headline" and begins_as_byline(m.content))
        or _beside_a_date(front)
        or _named_below(back)
        or _first(reporters_of(m.content) for m in back if m.label in ("credit", "note"))
    )


def _beside_a_date(front: Sequence[Marked]) -> str | None:
    """A person's name, and nothing else, on a line beside the date, or on the date's own line."""
    papers = sum(m.label in ("masthead", "outlet") for m in front)
    for index, line in enumerate(front):
        if line.label in ("masthead", "outlet") and papers < 2:
            continue
        if line.label in _NAMED_BESIDE:
            beside = front[max(0, index - 1) : index + 2]
            names = line.content if any(m.label in _ROLE_LINES for m in beside) else ""
        else:
            names = _DATED_NAME.sub("", line.content) if line.label in ("date", "outlet") else ""
        if names != "" and is_person(names) and not sounds_like_a_paper(names):
            return names
    return None


def _named_below(back: Sequence[Marked]) -> str | None:
    """A person's name, and nothing else, right below the body and beside a line that gives paper and day."""
    dated = any(date_of(m.content) and paper_of(m.content) for m in back[:3])
    names = (m.content for m in back[:3] if is_person(m.content) and not sounds_like_a_paper(m.content))
    return next(names, None) if dated else None


def _day(lines: Sequence[Marked]) -> str | None:
    """The day that the surest line gives; one of a later change only where no other does."""
    dated = [m for label in _DATE_LABELS for m in of_label(lines, label) if _is_dated(m)]
    dated.sort(key=lambda m: is_moved(m.content))
    return date_of(dated[0].content) if dated else None


def _dated_below(back: Sequence[Marked]) -> list[Marked]:
    """The lines right below a body that may give its day; the address of another report gives that one's."""
    return [m for m in of_label(back[:3], "date", "page", "outlet") if not _ADDRESS.match(m.content)]


def _is_dated(line: Marked) -> bool:
    """Whether a line gives the paper's day: not a sentence that tells a date, nor a picture's caption."""
    pieces = _PIECE.split(line.content)  # "Local · 3 minute read · February 8, 2023 · Updated 2 hours ago"
    if not any(date_of(piece) and len(piece.split()) <= _DATED_WORDS for piece in (line.content, *pieces)):
        return False
    if is_looked_up(line.content) or _PICTURED.search(line.content):
        return False
    if line.label != "byline" or names_of(line.content) is not None:
        return True
    return paper_of(line.content) is not None


def _paper(front: Sequence[Marked], marked: Sequence[Marked]) -> str | None:
    """The paper that the lines name, the surest of all that could be its name."""
    furniture = [(m.span, fold(m.content)) for m in marked if m.label not in ("body", "headline")]
    found: list[tuple[float, float, str]] = []
    for place, line in enumerate(marked):
        naming = min(sum(weight * line.likely(label) for label, weight in _NAMING.items()), _MOST_ASIDE)
        for name, sure in _names(line, on_top=place < len(front)):
            key = fold(name)
            again = len(key) >= 5 and any(key in told and span != line.span for span, told in furniture)
            score = sure + _AGAIN * again + _SOUNDS * sounds_like_a_paper(name) - _OWNER * is_company(name)
            found.append((score, score + naming, name))
    best = max(found, key=lambda each: each[0], default=None)
    if best is None or best[0] < _LEAST:  # no line is labelled so: then how nearly one was counts
        best = max(found, key=lambda each: each[1], default=None)
    return best[2] if best is not None and best[1] >= _LEAST else None


def _names(line: Marked, *, on_top: bool) -> Iterator[tuple[str, float]]:
    """Names in a line that could be the paper's, and how sure that is by the line's label."""
    if _is_menu(line.content):
        return
    if line.label in _NAMING and not _ADDRESS.match(line.content):
        name = paper_of(line.content)
        writer = _WRITER * (name is not None and _is_dated_person(line.content, name))
        sure = _NAMING[line.label] if line.likely(*_NAMING) >= _LIKELY else 0.3
        yield from _named(name, sure + _ON_TOP * on_top - writer)
    elif line.label == "byline":
        yield from _names_in_byline(line.content)
    elif line.label == "legal" and ("©" in line.content or "opyright" in line.content):
        yield from _short(_owned(paper_of(line.content)), 0.6)
    elif line.label in ("note", "contact"):
        yield from _employers(line.content)
    elif line.label in _ASIDE and (on_top or line.label == "record"):
        yield from _short(paper_of(line.content), 0.3)


def _is_dated_person(content: str, name: str) -> bool:
    """Whether a person's name and a day are all that a line gives: "Ada Voss, 3 May 2031"."""
    return date_of(content) is not None and is_person(name) and not sounds_like_a_paper(name)


def _owned(name: str | None) -> str | None:
    """The paper in the name of the company that owns it: "Velm Express Pvt Ltd"; None for no name."""
    core = _FORM.sub("", name) if name else ""
    return core if core and sounds_like_a_paper(core) else name


def _names_in_byline(content: str) -> Iterator[tuple[str, float]]:
    """A paper before "By …", one that the line ends with, and the whole line where it names nobody."""
    before = _BY.match(content)
    if before is not None:
        yield from _short(paper_of(before[1]), 1.5)
    match = _TAIL.search(content.rstrip(" )"))
    yield from _short(match.group(1) if match else None, 0.6)
    if " by " not in content.lower() and not _tells_who(content):
        yield from _short(paper_of(content), 1.5)


def _employers(content: str) -> Iterator[tuple[str, float]]:
    """Whom a reporter works for by a note: "Ada Voss is a reporter at the Orla Times"."""
    if _words(content) & ROLE_WORDS:
        for match in _EMPLOYER.finditer(content):
            yield from _short(match.group(1), 0.3)


def _words(content: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(content)}


def _is_menu(content: str) -> bool:
    """Whether a line is a row of short words with marks between: "Opinion | Columns | Letters"."""
    parts = _PART.split(content)
    return (
        len(parts) > 2 and all(part.isalpha() for part in parts) and not any(map(sounds_like_a_paper, parts))
    )


def _tells_who(content: str) -> bool:
    """Whether a byline names persons or a desk."""
    if _words(content) & (ROLE_WORDS | STAFF_WORDS):
        return True
    return any(map(is_person, re.split(r"[,|]| and ", content)))


def _named(name: str | None, sure: float) -> Iterator[tuple[str, float]]:
    if name:
        yield name, sure


def _short(name: str | None, sure: float) -> Iterator[tuple[str, float]]:
    if name and len(name.split()) <= _LONGEST_NAME:
        yield name, sure
