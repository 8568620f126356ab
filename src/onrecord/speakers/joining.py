"""Speakers across articles: chains that are one person or organisation become one record, with the reasons.

Keys, join, score, group: chains are blocked by the romanised surname (organisations by a key of their words),
forms of a block are compared part by part, and a form joins a cluster only if nothing in the cluster
contradicts it. The work grows with the number of chains and with the square of the distinct names of one
surname, not with the number of articles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.languages import transliteration as roman
from onrecord.records import Correction, LocalSpeaker, Office, Speaker, stable_id
from onrecord.speakers.corrections import apply
from onrecord.speakers.fields import contradict
from onrecord.speakers.matching import Verdict, compare
from onrecord.speakers.names import PersonName, is_given, long_form, parse
from onrecord.speakers.organisations import acronym_of, organisation_key
from onrecord.speakers.principals import add_principals
from onrecord.speakers.roles import Description, agreement, describe
from onrecord.speakers.unnamed import description_key

PRODUCER = "speakers.join/1"
# Reasons kept per speaker; the first ones say the most.
_MAX_EVIDENCE = 12
_MAX_OFFICES = 24
_MAX_ROLES = 40
# A surname alone is the famous bearer's when that one is named in full in so many articles, and so many times
# as often as the next bearer.
_FAMOUS, _FAME = 5, 8
# A shortened name is one organisation's when so large a share of the articles that give both agree.
_NEARLY_ALL = 0.8


@dataclass(slots=True, eq=False)
class Cluster:
    """Chains taken to be one speaker. ``key`` is what its id is made of."""

    type: str
    key: tuple[str, ...]
    locals: list[LocalSpeaker] = field(default_factory=list)
    names: list[PersonName] = field(default_factory=list)
    evidence: dict[str, None] = field(default_factory=dict)
    name: str | None = None
    roles: dict[Description, None] = field(default_factory=dict)
    genders: set[str] = field(default_factory=set)
    full: int = 0

    def add(self, chain: LocalSpeaker, name: PersonName) -> None:
        """Take in a person's chain; ``roles`` are bounded, ``full`` counts chains with the full name."""
        self.locals.append(chain)
        self.full += name.full
        if name not in self.names:
            self.names.append(name)
        if chain.gender in ("he", "she"):
            self.genders.add(chain.gender)
        if len(self.roles) < _MAX_ROLES:
            self.roles.update(dict.fromkeys(descriptions(chain)))


# Strength of the verdict, cluster, reasons.
_Fit = tuple[int, Cluster, tuple[str, ...]]


def descriptions(local: LocalSpeaker) -> list[Description]:
    """The offices of a chain as descriptions."""
    titles = parse(local.name or "").titles
    return [describe(_words(office.title)) for office in local.offices] + (
        [describe(titles)] if titles else []
    )


def _words(title: str) -> list[str]:
    return [
        w.strip(".,()\"'").casefold()
        for w in title.replace("’s", "").replace("'s", "").replace("-", " - ").split()
        if w != "-"
    ]


def join(
    locals: Iterable[LocalSpeaker],  # noqa: A002 - the stage's word for chains of one article
    corrections: Sequence[Correction] = (),
) -> tuple[tuple[Speaker, ...], dict[str, str]]:
    """One record for each speaker of all articles.

    Args:
        locals: Chains from ``resolve``, in any order; the result does not depend on it.
        corrections: What users have merged or split, oldest first.

    Returns:
        ``(speakers, owner)``: the records by name, those included on whose behalf others speak, and the id
        of the record of each chain. Chains without a name have none. Ids depend on names alone: reading
        more articles leaves them as they are, unless a new namesake has to be told apart.
    """
    chains = sorted((c for c in locals if c.name), key=lambda c: (c.article_id, c.id))
    people = [c for c in chains if c.type == "person"]
    bodies = [c for c in chains if c.type in ("organisation", "office")]
    guesses = _guessed_people(people, bodies)
    clusters = _join_people(people + guesses)
    taken = {c.id for c in guesses}
    clusters += _join_organisations([c for c in bodies if c.id not in taken])
    clusters += _join_descriptions([c for c in chains if c.type in ("group", "document", "unknown")])
    clusters = apply(clusters, corrections)
    ids = _identify(clusters)
    speakers = [_speaker(cluster, ids[id(cluster)]) for cluster in clusters]
    owner = {c.id: ids[id(cluster)] for cluster in clusters for c in cluster.locals}
    wanted = {
        ids[id(cluster)]: tuple(dict.fromkeys(a for c in cluster.locals for a in c.acts_for))
        for cluster in clusters
    }
    return tuple(sorted(add_principals(speakers, wanted, PRODUCER), key=lambda s: (s.name, s.id))), owner


