"""Which paper the lines around a body name: all names that could be it, weighed by what speaks for each.

A name speaks for itself where a masthead, a line with the day, a byline, a right of copying, a writer's note
or an address bears it; several that agree say more than the surest alone. What each is worth is learned
(``training/papers.py``); where nothing is worth more than nothing, no paper is named.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from onrecord import languages
from onrecord.articles.bylines import is_role, signed_by, writers_in_places
from onrecord.articles.called import passed_on_from
from onrecord.articles.datelines import Dateline, find_dateline
from onrecord.articles.features import fold
from onrecord.articles.header_record import keyed
from onrecord.articles.imprints import (
    date_of,
    is_before_day,
    is_keyed,
    is_place_of_speech,
    paper_of,
    sounds_like_a_paper,
    starts_as_source,
)
from onrecord.articles.issuers import STATE
from onrecord.articles.line_papers import papers_of
from onrecord.articles.marked import Marked
from onrecord.articles.newsrooms import newsroom_at, newsroom_called
from onrecord.articles.paper_names import PART, is_common, is_of_sport, of_name, stands_small
from onrecord.articles.paper_weights import WEIGHTS
from onrecord.articles.tagging import LABELS, Label
from onrecord.languages.furniture import KEEPERS, PLACED_BEFORE
from onrecord.languages.grammar import PlaceGrammar
from onrecord.languages.page_asides import ASIDE, RELEASED
from onrecord.languages.transliteration import unaccented
from onrecord.records import Span

_HOST = re.compile(r"(?:https?://|www\.|@)([\w-]+(?:\.[\w-]+)+)|^([\w-]+(?:\.[\w-]+){1,3})$")
_NO_NAME = re.compile(r"@|/\w|\s/|^\W*$")
_WORD = re.compile(r"[^\W\d_]+")
# Lines above one in which the heading of a speech is looked for.
_TOP = 3
_OPENING = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'.-]{1,20}(?:,? [A-ZÀ-Þ][\w’'.-]{1,20}){0,3} )?"
    r"\(([A-Z][\w&. -]{2,28})\)\s?(?:--|—|–|-)\s"
)
# What an aggregator writes before a text: its own short name, and whose the text is.
_RELAYED = re.compile(r"\([A-Z]{3,9} ?[–-] ?([A-ZÀ-Þ][^()]{2,38})\)\s")
# A paper's name before the text, as note-takers write it: "Harbour Post — The ferry …".
_INTRODUCED = re.compile(r"((?:The )?[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,4}) ?[—–] (?=[A-ZÀ-Þ“\"])")
# A label that says what stands behind it.
_LABELLED = re.compile(r"([^\W\d_][^\W\d_ ]{1,20}(?: [^\W\d_]{2,20})?) ?:\s+\S")
_SUBDOMAINS = frozenset(("www", "m", "amp", "mobile", "edition", "en", "web", "news"))
# Lines that name no paper, whatever they say: a picture's credit names who took the picture.
_SILENT: tuple[Label, ...] = ("body", "caption", "pullquote", "correction", "comment", "heading", "dateline")
_NAMING: tuple[Label, ...] = ("outlet", "masthead", "page")
_LONGEST_NAME = 5
_SHORTEST_KEY = 4
# Lines in which a record has another field.
_RECORD = 2
# Letters of what is no paper's name by itself.
_INITIALS = 2
_LONG_LABEL = 10
# So much of a body shows whether a name is a place's there.
_BODY, _BODY_LINES = 2000, 40


class Mention(NamedTuple):
    """A name that a line has, where it stands in it, and what speaks for it there."""

    name: str
    line: Marked
    signs: Mapping[str, float]


def paper_in(front: Sequence[Marked], marked: Sequence[Marked], writers: Collection[str] = ()) -> str | None:
    """The paper that the lines name, the surest of all that could be its name; None where none is sure.

    ``writers``: who wrote the article, folded: no paper where another name can be it. Who only stands in a
    dateline sent the report, and others may have printed it.
    """
    found = candidates(front, marked)
    scored = [
        (sum(WEIGHTS.get(sign, 0.0) * much for sign, much in signs.items()), name)
        for name, signs in found
        if not _DATELINE.issuperset(sign for sign in signs if sign.startswith("how "))
    ]
    sure = [each for each in scored if each[0] > 0]
    others = [each for each in sure if fold(each[1]) not in writers]
    best = max(others or sure, key=lambda each: each[0], default=None)
    return _spelt(_in_full(best[1], others), [name for name, _ in found]) if best is not None else None


def _in_full(name: str, sure: Sequence[tuple[float, str]]) -> str:
    """The longer name of which ``name`` is the last word: the "Examiner" is the "West Ridge Examiner"."""
    if " " in name or "." in name or not sounds_like_a_paper(name):
        return name
    longer = (other for _, other in sure if other.lower().endswith(f" {name.lower()}"))
    return next((other for other in longer if other.lower() != f"the {name.lower()}"), name)


def _spelt(name: str, names: Sequence[str]) -> str:
    """A site's own name where one of ``names`` is that of the address ``name``: "ONA" of "ona.example"."""
    label, dot, _ = name.lower().partition(".")
    if not dot or " " in name:
        return name
    return next((other for other in names if "." not in other and _is_short(fold(label), fold(other))), name)


