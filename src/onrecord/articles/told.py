"""What the lines around a body say about the article: byline, day, address, paper, credit, correction."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord import languages
from onrecord.articles.bylines import (
    READING,
    begins_as_byline,
    is_person,
    is_role,
    names_of,
    reporters_of,
    signed_by,
    writers_in,
)
from onrecord.articles.features import fold
from onrecord.articles.imprints import (
    date_of,
    is_before_day,
    is_looked_up,
    is_moved,
    is_stamp,
    paper_of,
    sounds_like_a_paper,
    starts_as_source,
    undated,
    wired_on,
)
from onrecord.articles.issuers import issuer_in
from onrecord.articles.marked import Marked, of_label
from onrecord.articles.papers import body_of, is_place_in, paper_in
from onrecord.articles.tagging import Label
from onrecord.languages.furniture import DAY, PRINTED, SNAPSHOT
from onrecord.languages.page_asides import BLURB, WHO_IT_IS
from onrecord.names.persons import is_given

_DATE_LABELS: tuple[Label, ...] = ("date", "outlet", "byline", "masthead", "page", "section", "record")
# Words of a line that gives the day, with paper, page and section: longer ones of bulk news tell another day.
_DATED_WORDS = 14
# Lines from the first paragraph among which the day may stand, where a page sets that paragraph above all.
_NEAR = 4
# Words of a line that gives paper and day, and nothing else.
_IMPRINT_WORDS = 12
# Among so many a day that was taken for body may stand.
_FIRST = 2
# With what a printer or a note-taker writes before and behind it: "Link:", the sheet's number.
_ADDRESS = re.compile(
    r"(?:[-*•] )?(?:(?i:permalink|link|url|source|address|read at)\s+|[A-Za-z][\w ]{0,20}:\s*)?"
    r"(https?://\S{4,500}?)(?:\s+(?:page )?\d+(?:\s*(?:/|of)\s*\d+)?)?$"
)
# As browsers show it: "courier.example/news/ferry-laid-up/104951234".
_BARE = re.compile(r"((?:[\w-]{1,40}\.){1,4}[a-z]{2,8}/[\w./-]{4,300})")
# The last part of what a page prints on top: "Printable version | Sep 2, 2031 10:15 | http://…".
_PRINTED_ON = re.compile(
    r"\W*(?:printable version|print(?:ed)?(?: from| page)?|page printed)\b.*\|\s*(https?://\S{4,500})$",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"\(?(?:\w+ ){0,2}(?:reporting|editing|writing|compiled|written|reported|edited)\b.{0,20}\bby\b",
    re.IGNORECASE,
)
# Whose picture it is, at the end of its caption, which tells the picture's day: "… (Ada Voss/Pool)".
_PICTURED = re.compile(r"\((?:[^()/]*/[^()]*|[^()]*\bphoto(?:graph)?\b[^()]*)\)\W*$", re.IGNORECASE)
# A sender and when, on one line, as web mail prints a message.
_SENT = re.compile(r"[^<>]{2,80}<[^<>@\s]+@[^<>\s]+>\s+\S")
# How a line begins that gives the day on which the article was out.
_PUBLISHED = re.compile(r"\W*(?:(?:first|originally) )?(?:published|posted|released|aired)\b", re.IGNORECASE)
# From when on a release may be printed.
_RELEASED = re.compile(r"\W*(?:(?:strictly )?embargo|for (?:immediate )?release|release date)", re.IGNORECASE)
# Who wrote, in a field below the text.
_REPORTER = re.compile(
    r"\W*(?:reporter|author|writer|journalist|text|words|written by|story)s?\s?:", re.IGNORECASE
)
_FOOT = 8
# Lines below a text that give the days of other things: remarks, other reports, a keeper's files.
_OF_OTHERS: tuple[Label, ...] = ("comment", "related", "record")
# Lines that tell something, or lead elsewhere, whatever day they name.
_TELLING: tuple[Label, ...] = ("body", "headline", "related", "comment")
# Among so many last lines a page says who its writer is.
_LAST = 4
_DATED_NAME = re.compile(rf"(?<!\s)\s*+[,|/·•–-]?\s*+(?:on )?{DAY}.*$", re.IGNORECASE)
_COMMA = re.compile(r",\s+|(?:(?<!\s)\s++)?[|•·]\s*")
_PIECE = re.compile(r"(?:(?<!\s)\s++)?[|·•]\s*")
# How a writer signs below an article: "— Nora Quill", "(Nora Quill)".
_SIGNED = re.compile(r"(?:[—–-]{1,2} ?|\()([A-ZÀ-Þ][^()]{3,80})\)?")
_AND = re.compile(r", (?:and )?| and ")
# Labels that a name on a line of its own is given, beside the line of its role or day.
_NAMED_BESIDE: tuple[Label, ...] = ("subheadline", "masthead", "section", "related")
_ROLE_LINES: tuple[Label, ...] = ("byline", "date")


@dataclass(frozen=True, slots=True)
class Told:
    """What the lines say; None for what no line says. ``stamp``: the day in the line's own words."""

    byline: str | None = None
    stamp: str | None = None
    address: str | None = None
    credit: str | None = None
    outlet: str | None = None
    correction: str | None = None


