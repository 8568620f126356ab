"""Invented layouts: real bodies between lines that many producers put around them, each line with its label.

What a layout says is made up from the forms in ``layout_lines.txt``; the bodies are prose of the news texts
that are passed in, and are used for training only.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Marked = tuple[str, str]  # label, line

_FORMS = Path(__file__).with_name("layout_lines.txt")
_SLOT = re.compile(r"\{([\w.]+)\}")
_PROSE_END = re.compile(r"[.!?][\"”’')]*$")


def _sections(path: Path) -> dict[str, list[str]]:
    """``[name]`` -> the lines below it."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if re.fullmatch(r"\[[a-z]+\]", line):
            name = line[1:-1]
            found.setdefault(name, [])
        elif name and line.strip() and not line.startswith("# "):
            found[name].append(line)
    return found


BANKS = _sections(Path(__file__).with_name("layout_words.txt"))


@dataclass(frozen=True, slots=True)
class Story:
    """One real text: its title and its lines of prose."""

    title: str
    body: tuple[str, ...]


def forms() -> dict[str, list[str]]:
    """Label -> forms of its lines."""
    return _sections(_FORMS)


def is_prose(line: str) -> bool:
    """Whether a line of a real text is surely a sentence of its body."""
    return len(line.split()) >= 7 and _PROSE_END.search(line) is not None