# ------------------------------------------------------------------ people


def _guessed_people(people: list[LocalSpeaker], bodies: list[LocalSpeaker]) -> list[LocalSpeaker]:
    """The chains of ``bodies`` that are organisations by guess only and have a person's name elsewhere.

    A full name that some article gives a person whose office, gender or given name it knows, or a word that
    more articles give as a person's surname than as the beginning of an organisation's name ("Fox" is not
    taken from "Fox News").
    """
    full: set[tuple[str, str]] = set()
    surnames: Counter[str] = Counter()
    # Few names make up most chains: each is taken apart once.
    told = Counter((p.name or "", bool(p.offices or p.gender)) for p in people)
    for (written, known), times in told.items():
        name = parse(written)
        if name.full and (known or is_given(name.given[0])):
            full.add((_given_key(name.given[0]), name.key))
            surnames[name.key] += times
    openings: Counter[str] = Counter()
    for written, times in Counter((b.name or "").removeprefix("the ") for b in bodies).items():
        words = written.split()
        if len(words) > 1:
            openings[roman.romanise(words[0])] += times
    found = []
    for body in (b for b in bodies if b.guessed):
        name = parse(body.name or "")
        if not name.parts:
            continue
        if name.full:
            personal = (_given_key(name.given[0]), name.key) in full
        else:
            personal = len(name.parts) == 1 and surnames[name.key] > openings[name.key]
        if personal:
            found.append(body)
    return found


def _join_people(chains: list[LocalSpeaker]) -> list[Cluster]:
    blocks: dict[str, list[Cluster]] = defaultdict(list)
    clusters: list[Cluster] = []
    found: dict[tuple[object, ...], tuple[Cluster | None, tuple[str, ...], bool]] = {}
    forms: dict[tuple[tuple[str, ...], str, bool], list[LocalSpeaker]] = defaultdict(list)
    parsed: dict[str, PersonName] = {}
    for chain in chains:
        name = parse(chain.name or "")
        parsed[chain.id] = name
        forms[(tuple(roman.romanise(p) for p in name.parts), name.suffix, name.full)].append(chain)
    order = sorted(forms, key=lambda f: (not f[2], -len(f[0]), -max(map(len, f[0]), default=0), f))
    for form in order:
        for chain in forms[form]:
            name = parsed[chain.id]
            same = (name.text, chain.gender, tuple(o.title for o in chain.offices))
            tells = name.full or bool(name.titles or chain.offices)
            if same not in found or (tells and found[same][0] is None and not found[same][2]):
                found[same] = _find_person(chain, name, blocks)
            cluster, reasons, doubtful = found[same]
            if cluster is None:
                cluster = Cluster("person", _person_key(chain, name))
                clusters.append(cluster)
                # Nothing joins a surname that tells no more, or what may be one of several who are there:
                # left out, or blocks would grow with articles.
                for key in _block_keys(name) if tells and not doubtful else ():
                    blocks[key].append(cluster)
            cluster.add(chain, name)
            cluster.evidence.update(dict.fromkeys(reasons))
    return clusters


def _block_keys(name: PersonName) -> set[str]:
    keys = {name.key} | {roman.romanise(p) for p in name.surname if len(p) > 2}
    if name.maiden:
        keys.add(roman.romanise(name.maiden))
    if len(name.parts) > 2 and not name.east_asian:
        keys.add(roman.romanise(name.parts[-2]))
    keys |= {"~" + roman.loose(name.parts[-1])} if name.parts else set()
    if name.east_asian:
        keys |= {f"#{n}" for n in roman.east_asian_surnames(name.parts[0])}
    return keys


