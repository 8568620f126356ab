"""Stories on annotated sets: B-cubed F1 by ``../shared/eval/score_stories.py``; the same in any order.

    python evals/stories.py [../shared]

BASIL dev stands hidden among 5,000 other articles. ECB+ sub-topics are short texts without dates: two like
happenings a topic. Further like happenings are invented (``happenings``). Articles
go through cleaning and dating as in the product; their names are read from capital letters, so that no
model is needed here.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import tarfile
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import corpora
import halves
import happenings
from product import scorer

from onrecord import articles, dates, sources
from onrecord.records import AnnotatedArticle, Skipped, Story
from onrecord.stories import Grouping, StoryKeys, keys
from onrecord.text import View

DISTRACTORS = 5000
SHUFFLES = 5


def measure(shared: Path) -> dict[str, float]:
    """B-cubed on each set present, the largest story among the distractors, agreement of orders."""
    data = shared / "data"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = borders(folder)
        basil, clusters = data / "basil/dev.jsonl.gz", data / "clusters/dev.jsonl.gz"
        if basil.exists() and (data / "allsides/articles.jsonl.gz").exists():
            rows = [*corpora.rows(basil), *distractors(data / "allsides/articles.jsonl.gz", DISTRACTORS)]
            stories, placed = group_rows(rows, folder)
            found |= _scores("basil", shared, basil, stories, placed)
            found["basil.largest_story"] = max(len(s.article_ids) for s in stories)
            found["order_agreement"] = 100 * order_agreement([k for k, _ in placed], stories)
        if clusters.exists():
            stories, placed = group_rows(list(corpora.rows(clusters)), folder)
            found |= _scores("clusters", shared, clusters, stories, placed)
        if (data / "ecbplus/train_dev.tar.gz").exists():
            gold = folder / "ecb.jsonl"
            rows = list(ecb(data / "ecbplus/train_dev.tar.gz"))
            gold.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
            stories, placed = group_rows(rows, folder)
            found |= _scores("ecb", shared, gold, stories, placed)
            found |= sub_topics(stories, {k.article_id: given for k, given in placed})
    return found


def borders(folder: Path) -> dict[str, float]:
    """Percent of pairs of invented tellings (``happenings``) that are parted or joined as they should be.

    Each pair is grouped as if nothing else were there.
    """
    kinds = happenings.kinds()
    rows = [{"id": t.id, "outlet": t.id, "date": t.date, "text": t.text} for k in kinds.values() for t in k]
    keys_of = {given: k for k, given in group_rows(rows, folder)[1]}
    right: defaultdict[str, list[bool]] = defaultdict(list)
    for kind, tellings in kinds.items():
        for a, b, one in happenings.pairs(tellings):
            joined = len(_group((keys_of[a.id], keys_of[b.id]))) == 1
            name = "together" if one else "apart"
            right[f"borders.{name}"].append(joined == one)
            right[f"{halves.half(kind)}.borders.{name}"].append(joined == one)
    return {name: 100 * sum(holds) / len(holds) for name, holds in sorted(right.items())}


def sub_topics(stories: Iterable[Story], given: Mapping[str, str]) -> dict[str, float]:
    """Percent of ECB+'s topics whose two like happenings share no story but for a stray article of either."""
    shares: defaultdict[str, int] = defaultdict(int)
    topics = {re.split("ecb|_", g)[0] for g in given.values()}
    for story in stories:
        counts = Counter(
            (m[1], m[2]) for a in story.article_ids if (m := re.match(r"(\d+)_\d+(ecb(?:plus)?)", given[a]))
        )
        for topic in {t for t, _ in counts}:
            both = min(counts[topic, "ecb"], counts[topic, "ecbplus"])
            shares[topic] = max(shares[topic], both)
    return {"ecb.sub_topics_apart": 100 * sum(shares[t] <= 1 for t in topics) / max(1, len(topics))}


def distractors(path: Path, most: int) -> list[corpora.Row]:
    """The rows whose ids have the smallest hashes, from the half that no word frequency was counted on."""
    marked = [(hashlib.sha256(str(r["id"]).encode()).digest(), r) for r in corpora.rows(path)]
    unseen = sorted((mark, i) for i, (mark, _) in enumerate(marked) if mark[1] >= 128)
    return [marked[i][1] for _, i in unseen[:most]]


