"""Sources that describe their speaker: offices, organisations by their noun, documents, groups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice

from onrecord.coreference import antecedents, cataphora, issuers
from onrecord.coreference.descriptors import called_before, calls_by_name, is_nearer, own_words, some_of_those
from onrecord.coreference.discourse import CROWD, Discourse
from onrecord.coreference.entities import Entity
from onrecord.coreference.institutions import by_last_word, medium, organisation
from onrecord.coreference.named_anew import first_known, known, named_anew
from onrecord.coreference.page import Page
from onrecord.coreference.phrases import before_place, is_doer, is_nobody
from onrecord.coreference.pronominal import pair
from onrecord.coreference.spoken_of import spoken_of
from onrecord.languages.grammar import HeadKind, RoleGrammar
from onrecord.names.organisations import organisation_key
from onrecord.names.persons import is_given
from onrecord.names.roles import ACRONYMS, Description, agreement, describe
from onrecord.records import Span

_EDGES = ' ,.:;—–-"“”'
# Leads describe first and name later: how many sentences of the article may do so.
_LEAD = 5
# By how much whoever a group is named after leads all others that "his" could mean.
_LEAD_OF_OWNER = 0.8
# How well a lead's group agrees with the headline's: in its noun at least.
_SAME_NOUN = 3.0


def described(discourse: Discourse, span: Span, words: range) -> Entity | None:
    """The entity a noun phrase means, one for its own words when it means nobody named, or None."""
    page, at = discourse.page, words.start
    low = page.low(words)
    if tuple(low) in page.phrases.pairs:
        return pair(discourse, at, span)
    if is_nobody(page, words):
        return None
    text = span.of(page.text).strip(_EDGES)
    said = _of_owner(discourse, words, describe(low, text))
    if page.is_capital(at) and said.head in page.language.grammar(RoleGrammar).compatriots:
        said = replace(said, kind="none")  # "The Norwegian" may be a paper
    beside = _apposed(discourse, words)
    if beside is not None and said.kind in ("person", "none"):
        return discourse.mention(beside, at, span, "stands beside the name")
    if len(low) == 1 and low[0] in page.phrases.party_members and not page.headline[at]:
        return _party(discourse, f"{text.removesuffix('s')}s", at, span)
    if said.kind == "none" and said.owner in page.pronouns.singular_possessives:  # "his recent", cut short
        if is_doer(page, words):
            return None
        best = antecedents.choose(antecedents.rank(discourse, at, page.pronouns.pronouns[said.owner]))
        return discourse.mention(best.entity, at, span, f"“{said.text}”") if best else None
    if said.kind == "none":
        return by_last_word(discourse, said, low, span, at)
    return _BY_KIND[said.kind](discourse, said, span, words)


def _party(discourse: Discourse, name: str, at: int, span: Span) -> Entity:
    """The party whose claims "Republican claims" are."""
    party = known(discourse, name, at)
    if party is not None:
        return discourse.mention(party, at, span, "name")
    return discourse.create("organisation", name, at, span, how="name", key=organisation_key(name))


def _of_owner(discourse: Discourse, words: range, said: Description) -> Description:
    """``said`` with the head of what a possessive owns: "special counsel Brill's *team*"."""
    page = discourse.page
    owns = list(filter(page.is_owner, words[:-1]))
    if not owns or page.phrases.prepositions & set(page.lower[words.start : owns[-1]]):
        return said
    owned = describe(page.lower[owns[-1] + 1 : words.stop])
    if not owned.head or owned.head == said.head:
        return said
    return replace(said, head=owned.head, kind=owned.kind, plural=owned.plural, gender=owned.gender)


def _apposed(discourse: Discourse, words: range) -> Entity | None:
    """The person named right before a dash that opens the phrase ("Brill — the mayor's aide — said")."""
    before = words.start - 1
    if before < 0 or not set(discourse.page.gap(before).strip()) & set("-–—―"):
        return None
    entity = discourse.registry.by_word.get(before)
    return entity if entity is not None and entity.type == "person" else None


# ------------------------------------------------------------------ persons


def _owners(discourse: Discourse, words: range) -> frozenset[str]:
    """Words of the phrase that own something: they are not whom it means."""
    return frozenset(discourse.page.lower[i] for i in filter(discourse.page.is_owner, words))


def _in_lead(discourse: Discourse, at: int) -> bool:
    return discourse.page.headline[at] or discourse.page.sentence[at] <= _LEAD


def _meant(discourse: Discourse, said: Description, words: range) -> tuple[Entity, str] | None:
    """The person a description means, and why; tried from what is surest to what is least so."""
    at, owners = words.start, _owners(discourse, words)
    if calls_by_name(discourse.page, said, words):
        return None
    introduced = _introduced(discourse, said, words, owners)
    before = called_before(discourse, said, at) if said.definite and not owners else None
    if introduced is not None and before is not None and is_nearer(before, introduced[0], said, at):
        return before, ": called so before"
    if introduced is not None or not said.definite:
        return introduced
    if owners:
        holder = antecedents.holder(discourse, said, at, owners)
        return (holder[0], f" fits {holder[1]}") if holder is not None else None
    if before is not None:
        return before, ": called so before"
    below = cataphora.named_below(discourse, said, at, owners, anywhere=True)
    if below is not None:
        return below, ", named below"
    focus = antecedents.in_focus(discourse, said, at) if _may_mean_focus(discourse.page, words) else None
    return (focus, ": nobody else is spoken of") if focus is not None else None


def _may_mean_focus(page: Page, words: range) -> bool:
    """Whether a description begins with "the" and is no label: "The Speaker: Order." is who speaks now."""
    return page.lower[words.start] == page.phrases.definite and not page.is_label(words)


def _introduced(
    discourse: Discourse, said: Description, words: range, owners: frozenset[str]
) -> tuple[Entity, str] | None:
    """Whose introduction, before or soon after, a description repeats; a turn's label looks back alone."""
    at, page = words.start, discourse.page
    if said.definite or page.headline[at]:
        found = antecedents.fitting(discourse, said, at, owners)
        if found is not None:
            return found[0], f" fits {found[1]}"
    is_turn = page.is_label(words) and not page.headline[at]
    if is_turn or not _in_lead(discourse, at) or cataphora.is_withheld(discourse, said, at):
        return None
    below = cataphora.named_below(discourse, said, at, owners)
    if below is not None:
        return below, " in the lead, named below"
    found = antecedents.fitting(discourse, said, at, owners, ahead=True)
    return (found[0], f" in the lead, named below: fits {found[1]}") if found is not None else None


