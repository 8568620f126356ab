"""Fills the slots of forms: names, papers, days, addresses, sentences, alike within one layout."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from training.layout_forms import BANKS, Story

_SLOT = re.compile(r"\{([\w.]+)\}")


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

    def _station(self) -> str:
        rng = self.rng
        return (
            rng.choice(("N", "T", "K", "B", "V", "R"))
            + rng.choice(("BC", "TV", "RT", "NN", "PR", "TN"))
            + rng.choice(("", " News", " 5", " Online"))
        )

    def _of_the_world(self, place: str, paper: str) -> str:
        return self.rng.choice(
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
        if kind < 0.9:
            return self._station() if kind < 0.84 else self._of_the_world(place, paper)
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
