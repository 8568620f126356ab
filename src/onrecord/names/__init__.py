"""What the form of a name tells: person, organisation or role, and whether two names may be one.

It knows no article and no archive: ``coreference`` uses it inside an article, ``identity`` across articles.
"""

from __future__ import annotations
