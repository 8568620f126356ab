"""English words that tell no story: capitalised ones that name nothing, and parts of web addresses."""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

from onrecord.languages.grammar import StoryGrammar

_NOT_NAMES = frozenset(
    """
    i i'm i've i'd i'll a an the in on at of for and but or so if when while after before as by to with from
    this that these those he she it they we you his her its their our your my who what why how where there
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december mr mrs ms dr sen rep gov sens reps president senator
    representative governor secretary minister chairman spokesman spokeswoman judge justice professor
    """.split()
)

_ADDRESS_PARTS = frozenset("http https www com org net html htm php asp aspx".split())

GRAMMAR = StoryGrammar(not_names=_NOT_NAMES, address_parts=_ADDRESS_PARTS)
