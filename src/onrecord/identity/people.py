"""Which forms of names are one person: looked at again only where something they rest on has changed.

Forms are looked at in one order, and what a form joins rests on those before it alone that share part of a
name with it. So when a form comes, goes or changes hands, the later forms of these names are asked again;
where a group is in their eyes what it was, nothing further is.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from onrecord.identity.books import Books
from onrecord.identity.fields import contradict
from onrecord.identity.forms import Form, Held, person_key, power
from onrecord.languages import transliteration as roman
from onrecord.names.matching import Verdict, compare
from onrecord.names.persons import PersonName
from onrecord.names.roles import Description, agreement

_MAX_ROLES = 40
# A surname alone is the famous bearer's when that one is named in full in so many articles, and so many times
# as often as the next bearer; both counted in powers of two, so that not each article changes fame.
_FAMOUS, _FAME = 4, 8
PREFIX = "person:"


@dataclass(slots=True)
class _Group:
    """The forms of one person up to a point of the order.

    ``names`` by all that comparing asks for; ``told``: how often it is named in full; ``full``: if it is.
    """

    founder: Held
    members: list[Held]
    reached: int = 0
    names: dict[tuple[object, ...], PersonName] = field(default_factory=dict)
    roles: dict[Description, None] = field(default_factory=dict)
    genders: set[str] = field(default_factory=set)
    told: int = 0
    full: bool = False

    def advance(self, to: Held) -> None:
        """Take in the members that come before ``to``."""
        while self.reached < len(self.members) and self.members[self.reached].order < to.order:
            form = self.members[self.reached].form
            self.told += self.members[self.reached].weight
            self.names.setdefault(_compared(form.parsed), form.parsed)
            self.full = self.full or form.parsed.full
            if form.gender is not None:
                self.genders.add(form.gender)
            if len(self.roles) < _MAX_ROLES:
                self.roles.update(dict.fromkeys(form.descriptions))
            self.reached += 1

    def gains(self, held: Held) -> bool:
        """Whether later forms see another group with this one in it; ``advance`` has come to it."""
        form = held.form
        later = [m for m in self.members[self.reached :] if m is not held]
        return (
            _crosses(self.told, held.weight, later)
            or _compared(form.parsed) not in self.names
            or (form.gender is not None and form.gender not in self.genders)
            or (len(self.roles) < _MAX_ROLES and any(d not in self.roles for d in form.descriptions))
        )

    def holds(self, name: PersonName) -> bool:
        """Whether the very name is in it, titles aside."""
        return any(name.parts == n.parts and name.suffix == n.suffix for n in self.names.values())


# Strength of the verdict, group, reasons.
_Fit = tuple[int, _Group, tuple[str, ...]]


class People:
    """Groups of personal forms that are kept up to date."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._waiting: list[tuple[tuple[object, ...], int]] = []
        self._asked: set[int] = set()
        self._groups: dict[str, _Group] = {}
        self._members: dict[str, list[Held]] = {}
        self._touched: set[str] = set()

    def ask(self, held: Held) -> None:
        """Look at a form when it is its turn."""
        if held.key not in self._asked:
            self._asked.add(held.key)
            heapq.heappush(self._waiting, (held.order, held.key))

    def put(self, held: Held) -> None:
        """A form that is there from now on."""
        held.weight = held.number if held.form.parsed.full else 0
        for key in block_keys(held.form.parsed):
            self._books.put(held, "block", key)
        self.ask(held)

    def drop(self, held: Held) -> None:
        """A form that is not there any more, or no person's."""
        for key in block_keys(held.form.parsed):
            self._books.drop(held, "block", key)
        self.ask(held)

    def count(self, held: Held, by: int) -> None:
        """A form that is there is there so many times more: whom that makes famous is asked about again."""
        if not held.form.parsed.full:
            return
        if held.bearer:
            if held.bearer not in self._members:
                self._members[held.bearer] = self._books.members(held.bearer)
            members = self._members[held.bearer]
            at = members.index(held)
            if _crosses(sum(m.weight for m in members[: at + 1]), by, members[at + 1 :]):
                self._ask_after(founder_of(self._books, held.bearer), held)
        held.weight += by

    def settle(self) -> set[str]:
        """Look at all that was asked: the bearers that gained or lost forms."""
        self._groups.clear()
        self._members.clear()
        while self._waiting:
            _, key = heapq.heappop(self._waiting)
            self._asked.discard(key)
            self._look(self._books.held(key))
        touched, self._touched = self._touched, set()
        return touched

    # -------------------------------------------------------------- one form

    def _look(self, held: Held) -> None:
        own = f"{PREFIX}{held.key}"
        there = held.number > 0 and held.personal
        group, reasons, founds = self._find(held) if there else (None, (), False)
        bearer = f"{PREFIX}{group.founder.key}" if group else own if founds else ""
        before, after = held.bearer, bearer if there else None
        if reasons != held.reasons:
            held.reasons = reasons
            self._books.change(held)
        if before == after:
            return
        self._touched.update(b for b in (before, after) if b)
        for changed in (before, after):
            if changed and changed != own and founder_of(self._books, changed).bearer == changed:
                found = self._group(changed)
                found.advance(held)
                if found.gains(held):
                    self._ask_after(found.founder, held)
        if before and before != own and before in self._groups:
            self._groups[before].members.remove(held)
        self._books.give(held, after)
        if after and after != own:
            group_of = self._group(after)
            if held not in group_of.members:
                group_of.members.insert(group_of.reached, held)
        if own in (before, after):
            self._found(held, there=after == own)

    def _found(self, held: Held, *, there: bool) -> None:
        """A form founds a group from now on, or does no longer."""
        act = self._books.put if there else self._books.drop
        for key in block_keys(held.form.parsed):
            act(held, "founder", key)
        act(held, "namesake", *person_key(held.form.parsed))
        self._groups.pop(f"{PREFIX}{held.key}", None)
        self._ask_after(held)

    def _ask_after(self, founder: Held, now: Held | None = None) -> None:
        """Ask the forms again that share part of a name with a group and come after ``now``."""
        order = (now or founder).order
        for key in block_keys(founder.form.parsed):
            for held in self._books.at("block", key):
                if held.key not in self._asked and held.order > order:
                    self.ask(held)

    def _group(self, bearer: str) -> _Group:
        if bearer not in self._groups:
            founder = founder_of(self._books, bearer)
            self._groups[bearer] = _Group(founder, self._books.members(bearer))
        return self._groups[bearer]

    def _find(self, held: Held) -> tuple[_Group | None, tuple[str, ...], bool]:
        """``(group, reasons, founds)``: whose form it is; where nobody's, whether others may join it."""
        form, name = held.form, held.form.parsed
        founders = {
            f.key: f
            for key in block_keys(name)
            for f in self._books.at("founder", key)
            if f.order < held.order
        }
        fits: list[_Fit] = []
        for founder in sorted(founders.values(), key=lambda f: f.order):
            group = self._group(f"{PREFIX}{founder.key}")
            group.advance(held)
            best = _verdict(name, group)
            if best is not None and _allowed(form, group):
                known = next(iter(group.names.values())).text
                fits.append((best.strength, group, (f"{form.name} = {known}: {'; '.join(best.reasons)}",)))
        fits = [f for f in fits if f[1].full] or fits
        fits = _decided(form, fits)
        if len(fits) != 1:
            doubtful = bool(fits) and (not name.full or any(f[1].holds(name) for f in fits))
            return None, (), form.tells and not doubtful
        _, group, reasons = fits[0]
        if not name.full and not group.full and not _alike(form.descriptions, group):
            return None, (), form.tells
        written = group.names.get(_compared(name))
        return group, () if written and written.text == name.text else reasons, False