@dataclass(frozen=True, slots=True)
class _Around:
    """The lines of a text by where they stand.

    ``front``: above its body, ``inside``: in its first lines, ``back``: below it, ``own``: all but those in
    which an archive of pages says what it kept.
    """

    front: Sequence[Marked]
    inside: Sequence[Marked]
    back: Sequence[Marked]
    own: Sequence[Marked]
    marked: Sequence[Marked]

    @classmethod
    def of(cls, marked: Sequence[Marked]) -> _Around:
        body = [n for n, m in enumerate(marked) if m.label == "body"]
        first, last = (body[0], body[-1]) if body else (len(marked), len(marked))
        kept = max((n for n, m in enumerate(marked[:first]) if SNAPSHOT.fullmatch(m.content)), default=-1)
        inside = marked[first : first + _NEAR]
        return cls(marked[kept + 1 : first], inside, marked[last + 1 :], marked[kept + 1 :], marked)

    @property
    def above(self) -> list[Marked]:
        """The lines above the body that are no headline."""
        return [m for m in self.front if m.label != "headline"]

    @property
    def signed(self) -> list[Marked]:
        """The lines that are taken for a byline's."""
        return of_label((*self.front, *self.back), "byline")


def told_by(marked: Sequence[Marked], beside: Sequence[Marked] = ()) -> Told:
    """What the labelled lines of a text say about the article; who published it, with what stands beside."""
    lines = _Around.of(marked)
    around = [m for m in marked if m.label not in ("body", "headline")]
    byline, outlet = _byline_and_paper(lines, beside)
    return Told(
        byline=byline,
        stamp=_stamp(lines),
        address=_first(_address(m.content) for m in around),
        credit=_first(m.content.strip("()") for m in around if _CREDITED.match(m.content)),
        outlet=outlet or issuer_in(lines.front),
        correction=" ".join(m.content for m in of_label(marked, "correction")) or None,
    )


def _byline_and_paper(lines: _Around, beside: Sequence[Marked]) -> tuple[str | None, str | None]:
    """Who wrote the article and which paper printed it: one name is never both."""
    byline = _without_place(_byline(lines), lines.marked)
    sites = {fold(m.content) for m in of_label(lines.front, "masthead", "outlet")}  # who writes a site alone
    writers = {fold(name) for name in (byline or "").split(", ") if is_person(name)} - sites
    outlet = paper_in(_unprinted(lines.front), [*_unprinted(lines.own), *beside], writers)
    if outlet is None:
        return byline, None
    if byline is None:
        return (outlet, None) if _is_writers(outlet, lines.front, lines.marked) else (None, outlet)
    if not is_given(outlet.partition(" ")[0]):
        byline = byline.removesuffix(f", {outlet}")  # "By Nora Quill, Sant Aubel": its paper, no writer
        byline = None if _is_papers(byline, outlet) else byline
    return byline, outlet


def _unprinted(lines: Sequence[Marked]) -> list[Marked]:
    """``lines`` without those that a printer's program put there."""
    return [m for m in lines if not PRINTED.match(m.content)]


def _stamp(lines: _Around) -> str | None:
    """The article's day as a line above, among the first of the body or below gives it."""
    return (
        _day(lines.front)
        or _day([*filter(_is_imprint, lines.inside), *filter(_is_bare_day, lines.inside[:_FIRST])])
        or _day(_dated_below(lines.back))
        or _first(wired_on(m.content) for m in lines.back)
    )


def _address(content: str) -> str | None:
    """The article's address, where a line gives one and nothing else."""
    forms = (_ADDRESS.match(content), _PRINTED_ON.match(content), _BARE.fullmatch(content))
    return next((form[1] for form in forms if form is not None), None)


def _first(found: Iterable[str | None]) -> str | None:
    return next((value for value in found if value), None)


