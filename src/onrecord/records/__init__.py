"""Every type that crosses a folder: frozen, slotted, built on the standard library alone.

Offsets are Unicode code points into ``Article.text``, end exclusive: ``text[span.start:span.end]``
is what is shown. Derived records carry a stable id (a hash of what they are derived from), so the same
input gives the same id on every machine and in every order. Dates are EDTF (ISO 8601-2) strings with
ISO ``earliest`` / ``latest`` days; None means that the text does not say.
"""

from __future__ import annotations

from onrecord.records.alone import (
    UNCLEAR_SPEAKER,
    AnnotatedArticle,
    Article,
    Attribution,
    Bearings,
    Block,
    BlockKind,
    Kind,
    LocalSpeaker,
    Mention,
    Mode,
    Name,
    NameType,
    Office,
    Part,
    RawDocument,
    Reading,
    Reality,
    SpeakerType,
    Stance,
    Statement,
    Timex,
    TimexType,
)
from onrecord.records.asking import Facet, Filter, SearchResult, Voice, bounds, check_days
from onrecord.records.cited import Citation, CitedPair
from onrecord.records.compared import OF_STORY, OF_STORYLINE, Compared, Followed
from onrecord.records.corpus import Corpus
from onrecord.records.corrections import (
    About,
    Corrected,
    Correction,
    CorrectionAction,
    StatementSpans,
    Verdict,
)
from onrecord.records.findings import Finding, FindingKind
from onrecord.records.ground import (
    Dating,
    Place,
    Span,
    Spans,
    hull,
    stable_id,
    stable_number,
)
from onrecord.records.origins import Origin, OriginKind, OriginLevel
from onrecord.records.positions import Level, Position, PositionEntry, Shift
from onrecord.records.relations import (
    MOST_COMPARED,
    Conflict,
    ConflictKind,
    Relation,
    RelationKind,
    RelationMatter,
)
from onrecord.records.revisions import Revised, RevisedKind, Revision
from onrecord.records.run import Progress, Run, Skipped
from onrecord.records.silences import Silence, Unheard
from onrecord.records.speakers import Speaker
from onrecord.records.standing import Fact, FactKind, Share, Standing
from onrecord.records.stories import Story, by_story
from onrecord.records.timelines import Clock, TimelineEntry
from onrecord.records.utterances import Comparison, EditKind, Label, Rendering, Utterance, WordEdit
from onrecord.records.watching import Alert, AlertKind, Watch

__all__ = [
    "MOST_COMPARED",
    "OF_STORY",
    "OF_STORYLINE",
    "UNCLEAR_SPEAKER",
    "About",
    "Alert",
    "AlertKind",
    "AnnotatedArticle",
    "Article",
    "Attribution",
    "Bearings",
    "Block",
    "BlockKind",
    "Citation",
    "CitedPair",
    "Clock",
    "Compared",
    "Comparison",
    "Conflict",
    "ConflictKind",
    "Corpus",
    "Corrected",
    "Correction",
    "CorrectionAction",
    "Dating",
    "EditKind",
    "Facet",
    "Fact",
    "FactKind",
    "Filter",
    "Finding",
    "FindingKind",
    "Followed",
    "Kind",
    "Label",
    "Level",
    "LocalSpeaker",
    "Mention",
    "Mode",
    "Name",
    "NameType",
    "Office",
    "Origin",
    "OriginKind",
    "OriginLevel",
    "Part",
    "Place",
    "Position",
    "PositionEntry",
    "Progress",
    "RawDocument",
    "Reading",
    "Reality",
    "Relation",
    "RelationKind",
    "RelationMatter",
    "Rendering",
    "Revised",
    "RevisedKind",
    "Revision",
    "Run",
    "SearchResult",
    "Share",
    "Shift",
    "Silence",
    "Skipped",
    "Span",
    "Spans",
    "Speaker",
    "SpeakerType",
    "Stance",
    "Standing",
    "Statement",
    "StatementSpans",
    "Story",
    "TimelineEntry",
    "Timex",
    "TimexType",
    "Unheard",
    "Utterance",
    "Verdict",
    "Voice",
    "Watch",
    "WordEdit",
    "bounds",
    "by_story",
    "check_days",
    "hull",
    "stable_id",
    "stable_number",
]
