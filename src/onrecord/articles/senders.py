"""Who sent a message: a person, a paper or both.

A name is a paper's where the address says so (the site's own name, a mailbox that nobody writes from by
hand), a person's where the mailbox is its own. What neither tells is weighed with the article's lines, of
which the sender is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.articles.bylines import is_person
from onrecord.articles.imprints import sounds_like_a_paper
from onrecord.articles.marked import Marked
from onrecord.articles.tagging import Label
from onrecord.languages.furniture import CARRIERS, FUNCTION_WORDS, ROLE_WORDS, SECTION_WORDS, STAFF_WORDS
from onrecord.records import Span

# Addresses that nobody writes from by hand.
_ROLE = re.compile(
    r"(?:[\w-]+[._-])?(?:alerts?|news(?:letters?|room|desk|wire)?|digest|today|morning|evening|daily|weekly"
    r"|briefings?|updates?|no-?reply|do-?not-?reply|editors?|desk|hello|info|mail(?:er)?|post|press"
    r"|subscriptions?|bounces?|headlines|reply)",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"(?<!\s)\s++(?:(?:news|breaking|daily|morning|evening|weekly)\s++)?(?:alerts?|newsletters?|digest|updates|briefing)$",
    re.IGNORECASE,
)
_OLD_ADDRESS = re.compile(r"(?:(?<!\s)\s++)?\[(?:mailto:)?([^\]\s@]{1,200}+@[^\]\s]{1,300}+)\]")
_ADDRESSED = re.compile(r"(.{0,300}?)(?:(?<!\s)\s++)?<\s*+([^<>@\s]{1,200}@[^<>\s]{1,300})\s*+>\s*+;?$")
_NAMED_BEHIND = re.compile(r"([^<>@\s]{1,200}@[^<>\s()]{1,300})(?:\s+\((.{1,200})\))?$")
# "Nora Quill from The Tidewater Letter", "Nora Quill, The Tidewater Letter", "Ostrey Herald: Nora Quill".
_APART = re.compile(
    r"\s(?:from|at|of|by|for|with)\s|(?:(?<!\s)\s++)?(?:[,|:–—•·]\s++|\()|\s-\s", re.IGNORECASE
)
# How lists and services pass a message on: "'Ostrey Herald' via Clips".
_VIA = re.compile(r"\svia\s", re.IGNORECASE)
_LAST_FIRST = re.compile(r"([A-ZÀ-Þ][\w’'-]+), ([A-ZÀ-Þ][\w’'-]+(?: [A-Z]\.?)?)")
_WORD = re.compile(r"[^\W\d_]+")
_NO_NAMES = SECTION_WORDS | STAFF_WORDS | ROLE_WORDS | FUNCTION_WORDS
_SHORTEST = 4
_MOST_WORDS = 4
_LONGEST = 400


class Sender(NamedTuple):
    """The person and the paper that a "From" names, ``""`` for what it does not; what may yet be weighed."""

    person: str = ""
    paper: str = ""
    name: str = ""
    address: str = ""

    def lines(self) -> list[Marked]:
        """The sender as lines beside the article's own: a name that may be anybody's, and the address."""
        label: Label = "outlet" if sounds_like_a_paper(self.name) else "byline"
        lines = (Marked(label, Span(-1, -1), self.name), Marked("contact", Span(-2, -2), self.address))
        return [line for line in lines if line.content]


def sender_of(written: str) -> Sender:
    """What a "From" says, in any of the ways of mail programs, lists and services."""
    name, passed_by, address = _parted(" ".join(written[:_LONGEST].split()))
    local, _, host = address.rpartition("@")
    said = "" if _is_service(host) else address
    core = _ADDED.sub("", name)
    for person, paper in _pairs(core, passed_by):
        if _is_papers(paper, local, host) or _is_local(paper, local) or sounds_like_a_paper(paper):
            return Sender(person, paper, address=said)
    if _NO_NAMES.issuperset(word.lower() for word in _WORD.findall(core)):
        return Sender(address=said)
    if _is_papers(core, local, host) or (said and _ROLE.fullmatch(local)):
        return Sender(paper=core, address=said)
    turned = _LAST_FIRST.fullmatch(core)
    core = f"{turned[2]} {turned[1]}" if turned else core
    if is_person(core) or _is_own(core, local):
        return Sender(core, address=said)
    # "Nora <nora@…>" is somebody, and no name of a writer.
    return Sender(name="" if _is_local(core, local) else core, address=said)


def _is_local(name: str, local: str) -> bool:
    """Whether a name is what stands before the @, in other letters."""
    return _letters(name) == _letters(local)


def is_addressed(written: str) -> bool:
    """Whether a byline is one address, with or without a name."""
    return written.count("@") == 1 and any(form.match(written) for form in (_ADDRESSED, _NAMED_BEHIND))


def _parted(written: str) -> tuple[str, str, str]:
    """The name, who passed the message on for it, the address."""
    written = _OLD_ADDRESS.sub(r" <\1>", written).strip()
    addressed, behind = _ADDRESSED.match(written), _NAMED_BEHIND.match(written)
    name, address = written, ""
    if addressed is not None:
        name, address = addressed[1], addressed[2]
    elif behind is not None:
        name, address = behind[2] or "", behind[1]
    name, *via = (part.strip(" \"'“”‘’") for part in _VIA.split(name, maxsplit=1))
    return name, "".join(via), address


def _pairs(core: str, passed_by: str) -> Iterator[tuple[str, str]]:
    """Every reading of a name as a person's and a paper's."""
    for match in _APART.finditer(core):
        sides = core[: match.start()].strip(), core[match.end() :].strip(" )")
        yield from ((one, other) for one, other in (sides, sides[::-1]) if is_person(one) and other)
    if passed_by and is_person(core):
        yield core, passed_by


def _is_papers(name: str, local: str, host: str) -> bool:
    """Whether ``name`` is that of the site; or of the mailbox, and one of its words is that of a paper.

    A service that sends letters for others has one mailbox for each of them.
    """
    words = name.removeprefix("The ").split()
    letters, mailbox = _letters("".join(words)), _letters(local)
    if not letters or not host:
        return False
    if sounds_like_a_paper(name) and letters in mailbox:
        return True
    if _is_service(host):
        return letters == mailbox and not is_person(name)
    labels = [_letters(label) for label in host.split(".")]
    initials = "".join(word[0].lower() for word in words)
    if letters in labels or (len(words) > 2 and initials in labels):
        return True
    return len(letters) >= _SHORTEST and letters in _letters(host)


def _is_service(host: str) -> bool:
    """Whether a host carries the letters of others: its name is nobody's paper."""
    return not CARRIERS.isdisjoint(host.lower().split("."))


def _is_own(name: str, local: str) -> bool:
    """Whether a mailbox bears one of a name's words, and not all: a person's own ("sam@…", "s.herald@…")."""
    words, mailbox = [_letters(word) for word in name.split()], _letters(local)
    if not 2 <= len(words) <= _MOST_WORDS or mailbox == "".join(words):
        return False
    return any(len(word) > 2 and word in mailbox for word in words)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
