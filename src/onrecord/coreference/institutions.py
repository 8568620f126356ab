"""Organisations called by their noun: "the ministry", "the Brill campaign", "his group"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import takewhile

from onrecord.coreference import antecedents, named
from onrecord.coreference.body_nouns import called, is_another_kind
from onrecord.coreference.descriptors import own_words
from onrecord.coreference.discourse import Discourse
from onrecord.coreference.entities import Entity
from onrecord.coreference.named_anew import named_anew
from onrecord.coreference.page import Page
from onrecord.coreference.pronominal import is_collective
from onrecord.languages.grammar import CoreferenceGrammar
from onrecord.names.roles import Description, describe
from onrecord.records import Span

# Words looked back for a body's fuller name.
_REACH = 1500
# Words of the longest plural that is a source by itself.
_SHORT = 6


def organisation(discourse: Discourse, said: Description, span: Span, words: range) -> Entity | None:
    """An organisation called by its noun: "the ministry", "the Brill campaign", "the group"."""
    at = words.start
    holder = next((e for i in words if (e := discourse.registry.by_word.get(i)) is not None), None)
    if holder is not None and holder.name:
        return _part_of(discourse, holder, said, span, at)
    if any(discourse.page.is_capital(i) and not _tells_its_seat(discourse.page, i) for i in words[1:]):
        return named_anew(discourse, span, words) or own_words(discourse, "organisation", said, span, at)
    found = _named_with(discourse, said.head, at) if said.definite and not said.owner else None
    if found is not None and _is_borne(said, found):
        return discourse.mention(found, at, span, f"the {said.head} named before")
    if said.owner in discourse.page.pronouns.pronouns.keys() - discourse.page.pronouns.neuter:
        return _his(discourse, said, span, at)
    return _spoken_of(discourse, said, span, words) or _of_its_own(discourse, said, span, at)


def medium(discourse: Discourse, said: Description, at: int) -> Entity | None:
    """The one body that "the newspaper" or "the network" may be: it is called like a paper or station."""
    page, rules = discourse.page, discourse.page.rules
    if not said.definite or said.owner or said.head not in rules.media or not said.marks <= rules.of_media:
        return None
    titles = page.offices.short_names - page.language.lexicon.nouns("body")  # no "league"
    near = _bodies_near(discourse, at)
    known = [e for e in near if _is_medium(e.name or "", said.head, titles, rules)]
    return known[0] if len(known) == 1 else None


def _bodies_near(discourse: Discourse, at: int) -> list[Entity]:
    """The organisations with a name that were last mentioned not too long before word ``at``."""
    bodies = [e for e in discourse.entities if e.type == "organisation" and e.name and e.at and e.at[0] < at]
    return [e for e in bodies if at - e.at[bisect_left(e.at, at) - 1] < _REACH]


def _is_medium(name: str, noun: str, titles: frozenset[str], rules: CoreferenceGrammar) -> bool:
    """Whether a body has a paper's title or tells of news ("Karst News"), or a station's letters."""
    low = name.casefold().split()
    return (
        low[-1] in titles or not rules.of_media.isdisjoint(low) or (noun in rules.lettered and name.isupper())
    )


def _spoken_of(discourse: Discourse, said: Description, span: Span, words: range) -> Entity | None:
    """The organisation that was told of before, spoke last, or is in focus."""
    at = words.start
    outlet = medium(discourse, said, at)
    if outlet is not None:
        return discourse.mention(outlet, at, span, f"the {said.head} named before")
    told = called(discourse, said, at) if _tells_which(discourse.page, said) else []
    if told:
        body = _clearest(discourse, told, at)
        return None if body is None else discourse.mention(body, at, span, f"“{said.text}”: called so before")
    found = _administration(discourse, said, span, at) or _spoke_last(discourse, said, span, at)
    return _in_focus(discourse, said, span, words) if found is None else found


def _tells_which(page: Page, said: Description) -> bool:
    """Whether a noun with "the" means one kind of bodies, and not just any company or group."""
    rules = page.rules
    wide = said.head in rules.any_body | (rules.companies - page.language.lexicon.nouns("business"))
    return said.definite and not said.owner and (bool(said.marks) or not wide)


def _clearest(discourse: Discourse, bodies: list[Entity], at: int) -> Entity | None:
    """The one of ``bodies``, or that of several which is spoken of, if one leads clearly."""
    if len(bodies) == 1:
        return bodies[0]
    scores = antecedents.rank(discourse, at, None, kind="organisation")
    best = antecedents.choose([s for s in scores if s.entity in bodies])
    return best.entity if best is not None else None


def _may_be(discourse: Discourse, noun: str, body: Entity, at: int) -> bool:
    """Whether a noun for a company or an overseer can mean a body, by its name and what is told of it."""
    page = discourse.page
    if is_another_kind(discourse, noun, body, at):
        return False
    if noun in page.rules.overseers:
        return _is_of_state(page, body)
    return noun not in page.rules.companies - page.offices.collectives or not _is_of_state(page, body, noun)


def _led_by_who_spoke(discourse: Discourse, at: int) -> Entity | None:
    """The one body whose name the office of who spoke last holds: "*Orla's* chief, Ann Brill, said"."""
    last = discourse.recent(at)
    if last is None or last.type != "person":
        return None
    told = frozenset().union(*(role.marks for role in last.roles if not role.former))
    bodies = (e for e in discourse.lately(at) if e.type == "organisation" and e.name)
    led = [e for e in bodies if told.issuperset((e.name or "").casefold().split())]
    return led[0] if len(led) == 1 else None


def _tells_its_seat(page: Page, at: int) -> bool:
    """Whether a word only tells where a body sits: "the *Karst-based* firm"."""
    return page.lower[at].endswith(page.rules.based)


def _in_focus(discourse: Discourse, said: Description, span: Span, words: range) -> Entity | None:
    """The body that the article is about, for a noun alone: "the carmaker", "the regulator"."""
    page, at, rules = discourse.page, words.start, discourse.page.rules
    told = any(not _tells_its_seat(page, i) for i in words[1:-1])
    if told or page.lower[at] != page.phrases.definite or len(words) < 2:
        return None
    if said.head not in rules.companies | rules.any_body | rules.overseers:
        return None
    led = _led_by_who_spoke(discourse, at)
    if led is not None and _may_be(discourse, said.head, led, at):
        return discourse.mention(led, at, span, f"“{said.text}”: that of who spoke last")
    scores = antecedents.rank(discourse, at, None, kind="organisation")
    best = antecedents.choose([s for s in scores if _may_be(discourse, said.head, s.entity, at)])
    if best is None or best.total <= 0:
        return None
    return discourse.mention(best.entity, at, span, f"“{said.text}”: {antecedents.explain(best)}")


def _is_of_state(page: Page, body: Entity, noun: str = "") -> bool:
    """Whether a body is called by what no company is: an agency, a ministry, a league.

    ``noun``: for a company; "the lender" may be a bank, where no "of" tells that it is a country's.
    """
    words = set(f"{body.name} {body.canonical or ''}".casefold().split())
    firms = page.rules.firms.get(noun, frozenset()) if page.rules.partitive not in words else frozenset()
    return not words.isdisjoint(page.offices.organisation_words - page.offices.corporate_words - firms)


def _is_borne(said: Description, body: Entity) -> bool:
    """Whether the name or description of ``body`` holds what narrows ``said`` down.

    "The river office" is not the presidential office, nor "the power company" whichever body spoke last.
    """
    words = body.words | {w.casefold() for name in body.names for w in name.split()}
    return said.marks <= words


def _of_its_own(discourse: Discourse, said: Description, span: Span, at: int) -> Entity | None:
    if said.marks:
        return own_words(discourse, "organisation", said, span, at)
    rules = discourse.page.rules
    if not said.definite or said.owner or said.head in rules.any_body or said.head == rules.administration:
        return None
    return own_words(discourse, "group", said, span, at)  # "the board": another one in the next article


def _administration(discourse: Discourse, said: Description, span: Span, at: int) -> Entity | None:
    """Whose "the administration" is, as told before or by the only head of state."""
    if not said.definite or said.owner or said.marks:
        return None
    found = _told_before(discourse, said.head, at)
    if found is not None:
        return discourse.mention(found, at, span, f"the {said.head} named before")
    head = _only_head(discourse, at) if said.head == discourse.page.rules.administration else None
    if head is None:
        return None
    return _part_of(discourse, head, replace(said, text=f"{head.best.surname[-1]} {said.head}"), span, at)


def _spoke_last(discourse: Discourse, said: Description, span: Span, at: int) -> Entity | None:
    last, rules = discourse.recent(at), discourse.page.rules
    if last is None or not said.definite or said.head not in rules.any_body | rules.companies:
        return None
    if not _is_borne(said, last) or not _may_be(discourse, said.head, last, at):
        return None
    if last.type == "organisation" or is_collective(discourse, last):
        return discourse.mention(last, at, span, f"the {last.type} that spoke last")
    return None


def _his(discourse: Discourse, said: Description, span: Span, at: int) -> Entity | None:
    """What belongs to a person: "his campaign" as "Jonas Abelt's campaign"."""
    best = antecedents.choose(antecedents.rank(discourse, at, discourse.page.pronouns.pronouns[said.owner]))
    if best is None or not best.entity.name:
        return None
    words = said.text.split()[1:]
    return _part_of(
        discourse, best.entity, replace(said, text=f"{best.entity.name}’s {' '.join(words)}"), span, at
    )


def _only_head(discourse: Discourse, at: int) -> Entity | None:
    """The one person whom the article has called a president or governor in office before word ``at``."""
    heads = [
        e
        for e in discourse.introduced(at)
        if e.at[0] < at
        and e.best.surname
        and any(r.head in discourse.page.rules.governing and not r.former for r in e.roles)
    ]
    return heads[0] if len(heads) == 1 else None


def _told_before(discourse: Discourse, noun: str, at: int) -> Entity | None:
    """The body that "the administration" is when the article has spoken of "the Abelt administration"."""
    page, by_word = discourse.page, discourse.registry.by_word
    places = (i for i in range(at - 1, max(0, at - _REACH), -1) if _has_name_before(discourse, noun, i))
    index = next(places, None)
    if index is None:
        return None
    holder = by_word[index - 1]
    if holder is by_word.get(index):
        return holder
    words = range(named.own_words(discourse, range(index), index - 1).start, index + 1)
    span = page.span(words)
    return _part_of(discourse, holder, describe(page.low(words), span.of(page.text)), span, words.start)


def _has_name_before(discourse: Discourse, noun: str, index: int) -> bool:
    """Whether word ``index`` is the noun in running text, with a name right before it."""
    page = discourse.page
    if page.lower[index] != noun or page.headline[index] or page.gap(index - 1) not in (" ", "'s ", "’s "):
        return False
    return index - 1 in discourse.registry.by_word and page.is_capital(index - 1)


def _part_of(discourse: Discourse, holder: Entity, said: Description, span: Span, at: int) -> Entity | None:
    """A part of something named ("the Kremlin press office") is a speaker of its own."""
    part = own_words(discourse, "organisation", said, span, at)
    if part is not None and holder.name and holder.name not in part.acts_for:
        part.acts_for.append(holder.name)
    return part


def _named_with(discourse: Discourse, noun: str, at: int) -> Entity | None:
    """The organisation named last before word ``at`` whose name holds ``noun``."""
    bodies = (e for e in discourse.entities if e.type == "organisation" and e.name and e.at and e.at[0] < at)
    bearers = [e for e in bodies if noun in f"{e.name} {e.canonical or ''}".casefold().split()]
    return max(bearers, key=lambda e: e.at[bisect_left(e.at, at) - 1], default=None)


def seated_in(discourse: Discourse, words: range, span: Span) -> Entity | None:
    """The body that a headline calls by its town: "Karst says" where the text has "the ministry in Karst"."""
    page, at = discourse.page, words.start
    if len(words) != 1 or not page.headline[at]:
        return None
    town = page.lower[at]
    places = (i for i in range(2, len(page)) if page.lower[i] == town and not page.headline[i])
    found: dict[str, tuple[Description, range]] = {}
    for place in places:
        body = range(_opening(page, place - 1), place - 1)
        said = describe(page.low(body), page.span(body).of(page.text)) if body else None
        if page.lower[place - 1] == page.rules.located and said is not None and said.kind == "organisation":
            found.setdefault(said.text, (said, body))
    if len(found) != 1:
        return None
    said, body = next(iter(found.values()))
    entity = own_words(discourse, "organisation", said, page.span(body), body.start)
    return None if entity is None else discourse.mention(entity, at, span, f"“{said.text}” in that town")


def _opening(page: Page, stop: int) -> int:
    """Where the noun phrase before word ``stop`` begins: at "the", which must be near; ``stop`` without."""
    near = range(stop - 1, max(-1, stop - 1 - _SHORT), -1)
    joined = takewhile(lambda i: page.gap(i) == " ", near)
    return next((i for i in joined if page.lower[i] == page.phrases.definite), stop)


def by_last_word(
    discourse: Discourse, said: Description, low: list[str], span: Span, at: int
) -> Entity | None:
    """A noun that only a name makes an organisation's: "the conference" for "U.S. Conference of …"."""
    if low[0] == discourse.page.phrases.definite and len(low) == 2:
        found = _named_with(discourse, low[1], at)
        if found is not None:
            return discourse.mention(found, at, span, f"the {low[1]} named before")
    plural = (
        low[-1].endswith("s") and not low[-1].endswith("ss") and low[0] not in discourse.page.rules.before_one
    )
    return own_words(discourse, "group", said, span, at) if plural and len(low) <= _SHORT else None
