"""Controlled edits: one thing in a sentence is changed, and the relations between both versions are read.

    python evals/edits.py [../shared]

Sentences come from invented articles and, where ``../shared`` is there, from bulk news that no word frequency
was counted on; texts are edited at run time and never kept. An edit that changes what is said (a number, a
day, a negation, who said it, a bound left out) should be found as what it is; one that does not (a unit
changed with its value, a synonym, another order) should give nothing. Each version stands with the sentence
before and after it in an article of its own; no model is needed.
"""

from __future__ import annotations

import calendar
import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import corpora
import goldset
import happenings

import stories
from onrecord import relations
from onrecord.records import Relation, Story
from onrecord.text import view_all

# Edits measured of each kind, and of each that changes nothing that is said.
MOST, HARMLESS = 100, 200
# Articles of bulk news that were read while this was written; those of "bulk", on which it was measured
# whenever a rule changed; and those of "fresh", which were drawn later.
SKIPPED, ARTICLES, FRESH = 800, 2000, 2000
# Words of a sentence that is edited.
_WORDS = range(12, 45)


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: its ``kind``, both versions, and what a reader of relations should say (None: nothing)."""

    kind: str
    before: str
    after: str
    wanted: str | None


Editor = Callable[[str], str | None]
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = tuple(calendar.month_name[1:])
SYNONYMS = {
    "began": "started", "begin": "start", "also": "too", "bought": "purchased", "big": "large",
    "about": "around", "said": "stated", "told": "informed", "help": "aid", "ended": "finished",
    "killed": "slain", "often": "frequently", "asked": "requested", "show": "demonstrate", "need": "require",
    "get": "obtain", "children": "kids", "quickly": "rapidly", "because": "since", "near": "close to",
    "hurt": "injured", "tried": "attempted",
}  # fmt: skip
CUES = (
    ("denied", "confirmed"), ("confirmed", "denied"), ("admitted", "denied"),
    ("declined to confirm", "confirmed"), ("confirms", "denies"), ("denies", "confirms"),
)  # fmt: skip
HEDGES = (
    (r"\b(?:may|might|could) (?=[a-z]{3,}\b)(?!have|be able|not)", "will "),
    (r"\b(?:up to|at most|almost|nearly|only) (?=\d)", ""),
    (r"\b(?:reportedly|allegedly|possibly|probably) ", ""),
    (r"\bsome of the (?=[a-z])", "the "),
    (r"\bfor now\b,? ?", ""),
)
COUNT = r"(?<![\d.,:-])(?!(?:19|20)\d\d\b)(\d{2,3}(?:,\d{3})*)(?![\d.,:]*\d|-|th|st|nd|rd|s\b)"
ACTIVE = (
    r"((?:The|A|An|Police) ?[a-z]*) ([a-z]+ed) ((?:the|a|an) [a-z]+)"
    r"((?: (?:in|on|at|after|near|for|from|with) .+)?)\."
)
AUXILIARY = r"\b(is|was|were|are|will|would|should|has been|can|must) (?!not\b|n)(?=[a-z]+(?:ed|e)\b)"
BOUND = r",? (?:unless|until|provided that|except for|except|as long as|only if) [^,.;“”]+(?=[.,])"
NO_PLACE = "|".join(DAYS + MONTHS)
PLACE = rf"(?<=[a-z] )(?:in|near) (?!(?:{NO_PLACE})\b)([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=[,.]| [a-z])"
ELSEWHERE = "Ostrander Falls"
OTHER = "Marguerite Ostrander"


def _number(text: str) -> str | None:
    """The first count or sum of two figures or more, half as much again."""
    match = re.search(COUNT, text)
    if match is None or re.search(r"(?:[Nn]o\.|[Rr]oute|Section|[A-Z][a-z]+) $", text[: match.start()]):
        return None
    value = int(match[1].replace(",", ""))
    return f"{text[: match.start(1)]}{round(value * 1.5) + 3:,}{text[match.end(1) :]}"


def _date(text: str) -> str | None:
    """The first weekday, three days on."""
    match = re.search(rf"\bon ({'|'.join(DAYS)})\b(?! (?:night )?(?:Live|Night))", text)
    if match is None:
        return None
    return text[: match.start(1)] + DAYS[(DAYS.index(match[1]) + 3) % 7] + text[match.end(1) :]


def _place(text: str) -> str | None:
    """The first place behind "in" or "near", as another."""
    match = re.search(PLACE, text)
    return None if match is None else text[: match.start(1)] + ELSEWHERE + text[match.end(1) :]


def _negated(text: str) -> str | None:
    """A "not" behind the first auxiliary that stands alone."""
    match = re.search(AUXILIARY, text)
    if match is None or re.search(r"\b(?:not|never|no|n't|nor|neither|hardly)\b|n[’']t", text):
        return None
    return f"{text[: match.end(1)]} not {text[match.end() :]}"


def _denied(text: str) -> str | None:
    """Confirmed or admitted, where it was denied, and the other way round."""
    for one, two in CUES:
        if re.search(rf"\b{one} that\b", text):
            return re.sub(rf"\b{one} that\b", f"{two} that", text, count=1)
    return None


def _speaker(text: str) -> str | None:
    """Another person's name beside "said"."""
    match = re.search(r"\bsaid ([A-Z][a-z]+ [A-Z][a-z]+)\b|(?<!for )\b([A-Z][a-z]+ [A-Z][a-z]+) said\b", text)
    if match is None:
        return None
    group = 1 if match[1] else 2
    return text[: match.start(group)] + OTHER + text[match.end(group) :]


