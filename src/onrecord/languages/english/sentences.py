"""English facts that tell a full stop that ends a sentence from one that ends an abbreviation."""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

import re

from onrecord.languages.grammar import SentenceGrammar

# Never the last word of a sentence when something follows: titles and connectives.
TITLES = frozenset(
    """adj adm adv alh amb asst atty attn brig capt cf cmdr col comdr cpl dep dir dr drs e.g esq et fr gen
    gens gov govs hon i.e insp lieut lt maj messrs mgr mlle mme mr mrs smt cllr ms mt pfc pres prof pvt
    q.v rep reps rev sec sen sens sgt sr sra srta st ste supt treas viz vs engr barr pst retd""".split()
)

# Abbreviations of numbers: no sentence end when a figure follows.
BEFORE_FIGURES = frozenset("art c ca ch fig figs no nos p par pp para pt sec vol approx est".split())

# May end a sentence: it does when a word follows that usually starts one.
PERHAPS_LAST = frozenset(
    """a.m p.m am pm jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur
    thurs fri sat sun inc corp co cos ltd llc bros jr sr ph.d m.d b.a m.a etc al ave blvd rd
    dept univ assn ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn
    miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo est. a.d b.c u.s u.k u.n
    e.u d.c n.y""".split()
)

# Capitalised words that start a sentence far more often than they continue a name.
STARTERS = frozenset(
    """a after all also although an and another any are as asked at because before both but by can
    currently despite did do does during each earlier even every few finally first following for
    from further given had has have he her here hers his how however i if in indeed instead is
    it its just last later like many meanwhile more moreover most much neither no nobody none
    nor not nothing now of on once one only or other others our over people perhaps she should
    since so some still such that the their then there these they this those though through thus
    to today together tomorrow two under unless until was we were what when where whether which
    while who why will with without would yes yesterday yet you your""".split()
)

# Words that may follow a question or exclamation that was quoted, after a name: "Where?" Mira Holt asked.
TAG_VERBS = "said|says|asked|asks|told|added|adds|wrote|writes|replied|exclaimed|shouted|tweeted|cried|yelled"

GRAMMAR = SentenceGrammar(
    titles=TITLES,
    before_figures=BEFORE_FIGURES,
    perhaps_last=PERHAPS_LAST,
    short_in_lower_case=frozenset(("etc", "al", "inc", "corp")),
    starters=STARTERS,
    tag=re.compile(rf"(?:[A-Z][\w.’'-]{{0,24}}\s+){{1,5}}(?:{TAG_VERBS})\b"),
)