def founder_of(books: Books, bearer: str) -> Held:
    """The form that founded a person's group."""
    return books.held(int(bearer.removeprefix(PREFIX)))


def block_keys(name: PersonName) -> list[str]:
    """The parts of a name by which others are found that may be the same person's."""
    keys = {name.key} | {roman.romanise(p) for p in name.surname if len(p) > 2}
    if name.maiden:
        keys.add(roman.romanise(name.maiden))
    if len(name.parts) > 2 and not name.east_asian:
        keys.add(roman.romanise(name.parts[-2]))
    keys |= {"~" + roman.loose(name.parts[-1])} if name.parts else set()
    if name.east_asian:
        keys |= {f"#{n}" for n in roman.east_asian_surnames(name.parts[0])}
    return sorted(keys)


def _crosses(told: int, by: int, later: Iterable[Held]) -> bool:
    """Whether ``by`` more to ``told`` make more or less fame there, or at one of the forms that follow."""
    sums = accumulate((m.weight for m in later), initial=told)
    return by != 0 and any(power(n) != power(n + by) for n in sums)


def _compared(name: PersonName) -> tuple[object, ...]:
    """All that comparing asks of a name."""
    kept = (name.parts, name.surname_at, name.suffix, name.nickname, name.maiden)
    return (*kept, name.gender, name.east_asian)


