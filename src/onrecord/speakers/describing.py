"""Sources that describe their speaker: offices, organisations by their noun, documents, groups."""

from __future__ import annotations

from onrecord.languages.english.speakers.metonyms import METONYMS
from onrecord.languages.english.speakers.offices import PUBLISHED, SELF_STANDING, SPOKEN
from onrecord.languages.english.speakers.phrases import DETERMINERS, PREPOSITIONS
from onrecord.languages.english.speakers.pronouns import FIRST_PERSON, PRONOUNS
from onrecord.languages.english.words import FUNCTION_WORDS
from onrecord.records import Span, SpeakerType
from onrecord.speakers import antecedents, issuers, leads
from onrecord.speakers.entities import Entity
from onrecord.speakers.naming import known, named_anew
from onrecord.speakers.organisations import organisation_key
from onrecord.speakers.roles import ACRONYMS, Description, describe
from onrecord.speakers.scene import Scene

_EDGES = ' ,.:;—–-"“”'
_ARTICLES = ("the ", "The ", "a ", "A ", "an ", "An ")
# Nouns for whichever organisation spoke last.
_ANY_ORGANISATION = frozenset(
    {"group", "organization", "organisation", "company", "agency", "firm", "outlet"}
)
_COMPANIES = frozenset(
    {"company", "firm", "corporation", "airline", "manufacturer", "maker", "retailer", "group"}
)
# Leads describe first and name later: how many sentences of the article may do so.
_LEAD = 5
# Words before a "who" that can be its noun phrase, and function words that such a phrase may hold.
_PHRASE = 6
_OPEN_PHRASE = DETERMINERS | {"some", "many", "several", "other", "few", "most", "those", "these", "one"}


def described(scene: Scene, span: Span, words: range) -> Entity | None:
    """The entity a noun phrase means, one for its own words when it means nobody named, or None."""
    text = span.of(scene.page.text).strip(_EDGES)
    low = scene.page.lower[words.start : words.stop]
    if low[0] in FIRST_PERSON:  # "our colleagues" are whoever the speaker means
        return None
    said = describe(low, text)
    beside = _apposed(scene, words)
    if beside is not None and said.kind in ("person", "none"):
        return scene.mention(beside, words.start, span, "stands beside the name")
    if said.kind == "person":
        return _person(scene, said, span, words)
    if said.kind == "none" and said.owner in ("his", "her"):  # "his recent", cut short; "her voice"
        best = antecedents.choose(antecedents.rank(scene, words.start, PRONOUNS[said.owner]))
        return scene.mention(best.entity, words.start, span, f"“{said.text}”") if best else None
    if said.kind == "organisation":
        return _organisation(scene, said, span, words)
    if said.kind == "document":
        return _document(scene, said, span, words)
    if said.kind == "group":
        return (
            None
            if low[0] == "the" and not said.marks
            else _own_words(scene, "group", said, span, words.start)
        )
    return _by_last_word(scene, low, span, words.start)


def _apposed(scene: Scene, words: range) -> Entity | None:
    """The person named right before a dash that opens the phrase ("Brill — the mayor's aide — said")."""
    before = words.start - 1
    if before < 0 or not set(scene.page.gap(before).strip()) & set("-–—―"):
        return None
    entity = scene.cast.by_word.get(before)
    return entity if entity is not None and entity.type == "person" else None


def before_relative(scene: Scene, at: int) -> range | None:
    """The noun phrase that a "who" at word ``at`` follows; None when none of its words is a head."""
    page, start = scene.page, at
    while start > 0 and at - start < _PHRASE and page.gap(start - 1) == " ":
        word = page.lower[start - 1]
        if page.sentence[start - 1] != page.sentence[at]:
            break
        if word in FUNCTION_WORDS and word not in _OPEN_PHRASE:
            break
        start -= 1
        if word in DETERMINERS:
            break
    return range(start, at) if describe(page.lower[start:at]).kind in ("person", "group") else None


# ------------------------------------------------------------------ persons


def _owners(scene: Scene, words: range) -> frozenset[str]:
    """Words of the phrase that own something: they are not whom it means."""
    page = scene.page
    return frozenset(page.lower[i] for i in words if page.text[page.ends[i] : page.ends[i] + 1] in ("'", "’"))


def _person(scene: Scene, said: Description, span: Span, words: range) -> Entity | None:
    at = words.start
    owners = _owners(scene, words)
    if said.definite or scene.page.headline[at]:
        found = antecedents.fitting(scene, said, at, owners)
        if found is not None:
            return scene.mention(found[0], at, span, f"“{said.text}” fits {found[1]}")
    if scene.page.sentence[at] <= _LEAD or scene.page.headline[at]:
        below = leads.named_below(scene, said, at, owners)
        if below is not None:
            return scene.mention(below, at, span, f"“{said.text}” in the lead, named below")
        found = antecedents.fitting(scene, said, at, owners, ahead=True)
        if found is not None:
            return scene.mention(
                found[0], at, span, f"“{said.text}” in the lead, named below: fits {found[1]}"
            )
    if scene.page.lower[at] == "the" and said.definite and not owners:
        focus = antecedents.in_focus(scene, said, at)
        if focus is not None:
            return scene.mention(focus, at, span, f"“{said.text}”: nobody else is spoken of")
    institution = any(m.startswith("@") or m in _HOUSES or m in ACRONYMS for m in said.marks)
    if institution and said.definite and said.owner == "":
        return _own_words(scene, "office", said, span, at)
    if not said.definite and said.marks:
        return _own_words(scene, "unknown", said, span, at)
    return None


