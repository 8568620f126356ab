"""What names tell by their form: persons, organisations, roles, and whether two may be one.

Knows no article and no archive: ``coreference`` reads with it inside an article, ``identity`` across them.
"""

from __future__ import annotations