def _clause_lost(text: str) -> str | None:
    """A clause of condition or exception at the end, or set off by commas, left out."""
    match = re.search(BOUND, text)
    if match is None:
        match = re.search(r"(?<!even)(?<!as)(?<!ask)(?<!see),? if [^,.;“”]{12,}(?=\.)", text)
    return None if match is None else text[: match.start()] + text[match.end() :]


def _hedge_lost(text: str) -> str | None:
    """A hedge or a limit of extent left out."""
    for pattern, instead in HEDGES:
        match = re.search(pattern, text)
        if match is not None and match.start():
            return text[: match.start()] + instead + text[match.end() :]
    return None


def _unit(text: str) -> str | None:
    """Miles as kilometres and the like, with the value."""
    for one, two, factor in (("miles", "kilometers", 1.609344), ("acres", "hectares", 0.40468564),
                             ("pounds", "kilograms", 0.45359237), ("feet", "meters", 0.3048)):  # fmt: skip
        match = re.search(
            rf"(?<!and )(?<!or )(?<!to )(?<![$£\d.,-])(\d[\d,]*(?:\.\d+)?) {one}\b(?! sterling)", text
        )
        if match is not None:
            value = float(match[1].replace(",", "")) * factor
            return (
                f"{text[: match.start()]}{round(value, 1 if value < 20 else 0):g} {two}{text[match.end() :]}"
            )
    return None


def _synonym(text: str) -> str | None:
    """The first word with a synonym that fits everywhere."""
    match = re.search(rf"\b({'|'.join(SYNONYMS)})\b", text)
    return None if match is None else text[: match.start()] + SYNONYMS[match[1]] + text[match.end() :]


def _reorder(text: str) -> str | None:
    """A phrase of time to the front, or what was said behind who said it."""
    match = re.fullmatch(rf"([A-Z][^,“”]+?) (on (?:{'|'.join(DAYS)}))\.", text)
    if match is not None:
        return f"{match[2][0].upper()}{match[2][1:]}, {match[1]}."
    match = re.fullmatch(r"([A-Z][^,“”]+), ((?:he|she|[A-Z][a-z]+ [A-Z][a-z]+|[A-Z][a-z]+) said)\.", text)
    if match is not None:
        return f"{match[2][0].upper()}{match[2][1:]} that {match[1]}."
    match = re.fullmatch(r"(“[^“”]+),” ((?:[A-Z][a-z]+ )?[A-Z][a-z]+ said|(?:he|she) said)\.", text)
    return None if match is None else f"{match[2][0].upper()}{match[2][1:]}: {match[1]}.”"


def _passive(text: str) -> str | None:
    """Who did what, as what was done by whom, for regular verbs in short clauses."""
    match = re.fullmatch(ACTIVE, text)
    if match is None:
        return None
    agent, verb, thing, rest = match.groups()
    return f"{thing[0].upper()}{thing[1:]} was {verb}{rest} by {agent[0].lower()}{agent[1:]}."


EDITORS: Mapping[str, tuple[Editor, str | None]] = {
    "number": (_number, "number"),
    "date": (_date, "date"),
    "place": (_place, "place"),
    "polarity.not": (_negated, "polarity"),
    "polarity.denied": (_denied, "polarity"),
    "attribution": (_speaker, "attribution"),
    "condition.clause": (_clause_lost, "condition"),
    "condition.hedge": (_hedge_lost, "condition"),
    "harmless.unit": (_unit, None),
    "harmless.synonym": (_synonym, None),
    "harmless.order": (_reorder, None),
    "harmless.passive": (_passive, None),
}


