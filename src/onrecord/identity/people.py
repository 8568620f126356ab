"""Which forms of names are one person: looked at again only where something they rest on has changed.

Forms are looked at in one order, and what a form joins rests on those before it alone that share part of a
name with it. So when a form comes, goes or changes hands, the later forms of these names are asked again;
where a cluster is in their eyes what it was, nothing further is.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence

from onrecord.identity.clusters import Fit, PersonCluster, Stretch, crossed, decide, fit
from onrecord.identity.forms import FormCount, person_key
from onrecord.identity.index import FormIndex
from onrecord.languages import transliteration as roman
from onrecord.names.matching import compare
from onrecord.names.persons import PersonName

PREFIX = "person:"


class People:
    """Clusters of personal forms that are kept up to date."""

    def __init__(self, index: FormIndex) -> None:
        self._index = index
        self._language = index.language
        self._waiting: list[tuple[tuple[object, ...], int]] = []
        self._asked: set[int] = set()
        self._clusters: dict[str, PersonCluster] = {}
        self._members: dict[str, list[FormCount]] = {}
        self._touched: set[str] = set()

    def ask(self, entry: FormCount) -> None:
        """Look at a form when it is its turn."""
        if entry.key not in self._asked:
            self._asked.add(entry.key)
            heapq.heappush(self._waiting, (entry.order(self._language), entry.key))

    def put(self, entry: FormCount) -> None:
        """A form that is there from now on."""
        entry.weight = entry.number if self._name(entry).full else 0
        for key in block_keys(self._name(entry)):
            self._index.put(entry, "block", key)
        self.ask(entry)

    def drop(self, entry: FormCount) -> None:
        """A form that is not there any more, or no person's."""
        for key in block_keys(self._name(entry)):
            self._index.drop(entry, "block", key)
        self.ask(entry)

    def count(self, entry: FormCount, by: int) -> None:
        """A form that is there is there so many times more: whom that makes famous is asked about again."""
        if not self._name(entry).full:
            return
        if entry.bearer:
            self._ask_after(founder_of(self._index, entry.bearer), self._famous_in(entry, entry.bearer, by))
        entry.weight += by

    def settle(self) -> set[str]:
        """Look at all that was asked: the bearers that gained or lost forms."""
        self._clusters.clear()
        self._members.clear()
        while self._waiting:
            _, key = heapq.heappop(self._waiting)
            self._asked.discard(key)
            self._look(self._index.entry(key))
        touched, self._touched = self._touched, set()
        return touched

    # -------------------------------------------------------------- one form

    def _name(self, entry: FormCount) -> PersonName:
        return entry.form.parsed(self._language)

    def _famous_in(self, entry: FormCount, bearer: str, by: int) -> list[Stretch]:
        """Where the bearer is more or less famous if a form is told so many times more."""
        if bearer not in self._members:
            self._members[bearer] = self._index.members(bearer)
        members = self._members[bearer]
        at = members.index(entry) + 1
        return crossed(sum(m.weight for m in members[:at]), by, entry, members[at:], self._language)

    def _look(self, entry: FormCount) -> None:
        before, own = entry.bearer, _own_bearer(entry)
        after, reasons = self._bearer_of(entry)
        if reasons != entry.reasons:
            entry.reasons = reasons
            self._index.change(entry)
        if before == after:
            return
        self._touched.update(b for b in (before, after) if b)
        for other in (before, after):
            if other and other != own:
                self._ask_after_change(other, entry)
        self._move(entry, after)
        if own in (before, after):
            self._found(entry, there=after == own)

    def _ask_after_change(self, bearer: str, entry: FormCount) -> None:
        """Ask later forms about a person whom a form comes to or leaves, if that makes a difference."""
        if founder_of(self._index, bearer).bearer != bearer:
            return
        cluster = self._cluster(bearer)
        cluster.advance(entry)
        self._ask_after(cluster.founder, cluster.gains(entry))

    def _move(self, entry: FormCount, after: str | None) -> None:
        """Make a form the bearer's, in the clusters that are at hand too."""
        before, own = entry.bearer, _own_bearer(entry)
        if before and before != own and before in self._clusters:
            self._clusters[before].members.remove(entry)
        self._index.give(entry, after)
        if after and after != own:
            cluster = self._cluster(after)
            if entry not in cluster.members:
                cluster.members.insert(cluster.reached, entry)

    def _found(self, entry: FormCount, *, there: bool) -> None:
        """A form founds a cluster from now on, or does no longer."""
        act = self._index.put if there else self._index.drop
        for key in block_keys(self._name(entry)):
            act(entry, "founder", key)
        act(entry, "namesake", *person_key(self._name(entry), self._language))
        self._clusters.pop(_own_bearer(entry), None)
        self._ask_after(entry, [(entry.order(self._language), None)])

    def _ask_after(self, founder: FormCount, where: Sequence[Stretch]) -> None:
        """Ask forms again that share part of a name with a cluster and may be its, ``where`` they stand."""
        name = self._name(founder)
        found = (e for key in block_keys(name) if where for e in self._index.in_block("block", key))
        for entry in found:
            if entry.key not in self._asked and self._stands_in(entry, where) and self._may_be(entry, name):
                self.ask(entry)

    def _stands_in(self, entry: FormCount, where: Iterable[Stretch]) -> bool:
        order = entry.order(self._language)
        return any(low < order and (high is None or order <= high) for low, high in where)

    def _may_be(self, entry: FormCount, founder: PersonName) -> bool:
        """Whether a form may fit a cluster by the name of its founder, whatever else has joined that."""
        name = self._name(entry)
        return (name.full and not founder.full) or compare(name, founder, self._language).same

    def _cluster(self, bearer: str) -> PersonCluster:
        if bearer not in self._clusters:
            founder = founder_of(self._index, bearer)
            self._clusters[bearer] = PersonCluster(founder, self._index.members(bearer), self._language)
        return self._clusters[bearer]

    # -------------------------------------------------------------- whose a form is

    def _bearer_of(self, entry: FormCount) -> tuple[str | None, tuple[str, ...]]:
        """Whose form it is, and why: another's, its own, nobody's (""), None where it is not there."""
        if entry.number <= 0 or not entry.personal:
            return None, ()
        name = self._name(entry)
        fits = decide(entry.form, self._fits(entry), self._language)
        if len(fits) == 1 and self._is_certain(entry, fits[0].cluster):
            cluster = fits[0].cluster
            return _own_bearer(cluster.founder), () if cluster.writes(name) else fits[0].reasons
        doubtful = len(fits) > 1 and (not name.full or any(f.cluster.holds(name) for f in fits))
        founds = entry.form.tells(self._language) and not doubtful
        return _own_bearer(entry) if founds else "", ()

    def _fits(self, entry: FormCount) -> list[Fit]:
        """The clusters founded before that share part of a name with a form and leave room for it."""
        order = entry.order(self._language)
        founders = {
            f.key: f
            for key in block_keys(self._name(entry))
            for f in self._index.in_block("founder", key)
            if f.order(self._language) < order
        }
        found: list[Fit] = []
        for founder in sorted(founders.values(), key=lambda f: f.order(self._language)):
            cluster = self._cluster(_own_bearer(founder))
            cluster.advance(entry)
            fitting = fit(entry.form, cluster)
            if fitting is not None:
                found.append(fitting)
        return found

    def _is_certain(self, entry: FormCount, cluster: PersonCluster) -> bool:
        """Whether the only cluster that fits is the form's: two surnames alone need one office too."""
        return (
            self._name(entry).full or cluster.full or cluster.alike(entry.form.descriptions(self._language))
        )


def _own_bearer(entry: FormCount) -> str:
    return f"{PREFIX}{entry.key}"


def founder_of(index: FormIndex, bearer: str) -> FormCount:
    """The form that founded a person's cluster."""
    return index.entry(int(bearer.removeprefix(PREFIX)))


def block_keys(name: PersonName) -> list[str]:
    """The parts of a name by which others are found that may be the same person's."""
    keys = {name.key} | {roman.romanise(p) for p in name.surname if len(p) > 2}
    if name.maiden:
        keys.add(roman.romanise(name.maiden))
    if name.parts:
        keys.add("~" + roman.loose(name.parts[-1]))
    if name.east_asian:
        keys |= {f"#{n}" for n in roman.east_asian_surnames(name.parts[0])}
    elif len(name.parts) > 2:
        keys.add(roman.romanise(name.parts[-2]))
    return sorted(keys)
