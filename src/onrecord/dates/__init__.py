"""Time expressions to EDTF, and the dating of articles and statements."""

from __future__ import annotations

from onrecord.dates.dating import Dated, date_article
from onrecord.dates.finder import find
from onrecord.dates.headlines import say_again
from onrecord.dates.publishing import publish, publish_from_neighbours
from onrecord.dates.saying import say

__all__ = ["Dated", "date_article", "find", "publish", "publish_from_neighbours", "say", "say_again"]
