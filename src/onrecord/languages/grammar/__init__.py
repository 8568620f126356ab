"""What a language must supply: a frozen record of words and patterns for each part that asks.

A module here declares a record, its fields and what each means; the module of the same name in a language's
folder fills it in as ``GRAMMAR``. ``Language.grammar(kind)`` brings the two together.
"""

from __future__ import annotations

from onrecord.languages.grammar.base import Grammar
from onrecord.languages.grammar.clauses import ClauseGrammar
from onrecord.languages.grammar.commitments import CommitmentGrammar
from onrecord.languages.grammar.conflicts import ConflictGrammar
from onrecord.languages.grammar.coreference import CoreferenceGrammar
from onrecord.languages.grammar.cues import CueGrammar
from onrecord.languages.grammar.dates import DateGrammar, HolidayRule
from onrecord.languages.grammar.evidence import EvidenceGrammar
from onrecord.languages.grammar.frequencies import Frequencies
from onrecord.languages.grammar.modes import ModeGrammar
from onrecord.languages.grammar.numbers import NumberGrammar
from onrecord.languages.grammar.occasions import OccasionGrammar
from onrecord.languages.grammar.organisations import OrganisationGrammar
from onrecord.languages.grammar.origins import OriginGrammar
from onrecord.languages.grammar.persons import Gender, PersonGrammar
from onrecord.languages.grammar.places import PlaceGrammar
from onrecord.languages.grammar.qualifiers import QualifierGrammar
from onrecord.languages.grammar.quotations import QuotationGrammar
from onrecord.languages.grammar.realities import RealityGrammar
from onrecord.languages.grammar.relations import RelationGrammar
from onrecord.languages.grammar.roles import HeadKind, RoleGrammar
from onrecord.languages.grammar.saying import SayingGrammar
from onrecord.languages.grammar.sentences import SentenceGrammar
from onrecord.languages.grammar.speakers import (
    OfficeGrammar,
    PhraseGrammar,
    PronounGrammar,
)
from onrecord.languages.grammar.stances import StanceGrammar
from onrecord.languages.grammar.stories import StoryGrammar
from onrecord.languages.grammar.turns import TurnGrammar
from onrecord.languages.grammar.words import WordGrammar

__all__ = [
    "ClauseGrammar",
    "CommitmentGrammar",
    "ConflictGrammar",
    "CoreferenceGrammar",
    "CueGrammar",
    "DateGrammar",
    "EvidenceGrammar",
    "Frequencies",
    "Gender",
    "Grammar",
    "HeadKind",
    "HolidayRule",
    "ModeGrammar",
    "NumberGrammar",
    "OccasionGrammar",
    "OfficeGrammar",
    "OrganisationGrammar",
    "OriginGrammar",
    "PersonGrammar",
    "PhraseGrammar",
    "PlaceGrammar",
    "PronounGrammar",
    "QualifierGrammar",
    "QuotationGrammar",
    "RealityGrammar",
    "RelationGrammar",
    "RoleGrammar",
    "SayingGrammar",
    "SentenceGrammar",
    "StanceGrammar",
    "StoryGrammar",
    "TurnGrammar",
    "WordGrammar",
]