def _find_person(
    chain: LocalSpeaker, name: PersonName, blocks: dict[str, list[Cluster]]
) -> tuple[Cluster | None, tuple[str, ...], bool]:
    """``(cluster, reasons, doubtful)``: whose chain it is; doubtful where several of that very name are."""
    candidates = list(dict.fromkeys(c for key in sorted(_block_keys(name)) for c in blocks.get(key, ())))
    mine = descriptions(chain)
    fits: list[_Fit] = []
    for cluster in candidates:
        best = _verdict(name, cluster)
        if best is None or not _allowed(chain, name, mine, cluster):
            continue
        fits.append(
            (best.strength, cluster, (f"{chain.name} = {cluster.names[0].text}: {'; '.join(best.reasons)}",))
        )
    fits = [f for f in fits if any(n.full for n in f[1].names)] or fits
    fits = _decided(mine, name, fits)
    if len(fits) != 1:
        return None, (), bool(fits) and (not name.full or any(_written_so(name, f[1]) for f in fits))
    _, cluster, reasons = fits[0]
    if not name.full and not any(n.full for n in cluster.names) and not _alike(mine, cluster):
        return None, (), False
    exact = any(name.text == other.text for other in cluster.names)
    return cluster, () if exact else reasons, False


def _decided(mine: list[Description], name: PersonName, fits: list[_Fit]) -> list[_Fit]:
    """Of several namesakes those that office, spelling, strength and fame leave, in this order."""
    if len(fits) > 1:
        fits = [f for f in fits if any(agreement(d, r) >= 3.0 for d in mine for r in f[1].roles)] or fits
    if len(fits) > 1 and name.full:
        fits = [f for f in fits if _written_so(name, f[1])] or fits
    if len(fits) > 1:
        fits = [f for f in fits if f[0] == 2] or fits
    return (_by_fame(name, fits) or fits) if len(fits) > 1 else fits


def _written_so(name: PersonName, cluster: Cluster) -> bool:
    """Whether the cluster holds the very name, titles aside."""
    return any(name.parts == other.parts and name.suffix == other.suffix for other in cluster.names)


def _verdict(name: PersonName, cluster: Cluster) -> Verdict | None:
    """The strongest reason why ``name`` is the cluster's, None when one of its names speaks against it."""
    best: Verdict | None = None
    for other in cluster.names:
        if other.full or not name.full:
            verdict = compare(name, other)
            if not verdict.same:
                return None
            if best is None or verdict.strength > best.strength:
                best = verdict
    return best


def _by_fame(name: PersonName, fits: list[_Fit]) -> list[_Fit]:
    """An article that tells no more than a name means whoever bears it in nearly all others."""
    ranked = sorted(fits, key=lambda f: -f[1].full)
    most, next_most = ranked[0][1].full, ranked[1][1].full
    if most < _FAMOUS or most < _FAME * next_most:
        return []
    strength, cluster, _ = ranked[0]
    known = cluster.names[0].text
    reason = f"{name.text} alone is {known}, named in full in {most} articles, the next bearer in {next_most}"
    return [(strength, cluster, (reason,))]


def _alike(mine: list[Description], cluster: Cluster) -> bool:
    """Whether two surnames without any full name are one person: one office, and no gender against it."""
    return any(agreement(d, r) >= 3.0 for d in mine for r in cluster.roles)


def _allowed(chain: LocalSpeaker, name: PersonName, mine: list[Description], cluster: Cluster) -> bool:
    """Whether gender, suffix and occupation (``mine``: the chain's) leave room for one person."""
    if chain.gender in ("he", "she") and cluster.genders and chain.gender not in cluster.genders:
        return False
    theirs = list(cluster.roles)
    suffixes = {n.suffix for n in cluster.names}
    if bool(name.suffix) != bool(suffixes - {""}) and mine and theirs and name.full:
        return any(agreement(d, r) >= 1.0 or agreement(r, d) >= 1.0 for d in mine for r in theirs)
    return not contradict(name, mine, theirs)


def _person_key(chain: LocalSpeaker, name: PersonName) -> tuple[str, ...]:
    if not name.full:
        return (*map(roman.romanise, name.parts), chain.article_id)
    if name.east_asian:
        return (name.key, roman.east_asian(" ".join(name.parts[1:])))
    return (_given_key(name.given[0]), name.key, name.suffix)


