"""Which of two articles is the later, and what the time between them explains."""

from __future__ import annotations

from datetime import date

from onrecord.records import Article
from onrecord.relations import days, numbers

# Days within which what an article leaves open is still open.
OPEN = 1


class Times:
    """Which of two articles is later, by days, and by hours where both give theirs."""

    def __init__(self, a: Article, b: Article) -> None:
        self.first, self.second = (day(x) for x in (a, b))
        self._order = _order(a, b)

    @property
    def apart(self) -> bool:
        """Whether they were published on different days, or at different hours of one."""
        return self._order != 0

    @property
    def first_is_earlier(self) -> bool:
        """Whether the first article was surely published before the second."""
        return self._order < 0

    @property
    def gap(self) -> int | None:
        """Days between the two; None where one of them is not known."""
        return None if self.first is None or self.second is None else abs((self.first - self.second).days)

    @property
    def settles(self) -> bool:
        """Whether so much time lies between them that what was open then may be settled."""
        return self.gap is not None and self.gap > OPEN

    def explained(self, a: numbers.Quantity | days.Dated, b: numbers.Quantity | days.Dated) -> str:
        """How the time between the articles may explain that two values differ; "" where it does not."""
        if isinstance(a, numbers.Quantity) and isinstance(b, numbers.Quantity):
            return "the later article has the higher count" if self.grew(a, b) else ""
        if isinstance(a, days.Dated) and isinstance(b, days.Dated) and self.was_ahead(a, b):
            return "still to come when the earlier article was published"
        return ""

    def grew(self, a: numbers.Quantity, b: numbers.Quantity) -> bool:
        """Whether the later article has the larger count, as tolls and tallies do."""
        return self.apart and not a.unit and (a.value < b.value) == self.first_is_earlier

    def was_ahead(self, a: days.Dated, b: days.Dated) -> bool:
        """Whether the earlier article spoke of a day still to come, which may have been moved."""
        if self.first is None or self.second is None or self.first == self.second:
            return False
        earlier, published = (a, self.first) if self.first < self.second else (b, self.second)
        return earlier.first > published


def day(article: Article) -> date | None:
    """The day on which it was published; None where that is not known."""
    return date.fromisoformat(article.published.day) if article.published.day else None


def _order(a: Article, b: Article) -> int:
    """-1 where the first is the earlier, 1 where the second is, 0 where nobody knows."""
    return b.published.before(a.published) - a.published.before(b.published)