_HOUSES = frozenset(canonical.casefold() for canonical, _ in METONYMS.values())


# ------------------------------------------------------------------ organisations


def _organisation(scene: Scene, said: Description, span: Span, words: range) -> Entity | None:
    """An organisation called by its noun: "the ministry", "the Brill campaign", "the group"."""
    at = words.start
    holder = next((e for i in words if (e := scene.cast.by_word.get(i)) is not None), None)
    if holder is not None and holder.name:
        return _part_of(scene, holder, said, span, at)
    if any(scene.page.words[i][0].isupper() for i in words[1:]):
        return named_anew(scene, span, words) or _own_words(scene, "organisation", said, span, at)
    found = _named_with(scene, said.head, at) if said.definite and said.owner == "" else None
    if found is not None:
        return scene.mention(found, at, span, f"the {said.head} named before")
    last = scene.recent(at)
    if said.definite and last is not None and last.type == "organisation" and said.head in _ANY_ORGANISATION:
        return scene.mention(last, at, span, "the organisation that spoke last")
    if scene.page.lower[at] == "the" and len(words) == 2 and said.head in _COMPANIES:
        best = antecedents.choose(antecedents.rank(scene, at, None, kind="organisation"))
        if best is not None and best.total > 0:
            return scene.mention(best.entity, at, span, f"“{said.text}”: {antecedents.explain(best)}")
    if said.head in _ANY_ORGANISATION or not said.marks:
        return None
    return _own_words(scene, "organisation", said, span, at)


def _part_of(scene: Scene, holder: Entity, said: Description, span: Span, at: int) -> Entity:
    """A part of something named ("the Kremlin press office") is a speaker of its own."""
    part = _own_words(scene, "organisation", said, span, at)
    if holder.name and holder.name not in part.acts_for:
        part.acts_for.append(holder.name)
    return part


def _named_with(scene: Scene, noun: str, at: int) -> Entity | None:
    """The organisation named last before word ``at`` whose name holds ``noun``."""
    best: tuple[int, Entity] | None = None
    for entity in scene.entities:
        if entity.type != "organisation" or not entity.name or noun not in entity.name.casefold().split():
            continue
        before = [a for a in entity.at if a < at]
        if before and (best is None or before[-1] > best[0]):
            best = (before[-1], entity)
    return best[1] if best else None


def _by_last_word(scene: Scene, low: list[str], span: Span, at: int) -> Entity | None:
    """A noun that only a name makes an organisation's: "the conference" for "U.S. Conference of …"."""
    if low[0] == "the" and len(low) == 2:
        found = _named_with(scene, low[1], at)
        if found is not None:
            return scene.mention(found, at, span, f"the {low[1]} named before")
    plural = (
        low[-1].endswith("s")
        and not low[-1].endswith("ss")
        and low[0] not in ("the", "this", "his", "her", "its")
    )
    if plural and len(low) <= 6:
        return _own_words(scene, "group", describe(low, span.of(scene.page.text).strip(_EDGES)), span, at)
    return None


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
    if issuer is None and said.owner:
        best = (
            antecedents.choose(antecedents.rank(scene, at, PRONOUNS.get(said.owner)))
            if said.owner in PRONOUNS
            else None
        )
        issuer = best.entity if best else scene.recent(at)
    if issuer is None:
        owner = next(iter(_owners(scene, words)), None)
        capital = next((scene.page.words[i] for i in words if scene.page.lower[i] == owner), None)
        issuer = known(scene, capital, at) if capital and capital[0].isupper() else None
        if issuer is None and capital and capital[0].isupper():
            issuer = _owner(scene, capital, at, span)
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
    titled = any(scene.page.words[i][0].isupper() for i in words[1:])
    if titled or said.head in SELF_STANDING:
        return _own_words(scene, "document", said, span, at)
    return None


def _issues(scene: Scene, said: Description, words: range, at: int) -> bool:
    """Whether the name at word ``at`` is the document's issuer: not whom or what, nor where it is about."""
    before = [w for w in scene.page.lower[words.start : at] if w in PREPOSITIONS]
    if not before or (before[-1] == "in" and said.head in PUBLISHED):
        return True
    return before[-1] in ("by", "from") or (before[-1] == "of" and said.head in SPOKEN)


def _owner(scene: Scene, name: str, at: int, span: Span) -> Entity:
    """An organisation that only a possessive before a document names ("BuzzFeed's report")."""
    key = organisation_key(name)
    return scene.create("organisation", name, at, span, how="owner of a document", key=key)


# ------------------------------------------------------------------ what is called by its own words


def _own_words(scene: Scene, kind: SpeakerType, said: Description, span: Span, at: int) -> Entity:
    """A source with no name but its description, which is then what it is called."""
    text = said.text
    for article in _ARTICLES:
        text = text.removeprefix(article)
    other = scene.called.get((kind, text.casefold()))
    if other is not None:
        return scene.mention(other, at, span, "the same words")
    return scene.create(kind, text, at, span, how="called by its own words")
