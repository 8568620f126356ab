"""Organisations called by their noun: "the ministry", "the Brill campaign", "his group"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.coreference import antecedents
from onrecord.coreference.calling import own_words
from onrecord.coreference.entities import Entity
from onrecord.coreference.naming import named_anew
from onrecord.coreference.scene import Scene
from onrecord.names.roles import Description, describe
from onrecord.records import Span

# Nouns for whichever organisation spoke last.
# Whose administration "the administration" is.
# Words looked back for a body's fuller name.
_REACH = 1500


def organisation(scene: Scene, said: Description, span: Span, words: range) -> Entity | None:
    """An organisation called by its noun: "the ministry", "the Brill campaign", "the group"."""
    at = words.start
    holder = next((e for i in words if (e := scene.cast.by_word.get(i)) is not None), None)
    if holder is not None and holder.name:
        return _part_of(scene, holder, said, span, at)
    if any(scene.page.words[i][0].isupper() for i in words[1:]):
        return named_anew(scene, span, words) or own_words(scene, "organisation", said, span, at)
    found = _named_with(scene, said.head, at) if said.definite and said.owner == "" else None
    if found is not None:
        return scene.mention(found, at, span, f"the {said.head} named before")
    if said.owner in scene.page.pronouns.pronouns and said.owner != "their":
        return _his(scene, said, span, at)
    if said.definite and said.owner == "" and not said.marks:
        found = _told_before(scene, said.head, at)
        if found is not None:
            return scene.mention(found, at, span, f"the {said.head} named before")
        head = _only_head(scene, at) if said.head == "administration" else None
        if head is not None:
            text = f"{head.best.surname[-1]} {said.head}"
            return _part_of(scene, head, replace(said, text=text), span, at)
    last = scene.recent(at)
    if said.definite and last is not None and said.head in scene.page.rules.any_body:
        collective = last.type == "group" and any(
            r.head in scene.page.offices.collectives for r in last.roles
        )
        if last.type == "organisation" or collective:
            return scene.mention(last, at, span, f"the {last.type} that spoke last")
    if scene.page.lower[at] == "the" and len(words) == 2 and said.head in scene.page.rules.companies:
        best = antecedents.choose(antecedents.rank(scene, at, None, kind="organisation"))
        if best is not None and best.total > 0:
            return scene.mention(best.entity, at, span, f"“{said.text}”: {antecedents.explain(best)}")
    if said.head in scene.page.rules.any_body or not said.marks:
        return None
    return own_words(scene, "organisation", said, span, at)


def _his(scene: Scene, said: Description, span: Span, at: int) -> Entity | None:
    """What belongs to a person: "his campaign" as "Jonas Abelt's campaign"."""
    best = antecedents.choose(antecedents.rank(scene, at, scene.page.pronouns.pronouns[said.owner]))
    if best is None or not best.entity.name:
        return None
    words = said.text.split()[1:]
    return _part_of(
        scene, best.entity, replace(said, text=f"{best.entity.name}’s {' '.join(words)}"), span, at
    )


def _only_head(scene: Scene, at: int) -> Entity | None:
    """The one person whom the article has called a president or governor in office before word ``at``."""
    heads = [
        e
        for e in scene.introduced(at)
        if e.at[0] < at
        and e.best.surname
        and any(r.head in scene.page.rules.governing and not r.former for r in e.roles)
    ]
    return heads[0] if len(heads) == 1 else None


def _told_before(scene: Scene, noun: str, at: int) -> Entity | None:
    """The body that "the administration" is when the article has spoken of "the Abelt administration"."""
    page = scene.page
    for index in range(at - 1, max(0, at - _REACH), -1):
        if (
            page.lower[index] != noun
            or page.gap(index - 1) not in (" ", "'s ", "’s ")
            or page.headline[index]
        ):
            continue
        holder = scene.cast.by_word.get(index - 1)
        if holder is None or not page.words[index - 1][0].isupper():
            continue
        if holder is scene.cast.by_word.get(index):
            return holder
        start = index - 1
        while start > 0 and scene.cast.by_word.get(start - 1) is holder:
            start -= 1
        span = Span(page.starts[start], page.ends[index])
        said = describe(page.lower[start : index + 1], span.of(page.text))
        return _part_of(scene, holder, said, span, start)
    return None


def _part_of(scene: Scene, holder: Entity, said: Description, span: Span, at: int) -> Entity | None:
    """A part of something named ("the Kremlin press office") is a speaker of its own."""
    part = own_words(scene, "organisation", said, span, at)
    if part is not None and holder.name and holder.name not in part.acts_for:
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


def by_last_word(scene: Scene, said: Description, low: list[str], span: Span, at: int) -> Entity | None:
    """A noun that only a name makes an organisation's: "the conference" for "U.S. Conference of …"."""
    if low[0] == "the" and len(low) == 2:
        found = _named_with(scene, low[1], at)
        if found is not None:
            return scene.mention(found, at, span, f"the {low[1]} named before")
    plural = (
        low[-1].endswith("s")
        and not low[-1].endswith("ss")
        and low[0] not in ("the", "this", "these", "those", "such", "his", "her", "its")
    )
    if plural and len(low) <= 6:
        return own_words(scene, "group", said, span, at)
    return None
