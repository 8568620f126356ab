"""Words whose speaker a line names: turns of a transcript, speeches, posts in a text, signed quotations.

Nothing here needs a verb of saying, so readers that were trained on news find little of it. Whole lines are
taken: who is named on a line of its own says all up to the next such line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.languages.grammar import CueGrammar, PersonGrammar, TurnGrammar
from onrecord.names.persons import is_given
from onrecord.records import Attribution, Span, hull
from onrecord.statements.interviews import answers
from onrecord.statements.marked import marked
from onrecord.statements.posts import posts
from onrecord.statements.spans import own_spans
from onrecord.statements.speeches import speech
from onrecord.text import View

# A line with a name and a colon, and one with a name alone, as far as the article is a conversation.
_TURN = 0.85
# A post or a quotation with its signature.
_SIGNED = 0.85
# Lines of a conversation: with fewer a colon introduces something else, or a heading is in capitals.
_FEWEST_LABELS, _FEWEST_ALONE = 2, 3
# Characters of a line that ends like a heading between the turns.
_LONGEST_HEADING = 60
_STOPS = (".", "!", "?", "…", "”", '"', "’", ")", ":")
# A name of two to six words in capitals, and no label.
_CAPITALISED = r"[^\W\d_a-z](?:\.|[\w'’-]{0,40}+)"
_NAMES = re.compile(rf"(?<![\w'’-]){_CAPITALISED}(?: {_CAPITALISED}){{1,5}}(?!\w|[ \w]{{0,40}}[:(])")
_LETTER_ENDS = (".", ")")
_BEFORE = "\"“”«»'‘’"


@dataclass(frozen=True, slots=True)
class _Label:
    """A line that names a speaker: its name, and where the words on the same line begin, if any do."""

    line: Span
    name: Span
    words: int | None
    is_asker: bool = False


def beside(
    view: View, attributions: Sequence[Attribution], found: Sequence[Attribution]
) -> list[Attribution]:
    """Those of ``attributions`` that can stand beside the turns ``found``: none that crosses their lines."""
    if not found:
        return list(attributions)
    first_persons = view.language.grammar(CueGrammar).first_persons
    return [a for a in attributions if _stands(view, a, found, first_persons)]


def turns(view: View) -> list[Attribution]:
    """The turns, speeches, posts and signed quotations of an article; linear in the text."""
    lines = _lines(view.text)
    signed = _signed(view, lines)
    labels = _labels(view, lines) or _alone(view, lines)
    said = list(_turns_of(view, lines, labels)) or list(answers(view, lines))
    opened = speech(
        view, lines, min((span.start for a in said for span in own_spans(a)), default=len(view.text))
    )
    return [*signed, *opened, *said]


def _stands(view: View, read: Attribution, found: Sequence[Attribution], first: frozenset[str]) -> bool:
    """Whether what a tagger found can stand beside the turns: inside one, said by somebody else than "I"."""
    mine = hull(own_spans(read))
    over = [t for t in found if any(mine.overlaps(span) for span in own_spans(t))]
    if not over:
        return True
    inside = any(span.contains(mine) for t in over for span in t.content)
    source = " ".join(s.of(view.text) for s in read.source).lower()
    whole = any(hull(read.content).contains(span) for t in over for span in t.content)
    return inside and bool(source) and source not in first and not whole


def _lines(text: str) -> list[Span]:
    """The lines that hold something, without white space around; what layout calls furniture, too."""
    found = []
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        if line.strip():
            found.append(Span(start, start + len(line.strip())))
    return found


# ------------------------------------------------------------------ conversations


def _labels(view: View, lines: Sequence[Span]) -> list[_Label]:
    """The lines "NAME: words" of a conversation; none where too few could be one's."""
    grammar = view.language.grammar(TurnGrammar)
    others = {b.start for b in view.blocks("headline", "dateline")}
    told_of = _told_of(view)
    found: list[_Label] = []
    for line in lines:
        at = (view.text, line.start, line.end)
        match = grammar.label.match(*at) or grammar.letter.match(*at)
        if match is None or line.start in others:
            continue
        if match["name"] in told_of or not tells_what(match["name"], grammar):
            asker = _asker(match, grammar)
            name = asker or Span(*match.span("name"))
            found.append(_Label(line, name, match.start("words"), is_asker=asker is not None))
    found = _of_conversation(view, found, _FEWEST_LABELS, told_of)
    return found if _is_dense(lines, found) else []


def _asker(match: re.Match[str], grammar: TurnGrammar) -> Span | None:
    """Who asks, where a label tells it in brackets: "Question (*Karst Radio*):", "Q (*Ida Holm*, Post):"."""
    named = match.groupdict().get("of")
    if match["name"].lower() not in grammar.askers or not named or not named[0].isupper():
        return None
    start = match.start("of")
    return Span(start, start + len(named.split(",")[0].rstrip()))


