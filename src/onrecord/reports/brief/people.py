"""Everybody who says something in some stories: names, offices, and all their words in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from onrecord.records import Article, Dating, Speaker, Statement, Story
from onrecord.reports.brief.links import Links
from onrecord.reports.brief.variorum import is_unsure, plain, speaker_name
from onrecord.reports.brief.wording import MODES, dating, roles, stance_of
from onrecord.reports.lookup import Lookup

UNCLEAR = "unclear"  # in the anchor of those of whom nobody knows who they are
MOST_VARIANTS = 12
# Words that tell something by themselves, quoted or reported: of 153 sayings of bulk news that stood on first
# screens 21 were shorter or unspoken, most of them the object of a verb.
LEAST_QUOTED, LEAST_WORDS = 4, 6
_MARKS = tuple('“"„«')


@dataclass(frozen=True, slots=True)
class Print:
    """Where words are printed."""

    article_id: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Saying:
    """Words that one speaker said, with everywhere that they are printed alike.

    ``when`` is empty where the text does not tell; ``by`` is what the text calls a speaker nobody identified,
    with whom it may be where the reading has a guess. ``aloud``: it was said, not only thought or planned.
    """

    words: str
    when: str
    note: str
    by: str
    prints: tuple[Print, ...]
    aloud: bool = True

    @property
    def is_telling(self) -> bool:
        """Whether it says something by itself: aloud, and in more than a fragment ("how it would look")."""
        least = LEAST_QUOTED if self.words.startswith(_MARKS) else LEAST_WORDS
        return self.aloud and len(self.words.split()) >= least


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker: a person, an organisation, a document; all that it says, by day, the undated last.

    ``href``: where all is that it says anywhere, if there is such a page. ``sayings`` is empty for whom a
    page has no room.
    """

    id: str
    name: str
    href: str
    kind: str
    roles: tuple[str, ...]
    variants: tuple[str, ...]
    acts_for: tuple[str, ...]
    sayings: tuple[Saying, ...]
    statements: int
    articles: int

    @property
    def days(self) -> list[tuple[str, list[Saying]]]:
        """The sayings by day; last those without one, under an empty name."""
        dated = [s for s in self.sayings if s.when]
        undated = [s for s in self.sayings if not s.when]
        found = [(day, list(said)) for day, said in groupby(dated, key=attrgetter("when"))]
        return [*found, ("", undated)] if undated else found

    @property
    def role(self) -> str:
        """The first role, or what kind of speaker it is where that is no person."""
        return self.roles[0] if self.roles else "" if self.kind in ("person", "unknown") else self.kind


def weight(saying: Saying) -> tuple[bool, int, bool, int]:
    """How much a statement shows of a person: by itself, by who prints it, if it is quoted, by its length."""
    return (
        saying.is_telling,
        len(saying.prints),
        any(mark in saying.words for mark in _MARKS),
        len(saying.words),
    )


def people(
    lookup: Lookup, links: Links, stories: Sequence[Story], *, most: int | None = None
) -> list[Person]:
    """The speakers of ``stories``, those who say most first; last what nobody could be found to have said.

    With their words all of them, or the first ``most``.
    """
    said: dict[str, list[Statement]] = defaultdict(list)
    for story in stories:
        for article_id in story.article_ids:
            for statement in lookup.statements_of(article_id):
                said[_owner(lookup, statement)].append(statement)
    unclear = said.pop("", [])
    ordered = sorted(said, key=lambda key: (-len(said[key]), lookup.speakers[key].name))
    found = [
        _person(lookup, links, lookup.speakers[key], said[key], words=most is None or place < most)
        for place, key in enumerate(ordered)
    ]
    return [*found, *([_nobody(lookup, links, unclear, words=most is None)] if unclear else [])]


def _owner(lookup: Lookup, statement: Statement) -> str:
    """The id of who surely said it; empty where that is unclear."""
    known = statement.speaker_id is not None and statement.speaker_id in lookup.speakers
    return statement.speaker_id or "" if known and not is_unsure(statement) else ""


