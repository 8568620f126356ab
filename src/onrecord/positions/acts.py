"""Whose act a commitment is about, and which: a position moves where one act is meant and given up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
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
# Words before a verb among which its subject is named.
SUBJECT = 4
_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"[,;:—–()]")


@dataclass(frozen=True, slots=True)
class Act:
    """What will or will not be done: as written, and keys of its content words, the verb first.

    ``thing``: keys of what it is done to; ``more``: what tells it nearer, by preposition ("a
    tax *on land*").
    ``doer``: keys of who or what does it, among ``keys``; none where that is the speaker, or nobody is told.
    """

    keys: tuple[str, ...]
    written: str = ""
    thing: frozenset[str] = frozenset()
    more: tuple[tuple[str, frozenset[str]], ...] = ()
    doer: frozenset[str] = frozenset()

    def is_that_of(self, other: Act, language: Language) -> bool:
        """Whether both are one act."""
        shared = frozenset(self.keys) & frozenset(other.keys)
        if self._is_of_another(other):
            return False
        if self.keys[0] != other.keys[0]:
            return len(shared) > 1 and language.weight(shared) >= 2 * TELLING
        bare = min(len(self.keys), len(other.keys)) == 1
        return language.weight(shared) >= TELLING if len(shared) > 1 else bare and self._is_rare(language)

    def undoes(self, other: Act, language: Language) -> bool:
        """Whether one act undoes the other: the same thing signed and vetoed."""
        opposites = language.grammar(CommitmentGrammar).opposites
        shared = frozenset(self.keys[1:]) & frozenset(other.keys[1:])
        undone = opposites.get(self.keys[0]) == other.keys[0] and language.weight(shared) >= TELLING
        return undone and not self._is_of_another(other)

    def _is_of_another(self, other: Act) -> bool:
        """Whether it is told of another doer or, in the same verb, done to another thing.

        What is done to a thing here may be what it does there: "we will close the pit", "the pit will close".
        """
        same = self.doer <= frozenset(other.keys[1:]) and other.doer <= frozenset(self.keys[1:])
        if not same or (self.doer and other.doer):  # neither is whose position it is
            return True
        if self.keys[0] != other.keys[0]:
            return False
        if not (self.thing and other.thing):  # "run for mayor", "run for the third time"
            return False
        nearer = dict(other.more)
        return not self.thing & other.thing or any(
            told and nearer.get(by) and not told & nearer[by] for by, told in self.more
        )

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
    if len(known) < 2:
        return not any(a.doer for a in known)
    return known[0].is_that_of(known[1], before.view.language)


def act(commitment: Commitment, speaker: Speaker | None) -> Act | None:
    """The act that a commitment is to or against; None where nobody is told to do it, or an "if" binds it."""
    view, statement = commitment.view, commitment.statement
    grammar = view.language.grammar(CommitmentGrammar)
    cue = " ".join(s.of(view.text) for s in statement.cue)
    content = statement.content_text(view.text, " ")
    read = grammar.levels.read(cue, content) or grammar.acts.read(cue, content)
    if (
        read is None
        or not _SIDES.get(commitment.level)
        or grammar.conditional & set(_WORD.findall(read.first))
    ):
        return None
    names = speaker_words(speaker, view.language)
    start = read.first.rfind(" ", 0, read.end) + 1 if read.end else 0
    clause = _clause(read.first[start:], view.language)
    told = read.first[:start] + clause
    as_noun = not any(_keys(clause, view.language, names))
    if as_noun:  # "A merger of the hospitals is not on the agenda."
        clause = read.first[: read.start].strip()
    doer: tuple[str, ...] = ()
    if not as_noun and not _is_own(told, read.end, statement.kind == "direct", names, view.language):
        doer, behind = _doer(told, view.language)
        clause = min(clause, behind, key=len)
        if not doer:
            return None
    keys = tuple(_keys(clause, view.language, names))
    if not keys:
        return None
    at = content.lower().find(clause)
    written = content[at : at + len(clause)] if at >= 0 else clause
    return Act(
        (keys[0], *doer, *keys[1:])[:LONGEST],
        written,
        *_done_to(clause, view.language, names),
        frozenset(doer),
    )


def _doer(told: str, language: Language) -> tuple[tuple[str, ...], str]:
    """Keys of the subject of the first verb that binds, where a noun tells it, and what follows."""
    grammar = language.grammar(CommitmentGrammar)
    words = list(_WORD.finditer(told))
    at = next((i for i, word in enumerate(words) if word[0] in grammar.auxiliaries), 0)
    subject = (word[0] for word in words[max(0, at - SUBJECT) : at])
    keys = tuple(language.fold(word) for word in subject if language.is_content(word))
    return keys, told[words[at].end() :].strip() if words else ""


def _done_to(
    clause: str, language: Language, names: frozenset[str]
) -> tuple[frozenset[str], tuple[tuple[str, frozenset[str]], ...]]:
    """Keys of what an act is done to, and what tells it nearer, by preposition ("the sale *of boats*").

    When it is done tells neither: "on Monday" and "on the fourth" may be of one act.
    """
    grammar = language.grammar(CommitmentGrammar)
    parts: list[tuple[str, set[str]]] = []
    for word in language.plain_words(clause):
        key = language.fold(word)
        if language.lexicon.has(word, "preposition") and parts:
            parts.append((word, set()))
        elif language.is_content(word) and key not in grammar.scale_words and word not in names:
            if not parts:  # its verb
                parts.append(("", set()))
            elif not _is_time(word, language):
                parts[-1][1].add(key)
    done = parts[0][1] if parts else set()
    if not done and len(parts) > 1 and parts[1][0] in grammar.owning:
        done = parts.pop(1)[1]
    return frozenset(done), tuple((by, frozenset(keys)) for by, keys in parts[1:] if by in grammar.defining)


def _is_time(word: str, language: Language) -> bool:
    kinds = ("weekday", "month", "deictic", "unit", "daypart")
    return word.isdigit() or any(language.lexicon.has(word, kind) for kind in kinds)


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
    return _is_own_body(words[:at], direct, language)


def _is_own_body(words: Sequence[str], direct: bool, language: Language) -> bool:
    """Whether a subject is whom one speaks for: "her country", "my campaign"; "the government", as told."""
    body, before = language.lexicon.has(words[-1], "body"), words[:-1]
    if body and not direct and before == ["the"]:
        return True
    bodies = body or language.lexicon.has(words[-1], "collective")
    return bodies and bool(before) and before[-1] in language.grammar(CommitmentGrammar).possessive


def _clause(written: str, language: Language) -> str:
    """What stands before the next mark or the word that opens another clause."""
    clause = _MARKS.split(written, maxsplit=1)[0]
    openers = language.grammar(RelationGrammar).clause_openers
    words = language.words(clause)
    end = next((w.start for w in words[1:] if language.plain(w.of(clause)) in openers), len(clause))
    return clause[:end].strip()


def _keys(clause: str, language: Language, names: frozenset[str]) -> Iterable[str]:
    """Keys of the content words of a clause, without those of the scale and the speaker."""
    grammar = language.grammar(CommitmentGrammar)
    scale, acts = grammar.scale_words, grammar.nouns
    for word in language.plain_words(clause):
        key = language.fold(word)
        if language.is_content(word) and key not in scale and word not in names:
            yield acts.get(key, key)
