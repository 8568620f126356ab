"""Sources that describe their speaker: offices, organisations by their noun, documents, groups."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from onrecord.coreference import antecedents, issuers, leads
from onrecord.coreference.calling import called_before, own_words
from onrecord.coreference.entities import Entity
from onrecord.coreference.institutions import by_last_word, organisation
from onrecord.coreference.naming import first_known, known
from onrecord.coreference.pronominal import pair
from onrecord.coreference.scene import CROWD, Scene
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
    text = span.of(scene.page.text).strip(_EDGES)
    low = scene.page.lower[words.start : words.stop]
    if tuple(low) in scene.page.phrases.pairs:
        return pair(scene, words.start, span)
    if (
        low[0] in scene.page.pronouns.first_person
        or set(low) <= scene.page.phrases.quantifiers | scene.page.phrases.determiners
    ):
        return None  # "our colleagues" are whoever the speaker means, "many" nobody
    said = _of_owner(scene, words, describe(low, text))
    beside = _apposed(scene, words)
    if beside is not None and said.kind in ("person", "none"):
        return scene.mention(beside, words.start, span, "stands beside the name")
    if len(low) == 1 and low[0] in scene.page.phrases.party_members and not scene.page.headline[words.start]:
        many = f"{text.removesuffix('s')}s"
        party = known(scene, many, words.start)
        key = organisation_key(many)
        if party is not None:
            return scene.mention(party, words.start, span, "name")
        return scene.create("organisation", many, words.start, span, how="name", key=key)
    if said.kind == "person":
        return _person(scene, said, span, words)
    if said.kind == "none" and said.owner in ("his", "her"):  # "his recent", cut short; "her voice"
        best = antecedents.choose(
            antecedents.rank(scene, words.start, scene.page.pronouns.pronouns[said.owner])
        )
        return scene.mention(best.entity, words.start, span, f"“{said.text}”") if best else None
    if said.kind == "organisation":
        return organisation(scene, said, span, words)
    if said.kind == "document":
        return _document(scene, said, span, words)
    if said.kind == "group":
        return _group(scene, said, span, words)
    return by_last_word(scene, said, low, span, words.start)


def _of_owner(scene: Scene, words: range, said: Description) -> Description:
    """``said`` with the head of what a possessive owns: "special counsel Brill's *team*"."""
    page = scene.page
    owns = [i for i in words[:-1] if page.text[page.ends[i] : page.ends[i] + 1] in ("'", "’")]
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
    page = scene.page
    return frozenset(page.lower[i] for i in words if page.text[page.ends[i] : page.ends[i] + 1] in ("'", "’"))


def _in_lead(scene: Scene, at: int) -> bool:
    return scene.page.headline[at] or scene.page.sentence[at] <= _LEAD


def _meant(scene: Scene, said: Description, words: range) -> tuple[Entity, str] | None:
    """The person a description means, and why; tried from what is surest to what is least so."""
    at, owners = words.start, _owners(scene, words)
    if said.definite or scene.page.headline[at]:
        found = antecedents.fitting(scene, said, at, owners)
        if found is not None:
            return found[0], f" fits {found[1]}"
    if _in_lead(scene, at):
        below = leads.named_below(scene, said, at, owners)
        if below is not None:
            return below, " in the lead, named below"
        found = antecedents.fitting(scene, said, at, owners, ahead=True)
        if found is not None:
            return found[0], f" in the lead, named below: fits {found[1]}"
    if not said.definite:
        return None
    if owners:
        holder = antecedents.holder(scene, said, at, owners)
        return (holder[0], f" fits {holder[1]}") if holder is not None else None
    before = called_before(scene, said, at)
    if before is not None:
        return before, ": called so before"
    below = leads.named_below(scene, said, at, owners, anywhere=True)
    if below is not None:
        return below, ", named below"
    focus = antecedents.in_focus(scene, said, at) if scene.page.lower[at] == "the" else None
    return (focus, ": nobody else is spoken of") if focus is not None else None


def _person(scene: Scene, said: Description, span: Span, words: range) -> Entity | None:
    at = words.start
    found = _meant(scene, said, words)
    if found is not None:
        entity, how = found
        if entity.type == "person" and _in_lead(scene, at) and said not in entity.roles:
            entity.roles.append(said)  # what a lead calls somebody, the next paragraphs may vary
            if len(scene.cast.introduced) <= CROWD and entity not in scene.cast.introduced:
                scene.cast.introduced.append(entity)
        return scene.mention(entity, at, span, f"“{said.text}”{how}")
    houses = {canonical.casefold() for canonical, _ in scene.page.organisations.metonyms.values()}
    institution = any(m.startswith("@") or m in houses or m in ACRONYMS for m in said.marks)
    if institution and said.definite and said.owner == "":
        return own_words(scene, "office", said, span, at)
    if not said.definite and said.marks:
        return own_words(scene, "unknown", said, span, at)
    return None


def _group(scene: Scene, said: Description, span: Span, words: range) -> Entity | None:
    """Several people: those called so before, those that spoke last, or whoever the words describe."""
    at = words.start
    if scene.page.lower[at] in ("the", "these", "those"):
        found = called_before(scene, said, at)
        if found is None and said.head in scene.page.offices.authors and not said.marks:
            found = next(reversed(scene.documents.values()), None) or _last_document(scene)
        last = scene.recent(at)
        if found is None and last is not None and last.type == "group" and not said.marks:
            found = last
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


def _headlined(scene: Scene, said: Description, at: int) -> Entity | None:
    """Those whom the headline calls by the same noun, in fewer words than the lead does."""
    if scene.page.headline[at] or scene.page.sentence[at] > _LEAD or not said.marks:
        return None
    return next(
        (
            e
            for e in islice(scene.entities, CROWD)
            if e.type == "group"
            and e.at
            and scene.page.headline[e.at[0]]
            and len((e.name or "").split()) < len(said.text.split())
            and any(r.head == said.head and agreement(said, r) >= _SAME_NOUN for r in e.roles)
        ),
        None,
    )


def _by_whose(scene: Scene, said: Description, words: range) -> Description:
    """``said`` by whose it is: "his aides" and "the mayor's aides" are "Jonas Abelt’s aides"."""
    page = scene.page
    owns = (i for i in words[:-1] if page.text[page.ends[i] : page.ends[i] + 1] in ("'", "’"))
    end = next(owns, None)
    if end is None:
        end = words.start if page.lower[words.start] in ("his", "her") else None
        owner = _surely(scene, end) if end is not None else None
    else:
        owner = scene.cast.by_word.get(end)
        if owner is None and describe(page.lower[words.start : end + 1]).kind == "person":
            owner = _described_owner(scene, words)
    if owner is None or end is None or owner.type != "person" or not owner.name:
        return said
    first = end + 1 + (page.lower[end + 1] == "s")
    follows = said.head in page.offices.followers and said.head in page.lower[first : words.stop]
    if not follows:  # "his opponents", "officials of his party"
        return said
    return replace(said, text=f"{owner.name}’s {page.text[page.starts[first] : page.ends[words[-1]]]}")


def _surely(scene: Scene, at: int) -> Entity | None:
    """Whom the "his" at word ``at`` means, if nobody else comes near."""
    scores = antecedents.rank(scene, at, scene.page.pronouns.pronouns[scene.page.lower[at]])
    is_sure = len(scores) == 1 or (len(scores) > 1 and scores[0].total - scores[1].total >= _LEAD_OF_OWNER)
    return scores[0].entity if is_sure else None


def _last_document(scene: Scene) -> Entity | None:
    return next((e for e in reversed(scene.entities) if e.type == "document"), None)


# ------------------------------------------------------------------ documents


def _document(scene: Scene, said: Description, span: Span, words: range) -> Entity | None:
    """A document speaks for whoever issued it, when the text says who; else for itself, if it has a name."""
    at = words.start
    issuer = next(
        (
            e
            for i in words
            if (e := scene.cast.by_word.get(i)) is not None and e.name and _issues(scene, said, words, i)
        ),
        None,
    )
    issuer = issuer or issuers.after(scene, words.stop) or _described_issuer(scene, words)
    if issuer is None and said.owner:
        best = (
            antecedents.choose(antecedents.rank(scene, at, scene.page.pronouns.pronouns.get(said.owner)))
            if said.owner in scene.page.pronouns.pronouns
            else None
        )
        issuer = best.entity if best else scene.recent(at)
    if issuer is None:
        owner = next(iter(_owners(scene, words)), None)
        capital = next((scene.page.words[i] for i in words if scene.page.lower[i] == owner), None)
        issuer = known(scene, capital, at) if capital and capital[0].isupper() else None
        if issuer is None and capital and capital[0].isupper():
            issuer = _owner(scene, capital, at, span)
        if issuer is None and owner:
            issuer = _described_owner(scene, words)
        if issuer is None and not owner:
            issuer = _office_before(scene, said, words)
    if issuer is None and said.definite:
        issuer = scene.documents.get(said.head)
    if issuer is None and said.definite and not said.marks:
        own = scene.called.get(("document", said.head))
        if own is not None:
            return scene.mention(own, at, span, f"the {said.head} of before")
        issuer = issuers.before(scene, said.head, at)
    if issuer is not None:
        scene.documents[said.head] = issuer
        return scene.mention(issuer, at, span, f"“{said.text}” is its {said.head}")
    if scene.page.headline[at] and (person := first_known(scene, span, words)) is not None:
        return person
    titled = any(scene.page.words[i][0].isupper() for i in words[1:])
    if titled or said.head in scene.page.offices.self_standing:
        return own_words(scene, "document", _by_its_name(scene, said, words), span, at)
    return None


def _by_its_name(scene: Scene, said: Description, words: range) -> Description:
    """``said`` without what follows its noun, if a name stands before that: "the 3rd Article of the Code"."""
    page = scene.page
    noun = next((i for i in words if page.lower[i] == said.head), words.start)
    plain = [i for i in range(words.start, noun) if not page.lower[i].endswith(("-page", "-word", "-minute"))]
    if len(plain) < noun - words.start:  # "the 47-page indictment" is one as long as another
        text = " ".join(page.words[i] for i in (*plain, *range(noun, words.stop)))
        return replace(said, text=text)
    if not any(
        page.words[i][0].isupper() or page.words[i][0].isdigit() for i in range(words.start + 1, noun)
    ):
        return said
    return replace(said, text=page.text[page.starts[words.start] : page.ends[noun]])


def _described_owner(scene: Scene, words: range) -> Entity | None:
    """Whom the possessive before a document describes: "the group's first ad", "the mayor's plan"."""
    page = scene.page
    stop = next(i for i in words if page.text[page.ends[i] : page.ends[i] + 1] in ("'", "’")) + 1
    if page.lower[words.start] != "the" or stop >= words.stop:
        return None
    found = described(scene, Span(page.starts[words.start], page.ends[stop - 1]), range(words.start, stop))
    return found if found is not None and found.name else None


def _described_issuer(scene: Scene, words: range) -> Entity | None:
    """Whom "a statement *from a Norvalian diplomat*" describes, where that is somebody named."""
    page = scene.page
    start = next((i + 1 for i in words[:-1] if page.lower[i] in ("from", "by")), words.stop)
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
    before = [w for w in scene.page.lower[words.start : at] if w in scene.page.phrases.prepositions]
    if not before or (before[-1] == "in" and said.head in scene.page.offices.published):
        return True
    return before[-1] in ("by", "from") or (before[-1] == "of" and said.head in scene.page.offices.spoken)


def _owner(scene: Scene, name: str, at: int, span: Span) -> Entity:
    """An organisation that only a possessive before a document names ("BuzzFeed's report")."""
    key = organisation_key(name)
    return scene.create("organisation", name, at, span, how="owner of a document", key=key)
