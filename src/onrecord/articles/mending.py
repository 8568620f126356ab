"""Labels mended where lines together show what one alone does not: posts, talk, imprints, greetings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from onrecord.articles.bylines import begins_as_byline, names_with_role, signed_by
from onrecord.articles.datelines import find_dateline
from onrecord.articles.headlines import HEAD_WORDS, HEADLINE_WORDS, SENTENCES, SPOKEN
from onrecord.articles.imprints import date_of, paper_of
from onrecord.articles.marked import Marked
from onrecord.articles.pointers import without_pointers
from onrecord.articles.tagging import Label
from onrecord.languages.furniture import (
    CLOCK,
    CORRECTED,
    CORRECTING,
    DAY,
    OUTLET_WORDS,
    PAPER_WORDS,
    POINTER,
    RIGHTS,
)
from onrecord.languages.page_asides import DISCLOSED, PUBLISHED, SENT_WITH
from onrecord.records import Span

# "Museum returns chest (Tolland Times, 2 December 2017)", "… – Tolland Times – 2017-12-02".
_IMPRINT = re.compile(r"(.{12,400}?)(?:\s*+[(\[](?=[^()]+[)\]]$)|\s++[–—|-]\s+)([^()\[\]]+)[)\]]?")
# "[Tolland Times, 2 December 2017] Museum returns chest", "2017-12-02 Tolland Times: Museum returns chest".
_IMPRINT_BEFORE = re.compile(r"(?:[\[(](?=[^\])]+[\])] ))?([^\[\]():]{8,80})(?:[\])]:?|:) +(\S.{11,300}[^.])")
_LAST_WORDS = 8
_TOP, _NAME_WORDS = 3, 5  # lines in which a masthead stands, words that it has
# Lines from a headline to its writers', paragraphs of a deck and of pictures among them.
_TO_WRITERS, _DECKS = 12, 2
_CREDITED = re.compile(r"\bCredit(?:\.{3}|…|:) ?\S")
_REPORTED = re.compile(r"[^\W\d_a-z][\w.’'-]+(?: [^\W\d_a-z][\w.’'-]*){1,3} reported from\b")
_GREETING = 2  # lines from a newsletter's greeting to its headline
_CORRECTS = re.compile(CORRECTING, re.IGNORECASE)
_POST_TIME = re.compile(rf"(?:{DAY},? )?(?:at )?{CLOCK}", re.IGNORECASE)
_POST_HEAD = 4  # lines from a post's hour to its first sentence
_DIGITS = re.compile(r"\d+")
_ENDED = re.compile(r"\w[.!?][\"”’)]?$")
_HEADING: tuple[Label, ...] = ("headline", "subheadline", "masthead", "section")
_READ: tuple[Label, ...] = ("body", "heading", "subheadline", "caption", "note", "correction")
_OWNED = ("copyright", "©", "(c)", "all rights")
_POSTED: tuple[Label, ...] = ("headline", "subheadline", "caption", "pullquote", "dateline")

# A line of so many words right behind a paragraph, as likely one as not, is no reader's comment.
_SENTENCE, _AS_LIKELY = 8, 0.3
# A note speaks of the article, its writer or its reader; of a sentence that does not the tagger must be sure.
_SURE = 0.75
_OF_ARTICLE = re.compile(
    r"\b(?:article|story|author|writer|editor|reporter|correspondent|column(?:ist)?|newsletter|photos?|you|your|we|our)\b"
    r"|@|www\.",
    re.IGNORECASE,
)
# What begins a field of a record: a name and a colon.
_FIELD = re.compile(r"[\w ./()-]{1,40}[:=]|[A-Z]{2}\b")
# Words of a paragraph: no field of a record in the layouts that may be read has as many.
_PARAGRAPH = 25


def mended(marked: Sequence[Marked]) -> list[Marked]:
    """The lines, each under the label that it has beside the others."""
    lines = list(marked)
    for mend in (
        _rules,
        _with_notices,
        _with_writers,
        _with_masthead,
        _shouted,
        _decked,
        _with_signature,
        _with_datelines,
        _with_imprint,
        _with_posts,
        _leads_apart,
        _below_writers,
        _with_talk,
        _with_sentences,
        _without_pointers,
        _without_last_words,
    ):
        lines = mend(lines)
    return lines


def _rules(marked: list[Marked]) -> list[Marked]:
    """A line without a letter or a digit parts what stands on its sides, and heads nothing.

    Nor does a mail program's own.
    """
    sent = [m.under("contact") if SENT_WITH.fullmatch(m.content) else m for m in marked]
    return [m if any(map(str.isalnum, m.content)) else m.under("page") for m in sent]


def _with_notices(marked: list[Marked]) -> list[Marked]:
    """Lines that say whose the text is, or when it came out or was changed, are not body, however long."""
    return [m.under(_notice(m.content) or m.label) if m.label in _READ else m for m in marked]


def _notice(content: str) -> Label | None:
    if content[0] in '"“':
        return None
    if PUBLISHED.fullmatch(content):
        return "date"
    is_rights = content.lower().startswith(_OWNED) and RIGHTS.search(content) is not None
    return (
        "legal"
        if is_rights or DISCLOSED.fullmatch(content)
        else "correction"
        if CORRECTED.match(content)
        else None
    )


def _with_writers(marked: list[Marked]) -> list[Marked]:
    """A person and a role, and nothing else, write the article, whatever else the line looks like."""
    return [
        m.under("byline") if m.label in _HEADING and names_with_role(m.content) is not None else m
        for m in marked
    ]


def _with_masthead(marked: list[Marked]) -> list[Marked]:
    """A paper's name above a line with its day is the masthead of a page, where a headline can follow."""
    for at, (line, below, head) in enumerate(zip(marked[:_TOP], marked[1:], marked[2:], strict=False)):
        is_name = line.label == "headline" and _is_masthead(line.content)
        if is_name and date_of(below.content) is not None and len(head.content.split()) <= HEADLINE_WORDS:
            return [*marked[:at], line.under("masthead"), below.under("date"), *marked[at + 2 :]]
    return marked


