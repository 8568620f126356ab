"""Articles into stories: keys, join, score, group; stories into storylines.

``group`` does it for articles at hand. An archive that grows keeps each article's ``keys`` and the
``Match`` records that ``Grouping.add`` returns, and never looks at an old article again.
"""

from __future__ import annotations

from onrecord.stories.gists import Gist, Gists, gist
from onrecord.stories.group import Changes, Grouping, Match, group, group_keys, matched
from onrecord.stories.keys import StoryKeys, keys
from onrecord.stories.shelf import Shelf
from onrecord.stories.storylines import Outline, likeness, outline
from onrecord.stories.told import Ties, ties

__all__ = [
    "Changes",
    "Gist",
    "Gists",
    "Grouping",
    "Match",
    "Outline",
    "Shelf",
    "StoryKeys",
    "Ties",
    "gist",
    "group",
    "group_keys",
    "keys",
    "likeness",
    "matched",
    "outline",
    "ties",
]
