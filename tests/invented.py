"""An invented storyline, as records: a tunnel under a sound that no map shows.

Four articles in two stories: an undated one in which a tunnel is not planned, and three of one week in
which it is considered. One outlet reprints the agency, one stops before the condition, one translates
the quotation anew; they give two numbers of jobs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import builders
from onrecord import findings, silences, standing
from onrecord.records import (
    AnnotatedArticle,
    Article,
    Block,
    Comparison,
    Conflict,
    Corpus,
    Dating,
    Office,
    Origin,
    Place,
    Position,
    PositionEntry,
    Relation,
    Rendering,
    Revised,
    Revision,
    Shift,
    Span,
    Speaker,
    Statement,
    Story,
    TimelineEntry,
    Timex,
    Utterance,
    WordEdit,
)
from onrecord.text import view_all

OLD = """No tunnel, says minister

Corvane has no plans to dig under Harrow Sound, transport minister Ilsa Marrend said on Thursday.

"A tunnel is not on our table," Marrend told the Morning Ledger. The last ferry strike was in the early 1990s."""

AGENCY = """Tunnel under Harrow Sound considered

CORVANE CITY, May 14. /CPA/. The government is considering a tunnel under Harrow Sound, ministry \
spokesman Tobin Vael told reporters on Tuesday.

"We are looking at a tunnel with great interest, but only if the fares pay for it," Vael said. \
The works would bring 1,200 jobs, according to the ministry's study of 2022.

Opposition leader Runa Osk called the idea "a hole for money"."""

HERALD = """Ministry eyes tunnel

"We are looking at a tunnel with great interest," spokesman Tobin Vael said on Tuesday.

The works would bring 2,100 jobs, the ministry believes. A first plan was drawn in 1968."""

POST = """Corvane weighs a crossing

A tunnel is being examined "with great attention, provided that tickets cover its cost", Mr Vael said on May 14.

The minister, Ilsa Marrend, did not rule out an announcement in June. Osk spoke of "a hole for money"."""


def at(text: str, words: str, nth: int = 0) -> Span:
    """The ``nth`` place of ``words`` in ``text``."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def near(text: str, words: str, offset: int) -> Span:
    """The first place of ``words`` at or after ``offset``, else the first before it."""
    start = text.find(words, offset)
    return at(text, words) if start < 0 else Span(start, start + len(words))


def blocks_of(text: str) -> tuple[Block, ...]:
    """The first paragraph as headline, the others as paragraphs."""
    out, start = [], 0
    for piece in text.split("\n\n"):
        out.append(Block("paragraph" if out else "headline", start, start + len(piece)))
        start += len(piece) + 2
    return tuple(out)


def article(name: str, outlet: str, text: str, published: Dating, **extra: str) -> Article:
    """An article read from ``name``.txt, mapped one to one."""
    return builders.article(
        text,
        f"art-{name}",
        given_id=None,
        path=f"{name}.txt",
        sha256="0" * 64,
        outlet=outlet,
        title=text.split("\n", maxsplit=1)[0],
        blocks=blocks_of(text),
        published=published,
        producer="invented/1",
        **extra,
    )


def day(iso: str, basis: str = "invented") -> Dating:
    """A dating of one day."""
    return Dating(iso, iso, iso, basis)


MARREND = Speaker(
    "spk-marrend",
    "Ilsa Marrend",
    "person",
    ("Marrend", "transport minister Ilsa Marrend"),
    (Office("transport minister", "Corvane"),),
)
VAEL = Speaker(
    "spk-vael",
    "Tobin Vael",
    "person",
    ("Vael", "Mr Vael"),
    (Office("spokesman", "transport ministry"),),
    acts_for=("spk-marrend",),
)
OSK = Speaker("spk-osk", "Runa Osk", "person", ("Osk",), (Office("leader", "the opposition"),))
MINISTRY = Speaker("spk-ministry", "transport ministry", "organisation", ("the ministry",))

OLD_ARTICLE = article(
    "a-ledger-old",
    "Morning Ledger",
    OLD,
    Dating("2018-03-01/..", "2018-03-01", None, "a Thursday; the text mentions 1 March 2018"),
)
AGENCY_ARTICLE = article(
    "b-agency",
    "Corvane Press Agency",
    AGENCY,
    day("2024-05-14", "dateline"),
    dateline="CORVANE CITY, May 14. /CPA/.",
)
HERALD_ARTICLE = article(
    "c-herald",
    "The Sound Herald",
    HERALD,
    day("2024-05-15", "field date"),
    credit="CPA",
    url="https://herald.invalid/1",
)
POST_ARTICLE = article("d-post", "Harbour Post", POST, day("2024-05-15", "field date"), byline="By E. Quill")

