"""Records as lines that a person can review: one a record, ids as what they name, spans as their words.

Ids are hashes: a letter more in an article changes hundreds of them. Each is shown as what it names (an article's
key, the words of a statement, an utterance or an entry), each span with its characters and where it begins, and
numbers between 0 and 1 to one digit. What bears the same words is counted within its article or story, and told with its
article's key where a line of another names it: a change of one article leaves the others' lines as they are.
One digit because the models' kernels differ between processors: on x86 with and without VNNI and on ARM
logits move by about a hundredth, and what stands on an edge there turns over: a digit, or the first word of a content.
"""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from pathlib import Path

# How many characters of a span are shown, and of what an id names.
SHOWN, NAMED = 44, 28
# What says nothing about the articles, what stands in the table of articles as well, and, in other tables'
# rows, what stands in a table of its own: mentions in that of chains.
LEFT_OUT = frozenset({"id", "text", "text_map", "sha256", "producer", "item", "storyline_id", "mentions"})
OF_ARTICLES = frozenset({"outlet", "title", "published_at", "url"})
# What other articles have a part in.
OF_OTHERS = frozenset({"speaker_id", "speaker"})
DAYS = ("earliest", "latest")
# Tables in the order of the words; ids, which order the others, say nothing.
IN_ORDER = frozenset({"articles", "chains", "statements", "timexes"})


class Page:
    """Tables, as they are written, and the articles' chains with names for ids and words for spans.

    ``alone``: each article is looked at by itself, not who of another is the same.
    """

    def __init__(self, tables, chains=(), *, alone=False):
        self._left_out = LEFT_OUT | OF_OTHERS if alone else LEFT_OUT
        articles = [_with_labels(row) for row in tables["articles"]]
        chains = [dataclasses.asdict(chain) for chain in chains]
        self._tables = tables | {"articles": articles, "chains": chains}
        self._texts = {a["id"]: a["text"] for a in tables["articles"]}
        self._names, self._homes = {}, {}
        for name in dict.fromkeys(("articles", *(t for t in self._tables if t != "facts"), "facts")):
            taken = Counter()
            for row in self._tables[name]:
                label, home = self._label(name, row), _home(row)
                if label and row.get("id") not in self._names:
                    taken[home, label] += 1
                    again = f" ({taken[home, label]})" if taken[home, label] > 1 else ""
                    self._names[row.get("id")] = label + again
                    self._homes[row.get("id")] = None if name == "speakers" else home
        self._names |= self._told_apart(tables["speakers"])

    def __iter__(self):
        return iter(sorted(self._tables))

    def lines(self, table):
        """The lines of one table."""
        rows = [" | ".join(self._row(table, row)) for row in self._tables[table]]
        return rows if table in IN_ORDER else sorted(rows)

    def _told_apart(self, speakers):
        """Speakers of one name by the articles that mention them first: such a name is many a record's."""
        many = Counter(row["name"] for row in speakers)
        return {
            row["id"]: f"{self._names[row['id']]} of {self._names[row['mentions'][0]['article_id']]}"
            for row in speakers
            if many[row["name"]] > 1 and row["mentions"]
        }

    def _label(self, table, row):
        if table == "articles":
            path = row["path"].partition("/in/")[2] or Path(row["path"]).name
            return row.get("given_id") or f"{path}#{row['item']}"
        if table == "statements":
            return f"‹{self._words(row['article_id'], row['content'][0], NAMED)}›"
        if table == "utterances":
            first = row["renderings"][0]
            return f"“{self._words(first['article_id'], first['content'][0], NAMED)}”"
        if {"article_id", "start", "end"} <= set(row):
            return f"‹{self._words(row['article_id'], row, NAMED)}›"
        if table == "facts":
            return f"{row['kind']} {self._names.get(row['record_id'])}"
        return _short(row.get("name") or row.get("title") or row.get("note"), NAMED)

    def _row(self, table, row):
        article = row.get("article_id") or row.get("id")
        if article in self._texts:
            yield self._names[article]
        if {"article_id", "start", "end"} <= set(row):
            yield self._span(row, article)
        dull = self._left_out | {"article_id", "start", "end", "words"}
        if table == "articles":
            dull |= {"given_id", "path"}
        elif table == "chains":
            dull -= {"mentions"}
        elif "article_id" in row or table in {"conflicts", "relations"}:
            dull |= OF_ARTICLES
        days = {v for k, v in row.items() if k in ("date", "value") or k.endswith(("_on", "_at"))}
        for key, value in row.items():
            if key in dull or value in (None, [], (), {}, "") or (key.endswith(DAYS) and value in days):
                continue
            yield f"{key}: {self._value(value, article)}"

    def _value(self, value, article):
        if isinstance(value, dict):
            return self._mapping(value, article)
        if isinstance(value, list | tuple):
            return "; ".join(self._value(one, article) for one in value)
        if isinstance(value, float):
            return f"{value:.1f}"
        if not isinstance(value, str):
            return json.dumps(value)
        if value not in self._names:
            return " ".join(value.split()) if not _hashed(value) else "…"
        home = self._homes.get(value)
        elsewhere = home in self._texts and home not in (article, value)
        return f"{self._names[home]} {self._names[value]}" if elsewhere else self._names[value]

    def _mapping(self, value, article):
        there = value.get("article_id", article)
        said = [] if there == article or there not in self._names else [self._names[there]]
        if {"start", "end"} <= set(value):
            said.append(self._span(value, there))
        for key, one in value.items():
            if key not in {"start", "end", "article_id"} and one not in (None, [], (), {}, "", False):
                said.append(f"{self._names.get(key, key)}={self._value(one, there)}")
        return " ".join(said)

    def _span(self, span, article):
        return f"‹{self._words(article, span, SHOWN)}›{span['start']}"

    def _words(self, article, span, most):
        return _short(self._texts.get(article, "")[span["start"] : span["end"]], most)


