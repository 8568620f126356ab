"""Sentences interrupted by who says them: "If it fails, Olm argues, *there are other tools*".

The tagger is surest of what stands before its source. What stands behind is given to the same source where
the network finds it likelier to be content than it finds the writer's own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.languages.grammar import CueGrammar
from onrecord.records import Attribution, Span
from onrecord.statements.spans import own_spans, sentence_at
from onrecord.text import View

# Mean likelihood that the words behind are content. On the held-out slice and PolNeAR's development part all
# six that fit are content and have 0.29 to 0.46; in 170 articles of other news three, with 0.30 to 0.38.
_LIKELY = 0.25
_SHORTEST = 3  # words
_COMMA = re.compile(r",\s+")
_QUOTED = re.compile(r"[\"“”„«»]|''|``")


def whole(
    view: Callable[[], View], attributions: Sequence[Attribution], likelihood: Callable[[Span], float]
) -> list[Attribution]:
    """``attributions``, each with the rest of its sentence where its source parts that.

    Args:
        view: gives the article's, which is asked for where it is needed.
        attributions: all of one window.
        likelihood: how likely the words of a stretch are content, in the mean.
    """
    taken = [span for a in attributions for span in own_spans(a)]

    def with_rest(attribution: Attribution) -> Attribution:
        rest = _rest(view(), attribution)
        if rest is None or any(rest.overlaps(s) for s in taken) or likelihood(rest) < _LIKELY:
            return attribution
        return replace(attribution, content=(*attribution.content, rest))

    return [with_rest(a) if _is_parted(a) else a for a in attributions]


def _is_parted(attribution: Attribution) -> bool:
    """Whether one content stands before its source and cue."""
    if not (attribution.source and attribution.cue and len(attribution.content) == 1):
        return False
    return attribution.content[0].end < min(attribution.source[0].start, attribution.cue[0].start)


def _rest(view: View, attribution: Attribution) -> Span | None:
    """What its sentence goes on with behind a source between commas and no quotation."""
    told = sorted((*attribution.source, *attribution.cue))
    content, last = attribution.content[0], told[-1]
    behind, sentence = _COMMA.match(view.text, last.end), sentence_at(view, last.start)
    if behind is None or sentence is None or sentence.start > content.start:
        return None
    rest = Span(behind.end(), sentence.end)
    is_parted = _COMMA.fullmatch(view.text, content.end, told[0].start) is not None
    is_quoted = _QUOTED.search(view.text, content.start, sentence.end) is not None
    words = rest.of(view.text).split()
    goes_on = is_parted and not is_quoted and len(words) >= _SHORTEST
    return rest if goes_on and not _describes(view, attribution, words[0].lower()) else None


def _describes(view: View, attribution: Attribution, first: str) -> bool:
    """Whether the word ``first`` begins who the source is that stands right before it (", who was there")."""
    cues = view.language.grammar(CueGrammar)
    return attribution.source[-1] > attribution.cue[-1] and first in cues.relatives | cues.appositives