def edits(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Edit]]:
    """Where each comes from (name of the source), and the edit; so many a source and kind."""
    taken: defaultdict[tuple[str, str], int] = defaultdict(int)
    for source, text in texts:
        if all(taken[source, kind] >= _most(kind) for kind in EDITORS):
            continue
        for before, sentence, behind in _sentences(text):
            for kind, (edit, wanted) in EDITORS.items():
                if taken[source, kind] >= _most(kind):
                    continue
                changed = edit(sentence)
                if changed is not None and changed != sentence:
                    taken[source, kind] += 1
                    frame = (before, "{}", behind)
                    one, two = (" ".join(filter(None, frame)).replace("{}", s) for s in (sentence, changed))
                    yield source, Edit(kind, one, two, wanted)


def _most(kind: str) -> int:
    return MOST if EDITORS[kind][1] else HARMLESS


def _sentences(text: str) -> Iterator[tuple[str, str, str]]:
    """Each sentence of a usual length, with those beside it; every third one, drawn by a hash."""
    for paragraph in filter(None, (p.strip() for p in text.split("\n"))):
        whole = [s for s in re.split(r"(?<=[a-z\d”][.!?])\s+(?=[A-Z“])", paragraph) if s]
        for i, sentence in enumerate(whole):
            drawn = hashlib.sha256(sentence.encode()).digest()[0] % 3 == 0
            if drawn and len(sentence.split()) in _WORDS and "{" not in sentence and sentence.endswith("."):
                yield whole[i - 1] if i else "", sentence, whole[i + 1] if i + 1 < len(whole) else ""


def read(found: Iterable[Edit]) -> Iterator[tuple[Edit, tuple[Relation, ...]]]:
    """The relations between both versions of each edit, published on one day by two outlets."""
    kept = list(found)
    rows = [
        {"id": f"{i}-{side}", "outlet": f"Outlet {side}", "date": "2031-03-05", "text": text}
        for i, edit in enumerate(kept)
        for side, text in (("a", edit.before), ("b", edit.after))
    ]
    items = {str(item.article.given_id): item for item in corpora.dated(rows)}
    for i, edit in enumerate(kept):
        pair = [items[f"{i}-{side}"] for side in "ab" if f"{i}-{side}" in items]
        if len(pair) == 2:
            by_id = {item.article.id: item for item in pair}
            story = Story("s", "", tuple(by_id), None, None, "l")
            yield edit, relations.read(story, by_id, (), {}, view_all(by_id))


def texts(shared: Path) -> Iterator[tuple[str, str]]:
    """("invented", "bulk" or "fresh", text) of what is edited."""
    for tellings in happenings.kinds().values():
        yield from (("invented", t.text) for t in tellings)
    for gold in goldset.load():
        yield from (("invented", a.text) for a in gold.articles.values())
    bulk = shared / "data/allsides/articles.jsonl.gz"
    if bulk.exists():
        for n, row in enumerate(stories.distractors(bulk, SKIPPED + ARTICLES + FRESH)[SKIPPED:]):
            yield "bulk" if n < ARTICLES else "fresh", str(row["text"])


def measure(shared: Path) -> dict[str, float]:
    """Percent of the edits of each kind that are found as such, and of harmless ones that give anything.

    ``.open``: of what stands in the open alone. ``astray``: of edits that change what is said, those that
    give a kind that is not theirs, alone or besides.
    """
    found = list(edits(texts(shared)))
    tally: defaultdict[str, list[bool]] = defaultdict(list)
    told = {id(edit): given for edit, given in read(e for _, e in found)}
    for source, edit in found:
        if id(edit) not in told:
            continue
        for where, given in (("", told[id(edit)]), (".open", [r for r in told[id(edit)] if r.shown])):
            whats = {r.what for r in given if r.kind != "same"}
            holds = edit.wanted in whats if edit.wanted else bool(whats)
            for name in {edit.kind, edit.kind.split(".")[0]}:
                tally[f"{source}.{name}{where}"].append(holds)
            if edit.wanted:
                tally[f"{source}.astray{where}"].append(bool(whats - {edit.wanted}))
    figures = {name: 100 * sum(holds) / len(holds) for name, holds in sorted(tally.items())}
    return figures | {
        f"{name}.edits": float(len(holds)) for name, holds in tally.items() if ".open" not in name
    }


def main() -> None:
    """Print the figures."""
    for name, value in sorted(measure(corpora.asked()).items()):
        print(f"{name:<40}{value:>8.1f}")


if __name__ == "__main__":
    main()