# Where a byline is looked for, the surest first: lines that begin as one and name a person, those above the
# body before all others; then names beside a role or a day; at last what stands below the body.
_WRITERS: tuple[Callable[[_Around], str | None], ...] = (
    lambda lines: _person_in(m for m in lines.signed if begins_as_byline(m.content)),
    lambda lines: _first(writers_in(m.content) for m in lines.above),
    lambda lines: _person_in(lines.signed),
    lambda lines: _above_role(lines.front),
    lambda lines: _first(names_of(m.content) for m in lines.signed if begins_as_byline(m.content)),
    lambda lines: _first(names_of(m.content) for m in lines.above if begins_as_byline(m.content)),
    lambda lines: _beside_a_date(lines.front),
    lambda lines: _above_body(lines.front, lines.marked),
    lambda lines: _first(names_of(m.content) for m in lines.signed),
    lambda lines: _named_below(lines.back),
    lambda lines: _signed_below(lines.back),
    lambda lines: _first(reporters_of(m.content) for m in of_label(lines.back, "credit", "note")),
    lambda lines: _first(writers_in(m.content) for m in lines.back[:_FOOT] if _REPORTER.match(m.content)),
    lambda lines: _first(_told_of(m.content) for m in lines.marked[-_LAST:]),
)


def _byline(lines: _Around) -> str | None:
    """The names of a byline, from the surest place that has any."""
    return _first(finder(lines) for finder in _WRITERS)


def _without_place(byline: str | None, marked: Sequence[Marked]) -> str | None:
    """``byline`` without a town behind the last name ("Nora Quill, Sant Aubel"), or in its stead."""
    names, _, last = (byline or "").rpartition(", ")
    return names or None if last and is_place_in(last, body_of(marked)) else byline


def _is_papers(byline: str, outlet: str) -> bool:
    """Whether a byline has the paper's name, perhaps with what it is, nobody's: "Velm News, the daily"."""
    name, *more = byline.split(", ")
    lexicon = languages.of(None).lexicon
    is_own = fold(name).removeprefix("the") == fold(outlet).removeprefix("the")
    is_body = bool(more) or any(lexicon.has(word, "body") for word in name.lower().split())
    return is_own and is_body and not any(part[:1].isupper() for part in more)


def _told_of(content: str) -> str | None:
    """The persons of whom a line says that they write: "Nora Quill is a staff writer at …"."""
    return names_of(content) if BLURB.match(content) and WHO_IT_IS.match(content) else None


def _is_writers(name: str, front: Sequence[Marked], marked: Sequence[Marked]) -> bool:
    """Whether a name taken for the paper's is a person's: alone below the headline, by the day."""
    if not is_person(name) or sounds_like_a_paper(name):
        return False
    lines = [m for m in marked if m.label != "body" and name in m.content]
    at = next((n for n, m in enumerate(front) if m.content == name), None)
    if at is None or len(lines) > 1 or not any(m.label == "headline" for m in front[:at]):
        return False
    return any(m.label == "date" for m in front[max(0, at - 1) : at + 2])


def _person_in(lines: Iterable[Marked]) -> str | None:
    """The first names of persons; a desk or a paper may stand on a line before them."""
    found = (names_of(m.content) for m in lines)
    return next((names for names in found if names and is_person(names.partition(", ")[0])), None)


def _above_role(front: Sequence[Marked]) -> str | None:
    """A person's name alone, on the line above what the person does: "Staff reporter"."""
    named = (above for above, below in pairwise(front) if is_role(below.content) and is_person(above.content))
    return next((m.content for m in named if not sounds_like_a_paper(m.content)), None)


def _beside_a_date(front: Sequence[Marked]) -> str | None:
    """A person's name, and nothing else, on a line beside the date, or on the date's own line."""
    has_papers = len(of_label(front, "masthead", "outlet")) > 1
    is_dated = any(date_of(m.content) for m in front)
    for index, line in enumerate(front):
        if is_before_day(line.content) and not is_given(line.content.partition(" ")[0].capitalize()):
            continue  # "LOWER VELM, 3 May 2031" is where it was written
        signed = signed_by(line.content) if is_dated and line.label != "headline" else None
        if (named := _named_with_paper(line.content) or signed) is not None:
            return named
        if line.label in ("masthead", "outlet") and not has_papers:
            continue
        names = _alone_in(line, front[max(0, index - 1) : index + 2])
        if is_person(names) and not sounds_like_a_paper(names):
            return names
    return None


def _alone_in(line: Marked, beside: Sequence[Marked]) -> str:
    """What a line has beside the day, or by a role's or a day's line; empty where it is of another kind."""
    if line.label in _NAMED_BESIDE:
        return line.content if of_label(beside, *_ROLE_LINES) else ""
    return _DATED_NAME.sub("", line.content) if line.label in ("date", "outlet") else ""


def _above_body(front: Sequence[Marked], marked: Sequence[Marked]) -> str | None:
    """A person's name alone between headline and body, which the text names nowhere else."""
    if len(front) < 2 or front[-2].label not in ("headline", "subheadline"):
        return None
    line = front[-1]
    if not is_person(line.content) or sounds_like_a_paper(line.content):
        return None
    last = line.content.split()[-1]
    return None if any(last in m.content for m in marked if m is not line) else line.content


