"""When an article was published, from its own evidence or from dated reports of the same story.

Evidence in the order of its weight: metadata field, a "Published …" line, the address, the dateline;
then weekdays and mentions, which only bound. A day is claimed only when the evidence names it; bounds
always come with the reason, in ``Dating.basis``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from onrecord.dates import calendars, evidence, stamps
from onrecord.dates.finder import Scan
from onrecord.languages.grammar import EvidenceGrammar
from onrecord.records import Article, Dating
from onrecord.text import View

_FIELD_NAMES: Final = (
    "date",
    "published_at",
    "published",
    "date_published",
    "datePublished",
    "published time",
)
# A dateline is written the day before print at most, or a day after under another time zone.
_DATELINE_SLACK: Final = 2
# A neighbour's day settles the year of a day and month when it lies this close (same story).
_NEIGHBOUR_DAYS: Final = 10
# Within so many years every day of the year falls on every weekday.
_WEEKDAYS_COME_AGAIN: Final = 28
# Years shown to the reader as candidates of "January 25, a Tuesday".
_CANDIDATE_YEARS: Final = (1990, 2029)


def publish(view: View, scan: Scan | None = None) -> Dating:
    """The publication date of an article as far as the article itself tells.

    ``scan``: of its text, where one was made before.
    """
    clues = evidence.gather(view, scan)
    told = (
        _from_field(view, clues)
        or _from_stamp(clues)
        or _from_url(view, clues)
        or _from_change(view, clues)
        or _from_dateline(clues)
        or _bounded(clues)
    )
    for bounded in (_changed_by, _kept_by):
        told = told if told.latest else bounded(view, told)
    return told


def publish_from_neighbours(view: View, neighbours: Sequence[Article]) -> Dating:
    """The year of a dateline without one, from dated articles of the same story.

    Only a day and month in the article's own words can be completed this way; neighbours never supply
    a day. Returns what the article itself tells when they do not help.
    """
    scan = Scan(view.text, view.language)
    own = publish(view, scan)
    clues = evidence.gather(view, scan)
    dateline = clues.dateline
    if own.day or dateline is None:
        return own
    for neighbour, day in _by_distance(view.article, neighbours, dateline):
        near = _near(day, dateline)
        if abs((near - day).days) <= _NEIGHBOUR_DAYS and _fits(near, clues):
            return _on(near, _by_neighbour(dateline, clues.weekday, neighbour, near.year))
    return own


def _by_distance(
    article: Article, neighbours: Sequence[Article], dateline: evidence.DayMonth
) -> list[tuple[Article, date]]:
    """The dated neighbours with their days, those nearest to the dateline's day first."""
    days = [(n, date.fromisoformat(n.published.day)) for n in neighbours if n.published.day]
    dated = [(n, day) for n, day in days if n.id != article.id]
    return sorted(dated, key=lambda pair: (abs((pair[1] - _near(pair[1], dateline)).days), pair[0].id))


def _by_neighbour(
    dateline: evidence.DayMonth, weekday: evidence.Weekday | None, neighbour: Article, year: int
) -> str:
    """The reasons for a year that a neighbour gave, in words."""
    reasons = [f"dateline “{dateline.text}” names the day without a year"]
    if weekday is not None:
        reasons.append(_weekday_reason(dateline, weekday))
    who = neighbour.outlet or neighbour.given_id or neighbour.path or neighbour.id
    day = neighbour.published.day
    reasons.append(f"another report of the same story ({who}) is dated {day}, so the year is {year}")
    return "; ".join(reasons)


def _near(day: date, dateline: evidence.DayMonth) -> date:
    """The dateline's day in the year that brings it closest to ``day``."""
    options = [calendars.make_day(day.year + shift, dateline.month, dateline.day) for shift in (-1, 0, 1)]
    return min((d for d in options if d is not None), key=lambda d: abs((d - day).days), default=day)


def _fits(day: date, clues: evidence.Clues) -> bool:
    """Whether ``day`` agrees with the weekday of the lead and with what is mentioned as past."""
    if clues.weekday is not None and not 0 <= (day.isoweekday() - clues.weekday.number) % 7 <= 1:
        return False
    return clues.after is None or day >= clues.after.first


def _on(day: date, basis: str) -> Dating:
    return Dating(edtf=day.isoformat(), earliest=day.isoformat(), latest=day.isoformat(), basis=basis)


def _of_stamp(stamp: stamps.Stamp, basis: str) -> Dating:
    edtf = calendars.edtf(stamp.value) if stamp.value else f"{stamp.first}/{stamp.last}"
    if not stamp.value:
        basis += "; day and month could be read either way round"
    return Dating(edtf=edtf, earliest=stamp.first.isoformat(), latest=stamp.last.isoformat(), basis=basis)


def _fields(view: View) -> Iterator[tuple[str, stamps.Stamp]]:
    """The date fields that can be read, in the order of ``_FIELD_NAMES``, in their own words."""
    by_name = {name.lower(): str(value) for name, value in view.article.fields.items()}
    for name in _FIELD_NAMES:
        raw = by_name.get(name.lower(), "")
        stamp = stamps.read(raw, view.language, by_name.get("date_order", ""))
        if stamp is not None:
            yield raw.strip(), stamp


def _from_field(view: View, clues: evidence.Clues) -> Dating | None:
    for raw, stamp in _fields(view):
        if not _is_change(view, raw):
            return _of_stamp(stamp, f"date given with the article: “{raw}”{_doubt(stamp, clues)}")
    return None