def _given_key(given: str) -> str:
    """One key for a given name, its short forms and its equivalents: ids outlive a new spelling."""
    return roman.representative(long_form(given))


# ------------------------------------------------------------------ organisations and the rest


def _join_organisations(chains: list[LocalSpeaker]) -> list[Cluster]:
    """By key of the name; shorter names by what they are short for in nearly all articles that tell."""
    longer = _short_for(chains)
    clusters: dict[str, Cluster] = {}
    for chain in chains:
        name = chain.name or ""
        key = organisation_key(name)
        full = longer.get(key, key)
        cluster = clusters.setdefault(full, Cluster(chain.type, (full,)))
        cluster.locals.append(chain)
        first = cluster.locals[0].name
        if full != key:
            cluster.evidence[f"{name} is short for {full} wherever both are named"] = None
        elif first and first != name:
            cluster.evidence[f"{name} = {first}: the same words"] = None
    return list(clusters.values())


def _short_for(chains: list[LocalSpeaker]) -> dict[str, str]:
    """Keys of acronyms and shortened names -> the key of the one full name they stand for."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for chain in chains:
        key = organisation_key(chain.name or "")
        shorter = {organisation_key(v) for v in chain.variants} | {acronym_of(chain.name or "")}
        for other in shorter - {key, ""}:
            if len(other) < len(key) or other.isalpha():
                votes[other][key] += 1
    found = {}
    for short, keys in votes.items():
        (best, count), total = keys.most_common(1)[0], sum(keys.values())
        if count >= _NEARLY_ALL * total:
            found[short] = best
    return {short: full for short, full in found.items() if found.get(full) != short}


def _join_descriptions(chains: list[LocalSpeaker]) -> list[Cluster]:
    """Those of a body or party are one everywhere; "critics" are others in each article."""
    clusters: dict[tuple[str, ...], Cluster] = {}
    for chain in chains:
        key = description_key(chain)
        cluster = clusters.setdefault(key, Cluster(chain.type, key))
        cluster.locals.append(chain)
        if chain.type == "group":
            cluster.type = "group"
    return list(clusters.values())


# ------------------------------------------------------------------ records


def _identify(clusters: list[Cluster]) -> dict[int, str]:
    """An id for each cluster from its key; of namesakes, the most named one keeps the plain key."""
    ids: dict[int, str] = {}
    same: dict[tuple[str, ...], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        same[(cluster.type, *cluster.key)].append(cluster)
    for key, group in same.items():
        for place, cluster in enumerate(sorted(group, key=lambda c: (-len(c.locals), _first_place(c)))):
            ids[id(cluster)] = stable_id("speaker", *key, *([] if place == 0 else [_first_place(cluster)]))
    return ids


def _first_place(cluster: Cluster) -> str:
    return min(c.article_id for c in cluster.locals)


def _shown(cluster: Cluster) -> str:
    """The name most articles give in full; ties go to the longer, then to the alphabet."""
    if cluster.name:
        return cluster.name
    counts = Counter(c.name for c in cluster.locals if c.name)
    return max(counts, key=lambda n: (_full(n, cluster.type), counts[n], len(n), n))


def _full(name: str, kind: str) -> bool:
    return parse(name).full if kind == "person" else not name.isupper()


def _speaker(cluster: Cluster, identity: str) -> Speaker:
    name = _shown(cluster)
    names = Counter(v for c in cluster.locals for v in (c.name, *c.variants) if v and v != name)
    offices: dict[str, Office] = {}
    for chain in cluster.locals:
        for office in chain.offices:
            offices.setdefault(office.title.casefold().replace("’", "'"), office)
    return Speaker(
        id=identity,
        name=name,
        type=cluster.type,  # type: ignore[arg-type]
        variants=tuple(sorted(names, key=lambda n: (-names[n], n))),
        offices=tuple(list(offices.values())[:_MAX_OFFICES]),
        mentions=tuple(
            sorted(
                (m for c in cluster.locals for m in c.mentions), key=lambda m: (m.article_id, m.start, m.end)
            )
        ),
        evidence=tuple(cluster.evidence)[:_MAX_EVIDENCE],
        producer=PRODUCER,
    )
