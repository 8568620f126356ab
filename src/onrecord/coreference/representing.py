"""For whom a person speaks by office: the body or country that the article's own description names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.coreference.page import Page
from onrecord.coreference.registry import Registry
from onrecord.names.persons import parse
from onrecord.names.roles import PERSON_HEADS, Description

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


def principal_of(role: Description, registry: Registry) -> str | None:
    """Whom the holder of ``role`` speaks for, as the description writes it; None when it does not say.

    A body it names ("director at the Harbour Ministry"), the owner of the office ("Norvalia's water
    minister", "Ann Brill's spokesman"), else the country its adjective names ("Russian president").
    Who has left an office speaks for nobody.
    """
    offices = registry.page.offices
    state, agent = role.head in offices.state_heads, role.head in offices.agent_heads
    if role.former or not role.text or not (state or agent or role.head in offices.body_heads):
        return None
    for run in _runs(registry.page, role.text):
        if run.cut:
            return None
        found = _owner(run, registry, state=state, agent=agent)
        if found is not None:
            return found
    return _country(role, registry) if state else None


def _country(role: Description, registry: Registry) -> str | None:
    nations = sorted(m[1:] for m in role.marks if m[0] == "@" and m[1:2] != "@")
    return nations[0] if len(nations) == 1 else _adjective(role.text, registry)


def _owner(run: _Run, registry: Registry, *, state: bool, agent: bool) -> str | None:
    """The body, country or person whom a name in the description of an office makes its owner."""
    words = _untitled(registry.page, run.words)
    linked = run.before in registry.page.rules.body_links or run.possessive
    if not words or not (linked or words != run.words):
        return None
    name = " ".join(words)
    low = name.casefold()
    if not linked and low in registry.page.persons.modifiers:  # "Press Secretary"
        return None
    if _is_body(registry.page, words):
        return name
    if state and linked and low in registry.page.places.nation_of:
        return registry.page.places.nation_of[low]
    return _known_owner(run, registry, name, agent=agent, linked=linked)


def _is_body(page: Page, words: tuple[str, ...]) -> bool:
    """Whether words are the name of a house or body, by its last word or by one inside."""
    name, low = " ".join(words), [w.casefold() for w in words]
    if name.casefold() in page.organisations.metonyms or name in page.organisations.acronyms:
        return True
    bodies = page.offices.organisation_words
    return low[-1] in bodies or (low[-1] not in page.phrases.parties and not bodies.isdisjoint(low))


def _known_owner(run: _Run, registry: Registry, name: str, *, agent: bool, linked: bool) -> str | None:
    """The person or body of the article that is called ``name``: a person where the office is hired."""
    parsed = parse(name)
    person = registry.by_full_name(parsed) if parsed.full else registry.by_short_name(parsed, 0)
    if person is not None:
        hired = agent and (run.possessive or (run.before == "for" and run.last))
        return person.name if hired else None
    body = registry.organisation(name) if linked and (run.possessive or run.last) else None
    return body.name if body is not None else None


def _runs(page: Page, text: str) -> Iterator[_Run]:
    """Runs of capitalised words in a description; small words are taken in inside an organisation's name."""
    tokens = text.split()[:_MAX_WORDS]
    at = 0
    while at < len(tokens):
        if not tokens[at][0].isupper():
            at += 1
            continue
        stop = at + 1
        while stop < len(tokens) and _goes_on(page, tokens, at, stop):
            stop += 1
        yield _run(page, tokens, at, stop)
        at = stop


def _goes_on(page: Page, tokens: list[str], start: int, at: int) -> bool:
    """Whether token ``at`` belongs to the run from ``start``: a capital, or small inside a body's name."""
    if _ends(tokens[at - 1]):
        return False
    if tokens[at][0].isupper():
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    if tokens[at].casefold() not in page.rules.inside_names or not following[:1].isupper():
        return False
    return any(_bare(t).casefold() in page.offices.organisation_words for t in tokens[start:at])


def _run(page: Page, tokens: list[str], start: int, stop: int) -> _Run:
    """The run of tokens from ``start`` up to ``stop``."""
    before = next((t.casefold() for t in reversed(tokens[:start]) if t.casefold() != "the"), "")
    owns = bool(_POSSESSIVE.search(tokens[stop - 1].rstrip(",.;")))
    after = tokens[stop] if stop < len(tokens) else ""
    cut = after == "to" or (owns and before in page.rules.body_links and after[:1].isupper())
    return _Run(tuple(map(_bare, tokens[start:stop])), before, owns, last=not after, cut=cut)


def _ends(token: str) -> bool:
    return token.endswith((",", ";")) or bool(_POSSESSIVE.search(token))


def _bare(token: str) -> str:
    return _POSSESSIVE.sub("", token.strip(',;:()"“”'))


def _untitled(page: Page, words: tuple[str, ...]) -> tuple[str, ...]:
    """``words`` without titles before a name and the office after it: "FBI Director" is the FBI's."""
    start, stop = 0, len(words)
    while stop and words[stop - 1].casefold() in PERSON_HEADS:
        stop -= 1
    while (
        start < stop
        and words[start].casefold().strip(".") in page.persons.titles | page.persons.honorifics
        and start + 1 < stop
    ):
        if any(w.casefold() in page.offices.organisation_words for w in words[start:stop]):
            break
        start += 1
    return words[start:stop]


def _adjective(text: str, registry: Registry) -> str | None:
    """A country that only the article knows: "Norvalian president" where it names Norvalia."""
    for token in text.split()[:_MAX_WORDS]:
        if token[0].isupper() and token.endswith("n"):
            body = registry.organisation(token[:-1])
            if body is not None and body.name == token[:-1]:
                return body.name
    return None
