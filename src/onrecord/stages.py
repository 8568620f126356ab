"""What each stage reads and writes, and the digest of the code and data that it works by.

The digest is the ``producer`` of a stage's records, and it decides what an archive has to make again: where a
stage's ``chain`` differs from the one its records were made with, it or something that it reads has changed.

A digest covers the bytes of the stage's package, of every package below that it imports (found by their
import lines, so nothing has to be kept in step), of ``pipeline.py``, the manifest's hashes of its models, and
the version. It is made of files as they lie, about 1.5 MB: 20 ms, once a process, when something is read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

from onrecord.models.manifest import COMPARING, LINES, PACKAGED, RELATING, TAGGING
from onrecord.records import (
    Article,
    Conflict,
    Fact,
    Finding,
    LocalSpeaker,
    Origin,
    Position,
    RawDocument,
    Reading,
    Relation,
    Revision,
    Silence,
    Speaker,
    Standing,
    Statement,
    Story,
    TimelineEntry,
    Timex,
    Utterance,
)

# The records that say who made them.
R = TypeVar(
    "R",
    Article,
    Timex,
    Statement,
    LocalSpeaker,
    Story,
    Speaker,
    Utterance,
    Origin,
    Relation,
    Conflict,
    TimelineEntry,
    Position,
    Revision,
    Silence,
    Fact,
    Finding,
    Standing,
)

_EVERYWHERE = ("__init__", "pipeline")  # the version, and what calls the stages
_LENGTH = 12  # hexadecimal digits of a digest: 48 bits tell versions of one stage apart


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage; its package is its name up to the first full stop.

    ``reads`` and ``writes`` are record types; ``models`` are files of ``models/weights``.
    """

    name: str
    reads: tuple[type, ...]
    writes: tuple[type, ...]
    models: tuple[str, ...] = ()

    @property
    def package(self) -> str:
        """The folder or module of its code, below ``onrecord``."""
        return self.name.partition(".")[0]


# In the order in which they run: a stage depends on those before it that write what it reads.
STAGES = (
    Stage("sources", (), (RawDocument,)),
    Stage("articles", (RawDocument,), (Article,), LINES),
    Stage("statements", (Article,), (Reading, Statement), TAGGING),
    Stage("coreference", (Article, Reading, Statement), (LocalSpeaker, Statement)),  # how sure a speaker is
    Stage("dates", (Article, Statement, LocalSpeaker), (Timex, Article, Statement)),  # published, said
    Stage("stories", (Article, Statement), (Story,)),
    Stage("identity", (LocalSpeaker,), (Speaker,)),
    Stage("utterances", (Story, Article, Statement, Speaker), (Utterance,), COMPARING),
    Stage("origins", (Story, Article, Statement, LocalSpeaker, Utterance, Speaker), (Origin,)),
    Stage("relations", (Story, Article, Timex, Statement, Utterance, Speaker), (Relation,), RELATING),
    Stage("conflicts", (Relation,), (Conflict,)),
    Stage("timelines", (Story, Article, Timex, Statement), (TimelineEntry,)),
    Stage("revisions", (Story, Article, Timex), (Revision,)),
    Stage("silences", (Story, Article, Statement, Utterance), (Silence,)),
    Stage("positions", (Story, Article, Statement, Utterance, Speaker), (Position,)),
    Stage("timelines.chronicle", (Story, Article, TimelineEntry, Conflict), (TimelineEntry,)),
    Stage("standing", (Story, Article, Timex, Statement, Utterance, Origin, TimelineEntry), (Fact, Standing)),
    Stage(
        "findings",
        (Story, Article, Statement, Utterance, Relation, Conflict, Position, TimelineEntry),
        (Finding,),
    ),
)
_BY_NAME = {stage.name: stage for stage in STAGES}

# Searched for as it stands: anchored to line starts, the search takes longer than all the hashing. The style
# of this code has no other form of import, which a test holds beside the true graph of imports.
_IMPORTED = re.compile(rb"from onrecord(?:\.(\w+)| import (?:\(([^)]*)\)|([^\n(]*)))")


