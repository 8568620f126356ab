"""Sources that describe their speaker: offices, organisations by their noun, documents, groups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice

from onrecord.coreference import antecedents, issuers, leads
from onrecord.coreference.calling import called_before, own_words
from onrecord.coreference.entities import Entity
from onrecord.coreference.institutions import by_last_word, organisation
from onrecord.coreference.naming import first_known, known
from onrecord.coreference.page import Page
from onrecord.coreference.pronominal import pair
from onrecord.coreference.scene import CROWD, Scene
from onrecord.languages.grammar import HeadKind
from onrecord.names.organisations import organisation_key
from onrecord.names.roles import ACRONYMS, ROLE_OF, Description, agreement, describe
from onrecord.records import Span

_EDGES = ' ,.:;—–-"“”'
# Leads describe first and name later: how many sentences of the article may do so.
_LEAD = 5
# By how much whoever a group is named after leads all others that "his" could mean.
_LEAD_OF_OWNER = 0.8
# How well a lead's group agrees with the headline's: in its noun at least.
_SAME_NOUN = 3.0


def described(scene: Scene, span: Span, words: range) -> Entity | None:
    """The entity a noun phrase means, one for its own words when it means nobody named, or None."""
    page, at = scene.page, words.start
    low = page.low(words)
    if tuple(low) in page.phrases.pairs:
        return pair(scene, at, span)
    if _is_nobody(page, low):
        return None
    text = span.of(page.text).strip(_EDGES)
    said = _of_owner(scene, words, describe(low, text))
    beside = _apposed(scene, words)
    if beside is not None and said.kind in ("person", "none"):
        return scene.mention(beside, at, span, "stands beside the name")
    if len(low) == 1 and low[0] in page.phrases.party_members and not page.headline[at]:
        return _party(scene, f"{text.removesuffix('s')}s", at, span)
    if said.kind == "none" and said.owner in page.pronouns.singular_possessives:  # "his recent", cut short
        best = antecedents.choose(antecedents.rank(scene, at, page.pronouns.pronouns[said.owner]))
        return scene.mention(best.entity, at, span, f"“{said.text}”") if best else None
    if said.kind == "none":
        return by_last_word(scene, said, low, span, at)
    return _BY_KIND[said.kind](scene, said, span, words)


def _is_nobody(page: Page, low: list[str]) -> bool:
    """Whether a phrase names nobody: "many"; or whoever the speaker means: "our colleagues"."""
    empty = page.phrases.quantifiers | page.phrases.determiners
    return low[0] in page.pronouns.first_person or empty.issuperset(low)


def _party(scene: Scene, name: str, at: int, span: Span) -> Entity:
    """The party whose claims "Republican claims" are."""
    party = known(scene, name, at)
    if party is not None:
        return scene.mention(party, at, span, "name")
    return scene.create("organisation", name, at, span, how="name", key=organisation_key(name))


def _of_owner(scene: Scene, words: range, said: Description) -> Description:
    """``said`` with the head of what a possessive owns: "special counsel Brill's *team*"."""
    page = scene.page
    owns = list(filter(page.is_owner, words[:-1]))
    if not owns or page.phrases.prepositions & set(page.lower[words.start : owns[-1]]):
        return said
    owned = describe(page.lower[owns[-1] + 1 : words.stop])
    if not owned.head or owned.head == said.head:
        return said
    return replace(said, head=owned.head, kind=owned.kind, plural=owned.plural, gender=owned.gender)


def _apposed(scene: Scene, words: range) -> Entity | None:
    """The person named right before a dash that opens the phrase ("Brill — the mayor's aide — said")."""
    before = words.start - 1
    if before < 0 or not set(scene.page.gap(before).strip()) & set("-–—―"):
        return None
    entity = scene.cast.by_word.get(before)
    return entity if entity is not None and entity.type == "person" else None


# ------------------------------------------------------------------ persons


def _owners(scene: Scene, words: range) -> frozenset[str]:
    """Words of the phrase that own something: they are not whom it means."""
    return frozenset(scene.page.lower[i] for i in filter(scene.page.is_owner, words))


def _in_lead(scene: Scene, at: int) -> bool:
    return scene.page.headline[at] or scene.page.sentence[at] <= _LEAD


def _meant(scene: Scene, said: Description, words: range) -> tuple[Entity, str] | None:
    """The person a description means, and why; tried from what is surest to what is least so."""
    at, owners = words.start, _owners(scene, words)
    introduced = _introduced(scene, said, at, owners)
    if introduced is not None or not said.definite:
        return introduced
    if owners:
        holder = antecedents.holder(scene, said, at, owners)
        return (holder[0], f" fits {holder[1]}") if holder is not None else None
    before = called_before(scene, said, at)
    if before is not None:
        return before, ": called so before"
    below = leads.named_below(scene, said, at, owners, anywhere=True)
    if below is not None:
        return below, ", named below"
    is_the = scene.page.lower[at] == scene.page.phrases.definite
    focus = antecedents.in_focus(scene, said, at) if is_the else None
    return (focus, ": nobody else is spoken of") if focus is not None else None


def _introduced(
    scene: Scene, said: Description, at: int, owners: frozenset[str]
) -> tuple[Entity, str] | None:
    """Whose introduction, before or soon after, a description repeats."""
    if said.definite or scene.page.headline[at]:
        found = antecedents.fitting(scene, said, at, owners)
        if found is not None:
            return found[0], f" fits {found[1]}"
    if not _in_lead(scene, at):
        return None
    below = leads.named_below(scene, said, at, owners)
    if below is not None:
        return below, " in the lead, named below"
    found = antecedents.fitting(scene, said, at, owners, ahead=True)
    return (found[0], f" in the lead, named below: fits {found[1]}") if found is not None else None


def _person(scene: Scene, said: Description, span: Span, words: range) -> Entity | None:
    at = words.start
    found = _meant(scene, said, words)
    if found is not None:
        entity, how = found
        if entity.type == "person" and _in_lead(scene, at):
            scene.introduce(entity, said)  # what a lead calls somebody, the next paragraphs may vary
        return scene.mention(entity, at, span, f"“{said.text}”{how}")
    if said.definite:
        is_office = not said.owner and _names_institution(scene, said)
        return own_words(scene, "office", said, span, at) if is_office else None
    return own_words(scene, "unknown", said, span, at) if said.marks else None


def _names_institution(scene: Scene, said: Description) -> bool:
    houses = {name.casefold() for name, _ in scene.page.organisations.metonyms.values()}
    return any(m.startswith("@") or m in houses or m in ACRONYMS for m in said.marks)


def _group(scene: Scene, said: Description, span: Span, words: range) -> Entity | None:
    """Several people: those called so before, those that spoke last, or whoever the words describe."""
    at = words.start
    if scene.page.lower[at] in scene.page.rules.told_before:
        found = called_before(scene, said, at) or _unnarrowed(scene, said, at)
        if found is not None:
            return scene.mention(found, at, span, f"“{said.text}”: named before")
        if not said.marks:
            return None
    headlined = _headlined(scene, said, at)
    if headlined is not None:
        headlined.names.append(said.text)
        headlined.name = said.text
        return scene.mention(headlined, at, span, f"“{said.text}”: those of the headline")
    barred, scene.barred = scene.barred, frozenset()  # "Brill's lawyers" may well speak of Brill
    said = _by_whose(scene, said, words)
    scene.barred = barred
    return own_words(scene, "group", said, span, at)


def _unnarrowed(scene: Scene, said: Description, at: int) -> Entity | None:
    """Those who wrote the last document, or the group that spoke last, where nothing tells more."""
    if said.marks:
        return None
    if said.head in scene.page.offices.authors:
        document = next(reversed(scene.documents.values()), None) or _last_document(scene)
        if document is not None:
            return document
    last = scene.recent(at)
    return last if last is not None and last.type == "group" else None


def _headlined(scene: Scene, said: Description, at: int) -> Entity | None:
    """Those whom the headline calls by the same noun, in fewer words than the lead does."""
    if scene.page.headline[at] or not _in_lead(scene, at) or not said.marks:
        return None
    groups = (e for e in islice(scene.entities, CROWD) if e.type == "group" and e.at)
    return next((e for e in groups if scene.page.headline[e.at[0]] and _is_longer(said, e)), None)


def _is_longer(said: Description, group: Entity) -> bool:
    """Whether a description calls ``group`` by the same noun with more words."""
    if len((group.name or "").split()) >= len(said.text.split()):
        return False
    return any(r.head == said.head and agreement(said, r) >= _SAME_NOUN for r in group.roles)


def _by_whose(scene: Scene, said: Description, words: range) -> Description:
    """``said`` by whose it is: "his aides" and "the mayor's aides" are "Jonas Abelt’s aides"."""
    page = scene.page
    end = next(filter(page.is_owner, words[:-1]), None)
    if end is None and page.lower[words.start] in page.pronouns.singular_possessives:
        end, owner = words.start, _surely(scene, words.start)
    else:
        owner = _owner_at(scene, words, end) if end is not None else None
    if end is None or owner is None or owner.type != "person" or not owner.name:
        return said
    owned = range(end + 1 + (page.lower[end + 1] == "s"), words.stop)
    if said.head not in page.offices.followers or said.head not in page.low(owned):
        return said  # "his opponents", "officials of his party"
    return replace(said, text=f"{owner.name}’s {page.text[page.starts[owned.start] : page.ends[words[-1]]]}")


def _owner_at(scene: Scene, words: range, end: int) -> Entity | None:
    """Whom the possessive that ends with word ``end`` names or describes."""
    owner = scene.cast.by_word.get(end)
    if owner is None and describe(scene.page.low(range(words.start, end + 1))).kind == "person":
        return _described_owner(scene, words)
    return owner


def _surely(scene: Scene, at: int) -> Entity | None:
    """Whom the "his" at word ``at`` means, if nobody else comes near."""
    scores = antecedents.rank(scene, at, scene.page.pronouns.pronouns[scene.page.lower[at]])
    return scores[0].entity if scores and antecedents.lead(scores) >= _LEAD_OF_OWNER else None


def _last_document(scene: Scene) -> Entity | None:
    return next((e for e in reversed(scene.entities) if e.type == "document"), None)


# ------------------------------------------------------------------ documents


def _document(scene: Scene, said: Description, span: Span, words: range) -> Entity | None:
    """A document speaks for whoever issued it, when the text says who; else for itself, if it has a name."""
    at = words.start
    issuer = _issuer(scene, said, words, span)
    own = scene.called.get(("document", said.head)) if issuer is None and _is_bare(said) else None
    if own is not None:
        return scene.mention(own, at, span, f"the {said.head} of before")
    if issuer is None and _is_bare(said):
        issuer = issuers.before(scene, said.head, at)
    if issuer is not None:
        scene.documents[said.head] = issuer
        return scene.mention(issuer, at, span, f"“{said.text}” is its {said.head}")
    if scene.page.headline[at] and (person := first_known(scene, span, words)) is not None:
        return person
    if any(map(scene.page.is_capital, words[1:])) or said.head in scene.page.offices.self_standing:
        return own_words(scene, "document", _by_its_name(scene, said, words), span, at)
    return None


def _is_bare(said: Description) -> bool:
    return said.definite and not said.marks


def _issuer(scene: Scene, said: Description, words: range, span: Span) -> Entity | None:
    """Who issued a document: named in the phrase or after it, owner of it, or told before."""
    issuer = (
        _named_issuer(scene, said, words)
        or issuers.after(scene, words.stop)
        or _described_issuer(scene, words)
        or _possessor(scene, said, words.start)
        or _owning(scene, said, words, span)
    )
    return scene.documents.get(said.head) if issuer is None and said.definite else issuer


def _named_issuer(scene: Scene, said: Description, words: range) -> Entity | None:
    named = ((i, e) for i in words if (e := scene.cast.by_word.get(i)) is not None and e.name)
    return next((e for i, e in named if _issues(scene, said, words, i)), None)


def _possessor(scene: Scene, said: Description, at: int) -> Entity | None:
    """Whom "his letter" or "its report" belongs to, or whoever spoke last."""
    if not said.owner:
        return None
    pronouns = scene.page.pronouns.pronouns
    best = None
    if said.owner in pronouns:
        best = antecedents.choose(antecedents.rank(scene, at, pronouns[said.owner]))
    return best.entity if best else scene.recent(at)


def _owning(scene: Scene, said: Description, words: range, span: Span) -> Entity | None:
    """Whom the possessive before a document names or describes, or whose office stands there."""
    page, owner = scene.page, next(iter(_owners(scene, words)), None)
    if owner is None:
        return _office_before(scene, said, words)
    written = next((page.words[i] for i in words if page.lower[i] == owner), "")
    if written[:1].isupper():
        return known(scene, written, words.start) or _owner(scene, written, words.start, span)
    return _described_owner(scene, words)


def _by_its_name(scene: Scene, said: Description, words: range) -> Description:
    """``said`` without what follows its noun, if a name stands before that: "the 3rd Article of the Code"."""
    page = scene.page
    noun = next((i for i in words if page.lower[i] == said.head), words.start)
    plain = [i for i in range(words.start, noun) if not page.lower[i].endswith(page.rules.lengths)]
    if len(plain) < noun - words.start:  # "the 47-page indictment" is one as long as another
        return replace(said, text=" ".join(page.words[i] for i in (*plain, *range(noun, words.stop))))
    if not any(page.is_capital(i) or page.words[i][0].isdigit() for i in range(words.start + 1, noun)):
        return said
    return replace(said, text=page.text[page.starts[words.start] : page.ends[noun]])


def _described_owner(scene: Scene, words: range) -> Entity | None:
    """Whom the possessive before a document describes: "the group's first ad", "the mayor's plan"."""
    page = scene.page
    stop = next(filter(page.is_owner, words)) + 1
    if page.lower[words.start] != page.phrases.definite or stop >= words.stop:
        return None
    found = described(scene, Span(page.starts[words.start], page.ends[stop - 1]), range(words.start, stop))
    return found if found is not None and found.name else None


def _described_issuer(scene: Scene, words: range) -> Entity | None:
    """Whom "a statement *from a Norvalian diplomat*" describes, where that is somebody named."""
    page = scene.page
    start = next((i + 1 for i in words[:-1] if page.lower[i] in page.rules.sources), words.stop)
    inner = range(start, words.stop)
    while len(inner) > 1 and page.lower[inner[-1]] in page.phrases.calendar:
        inner = inner[:-1]
    if not inner or page.lower[start] not in page.phrases.determiners:
        return None
    said = describe(page.lower[inner.start : inner.stop])
    found = _meant(scene, said, inner) if said.kind == "person" else None
    return found[0] if found is not None and found[0].type == "person" else None


def _office_before(scene: Scene, said: Description, words: range) -> Entity | None:
    """Whose office stands before the document's noun: "the inspector general report"."""
    noun = next((i for i in words if scene.page.lower[i] == said.head), words.start)
    office = describe(scene.page.lower[words.start : noun])
    if office.kind != "person" or office.head not in ROLE_OF.values():
        return None
    found = antecedents.fitting(scene, office, words.start, frozenset())
    return found[0] if found is not None else None


def _issues(scene: Scene, said: Description, words: range, at: int) -> bool:
    """Whether the name at word ``at`` is the document's issuer: not whom or what, nor where it is about."""
    page = scene.page
    before = [w for w in page.low(range(words.start, at)) if w in page.phrases.prepositions]
    if not before or before[-1] in page.rules.sources:
        return True
    groups = {"in": page.offices.published, page.rules.partitive: page.offices.spoken}
    return said.head in groups.get(before[-1], frozenset())


def _owner(scene: Scene, name: str, at: int, span: Span) -> Entity:
    """An organisation that only a possessive before a document names ("BuzzFeed's report")."""
    key = organisation_key(name)
    return scene.create("organisation", name, at, span, how="owner of a document", key=key)


_BY_KIND: dict[HeadKind, Callable[[Scene, Description, Span, range], Entity | None]] = {
    "person": _person,
    "group": _group,
    "organisation": organisation,
    "document": _document,
}
