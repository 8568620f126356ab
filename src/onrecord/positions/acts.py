"""Whose act a commitment is about, and which: a position moves where one takes up or gives up an own act."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.languages import Language
from onrecord.languages.grammar import CommitmentGrammar, RelationGrammar
from onrecord.positions.commitments import Commitment
from onrecord.records import Level, Speaker

# Which side of an act a level is on; silence is on none.
_SIDES: dict[Level, int] = {
    "rules_out": -1,
    "no_plans": -1,
    "does_not_rule_out": 1,
    "considers": 1,
    "intends": 1,
    "did": 1,
}
# Content words of an act: its verb and what it is done to.
LONGEST = 6
# A verb alone tells an act when it is rarer than this ("resign", not "go"), in natural logarithms.
RARE = 3.0
# What two acts must share, in rarity: "sign a bill" is more than one act.
TELLING = 3.0
_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"[,;:—–()]")


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody will or will not do: as written, and keys of its content words, the verb first."""

    keys: tuple[str, ...]
    written: str = ""

    def is_that_of(self, other: Act, language: Language) -> bool:
        """Whether both are one act."""
        shared = frozenset(self.keys) & frozenset(other.keys)
        if self.keys[0] != other.keys[0]:
            return len(shared) > 1 and language.weight(shared) >= 2 * TELLING
        bare = min(len(self.keys), len(other.keys)) == 1
        return language.weight(shared) >= TELLING if len(shared) > 1 else bare and self._is_rare(language)

    def undoes(self, other: Act, language: Language) -> bool:
        """Whether one act undoes the other: the same thing signed and vetoed."""
        opposites = language.grammar(CommitmentGrammar).opposites
        shared = frozenset(self.keys[1:]) & frozenset(other.keys[1:])
        return opposites.get(self.keys[0]) == other.keys[0] and language.weight(shared) >= TELLING

    def _is_rare(self, language: Language) -> bool:
        """Whether its verb alone tells an act."""
        return language.rarity(self.keys[0]) >= RARE


def opposed(one: Level, other: Level) -> bool:
    """Whether two levels are on opposite sides of an act."""
    return _SIDES.get(one, 0) * _SIDES.get(other, 0) < 0


def about_one(one: Act, other: Act, language: Language) -> bool:
    """Whether two acts are one, or one undoes the other."""
    return one.is_that_of(other, language) or one.undoes(other, language)


def turned(before: tuple[Commitment, Act], after: tuple[Commitment, Act]) -> bool:
    """Whether a later commitment gives up what an earlier one meant to do, or the other way."""
    (one, act_before), (two, act_after) = before, after
    language = two.view.language
    if act_before.is_that_of(act_after, language):
        return opposed(one.level, two.level)
    return act_before.undoes(act_after, language) and _SIDES[one.level] == _SIDES[two.level] == 1


def one_act(before: Commitment, after: Commitment, speakers: Mapping[str, Speaker]) -> bool:
    """Whether two commitments are about one own act, as far as they are about any; silence is about none."""
    told = [c for c in (before, after) if c.level in _SIDES]
    acts = [act(c, speakers.get(c.speaker_id)) for c in told]
    known = [a for a in acts if a is not None]
    if len(known) < len(told):
        return False
    return len(known) < 2 or known[0].is_that_of(known[1], before.view.language)


def act(commitment: Commitment, speaker: Speaker | None) -> Act | None:
    """The act that its speaker is committed to or against; None where it is another's, or bound to "if"."""
    view, statement = commitment.view, commitment.statement
    grammar = view.language.grammar(CommitmentGrammar)
    cue = " ".join(s.of(view.text) for s in statement.cue)
    content = statement.content_text(view.text, " ")
    read = grammar.levels.read(cue, content)
    if read is None or not _SIDES.get(commitment.level):
        return None
    words = _WORD.findall(read.first)
    if grammar.conditional & set(words):
        return None
    names = speaker_words(speaker, view.language)
    start = read.first.rfind(" ", 0, read.end) + 1 if read.end else 0
    clause = _clause(read.first[start:], view.language)
    if not _is_own(read.first[:start] + clause, read.end, statement.kind == "direct", names, view.language):
        return None
    keys = tuple(_keys(clause, view.language, names))
    at = content.lower().find(clause)
    return Act(keys[:LONGEST], content[at : at + len(clause)] if at >= 0 else clause) if keys else None


def speaker_words(speaker: Speaker | None, language: Language) -> frozenset[str]:
    """The words of a name and its offices that tell, plain: "the ministry of defence" is its minister's."""
    named = (
        (speaker.name, *speaker.variants, *(o.title for o in speaker.offices)) if speaker is not None else ()
    )
    return frozenset(w for n in named for w in language.plain_words(n) if language.is_content(w))


def _is_own(told: str, end: int, direct: bool, names: frozenset[str], language: Language) -> bool:
    """Whether the speaker is the subject of the first verb that binds, or none is said ("to run")."""
    grammar, words = language.grammar(CommitmentGrammar), _WORD.findall(told)
    at = next((i for i, word in enumerate(words) if word in grammar.auxiliaries), None)
    own = grammar.first_person if direct else grammar.first_person | grammar.own
    if at is None:
        return not end or words[:1] == ["to"] or not own.isdisjoint(words[:1])
    if at == 0 or words[at - 1] in own or words[at - 1] in names:
        return True
    # "Her country will", "my campaign": whom one speaks for.
    bodies = language.lexicon.has(words[at - 1], "body") or language.lexicon.has(words[at - 1], "collective")
    return bodies and at > 1 and words[at - 2] in grammar.possessive


def _clause(written: str, language: Language) -> str:
    """What stands before the next mark or the word that opens another clause."""
    clause = _MARKS.split(written, maxsplit=1)[0]
    openers = language.grammar(RelationGrammar).clause_openers
    words = language.words(clause)
    end = next((w.start for w in words[1:] if language.plain(w.of(clause)) in openers), len(clause))
    return clause[:end].strip()


def _keys(clause: str, language: Language, names: frozenset[str]) -> Iterable[str]:
    """Keys of the content words of a clause, without those of the scale and the speaker."""
    scale = language.grammar(CommitmentGrammar).scale_words
    for word in language.plain_words(clause):
        key = language.fold(word)
        if language.is_content(word) and key not in scale and word not in names:
            yield key