def _person(discourse: Discourse, said: Description, span: Span, words: range) -> Entity | None:
    at = words.start
    found = _meant(discourse, said, words)
    if found is not None:
        entity, how = found
        if entity.type == "person" and _in_lead(discourse, at):
            discourse.introduce(entity, said)  # what a lead calls somebody, the next paragraphs may vary
        return discourse.mention(entity, at, span, f"“{said.text}”{how}")
    if said.definite:
        is_office = not said.owner and _names_institution(discourse, said)
        if is_office:
            return own_words(discourse, "office", said, span, at)
        return spoken_of(discourse, said, at, span)
    is_told = bool(said.marks) or said.head not in discourse.page.rules.vague
    return own_words(discourse, "unknown", said, span, at) if is_told else None


def _names_institution(discourse: Discourse, said: Description) -> bool:
    houses = {name.casefold() for name, _ in discourse.page.organisations.metonyms.values()}
    return any(m.startswith("@") or m in houses or m in ACRONYMS for m in said.marks)


def _group(discourse: Discourse, said: Description, span: Span, words: range) -> Entity | None:
    """Several people: those called so before, those that spoke last, or whoever the words describe."""
    at = words.start
    if (some := some_of_those(discourse, words, span)) is not None:
        return some
    if discourse.page.lower[at] in discourse.page.rules.told_before:
        found = called_before(discourse, said, at) or _unnarrowed(discourse, said, at)
        if found is not None:
            return discourse.mention(found, at, span, f"“{said.text}”: named before")
        if not said.marks:
            return None
    headlined = _headlined(discourse, said, at)
    if headlined is not None:
        headlined.names.append(said.text)
        headlined.name = said.text
        return discourse.mention(headlined, at, span, f"“{said.text}”: those of the headline")
    with discourse.barring(frozenset()):  # "Brill's lawyers" may well speak of Brill
        said = _by_whose(discourse, said, words)
    return own_words(discourse, "group", said, span, at)


def _unnarrowed(discourse: Discourse, said: Description, at: int) -> Entity | None:
    """Those who wrote the last document, or the group that spoke last, where nothing tells more."""
    if said.marks:
        return None
    if said.head in discourse.page.offices.authors:
        document = next(reversed(discourse.documents.values()), None) or _last_document(discourse)
        if document is not None:
            return document
    last = discourse.recent(at)
    return last if last is not None and last.type == "group" else None


