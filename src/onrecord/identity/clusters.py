"""Clusters of forms that belong to one person, and which of them another form fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from onrecord.identity.fields import contradict
from onrecord.identity.forms import Form, FormCount, power
from onrecord.languages import Language
from onrecord.names.matching import Verdict, compare, of_two_generations
from onrecord.names.persons import PersonName
from onrecord.names.roles import Description, agreement

_MAX_ROLES = 40
# A surname alone is the famous bearer's when that one is named in full in so many articles, and so many times
# as often as the next bearer; both counted in powers of two, so that not each article changes fame.
_FAMOUS, _FAME = 4, 8
# Forms that come behind the first in their order, and up to the second where there is one.
Stretch = tuple[tuple[object, ...], tuple[object, ...] | None]


@dataclass(slots=True)
class PersonCluster:
    """The forms of one person up to a point of the order.

    ``names`` by all that comparing asks for; ``told``: how often it is named in full; ``full``: if it is.
    """

    founder: FormCount
    members: list[FormCount]
    language: Language
    reached: int = 0
    names: dict[tuple[object, ...], PersonName] = field(default_factory=dict)
    roles: dict[Description, None] = field(default_factory=dict)
    genders: set[str] = field(default_factory=set)
    told: int = 0
    full: bool = False

    def advance(self, to: FormCount) -> None:
        """Take in the members that come before ``to``."""
        end = to.order(self.language)
        while self.reached < len(self.members) and self.members[self.reached].order(self.language) < end:
            self._take(self.members[self.reached])
            self.reached += 1

    def _take(self, member: FormCount) -> None:
        form, name = member.form, member.form.parsed(self.language)
        self.told += member.weight
        self.names.setdefault(_compared(name), name)
        self.full = self.full or name.full
        if form.gender is not None:
            self.genders.add(form.gender)
        if len(self.roles) < _MAX_ROLES:
            self.roles.update(dict.fromkeys(form.descriptions(self.language)))

    def gains(self, entry: FormCount) -> list[Stretch]:
        """Where later forms see another cluster with this one in it; ``advance`` has come to it."""
        if self._learns(entry.form):
            return [(entry.order(self.language), None)]
        later = [m for m in self.members[self.reached :] if m is not entry]
        return crossed(self.told, entry.weight, entry, later, self.language)

    def _learns(self, form: Form) -> bool:
        """Whether a form tells a name, a gender or an office that none before it did."""
        if _compared(form.parsed(self.language)) not in self.names:
            return True
        if form.gender is not None and form.gender not in self.genders:
            return True
        return len(self.roles) < _MAX_ROLES and not self.roles.keys() >= {*form.descriptions(self.language)}

    def holds(self, name: PersonName) -> bool:
        """Whether the very name is in it, titles aside."""
        return any(name.parts == n.parts and name.suffix == n.suffix for n in self.names.values())

    def writes(self, name: PersonName) -> bool:
        """Whether the name is in it letter by letter, and so needs no reason."""
        written = self.names.get(_compared(name))
        return written is not None and written.text == name.text

    def alike(self, mine: Sequence[Description]) -> bool:
        """Whether the person is known for one of these offices."""
        return any(agreement(d, r, self.language) >= 3.0 for d in mine for r in self.roles)

    @property
    def known(self) -> str:
        """The name it was founded with."""
        return next(iter(self.names.values())).text


@dataclass(frozen=True, slots=True)
class Fit:
    """A cluster that a form may belong to: how well the names agree (``Verdict.strength``), and why."""

    strength: int
    cluster: PersonCluster
    reasons: tuple[str, ...]


def fit(form: Form, cluster: PersonCluster) -> Fit | None:
    """How a form may be the cluster's, None where a name, gender, suffix or occupation speaks against it."""
    best = _verdict(form.parsed(cluster.language), cluster)
    if best is None or not _allowed(form, cluster):
        return None
    return Fit(best.strength, cluster, (f"{form.name} = {cluster.known}: {'; '.join(best.reasons)}",))


