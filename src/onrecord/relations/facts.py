"""What facts of any kind share: the sentences they are read from and the bounds that they are read within."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.records import AnnotatedArticle, Article
from onrecord.text import Sentence, View

# No article is searched further; what stands below is background.
MOST_CHARACTERS = 30_000
MOST_SENTENCES = 400
# Facts of one kind compared per article; a longer list is a table.
MOST_FACTS = 200


def told(view: View) -> list[Sentence]:
    """The sentences of an article's body and headline, in order."""
    within = (s for s in view.sentences[:MOST_SENTENCES] if s.span.end <= MOST_CHARACTERS)
    left_out = [b.span for b in view.blocks("furniture", "dateline")]
    return [s for s in within if not any(out.contains(s.span) for out in left_out)]


def outlets_differ(a: Article, b: Article) -> bool:
    """Whether two articles can be held against each other: not the same outlet's update of its own text."""
    return a.outlet is None or b.outlet is None or a.outlet != b.outlet


def pairs(articles: Sequence[AnnotatedArticle]) -> Iterable[tuple[AnnotatedArticle, AnnotatedArticle]]:
    """Pairs of articles of different outlets, in order."""
    for i, one in enumerate(articles):
        for two in articles[i + 1 :]:
            if outlets_differ(one.article, two.article):
                yield one, two