def _person(
    lookup: Lookup, links: Links, speaker: Speaker, said: Sequence[Statement], *, words: bool
) -> Person:
    others = [lookup.speakers[key].name for key in speaker.acts_for if key in lookup.speakers]
    return Person(
        id=speaker.id,
        name=speaker.name,
        href=links.speaker(speaker.id),
        kind=speaker.type,
        roles=tuple(roles(speaker.offices)),
        variants=tuple(v for v in speaker.variants if v != speaker.name)[:MOST_VARIANTS],
        acts_for=tuple(others),
        sayings=_sayings(lookup, links, said) if words else (),
        statements=len(said),
        articles=len({s.article_id for s in said}),
    )


def _nobody(lookup: Lookup, links: Links, said: Sequence[Statement], *, words: bool) -> Person:
    return Person(
        id=UNCLEAR,
        name="unclear who",
        href="",
        kind="unknown",
        roles=(),
        variants=(),
        acts_for=(),
        sayings=_sayings(lookup, links, said) if words else (),
        statements=len(said),
        articles=len({s.article_id for s in said}),
    )


def _sayings(lookup: Lookup, links: Links, said: Sequence[Statement]) -> tuple[Saying, ...]:
    """In the order in which they were said; headlines only where all are.

    What was printed alike is one, said when the text that knows best says it was.
    """
    told = [s for s in said if not s.headline] or list(said)
    alike: dict[tuple[str, str], list[tuple[Statement, Saying]]] = defaultdict(list)
    for statement in sorted(told, key=_when):
        saying = _saying(lookup, links, statement)
        alike[plain(saying.words), saying.by].append((statement, saying))
    groups = ((min(group, key=_vagueness), group) for group in alike.values())
    return tuple(_merged(best, group) for (_, best), group in sorted(groups, key=lambda g: _when(g[0][0])))


def _merged(best: Saying, group: Sequence[tuple[Statement, Saying]]) -> Saying:
    return best if len(group) == 1 else replace(best, prints=tuple(p for _, s in group for p in s.prints))


def _vagueness(told: tuple[Statement, Saying]) -> tuple[bool, bool]:
    """Sorts what is said on one day before what has a day at all."""
    said = told[0].said
    return said.day is None, not _dated(said)


def _saying(lookup: Lookup, links: Links, statement: Statement) -> Saying:
    article = lookup.articles[statement.article_id].article
    return Saying(
        words=" ".join(statement.content_text(article.text).split()),
        when=dating(statement.said, weekday=True) if _dated(statement.said) else "",
        note=", ".join(_notes(statement, article)),
        by="" if _owner(lookup, statement) else _called(lookup, statement),
        prints=(Print(statement.article_id, links.label(statement), links.span(statement)),),
        aloud=statement.mode not in ("thought", "plan"),
    )


def _called(lookup: Lookup, statement: Statement) -> str:
    """What the text calls a speaker of whom it is unclear who it is, and whom the reading takes it for."""
    if not is_unsure(statement):
        return speaker_name(lookup, None, [statement])[0]
    own = f"“{statement.source_text}”" if statement.source_text else "source not named"
    return f"{own}, perhaps {speaker_name(lookup, statement.speaker_id, [statement])[0]}"


def _notes(statement: Statement, article: Article) -> Iterable[str]:
    """What sort of saying it is, where it is no plain assertion aloud."""
    return filter(None, (stance_of(statement, article), MODES.get(statement.mode)))


def _dated(said: Dating) -> bool:
    return bool(said.edtf or said.earliest or said.latest)


def _when(statement: Statement) -> tuple[str, str, str, int]:
    """Sorts by day; what is bounded alike stands together."""
    said = statement.said
    start = min((s.start for s in statement.content), default=0)
    return said.earliest or said.latest or "9999", said.edtf or "", statement.article_id, start
