"""The language of a text, or None where there is too little of it to tell."""

from __future__ import annotations

from functools import cache

from py3langid.langid import (  # type: ignore[import-untyped] # ships no types
    MODEL_FILE,
    LanguageIdentifier,
)

from onrecord.languages.furniture import LANGUAGES

# Characters looked at, more only where fewer leave a doubt: the cost is linear in them.
_SAMPLES = (300, 1500)
SAMPLE = _SAMPLES[-1]
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
    for length in _SAMPLES:
        sample = text[:length]
        if sum(map(str.isalpha, sample)) < _FEWEST:
            continue
        language, probability = _identifier().classify(sample)
        if probability >= _SURE:
            return str(language)
    return None
