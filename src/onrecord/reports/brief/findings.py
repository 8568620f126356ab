"""What differs between the texts, as the page shows it: a line that names it, both sides in full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.records import Finding, Place, Statement, Story, measured
from onrecord.reports.brief import readers
from onrecord.reports.brief.links import Links, Reference
from onrecord.reports.brief.positions import PositionView
from onrecord.reports.brief.readers import Mark
from onrecord.reports.brief.variorum import speaker_name
from onrecord.reports.brief.wording import count, dated, listed
from onrecord.reports.lookup import Lookup

MOST_STEPS = 5

# What each kind is called.
SORTS = {
    "condition": "condition left out",
    "polarity": "“not” differs",
    "position": "position moved",
    "timeline": "dated differently",
    "wording": "words differ",
    "other": "texts differ",
}
# The words that a note names: what the texts have each (“18” and “15”), or what one of them lacks.
_NAMED = re.compile("“([^“”]+)”")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a difference: the words in their sentence, where they stand; none where it lacks them."""

    before: str
    words: str
    after: str
    reference: Reference
    note: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """One difference: a short name of its sort, what it is about, its sides, how many pairs show the same.

    ``who``: who says it, where all sides are of one speaker. ``places``: where the sides stand. ``note``:
    the words that the first side lacks, where it lacks some.
    """

    id: str
    story_id: str
    who: str
    sort: str
    text: str
    note: str
    sides: tuple[Side, ...]
    more: str
    explained: bool
    shown: bool
    sure: str
    places: tuple[Place, ...]
    readers: tuple[Mark, ...] = ()


def sort_of(finding: Finding) -> str:
    """What a finding's kind is called."""
    return SORTS.get(finding.kind, f"{finding.kind}s differ")


def in_order(finding: Finding) -> tuple[bool, float, int]:
    """Sorts findings as a reader should see them; of those behind the fold the likeliest come first."""
    return not finding.shown, 0.0 if finding.shown else -(finding.probability or 0.0), finding.rank


def findings(
    lookup: Lookup, links: Links, stories: Sequence[Story], positions: Sequence[PositionView]
) -> list[FindingView]:
    """The findings of ``stories``: those in the open as ranked, then the others, the likeliest first."""
    found = sorted((f for s in stories for f in lookup.findings.get(s.id, ())), key=in_order)
    levels = {view.position.id: _levels(view) for view in positions}
    return [_view(lookup, links, f, levels) for f in found]


def in_the_open(lookup: Lookup, links: Links, story: Story) -> list[tuple[Finding, FindingView]]:
    """A story's findings that stand in the open, as ranked, each as it is shown beside those of others."""
    found = sorted((f for f in lookup.findings.get(story.id, ()) if f.shown), key=in_order)
    return [(f, _view(lookup, links, f, {})) for f in found]


def _view(lookup: Lookup, links: Links, finding: Finding, levels: dict[str, str]) -> FindingView:
    more = len(finding.record_ids) - 1
    return FindingView(
        id=finding.id,
        story_id=finding.story_id,
        who=who_says(lookup, finding),
        sort=sort_of(finding),
        text=_text(lookup, finding, levels),
        note=finding.note if _is_lacking(finding) else "",
        sides=tuple(sides(lookup, links, finding)),
        more=f"also in {count(more, 'more pair')} of texts" if more > 0 else "",
        explained=finding.explained_by_time,
        shown=finding.shown,
        sure=measured.found_right(finding.probability) if finding.shown or finding.probability else "",
        places=finding.places,
        readers=readers.of_places(lookup, finding.places),
    )