def ecb(path: Path) -> Iterator[corpora.Row]:
    """ECB+ files as rows; the event is the sub-topic: topic number and whether the suffix is "plus"."""
    with tarfile.open(path) as tar:
        for member in sorted(tar.getmembers(), key=lambda m: m.name):
            match = re.search(r"(\d+)_(\d+)(ecb(?:plus)?)\.xml$", member.name)
            file = tar.extractfile(member) if match else None
            if match is None or file is None:
                continue
            sentences: OrderedDict[int, list[str]] = OrderedDict()
            for token in ET.parse(file).getroot().iter("token"):  # noqa: S314 - annotated data, not user input
                sentences.setdefault(int(token.get("sentence") or 0), []).append(token.text or "")
            text = "\n".join(" ".join(words) for words in sentences.values())
            yield {"id": match[0][:-4], "event": match[1] + match[3], "text": text}


def group_rows(
    rows: Iterable[corpora.Row], folder: Path
) -> tuple[tuple[Story, ...], list[tuple[StoryKeys, str]]]:
    """Stories of the rows' articles, and each article's keys with the id of its row."""
    path = folder / "in.jsonl"
    wanted = ("id", "outlet", "date", "text")
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({k: r[k] for k in wanted if r.get(k)}) + "\n" for r in rows)
    placed = []
    for raw in sources.read([path], on_skip=_complain):
        article = articles.clean(raw)
        item = AnnotatedArticle(replace(article, published=dates.publish(View(article))))
        placed.append((keys(item, View(item.article)), str(article.given_id)))
    return _group(k for k, _ in placed), placed


def _complain(skipped: Skipped) -> None:
    raise AssertionError(f"{skipped.where}: {skipped.reason}")


def _group(items: Iterable[StoryKeys]) -> tuple[Story, ...]:
    grouping = Grouping()
    for item in items:
        grouping.add(item)
    return grouping.stories()


def _scores(
    name: str,
    shared: Path,
    gold: Path,
    stories: Iterable[Story],
    placed: Iterable[tuple[StoryKeys, str]],
) -> dict[str, float]:
    """What the shared scorer says of the tables that the product would write."""
    folder = Path(tempfile.mkdtemp())
    articles_table = ({"id": k.article_id, "given_id": given, "text_map": []} for k, given in placed)
    stories_table = ({"id": s.id, "article_ids": s.article_ids} for s in stories)
    for table, rows in (("articles", articles_table), ("stories", stories_table)):
        text = "".join(json.dumps(row) + "\n" for row in rows)
        (folder / f"{table}.jsonl").write_text(text, "utf-8")
    score = scorer(shared, "score_stories").score(gold, folder)["bcubed"]
    found = {f"{name}.bcubed_{k.lower()}": float(score[k]) for k in ("P", "R", "F1")}
    for half, part in halves.both(_gold_rows(gold), lambda row: str(row["event"])).items():
        file = folder / f"{half}.jsonl"
        file.write_text("".join(json.dumps({k: r[k] for k in ("id", "event")}) + "\n" for r in part), "utf-8")
        score = scorer(shared, "score_stories").score(file, folder)["bcubed"]
        found |= halves.named(half, {f"{name}.bcubed_f1": float(score["F1"])})
    return found


def _gold_rows(gold: Path) -> Iterator[corpora.Row]:
    """The rows that have an event, of a packed or a plain file."""
    lines = gold.read_text("utf-8").splitlines() if gold.suffix != ".gz" else None
    rows = corpora.rows(gold) if lines is None else map(json.loads, lines)
    return (row for row in rows if row.get("event") is not None)


def order_agreement(items: list[StoryKeys], stories: Iterable[Story]) -> float:
    """Least share of article pairs in one story that two orders have in common, over shuffled orders."""
    base = _pairs(stories)
    worst = 1.0
    for seed in range(SHUFFLES):
        shuffled = items[:]
        random.Random(seed).shuffle(shuffled)  # noqa: S311 - order, not secrets
        other = _pairs(_group(shuffled))
        worst = min(worst, len(base & other) / max(1, len(base | other)))
    return worst


def _pairs(stories: Iterable[Story]) -> set[tuple[str, str]]:
    return {pair for s in stories for pair in combinations(sorted(s.article_ids), 2)}


def main() -> None:
    """Print the figures, and the sizes of the stories found among the distractors."""
    shared = corpora.asked()
    for name, value in measure(shared).items():
        print(f"{name:<28}{value:>8.2f}")
    path = shared / "data/allsides/articles.jsonl.gz"
    if path.exists():
        with tempfile.TemporaryDirectory() as folder:
            stories, _ = group_rows(distractors(path, DISTRACTORS), Path(folder))
        sizes = Counter(len(s.article_ids) for s in stories)
        print("sizes of stories among the distractors:", dict(sorted(sizes.items())))


if __name__ == "__main__":
    main()