def _is_dense(lines: Sequence[Span], labels: Sequence[_Label]) -> bool:
    """Whether at least every other line between the first and the last label has one."""
    if not labels:
        return False
    between = [line for line in lines if labels[0].line <= line <= labels[-1].line]
    return 2 * len(labels) >= len(between)


def tells_what(name: str, grammar: TurnGrammar) -> bool:
    """Whether a label tells what its line is about: "Correction", "Editor’s note", "JUST WATCHED"."""
    words = name.lower().replace("’", "'").split()
    return bool(words) and not grammar.no_labels.isdisjoint((words[0], words[-1]))


def _alone(view: View, lines: Sequence[Span]) -> list[_Label]:
    """The lines of a conversation that hold a name and nothing else, or a name and an office."""
    grammar = view.language.grammar(TurnGrammar)
    found = []
    for line in lines:
        match = grammar.alone.match(view.text, line.start, line.end)
        if match is not None and not tells_what(match["name"], grammar):
            found.append(_Label(line, Span(*match.span("name")), None))
    found = [label for label in _of_conversation(view, found, _FEWEST_ALONE) if label.line != lines[-1]]
    return found if _says_turns(view, lines, found) else []


def _says_turns(view: View, lines: Sequence[Span], labels: Sequence[_Label]) -> bool:
    """Whether most names are followed by talk, "I", "you" or a question: a list of names has none."""
    at = {label.line for label in labels}
    after = [following for line, following in pairwise(lines) if line in at]
    return bool(labels) and 2 * sum(_is_talk(view, line) for line in after if line not in at) >= len(labels)


def _is_talk(view: View, line: Span) -> bool:
    if _is_heading(view, line):
        return False
    talk = view.language.grammar(TurnGrammar).talk
    return "?" in line.of(view.text) or any(word.plain in talk for word in view.words_in(line))


def _of_conversation(
    view: View, labels: list[_Label], fewest: int, told_of: frozenset[str] = frozenset()
) -> list[_Label]:
    """Those of ``labels`` whose names are persons' or parts, if enough are and two of them differ."""
    names = Counter(_low(view, label) for label in labels)
    kept = [label for label in labels if _is_somebody(view, label, told_of) or names[_low(view, label)] > 1]
    words = [_low(view, label).split() for label in kept]
    often = Counter(word for name in words for word in set(name))
    repeated = any(often[name[0]] > 1 or often[name[-1]] > 1 for name in words)
    differ = len({name[0] for name in words}) > 1
    return kept if len(kept) >= fewest and differ and repeated else []


def _low(view: View, label: _Label) -> str:
    return label.name.of(view.text).lower()


def _is_somebody(view: View, label: _Label, told_of: frozenset[str]) -> bool:
    """Whether a label is a person's name or a part, by itself or with what its line begins with."""
    name, whole = label.name.of(view.text), Span(label.line.start, label.name.end).of(view.text)
    if label.is_asker or name in told_of or _is_part(name, view.language.grammar(TurnGrammar)):
        return True
    return _is_person(name) or _is_courteous(view, name) or _is_courteous(view, whole)


def _is_part(name: str, grammar: TurnGrammar) -> bool:
    return all(word in grammar.parts for word in name.lower().split())


def _is_person(name: str) -> bool:
    words = name.split()
    return any(is_given(word.lower().strip(".")) for word in words) or (name.isupper() and len(name) > 1)


def _told_of(view: View) -> frozenset[str]:
    """Names of two words and more that stand before no colon: "our treasurer, Ida Price"."""
    found: set[str] = set()
    for match in _NAMES.finditer(view.text):
        words = match.group().split(" ")
        found.update(" ".join(words[i:]) for i in range(len(words) - 1))
    return frozenset(found)


def _is_courteous(view: View, name: str) -> bool:
    """Whether a name begins with a word of courtesy or rank, as parliaments print it ("Mrs. Brannock")."""
    first, _, rest = name.lower().partition(" ")
    return bool(rest) and first.strip(".") in view.language.grammar(PersonGrammar).honorifics


def _turns_of(view: View, lines: Sequence[Span], labels: Sequence[_Label]) -> Iterator[Attribution]:
    """What is said after each label, up to the next one or to a heading.

    The last one says no more lines than the longest before: the article may go on without them.
    """
    at = {label.line: label for label in labels}
    label: _Label | None = None
    content: list[Span] = []
    longest = 1
    for line in lines:
        if label is not None and label is labels[-1] and len(content) == longest:
            break
        if line in at:
            longest = max(longest, len(content))
            yield from _turn(view, label, content)
            label = at[line]
            content = [] if label.words is None else _words(view, Span(label.words, line.end))
        elif label is not None and _is_heading(view, line):
            yield from _turn(view, label, content)
            label, content = None, []
        elif label is not None and (label.words is None or content):
            content += _words(view, line)
    yield from _turn(view, label, content)