def _shouted(marked: list[Marked]) -> list[Marked]:
    """A line in capitals right above what looks like a headline is the headline, and that its deck."""
    heads = [n for n, m in enumerate(marked) if m.label == "headline"]
    head = heads[1] if len(heads) > 1 and heads[1] == heads[0] + 1 else heads[0] if heads else 0
    above = marked[head - 1] if head else None
    if above is None or above.label not in ("body", "headline"):
        return marked
    if any(m.label == "body" for m in marked[: head - 1]):
        return marked
    is_head = HEAD_WORDS <= len(above.content.split()) <= HEADLINE_WORDS and above.content[-1] != "."
    if not (is_head and above.content.isupper()) or marked[head].content.isupper():
        return marked
    return [
        *marked[: head - 1],
        above.under("headline"),
        marked[head].under("subheadline"),
        *marked[head + 1 :],
    ]


def _decked(marked: list[Marked]) -> list[Marked]:
    """Paragraphs between a headline and the line of its writers are no text: a deck, a picture's words."""
    head = next((n for n, m in enumerate(marked) if m.label == "headline"), len(marked))
    by = _writers_below(marked, head)
    above = [n for n in range(head + 1, by) if marked[n].label in ("body", "headline")]
    below = sum(m.label == "body" for m in marked[by:])
    if not 0 < len(above) <= min(_DECKS, below):
        return marked
    credited = [n for n in above if _CREDITED.search(marked[n].content)]
    labels: dict[int, Label] = dict.fromkeys(credited, "caption")
    if above[0] == head + 1:
        labels.setdefault(head + 1, "subheadline")
    if len(labels) < len(above):  # a paragraph that may be the text's own
        return marked
    if by + 1 < len(marked) and _REPORTED.match(marked[by + 1].content):
        labels[by + 1] = "note"
    return [m.under(labels.get(n, m.label)) for n, m in enumerate(marked)]


def _writers_below(marked: Sequence[Marked], head: int) -> int:
    """The line of the writers that is near below a headline; that of the headline where there is none."""
    near = range(head + 1, min(len(marked), head + _TO_WRITERS))
    return next(
        (n for n in near if marked[n].label == "byline" and begins_as_byline(marked[n].content)), head
    )


def _is_masthead(content: str) -> bool:
    """Whether a line is a paper's name, by its last word: "THE OSTREY CHRONICLE."."""
    words = content.rstrip(".").split()
    named = words[-1].lower() in OUTLET_WORDS | PAPER_WORDS if words else False
    return named and len(words) <= _NAME_WORDS and all(word[0].isupper() for word in words)


def _with_signature(marked: list[Marked]) -> list[Marked]:
    """A dash and names on the last line sign the article."""
    last = marked[-1] if marked else None
    if last is None or last.content[0] not in "—–-":
        return marked
    return [*marked[:-1], last.under("byline")] if signed_by(last.content) else marked


