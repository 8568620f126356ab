"""An archive one storyline at a time, so that tables, brief and most exports need the memory of only one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from onrecord.queries import Queries
from onrecord.records import OF_STORY, AnnotatedArticle, Corpus, Progress, Story
from onrecord.reports.lookup import Lookup
from onrecord.reports.spool import Spool
from onrecord.reports.tables import in_order, spooled
from onrecord.stopwatch import Pace

_AT_ONCE = 32  # articles held
_SPEAKERS = 200  # after so many, whoever waits is told


def spool(queries: Queries, tell: Callable[[Progress], None] = lambda _: None) -> Spool:
    """The rows of all tables, on disk; to be used in ``with``. ``tell`` is told how far loading it is."""
    held, pace = Spool(queries.last_run()), Pace(queries.totals()["articles"])
    count = 0
    with queries.snapshot():
        for corpus, cited in _parts(queries):
            spooled(held, corpus, cited)
            count += len(corpus.articles)
            pace.go_on(len(corpus.articles))
            tell(Progress("loading", count, pace.share, pace.left))
        tell(Progress("loading speakers", 0))
        for number, speaker in enumerate(queries.each_speaker(), 1):
            spooled(held, Corpus(speakers=(speaker,)))
            if number % _SPEAKERS == 0:
                tell(Progress("loading speakers", number))
    return held


def _parts(queries: Queries) -> Iterator[tuple[Corpus, Corpus]]:
    """All that an archive holds but its speakers, a story at a time; with what has the articles it cites."""
    told = set[str]()
    stories = sorted(queries.stories(), key=lambda s: s.storyline_id)
    for line, members in groupby(stories, key=lambda s: s.storyline_id):
        held = queries.of_line(line)
        for story in members:
            told.update(story.article_ids)
            corpus = _of_story(queries, story, held)
            yield corpus, corpus
        followed = Corpus(positions=held.positions, chronicle=held.chronicle)
        cited = {entry.article_id for entry in held.chronicle}
        bare = (AnnotatedArticle(i.article) for i in queries.each_article(sorted(cited)))
        yield followed, Corpus(articles=tuple(bare))
    for article in [head.id for head in queries.heads() if head.id not in told]:
        corpus = Corpus(articles=tuple(queries.each_article([article])))
        yield corpus, corpus


def _of_story(queries: Queries, story: Story, line: Corpus) -> Corpus:
    """What belongs to one story; ``line``: what comes of its storyline."""
    key = story.id
    return Corpus(
        articles=tuple(queries.each_article(story.article_ids)),
        stories=(story,),
        **{name: getattr(queries, name)(story=key) for name in OF_STORY},
        facts=tuple(r for r in line.facts if r.story_id == key),
        standing=tuple(r for r in line.standing if r.story_id == key),
        findings=tuple(r for r in line.findings if r.story_id == key),
    )


def outline(queries: Queries) -> Corpus:
    """Which articles and stories there are, and when they were published; nothing that stands in them."""
    heads = tuple(AnnotatedArticle(head) for head in queries.heads())
    return Corpus(
        articles=heads,
        stories=queries.stories(),
        run=queries.last_run(),
        corrected=queries.corrected(),
    )


def lines_of(queries: Queries, stories: Sequence[Story]) -> Corpus:
    """All that pages show of the storylines of ``stories``."""
    lines = dict.fromkeys(story.storyline_id for story in stories)
    return queries.corpus_of([s for line in lines for s in queries.stories_of(line)], speaking=True)


def each_line(queries: Queries) -> Iterator[Corpus]:
    """All that belongs to one storyline after the other, in the order of the brief's index."""
    for stories in Lookup.of(outline(queries)).storylines().values():
        yield lines_of(queries, stories[:1])


def each_article(
    queries: Queries, tell: Callable[[Progress], None] = lambda _: None
) -> Iterator[AnnotatedArticle]:
    """The articles in the order of the tables, some at a time; ``tell`` is told how far that is."""
    ids = [item.article.id for item in in_order(outline(queries))]
    pace = Pace(len(ids))
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        found = queries.articles_by_id(some)
        yield from (found[key] for key in some)
        pace.go_on(len(some))
        tell(Progress("writing articles", start + len(some), pace.share, pace.left))
