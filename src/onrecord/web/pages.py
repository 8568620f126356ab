"""The pages that are only looked at: each loads what it shows alone, and is kept until something changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.errors import ArchiveError
from onrecord.queries import Queries
from onrecord.records import Filter, bounds, check_days
from onrecord.store.listing import Wanted
from onrecord.views import article, index, pair, renderings, speaker, story
from onrecord.views.links import line_page, story_page
from onrecord.views.search import search as views_search
from onrecord.web.drawing import static_file
from onrecord.web.keeping import as_kept
from onrecord.web.state import state_of

_Moved = Callable[[Queries], str | None]
# Statements of a page, and articles under those of the first: forty of each took twice the time, most of it
# for excerpts and texts far below what anybody looks at first.
_HITS, _ARTICLES = 20, 10
_ENDS = ("since", "until")
# What a search is narrowed by: the fields of a ``Filter`` that its facets lead to.
_NARROW = ("speaker", "outlet", "kind", "mode", "stance", "story", "claim")


def show(
    request: Request, name: str, make: Callable[[Queries], dict[str, Any]], moved: _Moved = lambda _: None
) -> Response:
    """The page ``name`` drawn with what ``make`` asks of the archive; not sent again to whoever has it.

    Where there is none, ``moved`` tells the address at which it is now.
    """
    state = state_of(request)
    address = f"{request.url.path}?{request.url.query}"
    try:
        kept = state.readers.page(
            address, lambda queries: state.draw(name, request, **make(queries)).encode("utf-8", "replace")
        )
    except ArchiveError as error:
        with state.readers.lend() as queries:
            now = moved(queries)
        # Not for good: what two stories became may be parted again.
        return RedirectResponse(now, 307) if now else state.problem(request, str(error), 404)
    return as_kept(request, kept)


def story_now(key: str) -> _Moved:
    """The page of the story that one is now which went by the id ``key``."""

    def moved(queries: Queries) -> str | None:
        now = queries.group_now("story", key)
        return None if now is None or now == key else story_page(now)

    return moved


def _number(request: Request, name: str = "page") -> int:
    told = request.query_params.get(name, "1")
    return min(max(int(told), 1), 1_000_000) if told.isascii() and told.isdigit() and len(told) < 9 else 1


def _text(request: Request, name: str, most: int = 200) -> str:
    return request.query_params.get(name, "").strip()[:most]


def _periods(request: Request, *names: str) -> dict[str, str]:
    """Days, months or years of the query as they were written.

    Raises:
        ValueError: one is not valid; a page that silently left it out would show what was not asked for.
    """
    told = {name: _text(request, name) for name in names}
    for period in filter(None, told.values()):
        bounds(period)
    return told


def stories(request: Request) -> Response:
    """The index of storylines."""
    try:
        days = _periods(request, *_ENDS)
        check_days(*(days[end] or None for end in _ENDS))
    except ValueError as error:
        return state_of(request).problem(request, str(error), 400)
    order, page = _text(request, "order") or "articles", _number(request)
    asked = {"q": _text(request, "q"), "outlet": _text(request, "outlet"), **days, "order": order}
    wanted = Wanted(
        asked["q"],
        asked["outlet"],
        bounds(days["since"])[0] if days["since"] else "",
        bounds(days["until"])[1] if days["until"] else "",
    )
    return show(
        request,
        "stories.html.j2",
        lambda queries: {"index": index.index(queries, wanted, order=order, page=page), "asked": asked},
    )


def one_story(request: Request) -> Response:
    """A story."""
    key = request.path_params["story"]
    asked = {"all_of_it": _text(request, "all") == "yes", "all_dates": _text(request, "dates") == "all"}
    return show(
        request,
        "story.html.j2",
        lambda queries: {"matter": story.story(queries, key, **asked)},
        story_now(key),
    )


def one_storyline(request: Request) -> Response:
    """All stories of a storyline."""
    key, all_dates = request.path_params["line"], _text(request, "dates") == "all"

    def moved(queries: Queries) -> str | None:
        now = queries.group_now("storyline", key)
        return None if now is None or now == key else line_page(now)

    return show(
        request,
        "story.html.j2",
        lambda queries: {"matter": story.storyline(queries, key, all_dates=all_dates)},
        moved,
    )


def one_utterance(request: Request) -> Response:
    """All renderings of an utterance, beside the one that is chosen."""
    key, utterance = request.path_params["story"], request.path_params["utterance"]
    base = _text(request, "base") or None
    return show(
        request,
        "renderings.html.j2",
        lambda queries: {"r": renderings.renderings(queries, key, utterance, base)},
        story_now(key),
    )


def speakers(request: Request) -> Response:
    """The speakers by how much they say."""
    words, page = _text(request, "q"), _number(request)
    return show(
        request,
        "speakers.html.j2",
        lambda queries: {"voices": index.voices(queries, words, page=page), "asked": {"q": words}},
    )


def one_speaker(request: Request) -> Response:
    """A speaker."""
    key, page = request.path_params["speaker"], _number(request)
    return show(request, "speaker.html.j2", lambda queries: {"s": speaker.speaker(queries, key, page=page)})


def one_article(request: Request) -> Response:
    """An article, with its file beside it where that is asked for."""
    key, raw = request.path_params["article"], _text(request, "raw") == "1"
    return show(request, "article.html.j2", lambda queries: {"a": article.article(queries, key, raw=raw)})


def compare(request: Request) -> Response:
    """Two articles beside each other."""
    asked = {"a": _text(request, "a"), "b": _text(request, "b")}

    def chosen(queries: Queries) -> dict[str, Any]:
        meant = {side: pair.choices(queries, told) for side, told in asked.items()}
        one = {side: found[0] for side, found in meant.items() if len(found) == 1}
        both = pair.pair(queries, one["a"].id, one["b"].id) if len(one) == len(asked) else None
        return {"pair": both, "asked": asked, "meant": meant, "one": one}

    return show(request, "compare.html.j2", chosen)


def search(request: Request) -> Response:
    """Statements and articles that hold the words asked for, narrowed by who, where, when and how."""
    asked = {name: _text(request, name) for name in ("q", *_NARROW)}
    page = _number(request)
    try:
        asked |= _periods(request, *(f"{clock}_{end}" for clock in ("said", "published") for end in _ENDS))
        wanted = Filter(words=asked["q"] or None, **{k: v or None for k, v in asked.items() if k != "q"})  # type: ignore[arg-type]
        wanted.check()
    except ValueError as error:
        return state_of(request).problem(request, str(error), 400)

    def found(queries: Queries) -> dict[str, Any]:
        if not any(asked.values()):
            return {
                "asked": asked,
                "found": None,
                "said": (),
                "hits": (),
                "people": (),
                "page": 1,
                "pages": 1,
            }
        result = views_search(queries, wanted, offset=_HITS * (page - 1), limit=_HITS)
        first = page == 1 and bool(asked["q"]) and not any(v for k, v in asked.items() if k != "q")
        return {
            "asked": asked,
            "found": result,
            "said": speaker.quoted_from(result.statements, result.articles, result.stories),
            "hits": queries.articles_with(asked["q"], limit=_ARTICLES) if first else (),
            "most_articles": _ARTICLES,
            "people": index.voices(queries, asked["q"], page=1).rows[:8] if first else (),
            "page": page,
            "pages": max(1, -(-result.result.total // _HITS)),
        }

    return show(request, "search.html.j2", found)


def static(request: Request) -> Response:
    """A style sheet or script of ours."""
    try:
        body, media = static_file(request.path_params["name"])
    except KeyError:
        return Response("There is no such file.", 404, media_type="text/plain")
    return Response(body, media_type=media, headers={"cache-control": "private, max-age=600"})


def routes() -> list[Route]:
    """Addresses of the pages."""
    return [
        Route("/", stories),
        Route("/stories/{story}", one_story),
        Route("/stories/{story}/utterances/{utterance}", one_utterance),
        Route("/storylines/{line}", one_storyline),
        Route("/speakers", speakers),
        Route("/speakers/{speaker}", one_speaker),
        Route("/articles/{article}", one_article),
        Route("/compare", compare),
        Route("/search", search),
        Route("/static/{name}", static),
    ]