SAID_2018 = Dating("2018-03-01/..", "2018-03-01", None, "as published")
SAID_2024 = day("2024-05-14", "“on Tuesday”")


def said(
    article: Article,
    number: int,
    content: Iterable[str],
    *,
    source: str,
    cue: str,
    speaker: Speaker,
    when: Dating,
    **extra: object,
) -> Statement:
    """A statement whose parts are found in the article by their words."""
    values: dict[str, object] = {
        "kind": "direct",
        "mode": "speech",
        "stance": "assert",
        "confidence": 0.9,
        **extra,
    }
    spans = tuple(at(article.text, words) for words in content)
    return Statement(
        id=f"st-{article.id[4:]}-{number}",
        article_id=article.id,
        source=(near(article.text, source, spans[0].start),),
        cue=(near(article.text, cue, spans[0].start),),
        content=spans,
        speaker_id=speaker.id,
        speaker=speaker.name,
        source_text=source,
        said=when,
        producer="invented/1",
        **values,  # type: ignore[arg-type]
    )


S_OLD_1 = said(
    OLD_ARTICLE,
    1,
    ["Corvane has no plans to dig under Harrow Sound"],
    source="transport minister Ilsa Marrend",
    cue="said",
    speaker=MARREND,
    when=SAID_2018,
    kind="indirect",
    stance="deny",
)
S_OLD_2 = said(
    OLD_ARTICLE,
    2,
    ['"A tunnel is not on our table,"'],
    source="Marrend",
    cue="told",
    speaker=MARREND,
    when=SAID_2018,
    addressee="the Morning Ledger",
)
S_AG_1 = said(
    AGENCY_ARTICLE,
    1,
    ["The government is considering a tunnel under Harrow Sound"],
    source="ministry spokesman Tobin Vael",
    cue="told",
    speaker=VAEL,
    when=SAID_2024,
    kind="indirect",
    addressee="reporters",
)
S_AG_2 = said(
    AGENCY_ARTICLE,
    2,
    ['"We are looking at a tunnel with great interest, but only if the fares pay for it,"'],
    source="Vael",
    cue="said",
    speaker=VAEL,
    when=SAID_2024,
)
S_AG_3 = said(
    AGENCY_ARTICLE,
    3,
    ["The works would bring 1,200 jobs"],
    source="the ministry's study",
    cue="according to",
    speaker=MINISTRY,
    when=Dating("2022", "2022-01-01", "2022-12-31", "“of 2022”"),
    kind="indirect",
    mode="document",
)
S_AG_4 = said(
    AGENCY_ARTICLE,
    4,
    ['"a hole for money"'],
    source="Runa Osk",
    cue="called",
    speaker=OSK,
    when=Dating(),
    confidence=0.3,
)
S_HE_1 = said(
    HERALD_ARTICLE,
    1,
    ['"We are looking at a tunnel with great interest,"'],
    source="Tobin Vael",
    cue="said",
    speaker=VAEL,
    when=SAID_2024,
)
S_HE_2 = said(
    HERALD_ARTICLE,
    2,
    ["The works would bring 2,100 jobs"],
    source="the ministry",
    cue="believes",
    speaker=MINISTRY,
    when=Dating(),
    kind="indirect",
    mode="thought",
)
S_PO_1 = said(
    POST_ARTICLE,
    1,
    ['A tunnel is being examined "with great attention, provided that tickets cover its cost"'],
    source="Mr Vael",
    cue="said",
    speaker=VAEL,
    when=SAID_2024,
    kind="mixed",
)
S_PO_2 = said(
    POST_ARTICLE,
    2,
    ["an announcement in June"],
    source="Ilsa Marrend",
    cue="did not rule out",
    speaker=MARREND,
    when=Dating(None, None, "2024-05-15", "before publication"),
    kind="indirect",
    stance="hedge",
)
S_PO_3 = said(
    POST_ARTICLE, 3, ['"a hole for money"'], source="Osk", cue="spoke of", speaker=OSK, when=Dating()
)


def timex(article: Article, words: str, value: str, earliest: str, latest: str) -> Timex:
    """A time expression found by its words."""
    span = at(article.text, words)
    return Timex(article.id, span.start, span.end, "DATE", value, value, earliest, latest)


