"""Records to HTML: every page is one file that loads nothing, and whatever a text holds is shown, not run."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from importlib import resources
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from onrecord.controls import visible
from onrecord.records import Corpus, Progress, Story, measured
from onrecord.reports.brief import wording
from onrecord.reports.brief.chapter import Chapter, chapter
from onrecord.reports.brief.index import FRONT, Gathering
from onrecord.reports.brief.links import Links
from onrecord.reports.brief.pages import INDEX_ROWS, ONE_FILE, Page, plan
from onrecord.reports.brief.timeline import read_clock
from onrecord.reports.files import write_text
from onrecord.reports.lookup import Lookup
from onrecord.stopwatch import Pace


def write_brief(
    corpus: Corpus,
    folder: Path,
    *,
    one_file: bool = False,
    tell: Callable[[Progress], None] = lambda _: None,
) -> Path:
    """Write ``brief.html`` into ``folder``, with pages under ``stories/`` when one would be too long.

    Args:
        corpus: All records to show.
        folder: Made when missing; pages of an earlier brief in it are replaced.
        one_file: Everything in one page that can be mailed, however many stories there are.
        tell: Told how far it is.

    Returns:
        The path of ``brief.html``.
    """
    lookup = Lookup.of(corpus)
    pages = plan(lookup, one_file=one_file)
    gathering = Gathering(lookup, _homes(lookup))
    _write(folder, pages, gathering, lambda _: lookup, tell)
    return folder / FRONT


def write_pages(
    outline: Corpus,
    folder: Path,
    of: Callable[[Sequence[Story]], Corpus],
    *,
    tell: Callable[[Progress], None] = lambda _: None,
) -> Gathering:
    """Write a brief of more than one page, in the memory that one storyline takes.

    Args:
        outline: Which articles, more than fit one file, and stories there are; nothing that stands in them
            is asked.
        folder: As for ``write_brief``.
        of: All that belongs to the storylines of some stories.
        tell: Told how far it is.

    Returns:
        What the index shows.
    """
    gathering = Gathering(whole := Lookup.of(outline), _homes(whole))
    held: dict[tuple[str, ...], Lookup] = {}

    def lookup(page: Page) -> Lookup:
        """That of the page's storylines; of a storyline on several pages it is made once."""
        key = tuple(line for line, _ in page.chapters)
        if key not in held:
            held.clear()
            held[key] = Lookup.of(of([s for _, stories in page.chapters for s in stories]), whole)
        return held[key]

    _write(folder, plan(whole), gathering, lookup, tell)
    return gathering


def _write(
    folder: Path,
    pages: Sequence[Page],
    gathering: Gathering,
    lookup_of: Callable[[Page], Lookup],
    tell: Callable[[Progress], None],
) -> None:
    """Write pages and, where there are several, their index."""
    where = {i: p.path for p in pages for _, stories in p.chapters for s in stories for i in s.article_ids}
    environment, outline = _compiled(), gathering.outline
    several = len(pages) != 1 or pages[0].path != FRONT
    written = {FRONT}
    pace = Pace(sum(map(_work, pages)))
    for done, page in enumerate(pages, 1):
        lookup = lookup_of(page)
        links = Links(lookup, where, page.path)
        write_text(folder / page.path, _page(environment, outline, links, page, len(pages)))
        written.add(page.path)
        if several:
            stories = (story for _, told in page.chapters for story in told)
            gathering.add(lookup, partial(Links, lookup, where), stories)
        pace.go_on(_work(page))
        tell(Progress("writing pages", done, pace.share, pace.left))
    if several:
        for path, html in _index(environment, gathering, where):
            write_text(folder / path, html)
            written.add(path)
    _forget(folder, written)


def _chunks(outline: Lookup) -> list[tuple[str, list[Story]]]:
    """The pages of the index, with the stories that each names."""
    stories = [s for group in outline.storylines().values() for s in group]
    chunks = [stories[i : i + INDEX_ROWS] for i in range(0, len(stories), INDEX_ROWS)] or [[]]
    names = [FRONT, *(f"stories/index-{n}.html" for n in range(2, len(chunks) + 1))]
    return list(zip(names, chunks, strict=True))


def _homes(outline: Lookup) -> dict[str, str]:
    """Story -> the page of the index that names it."""
    return {story.id: name for name, stories in _chunks(outline) for story in stories}


def _work(page: Page) -> int:
    return sum(len(s.article_ids) for _, stories in page.chapters for s in stories)


def _forget(folder: Path, written: set[str]) -> None:
    """Remove pages of an earlier brief that this one does not have."""
    for old in (folder / "stories").glob("*.html"):
        if f"stories/{old.name}" not in written:
            old.unlink()


