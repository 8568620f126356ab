"""English words that name the occasion and the addressee of something said."""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

from onrecord.languages.english.vocabulary import LEXICON

# An occasion on which, or a channel through which, things are said.
VENUES = frozenset(
    """address advertisement appearance article blog briefing broadcast bulletin call chat column
    communique communiqué conference conversation debate deposition dispatch editorial email
    e-mail essay event exchange filing forum gathering hearing interview letter livestream
    meeting memo message monologue news newsletter note op-ed panel podcast post program
    programme press presser rally readout release remarks report rally session show speech
    statement summit symposium talk talks telegram testimony text transcript tweet video visit
    webcast radio television tv phone telephone""".split()
)

# Occasions after which something is said ("after a private meeting").
MEETINGS = frozenset("call conference debate hearing meeting rally session summit talks visit".split())

# Channels that stand without an article ("on Twitter", "by phone").
CHANNELS = frozenset(
    """twitter facebook instagram telegram whatsapp tiktok youtube truth x mastodon bluesky weibo
    linkedin reddit television tv radio phone telephone email e-mail""".split()
)

# Verbs whose object is the person spoken to.
ADDRESSING = r"tell|tells|told|telling|inform(?:s|ed|ing)?|assur(?:e|es|ed|ing)|remind(?:s|ed|ing)?"
ADDRESSING_THAT = r"warn(?:s|ed|ing)?|advis(?:e|es|ed|ing)|ask(?:s|ed|ing)?|urg(?:e|es|ed|ing)"
SPEAKING_TO = r"speaking|spoke|talking|talked|speaks"

# What one person sends to another or has with another ("in a letter to").
EXCHANGES = r"call|interview|conversation|letter|message|note|memo|speech|statement|email|e-mail|meeting"

# Words that an addressee cannot contain; in capitals they may be part of a name ("This Week").
ENDS_ADDRESSEE = frozenset(
    """that in on at during to by via about when after before if whether while as for from last
    this earlier late early and he she they it what why how who which where yesterday today
    tomorrow not there his her i we you said saying adding with over through of against because
    but""".split()
)
CALENDAR_DAYS = LEXICON.words("weekday")