def _with_datelines(marked: list[Marked]) -> list[Marked]:
    """What begins as an agency's report does is no deck, but the report's first paragraph."""
    return [m.under("body") if m.label == "subheadline" and _opens(m.content) else m for m in marked]


def _opens(content: str) -> bool:
    return _ENDED.search(content) is not None and find_dateline(content, 0, len(content)) is not None


def _with_posts(marked: list[Marked]) -> list[Marked]:
    """Where lines give an hour, with or without the day, the sentences below each are a live page's posts.

    A line without an end mark right below the hour heads its post.
    """
    stamps = {n for n, m in enumerate(marked) if _POST_TIME.fullmatch(m.content) and _posts(marked, n)}
    if len(stamps) < 2:
        return marked
    first = min(stamps)
    return [
        m.under(_posted(m, is_top=n - 1 in stamps)) if n > first and n not in stamps else m
        for n, m in enumerate(marked)
    ]


def _posts(marked: Sequence[Marked], stamp: int) -> bool:
    """Whether a sentence stands among the first lines below an hour: a clip's length has none."""
    below = takewhile(
        lambda m: not _POST_TIME.fullmatch(m.content), marked[stamp + 1 : stamp + 1 + _POST_HEAD]
    )
    return any(len(m.content.split()) >= _SENTENCE and m.content[-1] in '.!?"”' for m in below)


def _posted(line: Marked, *, is_top: bool) -> Label:
    words = len(line.content.split())
    if line.label in _POSTED and words >= _SENTENCE and line.content.endswith(tuple('.!?"”')):
        return "body"
    is_heading = is_top and line.label in (*_POSTED, *_HEADING, "body") and words <= HEADLINE_WORDS
    return "heading" if is_heading and line.content[-1].isalnum() else line.label


def _with_imprint(marked: list[Marked]) -> list[Marked]:
    """``marked``; where paper and day stand behind the headline on its line, they are a line of their own."""
    front = next((n for n, m in enumerate(marked) if m.label == "body"), len(marked))
    at = next((n for n in range(front) if marked[n].label == "headline"), 0)
    found = _IMPRINT.fullmatch(marked[at].content) if at < front else None
    if found is None or date_of(found[2]) is None:
        return _with_imprint_before(marked, front)
    if marked[at].label != "headline" and not (len(found[1].split()) >= HEAD_WORDS and paper_of(found[2])):
        return marked
    line = marked[at].content
    start, rest = marked[at].span.start, found.end(1)
    rest += len(line[rest:]) - len(line[rest:].lstrip())  # the line's own marks stay with the paper
    return [
        *marked[:at],
        Marked("headline", Span(start, start + found.end(1)), found[1]),
        Marked("outlet", Span(start + rest, marked[at].span.end), found[2]),
        *marked[at + 1 :],
    ]


def _with_imprint_before(marked: list[Marked], front: int) -> list[Marked]:
    """``marked``; where paper and day stand before the headline on its line, they are a line of their own."""
    for at, line in enumerate(marked[: front or 1]):
        found = _IMPRINT_BEFORE.fullmatch(line.content)
        if found is None or not (date_of(found[1]) and paper_of(found[1])) or date_of(found[2]):
            continue
        start = line.span.start
        return [
            *marked[:at],
            Marked("outlet", Span(start + found.start(1), start + found.end(1)), found[1]),
            Marked("headline", Span(start + found.start(2), line.span.end), found[2]),
            *marked[at + 1 :],
        ]
    return marked


def _without_last_words(marked: list[Marked]) -> list[Marked]:
    """``marked``; a heading below the last paragraph ("Have your say?") heads what is not the article's."""
    last = next((n for n in range(len(marked) - 1, 0, -1) if marked[n].label in ("body", "heading")), 0)
    line = marked[last] if last else None
    if line is None or last + 1 == len(marked) or marked[last - 1].label != "body":
        return marked
    is_short = len(line.content.split()) <= _LAST_WORDS and line.content[-1] not in '.!"”’…)'
    if not is_short or SPOKEN.match(line.content) or not any(m.label == "body" for m in marked[:last]):
        return marked
    return [*marked[:last], line.under("section"), *marked[last + 1 :]]