def _is_short(label: str, name: str) -> bool:
    """Whether a host's label is a name, or the beginning of a long one."""
    return label == name or (len(label) >= _LONG_LABEL and name.startswith(label))


def candidates(front: Sequence[Marked], marked: Sequence[Marked]) -> list[tuple[str, dict[str, float]]]:
    """Every name that could be the paper's, as it stands first, with all that speaks for and against it.

    A newsroom's names are one: "AP News", "The Associated Press".
    """
    found: dict[str, _Named] = {}
    for mention in _mentions(front, marked):
        called = newsroom_called(mention.name)
        found.setdefault(_key_of(called or mention.name), _Named(mention.name, called)).add(mention)
    around = _Around.of(marked)
    for named in found.values():
        named.signs.update(of_name(named.name) | _together(named, around))
    body = body_of(marked)
    small = frozenset(word for word in _WORD.findall(body) if word.islower())
    for named in found.values():
        signs = named.signs
        signs["small"] = float(stands_small(named.name, small))
        signs["weak words"] = float(not any(map(signs.get, _SPEAKING)) and is_common(named.name))
    return [
        (n.name, n.signs) for n in found.values() if n.called is not None or not is_place_in(n.name, body)
    ]


@dataclass(frozen=True, slots=True)
class _Around:
    """The lines around a body, also folded, and the sites whose addresses they have.

    ``hosts``: the first parts of these addresses, folded; ``served``: the newsrooms whose sites they are.
    """

    lines: Sequence[Marked]
    folded: Sequence[tuple[Span, str]]
    hosts: frozenset[str]
    served: frozenset[str]

    @classmethod
    def of(cls, marked: Sequence[Marked]) -> _Around:
        lines = [m for m in marked if m.label not in ("body", "headline")]
        addresses = {host for m in lines for host in _hosts(m.content)}
        return cls(
            lines,
            [(m.span, fold(m.content)) for m in lines],
            frozenset(fold(host.partition(".")[0]) for host in addresses),
            frozenset(filter(None, map(newsroom_at, addresses))),
        )


def _together(named: _Named, around: _Around) -> dict[str, float]:
    """What all mentions of a name say together, with the other lines and the addresses that have it."""
    own = {line.span for line in named.lines}
    long = [key for key in named.spelt if len(key) >= _SHORTEST_KEY]
    again = {span for span, told in around.folded if span not in own and any(key in told for key in long)}
    if named.called is not None:
        again |= {m.span for m in around.lines if m.span not in own and _bears_initials(m, named)}
    is_host = any(_agree(key, host) for key in named.spelt for host in around.hosts)
    return {
        "mentions": min(len(own), 3) - 1.0,
        "again": float(len(again) > 0),
        "again twice": float(len(again) > 1),
        "host": float(is_host or named.called in around.served),
    }


def body_of(marked: Sequence[Marked]) -> str:
    """The first of the text's own lines."""
    return "\n".join(m.content[:_BODY] for m in islice((m for m in marked if m.label == "body"), _BODY_LINES))


def is_place_in(name: str, body: str) -> bool:
    """Whether the text names a place of that name ("in Sant Aubel") that does not sound like a paper."""
    if sounds_like_a_paper(name):
        return False
    placed = rf"\b(?:{PLACED_BEFORE}) {re.escape(name)}\b(?!(?-i: [A-ZÀ-Þ]))"
    return re.search(placed, body, re.IGNORECASE) is not None


