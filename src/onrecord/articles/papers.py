"""Which paper the lines around a body name: all names that could be it, weighed by what speaks for each.

A name speaks for itself where a masthead, a line with the day, a byline, a right of copying, a writer's note
or an address bears it; several that agree say more than the surest alone. What each is worth is learned
(``training/papers.py``); where nothing is worth more than nothing, no paper is named.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord import languages
from onrecord.articles.bylines import begins_as_byline, is_person, is_role, signed_by, writers_in
from onrecord.articles.called import called_in, employers_in, passed_on_from, staffed_by
from onrecord.articles.datelines import find_dateline
from onrecord.articles.features import fold
from onrecord.articles.imprints import (
    date_of,
    is_company,
    is_place_of_speech,
    names_in,
    paper_of,
    sounds_like_a_paper,
    starts_as_source,
    undated,
)
from onrecord.articles.marked import Marked
from onrecord.articles.newsrooms import newsroom_called
from onrecord.articles.paper_weights import WEIGHTS
from onrecord.articles.tagging import LABELS, Label
from onrecord.languages.furniture import AGENCIES, BYLINE_LEADS, KEEPERS, ROLE_WORDS, STAFF_WORDS
from onrecord.languages.grammar import PlaceGrammar

# A byline behind the paper's name: what stands before it can name the paper.
_BY = re.compile(r"^(.{3,80}?)(?:[|·•.;–—]|\s-)\s*By [A-ZÀ-Þ]")
_TAIL = re.compile(r"(?:\b(?:[Ff]or|of) (?:the )?|[|,/(·•–-] ?)([A-ZÀ-Þ][^|,/()·•]{2,40})$")
_ADDRESS = re.compile(r"(?:[-*•] )?(?:[A-Za-z][\w ]{0,20}:\s*)?https?://\S{4,500}")
_HOST = re.compile(r"(?:https?://|www\.|@)([\w-]+(?:\.[\w-]+)+)|^([\w-]+(?:\.[\w-]+){1,3})$")
# What stands behind the name of a sender: "Ostrey Herald <news@ostrey.example>".
_MAILED = re.compile(r"<[^<>@\s]{1,80}@[^<>\s]{1,80}>")
_NO_NAME = re.compile(r"@|/\w|\s/|^\W*$")
# The state above the name of a ministry: "Republic of Leskara".
_STATE = re.compile(
    r"(?:the )?(?:[^\W\d_]+ ){0,3}(?:republic|kingdom|commonwealth|federation) of [^\W\d_].*", re.IGNORECASE
)
_PART = re.compile(r"\s*[|·•/]\s*|\s{3,}")
_LEADS = re.compile(BYLINE_LEADS, re.IGNORECASE)
_PIPE = re.compile(r"(?<!\s)\s*+[|•·]\s*|[|•·]\s*")
_WORD = re.compile(r"[^\W\d_]+")
_FORM = re.compile(
    r"(?:(?<![\s,])[\s,]++(?:Pvt|Private|Limited|Ltd|Inc|LLC|PLC|GmbH|AG)\b\.?){1,4}$", re.IGNORECASE
)
# Who hands on what another has the rights in.
_HANDED_ON = re.compile(
    r"[.,]?(?<!\s)\s++(?:provided|distributed|supplied|syndicated) by\b.*$", re.IGNORECASE
)
# What follows a paper's name in a line about the rights in it.
_RESERVED = re.compile(
    r"[.,;:]?(?<!\s)\s*+"
    r"\b(?:all rights|alle rechte|tous droits|any reproduction|no part|click|terms of)\b.*$",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"\S \s*([|–—-]|«|::) ((?:[^\s|]+ ){0,3}[^\s|]+)$")
# Nouns of those who speak in headlines.
_SPEAKING = ("person", "follower", "group", "members", "body")
# Lines above one in which the heading of a speech is looked for.
_TOP = 3
_OPENING = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'.-]{1,20}(?:,? [A-ZÀ-Þ][\w’'.-]{1,20}){0,3} )?"
    r"\(([A-Z][\w&. -]{2,28})\)\s?(?:--|—|–|-)\s"
)
# What an aggregator writes before a text: its own short name, and whose the text is.
_RELAYED = re.compile(r"\([A-Z]{3,9} ?[–-] ?([A-ZÀ-Þ][^()]{2,38})\)\s")
# A label that says what stands behind it.
_LABELLED = re.compile(r"([^\W\d_][^\W\d_ ]{1,20}(?: [^\W\d_]{2,20})?) ?:\s+\S")
_SUBDOMAINS = frozenset(("www", "m", "amp", "mobile", "edition", "en", "web", "news"))
# Lines that name no paper, whatever they say: a picture's credit names who took the picture.
_SILENT: tuple[Label, ...] = ("body", "caption", "pullquote", "correction", "comment", "heading", "dateline")
_NAMING: tuple[Label, ...] = ("outlet", "masthead", "page")
_LONGEST_NAME = 5
# Lines longer than this tell, and do not name.
_LONGEST_LINE = 24
_SHORTEST_KEY = 4
_LONG_LABEL = 10


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
    return _spelt(best[1], [name for name, _ in found]) if best is not None else None


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
    """Every name that could be the paper's, as it stands first, with all that speaks for and against it."""
    around = [m for m in marked if m.label not in ("body", "headline")]
    folded = [(m.span, fold(m.content)) for m in around]
    hosts = {fold(host.partition(".")[0]) for m in around for host in _hosts(m.content)}
    found: dict[str, tuple[str, dict[str, float], list[Marked]]] = {}
    for mention in _mentions(front, marked):
        key = fold(mention.name).removeprefix("the")
        name, signs, lines = found.setdefault(key, (mention.name, {}, []))
        for sign, much in mention.signs.items():
            signs[sign] = max(signs.get(sign, 0.0), much)
        lines.append(mention.line)
    for key, (name, signs, lines) in found.items():  # what all mentions of a name say together
        own = {line.span for line in lines}
        again = (
            sum(key in told for span, told in folded if span not in own) if len(key) >= _SHORTEST_KEY else 0
        )
        signs.update(_of_name(name))
        signs["mentions"] = min(len(own), 3) - 1.0
        signs["again"], signs["again twice"] = float(again > 0), float(again > 1)
        signs["host"] = float(any(_agree(key, host) for host in hosts))
    return [(name, signs) for name, signs, _ in found.values()]