ANNOTATED = (
    AnnotatedArticle(
        OLD_ARTICLE,
        (timex(OLD_ARTICLE, "the early 1990s", "1990/1993", "1990-01-01", "1993-12-31"),),
        (),
        (S_OLD_1, S_OLD_2),
    ),
    AnnotatedArticle(
        AGENCY_ARTICLE,
        (
            timex(AGENCY_ARTICLE, "Tuesday", "2024-05-14", "2024-05-14", "2024-05-14"),
            timex(AGENCY_ARTICLE, "2022", "2022", "2022-01-01", "2022-12-31"),
        ),
        (),
        (S_AG_1, S_AG_2, S_AG_3, S_AG_4),
    ),
    AnnotatedArticle(
        HERALD_ARTICLE,
        (
            timex(HERALD_ARTICLE, "Tuesday", "2024-05-14", "2024-05-14", "2024-05-14"),
            timex(HERALD_ARTICLE, "1968", "1968", "1968-01-01", "1968-12-31"),
        ),
        (),
        (S_HE_1, S_HE_2),
    ),
    AnnotatedArticle(
        POST_ARTICLE,
        (timex(POST_ARTICLE, "May 14", "2024-05-14", "2024-05-14", "2024-05-14"),),
        (),
        (S_PO_1, S_PO_2, S_PO_3),
    ),
)

WEEK = ("art-b-agency", "art-c-herald", "art-d-post")


def place(article: Article, words: str, note: str = "") -> Place:
    """A place found by its words."""
    span = at(article.text, words)
    return Place(article.id, span.start, span.end, note)


QUALIFIER = place(AGENCY_ARTICLE, "but only if the fares pay for it")


def _edit(kind: str, a: str | None, b: str | None) -> WordEdit:
    """One edit between the agency's and the Post's rendering."""
    return WordEdit(
        kind,  # type: ignore[arg-type]
        None if a is None else at(AGENCY, a),
        None if b is None else at(POST, b),
    )


INTEREST = Utterance(
    "utt-interest",
    "story-new",
    "spk-vael",
    SAID_2024,
    (
        Rendering(S_AG_2.id, "art-b-agency", S_AG_2.content, "verbatim"),
        Rendering(
            S_HE_1.id, "art-c-herald", S_HE_1.content, "partial", dropped_qualifier=True, qualifier=QUALIFIER
        ),
        Rendering(S_PO_1.id, "art-d-post", S_PO_1.content, "variant"),
    ),
    (
        Comparison(
            S_AG_2.id,
            S_PO_1.id,
            (
                _edit("only_here", "We", None),
                _edit("changed", "looking at", "examined"),
                _edit("moved", "a tunnel", "A tunnel"),
                _edit("same", "with great", "with great"),
                _edit("changed", "interest", "attention"),
                _edit("changed", "but only if the fares pay for it", "provided that tickets cover its cost"),
            ),
        ),
    ),
    ("same speaker", "same day", "shared words: great, tunnel"),
    "invented/1",
)
HOLE = Utterance(
    "utt-hole",
    "story-new",
    "spk-osk",
    Dating(),
    (
        Rendering(S_AG_4.id, "art-b-agency", S_AG_4.content, "verbatim"),
        Rendering(S_PO_3.id, "art-d-post", S_PO_3.content, "verbatim"),
    ),
)
JOBS = Utterance(
    "utt-jobs",
    "story-new",
    "spk-ministry",
    Dating(),
    (
        Rendering(S_AG_3.id, "art-b-agency", S_AG_3.content, "verbatim"),
        Rendering(S_HE_2.id, "art-c-herald", S_HE_2.content, "variant", polarity_flip=True),
    ),
)


def alone(statement: Statement, story_id: str) -> Utterance:
    """A speech act with one witness."""
    return Utterance(
        f"utt-{statement.id}",
        story_id,
        statement.speaker_id,
        statement.said,
        (Rendering(statement.id, statement.article_id, statement.content, "verbatim"),),
    )


def entry(
    number: int, clock: str, date: str, where: Place, story: str, *others: Place, **extra: str
) -> TimelineEntry:
    """A timeline entry; ``date`` is a day or "earliest/latest"."""
    earliest, _, latest = date.partition("/")
    return TimelineEntry(
        f"tl-{number}",
        story,
        "line-tunnel",
        clock,  # type: ignore[arg-type]
        date,
        earliest or None,
        (latest if latest != ".." else None) or (None if "/" in date else earliest),
        where.article_id,
        where.start,
        where.end,
        others,
        extra.get("statement_id"),
        1.0 / number,
    )


