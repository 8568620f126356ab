"""Invented layouts: real bodies between lines that many producers put around them, each line with its label.

What a layout says is made up from the forms in ``layout_lines.txt``; the bodies are prose of the news texts
that are passed in, and are used for training only.
"""

from __future__ import annotations

from collections.abc import Iterator

from training.layout_fillers import Filler
from training.layout_forms import Marked, Story
from training.layout_parts import Parts
from training.layout_setting import render


class Layouts(Parts):
    """Endless layouts, each as one of many producers makes it."""

    def __iter__(self) -> Iterator[tuple[list[Marked], str | None]]:
        """Lines with labels ("" for a blank line), and the title where a field would give it."""
        producers = (
            self._web,
            self._web,
            self._web,
            self._clean,
            self._clean,
            self._clean,
            self._wire,
            self._print,
            self._mail,
            self._release,
            self._database,
            self._blog,
            self._extracted,
            self._feed,
            self._portal,
            self._portal,
            self._portal,
            self._station,
            self._card,
            self._card,
            self._noted,
            self._noted,
            self._reader,
            self._terminal,
        )
        while True:
            story = self.rng.choice(self.stories)
            fill = Filler(self.rng, self.stories, story.title)
            self.paper = fill.paper
            lines = self.rng.choice(producers)(story, fill)
            known = self.rng.random() < 0.3
            if known and self.rng.random() < 0.1:
                lines = [line for line in lines if line[0] != "headline"]
            yield render(lines, self.rng), (story.title if known else None)

    def _web(self, story: Story, fill: Filler) -> list[Marked]:
        """A page copied whole from a browser."""
        found = (
            self._maybe(0.25, fill, "share", 2)
            + self._maybe(0.5, fill, "masthead")
            + self._maybe(0.6, fill, "navigation", 16)
            + self._maybe(0.15, fill, "advert", 2)
            + self._maybe(0.12, fill, "related", 5)
            + self._maybe(0.3, fill, "section", 2)
        )
        return (
            found + self._front(fill, story) + self._body(story, fill, inserts=0.15) + self._back(fill, 1.6)
        )

    def _clean(self, story: Story, fill: Filler) -> list[Marked]:
        """Title and body, or the body alone."""
        roll = self.rng.random()
        front = [] if roll < 0.35 else self._headline(story) if roll < 0.75 else self._front(fill, story)
        return front + self._body(story, fill, inserts=0.03 if roll > 0.6 else 0.0) + self._back(fill, 0.15)

    def _wire(self, story: Story, fill: Filler) -> list[Marked]:
        """Agency copy."""
        found = (
            self._maybe(0.4, fill, "record", 3)
            + self._maybe(0.2, fill, "note", 1)
            + self._headline(story)
            + self._maybe(0.3, fill, "byline")
            + self._maybe(0.3, fill, "date")
        )
        body = self._body(story, fill, inserts=0.02)
        if not body[0][1][:4].isupper():
            body[0] = ("body", fill.fill("{PLACE}, {daymon} ({agency}) - ") + body[0][1])
        return (
            found
            + body
            + self._maybe(0.5, fill, "credit", 2)
            + self._maybe(0.3, fill, "page")
            + self._maybe(0.2, fill, "legal", 2)
        )

    def _print(self, story: Story, fill: Filler) -> list[Marked]:
        """A clipping from paper, with its head and the turn to another page."""
        rng = self.rng
        found = (
            self._some(fill, "masthead", 1, 2)
            + self._maybe(0.4, fill, "date")
            + self._maybe(0.2, fill, "page")
            + self._maybe(0.2, fill, "section")
            + self._headline(story)
        )
        found += self._subheadline(fill) if rng.random() < 0.3 else []
        found += self._maybe(0.6, fill, "byline") + self._maybe(0.2, fill, "outlet")
        body = self._body(story, fill)
        at = rng.randint(1, len(body))
        turn = (
            (self._maybe(0.5, fill, "page", 2) + self._maybe(0.4, fill, "caption"))
            if rng.random() < 0.6
            else []
        )
        return (
            found
            + body[:at]
            + turn
            + body[at:]
            + self._maybe(0.35, fill, "related")
            + self._maybe(0.3, fill, "page", 2)
        )

    def _mail(self, story: Story, fill: Filler) -> list[Marked]:
        """A newsletter or a forwarded clipping."""
        found = (
            self._maybe(0.4, fill, "share", 2)
            + self._maybe(0.6, fill, "masthead")
            + self._maybe(0.3, fill, "date")
            + self._maybe(0.2, fill, "navigation", 4)
        )
        return (
            found
            + self._front(fill, story)
            + self._body(story, fill, inserts=0.05)
            + self._maybe(0.7, fill, "share", 7)
            + self._maybe(0.4, fill, "contact", 3)
            + self._maybe(0.4, fill, "legal", 3)
        )

    def _release(self, story: Story, fill: Filler) -> list[Marked]:
        """A press release."""
        found = (
            self._some(fill, "contact", 1, 4)
            + self._maybe(0.4, fill, "date")
            + self._headline(story)
            + (self._subheadline(fill) if self.rng.random() < 0.4 else [])
        )
        return (
            found
            + self._body(story, fill)
            + self._maybe(0.5, fill, "page")
            + self._maybe(0.5, fill, "note", 4)
            + self._some(fill, "contact", 1, 6)
            + self._maybe(0.2, fill, "legal")
        )

    def _database(self, story: Story, fill: Filler) -> list[Marked]:
        """What is left of a database's page beside the fields that are read by their names."""
        found = (
            self._maybe(0.3, fill, "record", 1)
            + self._maybe(0.5, fill, "outlet")
            + self._maybe(0.3, fill, "date")
            + self._headline(story)
            + self._maybe(0.1, fill, "correction")
            + self._maybe(0.4, fill, "byline")
            + self._maybe(0.6, fill, "record", 5)
            + self._maybe(0.3, fill, "date")
            + self._maybe(0.3, fill, "outlet")
            + self._maybe(0.4, fill, "record", 4)
            + self._maybe(0.4, fill, "legal", 1)
        )
        return (
            found
            + self._body(story, fill)
            + self._maybe(0.2, fill, "correction", 2)
            + self._maybe(0.6, fill, "record", 12)
            + self._maybe(0.2, fill, "legal")
        )

    def _blog(self, story: Story, fill: Filler) -> list[Marked]:
        """A blog's post with its comments."""
        found = (
            self._maybe(0.6, fill, "masthead", 2)
            + self._maybe(0.4, fill, "navigation", 6)
            + self._headline(story)
            + self._some(fill, "byline", 0, 1)
            + self._some(fill, "date", 0, 1)
        )
        return (
            found
            + self._body(story, fill, inserts=0.08)
            + self._maybe(0.5, fill, "share", 5)
            + self._maybe(0.5, fill, "related", 6)
            + self._maybe(0.7, fill, "comment", 24)
            + self._maybe(0.3, fill, "legal", 3)
        )

    def _extracted(self, story: Story, fill: Filler) -> list[Marked]:
        """What an extractor leaves: a body with a line or two too many."""
        found = self._headline(story) if self.rng.random() < 0.6 else []
        found += (
            self._maybe(0.3, fill, "byline")
            + self._maybe(0.25, fill, "date")
            + self._maybe(0.2, fill, "caption", 2)
            + self._maybe(0.1, fill, "share", 2)
        )
        return found + self._body(story, fill, inserts=0.06) + self._back(fill, 0.5)

    def _feed(self, story: Story, fill: Filler) -> list[Marked]:
        """An entry of a feed, with what the site's program adds below it."""
        tail = (
            "The post {own} appeared first on {outlet}.",
            "The post {own} first appeared on {outlet}.",
            "{own} was first published on {outlet}.",
            "This post {own} appeared first on {outlet}",
        )
        found = self._headline(story) if self.rng.random() < 0.7 else []
        label = "related" if self.rng.random() < 0.8 else "share"
        form = self.rng.choice(tail) if label == "related" else self.rng.choice(self.forms["share"])
        return found + self._body(story, fill) + [(label, fill.fill(form))]

    def _portal(self, story: Story, fill: Filler) -> list[Marked]:
        """A page marked whole and copied: the site's name on top, again in its foot, short words between."""
        rng, f = self.rng, fill.fill
        name = f(
            rng.choice(("{outlet}", "{outlet}", "{outlet}", "{OUTLET}", "{domain}", "{outlet} {section}"))
        )
        head: list[Marked] = [("masthead", name)]
        menu = self._maybe(0.8, fill, "navigation", 10)
        bits = self._maybe(0.35, fill, "share", 3)
        parts = [head, menu, bits, self._maybe(0.3, fill, "date"), self._maybe(0.15, fill, "advert")]
        if rng.random() < 0.4:
            rng.shuffle(parts)
        found = [line for part in parts for line in part] + self._maybe(0.6, fill, "section", 2)
        found += self._headline(story) + (self._subheadline(fill) if rng.random() < 0.35 else [])
        found += (
            self._signed(fill) + self._maybe(0.5, fill, "share", 5) + self._maybe(0.35, fill, "caption", 3)
        )
        foot: list[Marked] = [
            ("legal", f(form))
            for form in (
                "About {outlet}",
                "© {year} {outlet}",
                "Contact {outlet}",
                "Copyright {year} {outlet}",
            )
            if rng.random() < 0.4
        ]
        return found + self._body(story, fill, inserts=0.12) + self._back(fill, 1.4) + foot

    def _signed(self, fill: Filler) -> list[Marked]:
        """Who wrote it, as what, for whom and when, each on a line of its own, some left out."""
        rng, f = self.rng, fill.fill
        lead = rng.choice(("", "", "", "By", "by", "Written by", "Author", "Von", "Story by"))
        who = f(rng.choice(("{author}", "{author}", "{name}", "{names}", "{AUTHOR}")))
        if lead and rng.random() < 0.4:
            found: list[Marked] = [("byline", lead), ("byline", who)]
        else:
            found = [("byline", f"{lead} {who}".strip())]
        if rng.random() < 0.3:
            found.append(
                ("byline", f(rng.choice(("{role}", "{section} {role}", "{role}, {place}", "{ROLE}"))))
            )
        if rng.random() < 0.25:
            found.append(("outlet", f(rng.choice(("{outlet}", "{outlet}", "{OUTLET}", "{outlet} staff")))))
        when = self._maybe(0.8, fill, "date", 2)
        return when + found if rng.random() < 0.25 else found + when

    def _station(self, story: Story, fill: Filler) -> list[Marked]:
        """A station's page with its player."""
        rng, f = self.rng, fill.fill
        found: list[Marked] = [("share", "Play Live Radio"), ("share", "Next Up:"), ("share", "0:00")]
        found = [*found[: rng.randint(0, 3)], ("masthead", f("{outlet}"))]
        found += self._maybe(0.5, fill, "navigation", 5) + self._maybe(0.6, fill, "section")
        found += self._headline(story)
        found.append(
            ("byline", f(rng.choice(("{outlet} | By {name}", "By {name}", "{name}, {outlet}", "{name}"))))
        )
        found += self._maybe(0.8, fill, "date") + self._maybe(0.5, fill, "share", 5)
        if rng.random() < 0.5:
            caption, credit = f("{sentence}"), f("{name}")
            found += [("caption", line) for line in (caption, credit, "/", f("{outlet}"), caption)]
        foot = [*self._maybe(0.6, fill, "note"), ("legal", f("© {year} {outlet}"))]
        return found + self._body(story, fill) + self._maybe(0.5, fill, "related", 3) + foot

    def _card(self, story: Story, fill: Filler) -> list[Marked]:
        """A cutting: paper, day, page, section, names each on its line, in any order about the headline."""
        rng = self.rng
        lines: list[Marked] = [
            ("outlet", fill.fill(rng.choice(("{outlet}", "{OUTLET}", "{outlet}, {place}"))))
        ]
        lines += self._maybe(0.7, fill, "date") + self._maybe(0.3, fill, "section")
        lines += self._maybe(0.3, fill, "page") + self._maybe(0.3, fill, "record", 2)
        rng.shuffle(lines)
        at = rng.choice((0, len(lines), len(lines), rng.randint(0, len(lines))))
        above, below = lines[:at], lines[at:]
        signed = self._maybe(0.6, fill, "byline")
        found = above + self._headline(story) + (signed + below if rng.random() < 0.5 else below + signed)
        tail = self._maybe(0.25, fill, "legal") + self._maybe(0.25, fill, "record", 3)
        if rng.random() < 0.3:  # all of it stands at the end
            found, tail = self._headline(story), [*signed, *above, *below, *tail]
        return found + self._body(story, fill) + tail

    def _noted(self, story: Story, fill: Filler) -> list[Marked]:
        """What a researcher keeps: the headline, one line that says where it stood, the text, the address."""
        rng = self.rng
        line = self._some(fill, "outlet", 1, 1)
        who = self._maybe(0.35, fill, "byline")
        meta = line + who if rng.random() < 0.6 else who + line
        address: list[Marked] = [("outlet", fill.fill("{url}"))] if rng.random() < 0.35 else []
        roll = rng.random()
        body = self._body(story, fill)
        if roll < 0.45:
            return self._headline(story) + meta + address + body + self._maybe(0.2, fill, "share")
        if roll < 0.75:
            return meta + address + self._headline(story) + body
        return self._headline(story) + body + meta + address

    def _reader(self, story: Story, fill: Filler) -> list[Marked]:
        """A browser's own view of an article for reading."""
        rng, f = self.rng, fill.fill
        site = f(rng.choice(("{domain}", "{outlet}", "{domain}", "{outlet} - {domain}")))
        found: list[Marked] = [("masthead", site), *self._headline(story)]
        if rng.random() < 0.7:
            found.append(
                ("byline", f(rng.choice(("{name}", "{name}", "By {name}", "{names}", "{name}, {outlet}"))))
            )
        if rng.random() < 0.7:
            found.append(("share", f(rng.choice(("{n}-{n} minutes", "{n} minutes", "{n} min read")))))
        return found + self._maybe(0.3, fill, "date") + self._body(story, fill, inserts=0.03)

    def _terminal(self, story: Story, fill: Filler) -> list[Marked]:
        """A financial wire's story."""
        rng, f = self.rng, fill.fill
        found = self._maybe(0.3, fill, "date") + self._headline(story) + self._maybe(0.3, fill, "note")
        found += [*self._maybe(0.5, fill, "date"), ("byline", f(rng.choice(("By {name}", "By {names}"))))]
        body = self._body(story, fill)
        body[0] = (
            "body",
            f(rng.choice(("({outlet}) -- ", "{PLACE}, {daymon} ({outlet}) - ", ""))) + body[0][1],
        )
        return (
            found
            + body
            + self._maybe(0.4, fill, "credit")
            + self._some(fill, "contact", 0, 4)
            + self._maybe(0.5, fill, "record", 2)
            + self._maybe(0.5, fill, "legal")
        )
