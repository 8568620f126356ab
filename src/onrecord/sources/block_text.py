"""Texts that a site's editor keeps as a tree of blocks and runs: which object holds one, and its paragraphs.

Editors differ in every name and agree in the shape: a block has runs of words or blocks, a run has words. An
object with a title and such a tree is an article; a list of blocks that none has a title above is one, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from onrecord.languages.fields import field_of
from onrecord.sources.markup import fragment_text, is_markup
from onrecord.sources.objects import describes
from onrecord.sources.rows import has_text, opened
from onrecord.sources.told_by_values import is_prose, may_be_text

# Where a node keeps its words or what stands in it, the plainest first.
_INSIDE = (
    "plain_text", "text", "insert", "html", "value", "content", "data", "model", "rich_text", "children",
    "blocks", "paragraphs", "sentences", "ops", "root", "doc", "document", "nodes", "elements",
    "content_elements", "items", "sections", "segments",
)  # fmt: skip
_KIND = ("type", "_type", "nodeType", "nodetype", "object", "kind", "tag", "subtype", "style")
_OF_BLOCKS = re.compile(
    r"paragraph|heading|header|block|unstyled|list|quote|^p$|^h\d$|^li$|section", re.IGNORECASE
)
# What such a tree has beside its paragraphs.
_NO_TEXT = re.compile(
    r"image|photo|picture|video|audio|embed|media|gallery|graphic|advert|^ad$|^ads$|promo|related|link_list"
    r"|divider|spacer|rule|^hr$|newsletter|author|^title$|^headline$|kicker|byline|^date$|caption|raw_html|script",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?:…][\"”’')\]]*$")
_LOCALE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2})?$")
_SHORTEST, _FEWEST = 160, 2
_DEEPEST = 24
# Parts that an article has of its own, and a block of one has not.
_OWN = frozenset(("title", "date", "byline", "url", "outlet"))


def with_texts(value: object, depth: int = _DEEPEST) -> object:
    """``value`` with the trees of blocks in it as texts of the objects that they belong to."""
    if depth == 0:
        return value
    if isinstance(value, list):
        text = _joined(value) if _are_blocks(value) else ""
        return {"text": text} if text else [with_texts(part, depth - 1) for part in value]
    if not isinstance(value, Mapping):
        return value
    found = {str(key): _in_english(part) for key, part in value.items()}
    if _has_words(opened(found)):
        return found
    if (of := _with_text(found)) is not None:
        return of
    return {key: with_texts(part, depth - 1) for key, part in found.items()}


def _with_text(found: Mapping[str, object]) -> dict[str, object] | None:
    """A titled object with the longest of its parts as its text; None where none is long enough."""
    texts = {key: _text_in(key, part) for key, part in found.items()} if _is_titled(found) else {}
    longest = max(texts, key=lambda key: len(texts[key]), default="")
    text = texts.get(longest, "")
    if len(text) < _SHORTEST:
        return None
    return {("text" if key == longest else key): part for key, part in found.items()} | {"text": text}


def _in_english(value: object) -> object:
    """What a site of several languages keeps under each one's name: the English, else the first."""
    if not isinstance(value, Mapping) or not value or not all(map(_is_language, value)):
        return value
    chosen = next((key for key in value if str(key).startswith("en")), next(iter(value)))
    return value[chosen]


def _is_language(key: object) -> bool:
    """Whether a key is a language's tag, and no short name of a part ("by")."""
    return _LOCALE.match(str(key)) is not None and field_of(str(key)) is None


def _has_words(row: Mapping[str, object]) -> bool:
    """Whether a row's text is words already."""
    texts = [value for key, value in row.items() if field_of(key) == "text"]
    return any(isinstance(text, str) and len(text) >= _SHORTEST for text in texts)


def _is_titled(row: Mapping[str, object]) -> bool:
    """Whether an object has a title, itself or in what describes it."""
    if any(field_of(key) == "title" and value for key, value in row.items()):
        return True
    beside = (value for key, value in row.items() if describes(key))
    return any(
        isinstance(each, Mapping) and _is_titled({str(k): v for k, v in each.items()}) for each in beside
    )


