"""Names in one line that could be its paper's, and how the line has them: alone, in a byline, as a right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord import languages
from onrecord.articles.bylines import begins_as_byline, is_person, writers_in
from onrecord.articles.called import called_in, employers_in, passed_on_from, spoken_of, staffed_by
from onrecord.articles.imprints import names_in, paper_of, sounds_like_a_paper, undated
from onrecord.articles.marked import Marked
from onrecord.articles.newsrooms import newsroom_called
from onrecord.articles.tagging import Label
from onrecord.languages.furniture import BYLINE_LEADS, EMPLOYER_WORDS, ROLE_WORDS, STAFF_WORDS
from onrecord.languages.page_asides import PART_BEFORE
from onrecord.names.persons import is_given

# A byline behind the paper's name: what stands before it can name the paper.
_BY = re.compile(r"^(.{3,80}?)(?:[|·•.;–—]|\s-)\s*By [A-ZÀ-Þ]")
_TAIL = re.compile(r"(?:\b(?:[Ff]or|of) (?:the )?|(?:[|,/(·•]|(?<=\s)[–—-]) ?)([A-ZÀ-Þ][^|,/()·•]{2,40})$")
_ADDRESS = re.compile(r"(?:[-*•] )?(?:[A-Za-z][\w ]{0,20}:\s*)?https?://\S{4,500}")
# "AFTENBLADET ENGLISH EDITION" is the paper's.
_EDITION = re.compile(
    r"(?<=\w)(?:,? (?:english|international|national|european|asian|us|uk|weekend|sunday|digital|online))"
    r"{1,2} edition$",
    re.IGNORECASE,
)
# What stands behind the name of a sender: "Ostrey Herald <news@ostrey.example>".
_MAILED = re.compile(r"<[^<>@\s]{1,80}@[^<>\s]{1,80}>")
_LEADS = re.compile(BYLINE_LEADS, re.IGNORECASE)
_PIPE = re.compile(r"(?<!\s)\s*+[|•·]\s*|[|•·]\s*")
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
# Lines that may say for whom a writer works.
_EMPLOYING: tuple[Label, ...] = ("note", "contact", "byline", "related", "share")
# Lines longer than this tell, and do not name.
_LONGEST_LINE = 24
_WORD = re.compile(r"[^\W\d_]+")


def papers_of(line: Marked) -> Iterator[tuple[str, str]]:
    """Names in a line that could be the paper's, and how it has them."""
    content = line.content
    parts = [part for part in _PIPE.split(content) if part]
    if "©" in content and len(parts) > 1:
        for part in parts:
            yield from papers_of(replace(line, content=part))
        return
    if line.label == "headline":
        yield from _behind_headline(content)
        return
    if line.label in _EMPLOYING:
        yield from ((employer, "employer") for employer in employers_in(content))
    if "©" in content or "opyright" in content or content.startswith(("(c)", "(C)")):
        yield from _in_rights(content)
        return
    called = list(called_in(content))
    if called or any(passed_on_from(content)):
        yield from ((each, "called") for each in called)
        return
    yield from _told(line)


def _behind_headline(content: str) -> Iterator[tuple[str, str]]:
    part = PART_BEFORE.match(content)
    match = _SUFFIX.search(content, part.end() if part else 0)
    if match and not (match[1] != "|" and _says_it(match[2])):
        yield match[2], "behind headline"


def _in_rights(content: str) -> Iterator[tuple[str, str]]:
    """Who has the rights; a company's are its papers', too."""
    name = paper_of(_RESERVED.sub("", _HANDED_ON.sub("", content)))
    owned = _owned(name)
    yield from _said(owned, "rights" if owned == name else "owner")


def _told(line: Marked) -> Iterator[tuple[str, str]]:
    """The names in a line that neither gives rights nor says what it calls a paper."""
    content = line.content
    yield from ((each, "spoken of") for each in spoken_of(content))  # known: worth that, and no more
    if len(content.split()) > _LONGEST_LINE or _ADDRESS.match(content):
        return
    yield from ((each, "staff") for each in staffed_by(content))
    is_signed = line.label in ("outlet", "date") and begins_as_byline(undated(content).strip(" ,|"))
    if line.label == "byline" or is_signed:
        yield from _in_byline(content)
    else:
        for number, name in enumerate(_unsigned(_MAILED.sub(" | ", _EDITION.sub("", content)))):
            yield name, "part" if number else "line"


def _in_byline(content: str) -> Iterator[tuple[str, str]]:
    """A paper before "By …", one that the line ends with, and the whole line where it names nobody."""
    before = _BY.match(content)
    yield from _said(paper_of(before[1]) if before else None, "before byline")
    yield from ((paper, "behind byline") for paper in _grown(content))
    match = _TAIL.search(content.rstrip(" )"))
    behind = (paper_of(match[1]) or match[1]) if match else None
    if behind is not None and not _is_role_or_writer(behind):
        yield behind, "behind byline"
    if " by " not in content.lower() and not _tells_who(content):
        yield from _said(paper_of(content), "byline")
    yield from ((part, "beside name") for part in _unsigned(content) if not _is_of_writers(part))


def _is_role_or_writer(name: str) -> bool:
    """Whether what stands behind a writer's name says what they are, for whom, or names one more."""
    return name.rsplit(maxsplit=1)[-1].lower() in ROLE_WORDS or _is_body(name) or _is_writer(name)


def _is_of_writers(part: str) -> bool:
    """Whether a part of a byline names writers, their body or what they do."""
    says_role = not (ROLE_WORDS | STAFF_WORDS).isdisjoint(_words(part))
    return says_role or _is_body(part) or is_person(part) or begins_as_byline(part)


def _grown(content: str) -> Iterator[str]:
    """A known newsroom's name right behind that of a writer: "By Nora Quill Fox News"."""
    words = content.split()
    tails = (" ".join(words[at:]) for at in range(2, len(words)))
    return (tail for tail in tails if newsroom_called(tail) is not None)


def _is_writer(name: str) -> bool:
    """Whether a name behind a writer’s is another writer’s, by its given name: "By Ann Quill, *John Olm*"."""
    return is_person(name) and is_given(name.partition(" ")[0]) and not sounds_like_a_paper(name)


def _is_body(name: str) -> bool:
    """Whether a name is that of a body which employs its writers: "University of Velm"."""
    if sounds_like_a_paper(name) or newsroom_called(name) is not None:
        return False
    return not EMPLOYER_WORDS.isdisjoint(_words(name))


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


def _tells_who(content: str) -> bool:
    """Whether a byline names persons or a desk."""
    if _words(content) & (ROLE_WORDS | STAFF_WORDS):
        return True
    return any(map(is_person, re.split(r"[,|]| and ", content)))