def _headlined(discourse: Discourse, said: Description, at: int) -> Entity | None:
    """Those whom the headline calls by the same noun, in fewer words than the lead does."""
    if discourse.page.headline[at] or not _in_lead(discourse, at) or not said.marks:
        return None
    groups = (e for e in islice(discourse.entities, CROWD) if e.type == "group" and e.at)
    return next((e for e in groups if discourse.page.headline[e.at[0]] and _is_longer(said, e)), None)


def _is_longer(said: Description, group: Entity) -> bool:
    """Whether a description calls ``group`` by the same noun with more words."""
    if len((group.name or "").split()) >= len(said.text.split()):
        return False
    return any(r.head == said.head and agreement(said, r) >= _SAME_NOUN for r in group.roles)


def _by_whose(discourse: Discourse, said: Description, words: range) -> Description:
    """``said`` by whose it is: "his aides" and "the mayor's aides" are "Jonas Abelt’s aides"."""
    page = discourse.page
    end = next(filter(page.is_owner, words[:-1]), None)
    if end is None and page.lower[words.start] in page.pronouns.singular_possessives:
        end, owner = words.start, _surely(discourse, words.start)
    else:
        owner = _owner_at(discourse, words, end) if end is not None else None
    if end is None or owner is None or owner.type != "person" or not owner.name:
        return said
    owned = range(end + 1 + (page.lower[end + 1] == "s"), words.stop)
    if said.head not in page.offices.followers or said.head not in page.low(owned):
        return said  # "his opponents", "officials of his party"
    return replace(said, text=f"{owner.name}’s {page.text[page.starts[owned.start] : page.ends[words[-1]]]}")


def _owner_at(discourse: Discourse, words: range, end: int) -> Entity | None:
    """Whom the possessive that ends with word ``end`` names or describes."""
    owner = discourse.registry.by_word.get(end)
    if owner is None and describe(discourse.page.low(range(words.start, end + 1))).kind == "person":
        return _described_owner(discourse, words)
    return owner


def _surely(discourse: Discourse, at: int) -> Entity | None:
    """Whom the "his" at word ``at`` means, if nobody else comes near."""
    scores = antecedents.rank(discourse, at, discourse.page.pronouns.pronouns[discourse.page.lower[at]])
    return scores[0].entity if scores and antecedents.lead(scores) >= _LEAD_OF_OWNER else None


def _last_document(discourse: Discourse) -> Entity | None:
    return next((e for e in reversed(discourse.entities) if e.type == "document"), None)


# ------------------------------------------------------------------ documents


def _document(discourse: Discourse, said: Description, span: Span, words: range) -> Entity | None:
    """A document speaks for whoever issued it, when the text says who; else for itself, if it has a name."""
    at = words.start
    issuer = _issuer(discourse, said, words, span)
    own = discourse.called.get(("document", said.head)) if issuer is None and _is_bare(said) else None
    if own is not None:
        return discourse.mention(own, at, span, f"the {said.head} of before")
    if issuer is None and _is_bare(said):
        issuer = medium(discourse, said, at) or issuers.before(discourse, said.head, at)
    if issuer is not None:
        discourse.documents[said.head] = issuer
        return discourse.mention(issuer, at, span, f"“{said.text}” is its {said.head}")
    if discourse.page.headline[at] and (person := first_known(discourse, span, words)) is not None:
        return person
    is_named = _names_another(discourse.page, words)
    if not is_named and said.head not in discourse.page.offices.self_standing:
        return None
    own = own_words(discourse, "document", _by_its_name(discourse, said, words), span, at)
    if is_named and own is not None:
        discourse.documents[said.head] = own  # "the report" is no longer another's
    return own


def _is_bare(said: Description) -> bool:
    return said.definite and not said.marks


def _issuer(discourse: Discourse, said: Description, words: range, span: Span) -> Entity | None:
    """Who issued a document: named in the phrase or after it, owner of it, or told before."""
    issuer = (
        _named_issuer(discourse, said, words)
        or issuers.after(discourse, words.stop)
        or _described_issuer(discourse, words)
        or _possessor(discourse, said, words.start)
        or _owning(discourse, said, words, span)
    )
    if issuer is not None or not said.definite or _names_another(discourse.page, words):
        return issuer
    return discourse.documents.get(said.head)


def _names_another(page: Page, words: range) -> bool:
    """Whether a name narrows a document that was issued by nobody in it: "the *Republican* report"."""
    return any(page.is_capital(i) and page.lower[i] not in page.phrases.calendar for i in words[1:])


def _named_issuer(discourse: Discourse, said: Description, words: range) -> Entity | None:
    named = ((i, e) for i in words if (e := discourse.registry.by_word.get(i)) is not None and e.name)
    return next((e for i, e in named if issuers.issues(discourse, said, words, i)), None)