class _Page(Template):
    """A template whose page shows a mark for every character that would reorder or hide others."""

    def render(self, *args: Any, **values: Any) -> str:  # noqa: ANN401 - as its base has it
        """The page; what steers is looked for once in all of it, since no template has any itself."""
        return visible(super().render(*args, **values))


class _Pages(Environment):
    template_class = _Page


def templates() -> Environment:
    """The brief's templates, with their filters; other pages draw with its macros, too."""
    environment = _Pages(
        loader=PackageLoader("onrecord.reports.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        bare=wording.bare,
        clip=wording.clip,
        dated=wording.dated,
        listed=wording.listed,
        groupby_in_order=_groups,
        px=_px,
        moment=_moment,
    )
    style = _packaged("brief.css") + _packaged("timeline.css")
    script = _packaged("brief.js") + _packaged("timeline.js")
    environment.globals.update(
        count=wording.count,
        LABELS=wording.LABELS,
        TAGS=wording.TAGS,
        folded=measured.folded(),
        style=style,
        script=script,
        csp=_policy(style, script),
    )
    return environment


# Compiling them takes longer than drawing a page of a few articles.
_compiled = cache(templates)


def _groups(items: Sequence[object], attribute: str) -> list[tuple[object, list[object]]]:
    """Runs of neighbours with the same value; Jinja's own ``groupby`` sorts."""
    return [(key, list(group)) for key, group in groupby(items, key=attrgetter(attribute))]


def _px(value: float) -> str:
    """A coordinate, short."""
    return f"{value:.1f}".removesuffix(".0")


def _moment(value: float | None) -> str:
    """A day number with its part of the day, to the minute; empty for none."""
    return "" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")


def _packaged(name: str) -> Markup:
    """A style sheet or script that ships with the package: trusted, so not escaped."""
    text = resources.files("onrecord.reports.brief").joinpath("templates", name).read_text("utf-8")
    return Markup(text)  # noqa: S704 - our own file, no article text in it


def _policy(style: str, script: str) -> str:
    """A content security policy under which nothing is loaded and only our own script runs."""

    def digest(text: str) -> str:
        return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"

    return (
        f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _page(environment: Environment, outline: Lookup, links: Links, page: Page, pages: int) -> str:
    chapters = [chapter(links.lookup, links, key, stories) for key, stories in page.chapters]
    alone = pages == 1 and page.path == FRONT
    return environment.get_template("page.html.j2").render(
        chapters=chapters,
        heading=_heading(chapters),
        mark=ONE_FILE if page.alone else "",
        index=None if alone else "../brief.html",
        read=read_clock(str(outline.corpus.run.get("started_at") or "")),
        run=_run(outline.corpus),
        total=len(outline.articles),
        skipped=_skipped(outline.corpus),
    )


def _heading(chapters: Sequence[Chapter]) -> str:
    if not chapters:
        return "No articles"
    if len(chapters) == 1:
        return chapters[0].title
    return wording.count(len(chapters), "matter")


def _run(corpus: Corpus) -> str:
    """Version and model hashes of the run, in a line."""
    version = corpus.run.get("version")
    parts = [f"OnRecord {version}" if version else "OnRecord"]
    models = corpus.run.get("models")
    if isinstance(models, dict):
        parts += [f"{name} {str(digest)[:12]}" for name, digest in sorted(models.items())]
    return " · ".join(parts)


def _skipped(corpus: Corpus) -> list[tuple[str, str]]:
    """Inputs that were not used, with the reason, as the run recorded them."""
    inputs = corpus.run.get("inputs")
    rows = corpus.run.get("skipped") or (inputs.get("skipped") if isinstance(inputs, dict) else None)
    if not isinstance(rows, list | tuple):
        return []
    return [(str(r.get("where", "")), str(r.get("reason", ""))) for r in rows if isinstance(r, dict)]


def _index(
    environment: Environment, gathering: Gathering, where: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The index, ``INDEX_ROWS`` stories a page; what is shown over all stories stands on the first."""
    template = environment.get_template("index.html.j2")
    chunks = _chunks(gathering.outline)
    for name, stories in chunks:
        below = "" if name == FRONT else "../"
        yield (
            name,
            template.render(
                rows=[gathering.rows[story.id] for story in stories],
                over=gathering.over(Links(gathering.outline, where, name)) if name == FRONT else None,
                pages=[(n, below + other, other == name) for n, (other, _) in enumerate(chunks, 1)],
                counts=gathering.tally.counts(),
                run=_run(gathering.outline.corpus),
                skipped=_skipped(gathering.outline.corpus),
            ),
        )
