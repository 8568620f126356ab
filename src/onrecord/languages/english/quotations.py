"""English facts that tell an apostrophe from a single quotation mark."""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

from onrecord.languages.grammar import QuotationGrammar

# Words that begin with an apostrophe ("'em", "'til").
ELISIONS = frozenset("em n til tis twas twere cause bout round neath gainst cuz im ere s t".split())

# Word ends after which a mark is as likely an apostrophe as a closing mark ("the ministers' plan", "goin'").
OPEN_ENDS = ("s", "S", "in", "z", "x")

GRAMMAR = QuotationGrammar(elisions=ELISIONS, open_ends=OPEN_ENDS)