def _possessor(discourse: Discourse, said: Description, at: int) -> Entity | None:
    """Whom "his letter" or "its report" belongs to, or whoever spoke last."""
    if not said.owner:
        return None
    pronouns = discourse.page.pronouns.pronouns
    best = None
    if said.owner in pronouns:
        best = antecedents.choose(antecedents.rank(discourse, at, pronouns[said.owner]))
    last = discourse.recent(at) if best is None else best.entity
    is_somebody = last is not None and last.type == "person"
    return None if best is None and is_somebody and said.owner in discourse.page.pronouns.neuter else last


def _owning(discourse: Discourse, said: Description, words: range, span: Span) -> Entity | None:
    """Whom the possessive before a document names or describes, or whose office stands there."""
    page = discourse.page
    owner = next(filter(page.is_owner, issuers.up_to_noun(page, said, words)), None)
    if owner is None:
        return issuers.office_before(discourse, said, words)
    written = page.words[owner]
    if page.lower[owner].removesuffix("'s") in page.phrases.calendar:
        return None  # "Tuesday's polls"
    if written[:1].isupper():
        return known(discourse, written, words.start) or _owner(discourse, written, words.start, span)
    return _described_owner(discourse, words)


def _by_its_name(discourse: Discourse, said: Description, words: range) -> Description:
    """``said`` without what follows its noun, if a name stands before that: "the 3rd Article of the Code"."""
    page = discourse.page
    noun = next((i for i in words if page.lower[i] == said.head), words.start)
    plain = [i for i in range(words.start, noun) if not page.lower[i].endswith(page.rules.lengths)]
    if len(plain) < noun - words.start:  # "the 47-page indictment" is one as long as another
        return replace(said, text=" ".join(page.words[i] for i in (*plain, *range(noun, words.stop))))
    if not any(page.is_capital(i) or page.words[i][0].isdigit() for i in range(words.start + 1, noun)):
        return said
    return replace(said, text=page.text[page.starts[words.start] : page.ends[noun]])


def _described_owner(discourse: Discourse, words: range) -> Entity | None:
    """Whom the possessive before a document describes: "the group's first ad", "the mayor's plan"."""
    page = discourse.page
    stop = next(filter(page.is_owner, words)) + 1
    if page.lower[words.start] != page.phrases.definite or stop >= words.stop:
        return None
    found = described(
        discourse, Span(page.starts[words.start], page.ends[stop - 1]), range(words.start, stop)
    )
    return found if found is not None and found.name else None


def _described_issuer(discourse: Discourse, words: range) -> Entity | None:
    """Whom "a statement *from a Norvalian diplomat*" describes, where that is somebody named, or a body."""
    page, inner = discourse.page, _words_of_issuer(discourse.page, words)
    if len(inner) > 1 and all(map(page.is_capital, inner)) and page.lower[inner[0]] not in page.places.places:
        return _issuer_in_capitals(discourse, inner)
    if not inner or page.lower[inner[0]] not in page.phrases.determiners:
        return None
    said = describe(page.low(inner))
    if said.kind == "organisation":
        found = described(discourse, page.span(inner), inner)
        return found if found is not None and found.name else None
    meant = _meant(discourse, said, inner) if said.kind == "person" else None
    return meant[0] if meant is not None and meant[0].type == "person" else None


def _words_of_issuer(page: Page, words: range) -> range:
    """The words behind the "from" of a document, up to where it was given out; none where it was seen."""
    issued = (i for i in words[:-1] if page.lower[i] in page.rules.sources)
    start = next((i + 1 for i in issued if page.lower[i - 1] not in page.rules.seen), words.stop)
    return range(start, before_place(page, start, words.stop))


def _issuer_in_capitals(discourse: Discourse, words: range) -> Entity | None:
    """Who is named as an issuer and nowhere else: "a statement from *Karst Water*"."""
    span, low = discourse.page.span(words), discourse.page.lower[words.start]
    name = span.of(discourse.page.text)
    if is_given(low) or known(discourse, name, words.start):
        return named_anew(discourse, span, words)
    return _owner(discourse, name, words.start, span)


def _owner(discourse: Discourse, name: str, at: int, span: Span) -> Entity:
    """An organisation that only a possessive before a document names ("BuzzFeed's report")."""
    key = organisation_key(name)
    return discourse.create("organisation", name, at, span, how="owner of a document", key=key)


_BY_KIND: dict[HeadKind, Callable[[Discourse, Description, Span, range], Entity | None]] = {
    "person": _person,
    "group": _group,
    "organisation": organisation,
    "document": _document,
}
