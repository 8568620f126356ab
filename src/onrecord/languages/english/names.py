"""English words that tell what kind of thing a capitalised name names."""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

from onrecord.languages.english.vocabulary import LEXICON

ORGANISATION_WORDS = LEXICON.nouns("body_name", forms=("base",))

PERSON_TITLES = frozenset(
    """mr mrs ms miss dr prof professor president premier chancellor senator sen rep representative
    governor gov general gen colonel col captain capt lieutenant lt sergeant sgt major maj judge
    justice king queen prince princess sir lord lady minister secretary ambassador spokesman
    spokeswoman spokesperson mayor pope bishop director chairman chairwoman chief analyst
    adviser advisor congressman congresswoman leader""".split()
)

PLACE_WORDS = frozenset(
    "city county island islands river sea ocean street mountain valley republic kingdom states".split()
)

BEFORE_PLACES = frozenset("in at from near to across inside outside toward towards into".split())

# Capitalised without being names.
NOT_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december i""".split()
)
