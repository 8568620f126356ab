"""A line of an article with what it is for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.articles.tagging import LABELS, Label
from onrecord.records import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with its label; ``odds``: how likely each of ``LABELS`` is, where the tagger said it."""

    label: Label
    span: Span
    content: str
    odds: Sequence[float] = ()

    def under(self, label: Label) -> Marked:
        """The line under another label."""
        return self if label == self.label else Marked(label, self.span, self.content, self.odds)

    def likely(self, *labels: Label) -> float:
        """How likely one of ``labels`` is."""
        if not self.odds:
            return float(self.label in labels)
        return sum(self.odds[LABELS.index(label)] for label in labels)


def of_label(lines: Iterable[Marked], *labels: Label) -> list[Marked]:
    """Those of ``lines`` that have one of the labels."""
    return [m for m in lines if m.label in labels]
