"""Records come out of JSON as they went in; what is older is read, what is damaged is named."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import languages, records
from onrecord.errors import ArchiveError
from onrecord.identity import FormCount
from onrecord.identity.forms import Form
from onrecord.store import dumps, loads, pack
from onrecord.store.codec import pick
from onrecord.stories import StoryKeys

KINDS = [
    records.Article,
    records.Timex,
    records.Name,
    records.Statement,
    records.LocalSpeaker,
    records.Speaker,
    records.Correction,
    records.Story,
    records.Utterance,
    records.Origin,
    records.Relation,
    records.Conflict,
    records.TimelineEntry,
    records.Position,
    records.Silence,
    StoryKeys,
]
# What UTF-8 can hold: lone surrogates go where articles are made.
st.register_type_strategy(str, st.text(st.characters(exclude_categories=["Cs"]), max_size=6))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


@given(st.sampled_from(KINDS).flatmap(st.from_type))
def test_what_goes_in_comes_out_equal(record):
    kind = type(record)
    assert loads(kind, dumps(record)) == loads(kind, pack(record)) == record
    assert loads(tuple[kind, ...], dumps((record, record))) == (record, record)


@settings(max_examples=40)  # an example costs 50 ms
@given(
    st.sampled_from([records.Statement, records.Utterance]).flatmap(lambda k: st.lists(st.from_type(k))),
    st.data(),
)
def test_records_are_picked_out_of_a_list_as_loading_all_of_it_would_give_them(held, data):
    if not held:
        return
    kind, wanted = type(held[0]), {r.id for r in data.draw(st.lists(st.sampled_from(held)))}
    expected = [r for r in held if r.id in wanted]
    assert pick(kind, pack(tuple(held)), wanted) == pick(kind, dumps(tuple(held)), wanted) == expected
    spaced = msgspec.json.format(dumps(tuple(held)), indent=1)
    assert pick(kind, spaced, wanted) == expected


@pytest.mark.parametrize("text", ["", "{", "{}", '[{"id":"a"'])
def test_a_damaged_list_is_named_where_a_record_is_picked(text):
    with pytest.raises(ArchiveError, match="Statement"):
        pick(records.Statement, text, ["a"])


@pytest.mark.parametrize("cut", [0, 1, 5, -1])
def test_a_packed_record_that_is_cut_off_is_named(cut):
    with pytest.raises(ArchiveError, match="Span"):
        loads(records.Span, pack(records.Span(1, 2))[:cut])


def test_a_packed_record_never_inflates_beyond_the_bound(monkeypatch):
    monkeypatch.setattr("onrecord.store.codec._MOST", 100)
    with pytest.raises(ArchiveError, match="too large"):
        loads(str, pack("a" * 200))


def test_fields_that_came_later_take_their_defaults_and_unknown_ones_are_passed_over():
    older = json.dumps({"id": "c-1", "kind": "number", "a": {"article_id": "a", "start": 0, "end": 2},
                        "b": {"article_id": "b", "start": 1, "end": 3}, "note": "7, 8", "story_id": "s", "gone": []})  # fmt: skip
    a, b = records.Place("a", 0, 2), records.Place("b", 1, 3)
    assert loads(records.Conflict, older) == records.Conflict("c-1", "number", a, b, "7, 8", "s")


def test_what_a_record_only_works_out_is_not_written():
    held = FormCount(Form("Ilka Venn", "person"), 7)
    before = dumps(held)
    language = languages.of("en")
    assert held.order(language) == held.form.order(language)
    assert dumps(held) == before
    assert loads(FormCount, before).form == held.form


@pytest.mark.parametrize("text", ["", "{", "[]", '{"edtf": 7}', '{"basis": null}'])
def test_a_damaged_record_is_named(text):
    with pytest.raises(ArchiveError, match=r"Dating.* is damaged"):
        loads(records.Dating, text)


def test_json_is_compact_and_in_the_words_of_the_text():
    told = replace(records.Dating(), basis="„früh“")
    assert dumps(told) == '{"edtf":null,"earliest":null,"latest":null,"basis":"„früh“"}'


# In a process of its own, which what it looks for would end: fields that one thread is still learning of.
TWO_THREADS = """
import sys, threading
from dataclasses import dataclass
from onrecord import store

began, goes_on = threading.Event(), threading.Event()

class Slow:
    def __class_getitem__(cls, kind):
        began.set()
        goes_on.wait(1)
        return kind

@dataclass(frozen=True)
class Inner:
    word: "Slow[str]"

@dataclass(frozen=True)
class Outer:
    inner: Inner
    name: str

first = threading.Thread(target=store.loads, args=(Outer, '{"inner": {"word": "a"}, "name": "b"}'))
first.start()
began.wait()
print(CALL)
goes_on.set()
first.join()
"""


@pytest.mark.parametrize(
    "call",
    [
        """store.loads(tuple[Outer, ...], '[{"inner": {"word": "a"}, "name": "b"}]')[0]""",
        """store.convert(Outer, {"inner": {"word": "a"}, "name": "b"})""",
    ],
)
def test_two_threads_may_read_a_kind_for_the_first_time(call):
    code = TWO_THREADS.replace("CALL", call)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "Outer(inner=Inner(word='a'), name='b')\n"), done.stderr