def _of_name(name: str) -> dict[str, float]:
    """What the name itself says."""
    words, known = name.split(), newsroom_called(name) is not None
    return {
        "any": 1.0,
        "sounds": float(sounds_like_a_paper(name)),
        "address": float("." in name and " " not in name),
        "company": float(is_company(name)),
        "person": float(is_person(name) and not sounds_like_a_paper(name)),
        "agency": float(name in AGENCIES),
        "known": float(known),
        "known word": float(known and len(words) == 1),
        "place": float(name.lower() in languages.of(None).grammar(PlaceGrammar).places),
        "the": float(name.startswith("The ")),
        "letters": float(name.isupper() and len(words) == 1 and len(name) <= 5),
        "capitals": float(name.isupper() and len(words) > 1),
        "one word": float(len(words) == 1),
        "long": float(len(words) > 3),
    }


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
    """The names of every line that is not the body's, and that of the body's dateline."""
    first = next((line for line in marked if line.label == "body"), None)
    told_place = ""
    if first is not None:
        dateline, opening = find_dateline(first.content, 0, len(first.content)), _OPENING.match(first.content)
        agency = dateline.agency if dateline else opening[1] if opening else None
        if agency:
            yield Mention(agency, first, {"how dateline": 1.0} | ({} if dateline else {"how opening": 1.0}))
        if (relayed := _RELAYED.match(first.content)) is not None:
            yield Mention(relayed[1], first, {"how relayed": 1.0})
        told_place = fold(dateline.place or "") if dateline else ""
    for place, line in enumerate(marked):
        is_silent = line.label in _SILENT and not (place < len(front) and _is_right(line))
        if line.label not in ("body", "caption"):
            for name in passed_on_from(line.content):
                yield Mention(name, line, {"how passed on": 1.0})
        if is_silent or _is_menu(line.content):
            continue
        for host in _hosts(line.content):
            yield Mention(host, line, {f"how {'mail' if '@' in line.content else 'site'}": 1.0})
        label = _label_of(line.content)
        near = [marked[n] for n in (place - 1, place + 1) if 0 <= n < len(marked)]
        signs = _of_place(line, near, place, len(front)) | {"other label": float(label is not None)}
        for said, how in _names(line):
            name = said.removeprefix("www.")
            above = [m.content for m in marked[max(0, place - _TOP) : place]]
            if line.label == "byline" and f"{name}:" in line.content:
                continue  # what somebody did, not where: "Words: …. Pictures: …"
            if name != label and fold(name) != told_place and _can_be_paper(name, line.content, above):
                alone = float(fold(name) == fold(line.content))
                yield Mention(
                    name,
                    line,
                    {f"how {how}": 1.0, "alone": alone, **signs} if how in _OF_LINE else {f"how {how}": 1.0},
                )