class Filler:
    """Fills the slots of forms; one a layout, so that the paper's name stays the same."""

    def __init__(self, rng: random.Random, stories: Sequence[Story], own: str = "") -> None:
        self.rng = rng
        self.stories = stories
        self.own = own
        self.author = self._name()
        self.paper = self._outlet()
        self.domain = re.sub(r"[^a-z]", "", self.paper.lower().removeprefix("the "))[:18] + rng.choice(
            (".example", ".com", ".co.uk", ".news", ".org", ".net", ".de")
        )
        self.day = (rng.randint(1, 28), rng.randint(1, 12), rng.randint(1990, 2025))
        self.style = rng.randrange(23)
        self.section = rng.choice(BANKS["sections"])

    def fill(self, form: str) -> str:
        """``form`` with every slot filled."""
        return _SLOT.sub(lambda m: self.slot(m.group(1)), form)

    def slot(self, name: str) -> str:
        """What fills ``{name}``; in capitals where the name is."""
        if name.isupper():
            return self.slot(name.lower()).upper()
        maker: Callable[[], str] | None = getattr(self, f"_{name.split('.', maxsplit=1)[0]}", None)
        if maker is None:
            raise KeyError(name)
        return maker().upper() if name.endswith(".upper") else maker()

    def _word(self) -> str:
        parts = self.rng.choices(BANKS["syllables"], k=self.rng.choice((1, 2, 2, 2, 3)))
        return "".join(parts).capitalize()

    def _place(self) -> str:
        rng = self.rng
        kind = rng.random()
        if kind < 0.2:
            return f"{rng.choice(('New', 'Port', 'St', 'Upper', 'Bad', 'San', 'East', 'Saint', 'Mount'))} {self._word()}"  # noqa: E501
        if kind < 0.3:
            return f"{self._word()} {rng.choice(('Bay', 'City', 'Hill', 'Falls', 'upon Tarn', 'Valley'))}"
        return self._word()

    def _author(self) -> str:
        return self.author

    def _own(self) -> str:
        return self.own or self._title()

    def _tag(self) -> str:
        """One or two words with capitals, as menus have them, whatever they mean."""
        return " ".join(self._common().capitalize() for _ in range(self.rng.choice((1, 1, 2))))

    def _common(self) -> str:
        """A word of a headline or a sentence."""
        words = re.findall(r"[A-Za-z]{3,11}", self._title() if self.rng.random() < 0.5 else self._sentence())
        return self.rng.choice(words) if words else "river"

    def _name(self) -> str:
        rng = self.rng
        if hasattr(self, "author") and rng.random() < 0.3:
            return self.author
        last = self._word()
        if rng.random() < 0.12:
            particle = rng.choice(BANKS["particles"])
            last = particle + last if particle[-1] in "-'c" else f"{particle} {last}"
        if rng.random() < 0.06:
            last += f"-{self._word()}"
        middle = f" {rng.choice('ABCDEFGHJKLMPRST')}." if rng.random() < 0.08 else ""
        middle = f" {rng.choice(BANKS['first'])}" if not middle and rng.random() < 0.05 else middle
        first = rng.choice(BANKS["first"]) if rng.random() < 0.7 else self._word()
        return f"{first}{middle} {last}"

    def _names(self) -> str:
        many = [self._name() for _ in range(self.rng.choice((2, 2, 2, 3, 4)))]
        last = self.rng.choice((" and ", " and ", " & ", ", ", " and "))
        return ", ".join(many[:-1]) + last + many[-1]

    def _outlet(self) -> str:
        rng = self.rng
        if hasattr(self, "paper") and rng.random() < 0.85:
            return self.paper
        place, paper = self._place(), rng.choice(BANKS["papers"])
        kind = rng.random()
        if kind < 0.26:
            return self._coined(place, paper)
        if kind < 0.31:
            return self._body_of(place)
        if kind < 0.45:
            return f"{place} {paper}"
        if kind < 0.6:
            return f"The {place} {paper}"
        if kind < 0.7:
            return f"{place} {rng.choice(('Evening', 'Daily', 'Morning', 'Sunday', 'Weekly', 'Business'))} {paper}"  # noqa: E501
        if kind < 0.78:
            return f"{rng.choice(('The Daily', 'Daily', 'The', 'The Sunday', 'Evening', 'The Weekly', 'The Morning'))} {paper}"  # noqa: E501
        if kind < 0.84:
            return (
                rng.choice(("N", "T", "K", "B", "V", "R"))
                + rng.choice(("BC", "TV", "RT", "NN", "PR", "TN"))
                + rng.choice(("", " News", " 5", " Online"))
            )
        if kind < 0.9:
            return rng.choice(
                (
                    f"Radio {place}",
                    f"{place} Radio",
                    f"{place}.com",
                    f"Inside {place}",
                    f"{place} Public Broadcasting",
                    f"Die {paper}",
                    f"Le {paper} de {place}",
                    f"El {paper}",
                )
            )
        if kind < 0.95:
            return f"{place} {paper} & {rng.choice(BANKS['papers'])}"
        return place

    def _coined(self, place: str, paper: str) -> str:
        """A name without a word that papers bear, or one of two words grown together."""
        rng = self.rng
        word, other = self._common().capitalize(), self._common().capitalize()
        tail = rng.choice(("Wire", "Live", "Hub", "Log", "Line", "Beat", "Watch", "Desk", "Now", "Times"))
        return rng.choice(
            (
                word,
                f"{word}{tail}",
                f"{place}{tail}",
                f"{place}{paper}",
                f"{place} {tail}",
                f"{word} & {other}",
                f"{word} {other}",
                f"The {word}",
                f"The {word} {other}",
                f"{place} {word}",
                f"{place} Public Radio",
                f"Channel {place}",
                f"{word.lower()}{other.lower()}.{rng.choice(('example', 'net', 'org'))}",
            )
        )

    def _body_of(self, place: str) -> str:
        """An institution that publishes by itself, a station by its letters, a letter by its writer."""
        rng = self.rng
        kind = rng.choice(
            ("Bank", "Ministry", "University", "Port", "Chancellery", "Court", "Office", "City")
        )
        return rng.choice(
            (
                f"{kind} of {place}",
                f"{place} {kind}",
                f"{place} {self._common().capitalize()} Association",
                f"{place} Police",
                self._call(),
                self._call(),
                f"{self._call()} {place}",
                f"{place} Online",
                f"The {place} Letter",
                f"The {self._common().capitalize()} Letter",
                f"{self._name()}'s Newsletter",
                f"{place} Newswires",
            )
        )

    def _call(self) -> str:
        """A station's letters."""
        return self.rng.choice("KWCX") + "".join(self.rng.choices("ABCDEFGHJKLMNPRSTUVY", k=3))

    def _date(self) -> str:
        rng = self.rng
        day, month, year = self.day
        if rng.random() < 0.15:
            day = rng.randint(1, 28)
        style = self.style if rng.random() < 0.8 else rng.randrange(23)
        ordinal = f"{day}{'th' if 10 < day < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"
        full, short, shorter = (
            BANKS["months"][month - 1],
            BANKS["short"][month - 1],
            BANKS["shorter"][month - 1],
        )
        return (
            f"{full} {day}, {year}",
            f"{day} {full} {year}",
            f"{short} {day}, {year}",
            f"{shorter} {day}, {year}",
            f"{day} {shorter} {year}",
            f"{year}-{month:02d}-{day:02d}",
            f"{day:02d}/{month:02d}/{year}",
            f"{month}/{day}/{year}",
            f"{day:02d}.{month:02d}.{year}",
            f"{day}.{month}.{year}",
            f"{ordinal} {full} {year}",
            f"{full} {ordinal}, {year}",
            f"{day} {full}, {year}",
            f"{full} {day} {year}",
            f"{day}-{shorter}-{year}",
            f"{rng.choice(BANKS['days'])}, {full} {day}, {year}",
            f"{rng.choice(BANKS['days'])} {day} {full} {year}",
            f"{rng.choice(BANKS['days'])[:3]} {day} {shorter} {year}",
            f"{month:02d}/{day:02d}/{year % 100:02d}",
            f"{rng.choice(BANKS['days'])[:3]}, {shorter} {day}, {year}",
            f"{day}. {full} {year}",
            f"{day} {shorter.upper()} {year % 100:02d}",
            f"{shorter} {day} '{year % 100:02d}",
        )[style]

    def _daymon(self) -> str:
        return f"{self.rng.choice((BANKS['months'], BANKS['short'], BANKS['shorter']))[self.day[1] - 1]} {self.day[0]}"  # noqa: E501

    def _weekday(self) -> str:
        return self.rng.choice(BANKS["days"])

    def _time(self) -> str:
        rng = self.rng
        hour, minute = rng.randint(0, 23), rng.randint(0, 59)
        zone = rng.choice(("", "", "", " GMT", " BST", " ET", " EST", " CET", " UTC", " IST"))
        return rng.choice(
            (
                f"{hour}:{minute:02d}{zone}",
                f"{hour % 12 + 1}:{minute:02d} {rng.choice(('am', 'pm', 'AM', 'PM', 'a.m.', 'p.m.'))}{zone}",
                f"{hour:02d}.{minute:02d}{zone}",
                f"{hour:02d}:{minute:02d}:00{zone}",
                f"{hour % 12 + 1}{rng.choice(('am', 'pm'))}",
            )
        )

    def _n(self) -> str:
        return str(self.rng.randint(1, 12))

    def _nn(self) -> str:
        return str(self.rng.randint(10, 99))

    def _nnn(self) -> str:
        return str(self.rng.randint(100, 999))

    def _year(self) -> str:
        return str(self.rng.choice((self.day[2], self.rng.randint(1900, 2025))))

    def _price(self) -> str:
        return self.rng.choice("£$€") + f"{self.rng.randint(1, 9)}" + self.rng.choice(("", ".50", ".99"))

    def _section(self) -> str:
        return self.section if self.rng.random() < 0.3 else self.rng.choice(BANKS["sections"])

    def _agency(self) -> str:
        return self.rng.choice(BANKS["agencies"])

    def _role(self) -> str:
        return self.rng.choice(BANKS["roles"])

    def _motto(self) -> str:
        return self.rng.choice(BANKS["mottos"])

    def _language(self) -> str:
        return self.rng.choice(("English", "German", "French", "Spanish", "Norwegian", "Arabic"))

    def _ordinal(self) -> str:
        return self.rng.choice(("first", "second", "third", "fourth", "last"))

    def _domain(self) -> str:
        return self.domain

    def _url(self) -> str:
        slug = "-".join(self._title().lower().split()[:6])
        slug = re.sub(r"[^a-z-]", "", slug)
        start = self.rng.choice(("https://www.", "https://", "http://", "www."))
        return f"{start}{self.domain}/{self.rng.choice(('news', str(self.day[2]), 'story', 'a'))}/{slug}"

    def _mail(self) -> str:
        return f"{self._word().lower()}@{self.domain}"

    def _handle(self) -> str:
        return self._word().lower() + self.rng.choice(("", "_news", "writes", "1"))

    def _user(self) -> str:
        rng = self.rng
        return rng.choice(
            (
                self._name(),
                self._word().lower() + str(rng.randint(1, 99)),
                f"{self._word()}{rng.randint(1, 99)}",
                f"{rng.choice(BANKS['first'])} {self._word()[0]}.",
                f"concerned_{self._word().lower()}",
                "Anonymous",
                rng.choice(BANKS["first"]),
            )
        )

    def _phone(self) -> str:
        rng = self.rng
        return rng.choice(
            (
                f"+{rng.randint(10, 99)} {rng.randint(10, 99)} {rng.randint(100, 999)} {rng.randint(1000, 9999)}",  # noqa: E501
                f"0{rng.randint(1000, 9999)} {rng.randint(100000, 999999)}",
                f"({rng.randint(200, 999)}) {rng.randint(200, 999)}-{rng.randint(1000, 9999)}",
                f"555-{rng.randint(1000, 9999)}",
            )
        )

    def _code(self) -> str:
        return "".join(self.rng.choices("ABCDEFGHKLMNOPRSTUW", k=self.rng.randint(3, 6)))

    def _initials(self) -> str:
        return "".join(self.rng.choices("abcdefghjklmnprst", k=self.rng.choice((2, 2, 3))))

    def _title(self) -> str:
        return self.rng.choice(self.stories).title

    def _sentence(self) -> str:
        line = self.rng.choice(self.rng.choice(self.stories).body)
        return re.split(r"(?<=[a-z0-9][.!?]) +(?=[A-Z])", line)[0]

    def _phrase(self) -> str:
        words = self._title().split() if self.rng.random() < 0.5 else self._sentence().rstrip(".").split()
        size = self.rng.randint(2, 7)
        start = self.rng.randrange(max(1, len(words) - size)) if self.rng.random() < 0.5 else 0
        phrase = " ".join(words[start : start + size]).strip("\"“”'‘’,;:()")
        return phrase or "The road ahead"

    def _remark(self) -> str:
        return self.rng.choice(BANKS["remarks"])

    def _correction(self) -> str:
        return self.fill(self.rng.choice(BANKS["corrections"]))