def _leads_apart(marked: list[Marked]) -> list[Marked]:
    """Headlines and sub-headlines that run to several sentences are body; a greeting above them is a note."""
    heads = [n for n, m in enumerate(marked) if m.label in ("headline", "subheadline")]
    long = {n for n in heads if SENTENCES.search(marked[n].content)}
    greets = heads[1:2] and heads[0] in long and heads[1] not in long and heads[1] <= heads[0] + _GREETING
    return [
        m.under("note" if greets and n == heads[0] else "body") if n in long else m
        for n, m in enumerate(marked)
    ]


def _below_writers(marked: list[Marked]) -> list[Marked]:
    """A sentence below the headline's byline is the text's first, no deck, unless day or paper come below."""
    head = next((n for n, m in enumerate(marked) if m.label == "headline"), len(marked))
    by = next((n for n in range(head, len(marked)) if marked[n].label == "byline"), len(marked))
    deck = next((n for n in range(by, len(marked)) if marked[n].label == "subheadline"), len(marked))
    body = next((n for n in range(deck, len(marked)) if marked[n].label == "body"), len(marked))
    told = {_numberless(m.content) for m in marked[:deck]}
    if body == len(marked) or not _ENDED.search(marked[deck].content):
        return marked
    if any(_numberless(m.content) not in told for m in marked[deck + 1 : body]):
        return marked
    return [*marked[:deck], marked[deck].under("body"), *marked[deck + 1 :]]


def _numberless(content: str) -> str:
    return _DIGITS.sub("", content)


def _with_talk(marked: list[Marked]) -> list[Marked]:
    """Where somebody speaks twice, the lines that begin with a speaker's name are body."""
    return [m.under("body" if talks else m.label) for m, talks in zip(marked, _talks(marked), strict=True)]


def _without_pointers(marked: list[Marked]) -> list[Marked]:
    return without_pointers(marked, _talks(marked))


def _talks(marked: Sequence[Marked]) -> list[bool]:
    """Which lines begin with a speaker's name, where one speaks twice; "SEE ALSO:" twice is no talk."""
    spoken = [SPOKEN.match(m.content) for m in marked]
    often = Counter(match.group() for match in spoken if match and not POINTER.match(match.group()))
    if not any(count > 1 for count in often.values()):
        return [False] * len(marked)
    return [match is not None for match in spoken]


def _with_sentences(marked: list[Marked]) -> list[Marked]:
    """Sentences that were taken for a correction and do not say what they correct are body.

    So is what has the length of a paragraph and was taken for a field of a record.
    """
    return [
        m.under("body") if _is_prose(m, marked[n - 1] if n else None) else m for n, m in enumerate(marked)
    ]


def _is_prose(line: Marked, before: Marked | None) -> bool:
    """Whether a line is not part of the correction or record that it was taken for."""
    above, is_sentence = before.label if before is not None else None, line.content.endswith(tuple('.!?"”'))
    if line.label == "record":
        return _is_told(line, above)
    if line.label == "note" and above in ("body", "page"):
        is_unsure = line.likely("note") < _SURE and not _OF_ARTICLE.search(line.content)
        return is_unsure and _ENDED.search(line.content) is not None and bool(line.odds)
    if line.label == "comment" and above == "body":
        is_long = len(line.content.split()) >= _SENTENCE
        return is_sentence and is_long and line.likely("body") >= _AS_LIKELY
    corrects = line.label != "correction" or _CORRECTS.search(line.content) is not None
    return is_sentence and not corrects and above in (None, "body")


def _is_told(line: Marked, above: Label | None) -> bool:
    """Whether a line is too long for a field of a record, or a sentence behind a paragraph and no field."""
    is_sentence = line.content.endswith(tuple('.!?"”')) and not _FIELD.match(line.content)
    return len(line.content.split()) >= (_SENTENCE if above == "body" and is_sentence else _PARAGRAPH)


def with_a_body(marked: list[Marked]) -> tuple[list[Marked], int]:
    """Where no line was taken for body, the long ones are; where all of them correct something, these."""
    found = [m.under("body" if _is_long(m) else m.label) for m in marked]
    if all(m.label != "body" for m in found):
        found = [m.under("body" if _corrects(m) else m.label) for m in marked]
    return found, next((n for n, m in enumerate(found) if m.label == "body"), len(found))


def _is_long(line: Marked) -> bool:
    return line.label not in ("headline", "correction") and len(line.content.split()) >= _SENTENCE


def _corrects(line: Marked) -> bool:
    return line.label == "correction" and len(line.content.split()) >= _SENTENCE