def _can_be_paper(name: str, line: str, above: Sequence[str]) -> bool:
    """Whether a name is no role, no two persons', no keeper's of pages, no state's, no place of a speech."""
    if fold(name) in KEEPERS or is_role(name) or ((" and " in name or "&" in name) and signed_by(name)):
        return False
    if _STATE.fullmatch(name) or is_place_of_speech(name, line, above):
        return False
    return len(name.split()) <= _LONGEST_NAME and len(name) > 2 and not _NO_NAME.search(name)


def _label_of(content: str) -> str | None:
    """What a line's label says it gives ("Languages: …"); None where it is no label or a paper's."""
    label = _LABELLED.match(content)
    if label is None or starts_as_source(content) or sounds_like_a_paper(label[1]):
        return None
    return label[1]


def _is_right(line: Marked) -> bool:
    """Whether a line that looks like a picture's credit is a paper's right to what stands below."""
    name = paper_of(line.content) if line.content.startswith(("©", "(c)", "(C)")) else None
    return name is not None and sounds_like_a_paper(name)


_OF_LINE = ("line", "part")
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
        "beside date": float(any(m.label == "date" for m in near)),
        "beside byline": float(any(m.label == "byline" for m in near)),
        "beside headline": float(any(m.label == "headline" for m in near)),
    }


def _sure(line: Marked) -> list[float]:
    return [float(label == line.label) for label in LABELS]


def _names(line: Marked) -> Iterator[tuple[str, str]]:
    """Names in a line that could be the paper's, and how it has them."""
    content = line.content
    parts = [part for part in _PIPE.split(content) if part]
    if "©" in content and len(parts) > 1:
        for part in parts:
            yield from _names(replace(line, content=part))
        return
    if line.label == "headline":
        match = _SUFFIX.search(content)
        if match and not (match[1] != "|" and _says_it(match[2])):
            yield match[2], "behind headline"
        return
    if line.label in ("note", "contact", "byline", "related", "share"):
        for employer in employers_in(content):
            yield employer, "employer"
    if "©" in content or "opyright" in content or content.startswith(("(c)", "(C)")):
        name = paper_of(_RESERVED.sub("", _HANDED_ON.sub("", content)))
        owned = _owned(name)  # a company's rights are its papers', too
        yield from _said(owned, "rights" if owned == name else "owner")
        return
    called = list(called_in(content))
    if called or any(passed_on_from(content)):
        yield from ((each, "called") for each in called)
        return
    if len(content.split()) > _LONGEST_LINE or _ADDRESS.match(content):
        return
    yield from ((each, "staff") for each in staffed_by(content))
    is_signed = line.label in ("outlet", "date") and begins_as_byline(undated(content).strip(" ,|"))
    if line.label == "byline" or is_signed:
        yield from _in_byline(content)
    else:
        for number, name in enumerate(_unsigned(_MAILED.sub(" | ", content))):
            yield name, "part" if number else "line"


def _in_byline(content: str) -> Iterator[tuple[str, str]]:
    """A paper before "By …", one that the line ends with, and the whole line where it names nobody."""
    before = _BY.match(content)
    yield from _said(paper_of(before[1]) if before else None, "before byline")
    match = _TAIL.search(content.rstrip(" )"))
    behind = (paper_of(match[1]) or match[1]) if match else None
    if behind is not None and behind.rsplit(maxsplit=1)[-1].lower() not in ROLE_WORDS:
        yield behind, "behind byline"
    if " by " not in content.lower() and not _tells_who(content):
        yield from _said(paper_of(content), "byline")
    for part in _unsigned(content):
        if not (is_person(part) or _words(part) & (ROLE_WORDS | STAFF_WORDS) or begins_as_byline(part)):
            yield part, "beside name"


def _unsigned(content: str) -> Iterator[str]:
    """The names in a line but for those of its writers, and what only says that they are."""
    for piece in _PIPE.split(content):
        writers = (writers_in(piece) or "").split(", ")
        for name in names_in(piece):
            if name not in writers and not (_LEADS.fullmatch(name) or begins_as_byline(name)):
                yield name


def _says_it(name: str) -> bool:
    """Whether what stands behind a headline is who says it, not who prints it: "Port to close - *mayor*"."""
    words = _WORD.findall(name)
    if not words or sounds_like_a_paper(name):
        return False
    lexicon = languages.of(None).lexicon
    unnamed = name == name.lower() and "." not in name
    return unnamed or any(lexicon.has(words[-1].lower(), kind) for kind in _SPEAKING)


def _said(name: str | None, how: str) -> Iterator[tuple[str, str]]:
    if name:
        yield name, how


def _owned(name: str | None) -> str | None:
    """The paper in the name of the company that owns it: "Velm Express Pvt Ltd"; None for no name."""
    core = _FORM.sub("", name) if name else ""
    return core if core and sounds_like_a_paper(core) else name


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