class Layouts:
    """Endless layouts; ``stories`` give titles and bodies, ``seed`` fixes the sequence."""

    def __init__(self, stories: Sequence[Story], seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311 - repeatable, not secret
        self.stories = stories
        self.forms: Mapping[str, list[str]] = forms()
        self.paper = ""  # that of the layout given last

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

    # ------------------------------------------------------------ parts

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

    # ------------------------------------------------------------ producers

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


# ------------------------------------------------------------ how it is set


def render(lines: Sequence[Marked], rng: random.Random) -> list[Marked]:
    """The lines with blank ones between, as one of many producers sets them; some wrapped at a column."""
    roll = rng.random()
    if roll < 0.3:
        found = _spaced(lines, rng, lambda _a, _b: True)
    elif roll < 0.42:
        found = list(lines)
    elif roll < 0.75:
        prose = ("body", "pullquote")
        found = _spaced(
            lines, rng, lambda a, b: a in prose or b in prose or a == "headline" or b == "headline"
        )
    else:
        return wrapped(_spaced(lines, rng, lambda a, b: a != b or a == "body"), rng)
    if rng.random() < 0.1:
        found = [(label, "  " * rng.randint(0, 3) + line) for label, line in found]
    return found


def _spaced(lines: Sequence[Marked], rng: random.Random, apart: Callable[[str, str], bool]) -> list[Marked]:
    found: list[Marked] = []
    for index, line in enumerate(lines):
        if index and (apart(lines[index - 1][0], line[0]) ^ (rng.random() < 0.08)):
            found += [("", "")] * rng.choice((1, 1, 1, 2))
        found.append(line)
    return found


def wrapped(lines: Sequence[Marked], rng: random.Random) -> list[Marked]:
    """The lines cut at a column's width, words split at line ends, with page heads and feet between."""
    width = rng.choice((24, 28, 34, 40, 50, 60, 66, 72, 80, 90))
    hyphens = rng.random() < 0.5
    indent = rng.choice(("", "", "", "  ", "   "))
    compact = rng.random() < 0.3
    found: list[Marked] = []
    for label, line in lines:
        if not label:
            found += [] if compact and rng.random() < 0.9 else [("", "")]
            continue
        cut = _cut(line, width, rng if hyphens else None)
        mark = indent if compact and label == "body" else ""
        found += [(label, (mark if n == 0 else "") + part) for n, part in enumerate(cut)]
    return _paged(found, width, rng) if rng.random() < 0.4 else found


def _cut(line: str, width: int, rng: random.Random | None) -> list[str]:
    parts, current = [], ""
    for word in line.split():
        if current and len(current) + 1 + len(word) > width:
            room = width - len(current) - 2
            if rng is not None and room >= 2 and len(word) >= 6 and word.isalpha() and rng.random() < 0.7:
                room = min(room, len(word) - 2)
                parts.append(f"{current} {word[:room]}-")
                current = word[room:]
                continue
            parts.append(current)
            current = word
        else:
            current = f"{current} {word}" if current else word
    return [*parts, current] if current else parts


def _paged(lines: list[Marked], width: int, rng: random.Random) -> list[Marked]:
    """A running head, a foot or both, every so many lines."""
    height = rng.randint(12, 40)
    fill = Filler(rng, [Story("A title", ("A sentence of a story.",))])
    head = fill.fill(
        rng.choice(
            (
                "{outlet}",
                "{outlet}     {date}",
                "{date}   {outlet}",
                "{OUTLET}",
                "{section}",
                "{url}",
                "{outlet} | {date}",
            )
        )
    )
    foot = rng.choice(("Page {n}", "{n}", "- {n} -", "Page {n} of 3", "{n}/3", "p. {n}", "", "{head} {n}"))
    gap = rng.random() < 0.6
    found: list[Marked] = []
    page = 1
    for index, line in enumerate(lines):
        if index and index % height == 0 and lines[index - 1][0]:
            parts: list[Marked] = [("", "")] if gap else []
            if foot:
                parts.append(
                    ("page", _centred(foot.replace("{n}", str(page)).replace("{head}", head), width, rng))
                )
            page += 1
            feed = "\f" if rng.random() < 0.5 else ""
            if rng.random() < 0.7:
                parts.append(("page", feed + _centred(head, width, rng)))
            elif feed:
                parts.append(("", feed))
            found += parts + ([("", "")] if gap else [])
        found.append(line)
    return found


def _centred(line: str, width: int, rng: random.Random) -> str:
    return line.center(width).rstrip() if rng.random() < 0.5 else line
