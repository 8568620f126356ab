"""From what a reader points at to a correction that is keyed to content; and where corrections show."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from onrecord.errors import ArchiveError
from onrecord.queries import Queries
from onrecord.records import (
    About,
    Conflict,
    Corrected,
    Correction,
    Finding,
    Place,
    Relation,
    Span,
    Spans,
    Statement,
    StatementSpans,
    Verdict,
    hull,
)
from onrecord.reports.brief.wording import bare
from onrecord.views.links import article_page


def place_of(statement: Statement) -> Place:
    """Where a statement stands: from the first to the last character of its source, cue and content."""
    whole = hull((*statement.source, *statement.cue, *statement.content))
    return Place(statement.article_id, whole.start, whole.end, statement.id)


def statements(queries: Queries, ids: Sequence[str]) -> list[Statement]:
    """Those statements.

    Raises:
        ArchiveError: one of them is not there.
    """
    found = queries.statements_by_id(ids)
    missing = sorted(set(ids) - {s.id for s in found})
    if missing:
        raise ArchiveError(f"{queries.path}: no statement has the id {', '.join(missing)}")
    return found


def given_to(queries: Queries, ids: Sequence[str], name: str) -> Correction:
    """Statements that are not by the speaker they were given, but by ``name``, or by nobody known.

    Raises:
        ArchiveError: one of them is not there, or its text names no source.
    """
    statements(queries, ids)
    places = queries.sources_of(ids)
    missing = sorted(set(ids) - {p.note for p in places})
    if missing:
        raise ArchiveError(f"{queries.path}: no source stands in the text of {', '.join(missing)}")
    return Correction("split", (name,) if name else (), tuple(places))


def recut(
    queries: Queries,
    key: str,
    *,
    source: str | None = None,
    cue: str | None = None,
    content: str | None = None,
) -> Correction:
    """A statement that consists of other words of its article: who, by which words, said what.

    Each part is given as it stands there, stretches with " … " between; None leaves it as it is, and what is
    empty is none. Of several occurrences, the one nearest to the statement is meant.

    Raises:
        ArchiveError: there is no such statement, or its article does not have these words.
    """
    (found,) = statements(queries, [key])
    text = queries.article(found.article_id).article.text
    near = hull((*found.source, *found.cue, *found.content))
    parts = {"source": (source, found.source), "cue": (cue, found.cue), "content": (content, found.content)}
    cut = {
        name: now if told is None else _located(queries, text, told, hull(now) if now else near)
        for name, (told, now) in parts.items()
    }
    spans = StatementSpans(**cut)
    places = (place_of(found.read_as or found),)
    return Correction("mark", about="statement", verdict="wrong", places=places, spans=spans)


def parts(queries: Queries, statement: Statement) -> dict[str, str]:
    """Source, cue and content in words, as ``recut`` takes them."""
    text = queries.article(statement.article_id).article.text
    told = {"source": statement.source, "cue": statement.cue, "content": statement.content}
    return {name: " … ".join(" ".join(s.of(text).split()) for s in spans) for name, spans in told.items()}


# Between the stretches of a part, as pages and tables show them.
_GAP = re.compile(r"(?:(?<!\s)\s++)?(?:…|\.\.\.)\s*+")


def _located(queries: Queries, text: str, told: str, near: Span) -> Spans:
    """Where words stand in a text, each stretch behind the one before."""
    whole = [*_occurrences(text, told)]
    if whole:  # a quotation may have dots of its own
        return (_nearest(whole, near),)
    found: list[Span] = []
    for stretch in filter(None, _GAP.split(told.strip())):
        at = _occurrences(text, stretch, found[-1].end if found else 0)
        first = next(at, None)
        if first is None:
            raise ArchiveError(f"{queries.path}: the article does not have the words “{stretch}”")
        found.append(first if found else _nearest([first, *at], near))
    return tuple(found)


# Words of a stretch that are looked for: a pattern of a hundred thousand takes eight seconds to be made.
_MOST_WORDS = 5000


def _occurrences(text: str, words: str, start: int = 0) -> Iterator[Span]:
    parts = words.split()
    if 0 < len(parts) <= _MOST_WORDS:
        pattern = re.compile(r"\s+".join(map(re.escape, parts)))
        yield from (Span(*m.span()) for m in pattern.finditer(text, start))


def _nearest(spans: Sequence[Span], near: Span) -> Span:
    return min(spans, key=lambda s: (abs(s.start - near.start) + abs(s.end - near.end), s.start))


def one_speaker(queries: Queries, names: Sequence[str]) -> Correction:
    """Several names of one speaker; the first is shown from now on.

    Raises:
        ArchiveError: nobody is called by one of them.
    """
    missing = [name for name in names if not queries.is_called(name)]
    if missing:
        raise ArchiveError(f"{queries.path}: no speaker of this archive is called {', '.join(missing)}")
    return Correction("merge", tuple(names))


def utterance(queries: Queries, ids: Sequence[str], *, one: bool) -> Correction:
    """Statements that are one utterance, or that do not belong to the utterance that they are in.

    Raises:
        ArchiveError: one of them is not there.
    """
    places = tuple(map(place_of, statements(queries, ids)))
    return Correction("merge" if one else "split", places=places, about="utterance")


def one_story(queries: Queries, ids: Sequence[str]) -> Correction:
    """Articles, or stories with all of theirs, that are told in one story.

    Raises:
        ArchiveError: one of them is not there.
    """
    stories = queries.stories_by_id(ids)
    told = [a for key in ids for a in (stories[key].article_ids if key in stories else (key,))]
    return Correction("merge", about="story", articles=tuple(dict.fromkeys(_articles(queries, told))))


def another_story(queries: Queries, ids: Sequence[str]) -> Correction:
    """Articles that tell another story than those beside them.

    Raises:
        ArchiveError: one of them is not there, or nothing is beside them.
    """
    stories = [queries.story_of(article) for article in _articles(queries, ids)]
    beside = dict.fromkeys(a for story in stories if story for a in story.article_ids if a not in ids)
    if not beside:
        raise ArchiveError(f"{queries.path}: these articles are a story of their own already")
    return Correction("split", about="story", articles=tuple(ids), apart_from=tuple(beside))


def removed(queries: Queries, ids: Sequence[str]) -> Correction:
    """Articles that are no part of the archive.

    Raises:
        ArchiveError: one of them is not there.
    """
    return Correction("remove", about="article", articles=tuple(_articles(queries, ids)))


def mark(queries: Queries, about: About, key: str, verdict: Verdict, value: str = "") -> Correction:
    """What is right or wrong: a statement, its speaker, or a claim by id; the date or outlet of an article.

    Raises:
        ArchiveError: there is no such thing, or nothing of that kind can be marked.
    """
    if about in ("date", "outlet", "article"):
        (article,) = _articles(queries, [key])
        return Correction("mark", about=about, articles=(article,), verdict=verdict, value=value)
    if about in ("statement", "speaker"):
        (found,) = statements(queries, [key])
        return Correction("mark", places=(place_of(found),), about=about, verdict=verdict, value=value)
    if about == "claim":
        return Correction(
            "mark", places=places_of_claim(queries, key), about=about, verdict=verdict, value=value
        )
    raise ArchiveError(f"{queries.path}: {about} cannot be marked; split or merge it")


def _articles(queries: Queries, ids: Sequence[str]) -> list[str]:
    missing = sorted(set(ids) - queries.articles_by_id(ids).keys())
    if missing:
        raise ArchiveError(f"{queries.path}: no article has the id {', '.join(missing)}")
    return list(ids)


def places_of_claim(queries: Queries, key: str) -> tuple[Place, ...]:
    """The places that a finding, relation or conflict speaks of.

    Raises:
        ArchiveError: there is none of that id.
    """
    finding = queries.record("findings", Finding, key)
    if finding is not None:
        return finding.places
    found = queries.record("relations", Relation, key) or queries.record("conflicts", Conflict, key)
    if found is not None:
        return found.a, found.b
    raise ArchiveError(f"{queries.path}: no finding, relation or conflict has the id {key}")


def shown_on(queries: Queries, articles: Collection[str]) -> tuple[Corrected, ...]:
    """The corrections that hold and speak of one of ``articles``, oldest first."""
    wanted = frozenset(articles)
    return tuple(
        kept
        for kept in queries.corrected()
        if kept.holds
        and kept.correction.action != "undo"
        and (
            wanted & {*kept.correction.articles, *kept.correction.apart_from}
            or any(p.article_id in wanted for p in kept.correction.places)
        )
    )


# What a list of corrections calls what is corrected.
_SAID_OF = {"utterance": "saying"}


def stands_at(kept: Corrected) -> str:
    """The address of what a correction is about; empty where it names no place or article."""
    c = kept.correction
    if c.places:
        mark = c.places[0].note
        return article_page(c.places[0].article_id) + (f"#in-{mark}" if mark.startswith("st-") else "")
    return article_page(c.articles[0]) if c.articles and c.action != "remove" else ""


def told(queries: Queries, kept: Corrected) -> str:
    """A correction in a line, with the words that it speaks of."""
    c = kept.correction
    words = [f"“{bare(_words(queries, place))}”" for place in c.places[:3]]
    named = [*c.names, *words, *(_titles(queries, c.articles[:3]))]
    if c.spans is not None:
        return f"statement cut otherwise: {', '.join(words)}, but {_cut(queries, c.places[0], c.spans)}"
    about = _SAID_OF.get(c.about, c.about)
    what = {
        "merge": f"one {about}: {', '.join(named)}",
        "split": f"not the {about} they were given: {', '.join(named[len(c.names) :])}"
        + (f", but {c.names[0]}" if c.names else ""),
        "mark": f"{c.about} {c.verdict}: {', '.join(named)}" + (f", but {c.value}" if c.value else ""),
        "remove": f"no part of the archive: {', '.join(named)}",
        "undo": f"number {c.undoes} taken back",
    }
    return what[c.action]


def _words(queries: Queries, place: Place) -> str:
    found = queries.articles_by_id([place.article_id]).get(place.article_id)
    text = "" if found is None else " ".join(found.article.text[place.start : place.end].split())
    return text[:160] + "…" if len(text) > 160 else text or f"{place.article_id} {place.start}-{place.end}"


def _cut(queries: Queries, place: Place, spans: StatementSpans) -> str:
    """Who, by which words, said what, in the words of the article."""
    parts = (spans.source, spans.cue, spans.content)
    told = (" … ".join(_words(queries, Place(place.article_id, s.start, s.end)) for s in p) for p in parts)
    return " · ".join(f"“{words}”" for words in told if words)


def _titles(queries: Queries, ids: Sequence[str]) -> list[str]:
    found = {key: item.article for key, item in queries.articles_by_id(ids).items()}
    return [found[key].title or found[key].path if key in found else f"article {key}" for key in ids]
