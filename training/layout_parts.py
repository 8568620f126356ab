"""The parts of an invented layout: headline and what stands about it, body, insertions, what follows."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence

from training.layout_fillers import Filler
from training.layout_forms import Marked, Story, forms


class Parts:
    """Makes parts; ``stories`` give titles and bodies, ``seed`` fixes the sequence."""

    def __init__(self, stories: Sequence[Story], seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311 - repeatable, not secret
        self.stories = stories
        self.forms: Mapping[str, list[str]] = forms()
        self.paper = ""  # that of the layout given last

    def _some(self, fill: Filler, label: str, low: int, high: int) -> list[Marked]:
        found = [fill.fill(self.rng.choice(self.forms[label])) for _ in range(self.rng.randint(low, high))]
        return [(label, line.upper() if self.rng.random() < 0.06 else line) for line in found]

    def _maybe(self, chance: float, fill: Filler, label: str, high: int = 1) -> list[Marked]:
        return self._some(fill, label, 1, high) if self.rng.random() < chance else []

    def _headline(self, story: Story) -> list[Marked]:
        title = story.title
        roll = self.rng.random()
        if roll < 0.1:
            title = title.upper()
        elif roll < 0.16:
            title = title.title()
        elif roll < 0.2 and title[-1].isalnum():
            title += "."
        return [("headline", title)]

    def _subheadline(self, fill: Filler) -> list[Marked]:
        roll = self.rng.random()
        if roll < 0.35:
            return [("subheadline", fill.slot("sentence"))]
        if roll < 0.6:
            return [("subheadline", fill.slot("sentence").rstrip("."))]
        if roll < 0.75:
            return [("subheadline", fill.slot("title"))]
        if roll < 0.85:
            return [("subheadline", f"{fill.slot('phrase')}; {fill.slot('phrase')}")]
        return [("subheadline", f"• {fill.slot('title')}") for _ in range(self.rng.randint(2, 3))]

    def _body(self, story: Story, fill: Filler, *, inserts: float = 0.0) -> list[Marked]:
        size = self.rng.choice((2, 3, 4, 5, 6, 8, 10, 14, 20))
        start = 0 if self.rng.random() < 0.85 else self.rng.randrange(max(1, len(story.body) - 3))
        body = list(story.body[start : start + size])
        if self.rng.random() < 0.3:  # as agencies write: one sentence a paragraph
            body = [s for line in body for s in re.split(r"(?<=[a-z0-9]{2}[.!?]) +(?=[A-Z])", line)]
        if self.rng.random() < 0.25:
            body[0] = (
                fill.fill(
                    self.rng.choice(
                        (
                            "{PLACE} ({agency}) — ",
                            "{PLACE}, {daymon} ({agency}) - ",
                            "{PLACE} — ",
                            "{place}, {daymon} ({agency}) -- ",
                            "{PLACE}, {daymon}. /{agency}/. ",
                        )
                    )
                )
                + body[0]
            )
        if self.rng.random() < 0.05:
            mark = self.rng.choice("•-*–")
            body = [body[0], *(f"{mark} {line}" for line in body[1:])]
        if self.rng.random() < 0.04:  # a conversation, as it was taken down
            names = [fill.slot(self.rng.choice(("name", "NAME"))) for _ in range(2)]
            body = [f"{self.rng.choice(names)}: {line}" for line in body]
        if self.rng.random() < 0.03:  # cut off by an interface that gives so many characters
            body[-1] = body[-1][: max(40, len(body[-1]) // 2)] + self.rng.choice(
                ("…", "...", " [...]", f"… [+{fill.slot('nnn')} chars]")
            )
        found: list[Marked] = []
        for number, line in enumerate(body):
            if number and inserts and self.rng.random() < inserts:
                found += self._insert(fill, body)
            found.append(("body", line))
        return found

    def _insert(self, fill: Filler, body: Sequence[str]) -> list[Marked]:
        roll = self.rng.random()
        if roll < 0.25:
            return self._some(fill, "heading", 1, 1)
        if roll < 0.4:
            return self._some(fill, "advert", 1, 2)
        if roll < 0.65:
            return self._some(fill, "related", 1, 3)
        if roll < 0.8:
            return self._some(fill, "caption", 1, 2)
        if roll < 0.9:
            quotes = [q for line in body for q in re.findall(r"[“\"]([^“”\"]{25,160})[”\"]", line)] or [
                fill.slot("sentence")
            ]
            quote = self.rng.choice(quotes)
            mark = self.rng.choice(("“{}”", "“{}", "{}", '"{}"', "‘{}’", "> {}"))
            found: list[Marked] = [("pullquote", mark.format(quote))]
            return found + (
                [
                    (
                        "pullquote",
                        fill.fill(self.rng.choice(("— {name}", "{name}", "{name}, {role}", "- {name}"))),
                    )
                ]
                if self.rng.random() < 0.5
                else []
            )
        return self._some(fill, "share", 1, 2)

    def _front(self, fill: Filler, story: Story) -> list[Marked]:
        """Headline and what stands about it, in any order that papers use."""
        rng = self.rng
        above = rng.choice(
            (
                (),
                (),
                (),
                ("section",),
                ("date",),
                ("section", "date"),
                ("outlet",),
                ("caption",),
                ("byline",),
                ("share",),
            )
        )
        below = [
            x
            for x, p in (
                ("subheadline", 0.4),
                ("byline", 0.7),
                ("date", 0.6),
                ("outlet", 0.3),
                ("share", 0.3),
                ("caption", 0.35),
                ("dateline", 0.04),
            )
            if rng.random() < p and x not in above
        ]
        if rng.random() < 0.5:
            rng.shuffle(below)
        found: list[Marked] = []
        for label in above:
            found += self._some(fill, label, 1, 1)
        found += self._headline(story)
        for label in below:
            if label == "subheadline":
                found += self._subheadline(fill)
            else:
                most = {"share": 5, "caption": 2, "date": 2}.get(label, 1)
                found += self._some(fill, label, 1, most if rng.random() < 0.5 else 1)
        if rng.random() < 0.06:
            found.append(("headline", story.title))
        return found

    def _back(self, fill: Filler, weight: float) -> list[Marked]:
        rng = self.rng
        parts = [
            ("correction", 0.18, 2),
            ("note", 0.2, 2),
            ("credit", 0.25, 2),
            ("contact", 0.2, 3),
            ("share", 0.3, 6),
            ("related", 0.4, 9),
            ("comment", 0.18, 14),
            ("advert", 0.15, 3),
            ("navigation", 0.12, 8),
            ("legal", 0.4, 6),
            ("outlet", 0.08, 1),
            ("page", 0.04, 2),
            ("date", 0.05, 1),
        ]
        if rng.random() < 0.5:
            rng.shuffle(parts)
        return [
            line for label, chance, most in parts for line in self._maybe(chance * weight, fill, label, most)
        ]