def _home(row):
    """In what a record's label is counted: its article or story, or else, as with a speaker, where it is first met."""
    places = [row.get(key) for key in ("article_id", "story_id", "storyline_id")]
    return next(filter(None, (*places, *(m["article_id"] for m in row.get("mentions") or ()))), None)


def _with_labels(row):
    """An article's row in which blocks bear the labels of the parts that they are.

    Parts are places of the raw document: those that are in the text are told by theirs there.
    """
    parts = {_in_text(row["text_map"], part): part for part in row["parts"]}
    labels = {place: part["label"] for place, part in parts.items() if isinstance(place, tuple)}
    blocks = [block | {"kind": _kinds(block, labels)} for block in row["blocks"]]
    lone = [
        {"start": place[0], "end": place[1], "label": part["label"]}
        if isinstance(place, tuple)
        else {"label": part["label"], "raw": part["start"]}
        for place, part in parts.items()
        if not isinstance(place, tuple) or place in labels
    ]
    return row | {"blocks": blocks, "parts": lone}


def _in_text(runs, part):
    """A part's place in the text; where it begins in the raw document, if it is not in the text whole."""
    ends = [
        next((t + at - r for t, r, n in runs if r <= at <= r + n and (at < r + n or is_end)), None)
        for at, is_end in ((part["start"], False), (part["end"], True))
    ]
    return part["start"] if None in ends or ends[0] >= ends[1] else tuple(ends)


def _kinds(block, labels):
    label = labels.pop((block["start"], block["end"]), None)
    return f"{block['kind']}/{label}" if label else block["kind"]


def _short(text, most):
    words = " ".join((text or "").split())
    return words if len(words) <= most else f"{words[: most // 2]} … {words[-most // 2 :]}"


def _hashed(value):
    """Whether a string is an id: a prefix and sixteen hexadecimal digits."""
    prefix, _, digits = value.rpartition("-")
    return bool(prefix) and len(digits) == 16 and not set(digits) - set("0123456789abcdef")