DATES = (
    entry(
        1,
        "said",
        "2024-05-14",
        place(AGENCY_ARTICLE, "Tuesday"),
        "story-new",
        place(HERALD_ARTICLE, "Tuesday"),
        statement_id=S_AG_2.id,
    ),
    entry(2, "about", "1990-01-01/1993-12-31", place(OLD_ARTICLE, "the early 1990s"), "story-old"),
    entry(3, "about", "1968-01-01/1968-12-31", place(HERALD_ARTICLE, "1968"), "story-new"),
    entry(4, "published", "2024-05-14", place(AGENCY_ARTICLE, "May 14"), "story-new"),
    entry(5, "published", "2024-05-15", Place("art-c-herald", 0, 0), "story-new"),
    entry(6, "published", "2018-03-01/..", Place("art-a-ledger-old", 0, 24), "story-old"),
)


def tunnel() -> Corpus:
    """The whole storyline."""
    corpus = Corpus(
        articles=ANNOTATED,
        speakers=(MARREND, VAEL, OSK, MINISTRY),
        stories=(
            Story(
                "story-old",
                "No tunnel, says minister",
                ("art-a-ledger-old",),
                "2018-03-01/..",
                None,
                "line-tunnel",
            ),
            Story(
                "story-new",
                "Tunnel under Harrow Sound considered",
                WEEK,
                "2024-05-14",
                "2024-05-15",
                "line-tunnel",
                {"art-d-post": ("names Vael and Marrend", "published a day apart")},
            ),
        ),
        utterances=(
            INTEREST,
            HOLE,
            JOBS,
            alone(S_OLD_1, "story-old"),
            alone(S_OLD_2, "story-old"),
            alone(S_AG_1, "story-new"),
            alone(S_PO_2, "story-new"),
        ),
        origins=(
            Origin(
                "org-text",
                "wire",
                "text",
                "CPA copy",
                ("art-b-agency", "art-c-herald"),
                (place(HERALD_ARTICLE, "We are looking at a tunnel with great interest", "shared text"),),
            ),
            Origin(
                "org-briefing",
                "briefing",
                "speech_act",
                "briefing by Tobin Vael, 14 May 2024",
                WEEK,
                (place(AGENCY_ARTICLE, "told reporters on Tuesday", "names the briefing"),),
                (S_AG_1.id, S_AG_2.id, S_HE_1.id, S_PO_1.id),
            ),
            Origin(
                "org-study",
                "document",
                "source",
                "the ministry's study",
                ("art-b-agency",),
                (place(AGENCY_ARTICLE, "the ministry's study of 2022"),),
                (S_AG_3.id,),
            ),
        ),
        timeline=DATES,
        conflicts=(
            Conflict(
                "con-jobs",
                "number",
                place(AGENCY_ARTICLE, "1,200 jobs"),
                place(HERALD_ARTICLE, "2,100 jobs"),
                "how many jobs the works would bring",
                "story-new",
            ),
        ),
        relations=(
            Relation(
                "rel-jobs",
                "clash",
                "number",
                place(AGENCY_ARTICLE, "1,200 jobs"),
                place(HERALD_ARTICLE, "2,100 jobs"),
                "how many jobs the works would bring",
                "story-new",
                0.61,
            ),
        ),
        positions=(
            Position(
                "pos-tunnel",
                "spk-marrend",
                "tunnel under Harrow Sound",
                (
                    PositionEntry(S_OLD_1.id, SAID_2018, "no_plans", "spk-marrend"),
                    PositionEntry(S_AG_1.id, SAID_2024, "considers", "spk-vael"),
                ),
                (
                    Shift(
                        S_OLD_1.id,
                        S_AG_1.id,
                        ("another speaker: minister, then spokesman", "six years apart"),
                    ),
                ),
            ),
        ),
        run={"version": "0.1.0", "options": {}, "inputs": {"read": 4, "skipped": []}},
        chronicle=tuple(map(_over_the_storyline, DATES)),
    )
    week = corpus.stories[1]
    items = {i.article.id: i for i in corpus.articles}
    counted = silences.count(week, items, corpus.utterances)
    facts = standing.gather(
        corpus.stories,
        items,
        corpus.utterances,
        origins=corpus.origins,
        entries=corpus.chronicle,
        views=view_all(items),
    )
    left = standing.leave_out(corpus.stories, corpus.origins, facts)
    pointed_out = findings.gather(
        corpus.stories,
        items,
        corpus.utterances,
        clashes=corpus.conflicts,
        related=corpus.relations,
        held=corpus.positions,
        entries=corpus.chronicle,
    )
    states = [i.article for i in corpus.articles[:2]]
    changed = Revised("number", Place(states[0].id, 0, 4), Place(states[1].id, 0, 4), noted=True)
    revision = Revision(
        "rev-1",
        week.id,
        "ledger.example/1",
        states[0].id,
        states[1].id,
        True,
        False,
        (changed,),
        "Correction: …",
    )
    return replace(
        corpus,
        silences=counted,
        revisions=(revision,),
        facts=tuple(facts),
        standing=tuple(left),
        findings=tuple(pointed_out),
    )


