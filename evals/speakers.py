"""Who speaks: the product against the benchmark, the resolver alone, and coreference on MEANTIME.

usage: python evals/speakers.py [SHARED]

``speakers.*``: the product's output by ``shared/eval/score_speakers.py``. ``speakers.given.*``: the same
definitions where the gold renderings' own sources are given, so that nothing is lost to tagging.
``speakers.one_name.split``: ``split`` over gold speakers that are one person (many are composites, such as
"White House (memo / briefing)", whose parts are rightly several records). ``coreference.*``: gold mentions of
persons and organisations clustered within documents (CoNLL F1) and across them, beside joining equal last
words.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import bare
import corpora
import halves
import meantime
import product
from clusters import Clusters, conll
from rules import RuleTagger

from onrecord import coreference, identity, languages
from onrecord.coreference.chains import chains
from onrecord.coreference.resolving import open_discourse, refer
from onrecord.languages.english.speakers.pronouns import FIRST_PERSON
from onrecord.records import Article, Block, LocalSpeaker, Span, Speaker, Statement
from onrecord.statements import assemble
from onrecord.text import View

BENCH = "bench/dev.json"
# How far from its content a rendering's source is looked for, and what a paragraph break costs.
REACH, BREAK = 1500, 300


def measure(shared: Path) -> dict[str, float]:
    """All figures whose data is present."""
    found: dict[str, float] = {}
    if (shared / BENCH).exists() and product.gold(shared, "basil").exists():
        found |= of_product(shared) | of_resolver(shared)
    if (shared / meantime.ARCHIVE).exists():
        found |= within(shared) | across(shared)
    return found


# ------------------------------------------------------------------ the benchmark


def of_product(shared: Path) -> dict[str, float]:
    """The scorer's figures for what the product writes, over all events and over each half of them."""
    found = _of_bench(shared, shared / BENCH)
    events = json.loads((shared / BENCH).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as home:
        bench = Path(home) / "bench.json"
        for half, part in halves.both(events, lambda e: str(e["event"])).items():
            bench.write_text(json.dumps(part), "utf-8")
            found |= halves.named(half, _of_bench(shared, bench))
    return found


def _of_bench(shared: Path, bench: Path) -> dict[str, float]:
    folder = product.output(shared, "basil")
    scored = product.scorer(shared, "score_speakers").score(
        str(bench), str(product.gold(shared, "basil")), str(folder)
    )
    found = {"speakers.found": scored["found"], "speakers.split": scored["split"]}
    for group in ("right", "hard"):
        found |= {f"speakers.{group}.{m.lower()}": scored[group][m] for m in ("P", "R", "F1")}
    return found


def _article(row: dict[str, Any]) -> Article:
    text = row["text"]
    headline = Block("headline", 0, max(0, text.find("\n")))
    return bare.article(row["id"], text, blocks=(headline,))


def _source(text: str, words: str, spans: list[list[int]]) -> tuple[Span, ...]:
    """Where a rendering's source stands: the nearest place with its words; paragraph breaks are far."""
    if not words:
        return ()
    low, high = spans[0][0], spans[-1][1]
    pattern = re.compile(
        rf"(?<!\w){re.escape(words)}(?!\w)"
        if words[0].isalnum() and words[-1].isalnum()
        else re.escape(words)
    )

    def far(match: re.Match[str]) -> int:
        inside = any(a <= match.start() < b for a, b in spans)
        gap = text[match.end() : low] if match.end() <= low else text[high : match.start()]
        near = min(min(abs(match.end() - a), abs(match.start() - b)) for a, b in spans)
        return near + BREAK * gap.count("\n") + BREAK * inside

    places = list(pattern.finditer(text, max(0, low - REACH), min(len(text), high + REACH)))
    return (Span(*min(places, key=far).span()),) if places else ()


def _statement(name: str, rendering: dict[str, Any], text: str, content: tuple[Span, ...]) -> Statement:
    return Statement(
        id=name,
        article_id=rendering["article"],
        kind="indirect",
        mode="speech",
        stance="assert",
        source=_source(text, rendering["source_text"], rendering["spans"]),
        cue=(),
        content=content,
        confidence=1.0,
        headline=content[0].end <= text.find("\n") + 1,
    )


def of_resolver(shared: Path) -> dict[str, float]:
    """Sources given: P, R and hard P, R of ``resolve`` and ``join``."""
    rows = {r["id"]: r for r in product.scorer(shared, "contract").rows(product.gold(shared, "basil"))}
    words = product.scorer(shared, "score_utterances").words
    statements: dict[str, list[Statement]] = defaultdict(list)
    gold: dict[str, tuple[str, str, bool]] = {}
    for event in json.loads((shared / BENCH).read_text(encoding="utf-8")):
        for number, utterance in enumerate(event["utterances"]):
            for place, rendering in enumerate(utterance["renderings"]):
                name, text = f"{event['event']}-{number}-{place}", rows[rendering["article"]]["text"]
                content = tuple(Span(*s) for s in rendering["spans"])
                statements[rendering["article"]].append(_statement(name, rendering, text, content))
                gold[name] = (event["event"], utterance["speaker"], rendering["named"])
    local = [
        c for key, row in rows.items() for c in coreference.resolve(View(_article(row)), statements[key], ())
    ]
    return _score(local, gold, words)


def _score(
    local: Iterable[LocalSpeaker], gold: dict[str, tuple[str, str, bool]], words: Callable[[str], set[str]]
) -> dict[str, float]:
    local = list(local)
    records, owner = identity.join(local, language=languages.of(None))
    by_id: dict[str, Speaker] = {r.id: r for r in records}
    said_by = {s: by_id[owner[c.id]] for c in local if c.id in owner for s in c.statement_ids}
    count: Counter[tuple[str, str]] = Counter()
    ids: dict[tuple[str, str], set[str]] = defaultdict(set)
    for statement, (event, speaker, named) in gold.items():
        groups = ("right", "hard") if not named else ("right",)
        record = said_by.get(statement)
        right = record is not None and bool(words(speaker) & words(" ".join([record.name, *record.variants])))
        for group in groups:
            count[group, "gold"] += 1
            count[group, "named"] += record is not None
            count[group, "right"] += right
        if right and record is not None:
            ids[event, speaker].add(record.id)
    one = {
        k: v
        for k, v in ids.items()
        if re.fullmatch(r"(?:[A-ZÁ][\w.’'-]+ ?){2,4}", k[1]) and any(by_id[i].type == "person" for i in v)
    }
    found: dict[str, float] = {}
    for group in ("right", "hard"):
        gold_n, named_n, right_n = (count[group, k] for k in ("gold", "named", "right"))
        found |= {
            f"speakers.given.{group}.p": 100 * right_n / named_n,
            f"speakers.given.{group}.r": 100 * right_n / gold_n,
        }
    found["speakers.one_name.split"] = 100 * sum(len(v) > 1 for v in one.values()) / max(1, len(one))
    return found


# ------------------------------------------------------------------ MEANTIME


def last_word(text: str, span: Span) -> str:
    """Mentions with the same last word are one entity: surname, or head of a noun phrase."""
    return re.sub(r"\W", "", span.of(text).split()[-1].casefold()) or span.of(text)


def grouped(keyed: Iterable[tuple[object, object]]) -> Clusters:
    """The mentions of each key together."""
    groups: dict[object, set[Any]] = defaultdict(set)
    for mention, key in keyed:
        groups[key].add(mention)
    return [frozenset(g) for g in groups.values()]


def _quoted(article: Article, spans: Iterable[Span]) -> dict[Span, int]:
    """Each first-person mention inside a statement of the product's rules -> where its speaker is named."""
    found = {}
    reading = RuleTagger().read([article])[0]
    view = View(article)
    statements = assemble(view, reading)
    local = coreference.resolve(view, statements, reading.names)
    said_by = {s: chain for chain in local for s in chain.statement_ids}
    for span in spans:
        if span.of(article.text).casefold() in FIRST_PERSON:
            inside = (s for s in statements if s.id in said_by and any(c.contains(span) for c in s.content))
            speaker = next((said_by[s.id] for s in inside), None)
            named = (
                next((m for m in speaker.mentions if m.how in ("name", "surname")), None) if speaker else None
            )
            if named is not None:
                found[span] = named.start
    return found


def linked_mentions(
    document: meantime.Document,
) -> tuple[list[tuple[Span, object]], list[tuple[Span, str]], list[LocalSpeaker]]:
    """Each gold mention with the entity it was linked to, and with the id of its chain; the chains."""
    discourse = open_discourse(View(document.article), ())
    spans = sorted({s for spans in document.entities.values() for s in spans})
    quoted = _quoted(document.article, spans)
    linked: list[tuple[Span, object]] = [
        (span, quoted[span] if span in quoted else refer(discourse, span) or span) for span in spans
    ]
    by_start = {m.start: e for e in discourse.entities for m in e.mentions}
    linked = [(span, by_start.get(e, span) if isinstance(e, int) else e) for span, e in linked]
    kept = chains(discourse)
    ids = {id(entity): record.id for entity, record in kept}
    return (
        linked,
        [(s, ids.get(id(e), f"{document.article.id}:{s}")) for s, e in linked],
        [r for _, r in kept],
    )


def within(shared: Path) -> dict[str, float]:
    """CoNLL F1 of gold mentions within documents, ours and the baseline's."""
    ours, base = [], []
    for document in meantime.documents(shared, "intra-doc_annotation"):
        key = [frozenset(spans) for spans in document.entities.values()]
        linked, _, _ = linked_mentions(document)
        text = document.article.text
        ours.append((key, grouped((s, id(e)) for s, e in linked)))
        base.append((key, grouped((s, last_word(text, s)) for s, _ in linked)))
    mine, theirs = conll(ours), conll(base)
    return {
        **{f"coreference.within.{name}": score for name, score in mine.items()},
        "coreference.within.baseline": theirs["conll"],
        "coreference.within.lead": mine["conll"] - theirs["conll"],
    }


def across(shared: Path) -> dict[str, float]:
    """The same over all documents at once: an instance is one cluster wherever it is mentioned."""
    key: dict[str, set[object]] = defaultdict(set)
    chained: list[tuple[object, str]] = []
    base: list[tuple[object, str]] = []
    local: list[LocalSpeaker] = []
    for document in meantime.documents(shared, "intra_cross-doc_annotation"):
        for instance, spans in document.entities.items():
            key[instance] |= {(document.article.id, s) for s in spans}
        _, ids, records = linked_mentions(document)
        chained += [((document.article.id, s), i) for s, i in ids]
        base += [((document.article.id, s), last_word(document.article.text, s)) for s, _ in ids]
        local += records
    _, owner = identity.join(local, language=languages.of(None))
    gold = [frozenset(m) for m in key.values()]
    mine = conll([(gold, grouped((m, owner.get(i, i)) for m, i in chained))])
    theirs = conll([(gold, grouped(base))])
    return {
        "coreference.across.conll": mine["conll"],
        "coreference.across.baseline": theirs["conll"],
        "coreference.across.lead": mine["conll"] - theirs["conll"],
    }


if __name__ == "__main__":
    print(json.dumps(measure(corpora.asked()), indent=1))
