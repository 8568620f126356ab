"""The columns of every table with their types, for formats that must know them before the first row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_SPAN = {"start": "int", "end": "int"}
_PLACE = {"article_id": "str", **_SPAN}
_NOTED = {**_PLACE, "note": "str"}

# "str", "int", "float", "bool"; [x] a list; {…} a struct; {"*": x} a map from strings.
SCHEMAS: Mapping[str, Mapping[str, Any]] = {
    "articles": {
        **dict.fromkeys(("id", "given_id", "path"), "str"),
        "item": "int",
        **dict.fromkeys(
            ("sha256", "outlet", "title", "url", "byline", "dateline", "credit", "language"), "str"
        ),
        **dict.fromkeys(("published_at", "published_earliest", "published_latest", "published_basis"), "str"),
        "text": "str",
        "text_map": [["int"]],
        "blocks": [{"kind": "str", **_SPAN}],
        "fields": {"*": "str"},
        "producer": "str",
    },
    "timexes": {
        **_PLACE,
        **dict.fromkeys(("type", "value", "edtf", "earliest", "latest", "producer"), "str"),
    },
    "statements": {
        **dict.fromkeys(("id", "article_id", "kind", "mode"), "str"),
        **{name: [_SPAN] for name in ("source", "cue", "content")},
        **dict.fromkeys(("speaker_id", "speaker", "source_text", "stance"), "str"),
        **dict.fromkeys(("said_on", "said_earliest", "said_latest", "said_basis"), "str"),
        "addressee": "str",
        "addressee_span": _SPAN,
        "venue": "str",
        "venue_span": _SPAN,
        "parent_id": "str",
        "headline": "bool",
        "confidence": "float",
        "producer": "str",
    },
    "speakers": {
        **dict.fromkeys(("id", "name", "type"), "str"),
        "variants": ["str"],
        "offices": [dict.fromkeys(("title", "organisation", "earliest", "latest"), "str")],
        "mentions": [{**_PLACE, "how": "str"}],
        "acts_for": ["str"],
        "evidence": ["str"],
        "producer": "str",
    },
    "stories": {
        **dict.fromkeys(("id", "title"), "str"),
        "article_ids": ["str"],
        **dict.fromkeys(("first_published", "last_published", "storyline_id"), "str"),
        "reasons": {"*": ["str"]},
        "producer": "str",
    },
    "utterances": {
        **dict.fromkeys(("id", "story_id", "speaker_id", "said_on", "said_earliest", "said_latest"), "str"),
        "renderings": [
            {
                "statement_id": "str",
                "article_id": "str",
                "content": [_SPAN],
                "label": "str",
                "dropped_qualifier": "bool",
                "qualifier": _NOTED,
                "polarity_flip": "bool",
            }
        ],
        "comparisons": [{"a": "str", "b": "str", "edits": [{"kind": "str", "a": _SPAN, "b": _SPAN}]}],
        "reasons": ["str"],
        "producer": "str",
    },
    "origins": {
        **dict.fromkeys(("id", "kind", "level", "name"), "str"),
        **{name: ["str"] for name in ("article_ids", "statement_ids", "parent_ids")},
        "evidence": [_NOTED],
        "producer": "str",
    },
    "timeline": {
        **dict.fromkeys(("id", "story_id", "storyline_id", "clock", "date", "earliest", "latest"), "str"),
        **_PLACE,
        "witnesses": [_NOTED],
        "statement_id": "str",
        "weight": "float",
        "time": "str",
        "selected": "bool",
        "producer": "str",
    },
    "chronicle": {
        **dict.fromkeys(("id", "story_id", "storyline_id", "clock", "date", "earliest", "latest"), "str"),
        **_PLACE,
        "witnesses": [_NOTED],
        "statement_id": "str",
        "weight": "float",
        "time": "str",
        "selected": "bool",
        "producer": "str",
        **{name: ["str"] for name in ("entry_ids", "other_dates")},
        "clashes": [_NOTED],
    },
    "conflicts": {
        **dict.fromkeys(("id", "kind"), "str"),
        "a": _PLACE,
        "b": _PLACE,
        **dict.fromkeys(("note", "story_id"), "str"),
        "explained_by_time": "bool",
        "producer": "str",
    },
    "positions": {
        **dict.fromkeys(("id", "speaker_id", "topic"), "str"),
        "entries": [dict.fromkeys(("statement_id", "said_on", "level", "speaker_id"), "str")],
        "shifts": [{"from": "str", "to": "str", "rivals": ["str"]}],
        "producer": "str",
    },
    "silences": {
        **dict.fromkeys(("id", "story_id", "article_id"), "str"),
        "carried": ["str"],
        **{
            name: [dict.fromkeys(("utterance_id", "public"), "str")]
            for name in ("absent", "early", "unknown")
        },
        "producer": "str",
    },
}