def _named_with_paper(content: str) -> str | None:
    """The person in a line that gives a person, a paper and a day: "Ada Voss, Orla Times, 3 May 2031"."""
    parts = [part.strip(" —–-") for part in _COMMA.split(content)]
    papers = [part for part in parts if sounds_like_a_paper(part)]
    if len(parts) < 3 or not papers or date_of(content) is None:
        return None
    return next((part for part in parts if is_person(part) and part not in papers), None)


def _named_below(back: Sequence[Marked]) -> str | None:
    """A person's name, and nothing else, right below the body and beside a line that gives paper and day."""
    dated = any(date_of(m.content) and paper_of(m.content) for m in back[:3])
    names = (m.content for m in back[:3] if is_person(m.content) and not sounds_like_a_paper(m.content))
    return (next(names, None) if dated else None) or _first(_named_with_paper(m.content) for m in back[:3])


def _signed_below(back: Sequence[Marked]) -> str | None:
    """The persons of a line right below the body that a dash or a bracket opens: "— Nora Quill, Herald"."""
    signed = _SIGNED.fullmatch(back[0].content) if back else None
    if signed is None:
        return None
    names = _AND.split(signed[1])
    return signed_by(signed[1]) or (", ".join(names) if all(map(is_person, names)) else None)


def _day(lines: Sequence[Marked]) -> str | None:
    """The day that the surest line gives; one of a later change only where no other does."""
    collected = [below for above, below in pairwise(lines) if _is_collectors(above.content, below.content)]
    dated = [m for m in _dated_in(lines) if m not in collected]
    dated.sort(key=lambda m: (is_moved(m.content), _PUBLISHED.match(m.content) is None))
    return date_of(dated[0].content) if dated else None


def _dated_in(lines: Sequence[Marked]) -> Iterator[Marked]:
    """The lines that give a day which can be the article's, the surest first."""
    yield from (m for label in _DATE_LABELS for m in of_label(lines, label) if _is_dated(m))
    released = (m for m in of_label(lines, "contact", "legal", "note") if _RELEASED.match(m.content))
    yield from filter(_is_dated, released)
    yield from (m for m in of_label(lines, "contact") if _SENT.match(m.content) and _is_dated(m))
    yield from (m for m in lines if _is_stamped(m) and _is_dated(m))  # whatever it was taken for


def _is_imprint(line: Marked) -> bool:
    """Whether a line is a day's, or a paper's, which may give one; that of a post has a handle."""
    is_papers = line.label == "outlet" and "@" not in line.content and "://" not in line.content
    return line.label == "date" or (is_papers and len(line.content.split()) <= _IMPRINT_WORDS)


def _is_bare_day(line: Marked) -> bool:
    """Whether a line that was taken for the body's is a day and nothing else, as below a writer's note."""
    return line.label == "body" and is_stamp(line.content) and date_of(line.content) is not None


def _is_collectors(above: str, below: str) -> bool:
    """Whether a bare day says when somebody clipped or got the text, as the line above does: "RECEIVED"."""
    return is_looked_up(above) and date_of(above) is None and is_stamp(below)


def _is_stamped(line: Marked) -> bool:
    """Whether a line is a date and nothing else, or one of its parts is: "Echo · Ada Voss · Jan 12, 2029"."""
    if is_stamp(_untimed(line.content)):
        return True
    pieces = _PIECE.split(line.content)
    may_be = len(pieces) > 2 and line.label not in _TELLING
    return may_be and any(is_stamp(piece) and date_of(piece) for piece in pieces)


def _untimed(content: str) -> str:
    """A line without the part that says how long it takes to read."""
    return " ".join(piece for piece in _PIECE.split(content) if not READING.fullmatch(piece.strip()))


def _dated_below(back: Sequence[Marked]) -> list[Marked]:
    """The lines right below a body that may give its day; the address of another report gives that one's."""
    near = [m for m in back[:3] if m.label != "record" or starts_as_source(m.content)]
    dated = [m for m in of_label(near, "date", "page", "outlet", "record") if not _ADDRESS.match(m.content)]
    stamps = (m for m in back[:_FOOT] if m.label not in _OF_OTHERS and is_stamp(m.content))
    return dated or [m for m in stamps if date_of(m.content)]


def _is_dated(line: Marked) -> bool:
    """Whether a line gives the paper's day: not a sentence that tells a date, nor a picture's caption."""
    pieces = _PIECE.split(line.content)  # "Local · 3 minute read · February 8, 2023 · Updated 2 hours ago"
    said = (line.content, *pieces)
    if not any(date_of(piece) and len(undated(piece).split()) <= _DATED_WORDS for piece in said):
        return False
    if is_looked_up(line.content) or PRINTED.match(line.content) or _PICTURED.search(line.content):
        return False
    if line.label != "byline" or names_of(line.content) is not None:
        return True
    if any(date_of(piece) and is_stamp(piece) for piece in pieces):
        return True
    return paper_of(line.content) is not None