@dataclass(slots=True)
class _Named:
    """A name, as it stands first and as a known newsroom's, with its other spellings, signs and lines."""

    name: str
    called: str | None
    spelt: dict[str, str] = field(default_factory=dict)
    signs: dict[str, float] = field(default_factory=dict)
    lines: list[Marked] = field(default_factory=list)

    def add(self, mention: Mention) -> None:
        """Take in one mention more, of each sign the strongest."""
        for sign, much in mention.signs.items():
            self.signs[sign] = max(self.signs.get(sign, 0.0), much)
        self.lines.append(mention.line)
        self.spelt.setdefault(_key_of(mention.name), mention.name)


def _key_of(name: str) -> str:
    return fold(name).removeprefix("the")


def _bears_initials(line: Marked, named: _Named) -> bool:
    """Whether a line that is no picture's has a known newsroom's short name as a word: "NPR Shop"."""
    short = [name for key, name in named.spelt.items() if len(key) < _SHORTEST_KEY]
    return (
        bool(short) and line.label not in _SILENT and not set(short).isdisjoint(_WORD.findall(line.content))
    )


def _hosts(content: str) -> Iterator[str]:
    """The sites whose addresses a line has, without what most names of hosts begin with."""
    if "." in content:
        for match in _HOST.finditer(content):
            labels = (match[1] or match[2]).lower().split(".")
            while len(labels) > 2 and labels[0] in _SUBDOMAINS:
                labels.pop(0)
            if labels[-1].isalpha():
                yield ".".join(labels)


def _agree(key: str, host: str) -> bool:
    return len(key) >= _SHORTEST_KEY and len(host) >= _SHORTEST_KEY and (key == host or host.startswith(key))


def _mentions(front: Sequence[Marked], marked: Sequence[Marked]) -> Iterator[Mention]:
    """The names of every line that is not the body's, and those that open the body."""
    first = next((line for line in marked if line.label == "body"), None)
    dateline = find_dateline(first.content, 0, len(first.content)) if first is not None else None
    if first is not None:
        yield from _opening(first, dateline)
    told_place = fold(dateline.place or "") if dateline else ""
    for place, line in enumerate(marked):
        if line.label not in ("body", "caption") or ASIDE.fullmatch(line.content):
            for name in passed_on_from(line.content):
                yield Mention(name, line, {"how passed on": 1.0})
        is_silent = line.label in _SILENT and not (place < len(front) and _is_right(line))
        if not is_silent and not _is_menu(line.content):
            yield from _of_line(place, len(front), marked, told_place)


def _opening(first: Marked, dateline: Dateline | None) -> Iterator[Mention]:
    """The agency of a body's dateline, or of what stands in its stead, and whose an aggregator says it is."""
    opening = _OPENING.match(first.content)
    if dateline is not None and dateline.agency:
        yield Mention(dateline.agency, first, {"how dateline": 1.0})
    elif dateline is None and opening is not None:
        yield Mention(opening[1], first, {"how dateline": 1.0, "how opening": 1.0})
    if (relayed := _RELAYED.match(first.content)) is not None:
        yield Mention(relayed[1], first, {"how relayed": 1.0})
    before = _INTRODUCED.match(first.content)
    if before is not None and sounds_like_a_paper(before[1]) and paper_of(before[1]) is not None:
        yield Mention(before[1], first, {"how relayed": 1.0})


def _of_line(place: int, front: int, marked: Sequence[Marked], told_place: str) -> Iterator[Mention]:
    """The sites and names of the line at ``place``; ``front``: how many lines stand above the body.

    ``told_place``: where the report was sent from, folded.
    """
    line = marked[place]
    for host in _hosts(line.content):
        yield Mention(host, line, {f"how {'mail' if '@' in line.content else 'site'}": 1.0})
    label = _label_of(line.content)
    near = [marked[n] for n in (place - 1, place + 1) if 0 <= n < len(marked)]
    above = [m.content for m in marked[max(0, place - _TOP) : place]]
    signs = _of_place(line, near, place, front) | {"other label": float(label is not None)}
    signs["keyed"] = float(is_keyed(line.content) and _is_field(marked, place))
    for said, how in papers_of(line):
        name = said.removeprefix("www.")
        if name == label or fold(name) == told_place or _is_somebody(name, how, line, marked):
            continue
        if _can_be_paper(name, line.content, above):
            alone = {"alone": float(fold(name) == fold(line.content))} | signs if how in _OF_LINE else {}
            yield Mention(name, line, {f"how {how}": 1.0} | alone)