def _text(lookup: Lookup, finding: Finding, levels: dict[str, str]) -> str:
    if finding.kind == "timeline":
        return "one text dates this otherwise"
    if finding.kind == "position":
        return f"{levels.get(finding.record_ids[0], '')} on {finding.note}".lstrip()
    if _is_lacking(finding):
        short, full = (lookup.outlet(p.article_id) for p in finding.places[:2])
        return lacking([short], finding.note, full)
    if finding.kind == "condition":
        verb = "leaves out" if len(finding.places) > 1 else "stops before"
        after_but = finding.places[-1].note.endswith("contrast")
        verb = f"{verb} {'what stands behind a “but”' if after_but else 'a condition'}"
        return f"{lookup.outlet(finding.places[0].article_id)} {verb}"
    if finding.statement_ids:
        outlets = dict.fromkeys(lookup.outlet(p.article_id) for p in finding.places)
        return f"as told by {' and by '.join(outlets)}"
    return finding.note or "the texts differ"


def _is_lacking(finding: Finding) -> bool:
    """Whether it is words that a text lacks, which are named."""
    return finding.kind == "condition" and not finding.statement_ids


def lacking(outlets: Sequence[str], note: str, full: str) -> str:
    """Which outlets lack what another has."""
    return f"{listed(list(outlets))} {'tells' if len(outlets) == 1 else 'tell'} it {note}, which {full} has"


def who_says(lookup: Lookup, finding: Finding) -> str:
    """Whose words differ; empty where the sides are of different speakers, or of nobody who is known."""
    if finding.statement_ids:
        told = [lookup.statements[s] for s in finding.statement_ids if s in lookup.statements]
        return speaker_name(lookup, finding.speaker_id, told)[0]
    said = [_said_in(lookup, place) for place in finding.places]
    speakers = [{s.speaker_id for s in side if s.speaker_id} for side in said]
    common = set.intersection(*speakers) if speakers else set()
    told = [s for side in said for s in side if s.speaker_id in common]
    return speaker_name(lookup, common.pop(), told)[0] if len(common) == 1 else ""


def _said_in(lookup: Lookup, place: Place) -> list[Statement]:
    """The statements whose words lie in a place."""
    held = lookup.articles[place.article_id].statements if place.article_id in lookup.articles else ()
    return [s for s in held if any(c.start < place.end and place.start < c.end for c in s.content)]


def in_a_line(lookup: Lookup, finding: Finding) -> str:
    """Who says what otherwise, in which outlets."""
    told = _text(lookup, finding, {})
    if not (finding.statement_ids or _is_lacking(finding)):
        outlets = dict.fromkeys(lookup.outlet(p.article_id) for p in finding.places)
        told = f"{told}, in {listed(list(outlets))}"
    return ": ".join(filter(None, (who_says(lookup, finding), told)))


def _levels(view: PositionView) -> str:
    """The levels of all shifts in turn, each with its day."""
    if not view.moves:
        return ""
    steps = [view.moves[0].before, *(m.after for m in view.moves)]
    told = " → ".join(f"{s.level} ({s.when})" for s in steps[:MOST_STEPS])
    return f"{told}{' → …' if len(steps) > MOST_STEPS else ''}"


def sides(lookup: Lookup, links: Links, finding: Finding) -> Iterator[Side]:
    """The sides; of what was compared those words are marked that the note names, if it names any."""
    named = _NAMED.findall(finding.note)
    lacks = _is_lacking(finding)
    for number, place in enumerate(finding.places):
        reference = links.place(place)
        if reference is None:
            continue
        before, words, after = lookup.around(place)
        found = first_of((*named[number : number + 1], *named), words)
        if found is not None:
            before, after = before + words[: found.start()], words[found.end() :] + after
            words = found.group()
        elif lacks and named:
            before, words = before + words, ""
        yield Side(before, words, after, reference, dated(place.note, weekday=True) if place.note else "")


def first_of(names: Iterable[str], words: str) -> re.Match[str] | None:
    """Where the first of some names that is there stands in ``words`` as words of its own."""
    looked = ("\\s+".join(map(re.escape, name.split())) for name in names)
    return next(filter(None, (re.search(rf"(?<!\w){name}(?!\w)", words) for name in looked)), None)
