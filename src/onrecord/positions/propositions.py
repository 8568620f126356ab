"""Whether two commitments are about one proposition: a topic alone does not make them comparable."""

from __future__ import annotations

from onrecord.positions.commitments import Commitment

# What both statements share: in rarity, as a share of the poorer one's words, and how many words. Of 75
# shifts on news that readers judged 74 were wrong, most because the two were about different things.
TELLING, ALIKE, FEWEST = 5.0, 0.45, 2
# So many words that both quote, and so much of all of them, are one utterance quoted twice.
QUOTED, ONE_UTTERANCE = 6, 0.5


def one_proposition(before: Commitment, after: Commitment) -> bool:
    """Whether the words of two commitments are about one thing done or not done, and not one utterance."""
    language = before.view.language
    one, two = before.keys, after.keys
    shared = language.weight(one & two)
    quoted = all(c.statement.kind != "indirect" for c in (before, after))
    if quoted and len(one & two) >= QUOTED and shared >= ONE_UTTERANCE * language.weight(one | two):
        return False
    return len(one & two) >= FEWEST and shared >= TELLING and language.likeness(one, two) >= ALIKE