def _is_somebody(name: str, how: str, line: Marked, marked: Sequence[Marked]) -> bool:
    """Whether a name is of what somebody did ("Words: …. Pictures: …") or of whom the report tells."""
    if line.label == "byline" and f"{name}:" in line.content:
        return True
    return how == "behind headline" and _speaks_below(name, line, marked)


def _is_field(marked: Sequence[Marked], place: int) -> bool:
    """Whether a line near ``place`` is a field, too: "Outlet: …" and "Author: …" are a record."""
    near = range(max(0, place - _RECORD), min(len(marked), place + _RECORD + 1))
    return any(keyed(marked[n].content) for n in near if n != place)


def _speaks_below(name: str, headline: Marked, marked: Sequence[Marked]) -> bool:
    """Whether a name behind a headline's dash is that of somebody the report tells of: "… — OSB".

    A site's own name stands behind a bar or is a paper's.
    """
    if newsroom_called(name) is not None or sounds_like_a_paper(name) or f"| {name}" in headline.content:
        return False
    word = re.compile(rf"\b{re.escape(name)}\b")
    return any(word.search(m.content) for m in marked if m.label == "body")


def _can_be_paper(name: str, line: str, above: Sequence[str]) -> bool:
    """Whether a name is no role, no two persons', no keeper's of pages, no state's and no place's."""
    if fold(name) in KEEPERS or is_role(name) or ((" and " in name or "&" in name) and signed_by(name)):
        return False
    if writers_in_places(name) is not None:
        return False
    if STATE.fullmatch(name) or RELEASED.fullmatch(name):
        return False
    if is_of_sport(name, line) or is_place_of_speech(name, line, above):
        return False
    if newsroom_called(name) is None and (_is_place(name) or len(name) <= _INITIALS):
        return False  # "Hong Kong, 3 May"; but "RT"
    return len(name.split()) <= _LONGEST_NAME and not _NO_NAME.search(name)


def _is_place(name: str) -> bool:
    """Whether a name is a known place's; "Gaza City" is, as Gaza is one."""
    plain = unaccented(name.lower())
    return not {plain, plain.removesuffix(" city")}.isdisjoint(
        languages.of(None).grammar(PlaceGrammar).places
    )


def _label_of(content: str) -> str | None:
    """What a line's label says it gives ("Languages: …"); None where it is no label or a paper's."""
    label = _LABELLED.match(content)
    if label is None or starts_as_source(content) or is_keyed(content) or sounds_like_a_paper(label[1]):
        return None
    return label[1]


def _is_right(line: Marked) -> bool:
    """Whether a line that looks like a picture's credit is a paper's right to what stands below."""
    name = paper_of(line.content) if line.content.startswith(("©", "(c)", "(C)")) else None
    return name is not None and sounds_like_a_paper(name)


_OF_LINE = ("line", "part")
# What speaks for a name besides the one line that has it.
_SPEAKING = (
    "sounds", "known", "again", "host", "mentions", "keyed", "source", "dated", "beside date",
    "how before byline", "how behind byline", "how behind headline", "how beside name", "how byline",
    "how called", "how dateline", "how employer", "how mail", "how owner", "how passed on", "how relayed",
    "how rights", "how site", "how staff",
)  # fmt: skip
_DATELINE = frozenset(("how dateline",))


def _of_place(line: Marked, near: Sequence[Marked], place: int, front: int) -> dict[str, float]:
    """What the line says for its names: its labels, its day, the lines beside it."""
    return {
        **{
            f"as {label}": odds
            for label, odds in zip(LABELS, line.odds or _sure(line), strict=True)
            if odds > 0.02
        },
        "settled": float(line.label in _NAMING),
        "dated": float(date_of(line.content) is not None),
        "source": float(starts_as_source(line.content)),
        "on top": float(place < front),
        "first": float(place == 0),
        "before day": float(is_before_day(line.content)),
        "beside date": float(any(m.label == "date" for m in near)),
        "beside byline": float(any(m.label == "byline" for m in near)),
        "beside headline": float(any(m.label == "headline" for m in near)),
    }


def _sure(line: Marked) -> list[float]:
    return [float(label == line.label) for label in LABELS]


def _is_menu(content: str) -> bool:
    """Whether a line is a row of short words with marks between: "Opinion | Columns | Letters"."""
    parts = PART.split(content)
    return (
        len(parts) > 2 and all(part.isalpha() for part in parts) and not any(map(sounds_like_a_paper, parts))
    )