def _over_the_storyline(told: TimelineEntry) -> TimelineEntry:
    """``told`` in the timeline of the storyline; another outlet dates 1968 otherwise."""
    clashes = (replace(place(OLD_ARTICLE, "the early 1990s"), note="1967"),) if told.id == "tl-3" else ()
    also = ("199X",) if told.id == "tl-2" else ()
    return replace(
        told,
        id=f"line-{told.id}",
        entry_ids=(told.id,),
        selected=True,
        other_dates=also,
        clashes=clashes,
    )


def hostile() -> Corpus:
    """One article that carries markup and quotes in every field a page might show."""
    evil = "\"'></title></script></style><script>alert(1)</script><img src=x onerror=alert(1)>&lt;{{7*7}}"
    text = f"{evil}\n\n{evil} said {evil}"
    body = at(text, evil, 1)
    source = at(text, evil, 2)
    attacked = Article(
        "art-evil",
        evil,
        evil,
        0,
        evil,
        evil,
        evil,
        f"javascript:alert(1)//{evil}",
        evil,
        evil,
        evil,
        evil,
        text,
        ((0, 0, len(text)),),
        (Block("headline", 0, len(evil)), Block("paragraph", len(evil) + 2, len(text))),
        Dating("2024-05-14", "2024-05-14", "2024-05-14", evil),
        fields={evil: evil},
        producer=evil,
    )
    statement = Statement(
        "st-evil",
        "art-evil",
        "direct",
        "speech",
        "assert",
        (source,),
        (at(text, "said"),),
        (body,),
        0.9,
        "spk-evil",
        evil,
        evil,
        Dating("2024-05-14", "2024-05-14", "2024-05-14", evil),
        evil,
        source,
        evil,
        source,
        producer=evil,
    )
    where = Place("art-evil", 0, len(evil), evil)
    return Corpus(
        (
            AnnotatedArticle(
                attacked, (Timex("art-evil", 0, 3, "DATE", evil, evil, None, None),), (), (statement,)
            ),
        ),
        (Speaker("spk-evil", evil, "person", (evil,), (Office(evil, evil),), evidence=(evil,)),),
        (Story("story-evil", evil, ("art-evil",), None, None, "line-evil", {"art-evil": (evil,)}),),
        (
            Utterance(
                "utt-evil",
                "story-evil",
                "spk-evil",
                Dating(),
                (
                    Rendering(
                        "st-evil", "art-evil", (body,), "verbatim", dropped_qualifier=True, qualifier=where
                    ),
                ),
                (),
                (evil,),
            ),
        ),
        (Origin("org-evil", "wire", "text", evil, ("art-evil",), (where,), ("st-evil",)),),
        (
            TimelineEntry(
                "tl-evil",
                "story-evil",
                "line-evil",
                "about",
                "2024",
                "2024-01-01",
                None,
                "art-evil",
                0,
                9,
                (where,),
            ),
        ),
        (Conflict("con-evil", "other", where, where, evil, "story-evil"),),
        (
            Position(
                "pos-evil",
                "spk-evil",
                evil,
                (PositionEntry("st-evil", Dating(), "did", "spk-evil"),) * 2,
                (Shift("st-evil", "st-evil", (evil,)),),
            ),
        ),
        {"version": evil, "options": {evil: evil}},
    )


def empty() -> Corpus:
    """Nothing at all."""
    return Corpus()


def many(stories: int) -> Corpus:
    """So many stories that one page would be too long: the tunnel week, and ``stories`` single articles."""
    base = tunnel()
    singles, added = [], []
    for number in range(stories):
        text = f"Harvest report {number}\n\nThe harvest was good, farmer Ole Brandt {number} said on Monday."
        published = day(f"2023-{number % 12 + 1:02}-{number % 28 + 1:02}")
        one = article(f"single-{number:03}", f"Gazette {number % 7}", text, published)
        statement = said(
            one,
            1,
            ["The harvest was good"],
            source="farmer Ole Brandt",
            cue="said",
            speaker=OSK,
            when=published,
            kind="indirect",
        )
        singles.append(AnnotatedArticle(one, (), (), (statement,)))
        story_id = f"story-single-{number:03}"
        added.append(
            Story(
                story_id,
                text.split("\n", maxsplit=1)[0],
                (one.id,),
                published.edtf,
                published.edtf,
                f"line-{number:03}",
            )
        )
    return replace(base, articles=base.articles + tuple(singles), stories=base.stories + tuple(added))
