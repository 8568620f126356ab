"""Speakers across articles: chains that are one person or organisation become one record, with the reasons.

Chains become forms, which are counted; forms of a name are compared part by part (``people``), organisations
by a key of their words and what is short for it (``bodies``), everybody else by what describes them. What
new chains change is found from these alone, and the outcome is that of joining all chains at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from operator import itemgetter

from onrecord.identity.bodies import PREFIX as BODY
from onrecord.identity.bodies import Bodies, Guesses, shorter_keys
from onrecord.identity.corrections import NamedCluster, apply
from onrecord.identity.directory import Directory
from onrecord.identity.forms import (
    BODIES,
    Form,
    FormCount,
    description_bearer,
    form_of,
    person_key,
    power,
)
from onrecord.identity.index import FormIndex, Register
from onrecord.identity.parting import is_apart
from onrecord.identity.people import PREFIX as PERSON
from onrecord.identity.people import People, founder_of
from onrecord.identity.principals import Principals
from onrecord.identity.recording import kind_of, shown_name
from onrecord.languages import Language
from onrecord.languages.transliteration import unaccented
from onrecord.names.organisations import organisation_key
from onrecord.records import Correction, LocalSpeaker, Speaker, stable_id

_DESCRIBED = "described:"


def join(
    locals: Iterable[LocalSpeaker],  # noqa: A002 - the stage's word for chains of one article
    corrections: Sequence[Correction] = (),
    *,
    language: Language,
) -> tuple[tuple[Speaker, ...], dict[str, str]]:
    """One record for each speaker of all articles.

    Args:
        locals: Chains from ``resolve``, in any order; the result does not depend on it.
        corrections: What users have merged or split, oldest first.
        language: Whose rules names are read and compared by, whatever language each article is in.

    Returns:
        ``(speakers, owner)``: the records by name, those included on whose behalf others speak, and the id
        of the record of each chain. Chains without a name have none. Ids depend on names alone: reading
        more articles leaves them as they are, unless a new namesake has to be told apart.
    """
    chains = list(locals)
    joining = Joining(corrections=corrections, language=language)
    for chain in chains:
        joining.add(chain)
    joining.settle()
    return joining.directory.everybody(chains)


class Joining:
    """Speakers that grow: ``add`` and ``remove`` chains, then ``settle``, then ask the ``directory``.

    An archive gives a ``Register`` that holds what was found before; then only what the chains touch is
    looked at. The outcome equals that of adding all chains at once, in any order.

    Args:
        register: What was found before; nothing when left out.
        corrections: What users have merged or split, oldest first; applied at every ``settle``.
        language: Whose rules names are read and compared by.
        undone: Corrections that were among them before and are no more: whom they name is named anew.
    """

    def __init__(
        self,
        register: Register | None = None,
        corrections: Sequence[Correction] = (),
        *,
        language: Language,
        undone: Sequence[Correction] = (),
    ) -> None:
        self._language = language
        self._index = FormIndex(register or Register(), language)
        self._corrections = corrections
        self._undone = undone
        self._people = People(self._index)
        self._bodies = Bodies(self._index)
        self._guesses = Guesses(self._index)
        self._counted = Counter[int]()
        self._changed: set[int] = set()
        self._was: dict[int, tuple[str | None, list[str]]] = {}  # form -> whose it was, and its names

    @property
    def directory(self) -> Directory:
        """Who is who, as of the last ``settle``."""
        return Directory(self._index, self._corrections)

    def add(self, chain: LocalSpeaker) -> int | None:
        """Count a chain; the key of its form, None for one without a name."""
        return self._count(chain, form_of(chain, apart=self.spoken_of(chain)), 1)

    def remove(self, chain: LocalSpeaker, *, apart: bool | None = None) -> int | None:
        """Take back a chain that was added; the key of its form.

        ``apart``: whether users had spoken of it when it was added, where that may have changed.
        """
        apart = self.spoken_of(chain) if apart is None else apart
        return self._count(chain, form_of(chain, apart=apart), -1)

    def spoken_of(self, chain: LocalSpeaker) -> bool:
        """Whether users' corrections speak of a chain by its place."""
        return is_apart(chain, self._corrections)

    def settle(self) -> set[int]:
        """Bring up to date whose each form is: the forms that are another's now, or called otherwise.

        Those are among them whose speaker acts for others than before.
        """
        counted = [self._index.entry(key) for key in sorted(self._counted)]
        touched = {entry.bearer for entry in counted}
        for entry in counted:
            self._recount(entry, self._counted[entry.key])
        touched |= self._turn_guesses() | self._people.settle() | self._bodies.settle()
        touched |= {entry.bearer for entry in counted}
        for entry in self._index.moved():
            if not entry.bearer:
                self._call(entry, entry.bearer, None)
        self._name({b for b in touched if b})
        self._counted.clear()
        self._changed |= self._acting_otherwise()
        self._was.clear()
        self._index.keep()
        changed, self._changed = self._changed, set()
        return changed

    def _acting_otherwise(self) -> set[int]:
        """The forms of speakers who were there and act for others than before.

        A speaker that is called otherwise, came or went may be meant, or be meant no more, where others are
        said to act for somebody of that name.
        """
        principals, acting, found = Principals(self._index), set[str](), set[int]()
        for speaker, gone in sorted(self._touched().items(), key=itemgetter(0)):
            forms = self._index.of_speaker(speaker)
            before, called = self._as_before(forms, gone)
            if before and principals.named(speaker, before) != principals.named(speaker, forms):
                acting.add(speaker)
                called = set()  # whoever acts for one who acts for another acts for both
            for name in called ^ {n for h in forms for n in h.names}:
                wanting = self._index.in_block("wanted", organisation_key(name, self._language))
                acting.update(h.speaker for h in wanting if h.speaker)
                found.update(h.key for h in wanting)
        return found | {h.key for speaker in acting for h in self._index.of_speaker(speaker)}

    def _as_before(
        self, forms: Iterable[FormCount], gone: Sequence[tuple[FormCount, list[str]]]
    ) -> tuple[list[FormCount], set[str]]:
        """The forms that a speaker had, and what it was called."""
        stayed = [form for form in forms if form.key not in self._was]
        called = {name for form in stayed for name in form.names}.union(*(names for _, names in gone))
        return [*stayed, *(entry for entry, _ in gone)], called

    def _touched(self) -> dict[str, list[tuple[FormCount, list[str]]]]:
        """The speakers that a changed form is or was of, with those that were, and the names they had."""
        earlier: dict[str, list[tuple[FormCount, list[str]]]] = {}
        for key, (was, names) in self._was.items():
            entry = self._index.entry(key)
            for speaker in filter(None, {was, entry.speaker}):
                earlier.setdefault(speaker, []).extend([(entry, names)] if speaker == was else ())
        return earlier

    # ------------------------------------------------------------ counting

    def _count(self, chain: LocalSpeaker, form: Form | None, by: int) -> int | None:
        if form is None:
            return None
        entry = self._index.known(form, form.key)
        self._remember(entry)
        entry.number += by
        for name in _tally(entry.variants, chain.variants, by):
            self._index.drop(entry, "name", unaccented(name))
        if form.type in BODIES:
            shorter = shorter_keys(form.name, chain.variants, self._language)
            for short in _tally(entry.shorter, shorter, by):
                self._index.drop(entry, "short", short)
            self._bodies.ask(form.name, shorter)
        self._guesses.count(form, by)
        self._counted[entry.key] += by
        return entry.key

    def _remember(self, entry: FormCount) -> None:
        """Remember a form as it was when this was last settled."""
        if entry.key not in self._was:
            self._was[entry.key] = (entry.speaker, entry.names) if entry.number else (None, [])

    def _recount(self, entry: FormCount, by: int) -> None:
        """Make a form that came, went or was told more often or less known where it is asked for."""
        there, before = entry.number > 0, entry.number - by > 0
        if there and before:
            self._told_again(entry, by)
        elif there:
            entry.personal = self._guesses.personal(entry.form)
            self._enter(entry)
        elif before:
            self._leave(entry)
        if there != before:
            self._set_blocks(entry, there=there)
        act = self._index.put if there else self._index.drop
        for name in entry.names:
            act(entry, "name", unaccented(name))
        self._index.change(entry)

    def _told_again(self, entry: FormCount, by: int) -> None:
        if entry.personal:
            self._people.count(entry, by)
        elif entry.form.type in BODIES:
            self._bodies.put(entry)

    def _set_blocks(self, entry: FormCount, *, there: bool) -> None:
        """Put a form into the blocks that hold for it whoever bears it, or take it out of them."""
        act = self._index.put if there else self._index.drop
        for name in entry.form.acts_for:
            act(entry, "wanted", organisation_key(name, self._language))
        if entry.form.guessed:
            act(entry, "guess", entry.form.parsed(self._language).key)
        if entry.form.apart:
            act(entry, "apart")

    def _turn_guesses(self) -> set[str | None]:
        """Take guesses for persons that are now, for bodies those that no longer are: who bore them."""
        turned = self._guesses.settle()
        touched = {entry.bearer for entry in turned}
        for entry in turned:
            self._leave(entry)
            entry.personal = not entry.personal
            self._enter(entry)
        return touched

    def _enter(self, entry: FormCount) -> None:
        if entry.personal:
            self._people.put(entry)
        elif entry.form.type in BODIES:
            self._bodies.put(entry)
        else:
            key = description_bearer(entry.form, self._language)
            self._index.give(entry, "" if key is None else _DESCRIBED + "\x1f".join(key))

    def _leave(self, entry: FormCount) -> None:
        if entry.personal:
            self._people.drop(entry)
            return
        if entry.form.type in BODIES:
            self._bodies.drop(entry)
        self._index.give(entry, None)

    # ------------------------------------------------------------ naming

    def _name(self, touched: set[str]) -> None:
        """Give the forms of ``touched`` their speakers' ids and names, as users have corrected them."""
        bearers = {sibling for bearer in touched for sibling in (bearer, *self._namesakes(bearer))}
        spoken = self._spoken_of_forms()
        former = self._forms_named_by(self._undone)
        bearers |= {h.bearer for h in (*spoken, *former) if h.bearer}
        for entry in former:
            if entry.bearer == "" and entry not in spoken:
                self._call(entry, "", None)
        clusters = [NamedCluster(self._id(b), m) for b in sorted(bearers) if (m := self._index.members(b))]
        if spoken:
            lone = [h for h in spoken if h.bearer == ""]
            clusters += [NamedCluster(stable_id("speaker", "own", str(h.key)), [h], own=True) for h in lone]
            clusters = apply(sorted(clusters, key=lambda c: c.id), self._corrections)
        for cluster in clusters:
            self._call_all(cluster)

    def _call_all(self, cluster: NamedCluster) -> None:
        if cluster.own:
            speaker, shown = "", None
        else:
            shown = cluster.name or shown_name(cluster.forms, kind_of(cluster.forms), self._language)
            speaker = cluster.id
        for entry in cluster.forms:
            self._call(entry, speaker, shown, cluster.notes)

    def _spoken_of_forms(self) -> list[FormCount]:
        """The forms that users' corrections name, or that stand at their places."""
        if not self._corrections:
            return []
        found = self._forms_named_by(self._corrections) + self._index.in_block("apart")
        return list({h.key: h for h in sorted(found, key=lambda h: h.key)}.values())

    def _forms_named_by(self, corrections: Sequence[Correction]) -> list[FormCount]:
        return [h for c in corrections for name in c.names for h in self._index.named(name)]

    def _namesakes(self, bearer: str) -> list[str]:
        """The persons whose ids are made of the same parts, the one told most often first."""
        if not bearer.startswith(PERSON):
            return []
        found = self._index.in_block("namesake", *self._person_key(bearer))
        if len(found) > 1:
            found.sort(key=lambda h: (-power(self._told(h)), h.order(self._language)))
        return [PERSON + str(h.key) for h in found]

    def _told(self, founder: FormCount) -> int:
        """How many chains are of the person whom a form founded."""
        return sum(m.number for m in self._index.members(PERSON + str(founder.key)))

    def _person_key(self, bearer: str) -> tuple[str, ...]:
        return person_key(founder_of(self._index, bearer).form.parsed(self._language), self._language)

    def _id(self, bearer: str) -> str:
        if bearer.startswith(BODY):
            return stable_id("speaker", bearer.removeprefix(BODY))
        if bearer.startswith(_DESCRIBED):
            return stable_id("speaker", *bearer.removeprefix(_DESCRIBED).split("\x1f"))
        first = self._namesakes(bearer)[0] == bearer
        return stable_id("speaker", *self._person_key(bearer), *([] if first else [bearer]))

    def _call(
        self, entry: FormCount, speaker: str | None, shown: str | None, notes: Iterable[str] = ()
    ) -> None:
        if (speaker, shown) != (entry.speaker, entry.shown):
            self._remember(entry)
            self._changed.add(entry.key)
            self._index.call(entry, speaker, shown)
        if tuple(notes) != entry.notes:
            entry.notes = tuple(notes)
            self._index.change(entry)


def _tally(counts: dict[str, int], found: Iterable[str], by: int) -> list[str]:
    """Count ``found``; what nothing is left of."""
    for name in found:
        counts[name] = counts.get(name, 0) + by
    gone = [name for name, number in counts.items() if not number]
    for name in gone:
        del counts[name]
    return gone