def decide(form: Form, fits: list[Fit], language: Language) -> list[Fit]:
    """Of several namesakes those that office, spelling, strength and fame leave, in this order."""
    name, mine = form.parsed(language), form.descriptions(language)
    fits = _narrowed(fits, lambda fit: fit.cluster.full)
    fits = _narrowed(fits, lambda fit: fit.cluster.alike(mine))
    if name.full:
        fits = _narrowed(fits, lambda fit: fit.cluster.holds(name))
    fits = _narrowed(fits, lambda fit: fit.strength == 2)
    if len(fits) > 1:
        fits = _by_fame(form, fits) or fits
    if name.full and all(f.cluster.holds(name) and f.cluster.alike(mine) for f in fits):
        # One name and one office: what holds them apart is an article that took a he for a she.
        return sorted(fits, key=lambda f: -power(f.cluster.told))[:1]
    return fits


def _narrowed(fits: list[Fit], holds: Callable[[Fit], bool]) -> list[Fit]:
    """Those of ``fits`` for which it holds; all where it holds for none."""
    return [fit for fit in fits if holds(fit)] or fits


def _by_fame(form: Form, fits: list[Fit]) -> list[Fit]:
    """An article that tells no more than a name means whoever bears it in nearly all others."""
    fame = [(power(fit.cluster.told), fit) for fit in fits]
    (most, first), (next_most, _) = sorted(fame, key=lambda f: -f[0])[:2]
    if most < _FAMOUS or most < _FAME * next_most:
        return []
    told = f"named in full {most} times or more, the next bearer not {2 * next_most or 1} times"
    return [Fit(first.strength, first.cluster, (f"{form.name} alone is {first.cluster.known}, {told}",))]


def crossed(
    told: int, by: int, entry: FormCount, later: Sequence[FormCount], language: Language
) -> list[Stretch]:
    """Where in the order ``by`` more to ``told`` make more or less fame, from ``entry`` on.

    What a form sees is what is told of those before it: each of ``later`` adds to it for those behind.
    """
    if not by:
        return []
    sums = accumulate((m.weight for m in later), initial=told)
    bounds = [m.order(language) for m in (entry, *later)]
    found: list[Stretch] = []
    for n, number in enumerate(sums):
        if power(number) != power(number + by):
            end = bounds[n + 1] if n < len(later) else None
            low = found.pop()[0] if found and found[-1][1] == bounds[n] else bounds[n]
            found.append((low, end))
    return found


def _compared(name: PersonName) -> tuple[object, ...]:
    """All that comparing asks of a name."""
    kept = (name.parts, name.surname_at, name.suffix, name.nickname, name.maiden)
    return (*kept, name.gender, name.east_asian)


def _verdict(name: PersonName, cluster: PersonCluster) -> Verdict | None:
    """The strongest reason why ``name`` is the cluster's, None when one of its names speaks against it."""
    best: Verdict | None = None
    for other in (n for n in cluster.names.values() if n.full or not name.full):
        verdict = compare(name, other, cluster.language)
        if not verdict.same:
            return None
        if best is None or verdict.strength > best.strength:
            best = verdict
    return best


def _allowed(form: Form, cluster: PersonCluster) -> bool:
    """Whether gender, suffix and occupation leave room for one person."""
    language = cluster.language
    name, mine, theirs = form.parsed(language), form.descriptions(language), list(cluster.roles)
    if form.gender is not None and cluster.genders and form.gender not in cluster.genders:
        return False
    suffixed = any(n.suffix for n in cluster.names.values())
    known = (mine and theirs) or ((mine or theirs) and _is_of_other_generation(name, cluster))
    if name.full and bool(name.suffix) != suffixed and known:
        return any(_same_office(d, r, language) for d in mine for r in theirs)
    return not contradict(name, mine, theirs, language)


def _is_of_other_generation(name: PersonName, cluster: PersonCluster) -> bool:
    """Whether one of a famous person's full names is a parent's or a child's by what follows the name.

    Of others one outlet writes "Jr." and another does not.
    """
    return power(cluster.told) >= _FAMOUS and any(
        of_two_generations(name, n) for n in cluster.names.values() if n.full
    )


def _same_office(a: Description, b: Description, language: Language) -> bool:
    return agreement(a, b, language) >= 1.0 or agreement(b, a, language) >= 1.0