def producer(name: str) -> str:
    """``<stage>/<digest>``, as the records of the stage ``name`` carry it."""
    return f"{name}/{digest(name)}"


def stamp(name: str, records: Iterable[R]) -> tuple[R, ...]:
    """``records`` as made by the stage ``name``; what they say of a reader or scorer that it used follows."""
    made = producer(name)
    return tuple(replace(r, producer=f"{made} {r.producer}".rstrip()) for r in records)


@cache
def digest(name: str) -> str:
    """The stage's own code and data.

    Raises:
        ModelError: the models' manifest is damaged.
    """
    stage = _BY_NAME[name]
    told = [name, *sorted(PACKAGED.hashes(stage.models).values())]
    told += [_content(package)[0] for package in (*_EVERYWHERE, *sorted(code(stage.package)))]
    return _short(told)


@cache
def chain(name: str) -> str:
    """The stage's digest with those of all stages before it that its records rest on."""
    stage = _BY_NAME[name]
    earlier = STAGES[: STAGES.index(stage)]
    return _short([digest(name), *(chain(s.name) for s in earlier if set(s.writes) & set(stage.reads))])


def maker(record: type) -> str:
    """The stage that makes records of a type: the first that writes them."""
    return next(stage.name for stage in STAGES if record in stage.writes)


def placing() -> str:
    """Which code groups articles and joins speakers: an article that other code placed is placed again."""
    return " ".join(producer(name) for name in ("stories", "identity"))


def comparing() -> dict[str, str]:
    """Stage -> chain, of the stages that compare the articles of a story or the stories of a storyline."""
    first = STAGES.index(_BY_NAME["utterances"])
    return {stage.name: chain(stage.name) for stage in STAGES[first:]}


def resting_on(name: str) -> frozenset[str]:
    """A stage and all after it whose records rest on its own."""
    stage = _BY_NAME[name]
    found, made = {name}, set(stage.writes)
    for later in STAGES[STAGES.index(stage) + 1 :]:
        if made & set(later.reads):
            found.add(later.name)
            made |= set(later.writes)
    return frozenset(found)


def digests() -> dict[str, str]:
    """Every stage's own digest, in their order; ``run.json`` names them."""
    return {stage.name: digest(stage.name) for stage in STAGES}


def code(package: str) -> frozenset[str]:
    """``package`` and all packages and modules of ``onrecord`` that it imports, itself or through others."""
    found, waiting = set[str](), {package}
    while waiting:
        one = waiting.pop()
        found.add(one)
        waiting |= _content(one)[1] - found
    return frozenset(found)


@cache
def _content(package: str) -> tuple[str, frozenset[str]]:
    """The digest of a package's files (lines ended alike on all systems), and what it imports."""
    home = files("onrecord")
    single = home / f"{package}.py"
    whole, imported = hashlib.sha256(), set[str]()
    for path, file in [(single.name, single)] if single.is_file() else _files(home / package, package):
        content = file.read_bytes().replace(b"\r\n", b"\n")
        whole.update(f"{path}\0{len(content)}\0".encode() + content)
        if path.endswith(".py"):
            imported |= _imports(content)
    return whole.hexdigest(), frozenset(imported - {package})


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """The files of a package by path, without what Python compiled and without models, which have hashes."""
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        below = f"{path}/{file.name}"
        if file.is_file():
            yield below, file
        elif file.name != "__pycache__" and below != "models/weights":
            yield from _files(file, below)


def _imports(source: bytes) -> set[str]:
    """The packages and modules of ``onrecord`` that a module imports."""
    found = [m[1] or m[2] or m[3] for m in _IMPORTED.finditer(source)]
    named = {part.split()[0].decode() for names in found for part in names.split(b",") if part.split()}
    return named & _parts()


@cache
def _parts() -> frozenset[str]:
    """The packages and modules right below ``onrecord``."""
    return frozenset(entry.name.removesuffix(".py") for entry in files("onrecord").iterdir())


def _short(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:_LENGTH]
