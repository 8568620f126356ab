"""Which speakers act for others, whose words theirs then count as: asked by every stage that compares.

``Speaker.acts_for`` says for whom a speaker acts at first hand. Who that is, ``coreference`` reads off an
article, ``names.principals`` off a name, and ``identity`` joins across articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from onrecord.records import AnnotatedArticle, Speaker

Speakers = Mapping[str, Speaker]


def principals(speaker_id: str | None, speakers: Speakers) -> tuple[str, ...]:
    """Those for whom a speaker acts at first hand; nobody, where it is not known."""
    speaker = speakers.get(speaker_id or "")
    return speaker.acts_for if speaker is not None else ()


def sole_principal(speaker_id: str, speakers: Speakers) -> str:
    """Whom a speaker acts for at first hand, where that is exactly one who is known, else itself."""
    found = principals(speaker_id, speakers)
    return found[0] if len(found) == 1 and found[0] in speakers else speaker_id


def chain(speaker_id: str, speakers: Speakers) -> list[str]:
    """A speaker and all for whom it acts, at first hand or through others, nearest first, each once."""
    found = [speaker_id]
    for current in found:
        found.extend(p for p in principals(current, speakers) if p not in found and p in speakers)
    return found


def either_acts(one: Speaker, two: Speaker) -> bool:
    """Whether one of two acts for the other, at first hand."""
    return one.id in two.acts_for or two.id in one.acts_for


def at_one(one: str | None, two: str | None, speakers: Speakers) -> bool:
    """Whether two speakers are one, or one acts for the other, or both for a third: all at first hand."""
    return not {one, *principals(one, speakers)}.isdisjoint((two, *principals(two, speakers)))


def one_voice(one: str, two: str, speakers: Speakers) -> bool:
    """As ``at_one``, and where one acts for the other through others."""
    return at_one(one, two, speakers) or one in chain(two, speakers) or two in chain(one, speakers)


def among(items: Mapping[str, AnnotatedArticle], speakers: Speakers) -> dict[str, Speaker]:
    """Who speaks in articles, each with those for whom it acts who speak as well, or for whom two act.

    That is all that ``at_one`` goes by between them: nobody else's coming or going makes two voices one.
    Their names and kinds are told, nothing else.
    """
    heard = {s.speaker_id for item in items.values() for s in item.statements if s.speaker_id in speakers}
    speaking = [speakers[key] for key in sorted(key for key in heard if key)]
    acted = Counter(principal for s in speaking for principal in s.acts_for)
    return {
        s.id: Speaker(
            s.id, s.name, s.type, acts_for=tuple(p for p in s.acts_for if p in heard or acted[p] > 1)
        )
        for s in speaking
    }


def known(named: Mapping[str, Speaker]) -> dict[str, Speaker]:
    """Speakers with just what stages that compare may go by, and ``comparison.given`` holds them by."""
    return {
        key: Speaker(s.id, s.name, s.type, variants=s.variants, acts_for=s.acts_for)
        for key, s in named.items()
    }