def _verdict(name: PersonName, group: _Group) -> Verdict | None:
    """The strongest reason why ``name`` is the group's, None when one of its names speaks against it."""
    best: Verdict | None = None
    for other in group.names.values():
        if other.full or not name.full:
            verdict = compare(name, other)
            if not verdict.same:
                return None
            if best is None or verdict.strength > best.strength:
                best = verdict
    return best


def _alike(mine: Sequence[Description], group: _Group) -> bool:
    """Whether the group is known for one of these offices."""
    return any(agreement(d, r) >= 3.0 for d in mine for r in group.roles)


def _allowed(form: Form, group: _Group) -> bool:
    """Whether gender, suffix and occupation leave room for one person."""
    name, mine, theirs = form.parsed, form.descriptions, list(group.roles)
    if form.gender is not None and group.genders and form.gender not in group.genders:
        return False
    suffixes = {n.suffix for n in group.names.values()}
    if bool(name.suffix) != bool(suffixes - {""}) and mine and theirs and name.full:
        return any(agreement(d, r) >= 1.0 or agreement(r, d) >= 1.0 for d in mine for r in theirs)
    return not contradict(name, mine, theirs)


def _decided(form: Form, fits: list[_Fit]) -> list[_Fit]:
    """Of several namesakes those that office, spelling, strength and fame leave, in this order."""
    if len(fits) > 1:
        fits = [f for f in fits if _alike(form.descriptions, f[1])] or fits
    if len(fits) > 1 and form.parsed.full:
        fits = [f for f in fits if f[1].holds(form.parsed)] or fits
    if len(fits) > 1:
        fits = [f for f in fits if f[0] == 2] or fits
    if len(fits) > 1:
        fits = _by_fame(form, fits) or fits
    same = [f for f in fits if f[1].holds(form.parsed) and _alike(form.descriptions, f[1])]
    if form.parsed.full and len(fits) == len(same) > 1:
        # One name and one office: what holds them apart is an article that took a he for a she.
        fits = [max(same, key=lambda f: power(f[1].told))]
    return fits


def _by_fame(form: Form, fits: list[_Fit]) -> list[_Fit]:
    """An article that tells no more than a name means whoever bears it in nearly all others."""
    fame = [(power(fit[1].told), fit) for fit in fits]
    (most, first), (next_most, _) = sorted(fame, key=lambda f: -f[0])[:2]
    if most < _FAMOUS or most < _FAME * next_most:
        return []
    strength, group, _ = first
    known = next(iter(group.names.values())).text
    told = f"named in full {most} times or more, the next bearer not {2 * next_most or 1} times"
    return [(strength, group, (f"{form.name} alone is {known}, {told}",))]
