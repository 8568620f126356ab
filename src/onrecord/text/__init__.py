"""One article's text, read once: words, sentences, quotations, numbers and named days, by offset."""

from __future__ import annotations

from onrecord.text.sentence import Sentence
from onrecord.text.values import DayName, Number
from onrecord.text.view import View, Views, view_all
from onrecord.text.word import Word

__all__ = ["DayName", "Number", "Sentence", "View", "Views", "Word", "view_all"]
