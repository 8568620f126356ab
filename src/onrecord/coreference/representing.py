"""For whom a person speaks by office: the body or country that the article's own description names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.coreference.entities import Cast
from onrecord.languages.english.speakers import offices as data
from onrecord.languages.english.speakers.countries import NATION_OF
from onrecord.languages.english.speakers.metonyms import METONYMS
from onrecord.languages.english.speakers.phrases import PARTIES
from onrecord.languages.english.speakers.titles import HONORIFICS, MODIFIERS, TITLES
from onrecord.names.persons import parse
from onrecord.names.roles import PERSON_HEADS, Description

_INNER = frozenset({"of", "for", "and", "on", "the", "&"})
_TO_BODY = frozenset({"of", "for", "at", "with"})
_POSSESSIVE = re.compile(r"['’]s?$")
# Longer descriptions are sentences.
_MAX_WORDS = 30


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalised words of a description: how they hang on what stands before and after.

    ``last``: nothing follows. ``cut``: what follows is more of the name ("Coalition to …", "Brill's List").
    """

    words: tuple[str, ...]
    before: str
    possessive: bool
    last: bool
    cut: bool

    @property
    def name(self) -> str:
        return " ".join(self.words)


def principal_of(role: Description, cast: Cast) -> str | None:
    """Whom the holder of ``role`` speaks for, as the description writes it; None when it does not say.

    A body it names ("director at the Harbour Ministry"), the owner of the office ("Norvalia's water
    minister", "Ann Brill's spokesman"), else the country its adjective names ("Russian president").
    Who has left an office speaks for nobody.
    """
    if role.former or not role.text:
        return None
    state, agent = role.head in data.STATE_HEADS, role.head in data.AGENT_HEADS
    if not (state or agent or role.head in data.BODY_HEADS):
        return None
    for run in _runs(role.text):
        if run.cut:
            return None
        if run.before in _TO_BODY or run.possessive or run.words != _untitled(run.words):
            found = _owner(run, cast, state=state, agent=agent)
            if found is not None:
                return found
    nations = sorted(m[1:] for m in role.marks if m[0] == "@" and m[1:2] != "@")
    if state and len(nations) == 1:
        return nations[0]
    return _adjective(role.text, cast) if state else None


def _owner(run: _Run, cast: Cast, *, state: bool, agent: bool) -> str | None:
    words = _untitled(run.words)
    name = " ".join(words)
    if not words:
        return None
    low = name.casefold()
    linked = run.before in _TO_BODY or run.possessive
    if not linked and low in MODIFIERS:  # "Press Secretary"
        return None
    if low in METONYMS or name in data.FAMOUS_ACRONYMS or words[-1].casefold() in data.ORGANISATION_WORDS:
        return name
    inside = any(w.casefold() in data.ORGANISATION_WORDS for w in words[:-1])
    if inside and words[-1].casefold() not in PARTIES:
        return name
    if state and linked and low in NATION_OF:
        return NATION_OF[low]
    parsed = parse(name)
    person = cast.by_full_name(parsed) if parsed.full else cast.by_short_name(parsed, 0)
    if person is not None:
        hired = agent and (run.possessive or (run.before == "for" and run.last))
        return person.name if hired else None
    body = cast.organisation(name) if linked and (run.possessive or run.last) else None
    return body.name if body is not None else None


def _runs(text: str) -> Iterator[_Run]:
    """Runs of capitalised words in a description; small words are taken in inside an organisation's name."""
    tokens = text.split()[:_MAX_WORDS]
    at = 0
    while at < len(tokens):
        if not tokens[at][0].isupper():
            at += 1
            continue
        stop = at + 1
        while stop < len(tokens) and not _ends(tokens[stop - 1]):
            inner = tokens[stop].casefold() in _INNER and stop + 1 < len(tokens)
            named = any(_bare(t).casefold() in data.ORGANISATION_WORDS for t in tokens[at:stop])
            if not (tokens[stop][0].isupper() or (inner and named and tokens[stop + 1][0].isupper())):
                break
            stop += 1
        before = next((t.casefold() for t in reversed(tokens[:at]) if t.casefold() != "the"), "")
        owns = bool(_POSSESSIVE.search(tokens[stop - 1].rstrip(",.;")))
        after = tokens[stop] if stop < len(tokens) else ""
        cut = after == "to" or (owns and before in _TO_BODY and after[:1].isupper())
        yield _Run(tuple(map(_bare, tokens[at:stop])), before, owns, not after, cut)
        at = stop


def _ends(token: str) -> bool:
    return token.endswith((",", ";")) or bool(_POSSESSIVE.search(token))


def _bare(token: str) -> str:
    return _POSSESSIVE.sub("", token.strip(',;:()"“”'))


def _untitled(words: tuple[str, ...]) -> tuple[str, ...]:
    """``words`` without titles before a name and the office after it: "FBI Director" is the FBI's."""
    start, stop = 0, len(words)
    while stop and words[stop - 1].casefold() in PERSON_HEADS:
        stop -= 1
    while start < stop and words[start].casefold().strip(".") in TITLES | HONORIFICS and start + 1 < stop:
        if any(w.casefold() in data.ORGANISATION_WORDS for w in words[start:stop]):
            break
        start += 1
    return words[start:stop]


def _adjective(text: str, cast: Cast) -> str | None:
    """A country that only the article knows: "Norvalian president" where it names Norvalia."""
    for token in text.split()[:_MAX_WORDS]:
        if token[0].isupper() and token.endswith("n"):
            body = cast.organisation(token[:-1])
            if body is not None and body.name == token[:-1]:
                return body.name
    return None
