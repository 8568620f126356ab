"""Templates of the app, with the brief's own macros, filters and style."""

from __future__ import annotations

from functools import cache
from importlib import resources
from urllib.parse import urlencode

from jinja2 import ChoiceLoader, Environment, PackageLoader
from markupsafe import Markup, escape

from onrecord.reports.brief.findings import FindingView
from onrecord.reports.brief.links import part
from onrecord.reports.brief.render import templates
from onrecord.reports.brief.variorum import Row
from onrecord.views.links import renderings_page

# File -> the package that it ships with, and its media type.
STATIC = {
    "brief.css": ("onrecord.reports.brief", "templates", "text/css"),
    "timeline.css": ("onrecord.reports.brief", "templates", "text/css"),
    "app.css": ("onrecord.web", "static", "text/css"),
    "brief.js": ("onrecord.reports.brief", "templates", "text/javascript"),
    "timeline.js": ("onrecord.reports.brief", "templates", "text/javascript"),
    "icon.svg": ("onrecord.web", "static", "image/svg+xml"),
    "app.js": ("onrecord.web", "static", "text/javascript"),
}


@cache
def environment() -> Environment:
    """The app's templates, compiled once; those of the brief are found behind them."""
    made = templates()
    made.loader = ChoiceLoader([PackageLoader("onrecord.web"), made.loader or PackageLoader("onrecord.web")])
    made.filters["part"] = part
    made.globals["query"] = query
    made.globals["dict"] = dict
    made.globals["acts"] = acts
    made.globals["judge"] = judge
    return made


def acts(row: Row) -> Markup:
    """What a reader can do with one utterance: see all its renderings, say that it is wrong."""
    story, key = row.utterance.story_id, row.utterance.id
    links = [(f"/correct?about=statement&id={part(row.witnesses[0].statement.id)}", "wrong?")]
    if row.carried > 1:
        links.insert(0, (renderings_page(story, key), f"all {len(row.utterance.renderings)} renderings"))
    # One string, and no format of Markup each: three for each of some hundred rows were a fiftieth of a page.
    shown = "".join(f'<a href="{escape(href)}">{escape(name)}</a> ' for href, name in links)
    return Markup(f'<span class="acts">{shown}</span>')  # noqa: S704 - all of it is escaped above


def judge(finding: FindingView) -> Markup:
    """What a reader can do with a claim: say that it is right or wrong."""
    href = f"/correct?about=claim&id={part(finding.id)}"
    link = Markup('<a href="{}" aria-label="{}: right or wrong?">right or wrong?</a>')
    return link.format(href, finding.sort)


def query(values: dict[str, str], **changed: str | int) -> str:
    """A query string of ``values`` with some changed; what is empty is left out."""
    kept = {k: str(v) for k, v in {**values, **changed}.items() if v not in ("", None)}
    return "?" + urlencode(kept) if kept else "?"


def static_file(name: str) -> tuple[bytes, str]:
    """A style sheet or script by name, with its media type.

    Raises:
        KeyError: there is none of that name.
    """
    package, folder, media = STATIC[name]
    return resources.files(package).joinpath(folder, name).read_bytes(), media
