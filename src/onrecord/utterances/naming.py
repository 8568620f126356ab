"""Points that only name somebody, and so say nothing that another article could say too.

Where a report leans on somebody ("citing two aides to the mayor") or points at somebody ("dismissed him"),
whom it names can stand where a statement's words do. Two reports that name the same people do not thereby
say the same thing.
"""

from __future__ import annotations

from onrecord.languages.grammar import CueGrammar, RoleGrammar
from onrecord.names.roles import describe
from onrecord.utterances.points import Point

_LONGEST = 6  # words up to the head of a noun phrase; what is longer tells more than who


def only_names(point: Point) -> bool:
    """Whether a point's own words are a name, a pronoun, or a noun phrase for people and nothing more.

    A name that somebody uttered is an answer ("“Brill.”") and tells something.
    """
    if any(point.quoted):
        return False
    if len(point.plain) == 1 and not point.negations:
        return not point.view.language.is_content(point.plain[0]) or point.content <= point.names
    return point.content <= point.names or _only_describes(point)


def same_act(one: Point, two: Point) -> bool:
    """Whether one speaker does the same in both, by the cue's words: "bans Pomal", "has banned Pomal"."""
    speakers = {one.statement.speaker_id, two.statement.speaker_id}
    return len(speakers) == 1 and None not in speakers and bool(_cue(one) & _cue(two))


def _cue(point: Point) -> set[str]:
    """The keys of the cue's words that carry meaning."""
    return {word.key for span in point.statement.cue for word in point.view.words_in(span) if word.content}


def _only_describes(point: Point) -> bool:
    """Whether a point is a noun phrase for people, told further by names alone.

    What they say in a clause behind it ("two aides *who said* …") are their words, and no other source's.
    """
    language = point.view.language
    roles, cues = language.grammar(RoleGrammar), language.grammar(CueGrammar)
    end = next((at for at, word in enumerate(point.plain) if word in roles.after_head), len(point.plain))
    if end > _LONGEST or not (point.plain[0] in cues.determiners or point.keys[0] in point.names):
        return False
    said = describe(point.plain[:end], language=language)
    if said.kind not in ("person", "group") or said.head.split()[-1:] != [point.plain[end - 1]]:
        return False
    link, verb = (*point.plain[end : end + 2], "", "")[:2]
    speak = link == cues.personal_relative and verb in cues.says
    return speak or point.content.intersection(point.keys[end:]) <= point.names
