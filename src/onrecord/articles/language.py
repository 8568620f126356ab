"""The language of a text, or None where there is too little of it to tell."""

from __future__ import annotations

from functools import cache

from py3langid.langid import (  # type: ignore[import-untyped] # ships no types
    MODEL_FILE,
    LanguageIdentifier,
)

from onrecord.languages.english.articles import LANGUAGES

# Characters looked at; the cost is linear in them.
SAMPLE = 600
# Letters below which even sure answers are luck, and the probability under which news text was mislabelled.
_FEWEST = 80
_SURE = 0.9


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language most of ``text`` is in."""
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < _FEWEST:
        return None
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= _SURE else None
