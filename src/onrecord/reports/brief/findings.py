"""What to look at first: what differs between the texts, most telling first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import Conflict, Story
from onrecord.reports.brief.links import Links, Reference
from onrecord.reports.brief.positions import PositionView
from onrecord.reports.brief.variorum import Row, Witness
from onrecord.reports.brief.wording import clip, count
from onrecord.reports.lookup import Lookup

KINDS = ("number", "polarity", "date", "attribution", "place", "other", "name")  # most telling first
WORDINGS = 3
MOST_STEPS = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference in a line: a short name of its sort, the words, where it leads."""

    sort: str
    text: str
    quotes: tuple[str, ...]
    href: str
    alarm: bool


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A conflict with both its spans."""

    conflict: Conflict
    a: Reference
    b: Reference
    a_context: tuple[str, str]
    b_context: tuple[str, str]


def disagreements(lookup: Lookup, links: Links, story: Story) -> list[Disagreement]:
    """A story's conflicts; those that time explains come last."""
    out = []
    for conflict in sorted(
        lookup.conflicts.get(story.id, ()),
        key=lambda c: (c.explained_by_time, KINDS.index(c.kind), c.note, c.id),
    ):
        a, b = links.place(conflict.a), links.place(conflict.b)
        if a is not None and b is not None:
            out.append(
                Disagreement(conflict, a, b, _around(lookup, conflict, 0), _around(lookup, conflict, 1))
            )
    return out


def _around(lookup: Lookup, conflict: Conflict, side: int, reach: int = 70) -> tuple[str, str]:
    """The words before and after one side of a conflict, within its line."""
    place = conflict.b if side else conflict.a
    text = lookup.articles[place.article_id].article.text
    before = text[max(0, place.start - reach) : place.start].rpartition("\n")[2]
    after = text[place.end : place.end + reach].partition("\n")[0]
    if len(before) == reach:
        before = "…" + before.partition(" ")[2]
    if len(after) == reach:
        after = after.rpartition(" ")[0] + "…"
    return before, after


def findings(
    rows: Sequence[Row], found: Sequence[Disagreement], positions: Sequence[PositionView]
) -> list[Finding]:
    """All findings in the order in which a reader should see them."""
    alarming = (f for row in rows for w in row.witnesses for f in _of_witness(row, w))
    out = list({(f.sort, f.text, f.quotes): f for f in alarming}.values())
    conflicts = [_of_conflict(group) for group in grouped(found) if not group[0].conflict.explained_by_time]
    names = [f for f in conflicts if f.sort == "names differ"]
    out += [f for f in conflicts if f not in names]
    out += [_of_position(view) for view in positions if view.moves]
    return out + names + _of_words(rows)


def grouped(found: Sequence[Disagreement]) -> list[list[Disagreement]]:
    """Conflicts of one kind with the same note, which show one difference in several pairs of texts."""
    groups: dict[tuple[str, str, bool], list[Disagreement]] = defaultdict(list)
    for d in found:
        words = " ".join(sorted(d.conflict.note.split())) or d.conflict.id  # “A” and “B”: “B” and “A”
        key = d.conflict.kind, words, d.conflict.explained_by_time
        groups[key].append(d)
    return list(groups.values())


def _of_position(view: PositionView) -> Finding:
    """All shifts of one position in a line: the levels in turn, the first and the last quotation."""
    steps = [view.moves[0].before, *(m.after for m in view.moves)]
    levels = " → ".join(f"{s.level} ({s.when})" for s in steps[:MOST_STEPS])
    text = f"{view.who} on {view.position.topic}: {levels}{' → …' if len(steps) > MOST_STEPS else ''}"
    quotes = (clip(steps[0].words, 90), clip(steps[-1].words, 90))
    return Finding("position moved", text, quotes, f"#{view.position.id}", False)


def _of_words(rows: Sequence[Row]) -> list[Finding]:
    """The widest differences of wording between two articles' quotations, one for each utterance."""
    found = []
    for row in rows:
        quoted = {w.statement.id for w in row.witnesses if w.label == "variant"}
        for c in row.comparisons:
            a, b = c.a.statement, c.b.statement
            if a.article_id != b.article_id and (a.id in quoted or b.id in quoted):
                # Shorter differences ("Sen." / "Senator") are house style.
                found += [(len(x) + len(y), row, c, x, y) for x, y in c.changed if len(x) + len(y) >= 24]
    out: dict[str, Finding] = {}
    for _, row, c, x, y in sorted(found, key=lambda f: (-f[0], f[1].utterance.id, f[3], f[4])):
        text = f"{row.who}, in {c.a.outlet} and in {c.b.outlet}"
        finding = Finding("words differ", text, (clip(x, 90), clip(y, 90)), f"#{row.utterance.id}", False)
        out.setdefault(row.utterance.id, finding)
    return list(out.values())[:WORDINGS]


def _of_witness(row: Row, witness: Witness) -> list[Finding]:
    out = []
    href = f"#{witness.statement.id}"
    if witness.flipped:
        text = f"{row.who}: one text has a “not” that another lacks; {witness.outlet} writes"
        out.append(Finding("“not” differs", text, (clip(witness.words, 110),), href, True))
    if witness.dropped:
        left = witness.qualifier
        text = f"{row.who}: {witness.outlet} {'leaves out' if left else 'stops before a condition'}"
        quotes = (clip(left.words, 110),) if left else (clip(witness.words, 110),)
        out.append(Finding("qualifier dropped", text, quotes, href, True))
    return out


def _of_conflict(group: Sequence[Disagreement]) -> Finding:
    first = group[0]
    kind = first.conflict.kind
    sort = "“not” differs" if kind == "polarity" else f"{kind}s differ" if kind != "other" else "texts differ"
    more = f" and {count(len(group) - 1, 'more pair')}" if len(group) > 1 else ""
    text = f"{first.conflict.note or 'the texts differ'} ({first.a.label}; {first.b.label}{more})"
    quotes = (clip(first.a.words, 80), clip(first.b.words, 80))
    return Finding(sort, text, quotes, f"#{first.conflict.id}", kind == "polarity")