def _is_change(view: View, raw: str) -> bool:
    """Whether a date is that of a later change ("Updated June 17")."""
    return view.language.grammar(EvidenceGrammar).later_change.search(raw) is not None


def _changed_by(view: View, told: Dating) -> Dating:
    """``told`` bounded by the day of the last change, where a field gives one ("Updated June 17")."""
    for raw, stamp in _fields(view):
        if _is_change(view, raw) and (told.earliest or "") <= stamp.last.isoformat():
            basis = f"{told.basis}; by {stamp.last}, when it was last changed (“{raw}”)"
            return replace(told, latest=stamp.last.isoformat(), basis=basis)
    return told


def _kept_by(view: View, told: Dating) -> Dating:
    """``told`` bounded by the day on which somebody saved the article or passed it on."""
    raw = str(view.article.fields.get("saved", "")).strip()
    stamp = stamps.read(raw, view.language)
    if stamp is None or (told.earliest or "") > stamp.last.isoformat():
        return told
    basis = f"{told.basis}; by {stamp.last}, when it was saved or passed on (“{raw}”)"
    return replace(told, latest=stamp.last.isoformat(), basis=basis)


def _from_change(view: View, clues: evidence.Clues) -> Dating | None:
    """The day that the dateline or the lead's weekday names, shortly before the last change of the page."""
    found = (s for raw, s in _fields(view) if _is_change(view, raw))
    changed = next((s.day for s in found if s.day is not None), None)
    if changed is None:
        return None
    if clues.dateline is not None:
        near = _near(changed, clues.dateline)
        named = clues.dateline.year in (None, near.year)
        if named and 0 <= (changed - near).days <= _NEIGHBOUR_DAYS and _fits(near, clues):
            return _on(near, f"dateline “{clues.dateline.text}”; last changed on {changed}")
    weekday = clues.weekday
    if weekday is None or weekday.number != changed.isoweekday() or not _fits(changed, clues):
        return None
    return _on(changed, f"it says “{weekday.text}”, and was last changed on {changed}, a {weekday.name}")


def _doubt(stamp: stamps.Stamp, clues: evidence.Clues) -> str:
    """What in the text speaks against the stamp, as a clause for the basis."""
    if clues.dateline is None or stamp.day is None:
        return ""
    near = _near(stamp.day, clues.dateline)
    if abs((near - stamp.day).days) <= _DATELINE_SLACK:
        return ""
    return f"; but the dateline says “{clues.dateline.text}”"


def _from_stamp(clues: evidence.Clues) -> Dating | None:
    if clues.stamp is None:
        return None
    return _of_stamp(
        clues.stamp.stamp, f"the text itself says “{clues.stamp.text}”{_doubt(clues.stamp.stamp, clues)}"
    )


def _from_url(view: View, clues: evidence.Clues) -> Dating | None:
    stamp = stamps.read_url(view.article.url, view.language) if view.article.url else None
    if stamp is None:
        return None
    if stamp.day is None and clues.dateline is not None and clues.dateline.month == stamp.first.month:
        day = calendars.make_day(stamp.first.year, clues.dateline.month, clues.dateline.day)
        if day is not None:
            return _on(day, f"dateline “{clues.dateline.text}”, its year from the address")
    return _of_stamp(stamp, f"date in the address{_doubt(stamp, clues)}")


def _from_dateline(clues: evidence.Clues) -> Dating | None:
    dateline = clues.dateline
    if dateline is None:
        return None
    if dateline.year is not None:
        day = calendars.make_day(dateline.year, dateline.month, dateline.day)
        return _on(day, f"dateline “{dateline.text}”") if day else None
    basis = f"dateline “{dateline.text}” without a year"
    if clues.weekday is not None:
        basis += f"; {_weekday_reason(dateline, clues.weekday)}"
    if clues.after is not None:
        first = _first_day(dateline, clues, clues.after.first)
        basis += f"; after {clues.after.first}, which it mentions as past (“{clues.after.text}”)"
        return Dating(earliest=first.isoformat(), basis=basis)
    return Dating(basis=f"{basis}; no year can be told")


def _first_day(dateline: evidence.DayMonth, clues: evidence.Clues, after: date) -> date:
    """The dateline's day in the first year in which it agrees with the weekday and follows ``after``."""
    years = range(after.year, after.year + _WEEKDAYS_COME_AGAIN)
    days = (calendars.make_day(year, dateline.month, dateline.day) for year in years)
    return next((day for day in days if day is not None and _fits(day, clues)), after)


def _weekday_reason(dateline: evidence.DayMonth, weekday: evidence.Weekday) -> str:
    """Which years the weekday leaves open, in words."""
    years = calendars.years_with(dateline.month, dateline.day, weekday.number, *_CANDIDATE_YEARS)
    listed = ", ".join(map(str, years)) or "no year"
    return f"it says “{weekday.text}”, and {dateline.text} was a {weekday.name} in {listed}"


def _bounded(clues: evidence.Clues) -> Dating:
    """Bounds from what the text mentions; no day is claimed."""
    weekday = f"a {clues.weekday.name} (“{clues.weekday.text}”)" if clues.weekday else ""
    after = clues.after
    if after is None:
        return Dating(basis=f"not dated: {weekday}; nothing in it names a year") if weekday else Dating()
    return Dating(
        earliest=after.first.isoformat(),
        basis=f"not dated: {weekday or 'some day'} after {after.first}, which it mentions (“{after.text}”)",
    )