def _words(view: View, span: Span) -> list[Span]:
    """The words of a line, without what is done there; none of a line that tells what others do."""
    if view.language.grammar(TurnGrammar).scene.fullmatch(view.text, span.start, span.end):
        return []
    action = view.language.grammar(TurnGrammar).action.match(view.text, span.start, span.end)
    start = span.start if action is None else action.end()
    return [Span(start, span.end)] if start < span.end else []


def _turn(view: View, label: _Label | None, content: Sequence[Span]) -> Iterator[Attribution]:
    if label is None or not content:
        return
    mark = () if label.words is None else _mark(view, label)
    yield Attribution((label.name,), mark, tuple(content), _TURN)


def _mark(view: View, label: _Label) -> tuple[Span, ...]:
    """The colon behind a name, or the stop behind a letter."""
    at = view.text.find(":", label.name.end, label.words)
    if at < 0 and view.text[label.name.end : label.name.end + 1] in _LETTER_ENDS:
        at = label.name.end
    return () if at < 0 else (Span(at, at + 1),)


def _is_heading(view: View, line: Span) -> bool:
    """Whether a line is short and ends like no sentence."""
    return line.end - line.start <= _LONGEST_HEADING and not line.of(view.text).endswith(_STOPS)


# ------------------------------------------------------------------ signatures


def _signed(view: View, lines: Sequence[Span]) -> list[Attribution]:
    """Posts and quotations that a line signs, or that one announces."""
    reads: tuple[Callable[[View, Sequence[Span], int], Attribution | None], ...] = (_signature, _introduced)
    found = (read(view, lines, i) for i in range(len(lines)) for read in reads)
    return [
        *posts(view, lines),
        *marked(view, lines),
        *(attribution for attribution in found if attribution is not None),
    ]


def _signature(view: View, lines: Sequence[Span], i: int) -> Attribution | None:
    """Read "“…” — Ann Olm" and a post that ends in "— Ann Olm (@olm) May 3, 2031", on a line or behind it."""
    grammar, line = view.language.grammar(TurnGrammar), lines[i]
    match = next(
        (m for at in _dashes(view, line) if (m := grammar.signature.match(view.text, at, line.end))), None
    )
    if match is None:
        return None
    before = Span(line.start, match.start())
    words = before if before.of(view.text).strip() else lines[i - 1] if i else before
    content = _signed_words(view, words, post=bool(match["handle"]))
    if content is None:
        return None
    dash = Span(match.start(), match.start("name"))
    lead = len(dash.of(view.text)) - len(dash.of(view.text).lstrip())
    cue = Span(dash.start + lead, dash.start + len(dash.of(view.text).rstrip()))
    return Attribution((Span(*match.span("name")),), (cue,), (content,), _SIGNED)


def _dashes(view: View, line: Span) -> Iterator[int]:
    """Where a dash may begin a signature: last ones first."""
    at = [m.start() for m in re.finditer(r"(?:^|(?<=[\s”\"’.!?]))[-–—―]", line.of(view.text))]
    return (line.start + offset for offset in reversed(at[-3:]))


def _signed_words(view: View, span: Span, *, post: bool) -> Span | None:
    """What was signed: one whole quotation, or all words of a post but its addresses."""
    text = span.of(view.text).rstrip()
    if not post:
        quote = next((q for q in view.quotations_in(span, 0)), None)
        whole = quote is not None and quote.start <= span.start and quote.end >= span.start + len(text)
        return Span(span.start, span.start + len(text)) if whole and text[0] in _BEFORE else None
    link = view.language.grammar(TurnGrammar).link
    while (match := link.search(text)) is not None:
        text = text[: match.start()]
    return Span(span.start, span.start + len(text)) if text else None


def _introduced(view: View, lines: Sequence[Span], i: int) -> Attribution | None:
    """Read "And from Ann Olm of the guild:" and the quotation on the next line."""
    match = view.language.grammar(TurnGrammar).introduced.match(view.text, lines[i].start, lines[i].end)
    if match is None or i + 1 == len(lines):
        return None
    content = _signed_words(view, lines[i + 1], post=False)
    if content is None:
        return None
    colon = view.text.rfind(":", lines[i].start, lines[i].end)
    return Attribution((Span(*match.span("name")),), (Span(colon, colon + 1),), (content,), _SIGNED)
