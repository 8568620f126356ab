"""Which of two articles is the later, and what the time between them explains."""

from __future__ import annotations

from datetime import date

from onrecord.records import Article
from onrecord.relations import days, numbers


class Times:
    """Which of two articles is later, and by how many days."""

    def __init__(self, a: Article, b: Article) -> None:
        self.first, self.second = (day(x) for x in (a, b))

    @property
    def apart(self) -> bool:
        """Whether they were published on different days."""
        return self.first is not None and self.second is not None and self.first != self.second

    @property
    def first_is_earlier(self) -> bool:
        """Whether the first article was surely published before the second."""
        return self.first is not None and self.second is not None and self.first < self.second

    @property
    def gap(self) -> int | None:
        """Days between the two; None where one of them is not known."""
        return None if self.first is None or self.second is None else abs((self.first - self.second).days)

    def explained(self, a: numbers.Quantity | days.Dated, b: numbers.Quantity | days.Dated) -> str:
        """How the time between the articles may explain that two values differ; "" where it does not."""
        if isinstance(a, numbers.Quantity) and isinstance(b, numbers.Quantity):
            return "the later article has the higher count" if self.grew(a, b) else ""
        if isinstance(a, days.Dated) and isinstance(b, days.Dated) and self.was_ahead(a, b):
            return "still to come when the earlier article was published"
        return ""

    def grew(self, a: numbers.Quantity, b: numbers.Quantity) -> bool:
        """Whether the later article has the larger count, as tolls and tallies do."""
        if not self.apart or self.first is None or self.second is None or a.unit:
            return False
        return (a.value < b.value) == (self.first < self.second)

    def was_ahead(self, a: days.Dated, b: days.Dated) -> bool:
        """Whether the earlier article spoke of a day still to come, which may have been moved."""
        if not self.apart or self.first is None or self.second is None:
            return False
        earlier, published = (a, self.first) if self.first < self.second else (b, self.second)
        return earlier.first > published


def day(article: Article) -> date | None:
    """The day on which it was published; None where that is not known."""
    return date.fromisoformat(article.published.day) if article.published.day else None
