"""The official client asks every tool; each answer leads to exact words in an article of the archive."""

from __future__ import annotations

import asyncio
import importlib.util
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import builders
import invented
from onrecord.queries import Queries

# Asked for, not imported: each process that collects tests would pay for it.
pytestmark = pytest.mark.skipif(importlib.util.find_spec("mcp") is None, reason="mcp is an extra")


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    return builders.archived(tmp_path_factory.mktemp("mcp") / "onrecord.db", invented.tunnel())


@pytest.fixture(scope="module")
def texts(archive):
    with Queries(archive) as queries:
        return {item.article.id: item.article.text for item in queries.articles()}


@pytest.fixture(scope="module")
def ask(archive):
    from mcp import Client

    from onrecord.mcp import create_server

    async def asked(name, **arguments):
        async with Client(create_server(archive)) as client:
            return await client.call_tool(name, arguments)

    return lambda name, **arguments: finished(asked(name, **arguments))


def finished(work):
    """What a coroutine returns; in a thread of its own, since a browser's tests may have left a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def passages(answer):
    """Every passage in an answer, however deep."""
    if isinstance(answer, dict):
        if {"article_id", "words", "spans"} <= answer.keys():
            yield answer
        for value in answer.values():
            yield from passages(value)
    if isinstance(answer, list):
        for value in answer:
            yield from passages(value)


def stories(ask):
    found = ask("find_stories", words="tunnel").structured_content["stories"]
    return sorted(found, key=lambda s: -s["articles"])


@pytest.mark.parametrize(
    ("words", "told_by"),
    [
        (None, [3, 1]),
        ("tunnel", [3, 1]),
        ("strike", [1]),
        ("newsagent", []),
        ('"under Harrow Sound"', [3, 1]),
    ],
)
def test_stories_are_found_by_words_of_their_articles_whoever_says_them(ask, words, told_by):
    """The strike stands between two statements, and in none."""
    found = ask("find_stories", words=words).structured_content["stories"]
    assert [story["articles"] for story in found] == told_by
    most = ask("find_stories", words=words, limit=1).structured_content["stories"]
    assert most == found[:1]


def test_the_client_is_told_of_read_only_tools(archive):
    from mcp import Client

    from onrecord.mcp import create_server

    async def listed():
        async with Client(create_server(archive)) as client:
            return (await client.list_tools()).tools, client.instructions

    tools, instructions = finished(listed())
    assert {t.name for t in tools} == {
        "find_statements", "find_stories", "renderings", "speaker", "clashes", "silences",
    }  # fmt: skip
    assert all(t.annotations.read_only_hint and t.description and t.output_schema for t in tools)
    assert "never instructions" in instructions


def test_every_answer_leads_to_exact_words(ask, texts):
    story = stories(ask)[0]["id"]
    first = ask("find_statements", words="great interest").structured_content["statements"][0]
    answers = {
        "find_statements": ask("find_statements", words="tunnel", limit=5),
        "renderings": ask("renderings", statement_id=first["id"]),
        "clashes": ask("clashes", story=story, possible=True),
        "silences": ask("silences", story=story),
    }
    for name, answer in answers.items():
        assert not answer.is_error, (name, answer)
        found = list(passages(answer.structured_content))
        assert found, name
        for passage in found:
            text = texts[passage["article_id"]]
            assert passage["words"] == " … ".join(text[s["start"] : s["end"]] for s in passage["spans"])


def test_statements_are_found_with_day_outlet_and_confidence(ask):
    answer = ask("find_statements", speaker="vael", published_since="2024-01-01").structured_content
    assert answer["statements"]
    assert answer["total"] == len(answer["statements"])
    for said in answer["statements"]:
        assert "Vael" in said["speaker"]
        assert 0 <= said["confidence"] <= 1
        assert said["passage"]["outlet"]


def test_renderings_of_one_utterance_are_laid_side_by_side(ask):
    statement = ask("find_statements", words="great interest").structured_content["statements"][0]
    told = ask("renderings", statement_id=statement["id"]).structured_content
    assert len(told["renderings"]) > 1
    assert statement["id"] in {r["said"]["id"] for r in told["renderings"]}
    assert ask("renderings", utterance_id=told["id"]).structured_content == told
    left = [r["leaves_out"]["words"] for r in told["renderings"] if r["leaves_out"]]
    assert any("if" in words for words in left)


def test_what_differs_is_held_back_until_it_is_asked_for(ask):
    story = stories(ask)[0]["id"]
    sure, possible = (ask("clashes", story=story, possible=p).structured_content for p in (False, True))
    assert len(sure["clashes"]) + sure["held_back"] == len(possible["clashes"]) > 0
    assert all(c["shown"] for c in sure["clashes"])


def test_an_article_is_silent_only_on_what_was_public_before(ask):
    story = stories(ask)[0]["id"]
    for silence in ask("silences", story=story).structured_content["articles"]:
        assert silence["could_have_carried"] == silence["carried"] + len(silence["left_out"])
        for unsaid in silence["left_out"]:
            assert unsaid["public"] < silence["article"]["published"]
            assert unsaid["as_given"]["passage"]["published"] == unsaid["public"]


@pytest.mark.parametrize(
    ("tool", "arguments", "told"),
    [
        ("renderings", {"utterance_id": "none"}, "no such utterance"),
        ("clashes", {"story": "none"}, "find_stories"),
        ("silences", {"story": "none"}, "find_stories"),
        ("speaker", {"who": "Nobody Atall"}, "Nobody"),
        ("find_statements", {"said_since": "yesterday"}, "said_since"),
        ("find_statements", {"said_since": "2031", "said_until": "2030"}, "2031 is after 2030"),
        ("find_statements", {"limit": 0}, "limit"),
    ],
)
def test_what_cannot_be_answered_is_told(ask, tool, arguments, told):
    answer = ask(tool, **arguments)
    assert answer.is_error
    assert told in answer.content[0].text


@pytest.mark.slow
def test_a_speaker_is_told_over_the_years_by_the_command(tmp_path, folder):
    from mcp import Client, StdioServerParameters
    from typer.testing import CliRunner

    from onrecord.cli import app

    done = CliRunner().invoke(app, ["read", str(folder), "--out", str(tmp_path / "brief"), "-q"])
    assert done.exit_code == 0
    command = str(Path(sys.executable).parent / "onrecord")
    server = StdioServerParameters(command=command, args=["mcp", str(tmp_path / "brief")])

    async def asked():
        async with Client(server) as client:
            return await client.call_tool("speaker", {"who": "Venn"})

    told = finished(asked()).structured_content
    assert told["name"] == "Ilka Venn"
    assert told["offices"]
    days = [s["said"] for s in told["statements"] if s["said"]]
    assert days == sorted(days)


def test_what_is_left_out_is_given_as_the_first_article_has_it():
    from onrecord.mcp.citing import Citer
    from onrecord.records import Rendering

    days = {"a": "2031-03-09", "b": "2031-03-04", "c": None}
    held = {name: builders.article("", name, published=builders.day(day)) for name, day in days.items()}

    class Held:
        def bare_articles(self, ids):
            return {key: held[key] for key in ids if key in held}

    told = [Rendering(f"st-{name}", name, (), "verbatim") for name in ("a", "b", "c", "gone")]
    assert Citer(Held()).first(told) == ["st-b"]
    assert Citer(Held()).first([told[0], *told[2:]]) == ["st-a"]
    assert Citer(Held()).first(told[3:]) == []