def _text_in(key: str, value: object) -> str:
    """The text that a part of a titled object is: prose whose name allows it, or a tree's paragraphs."""
    if isinstance(value, str):
        return value if is_prose(value) and may_be_text(key, value) else ""
    return _joined(value) if isinstance(value, (list, Mapping)) and _is_tree(value) else ""


def _is_tree(value: object, depth: int = _DEEPEST) -> bool:
    """Whether a value can be a tree of blocks: nothing in it is an article of its own."""
    if isinstance(value, Mapping):
        return depth > 0 and not _is_own(value) and all(_is_tree(part, depth - 1) for part in value.values())
    return not isinstance(value, list) or (depth > 0 and all(_is_tree(part, depth - 1) for part in value))


def _is_own(node: Mapping[str, object]) -> bool:
    named = {field_of(str(key)) for key, part in node.items() if isinstance(part, str) and part.strip()}
    return (
        bool(named & _OWN) and has_text({str(key): part for key, part in node.items()}) and not _skipped(node)
    )


def _are_blocks(nodes: list[object]) -> bool:
    """Whether a list is an article's blocks, not a list of articles: each says of which kind it is."""
    kinds = [_kind(node) for node in nodes if isinstance(node, Mapping)]
    is_one = len(kinds) == len(nodes) >= _FEWEST and any(_OF_BLOCKS.search(kind) for kind in kinds)
    return is_one and all(kinds) and all(map(_is_tree, nodes))


def _kind(node: Mapping[str, object]) -> str:
    """What a node says that it is, the surest first: of "object" and "type" the latter."""
    said = (node.get(key) for key in _KIND)
    return next((word for word in said if isinstance(word, str) and word), "")


def _skipped(node: Mapping[str, object]) -> bool:
    return _NO_TEXT.search(_kind(node)) is not None


def _joined(value: object) -> str:
    paragraphs = (line.strip() for part in _paragraphs(value, _DEEPEST) for line in part.split("\n"))
    return "\n\n".join(line for line in paragraphs if line)


def _paragraphs(value: object, depth: int, *, within: bool = False) -> Iterator[str]:
    """The paragraphs of a node; ``within``: of the runs of one."""
    if depth == 0:
        return
    if isinstance(value, str):
        yield fragment_text(value) if is_markup(value) else value
    elif isinstance(value, list):
        yield from _of_list(value, depth - 1, within=within)
    elif isinstance(value, Mapping) and not _skipped(value):
        yield from _of_object(value, depth - 1)


def _of_list(value: list[object], depth: int, *, within: bool) -> list[str]:
    """The paragraphs of a list of nodes: one where they are the runs of one."""
    runs = [run for part in value for run in _paragraphs(part, depth)]
    are_runs = all(map(_is_run, value)) and (within or not all(_ENDED.search(run.strip()) for run in runs))
    return ["".join(runs)] if are_runs else runs


def _of_object(value: Mapping[str, object], depth: int) -> Iterator[str]:
    """The paragraphs of an object: of what stands within, else its own strings."""
    kind, inner = _kind(value), _inner(value)
    if inner is not None:
        yield from _paragraphs(inner, depth, within=bool(kind) and _OF_BLOCKS.search(kind) is not None)
    elif len(value) >= _FEWEST and all(isinstance(part, str) for part in value.values()):
        yield from map(str, value.values())


def _inner(node: Mapping[str, object]) -> object:
    """What stands within a node, under its kind's name or one that is known; None where nothing does."""
    return next((node[k] for k in (_kind(node), *_INSIDE) if k in node and _is_filled(node[k])), None)


def _is_filled(value: object) -> bool:
    return isinstance(value, (str, list, Mapping)) and bool(value)


def _is_run(node: object) -> bool:
    """Whether a node has words and no other node in it."""
    if isinstance(node, Mapping):
        return isinstance(_inner(node) or "", str) and not _OF_BLOCKS.search(_kind(node))
    return isinstance(node, str)
